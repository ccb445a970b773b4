"""How far annotators agree, beyond what chance would give, and how sure one can be of that.

Krippendorff's alpha: K. Krippendorff, Content Analysis (2004), chapter 11. AC1: K. L. Gwet, Handbook of Inter-Rater
Reliability (2014), chapter 5, for designs with missing answers. Kappa: J. Cohen, Educational and Psychological
Measurement 20 (1960). Intervals: percentiles of a bootstrap that draws whole documents, since the claims of one
document are judged together.

Every coefficient is a function of sums over claims. So the sums are made once a document, and a replicate of the
bootstrap is a weighted sum of rows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

import numpy as np
import numpy.typing as npt

from toolkit.model import DEFAULT_SCALE, Scale
from toolkit.verdicts.resample import REPLICATES, Interval, intervals

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class PairKappa:
    """Cohen's kappa of two annotators over the `n_units` that both answered; None where chance alone explains all.

    `n_excluded` units were answered by one of the two alone.
    """

    a: str
    b: str
    kappa: float | None
    n_units: int
    n_excluded: int = 0
    interval: Interval | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """Coefficients are 1 for full agreement and 0 for chance; `percent` is a share, 0..1. None: not defined.

    All rest on the `n_units` with two answers or more; `n_excluded` had fewer. AC1 takes how often a code is used from
    the latter too. `alpha_ordinal` leaves out answers off the scale: it rests on `n_units_ordinal`. `n_annotators`
    counts the people in the compared units. The alphas are not defined where nobody varies; AC1 is, and is 1 there.

    `intervals` (95 %, by coefficient) come from `replicates` drawings of the `n_documents`; 0 where there is only one.
    """

    alpha_nominal: float | None
    alpha_ordinal: float | None
    ac1: float | None
    percent: float | None
    n_units: int
    n_excluded: int
    n_annotators: int
    n_units_ordinal: int = 0
    n_excluded_ordinal: int = 0
    n_documents: int = 0
    replicates: int = 0
    intervals: Mapping[str, Interval] = field(default_factory=dict)
    pairwise_kappa: tuple[PairKappa, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Plain JSON types, None as null; an interval is [low, high]."""
        plain = {name: getattr(self, name) for name in self.__dataclass_fields__}
        pairs = [{name: getattr(pair, name) for name in pair.__dataclass_fields__} for pair in self.pairwise_kappa]
        for pair in pairs:
            pair["interval"] = list(pair["interval"]) if pair["interval"] else None
        named = {name: list(interval) for name, interval in self.intervals.items()}
        return {**plain, "intervals": named, "pairwise_kappa": pairs}


def agreement(
    units: Sequence[Mapping[str, str]],
    *,
    documents: Sequence[str] | None = None,
    scale: Scale = DEFAULT_SCALE,
    replicates: int = REPLICATES,
) -> Agreement:
    """Agreement over units, each a claim: annotator → verdict code.

    `documents` names each unit's document, for the intervals; without it every unit is its own. `percent` is the share
    of pairs of answers to one claim that are equal.
    """
    names = list(documents) if documents is not None else [str(n) for n in range(len(units))]
    if len(names) != len(units):
        raise ValueError(f"{len(names)} documents for {len(units)} units")
    design = _Design.of(units, names, scale)
    sums = design.sums()
    total = sums.sum(axis=0, keepdims=True)
    points = {name: _point(of(design, total)) for name, of in COEFFICIENTS.items()}
    pairs = [_Pair.of(design, a, b) for a, b in design.pairs()]
    compared = design.sizes > 1
    n_documents = len(set(design.documents[compared].tolist()))
    drawn = replicates if n_documents > 1 else 0
    found: dict[str, Interval] = {}
    if drawn:
        found = intervals(sums, {name: _of(design, of) for name, of in COEFFICIENTS.items()}, replicates=drawn)
    return Agreement(
        **points,
        n_units=int(compared.sum()),
        n_excluded=len(units) - int(compared.sum()),
        n_annotators=len(set(design.people[compared[design.answer_units]].tolist())),
        n_units_ordinal=int((design.on_scale.sum(axis=1) > 1).sum()),
        n_excluded_ordinal=len(units) - int((design.on_scale.sum(axis=1) > 1).sum()),
        n_documents=n_documents,
        replicates=drawn,
        intervals=found,
        pairwise_kappa=tuple(pair.kappa(drawn) for pair in pairs),
    )


