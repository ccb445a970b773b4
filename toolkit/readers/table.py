"""Tables of documents, one a row: JSON Lines, CSV and Parquet, streamed."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from toolkit import parquet
from toolkit.errors import ReadError
from toolkit.readers.decode import encoding_of, is_binary
from toolkit.readers.draft import Draft, from_fields, is_blank, scalar, tidy

MAX_LINE = 16 * 1024 * 1024  # characters; a file without line ends must not fill the memory
_SAMPLE = 1024 * 1024  # bytes that the encoding is judged by
_UNDECODED = re.compile("[\udc80-\udcff]")
_DELIMITERS = ",;\t"
_FIELDS = {"text", "doc_id", "title", "url", "publisher", "published"}

Row = tuple[int, Draft]


def json_rows(file: BinaryIO, path: str) -> Iterator[Row | ReadError]:
    """The rows of a JSON Lines file with their line numbers; a bad line is a ReadError value. Closes the file."""
    with _as_text(file, path, newline="\n") as text:
        yield from _json_rows(text, path)


def csv_rows(file: BinaryIO, path: str) -> Iterator[Row | ReadError]:
    """The rows of a CSV file with the number of their first line; ReadError is raised where no column is `text`."""
    with _as_text(file, path, newline="") as text:
        yield from _csv_rows(text, path)


def parquet_rows(file: BinaryIO, path: str) -> Iterator[Row | ReadError]:
    """The rows of a Parquet file with their numbers. ReadError is raised where no column is `text`."""
    names = parquet.columns(file)
    if names and "text" not in names:
        raise ReadError(path, f"no column 'text'; found: {', '.join(sorted(names)[:20])}")
    for number, row in enumerate(parquet.rows(file, _FIELDS & names, name=path), 1):
        yield _row(number, row, f"{path}:{number}")


def _json_rows(text: io.TextIOWrapper, path: str) -> Iterator[Row | ReadError]:
    for number, line in _lines(text):
        where = f"{path}:{number}"
        if line is None:
            yield _over_large(where)
        elif _UNDECODED.search(line):
            yield ReadError(where, "not UTF-8 text")
        elif line.strip():
            try:
                row = json.loads(line)
            except (ValueError, RecursionError):
                yield ReadError(where, "not JSON")
                continue
            yield _row(number, row, where)


def _csv_rows(text: io.TextIOWrapper, path: str) -> Iterator[Row | ReadError]:
    # The limit of the csv module is one for the process, and too small for whole articles.
    csv.field_size_limit(max(csv.field_size_limit(), MAX_LINE))
    over_large: list[int] = []
    lines = _kept(_lines(text), over_large)
    header_line = next(lines, "")
    delimiter = max(_DELIMITERS, key=header_line.count)  # the first wins a draw
    header = [name.strip().casefold() for name in next(csv.reader([header_line], delimiter=delimiter), [])]
    if "text" not in header:
        names = ", ".join(name[:40] for name in header[:20]) or "none"
        raise ReadError(path, f"no column 'text'; found: {names}")
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        number = reader.line_num + 2  # the header was read before
        where = f"{path}:{number}"
        try:
            cells = next(reader, None)
        except csv.Error:
            yield ReadError(where, "not CSV; look at the quotes of this row")
            continue
        while over_large:
            yield _over_large(f"{path}:{over_large.pop()}")
        if cells is None:
            return
        if any(_UNDECODED.search(cell) for cell in cells):
            yield ReadError(where, "not UTF-8 text")
        elif len(cells) > len(header):
            yield ReadError(where, f"{len(cells)} cells, the header has {len(header)}; quote cells that hold commas")
        elif any(cell.strip() for cell in cells):
            yield _row(number, dict(zip(header, cells, strict=False)), where)


def _row(number: int, row: Any, where: str) -> Row | ReadError:
    if not isinstance(row, dict):
        return ReadError(where, "not a JSON object")
    text = row.get("text")
    if text is None:
        return ReadError(where, "no 'text'")
    if not isinstance(text, str):
        return ReadError(where, "'text' is not a string")
    if is_blank(text):
        return ReadError(where, "empty")
    given = row.get("doc_id")
    if given is not None and (scalar(given) is None or isinstance(given, (bool, float))) and given != "":
        return ReadError(where, "'doc_id' is not a string")
    return number, from_fields(tidy(text), row)


def _as_text(file: BinaryIO, path: str, newline: str) -> io.TextIOWrapper:
    """The file as text; bytes that are not in its encoding come as half surrogates, for the row to be refused."""
    codec = _codec(file.read(_SAMPLE), path)
    file.seek(0)
    if codec == "utf-8":
        codec = "utf-8-sig"
    errors = "replace" if codec.startswith(("utf-16", "utf-32")) else "surrogateescape"
    return io.TextIOWrapper(file, encoding=codec, errors=errors, newline=newline)


def _codec(sample: bytes, path: str) -> str:
    """The encoding of a table. A few broken lines among good UTF-8 do not count against the others."""
    if len(sample) == _SAMPLE:  # not in the middle of a character: none of these is ever its second byte
        sample = sample[: max(sample.rfind(end) for end in (b"\n", b",", b'"')) + 1]
    try:
        return encoding_of(sample, path)
    except ReadError:
        lines = [line for line in sample.splitlines() if line]
        if is_binary(sample) or 2 * sum(map(_is_utf8, lines)) <= len(lines):
            raise
        return "utf-8"


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


def _kept(lines: Iterator[tuple[int, str | None]], over_large: list[int]) -> Iterator[str]:
    """The lines alone; the numbers of those that were too long go to `over_large`."""
    for number, line in lines:
        if line is None:
            over_large.append(number)
        yield line or "\n"


def _over_large(where: str) -> ReadError:
    return ReadError(where, f"over-large: a line of more than {MAX_LINE:,} characters")


def _lines(file: io.TextIOWrapper) -> Iterator[tuple[int, str | None]]:
    """Numbered lines; None for one that is longer than `MAX_LINE`, whose rest is passed over."""
    number = 0
    while line := file.readline(MAX_LINE):
        number += 1
        if len(line) < MAX_LINE or line.endswith("\n"):
            yield number, line
            continue
        while line and not line.endswith("\n"):
            line = file.readline(MAX_LINE)
        yield number, None
