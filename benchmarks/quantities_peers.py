"""Compare quantity extraction with Microsoft's Recognizers-Text (ms-recognizers-text-suite, MIT), on the same texts.

python benchmarks/quantities_peers.py --peer-python PATH [--bench DIR] [--write]

PATH is a Python that has the peer installed, outside this project's environment; without it the script says why it is
skipped. The texts are the project's own example sentences (which favour the project: its conventions are in them), and
with `--bench` the texts of others too. `--write` puts the table into docs/quantities.md, between its markers.

With `--serve`, run by the peer's Python, it answers JSON lines {lang, text, published} with what the peer reads.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from outside import ROOT, bench_parser

PEER = "ms-recognizers-text-suite"
PAGE = ROOT / "docs" / "quantities.md"
OPEN, CLOSE = "<!-- peers: written by benchmarks/quantities_peers.py -->", "<!-- end of peers -->"
PUBLISHED = "2025-11-20"  # as the example tables say

Json = dict[str, Any]
Answer = tuple[list[list[Json]], float]  # what was read in each text; characters a second


# ---- the peer's side

# The peer's names of units → this project's; others are compared as they are.
UNITS = {"Dollar": "USD", "Percentage": "%", "Kilometer": "km", "Meter": "m", "Centimeter": "cm", "Millimeter": "mm"}
UNITS |= {"Mile": "mi", "Inch": "in", "Foot": "ft", "Kilogram": "kg", "Gram": "g", "Milligram": "mg", "Pound": "lb"}
UNITS |= {"Ton": "t", "Metric ton": "t", "Liter": "L", "Square meter": "m2", "Square kilometer": "km2", "Acre": "acre"}
UNITS |= {"Hectare": "ha", "Cubic meter": "m3", "Kilometer per hour": "km/h", "Mile per hour": "mph", "Year": "year"}
UNITS |= {
    "C": "°C",
    "F": "°F",
    "Degree": "degree",
    "Nanometer": "nm",
    "Gigabyte": "GB",
    "Terabyte": "TB",
    "Light year": "ly",
}


def serve() -> None:
    """Answer each line of standard input with what the peer reads in its text."""
    read = peer_reader()
    read({"lang": "zh", "text": "一", "published": None}), read({"lang": "en", "text": "1", "published": None})
    for line in sys.stdin:
        asked = json.loads(line)
        start = time.process_time()
        found = read(asked)
        print(json.dumps({"found": found, "seconds": time.process_time() - start}), flush=True)


def peer_reader() -> Any:
    """The peer as a function of {lang, text, published}; where two of its readings overlap, the longer one stays."""
    import warnings

    warnings.simplefilter("ignore")
    import ms_recognizers_suite as peer  # type: ignore[import-not-found]

    amounts = ("number", "ordinal", "percentage", "age", "currency", "dimension", "temperature")
    models = [getattr(peer, f"recognize_{name}") for name in amounts]

    def read(asked: Json) -> list[Json]:
        culture = peer.Culture.English if asked["lang"] == "en" else peer.Culture.Chinese
        day = datetime.fromisoformat(asked["published"]) if asked["published"] else None
        found = [item for model in models for item in model(asked["text"], culture)]
        found += peer.recognize_datetime(asked["text"], culture, reference=day)
        kept: list[Json] = []
        for item in sorted(map(as_quantity, found), key=lambda item: item["start"] - item["end"]):
            if all(item["end"] <= other["start"] or other["end"] <= item["start"] for other in kept):
                kept.append(item)
        return sorted(kept, key=lambda item: item["start"])

    return read


def as_quantity(item: Any) -> Json:
    """One of the peer's results in this project's terms. The peer's ends are inclusive."""
    kind = item.type_name.rpartition(".")[2]
    kinds = {
        "percentage": "percent",
        "currency": "money",
        "dimension": "measure",
        "daterange": "date",
        "datetimerange": "date",
    }
    quantity = {"start": item.start, "end": item.end + 1, "kind": kinds.get(kind, kind)}
    quantity |= {"value": None, "value_max": None, "unit": None, "comparator": None, "iso": []}
    resolution = item.resolution or {}
    if "values" in resolution:
        for value in resolution["values"]:
            if "start" in value or "end" in value:
                quantity["iso"].append(f"{value.get('start', '..')}/{value.get('end', '..')}")
            elif value.get("type") == "duration":
                quantity |= {"value": numeral(value.get("value")), "unit": "s"}
            elif "value" in value:
                quantity["iso"].append(value["value"])
        return quantity
    value = str(resolution.get("value") or "")
    quantity["value"] = numeral(value)
    unit = "%" if value.endswith("%") else resolution.get("isoCurrency") or resolution.get("unit")
    quantity["unit"] = UNITS.get(unit, unit)
    return quantity


