"""How much a claim is worth checking: a sum of named reasons between 0 and 1."""

from __future__ import annotations

import re
from collections.abc import Iterable

from toolkit.claims import words

# The weights, to be read as a list. They add up from nothing and are cut off at 0 and 1.
WEIGHTS: dict[str, float] = {
    "has a figure": 0.35,
    "ranks something": 0.35,
    "reports an act": 0.20,
    "only a date": 0.20,
    "names a measure": 0.15,
    "names who": 0.15,
    "says when": 0.10,
    "holds a name": 0.10,
    "superlative": 0.10,
    "comparison": 0.10,
    "about money": 0.15,
    "about health": 0.20,
    "about crime": 0.25,
    "about law": 0.15,
    "about military": 0.25,
    "attributed to a third party": 0.05,
    "small count": -0.35,
    "fragment": -0.20,
    "leans on another clause": -0.20,
    "pronoun": -0.10,
    "supposition": -0.25,
    "prediction": -0.30,
    "opinion": -0.20,
    "question": -0.40,
    "advice": -0.30,
}
_NO_SMALL_COUNTS = ("health", "crime", "military")
_FEWEST_WORDS, _FEWEST_CHARACTERS = 3, 8  # a clause with fewer of both says little by itself: 跌0.17%, to 5%
# Who is meant stands elsewhere, or is the writer or reader.
_PRONOUN = re.compile(r"(?:it|they|he|she|this|that|we|i|you|there)\b|[我你咱他她它]", re.IGNORECASE)
_DENIES = re.compile(r"否认|\bden(?:y|ies|ied)\b", re.IGNORECASE)  # that it plans to sell: what was said, no forecast
_MOST_FROM_TOPICS = 1  # a clause about money and law is not twice as important


def worth(
    clause: str,
    sentence: str,
    *,
    types: Iterable[str],
    subject: str | None,
    measure: str | None,
    period: str | None,
    small: bool = False,
    named: bool = False,
) -> tuple[float, tuple[str, ...]]:
    """The worth of a claim (0..1, two decimals) and the names of the reasons, in the order of `WEIGHTS`.

    `small` says that the figure only counts a few of something: 三条线, two engineers. Of the dead it is no trifle.
    `named` says that a name stands in the clause.
    """
    kinds = frozenset(types)
    holds = {
        "has a figure": "statistical" in kinds,
        "ranks something": "rank" in kinds,
        "reports an act": "statement" in kinds,
        "only a date": kinds == {"temporal"},
        "names a measure": measure is not None,
        "names who": subject is not None,
        "says when": period is not None and kinds != {"temporal"},
        "holds a name": named,
        "superlative": words.SUPERLATIVE.search(clause) is not None,
        "comparison": "comparison" in kinds,
        "attributed to a third party": words.ATTRIBUTION.search(sentence) is not None,
        "small count": small and not any(words.TOPICS[topic].search(clause) for topic in _NO_SMALL_COUNTS),
        "fragment": len(clause.split()) < _FEWEST_WORDS and len(clause) < _FEWEST_CHARACTERS,
        "leans on another clause": (subject or measure) is not None and not _own(clause, subject, measure),
        "pronoun": _PRONOUN.match(clause) is not None,
        "supposition": words.SUPPOSITION.search(clause) is not None,
        "prediction": words.PREDICTION.search(clause) is not None and _DENIES.search(clause) is None,
        "opinion": words.OPINION.search(sentence) is not None,
        "question": words.QUESTION.search(sentence) is not None,
        "advice": words.ADVICE.search(clause) is not None,
    }
    topics = [f"about {topic}" for topic, pattern in words.TOPICS.items() if pattern.search(clause)]
    topics.sort(key=lambda name: -WEIGHTS[name])
    holds |= dict.fromkeys(topics[:_MOST_FROM_TOPICS], True)
    reasons = tuple(name for name in WEIGHTS if holds.get(name))
    return round(min(1.0, max(0.0, sum(WEIGHTS[name] for name in reasons))), 2), reasons


def _own(clause: str, *said: str | None) -> bool:
    """Whether what a claim is about, or what it measures, stands in its own words."""
    return any(phrase.casefold() in clause.casefold() for phrase in said if phrase)
