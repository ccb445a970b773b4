"""Score links between claims of two texts against hand-marked pairs of our own.

python benchmarks/match.py [--half NAME] [--models NAME] [--show RELATION]

The pairs are tests/examples/match_NAME.jsonl. What is in `held`, `news` and `fresh` nobody looks at, and nothing is
learnt from. All texts are annotated as they come and compared together, as one push does it; the claim that lies on
the marked one is the one that counts, so that a claim that is not found is a link that is missed. Where links are
missed is counted last. --scale N measures the speed on N made-up claims instead.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from toolkit.annotate import annotate_many
from toolkit.claims.match import MOST_BY_MEANING, links, why_not
from toolkit.claims.statement import Name, Statement
from toolkit.compare import COVERS, statements
from toolkit.model import AnnotatedDocument, Document

EXAMPLES = Path(__file__).resolve().parents[1] / "tests" / "examples"
RELATIONS = ("same", "update", "contradiction", "unrelated")
HALVES = sorted(path.stem.removeprefix("match_") for path in EXAMPLES.glob("match_*.jsonl"))
UNSEEN = frozenset({"held", "news", "fresh"})


def marked(annotated: AnnotatedDocument, words: str) -> Statement | None:
    """The claim that shares most with the marked words; one with a figure where two share as much."""
    start = annotated.document.text.index(words)
    end = start + len(words)
    best = max(
        zip(annotated.claims, statements(annotated), strict=True),
        key=lambda pair: (min(pair[0].end, end) - max(pair[0].start, start), pair[0].value is not None),
        default=None,
    )
    if best is None or min(best[0].end, end) <= max(best[0].start, start):
        return None
    return best[1]


def main() -> None:
    """Print precision, recall and F1 of each relation, by language."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=HALVES, default="dev")
    parser.add_argument("--models", default="accurate")
    parser.add_argument("--show", choices=("all", *RELATIONS), help="the pairs with another answer")
    parser.add_argument("--scale", type=int, metavar="N")
    options = parser.parse_args()
    if options.scale:
        scale(options.scale)
        return
    if options.show and options.half in UNSEEN:
        parser.error(f"--show: nobody looks at {options.half}")
    rows = [json.loads(line) for line in (EXAMPLES / f"match_{options.half}.jsonl").read_text("utf-8").splitlines()]
    documents = [
        Document(f"{row['id']}{side}", row[side]["text"], published=row[side]["published"])
        for row in rows
        for side in "ab"
    ]
    annotated = list(annotate_many(documents, models=options.models))
    everything = [statement for document in annotated for statement in statements(document)]
    found = {(link.a, link.b): link for link in links(everything)}
    answers, sure, missed = [], [], Counter[str]()
    for row, a, b in zip(rows, annotated[::2], annotated[1::2], strict=True):
        one, other = marked(a, row["a"]["claim"]), marked(b, row["b"]["claim"])
        link = found.get((one.claim_id, other.claim_id)) if one and other else None
        answers.append(link.relation if link else "unrelated")
        sure.append(answers[-1] if link and link.score >= COVERS else "unrelated")
        if row["relation"] not in ("unrelated", answers[-1]):
            missed[f"found as {link.relation}" if link else why_not(one, other) if one and other else "claim"] += 1
        wanted = options.show in ("all", row["relation"], answers[-1])
        if options.show and wanted and answers[-1] != row["relation"]:
            print(f"{row['id']} {row['lang']} {row['relation']} -> {answers[-1]} ({row['kind']})")
            for side, statement in (("a", one), ("b", other)):
                print(f"    {row[side]['claim']}\n        {seen(statement)}")
            if link:
                print(f"    {link.score} {link.reason}")
    story = {statement.claim_id: statement.doc_id[:-1] for statement in everything}
    strange = Counter(link.relation for link in found.values() if story[link.a] != story[link.b])
    for lang in ("zh-zh", "en-en", "zh-en", "all"):
        chosen = [(r["relation"], g) for r, g in zip(rows, answers, strict=True) if lang in (r["lang"], "all")]
        print(f"{lang:6}", "  ".join(f"{relation} {table(chosen, relation)}" for relation in RELATIONS[:3]))
    certain = [(r["relation"], g) for r, g in zip(rows, sure, strict=True)]
    print(f"same with a score of {COVERS}: {table(certain, 'same')}")
    updates = [g for r, g in zip(rows, answers, strict=True) if r["relation"] == "update"]
    print(f"updates called contradictions: {updates.count('contradiction')} of {len(updates)}")
    print(f"{len(everything):,} claims, {len(found)} links, between different stories: {dict(strange) or 'none'}")
    links_there = sum(row["relation"] != "unrelated" for row in rows)
    print(
        f"missed of {links_there}, by where: ", ", ".join(f"{where} {count}" for where, count in missed.most_common())
    )


def seen(s: Statement | None) -> Any:
    """What the comparison sees of a claim."""
    if s is None:
        return None
    names = [(n.text, n.kind) for n in s.names]
    figure = (s.comparator, str(s.value), s.value_max and str(s.value_max), s.unit)
    m = s.meaning
    meant = [sorted(kind) for kind in (m.measures, m.acts, m.things, m.qualifiers)]
    return names, [n.text for n in s.subject_names], s.measure, figure, s.period, *meant


def table(pairs: Sequence[tuple[str, str]], relation: str) -> str:
    """Precision, recall and F1 in percent."""
    right = sum(want == got == relation for want, got in pairs)
    found = sum(got == relation for _, got in pairs)
    there = sum(want == relation for want, _ in pairs)
    shares = (100 * right / (found or 1), 100 * right / (there or 1), 200 * right / ((found + there) or 1))
    return "P {:5.1f} R {:5.1f} F1 {:5.1f}".format(*shares)


def scale(count: int) -> None:
    """Time the links of made-up claims: a name in twenty claims on average, a figure, a measure and a year each."""
    rng = Random(0)
    firms = [f"{rng.choice('ABCDEFGHIJKLMNOP')}{''.join(rng.choices('aeioulmnrst', k=7))}" for _ in range(count // 20)]
    words = ("revenue", "net profit", "users", "deliveries", "employees", "market share", "exports", "downloads")
    made = []
    for number in range(count):
        firm, word = rng.choice(firms), rng.choice(words)
        value, year = Decimal(rng.randint(1, 999)) * 10 ** rng.randint(3, 8), rng.randint(2018, 2025)
        name = Name(firm, "ORG", frozenset({firm.casefold()}))
        text = f"{firm}'s {word} reached {value:,} in {year}"
        made.append(
            Statement(str(number), str(number), text, "en", firm, word, (name,), (name,), value=value, period=f"{year}")
        )
    with TemporaryDirectory() as folder:
        for when in ("the first time", "again") if count <= MOST_BY_MEANING else ("without meaning",):
            started = time.perf_counter()
            found = sum(1 for _ in links(made, kept=Path(folder) / "vectors.sqlite3"))
            print(f"{count:,} claims, {found:,} links, {time.perf_counter() - started:.1f} s {when}")


if __name__ == "__main__":
    main()
