"""A stream of documents in chunks, and a folder of the chunks that are done, so that a broken run is taken up again.

Where a chunk ends depends on the documents in it alone, and a done chunk is found again by what went into it. So a run
goes on from where it stopped, also where documents were added, changed or taken away meanwhile: only the chunks around
them are made anew.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from toolkit.engines.work import Item
from toolkit.errors import UsageError
from toolkit.model import AnnotatedDocument, as_json
from toolkit.store import atomic_write

MOST_DOCUMENTS = 32
MOST_CHARS = 8_000  # about four seconds of one core, for which the others wait at the end; a longer text is its own
_ENDS_ONE_IN = 16


@dataclass(frozen=True, slots=True)
class Chunk:
    """A few documents that are annotated together; `digest` is of all that their lines depend on but the models."""

    items: tuple[Item, ...]
    digest: str


def cut(items: Iterable[Item]) -> Iterator[Chunk]:
    """Chunks of at most MOST_DOCUMENTS, and MOST_CHARS where it holds more than one, in the order given."""
    held: list[Item] = []
    digests: list[bytes] = []
    chars = 0
    for item in items:
        digest, length = _digest(item), _length(item)
        if held and chars + length > MOST_CHARS:
            yield _chunk(held, digests)
            held, digests, chars = [], [], 0
        held.append(item)
        digests.append(digest)
        chars += length
        if len(held) == MOST_DOCUMENTS or digest[0] % _ENDS_ONE_IN == 0:
            yield _chunk(held, digests)
            held, digests, chars = [], [], 0
    if held:
        yield _chunk(held, digests)


@contextmanager
def kept_beside(output: Path) -> Iterator[Path]:
    """A folder for what is done of `output`, which the next run finds if this one does not end; gone when it does.

    UsageError where another run is writing the same file, or the folder cannot be made.
    """
    target = Path(os.path.realpath(output))
    if not target.parent.is_dir():
        raise UsageError(f"{output}: there is no folder {target.parent}; make it first")
    folder = target.with_name(f".{target.name[:80]}.unfinished")
    try:
        folder.mkdir(exist_ok=True)
        with FileLock(folder / "lock").acquire(timeout=0):
            yield folder
            shutil.rmtree(folder)
    except Timeout:
        raise UsageError(f"{output}: another run is writing this file; wait for it, or name another") from None
    except PermissionError as error:
        raise UsageError(f"{output}: cannot be written ({error.strerror}); check the folder and its rights") from None


class Finished:
    """Chunks that are done, one file each, named by what went in and by `version`, the models that read it."""

    def __init__(self, folder: Path, version: str) -> None:
        self._folder = folder
        self._version = version

    def lines(self, chunk: Chunk) -> list[bytes] | None:
        """The chunk's lines, None where it is not done."""
        try:
            return self._path(chunk).read_bytes().splitlines(keepends=True)
        except FileNotFoundError:
            return None

    def add(self, chunk: Chunk, lines: Sequence[bytes]) -> None:
        """Keep the chunk's lines; the file is there whole or not at all."""
        path = self._path(chunk)
        path.parent.mkdir(exist_ok=True)
        atomic_write(path, b"".join(lines))

    def _path(self, chunk: Chunk) -> Path:
        name = hashlib.sha256(f"{self._version}\n{chunk.digest}".encode()).hexdigest()[:32]
        return self._folder / name[:2] / name[2:]


def _chunk(items: Sequence[Item], digests: Sequence[bytes]) -> Chunk:
    return Chunk(tuple(items), hashlib.sha256(b"".join(digests)).hexdigest())


def _digest(item: Item) -> bytes:
    made = json.dumps(as_json(item), ensure_ascii=True)
    return hashlib.sha256(made.encode("ascii")).digest()


def _length(item: Item) -> int:
    return len(item.document.text if isinstance(item, AnnotatedDocument) else item.text)
