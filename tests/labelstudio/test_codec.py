from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit import publish
from toolkit.errors import ServerError
from toolkit.labelstudio import codec, interface
from toolkit.model import AnnotatedDocument, Claim, Document, Evidence, JudgedClaim

Make = Callable[..., AnnotatedDocument]
LABELS = interface.labels(interface.load_config("document"))


def read_claim(document: Document, start: int, end: int) -> Claim:
    text = document.text
    sentence = text.rfind("。", 0, start) + 1, text.find("。", end - 1) + 1 or len(text)
    return Claim("", start, end, text[start:end], "zh", *sentence, unit="read")


def task_of(wanted: Any, *annotations: dict[str, Any], id: int = 1) -> dict[str, Any]:
    """What the export holds for a pushed task."""
    return json.loads(json.dumps({"id": id, "data": wanted.data, "annotations": annotations}))


def annotation(results: list[dict[str, Any]], *, who: int = 1, id: int = 10, **values: Any) -> dict[str, Any]:
    when = f"2026-01-0{who}T00:00:00Z"
    return {
        "id": id, "completed_by": who, "updated_at": when, "was_cancelled": False,
        "lead_time": 12.5, "result": results, **values,
    }  # fmt: skip


def said(region: dict[str, Any], name: str, **value: Any) -> dict[str, Any]:
    """A result on a region, as Label Studio saves it."""
    kind = {"verdict": "choices", "flags": "choices", "confidence": "rating"}.get(name, "textarea")
    spot = {key: region["value"][key] for key in ("start", "end")}
    return {"id": region["id"], "from_name": name, "to_name": "text", "type": kind, "value": {**spot, **value}}


def pulled(*tasks: dict[str, Any], read: codec.ReadClaim = read_claim) -> list[JudgedClaim]:
    return codec.from_tasks(
        tasks, people={1: "ann@example.org"}, project="p", task_url="http://x?task={task}", read_claim=read
    )


def test_document_task(annotated: Make) -> None:
    source = annotated()
    (task,) = codec.to_tasks(source, "document", LABELS)
    assert task.data["text"] == source.document.text
    assert "source" not in task.data  # as a data key it would print the whole task
    regions = [(r["value"]["labels"][0], r["value"]["text"]) for r in task.results]
    assert regions == [
        ("CLAIM", "衍生模型达17万个"),  # more worth comes first: the next-claim key walks this order
        ("CLAIM", "Qwen 下载量突破6亿次"),
        ("ORG", "阿里巴巴"),
        ("ORG", "Meta"),
    ]
    for region in task.results:
        value = region["value"]
        assert task.data["text"][value["start"] : value["end"]] == value["text"]
    assert task.results[1]["meta"]["text"] == [
        "Reading / 读作: > 600,000,000 次 · 下载量 · Qwen\n"
        "Type / 类型: statistical / 数字\n"
        "Worth / 核查价值: 0.40: has a figure / 有数字"
    ]
    assert not any(result["from_name"] == "verdict" for result in task.results)  # it would arrive pre-selected


def test_the_annotator_reads_who_says_it(annotated: Make) -> None:
    source = annotated()
    told = {"speaker": "a <b>memo</b>", "stance": "alleged", "normalized": "Qwen 下载量 > 6亿次"}
    source = replace(source, claims=tuple(replace(claim, **told) for claim in source.claims))
    (task,) = codec.to_tasks(source, "document", LABELS)
    (note,) = task.results[1]["meta"]["text"]
    assert note.splitlines()[:2] == [
        "In short / 简述: Qwen 下载量 > 6亿次",
        "Attribution / 出处: said by a <b>memo</b> / 出自a <b>memo</b> · alleged / 指控",
    ]
    for task in codec.to_tasks(source, "claim", LABELS):
        assert task.data["reading"]["In short / 简述"] == "Qwen 下载量 > 6亿次"
        assert task.data["reading"]["Attribution / 出处"].endswith("alleged / 指控")
    judged = pulled(task_of(task))
    assert {(j.claim.speaker, j.claim.stance, j.claim.normalized) for j in judged} == {tuple(told.values())}


