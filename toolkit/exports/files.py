"""Rows ↔ files. CSV: UTF-8 with BOM, CRLF line ends, cells with line breaks or quotes quoted; and its metadata.

Read a CSV back with `read_table`, or with `pd.read_csv(path, dtype=str, keep_default_na=False)`: `verdict` holds codes,
which nothing takes for anything else, but a reader that guesses types may take the words of `verdict_en` for booleans.
Amounts are plain decimal strings and stay numbers in a spreadsheet; text that it would run as a formula starts with an
apostrophe. Raises UsageError where a file cannot be written or read, as everything here does.
"""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from toolkit import parquet
from toolkit.cells import as_written, harmless
from toolkit.errors import UsageError
from toolkit.exports.columns import SEPARATOR, Column, Kind
from toolkit.model import SCHEMA_VERSION
from toolkit.store import atomic_write, replacing, write_jsonl

if TYPE_CHECKING:
    import pandas as pd

Row = Mapping[str, Any]

_NUMBERS: frozenset[Kind] = frozenset({"integer", "decimal"})


def write_csv(path: str | Path, columns: Sequence[Column], rows: Iterable[Row]) -> int:
    """Write rows one after the other, replacing the file at once; the number of rows."""
    with replacing(Path(path)) as file:
        file.write(_head(columns))
        return _write_rows(file, columns, rows)


def add_to_csv(path: str | Path, columns: Sequence[Column], rows: Iterable[Row]) -> int:
    """Add rows to a CSV of these columns, or begin it; what is there stays byte for byte. The number of rows added."""
    path = Path(path)
    if not path.exists():
        return write_csv(path, columns, rows)
    with replacing(path) as file, path.open("rb") as before:
        head = _head(columns)
        if before.read(len(head)) != head:
            raise UsageError(f"{path}: has other columns than the toolkit gives it; move it away, or name another file")
        before.seek(0)
        shutil.copyfileobj(before, file)
        return _write_rows(file, columns, rows)


def read_frame(path: str | Path, columns: Sequence[Column]) -> pd.DataFrame:
    """`read_table` as a data frame: whole numbers as Int64, amounts as they are written, lists as tuples."""
    import pandas as pd

    frame = pd.DataFrame(read_table(path, columns), columns=[column.name for column in columns], dtype=object)
    return frame.astype({column.name: "Int64" for column in columns if column.kind == "integer"})


def read_table(path: str | Path, columns: Sequence[Column]) -> list[dict[str, Any]]:
    """The rows of a CSV that `write_csv` wrote with these columns, every value as it was given; an empty text is None.

    Other columns are passed by, and one that is missing is None in every row, as in a file of an earlier version.
    """
    try:
        with Path(path).open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            kinds = {column.name: column.kind for column in columns}
            if absent := [c.name for c in columns if c.required and c.name not in (reader.fieldnames or ())]:
                raise UsageError(f"{path}: has no column {absent[0]!r}; is this the right file?")
            return [
                {
                    name: _value(kind, row.get(name) or "", f"{path}, line {reader.line_num}")
                    for name, kind in kinds.items()
                }
                for row in reader
            ]
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({(error.strerror or '').lower()})") from None
    except (UnicodeDecodeError, csv.Error) as error:
        raise UsageError(f"{path}: no CSV file of the toolkit's ({type(error).__name__})") from None


def write_lines(path: str | Path, columns: Sequence[Column], rows: Iterable[Row]) -> int:
    """Write rows as JSON Lines: lists and votes as such, amounts as decimal strings; the number of rows."""
    return write_jsonl(path, ({c.name: row[c.name] for c in columns} for row in rows))


def write_parquet(path: str | Path, columns: Sequence[Column], rows: Iterable[Row]) -> int:
    """Write rows as Parquet, amounts as decimal strings, votes as a JSON object; the number of rows. Needs pyarrow."""
    kinds: dict[str, parquet.Kind] = {"integer": "int64", "list": "strings", "yes_no": "bool"}
    count = 0
    schema = parquet.flat({column.name: kinds.get(column.kind, "string") for column in columns})
    with replacing(Path(path)) as file, parquet.writing(file, schema) as write:
        for row in rows:
            write({c.name: _json(row[c.name]) if c.kind == "votes" else row[c.name] for c in columns})
            count += 1
    return count


def write_metadata(path: str | Path, columns: Sequence[Column], *, title: str, key: Sequence[str] = ()) -> Path:
    """Write what a CSV's columns are beside it, as W3C's CSV on the Web has it; where it went.

    `key` names the columns by which a row is known.
    """
    path = Path(path)
    beside = path.with_name(f"{path.name}-metadata.json")
    schema: dict[str, Any] = {"columns": [_described(column) for column in columns]}
    if key:
        schema["primaryKey"] = list(key)
    metadata = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": path.name,
        "dc:title": title,
        "dc:conformsTo": f"factcheck-toolkit schema {SCHEMA_VERSION}",
        "dialect": {"encoding": "utf-8", "header": True, "delimiter": ",", "doubleQuote": True},
        "tableSchema": schema,
    }
    atomic_write(beside, json.dumps(metadata, ensure_ascii=False, indent=2) + "\n")
    return beside


def _head(columns: Sequence[Column]) -> bytes:
    return ("\ufeff" + ",".join(column.name for column in columns) + "\r\n").encode()


def _write_rows(file: BinaryIO, columns: Sequence[Column], rows: Iterable[Row]) -> int:
    # Half a surrogate pair has no UTF-8. The writer ends lines in CRLF, and so quotes cells with either half of it.
    text = io.TextIOWrapper(file, "utf-8", "replace", newline="")
    writer = csv.writer(text)
    cells = [(column.name, _CELLS[column.kind]) for column in columns]
    count = 0
    for row in rows:
        writer.writerow(["" if (value := row[name]) is None else cell(value) for name, cell in cells])
        count += 1
    text.flush()
    text.detach()
    return count


def _text_cell(text: str) -> str:
    if "\x00" in text:  # ends a cell early in some readers
        text = text.replace("\x00", "")
    return harmless(text)


_CELLS: Mapping[Kind, Callable[[Any], str]] = {
    "text": _text_cell,
    "moment": _text_cell,
    "integer": str,
    "decimal": str,
    "list": lambda value: _text_cell(SEPARATOR.join(value)),
    "votes": lambda value: _text_cell(_json(value)),
    "yes_no": lambda value: "yes" if value else "no",
}


def _value(kind: Kind, cell: str, where: str) -> Any:
    text = cell if kind in _NUMBERS else as_written(cell)
    if kind == "list":
        return tuple(text.split(SEPARATOR)) if text else ()
    if not text:
        return None
    try:
        if kind == "integer":
            return int(text)
        if kind == "votes":
            return json.loads(text)
    except ValueError:
        raise UsageError(f"{where}: {text[:30]!r} is no value of this column") from None
    return text == "yes" if kind == "yes_no" else text


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _described(column: Column) -> dict[str, Any]:
    types: Mapping[Kind, Any] = {
        "integer": "integer",
        "decimal": "decimal",
        "moment": "dateTime",
        "yes_no": {"base": "boolean", "format": "yes|no"},
        "votes": "json",
    }
    said: dict[str, Any] = {
        "name": column.name,
        "titles": column.name,
        "dc:description": column.says,
        "datatype": types.get(column.kind, "string"),
        "required": column.required,
    }
    if column.kind == "list":
        said["separator"] = SEPARATOR
    return said
