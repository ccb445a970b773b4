"""Verified claims → schema.org ClaimReview as JSON-LD, for search engines and fact-check aggregators.

Only http and https addresses go out, and no `<`, so that the file may stand inside a page's script element.
`claimReviewed` is the short sentence that stands alone, since search engines wrap more than 75 characters; the words
of the source stand in `itemReviewed.text`, and who says them in `itemReviewed.author`. What search engines require and
recommend is `REQUIRED` and `RECOMMENDED`; `lacking` counts what a file has not.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from toolkit.exports.table import in_order
from toolkit.exports.web import web_address
from toolkit.model import NOT_A_CLAIM, Claim, Document, Scale, VerdictCode, VerifiedClaim
from toolkit.store import atomic_write

AUTHOR = "factcheck-toolkit"
"""Who signs the reviews where no organisation is named."""
SHORT = 75
"""Characters that search engines show of a claim without wrapping it."""
UNREVIEWED = frozenset({"not_checkable", NOT_A_CLAIM})
"""Codes for claims that no one can review."""

# By Google's "Fact check (ClaimReview) structured data", as it stood in 2026.
REQUIRED = ("claimReviewed", "reviewRating", "reviewRating.alternateName", "url")
"""What every review must have to be shown."""
RECOMMENDED = (
    *("author.name", "author.url", "datePublished"),
    *("itemReviewed.appearance", "itemReviewed.author", "itemReviewed.datePublished"),
    *("reviewRating.ratingValue", "reviewRating.bestRating", "reviewRating.worstRating"),
)
"""What search engines ask for beside it; a verdict off the scale has no number on purpose."""

Node = dict[str, Any]


@dataclass(frozen=True, slots=True)
class House:
    """Who signs the reviews, and `page`, the address at which readers find them.

    A review's own address is the page with `#claim-` and the claim_id, as the report has it, or, where the page holds
    `{claim_id}`, the page with the claim_id in its place.
    """

    name: str = AUTHOR
    url: str | None = None
    page: str | None = None

    def address_of(self, claim_id: str) -> str | None:
        """Where readers find the review of this claim; None where the house names no page."""
        if not self.page:
            return None
        if "{claim_id}" in self.page:
            return web_address(self.page.replace("{claim_id}", claim_id))
        return web_address(f"{self.page}#claim-{claim_id}")


NO_HOUSE = House()


def claim_reviews(claims: Sequence[VerifiedClaim], house: House = NO_HOUSE) -> list[Node]:
    """One ClaimReview a decided claim that can be true or false, by document and place.

    A verdict off the scale (not enough evidence) has a rating in words and no number. Absent facts give no key.
    """
    return [
        _review(claim, claim.verdict, house)
        for claim in in_order(claims)
        if claim.decision.status == "decided" and claim.verdict and claim.verdict.code not in UNREVIEWED
    ]


def lacking(reviews: Iterable[Mapping[str, Any]]) -> dict[str, int]:
    """How many reviews lack each property that is required or recommended; those that none lacks are left out."""
    missing = Counter(name for review in reviews for name in (*REQUIRED, *RECOMMENDED) if _at(review, name) is None)
    return {name: missing[name] for name in (*REQUIRED, *RECOMMENDED) if missing[name]}


def as_script(reviews: Sequence[Mapping[str, Any]]) -> str:
    """The reviews as one JSON-LD text that may stand inside a page's script element."""
    text = json.dumps({"@context": "https://schema.org", "@graph": list(reviews)}, ensure_ascii=False, indent=2)
    # `<` occurs in JSON strings only, where the escape means the same.
    return text.replace("<", "\\u003c")


def write_claimreview(path: str | Path, reviews: Sequence[Mapping[str, Any]]) -> None:
    """Write one JSON-LD file with all reviews, replacing it at once. UsageError where it cannot be written."""
    atomic_write(path, f"{as_script(reviews)}\n".encode("utf-8", "replace"))


def _at(node: Mapping[str, Any], name: str) -> Any:
    """The property at a path like `reviewRating.ratingValue`, None where there is none."""
    found: Any = node
    for part in name.split("."):
        found = found.get(part) if isinstance(found, Mapping) else None
    return found


def _review(claim: VerifiedClaim, verdict: VerdictCode, house: House) -> Node:
    judged, deciding = claim.judged, claim.deciding
    sources = dict.fromkeys(web_address(item.url) for answer in deciding for item in answer.evidence)
    return _node(
        "ClaimReview",
        identifier=judged.claim.claim_id,
        url=house.address_of(judged.claim.claim_id),
        inLanguage=judged.claim.lang,
        datePublished=_date(deciding[-1].annotated_at) if deciding else None,
        author=_node("Organization", name=house.name, url=web_address(house.url)),
        claimReviewed=_reviewed(judged.claim),
        itemReviewed=_item(judged.claim, judged.document),
        reviewRating=_rating(verdict, claim.scale, judged.claim.lang),
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


def _rating(verdict: VerdictCode, scale: Scale, lang: str) -> Node:
    """In words of the claim's language, and as a number where the verdict is on the scale."""
    worst, best = scale.steps[0].step, scale.steps[-1].step
    rated = {} if verdict.step is None else {"ratingValue": verdict.step, "bestRating": best, "worstRating": worst}
    return _node("Rating", **rated, alternateName=verdict.zh if lang == "zh" else verdict.en)


def _node(kind: str, **properties: Any) -> Node:
    """A JSON-LD object without its empty properties."""
    return {"@type": kind, **{name: value for name, value in properties.items() if value not in (None, "", [])}}


def _date(moment: str) -> str | None:
    try:
        return datetime.fromisoformat(moment).date().isoformat()
    except ValueError:
        return None
