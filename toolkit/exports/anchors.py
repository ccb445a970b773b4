"""Decided claims → W3C Web Annotations: where each stands in its text, by its words and by its place.

The words with what is around them find the claim in a page that has other text as well; the place counts Unicode code
points of the text that was annotated. https://www.w3.org/TR/annotation-model/
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from toolkit.exports.table import in_order
from toolkit.exports.web import web_address
from toolkit.model import Document, VerifiedClaim
from toolkit.store import atomic_write

AROUND = 32
"""Characters before and after the words that are given with them."""

Node = dict[str, Any]


def web_annotations(claims: Iterable[VerifiedClaim]) -> list[Node]:
    """One Annotation a decided claim, by document and place: its verdict, reasons and evidence on its words."""
    return [_annotation(claim) for claim in in_order(claims) if claim.decision.status == "decided"]


def write_anchors(path: str | Path, claims: Iterable[VerifiedClaim]) -> int:
    """Write an AnnotationPage as JSON-LD, replacing the file at once; the number of annotations.

    Raises UsageError where the file cannot be written.
    """
    items = web_annotations(claims)
    page = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": _urn("page", *(item["id"] for item in items)),
        "type": "AnnotationPage",
        "items": items,
    }
    atomic_write(path, (json.dumps(page, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace"))
    return len(items)


def _annotation(claim: VerifiedClaim) -> Node:
    facts, document = claim.judged.claim, claim.judged.document
    verdict = claim.verdict
    bodies = [_text("tagging", claim.decision.verdict or "")]
    if verdict:
        bodies += [_text("assessing", verdict.en, "en"), _text("assessing", verdict.zh, "zh")]
    if claim.rationale:
        bodies.append(_text("describing", claim.rationale))
    bodies += [
        {"type": "SpecificResource", "purpose": "linking", "source": address}
        for url in claim.evidence_urls
        if (address := web_address(url))
    ]
    return {
        "id": _urn("claim", facts.claim_id),
        "type": "Annotation",
        "motivation": "assessing",
        **({"created": claim.decided_at} if claim.decided_at else {}),
        "body": bodies,
        "target": {"source": _source(document), "selector": _selectors(document.text, facts.start, facts.end)},
    }


def _selectors(text: str, start: int, end: int) -> list[Node]:
    """Both say the same place: who cannot count as we do finds the words."""
    return [
        {
            "type": "TextQuoteSelector",
            "exact": text[start:end],
            "prefix": text[max(start - AROUND, 0) : start],
            "suffix": text[end : end + AROUND],
        },
        {"type": "TextPositionSelector", "start": start, "end": end},
    ]


def _source(document: Document) -> str:
    return web_address(document.url) or _urn("document", document.doc_id)


def _text(purpose: str, value: str, language: str | None = None) -> Node:
    said = {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}
    return {**said, "language": language} if language else said


def _urn(*parts: str) -> str:
    """The same parts give the same name, everywhere."""
    return uuid.uuid5(uuid.NAMESPACE_URL, "factcheck-toolkit:" + ":".join(parts)).urn
