from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.claims import contradict


def figure(text: str) -> contradict.Figure:
    """`> 6e8 次`, `4 .. 5 GBP`: a figure written for a table."""
    words = text.split()
    comparator = words.pop(0) if words[0] in (">", ">=", "<", "<=", "~") else None
    value = Decimal(words.pop(0))
    high = Decimal(words[1]) if words and words[0] == ".." else None
    unit = words[-1] if words and words[-1] != str(high) else None
    found = contradict.figure(value, high, comparator, unit)
    assert found
    return found


@pytest.mark.parametrize(
    ("one", "other", "fit"),
    [
        ("600000000 次", "598000000 times", "agree"),
        ("6 %", "5.6 %", "differ"),
        ("5 %", "5.2 %", "agree"),
        ("12 %", "12.3 %", "agree"),
        ("12 %", "21 %", "differ"),
        ("~ 10000", "9200", "agree"),
        ("> 600000000", "610000000", "agree"),
        ("> 600000000", "900000000", "open"),
        ("> 600000000", "480000000", "differ"),
        ("> 100000", "< 20000", "differ"),
        ("< 20000", "> 100000", "differ"),
        ("> 5", "> 5", "agree"),
        ("> 5", "> 7", "open"),
        ("4 .. 5 GBP", "9.2 GBP", "differ"),
        ("4 .. 5 GBP", "4.6 GBP", "agree"),
        ("700 km", "435 mi", "agree"),
        ("4500 ha", "45 km2", "agree"),
        ("46 °C", "115 °F", "agree"),
        ("46 °C", "122 °F", "differ"),
        ("50 基点", "0.5 percentage_point".replace("_", " "), "agree"),
        ("0.5", "50 %", "agree"),
        ("402000000 francs", "402400000 CHF", "agree"),
        ("-3 %", "3 %", "differ"),
    ],
)
def test_figures(one: str, other: str, fit: str) -> None:
    a = contradict.figure(Decimal("50"), None, None, "基点") if "基点" in one else figure(one)
    b = contradict.figure(Decimal("0.5"), None, None, "percentage point") if "point" in other else figure(other)
    assert a
    assert b
    assert contradict.comparable(a, b)
    assert contradict.values(a, b) == fit
    assert contradict.values(b, a) == fit


@pytest.mark.parametrize(("one", "other"), [("5 CNY", "5 USD"), ("5 %", "5 km"), ("5 kg", "5 m")])
def test_units_that_cannot_be_compared(one: str, other: str) -> None:
    assert not contradict.comparable(figure(one), figure(other))


numbers = st.decimals(min_value=-(10**12), max_value=10**12, allow_nan=False, allow_infinity=False, places=3)
comparators = st.sampled_from([None, ">", ">=", "<", "<=", "~"])


@given(numbers, numbers, comparators, comparators)
def test_the_order_does_not_matter(a: Decimal, b: Decimal, c: str | None, d: str | None) -> None:
    one, other = contradict.figure(a, None, c, "%"), contradict.figure(b, None, d, "%")
    assert one
    assert other
    assert contradict.values(one, other) == contradict.values(other, one)
    assert contradict.values(one, one) == "agree"


@pytest.mark.parametrize(
    ("one", "other", "time"),
    [
        ("2024", "2024-01-01/2024-12-31", "same"),
        ("2024", "2023", "other"),
        ("2024-04-01/2024-06-30", "2024", "part"),
        ("2024-01-01/2024-06-30", "2024-04-01/2024-06-30", "part"),
        ("../2025-11-30", "../2025-11-15", "same"),
        ("../2025-11-30", "../2025-03-31", "other"),
        ("2025-01-26", "2025-01-27", "open"),
        ("2025-01-20", "2025-01-27", "other"),
        ("P4Y", "2024", "open"),
        (None, "2024", "open"),
        ("2024-13", "2024", "open"),
    ],
)
def test_times(one: str | None, other: str | None, time: str) -> None:
    assert contradict.times(contradict.period(one), contradict.period(other)) == time
    assert contradict.times(contradict.period(other), contradict.period(one)) == time
