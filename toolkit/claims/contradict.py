"""Whether two claims' figures and times can both be right: rounding, units, bounds and ranges taken into account."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Literal

Fit = Literal["agree", "open", "differ"]
Time = Literal["same", "part", "other", "open"]

_NEAR = Decimal("0.02")  # two exact figures as close as this are roundings of one
_ABOUT = Decimal("0.10")  # the same where one of them says "about"
_CONVERTED = Decimal("0.04")  # the same after a change of unit
_FAR_ABOVE = Decimal("1.25")  # a figure further above a bound than this says more than the bound does
# symbol → what it measures, and how many of the basic unit it is
_UNITS: dict[str, tuple[str, Decimal]] = {
    **{u: ("mass", Decimal(f)) for u, f in {"kg": "1", "g": "0.001", "t": "1000", "lb": "0.4536", "斤": "0.5"}.items()},
    **{
        u: ("length", Decimal(f))
        for u, f in {
            **{"m": "1", "km": "1000", "cm": "0.01", "mm": "0.001", "mi": "1609.344", "ft": "0.3048", "in": "0.0254"},
            **{"yd": "0.9144", "nmi": "1852", "里": "500", "尺": "0.3333"},
        }.items()
    },
    **{
        u: ("area", Decimal(f))
        for u, f in {
            **{"m2": "1", "km2": "1000000", "ha": "10000", "acre": "4046.86", "亩": "666.667", "ft2": "0.0929"},
            **{"m²": "1", "km²": "1000000", "mi2": "2589988", "mi²": "2589988", "ft²": "0.0929", "[acr_us]": "4046.86"},
        }.items()
    },
    **{u: ("power", Decimal(f)) for u, f in {"W": "1", "kW": "1000", "MW": "1000000", "GW": "1000000000"}.items()},
    **{u: ("energy", Decimal(f)) for u, f in {"kWh": "1", "MWh": "1000", "GWh": "1000000", "TWh": "1E9"}.items()},
    **{u: ("volume", Decimal(f)) for u, f in {"L": "1", "l": "1", "mL": "0.001", "m3": "1000", "m³": "1000"}.items()},
    **{u: ("speed", Decimal(f)) for u, f in {"km/h": "1", "m/s": "3.6", "mph": "1.609", "mi/h": "1.609"}.items()},
    **{
        u: ("time", Decimal(f))
        for u, f in {
            **{"s": "1", "min": "60", "h": "3600", "d": "86400", "day": "86400", "week": "604800", "wk": "604800"},
            **{"month": "2629800", "mo": "2629800", "year": "31557600", "a": "31557600"},
        }.items()
    },
}
_CELSIUS, _FAHRENHEIT = "°C", "°F"
_MONEY = re.compile(r"[A-Z]{3}")
# Currencies of several countries, so that only the text around says which one is meant.
_MONEY_WORD = re.compile(
    r"francs?|kron(?:or|er|a|e)|pesos?|dinars?|rupees?|rupiah|riyals?|rials?|shillings?|liras?|dirhams?|rand|baht|ringgit|"
    r"法郎|克朗|比索|第纳尔|卢比|里亚尔|先令|里拉|迪拉姆|兰特|泰铢|林吉特",
    re.IGNORECASE,
)
_SOME_MONEY = "money ?"


@dataclass(frozen=True, slots=True)
class Figure:
    """A claim's amount: `low` to `high` in the basic unit of `dimension`, None at an end that is open.

    `exact` is False for "about"; `stated` are the written value and its end; `converted` says that the unit changed.
    """

    dimension: str
    low: Decimal | None
    high: Decimal | None
    stated: Decimal
    exact: bool
    converted: bool


def figure(value: Decimal | None, value_max: Decimal | None, comparator: str | None, unit: str | None) -> Figure | None:
    """A claim's amount as a stretch of numbers; None where there is none."""
    if value is None:
        return None
    if unit == _FAHRENHEIT:
        ends = [None if end is None else (end - 32) * 5 / 9 for end in (value, value_max)]
        found = figure(ends[0], ends[1], comparator, _CELSIUS)
        return found and replace(found, converted=True)
    dimension, factor = _dimension(unit)
    if unit is None and 0 < value < 1:  # half, a third
        dimension, factor = "%", Decimal(100)
    low, high = value * factor, (value if value_max is None else value_max) * factor
    low, high = min(low, high), max(low, high)
    if comparator in (">", ">="):
        return Figure(dimension, low, None, value * factor, True, factor != 1)
    if comparator in ("<", "<="):
        return Figure(dimension, None, high, value * factor, True, factor != 1)
    return Figure(dimension, low, high, value * factor, comparator != "~", factor != 1)


