from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.model import VERDICTS, Answer, Claim, Decision, Document, JudgedClaim, Quantity
from toolkit.verdicts.aggregate import (
    STATUSES,
    answer_counts,
    answer_remarks,
    counts,
    decide,
    decided_claims,
    delta_pct,
    latest_answers,
    uncounted,
    votes,
)

SKIP, EMPTY, UNKNOWN = "SKIP", "EMPTY", "UNKNOWN"


def answer(annotator: str, verdict: str | None = "supported", **changes: Any) -> Answer:
    facts: dict[str, Any] = {
        "claim_id": "c1",
        "doc_id": "d1",
        "annotator": annotator,
        "annotated_at": "2025-03-01T10:00:00Z",
        "task_id": 1,
        "annotation_id": 1,
        "verdict": verdict,
    }
    return Answer(**{**facts, **changes})


def answers(*said: str) -> list[Answer]:
    """One annotator each; SKIP, EMPTY and UNKNOWN stand for answers that are no vote."""
    special: dict[str, dict[str, Any]] = {
        SKIP: {"verdict": None, "skipped": True},
        EMPTY: {"verdict": None, "problem": "no verdict"},
        UNKNOWN: {"verdict": "NOPE", "problem": "unknown verdict 'NOPE'"},
    }
    return [
        answer(f"person{i}", annotation_id=i, **special.get(code, {"verdict": code})) for i, code in enumerate(said)
    ]


@pytest.mark.parametrize(
    ("said", "annotators", "expected"),
    [
        ((), 1, Decision("waiting", reason="waits for 1 more annotator")),
        ((), 3, Decision("waiting", reason="waits for 3 more annotators")),
        (("refuted",), 1, Decision("decided", "refuted", "single")),
        (("refuted",), 2, Decision("waiting", reason="waits for 1 more annotator")),
        ((EMPTY,), 1, Decision("waiting", reason="answer without a verdict")),
        ((EMPTY, EMPTY), 2, Decision("waiting", reason="2 answers without a verdict")),
        ((EMPTY,), 2, Decision("waiting", reason="answer without a verdict; waits for 1 more annotator")),
        ((UNKNOWN,), 1, Decision("waiting", reason="answer does not count: unknown verdict 'NOPE'")),
        (("refuted", EMPTY), 1, Decision("decided", "refuted", "single")),
        ((SKIP,), 1, Decision("skipped", reason="skipped by everyone")),
        ((SKIP, SKIP), 2, Decision("skipped", reason="skipped by everyone")),
        ((SKIP, "refuted"), 1, Decision("decided", "refuted", "single")),
        ((SKIP, "refuted"), 2, Decision("undecided", reason="skipped by 1 of 2 annotators")),
        (
            (SKIP, "refuted"),
            3,
            Decision("waiting", reason="skipped by 1 of 2 annotators; waits for 1 more annotator"),
        ),
        (("refuted", "refuted"), 1, Decision("decided", "refuted", "unanimous")),
        (("unproven", "unproven"), 2, Decision("decided", "unproven", "unanimous")),
        (("refuted", "supported"), 2, Decision("undecided", reason="2 annotators differ: supported, refuted")),
        (("mixed", "refuted"), 1, Decision("undecided", reason="2 annotators differ: mixed, refuted")),
        (
            ("supported", "mostly_supported"),
            2,
            Decision("undecided", reason="2 annotators differ: supported, mostly_supported"),
        ),
        (("supported", "mostly_supported", "supported"), 3, Decision("decided", "supported", "majority")),
        (
            ("mixed", "mixed", "mixed", "mostly_refuted", "mostly_supported"),
            2,
            Decision("decided", "mixed", "majority"),
        ),
        (
            ("supported", "mixed", "supported"),
            3,
            Decision("undecided", reason="3 annotators differ: supported ×2, mixed"),
        ),
        (
            ("supported", "supported", "mostly_supported", "mostly_supported"),
            2,
            Decision("undecided", reason="4 annotators differ: supported ×2, mostly_supported ×2"),
        ),
        (
            ("supported", "supported", "unproven"),
            3,
            Decision("undecided", reason="3 annotators differ: supported ×2, unproven"),
        ),
        (
            ("unproven", "unproven", "mixed"),
            3,
            Decision("undecided", reason="3 annotators differ: mixed, unproven ×2"),
        ),
        (("not_a_claim",), 1, Decision("not_a_claim", "not_a_claim", "single")),
        (("not_a_claim", "not_a_claim"), 2, Decision("not_a_claim", "not_a_claim", "unanimous")),
        (("not_a_claim", "refuted"), 2, Decision("undecided", reason="2 annotators differ: refuted, not_a_claim")),
    ],
)
def test_decide(said: tuple[str, ...], annotators: int, expected: Decision) -> None:
    assert decide(answers(*said), annotators=annotators) == expected


