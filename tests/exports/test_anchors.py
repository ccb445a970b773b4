from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from toolkit.exports.anchors import AROUND, web_annotations, write_anchors
from toolkit.model import Answer, Claim, Decision, Document, Evidence, JudgedClaim, VerifiedClaim

TEXT = "😀据称，下载量突破6亿次。𠮷"


def decided(text: str, start: int, end: int, **document: Any) -> VerifiedClaim:
    claim = Claim("c1", start, end, text[start:end], "zh", 0, len(text))
    evidence = (Evidence("https://stat.example/1"), Evidence("javascript:alert(1)", "words"))
    answer = Answer("c1", "d1", "ann", "2025-03-01T10:00:00Z", 1, 1, "refuted", evidence=evidence, rationale="<b>")
    judged = JudgedClaim(
        claim, Document("d1", text, **document), "zh", text, (), (answer,), "factcheck", 1, "http://ls/1", "m1"
    )
    return VerifiedClaim(judged, Decision("decided", "refuted", "single"))


def test_one_annotation() -> None:
    [made] = web_annotations([decided(TEXT, 4, 12, url="https://example.org/a")])
    assert made == {
        "id": made["id"],
        "type": "Annotation",
        "motivation": "assessing",
        "created": "2025-03-01T10:00:00Z",
        "body": [
            {"type": "TextualBody", "purpose": "tagging", "value": "refuted", "format": "text/plain"},
            {"type": "TextualBody", "purpose": "assessing", "value": "False", "format": "text/plain", "language": "en"},
            {"type": "TextualBody", "purpose": "assessing", "value": "不实", "format": "text/plain", "language": "zh"},
            {"type": "TextualBody", "purpose": "describing", "value": "<b>", "format": "text/plain"},
            {"type": "SpecificResource", "purpose": "linking", "source": "https://stat.example/1"},
        ],
        "target": {
            "source": "https://example.org/a",
            "selector": [
                {"type": "TextQuoteSelector", "exact": "下载量突破6亿次", "prefix": "😀据称，", "suffix": "。𠮷"},
                {"type": "TextPositionSelector", "start": 4, "end": 12},
            ],
        },
    }
    assert made["id"].startswith("urn:uuid:")


@given(st.text(min_size=1, max_size=200), st.data())
def test_both_selectors_find_the_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    [made] = web_annotations([decided(text, start, end)])
    quote, place = made["target"]["selector"]
    assert text[place["start"] : place["end"]] == quote["exact"] == text[start:end]
    around = quote["prefix"] + quote["exact"] + quote["suffix"]
    assert text.startswith(around, max(start - AROUND, 0))


def test_the_file_is_one_page_with_stable_names(tmp_path: Path) -> None:
    claims = [decided(TEXT, 4, 12), replace(decided(TEXT, 0, 2), decision=Decision("waiting"))]
    path = tmp_path / "anchors.jsonld"
    assert write_anchors(path, claims) == 1
    page = json.loads(path.read_text("utf-8"))
    assert (page["@context"], page["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
    assert len(page["items"]) == 1
    assert page["items"][0]["target"]["source"].startswith("urn:uuid:")
    first = path.read_bytes()
    write_anchors(path, claims)
    assert path.read_bytes() == first
