"""Floors under the figures for whole sentences: an alarm for a change that helps one form and spoils others.

`tests/examples/held.txt` marks everything in its sentences that a reader would check, so something read where nothing
stands counts too. Raise a floor when the figure has risen; lower one only with the reason in the commit.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from toolkit.model import Quantity
from toolkit.quantities import find_quantities

HELD = Path(__file__).resolve().parents[1] / "examples" / "held.txt"


@dataclass(frozen=True, slots=True)
class Wanted:
    """One quantity that a sentence holds; dates have no value here."""

    text: str
    kind: str
    value: Decimal | None = None
    value_max: Decimal | None = None
    unit: str | None = None
    comparator: str | None = None


def wanted(line: str) -> Wanted:
    text, kind, *rest = [cell.strip() or None for cell in line.split("|")]
    value, value_max, unit, comparator = (rest + [None] * 4)[:4]
    assert text is not None
    assert kind is not None
    return Wanted(text, kind, value and Decimal(value), value_max and Decimal(value_max), unit, comparator)


def sentences() -> Iterator[tuple[str, str, list[Wanted]]]:
    """Language, sentence and what it holds."""
    for block in HELD.read_text(encoding="utf-8").replace("\n    ", "\f").split("\n"):
        if block and not block.startswith("#"):
            head, *rows = block.split("\f")
            lang, text = head.split(": ", 1)
            yield lang, text, [wanted(row) for row in rows]


def judged(lang: str, text: str, rows: list[Wanted]) -> Iterator[tuple[str, str, bool]]:
    """(group, figure, right?) for each thing that can be right or wrong in a sentence."""
    found = find_quantities(text, lang, published="2025-11-20")
    taken: set[Quantity] = set()
    at = 0
    for row in rows:
        start = text.index(row.text, at)
        at = start + len(row.text)
        item = next((item for item in found if item.start < at and item.end > start), None)
        if item is not None:
            taken.add(item)
        for group in (lang, row.kind):
            yield group, "edges", item is not None and item.text == row.text
            yield group, "kind", item is not None and item.kind == row.kind
            if row.value is not None:
                yield group, "value", item is not None and (item.value, item.value_max) == (row.value, row.value_max)
                yield group, "comparator", item is not None and item.comparator == row.comparator
            if row.unit is not None:
                yield group, "unit", item is not None and item.unit == row.unit
    for item in found:
        yield lang, "none too many", item in taken


@cache
def figures() -> dict[tuple[str, str], float]:
    """Percentages by group (a language or a kind) and figure."""
    counts: dict[tuple[str, str], Counter[bool]] = defaultdict(Counter)
    for sentence in sentences():
        for group, figure, right in judged(*sentence):
            counts[group, figure][right] += 1
    return {key: 100 * count[True] / count.total() for key, count in counts.items()}


FLOORS = {
    "zh": {"edges": 96, "kind": 98, "value": 98, "comparator": 98, "unit": 98, "none too many": 96},
    "en": {"edges": 97, "kind": 98, "value": 98, "comparator": 98, "unit": 98, "none too many": 95},
    "mixed": {"edges": 98, "kind": 98, "value": 98, "comparator": 98, "unit": 98, "none too many": 98},
    "money": {"value": 98, "comparator": 98, "unit": 98},
    "percent": {"value": 98, "comparator": 98, "unit": 98},
    "count": {"value": 98, "comparator": 98, "unit": 98},
    "measure": {"value": 98, "comparator": 98, "unit": 98},
    "date": {"edges": 88, "kind": 98},
}


@pytest.mark.parametrize(("group", "figure"), [(group, figure) for group in FLOORS for figure in FLOORS[group]])
def test_no_figure_falls_below_its_floor(group: str, figure: str) -> None:
    assert figures()[group, figure] >= FLOORS[group][figure]


def test_every_sentence_is_what_it_says() -> None:
    assert len(list(sentences())) >= 35
    assert {lang for lang, _, _ in sentences()} == {"zh", "en", "mixed"}