def test_claim_tasks(annotated: Make) -> None:
    tasks = codec.to_tasks(annotated(), "claim", LABELS)
    assert [task.data["claim_text"] for task in tasks] == ["衍生模型达17万个", "Qwen 下载量突破6亿次"]
    for task in tasks:
        for region in task.results:
            value = region["value"]
            assert task.data["text"][value["start"] : value["end"]] == value["text"]
    assert len({task.key for task in tasks}) == 2


def test_labels_that_the_config_lacks_are_not_sent(annotated: Make) -> None:
    (task,) = codec.to_tasks(annotated(), "document", frozenset({"CLAIM"}))
    assert {r["value"]["labels"][0] for r in task.results} == {"CLAIM"}


@pytest.mark.parametrize("layout", ["document", "claim"])
def test_full_answer_comes_back(annotated: Make, layout: Any) -> None:
    wanted = codec.to_tasks(annotated(), layout, LABELS)[0]
    region = wanted.results[0]
    results = [
        *wanted.results,
        said(region, "verdict", choices=["refuted"]),
        said(region, "flags", choices=["outdated", "cherry_picked"]),
        said(region, "evidence", text=["https://example.org/e | 共 18 万 | 2025-11-30 | refutes", "no link"]),
        said(region, "corrected", text=["18万"]),
        said(region, "rationale", text=["因为\n所以"]),
        said(region, "confidence", rating=4),
    ]
    if layout == "claim":  # answers stand on the task, under ids of their own
        results = [r if r["from_name"] == "label" else {**r, "id": f"r{n}"} for n, r in enumerate(results)]
    judged = {j.claim.text: j for j in pulled(task_of(wanted, annotation(results)))}
    claim = judged["衍生模型达17万个"]
    (answer,) = claim.answers
    assert answer.claim_id == claim.claim.claim_id == region["id"]
    assert (answer.verdict, answer.problem, answer.annotator) == ("refuted", None, "ann@example.org")
    assert answer.flags == ("outdated", "cherry_picked")
    assert answer.evidence == (
        Evidence("https://example.org/e", "共 18 万", "2025-11-30", "refutes"),
        Evidence(None, "no link"),
    )
    assert (answer.corrected, answer.rationale, answer.confidence) == ("18万", "因为\n所以", 4)
    assert (answer.added, answer.corrected_span, answer.lead_time) == (False, False, 12.5)
    assert claim.task_url == "http://x?task=1"
    assert claim.context == "衍生模型达17万个。"
    assert claim.claim.value == 170_000
    if layout == "document":
        assert judged["Qwen 下载量突破6亿次"].answers[0].problem == "no verdict"
        assert judged["Qwen 下载量突破6亿次"].entity_names == ("阿里巴巴",)


@pytest.mark.parametrize(
    ("choices", "verdict", "problem"),
    [
        (["supported"], "supported", None),
        ([], None, "no verdict"),
        (["NOPE"], None, "unknown verdict 'NOPE'"),
        (["supported", "refuted"], None, "2 verdicts at once"),
        ([7, None], None, "no verdict"),
    ],
)
def test_what_the_server_did_not_check(
    annotated: Make, choices: list[Any], verdict: str | None, problem: str | None
) -> None:
    (wanted,) = codec.to_tasks(annotated(), "document", LABELS)
    region = wanted.results[0]
    task = task_of(wanted, annotation([region, said(region, "verdict", choices=choices)]))
    answer = pulled(task)[1].answers[0]
    assert (answer.verdict, answer.problem) == (verdict, problem)


def test_skipped_deleted_relabelled_unseen(annotated: Make) -> None:
    (wanted,) = codec.to_tasks(annotated(), "document", LABELS)
    first, second, *_ = wanted.results

    skipped = pulled(task_of(wanted, annotation([], was_cancelled=True)))
    assert [a.skipped for j in skipped for a in j.answers] == [True, True]

    saw = {"result": [first, second]}
    relabelled = {**first, "value": {**first["value"], "labels": ["ORG"]}}
    by_id = {j.claim.claim_id: j for j in pulled(task_of(wanted, annotation([relabelled], prediction=saw)))}
    assert by_id[first["id"]].answers[0].verdict == "not_a_claim"
    assert by_id[second["id"]].answers[0].verdict == "not_a_claim"  # its mark was deleted

    for prediction in (None, {"result": []}, {}):  # what was never on the screen was not deleted
        unseen = pulled(task_of(wanted, annotation([], prediction=prediction)))
        assert [j.answers for j in unseen] == [(), ()]


