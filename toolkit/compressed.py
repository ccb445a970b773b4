"""Compressed files by their ending: .gz, .bz2, .xz, and .zst with the extra `parquet`."""

from __future__ import annotations

import bz2
import gzip
import lzma
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, BinaryIO, Literal, cast

from toolkit.parquet import zstandard

SUFFIXES = (".gz", ".bz2", ".xz", ".zst")


def kind(path: str | Path) -> tuple[str, str]:
    """The ending that says what a file holds, and the one that says how it is packed: a.jsonl.gz → .jsonl, .gz."""
    whole = Path(path)
    packed = whole.suffix.lower()
    if packed not in SUFFIXES:
        return packed, ""
    return Path(whole.stem).suffix.lower(), packed


@contextmanager
def unpacked(file: BinaryIO, packed: str) -> Iterator[BinaryIO]:
    """What an open file holds, unpacked as it is read. Broken data raises OSError, EOFError or lzma.LZMAError."""
    if not packed:
        yield file
        return
    with _opened(file, packed, "rb") as stream:
        yield cast(BinaryIO, stream)


@contextmanager
def packing(file: BinaryIO, packed: str) -> Iterator[BinaryIO]:
    """A stream that is packed into an open file; the same bytes for the same content."""
    if not packed:
        yield file
        return
    with _opened(file, packed, "wb") as stream:
        yield cast(BinaryIO, stream)


def _opened(file: BinaryIO, packed: str, mode: Literal["rb", "wb"]) -> IO[bytes]:
    match packed:
        case ".gz":
            return cast(IO[bytes], gzip.GzipFile("", mode, fileobj=file, mtime=0))
        case ".bz2":
            return cast(IO[bytes], bz2.open(file, mode))
        case ".xz":
            return cast(IO[bytes], lzma.open(file, mode))
        case _:
            return zstandard(file, mode)
