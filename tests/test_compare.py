"""Claims of several documents, from annotation to tasks and back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from toolkit import compare
from toolkit.annotate import annotate_many
from toolkit.labelstudio import codec, interface
from toolkit.memory import Memory, Remembered
from toolkit.model import AnnotatedDocument, Document, Earlier, JudgedClaim
from toolkit.publish import read_claim
from toolkit.verdicts.aggregate import decided_claims

LABELS = interface.labels(interface.load_config("claim"))
TEXTS = {
    "zh": "截至2025年11月，千问下载量突破6亿次。",
    "en": "As of November 2025, Qwen had been downloaded about 600 million times.",
    "other": "Qwen was downloaded 480 million times as of November 2025.",
}


@pytest.fixture(scope="module")
def documents() -> list[AnnotatedDocument]:
    return list(annotate_many((Document(name, text) for name, text in TEXTS.items()), models="fast"))


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    made = Memory(tmp_path / "memory.sqlite3")
    said = "Qwen has been downloaded 600 million times"
    made.add([Remembered(Earlier(said, "supported", "desk", "2025-12-01"), compare.of_text(said, models="fast"))])
    return made


def task_of(wanted: Any, id: int, verdict: str | None = None) -> dict[str, Any]:
    """The export's task, judged or not."""
    result = {"id": "r", "from_name": "verdict", "to_name": "text", "type": "choices", "value": {"choices": [verdict]}}
    judged = {
        "id": id,
        "completed_by": 1,
        "updated_at": "2026-01-01T00:00:00Z",
        "was_cancelled": False,
        "result": [result],
    }
    return json.loads(json.dumps({"id": id, "data": wanted.data, "annotations": [judged] if verdict else []}))


def pulled(*tasks: dict[str, Any]) -> dict[str, JudgedClaim]:
    claims = codec.from_tasks(tasks, people={1: "ann"}, project="p", task_url="http://x?{task}", read_claim=read_claim)
    return {claim.document.doc_id: claim for claim in claims}


def test_what_is_known_stands_on_the_card(documents: list[AnnotatedDocument], memory: Memory) -> None:
    known = compare.known(documents, memory)
    (task,) = codec.to_tasks(documents[0], "claim", LABELS, known)
    assert "True / 属实" in task.data["reading"]["Checked before / 曾核查"]
    assert "480 million" in task.data["reading"]["Elsewhere / 他处"]
    (task,) = codec.to_tasks(documents[0], "document", LABELS, known)
    note = next(r for r in task.results if r["value"]["labels"] == ["CLAIM"])["meta"]["text"][0]
    assert "Checked before" in note
    assert "contradicted" in note


def test_what_was_known_comes_back(documents: list[AnnotatedDocument], memory: Memory) -> None:
    known = compare.known(documents, memory)
    tasks = [task_of(codec.to_tasks(d, "claim", LABELS, known)[0], i) for i, d in enumerate(documents, 1)]
    judged = pulled(*tasks)
    assert judged["zh"].related.earlier == known.related[judged["zh"].claim.claim_id].earlier
    again = compare.related_judged(list(judged.values()))
    for claim in judged.values():
        before, after = known.related[claim.claim.claim_id], again[claim.claim.claim_id]
        assert (before.cluster_id, set(before.contradicts)) == (after.cluster_id, set(after.contradicts))


def test_one_task_for_many_wordings(documents: list[AnnotatedDocument], memory: Memory) -> None:
    known = compare.known(documents, memory, one_per_cluster=True)
    wanted = [task for document in documents for task in codec.to_tasks(document, "claim", LABELS, known)]
    assert len(wanted) == 2
    (joint,) = [task for task in wanted if "members" in task.data]
    assert "Judged with it / 一并判断" in joint.data["reading"]
    judged = pulled(*(task_of(task, i, "refuted") for i, task in enumerate(wanted, 1)))
    assert judged.keys() == TEXTS.keys()
    (copy,) = [claim for claim in judged.values() if claim.duplicate_of]
    assert copy.document.text[copy.claim.start : copy.claim.end] == copy.claim.text
    decided = decided_claims(list(judged.values()), parse_amount=lambda *_: None)
    assert sorted(str(claim.decision.decided_by) for claim in decided) == ["cluster", "single", "single"]
    assert {claim.decision.verdict for claim in decided} == {"refuted"}


def test_a_wording_that_joins_later_makes_a_new_task(documents: list[AnnotatedDocument], memory: Memory) -> None:
    def keys(some: list[AnnotatedDocument]) -> set[str]:
        known = compare.known(some, memory, one_per_cluster=True)
        return {task.key for document in some for task in codec.to_tasks(document, "claim", LABELS, known)}

    assert keys(documents) == keys(documents)
    assert not keys(documents[:1]) & keys(documents[:2])


def test_no_claims_at_all(memory: Memory) -> None:
    assert compare.known([], memory, one_per_cluster=True).related == {}
    assert compare.related_judged([]) == {}