def test_marks_are_told_beside_those_that_were_shown(annotated: Make) -> None:
    source = annotated()
    (wanted,) = codec.to_tasks(source, "document", LABELS)
    first, second, *_ = wanted.results
    dismissed = [first, said(first, "verdict", choices=["not_a_claim"])]
    moved = {**second, "value": {**second["value"], "end": second["value"]["end"] + 1}}
    saw = {"result": list(wanted.results)}
    skipped = annotation([], id=12, was_cancelled=True)
    (one, blank) = codec.markings(
        [task_of(wanted, annotation([*dismissed, moved], prediction=saw), annotation([first], who=2, id=11), skipped)],
        {1: "ann@example.org"},
    )
    assert (one.annotator, one.doc_id, one.whole, one.model_version) == ("ann@example.org", "a.md", True, "test-1")
    assert one.proposed is not None
    for mark in one.proposed:
        assert source.document.text[mark.start : mark.end] in {r["value"]["text"] for r in wanted.results}
    assert [len(one.proposed), len(one.left)] == [len(wanted.results), 2]
    assert [(m.mark_id, m.label, m.dismissed) for m in one.left] == [
        *((first["id"], "CLAIM", True), (second["id"], "CLAIM", False)),
    ]
    assert one.left[1].end == one.proposed[1].end + 1
    assert (blank.proposed, blank.annotator) == (None, "user 2")


def test_marks_of_one_claim_stand_where_the_document_has_them(annotated: Make) -> None:
    source = annotated()
    wanted = codec.to_tasks(source, "claim", LABELS)[0]
    region = wanted.results[0]
    verdict = {"id": "v", "from_name": "verdict", "to_name": "text", "type": "choices"}
    task = task_of(
        wanted,
        annotation([region, {**verdict, "value": {"choices": ["not_a_claim"]}}], prediction={"result": wanted.results}),
    )
    [one] = codec.markings([task], {})
    [left] = one.left
    assert (one.whole, left.dismissed) == (False, True)
    assert source.document.text[left.start : left.end] == region["value"]["text"]


def test_an_edit_by_somebody_else_is_told(annotated: Make) -> None:
    (wanted,) = codec.to_tasks(annotated(), "document", LABELS)
    region = wanted.results[0]
    results = [region, said(region, "verdict", choices=["mixed"])]
    for editor, told in ((1, None), (None, None), (2, "user 2"), ({"id": 2}, "user 2")):
        task = task_of(wanted, annotation(results, updated_by=editor))
        (answer,) = [a for j in pulled(task) if j.claim.claim_id == region["id"] for a in j.answers]
        assert (answer.annotator, answer.edited_by) == ("ann@example.org", told)


@pytest.mark.parametrize(
    ("rereadings", "comparator", "value", "unit"),
    [
        (["> 17万个"], ">", 170_000, "个"),
        (["> 17万"], ">", 170_000, "个"),  # the unit stays
        (["> 17万个", "> 17万个"], ">", 170_000, "个"),
        (["> 17万个", "18万个"], None, 20_000, "个"),  # they differ: as the machine read it
        (["no figure"], None, 20_000, "个"),
        ([], None, 20_000, "个"),
    ],
)
def test_a_figure_read_wrong_is_read_again(
    annotated: Make, rereadings: list[str], comparator: str | None, value: int, unit: str
) -> None:
    source = annotated()
    wrong = (source.claims[0], replace(source.claims[1], value=Decimal(20_000)))
    (wanted,) = codec.to_tasks(replace(source, claims=wrong), "document", LABELS)
    region = wanted.results[0]
    people = [
        annotation([region, said(region, "reread", text=[words])], who=n, id=n) for n, words in enumerate(rereadings)
    ]
    judged = next(j for j in pulled(task_of(wanted, *people), read=publish.read_claim) if "17万" in j.claim.text)
    assert (judged.claim.comparator, judged.claim.value, judged.claim.unit) == (comparator, value, unit)
    assert [answer.reread for answer in judged.answers] == rereadings


