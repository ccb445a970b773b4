"""Score quantity extraction.

python benchmarks/quantities.py --bench DIR [--by lang|langkind|source] [--reference] [--conventions]

DIR holds `score_quantities.py` and `quantities-dev.jsonl`. The plain figures come first: the scorer gives the reader
a text and its language and nothing else.

`--reference` scores again with each text's reference date as its publication date, so that 上周三 and "last month" can
be right. `--conventions` does so too, lists the items in which a source writes things down in another way than this
project does (see `CONVENTIONS`), and gives the figures without them.
"""

from __future__ import annotations

import importlib.util
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from types import ModuleType
from typing import Any

from outside import ROOT, bench_parser, score

sys.path.insert(0, str(ROOT))

from toolkit.model import Quantity

SCORER, TEXTS = "score_quantities.py", "quantities-dev.jsonl"
COLUMNS = ("gold", "pred", "exact", "overlap", "value", "val_cmp", "cmp", "cmp_n", "unit", "iso")
# What a calendar unit is in seconds where a source writes every duration in seconds.
SECONDS = {"month": 30 * 86400, "year": 365 * 86400, "decade": 3650 * 86400}
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

Json = dict[str, Any]
Reader = Callable[[str, str], list[Quantity]]


def load_scorer(bench: str) -> ModuleType:
    """The scorer as a module; it finds its own neighbours."""
    spec = importlib.util.spec_from_file_location("score_quantities", Path(bench) / SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def load_texts(bench: str) -> list[Json]:
    return [json.loads(line) for line in (Path(bench) / TEXTS).read_text(encoding="utf-8").splitlines()]


def dated_reader(docs: list[Json]) -> Reader:
    """A reader for these texts in this order, each read as published on its own reference date."""
    from toolkit.quantities import find_quantities

    feed = iter(docs)
    return lambda text, lang: find_quantities(text, lang, published=(next(feed).get("ref") or "")[:10] or None)


def show(scorer: ModuleType, title: str, docs: list[Json], read: Reader, by: str) -> None:
    buckets, _ = scorer.score(docs, read, by)
    print(f"\n{title:38}" + "".join(f"{column:>9}" for column in COLUMNS))
    for name, row in scorer.rows(buckets).items():
        print(f"{name:38}" + "".join(f"{'-' if row[column] is None else row[column]:>9}" for column in COLUMNS))


@dataclass(frozen=True)
class Item:
    """A marked item of a text and the reading that covers most of it."""

    doc: Json
    gold: Json
    found: Json
    scorer: ModuleType
    comparators: Counter[str]  # how many items with a comparator each source marks


def no_comparators_here(item: Item) -> bool:
    """The source marks no comparator on any item; the value is right and ours says more."""
    says_more = item.found["comparator"] and not item.comparators[item.doc["source"]]
    return bool(says_more) and "value" in item.gold and item.scorer.value_right(item.gold, item.found)


def one_end_of_a_range(item: Item) -> bool:
    """The source marks the ends of ranges as items of their own; ours is one range with this end."""
    if item.found["value_max"] is None or "value_max" in item.gold or "value" not in item.gold:
        return False
    ends = ({**item.found, "value": item.found[end], "value_max": None} for end in ("value", "value_max"))
    return any(item.scorer.value_right(item.gold, end) for end in ends)


def calendar_in_seconds(item: Item) -> bool:
    """The source writes a month or year as a number of seconds; ours keeps the calendar unit."""
    length = SECONDS.get(item.found["unit"] or "")
    in_seconds = item.gold["kind"] == "duration" and item.gold.get("unit") in ("s", "second", "seconds")
    return bool(length and in_seconds and item.found["value"]) and item.gold["value"] == item.found["value"] * length


def bound_itself(item: Item) -> bool:
    """The source names the day that 以前 or "after" leaves out; ours is the days that it leaves in."""
    wanted = {day[:10] for day in item.gold.get("iso") or ()}
    return any(str(neighbour) in wanted for iso in item.found["iso"] or () for neighbour in left_out(iso))


def left_out(iso: str) -> Iterator[date]:
    """The day just outside an open interval: 2015-02-01 for ../2015-01-31."""
    first, _, last = iso.partition("/")
    if first == ".." and DAY.fullmatch(last):
        yield date.fromisoformat(last) + timedelta(days=1)
    if last == ".." and DAY.fullmatch(first):
        yield date.fromisoformat(first) - timedelta(days=1)


CONVENTIONS = (no_comparators_here, one_end_of_a_range, calendar_in_seconds, bound_itself)


def items(scorer: ModuleType, docs: list[Json]) -> Iterator[Item]:
    """Every item with a value or date that something was read on."""
    comparators = Counter(doc["source"] for doc in docs for gold in doc["gold"] if gold.get("comparator"))
    read = dated_reader(docs)
    for doc in docs:
        readings = [scorer.as_dict(reading) for reading in read(doc["text"], doc["lang"])]
        for gold in doc["gold"]:
            best = max(readings, key=lambda found: scorer.overlap(gold, found), default=None)
            if best is not None and scorer.overlap(gold, best) > 0 and not gold.get("optional"):
                yield Item(doc, gold, best, scorer, comparators)


def show_conventions(scorer: ModuleType, docs: list[Json], by: str) -> None:
    """List what is set aside, then score without it: such an item counts neither for nor against."""
    counts: Counter[str] = Counter()
    print()
    for item in list(items(scorer, docs)):
        name = next((convention.__name__ for convention in CONVENTIONS if convention(item)), None)
        if name is None:
            continue
        counts[name] += 1
        ours = item.doc["text"][item.found["start"] : item.found["end"]]
        said = f"{item.gold['text']!r}, for us {ours!r} {item.found['comparator'] or ''}".rstrip()
        print(f"{name}  {item.doc['id']}  {item.doc['source']}  {said}")
        item.gold["optional"] = True
    for convention in CONVENTIONS:
        print(f"{counts[convention.__name__]:5} {convention.__name__}: {convention.__doc__}")
    show(scorer, "reference date, without these", docs, dated_reader(docs), by)


def main() -> int:
    parser = bench_parser("Score quantity extraction.")
    parser.add_argument("--by", default="langkind", choices=("lang", "langkind", "source"))
    parser.add_argument("--reference", action="store_true", help="score again with each text's reference date")
    parser.add_argument("--conventions", action="store_true", help="list and set aside other conventions")
    given = parser.parse_args()
    code = score(given.bench, SCORER, [TEXTS], "--by", given.by)
    ready = given.bench and (Path(given.bench) / SCORER).is_file() and (Path(given.bench) / TEXTS).is_file()
    if code or not ready or not (given.reference or given.conventions):
        return code
    scorer, docs = load_scorer(given.bench), load_texts(given.bench)
    show(scorer, "reference date", docs, dated_reader(docs), given.by)
    if given.conventions:
        show_conventions(scorer, docs, given.by)
    return 0


if __name__ == "__main__":
    sys.exit(main())
