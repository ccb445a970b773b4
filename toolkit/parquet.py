"""The annotate format as Parquet, and documents from Parquet; the one user of pyarrow (the extra `parquet`).

A row is a document; entities, quantities and claims are lists of structs with the fields of the records in `model.py`.
Amounts are decimal strings, as in JSON: they are exact, and have no common scale.
"""

from __future__ import annotations

import io
import types
from collections.abc import Callable, Iterator, Mapping, Set
from contextlib import contextmanager
from dataclasses import fields
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import IO, Any, BinaryIO, Literal, Union, cast, get_args, get_origin, get_type_hints

from toolkit.errors import ReadError, UsageError
from toolkit.model import Claim, Entity, Quantity

_AT_ONCE = 500  # rows: a row group
_HEAD = ("doc_id", "path", "title", "url", "publisher", "published", "lang", "sha256", "text")
_LISTS = {"entities": Entity, "quantities": Quantity, "claims": Claim}
_FOOT = ("model_version", "schema_version")


def pyarrow(what: str) -> Any:
    """The library; UsageError, which says what needs it, where it is not installed."""
    try:
        import pyarrow as pa
    except ImportError:
        raise UsageError(f"{what} needs pyarrow: pip install 'factcheck-toolkit[parquet]'") from None
    return pa


def zstandard(file: BinaryIO, mode: str) -> IO[bytes]:
    """A stream that packs into, or unpacks from, an open file."""
    arrow = pyarrow(".zst")
    left_open = arrow.PythonFile(_LeftOpen(file), mode=mode[0])
    if mode == "rb":
        return cast(IO[bytes], io.BufferedReader(arrow.CompressedInputStream(left_open, "zstd")))
    return cast(IO[bytes], arrow.CompressedOutputStream(left_open, "zstd"))


class _LeftOpen:
    """An open file that is not closed with what is built upon it."""

    closed = False

    def __init__(self, file: BinaryIO) -> None:
        self.read, self.write, self.flush = file.read, file.write, file.flush

    def close(self) -> None:
        """It is its owner's to close."""


def columns(file: BinaryIO) -> frozenset[str]:
    """The names of a file's columns; empty where it is no Parquet file."""
    pyarrow("Parquet")
    import pyarrow.parquet as pq
    from pyarrow.lib import ArrowException

    try:
        return frozenset(pq.read_schema(file).names)
    except (OSError, ArrowException):
        return frozenset()


def count(path: str | Path) -> int:
    """How many rows a file has; 0 where it is no Parquet file."""
    pyarrow("Parquet")
    import pyarrow.parquet as pq
    from pyarrow.lib import ArrowException

    try:
        return int(pq.read_metadata(path).num_rows)
    except (OSError, ArrowException):
        return 0


def rows(source: BinaryIO, only: Set[str] | None = None, *, name: str = "") -> Iterator[dict[str, Any]]:
    """The rows of a file in order, some hundreds at a time, with the columns of `only`.

    ReadError, which names it `name`, where it cannot be read.
    """
    pyarrow("Parquet")
    import pyarrow.parquet as pq
    from pyarrow.lib import ArrowException

    try:
        with pq.ParquetFile(source) as file:
            for batch in file.iter_batches(batch_size=_AT_ONCE, columns=sorted(only) if only else None):
                yield from batch.to_pylist()
    except (OSError, ArrowException) as error:
        raise ReadError(name, f"no Parquet file that can be read ({type(error).__name__})") from None


@contextmanager
def writing(file: BinaryIO, columns: Any) -> Iterator[Callable[[Mapping[str, Any]], None]]:
    """Gives a function that takes rows and writes them as Parquet; `columns` is their schema."""
    arrow = pyarrow("Parquet")
    import pyarrow.parquet as pq

    held: list[Mapping[str, Any]] = []
    with pq.ParquetWriter(file, columns, compression="zstd") as writer:

        def flush() -> None:
            writer.write_table(arrow.Table.from_pylist(held, schema=columns))
            held.clear()

        def write(row: Mapping[str, Any]) -> None:
            held.append(row)
            if len(held) == _AT_ONCE:
                flush()

        yield write
        if held:
            flush()


@cache
def schema() -> Any:
    """The annotate format's columns, drawn from the records."""
    arrow = pyarrow("Parquet")
    lists = [(name, arrow.list_(_struct(record))) for name, record in _LISTS.items()]
    return arrow.schema([*((n, arrow.string()) for n in _HEAD), *lists, *((n, arrow.string()) for n in _FOOT)])


Kind = Literal["string", "int64", "double", "bool", "strings"]
"""What a column of a flat table holds; `strings` are a list."""


def flat(kinds: Mapping[str, Kind]) -> Any:
    """The schema of a flat table with these columns."""
    arrow = pyarrow("Parquet")
    types = {"string": arrow.string(), "int64": arrow.int64(), "double": arrow.float64(), "bool": arrow.bool_()}
    types["strings"] = arrow.list_(arrow.string())
    return arrow.schema([(name, types[kind]) for name, kind in kinds.items()])


def _struct(record: type) -> Any:
    hints = get_type_hints(record)
    return pyarrow("Parquet").struct([(field.name, _column(hints[field.name])) for field in fields(record)])


def _column(hint: Any) -> Any:
    arrow = pyarrow("Parquet")
    if get_origin(hint) in (Union, types.UnionType):
        (hint,) = (one for one in get_args(hint) if one is not type(None))
    if get_origin(hint) is tuple:
        return arrow.list_(_column(get_args(hint)[0]))
    if get_origin(hint) is Literal:
        hint = str
    return {str: arrow.string(), Decimal: arrow.string(), int: arrow.int32(), float: arrow.float64()}[hint]
