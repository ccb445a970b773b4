"""Amounts, differences and coefficients as a reader writes them."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from toolkit.exports.report.clean import field
from toolkit.exports.report.words import Phrasebook
from toolkit.model import Claim, plain

_SYMBOLS = {">": "> ", ">=": "≥ ", "<": "< ", "<=": "≤ ", "~": "≈ ", None: ""}


def reading(claim: Claim) -> str:
    """The claim as software read it: amount, subject, measure, period, as far as there are any."""
    figure = amount(claim.comparator, claim.value, claim.value_max, claim.unit)
    return " · ".join(part for part in (figure, claim.subject, claim.measure, claim.period) if part)


def amount(comparator: str | None, value: Decimal | None, value_max: Decimal | None, unit: str | None) -> str:
    """`> 600,000,000 次`, `USD 500,000,000,000`, `22.32%`, `0.5–480`; empty without a value."""
    if value is None:
        return ""
    figure = grouped(value) if value_max is None else f"{grouped(value)}–{grouped(value_max)}"
    if unit == "%":
        figure += "%"
    elif unit and re.fullmatch("[A-Z]{3}", unit):
        figure = f"{unit} {figure}"
    elif unit:
        figure += f" {unit}"
    return _SYMBOLS.get(comparator, "") + figure


def grouped(value: Decimal) -> str:
    """`1,234.5`, with a true minus sign."""
    if not value.is_finite() or abs(value.adjusted()) > 30:  # an annotator may type 1e999999
        return str(value)
    whole, dot, rest = plain(value).partition(".")
    sign, digits = ("−", whole[1:]) if whole.startswith("-") else ("", whole)
    return f"{sign}{int(digits):,}{dot}{rest}"


def difference(delta: Decimal | None, words: Phrasebook) -> tuple[str, str] | None:
    """`3.4% too high` in both languages: two decimals below one per cent, one above; None where there is none."""
    if delta is None or not delta:
        return None
    size = abs(delta)
    figure = grouped(round(size, 2 if size < 1 else 1) if size.adjusted() < 20 else size) + "%"
    return words.filled("above" if delta > 0 else "below", delta=figure)


def coefficient(key: str, value: Any) -> str | None:
    """A figure of the agreement, `percent` as a percentage; None where it is not defined."""
    if value is None or value != value:  # NaN
        return None
    if key == "percent":
        return f"{value:.1%}"
    return f"{value:.3f}" if isinstance(value, (float, Decimal)) else field(str(value))
