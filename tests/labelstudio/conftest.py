"""The fake behind the client's protocol: it stores, counts and fails on demand; nothing else is mocked."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

import pytest

from toolkit.labelstudio.records import Counts, FoundTask, Imported, Project, WantedTask


@dataclass
class FakeServer:
    """A Label Studio in memory. `faults` maps a method to functions, each called once with what the method got.

    A fault that returns is a server that loses something on its way; one that raises is a broken connection, before
    or, where it calls `commit`, after the work.
    """

    url: str = "http://fake"
    project: Project | None = None
    stored: dict[int, dict[str, Any]] = field(default_factory=dict)
    faults: dict[str, list[Callable[..., Any]]] = field(default_factory=dict)
    calls: list[str] = field(default_factory=list)
    last: int = 0
    tabs: dict[int, tuple[str, str]] = field(default_factory=dict)
    parts: list[Project] = field(default_factory=list)  # further projects

    def _fault(self, name: str, *given: Any) -> Any:
        self.calls.append(name)
        waiting = self.faults.get(name)
        return waiting.pop(0)(self, *given) if waiting else None

    def find_project(self, title: str) -> Project | None:
        self._fault("find_project")
        return next((p for p in (self.project, *self.parts) if p and p.title == title), None)

    def create_project(self, title: str, label_config: str, maximum_annotations: int, description: str = "") -> Project:
        self._fault("create_project")
        made = Project(1, title, label_config, "", maximum_annotations, description)
        if self.project is None:
            self.project = made
        else:
            self.parts.append(replace(made, id=2 + len(self.parts)))
        return self.parts[-1] if self.parts else made

    def update_project(self, project_id: int, **values: Any) -> None:
        self._fault("update_project")
        assert self.project
        if project_id == self.project.id:
            self.project = replace(self.project, **values)

    def delete_project(self, project_id: int) -> None:
        self._fault("delete_project")

    def in_use(self, project_id: int) -> set[int]:
        self._fault("in_use")
        return {id for id, task in self.stored.items() if task["annotations"] or task.get("drafts")}

    def validate_config(self, project_id: int, label_config: str) -> None:
        self._fault("validate_config")

    def tasks(self, project_id: int) -> list[FoundTask]:
        self._fault("tasks")
        return [
            FoundTask(id, task["data"], len(task["annotations"]), bool(task["predictions"]))
            for id, task in self.stored.items()
            if task.get("project", 1) == project_id
        ]

    def counts(self, project_id: int) -> Counts:
        self._fault("counts")
        here = [task for task in self.stored.values() if task.get("project", 1) == project_id]
        numbers = (sum(len(task[name]) for task in here) for name in ("predictions", "annotations"))
        return Counts(len(here), *numbers)

    def commit(self, tasks: Sequence[WantedTask], *, predictions: bool = True, project: int = 1) -> Imported:
        ids = []
        for task in tasks:
            self.last += 1
            ids.append(self.last)
            made = [task.results] if predictions and task.results else []
            self.stored[ids[-1]] = {
                **{"id": ids[-1], "project": project, "data": dict(task.data)},
                **{"annotations": [], "predictions": made},
            }
        return Imported(tuple(ids), len(ids) if predictions else 0)

    def import_tasks(self, project_id: int, tasks: Sequence[WantedTask]) -> Imported:
        return self._fault("import_tasks", tasks) or self.commit(tasks, project=project_id)

    def add_predictions(self, project_id: int, tasks: Sequence[tuple[int, WantedTask]]) -> int:
        self._fault("add_predictions", tasks)
        for task_id, task in tasks:
            self.stored[task_id]["predictions"].append(task.results)
        return len(tasks)

    def update_data(self, task_id: int, data: Any) -> None:
        self._fault("update_data")
        self.stored[task_id]["data"] = dict(data)

    def delete_task(self, task_id: int) -> None:
        self._fault("delete_task")
        self.stored.pop(task_id, None)

    def show_tab(self, project_id: int, title: str, field: str) -> None:
        self._fault("show_tab")
        self.tabs[project_id] = (title, field)

    def hide_tab(self, project_id: int, title: str) -> None:
        self._fault("hide_tab")
        self.tabs.pop(project_id, None)

    def export(self, project_id: int, task_ids: Collection[int] | None = None) -> list[dict[str, Any]]:
        self._fault("export")
        here = [task for task in self.stored.values() if task.get("project", 1) == project_id]
        return [deepcopy(task) for task in here if task_ids is None or task["id"] in task_ids]

    def exported(self, project_id: int) -> list[dict[str, Any]]:
        return self.export(project_id)

    def touched(self, project_id: int, since: datetime) -> set[int]:
        self._fault("touched")
        changed = {id for id, task in self.stored.items() if datetime.fromisoformat(task["updated_at"]) >= since}
        return changed | {id for id, task in self.stored.items() if task.get("drafts")}

    def people(self) -> dict[int, str]:
        return {1: "ann@example.org", 2: "bo@example.org"}

    def invitation(self) -> str:
        return f"{self.url}/user/signup/?token=x"

    def version(self) -> str:
        return "fake"


@pytest.fixture
def server() -> FakeServer:
    return FakeServer()