def test_one_person_who_answers_twice_is_one_annotator() -> None:
    twice = [
        answer("ann", "refuted", annotated_at="2025-03-02T10:00:00Z", annotation_id=1),
        answer("ann", "supported", annotated_at="2025-03-01T10:00:00Z", annotation_id=2),
    ]
    assert decide(twice) == Decision("decided", "refuted", "single")
    assert decide(twice, annotators=2).status == "waiting"


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("2025-03-01T10:00:00Z", "2025-03-01T10:00:00.5Z"),  # the other way round as text
        ("2025-03-01T12:00:00+08:00", "2025-03-01T05:00:00Z"),
        ("2025-03-01T10:00:00", "2025-03-01T10:00:01Z"),  # no zone: UTC
        ("no time", "2025-03-01T10:00:00Z"),
    ],
)
def test_latest_is_by_moment_not_by_text(earlier: str, later: str) -> None:
    both = [answer("ann", "refuted", annotated_at=later), answer("ann", "supported", annotated_at=earlier)]
    assert votes(both) == {"ann": "refuted"}


def test_annotation_id_settles_equal_times() -> None:
    both = [answer("ann", "refuted", annotation_id=9), answer("ann", "supported", annotation_id=8)]
    assert votes(both) == {"ann": "refuted"}


def test_a_later_skip_takes_the_vote_back() -> None:
    both = [answer("ann", "refuted"), answer("ann", None, skipped=True, annotated_at="2025-03-01T11:00:00Z")]
    assert votes(both) == {}
    assert decide(both).status == "skipped"


RULED = answer("editor", "mixed", adjudication=True, annotated_at="2025-03-02T10:00:00Z", annotation_id=50)


@pytest.mark.parametrize(
    ("said", "annotators"),
    [((), 1), (("refuted",), 3), (("refuted", "supported"), 2), (("refuted",) * 5, 3), ((SKIP, EMPTY), 2)],
)
def test_an_adjudicators_verdict_wins_over_whatever_people_say(said: tuple[str, ...], annotators: int) -> None:
    given = [*answers(*said), RULED, answer("late", "supported", annotated_at="2025-03-09T10:00:00Z")]
    assert decide(given, annotators=annotators) == Decision("decided", "mixed", "adjudicator")
    assert "editor" not in votes(given)


@pytest.mark.parametrize("no_ruling", [{"verdict": None, "skipped": True}, {"verdict": None, "problem": "no verdict"}])
def test_a_ruling_is_taken_back_by_another_ruling_alone(no_ruling: dict[str, Any]) -> None:
    later: dict[str, Any] = {"adjudication": True, "annotated_at": "2025-03-03T10:00:00Z", "annotation_id": 51}
    assert decide([RULED, answer("editor", **{**later, **no_ruling})]).verdict == "mixed"
    assert decide([RULED, answer("editor", "refuted", **later)]).verdict == "refuted"
    assert decide([RULED, answer("chief editor", "not_a_claim", **later)]).status == "not_a_claim"
    assert decide([answer("editor", **{**later, **no_ruling}), *answers("refuted")]).decided_by == "single"


