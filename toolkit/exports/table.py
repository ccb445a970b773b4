"""Verified claims → rows of the tables in `columns.py`, and their CSV files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

from toolkit.exports import columns
from toolkit.exports.files import write_csv
from toolkit.model import FLAGS, SCHEMA_VERSION, Earlier, VerifiedClaim, plain

UNDECIDED = frozenset({"undecided", "waiting", "skipped"})

Row = dict[str, Any]


def in_order(claims: Iterable[VerifiedClaim]) -> list[VerifiedClaim]:
    """By document, then by place in it."""
    return sorted(
        claims, key=lambda c: (c.judged.document.doc_id, c.judged.claim.start, c.judged.claim.end, _claim_id(c))
    )


def verified_rows(claims: Iterable[VerifiedClaim]) -> Iterator[Row]:
    """One row of `columns.VERIFIED` a decided claim, in order."""
    return (_verified_row(claim) for claim in in_order(claims) if claim.decision.status == "decided")


def evidence_rows(claims: Iterable[VerifiedClaim]) -> Iterator[Row]:
    """One row of `columns.EVIDENCE` an item of every answer that counts, whether or not the claim is decided."""
    for claim in in_order(claims):
        for answer in (*claim.votes, *([claim.ruling] if claim.ruling else [])):
            for item in answer.evidence:
                yield {
                    "claim_id": _claim_id(claim),
                    "doc_id": claim.judged.document.doc_id,
                    "annotator": answer.annotator,
                    "verdict": answer.verdict,
                    "url": item.url,
                    "quote": item.quote,
                    "date": item.date,
                    "stance": item.stance,
                    "adjudicator": answer.adjudication,
                }


def undecided_rows(claims: Iterable[VerifiedClaim]) -> Iterator[Row]:
    """One row of `columns.UNDECIDED` a claim that is undecided, waiting or skipped, with the reason."""
    return (
        {**_common(claim), "status": claim.decision.status, "reason": claim.decision.reason}
        for claim in in_order(claims)
        if claim.decision.status in UNDECIDED
    )


def write_verified(path: str | Path, claims: Iterable[VerifiedClaim]) -> int:
    """Write the verified-claims CSV, replacing the file at once; the number of rows.

    Raises UsageError where the file cannot be written, as all writers here do.
    """
    return write_csv(path, columns.VERIFIED, verified_rows(claims))


def write_evidence(path: str | Path, claims: Iterable[VerifiedClaim]) -> int:
    """Write the evidence CSV, replacing the file at once; the number of rows."""
    return write_csv(path, columns.EVIDENCE, evidence_rows(claims))


def write_undecided(path: str | Path, claims: Iterable[VerifiedClaim]) -> int:
    """Write the claims without a decision, replacing the file at once; the number of rows."""
    return write_csv(path, columns.UNDECIDED, undecided_rows(claims))


def _verified_row(claim: VerifiedClaim) -> Row:
    judged, deciding = claim.judged, claim.deciding
    document, facts = judged.document, judged.claim
    verdict = claim.verdict
    return {
        **_common(claim),
        "publisher": document.publisher,
        "published": document.published,
        "types": facts.types,
        "subject": facts.subject,
        "measure": facts.measure,
        "comparator": facts.comparator,
        "value": _plain(facts.value),
        "value_max": _plain(facts.value_max),
        "unit": facts.unit,
        "period": facts.period,
        "entities": _once(judged.entity_names),
        "verdict": claim.decision.verdict,
        "verdict_en": verdict.en if verdict else claim.decision.verdict,
        "verdict_zh": verdict.zh if verdict else claim.decision.verdict,
        "decided_by": claim.decision.decided_by,
        "corrected_value": _plain(claim.corrected_value),
        "delta_pct": _plain(claim.delta_pct),
        "evidence_urls": claim.evidence_urls,
        "rationale": claim.rationale or None,
        "context_flags": tuple(sorted({f for answer in deciding for f in answer.flags}, key=_flag_order)),
        "worth": plain(round(Decimal(facts.worth), 4)),
        "annotated_at": claim.decided_at or None,
        "annotators": tuple(sorted({answer.annotator for answer in claim.votes})),
        "model_version": judged.model_version,
        "schema_version": SCHEMA_VERSION,
        "confidence": _mean([answer.confidence for answer in deciding if answer.confidence is not None]),
        "evidence_count": sum(len(answer.evidence) for answer in deciding),
        "adjudicator": claim.ruling.annotator if claim.ruling else None,
    }


def _common(claim: VerifiedClaim) -> Row:
    """The columns that decided and undecided claims share."""
    judged = claim.judged
    votes = {answer.annotator: answer.verdict for answer in claim.votes}
    return {
        "claim_id": judged.claim.claim_id,
        "doc_id": judged.document.doc_id,
        "title": judged.document.title,
        "url": judged.document.url,
        "lang": judged.lang,
        "claim_text": judged.claim.text,
        "context": judged.context,
        "start": judged.claim.start,
        "end": judged.claim.end,
        "n_annotators": len(votes),
        "votes": votes,
        "ls_project": judged.project,
        "ls_task_id": judged.task_id,
        "ls_task_url": judged.task_url,
        "superseded": judged.superseded,
        "claim_normalized": judged.claim.normalized,
        "speaker": judged.claim.speaker,
        "stance": judged.claim.stance,
        "cluster_id": judged.related.cluster_id,
        "contradicts": judged.related.contradicts,
        "earlier_verdict": _earlier(judged.related.earlier),
        "duplicate_of": judged.duplicate_of,
        "carried": tuple(
            sorted(f"{answer.annotator} {answer.annotated_at}" for answer in claim.votes if answer.carried)
        ),
    }


def _earlier(earlier: Earlier | None) -> str | None:
    """The verdict, the day, the house and the address, as far as known; and the claim where it says another thing."""
    if earlier is None:
        return None
    other = None if earlier.relation in (None, "same") else f"{earlier.relation} of: {earlier.claim}"
    return " | ".join(part for part in (earlier.verdict, earlier.date, earlier.by, earlier.url, other) if part)


def _plain(value: Decimal | None) -> str | None:
    return None if value is None else plain(value)


def _mean(values: Sequence[int]) -> str | None:
    if not values:
        return None
    return plain((Decimal(sum(values)) / len(values)).quantize(Decimal("0.01"), ROUND_HALF_UP))


def _once(texts: Iterable[str | None]) -> tuple[str, ...]:
    """The texts that are not empty, each once, in the order met."""
    return tuple(dict.fromkeys(text for text in texts if text))


def _flag_order(flag: str) -> tuple[int, str]:
    return (FLAGS.index(flag) if flag in FLAGS else len(FLAGS)), flag


def _claim_id(claim: VerifiedClaim) -> str:
    return claim.judged.claim.claim_id
