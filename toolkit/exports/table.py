"""Verified claims → CSV: UTF-8 with BOM, CRLF line ends, cells with line breaks or quotes quoted.

Read back with `pd.read_csv(path, dtype=str, keep_default_na=False)`: `verdict` holds codes, which nothing takes for
anything else, but a reader that guesses types may take the words of `verdict_en` for booleans. Amounts are plain
decimal strings and stay numbers in a spreadsheet; text that it would run as a formula starts with an apostrophe.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

from toolkit.model import FLAGS, SCHEMA_VERSION, Earlier, VerifiedClaim, plain
from toolkit.store import atomic_write

COLUMNS: tuple[str, ...] = (
    *("claim_id", "doc_id", "title", "publisher", "published", "url", "lang", "claim_text", "context", "start", "end"),
    *("types", "subject", "measure", "comparator", "value", "value_max", "unit", "period", "entities", "verdict"),
    *("verdict_en", "verdict_zh", "decided_by", "n_annotators", "votes", "corrected_value", "delta_pct"),
    *("evidence_urls", "rationale", "context_flags", "worth", "annotated_at", "annotators", "ls_project"),
    *("ls_task_id", "model_version", "schema_version"),
    # Ours, after the agreed ones.
    *("confidence", "evidence_count", "ls_task_url", "superseded", "claim_normalized", "speaker", "stance"),
    *("cluster_id", "contradicts", "earlier_verdict", "duplicate_of"),
)
EVIDENCE_COLUMNS: tuple[str, ...] = ("claim_id", "doc_id", "annotator", "verdict", "url", "quote", "date", "stance")
UNDECIDED_COLUMNS: tuple[str, ...] = (
    *("claim_id", "doc_id", "title", "url", "lang", "claim_text", "context", "start", "end", "status", "reason"),
    *("n_annotators", "votes", "ls_project", "ls_task_id", "ls_task_url", "superseded"),
    *("claim_normalized", "speaker", "stance", "cluster_id", "contradicts", "earlier_verdict", "duplicate_of"),
)
NUMERIC = frozenset(
    {"start", "end", "value", "value_max", "n_annotators", "corrected_value", "delta_pct", "worth", "ls_task_id"}
    | {"confidence", "evidence_count"}
)
UNDECIDED = frozenset({"undecided", "waiting", "skipped"})

# A spreadsheet looks past white space and characters without width, and takes full-width signs for plain ones.
# One that already begins with our apostrophe gets another, so that reading takes away exactly what writing put there.
_FORMULA = re.compile(r"'*(?:[\t\r]|[\s\x00-\x1f\u00ad\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠﹦﹢﹣﹫])")

Row = dict[str, Any]


def joined_rationale(claim: VerifiedClaim) -> str:
    """The deciding annotators' reasons, each once, joined by " / "."""
    return " / ".join(_once(answer.rationale for answer in claim.deciding))


def in_order(claims: Iterable[VerifiedClaim]) -> list[VerifiedClaim]:
    """By document, then by place in it."""
    return sorted(
        claims, key=lambda c: (c.judged.document.doc_id, c.judged.claim.start, c.judged.claim.end, _claim_id(c))
    )


def verified_rows(claims: Sequence[VerifiedClaim]) -> list[Row]:
    """One row (column → text, int or None) a decided claim, in order; text is not yet made harmless."""
    return [_verified_row(claim) for claim in in_order(claims) if claim.decision.status == "decided"]


def evidence_rows(claims: Sequence[VerifiedClaim]) -> list[Row]:
    """One row an item of evidence of every answer that counts, whether or not the claim is decided."""
    return [
        {
            "claim_id": _claim_id(claim),
            "doc_id": claim.judged.document.doc_id,
            "annotator": answer.annotator,
            "verdict": answer.verdict,
            "url": item.url,
            "quote": item.quote,
            "date": item.date,
            "stance": item.stance,
        }
        for claim in in_order(claims)
        for answer in claim.votes
        for item in answer.evidence
    ]


def undecided_rows(claims: Sequence[VerifiedClaim]) -> list[Row]:
    """One row a claim that is undecided, waiting or skipped, with the reason."""
    return [
        {**_common(claim), "status": claim.decision.status, "reason": claim.decision.reason}
        for claim in in_order(claims)
        if claim.decision.status in UNDECIDED
    ]


def write_verified(path: str | Path, claims: Sequence[VerifiedClaim]) -> int:
    """Write the verified-claims CSV, replacing the file at once; the number of rows.

    Raises UsageError where the file cannot be written, as all writers here do.
    """
    return _write(path, COLUMNS, verified_rows(claims))


def write_evidence(path: str | Path, claims: Sequence[VerifiedClaim]) -> int:
    """Write the evidence CSV, replacing the file at once; the number of rows."""
    return _write(path, EVIDENCE_COLUMNS, evidence_rows(claims))


