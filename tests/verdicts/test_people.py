from __future__ import annotations

from typing import Any

from tests.verdicts.test_marks import marking
from toolkit.model import Answer, Claim, Decision, Document, Evidence, JudgedClaim, VerifiedClaim
from toolkit.verdicts.people import Annotator, annotators

SOURCE = (Evidence("https://stat.example/1"),)


def answer(who: str, verdict: str | None, annotation: int, seconds: float | None = None, **changes: Any) -> Answer:
    facts: dict[str, Any] = {"lead_time": seconds, "evidence": SOURCE} | changes
    return Answer("", "d1", who, "2025-03-01T10:00:00Z", 1, annotation, verdict, **facts)


def claim(*answers: Answer, decision: Decision, **changes: Any) -> VerifiedClaim:
    one = Claim("c1", 0, 1, "x", "en", 0, 1)
    facts: dict[str, Any] = {"project": "p", "task_id": 1, "task_url": "", "model_version": "m1"} | changes
    return VerifiedClaim(JudgedClaim(one, Document("d1", "x"), "en", "x", (), answers, **facts), decision)


def test_what_each_did() -> None:
    claims = [
        claim(
            *(answer("ann", "supported", 1, 60), answer("bo", "supported", 2, 30)),
            decision=Decision("decided", "supported", "unanimous"),
        ),
        claim(
            *(answer("ann", "refuted", 1, 60, evidence=()), answer("bo", "supported", 2, 30)),
            answer("judge", "supported", 9, adjudication=True),
            decision=Decision("decided", "supported", "adjudicator"),
        ),
        claim(answer("ann", "refuted", 3, 8), decision=Decision("decided", "refuted", "single")),  # nobody to compare
        claim(answer("ann", "refuted", 1, 60), answer("bo", "mixed", 2, 30), decision=Decision("undecided")),
        claim(answer("cy", None, 4), answer("bo", None, 5, skipped=True), decision=Decision("waiting")),
        claim(
            answer("ann", "supported", 1, 60), decision=Decision("decided", "supported", "cluster"), duplicate_of="c0"
        ),
    ]
    marked = [marking("a:0-5 x:7-8", "a:0-4 b:5-6"), marking("a:0-1", None, who="bo"), marking("", "a:0-1", who="dee")]
    ann, bo, cy, dee = annotators(claims, marked)
    assert ann == Annotator(
        "ann", counted=4, compared=2, agreed=1, seconds=14.0, moved=1, dismissed=1, added=1, without_evidence=1
    )
    assert bo == Annotator("bo", counted=3, skipped=1, compared=2, agreed=2, seconds=10.0)
    assert (bo.agreement, cy.agreement) == (1.0, None)
    assert cy == Annotator("cy", unusable=1)
    assert dee == Annotator("dee", dismissed=1)
