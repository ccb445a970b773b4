from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from toolkit.errors import UsageError
from toolkit.labelstudio import adjudication, codec, interface, layouts, sync
from toolkit.labelstudio.records import Project
from toolkit.model import SCALES, Answer, Claim, Decision, Document, Evidence, JudgedClaim, VerifiedClaim

TEXT = "Sales rose 5 percent. Exports fell 7 percent."
CLAIM = Claim("c1", 0, 20, TEXT[:20], "en", 0, 21, worth=0.5)
WHEN = "2025-03-01T10:00:00Z"


def answer(who: str, verdict: str = "refuted", **said: object) -> Answer:
    return Answer("c1", "d1", who, WHEN, 1, 1, verdict=verdict, **said)  # type: ignore[arg-type]


def claim(*answers: Answer) -> VerifiedClaim:
    judged = JudgedClaim(CLAIM, Document("d1", TEXT), "en", TEXT[:21], (), answers, "p", 1, "", "m")
    return VerifiedClaim(judged, Decision("undecided", reason="2 annotators differ"))


def test_a_task_comes_back_as_a_ruling_on_its_claim() -> None:
    task = adjudication.to_task(claim(answer("ann@x.org"), answer("bo@x.org", "supported")), 0.25)
    base = {"to_name": "text", "id": "r1"}
    done = {
        "id": 7,
        "data": task.data,
        "annotations": [
            {
                **{"id": 9, "completed_by": 3, "updated_at": WHEN, "was_cancelled": False},
                "result": [
                    {**base, "from_name": "verdict", "type": "choices", "value": {"choices": ["mixed"]}},
                    {**base, "from_name": "rationale", "type": "textarea", "value": {"text": ["Both are right."]}},
                ],
            }
        ],
    }
    ruled = codec.from_tasks(
        [done], people={3: "cy@x.org"}, project="p adjudication", task_url="{task}", read_claim=lambda *_: CLAIM
    )
    asked = claim(answer("ann@x.org"), answer("bo@x.org", "supported")).judged
    other = replace(asked, claim=replace(CLAIM, claim_id="c2"), duplicate_of="c1")
    none = replace(asked, claim=replace(CLAIM, claim_id="c3"))
    found = adjudication.with_rulings([asked, other, none], ruled)
    assert [[(a.claim_id, a.annotator, a.verdict) for a in c.answers if a.adjudication] for c in found] == [
        [("c1", "cy@x.org", "mixed")],
        [("c2", "cy@x.org", "mixed")],
        [],
    ]
    assert found[0].answers[-1].rationale == "Both are right."
    assert found[0].project == "p"


def test_answers_are_shown_without_names_and_harmless() -> None:
    hostile = '<img src=x onerror="alert(1)">'
    html = adjudication.answers_html(
        [
            answer("ann@x.org", rationale=hostile, corrected=hostile, confidence=4, flags=("outdated", "<b>")),
            answer(
                *("bo@x.org", "supported"),
                rationale="As ann@x.org says",
                evidence=(
                    Evidence('https://a.example/"><script>', hostile, "2025-01-02", "refutes"),
                    Evidence("javascript:alert(1)", "said"),
                ),
            ),
        ],
        "c1",
        SCALES["default"],
    )
    assert "@x.org" not in html
    assert "<img" not in html
    assert "<script" not in html
    assert "javascript:" not in html
    assert html.count("<a ") == 1
    assert all(words in html for words in ("False / 不实", "True / 属实", "Outdated / 已过时", "4/5", "2025-01-02"))


def test_letters_do_not_follow_people_from_claim_to_claim() -> None:
    both = [answer("ann@x.org"), answer("bo@x.org", "supported")]
    first = {adjudication.answers_html(both, f"c{n}", SCALES["default"])[:40] for n in range(20)}
    assert len(first) == 2
    shown = adjudication.answers_html(both, "c1", SCALES["default"])
    assert shown == adjudication.answers_html(both[::-1], "c1", SCALES["default"])


def test_somebody_elses_project_of_the_name_holds_no_rulings(server: Any) -> None:
    scale = SCALES["default"]
    taken = Project(1, adjudication.title_of("p"), layouts.draw_adjudication(scale), description="Notes of our own")
    server.project = taken
    with pytest.raises(UsageError, match="'p adjudication' is there and holds no rulings on 'p'"):
        sync.adjudicate(server, [], [], title="p", scale=scale)
    assert not adjudication.is_ours(taken, "p")
    assert adjudication.is_ours(replace(taken, description=f"{adjudication.mark('p')}\nOurs."), "p")
    assert not adjudication.is_ours(replace(taken, description=adjudication.mark("p")), "q")


@pytest.mark.parametrize("title", ["factcheck", "x" * 50, "选" * 50])
def test_the_name_fits(title: str) -> None:
    named = adjudication.title_of(title)
    assert len(named) <= 50
    assert named.endswith(" adjudication")
    assert adjudication.title_of("x" * 49 + "y") != adjudication.title_of("x" * 50)


@pytest.mark.parametrize("scale", SCALES.values(), ids=lambda scale: scale.name)
def test_the_page_asks_for_what_the_codec_reads(scale: object) -> None:
    xml = layouts.draw_adjudication(scale)  # type: ignore[arg-type]
    assert interface.config_problems(xml) == []
    assert interface.layout_of(xml) == "claim"
    assert layouts.lint(xml, scale) == []  # type: ignore[arg-type]