def test_moved_edges_keep_the_id(annotated: Make) -> None:
    (wanted,) = codec.to_tasks(annotated(), "document", LABELS)
    region = wanted.results[0]
    moved = {**region, "value": {**region["value"], "end": region["value"]["end"] - 1}}
    task = task_of(wanted, annotation([moved, said(moved, "verdict", choices=["mixed"])]))
    judged = next(j for j in pulled(task) if j.claim.claim_id == region["id"])
    assert judged.claim.text == "衍生模型达17万"
    assert judged.answers[0].corrected_span
    assert judged.claim.unit == "read"


def test_added_claims_of_two_people_are_one(annotated: Make) -> None:
    (wanted,) = codec.to_tasks(annotated(), "document", LABELS)
    text = wanted.data["text"]
    start = text.index("Meta said nothing")
    value = {"start": start, "end": start + 17, "text": "whatever", "labels": ["CLAIM"]}
    people = [
        annotation(
            [
                {"id": f"x{who}", "from_name": "label", "to_name": "text", "type": "labels", "value": value},
                said({"id": f"x{who}", "value": value}, "verdict", choices=["supported"]),
            ],
            who=who,
            id=who,
        )
        for who in (1, 2)
    ]
    (added,) = [j for j in pulled(task_of(wanted, *people)) if j.claim.text == "Meta said nothing"]
    assert [(a.annotator, a.added) for a in added.answers] == [("ann@example.org", True), ("user 2", True)]


def test_claims_of_a_superseded_task(annotated: Make) -> None:
    (old,) = codec.to_tasks(annotated(), "document", LABELS)
    text = annotated().document.text.replace("17万", "19万")
    (new,) = codec.to_tasks(_renumbered(annotated(text=annotated().document.text), text), "document", LABELS)
    answered = annotation(
        [r for region in old.results[:2] for r in (region, said(region, "verdict", choices=["mixed"]))]
    )
    before = task_of(old, answered)
    before["data"]["superseded"] = True
    judged = {j.claim.text: j for j in pulled(before, task_of(new, id=2))}
    assert judged["Qwen 下载量突破6亿次"].task_id == 2  # unchanged words carry their verdict over
    assert judged["Qwen 下载量突破6亿次"].answers[0].verdict == "mixed"
    assert not judged["Qwen 下载量突破6亿次"].superseded
    assert judged["衍生模型达17万个"].superseded  # gone from the text, and not lost
    assert judged["衍生模型达19万个"].answers == ()


def test_a_mark_drawn_again_is_the_claim_that_it_was(annotated: Make) -> None:
    (wanted,) = codec.to_tasks(annotated(), "document", LABELS)
    first, second, *_ = wanted.results
    again = {**second, "id": "drawn"}
    judged = pulled(task_of(wanted, annotation([first, again, said(again, "verdict", choices=["mixed"])])))
    assert len(judged) == 2
    answers = {j.claim.claim_id: j.answers for j in judged}
    assert [(a.verdict, a.added) for a in answers[second["id"]]] == [("mixed", False)]


def test_a_hand_marked_claim_stands_while_its_sentence_does(annotated: Make) -> None:
    (old,) = codec.to_tasks(annotated(), "document", LABELS)
    text = old.data["text"]
    start = text.index("Meta said nothing")
    value = {"start": start, "end": start + 17, "labels": ["CLAIM"]}
    region = {"id": "x", "from_name": "label", "to_name": "text", "type": "labels", "value": value}
    before = task_of(old, annotation([region, said(region, "verdict", choices=["refuted"])]))
    before["data"] = codec.superseded(before["data"])
    assert "skip" in before["data"]["source_line"]
    (new,) = codec.to_tasks(annotated(text="新的开头。" + text), "document", LABELS)
    (kept,) = [j for j in pulled(before, task_of(new, id=2)) if j.claim.text == "Meta said nothing"]
    assert not kept.superseded
    assert kept.document.text[kept.claim.start : kept.claim.end] == "Meta said nothing"
    changed = task_of(new, id=2)
    changed["data"] |= {"text": "x" * 99, "claims": []}
    (gone,) = [j for j in pulled(before, changed) if j.claim.text == "Meta said nothing"]
    assert gone.superseded


