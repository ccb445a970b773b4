"""Marks of two people on one text, and of a person beside the machine's."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.model import Mark, Marking
from toolkit.verdicts.evaluation import NO_RULE, evaluate, fates
from toolkit.verdicts.marks import claims, latest, overlapping, same
from toolkit.verdicts.spans import span_agreement


def marks(written: str) -> tuple[Mark, ...]:
    """ "a:0-4 b:5-9=ORG c:1-2!" → marks with ids; a claim's without label, `!` for a dismissed one."""
    made = []
    for one in written.split():
        mark_id, rest = one.split(":")
        place, _, label = rest.rstrip("!").partition("=")
        start, end = map(int, place.split("-"))
        made.append(Mark(mark_id, start, end, label or "CLAIM", dismissed=rest.endswith("!")))
    return tuple(made)


def marking(
    left: str, proposed: str | None = None, *, who: str = "ann", task: int = 1, at: str = "2025-01-01", **changes: Any
) -> Marking:
    given = None if proposed is None else marks(proposed)
    facts: dict[str, Any] = {"annotation_id": 1, "model_version": "m1", "whole": True} | changes
    return Marking(f"d{task}", who, at, task, proposed=given, left=marks(left), **facts)


# -- two people ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ours", "theirs", "exact", "overlap"),
    [
        ("a:0-4", "b:0-4", 1.0, 1.0),
        ("a:0-4", "b:0-5", 0.0, 1.0),
        ("a:0-4 b:6-9", "c:0-4", 2 / 3, 2 / 3),
        ("a:0-4", "b:4-8", 0.0, 0.0),  # they touch and share nothing
        ("a:0-9", "b:0-4 c:5-9", 0.0, 2 / 3),  # one mark is in one pair
        ("a:0-4!", "b:0-4", 0.0, 0.0),  # judged to be none
        ("a:0-4=ORG b:6-9", "c:0-4=PERSON d:6-9", 1.0, 1.0),  # names are no claims
        ("a:0-4", "", 0.0, 0.0),
        ("", "", None, None),
    ],
)
def test_f1_of_two_people(ours: str, theirs: str, exact: float | None, overlap: float | None) -> None:
    found = span_agreement([marking(ours), marking(theirs, who="bo")])
    assert (found.exact, found.overlap) == (pytest.approx(exact), pytest.approx(overlap))
    [pair] = found.pairs
    assert (pair.a, pair.b, pair.exact, pair.n_documents) == ("ann", "bo", pytest.approx(exact), 1)
    assert (found.n_documents, found.n_excluded, found.intervals) == (1, 0, {})


def test_f1_adds_up_over_pairs_and_documents() -> None:
    found = span_agreement(
        [
            *(marking("a:0-4", who="ann"), marking("a:0-4", who="bo"), marking("a:0-5", who="cy")),
            *(marking("a:0-4 b:5-6", who="ann", task=2), marking("b:5-6", who="bo", task=2)),
            marking("a:0-4", who="ann", task=3),
            *(marking("a:0-4", who="ann", task=4, whole=False), marking("", who="bo", task=4, whole=False)),
        ]
    )
    # Equal: 1 of ann-bo in the first, 1 in the second; marks of both: 2 + 2 + 2 + 3.
    assert found.exact == pytest.approx(2 * 2 / 9)
    assert found.overlap == pytest.approx(2 * 4 / 9)
    assert (found.n_documents, found.n_excluded) == (2, 1)
    assert found.intervals["exact"][0] <= found.exact <= found.intervals["exact"][1]
    assert [(p.a, p.b, p.exact) for p in found.pairs] == [
        *(("ann", "bo", pytest.approx(4 / 5)), ("ann", "cy", 0.0), ("bo", "cy", 0.0)),
    ]


def test_the_latest_of_each_person_counts() -> None:
    old = marking("a:0-4", at="2025-01-01")
    new = marking("a:0-5", at="2025-01-02", annotation_id=2)
    assert latest([new, old]) == [new]


SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 6)), max_size=6)


