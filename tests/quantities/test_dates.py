"""Calendar arithmetic: stretches moved and cut, feasts of a year, and what a date is without its year."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.quantities import almanac
from toolkit.quantities.dates import Day, dated, resolve

PUBLISHED = date(2025, 11, 20)  # a Thursday
UNITS = sorted(almanac.DAYS.keys() | almanac.MONTHS.keys())
DAYS = st.dates(min_value=date(1200, 1, 1), max_value=date(2800, 12, 31))


def span(first: str, last: str) -> almanac.Span:
    return date.fromisoformat(first), date.fromisoformat(last)


def year(number: int) -> almanac.Span:
    return almanac.around(date(number, 1, 1), "year")


def month(number: int, nth: int) -> almanac.Span:
    return almanac.around(date(number, nth, 1), "month")


@pytest.mark.parametrize(
    ("unit", "shift", "first", "last"),
    [
        ("day", 0, "2025-11-20", "2025-11-20"),
        ("week", 0, "2025-11-17", "2025-11-23"),
        ("week", -1, "2025-11-10", "2025-11-16"),
        ("weekend", 0, "2025-11-22", "2025-11-23"),
        ("month", 2, "2026-01-01", "2026-01-31"),
        ("quarter", -1, "2025-07-01", "2025-09-30"),
        ("half", 0, "2025-07-01", "2025-12-31"),
        ("year", -1, "2024-01-01", "2024-12-31"),
        ("decade", 0, "2020-01-01", "2029-12-31"),
        ("century", 0, "2001-01-01", "2100-12-31"),
    ],
)
def test_around(unit: str, shift: int, first: str, last: str) -> None:
    assert almanac.around(PUBLISHED, unit, shift) == span(first, last)


@given(DAYS, st.sampled_from(UNITS))
def test_a_unit_that_a_day_lies_in_holds_it(day: date, unit: str) -> None:
    first, last = almanac.around(day, unit)
    if unit == "weekend":
        assert (first.isoweekday(), last - first) == (6, timedelta(days=1))
    else:
        assert first <= day <= last


@given(DAYS, st.sampled_from(sorted(UNITS)), st.integers(-5, 5))
def test_units_follow_each_other(day: date, unit: str, shift: int) -> None:
    assert almanac.around(day, unit, shift)[1] < almanac.around(day, unit, shift + 1)[0]


@pytest.mark.parametrize(
    ("start", "unit", "count", "wanted"),
    [
        ("2025-01-31", "month", 1, "2025-02-28"),
        ("2024-02-29", "year", 1, "2025-02-28"),
        ("2025-03-31", "month", -1, "2025-02-28"),
        ("2025-12-31", "quarter", 1, "2026-03-31"),
        ("2025-12-31", "week", 1, "2026-01-07"),
        ("2025-12-31", "fortnight", -1, "2025-12-17"),
    ],
)
def test_moved(start: str, unit: str, count: int, wanted: str) -> None:
    assert almanac.moved(date.fromisoformat(start), unit, count).isoformat() == wanted


@pytest.mark.parametrize(
    ("step", "of", "first", "last"),
    [
        (almanac.piece("week", 1), month(2015, 1), "2014-12-29", "2015-01-04"),
        (almanac.piece("week", -1), year(2016), "2016-12-26", "2017-01-01"),
        (almanac.piece("week", -1), month(2017, 7), "2017-07-24", "2017-07-30"),
        (almanac.piece("week", 1, 2), year(2021), "2021-01-04", "2021-01-17"),
        (almanac.piece("week", -1, 3), year(2019), "2019-12-09", "2019-12-29"),
        (almanac.piece("month", -1, 4), year(2021), "2021-09-01", "2021-12-31"),
        (almanac.piece("month", 9), year(2022), "2022-09-01", "2022-09-30"),
        (almanac.piece("weekend", -1), month(2025, 11), "2025-11-29", "2025-11-30"),
        (almanac.piece("day", -1), month(2024, 2), "2024-02-29", "2024-02-29"),
        (almanac.nth_weekday(1, -1), month(2025, 5), "2025-05-26", "2025-05-26"),
        (almanac.nth_weekday(2, 2), month(2025, 11), "2025-11-11", "2025-11-11"),
        (almanac.third(0), year(2019), "2019-01-01", "2019-04-30"),
        (almanac.third(2), month(2020, 2), "2020-02-21", "2020-02-29"),
        (almanac.third(1), span("2025-11-17", "2025-11-23"), "2025-11-19", "2025-11-20"),
        (almanac.whole("week"), span("2025-11-20", "2025-11-20"), "2025-11-17", "2025-11-23"),
        (almanac.on_weekday(1), span("2025-11-17", "2025-11-23"), "2025-11-17", "2025-11-17"),
        (almanac.shifted("week", -2), span("1999-05-13", "1999-05-13"), "1999-04-29", "1999-04-29"),
        (almanac.run("month", -3), span("2016-11-07", "2016-11-07"), "2016-08-07", "2016-11-06"),
        (almanac.run("day", 3), span("2016-11-07", "2016-11-07"), "2016-11-08", "2016-11-10"),
        (almanac.run("quarter", -2), span("2019-07-04", "2019-07-04"), "2019-01-01", "2019-06-30"),
    ],
)
def test_steps(step: almanac.Step, of: almanac.Span, first: str, last: str) -> None:
    assert step(of) == span(first, last)


@pytest.mark.parametrize(
    "step", [almanac.piece("day", 31), almanac.piece("week", 7), almanac.nth_weekday(1, 5), almanac.nth_weekday(1, -6)]
)
def test_a_piece_that_is_not_there(step: almanac.Step) -> None:
    assert step(month(2025, 6)) is None or step(month(2025, 4)) is None


@given(DAYS, st.sampled_from(["week", "month", "quarter", "year", "decade"]))
def test_thirds_make_the_whole(day: date, unit: str) -> None:
    whole = almanac.around(day, unit)
    early, middle, late = (almanac.third(nth)(whole) for nth in range(3))
    assert early is not None
    assert middle is not None
    assert late is not None
    assert (early[0], late[1]) == whole
    assert early[1] + almanac.ONE_DAY == middle[0]
    assert middle[1] + almanac.ONE_DAY == late[0]


@given(DAYS, st.integers(1, 7), st.sampled_from([-1, 0, 1]))
def test_nearest_weekday(day: date, weekday: int, side: int) -> None:
    found = almanac.nearest_weekday(day, weekday, side)
    assert found.isoweekday() == weekday
    assert {-1: -7, 0: -6, 1: 1}[side] <= (found - day).days <= {-1: -1, 0: 0, 1: 7}[side]


@pytest.mark.parametrize(
    ("number", "wanted"),
    [(1961, "1961-04-02"), (2000, "2000-04-23"), (2008, "2008-03-23"), (2024, "2024-03-31"), (2038, "2038-04-25")],
)
def test_easter(number: int, wanted: str) -> None:
    assert almanac.easter(number).isoformat() == wanted


@pytest.mark.parametrize("name", sorted(almanac.FEASTS))
def test_feasts_are_days_of_their_year(name: str) -> None:
    for number in range(1990, 2040):
        first, last = almanac.FEASTS[name](number)
        assert first == last
        assert first.year == number


@pytest.mark.parametrize(
    ("name", "number", "wanted"),
    [
        ("thanksgiving", 2023, "2023-11-23"),
        ("black friday", 2023, "2023-11-24"),
        ("cyber monday", 2023, "2023-11-27"),
        ("memorial day", 2025, "2025-05-26"),
        ("labor day", 2025, "2025-09-01"),
        ("good friday", 2024, "2024-03-29"),
        ("ash wednesday", 2024, "2024-02-14"),
        ("mother's day", 2025, "2025-05-11"),
    ],
)
def test_moving_feasts(name: str, number: int, wanted: str) -> None:
    assert almanac.FEASTS[name](number)[0].isoformat() == wanted


@pytest.mark.parametrize(
    ("day", "known", "unknown"),
    [
        (Day(2025, 2), "2025-02-01/2025-02-28", "2025-02-01/2025-02-28"),
        (Day(month=11, day=14), "2025-11-14", "--11-14"),
        (Day(month=2, day=29), "2024-02-29", "--02-29"),
        (Day(month=12), "2025-12-01/2025-12-31", "--12"),
        (Day(month=5, lean=1), "2026-05-01/2026-05-31", "--05"),
        (Day(month=11, day=20, lean=-1), "2025-11-20", "--11-20"),
        (Day(month=11, day=20, lean=-2), "2024-11-20", "--11-20"),
        (Day(month=1, lean=-1), "2025-01-01/2025-01-31", "--01"),
        (Day(day=4), "2025-11-04", "---04"),
        (Day(day=13, weekday=5), "2025-06-13", "---13"),
        (Day(named=almanac.FEASTS["christmas"]), "2025-12-25", "--12-25"),
        (Day(named=almanac.FEASTS["easter"]), "2025-04-20", ""),
        (Day(2020, named=almanac.SEASONS["winter"]), "2020-12-01/2021-02-28", "2020-12-01/2021-02-28"),
        (Day(relative="weekday", day=4), "2025-11-20", ""),
        (Day(relative="weekday", day=4, shift=-1), "2025-11-13", ""),
        (Day(relative="week", shift=1, day=1), "2025-11-24", ""),
        (Day(relative="told"), "", ""),
        (Day(2016, open_end=True), "2016-01-01/..", "2016-01-01/.."),
        (Day(2016, open_end=True, outside=True), "2017-01-01/..", "2017-01-01/.."),
        (Day(2010, open_start=True, outside=True), "../2009-12-31", "../2009-12-31"),
        (Day(month=11, day=30, open_end=True, outside=True), "2025-12-01/..", "--12-01/.."),
        (Day(relative="day", clock="19:00:00"), "2025-11-20T19:00:00", ""),
        (Day(2025, 5, 5, clock="22:00:00", clock_last="02:00:00"), "2025-05-05T22:00:00/2025-05-06T02:00:00", "same"),
        (Day(month=11, last=Day(month=2)), "2025-11-01/2026-02-28", "--11/--02"),
        (Day(relative="weekday", day=2, last=Day(relative="weekday", day=5)), "2025-11-18/2025-11-21", ""),
        (Day(7, steps=(almanac.shifted("year", -20),)), "", ""),
        (Day(9999, open_end=True, outside=True), "", ""),
    ],
)
def test_resolve(day: Day, known: str, unknown: str) -> None:
    assert resolve(day, PUBLISHED) == ((known,) if known else ())
    assert resolve(day, None) == ((known if unknown == "same" else unknown,) if unknown else ())


@given(DAYS, st.integers(1, 12), st.integers(1, 31), st.sampled_from([-2, 0, 1]))
def test_a_day_without_its_year_gets_one_that_has_it(published: date, nth: int, day: int, lean: int) -> None:
    written = Day(month=nth, day=day, lean=lean)
    if dated(written) is None:
        assert (nth, day) in {(2, 30), (2, 31), (4, 31), (6, 31), (9, 31), (11, 31)}
        return
    (iso,) = resolve(written, published)
    found = date.fromisoformat(iso)
    assert (found.month, found.day) == (nth, day)
    assert (found - published).days * lean > 0 or lean == 0


@pytest.mark.parametrize(
    "day", [Day(2025, 13), Day(2025, 2, 29), Day(month=2, day=30), Day(day=32), Day(0), Day(10000)]
)
def test_no_such_day(day: Day) -> None:
    assert dated(day) is None