@dataclass(frozen=True, slots=True)
class _Design:
    """The answers as numbers: one row a unit in `counts` (by code) and `on_scale` (by step), one an answer below."""

    counts: Floats
    on_scale: Floats
    documents: Ints
    answer_units: Ints
    people: Ints
    codes: Ints
    names: tuple[str, ...]  # of the people

    @classmethod
    def of(cls, units: Sequence[Mapping[str, str]], documents: Sequence[str], scale: Scale) -> _Design:
        flat = [(n, who, code) for n, unit in enumerate(units) for who, code in unit.items()]
        people = {who: n for n, who in enumerate(sorted({who for _, who, _ in flat}))}
        # In the order of the scale, so that the ordinal distance can go along the columns.
        steps = {verdict.code: n for n, verdict in enumerate(scale.steps)}
        others = sorted({code for _, _, code in flat} - steps.keys())
        codes = {**steps, **{code: n for n, code in enumerate(others, len(steps))}}
        answers = np.array([(n, people[who], codes[code]) for n, who, code in flat], dtype=np.int64).reshape(-1, 3)
        width = max(len(codes), 1)
        cells = np.bincount(answers[:, 0] * width + answers[:, 2], minlength=len(units) * width)
        counts = cells.reshape(len(units), width).astype(np.float64)
        numbers: dict[str, int] = {}
        return cls(
            counts=counts,
            on_scale=counts[:, : len(steps)],
            documents=np.array([numbers.setdefault(name, len(numbers)) for name in documents], dtype=np.int64),
            answer_units=answers[:, 0],
            people=answers[:, 1],
            codes=answers[:, 2],
            names=tuple(people),
        )

    @property
    def sizes(self) -> Floats:
        """Answers a unit."""
        sizes: Floats = self.counts.sum(axis=1)
        return sizes

    @property
    def used(self) -> int:
        """Codes in use."""
        return int((self.counts.sum(axis=0) > 0).sum())

    def pairs(self) -> list[tuple[int, int]]:
        """Pairs of people who answered a unit in common."""
        by_unit: dict[int, list[int]] = {}
        for unit, person in zip(self.answer_units.tolist(), self.people.tolist(), strict=True):
            by_unit.setdefault(unit, []).append(person)
        groups = {tuple(sorted(people)) for people in by_unit.values()}
        return sorted({pair for group in groups for pair in combinations(group, 2)})

    def by_document(self, *columns: Floats) -> Floats:
        """Columns of one value a unit → one row of their sums a document."""
        rows = int(self.documents.max()) + 1 if len(self.documents) else 0
        summed = [np.bincount(self.documents, weights=column, minlength=rows) for column in columns]
        return np.array(summed, dtype=np.float64).reshape(len(columns), rows).T

    def sums(self) -> Floats:
        """What the coefficients are made of: one row a document, columns as `_columns` cuts them."""
        sizes = self.sizes
        many = sizes > 1
        pairs = sizes * (sizes - 1)
        equal = (self.counts * (self.counts - 1)).sum(axis=1)
        share = np.divide(equal, pairs, out=np.zeros_like(pairs), where=many)
        shares = np.divide(self.counts, sizes[:, None], out=np.zeros_like(self.counts), where=sizes[:, None] > 0)
        differ = np.divide(pairs - equal, sizes - 1, out=np.zeros_like(pairs), where=many)
        paired = self.counts * many[:, None]
        scaled = self.on_scale.sum(axis=1)
        weight = np.divide(1.0, scaled - 1, out=np.zeros_like(scaled), where=scaled > 1)
        stepped = self.on_scale * (scaled > 1)[:, None]
        together = [
            stepped[:, a] * stepped[:, b] * weight
            for a in range(self.on_scale.shape[1])
            for b in range(self.on_scale.shape[1])
        ]
        return self.by_document(
            *(equal, pairs, share, many.astype(np.float64), (sizes > 0).astype(np.float64), differ),
            *(*shares.T, *paired.T, *stepped.T, *together),
        )


def _columns(design: _Design, sums: Floats) -> tuple[Floats, Floats, Floats, Floats, Floats]:
    """Rows of `_Design.sums`: six single columns; shares, answers (nominal) by code; answers, pairs by step."""
    codes, steps = design.counts.shape[1], design.on_scale.shape[1]
    at = np.cumsum([6, codes, codes, steps])
    first, shares, paired, stepped, together = np.split(sums, at, axis=1)
    return first, shares, paired, stepped, together.reshape(-1, steps, steps)