@given(SPANS, SPANS)
def test_pairs_are_one_to_one_and_share_text(ours: list[tuple[int, int]], theirs: list[tuple[int, int]]) -> None:
    a, b = ([Mark(str(n), start, start + size, "CLAIM") for n, (start, size) in enumerate(s)] for s in (ours, theirs))
    pairs = overlapping(a, b)
    assert len({id(x) for x, _ in pairs}) == len({id(y) for _, y in pairs}) == len(pairs)
    assert all(x.start < y.end and y.start < x.end for x, y in pairs)
    assert len(pairs) >= same(a, b)
    free_a, free_b = ([m for m in given if not any(m is p[n] for p in pairs)] for n, given in ((0, a), (1, b)))
    assert not overlapping(free_a, free_b)
    assert len(overlapping(b, a)) == len(pairs)
    assert len(overlapping(a, a)) == len(a)


def test_dismissed_marks_and_names_are_no_claims() -> None:
    assert [mark.mark_id for mark in claims(marks("a:0-4 b:5-6! c:7-8=ORG"))] == ["a"]


# -- a person beside the machine -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("proposed", "left", "outcomes"),
    [
        ("a:0-4", "a:0-4", "a kept"),
        ("a:0-4", "a:0-5", "a moved"),
        ("a:0-4", "", "a dismissed"),
        ("a:0-4", "a:0-4!", "a dismissed"),
        ("a:0-4", "a:0-4=ORG", "a relabelled"),
        ("a:0-4=ORG", "a:0-4=GPE", "a relabelled"),
        ("a:0-4", "x:0-4", "a kept"),  # deleted and drawn again
        ("a:0-4", "x:2-6", "a moved"),
        ("a:0-4", "x:5-6", "a dismissed x added"),
        ("a:0-4=ORG", "x:0-4=GPE", "a dismissed x added"),
        ("a:0-4", "a:0-4 x:5-6", "a kept x added"),
        ("", "x:5-6!", ""),  # what a person marked and took back
        ("a:0-4 b:2-8", "x:3-4 b:2-8", "a moved b kept"),
    ],
)
def test_what_became_of_each_mark(proposed: str, left: str, outcomes: str) -> None:
    found = fates(marking(left, proposed))
    told = [f"{(fate.proposed or fate.left).mark_id} {fate.outcome}" for fate in found]  # type: ignore[union-attr]
    assert " ".join(told) == outcomes


def test_precision_and_recall_by_label_rule_and_model_version() -> None:
    machine = (
        *(Mark("a", 0, 4, "CLAIM", ("zh.count",)), Mark("b", 5, 9, "CLAIM", ("zh.count", "zh.percent"))),
        *(Mark("c", 10, 12, "CLAIM"), Mark("n", 0, 2, "ORG"), Mark("o", 5, 6, "ORG"), Mark("p", 7, 8, "GPE")),
    )
    person = marks("a:0-4 b:5-8 x:20-24 n:0-2=ORG o:5-6=GPE y:30-31=GPE")
    one = Marking("d1", "ann", "2025-01-01", 1, 1, "m1", machine, person, whole=True)
    found = evaluate([one, marking("a:0-4", None, task=2), marking("a:0-4", "a:0-4", task=3, model_version="m2")])
    assert (found.n_annotations, found.n_documents, found.n_excluded) == (2, 2, 1)
    told = {
        (row.model_version, row.kind, row.what): (row.proposed, row.kept, row.precision, row.recall)
        for row in found.rows
    }
    assert told == {
        ("m1", "claim", "all"): (3, 1, pytest.approx(2 / 3), pytest.approx(2 / 3)),
        ("m1", "claim", "zh.count"): (2, 1, 1.0, None),
        ("m1", "claim", "zh.percent"): (1, 0, 1.0, None),
        ("m1", "claim", NO_RULE): (1, 0, 0.0, None),
        ("m1", "name", "all"): (3, 1, pytest.approx(1 / 3), pytest.approx(1 / 3)),
        ("m1", "name", "ORG"): (2, 1, 0.5, 1.0),
        ("m1", "name", "GPE"): (1, 0, 0.0, 0.0),
        ("m2", "claim", "all"): (1, 1, 1.0, 1.0),
        ("m2", "claim", NO_RULE): (1, 1, 1.0, None),
    }
    assert [row.what for row in found.rows[:2]] == ["all", "zh.count"]
    [every] = [row for row in found.rows if (row.model_version, row.kind, row.what) == ("m1", "claim", "all")]
    assert (every.precision_exact, every.recall_exact) == (pytest.approx(1 / 3), pytest.approx(1 / 3))
    assert (every.moved, every.dismissed, every.added) == (1, 1, 1)


def test_nothing_to_evaluate() -> None:
    found = evaluate([])
    assert (found.rows, found.n_annotations) == ((), 0)
    assert span_agreement([]).exact is None
