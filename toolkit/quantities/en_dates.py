"""English: dates, times of day, periods, spans of time and what recurs.

"The past 3 months" keeps its length (value 3, unit month) and has the interval that it covers as its ISO form where the
publication date is known: the day of publication is in neither the past months nor the next.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from toolkit.quantities.almanac import (
    FEASTS,
    SEASONS,
    Span,
    Step,
    nth_weekday,
    piece,
    run,
    shifted,
    third,
    whole,
)
from toolkit.quantities.dates import Dated, Day, clock_text, dated, duration_iso
from toolkit.quantities.grammar import Found, Literal, Reading, Rule
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
_QUOTE = "\N{RIGHT SINGLE QUOTATION MARK}"
WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday")
SHORT_WEEKDAYS = {"mon": 1, "tue": 2, "tues": 2, "thu": 4, "thur": 4, "thurs": 4, "fri": 5}
ALSO_WORDS = {"wed": 3, "sat": 6, "sun": 7}  # weekdays only beside a date
UNITS = words("day week weekend month quarter year decade")
TURNS = {
    -1: words("last previous"),
    0: words("this current"),
    1: words("next following coming upcoming"),
}
RELATIVE = (
    {
        "yesterday": Day(relative="day", shift=-1),
        "today": Day(relative="day"),
        "tomorrow": Day(relative="day", shift=1),
        "the day before yesterday": Day(relative="day", shift=-2),
        "day before yesterday": Day(relative="day", shift=-2),
        "the day after tomorrow": Day(relative="day", shift=2),
        "day after tomorrow": Day(relative="day", shift=2),
        "last night": Day(relative="day", shift=-1),
        "tonight": Day(relative="day"),
        "tonite": Day(relative="day"),
        "this morning": Day(relative="day"),
        "this afternoon": Day(relative="day"),
        "this evening": Day(relative="day"),
        "year to date": Day(relative="year", last=Day(relative="day")),
        "this working week": Day(relative="week"),
        "the coming weekend": Day(relative="weekend"),
        "past weekend": Day(relative="weekend", shift=-1),
        "this past weekend": Day(relative="weekend", shift=-1),
        "so far this year": Day(relative="year", last=Day(relative="day")),
        "this calendar year": Day(relative="year"),
        "last calendar year": Day(relative="year", shift=-1),
    }
    | {
        f"{the}{unit} {words}": Day(relative=unit, shift=shift)
        for unit in ("week", "weekend", "month", "year", "quarter")
        for words, shift in (("before last", -2), ("after next", 2))
        for the in ("", "the ")
    }
    | {
        # the latest one: on a Monday the one just over
        f"{over} the weekend": Day(relative="weekday", day=6, steps=(whole("weekend"),))
        for over in ("over", "at", "during")
    }
    | {
        f"{the}{rest} of {this} {unit}": Day(relative="day", last=Day(relative=unit))
        for unit in ("week", "month", "year")
        for this in ("the", "this")
        for rest in ("rest", "remainder")
        for the in ("", "the ")
    }
    | {
        f"{the}{part} of the {unit}": Day(relative=unit, steps=(third(nth),))
        for unit in ("week", "month", "year")
        for nth, parts in enumerate(("start beginning", "middle", "end"))
        for part in words(parts)
        for the in ("", "the ")
    }
)
# Years that begin on a day which only their owner knows.
OWN_YEARS = ("fiscal year", "financial year", "school year", "academic year", "fiscal quarter")
DAY_PARTS = {"morning": 0, "afternoon": 12, "evening": 12, "night": 12, "mornings": 0, "evenings": 12, "nights": 12}
OFTEN = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "P1D",
    "everyday": "P1D",
    "weekly": "P1W",
    "fortnightly": "P2W",
    "biweekly": "P2W",
    "bi-weekly": "P2W",
    "monthly": "P1M",
    "quarterly": "P3M",
    "yearly": "P1Y",
    "annually": "P1Y",
}
ZONES = words("gmt utc bst cet cest eet msk est edt cst cdt mst mdt pst pdt ist jst hkt aest")
LENGTHS = {"hour": "PT1H", "weekday": "P1D", "quarter": "P3M", "decade": "P10Y", "weekend": "P1W"} | {
    unit: f"P1{unit[0].upper()}" for unit in ("day", "week", "month", "year")
}


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
    weekdays = {word: nth for nth, word in enumerate(WEEKDAYS, 1)} | SHORT_WEEKDAYS
    for word, nth in weekdays.items():
        add("weekday", word, nth)
        for name, day in _weekdays(nth).items():
            add("relative", f"{name} {word}", day)
        if word in SHORT_WEEKDAYS:
            add("weekday", word + ".", nth)
    for word, nth in ALSO_WORDS.items():
        add("weekday_short", [word, word + "."], nth)
    for word, day in RELATIVE.items():
        add("relative", word, day)
    for shift, turns in TURNS.items():
        for turn in turns:
            add("turn", turn, shift)
            for unit in UNITS[1:]:
                add("relative", f"{turn} {unit}", Day(relative=unit, shift=shift))
            for year in OWN_YEARS:
                add("relative", f"{turn} {year}", Day(relative="told"))
    # "last week" is a date of its own; "last week of" is a piece of one
    for word in ("last", "final"):
        for of in ("of", "of the", "in"):
            for unit in UNITS:
                add("piece", f"{word} {unit} {of}", piece(unit, -1))
            for weekday, number in weekdays.items():
                add("piece", f"{word} {weekday} {of}", nth_weekday(number, -1))
    for part in (SEASONS, FEASTS):
        for word, named in part.items():
            role = "season" if part is SEASONS else "feast"
            add(role, [word, word.replace("'", _QUOTE)], named)
    for word, offset in DAY_PARTS.items():
        add("day_part", word, offset)
    for unit in UNITS:
        add("span_unit", unit, unit)
        add("span_units", [unit, unit + "s"], unit)
    add("span_units", "business days,working days,trading days", "day")
    for nth, word in enumerate(words("twenties thirties forties fifties sixties seventies eighties nineties"), 2):
        add("decade_short", word, nth * 10)
    add("bc", "bc,b.c.,bce")
    add("zone", ZONES)
    add("fiscal", "fiscal,fiscal year,financial year,fy")
    add("own", "'s,\N{RIGHT SINGLE QUOTATION MARK}s")
    add("year_word", "year")
    add("century_word", "century")
    add("approx_dash", "~")
    add("week_word", "week")
    for unit in ("week", "weekend"):
        add("week_of", f"{unit} of", whole(unit))
        add("unit_of", f"{unit} of", unit)
    add("begins", "starting,starting on,starting from,beginning,beginning on,commencing")
    add("ampm", "am,a.m.,a.m,a . m .", 0)
    add("ampm", "pm,p.m.,p.m,p . m .", 12)
    add("oclock", "o'clock,o\N{RIGHT SINGLE QUOTATION MARK}clock,oclock")
    add("noon", "noon,midday", "12:00:00")
    add("noon", "midnight", "00:00:00")
    add("half_past", "half past", 30)
    add("half_past", "quarter past,a quarter past", 15)
    add("half_past", "quarter to,a quarter to", -15)
    add("minutes", "minute,minutes,min,mins")
    add("past_hour", "past")
    add("at", "at,at around,at about,around,shortly after,just after,just before,sharp at,at exactly")
    add("on", "on,of,of the")
    add("ago", "ago")
    add("now", "now")
    add("since", "since,starting,starting in,starting on,starting from,beginning,beginning in,beginning on", "since")
    add("since", "from", "from")
    add("since", "after,later than,following", "after")
    add("since_post", "onward,onwards")
    add("until", "until,till,up to,by,through,as of,no later than", "until")
    add("until", "before,prior to,ahead of,earlier than", "before")
    add("from_day", "from,after,following", 1)
    add("from_day", "before,prior to,ahead of", -1)
    for run_words, side in ((words("past last previous"), -1), (words("next coming following upcoming"), 1)):
        for word in run_words:
            add("past", word, side)
    add("while", "over,in,during,for,within,throughout")
    add("run_unit", [f"past {unit}" for unit in (*UNITS, "fortnight") if unit != "weekend"], -1)
    add("two", "couple,couple of")
    add("edge", "first", 1)
    add("edge", "last,final", -1)
    add("period", "early,the start of,start of,the beginning of,beginning of,early in,earlier in", third(0))
    add("period", "mid,the middle of,middle of", third(1))
    add("period", "late,the end of,end of,late in,later in", third(2))
    add("shade", "earlier", -1)
    add("shade", "later", 1)
    add("all", "all")
    add("every", "every,each")
    add("other", "other,second")
    for word, often in OFTEN.items():
        add("often", word, often)
    for word, length in LENGTHS.items():
        add("length", word, length)
    add("once", "once,twice,thrice")
    for nth, ordinal in enumerate(words("first second third fourth"), 1):
        add("nth_quarter", [f"{ordinal} quarter", f"{ordinal}-quarter"], nth)
    add("nth_half", "first half,first-half", 1)
    add("nth_half", "second half,second-half", 2)
    return entries


def _weekdays(nth: int) -> dict[str, Day]:
    """ "last Wednesday" is that of the week before: the one just gone is plain "Wednesday" in the news."""
    past, coming = Day(relative="weekday", shift=-1, day=nth), Day(relative="weekday", shift=1, day=nth)
    return {
        "last": Day(relative="week", shift=-1, day=nth),
        "previous": Day(relative="week", shift=-1, day=nth),
        "this": Day(relative="week", day=nth),
        "this week": Day(relative="week", day=nth),
        "next": Day(relative="week", shift=1, day=nth),
        "following": Day(relative="week", shift=1, day=nth),
        "past": past,
        "this past": past,
        "coming": coming,
        "upcoming": coming,
        "this coming": coming,
        "this upcoming": coming,
    }


# --- numbers that are dates ------------------------------------------------------------------------------------------

_NAMED = "|".join(sorted([*MONTHS, *SHORT_MONTHS], key=len, reverse=True))
_MONTH_NUMBER = {word: nth for nth, word in enumerate(MONTHS, 1)} | SHORT_MONTHS
_CENTURY = 100
_PIVOT = 50  # 12/12/30 is 2030, 12/12/75 is 1975


def _full_year(text: str) -> int:
    year = int(text)
    return year if len(text) == 4 else year + (2000 if year < _PIVOT else 1900)


def _three(text: str) -> Dated | None:
    """2019/aug/01, Sep-23-2020, 23-2020-September, 13/04/21: three parts in any order that says which is which."""
    parts = re.split(r"[-/.]", text)
    named = [part for part in parts if part in _MONTH_NUMBER]
    rest = [part for part in parts if part not in _MONTH_NUMBER]
    years = [part for part in rest if len(part) == 4] or rest[-1:]
    days = [part for part in rest if part is not years[0]]
    if named:
        return dated(Day(_full_year(years[0]), _MONTH_NUMBER[named[0]], int(days[0])))
    first, second = (int(part) for part in days)
    return dated(Day(_full_year(years[0]), *((second, first) if first > 12 else (first, second))))


def _year_month(text: str) -> Dated | None:
    """2015-3, 12/2015, and the years of 2015-16 and 1914-18."""
    first, second = re.split(r"[-–/]", text)
    if len(first) < 4:
        return dated(Day(int(second), int(first)))
    year, rest = int(first), int(second)
    if rest == (year + 1) % 100 or (len(second) == 2 and second[0] != "0" and rest > year % 100):
        return Dated(kind="date", day=Day(year, last=Day(year - year % 100 + rest + (100 if rest == 0 else 0))))
    return dated(Day(year, rest))


def _stroke_interval(text: str) -> Dated | None:
    """5/1-5/7/2020, 10/25-11/2: days of the year with a dash in between."""
    first, second = (re.split("/", end.strip()) for end in re.split("[-–]", text))
    year = _full_year(second[2]) if len(second) > 2 else None
    ends = [Day(year, int(month), int(day)) for month, day, *_ in (first, second)]
    if len(first) > 2:
        ends[0] = replace(ends[0], year=_full_year(first[2]))
    if any(dated(end) is None for end in ends):
        return None
    return Dated(kind="date", day=replace(ends[0], last=ends[1]))


def decade(text: str) -> Dated:
    """1990s → the ten years."""
    return Dated(kind="date", day=Day(int(text[:4]), named=partial(_years_from, 10)))


def _years_from(count: int, year: int) -> Span:
    return date(year, 1, 1), date(year + count - 1, 12, 31)


def _elided(text: str) -> int:
    """'67"""
    return _full_year(text[1:])


