"""A source that changes after people have judged it: what stands, what falls, and who is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.labelstudio.test_parts import annotated, answer, pull
from toolkit import publish
from toolkit.labelstudio import carried, codec, interface, reopen, sync

FIRST = "营收增长5%，符合预期。出口下降7%，低于预期。其他情况不变，略。"


@pytest.fixture
def judged(server: Any) -> Callable[[str, str], Any]:
    """Pushes a text, has its first claim judged, and pushes another text."""

    def make(before: str, after: str) -> Any:
        sync.push(server, [annotated(before)], title="p", layout="document")
        answer(server, 1, "mixed")
        return sync.push(server, [annotated(after)], title="p", layout="document")

    return make


def test_a_verdict_is_carried_as_such_and_shown_above_the_text(server: Any, judged: Any) -> None:
    pushed = judged(FIRST, f"又加一句，在前面。{FIRST}")
    assert (pushed.created, pushed.superseded, pushed.earlier) == (1, 1, 1)
    assert publish.carry(server, title="p") == []
    line = server.stored[2]["data"]["source_line"]
    assert line.startswith("Judged on an earlier version, still to be confirmed / 旧版已有结论，请确认: “营收增长5")
    assert "Half true / 部分属实 (ann@example.org, 2026-01-01) · 东岸评论" in line
    assert server.stored[2]["annotations"] == []  # nothing was answered in anybody's name
    [claim] = [j for j in pull(server).values() if j.answers]
    assert [(a.verdict, a.carried, a.annotated_at) for a in claim.answers] == [("mixed", True, "2026-01-01")]

    again = sync.push(server, [annotated(f"又加一句，在前面。{FIRST}")], title="p", layout="document")
    assert (again.kept, again.repaired, again.earlier) == (1, 0, 1)  # the mark is no difference
    assert server.stored[2]["data"]["source_line"] == line
    reopen.reopen(server, [server.project], {2: ["words"]})
    reopen.reopen(server, [server.project], {})
    assert server.stored[2]["data"]["source_line"] == line

    server.stored[2]["predictions"] = server.stored[1]["predictions"]
    answer(server, 2, "refuted")
    publish.carry(server, title="p")
    assert "carried" not in server.stored[2]["data"]  # the person has judged the new text
    assert "Judged" not in server.stored[2]["data"]["source_line"]


@pytest.mark.parametrize(("after", "falls"), [("5%", []), ("6%", ["营收增长5%"])])
def test_what_would_fall_is_known_before(server: Any, after: str, falls: list[str]) -> None:
    sync.push(server, [annotated(FIRST)], title="p", layout="document")
    answer(server, 1, "mixed")
    new = annotated("又加一句，在前面。" + FIRST.replace("5%", after))
    assert [judged.claim.text for judged in publish.falling(server, [new], title="p")] == falls
    assert publish.falling(server, [], title="p") == []


def test_a_verdict_that_does_not_stand_is_listed_and_not_lost(server: Any, judged: Any) -> None:
    judged(FIRST, FIRST.replace("5%", "6%"))
    [fallen] = publish.carry(server, title="p")
    told = carried.told(fallen)
    assert told["text"] == fallen.claim.text == "营收增长5%"
    assert told["said"] == "Half true / 部分属实 (ann@example.org, 2026-01-01)"
    assert told["verdicts"] == {"ann@example.org": "mixed"}
    assert 1 in server.stored
    assert server.stored[1]["annotations"]
    assert "carried" not in server.stored[2]["data"]


def test_in_the_claim_layout_a_changed_sentence_falls_and_the_others_keep_their_tasks(server: Any) -> None:
    sync.push(server, [annotated(FIRST)], title="p", layout="claim")
    words = [answer(server, id, "mixed") for id in (1, 2)]
    changed = FIRST.replace("出口下降7%", "出口下降8%")
    pushed = sync.push(server, [annotated(changed)], title="p", layout="claim")
    assert (pushed.created, pushed.superseded) == (1, 1)
    assert [judged.claim.text for judged in publish.carry(server, title="p")] == [words[1]]
    assert [a.carried for a in pull(server)[words[0]].answers] == [False]


def test_a_second_copy_of_a_task_is_no_earlier_version(server: Any) -> None:
    sync.push(server, [annotated(FIRST)], title="p", layout="document")
    server.commit(codec.to_tasks(annotated(FIRST), "document", interface.labels(interface.load_config("document"))))
    words = [answer(server, id, "mixed") for id in (1, 2)]
    pushed = sync.push(server, [annotated(FIRST)], title="p", layout="document")
    assert (pushed.created, pushed.superseded) == (0, 1)
    assert publish.carry(server, title="p") == []
    assert [a.carried for a in pull(server)[words[0]].answers] == [False, False]
    assert "carried" not in server.stored[1]["data"]


@pytest.mark.parametrize(
    "after", ["甲：{q}乙。丙：{q}丁，原处。", "丙：{q}丁，原处。甲：{q}乙。", "丙：{q}新的。甲：{q}乙。"]
)
def test_of_two_places_the_one_with_the_same_words_around_is_meant(after: str) -> None:
    quote = "营收增长5%，符合预期。"
    source = annotated(f"开头。{quote}丁，原处。")
    claim = next(c for c in source.claims if c.text.startswith("营收"))
    data = codec.to_tasks(source, "document", frozenset())[0].data
    said = {"id": claim.claim_id, "from_name": "verdict", "value": {"choices": ["mixed"]}}
    base = {"id": claim.claim_id, "from_name": "label", "value": {"start": claim.start, "end": claim.end}}
    given = {"id": 1, "completed_by": 1, "updated_at": "2026-01-01", "result": [base, said]}
    text = after.format(q=quote)
    new = {**codec.to_tasks(annotated(text), "document", frozenset())[0].data, "claims": []}
    judged = codec.from_tasks(
        [
            {"id": 1, "data": codec.superseded(data), "annotations": [given]},
            {"id": 2, "data": new, "annotations": []},
        ],
        people={},
        project="p",
        task_url="{task}",
        read_claim=publish.read_claim,
    )
    [found] = [j for j in judged if j.answers]
    assert not found.superseded
    around = text[found.claim.context_end :]
    assert around.startswith("丁，原处" if "原处" in text else "新的") or "原处" not in text
    assert text[found.claim.start : found.claim.end] == found.claim.text
