"""Two sets of marks on one text, matched: the same span, or spans that overlap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from toolkit.model import CLAIM_LABEL, Mark, Marking


def latest(markings: Iterable[Marking]) -> list[Marking]:
    """The latest marking of each person on each task."""
    kept: dict[tuple[str, int], Marking] = {}
    for marking in sorted(markings, key=lambda m: (m.annotated_at, m.annotation_id)):
        kept[marking.annotator, marking.task_id] = marking
    return list(kept.values())


def claims(marks: Iterable[Mark]) -> list[Mark]:
    """The marks of claims that the person did not dismiss."""
    return [mark for mark in marks if mark.label == CLAIM_LABEL and not mark.dismissed]


def same(ours: Iterable[Mark], theirs: Iterable[Mark]) -> int:
    """How many spans both have, edge by edge."""
    return len({(mark.start, mark.end) for mark in ours} & {(mark.start, mark.end) for mark in theirs})


def overlapping(ours: Sequence[Mark], theirs: Sequence[Mark]) -> list[tuple[Mark, Mark]]:
    """Pairs of marks that share text, each mark in one pair at most, those that share most first."""
    shared = [
        (min(a.end, b.end) - max(a.start, b.start), a.start, b.start, a, b)
        for a in ours
        for b in theirs
        if a.start < b.end and b.start < a.end
    ]
    pairs: list[tuple[Mark, Mark]] = []
    taken: set[tuple[int, int]] = set()
    for _, _, _, a, b in sorted(shared, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if not {(0, id(a)), (1, id(b))} & taken:
            taken |= {(0, id(a)), (1, id(b))}
            pairs.append((a, b))
    return pairs