def _decade_digits(text: str) -> int:
    return int(re.sub("[^0-9]", "", text))


def _four_digits(text: str) -> str | None:
    """0900 GMT"""
    return clock_text(f"{text[:2]}:{text[2:]}")


def _dotted(text: str) -> str | None:
    return clock_text(text.replace(".", ":"))


_D = r"[0-9]{1,2}"
_TIME = rf"{_D}(?:[:.][0-5][0-9])?"
_Y = r"(?:1[89]|20)[0-9]{2}"
LITERALS: tuple[Literal, ...] = (
    Literal("date", rf"(?<![0-9a-z./-])(?:{_D}/){{2}}(?:{_Y})[-–](?:{_D}/){{2}}(?:{_Y})(?![0-9/-])", _stroke_interval),
    Literal("date", rf"(?<![0-9a-z./-]){_D}/{_D}[-–]{_D}/{_D}/(?:{_Y}|[0-9]{{2}})(?![0-9/-])", _stroke_interval),
    Literal("date", rf"(?<=from ){_D}/{_D}[-–]{_D}/{_D}(?![0-9/-])", _stroke_interval),
    Literal(
        "date",
        rf"(?<![0-9a-z./-])(?:(?:{_Y}|{_D})(?P<m1>[-/.])(?:{_NAMED})(?P=m1)(?:{_Y}|{_D})|(?:{_NAMED})(?P<m2>[-/.])(?:{_D})(?P=m2)(?:{_Y})"
        rf"|(?:{_Y}[-/]{_D}|{_D}[-/]{_Y})[-/](?:{_NAMED}))(?![0-9a-z/-])",
        _three,
    ),
    Literal("date", rf"(?<![0-9a-z./-])(?:0?[1-9]|[12][0-9]|3[01])/{_D}/[0-9]{{2}}(?![0-9a-z/-]|\.[0-9])", _three),
    Literal(
        "date",
        rf"(?<![0-9a-z./,$-])(?:{_Y}(?:[-–/][0-9]{{2}}|-[1-9])(?![0-9])|(?:0?[1-9]|1[0-2])[-/](?:19|20)[0-9]{{2}})(?![0-9a-z年月/-]|[.,][0-9])",
        _year_month,
    ),
    Literal("date", r"(?<![0-9a-z])(?:1[5-9]|20)[0-9]0['\N{RIGHT SINGLE QUOTATION MARK}]?s(?![a-z])", decade),
    Literal(
        "spoken_year",
        rf"(?:(?<= of )|(?<= in )|(?<= by )|(?<=nce ))['{_QUOTE}][0-9]{{2}}(?![0-9a-z'{_QUOTE}])",
        _elided,
    ),
    Literal("clock", rf"(?<![0-9.,])(?:[01][0-9]|2[0-3])[0-5][0-9](?=[ ](?:{'|'.join(ZONES)})(?![a-z]))", _four_digits),
    Literal("at", r"(?<=[0-9])t(?=[0-9]{2}:[0-9])", lambda _: True),  # 2016-12-16T12:23
    Literal("decade_short", rf"(?<=the |rly |mid |mid-|ate )['{_QUOTE}]?[2-9]0['{_QUOTE}]?s(?![a-z])", _decade_digits),
    Literal("nth_quarter", r"(?<![0-9a-z])q[1-4](?![0-9a-z-])", lambda text: int(text[1])),
    Literal("nth_half", r"(?<![0-9a-z])h[12](?![0-9a-z-])", lambda text: int(text[1])),
    Literal("clock", rf"(?<![0-9.,:$€£]){_D}\.[0-5][0-9](?=(?:[ ]?[-–][ ]?{_TIME})?[ ]?[ap]\.?m(?![a-z]))", _dotted),
    # a dash with a blank before a time of day is no sign: 1:00 PM - 1:15 PM
    Literal("dash", rf"(?<= )-(?=[ ](?:{_TIME}[ ]?[ap]\.?m|{_D}(?:st|nd|rd|th))(?![a-z]))", lambda _: True),
)


