"""English: dates, times of day, periods and spans of time."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from toolkit.quantities.dates import Dated, Day, dated
from toolkit.quantities.grammar import Found, Reading, Rule
from toolkit.quantities.units import words

MONTHS = words("january february march april may june july august september october november december")
SHORT_MONTHS = {
    "jan": 1,
    "feb": 2,
    "mar": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "sept": 9,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}
WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday")
RELATIVE = {
    "yesterday": Day(relative="day", shift=-1),
    "today": Day(relative="day"),
    "tomorrow": Day(relative="day", shift=1),
    "the day before yesterday": Day(relative="day", shift=-2),
    "the day after tomorrow": Day(relative="day", shift=2),
} | {
    f"{word} {unit}": Day(relative=unit, shift=shift)
    for unit in ("week", "month", "year", "quarter")
    for word, shift in (("last", -1), ("previous", -1), ("this", 0), ("current", 0), ("next", 1), ("the coming", 1))
}
# Years are dates after these words, and numbers elsewhere unless nothing is counted by them.
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|by|from|until|till|during|before|after|of|to|year|late|early|mid|for|between|and|or|on|than"
    r"|through|circa|spring|summer|autumn|winter|fall)[ -]|\()$"
)
_YEAR_AFTER = re.compile(r"(?! ?(?:[a-z]+s|people|million|billion)\b(?<!was)(?<!is)(?<!has))")


def lexicon() -> dict[str, dict[str, Any]]:
    """Phrase → senses by role."""
    entries: dict[str, dict[str, Any]] = {}

    def add(role: str, names: str | Sequence[str], sense: Any = True) -> None:
        for phrase in names.split(",") if isinstance(names, str) else names:
            entries.setdefault(phrase, {})[role] = sense

    for nth, word in enumerate(MONTHS, 1):
        add("month", word, nth)
    for word, nth in SHORT_MONTHS.items():
        add("month", [word, word + "."], nth)
    for nth, word in enumerate(WEEKDAYS, 1):
        add("weekday", [word, word[:3]], nth)
    entries.pop("sat", None)
    entries.pop("sun", None)
    entries.pop("wed", None)
    for word, day in RELATIVE.items():
        add("relative", word, day)
    for nth, word in enumerate(WEEKDAYS, 1):
        add("relative", f"last {word}", Day(relative="weekday", shift=-1, day=nth))
        add("relative", f"this {word}", Day(relative="week", day=nth))
        add("relative", f"next {word}", Day(relative="week", shift=1, day=nth))
    add("ampm", "am,a.m.,a.m,a . m .", 0)
    add("ampm", "pm,p.m.,p.m,p . m .", 12)
    add("at", "at")
    add("ago", "ago,earlier,before")
    add("since", "since,from,starting,starting in,starting on,after,beginning in")
    add("until", "until,till,up to,before,by the end of,through,as of")
    add(
        "past",
        "past,last,previous,next,coming,following,over the past,over the last,over the next,in the past,in the last,"
        "in the next,first",
    )
    add("period", "early,mid,late,the start of,the end of,end of,the beginning of,mid-,early-,late-")
    add("nth_quarter", "q1,first quarter,first-quarter", 1)
    add("nth_quarter", "q2,second quarter,second-quarter", 2)
    add("nth_quarter", "q3,third quarter,third-quarter", 3)
    add("nth_quarter", "q4,fourth quarter,fourth-quarter", 4)
    add("nth_half", "h1,first half", 1)
    add("nth_half", "h2,second half", 2)
    return entries


# --- productions ---------------------------------------------------------------------------------------------------


def _year_of(found: Found, name: str) -> int | None:
    token = found.token(name)
    if token is None:
        return None
    text = found.text[token.start : token.end]
    return int(text) if re.fullmatch(r"[12][0-9]{3}", text) else None


def _day_of(found: Found) -> int | None:
    day: Reading | None = found["d"]
    if day is None or day.value is None or day.value_max is not None or day.value != int(day.value):
        return None
    return int(day.value) if 1 <= day.value <= 31 else None


def _is_month(found: Found) -> bool:
    """ "may" and "march" are months only with a capital."""
    return found.words("month")[0].isupper() or found.words("month").lower().rstrip(".") not in (
        "may",
        "march",
        "mar",
        "dec",
        "jan",
        "sep",
    )


_ALSO_NAMES = frozenset(words("May March Mar Jan Dec April June August"))
_MONTH_BEFORE = re.compile(r"\b(?:in|last|next|since|until|this|by|of|from|to|and|early|late|mid)[ -]$")


def _date(found: Found) -> Reading | None:
    year, day = _year_of(found, "y"), _day_of(found)
    if (found["y"] is not None and year is None) or (found["d"] is not None and day is None):
        return None
    if not _is_month(found):
        return None
    short = year is None and day is None and found.words("month") in _ALSO_NAMES
    if short and not _MONTH_BEFORE.search(found.before(8)):
        return None
    return dated(Day(year, found["month"], day))


def _year(found: Found) -> Reading | None:
    year = _year_of(found, "y")
    if year is None or not 1500 <= year <= 2099:
        return None
    if year >= 1950 and _is_edition(found):
        return dated(Day(year))
    if not _YEAR_BEFORE.search(found.before(9)) or not _YEAR_AFTER.match(found.after(16)):
        return None
    return dated(Day(year))


_EDITION_BEFORE = re.compile(
    r"\b(?:report|index|survey|review|ranking|list|outlook|edition|season|expo|cup|games)[ ]$", re.IGNORECASE
)
_OWNED_BEFORE = re.compile(r"['’]s[ ]$")


def _is_edition(found: Found) -> bool:
    """AI Index 2025, the report 2025, Stanford's 2025 AI Index: the year that a name carries."""
    before = found.source[max(0, found.start - 16) : found.start]
    after = found.source[found.end : found.end + 3]
    return _EDITION_BEFORE.search(before) is not None or (
        _OWNED_BEFORE.search(before) is not None and re.match(r" [A-Z]", after) is not None
    )