def test_who_annotates_and_adjudicates_has_one_vote_and_one_ruling() -> None:
    said = answer("editor", "refuted")
    assert latest_answers([RULED, said]) == (said, RULED)
    assert votes([RULED, said]) == {"editor": "refuted"}
    [claim] = decided_claims([judged(said, RULED)], parse_amount=parse)
    assert claim.votes == (said,)
    assert claim.ruling == RULED
    assert claim.deciding == (RULED,)
    assert claim.decided_at == RULED.annotated_at


def test_every_answer_is_counted_once_and_those_that_say_nothing_are_named() -> None:
    asked = judged(*answers("refuted", SKIP, EMPTY, UNKNOWN), answer("person0", "mixed", annotation_id=9), RULED)
    again = replace(asked, duplicate_of="c1")
    tally = answer_counts([asked, again])
    assert tally == {
        **{"counted": 1, "skipped": 1, "empty": 1, "invalid": 1, "replaced": 1, "adjudicated": 1},
        "total": 6,
    }
    assert [(a.annotator, a.state) for a in uncounted([asked, again])] == [
        *(("person1", "skipped"), ("person2", "empty"), ("person3", "invalid"))
    ]


def test_what_an_editor_should_know_of_answers_is_counted_once() -> None:
    asked = judged(
        answer("ann", "supported", corrected="5", edited_by="bo"),  # hidden with the field, and kept by the server
        answer("bo", "refuted", corrected="5", annotation_id=2),
        answer("cy", None, corrected="5", annotation_id=3),  # not done yet
        answer("di", "supported", annotation_id=4, carried=True),
    )
    again = replace(asked, duplicate_of="c1")
    assert answer_remarks([asked, again]) == {"edited": 1, "carried": 1, "stale_corrections": 1}


def test_no_annotators_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="annotators is 0"):
        decide([], annotators=0)


codes = st.sampled_from([*(v.code for v in VERDICTS), SKIP, EMPTY, UNKNOWN])
many_said = st.lists(codes, max_size=6)


@given(many_said, st.integers(1, 4), st.randoms())
def test_decision_is_whole_and_ignores_order(said: list[str], annotators: int, random: Any) -> None:
    given_answers = answers(*said)
    decision = decide(given_answers, annotators=annotators)
    settled = decision.status in ("decided", "not_a_claim")
    assert decision.status in STATUSES
    assert (decision.verdict is not None) == (decision.decided_by is not None) == settled
    assert bool(decision.reason) != settled
    assert (decision.status == "not_a_claim") == (decision.verdict == "not_a_claim")
    random.shuffle(given_answers)
    assert decide(given_answers, annotators=annotators) == decision


@given(st.lists(st.tuples(many_said, st.integers(1, 3)), max_size=8))
def test_counts_add_up(cases: list[tuple[list[str], int]]) -> None:
    result = counts(decide(answers(*said), annotators=n) for said, n in cases)
    assert list(result) == [*STATUSES, "total"]
    assert result.pop("total") == sum(result.values()) == len(cases)


def quantity(value: str | None, unit: str | None = None, value_max: str | None = None) -> Quantity:
    top = Decimal(value_max) if value_max else None
    return Quantity(0, 1, "x", "number", Decimal(value) if value is not None else None, top, unit)


def claim(value: str | None = "12", unit: str | None = "%", value_max: str | None = None) -> Claim:
    top = Decimal(value_max) if value_max else None
    amount = Decimal(value) if value is not None else None
    return Claim("c1", 0, 4, "text", "en", 0, 4, value=amount, value_max=top, unit=unit)


def judged(*given_answers: Answer, of: Claim | None = None) -> JudgedClaim:
    return JudgedClaim(
        of or claim(), Document("d1", "text"), "en", "text", (), given_answers, "factcheck", 1, "http://ls/1", "m1"
    )


