"""Paths to documents: which reader a file gets, the walk through folders, and one id for each document.

What cannot be read comes out as a ReadError value between the documents, so that the others go on.
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

from toolkit import compressed, parquet, remote
from toolkit.errors import ReadError, UsageError
from toolkit.model import Document, stable_id
from toolkit.readers import docx, html, pdf, table, text
from toolkit.readers.draft import Draft, is_blank

MAX_FILE = 64 * 1024 * 1024  # bytes of a single document; tables are streamed and have no such limit
MAX_CHARS = 200_000

_READERS: Mapping[str, Callable[[bytes, str], Draft]] = {
    ".txt": text.read,
    ".md": text.read,
    ".markdown": text.read,
    ".html": html.read,
    ".htm": html.read,
    ".pdf": pdf.read,
    ".docx": docx.read,
}
_TABLES: Mapping[str, Callable[[BinaryIO, str], Iterator[table.Row | ReadError]]] = {
    ".jsonl": table.json_rows,
    ".ndjson": table.json_rows,
    ".csv": table.csv_rows,
    ".parquet": table.parquet_rows,
}
SUFFIXES = tuple(sorted({*_READERS, *_TABLES}))
_UNKNOWN = f"unknown kind of file; known are {' '.join(SUFFIXES)}"


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read, or its address in a store, or `-`.

    `shown` is its path as the user gave it, `name` its id where it gives none itself.
    """

    file: str
    shown: str
    name: str


@dataclass(frozen=True, slots=True)
class _First:
    """Where a doc_id was met first."""

    where: str
    sha256: str


def read(
    paths: Sequence[str], *, max_chars: int = MAX_CHARS, stdin: BinaryIO | None = None
) -> Iterator[Document | ReadError]:
    """The documents under `paths`, and a ReadError for what is none; `max_chars` bounds the text of one document."""
    yield from read_sources(find(paths), max_chars=max_chars, stdin=stdin)


def find(paths: Iterable[str]) -> Iterator[Source | ReadError]:
    """The files under `paths`: files, folders, addresses in a store, `-` for standard input.

    Folders are walked in sorted order; hidden files, files of unknown kinds and links to folders are passed over. A
    file that is met twice comes once.
    """
    met: set[str] = set()
    for path in paths:
        for source in _sources(path):
            if isinstance(source, Source):
                real = source.file if path == "-" or remote.is_remote(path) else os.path.realpath(source.file)
                if real in met:
                    continue
                met.add(real)
            yield source


def read_sources(
    sources: Iterable[Source | ReadError], *, max_chars: int = MAX_CHARS, stdin: BinaryIO | None = None
) -> Iterator[Document | ReadError]:
    """The documents of what `find` found."""
    first: dict[str, _First] = {}
    for source in sources:
        if isinstance(source, ReadError):
            yield source
            continue
        drafts = _piped(stdin or sys.stdin.buffer) if source.file == "-" else _drafts(source)
        for where, draft in drafts:
            yield _document(draft, source, where, max_chars, first)


def count(paths: Sequence[str]) -> int | None:
    """How many documents there are under `paths`, without reading them; None where that is not known.

    Lines of a JSON Lines file count as documents; rows of a CSV file, a packed table, `-` or a store are not known.
    """
    total = 0
    for source in (source for path in paths for source in _sources(path)):
        if isinstance(source, ReadError):
            continue
        held, packed = compressed.kind(source.file)
        if remote.is_remote(source.file):
            return None
        if held in _READERS:
            total += 1
        elif held in (".jsonl", ".ndjson") and not packed and source.file != "-":
            with remote.opened(source.file) as file:
                total += sum(block.count(b"\n") for block in iter(partial(file.read, 1 << 20), b""))
        elif held == ".parquet":
            total += parquet.count(source.file)
        else:
            return None
    return total


# --- paths to files


def _sources(path: str) -> Iterator[Source | ReadError]:
    """The files that a path stands for."""
    shown = _printable(path)
    if path == "-":
        yield Source("-", "-", "-")
        return
    if remote.is_remote(path):
        yield from _stored(path)
        return
    try:
        mode = Path(path).stat().st_mode if path else 0
    except (OSError, ValueError) as error:
        yield ReadError(shown, _reason(error))
        return
    if stat.S_ISDIR(mode):
        yield from _walk(path)
    elif not path:
        yield ReadError("''", "not found")
    elif not stat.S_ISREG(mode):
        yield ReadError(shown, "not a regular file")
    elif _kind(path) is None:
        yield ReadError(shown, _UNKNOWN)
    else:
        yield Source(path, shown, _name(Path(path).name))


def _stored(address: str) -> Iterator[Source | ReadError]:
    """The documents at an address in a store, or below it."""
    try:
        files = remote.find(address)
    except UsageError as error:
        yield ReadError(address, str(error).removeprefix(f"{address}: "))
    except OSError as error:
        yield ReadError(address, _reason(error))
    else:
        if [file for file, _ in files] == [address] and _kind(address) is None:
            yield ReadError(address, _UNKNOWN)
            return
        known = [Source(file, file, _name(name)) for file, name in files if _kind(file) is not None]
        yield from known
        if not known:
            yield _no_documents(address)


