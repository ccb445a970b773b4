"""What an editor should look at before decided claims are published: found by rules, each with its name. No network."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from operator import ge, gt, le, lt
from typing import Any
from urllib.parse import urlsplit

from toolkit.model import Evidence, VerifiedClaim

OLD = timedelta(days=365)
"""Evidence older than this, counted from the document, says little of a claim that names no time."""
_BOUNDS: dict[str, Callable[[Any, Any], bool]] = {">": gt, ">=": ge, "<": lt, "<=": le}
_STANCE = {"支持": "supports", "反驳": "refutes", "中立": "neutral"}
_DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at: the rule that found it, and what it says."""

    claim_id: str
    doc_id: str
    task_url: str
    rule: str
    says: str


def check(claims: Iterable[VerifiedClaim]) -> list[Finding]:
    """What is wrong with decided claims, in the order given; claims without a verdict to publish are passed by."""
    return [
        Finding(claim.judged.claim.claim_id, claim.judged.document.doc_id, claim.judged.task_url, rule, says)
        for claim in claims
        if claim.decision.status == "decided"
        for rule, find in RULES.items()
        for says in find(claim)
    ]


def addresses(claims: Iterable[VerifiedClaim]) -> list[str]:
    """The well-formed addresses of decided claims' evidence and sources, each once."""
    cited = (url for claim in claims if claim.decision.status == "decided" for url in _cited(claim))
    return [url for url in dict.fromkeys(cited) if not malformed(url)]


def dead_addresses(claims: Iterable[VerifiedClaim], dead: Mapping[str, str]) -> list[Finding]:
    """Findings for addresses of which somebody found out that nobody can open them; `dead` says why."""
    return [
        Finding(
            *(claim.judged.claim.claim_id, claim.judged.document.doc_id, claim.judged.task_url),
            *("address_dead", f"{url[:80]!r} cannot be opened: {dead[url]}"),
        )
        for claim in claims
        if claim.decision.status == "decided"
        for url in _cited(claim)
        if url in dead
    ]


def malformed(url: str) -> bool:
    """Whether an address cannot be one that a reader opens: no http or https, no host, white space in it."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return True
    broken = any(not character.isprintable() or character.isspace() for character in url)
    return broken or parts.scheme not in ("http", "https") or "." not in host.strip(".")


def _without_evidence(claim: VerifiedClaim) -> Iterator[str]:
    if claim.decision.verdict in claim.scale.needs_evidence and not _evidence(claim):
        yield f"{claim.decision.verdict} without evidence"


def _wrong_time(claim: VerifiedClaim) -> Iterator[str]:
    decided = _days(claim.decided_at)
    for item in _evidence(claim):
        found = _days(item.date)
        if item.date and not found:
            yield f"the evidence's date {item.date!r} is none"
        elif found and decided and found[0] > decided[1] + timedelta(days=1):  # a day, for time zones
            yield f"evidence of {item.date}, after the decision of {(claim.decided_at or '')[:10]}"
        elif found and (before := _too_old(claim, found[1])):
            yield f"evidence of {item.date}, before {before}"


def _too_old(claim: VerifiedClaim, day: date) -> str | None:
    """The time that evidence of this day says nothing about, if there is one."""
    facts, published = claim.judged.claim, _days(claim.judged.document.published)
    if period := _days(facts.period):
        return f"the time that the claim speaks of ({facts.period})" if day < period[0] else None
    old = published and day < published[0] - OLD
    return f"the document by more than a year ({claim.judged.document.published})" if old else None


def _wrong_address(claim: VerifiedClaim) -> Iterator[str]:
    for url in _cited(claim):
        if malformed(url):
            yield f"{url[:80]!r} is no address that a reader can open"


def _not_corrected(claim: VerifiedClaim) -> Iterator[str]:
    facts = claim.judged.claim
    if claim.corrected_value is not None and facts.value_max is None and claim.corrected_value == facts.value:
        yield f"the corrected value is the claimed one ({facts.value})"


def _upside_down(claim: VerifiedClaim) -> Iterator[str]:
    """A verdict that its own evidence or corrected value contradicts."""
    steps, verdict, facts = claim.scale.steps, claim.verdict, claim.judged.claim
    if verdict is None or verdict.step is None or len(steps) < 2:
        return
    stances = {_STANCE.get(item.stance, item.stance) for item in _evidence(claim) if item.stance}
    top, bottom = verdict == steps[-1], verdict == steps[0]
    if top and stances == {"refutes"}:
        yield f"{verdict.code}, but all its evidence refutes"
    if bottom and stances == {"supports"}:
        yield f"{verdict.code}, but all its evidence supports"
    claimed, corrected, bound = facts.value, claim.corrected_value, _BOUNDS.get(facts.comparator or "")
    if bottom and bound and claimed is not None and corrected not in (None, claimed) and bound(corrected, claimed):
        yield f"{verdict.code}, but {corrected} is {facts.comparator} {claimed}, as claimed"
    if top and any(answer.corrected for answer in claim.deciding):
        yield f"{verdict.code}, but somebody typed a corrected value"


def _lost(claim: VerifiedClaim) -> Iterator[str]:
    facts, text = claim.judged.claim, claim.judged.document.text
    if claim.judged.superseded:
        yield "the source has changed and no longer holds the claim"
    elif text[facts.start : facts.end] != facts.text:
        yield "the document does not hold the claim's words at its place"


RULES: dict[str, Callable[[VerifiedClaim], Iterator[str]]] = {
    "evidence_missing": _without_evidence,
    "evidence_time": _wrong_time,
    "address": _wrong_address,
    "correction_equal": _not_corrected,
    "upside_down": _upside_down,
    "span_lost": _lost,
}


def _cited(claim: VerifiedClaim) -> list[str]:
    """The addresses of its evidence, and of its document."""
    source = claim.judged.document.url
    return list(dict.fromkeys([*claim.evidence_urls, *([source] if source else [])]))


def _evidence(claim: VerifiedClaim) -> list[Evidence]:
    return [item for answer in claim.deciding for item in answer.evidence]


def _days(text: str | None) -> tuple[date, date] | None:
    """First and last day of a date, month or year, as ISO 8601 writes it at the beginning of a text."""
    found = _DAY.match(text or "")
    if not found:
        return None
    year, month, day = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    try:
        first = date(year, month or 1, day or 1)
        if day:
            return first, first
        after = date(year + (month in (0, 12)), month % 12 + 1 if month else 1, 1)
    except ValueError:
        return None
    return first, after - timedelta(days=1)