def numeral(value: str | None) -> str | None:
    """A number as written, without its percent sign; None for what the peer leaves open ("not resolved")."""
    return value.rstrip("%") if re.fullmatch(r"-?[0-9.]+(?:E[+-]?[0-9]+)?%?", value or "") else None


# ---- this side


def ask_peer(python: str, texts: list[Json]) -> Answer:
    command = [python, __file__, "--serve"]
    lines = "".join(json.dumps(text) + "\n" for text in texts)
    done = subprocess.run(command, input=lines, capture_output=True, text=True, check=True)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    return [answer["found"] for answer in answers], speed(texts, sum(answer["seconds"] for answer in answers))


def ask_project(texts: list[Json]) -> Answer:
    sys.path.insert(0, str(ROOT))
    from toolkit.model import as_json
    from toolkit.quantities import find_quantities

    for lang in ("zh", "en", "mixed"):
        find_quantities("1", lang)  # the grammars are put together on first use
    start = time.process_time()
    found = [find_quantities(text["text"], text["lang"], published=text["published"]) for text in texts]
    took = time.process_time() - start
    return [as_json(items) for items in found], speed(texts, took)


def speed(texts: list[Json], seconds: float) -> float:
    return sum(len(text["text"]) for text in texts) / seconds


def examples() -> Iterator[tuple[Json, Json]]:
    """The project's example sentences: the text, and the one quantity that is marked in it."""
    for lang in ("zh", "en", "mixed"):
        for path in sorted((ROOT / "tests" / "examples").glob(f"{lang}*.txt")):
            for line in path.read_text(encoding="utf-8").splitlines():
                if line.strip() and not line.startswith("#"):
                    yield example(lang, line)


def example(lang: str, line: str) -> tuple[Json, Json]:
    marked, *cells = [cell.strip() for cell in line.split("|")]
    kind, value, value_max, unit, comparator, _ = (cells + [""] * 6)[:6]
    before, _, rest = marked.partition("«")
    inside, _, after = rest.partition("»")
    gold = {"start": len(before), "end": len(before) + len(inside), "kind": kind, "value": value or None}
    gold |= {"value_max": value_max or None, "unit": unit or None, "comparator": comparator or None}
    return {"lang": lang, "text": before + inside + after, "published": PUBLISHED}, gold


def close(wanted: str | None, got: str | None) -> bool:
    """The same number but for rounding: the peer counts in floating point."""
    if wanted is None or got is None:
        return wanted is got
    return abs(float(wanted) - float(got)) <= 1e-9 * max(1.0, abs(float(wanted)))


# The peer gives every duration in seconds; in comparing it is not held against it.
SECONDS = {"s": 1, "min": 60, "h": 3600, "day": 86400, "week": 7 * 86400, "month": 30 * 86400, "year": 365 * 86400}


def in_unit_of(gold: Json, found: Json) -> Json:
    """A duration in seconds in the unit of the marked one."""
    if found.get("unit") != "s" or gold["unit"] not in SECONDS or not found["value"]:
        return found
    return found | {"value": str(float(found["value"]) / SECONDS[gold["unit"]]), "unit": gold["unit"]}


def example_rows(texts: list[Json], golds: list[Json], answers: list[list[Json]]) -> dict[str, Json]:
    """Percentages by language: value (with both ends), comparator and unit, each of the lines that carry one."""
    right: Counter[tuple[str, str]] = Counter()
    of: Counter[tuple[str, str]] = Counter()
    for text, gold, found in zip(texts, golds, answers, strict=True):
        best = max(
            found, key=lambda item: min(gold["end"], item["end"]) - max(gold["start"], item["start"]), default={}
        )
        if not best or best["start"] >= gold["end"] or best["end"] <= gold["start"]:
            best = {}
        best = in_unit_of(gold, best)
        value = close(gold["value"], best.get("value")) and close(gold["value_max"], best.get("value_max"))
        checks = {"value": value, "comparator": gold["comparator"] == best.get("comparator")}
        checks |= {"unit": gold["unit"] == best.get("unit"), "value and comparator": all(checks.values())}
        carried = {"value": gold["value"], "comparator": gold["comparator"], "unit": gold["unit"]}
        carried["value and comparator"] = gold["value"]
        for figure, good in checks.items():
            if carried[figure]:
                of[text["lang"], figure] += 1
                right[text["lang"], figure] += good
    return {
        lang: {figure: 100 * right[lang, figure] / total for (of_lang, figure), total in of.items() if of_lang == lang}
        for lang in ("zh", "en", "mixed")
    }


