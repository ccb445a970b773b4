"""How far people agree on what is a claim: F1 of their marks, pair by pair of people, on what both were given whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

import numpy as np

from toolkit.model import Marking
from toolkit.verdicts import marks
from toolkit.verdicts.resample import REPLICATES, Floats, Interval, intervals


@dataclass(frozen=True, slots=True)
class PairF1:
    """Two people's marks of claims on the `n_documents` that both were given: 1 where all are the same."""

    a: str
    b: str
    exact: float | None
    overlap: float | None
    n_documents: int


@dataclass(frozen=True, slots=True)
class SpanAgreement:
    """F1 over all pairs of people, of spans that are equal (`exact`) or share text (`overlap`); None without marks.

    `n_documents` were marked by two people or more, `n_excluded` by one. `intervals` are 95 %, over documents.
    """

    exact: float | None
    overlap: float | None
    n_documents: int
    n_excluded: int
    intervals: dict[str, Interval] = field(default_factory=dict)
    pairs: tuple[PairF1, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Plain JSON types; an interval is [low, high]."""
        plain = {name: getattr(self, name) for name in self.__dataclass_fields__}
        pairs = [{name: getattr(pair, name) for name in pair.__dataclass_fields__} for pair in self.pairs]
        return {**plain, "intervals": {name: list(found) for name, found in self.intervals.items()}, "pairs": pairs}


def span_agreement(markings: Iterable[Marking], *, replicates: int = REPLICATES) -> SpanAgreement:
    """Of the latest marking of each person on each task in which the whole document was there to be marked."""
    by_task: dict[int, list[Marking]] = defaultdict(list)
    for marking in marks.latest(markings):
        if marking.whole:
            by_task[marking.task_id].append(marking)
    # A row a pair of people and document: equal spans, spans that overlap, spans of both.
    rows: dict[tuple[str, str], list[tuple[str, int, int, int]]] = defaultdict(list)
    for together in by_task.values():
        for one, other in combinations(sorted(together, key=lambda m: m.annotator), 2):
            ours, theirs = marks.claims(one.left), marks.claims(other.left)
            counted = marks.same(ours, theirs), len(marks.overlapping(ours, theirs)), len(ours) + len(theirs)
            rows[one.annotator, other.annotator].append((one.doc_id, *counted))
    summed: dict[str, Floats] = {}
    for doc_id, *counts in (row for found in rows.values() for row in found):
        summed[doc_id] = summed.get(doc_id, np.zeros(3)) + np.array(counts, dtype=np.float64)
    sums = np.array(list(summed.values())).reshape(-1, 3)
    total = sums.sum(axis=0, keepdims=True)
    return SpanAgreement(
        exact=_point(_exact(total)),
        overlap=_point(_overlap(total)),
        n_documents=len(summed),
        n_excluded=len({m[0].doc_id for m in by_task.values() if len(m) == 1} - summed.keys()),
        intervals=intervals(sums, STATISTICS, replicates=replicates) if replicates and len(sums) > 1 else {},
        pairs=tuple(_pair(a, b, found) for (a, b), found in sorted(rows.items())),
    )


def _pair(a: str, b: str, rows: list[tuple[str, int, int, int]]) -> PairF1:
    total = np.array([row[1:] for row in rows], dtype=np.float64).sum(axis=0, keepdims=True)
    return PairF1(a, b, _point(_exact(total)), _point(_overlap(total)), len({row[0] for row in rows}))


def _exact(sums: Floats) -> Floats:
    return _f1(sums[:, 0], sums[:, 2])


def _overlap(sums: Floats) -> Floats:
    return _f1(sums[:, 1], sums[:, 2])


def _f1(common: Floats, marked: Floats) -> Floats:
    found: Floats = np.full(common.shape, np.nan)
    np.divide(2 * common, marked, out=found, where=marked > 0)
    return found


STATISTICS = {"exact": _exact, "overlap": _overlap}


def _point(values: Floats) -> float | None:
    return None if np.isnan(values[0]) else float(values[0])
