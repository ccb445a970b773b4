"""All that people said in a project, of which only what changed since the last time is asked of the server.

The last export is kept in a file of the user's alone. A task's `updated_at` moves with its annotations, its predictions
and its data; a task that was deleted, and whatever else leaves no such trace, shows in the server's counts. Where those
do not add up everything is asked anew, as it is once a day. So what comes back is what a whole export would have held.
"""

from __future__ import annotations

import gzip
import json
import time
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from toolkit.errors import ServerError
from toolkit.labelstudio.records import Counts, LabelStudio
from toolkit.model import stable_id
from toolkit.private import private_file

_FORMAT = 1
_LONGEST_KEPT = 86_400.0  # seconds, until everything is asked anew
_OVERLAP = timedelta(minutes=10)  # how long before it can be seen a change may have been given its time
_LOOKS = 2  # before everything is asked: people may be saving all the while
_MOST_CHANGED = 0.5  # of the tasks; more are quicker asked as a whole

Task = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Kept:
    """An export and when, by this machine's clock, everything was asked last."""

    whole_at: float
    tasks: dict[int, Task]


class Exports:
    """The exports of one server's projects, kept in `folder`; without one, nothing is kept."""

    def __init__(self, server: LabelStudio, folder: Path | None = None, *, whole: bool = False) -> None:
        """With `whole` what was kept is not believed, but replaced."""
        self._server, self._folder, self._whole = server, folder, whole

    def tasks(self, project_id: int) -> list[Task]:
        """Every task of the project with all its annotations, by id. Raises what the server's methods raise.

        A file that cannot be read counts as none, and one that cannot be written is left away.
        """
        kept = None if self._whole else self._read(project_id)
        for _ in range(_LOOKS if kept else 0):
            if kept and (tasks := self._brought_up(project_id, kept)) is not None:
                if tasks is not kept.tasks:
                    self._write(project_id, _Kept(kept.whole_at, tasks))
                return list(tasks.values())
        tasks = {int(task["id"]): task for task in sorted(self._server.export(project_id), key=lambda t: int(t["id"]))}
        self._write(project_id, _Kept(time.time(), tasks))
        return list(tasks.values())

    def _brought_up(self, project_id: int, kept: _Kept) -> dict[int, Task] | None:
        """What is kept with what changed put in its place; None where that does not add up to what the server holds."""
        since = max(datetime.fromisoformat(task["updated_at"]) for task in kept.tasks.values()) - _OVERLAP
        drafted = {task_id for task_id, task in kept.tasks.items() if task.get("drafts")}
        try:
            touched = self._server.touched(project_id, since) | drafted
        except ServerError:  # one that cannot be asked so is asked for everything; one that is away says so then
            return None
        if len(touched) > len(kept.tasks) * _MOST_CHANGED + 1:
            return None
        new = {int(task["id"]): task for task in self._server.export(project_id, touched)} if touched else {}
        changed = any(kept.tasks.get(task_id) != task for task_id, task in new.items())
        tasks = dict(sorted((kept.tasks | new).items())) if changed else kept.tasks
        return tasks if self._server.counts(project_id) == _counted(tasks.values()) else None

    def _path(self, project_id: int) -> Path | None:
        return self._folder and self._folder / f"{stable_id(self._server.url)}-{project_id}.jsonl.gz"

    def _read(self, project_id: int) -> _Kept | None:
        path = self._path(project_id)
        if path is None:
            return None
        try:
            with gzip.open(path, "rb") as file:
                head = json.loads(next(file))
                tasks = {int(task["id"]): task for task in map(json.loads, file)}
            age = time.time() - float(head["whole_at"])
            good = head["format"] == _FORMAT and len(tasks) == head["tasks"] > 0 and 0 <= age < _LONGEST_KEPT
            return _Kept(float(head["whole_at"]), tasks) if good else None
        except (OSError, EOFError, zlib.error, ValueError, KeyError, TypeError, StopIteration):
            return None

    def _write(self, project_id: int, kept: _Kept) -> None:
        path = self._path(project_id)
        if path is None:
            return
        head = {"format": _FORMAT, "whole_at": kept.whole_at, "tasks": len(kept.tasks)}
        with suppress(OSError):
            for folder in (path.parent.parent, path.parent):  # the home, which the local studio wants private
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with private_file(path) as file, gzip.GzipFile(fileobj=file, mode="wb", compresslevel=1) as packed:
                packed.writelines(_lines([head, *kept.tasks.values()]))


def _lines(records: Iterable[Task]) -> Iterator[bytes]:
    return (json.dumps(record).encode() + b"\n" for record in records)


def _counted(tasks: Iterable[Task]) -> Counts:
    counts = [(1, len(task.get("predictions") or ()), len(task.get("annotations") or ())) for task in tasks]
    return Counts(*(sum(column) for column in zip(*counts, strict=True)))
