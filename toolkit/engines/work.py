"""What every engine maps: documents in, lines of an annotate file out; one broken document stops nothing."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from toolkit.annotate import annotate_many
from toolkit.errors import FactcheckError, ReadError
from toolkit.model import AnnotatedDocument, Document
from toolkit.store import annotated_line

Item = Document | AnnotatedDocument
Line = bytes | ReadError
PARTS = ("claims", "entities", "quantities")


@dataclass(frozen=True, slots=True)
class Reading:
    """How documents are read: `models`, `threads` and `min_score` as `toolkit.annotate` takes them."""

    models: str = "accurate"
    min_score: float = 0.0
    threads: int = 1


def annotated_lines(items: Sequence[Item], reading: Reading) -> list[Line]:
    """One line of an annotate file for each item, in order, or the ReadError that names it.

    What is annotated already is passed on. UsageError (a model that is not there) is raised: it is everybody's.
    """
    try:
        return list(_lines(items, reading))
    except Exception as error:
        if isinstance(error, FactcheckError) and not isinstance(error, ReadError):
            raise
        if len(items) > 1:
            return [line for item in items for line in annotated_lines([item], reading)]
        return [broken(items[0], f"cannot be annotated ({type(error).__name__})")]


def load(reading: Reading) -> None:
    """Load the models, which the first document does otherwise. Raises UsageError."""
    from toolkit.nlp.pipelines import pipeline

    pipeline(reading.models, reading.threads, reading.min_score)


def parts(line: bytes) -> dict[str, int]:
    """What a line of an annotate file holds: one of documents, and how many claims, entities and quantities."""
    row = json.loads(line)
    return {"documents": 1, **{name: len(row[name]) for name in PARTS}}


def broken(item: Item, reason: str) -> ReadError:
    """The error that names an item."""
    document = item.document if isinstance(item, AnnotatedDocument) else item
    return ReadError(document.path or document.doc_id, reason)


def _lines(items: Sequence[Item], reading: Reading) -> list[Line]:
    fresh = [item for item in items if isinstance(item, Document)]
    made = annotate_many(fresh, models=reading.models, threads=reading.threads, min_score=reading.min_score)
    return [annotated_line(item if isinstance(item, AnnotatedDocument) else next(made)) for item in items]
