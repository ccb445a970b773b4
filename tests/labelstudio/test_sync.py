from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from toolkit.errors import LabelConfigError, ServerError, Unauthorised, Unreachable, UnsafePlan
from toolkit.labelstudio import guide, interface, marks, sync
from toolkit.labelstudio.records import PREDICTION_NAME
from toolkit.model import AnnotatedDocument

Make = Callable[..., AnnotatedDocument]


@pytest.fixture(autouse=True)
def no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sync, "PAUSE", 0)


def push(server: Any, documents: list[AnnotatedDocument], **options: Any) -> sync.Pushed:
    return sync.push(server, documents, title="factcheck", layout=options.pop("layout", "document"), **options)


def settled(server: Any, keys: int) -> None:
    """Every document is there once, with its predictions."""
    held = [task["data"]["fc_key"] for task in server.stored.values()]
    assert len(held) == len(set(held)) == keys
    assert all(task["predictions"] for task in server.stored.values())


def test_first_and_second_push(server: Any, annotated: Make) -> None:
    first = push(server, [annotated("a"), annotated("b")])
    assert (first.created, first.kept, first.repaired) == (2, 0, 0)
    assert server.project.model_version == PREDICTION_NAME
    settled(server, 2)
    server.calls.clear()
    second = push(server, [annotated("a"), annotated("b")])
    assert (second.created, second.kept) == (0, 2)
    assert "import_tasks" not in server.calls
    assert second.url == "http://fake/projects/1/data"


def test_claim_layout_makes_a_task_a_claim(server: Any, annotated: Make) -> None:
    assert push(server, [annotated()], layout="claim").created == 2
    settled(server, 2)


def test_dry_run_touches_nothing(server: Any, annotated: Make) -> None:
    planned = push(server, [annotated()], dry_run=True)
    assert (planned.created, planned.project, server.stored) == (1, None, {})


def lost(server: Any, *_: Any) -> None:
    raise Unreachable("gone")


def lost_after_commit(server: Any, tasks: Any) -> None:
    server.commit(tasks)
    raise Unreachable("gone")


def predictions_dropped(server: Any, tasks: Any) -> Any:
    return server.commit(tasks, predictions=False)


def another_push_at_the_same_moment(server: Any, tasks: Any) -> None:
    server.commit(tasks)


@pytest.mark.parametrize(
    "faults",
    [
        {"import_tasks": [lost]},
        {"import_tasks": [lost, lost]},
        {"import_tasks": [lost_after_commit]},
        {"import_tasks": [predictions_dropped]},
        {"import_tasks": [predictions_dropped], "add_predictions": [lost]},
        {"import_tasks": [another_push_at_the_same_moment]},
        {"tasks": [lost], "import_tasks": [lost_after_commit]},
    ],
    ids=lambda faults: "+".join(f"{k}:{'/'.join(f.__name__ for f in v)}" for k, v in faults.items()),
)
def test_faults_lose_and_double_nothing(server: Any, annotated: Make, faults: dict[str, list[Any]]) -> None:
    server.faults = faults
    done = push(server, [annotated("a"), annotated("b")])
    assert (done.created, done.kept) == (2, 0)
    settled(server, 2)
    assert all(len(task["predictions"]) == 1 for task in server.stored.values())
    assert not any(server.faults.values())


def test_a_server_that_stays_away_is_said(server: Any, annotated: Make) -> None:
    server.faults = {"tasks": [lost] * sync.ATTEMPTS}
    with pytest.raises(Unreachable):
        push(server, [annotated()])


def test_a_server_that_keeps_dropping_is_said(server: Any, annotated: Make) -> None:
    server.faults = {"import_tasks": [predictions_dropped], "add_predictions": [lambda *_: None] * 9}
    server.faults["add_predictions"] = [lost] * 9
    with pytest.raises(ServerError):
        push(server, [annotated()])


def refused(*_: Any) -> None:
    raise Unauthorised("no")


def test_refusal_is_not_tried_again(server: Any, annotated: Make) -> None:
    server.faults = {"import_tasks": [refused, refused]}
    with pytest.raises(Unauthorised):
        push(server, [annotated()])
    assert server.calls.count("import_tasks") == 1


def test_changed_source_keeps_human_work(server: Any, annotated: Make) -> None:
    text = annotated().document.text
    push(server, [annotated("a"), annotated("b")])
    server.stored[1]["annotations"].append({"id": 7})
    done = push(server, [annotated("a", text + "!"), annotated("b", text + "?")])
    assert (done.created, done.retired, done.superseded) == (2, 1, 1)
    assert server.stored[1]["data"]["superseded"] is True
    assert server.stored[1]["annotations"] == [{"id": 7}]
    assert 2 not in server.stored


