from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from toolkit.model import Answer, Claim, Decision, Document, Evidence, JudgedClaim, VerifiedClaim
from toolkit.verdicts.history import by_claim, changes, corrections


def claim(
    decision: Decision, *people: str, urls: tuple[str, ...] = (), value: Decimal | None = None, **answer: Any
) -> VerifiedClaim:
    given = tuple(
        Answer("c1", "d1", who, "2025-03-01T10:00:00Z", 1, n, verdict=decision.verdict, **answer)
        for n, who in enumerate(people)
    )
    if given:
        given = (replace(given[0], evidence=tuple(Evidence(url) for url in urls)), *given[1:])
    words = Claim("c1", 0, 3, "6亿次", "zh", 0, 3)
    judged = JudgedClaim(words, Document("d1", "6亿次"), "zh", "6亿次", (), given, "p", 1, "", "m")
    return VerifiedClaim(judged, decision, corrected_value=value)


OPEN = claim(Decision("undecided", reason="2 annotators differ"))
FALSE = claim(Decision("decided", "refuted", "single"), "ann")
BOTH = claim(Decision("decided", "refuted", "unanimous"), "ann", "bo")
CITED = claim(Decision("decided", "refuted", "single"), "ann", urls=("https://a.example",))
VALUE = claim(Decision("decided", "refuted", "single"), "ann", value=Decimal("5E+8"))
TRUE = claim(Decision("decided", "supported", "adjudicator"), "cy", adjudication=True)
NONE = claim(Decision("not_a_claim", "not_a_claim", "single"), "ann")


@pytest.mark.parametrize(
    ("states", "kinds"),
    [
        ([OPEN, OPEN], []),
        ([FALSE], ["decided"]),
        ([FALSE, FALSE], ["decided"]),
        ([FALSE, BOTH], ["decided", "confirmed"]),
        ([FALSE, CITED], ["decided", "confirmed"]),
        ([FALSE, VALUE], ["decided", "corrected"]),
        ([FALSE, TRUE, TRUE], ["decided", "corrected"]),
        ([FALSE, NONE], ["decided", "corrected"]),
        ([FALSE, OPEN, OPEN], ["decided", "withdrawn"]),
        ([FALSE, OPEN, FALSE], ["decided", "withdrawn", "decided"]),
    ],
)
def test_a_history_grows_by_what_changed(states: list[VerifiedClaim], kinds: list[str]) -> None:
    history = []
    for day, state in enumerate(states, 1):
        history += changes([state], by_claim(history), now=f"2025-03-{day:02}T00:00:00+00:00")
    assert [change.kind for change in history] == kinds


def test_an_entry_says_who_decided_what_and_on_which_evidence() -> None:
    [first] = changes([CITED], {}, now="2025-03-02T00:00:00+00:00", note="not for a first decision")
    assert (first.verdict, first.before, first.people, first.evidence_urls, first.note) == (
        *("refuted", None, ("ann",), ("https://a.example",)),
        None,
    )
    [second] = changes([TRUE], {"c1": [first]}, now="2025-03-03T00:00:00+00:00", note="A newer figure was found.")
    assert (second.verdict, second.before, second.decided_by, second.people) == (
        *("supported", "refuted", "adjudicator"),
        ("cy",),
    )
    assert second.note == "A newer figure was found."
    [third] = changes([OPEN], {"c1": [first, second]}, now="2025-03-04T00:00:00+00:00")
    assert (third.verdict, third.before, third.note) == (None, "supported", "2 annotators differ")
    assert corrections([first, second, third]) == [second, third]


def test_a_claim_that_is_not_given_keeps_its_entries() -> None:
    past = {"other": changes([FALSE], {}, now="2025-03-02T00:00:00+00:00")}
    assert [change.kind for change in changes([FALSE], past, now="2025-03-03T00:00:00+00:00")] == ["decided"]
