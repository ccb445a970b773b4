"""Arithmetic on stretches of the calendar: moved, cut into pieces, and the feasts and seasons that a year holds.

A stretch is its first and last day. A step makes one stretch out of another; where the calendar ends (year 1, year
9999) steps raise OverflowError or ValueError, and a piece that is not there is None.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

Span = tuple[date, date]
Step = Callable[[Span], Span | None]
YearPart = Callable[[int], Span]

DAYS = {"day": 1, "weekend": 7, "week": 7, "fortnight": 14}
MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
ONE_DAY = timedelta(days=1)
_THURSDAY = 3


def moved(day: date, unit: str, count: int) -> date:
    """The day so many units later; months keep the number of the day as far as they have it."""
    if unit in DAYS:
        return day + timedelta(days=DAYS[unit] * count)
    year, month = divmod(day.year * 12 + day.month - 1 + MONTHS[unit] * count, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def start_of(day: date, unit: str) -> date:
    """The first day of the week, month, … that the day lies in; weeks begin on Monday, a century with year 1."""
    if unit in ("week", "fortnight"):
        return day - timedelta(days=day.weekday())
    if unit == "weekend":
        return day - timedelta(days=day.weekday() - 5)
    if unit in MONTHS:
        size = MONTHS[unit]
        shift = 12 if unit == "century" else 0
        year, month = divmod((day.year * 12 + day.month - 1 - shift) // size * size + shift, 12)
        return date(year, month + 1, 1)
    return day


def from_start(first: date, unit: str, count: int = 1) -> Span:
    """So many units from their first day on."""
    last = moved(first, unit, count) - ONE_DAY
    return first, last - 5 * ONE_DAY if unit == "weekend" else last


def around(day: date, unit: str, shift: int = 0) -> Span:
    """The week, month, … of the day, or one before or after it."""
    return from_start(moved(start_of(day, unit), unit, shift), unit)


def weekday_in(day: date, weekday: int) -> date:
    """That weekday (1 is Monday) of the day's week."""
    return start_of(day, "week") + timedelta(days=weekday - 1)


def nearest_weekday(day: date, weekday: int, side: int) -> date:
    """That weekday strictly before (side -1) or after (1) the day, or the latest up to the day itself (0)."""
    behind = (day.isoweekday() - weekday) % 7
    if side > 0:
        return day + timedelta(days=7 - behind)
    return day - timedelta(days=behind or 7 if side < 0 else behind)


# --- steps ---------------------------------------------------------------------------------------------------------


def _shifted(unit: str, count: int, span: Span) -> Span:
    return moved(span[0], unit, count), moved(span[1], unit, count)


def shifted(unit: str, count: int) -> Step:
    """So many units later, or earlier: 3 days from Tuesday."""
    return partial(_shifted, unit, count)


def _whole(unit: str, span: Span) -> Span:
    return around(span[0], unit)


def whole(unit: str) -> Step:
    """The week, month, … that it begins in: the week of 18 March."""
    return partial(_whole, unit)


def _on_weekday(weekday: int, span: Span) -> Span:
    day = weekday_in(span[0], weekday)
    return day, day


def on_weekday(weekday: int) -> Step:
    """That weekday of the week it begins in: Monday of next week."""
    return partial(_on_weekday, weekday)


def _piece(unit: str, nth: int, count: int, span: Span) -> Span | None:
    if nth > 0:
        first = moved(_first_in(unit, span[0]), unit, nth - 1)
    else:
        first = moved(_last_in(unit, span[1]), unit, nth + 2 - count)
    piece = from_start(first, unit, count)
    over = timedelta(days=_THURSDAY if unit == "week" else 0)  # a week lies where its Thursday does
    return piece if piece[0] + over >= span[0] and piece[1] - over <= span[1] else None


def _first_in(unit: str, first: date) -> date:
    if unit == "week":
        return start_of(first + timedelta(days=(_THURSDAY - first.weekday()) % 7), unit)
    if unit == "weekend":
        return first + timedelta(days=(5 - first.weekday()) % 7)
    start = start_of(first, unit)
    return start if start == first else moved(start, unit, 1)


def _last_in(unit: str, last: date) -> date:
    if unit == "week":
        return start_of(last - timedelta(days=(last.weekday() - _THURSDAY) % 7), unit)
    start = start_of(last, unit)
    return start if start <= last else moved(start, unit, -1)


def piece(unit: str, nth: int, count: int = 1) -> Step:
    """The nth unit in it, or `count` of them; -1 is the last one. Weeks are those of ISO 8601."""
    return partial(_piece, unit, nth, count)


def _nth_weekday(weekday: int, nth: int, span: Span) -> Span | None:
    if nth > 0:
        day = nearest_weekday(span[0] - ONE_DAY, weekday, 1) + timedelta(weeks=nth - 1)
    else:
        day = nearest_weekday(span[1], weekday, 0) + timedelta(weeks=nth + 1)
    return (day, day) if span[0] <= day <= span[1] else None


def nth_weekday(weekday: int, nth: int) -> Step:
    """The first, second, … or last (-1) such weekday in it."""
    return partial(_nth_weekday, weekday, nth)