def _walk(folder: str) -> Iterator[Source | ReadError]:
    """The documents in a folder and the folders below it; links to folders are not followed, so no loop can form."""
    found = False
    errors: list[OSError] = []
    for here, folders, files in os.walk(folder, onerror=errors.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            file = Path(here, name)
            # "~$" begins the lock files that Word leaves beside open documents.
            if name.startswith((".", "~$")) or _kind(name) is None:
                continue
            found = True
            relative = file.relative_to(folder).as_posix()
            shown = _printable(f"{folder.rstrip('/') or '/'}/{relative}".replace("//", "/"))
            regular = _is_regular(file)
            yield Source(str(file), shown, _name(relative)) if regular else ReadError(shown, "not a regular file")
    for error in errors:
        yield ReadError(_printable(str(error.filename)), _reason(error))
    if not found and not errors:
        yield _no_documents(_printable(folder))


def _no_documents(folder: str) -> ReadError:
    return ReadError(folder, f"no documents ({' '.join(SUFFIXES)}) in this folder")


def _is_regular(file: Path) -> bool:
    """Whether reading it ends: a pipe or device in a folder might not. A broken link counts, and fails by name."""
    try:
        return stat.S_ISREG(file.stat().st_mode)
    except OSError:
        return True


def _name(relative: str) -> str:
    return unicodedata.normalize("NFC", _printable(relative))


def _kind(file: str) -> str | None:
    """The ending that a file is read by, None for an unknown kind; tables may be packed (.jsonl.gz)."""
    held, packed = compressed.kind(file)
    return held if held in (_TABLES if packed else SUFFIXES) else None


def _printable(path: str) -> str:
    """A path whose bytes are not UTF-8 with these bytes written out, so that it can be stored and shown."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


# --- files to drafts, each with where it stands


def _drafts(source: Source) -> Iterator[tuple[str, Draft | ReadError]]:
    """Everything one file holds. No error of a library comes through: its name has to do."""
    held = _kind(source.file)
    assert held is not None
    try:
        if held in _TABLES:
            yield from _rows(source, _TABLES[held])
        else:
            yield source.shown, _READERS[held](_bytes(source), source.shown)
    except ReadError as error:
        yield source.shown, error
    except UsageError as error:  # a library for this kind of file that is not installed
        yield source.shown, ReadError(source.shown, str(error).removeprefix(f"{source.shown} "))
    except Exception as error:
        yield source.shown, ReadError(source.shown, _reason(error))


def _rows(
    source: Source, reader: Callable[[BinaryIO, str], Iterator[table.Row | ReadError]]
) -> Iterator[tuple[str, Draft | ReadError]]:
    packed = compressed.kind(source.file)[1]
    with remote.opened(source.file) as file, compressed.unpacked(file, packed) as content:
        empty = True
        for row in reader(content, source.shown):
            empty = False
            if isinstance(row, ReadError):
                yield row.path, row
            else:
                yield f"{source.shown}:{row[0]}", row[1]
        if empty:
            yield source.shown, ReadError(source.shown, "empty")


def _bytes(source: Source) -> bytes:
    with remote.opened(source.file) as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(0)
        raw = b"" if size > MAX_FILE else file.read(MAX_FILE + 1)
    if max(size, len(raw)) > MAX_FILE:
        raise ReadError(source.shown, f"over-large: {size:,} bytes; the limit for one document is {MAX_FILE:,}")
    if not raw:
        raise ReadError(source.shown, "empty")
    return raw


def _piped(stdin: BinaryIO) -> Iterator[tuple[str, Draft | ReadError]]:
    """Standard input as one plain text or Markdown document."""
    try:
        raw = stdin.read(MAX_FILE + 1)
        if len(raw) > MAX_FILE:
            raise ReadError("-", f"over-large: more than {MAX_FILE:,} bytes")
        yield "-", text.read(raw, "-")
    except ReadError as error:
        yield "-", error
    except Exception as error:
        yield "-", ReadError("-", _reason(error))


def _reason(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "not found"
    if isinstance(error, OSError) and error.strerror:
        return f"cannot be opened ({error.strerror.lower()})"
    return f"cannot be read ({type(error).__name__})"


# --- drafts to documents


def _document(
    draft: Draft | ReadError, source: Source, where: str, max_chars: int, first: dict[str, _First]
) -> Document | ReadError:
    """The document with its id, or why it is none; `first` learns the id."""
    if isinstance(draft, ReadError):
        return draft
    if is_blank(draft.text):
        return ReadError(where, "empty")
    if len(draft.text) > max_chars:
        return ReadError(where, f"over-large: {len(draft.text)} characters; the limit is {max_chars} (--max-chars)")
    document = Document(
        doc_id=draft.doc_id or _own_id(draft, source),
        text=draft.text,
        path=source.shown,
        title=draft.title,
        url=draft.url,
        publisher=draft.publisher,
        published=draft.published,
    )
    known = first.setdefault(document.doc_id, _First(where, document.sha256))
    if known.where == where:
        return document
    if known.sha256 == document.sha256:
        return ReadError(where, f"the same doc_id and text as {known.where}; skipped")
    reason = f"the same doc_id {document.doc_id!r} as {known.where}, with other text; give one of them a doc_id"
    return ReadError(where, reason)


def _own_id(draft: Draft, source: Source) -> str:
    """An id for a document that gives none."""
    if source.file == "-":
        return "stdin-" + hashlib.sha256(draft.text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    if _kind(source.file) in _TABLES:
        return stable_id(draft.url or draft.text)
    return source.name