# --- productions ---------------------------------------------------------------------------------------------------

# Years are dates after these words, and numbers elsewhere unless nothing is counted by them.
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|by|from|until|till|during|before|after|of|to|year|late|early|mid|for|between|and|or|on|than"
    r"|through|circa|spring|summer|autumn|winter|fall|around|throughout)[ -]|\()$"
)
_YEAR_AFTER = re.compile(
    r"(?! ?(?!(?:was|is|has|as|its|his|this|says|onwards|across|does)\b)(?:[a-z]+s|people|million|billion)\b)"
)
_SPOKEN_CENTURIES = {
    word: nth for nth, word in enumerate(words("fifteen sixteen seventeen eighteen nineteen twenty"), 15)
}
# What is to come is not looked for in the past: "will open on Friday".
_AHEAD = re.compile(
    r"(?:\b(?:will|shall|due|upcoming|scheduled|expected|expects|plans?|planned|going to|next)\b|'ll\b)[^.!?;]*$"
)
_AHEAD_WIDTH = 60


def _lean(found: Found) -> int:
    """1 where the sentence looks ahead, else 0."""
    return 1 if _AHEAD.search(found.before(_AHEAD_WIDTH)) else 0


def _whole(found: Found, name: str) -> int | None:
    """The whole number that stands there; None where it is a range, an amount of something, or no number."""
    reading = found[name]
    if not isinstance(reading, Reading) or reading.value is None or reading.value_max is not None:
        return None
    if reading.kind not in ("number", "ordinal") or reading.unit is not None or reading.value != int(reading.value):
        return None
    return int(reading.value)


def _year_of(found: Found, name: str = "y") -> int | None:
    token = found.token(name)
    if token is None:
        return None
    if isinstance(found[name], int):
        return int(found[name])
    text = found.text[token.start : token.end]
    if re.fullmatch(r"[12][0-9]{3}", text):
        return int(text)
    value = _whole(found, name)
    return value if value is not None and text.startswith(_SPOKEN_YEAR) and 1500 <= value <= 2099 else None


_SPOKEN_YEAR = ("two thousand", *(f"{word} hundred" for word in _SPOKEN_CENTURIES))


def _spoken_year(found: Found) -> int | None:
    """nineteen ninety six, twenty twenty-one"""
    century = _SPOKEN_CENTURIES.get(found.words("c").lower())
    rest = _whole(found, "n")
    if century is None or rest is None or not 10 <= rest < _CENTURY or found.words("n")[0].isdigit():
        return None
    before = found.before(12)
    named = any(before.endswith((f"{name} ", f"{name}, ", f"{name} of ")) for name in _MONTH_NUMBER)
    day = re.search(r"(?:th|st|nd|rd|[0-9]),? $", before)
    return century * _CENTURY + rest if named or day or _YEAR_BEFORE.search(before) else None


def _day_of(found: Found) -> int | None:
    """Of `<d>`, or of the ordinal in `<th>` with its tens."""
    if found["th"] is None:
        day = _whole(found, "d")
        return day if day is not None and 1 <= day <= 31 else None
    tens = 0 if found["d"] is None else _whole(found, "d")
    day = None if tens is None or tens not in (0, 20, 30) else tens + int(found["th"])
    return day if day is not None and 1 <= day <= 31 and (not tens or found["th"] < 10) else None


_ALSO_NAMES = frozenset(words("may march mar jan sep dec april june august"))
_ALWAYS_MONTHS = frozenset(words("april june august"))
_NO_MONTHS = frozenset(words("may march mar dec jan sep sun"))
_MONTH_BEFORE = re.compile(
    r"(?:\b(?:in|last|next|since|until|till|this|by|of|from|to|and|early|late|mid|the|through)[ -]|[(–-])$"
)
_MONTH_BEFORE_SMALL = re.compile(r"\b(?:in|since|until|till|of|early|late|mid|by|from|through|last|next)[ -]$")
_MONTH_AFTER = re.compile(rf"(?: (?:to|through|until|and) |[ ]?[-–][ ]?)(?:the end of )?(?:{_NAMED})(?![a-z])")
_NO_MONTH_BEFORE = ("$", "#", "@", "/", "'")


