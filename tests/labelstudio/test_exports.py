from __future__ import annotations

import gzip
import json
import stat
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.errors import ServerError
from toolkit.labelstudio import exports
from toolkit.labelstudio.exports import Exports

BEGAN = datetime(2026, 1, 1, tzinfo=UTC)
TASKS = 12


class Desk:
    """A project on the fake server, on which people work; an hour passes before each step."""

    def __init__(self, server: Any) -> None:
        self.server, self.hours = server, 0
        for _ in range(TASKS):
            self.task()

    def _touch(self, task: dict[str, Any]) -> None:
        self.hours += 1
        task["updated_at"] = (BEGAN + timedelta(hours=self.hours)).isoformat()

    def _new(self) -> int:
        self.server.last += 1
        return int(self.server.last)

    def _any(self, n: int) -> dict[str, Any]:
        return list(self.server.stored.values())[n % len(self.server.stored)]

    def task(self, n: int = 0) -> None:
        made = {"id": self._new(), "data": {"fc_key": str(n)}, "annotations": [], "predictions": [], "drafts": []}
        self._touch(made)
        self.server.stored[made["id"]] = made

    def answer(self, n: int) -> None:
        task = self._any(n)
        task["annotations"].append({"id": self._new(), "result": []})
        self._touch(task)

    def edit(self, n: int) -> None:
        if answers := (task := self._any(n))["annotations"]:
            answers[-1]["result"].append(n)
            self._touch(task)

    def patch(self, n: int) -> None:
        task = self._any(n)
        task["data"] = {"fc_key": f"patched {n}"}
        self._touch(task)

    def predict(self, n: int) -> None:
        task = self._any(n)
        task["predictions"].append({"id": self._new()})
        self._touch(task)

    # What leaves no trace in the time of any task:

    def draft(self, n: int) -> None:
        self._any(n)["drafts"].append({"id": self._new()})

    def drop_draft(self, n: int) -> None:
        self._any(n)["drafts"].clear()

    def drop_answer(self, n: int) -> None:
        self._any(n)["annotations"][:] = self._any(n)["annotations"][1:]

    def drop_task(self, n: int) -> None:
        if len(self.server.stored) > 2:
            del self.server.stored[self._any(n)["id"]]


STEPS = [getattr(Desk, name) for name in vars(Desk) if not name.startswith("_")]


@pytest.fixture
def desk(server: Any) -> Desk:
    return Desk(server)


def whole(server: Any) -> list[dict[str, Any]]:
    return list(server.export(1))


def test_only_what_changed_is_asked_again(server: Any, desk: Desk, tmp_path: Path) -> None:
    assert Exports(server, tmp_path).tasks(1) == whole(server)
    desk.answer(4)
    asked: list[set[int]] = []
    server.faults["export"] = [lambda *_: None]
    real = server.export
    server.export = lambda project, ids=None: (asked.append(ids), real(project, ids))[1]
    found = Exports(server, tmp_path).tasks(1)
    server.export = real
    assert found == whole(server)
    assert len(asked) == 1
    assert asked[0] is not None
    assert len(asked[0]) <= 2  # the one that changed, and the one that changed last before it


@given(st.lists(st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 99)), max_size=5), max_size=5))
def test_what_comes_back_is_what_a_whole_export_holds(rounds: list[list[tuple[Callable[..., None], int]]]) -> None:
    from tests.labelstudio.conftest import FakeServer

    server = FakeServer()
    desk = Desk(server)
    with tempfile.TemporaryDirectory() as folder:
        for steps in rounds:
            for step, n in steps:
                step(desk, n)
            assert Exports(server, Path(folder)).tasks(1) == whole(server)


@pytest.mark.parametrize("step", [Desk.drop_answer, Desk.drop_task], ids=["an answer", "a task"])
def test_what_is_deleted_does_not_stay(server: Any, desk: Desk, tmp_path: Path, step: Callable[..., None]) -> None:
    for n in range(TASKS):
        desk.answer(n)
    Exports(server, tmp_path).tasks(1)
    step(desk, 3)
    assert Exports(server, tmp_path).tasks(1) == whole(server)


def test_somebody_saves_between_the_questions(server: Any, desk: Desk, tmp_path: Path) -> None:
    Exports(server, tmp_path).tasks(1)
    server.faults["counts"] = [lambda _: desk.answer(0)]
    assert Exports(server, tmp_path).tasks(1) == whole(server)


def test_a_server_that_cannot_say_what_changed_is_asked_for_everything(server: Any, desk: Desk, tmp_path: Path) -> None:
    def unknown(*_: Any) -> None:
        raise ServerError("no such filter")

    Exports(server, tmp_path).tasks(1)
    desk.answer(0)
    server.faults["touched"] = [unknown, unknown]
    assert Exports(server, tmp_path).tasks(1) == whole(server)


def kept_file(folder: Path) -> Path:
    (path,) = folder.iterdir()
    return path


def test_the_file_is_its_owners_alone(server: Any, desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "home" / "exports"
    Exports(server, folder).tasks(1)
    assert stat.S_IMODE(kept_file(folder).stat().st_mode) == 0o600
    assert [stat.S_IMODE(made.stat().st_mode) for made in (folder, folder.parent)] == [0o700, 0o700]


def spoil(path: Path, **head: Any) -> None:
    first, *rest = gzip.decompress(path.read_bytes()).splitlines(keepends=True)
    path.write_bytes(gzip.compress(json.dumps(json.loads(first) | head).encode() + b"\n" + b"".join(rest)))


@pytest.mark.parametrize(
    "broken",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"no gzip"),
        lambda path: path.write_bytes(path.read_bytes()[:-20]),
        lambda path: path.write_bytes(gzip.compress(b"[]\n")),
        lambda path: spoil(path, format=0),
        lambda path: spoil(path, tasks=3),
        lambda path: spoil(path, whole_at=0),
        lambda path: spoil(path, whole_at=1e12),
    ],
    ids=["empty", "no gzip", "cut", "no head", "other format", "other number", "old", "of the future"],
)
def test_a_file_that_says_nothing_is_replaced(
    server: Any, desk: Desk, tmp_path: Path, broken: Callable[[Path], None]
) -> None:
    Exports(server, tmp_path).tasks(1)
    broken(kept_file(tmp_path))
    desk.answer(2)
    server.calls.clear()
    assert Exports(server, tmp_path).tasks(1) == whole(server)
    assert "touched" not in server.calls
    Exports(server, tmp_path).tasks(1)
    assert "touched" in server.calls


def test_whole_believes_nothing_that_was_kept(server: Any, desk: Desk, tmp_path: Path) -> None:
    Exports(server, tmp_path).tasks(1)
    server.calls.clear()
    assert Exports(server, tmp_path, whole=True).tasks(1) == whole(server)
    assert "touched" not in server.calls


def test_a_folder_that_cannot_be_written_is_no_error(server: Any, desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    assert Exports(server, tmp_path / "taken").tasks(1) == whole(server)


def test_nothing_is_kept_without_a_folder(server: Any, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exports, "private_file", None)
    assert Exports(server).tasks(1) == whole(server)


def test_a_project_without_tasks(server: Any, tmp_path: Path) -> None:
    assert Exports(server, tmp_path).tasks(1) == Exports(server, tmp_path).tasks(1) == []
