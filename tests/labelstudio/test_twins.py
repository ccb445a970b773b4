"""Two people, blind: what becomes of their answers, and who works where. The real server: test_real.py, tests/e2e."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Any

import pytest

from toolkit.errors import UsageError
from toolkit.labelstudio import twins
from toolkit.labelstudio.records import Project, WantedTask
from toolkit.model import AnnotatedDocument
from toolkit.publish import verify

Make = Callable[..., AnnotatedDocument]
VERDICT = {"from_name": "verdict", "to_name": "text", "type": "choices"}


class Several:
    """Several projects, each with a fake of its own; the ids of tasks tell them apart, as a server's do."""

    url = "http://fake"

    def __init__(self, one: Callable[[], Any]) -> None:
        self.one = one
        self.fakes: dict[int, Any] = {}

    def find_project(self, title: str) -> Project | None:
        found = [fake for fake in self.fakes.values() if fake.project.title == title]
        return replace(found[0].project, tasks=len(found[0].stored)) if found else None

    def create_project(self, title: str, config: str, asked: int, description: str = "") -> Project:
        fake = self.one()
        number = len(self.fakes) + 1
        fake.last = number * 1000
        fake.project = replace(fake.create_project(title, config, asked, description), id=number)
        self.fakes[number] = fake
        return fake.project

    def update_project(self, project_id: int, **values: Any) -> None:
        self.fakes[project_id].update_project(project_id, **values)

    def as_wanted(self, project_id: int, task_ids: Collection[int]) -> list[WantedTask]:
        stored = self.fakes[project_id].stored
        return [
            WantedTask(t["data"]["fc_key"], t["data"]["doc_id"], t["data"], tuple(t["predictions"][-1]), 0.5)
            for id, t in stored.items()
            if id in task_ids
        ]

    def people(self) -> dict[int, str]:
        return {1: "ann@example.org", 2: "bo@example.org", 3: "cy@example.org"}

    def export(self, project_id: int) -> list[dict[str, Any]]:
        return [task | {"project": project_id} for task in self.fakes[project_id].stored.values()]

    def __getattr__(self, name: str) -> Any:
        if name in ("update_data", "delete_task"):
            return lambda task_id, *rest: getattr(self.fakes[task_id // 1000], name)(task_id, *rest)
        return lambda project_id, *rest: getattr(self.fakes[project_id], name)(project_id, *rest)

    def answer(self, nth: int, person: int, verdict: str, at: str = "2026-01-01T00:00:00Z") -> None:
        """One person's verdict on every claim of a project's first task."""
        task = next(iter(self.fakes[nth].stored.values()))
        result: list[dict[str, Any]] = []
        for region in task["predictions"][-1]:
            result.append(region)
            if region["value"]["labels"] == ["CLAIM"]:
                spot = {"start": region["value"]["start"], "end": region["value"]["end"]}
                result.append({**VERDICT, "id": region["id"], "value": {**spot, "choices": [verdict]}})
        told = {"completed_by": person, "task": task["id"], "project": nth, "result": result, "updated_at": at}
        task["annotations"].append({"id": len(task["annotations"]) + nth * 100, "was_cancelled": False, **told})


@pytest.fixture
def servers(server: Any) -> Several:
    return Several(type(server))


def push(servers: Any, *documents: AnnotatedDocument, **options: Any) -> Any:
    return twins.push(servers, documents, title="factcheck", layout=options.pop("layout", "document"), **options)


def keys(servers: Several) -> list[list[str]]:
    return [sorted(t["data"]["fc_key"] for t in fake.stored.values()) for fake in servers.fakes.values()]


@pytest.mark.parametrize("annotators", [1, 2, 3])
@pytest.mark.parametrize("layout", ["document", "claim"])
def test_each_answer_has_a_project_of_its_own(servers: Several, annotated: Make, layout: str, annotators: int) -> None:
    tasks = 1 if layout == "document" else 2
    pushed = push(servers, annotated(), annotators=annotators, layout=layout)
    assert (pushed.created, pushed.kept) == (tasks, 0)
    assert [fake.project.title for fake in servers.fakes.values()] == ["factcheck", "factcheck (2)", "factcheck (3)"][
        :annotators
    ]
    assert {fake.project.maximum_annotations for fake in servers.fakes.values()} == {1}
    assert len({tuple(held) for held in keys(servers)}) == 1
    again = push(servers, annotated(), layout=layout)  # the server knows how many there are
    assert (again.created, again.kept) == (0, tasks)
    assert len(again.twins or (again,)) == annotators


def test_a_dry_run_makes_no_project(servers: Several, annotated: Make) -> None:
    assert push(servers, annotated(), annotators=2, dry_run=True).created == 1
    assert servers.fakes == {}


@pytest.mark.parametrize(
    ("answers", "status", "verdict", "states", "twice"),
    [
        ([(1, 1, "supported"), (2, 2, "supported")], "decided", "supported", (1, 0), 0),
        ([(1, 1, "supported"), (2, 2, "refuted")], "undecided", None, (1, 0), 0),
        ([(1, 1, "supported")], "waiting", None, (0, 1), 0),
        # In both projects: the latest counts, once, and somebody else is waited for.
        ([(1, 1, "supported", "2026-01-01"), (2, 1, "refuted", "2026-01-02")], "waiting", None, (0, 1), 1),
        # In the wrong one, but alone there: an answer like any other.
        ([(2, 1, "supported"), (2, 2, "supported")], "decided", "supported", (1, 0), 0),
    ],
)
def test_answers_come_together(
    servers: Several, annotated: Make, answers: Any, status: str, verdict: str | None, states: Any, twice: int
) -> None:
    push(servers, annotated(), annotators=2)
    for answer in answers:
        servers.answer(*answer)
    verified = verify(servers, title="factcheck")
    assert [(c.decision.status, c.decision.verdict) for c in verified.claims] == [(status, verdict)] * 2
    pulled = verified.pulled
    assert (pulled.tasks, pulled.done, pulled.waiting) == (1, *states)
    assert len(pulled.answered_twice) == twice
    told = {(a.task_id, a.task_url) for c in pulled.claims for a in c.answers}
    assert told == {(n * 1000 + 1, f"http://fake/projects/{n}/data?task={n * 1000 + 1}") for n, *_ in answers}


def test_a_second_annotator_later_gets_what_was_there(servers: Several, annotated: Make) -> None:
    push(servers, annotated("old"), annotated("older"))
    servers.answer(1, 1, "supported")
    pushed = push(servers, annotated("new"), annotators=2)
    assert (pushed.created, pushed.kept) == (1, 0)
    first, second = keys(servers)
    assert first == second
    assert len(first) == 3
    assert all(task["predictions"] for task in servers.fakes[2].stored.values())
    assert verify(servers, title="factcheck").waiting_for_second == 2


def test_a_project_that_people_share_stays_until_forced(servers: Several, annotated: Make) -> None:
    push(servers, annotated())
    servers.fakes[1].update_project(1, maximum_annotations=2)
    pushed = push(servers, annotated(), annotators=2)
    assert len(servers.fakes) == 1
    assert "can see each other's answers" in pushed.notes[-1]
    push(servers, annotated(), annotators=2, force=True)
    assert [fake.project.maximum_annotations for fake in servers.fakes.values()] == [1, 1]


def test_a_strangers_project_is_no_twin(servers: Several, annotated: Make) -> None:
    servers.create_project("factcheck (2)", "<View/>", 1)
    push(servers, annotated())
    assert len(twins.find(servers, "factcheck")) == 1
    with pytest.raises(UsageError, match="is no copy of"):
        push(servers, annotated(), annotators=2)
    with pytest.raises(UsageError, match="too long"):
        twins.push(servers, [annotated()], title="x" * 48, layout="document", annotators=2)


def test_people_are_spread_evenly_and_stay(servers: Several, annotated: Make) -> None:
    push(servers, annotated(), annotators=2)
    servers.answer(2, 3, "supported")  # cy has begun, unasked
    invited = twins.invite(servers, "factcheck", ["Ann@example.org", "bo@example.org", "cy@example.org"])
    placed = {person: seat.project.id for person, seat in invited.items()}
    assert placed == {"ann@example.org": 1, "bo@example.org": 1, "cy@example.org": 2}
    more = twins.invite(servers, "factcheck", ["di@example.org", "ann@example.org"])
    assert {person: seat.project.id for person, seat in more.items()} == {"di@example.org": 2, "ann@example.org": 1}
    assert [seat.people for seat in twins.seats(servers, "factcheck")] == [
        ("ann@example.org", "bo@example.org"),
        ("cy@example.org", "di@example.org"),
    ]
    assert len(twins.find(servers, "factcheck")) == 2  # the description still says what it is
    with pytest.raises(UsageError, match="no e-mail address"):
        twins.invite(servers, "factcheck", ["nobody"])


def test_unmarked_tasks_and_keys_of_one_project_stay_apart() -> None:
    exports: list[list[dict[str, Any]]] = [
        [{"id": 1, "data": {}}, {"id": 2, "data": {"fc_key": "k"}, "annotations": [1], "predictions": [7]}],
        [{"id": 3, "data": {}}, {"id": 4, "data": {"fc_key": "k"}, "annotations": [2], "predictions": []}],
    ]
    together = twins.merged(exports)
    assert [task["id"] for task in together] == [1, 2, 3]
    assert (together[1]["annotations"], together[1]["predictions"]) == ([1, 2], [])
    assert exports[0][1]["annotations"] == [1]