def _is_month(found: Found, alone: bool) -> bool:
    """ "may" and "march" are months with a capital or a day, or after words that go with months."""
    word = found.words("month")
    if found.before(1) in _NO_MONTH_BEFORE:
        return False
    if not alone or word.lower().rstrip(".") not in _ALSO_NAMES:
        return not alone or word[0].isupper() or word.lower() not in _NO_MONTHS
    if word in _ALWAYS_MONTHS:
        return True
    if word[0].isupper():
        return _MONTH_BEFORE.search(found.before(9)) is not None or _MONTH_AFTER.match(found.after(24)) is not None
    return _MONTH_BEFORE_SMALL.search(found.before(9)) is not None and not (
        word.lower() in ("may", "march") and found.after(3).startswith((" be", " to"))
    )


def _date(found: Found) -> Reading | None:
    year, day = _year_of(found), _day_of(found)
    has_day = found["d"] is not None or found["th"] is not None
    if (found["y"] is not None and year is None) or (has_day and day is None) or not _may_lead(found):
        return None
    month = found.token("month")
    if month and found.text.startswith(", the ", month.end) and found.after(2).strip(" ").isalpha():
        return None  # in September, the first conviction of its kind
    turn: int | None = found["turn"]
    if turn is not None and not has_day and found.words("month") in ("may", "march"):
        return None  # this may take long
    if not _is_month(found, alone=year is None and day is None and turn is None):
        return None
    if turn is not None and year is None:
        base = Day(month=found["month"], day=day)
        return dated(replace(base, relative="year") if turn == 0 else replace(base, lean=turn * 2))
    if year is not None:
        return dated(Day(year, found["month"], day))
    weekday = found["lead"] if isinstance(found["lead"], int) and day is not None else None
    return dated(Day(None, found["month"], day, weekday=weekday, lean=_lean(found)))


def _may_lead(found: Found) -> bool:
    """Whether what stands before a date can be its weekday: Friday, tomorrow, this Friday; but not last month."""
    lead = found["lead"]
    return not isinstance(lead, Day) or lead.relative in ("day", "weekday") or lead.day is not None


def _led(found: Found) -> Reading | None:
    """Friday 2018-7-6; tomorrow, 13/04/21"""
    reading: Dated = found["date"]
    return reading if _may_lead(found) and reading.day.day is not None and reading.day.last is None else None


def _no_date(found: Found) -> bool | None:
    """30 February is no date, and its numbers are none either."""
    day = _day_of(found)
    return True if day is not None and dated(Day(_year_of(found), found["month"], day)) is None else None


_NO_DAY_AFTER = re.compile(r"[ -](?!(?:at|and|or|to|in|on|from|until|with|when|after|before|between|for|the)\b)[a-z]")


def _weekday_day(found: Found) -> Reading | None:
    """Fri 14th, tuesday the eleventh; friday 23 only where nothing is counted by it."""
    day = _day_of(found)
    if day is None or (found["th"] is None and found["suffix_th"] is None and not _DAY_ENDS.match(found.after(9))):
        return None
    return dated(Day(day=day, weekday=found["weekday"]))


_DAY_ENDS = re.compile(r" (?:at|between) |[.!?;)](?![0-9])|\s*$")


def _day_alone(found: Found) -> Reading | None:
    """on the 4th, but not on the 4th floor"""
    day = _day_of(found)
    if day is None or not re.search(r"\b(?:on|by|since|until|till|from)[ ]the[ ]$", found.before(10)):
        return None
    return None if _NO_DAY_AFTER.match(found.after(12)) else dated(Day(day=day, lean=_lean(found)))


def _day_of_month(found: Found) -> Reading | None:
    """the 10th of next month"""
    day, base = _day_of(found), found["relative"]
    return dated(replace(base, day=day)) if day and base.relative == "month" and base.last is None else None


def _fiscal(found: Found) -> Reading | None:
    """fiscal 2021: the year that it is named after, though it may begin in the one before"""
    year = _year_of(found)
    return None if year is None else dated(Day(year))


def _week_of_day(found: Found) -> Reading | None:
    day = _day_of(found)
    return None if day is None else dated(Day(day=day, steps=(found["week_of"],)))


def _year(found: Found) -> Reading | None:
    year = _year_of(found)
    if year is None or not 1500 <= year <= 2099:
        return None
    if year >= 1950 and _is_edition(found):
        return dated(Day(year))
    if not _YEAR_BEFORE.search(found.before(12)) or not _YEAR_AFTER.match(found.after(16)):
        return None
    return dated(Day(year))


def _year_named(found: Found) -> Reading | None:
    """the year 2008"""
    year = _year_of(found)
    return None if year is None or not 1000 <= year <= 2999 else dated(Day(year))


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


def _short_year(found: Found) -> Reading | None:
    """April of 87"""
    year = found.words("yy")
    return dated(Day(_full_year(year), found["month"])) if re.fullmatch("[0-9]{2}", year) else None


def _relative(found: Found) -> Reading:
    return Dated(kind="date", day=found["relative"])


def _named(found: Found) -> Reading | None:
    """Christmas 2020, next Easter, the summer of 2021; a season only with its year."""
    part, year, relative, turn = found["part"], _year_of(found), found["relative"], found["turn"]
    if (found["y"] is not None and year is None) or (relative is not None and relative.relative != "year"):
        return None
    if _FEAST_NAME.match(found.after(9)):
        return None
    if relative is not None:
        return Dated(kind="date", day=replace(relative, named=part))
    if turn == 0:
        return Dated(kind="date", day=Day(relative="year", named=part))
    return Dated(kind="date", day=Day(year, named=part, lean=turn * 2 if turn else 0 if year else _lean(found)))


_FEAST_NAME = re.compile(r" (?:eggs?|island|bunny|rising|parade|carols?|tree|cards?)\b")  # Easter Island


def _feast(found: Found) -> Reading | None:
    """A feast alone has a capital, as its name in a sentence has, or a word that dates have before them."""
    if not found.words("part")[0].isupper() and not re.search(
        r"\b(?:on|before|after|by|until|since|of)[ ]$", found.before(7)
    ):
        return None
    return _named(found)


def _quarter(found: Found) -> Reading | None:
    return _year_parts(found, found["nth_quarter"], 3, alone=True)


def _halves(found: Found) -> Reading | None:
    return _year_parts(found, found["nth_half"], 6, alone=False)