def _third(nth: int, span: Span) -> Span:
    first, last = span
    if first.day == 1 and (last + ONE_DAY).day == 1:
        months = (last.year - first.year) * 12 + last.month - first.month + 1
        if months == 1:
            days = (1, 11, 21)
            return first.replace(day=days[nth]), first.replace(day=days[nth + 1] - 1) if nth < 2 else last
        if months % 3 == 0:
            return from_start(moved(first, "month", nth * months // 3), "month", months // 3)
    total = (last - first).days + 1
    return first + timedelta(days=total * nth // 3), first + timedelta(days=max(total * (nth + 1) // 3 - 1, 0))


def third(nth: int) -> Step:
    """The early (0), middle (1) or late (2) third: early 2019 is January to April, late July the 21st to the 31st."""
    return partial(_third, nth)


def _run(unit: str, count: int, span: Span) -> Span:
    day = span[0]
    if unit == "quarter":
        day = start_of(day, unit)
        return (moved(day, unit, count), day - ONE_DAY) if count < 0 else from_start(moved(day, unit, 1), unit, count)
    return (moved(day, unit, count), day - ONE_DAY) if count < 0 else (day + ONE_DAY, moved(day, unit, count))


def run(unit: str, count: int) -> Step:
    """The so many units up to a day (below 0) or after it: the past 3 months, the next 10 days; quarters are whole."""
    return partial(_run, unit, count)


# --- what a year holds ---------------------------------------------------------------------------------------------


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the method of Meeus, Jones and Butcher."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    month, day = divmod(d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114, 31)
    return date(year, month, day + 1)


def _fixed(month: int, day: int, year: int) -> Span:
    return date(year, month, day), date(year, month, day)


def _by_easter(days: int, year: int) -> Span:
    day = easter(year) + timedelta(days=days)
    return day, day


def _by_weekday(month: int, weekday: int, nth: int, days: int, year: int) -> Span:
    day = _nth_weekday(weekday, nth, around(date(year, month, 1), "month"))
    if day is None:
        raise ValueError(f"no weekday {weekday} number {nth} in month {month}")
    return day[0] + timedelta(days=days), day[0] + timedelta(days=days)


def _season(month: int, year: int) -> Span:
    return from_start(date(year, month, 1), "quarter")


FEASTS: dict[str, YearPart] = {
    name: part
    for names, part in (
        ("new year's day,new years day", partial(_fixed, 1, 1)),
        ("valentine's day,valentines day", partial(_fixed, 2, 14)),
        ("international women's day", partial(_fixed, 3, 8)),
        ("st patrick's day,st. patrick's day,saint patrick's day", partial(_fixed, 3, 17)),
        ("april fools' day,april fool's day,april fools day", partial(_fixed, 4, 1)),
        ("earth day", partial(_fixed, 4, 22)),
        ("may day,international workers' day", partial(_fixed, 5, 1)),
        ("juneteenth", partial(_fixed, 6, 19)),
        ("independence day", partial(_fixed, 7, 4)),
        ("bastille day", partial(_fixed, 7, 14)),
        ("halloween", partial(_fixed, 10, 31)),
        ("all saints' day,all saints day", partial(_fixed, 11, 1)),
        ("veterans day,armistice day", partial(_fixed, 11, 11)),
        ("christmas eve", partial(_fixed, 12, 24)),
        ("christmas,christmas day,xmas", partial(_fixed, 12, 25)),
        ("boxing day", partial(_fixed, 12, 26)),
        ("new year's eve,new years eve", partial(_fixed, 12, 31)),
        ("ash wednesday", partial(_by_easter, -46)),
        ("palm sunday", partial(_by_easter, -7)),
        ("good friday", partial(_by_easter, -2)),
        ("easter,easter sunday", partial(_by_easter, 0)),
        ("easter monday", partial(_by_easter, 1)),
        ("martin luther king day,mlk day", partial(_by_weekday, 1, 1, 3, 0)),
        ("presidents' day,presidents day", partial(_by_weekday, 2, 1, 3, 0)),
        ("mother's day,mothers' day", partial(_by_weekday, 5, 7, 2, 0)),
        ("memorial day", partial(_by_weekday, 5, 1, -1, 0)),
        ("father's day,fathers' day", partial(_by_weekday, 6, 7, 3, 0)),
        ("labor day", partial(_by_weekday, 9, 1, 1, 0)),
        ("columbus day", partial(_by_weekday, 10, 1, 2, 0)),
        ("thanksgiving,thanksgiving day", partial(_by_weekday, 11, 4, 4, 0)),
        ("black friday", partial(_by_weekday, 11, 4, 4, 1)),
        ("cyber monday", partial(_by_weekday, 11, 4, 4, 4)),
    )
    for name in names.split(",")
}
# Of the northern half of the earth, in whole months; a winter bears the year that it begins in.
SEASONS: dict[str, YearPart] = {
    "spring": partial(_season, 3),
    "summer": partial(_season, 6),
    "autumn": partial(_season, 9),
    "fall": partial(_season, 9),
    "winter": partial(_season, 12),
}