def _alpha_nominal(design: _Design, sums: Floats) -> Floats:
    first, _, paired, _, _ = _columns(design, sums)
    total = paired.sum(axis=1)
    expected = total**2 - (paired**2).sum(axis=1)
    return 1 - _ratio((total - 1) * first[:, 5], expected)


def _alpha_ordinal(design: _Design, sums: Floats) -> Floats:
    """The distance of two steps: squared number of answers between them, with half of each end."""
    _, _, _, stepped, together = _columns(design, sums)
    place = np.cumsum(stepped, axis=1) - stepped / 2
    distance = (place[:, :, None] - place[:, None, :]) ** 2
    observed = (together * distance).sum(axis=(1, 2))
    expected = (stepped[:, :, None] * stepped[:, None, :] * distance).sum(axis=(1, 2))
    return 1 - _ratio((stepped.sum(axis=1) - 1) * observed, expected)


def _ac1(design: _Design, sums: Floats) -> Floats:
    """Chance counts every code in use in the whole design, also where a replicate happens to lack it."""
    first, shares, _, _, _ = _columns(design, sums)
    observed = _ratio(first[:, 2], first[:, 3])
    used = _ratio(shares, first[:, 4:5])
    # With one code in use chance agreement is 0 for any number of codes that could have been.
    chance = (used * (1 - used)).sum(axis=1) / max(design.used - 1, 1)
    return _ratio(observed - chance, 1 - chance)  # chance is at most 1/2


def _percent(design: _Design, sums: Floats) -> Floats:
    first, *_ = _columns(design, sums)
    return _ratio(first[:, 0], first[:, 1])


COEFFICIENTS: dict[str, Callable[[_Design, Floats], Floats]] = {
    "alpha_nominal": _alpha_nominal,
    "alpha_ordinal": _alpha_ordinal,
    "ac1": _ac1,
    "percent": _percent,
}


def _of(design: _Design, of: Callable[[_Design, Floats], Floats]) -> Callable[[Floats], Floats]:
    return lambda sums: of(design, sums)


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two people's answers to what both answered; `sums` has one row a document."""

    a: str
    b: str
    sums: Floats
    n_units: int
    n_excluded: int

    @classmethod
    def of(cls, design: _Design, a: int, b: int) -> _Pair:
        width = design.counts.shape[1]
        ours, theirs = (np.full(len(design.counts), -1, dtype=np.int64) for _ in range(2))
        for codes, person in ((ours, a), (theirs, b)):
            own = design.people == person
            codes[design.answer_units[own]] = design.codes[own]
        both = (ours >= 0) & (theirs >= 0)
        documents = np.unique(design.documents[both], return_inverse=True)[1]
        rows = int(documents.max()) + 1
        columns = [(ours == theirs)[both], np.ones(int(both.sum()))]
        columns += [(codes == code)[both] for codes in (ours, theirs) for code in range(width)]
        sums = [np.bincount(documents, weights=column, minlength=rows) for column in columns]
        return cls(
            a=design.names[a],
            b=design.names[b],
            sums=np.array(sums, dtype=np.float64).T,
            n_units=int(both.sum()),
            n_excluded=int(((ours >= 0) ^ (theirs >= 0)).sum()),
        )

    def kappa(self, replicates: int) -> PairKappa:
        """With its interval, where the two have more than one document in common."""
        found = {}
        if replicates and len(self.sums) > 1:
            found = intervals(self.sums, {"kappa": _kappa}, replicates=replicates)
        point = _point(_kappa(self.sums.sum(axis=0, keepdims=True)))
        return PairKappa(self.a, self.b, point, self.n_units, self.n_excluded, found.get("kappa"))


def _kappa(sums: Floats) -> Floats:
    """(observed − chance) / (1 − chance), in whole numbers until the last step."""
    equal, n = sums[:, 0], sums[:, 1]
    width = (sums.shape[1] - 2) // 2
    chance = (sums[:, 2 : 2 + width] * sums[:, 2 + width :]).sum(axis=1)
    return _ratio(equal * n - chance, n * n - chance)


def _ratio(above: Floats, below: Floats) -> Floats:
    """NaN where the coefficient is not defined."""
    undefined: Floats = np.full(np.broadcast(above, below).shape, np.nan)
    np.divide(above, below, out=undefined, where=below != 0)
    return undefined


def _point(values: Floats) -> float | None:
    return None if np.isnan(values[0]) else float(values[0])
