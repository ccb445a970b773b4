"""Tasks that lack evidence are marked, listed in a tab, and let go again; answers are not touched."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from toolkit.labelstudio import reopen, sync
from toolkit.model import AnnotatedDocument

Make = Callable[..., AnnotatedDocument]


def push(server: Any, documents: list[AnnotatedDocument]) -> sync.Pushed:
    return sync.push(server, documents, title="factcheck", layout="document")


def test_a_marked_task_says_which_claims_and_keeps_its_answers(server: Any, annotated: Make) -> None:
    push(server, [annotated("a"), annotated("b")])
    before = {id: dict(task["data"]) for id, task in server.stored.items()}
    server.stored[1]["annotations"].append({"id": 7})
    assert reopen.reopen(server, [server.project], {1: ["one claim", "another"]}) == 1
    data = server.stored[1]["data"]
    assert data["source_line"].startswith("Evidence is missing / 缺少证据: “one claim” · “another” · 东岸评论")
    assert server.stored[1]["annotations"] == [{"id": 7}]
    assert server.stored[2]["data"] == before[2]
    assert server.tabs == {1: (reopen.TAB, "reopened")}

    # A push in between leaves the mark, and has nothing to do.
    assert push(server, [annotated("a"), annotated("b")]).kept == 2
    assert server.stored[1]["data"] == data

    server.calls.clear()
    assert reopen.reopen(server, [server.project], {1: ["one claim", "another"]}) == 1
    assert "update_data" not in server.calls
    assert reopen.reopen(server, [server.project], {}) == 0
    assert {id: task["data"] for id, task in server.stored.items()} == before
    assert server.tabs == {}


def test_a_changed_source_line_goes_on_under_the_mark(server: Any, annotated: Make) -> None:
    push(server, [annotated("a")])
    reopen.reopen(server, [server.project], {1: ["one claim"]})
    data = dict(server.stored[1]["data"])
    server.stored[1]["data"] = data | {"publisher": "旧名"}
    assert push(server, [annotated("a")]).repaired == 1
    assert server.stored[1]["data"] == data