def bench_rows(bench: str, docs: list[Json], answers: list[list[Json]]) -> dict[str, Json]:
    """The outside scorer's figures by language, without reference dates."""
    from quantities import load_scorer

    feed = iter(answers)

    def answer(text: str, lang: str) -> list[Json]:  # noqa: ARG001 - the scorer's interface
        return [as_numbers(item) for item in next(feed)]

    scorer = load_scorer(bench)
    buckets, _ = scorer.score(docs, answer, "lang")
    names = {"value": "value", "val_cmp": "value and comparator", "cmp": "comparator", "unit": "unit"}
    return {
        lang: {names[column]: row[column] for column in names if row[column] is not None}
        for lang, row in scorer.rows(buckets).items()
    }


def as_numbers(item: Json) -> Json:
    return item | {end: item[end] and float(item[end]) for end in ("value", "value_max")}


FIGURES = ("value", "value and comparator", "comparator", "unit")


def table(sections: Iterable[tuple[str, dict[str, dict[str, Json]], dict[str, float]]]) -> list[str]:
    """Markdown rows: texts, language, reader, the figures, characters a second."""
    lines = ["| texts | language | reader | " + " | ".join(FIGURES) + " | characters a second |"]
    lines.append("| --- | --- | --- |" + " ---: |" * (len(FIGURES) + 1))
    for title, readers, speeds in sections:
        for lang in ("zh", "en", "mixed"):
            for reader, rows in readers.items():
                cells = [f"{rows[lang][figure]:.1f}" if figure in rows[lang] else "-" for figure in FIGURES]
                lines.append(f"| {title} | {lang} | {reader} | {' | '.join(cells)} | {speeds[reader]:,.0f} |")
    return lines


def peer_version(python: str) -> str | None:
    """The installed version of the peer; None where there is none."""
    code = f"import importlib.metadata as m, ms_recognizers_suite; print(m.version({PEER!r}))"
    try:
        done = subprocess.run([python, "-W", "ignore", "-c", code], capture_output=True, text=True, check=False)
    except OSError:
        return None
    return done.stdout.strip() or None


def write(lines: list[str]) -> None:
    page = PAGE.read_text(encoding="utf-8")
    before, _, rest = page.partition(OPEN)
    _, _, after = rest.partition(CLOSE)
    PAGE.write_text("\n".join([before + OPEN, "", *lines, "", CLOSE + after]), encoding="utf-8")


def main() -> int:
    parser: argparse.ArgumentParser = bench_parser("Compare quantity extraction with a peer.")
    parser.add_argument("--peer-python", default=os.environ.get("FACTCHECK_PEER_PYTHON"), help=f"a Python with {PEER}")
    parser.add_argument("--write", action="store_true", help="put the table into docs/quantities.md")
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.serve:
        serve()
        return 0
    if not given.peer_python:
        print(f"skipped: use --peer-python PATH, a Python that has {PEER}", file=sys.stderr)
        return 0
    version = peer_version(given.peer_python)
    if version is None:
        print(f"skipped: {given.peer_python} has no {PEER}", file=sys.stderr)
        return 0

    texts, golds = map(list, zip(*examples(), strict=True))
    asked = {"this project": ask_project(texts), f"{PEER} {version}": ask_peer(given.peer_python, texts)}
    rows = {reader: example_rows(texts, golds, answers) for reader, (answers, _) in asked.items()}
    sections = [("own examples", rows, {reader: pace for reader, (_, pace) in asked.items()})]
    if given.bench:
        from quantities import load_texts

        docs = load_texts(given.bench)
        texts = [{"lang": doc["lang"], "text": doc["text"], "published": None} for doc in docs]
        asked = {"this project": ask_project(texts), f"{PEER} {version}": ask_peer(given.peer_python, texts)}
        rows = {reader: bench_rows(given.bench, docs, answers) for reader, (answers, _) in asked.items()}
        sections.append(("bench", rows, {reader: pace for reader, (_, pace) in asked.items()}))
    lines = [f"Python {platform.python_version()}, {len(golds)} own examples.", "", *table(sections)]
    print("\n".join(lines))
    if given.write:
        write(lines)
    return 0


if __name__ == "__main__":
    sys.exit(main())
