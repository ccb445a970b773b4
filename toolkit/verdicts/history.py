"""What became of each decision over time: the entries to add to a history that is only ever added to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from toolkit.model import Change, VerifiedClaim, plain

DECIDED = frozenset({"decided", "not_a_claim"})


def by_claim(history: Iterable[Change]) -> dict[str, list[Change]]:
    """A history in the order in which it was written → its entries by claim_id."""
    entries: dict[str, list[Change]] = defaultdict(list)
    for change in history:
        entries[change.claim_id].append(change)
    return dict(entries)


def changes(
    claims: Iterable[VerifiedClaim], history: Mapping[str, Sequence[Change]], *, now: str, note: str | None = None
) -> list[Change]:
    """The entries that bring `history` (by claim_id) up to how the claims stand; none where it is.

    `now` is their `changed_at`; `note` goes with what is corrected or withdrawn. A claim that was never decided has
    no entry. A claim that is not among the given ones keeps the entries it has.
    """
    return [
        change
        for claim in claims
        if (change := _change(claim, history.get(claim.judged.claim.claim_id, ()), now, note)) is not None
    ]


def corrections(history: Iterable[Change]) -> list[Change]:
    """The entries that readers of an earlier file have to hear of: corrected and withdrawn."""
    return [change for change in history if change.kind in ("corrected", "withdrawn")]


def _change(claim: VerifiedClaim, past: Sequence[Change], now: str, note: str | None) -> Change | None:
    last = past[-1] if past else None
    stood = last if last is not None and last.kind != "withdrawn" else None
    stands = _entry(claim, now)
    if claim.decision.status not in DECIDED:
        why = ": ".join(part for part in (note, claim.decision.reason) if part)
        return replace(stands, kind="withdrawn", before=stood.verdict, note=why or None) if stood else None
    if stood is None:
        return stands
    if _outcome(stood) != _outcome(stands):
        return replace(stands, kind="corrected", before=stood.verdict, note=note)
    return replace(stands, kind="confirmed", before=stood.verdict) if _ground(stood) != _ground(stands) else None


def _entry(claim: VerifiedClaim, now: str) -> Change:
    """How the claim stands, as a first entry has it."""
    judged = claim.judged
    return Change(
        claim_id=judged.claim.claim_id,
        doc_id=judged.document.doc_id,
        project=judged.project,
        claim_text=judged.claim.text,
        changed_at=now,
        kind="decided",
        verdict=claim.decision.verdict,
        decided_by=claim.decision.decided_by,
        people=tuple(sorted({answer.annotator for answer in claim.deciding})),
        decided_at=claim.decided_at,
        evidence_urls=claim.evidence_urls,
        corrected_value=None if claim.corrected_value is None else plain(claim.corrected_value),
        rationale=claim.rationale or None,
    )


def _outcome(change: Change) -> tuple[object, ...]:
    return change.verdict, change.corrected_value


def _ground(change: Change) -> tuple[object, ...]:
    """What an outcome rests on; the moment alone is no change."""
    return change.decided_by, change.people, change.evidence_urls, change.rationale