def test_somebody_elses_draft_is_human_work(server: Any, annotated: Make) -> None:
    """The task list shows one's own drafts only; what is in use is asked before anything goes."""
    text = annotated().document.text
    push(server, [annotated("a"), annotated("b")])
    server.stored[1]["drafts"] = [{"id": 3}]
    push(server, [annotated("a", text + "!"), annotated("b", model_version="test-2")])
    assert server.stored[1]["data"]["superseded"] is True
    server.stored[2]["drafts"] = [{"id": 4}]
    push(server, [annotated("b", model_version="test-3")])
    assert server.stored[2]["data"]["model_version"] == "test-2"


def test_requests_are_bounded_by_count_and_by_size(
    server: Any, annotated: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[int] = []
    server.faults = {"import_tasks": [lambda _, tasks: sent.append(len(tasks))] * 9}
    monkeypatch.setattr(sync, "BATCH", 3)
    push(server, [annotated(name) for name in "abcdefg"])
    assert sent == [3, 3, 1]
    sent.clear()
    monkeypatch.setattr(sync, "HEAVIEST", 1)  # what is too heavy alone goes alone
    push(server, [annotated(name) for name in "hij"])
    assert sent == [1, 1, 1]


def test_work_saved_between_look_and_deletion_stays(server: Any, annotated: Make) -> None:
    """What is to go is marked, looked at again, and only then taken away."""
    text = annotated().document.text
    push(server, [annotated("a"), annotated("b")])
    server.faults = {"update_data": [lambda fake: fake.stored[1]["annotations"].append({"id": 7})]}
    done = push(server, [annotated("a", text + "!"), annotated("b", text + "!")])
    assert done.retired == 2
    assert server.stored[1]["annotations"] == [{"id": 7}]
    assert server.stored[1]["data"]["superseded"] is True
    assert 2 not in server.stored
    assert push(server, [annotated("a", text + "!"), annotated("b", text + "!")]).kept == 2


def test_an_interrupted_retirement_is_ended_without_force(server: Any, annotated: Make) -> None:
    text = annotated().document.text
    names = [f"d{n}" for n in range(5)]
    push(server, [annotated(name) for name in names])
    changed = [annotated(name, text + "!") for name in names]
    server.faults = {"delete_task": [refused]}
    with pytest.raises(Unauthorised):
        push(server, changed, force=True)
    assert push(server, changed).retired == 5
    settled(server, 5)


def test_a_busy_server_is_left_alone_as_long_as_it_asks(
    server: Any, annotated: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_: Any) -> None:
        raise Unreachable("busy", 7.0)

    waited: list[float] = []
    monkeypatch.setattr(sync.time, "sleep", waited.append)
    server.faults = {"import_tasks": [busy]}
    push(server, [annotated()])
    assert waited == [7.0]
    settled(server, 1)


def test_two_first_pushes_at_once_make_one_project(server: Any, annotated: Make) -> None:
    from toolkit.labelstudio.records import Project

    config = interface.load_config("document")

    def another_was_quicker(fake: Any, *_: Any) -> None:
        fake.project = Project(1, "factcheck", config)

    server.create_project = lambda *given: (another_was_quicker(server), Project(2, given[0], given[1]))[1]
    done = push(server, [annotated()])
    assert done.project
    assert done.project.id == 1
    assert "delete_project" in server.calls


def late(server: Any, annotated: Make) -> None:
    """Another push's project has the lower number, and is there only once this push has filled its own."""
    from toolkit.labelstudio.records import Project

    config = interface.load_config("document")
    server.create_project = lambda *given: Project(2, given[0], given[1])
    answers = [None, Project(2, "factcheck", config), Project(1, "factcheck", config)]
    server.find_project = lambda title: None if title != "factcheck" else answers.pop(0) if answers else server.project
    server.project = Project(1, "factcheck", config)


def test_an_older_project_that_comes_to_light_late_is_the_one(server: Any, annotated: Make) -> None:
    late(server, annotated)
    done = push(server, [annotated()])
    assert done.project
    assert done.project.id == 1
    assert [task["project"] for task in server.stored.values()] == [2, 1]
    assert "delete_project" in server.calls


def test_a_project_in_which_people_have_begun_is_not_given_up(server: Any, annotated: Make) -> None:
    late(server, annotated)
    server.faults["in_use"] = [lambda fake: fake.stored[1]["annotations"].append({"id": 7})]
    with pytest.raises(ServerError, match="two pushes made a project"):
        push(server, [annotated()])
    assert "delete_project" not in server.calls


def test_changed_metadata_reaches_the_server(server: Any, annotated: Make) -> None:
    from dataclasses import replace

    first = annotated("a")
    push(server, [first])
    renamed = replace(first, document=replace(first.document, title="new"))
    server.stored[1]["annotations"].append({"id": 7})
    assert push(server, [renamed]).repaired == 1
    assert server.stored[1]["data"]["title"] == "new"
    assert len(server.stored[1]["predictions"]) == 1
    assert push(server, [renamed]).kept == 1


def test_claim_tasks_survive_an_edit_elsewhere(server: Any, annotated: Make) -> None:
    text = annotated().document.text
    push(server, [annotated()], layout="claim")
    for task in server.stored.values():
        task["annotations"].append({"id": 7})
    done = push(server, [annotated(text=text + " The end.")], layout="claim")
    assert (done.created, done.superseded, done.repaired) == (0, 0, 2)
    assert all(task["data"]["document"].endswith("The end.") for task in server.stored.values())


def test_newer_model_repairs_untouched_tasks_only(server: Any, annotated: Make) -> None:
    push(server, [annotated("a"), annotated("b")])
    server.stored[1]["annotations"].append({"id": 7})
    done = push(server, [annotated("a", model_version="test-2"), annotated("b", model_version="test-2")])
    assert (done.repaired, done.kept) == (1, 1)
    assert [task["data"]["model_version"] for task in server.stored.values()] == ["test-1", "test-2"]


def test_unsafe_plan_needs_force(server: Any, annotated: Make) -> None:
    text = annotated().document.text
    names = [f"d{n}" for n in range(5)]
    push(server, [annotated(name) for name in names])
    changed = [annotated(name, text + "!") for name in names]
    with pytest.raises(UnsafePlan):
        push(server, changed)
    assert push(server, changed, force=True).retired == 5


def test_config_changed_by_hand(server: Any, annotated: Make) -> None:
    config = interface.load_config("document")
    push(server, [annotated()])
    server.update_project(1, label_config=config.replace("Rationale / ", "Reasons / "))
    assert "kept" in push(server, [annotated()]).notes[0]
    server.update_project(1, label_config=config.replace('name="evidence"', 'name="proof"'))
    with pytest.raises(LabelConfigError, match=r"evidence.*--force"):
        push(server, [annotated()])
    push(server, [annotated()], force=True)
    assert interface.same_config(server.project.label_config, config)


def earlier_config() -> str:
    """As an earlier version of ours would have drawn it: another hint, the mark of what it says."""
    xml = re.sub(r"<!--.*?-->", "", interface.load_config("document")).replace("Marked by mistake", "No claim at all")
    return xml.replace("<View>", f"<View><!-- {marks.mark(interface.content(xml))} -->", 1)


def test_an_earlier_config_of_ours_is_brought_up_to_date(server: Any, annotated: Make) -> None:
    config = interface.load_config("document")
    push(server, [annotated()])
    server.update_project(1, label_config=earlier_config())
    assert "up to date" in push(server, [annotated()], dry_run=True).notes[0]
    assert not interface.same_config(server.project.label_config, config)
    assert "up to date" in push(server, [annotated()]).notes[0]
    assert interface.same_config(server.project.label_config, config)
    assert push(server, [annotated()]).notes == ()


def test_an_earlier_config_that_somebody_edited_is_theirs(server: Any, annotated: Make) -> None:
    push(server, [annotated()])
    server.update_project(1, label_config=earlier_config().replace("Rationale / ", "Reasons / "))
    assert "is kept" in push(server, [annotated()]).notes[0]
    assert "Reasons / " in server.project.label_config


def test_a_config_that_would_orphan_answers_stays(server: Any, annotated: Make) -> None:
    def refuses(*_: Any) -> None:
        raise LabelConfigError("answers hold what it lacks")

    push(server, [annotated()])
    server.update_project(1, label_config=earlier_config())
    server.faults["validate_config"] = [refuses, refuses]
    done = push(server, [annotated("b")])
    assert (done.created, "answers hold" in done.notes[0]) == (1, True)
    assert server.project.label_config == earlier_config()
    with pytest.raises(LabelConfigError):
        push(server, [annotated()], force=True)


def test_the_guide_is_the_instruction_until_the_project_has_its_own(server: Any, annotated: Make) -> None:
    push(server, [annotated()])
    assert "How to judge a claim" in server.project.expert_instruction
    assert server.project.show_instruction
    body = "An earlier guide."
    server.update_project(1, expert_instruction=f'<p class="{marks.mark(body)}">{body}</p>', show_instruction=False)
    push(server, [annotated()])
    assert guide.same(server.project.expert_instruction, guide.instruction())
    assert not server.project.show_instruction  # somebody has had enough of it
    server.update_project(1, expert_instruction=server.project.expert_instruction.replace("Rounding", "Our rounding"))
    push(server, [annotated()])
    assert "Our rounding" in server.project.expert_instruction


def test_another_layout_needs_another_project_or_force(server: Any, annotated: Make) -> None:
    push(server, [annotated()])
    with pytest.raises(LabelConfigError, match=r"has the document layout, not the claim layout.*--project"):
        push(server, [annotated()], layout="claim")
    assert len(server.stored) == 1
    done = push(server, [annotated()], layout="claim", force=True)
    assert (done.created, done.retired) == (2, 1)


def test_pull_without_project(server: Any) -> None:
    with pytest.raises(ServerError, match="no project 'x'"):
        sync.pull(server, title="x", read_claim=lambda *_: None)  # type: ignore[arg-type, return-value]
