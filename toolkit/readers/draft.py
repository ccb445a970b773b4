"""What a reader finds in one file or row, before it has an id; dates and plain strings made safe on the way."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_YEAR = r"(?P<y>(?:19|20)\d\d)"
_DATE_FORMS = tuple(
    re.compile(form, re.ASCII)
    for form in (
        rf"{_YEAR}-(?P<m>\d\d?)-(?P<d>\d\d?)(?:[T ].*)?",
        rf"{_YEAR}[/.](?P<m>\d\d?)[/.](?P<d>\d\d?)(?: .*)?",
        rf"{_YEAR}\s?年\s?(?P<m>\d\d?)\s?月\s?(?P<d>\d\d?)\s?[日号](?:.*)?",
        rf"{_YEAR}(?P<m>\d\d)(?P<d>\d\d)",
        rf"{_YEAR}[-/.](?P<m>\d\d?)",
        rf"{_YEAR}\s?年\s?(?P<m>\d\d?)\s?月",
        rf"{_YEAR}年?",
    )
)
_INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060\u00ad"
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Draft:
    """A text and what its source says of itself; `published` is an ISO 8601 date."""

    text: str
    doc_id: str | None = None
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: str | None = None


def from_fields(text: str, found: Mapping[Any, Any], *, title: str | None = None) -> Draft:
    """A draft with the fields of a front matter block or a row; `title` stands in where there is none."""
    return Draft(
        text=text,
        doc_id=scalar(found.get("doc_id"), strip=False),  # an id is kept as given
        title=scalar(found.get("title")) or title,
        url=scalar(found.get("url")),
        publisher=scalar(found.get("publisher")),
        published=iso_date(found.get("published")),
    )


def scalar(value: object, *, strip: bool = True) -> str | None:
    """A field as a string; None for nothing, for white space and for lists and mappings."""
    if isinstance(value, dt.date):
        return value.isoformat()
    if not isinstance(value, (str, int, float)):
        return None
    # Half surrogates cannot be stored as UTF-8 anywhere; one replacement character each keeps the lengths.
    text = _SURROGATE.sub("\ufffd", str(value))
    return None if not text.strip() else text.strip() if strip else text


def iso_date(value: object) -> str | None:
    """A date as ISO 8601, as far as it is known (2025, 2025-11 or 2025-11-14); None for anything else."""
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    text = scalar(value) or ""
    for form in _DATE_FORMS:
        if match := form.fullmatch(text):
            parts = [int(part) for part in match.groups()]
            try:
                dt.date(*[*parts, 1, 1][:3])
            except ValueError:
                return None
            return "-".join([str(parts[0]), *(f"{part:02d}" for part in parts[1:])])
    return None


def tidy(text: str) -> str:
    """Line ends as `\\n`, no byte order mark, no half surrogates; nothing else changes."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return _SURROGATE.sub("\ufffd", text)


def is_blank(text: str) -> bool:
    """Whether nothing in the text can be seen."""
    return not text.strip() or not text.strip(_INVISIBLE + " \t\r\n\v\f\u00a0\u3000")
