"""What stands beside a claim: every word that can come up has its Chinese."""

from __future__ import annotations

from decimal import Decimal

import pytest

from toolkit.claims.worth import WEIGHTS
from toolkit.labelstudio import card
from toolkit.model import Claim


def claim(**values: object) -> Claim:
    return Claim("c", 0, 4, "some", "en", 0, 4, **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("values", "read"),
    [
        (
            {"value": Decimal(600_000_000), "comparator": ">", "unit": "次", "subject": "Qwen"},
            "> 600,000,000 次 · Qwen",
        ),
        ({"value": Decimal("22.32"), "unit": "%"}, "= 22.32 %"),
        ({"value": Decimal("1234567.50")}, "= 1,234,567.5"),
        ({"value": Decimal(2) / 3, "comparator": "~"}, "~ 0.6667"),
        ({"value": Decimal("-0.5")}, "= -0.5"),
        ({"value": Decimal("-1500")}, "= -1,500"),
        ({"value": Decimal("5E8"), "value_max": Decimal("4.8E11")}, "= 500,000,000 – 480,000,000,000"),
        ({"measure": "downloads", "period": "2025-11"}, "downloads · 2025-11"),
        ({}, ""),
    ],
)
def test_a_reading_is_one_line(values: dict[str, object], read: str) -> None:
    assert card.reading(claim(**values)) == read


def test_a_note_is_the_card_in_one_text() -> None:
    made = claim(types=("rank", "statistical"), worth=0.7, reasons=("has a figure", "about money"))
    assert card.rows(made) == {
        "Type / 类型": "rank, statistical / 名次、数字",
        "Worth / 核查价值": "0.70: has a figure, about money / 有数字、涉及金钱",
    }
    assert card.note(made).splitlines() == [f"{name}: {value}" for name, value in card.rows(made).items()]


def test_every_reason_has_its_chinese() -> None:
    assert set(card.REASONS) == {*WEIGHTS, "marked by an annotator"}