def _years(found: Found) -> Reading | None:
    first, last = _year_of(found, "y"), _year_of(found, "z")
    if first is None or last is None or not 1500 <= first < last <= 2099 or last - first > 200:
        return None
    return Dated(kind="date", day=Day(first, last=Day(last)))


def _relative(found: Found) -> Reading:
    return Dated(kind="date", day=found["relative"])


def _quarter(found: Found) -> Reading | None:
    year, relative, nth = _year_of(found, "y"), found["relative"], found["nth_quarter"]
    if found["y"] is not None and year is None:
        return None
    base = Day(year) if relative is None else relative
    if base.relative not in (None, "year"):
        return None
    return Dated(kind="date", day=replace(base, month=nth * 3 - 2, last=replace(base, month=nth * 3)))


def _halves(found: Found) -> Reading | None:
    year, relative, nth = _year_of(found, "y"), found["relative"], found["nth_half"]
    if year is None and relative is None:
        return None
    base = Day(year) if relative is None else relative
    if base.relative not in (None, "year"):
        return None
    return Dated(kind="date", day=replace(base, month=nth * 6 - 5, last=replace(base, month=nth * 6)))


def _weekday(found: Found) -> Reading | None:
    return (
        Dated(kind="date", day=Day())
        if found.words("weekday")[0].isupper() or len(found.words("weekday")) > 3
        else None
    )


def _weekday_date(found: Found) -> Reading:
    reading: Reading = found["date"]
    return reading


def _ago(found: Found) -> Reading | None:
    amount: Reading = found["amount"]
    if (
        amount.kind != "duration"
        or amount.value is None
        or amount.value_max is not None
        or amount.value != int(amount.value)
    ):
        return None
    unit, step = amount.unit or "", int(amount.value)
    if unit == "decade":
        unit, step = "year", step * 10
    if unit not in ("year", "month", "week", "day") or step > 10000:
        return Dated(kind="date", day=Day(relative="day"), comparator=None) if unit in ("h", "min") else None
    return Dated(kind="date", day=Day(relative=unit, shift=-step))


def decade(text: str) -> Dated:
    """1990s → the ten years."""
    start = int(text[:4])
    return Dated(kind="date", day=Day(start, last=Day(start + 9)))


def _clock(found: Found) -> Any:
    hour = found["h"]
    if isinstance(hour, str):
        hours, rest = int(hour[:2]), hour[2:]
    else:
        if hour.value is None or hour.value != int(hour.value) or hour.value_max is not None:
            return None
        hours, rest = int(hour.value), ":00:00"
    if not 1 <= hours <= 12:
        return None
    return f"{hours % 12 + found['ampm']:02}{rest}"


def _span(found: Found) -> Reading | None:
    amount: Reading = found["amount"]
    return amount if amount.kind == "duration" else None


def _period(found: Found) -> Reading:
    reading: Reading = found["date"]
    return reading


DATES: tuple[Rule, ...] = (
    Rule("en.date.month_day", "<month> <:the>? <d:num|day> (?:<:comma>? (?:<:of>|<:in>)? <y:num>)?", _date, "date", 3),
    Rule("en.date.day_month", "<d:num|day> <:of>? <month> (?:<:comma>? (?:<:of>|<:in>)? <y:num>)?", _date, "date", 3),
    Rule("en.date.month_year", "<month> (?:<:comma>|<:of>|<:slash>|<:dash>)? <y:num>", _date, "date", 3),
    Rule("en.date.month", "<month>", _date, "date"),
    Rule("en.date.year", "<y:num>", _year, "date", 1),
    Rule("en.date.years", "<y:num> (?:<:to>|<:dash>) <z:num>", _years, "date", 3),
    Rule("en.date.relative", "<relative>", _relative, "date", 1),
    Rule("en.date.quarter", "<nth_quarter> (?:<:of>|<:in>)? (?:<y:num>|<relative>)?", _quarter, "date", 3),
    Rule("en.date.half", "<nth_half> (?:<:of>|<:in>)? (?:<y:num>|<relative>)", _halves, "date", 3),
    Rule("en.date.weekday", "<weekday>", _weekday, "date"),
    Rule("en.time.ampm", "<h:num|clock> <ampm>", _clock, "clock", 2),
)
SPANS: tuple[Rule, ...] = (
    Rule("en.ago", "<amount> <:ago>", _ago, "date", 1),
    Rule("en.span", "<:the>? <:past> <amount>", _span, "amount", 1),
    Rule("en.date.weekday_date", "<:weekday_date> <:comma>? <date>", _weekday_date, "date"),
    Rule("en.date.period", "<:period> <date>", _period, "date"),
)
LEXICON: Mapping[str, Mapping[str, Any]] = lexicon()
