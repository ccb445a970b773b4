"""Composer: files of verdicts → the memory: our own CSV, and ClaimReview as JSON, JSON-LD, a feed or JSON Lines."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from toolkit.cells import as_written
from toolkit.claims.statement import Name, Statement
from toolkit.compare import of_text
from toolkit.errors import UsageError
from toolkit.memory import Remembered
from toolkit.model import NOT_A_CLAIM, VERDICT_BY_CODE, Earlier, stable_id
from toolkit.nlp.name_keys import is_known, name_keys

_NEEDED = ("claim_text", "verdict")
_LONGEST = 2000  # characters of a claim or a verdict that are kept
_DEEPEST = 6  # levels of lists and feeds around a ClaimReview


def read_verdicts(path: Path, *, models: str = "accurate") -> Iterator[Remembered]:
    """The verdicts of one file. Raises UsageError, with the line, where it is neither kind of file."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read ({type(error).__name__})") from None
    if path.suffix.lower() == ".csv":
        yield from _of_csv(path, text)
    else:
        found = 0
        for review in _reviews(path, text):
            remembered = _of_review(review, models)
            if remembered:
                found += 1
                yield remembered
        if not found and text.strip():
            raise UsageError(f"{path}: holds no ClaimReview with a claim and a rating")


def _of_csv(path: Path, text: str) -> Iterator[Remembered]:
    rows = csv.DictReader(text.splitlines(keepends=True))
    if missing := [column for column in _NEEDED if column not in (rows.fieldnames or ())]:
        raise UsageError(f"{path}: lacks the column {missing[0]!r}; expected what factcheck export writes")
    for row in rows:
        cells = {name: as_written(value or "") for name, value in row.items() if isinstance(name, str)}
        if not cells["claim_text"] or not cells["verdict"] or cells["verdict"] == NOT_A_CLAIM:
            continue
        names = tuple(
            Name(name, "", keys, is_known(keys))
            for name in cells.get("entities", "").split("; ")
            if name and (keys := name_keys(name))
        )
        subject = cells.get("subject") or None
        said = cells["claim_text"][:_LONGEST]
        statement = Statement(
            claim_id="",
            doc_id=cells.get("doc_id", ""),
            text=said,
            lang="en" if said.isascii() else "zh",
            subject=subject,
            measure=cells.get("measure") or None,
            names=names,
            subject_names=tuple(name for name in names if subject and name.text in subject),
            comparator=cells.get("comparator") or None,
            value=_decimal(cells.get("value")),
            value_max=_decimal(cells.get("value_max")),
            unit=cells.get("unit") or None,
            period=cells.get("period") or None,
            published=cells.get("published") or None,
        )
        evidence = tuple(url for url in cells.get("evidence_urls", "").split("; ") if url)
        earlier = Earlier(
            claim=said,
            verdict=cells["verdict"][:_LONGEST],
            by=cells.get("ls_project") or None,
            date=cells.get("annotated_at", "")[:10] or None,
            url=cells.get("ls_task_url") or None,
            evidence=evidence,
        )
        yield Remembered(earlier, statement)


def _decimal(cell: str | None) -> Decimal | None:
    try:
        value = Decimal(cell) if cell else None
    except InvalidOperation:
        return None
    return value if value is not None and value.is_finite() else None


def _reviews(path: Path, text: str) -> Iterator[Mapping[str, Any]]:
    try:
        documents = [json.loads(text)] if text.strip() else []
    except (ValueError, RecursionError):
        documents = []
        for number, line in enumerate(text.splitlines(), 1):
            try:
                documents.append(json.loads(line) if line.strip() else None)
            except (ValueError, RecursionError):
                raise UsageError(
                    f"{path}:{number}: not JSON; expected ClaimReview, or our CSV with the ending .csv"
                ) from None
    for document in documents:
        yield from _inside(document, 0)


def _inside(node: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    """The ClaimReview objects of a list, a graph or a feed."""
    if depth > _DEEPEST:
        return
    if isinstance(node, list):
        for item in node:
            yield from _inside(item, depth + 1)
    elif isinstance(node, dict):
        kinds = node.get("@type")
        if "ClaimReview" in (kinds if isinstance(kinds, list) else [kinds]):
            yield node
        else:
            for name in ("@graph", "dataFeedElement", "item", "itemListElement"):
                yield from _inside(node.get(name), depth + 1)


def _of_review(review: Mapping[str, Any], models: str) -> Remembered | None:
    item = _dict(review.get("itemReviewed"))
    claim = (_text(item.get("text")) or _text(review.get("claimReviewed")))[:_LONGEST]
    rating = _dict(review.get("reviewRating"))
    verdict = _verdict(rating)
    if not claim or not verdict:
        return None
    url = _text(review.get("url")) or None
    published = _text(item.get("datePublished"))[:10] or _text(review.get("datePublished"))[:10] or None
    earlier = Earlier(
        claim=_text(review.get("claimReviewed"))[:_LONGEST] or claim,
        verdict=verdict[:_LONGEST],
        by=_text(_dict(review.get("author")).get("name")) or None,
        date=_text(review.get("datePublished"))[:10] or None,
        url=url if url and re.match(r"https?://", url) else None,
        evidence=tuple(_text(cited) for cited in _list(review.get("citation")) if _text(cited)),
    )
    source = url or stable_id(claim)
    return Remembered(earlier, of_text(claim, published=published, doc_id=source, models=models))


def _verdict(rating: Mapping[str, Any]) -> str:
    """Our code where the rating's words are ours, else the words themselves, else the step on its scale."""
    words = [_text(word) for word in _list(rating.get("alternateName")) if _text(word)]
    for code in VERDICT_BY_CODE.values():
        if {code.en.casefold(), code.zh} & {word.casefold() for word in words}:
            return code.code
    if words:
        return " / ".join(words)
    value, best = rating.get("ratingValue"), rating.get("bestRating")
    return f"{value} of {best}" if value is not None and best is not None else ""


def _dict(value: Any) -> Mapping[str, Any]:
    found = next((item for item in _list(value) if isinstance(item, dict)), None)
    return found if found is not None else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _text(value: Any) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""
