"""Score claim detection against hand-marked texts of our own.

python benchmarks/claims.py [--half dev|held|news] [--models NAME] [--show FIELD]

The texts are tests/examples/claims_dev.jsonl, which the rules may learn from, claims_held.jsonl, which nobody looks
at, and claims_news.jsonl, which was marked before anything was run on it. A claim is found where its clause and the
marked one overlap by at least half of what the two cover together.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from toolkit.annotate import annotate_many
from toolkit.model import Claim, Document

EXAMPLES = Path(__file__).resolve().parents[1] / "tests" / "examples"
LEAST_OVERLAP = 0.5
FIELDS = ("types", "subject", "measure", "value", "comparator", "unit", "period", "speaker", "stance")


def overlap(a: tuple[int, int], b: tuple[int, int]) -> float:
    """What two spans share, as a part of what they cover together."""
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return max(0.0, shared / (max(a[1], b[1]) - min(a[0], b[0])))


def spans(row: dict[str, Any]) -> list[tuple[int, int]]:
    """The marked clauses as offsets."""
    out = []
    for claim in row["claims"]:
        at = -1
        for _ in range(claim.get("occurrence", 1)):
            at = row["text"].index(claim["text"], at + 1)
        out.append((at, at + len(claim["text"])))
    return out


def pairs(gold: Sequence[tuple[int, int]], found: Sequence[Claim]) -> dict[int, int]:
    """Marked claim → found claim, the best overlaps first, one to one."""
    ranked = sorted(
        ((overlap(g, (c.start, c.end)), i, j) for i, g in enumerate(gold) for j, c in enumerate(found)), reverse=True
    )
    taken: dict[int, int] = {}
    for share, i, j in ranked:
        if share >= LEAST_OVERLAP and i not in taken and j not in taken.values():
            taken[i] = j
    return taken


def same_words(answer: str | None, accepted: Sequence[str]) -> bool:
    """Whether an answer is one of the accepted wordings, with more or fewer modifiers around it."""
    if answer is None:
        return False
    plain = answer.casefold()
    return any(plain in name.casefold() or name.casefold() in plain for name in accepted)


def right(field: str, claim: Claim, marked: dict[str, Any]) -> bool | None:
    """Whether a field is right; None where the marking leaves it open."""
    if field == "types":
        return set(claim.types) == set(marked["types"])
    if field == "subject":
        return (
            same_words(claim.subject, marked["subject"])
            if marked["subject"]
            else claim.subject in (None, claim.measure)
        )
    if field == "measure":
        return same_words(claim.measure, marked["measure"]) if marked["measure"] else None
    if field == "value":
        wanted = tuple(None if marked[k] is None else Decimal(marked[k]) for k in ("value", "value_max"))
        return (claim.value, claim.value_max) == wanted or (
            near(claim.value, wanted[0]) and near(claim.value_max, wanted[1])
        )
    if field == "unit":
        return None if marked["value"] is None else (claim.unit or None) == marked["unit"]
    if field == "speaker":  # most claims are the author's: those that both leave to the author say nothing
        told = claim.speaker, marked["speaker"]
        return None if told == (None, None) else None not in told and same_words(claim.speaker, [marked["speaker"]])
    if field == "stance" and claim.stance == marked["stance"] == "asserted":
        return None
    return bool(getattr(claim, field) == marked[field])


def near(a: Decimal | None, b: Decimal | None) -> bool:
    """Equal, but for the endless digits of a third."""
    return a == b or (a is not None and b is not None and abs(a - b) <= abs(b) * Decimal("0.005"))


def average_precision(ranked: Sequence[bool]) -> float:
    """Of claims in the order of their worth: how early those worth checking come."""
    hits, total = 0, 0.0
    for place, hit in enumerate(ranked, 1):
        hits += hit
        total += hits / place if hit else 0.0
    return total / hits if hits else 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--half", default="dev", choices=("dev", "held", "news"))
    parser.add_argument("--models", default="accurate")
    parser.add_argument("--show", default="", help="list what is wrong: missed, surplus, or a field (dev only)")
    given = parser.parse_args()
    rows = [json.loads(line) for line in (EXAMPLES / f"claims_{given.half}.jsonl").read_text("utf-8").splitlines()]
    if given.show and given.half == "held":
        sys.exit("the held half is for figures only")
    documents = [Document(row["id"], row["text"], published=row.get("published")) for row in rows]
    start = time.process_time()
    annotated = list(annotate_many(documents, models=given.models))
    seconds = time.process_time() - start
    count: Counter[tuple[str, str]] = Counter()
    ranked: list[tuple[float, bool]] = []
    for row, document in zip(rows, annotated, strict=True):
        for lang in (row["lang"], "all"):
            score(row, document.claims, lambda key, lang=lang: count.update([(lang, key)]))
        matched = set(pairs(spans(row), document.claims).values())
        ranked += [(claim.worth, j in matched) for j, claim in enumerate(document.claims)]
        if given.show:
            print("\n".join(wrong(row, document.claims, given.show)), end="")
    table(count)
    ranked.sort(key=lambda item: (-item[0], item[1]))
    print(f"worth: average precision {average_precision([hit for _, hit in ranked]):.3f} over {len(ranked)} claims")
    print(f"{sum(len(r['text']) for r in rows) / seconds:,.0f} characters/s")


def score(row: dict[str, Any], found: Sequence[Claim], add: Any) -> None:
    matched = pairs(spans(row), found)
    for _ in found:
        add("found")
    for i, marked in enumerate(row["claims"]):
        add("marked")
        if i not in matched:
            continue
        add("matched")
        for field in FIELDS:
            is_right = right(field, found[matched[i]], marked)
            if is_right is not None:
                add(f"{field} asked")
                if is_right:
                    add(field)


def wrong(row: dict[str, Any], found: Sequence[Claim], what: str) -> Iterator[str]:
    gold = spans(row)
    matched = pairs(gold, found)
    lines = []
    for i, marked in enumerate(row["claims"]):
        if what == "missed" and i not in matched:
            lines.append(f"  MISSED {marked['text']!r} {marked['types']}")
        if i in matched and what in FIELDS and right(what, found[matched[i]], marked) is False:
            claim = found[matched[i]]
            got = getattr(claim, what)
            lines.append(f"  {claim.text!r}: {got} instead of {marked[what]}")
    if what in ("missed", "surplus"):
        lines += [f"  found {c.text!r} {c.types} {c.worth}" for j, c in enumerate(found) if j not in matched.values()]
        if what == "surplus":
            lines = [line for line in lines if "found" in line]
        elif not any("MISSED" in line for line in lines):
            lines = []
    if lines:
        yield f"{row['id']} {row['text']}"
        yield from lines
        yield ""


def share(of: dict[str, int], part: str, whole: str) -> str:
    """One count as a percentage of another; a dash where there is nothing to share."""
    return f"{100 * of.get(part, 0) / of[whole]:.1f}" if of.get(whole) else "-"


def table(count: Counter[tuple[str, str]]) -> None:
    print(f"{'':8}{'marked':>8}{'found':>8}{'recall':>8}{'precis.':>8}" + "".join(f"{f:>11}" for f in FIELDS))
    for lang in dict.fromkeys(lang for lang, _ in count):
        of = {key: n for (here, key), n in count.items() if here == lang}
        fields = "".join(f"{share(of, f, f'{f} asked'):>11}" for f in FIELDS)
        print(
            f"{lang:8}{of.get('marked', 0):8}{of.get('found', 0):8}{share(of, 'matched', 'marked'):>8}"
            f"{share(of, 'matched', 'found'):>8}{fields}"
        )


if __name__ == "__main__":
    main()
