"""What the rooms around the server exchange: tasks as wanted, tasks as found."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

Json = Mapping[str, Any]

# Label Studio shows a task only the predictions of its project's model version, so all of ours bear one name: else an
# upgrade would hide the spans of every task that was not pushed again. The real version is in the task's data.
PREDICTION_NAME = "factcheck"

LONGEST_TITLE = 50
"""Characters of a project's title that Label Studio takes."""


@dataclass(frozen=True, slots=True)
class WantedTask:
    """A task as it should be on the server. `key` is its identity: the same key is the same task.

    `data["model_version"]` says what made `results`, the predicted spans; there may be none.
    """

    key: str
    doc_id: str
    data: Json
    results: tuple[Json, ...]
    score: float


@dataclass(frozen=True, slots=True)
class FoundTask:
    """A task as it is on the server.

    `human_work` counts submitted and skipped annotations. Drafts show in an export alone, so `LabelStudio.in_use` is
    asked before anything is taken away. `predicted` says whether predictions of ours are really stored: the server's
    own count of them is what was sent, also where it lost them.
    """

    id: int
    data: Json
    human_work: int
    predicted: bool

    @property
    def key(self) -> str:
        return str(self.data.get("fc_key", ""))

    @property
    def doc_id(self) -> str:
        return str(self.data.get("doc_id", ""))

    @property
    def superseded(self) -> bool:
        return bool(self.data.get("superseded"))


@dataclass(frozen=True, slots=True)
class Project:
    """A Label Studio project; `maximum_annotations` is how many people it offers each task to, `tasks` their number."""

    id: int
    title: str
    label_config: str
    model_version: str = ""
    maximum_annotations: int = 1
    description: str = ""
    tasks: int = 0
    expert_instruction: str = ""  # what "Instructions" shows, HTML
    show_instruction: bool = False  # whether it also opens by itself


@dataclass(frozen=True, slots=True)
class Imported:
    """What the server says it stored: the ids in the order sent, and how many predictions arrived."""

    task_ids: tuple[int, ...]
    predictions: int


@dataclass(frozen=True, slots=True)
class Counts:
    """What a project holds, counted by the server in its database: tasks of anybody's, predictions of any name,
    annotations with the skipped ones among them."""

    tasks: int
    predictions: int
    annotations: int = 0


class LabelStudio(Protocol):
    """What the toolkit needs of a Label Studio server; the one seam at which tests may put a fake.

    Every method raises Unreachable (it may or may not have happened), Unauthorised or ServerError.
    """

    url: str

    def find_project(self, title: str) -> Project | None: ...

    def create_project(
        self, title: str, label_config: str, maximum_annotations: int, description: str = ""
    ) -> Project: ...

    def update_project(self, project_id: int, **values: Any) -> None: ...

    def delete_project(self, project_id: int) -> None: ...

    def validate_config(self, project_id: int, label_config: str) -> None: ...

    def tasks(self, project_id: int) -> list[FoundTask]: ...

    def counts(self, project_id: int) -> Counts: ...

    def import_tasks(self, project_id: int, tasks: Sequence[WantedTask]) -> Imported: ...

    def add_predictions(self, project_id: int, tasks: Sequence[tuple[int, WantedTask]]) -> int: ...

    def update_data(self, task_id: int, data: Json) -> None: ...

    def delete_task(self, task_id: int) -> None: ...

    def show_tab(self, project_id: int, title: str, field: str) -> None: ...

    def hide_tab(self, project_id: int, title: str) -> None: ...

    def export(self, project_id: int, task_ids: Collection[int] | None = None) -> list[dict[str, Any]]: ...

    def exported(self, project_id: int) -> list[dict[str, Any]]: ...

    def touched(self, project_id: int, since: datetime) -> set[int]: ...

    def in_use(self, project_id: int) -> set[int]: ...

    def as_wanted(self, project_id: int, task_ids: Collection[int]) -> list[WantedTask]: ...

    def people(self) -> dict[int, str]: ...

    def invitation(self) -> str: ...

    def version(self) -> str: ...
