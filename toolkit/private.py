"""Files that hold secrets: readable by their owner alone from their first byte on."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO


def write_private(path: Path, record: dict[str, Any]) -> None:
    """Replace `path` by the record as JSON."""
    with private_file(path) as file:
        file.write(json.dumps(record).encode())


@contextmanager
def private_file(path: Path) -> Iterator[BinaryIO]:
    """A file that takes the place of `path` once it is whole; broken off, it leaves `path` as it was."""
    temporary = path.with_suffix(f".{os.getpid()}.tmp")
    temporary.unlink(missing_ok=True)
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