@pytest.mark.parametrize(
    "broken",
    [{"doc_id": None}, {"text_start": "abc"}, {"claims": 5}, {"claims": [{"claim_id": 1}]}],
    ids=lambda broken: next(iter(broken)),
)
def test_broken_task_data_is_named_and_nothing_is_lost_silently(annotated: Make, broken: dict[str, Any]) -> None:
    (wanted,) = codec.to_tasks(annotated(), "document", LABELS)
    task = task_of(wanted, id=31)
    task["data"] |= broken
    if broken == {"doc_id": None}:
        del task["data"]["doc_id"]
    with pytest.raises(ServerError, match=r"task 31.*push its source again"):
        pulled(task)


def test_task_data_changed_by_hand_is_named(annotated: Make) -> None:
    (wanted,) = codec.to_tasks(annotated(), "document", LABELS)
    task = task_of(wanted, id=31)
    del task["data"]["claims"][1]["end"]
    with pytest.raises(ServerError, match=r"task 31: the key 'end' is missing.*push its source again"):
        pulled(task)


def _renumbered(source: AnnotatedDocument, text: str) -> AnnotatedDocument:
    from dataclasses import replace

    from toolkit.model import claim_ids

    first, second = source.claims
    changed = text[second.start : second.end]
    sentence = text[second.context_start : second.context_end]
    second = replace(second, text=changed, claim_id=claim_ids(source.document.doc_id, [(sentence, changed)])[0])
    return replace(source, document=replace(source.document, text=text), claims=(first, second))


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("https://a.example/x", [Evidence("https://a.example/x")]),
        ("https://a.example/x。", [Evidence("https://a.example/x")]),
        ("见 https://a.example/x，https://b.example", [Evidence("https://a.example/x", "见"), Evidence("https://b.example")]),
        ("2025-11 | 某报 ｜ http://a.example", [Evidence("http://a.example", "某报", "2025-11")]),
        ("said so on air", [Evidence(None, "said so on air")]),
        (" | ", []),
    ],
)  # fmt: skip
def test_evidence(text: str, items: list[Evidence]) -> None:
    assert codec._evidence(text) == items


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda children: st.lists(children, max_size=3) | st.dictionaries(st.text(max_size=5), children, max_size=3),
    max_leaves=6,
)
results = st.fixed_dictionaries(
    {
        "id": st.sampled_from(["x", "y"]) | json_values,
        "from_name": st.sampled_from([*interface.CONTROLS, "other"]),
        "value": st.dictionaries(
            st.sampled_from(["start", "end", "labels", "choices", "text", "rating"]), json_values, max_size=6
        )
        | json_values,
    }
)


@given(st.lists(results, max_size=5))
def test_no_annotation_breaks_the_pull(hostile: list[dict[str, Any]]) -> None:
    data = {"fc_key": "k", "doc_id": "d", "text": "一二三四五", "claims": []}
    judged = pulled({"id": 1, "data": data, "annotations": [annotation(hostile)]})
    for claim in judged:
        assert data["text"][claim.claim.start : claim.claim.end] == claim.claim.text


def test_a_task_of_somebody_else_is_read_by_what_was_predicted_for_it(annotated: Make) -> None:
    source = annotated()
    (wanted,) = codec.to_tasks(source, "document", LABELS)
    prediction = {"model_version": "factcheck", "result": list(wanted.results)}
    task = {"id": 9, "data": {"body": source.document.text}, "predictions": [], "annotations": []}
    assert codec.adopted(task, "body", read_claim) == task  # nobody predicted anything
    assert codec.adopted(task_of(wanted), "text", read_claim) == task_of(wanted)  # ours
    assert codec.adopted({**task, "predictions": [prediction]}, "text", read_claim)["data"] == task["data"]
    first = wanted.results[0]
    told = annotation([first, said(first, "verdict", choices=["mixed"])], prediction=prediction)
    for served in ({**task, "annotations": [told]}, {**task, "annotations": [told], "predictions": [prediction]}):
        judged = pulled(codec.adopted(served, "body", read_claim))  # type: ignore[arg-type]
        assert {j.claim.text for j in judged} == {claim.text for claim in source.claims}
        assert [a.verdict for j in judged for a in j.answers if j.claim.claim_id == first["id"]] == ["mixed"]
        assert {j.document.doc_id for j in judged} == {"task-9"}
