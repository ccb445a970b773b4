"""Vectors of texts kept in a file of the user's alone, so that a claim's meaning is read once and not by every command.

The file is a cache: where it cannot be opened, read or written, it is done without, and a broken one is made anew.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import TypeVar

MOST = 100_000
"""Vectors that are kept; of more, the oldest are left out."""
_TOGETHER = 500  # keys that are asked for at once

_SCHEMA = "CREATE TABLE vector (id INTEGER PRIMARY KEY, key BLOB UNIQUE, vector BLOB NOT NULL)"

_T = TypeVar("_T")


class VectorFile:
    """Vectors as bytes by their texts; what another `version` of the encoder wrote is not found."""

    def __init__(self, path: Path, version: int) -> None:
        self._path, self._version = path, version

    def read(self, texts: Sequence[str]) -> dict[str, bytes]:
        """Those of the texts that are known."""
        by_key = {_key(text): text for text in texts}
        keys = list(by_key)

        def found(db: sqlite3.Connection) -> dict[str, bytes]:
            rows: dict[bytes, bytes] = {}
            for at in range(0, len(keys), _TOGETHER):
                some = keys[at : at + _TOGETHER]
                marks = ",".join("?" * len(some))
                rows.update(db.execute(f"SELECT key, vector FROM vector WHERE key IN ({marks})", some))  # noqa: S608
            return {by_key[key]: vector for key, vector in rows.items()}

        return (self._do(found) if keys and self._path.exists() else None) or {}

    def write(self, vectors: Mapping[str, bytes]) -> None:
        """Keep the vectors of these texts too."""

        def add(db: sqlite3.Connection) -> None:
            rows = [(_key(text), vector) for text, vector in vectors.items()]
            db.execute("BEGIN IMMEDIATE")
            db.executemany("INSERT OR IGNORE INTO vector (key, vector) VALUES (?, ?)", rows)
            db.execute("DELETE FROM vector WHERE id <= (SELECT max(id) FROM vector) - ?", (MOST,))
            db.execute("COMMIT")

        self._do(add)

    def _do(self, work: Callable[[sqlite3.Connection], _T]) -> _T | None:
        """What the work on the file gives; None where the file cannot be used."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            os.close(os.open(self._path, os.O_CREAT | os.O_RDWR, 0o600))
            with closing(sqlite3.connect(self._path, timeout=5, isolation_level=None)) as db:
                if not self._is_ours(db):
                    db.execute("BEGIN IMMEDIATE")
                    if not self._is_ours(db):  # no other process was quicker
                        db.execute("DROP TABLE IF EXISTS vector")
                        db.execute(_SCHEMA)
                        db.execute(f"PRAGMA user_version = {self._version}")
                    db.execute("COMMIT")
                return work(db)
        except sqlite3.OperationalError:  # locked, full, not to be written
            return None
        except sqlite3.DatabaseError:  # no database, or a broken one
            with suppress(OSError):
                self._path.unlink()
            return None
        except OSError:
            return None

    def _is_ours(self, db: sqlite3.Connection) -> bool:
        tables = db.execute("SELECT count(*) FROM sqlite_master WHERE name = 'vector'").fetchone()[0]
        return bool(tables and db.execute("PRAGMA user_version").fetchone()[0] == self._version)


def _key(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