def write_undecided(path: str | Path, claims: Sequence[VerifiedClaim]) -> int:
    """Write the claims without a decision, replacing the file at once; the number of rows."""
    return _write(path, UNDECIDED_COLUMNS, undecided_rows(claims))


def harmless(text: str) -> str:
    """Text that a spreadsheet shows and does not run: a leading apostrophe where it would be a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def as_written(cell: str) -> str:
    """The text that `harmless` was given."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell, 1) else cell


def read_rows(path: str | Path) -> list[dict[str, str]]:
    """The rows of a CSV of ours, every cell as text and as it was before it was made harmless."""
    import pandas as pd

    frame = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    return [{str(name): as_written(cell) for name, cell in row.items()} for row in frame.to_dict("records")]


def _verified_row(claim: VerifiedClaim) -> Row:
    judged, deciding = claim.judged, claim.deciding
    document, facts = judged.document, judged.claim
    verdict = claim.verdict
    items = [item for answer in deciding for item in answer.evidence]
    return {
        **_common(claim),
        "publisher": document.publisher,
        "published": document.published,
        "types": "; ".join(facts.types),
        "subject": facts.subject,
        "measure": facts.measure,
        "comparator": facts.comparator,
        "value": _plain(facts.value),
        "value_max": _plain(facts.value_max),
        "unit": facts.unit,
        "period": facts.period,
        "entities": "; ".join(_once(judged.entity_names)),
        "verdict": claim.decision.verdict,
        "verdict_en": verdict.en if verdict else claim.decision.verdict,
        "verdict_zh": verdict.zh if verdict else claim.decision.verdict,
        "decided_by": claim.decision.decided_by,
        "corrected_value": _plain(claim.corrected_value),
        "delta_pct": _plain(claim.delta_pct),
        "evidence_urls": "; ".join(_once(item.url for item in items)),
        "rationale": joined_rationale(claim),
        "context_flags": "; ".join(sorted({f for answer in deciding for f in answer.flags}, key=_flag_order)),
        "worth": plain(round(Decimal(facts.worth), 4)),
        "annotated_at": deciding[-1].annotated_at if deciding else None,
        "annotators": "; ".join(sorted(answer.annotator for answer in claim.votes)),
        "model_version": judged.model_version,
        "schema_version": SCHEMA_VERSION,
        "confidence": _mean([answer.confidence for answer in deciding if answer.confidence is not None]),
        "evidence_count": len(items),
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
        "votes": json.dumps(votes, ensure_ascii=False, sort_keys=True),
        "ls_project": judged.project,
        "ls_task_id": judged.task_id,
        "ls_task_url": judged.task_url,
        "superseded": "yes" if judged.superseded else "no",
        "claim_normalized": judged.claim.normalized,
        "speaker": judged.claim.speaker,
        "stance": judged.claim.stance,
        "cluster_id": judged.related.cluster_id,
        "contradicts": "; ".join(judged.related.contradicts),
        "earlier_verdict": _earlier(judged.related.earlier),
        "duplicate_of": judged.duplicate_of,
    }


def _earlier(earlier: Earlier | None) -> str | None:
    """The verdict, the day, the house and the address, as far as known; and the claim where it says another thing."""
    if earlier is None:
        return None
    other = None if earlier.relation in (None, "same") else f"{earlier.relation} of: {earlier.claim}"
    return " | ".join(part for part in (earlier.verdict, earlier.date, earlier.by, earlier.url, other) if part)


def _write(path: str | Path, columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> int:
    import pandas as pd

    cells = [[_cell(column, row[column]) for column in columns] for row in rows]
    frame = pd.DataFrame(cells, columns=list(columns), dtype=object)
    # CRLF, so that the writer quotes a cell that holds either half of it.
    text = frame.to_csv(index=False, lineterminator="\r\n")
    atomic_write(path, text.encode("utf-8-sig", "replace"))  # half a surrogate pair has no UTF-8
    return len(rows)


def _cell(column: str, value: str | int | None) -> str:
    if value is None:
        return ""
    text = str(value).replace("\x00", "")  # ends a cell early in some readers
    return text if column in NUMERIC else harmless(text)


def _plain(value: Decimal | None) -> str | None:
    return None if value is None else plain(value)


def _mean(values: Sequence[int]) -> str | None:
    if not values:
        return None
    return plain((Decimal(sum(values)) / len(values)).quantize(Decimal("0.01"), ROUND_HALF_UP))


def _once(texts: Iterable[str | None]) -> list[str]:
    """The texts that are not empty, each once, in the order met."""
    return list(dict.fromkeys(text for text in texts if text))


def _flag_order(flag: str) -> tuple[int, str]:
    return (FLAGS.index(flag) if flag in FLAGS else len(FLAGS)), flag


def _claim_id(claim: VerifiedClaim) -> str:
    return claim.judged.claim.claim_id
