"""A project in parts: filled in order, found again, pulled as one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.labelstudio.conftest import FakeServer
from toolkit.errors import UsageError
from toolkit.labelstudio import sync
from toolkit.labelstudio.records import FoundTask, Project
from toolkit.labelstudio.shards import assign, is_part, mark, title_of
from toolkit.model import AnnotatedDocument
from toolkit.publish import read_claim

Make = Callable[..., AnnotatedDocument]


def tasks(*doc_ids: str, worked: str = "") -> list[FoundTask]:
    return [FoundTask(n, {"fc_key": f"{d}{n}", "doc_id": d}, int(d in worked), True) for n, d in enumerate(doc_ids)]


@given(st.lists(st.integers(0, 5), max_size=40), st.integers(1, 6), st.integers(0, 30))
def test_every_document_has_one_part_and_keeps_it(sizes: list[int], most: int, before: int) -> None:
    wanted = {f"d{n}": size for n, size in enumerate(sizes)}
    earlier = dict(list(wanted.items())[:before])
    first = assign(earlier, [], most)
    found = [tasks(*(d for d in part.doc_ids for _ in range(wanted[d]))) for part in first]
    later = assign(wanted, found, most)
    assert sorted(doc_id for part in later for doc_id in part.doc_ids) == sorted(wanted)
    for old, new in zip(first, later, strict=False):
        assert {doc_id for doc_id in old.doc_ids if wanted[doc_id]} <= set(new.doc_ids)
    for part in later:  # over the number only by one document that is larger than it
        assert sum(wanted[d] for d in part.doc_ids) <= most or any(wanted[d] > most for d in part.doc_ids)
    assert not any(part.elsewhere for part in later)


@pytest.mark.parametrize(("worked", "home"), [("", 0), ("b", 1)])
def test_a_document_in_two_parts_stays_in_one(worked: str, home: int) -> None:
    parts = assign({"a": 1, "b": 1}, [tasks("a", "b"), tasks("b", worked=worked)], 5)
    assert "b" in parts[home].doc_ids
    assert parts[1 - home].elsewhere == ("b",)


def test_without_a_number_the_last_part_grows() -> None:
    parts = assign({"a": 1, "new": 3}, [tasks("a"), tasks("x")], 0)
    assert [part.doc_ids for part in parts] == [("a",), ("new",)]


def test_titles() -> None:
    assert [title_of("news", n) for n in (1, 2)] == ["news", "news 2"]
    with pytest.raises(UsageError, match="a shorter one"):
        title_of("n" * 49, 12)
    assert is_part(Project(2, "news 2", "", description=mark("news", 2)), "news", 2)
    assert not is_part(Project(2, "news 2", "", description="my own"), "news", 2)


def test_push_and_pull_of_parts(server: FakeServer, annotated: Make) -> None:
    documents = [annotated(f"d{n}.md") for n in range(5)]

    def push(**options: Any) -> sync.Pushed:
        return sync.push(server, documents, title="news", layout="document", **options)

    dry = push(tasks_per_project=2, dry_run=True)
    assert (dry.created, dry.parts) == (5, 3)
    first = push(tasks_per_project=2)
    assert (first.created, first.kept, first.parts) == (5, 0, 3)
    assert server.project
    assert [p.title for p in (server.project, *server.parts)] == ["news", "news 2", "news 3"]
    assert [len(server.tasks(id)) for id in (1, 2, 3)] == [2, 2, 1]
    for options in ({"tasks_per_project": 2}, {"tasks_per_project": 3}, {}):
        again = push(**options)
        assert (again.created, again.kept, again.retired, again.parts) == (0, 5, 0, 3)
    documents = [*documents[1:], annotated("new.md")]
    assert push(tasks_per_project=2).created == 1
    assert [len(server.tasks(id)) for id in (1, 2, 3)] == [2, 2, 2]
    pulled = sync.pull(server, title="news", read_claim=read_claim)
    assert (pulled.tasks, pulled.waiting, len(pulled.claims)) == (6, 6, 12)
    assert {claim.project for claim in pulled.claims} == {"news", "news 2", "news 3"}
    assert any("/projects/3/data?task=" in (claim.task_url or "") for claim in pulled.claims)
    assert len(sync.held(server, title="news", layout="document").documents) == 6
