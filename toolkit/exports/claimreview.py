"""Verified claims → schema.org ClaimReview as JSON-LD, for search engines and fact-check aggregators.

Only http and https addresses go out, and no `<`, so that the file may stand inside a page's script element.
`claimReviewed` is the short sentence that stands alone, since search engines wrap more than 75 characters; the words
of the source stand in `itemReviewed.text`, and who says them in `itemReviewed.author`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from toolkit.exports.table import in_order
from toolkit.model import NOT_A_CLAIM, Claim, Document, Scale, VerdictCode, VerifiedClaim
from toolkit.store import atomic_write

AUTHOR = "factcheck-toolkit"
"""Who signs the reviews where no organisation is named."""
SHORT = 75
"""Characters that search engines show of a claim without wrapping it."""
UNREVIEWED = frozenset({"not_checkable", NOT_A_CLAIM})
"""Codes for claims that no one can review."""

Node = dict[str, Any]


def claim_reviews(
    claims: Sequence[VerifiedClaim], *, author: str = AUTHOR, author_url: str | None = None
) -> list[Node]:
    """One ClaimReview a decided claim that can be true or false, by document and place.

    A verdict off the scale (not enough evidence) has a rating in words and no number. Absent facts give no key.
    """
    organisation = _node("Organization", name=author, url=web_address(author_url))
    return [
        _review(claim, claim.verdict, organisation)
        for claim in in_order(claims)
        if claim.decision.status == "decided" and claim.verdict and claim.verdict.code not in UNREVIEWED
    ]


def write_claimreview(
    path: str | Path, claims: Sequence[VerifiedClaim], *, author: str = AUTHOR, author_url: str | None = None
) -> int:
    """Write one JSON-LD file with all reviews, replacing it at once; the number of reviews.

    Raises UsageError where the file cannot be written.
    """
    graph = claim_reviews(claims, author=author, author_url=author_url)
    text = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, indent=2)
    # `<` occurs in JSON strings only, where the escape means the same.
    atomic_write(path, (text.replace("<", "\\u003c") + "\n").encode("utf-8", "replace"))
    return len(graph)


def web_address(url: str | None) -> str | None:
    """The address without white space around it, if it is http or https with a host; else None."""
    address = (url or "").strip()
    if any(not character.isprintable() or character.isspace() for character in address):
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and parts.hostname else None


def _review(claim: VerifiedClaim, verdict: VerdictCode, organisation: Node) -> Node:
    judged, deciding = claim.judged, claim.deciding
    sources = dict.fromkeys(web_address(item.url) for answer in deciding for item in answer.evidence)
    return _node(
        "ClaimReview",
        identifier=judged.claim.claim_id,
        datePublished=_date(deciding[-1].annotated_at) if deciding else None,
        author=organisation,
        claimReviewed=_reviewed(judged.claim),
        itemReviewed=_item(judged.claim, judged.document),
        reviewRating=_rating(verdict, claim.scale),
        reviewBody=claim.rationale,
        citation=[address for address in sources if address],
    )


def _reviewed(claim: Claim) -> str:
    """The claim in short where that is whole, else the quotation."""
    short = claim.normalized or ""
    return short if short and len(short) <= SHORT and not short.endswith("…") else claim.text


def _item(claim: Claim, document: Document) -> Node:
    address = web_address(document.url)
    publisher = _node("Organization", name=document.publisher) if document.publisher else None
    source = publisher if claim.speaker else None  # else it is the author
    appearance = _node("CreativeWork", url=address, headline=document.title, publisher=source)
    return _node(
        "Claim",
        text=claim.text if _reviewed(claim) != claim.text else None,
        appearance=appearance if address else None,
        # Search engines take a person or an organisation, and the text does not always say which of them speaks.
        author=_node("Organization", name=claim.speaker) if claim.speaker else publisher,
        datePublished=document.published,
    )


def _rating(verdict: VerdictCode, scale: Scale) -> Node:
    worst, best = scale.steps[0].step, scale.steps[-1].step
    rated = {} if verdict.step is None else {"ratingValue": verdict.step, "bestRating": best, "worstRating": worst}
    return _node("Rating", **rated, alternateName=[verdict.en, verdict.zh])


def _node(kind: str, **properties: Any) -> Node:
    """A JSON-LD object without its empty properties."""
    return {"@type": kind, **{name: value for name, value in properties.items() if value not in (None, "", [])}}


def _date(moment: str) -> str | None:
    try:
        return datetime.fromisoformat(moment).date().isoformat()
    except ValueError:
        return None