def _dimension(unit: str | None) -> tuple[str, Decimal]:
    if unit is None:
        return "count", Decimal(1)
    if unit in _UNITS:
        return _UNITS[unit]
    if unit in ("percentage point", "百分点", "个百分点"):
        return "percentage point", Decimal(1)
    if unit in ("基点", "个基点", "bp", "bps", "basis point", "basis points"):
        return "percentage point", Decimal("0.01")
    if unit in ("%", "‰"):
        return "%", Decimal(1) if unit == "%" else Decimal("0.1")
    if _MONEY.fullmatch(unit):
        return f"money {unit}", Decimal(1)
    if _MONEY_WORD.fullmatch(unit):
        return _SOME_MONEY, Decimal(1)
    return "count" if not unit.isascii() or unit.isalpha() or " " in unit else unit, Decimal(1)


def comparable(one: Figure, other: Figure) -> bool:
    """Whether the two measure in the same units, after conversion."""
    if _SOME_MONEY in (one.dimension, other.dimension):
        return one.dimension.startswith("money") and other.dimension.startswith("money")
    return one.dimension == other.dimension


def values(one: Figure, other: Figure) -> Fit:
    """`agree` where both say the same, `differ` where they cannot both be right, else `open`."""
    tolerance = _ABOUT if not (one.exact and other.exact) else _CONVERTED if one.converted or other.converted else _NEAR
    if one.low is not None and one.high is not None and other.low is not None and other.high is not None:
        if one.low == one.high and other.low == other.high:
            return "agree" if _is_near(one.low, other.low, tolerance) else "differ"
        apart = one.low > other.high * (1 + tolerance) or other.low > one.high * (1 + tolerance)
        return "differ" if apart else "agree"
    if (one.low is None and other.low is None) or (one.high is None and other.high is None):  # bounds of one side
        return "agree" if _is_near(one.stated, other.stated, tolerance) else "open"
    floor = max(figure.low for figure in (one, other) if figure.low is not None)
    ceiling = min(figure.high for figure in (one, other) if figure.high is not None)
    if ceiling < floor * (1 - tolerance if floor > 0 else 1):
        return "differ"
    bound, point = (one, other) if one.low is None or one.high is None else (other, one)
    near = _FAR_ABOVE if bound.high is None else 1 / _FAR_ABOVE
    stated = bound.stated * near
    reaches = point.stated <= stated if bound.high is None else point.stated >= stated
    return "agree" if point.low == point.high and reaches else "open"


def _is_near(one: Decimal, other: Decimal, tolerance: Decimal) -> bool:
    if one == other:
        return True
    larger = max(abs(one), abs(other))
    apart = abs(one - other)
    if apart <= larger * tolerance:
        return True
    if apart > larger * _ABOUT:  # further than any rounding goes
        return False
    few, many = sorted((one, other), key=digits)
    return digits(few) < digits(many) and _rounded(many, few) == few


@lru_cache(maxsize=100_000)
def digits(value: Decimal) -> int:
    """How many digits of a figure are stated: 600,000,000 has one."""
    return max(1, len("".join(map(str, value.as_tuple().digits)).strip("0")))


def _rounded(value: Decimal, like: Decimal) -> Decimal:
    """`value` with no more places than `like` has, where a figure of one digit stands for half of it at most."""
    exponent = like.normalize().as_tuple().exponent
    assert isinstance(exponent, int)
    if digits(like) == 1 and abs(value - like) > abs(like) * _ABOUT / 2:
        return value
    return value.quantize(Decimal((0, (1,), exponent)))


@dataclass(frozen=True, slots=True)
class Period:
    """From one day to another, both included; None at an end that is open."""

    start: date | None
    end: date | None


def period(iso: str | None) -> Period | None:
    """A claim's period as days: `2024`, `2024-07`, `2024-07-01/2024-09-30`, `../2025-11-30`; None for anything else."""
    if not iso:
        return None
    first, _, last = iso.partition("/")
    start, end = _day(first, last=False), _day(last or first, last=True)
    if start is None and end is None:
        return None
    return Period(start, end)


def _day(text: str, *, last: bool) -> date | None:
    match = re.match(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", text)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        assert year is not None
        if month is None:
            return date(year, 12, 31) if last else date(year, 1, 1)
        return date(year, month, day or (calendar.monthrange(year, month)[1] if last else 1))
    except ValueError:
        return None


def times(one: Period | None, other: Period | None) -> Time:
    """Whether both speak of the same time, of another, or one of a part of the other's; `open` where one says none."""
    if one is None or other is None:
        return "open"
    if one.end and other.end and one.start and other.start:
        if one.end < other.start or other.end < one.start:
            gap = max(one.start, other.start) - min(one.end, other.end)
            return "open" if gap.days <= 1 and max(one.end - one.start, other.end - other.start).days == 0 else "other"
        spans = ((one.end - one.start).days + 1, (other.end - other.start).days + 1)
        if 2 * max(spans) > 3 * min(spans):  # a quarter is not its year; a day in it may be the day that is meant
            return "part" if min(spans) > _A_DAY else "open"
        return "same"
    ends = [(p.end or p.start) for p in (one, other)]
    if ends[0] is None or ends[1] is None:
        return "open"
    return "same" if abs((ends[0] - ends[1]).days) <= _SAME_TIME else "other"


_A_DAY = 2
_SAME_TIME = 31  # days