TYPED = {
    "8 %": quantity("8", "%"),
    "10": quantity("10"),
    "5 kg": quantity("5", "kg"),
    "0 %": quantity("0", "%"),
    "8–9 %": quantity("8", "%", "9"),
    "May 2024": quantity(None),
}


def parse(text: str, lang: str) -> Quantity | None:
    assert lang == "en"
    return TYPED.get(text)


@pytest.mark.parametrize(
    ("verdict", "corrected", "value", "delta"),
    [
        ("refuted", "8 %", "8", "50.00"),
        ("mostly_refuted", "8 %", "8", "50.00"),
        ("mixed", "10", "10", "20.00"),
        ("mostly_supported", "5 kg", "5", None),
        ("refuted", "0 %", "0", None),
        ("refuted", "8–9 %", None, None),
        ("refuted", "May 2024", None, None),
        ("refuted", "no idea", None, None),
        ("refuted", None, None, None),
        ("supported", "8 %", None, None),
        ("unproven", "8 %", None, None),
        ("not_a_claim", "8 %", None, None),
    ],
)
def test_corrected_value(verdict: str, corrected: str | None, value: str | None, delta: str | None) -> None:
    [verified] = decided_claims([judged(answer("ann", verdict, corrected=corrected))], parse_amount=parse)
    assert verified.corrected_value == (Decimal(value) if value else None)
    assert verified.delta_pct == (Decimal(delta) if delta else None)


def test_corrected_value_is_the_latest_deciding_one_that_parses() -> None:
    given_answers = [
        answer("a", "refuted", corrected="8 %", annotated_at="2025-03-01T10:00:00Z"),
        answer("b", "refuted", corrected="10", annotated_at="2025-03-02T10:00:00Z"),
        answer("c", "refuted", corrected="no idea", annotated_at="2025-03-03T10:00:00Z"),
        answer("d", "mostly_refuted", corrected="5 kg", annotated_at="2025-03-04T10:00:00Z"),
    ]
    [verified] = decided_claims([judged(*given_answers)], annotators=4, parse_amount=parse)
    assert verified.decision == Decision("decided", "refuted", "majority")
    assert verified.corrected_value == 10


def test_undecided_claims_stay_in_the_list_without_a_correction() -> None:
    apart = judged(answer("a", "refuted", corrected="8 %"), answer("b", "supported"))
    decided, undecided = decided_claims([judged(answer("a")), apart], parse_amount=parse)
    assert (decided.decision.status, undecided.decision.status) == ("decided", "undecided")
    assert undecided.corrected_value is None


def test_verified_claims_hold_only_the_latest_answers_oldest_first() -> None:
    first, second, third = (answer(who, annotated_at=f"2025-03-0{i}") for i, who in enumerate("aba", 1))
    [verified] = decided_claims([judged(third, second, first)], annotators=2, parse_amount=parse)
    assert verified.judged.answers == latest_answers([first, second, third]) == (second, third)


@pytest.mark.parametrize(
    ("of", "corrected", "delta"),
    [
        (claim("8"), quantity("12", "%"), "-33.33"),
        (claim("-8"), quantity("-4", "%"), "-100.00"),
        (claim("1.00005", None), quantity("1"), "0.01"),  # a half rounds away from 0
        (claim("5"), quantity("5", "%"), "0.00"),
        (claim("5", None), quantity("4", "%"), None),
        (claim("5", value_max="6"), quantity("4", "%"), None),
        (claim("5"), quantity("4", "%", "6"), None),
        (claim(None), quantity("4", "%"), None),
        (claim("1E+40"), quantity("1E-40", "%"), None),
    ],
)
def test_delta_pct(of: Claim, corrected: Quantity, delta: str | None) -> None:
    assert delta_pct(of, corrected) == (Decimal(delta) if delta else None)
