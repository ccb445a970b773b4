"""Calendar arithmetic and the rules that read dates, clock times and spans of time; results are ISO 8601.

A year or month is given as the interval it covers, a date without a year as `--11-14` unless a publication date lends
it one, a relative date ("last month") only where there is a publication date.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from toolkit.quantities.almanac import ONE_DAY, Span, Step, YearPart, around, moved, nearest_weekday, on_weekday
from toolkit.quantities.grammar import Found, Literal, Reading, Rule


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar date as far as it is written, and what is counted or cut from it.

    A written year, month and day may be missing; `relative` names the unit that is counted from the publication date
    instead, and `shift` how many of it. `steps` then apply in turn: the last week of, 3 days after.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    # day, week, weekend, month, quarter, year, decade; weekday: `day` is its number, 1 for Monday, and `shift` says on
    # which side of the publication it lies (-1 before, 1 after, 0 the nearest); "told": a day that only the text before
    # it knows (当晚), or that another calendar counts (正月初五); it has no ISO form
    relative: str | None = None
    shift: int = 0
    last: Day | None = None  # the end of an interval
    open_end: bool = False
    open_start: bool = False
    outside: bool = False  # an open interval that leaves out what is written: 2018年以后 begins in 2019
    clock: str | None = None
    clock_last: str | None = None  # where a stretch of hours ends
    named: YearPart | None = None  # a feast or a season of the year
    weekday: int | None = None  # of a day of the month: Friday the 14th
    # what the written leaves open: 0 the nearest, -1 begun by the day of publication, -2 over by then, 1 and 2 after it
    lean: int = 0
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Dated(Reading):
    """A reading that holds a date which may still want a publication date."""

    day: Day = Day()


def dated(day: Day, kind: str = "date") -> Dated | None:
    """A reading of the date, or None where no calendar has it."""
    if day.month is not None and not 1 <= day.month <= 12:
        return None
    if day.day is not None and not 1 <= day.day <= 31:
        return None
    if day.month and day.day and day.day > calendar.monthrange(day.year or 2024, day.month)[1]:
        return None
    if day.year is not None and not 1 <= day.year <= 9999:
        return None
    return Dated(kind=kind, day=day)


# How the days of a stretch are written: in full, or without what is not known.
Form = Callable[[date], str]


def resolve(day: Day, published: date | None) -> tuple[str, ...]:
    """The ISO form of a date; empty where it hangs on a publication date that is not known."""
    try:
        return _resolve(day, published)
    except (OverflowError, ValueError, calendar.IllegalMonthError):
        return ()  # beyond the calendar


def _resolve(day: Day, published: date | None) -> tuple[str, ...]:
    if day.year is not None and day.year < 1:  # 公元前: Python knows no such years
        text = f"-{-day.year:04}" if day.year else "0000"
        return (f"{text}-01-01/{text}-12-31",)
    if day.last is not None and published is not None and day.year is None and day.relative is None:
        day = _lend_year(day, day.last, published)
    first = last = _placed(day, published)
    if first is not None and day.last is not None:
        # From Monday to Friday: the second is the one that follows the first.
        follows = day.last.relative == "weekday"
        last = _placed(replace(day.last, shift=1), first[0][0]) if follows else _placed(day.last, published)
    if first is None or last is None:
        return ()
    (begin, begin_form), (end, end_form) = (first[0][0], first[1]), (last[0][1], last[1])
    end_clock = day.clock_last if day.last is None else day.last.clock
    if day.open_end:
        return (f"{_at(end + ONE_DAY if day.outside and not day.clock else begin, begin_form, day.clock)}/..",)
    if day.open_start:
        return (f"../{_at(begin - ONE_DAY if day.outside and not day.clock else end, end_form, day.clock)}",)
    if day.clock_last is not None and day.clock is not None and day.clock_last <= day.clock:
        end += ONE_DAY  # past midnight
    ends = _at(begin, begin_form, day.clock), _at(end, end_form, end_clock or (day.clock if begin == end else None))
    return (ends[0] if ends[0] == ends[1] else "/".join(ends),)


def _at(day: date, form: Form, clock: str | None) -> str:
    return form(day) if clock is None else f"{form(day)}T{clock}"


def _placed(day: Day, published: date | None) -> tuple[Span, Form] | None:
    """The stretch that is written, and how its days are put; without its year a date stands in a leap year."""
    if day.relative is not None:
        span = None if published is None else _relative(day, published)
    elif day.year is not None:
        span = _of_year(day, day.year)
    elif published is not None:
        span = _nearest(day, published)
    else:
        return _truncated(day)
    for step in day.steps:
        span = None if span is None else step(span)
    return None if span is None else (span, date.isoformat)


def _truncated(day: Day) -> tuple[Span, Form] | None:
    if day.steps or (day.month is None and day.day is None and day.named is None):
        return None
    span = _of_year(day if day.month or day.named else replace(day, month=1), _LEAP_YEAR)
    if span is None or (day.named is not None and _of_year(day, _LEAP_YEAR + 1) != _a_year_later(span)):
        return None  # Easter
    if day.month is None and day.named is None:
        return span, lambda at: f"---{at.day:02}"
    if day.day is None and day.named is None:
        return span, lambda at: f"--{at.month:02}"
    return span, lambda at: f"--{at.month:02}-{at.day:02}"


_LEAP_YEAR = 2024


def _a_year_later(span: Span) -> Span:
    return span[0].replace(year=span[0].year + 1), span[1].replace(year=span[1].year + 1)


def _of_year(day: Day, year: int) -> Span | None:
    """What is written, in that year; None where the year does not have it (29 February)."""
    if day.named is not None:
        return day.named(year)
    if day.month is None:
        return around(date(year, 1, 1), "year")
    month = around(date(year, day.month, 1), "month")
    if day.day is None:
        return month
    return None if day.day > month[1].day else (month[0].replace(day=day.day), month[0].replace(day=day.day))


def _nearest(day: Day, published: date) -> Span | None:
    """The stretch of that name nearest to the publication: of all years, or of all months where none is written."""
    if day.month is not None or day.named is not None:
        found = [_of_year(day, published.year + step) for step in range(-8, 9) if 1 <= published.year + step <= 9999]
    elif day.day is not None:
        months = 2 if day.weekday is None else 30
        found = [
            _of_year(replace(day, month=month.month), month.year)
            for month in (moved(published.replace(day=1), "month", step) for step in range(-months, months + 1))
        ]
    else:
        return None
    spans = [span for span in found if span]
    if day.weekday is not None:
        # Where no year near by has that weekday, the weekday is wrong, not the year.
        near = _WEEKDAY_REACH if day.month is not None else len(found) * 31
        same = [span for span in spans if span[0].isoweekday() == day.weekday]
        same = [span for span in same if abs((span[0] - published).days) <= near]
        if same:
            return min(same, key=lambda span: _far(span, published))
    if day.lean > 0:
        spans = [span for span in spans if span[0] > published]
    elif day.lean < 0:
        spans = [span for span in spans if (span[0] if day.lean == -1 else span[1] + ONE_DAY) <= published]
    return min(spans, key=lambda span: _far(span, published), default=None)


_WEEKDAY_REACH = 366


def _far(span: Span, published: date) -> int:
    """How far off a stretch is; news tells of what was more than of what will be, most of all by whole months."""
    ahead = (span[0] - published).days
    weight = 4 if span[0] == span[1] else 8
    return ahead * weight if ahead > 0 else max((published - span[1]).days, 0)


def _lend_year(day: Day, last: Day, published: date) -> Day:
    """The same interval with the year that its end most likely falls in."""
    if day.month is None or last.month is None or last.year is not None or last.relative is not None:
        return day
    turn = day.month > last.month  # from November to February
    far: dict[int, int] = {}
    for year in range(max(2, published.year - 8), min(9999, published.year + 8) + 1):
        first, end = _of_year(day, year - turn), _of_year(last, year)
        if first is not None and end is not None:
            running = first[0] <= published <= end[1]
            far[year] = 0 if running else _far((end[1], end[1]), published)
    year = min(far, key=far.__getitem__, default=published.year)
    return replace(day, year=year - turn, last=replace(last, year=year))


def _relative(day: Day, published: date) -> Span | None:
    if day.relative == "told":
        return None
    if day.relative == "year":
        return _of_year(day, published.year + day.shift)
    if day.relative == "weekday":
        at = nearest_weekday(published, day.day or 1, day.shift)
        return at, at
    span = around(published, day.relative or "day", day.shift)
    if day.day is None:
        return span
    if day.relative == "week":
        return on_weekday(day.day)(span)
    return _of_year(replace(day, month=span[0].month), span[0].year)


# --- spans of time -------------------------------------------------------------------------------------------------

_ISO_UNIT = {"year": "P{}Y", "month": "P{}M", "week": "P{}W", "day": "P{}D", "h": "PT{}H", "min": "PT{}M", "s": "PT{}S"}
_SECONDS = {
    "year": 31536000,
    "month": 2592000,
    "week": 604800,
    "day": 86400,
    "h": 3600,
    "min": 60,
    "s": 1,
}
_ORDER = tuple(_SECONDS)


def duration_iso(value: Decimal | None, unit: str | None) -> tuple[str, ...]:
    """`4`, year → P4Y; fractions are allowed in the one part there is."""
    if value is None or value < 0 or unit is None:
        return ()
    if unit in ("decade", "century", "fortnight"):
        factor, unit = {"decade": (10, "year"), "century": (100, "year"), "fortnight": (2, "week")}[unit]
        value *= factor
    if unit not in _ISO_UNIT:
        return ()
    return (_ISO_UNIT[unit].format(_number(value)),)


def _number(value: Decimal) -> str:
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def add_durations(first: Reading, second: Reading) -> Reading | None:
    """两 hours and 30 min → one duration in the smaller unit; None where the second is not smaller."""
    if (
        first.kind != "duration"
        or second.kind != "duration"
        or first.value_max is not None
        or second.value_max is not None
    ):
        return None
    if first.unit not in _ORDER or second.unit not in _ORDER or _ORDER.index(second.unit) <= _ORDER.index(first.unit):
        return None
    if first.value is None or second.value is None:
        return None
    if first.unit == "year" and second.unit == "month":
        value: Decimal = first.value * 12 + second.value
    else:
        value = first.value * _SECONDS[first.unit] / _SECONDS[second.unit] + second.value
    iso = _join_iso(first.iso, second.iso)
    return replace(first, value=value, unit=second.unit, iso=iso, vague=False)


def _join_iso(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    if not first or not second:
        return ()
    a, b = first[0][1:], second[0][1:]
    return ("P" + a + (b.replace("T", "", 1) if "T" in a else b),)


# --- literals and rules that both languages share ------------------------------------------------------------------


def _iso_date(text: str) -> Dated | None:
    year, month, day = (int(part) for part in re.split(r"[-/.]", text))
    return dated(Day(year, month, day))


def _slashed(text: str) -> Dated | None:
    first, second, year = (int(part) for part in re.split(r"[-/.]", text))
    # 5/12/2025 is May in America and December elsewhere: only where one part cannot be a month is the order sure.
    # 5.12.2025 is December everywhere that writes dots.
    month, day = (second, first) if first > 12 or ("." in text and second <= 12) else (first, second)
    return dated(Day(year, month, day))


def _compact(text: str) -> Dated | None:
    return dated(Day(int(text[:4]), int(text[4:6]), int(text[6:])))


def clock_text(text: str) -> str | None:
    """7:56 → 07:56:00; None where no day has that time."""
    parts = [int(part) for part in text.split(":")]
    if parts[0] > 24 or any(part > 59 for part in parts[1:]):
        return None
    return f"{parts[0]:02}:{parts[1]:02}:{parts[2] if len(parts) > 2 else 0:02}"


LITERALS: tuple[Literal, ...] = (
    Literal(
        "date",
        r"(?:(?<![0-9./-])|(?<=[-/.][0-9]-)|(?<=[-/.][0-9]{2}-))[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}"
        r"(?![0-9/]|-(?![0-9]{4}[-/.])|\.[0-9])",
        _iso_date,
    ),
    Literal("date", r"(?<![0-9./-])[0-9]{1,2}[-/.][0-9]{1,2}[-/.](?:1[89]|20)[0-9]{2}(?![0-9/-]|\.[0-9])", _slashed),
    Literal(
        "date",
        r"(?<![0-9.,])(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?![0-9]|[.,][0-9]|[ ]?[万亿元个])",
        _compact,
    ),
    Literal("clock", r"(?<![0-9:.])[0-9]{1,2}:[0-5][0-9](?::[0-5][0-9])?(?![0-9:])", clock_text),
)


def _moment(found: Found) -> Reading | None:
    """A day and a time of day, or a stretch of hours: tomorrow at 7 PM, Tuesday after 1pm."""
    day: Day = found["date"].day
    if day.last is not None or day.open_end or day.open_start or day.clock or not _is_day(day):
        return None
    hours = found["hours"]
    if hours is not None:
        return Dated(kind="datetime", day=replace(day, clock=hours[0], clock_last=hours[1]))
    clock: str = found["clock"]
    if _EVENING.search(found.text, found.start, found.end) and clock < _NOON and clock >= _SMALL_HOURS:
        clock = f"{int(clock[:2]) + 12}{clock[2:]}"
    after, before = found["since"] is not None, found["until"] is not None
    return Dated(kind="datetime", day=replace(day, clock=clock, open_end=after, open_start=before))


_EVENING = re.compile(r"(?:tonight|tonite|night|evening|afternoon)(?![a-z])")
_NOON, _SMALL_HOURS = "12:00:00", "05:00:00"


def _is_day(day: Day) -> bool:
    """Whether a date is no longer than a day; what steps make of it is not looked into."""
    return day.day is not None or day.relative in ("day", "weekday", "told") or day.named is not None or bool(day.steps)


def _time(found: Found) -> Reading:
    return Reading("time", iso=(found["clock"],))


def _hours(found: Found) -> Reading:
    return Reading("time", iso=("/".join(found["hours"]),))


def _compound(found: Found) -> Reading | None:
    parts = [token.senses["amount"] for token in found.tokens() if "amount" in token.senses]
    # From the right, so that a year counts its days where days follow: 1 year 3 months 20 days is 365 + 90 + 20.
    total: Reading | None = parts[-1]
    for part in reversed(parts[:-1]):
        total = add_durations(part, total) if total is not None else None
    return total


def _interval(found: Found) -> Reading | None:
    first, second = found["a"].day, found["b"].day
    if any(end.last is not None or end.open_end or end.open_start for end in (first, second)):
        return None
    if (first.clock is None) != (second.clock is None):
        return None
    if first.month is None and first.relative is None and first.day is not None:
        first = replace(first, month=second.month)
    # What the first end leaves out, the second says, and the other way round: 11月14日至16日, 6 to 8 June 2025.
    if second.year is None and second.relative is None:
        second = replace(second, year=first.year, relative=first.relative, shift=first.shift)
        if second.month is None and second.day is not None:
            second = replace(second, month=first.month)
    elif first.year is None and first.relative is None and second.relative != "weekday":
        turn = None not in (first.month, second.month, second.year) and first.month > second.month
        year = second.year - 1 if turn else second.year  # November to February 2017 begins in 2016
        first = replace(first, year=year, relative=second.relative, shift=second.shift)
    return Dated(kind="datetime" if first.clock else "date", day=replace(first, last=second))


def _between(found: Found) -> Reading | None:
    """between May and June, 3月和5月之间; 在3月和5月 alone are two months."""
    closed = found["amid"] is not None
    if not closed and (found["between"] is None or found.words("and") in ("和", "与")):
        return None
    return _interval(found)


def _since(found: Found) -> Reading | None:
    return _open(found, found["since"] or found["since_post"], "after", end=True)


def _until(found: Found) -> Reading | None:
    return _open(found, found["until"] or found["until_post"], "before", end=False)


def _open(found: Found, word: Any, outside: str, *, end: bool) -> Reading | None:
    """The reading without one of its ends; a word that leaves out the date itself has the sense `outside`."""
    reading: Dated = found["date"]
    day = reading.day
    # "From Monday" opens an interval; a letter from 2008 is of that year.
    if word == "from" and found["since_post"] is None and found.words("since")[0] == "f":
        return reading if day.last is not None else None
    if word == "since":
        day = replace(day, lean=day.lean or -1)
    if day.last is not None and word not in ("since", "after", "until", "before"):
        return reading  # from 2010 to 2018
    if reading.kind == "duration" or day.open_end or day.open_start:
        return None
    out = word == outside
    if not end and day.steps:
        text = found.text[found.start : found.end]
        if _END_OF.search(text):
            out = False  # before the end of June ends with June
        elif _START_OF.search(text):
            day, out = replace(day, steps=day.steps[:-1]), True
    return replace(reading, day=replace(day, outside=out, open_end=end, open_start=not end))


_END_OF, _START_OF = re.compile(r"\bend of"), re.compile(r"\b(?:start|beginning) of")


def _fuzzy(found: Found) -> Reading:
    reading: Reading = found["date"]
    return reading


_SHARE_BEFORE = re.compile(r"[约近超逾占达]$")
_DAY_BEFORE = re.compile(
    r"(?:\b(?:on|since|by|until|this|next)|\b(?:mon|tues?|wed|thu|thurs?|fri|sat|sun|wednes|satur)(?:day)?,?"
    r"|[\u4e00-\u9fff]) ?$"
)
_DAY_BETWEEN = re.compile(r"(?:\b(?:from|between)|/[0-9]{1,2}(?:,| ?[-–]| or| and| to| through)) ?$")
_DAY_AFTER = re.compile(r"[ ]?[\u4e00-\u9fff]|[,，]")
_SHARE_AFTER = re.compile(r"[ ]?(?:的|of\b|inch|in\b|mile|cup|\"|[-–][a-z])")
_LIKELY_DAY = re.compile(r"(?:0?[1-9]|1[0-2])/(?:1[13-57-9]|2[0-9]|3[01])|0[1-9]/[0-3]?[0-9]|[0-3]?[0-9]/0[1-9]")
_LAST_MONTH = 12


def _slashed_day(found: Found) -> Reading | None:
    """11/14 is a day of the year after words that days have before them, and where it is no likely fraction."""
    text, before, after = found.text[found.start : found.end], found.before(12), found.after(5)
    match = re.fullmatch(r"([0-9]{1,2})/([0-9]{1,2})", text)
    if match is None or before[-1:] in ("/", ".") or re.match(r"/|[.-][0-9]", after):
        return None
    if _SHARE_BEFORE.search(before) or _SHARE_AFTER.match(after):
        return None
    likely = _LIKELY_DAY.fullmatch(text) is not None
    if not likely and not (_DAY_BEFORE.search(before) and before[-1:].isascii()):
        return None
    if not (_DAY_BEFORE.search(before) or _DAY_BETWEEN.search(before) or _DAY_AFTER.match(after)):
        return None
    first, second = int(match[1]), int(match[2])
    month, day = (second, first) if first > _LAST_MONTH else (first, second)
    return dated(Day(month=month, day=day))


SLASHED: tuple[Rule, ...] = (Rule("date.slashed", "<a:num> <:slash> <b:num>", _slashed_day, "date", 1),)
COMPOUNDS: tuple[Rule, ...] = (Rule("duration.compound", "<:amount> (?:<:comma>? <:and>? <:amount>){1,6}", _compound),)
MOMENTS: tuple[Rule, ...] = (
    Rule(
        "date.moment", "<date> <:day_part>? <:comma>? (?:<:at>|<since>|<until>)? (?:<clock>|<hours>)", _moment, "date"
    ),
    Rule("date.moment.before", "(?:<clock>|<hours>) <:zone>? (?:<:comma>|<:on>)? <date> <:day_part>?", _moment, "date"),
    Rule("time.clock", "<clock>", _time, "amount"),
    Rule("time.hours", "<hours>", _hours, "amount"),
)
INTERVALS: tuple[Rule, ...] = (
    Rule("date.interval", "<:from>? <:the>? <a:date> (?:<:to>|<:dash>) <:the>? <b:date>", _interval, "date"),
    Rule("date.between", "<between>? <:the>? <a:date> (?:<and>|<:dash>) <:the>? <b:date> <amid>?", _between, "date"),
)
OPEN: tuple[Rule, ...] = (
    Rule("date.since", "(?:<since> <:the>? <date> <since_post>? | <:from>? <date> <since_post>)", _since, "date"),
    Rule("date.until", "(?:<until> <:the>? <date> | <date> <until_post>)", _until, "date"),
    Rule("date.about", "<:approx> <date>", _fuzzy, "date"),
)