def _year_parts(found: Found, nth: int, months: int, *, alone: bool) -> Reading | None:
    """The nth quarter or half of the year that stands beside it, before or after."""
    year, relative = _year_of(found), found["relative"]
    if found["year_word"] is not None:  # the first half of the year
        if not found.text.endswith("year", found.start, found.end):
            return None
        relative = Day(relative="year")
    if (found["y"] is not None and year is None) or (year is None and relative is None and not alone):
        return None
    base = Day(year) if relative is None else relative
    if base.relative not in (None, "year"):
        return None
    return Dated(kind="date", day=replace(base, month=(nth - 1) * months + 1, last=replace(base, month=nth * months)))


def _weekday(found: Found) -> Reading | None:
    word = found.words("weekday")
    if not word[0].isupper() and len(word) <= 4:
        return None
    return Dated(kind="date", day=Day(relative="weekday", day=found["weekday"], shift=_lean(found)))


def _decade_short(found: Found) -> Reading | None:
    """the nineties, the late 80s; but not highs in the 80s"""
    start: int = found["decade_short"]
    if not re.search(r"\b(?:the|early|mid|late|in)[ -]$", found.before(6)) or _HEAT.search(found.before(40)):
        return None
    return Dated(kind="date", day=Day(1900 + start, named=partial(_years_from, 10)))


_HEAT = re.compile(r"\b(?:temperatures?|degrees|highs?|lows?|mercury)\b")


def _century(found: Found) -> Reading | None:
    nth = _day_of(found)
    return None if nth is None else Dated(kind="date", day=Day(nth * 100 - 99, named=partial(_years_from, 100)))


def _before_christ(found: Found) -> Reading | None:
    """49 BC, the 5th century BC: ISO 8601 counts a year 0, so that 1 BC is 0000 and 49 BC -0048."""
    century, year = _day_of(found), _whole(found, "y")
    first, last = (century * 100, century * 100 - 99) if century is not None else (year or 0, year or 0)
    if not 1 <= first <= 9999:
        return None
    ends = [f"{'-' if at > 1 else ''}{at - 1:04}" for at in (first, last)]
    return Reading("date", iso=(f"{ends[0]}-01-01/{ends[1]}-12-31",))


# --- pieces of a stretch, and what is counted from one -------------------------------------------------------------

_UNITS = {"year", "month", "week", "day", "quarter", "decade", "weekend"}


def _piece(found: Found) -> Step | None:
    """3rd week of, 15th day of, first Monday evening of"""
    nth = _day_of(found)
    if nth is None:
        return None
    if found["weekday"] is not None:
        return nth_weekday(found["weekday"], nth)
    return piece(found["span_unit"], nth)


@dataclass(frozen=True, slots=True)
class Pieces(Reading):
    """A duration that is a piece of the date after it, where there is one: the final 15 years of his life."""

    step: Step = field(default_factory=lambda: whole("day"))


def _pieces(found: Found) -> Reading | None:
    """first 2 weeks |of, the last four months |of"""
    count, unit = _whole(found, "n"), found["span_unit"]
    if count is None or not 1 <= count <= 400 or not _OF_OR_IN.match(found.after(4)):
        return None
    iso = duration_iso(Decimal(count), unit)
    return Pieces("duration", Decimal(count), unit=unit, iso=iso, step=piece(unit, found["edge"], count))


_OF_OR_IN = re.compile(r"[ \xa0\n](?:of|in)\b")


def _stepped(found: Found) -> Reading | None:
    """A date with what is cut from it: the last week of July, early 2019, the week of 18 March."""
    step: Step | Pieces = found["step"]
    return _with_step(found["date"], step.step if isinstance(step, Pieces) else step)


def _with_step(reading: Dated, step: Step) -> Reading | None:
    day = reading.day
    if day.open_end or day.open_start or day.clock is not None or day.relative == "told":
        return None
    if day.last is not None:
        return None
    return Dated(kind="date", day=replace(day, steps=(*day.steps, step)))


def _period(found: Found) -> Reading | None:
    """early 2019, the end of June; of a single day it is the day."""
    reading: Dated = found["date"]
    day = reading.day
    if day.day is not None and not day.steps:
        return reading
    return _with_step(reading, found["period"])


def _shade(found: Found) -> Reading | None:
    """earlier this year, later this week: up to the publication, or from it on"""
    day: Day = found["date"].day
    if day.relative not in _UNITS or day.shift or day.last is not None or day.day is not None:
        return None
    today = Day(relative="day")
    return Dated(kind="date", day=replace(day, last=today) if found["shade"] < 0 else replace(today, last=day))


def _weekday_of_week(found: Found) -> Reading | None:
    """Monday of next week, next week Mon"""
    day: Day = found["relative"]
    if day.relative != "week" or day.day is not None or day.last is not None:
        return None
    return Dated(kind="date", day=replace(day, day=found["weekday"]))


def _week_begins(found: Found) -> Reading | None:
    """the week starting on February 4"""
    return _with_step(found["date"], whole("week"))


_NO_HOUR_AFTER = re.compile(r"[.,:]?[0-9]|[ ]?[%$€£°]")


def _at_hour(found: Found) -> Reading | None:
    """friday the 26th at 4, tonight around 7"""
    reading: Dated = found["date"]
    day, hour, text = reading.day, _whole(found, "h"), found.text[found.start : found.end]
    if hour is None or not 1 <= hour <= 12 or not _is_one_day(day) or day.clock is not None:
        return None
    if _NO_DAY_AFTER.match(found.after(12)) or _NO_HOUR_AFTER.match(found.after(3)):
        return None
    evening = re.search(r"tonight|tonite|night|evening|afternoon", text)
    if found.words("at").lower() != "at" and not evening:
        return None
    if evening:
        hour = _in_part(hour, 12, "night" if "ni" in evening[0] and "ev" not in evening[0] else evening[0])
    return Dated(kind="datetime", day=replace(day, clock=f"{hour:02}:00:00"))


def _week_number(found: Found) -> Reading | None:
    nth = _whole(found, "n")
    day: Day = found["date"].day
    if nth is None or not 1 <= nth <= 53 or (day.year is None and day.relative != "year") or day.month is not None:
        return None
    return _with_step(found["date"], piece("week", nth))


def _part_of_day(found: Found) -> Reading | None:
    reading: Dated = found["date"]
    return reading if _is_one_day(reading.day) else None


def _is_one_day(day: Day) -> bool:
    return day.last is None and (
        day.day is not None or day.relative in ("day", "weekday") or day.named in FEASTS.values()
    )


def _length(found: Found) -> tuple[str, int] | None:
    """The unit and number of a length in whole calendar units: 3 weeks, a fortnight."""
    amount: Reading = found["amount"]
    if amount.kind != "duration" or amount.value is None or amount.value_max is not None:
        return None
    if amount.value != int(amount.value) or amount.value > 10000 or not isinstance(amount.unit, str):
        return None
    unit, count = amount.unit, int(amount.value)
    return ("week", count * 2) if unit == "fortnight" else (unit, count)


