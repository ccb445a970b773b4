"""A long text as several tasks: pushed, answered, edited, pulled as one document again."""

from __future__ import annotations

import json
from typing import Any

import pytest

from toolkit import publish
from toolkit.labelstudio import codec, cuts, interface, sync
from toolkit.labelstudio.records import WantedTask
from toolkit.model import AnnotatedDocument, Claim, Document, Entity, JudgedClaim, claim_ids
from toolkit.segment import sentences

LABELS = interface.labels(interface.load_config("document"))
LONG = "".join(f"第{n}季度😀营收增长{n * 7}%，达到{n * n}亿元。" + "\n\n" * (n % 5 == 0) for n in range(1_400))
assert len(LONG) > 2 * cuts.LONGEST


def annotated(text: str = LONG, doc_id: str = "long.md") -> AnnotatedDocument:
    """Each sentence holds a claim, its first half, and a name."""
    document = Document(doc_id, text, title="长文", publisher="东岸评论")
    spans = [(s.start, s.start + (s.end - s.start) // 2, s.end) for s in sentences(text)]
    ids = claim_ids(doc_id, [(text[start:end], text[start:middle]) for start, middle, end in spans])
    claims = tuple(
        Claim(claim_id, start, middle, text[start:middle], "zh", start, end)
        for claim_id, (start, middle, end) in zip(ids, spans, strict=True)
    )
    names = tuple(Entity(start, start + 2, text[start : start + 2], "ORG") for start, _, _ in spans)
    return AnnotatedDocument(document, "zh", names, (), claims, "test-1")


def exported(wanted: WantedTask, id: int, *verdicts: tuple[str, str], **data: Any) -> dict[str, Any]:
    """What the export holds for the task, with one person's verdicts by the words of their claims."""
    results: list[dict[str, Any]] = []
    for words, code in verdicts:
        region = next(r for r in wanted.results if r["value"]["text"] == words)
        base = {"id": region["id"], "to_name": "text"}
        results += [region, {**base, "from_name": "verdict", "type": "choices", "value": {"choices": [code]}}]
    given = {"id": id, "completed_by": 1, "updated_at": "2026-01-01", "result": results, "prediction": {"result": []}}
    task = {"id": id, "data": {**wanted.data, **data}, "annotations": [given] if verdicts else []}
    return json.loads(json.dumps(task))


def pulled(*tasks: dict[str, Any]) -> list[JudgedClaim]:
    return codec.from_tasks(tasks, people={}, project="p", task_url="{task}", read_claim=publish.read_claim)


def test_a_long_text_is_several_tasks_and_comes_back_as_one_document() -> None:
    source = annotated()
    wanted = codec.to_tasks(source, "document", LABELS)
    assert [(t.data["part"], t.data["parts"]) for t in wanted] == [(n, len(wanted)) for n in range(1, len(wanted) + 1)]
    assert "".join(t.data["text"] for t in wanted) == LONG
    assert len({t.key for t in wanted}) == len(wanted) >= 3
    assert wanted[1].data["source_line"] == f"Part 2 of {len(wanted)} / 第 2 部分，共 {len(wanted)} 部分 · 东岸评论"
    for task in wanted:
        assert LONG.startswith(task.data["text"], task.data["part_start"])
        for region in task.results:
            value = region["value"]
            assert task.data["text"][value["start"] : value["end"]] == value["text"]
    assert sum(len(t.results) for t in wanted) == len(source.claims) + len(source.entities)

    words = source.claims[-1].text
    tasks = [exported(t, n) for n, t in enumerate(wanted[:-1], 1)]
    tasks.append(exported(wanted[-1], 99, (words, "mixed")))
    judged = pulled(*reversed(tasks))
    assert {j.document.text for j in judged} == {LONG}
    assert {(j.claim.claim_id, j.claim.start, j.claim.context_end) for j in judged} == {
        (c.claim_id, c.start, c.context_end) for c in source.claims
    }
    assert all(LONG[j.claim.start : j.claim.end] == j.claim.text for j in judged)
    [answered] = [j for j in judged if j.answers]
    assert (answered.claim.text, answered.answers[0].marked) == (words, (answered.claim.start, answered.claim.end))
    [marking] = codec.markings(tasks, {})
    assert LONG[marking.left[0].start : marking.left[0].end] == words


def test_a_short_text_is_the_task_that_it_was() -> None:
    [task] = codec.to_tasks(annotated("营收增长 5%。"), "document", LABELS)
    assert task.key == "document:long.md:a5b950791c803de8:1"
    assert not {"part", "parts", "part_start"} & task.data.keys()


def test_a_part_that_is_not_there_moves_no_other() -> None:
    wanted = codec.to_tasks(annotated(), "document", LABELS)
    judged = pulled(*(exported(t, n) for n, t in enumerate(wanted) if n != 1))
    for claim in (j.claim for j in judged):
        assert LONG[claim.start : claim.end] == claim.text
    [text] = {j.document.text for j in judged}
    gap = wanted[1].data["text"]
    assert text == LONG.replace(gap, "\n" * len(gap))


def test_parts_that_are_the_same_are_different_tasks() -> None:
    page = LONG[: LONG.index("第700季度")]
    wanted = codec.to_tasks(annotated(page * 4), "document", LABELS)
    assert len({task.key for task in wanted}) == len(wanted)
    assert len({task.data["text"] for task in wanted}) < len(wanted)


def answer(server: Any, id: int, verdict: str) -> str:
    """One person's verdict on the first claim of a task; returns its words."""
    task = server.stored[id]
    region = task["predictions"][0][0]
    said = {"id": region["id"], "from_name": "verdict", "to_name": "text", "value": {"choices": [verdict]}}
    task["annotations"].append(
        {"id": id, "completed_by": 1, "updated_at": "2026-01-01", "result": [region, said], "prediction": {}}
    )
    return str(region["value"]["text"])


def pull(server: Any) -> dict[str, JudgedClaim]:
    found = sync.pull(server, title="p", read_claim=publish.read_claim)
    return {judged.claim.text: judged for judged in found.claims}


def test_an_edit_touches_its_part_alone(server: Any) -> None:
    first = sync.push(server, [annotated()], title="p", layout="document")
    last = first.created
    assert (sync.push(server, [annotated()], title="p", layout="document").kept, last) == (last, len(server.stored))
    words = answer(server, last, "mixed")
    second = annotated(LONG.replace("第10季度", "又加一句。第10季度"))
    before = {id: task["predictions"] for id, task in server.stored.items()}
    pushed = sync.push(server, [second], title="p", layout="document")
    assert (pushed.created, pushed.retired, pushed.superseded) == (1, 1, 0)
    assert all(server.stored[id]["predictions"] == before[id] for id in server.stored if id in before)
    judged = pull(server)
    assert {j.document.text for j in judged.values()} == {second.document.text}
    assert [a.verdict for a in judged[words].answers] == ["mixed"]
    for claim in (j.claim for j in judged.values()):
        assert second.document.text[claim.start : claim.end] == claim.text
    assert sync.push(server, [second], title="p", layout="document").kept == last


def test_verdicts_of_a_part_that_changed_stand_with_their_sentences(server: Any) -> None:
    sync.push(server, [annotated()], title="p", layout="document")
    words = answer(server, 2, "mixed")
    nearby = server.stored[2]["data"]["claims"][-1]["text"]
    second = annotated(LONG.replace(nearby, f"又加一句。{nearby}"))
    pushed = sync.push(server, [second], title="p", layout="document")
    assert (pushed.created, pushed.retired, pushed.superseded) == (1, 0, 1)
    judged = pull(server)[words]
    assert ([a.verdict for a in judged.answers], judged.superseded) == (["mixed"], False)
    assert judged.document.text == second.document.text


@pytest.mark.parametrize("force", [False, True])
def test_a_text_that_an_earlier_version_pushed_whole_stays_whole(server: Any, force: bool) -> None:
    source = annotated()
    whole = codec.to_tasks(source, "document", LABELS, longest=len(LONG))
    server.create_project("p", interface.load_config("document"), 1)
    server.commit(whole)
    pushed = sync.push(server, [source], title="p", layout="document", force=force)
    assert (pushed.kept, pushed.created, pushed.retired) == (1, 0, 0)


# -- the claim layout --------------------------------------------------------------------------------------------------


def test_a_claim_of_a_long_text_stands_among_the_sentences_around_it() -> None:
    source = annotated()
    wanted = codec.to_tasks(source, "claim", LABELS)
    begins = {s.start for s in sentences(LONG)}
    for task in wanted:
        shown, start = task.data["document"], task.data["document_start"]
        assert LONG.startswith(shown, start)
        assert start in begins
        assert len(shown) <= 2 * cuts.AROUND + 100
        assert task.data["text"] in shown
    judged = pulled(*(exported(t, n) for n, t in enumerate(wanted, 1)))
    assert {j.document.text for j in judged} == {LONG}
    assert {(j.claim.claim_id, j.claim.start, j.context) for j in judged} == {
        (c.claim_id, c.start, LONG[c.context_start : c.context_end]) for c in source.claims
    }


def test_a_few_claims_of_a_long_text_stand_where_they_did() -> None:
    wanted = codec.to_tasks(annotated(), "claim", LABELS)
    few = wanted[700:701] + wanted[3:5]
    tasks = [exported(t, n, (t.data["claim_text"], "mixed")) for n, t in enumerate(few, 1)]
    judged = pulled(*tasks)
    [text] = {j.document.text for j in judged}
    assert len(text) == len(LONG)
    assert all(text[j.claim.start : j.claim.end] == j.claim.text in LONG for j in judged)
    assert all(j.answers[0].marked == (j.claim.start, j.claim.end) for j in judged)
    [marking, *_] = codec.markings(tasks, {})
    assert LONG[marking.left[0].start : marking.left[0].end] == few[0].data["claim_text"]
    gone = {**tasks[0], "data": tasks[0]["data"] | {"superseded": True}}
    [alone] = pulled(gone)
    assert alone.document.text[alone.claim.start : alone.claim.end] == alone.claim.text


def test_an_edit_elsewhere_moves_what_is_around_a_claim_and_asks_nobody_again(server: Any) -> None:
    source = annotated()
    first = sync.push(server, [source], title="p", layout="claim")
    words = answer(server, 700, "mixed")
    second = annotated("又加一句。" + LONG)
    pushed = sync.push(server, [second], title="p", layout="claim")
    assert (pushed.created, pushed.retired, pushed.superseded) == (1, 0, 0)
    assert first.created == len(source.claims)
    judged = pull(server)
    assert judged[words].answers
    for claim in (j.claim for j in judged.values()):
        assert second.document.text[claim.start : claim.end] == claim.text
