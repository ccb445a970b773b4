"""From what speaks for and against two claims' being of one thing to how likely each relation is.

First it is weighed whether the two speak of one thing at all; then, if they do, what they have to do with each other.
The weights in `judge.json` are learnt from marked pairs (`python -m training.judge`), for claims with figures and for
claims without.
"""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "judge.json"
RELATIONS = ("same", "update", "contradiction")


@dataclass(frozen=True, slots=True)
class Scale:
    """What each sign adds to the log odds of each outcome."""

    offset: tuple[float, ...]
    weights: Mapping[str, tuple[float, ...]]

    def weigh(self, signs: Mapping[str, float]) -> tuple[float, ...]:
        """The chances of the outcomes, together 1."""
        sums = list(self.offset)
        for name, value in signs.items():
            if value and (weights := self.weights.get(name)):
                for at, weight in enumerate(weights):
                    sums[at] += value * weight
        top = max(sums)
        odds = [math.exp(value - top) for value in sums]
        whole = sum(odds)
        return tuple(one / whole for one in odds)


@dataclass(frozen=True, slots=True)
class Odds:
    """What each sign adds to the log odds of one outcome against the only other."""

    offset: float
    weights: Mapping[str, float]

    def chance(self, signs: Mapping[str, float]) -> float:
        """How likely the outcome is."""
        weights = self.weights
        weighed = sum([value * weights.get(name, 0.0) for name, value in signs.items() if value])
        return 1 / (1 + math.exp(-self.offset - weighed))


@dataclass(frozen=True, slots=True)
class Judge:
    """`short` weighs whether two claims speak of one thing without the signs of meaning, which cost more to find.

    `usual` is what a sign is on average between claims that do.
    """

    short: Odds
    one_thing: Odds
    relation: Scale
    usual: Mapping[str, float]

    def chances(self, signs: Mapping[str, float], one_thing: float) -> dict[str, float]:
        """How likely each relation is, where they speak of `one_thing` so likely."""
        return {name: one_thing * chance for name, chance in zip(RELATIONS, self.relation.weigh(signs), strict=True)}

    def against(self, signs: Mapping[str, float]) -> str:
        """The group of signs that speaks most against one thing, compared with what is usual."""
        total: dict[str, float] = defaultdict(float)
        for name, weight in self.one_thing.weights.items():
            total[name.partition(".")[0]] += (signs.get(name, 0.0) - self.usual[name]) * weight
        return min(sorted(total), key=total.__getitem__)


@cache
def judge(kind: str) -> Judge:
    """The judge of claims with `figures`, or of `acts`."""
    return read_judge(json.loads(FILE.read_text("utf-8"))[kind])


def read_judge(told: Mapping[str, Any]) -> Judge:
    """A judge as `judge.json` holds it."""
    short, one_thing = (
        Odds(_odds(told[name]["offset"]), {sign: _odds(row) for sign, row in told[name]["weights"].items()})
        for name in ("short", "one_thing")
    )
    relation = told["relation"]
    scale = Scale(tuple(relation["offset"]), {sign: tuple(row) for sign, row in relation["weights"].items()})
    return Judge(short, one_thing, scale, told["usual"])


def _odds(row: Sequence[float]) -> float:
    other, one = row
    return one - other
