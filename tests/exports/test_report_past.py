"""What became of verdicts: in the card, and among the corrections."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace
from typing import Any

import pytest

from toolkit.exports.report.clean import field, field_without
from toolkit.exports.report.looks import looks_of
from toolkit.exports.report.page import Step
from toolkit.exports.report.past import Past
from toolkit.model import VERDICTS, Change

LOOKS = looks_of(VERDICTS)
FIRST = Change(
    "c1", "d1", "p", "下载量突破6亿次", "2025-12-10T09:00:00Z", "decided", "supported",
    people=("mei@desk.example",), decided_at="2025-12-09T09:00:00Z",
)  # fmt: skip
AGAIN = replace(FIRST, changed_at="2025-12-11T09:00:00Z", kind="confirmed", before="supported", decided_at="2025-12-11")
FALSE = replace(
    FIRST, changed_at="2025-12-12T09:00:00Z", kind="corrected", before="supported", verdict="refuted",
    corrected_value="512000000", note="mei@desk.example found the archive.",
)  # fmt: skip
GONE = replace(FIRST, changed_at="2025-12-13T09:00:00Z", kind="withdrawn", before="refuted", verdict=None, note=None)


def told(step: Step) -> tuple[str, str, str | None, str | None, str, str]:
    before, after = (look.en if look else None for look in (step.before, step.after))
    return step.kind[0], step.day, before, after, step.corrected, step.note


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (FIRST, ("Decided", "2025-12-09", None, "True", "", "")),
        (AGAIN, ("Confirmed", "2025-12-11", None, "True", "", "")),
        (FALSE, ("Corrected", "2025-12-12", "True", "False", "512,000,000", "[annotator] found the archive.")),
        (GONE, ("Withdrawn", "2025-12-13", "False", None, "", "")),
        (replace(FIRST, decided_at=None), ("Decided", "2025-12-10", None, "True", "", "")),
        (replace(FALSE, corrected_value="many", note=None), ("Corrected", "2025-12-12", "True", "False", "many", "")),
        (replace(GONE, kind="<b>"), ("<b>", "2025-12-09", None, None, "", "")),
    ],
)  # fmt: skip
def test_a_change_is_told_by_its_day_and_what_stood_before(change: Change, expected: tuple[object, ...]) -> None:
    past = Past([change], LOOKS, field_without(["mei@desk.example"], "[annotator]"))
    assert [told(step) for step in past.steps()["c1"]] == [expected]


def test_corrections_are_the_changes_that_readers_have_to_hear_of_the_latest_first() -> None:
    past = Past([FIRST, AGAIN, FALSE, GONE], LOOKS, field)
    assert [one.step.kind[0] for one in past.corrections({})] == ["Withdrawn", "Corrected"]
    assert [one.card for one in past.corrections({})] == [None, None]
    assert past.begins() == "2025-12-10"
    assert (Past([], LOOKS, field).begins(), Past(None, LOOKS, field).begins()) == ("", None)


def test_the_page_tells_a_correction_in_the_card_and_in_its_own_section(judged: Any) -> None:
    root = ET.fromstring(judged.html("en"))
    (correction,) = root.findall(".//table[@class='corrections']/tbody/tr")
    assert "Half true → False" in "".join(correction.itertext())
    link = correction.find(".//a")
    assert link is not None
    (card,) = [card for card in root.iter("article") if f"#{card.get('id')}" == link.get("href")]
    words = " ".join("".join(card.itertext()).split())
    assert "2025-12-09 Decided: Half true" in words
    assert "2025-12-12 Corrected: Half true → False" in words
    others = [other for other in root.iter("article") if other is not card and other.get("id", "").startswith("claim-")]
    assert not any(dt.text == "History" for other in others for dt in other.iter("dt"))


@pytest.mark.parametrize(
    ("history", "expected"),
    [
        (None, "No earlier verdicts were at hand"),
        ((), "No earlier verdicts were at hand"),
        ((FIRST,), "Nothing has been corrected or withdrawn since 2025-12-10."),
        ((FIRST, GONE), "No longer in this report"),
    ],
)
def test_without_corrections_the_page_says_since_when(judged: Any, history: Any, expected: str) -> None:
    assert expected in replace(judged, history=history).html("en")
