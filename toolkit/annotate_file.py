"""Annotate files, one document a row: JSON Lines (.jsonl, packed too) or Parquet, by the ending of the name."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from toolkit import compressed, parquet, remote
from toolkit.errors import ReadError, UsageError
from toolkit.model import AnnotatedDocument
from toolkit.store import annotated_from_json, json_object, lines, read_jsonl, replacing

JSON_LINES = (".jsonl", ".ndjson")
PARQUET = ".parquet"
_COLUMNS = {"text", "claims", "quantities", "entities"}


def is_annotate_file(path: str | Path) -> bool:
    """Whether this is what `factcheck annotate` writes: its rows hold text and claims."""
    held, _ = compressed.kind(path)
    if held == PARQUET:
        try:
            with remote.opened(path) as file:
                return parquet.columns(file) >= _COLUMNS
        except OSError:
            return False
    if held not in JSON_LINES:
        return False
    try:
        return next(read_jsonl(path), {}).keys() >= _COLUMNS
    except UsageError:
        return False


def read_annotated(path: str | Path) -> Iterator[AnnotatedDocument | ReadError]:
    """The documents of an annotate file; a bad row becomes a ReadError value and the others go on."""
    try:
        for where, row in _rows(path):
            try:
                if isinstance(row, UsageError):
                    raise row
                yield annotated_from_json(row)
            except UsageError as error:
                yield ReadError(where, str(error).removeprefix(f"{where}: "))
    except UsageError as error:
        yield ReadError(str(path), str(error).removeprefix(f"{path}: "))
    except ReadError as error:
        yield error


def check_output(path: str | Path) -> None:
    """UsageError where an annotate file cannot have this name."""
    held, packed = compressed.kind(path)
    if held == PARQUET and packed:
        raise UsageError(f"{path}: Parquet is compressed inside; name a file that ends in .parquet")
    if held == PARQUET or packed == ".zst":
        parquet.pyarrow(str(path))


@contextmanager
def writing(
    path: str | Path, *, stdout: BinaryIO | None = None, temporary: Path | None = None
) -> Iterator[Callable[[bytes], None]]:
    """Gives a function that takes lines of an annotate file (`store.annotated_line`) and writes them to `path`.

    `-` is `stdout`. The target is replaced when the block ends without an error; `temporary` as in `store.replacing`.
    """
    if str(path) == "-":
        if stdout is None:
            raise UsageError("-: there is no standard output to write to; name a file")
        yield lambda line: _write(stdout, line)
        stdout.flush()
        return
    with replacing(Path(path), temporary) as file, into(file, path) as write:
        yield write


@contextmanager
def into(file: BinaryIO, name: str | Path) -> Iterator[Callable[[bytes], None]]:
    """The same for a file that is open already, in the format that `name` stands for."""
    held, packed = compressed.kind(name)
    if held == PARQUET:
        with parquet.writing(file, parquet.schema()) as write:
            yield lambda line: write(json.loads(line))
    else:
        with compressed.packing(file, packed) as content:
            yield lambda line: _write(content, line)


def _write(file: BinaryIO, line: bytes) -> None:
    file.write(line)


def _rows(path: str | Path) -> Iterator[tuple[str, dict[str, Any] | UsageError]]:
    """Where each row stands, and the row, or why it is none."""
    if compressed.kind(path)[0] == PARQUET:
        try:
            with remote.opened(path) as file:
                yield from (
                    (f"{path}:{number}", row) for number, row in enumerate(parquet.rows(file, name=str(path)), 1)
                )
        except OSError as error:
            raise ReadError(str(path), f"cannot be read ({(error.strerror or type(error).__name__).lower()})") from None
        return
    for number, line in lines(path):
        where = f"{path}:{number}"
        try:
            yield where, json_object(line, where)
        except UsageError as error:
            yield where, error
