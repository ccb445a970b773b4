from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.errors import UnsafePlan
from toolkit.labelstudio.plan import plan
from toolkit.labelstudio.records import FoundTask, WantedTask


def want(doc: str = "a", version: str = "1", model: str = "m1", results: int = 1) -> WantedTask:
    data = {"fc_key": f"{doc}@{version}", "doc_id": doc, "model_version": model}
    return WantedTask(data["fc_key"], doc, data, ({},) * results, 0.5)


def found(
    id: int,
    doc: str = "a",
    version: str = "1",
    model: str = "m1",
    work: int = 0,
    predicted: bool = True,
    **data: object,
) -> FoundTask:
    held = {"fc_key": f"{doc}@{version}", "doc_id": doc, "model_version": model, **data}
    return FoundTask(id, held, work, predicted)


# what is wanted, what is found → ids or keys of (create, repair, keep, retire, supersede)
TABLE = {
    "nothing there": ([want()], [], (["a@1"], [], [], [], [])),
    "all there": ([want()], [found(1)], ([], [], [1], [], [])),
    "predictions dropped": ([want()], [found(1, predicted=False)], ([], [1], [], [], [])),
    "no predictions wanted": ([want(results=0)], [found(1, predicted=False)], ([], [], [1], [], [])),
    "older model": ([want(model="m2")], [found(1)], ([], [1], [], [], [])),
    "older model, somebody works on it": ([want(model="m2")], [found(1, work=1)], ([], [], [1], [], [])),
    "dropped, somebody works on it": ([want()], [found(1, work=1, predicted=False)], ([], [1], [], [], [])),
    "source changed": ([want(version="2")], [found(1)], (["a@2"], [], [], [1], [])),
    "source changed after work": ([want(version="2")], [found(1, work=2)], (["a@2"], [], [], [], [1])),
    "superseded already": ([want(version="2")], [found(1, work=1, superseded=True)], (["a@2"], [], [], [], [])),
    "source changed back": (
        [want()], [found(1, work=1, superseded=True), found(2, version="2")], ([], [1], [], [2], []),
    ),
    "a copy": ([want()], [found(1), found(2)], ([], [], [1], [2], [])),
    "a copy with the work on it": ([want()], [found(1), found(2, work=1)], ([], [], [2], [1], [])),
    "two copies with work": ([want()], [found(1, work=1), found(2, work=1)], ([], [], [1], [], [2])),
    "the title changed": ([want()], [found(1, title="old")], ([], [1], [], [], [])),
    "the title changed, somebody works on it": ([want()], [found(1, title="old", work=1)], ([], [1], [], [], [])),
    "other documents": ([want()], [found(1), found(2, doc="b")], ([], [], [1], [], [])),
    "somebody else's task": ([want()], [FoundTask(9, {"text": "x"}, 0, False)], (["a@1"], [], [], [], [])),
}  # fmt: skip


@pytest.mark.parametrize("case", TABLE)
def test_plan(case: str) -> None:
    wanted, there, expected = TABLE[case]
    made = plan(wanted, there)
    got = (
        [task.key for task in made.create],
        [repair.found.id for repair in made.repair],
        [task.id for task in made.keep],
        [task.id for task in made.retire],
        [task.id for task in made.supersede],
    )
    assert got == expected


def test_a_plan_that_retires_much_needs_force() -> None:
    there = [found(n, doc=f"d{n}") for n in range(9)]
    few = plan([want(doc=f"d{n}", version="2") for n in range(3)], there)
    few.raise_if_unsafe()
    many = plan([want(doc=f"d{n}", version="2") for n in range(4)], there)
    with pytest.raises(UnsafePlan, match=r"retire 4 of the project's 9 tasks.*--dry-run.*--force"):
        many.raise_if_unsafe()


TEXT = "".join(f"第{n}季度营收增长{n * 7}%，达到{n * n}亿元。" for n in range(9))


@pytest.mark.parametrize(
    ("text", "strange"),
    [(TEXT + "!", False), (TEXT[60:], False), ("完全是另一篇文章，" + TEXT[::-1], True), ("short", False)],
)
def test_another_document_under_the_same_id_needs_force(text: str, strange: bool) -> None:
    old = found(1, text=TEXT)
    new = want(version="2")
    new = WantedTask(new.key, new.doc_id, {**new.data, "text": text}, new.results, new.score)
    made = plan([new], [old])
    assert made.strangers == (("a",) if strange else ())
    if strange:
        with pytest.raises(UnsafePlan, match=r"another text under the doc_id 'a'.*doc_id of its own.*--force"):
            made.raise_if_unsafe()


def test_a_document_without_claims_retires_its_claim_tasks() -> None:
    assert [task.id for task in plan([], [found(1)], ["a"]).retire] == [1]
    assert plan([], [found(1)]).retire == ()


docs = st.sampled_from("abc")
versions = st.sampled_from("12")
tasks = st.lists(
    st.builds(
        found, st.integers(1, 10**6), doc=docs, version=versions, work=st.integers(0, 2), predicted=st.booleans()
    ),
    unique_by=lambda task: task.id,
)


@given(st.lists(st.builds(want, doc=docs, version=versions), unique_by=lambda task: task.doc_id), tasks)
def test_every_wanted_task_is_in_one_place_and_no_work_is_deleted(
    wanted: list[WantedTask], there: list[FoundTask]
) -> None:
    made = plan(wanted, there)
    places = [t.key for t in made.create] + [repair.wanted.key for repair in made.repair] + [t.key for t in made.keep]
    assert sorted(places) == sorted(task.key for task in wanted)
    assert all(task.human_work == 0 for task in made.retire)
    assert {t.id for t in made.retire + made.supersede}.isdisjoint(
        {t.id for t in made.keep} | {repair.found.id for repair in made.repair}
    )
