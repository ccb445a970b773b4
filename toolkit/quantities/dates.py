"""Calendar arithmetic and the rules that read dates, clock times and spans of time; results are ISO 8601.

A year or month is given as the interval it covers, a date without a year as `--11-14` unless a publication date lends
it one, a relative date ("last month") only where there is a publication date.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from toolkit.quantities.grammar import Found, Literal, Reading, Rule


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar date as far as it is written; `shift` moves a relative one, in units of its finest relative part."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    relative: str | None = None  # year, month, week, day, quarter, weekday (the one before the day of publication)
    shift: int = 0
    last: Day | None = None  # the end of an interval
    open_end: bool = False
    open_start: bool = False
    clock: str | None = None


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


def resolve(day: Day, published: date | None) -> tuple[str, ...]:
    """The ISO form of a date; empty where it hangs on a publication date that is not known."""
    if day.last is not None and published is not None and day.year is None and day.relative is None:
        day = _lend_year(day, day.last, published)
    first = _bounds(day, published)
    if day.last is not None:
        ends = _bounds(day.last, published)
        if first is None or ends is None:
            return ()
        return (f"{first[0]}/{ends[1]}",)
    if first is None:
        return ()
    if day.open_end:
        return (f"{first[0]}/..",)
    if day.open_start:
        return (f"../{first[1]}",)
    if day.clock is not None:
        return (f"{first[0]}T{day.clock}",)
    return (first[0] if first[0] == first[1] else f"{first[0]}/{first[1]}",)


def _bounds(day: Day, published: date | None) -> tuple[str, str] | None:
    """First and last day of what is written, as ISO text; truncated forms bound themselves."""
    if day.relative is not None:
        return _relative(day, published)
    year = day.year
    if year is None and published is not None and day.month is not None:
        year = _nearest_year(day.month, day.day or 15, published)
    if year is None:
        if day.month is None:
            if day.day is None:
                return None
            if published is not None and day.day <= calendar.monthrange(published.year, published.month)[1]:
                text = date(published.year, published.month, day.day).isoformat()
            else:
                text = f"---{day.day:02}"
        else:
            text = f"--{day.month:02}" if day.day is None else f"--{day.month:02}-{day.day:02}"
        return text, text
    return _span(year, day.month, day.day)


def _span(year: int, month: int | None, day: int | None) -> tuple[str, str] | None:
    if month is None:
        return f"{year:04}-01-01", f"{year:04}-12-31"
    days = calendar.monthrange(year, month)[1]
    if day is None:
        return f"{year:04}-{month:02}-01", f"{year:04}-{month:02}-{days:02}"
    if day > days:
        return None
    text = f"{year:04}-{month:02}-{day:02}"
    return text, text


def _lend_year(day: Day, last: Day, published: date) -> Day:
    """The same interval with the year that its end most likely falls in."""
    if day.month is None or last.month is None or last.year is not None or last.relative is not None:
        return day
    year = _nearest_year(last.month, last.day or 28, published)
    return replace(day, year=year - (day.month > last.month), last=replace(last, year=year))


def _nearest_year(month: int, day: int, published: date) -> int:
    def distance(year: int) -> int:
        days = min(day, calendar.monthrange(year, month)[1])
        ahead = (date(year, month, days) - published).days
        # News tells of what was more than of what will be.
        return ahead * 2 if ahead > 0 else -ahead

    years = [y for y in (published.year - 1, published.year, published.year + 1) if 1 <= y <= 9999]
    return min(years, key=distance)


def _relative(day: Day, published: date | None) -> tuple[str, str] | None:
    if published is None:
        return None
    try:
        if day.relative == "year":
            return _span(published.year + day.shift, day.month, day.day)
        if day.relative in ("month", "quarter"):
            step = 3 if day.relative == "quarter" else 1
            at = published.year * 12 + published.month - 1
            at = at // step * step + day.shift * step
            first, last = (
                _span(at // 12, at % 12 + 1, day.day),
                _span((at + step - 1) // 12, (at + step - 1) % 12 + 1, day.day),
            )
            return (first[0], last[1]) if first and last else None
        if day.relative == "week":
            monday = published - timedelta(days=published.weekday()) + timedelta(weeks=day.shift)
            if day.day is not None:
                text = (monday + timedelta(days=day.day - 1)).isoformat()
                return text, text
            return monday.isoformat(), (monday + timedelta(days=6)).isoformat()
        if day.relative == "weekday":
            return _latest(published, day.day or 1)
        text = (published + timedelta(days=day.shift)).isoformat()
    except (OverflowError, ValueError, calendar.IllegalMonthError):
        return None
    return text, text


def _latest(published: date, weekday: int) -> tuple[str, str]:
    """The last such weekday (1 is Monday) before the day of publication."""
    text = (published - timedelta(days=(published.weekday() - (weekday - 1) - 1) % 7 + 1)).isoformat()
    return text, text


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
    month, day = (second, first) if first > 12 else (first, second)
    return dated(Day(year, month, day))


def _compact(text: str) -> Dated | None:
    return dated(Day(int(text[:4]), int(text[4:6]), int(text[6:])))


def _clock(text: str) -> str | None:
    parts = [int(part) for part in text.split(":")]
    if parts[0] > 24 or any(part > 59 for part in parts[1:]):
        return None
    return f"{parts[0]:02}:{parts[1]:02}:{parts[2] if len(parts) > 2 else 0:02}"


LITERALS: tuple[Literal, ...] = (
    Literal("date", r"(?<![0-9./-])[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}(?![0-9/-]|\.[0-9])", _iso_date),
    Literal("date", r"(?<![0-9./-])[0-9]{1,2}[-/.][0-9]{1,2}[-/.](?:1[89]|20)[0-9]{2}(?![0-9/-]|\.[0-9])", _slashed),
    Literal(
        "date",
        r"(?<![0-9.,])(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?![0-9.,]|[ ]?[万亿元个])",
        _compact,
    ),
    Literal("clock", r"(?<![0-9:.])[0-9]{1,2}:[0-5][0-9](?::[0-5][0-9])?(?![0-9:])", _clock),
)


def _moment(found: Found) -> Reading | None:
    day = found["date"].day
    if day.last is not None or day.open_end or day.open_start:
        return None
    return Dated(kind="datetime", day=replace(day, clock=found["clock"]))


def _time(found: Found) -> Reading:
    return Reading("time", iso=(found["clock"],))


def _compound(found: Found) -> Reading | None:
    parts = [token.senses["amount"] for token in found.tokens() if "amount" in token.senses]
    total: Reading | None = parts[0]
    for part in parts[1:]:
        total = add_durations(total, part) if total is not None else None
    return total


def _interval(found: Found) -> Reading | None:
    first, second = found["a"].day, found["b"].day
    if first.last is not None or second.last is not None or first.clock or second.clock:
        return None
    # What the first end leaves out, the second says, and the other way round: 11月14日至16日, 6 to 8 June 2025.
    if second.year is None and second.relative is None:
        second = replace(second, year=first.year, relative=first.relative, shift=first.shift)
        if second.month is None and second.day is not None:
            second = replace(second, month=first.month)
    elif first.year is None and first.relative is None:
        first = replace(first, year=second.year, relative=second.relative, shift=second.shift)
    return Dated(kind="date", day=replace(first, last=second))


def _since(found: Found) -> Reading | None:
    day = found["date"].day
    return None if day.last is not None else Dated(kind="date", day=replace(day, open_end=True))


def _until(found: Found) -> Reading | None:
    day = found["date"].day
    return None if day.last is not None else Dated(kind="date", day=replace(day, open_start=True))


def _fuzzy(found: Found) -> Reading:
    reading: Reading = found["date"]
    return reading


_SHARE_BEFORE = re.compile(r"[约近超逾占达]$")
_DAY_BEFORE = re.compile(r"\b(?:on|since|by|until)[ ]$|[\u4e00-\u9fff][ ]?$")
_DAY_AFTER = re.compile(r"[ ]?[\u4e00-\u9fff]|,")
_SHARE_AFTER = re.compile(r"[ ]?(?:的|of\b|inch|in\b|mile|cup|\"|[-–][a-z])")


def _slashed_day(found: Found) -> Reading | None:
    """11/14 is a day of the year where it can be one and is no likely fraction: more than ten below the stroke."""
    month, day = found["a"], found["b"]
    text = found.text[found.start : found.end]
    if not re.fullmatch(r"(?:0?[1-9]|1[0-2])/(?:1[13-57-9]|2[0-9]|3[01])", text):
        return None
    if found.before(1) in ("/", "-", ".") or found.after(1) in ("/", "-", "."):
        return None
    if not (_DAY_BEFORE.search(found.before(6)) or _DAY_AFTER.match(found.after(2))):
        return None
    if _SHARE_BEFORE.search(found.before(1)) or _SHARE_AFTER.match(found.after(5)):
        return None
    return dated(Day(month=int(month.value), day=int(day.value)))


SLASHED: tuple[Rule, ...] = (Rule("date.slashed", "<a:num> <:slash> <b:num>", _slashed_day, "date", 1),)
COMPOUNDS: tuple[Rule, ...] = (Rule("duration.compound", "<:amount> (?:<:comma>? <:and>? <:amount>){1,6}", _compound),)
MOMENTS: tuple[Rule, ...] = (
    Rule("date.moment", "<date> <:at>? <clock>", _moment, "date"),
    Rule("time.clock", "<clock>", _time, "amount"),
)
INTERVALS: tuple[Rule, ...] = (
    Rule("date.interval", "<:from>? <a:date> (?:<:to>|<:dash>) <b:date>", _interval, "date"),
    Rule("date.between", "<:between> <a:date> (?:<:and>|<:dash>) <b:date> <:amid>?", _interval, "date"),
)
OPEN: tuple[Rule, ...] = (
    Rule("date.since", "(?:<:since> <date> <:since_post>? | <:from>? <date> <:since_post>)", _since, "date"),
    Rule("date.until", "(?:<:until> <date> | <date> <:until_post>)", _until, "date"),
    Rule("date.about", "<:approx> <date>", _fuzzy, "date"),
)
