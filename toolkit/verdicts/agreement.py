"""How far annotators agree, beyond what chance would give.

Krippendorff's alpha: K. Krippendorff, Content Analysis (2004), chapter 11. AC1: K. L. Gwet, British Journal of
Mathematical and Statistical Psychology 61 (2008). Kappa: J. Cohen, Educational and Psychological Measurement 20
(1960).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import combinations, pairwise, permutations
from typing import Any

from toolkit.model import VERDICTS, VerdictCode

Distance = Callable[[str, str], float]


@dataclass(frozen=True, slots=True)
class PairKappa:
    """Cohen's kappa of two annotators over the `n_units` that both answered; None where chance alone explains all."""

    a: str
    b: str
    kappa: float | None
    n_units: int


@dataclass(frozen=True, slots=True)
class Agreement:
    """Coefficients are 1 for full agreement and 0 for chance; `percent` is a share, 0..1. None: not defined.

    All rest on the `n_units` with two answers or more; `n_excluded` had fewer. `n_annotators` counts the people in
    the former. The alphas are not defined where nobody varies; AC1 is, and is 1 there.
    """

    alpha_nominal: float | None
    alpha_ordinal: float | None
    ac1: float | None
    percent: float | None
    n_units: int
    n_excluded: int
    n_annotators: int
    pairwise_kappa: tuple[PairKappa, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Plain JSON types, None as null."""
        return {**asdict(self), "pairwise_kappa": [asdict(pair) for pair in self.pairwise_kappa]}


def agreement(units: Sequence[Mapping[str, str]], *, scale: Sequence[VerdictCode] = VERDICTS) -> Agreement:
    """Agreement over units, each a claim: annotator → verdict code.

    `alpha_ordinal` looks only at answers that have a step on `scale`; the others look at all. `percent` is the share
    of pairs of answers to one claim that are equal.
    """
    compared = [unit for unit in units if len(unit) > 1]
    tables = [Counter(unit.values()) for unit in compared]
    steps = {verdict.code: verdict.step for verdict in scale if verdict.step is not None}
    on_scale = [Counter(code for code in unit.values() if code in steps) for unit in compared]
    return Agreement(
        alpha_nominal=_alpha(tables, lambda a, b: float(a != b)),
        alpha_ordinal=_alpha(on_scale, _ordinal_distance(on_scale, sorted(steps, key=lambda code: steps[code]))),
        ac1=_ac1(tables),
        percent=_percent(tables),
        n_units=len(compared),
        n_excluded=len(units) - len(compared),
        n_annotators=len({annotator for unit in compared for annotator in unit}),
        pairwise_kappa=_pairwise_kappa(compared),
    )


def _alpha(tables: Sequence[Counter[str]], distance: Distance) -> float | None:
    """1 − observed / expected disagreement; a table counts one unit's answers by code."""
    pairable = [table for table in tables if table.total() > 1]
    totals = sum(pairable, Counter[str]())
    expected = sum(totals[a] * totals[b] * distance(a, b) for a, b in permutations(totals, 2))
    if not expected:
        return None
    observed = sum(
        table[a] * table[b] * distance(a, b) / (table.total() - 1)
        for table in pairable
        for a, b in permutations(table, 2)
    )
    return 1 - (totals.total() - 1) * observed / expected


def _ordinal_distance(tables: Sequence[Counter[str]], order: Sequence[str]) -> Distance:
    """Squared number of answers between two codes, with half of each end."""
    totals = sum((table for table in tables if table.total() > 1), Counter[str]())
    # Where the middle of each code's answers lies when all answers stand in a row.
    place = dict.fromkeys(order[:1], 0.0)
    for before, code in pairwise(order):
        place[code] = place[before] + (totals[before] + totals[code]) / 2
    return lambda a, b: (place[a] - place[b]) ** 2


def _ac1(tables: Sequence[Counter[str]]) -> float | None:
    """Gwet's AC1 over the codes in use."""
    if not tables:
        return None
    observed = sum(_equal_pairs(table) / _pairs(table) for table in tables) / len(tables)
    codes = sum(tables, Counter[str]())
    shares = [sum(table[code] / table.total() for table in tables) / len(tables) for code in codes]
    # With one code in use chance agreement is 0 for any number of codes that could have been.
    chance = sum(share * (1 - share) for share in shares) / max(len(shares) - 1, 1)
    return (observed - chance) / (1 - chance)  # chance is at most 1/2


def _percent(tables: Sequence[Counter[str]]) -> float | None:
    pairs = sum(map(_pairs, tables))
    return sum(map(_equal_pairs, tables)) / pairs if pairs else None


def _pairs(table: Counter[str]) -> int:
    return table.total() * (table.total() - 1)


def _equal_pairs(table: Counter[str]) -> int:
    return sum(count * (count - 1) for count in table.values())


def _pairwise_kappa(units: Sequence[Mapping[str, str]]) -> tuple[PairKappa, ...]:
    answers: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for unit in units:
        for a, b in combinations(sorted(unit), 2):
            answers.setdefault((a, b), []).append((unit[a], unit[b]))
    return tuple(PairKappa(a, b, _kappa(pairs), len(pairs)) for (a, b), pairs in sorted(answers.items()))


def _kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """(observed − chance) / (1 − chance), in whole numbers until the last step; None where chance is 1."""
    n = len(pairs)
    ours, theirs = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(count * theirs[code] for code, count in ours.items())
    observed = sum(a == b for a, b in pairs)
    return (observed * n - chance) / (n * n - chance) if chance != n * n else None