def _ago(found: Found) -> Reading | None:
    """3 days ago is a day, two months ago a month: as exact as its unit; hours ago is the day of publication."""
    length = _length(found)
    if length is None:
        amount: Reading = found["amount"]
        return _counted(amount, "h", 0, -1) if amount.unit in ("h", "min") else None
    return _counted(found["amount"], *length, -1)


def _counted(amount: Reading, unit: str, count: int, side: int) -> Reading | None:
    """So many units before or after the day of publication; the reading keeps their number."""
    day = Day(relative="day") if unit in ("h", "min", "s") else Day(relative=unit, shift=side * count)
    if day.relative not in _UNITS | {"century"}:
        return None
    return Dated("date", amount.value, unit=amount.unit, day=day)


def _from_now(found: Found) -> Reading | None:
    """3 weeks from now; "in two weeks" only where the sentence looks ahead, else it is how long something took."""
    length = _length(found)
    if length is None or (found["now"] is None and (not _lean(found) or length[0] in ("h", "min", "s"))):
        return None
    return _counted(found["amount"], *length, 1)


def _from_day(found: Found) -> Reading | None:
    """3 days from Tuesday, two weeks before May 13 1999"""
    length = _length(found)
    reading: Dated = found["date"]
    day = reading.day
    if length is None or length[0] not in _UNITS or day.open_start or day.open_end or not _is_one_day(day):
        return None
    unit, count = length
    return Dated(
        kind="date", day=replace(day, clock=None, steps=(*day.steps, shifted(unit, found["from_day"] * count)))
    )


def _span(found: Found) -> Reading | None:
    """the past 3 months, the next 90 minutes: so long, and the interval where the publication is known"""
    amount: Reading = found["amount"]
    if amount.kind != "duration" or amount.comparator is not None:
        return None
    length = _length(found)
    if length is None or length[0] not in _UNITS or amount.value is None:
        return amount
    return _run_of(length[0], int(amount.value), found["past"], amount)


def _run(found: Found) -> Reading | None:
    """the past year, the next couple of weeks, the 5 past years, the last 2 quarters"""
    if found["run_unit"] is not None:
        return _run_of(found.words("run_unit").lower().split()[-1], 1, -1)
    quarters: Reading | None = found["quarters"]
    if quarters is not None:  # three quarters has been read as a fraction
        if not found.words("quarters").lower().endswith("quarters") or quarters.value is None:
            return None
        return _run_of("quarter", int(quarters.value * 4), found["past"])
    if found.after(4) == " of ":
        return None  # the last 3 weeks of 2021
    count = 2 if found["n"] is None else _whole(found, "n")
    return None if count is None or not 0 < count < 1000 else _run_of(found["span_unit"], count, found["past"])


def _all(found: Found) -> Reading:
    """all day, all week"""
    unit: str = found["span_unit"]
    return Reading("duration", Decimal(1), unit=unit, iso=duration_iso(Decimal(1), unit))


def _run_of(unit: str, count: int, side: int, amount: Reading | None = None) -> Reading:
    day = Day(relative="day", steps=(run("week" if unit == "weekend" else unit, side * count),))
    if amount is not None:
        return Dated("duration", amount.value, None, amount.unit, iso=amount.iso, day=day)
    iso = duration_iso(Decimal(count * 3), "month") if unit == "quarter" else duration_iso(Decimal(count), unit)
    return Dated("duration", Decimal(count), None, unit, iso=iso, day=day)


def _days_share(found: Found) -> Reading | None:
    """9 to 12 of June: the month of the second is that of the first."""
    first, day = _whole(found, "n"), found["b"].day
    if first is None or day.day is None or day.month is None or day.last is not None or day.clock is not None:
        return None
    if not 1 <= first < day.day:
        return None
    return Dated(kind="date", day=replace(day, day=first, last=day))


def _days_follow(found: Found) -> Reading | None:
    """April 9th through 17th"""
    last, day, year = _whole(found, "n"), found["a"].day, _year_of(found)
    if last is None or day.day is None or day.month is None or day.last is not None or day.clock is not None:
        return None
    if (found["y"] is not None and (year is None or day.year is not None)) or _COUNTED_AFTER.match(found.after(16)):
        return None
    if not day.day < last <= 31:
        return None
    day = day if year is None else replace(day, year=year)
    end = replace(day, day=last)
    return None if dated(end) is None else Dated(kind="date", day=replace(day, last=end))


_COUNTED_AFTER = re.compile(
    r"[ -](?!(?:was|is|has|its|his|this|as|across)\b)(?:[a-z]+s|percent|people|million|billion)\b"
)


def _now(found: Found) -> Reading | None:
    """between now and November 15th"""
    day: Day = found["date"].day
    if day.last is not None:
        return None
    today = Day(relative="day")
    return Dated(kind="date", day=replace(today, last=replace(day, lean=1 if day.year is None else 0)))


# --- times of day --------------------------------------------------------------------------------------------------


def _ampm(found: Found) -> str | None:
    """3:30 p.m., 8 am, 1140 a.m., eight o'clock, 3 in the afternoon"""
    hour = found["h"]
    if isinstance(hour, str):
        hours, rest = int(hour[:2]), hour[2:]
    else:
        value = _whole(found, "h")
        if value is None:
            return None
        hours, rest = value, ":00:00"
        if value > _CENTURY and found.words("h").isdigit():
            hours, rest = value // 100, f":{value % 100:02}:00"
            if value % 100 > 59:
                return None
    if not 1 <= hours <= 12:
        return None
    if found["ampm"] is not None:
        return f"{hours % 12 + found['ampm']:02}{rest}"
    if found["day_part"] is not None:
        if not (isinstance(hour, str) or found["at"] is not None or _CLOCK_BEFORE.search(found.before(8))):
            return None
        return f"{_in_part(hours, found['day_part'], found.words('day_part')):02}{rest}"
    return f"{hours:02}{rest}"


_CLOCK_BEFORE = re.compile(r"\b(?:at|by|from|until|till|to|and|between|before|after|than|past|around|about)[ ]$")
_SMALL_HOURS = 5


def _in_part(hour: int, offset: int, word: str) -> int:
    """7 in the evening is 19; 2 at night is 2."""
    if word.lower().startswith("night") and hour % 12 < _SMALL_HOURS:
        return hour % 12
    return hour % 12 + offset


