"""Dates, fields and line ends on their way in."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.readers.draft import is_blank, iso_date, scalar, tidy


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2025-11-14", "2025-11-14"),
        ("2025-1-4", "2025-01-04"),
        ("2025-11-14T08:00:00+08:00", "2025-11-14"),
        ("2025-11-14 08:00", "2025-11-14"),
        ("2025/11/14", "2025-11-14"),
        ("2025.11.14", "2025-11-14"),
        ("2025年11月14日", "2025-11-14"),
        ("2025 年 1 月 4 日 上午", "2025-01-04"),
        ("20251114", "2025-11-14"),
        ("2025-11", "2025-11"),
        ("2025年11月", "2025-11"),
        ("2025", "2025"),
        (2025, "2025"),
        (dt.date(2025, 11, 14), "2025-11-14"),
        (dt.datetime(2025, 11, 14, 23, 30), "2025-11-14"),
        ("2025-13-14", None),
        ("2025-02-30", None),
        ("14 November 2025", None),
        ("yesterday", None),
        ("123456", None),
        ("", None),
        (None, None),
        ([2025], None),
    ],
)
def test_iso_date(written: object, expected: str | None) -> None:
    assert iso_date(written) == expected


@given(st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)))
def test_iso_dates_stay(date: dt.date) -> None:
    assert iso_date(date.isoformat()) == iso_date(date) == date.isoformat()


@pytest.mark.parametrize(
    ("value", "expected"),
    [(" a ", "a"), (3, "3"), ("", None), (" \n", None), (None, None), (["a"], None), ({}, None), ("\ud800", "\ufffd")],
)
def test_scalar(value: object, expected: str | None) -> None:
    assert scalar(value) == expected


@given(st.text())
def test_tidy_changes_line_ends_only(text: str) -> None:
    found = tidy(text)
    assert "\r" not in found
    assert found == text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.parametrize(("text", "blank"), [("", True), (" \n　", True), ("\u200b\ufeff\n", True), ("。", False)])
def test_is_blank(text: str, blank: bool) -> None:
    assert is_blank(text) is blank
