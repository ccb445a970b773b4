"""The history of decisions as a CSV beside the verified claims: entries are added, none is ever changed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from toolkit.exports import columns
from toolkit.exports.files import add_to_csv, read_table
from toolkit.model import Change, as_json


def beside(path: Path) -> Path:
    """Where the history of a verified-claims CSV is: claims.csv → claims.history.csv."""
    return path.with_name(f"{path.stem}.history.csv")


def read_history(path: Path) -> list[Change]:
    """All entries in the order in which they were written; none where there is no file. UsageError."""
    if not path.exists():
        return []
    return [Change(**row) for row in read_table(path, columns.HISTORY)]


def add_to_history(path: Path, changes: Sequence[Change]) -> None:
    """Add entries to the file, or begin it; it is left alone where there are none. UsageError."""
    if changes or not path.exists():
        add_to_csv(path, columns.HISTORY, map(as_json, changes))