def _past_hour(found: Found) -> str | None:
    """half past eight, 10 past 9, quarter to nine, 20 minutes past eight in the evening"""
    hour = _whole(found, "h")
    minutes: int | None = found["half_past"]
    if minutes is None:
        minutes = _whole(found, "m")
        if minutes is None or (found["minutes"] is None and minutes % 5):
            return None
        if found["to"] is not None:
            if _NO_DAY_AFTER.match(found.after(12)):
                return None  # twenty minutes to three hours
            minutes = -minutes
    if hour is None or not 1 <= hour <= 12 or not -60 < minutes < 60:
        return None
    if found["ampm"] is not None:
        hour = hour % 12 + found["ampm"]
    if found["day_part"] is not None:
        hour = _in_part(hour, found["day_part"], found.words("day_part"))
    at = hour * 60 + minutes
    return f"{at // 60 % 24:02}:{at % 60:02}:00"


_SPOKEN_BEFORE = re.compile(r"\b(?:at|from|to|until|till)[ ]$")


def _spoken_clock(found: Found) -> str | None:
    """at seven twenty-seven"""
    hour, minute = _whole(found, "h"), _whole(found, "m")
    if hour is None or minute is None or not 1 <= hour <= 12 or not 10 <= minute <= 59:
        return None
    if found.text[found.start : found.end].isdigit() or any(c.isdigit() for c in found.text[found.start : found.end]):
        return None
    if not _SPOKEN_BEFORE.search(found.before(6)) or _NO_DAY_AFTER.match(found.after(12)):
        return None
    return f"{hour:02}:{minute:02}:00"


def _noon(found: Found) -> str | None:
    if found["n"] is not None and _whole(found, "n") != 12:
        return None
    return None if found.words("noon")[0].isupper() and found.before(2)[-1:] == " " else str(found["noon"])


_SURE = ("en.time.ampm", "en.time.noon", "en.time.part", "en.time.part_at")


def _hours(found: Found) -> tuple[str, str] | None:
    """from 2pm to 4pm, 5 to 6pm, between 9:30 and 3:00 pm: one end says which half of the day the other is in."""
    ends: list[tuple[int, str, bool]] = []
    for name in ("a", "b"):
        token, sense = found.token(name), found[name]
        if token is None:
            return None
        if isinstance(sense, str):
            ends.append((int(sense[:2]), sense[2:], token.rule in _SURE))
        else:
            hour = _whole(found, name)
            if hour is None or not 1 <= hour <= 12:
                return None
            ends.append((hour, ":00:00", False))
    (a, a_rest, a_sure), (b, b_rest, b_sure) = ends
    if not a_sure and b_sure and b >= 12 and a <= 12 and f"{a % 12 + 12:02}{a_rest}" < f"{b:02}{b_rest}":
        a = a % 12 + 12
    if a_sure and not b_sure and a >= 12 and b < 12 and b + 12 > a:
        b += 12
    return f"{a:02}{a_rest}", f"{b:02}{b_rest}"


# --- what recurs ---------------------------------------------------------------------------------------------------


def _often(found: Found) -> Reading | None:
    """daily and weekly, but not China Daily, nor everyday life"""
    word = found.words("often")
    if word[0].isupper() or (word == "everyday" and found.after(2)[1:].isalpha()):
        return None
    return _repeated(found["often"])


def _repeated(length: str) -> Reading:
    return Reading("duration", iso=(f"R/{length}",))


def _set(found: Found) -> Reading | None:
    """every week, each Monday, every other day, every three years, twice a month"""
    count = 2 if found["other"] is not None else 1
    if found["counted"] is not None and found["counted"].symbol != "times":
        return None  # 20 litres a day, 5% a year
    if found["n"] is not None:
        whole_number = _whole(found, "n")
        if whole_number is None or found["unit"] is None:
            return None
        length = duration_iso(Decimal(whole_number), found["unit"].symbol)
        return _repeated(length[0]) if length else None
    if found["length"] is not None:
        length_text: str = found["length"]
        number = re.sub(r"[0-9]+", lambda m: str(int(m[0]) * count), length_text)
        return _repeated(number)
    return _repeated("P1W" if found["weekday"] is not None else "P1D")


# --- rules ---------------------------------------------------------------------------------------------------------

_TH = "(?:<th:one_th>|<th:teen_th>)"
_NTH = f"(?:<d:num> <suffix_th>|(?:<d:num> <:dash>?)? {_TH})"
_DAY = f"(?:{_NTH}|<d:num>)"
_LEAD = "(?:<lead:weekday|weekday_short|relative> <:comma>? <:the>?)?"
_TURN = "<turn>?"
_YEAR = "(?:<:comma>? (?:<:of>|<:in>)? <y:num|spoken_year>)"
_MONTH_DAY = f"<month> (?:<:slash>|<:dash>|<:comma>)? <:the>? {_DAY}"
_DAY_MONTH = f"{_NTH} (?:<:dash>|<:span_unit>? <:of>)? {_TURN} <month>|<d:num> (?:<:dash>|<:of>)? <month>"
_IN_PART = "(?:<:in>? <:the>? <day_part>)"

_A_YEAR = "(?:<y:num>|<relative>|<year_word>)"
_OVER = "(?:<:while> <:the>)?"

