"""Verdicts given before, in one SQLite file: what a claim that comes back was found to be, when and by whom.

The memory only informs. It is looked up by the blocks that `toolkit.claims.match` compares within, so that its size
hardly matters.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from toolkit.claims.match import Link, blocks, compare
from toolkit.claims.statement import Name, Statement
from toolkit.errors import UsageError
from toolkit.model import Earlier, as_json, stable_id

_SCHEMA = """
CREATE TABLE IF NOT EXISTS verdict (id TEXT PRIMARY KEY, date TEXT, earlier TEXT NOT NULL, statement TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS block (key TEXT NOT NULL, id TEXT NOT NULL REFERENCES verdict, PRIMARY KEY (key, id))
    WITHOUT ROWID;
"""
_VERSION = 1
_MOST = 2000  # rows looked at for one claim


@dataclass(frozen=True, slots=True)
class Remembered:
    """A verdict with the claim that it was given on, ready to be compared."""

    earlier: Earlier
    statement: Statement


class Memory:
    """The file at `path`, made when something is added. Raises UsageError where it is no memory, or cannot be read."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def add(self, items: Iterable[Remembered]) -> tuple[int, int]:
        """Remember verdicts; how many are new, and how many replaced what the same people said before."""
        new = replaced = 0
        with self._open(create=True) as db, db:
            for item in items:
                key = stable_id(item.earlier.claim, item.earlier.by or "", item.statement.doc_id)
                row = db.execute("SELECT date FROM verdict WHERE id = ?", (key,)).fetchone()
                if row is not None and (row[0] or "") > (item.earlier.date or ""):
                    continue
                new, replaced = new + (row is None), replaced + (row is not None)
                statement = replace(item.statement, claim_id=key)
                values = (key, item.earlier.date, _dumped(item.earlier), _dumped(statement))
                db.execute("INSERT OR REPLACE INTO verdict VALUES (?, ?, ?, ?)", values)
                db.execute("DELETE FROM block WHERE id = ?", (key,))
                db.executemany("INSERT INTO block VALUES (?, ?)", ((block, key) for block in _blocks(statement)))
        return new, replaced

    def __iter__(self) -> Iterator[Remembered]:
        """Everything, the newest first."""
        with self._open() as db:
            rows = db.execute("SELECT earlier, statement FROM verdict ORDER BY date DESC, id").fetchall()
        yield from (_remembered(*row) for row in rows)

    def search(self, statement: Statement) -> list[tuple[Link, Earlier]]:
        """What was found before on the same claim, the likeliest and newest first; `link.a` is the claim's own id."""
        keys = sorted(_blocks(statement))
        if not keys:
            return []
        marks = ",".join("?" * len(keys))
        with self._open() as db:
            rows = db.execute(
                f"SELECT earlier, statement FROM verdict WHERE id IN (SELECT id FROM block WHERE key IN ({marks}))"  # noqa: S608
                " ORDER BY date DESC LIMIT ?",
                (*keys, _MOST),
            ).fetchall()
        found = []
        for remembered in (_remembered(*row) for row in rows):
            link = compare(statement, remembered.statement)
            if link:
                found.append((link, replace(remembered.earlier, relation=link.relation, reason=link.reason)))
        return sorted(found, key=lambda pair: (_ORDER[pair[0].relation], -pair[0].score))

    def _open(self, *, create: bool = False) -> closing[sqlite3.Connection]:
        if not create and not self._path.exists():
            return closing(_prepared(sqlite3.connect(":memory:")))
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)  # the studio's home
            return closing(_prepared(sqlite3.connect(self._path, timeout=30)))
        except (sqlite3.Error, OSError) as error:
            raise UsageError(f"{self._path}: is no memory of verdicts, or cannot be opened ({error})") from None


_ORDER = {"same": 0, "contradiction": 1, "update": 2}


def _prepared(db: sqlite3.Connection) -> sqlite3.Connection:
    version = db.execute("PRAGMA user_version").fetchone()[0]
    if version > _VERSION:
        raise sqlite3.DatabaseError("a newer version of the toolkit wrote it")
    with db:
        db.executescript(_SCHEMA)
        db.execute(f"PRAGMA user_version = {_VERSION}")
    return db


def _blocks(statement: Statement) -> set[str]:
    return {"\x1f".join(key) for key in blocks(statement)}


def _dumped(record: Any) -> str:
    row = {f.name: as_json(getattr(record, f.name)) for f in fields(record)}
    if isinstance(record, Statement):
        for name in ("names", "subject_names"):
            row[name] = [[n.text, n.kind, sorted(n.keys), n.known] for n in getattr(record, name)]
    return json.dumps(row, ensure_ascii=False)


def _remembered(earlier: str, statement: str) -> Remembered:
    """A row as it was put in; what an older or newer version wrote otherwise takes its default or is passed over."""
    told, raw = _known(Earlier, json.loads(earlier)), _known(Statement, json.loads(statement))
    told["evidence"] = tuple(told.get("evidence", ()))
    for name in ("names", "subject_names"):
        found = raw.get(name, ())
        raw[name] = tuple(Name(text, kind, frozenset(keys), known) for text, kind, keys, known in found)
    for name in ("value", "value_max"):
        raw[name] = Decimal(raw[name]) if raw.get(name) is not None else None
    return Remembered(Earlier(**told), Statement(**raw))


def _known(kind: type[Any], row: dict[str, Any]) -> dict[str, Any]:
    names = {f.name for f in fields(kind)}
    return {name: value for name, value in row.items() if name in names}