EARLY: tuple[Rule, ...] = (
    Rule("en.time.ampm", "<h:num|clock> <ampm>", _ampm, "clock", 2),
    Rule("en.time.oclock", "<h:num> <:oclock>", _ampm, "clock"),
    Rule(
        "en.time.part", "<h:num> <:oclock>? <:in> <:the> <day_part>|<h:clock> <:in>? <:the>? <day_part>", _ampm, "clock"
    ),
    Rule("en.time.part_at", "<:in> <:the> <day_part> <at> <h:num|clock>", _ampm, "clock"),
    Rule(
        "en.time.past",
        f"(?:<half_past>|<m:num> (?:<minutes>? <:past_hour>|<minutes> <to>)) <h:num> (?:<:oclock>|<ampm>)? {_IN_PART}?",
        _past_hour,
        "clock",
        1,
    ),
    Rule("en.time.spoken", "<h:num> <m:num>", _spoken_clock, "clock"),
    Rule("en.time.noon", "<n:num>? <noon>", _noon, "clock"),
    Rule("en.year.spoken", "<c:num> <n:num>", _spoken_year, "spoken_year", 1),
)
DATES: tuple[Rule, ...] = (
    Rule("en.date.month_day", f"{_LEAD} {_MONTH_DAY}", _date, "date", 3),
    Rule("en.date.month_day_year", f"{_LEAD} {_MONTH_DAY} {_YEAR}", _date, "date", 3),
    Rule("en.date.day_month", f"{_LEAD} {_TURN} (?:{_DAY_MONTH})", _date, "date", 3),
    Rule("en.date.day_month_year", f"{_LEAD} (?:{_DAY_MONTH}) {_YEAR}", _date, "date", 3),
    Rule("en.date.no_date", f"(?:{_MONTH_DAY}|{_DAY_MONTH}) {_YEAR}?", _no_date, "no_date", 4),
    Rule("en.date.month_year", f"<month> (?:<:comma>|<:slash>|<:dash>)? {_YEAR}", _date, "date", 3),
    Rule("en.date.month_of", "<month> <:of> <yy:num>", _short_year, "date", 2),
    Rule("en.date.month", f"{_TURN} <month>", _date, "date"),
    Rule("en.date.year", "<y:num|spoken_year>", _year, "date", 1),
    Rule("en.date.the_year", "<:year_word> <:of>? <y:num|spoken_year>", _year_named, "date", 2),
    Rule("en.date.years", "<y:num> (?:<:to>|<:dash>|<:approx_dash>) <z:num>", _years, "date", 3),
    Rule("en.date.relative", "<relative>", _relative, "date", 1),
    Rule("en.date.led", "<lead:weekday|weekday_short|relative> <:comma>? <date>", _led, "date", 1),
    Rule("en.date.weekday_day", f"<weekday:weekday|weekday_short> <:comma>? <:the>? {_DAY}", _weekday_day, "date", 1),
    Rule("en.date.day", _NTH, _day_alone, "date", 2),
    Rule("en.date.day_of", f"{_NTH} <:of> <relative>", _day_of_month, "date", 3),
    Rule("en.date.year_month", "<y:num> <:dash>? <month>", _date, "date", 1),
    Rule("en.date.fiscal", "<:fiscal> <y:num>", _fiscal, "date", 2),
    Rule("en.date.week_of_day", f"<week_of> <:the>? {_NTH}", _week_of_day, "date", 1),
    Rule(
        "en.date.weekday_of",
        "<weekday> <:day_part>? (?:<:of>|<:comma>)? <relative>|<relative> (?:<:own>|<:on>)? <weekday>",
        _weekday_of_week,
        "date",
        2,
    ),
    Rule("en.date.weekday", "<weekday>", _weekday, "date"),
    Rule("en.date.quarter", f"<nth_quarter> (?:(?:<:of>|<:in>|<:comma>)? {_A_YEAR})?", _quarter, "date", 3),
    Rule("en.date.quarter_after", f"{_A_YEAR} <:own>? <:dash>? <nth_quarter>", _quarter, "date", 3),
    Rule("en.date.half", f"<nth_half> (?:<:of>|<:in>)? {_A_YEAR}", _halves, "date", 3),
    Rule("en.date.half_after", f"{_A_YEAR} <:own>? <:dash>? <nth_half>", _halves, "date", 3),
    Rule(
        "en.date.named",
        "(?:<part:feast|season> (?:<:of>|<:in>|<:comma>)? (?:<y:num>|<relative>)|<turn> <part:feast|season>)",
        _named,
        "date",
        3,
    ),
    Rule("en.date.feast", "<part:feast>", _feast, "date"),
    Rule("en.date.decade", "<decade_short>", _decade_short, "date"),
    Rule("en.date.bc", f"(?:<y:num>|{_NTH} <:dash>? <:century_word>) <:bc>", _before_christ, "amount", 4),
    Rule("en.date.century", f"{_NTH} <:dash>? <:century_word>", _century, "date", 2),
    Rule(
        "en.piece",
        f"{_NTH} (?:(?:<span_unit>|<weekday> <:day_part>?) (?:<:of>|<:in>)|<span_unit:unit_of>)",
        _piece,
        "piece",
        4,
    ),
    Rule("en.pieces", "<edge> <n:num> <span_unit:span_units>", _pieces, "piece", 4),
    Rule("en.time.hours", "<:from>? <a:clock|num> (?:<:to>|<:dash>|<:until>) <b:clock>", _hours, "hours", 1),
    Rule("en.time.hours_to", "<:from>? <a:clock> (?:<:to>|<:dash>|<:until>) <b:clock|num>", _hours, "hours", 1),
    Rule("en.time.between", "<:between> <a:clock|num> (?:<:and>|<:to>|<:dash>) <b:clock>", _hours, "hours", 1),
    Rule("en.date.set", "<often>", _often, "amount"),
    Rule(
        "en.date.set",
        "<:every> (?:<other>? (?:<length>|<weekday>|<:day_part>)|<n:num> <unit>)"
        "|(?:<:once>|<:num> <counted:unit>) <:article> <length>",
        _set,
        "amount",
        2,
    ),
    Rule(
        "en.run",
        f"(?:{_OVER} <past> (?:<:article>? <:two>|<n:num>)|<n:num> <past>) <span_unit:span_units>",
        _run,
        "amount",
        3,
    ),
    Rule("en.run.quarters", f"{_OVER} <past> <quarters:num>", _run, "amount", 3),
    Rule("en.date.all", "<:all> <span_unit>", _all, "amount"),
    Rule("en.run.one", f"{_OVER} <run_unit>", _run, "amount", 1),
)
PARTS: tuple[Rule, ...] = (
    Rule("en.date.piece", "<step:piece|week_of> (?:<:of>|<:in>)? <date>", _stepped, "date", 1),
    Rule("en.date.period", "<period> <:dash>? <date>", _period, "date"),
    Rule("en.date.shade", "<shade> <date>", _shade, "date"),
    Rule("en.date.week_begins", "<:week_word> <:begins> <date>", _week_begins, "date", 1),
    Rule("en.date.at_hour", "<date> <:day_part>? <at> <h:num>", _at_hour, "date"),
    Rule("en.date.week_number", "<:week_word> <n:num> <:of> <date>", _week_number, "date"),
    Rule("en.date.part_of_day", "<date> <:in>? <:the>? <:day_part>|<:day_part> <:of> <date>", _part_of_day, "date"),
)
SHARED: tuple[Rule, ...] = (
    Rule(
        "en.date.days_share",
        "(?:(?:<:from>|<:between>) <:the>?)? <n:num|amount> (?:<:to>|<:dash>|<:and>) <b:date>",
        _days_share,
        "date",
    ),
    Rule(
        "en.date.days_follow",
        "<:from>? <a:date> (?:<:to>|<:dash>|<:until>) <:the>? <n:num|amount>",
        _days_follow,
        "date",
    ),
    Rule(
        "en.date.days_follow_year",
        f"<:from>? <a:date> (?:<:to>|<:dash>|<:until>) <:the>? <n:num|amount> {_YEAR}",
        _days_follow,
        "date",
    ),
    Rule("en.date.now", "(?:<:between> <:now> <:and>|<:from> <:now> (?:<:to>|<:until>)) <date>", _now, "date"),
)
SPANS: tuple[Rule, ...] = (
    Rule("en.ago", "<amount> <:ago>", _ago, "date", 1),
    Rule("en.from_now", "(?:<amount> <:from> <now>|<:in> <amount>)", _from_now, "date"),
    Rule("en.from_day", "<amount> <from_day> <date>", _from_day, "date", 1),
    Rule("en.span", f"{_OVER} <past> <amount>", _span, "amount", 1),
)
LEXICON: Mapping[str, Mapping[str, Any]] = lexicon()
