"""Four components for any spaCy pipeline: sentences, entities, quantities, claims.

Results are in `doc.ents`, `doc.spans["quantities"]` and `doc.spans["claims"]`. A span covers whole tokens; the exact
record, with its own offsets, is `span._.entity`, `span._.quantity` or `span._.claim`. What the components need to know
about a document goes in before they run: `doc._.doc_id` and `doc._.published` (ISO 8601), both None by default.

The records live in the document's user data as plain JSON types, so that they survive `Doc.to_bytes`, `DocBin` and
`nlp.pipe(n_process=2)`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import partial
from typing import Any, Literal, TypeVar

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from toolkit.claims.assemble import find_claims
from toolkit.model import Claim, Entity, Lang, Quantity, Segment, as_json
from toolkit.nlp import models
from toolkit.nlp.entities import find_entities
from toolkit.nlp.parser import parse_english, parses
from toolkit.quantities import find_quantities
from toolkit.segment import sentences, text_lang

Component = Callable[[Doc], Doc]
Shelf = Literal["segments", "entities", "quantities", "claims"]
Record = TypeVar("Record", Segment, Entity, Quantity, Claim)

_ENGLISH_PHRASE = re.compile(r"\b[A-Za-z]{2,} [a-z]{2,}\b|\bNo\. ?[0-9]|\btop [0-9]")
_DECIMALS = frozenset({"value", "value_max"})


# spaCy passes `nlp` and `name` to every factory, by name: hence the ignored lint below.


@Language.factory("factcheck_sentences", assigns=["doc.sents", "token.is_sent_start"])
def make_sentences(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """Sentence borders for mixed text. A document that a parser has been over keeps the parser's `doc.sents`."""
    return set_sentences


@Language.factory(
    "factcheck_entities",
    assigns=["doc.ents"],
    default_config={"models": models.ACCURATE, "threads": 1, "min_score": 0.0},
)
def make_entities(nlp: Language, name: str, models: str, threads: int, min_score: float) -> Component:  # noqa: ARG001
    """Names of people, organisations, places, products…

    `models` says what finds them (see `toolkit.nlp.models`), `threads` how many of them the models may use, and
    `min_score` how sure a name has to be (0..1). Entities that an earlier component set stay where these do not overlap
    them.
    """
    return partial(set_entities, models=models, threads=threads, min_score=min_score)


@Language.factory("factcheck_quantities")
def make_quantities(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """Amounts, dates and ranks, into `doc.spans["quantities"]`; reads `doc._.published`."""
    return set_quantities


@Language.factory("factcheck_claims", default_config={"models": models.ACCURATE})
def make_claims(nlp: Language, name: str, models: str) -> Component:  # noqa: ARG001
    """Claims, into `doc.spans["claims"]`; reads `doc._.doc_id`, and finds quantities if need be.

    English sentences are parsed for them unless `models` reads English by `fast`.
    """
    return partial(set_claims, models=models)


def set_sentences(doc: Doc) -> Doc:
    """Find the sentences of `doc` and mark where they start."""
    segments = sentences(doc.text)
    _put(doc, "segments", segments)
    if len(doc) and not doc.has_annotation("DEP"):
        # Set in one go: `token.is_sent_start = …` looks over the whole document every time.
        starts: Any = np.full((len(doc), 1), -1, dtype="int64")
        starts[sorted({0, *(_span(doc, s.start, s.end, "").start for s in segments)})] = 1
        doc.from_array(["SENT_START"], starts.astype("uint64"))
    return doc


def set_entities(doc: Doc, *, models: str = models.ACCURATE, threads: int = 1, min_score: float = 0.0) -> Doc:
    """Find the entities of `doc`; those there already stay where they overlap none of ours."""
    ours = find_entities(doc.text, models=models, threads=threads, min_score=min_score)
    theirs = [Entity(e.start_char, e.end_char, e.text, e.label_) for e in doc.ents]
    found = sorted([*ours, *_apart_from(theirs, ours)], key=lambda e: (e.start, e.end))
    _put(doc, "entities", found)
    doc.set_ents(filter_spans([_span(doc, e.start, e.end, e.label) for e in found]))
    return doc


def set_quantities(doc: Doc) -> Doc:
    """Find the quantities of `doc`."""
    found = find_quantities(doc.text, _reading_lang(doc.text), published=doc._.published)
    found = sorted(found, key=lambda q: (q.start, q.end))
    _put(doc, "quantities", found)
    doc.spans["quantities"] = [_span(doc, q.start, q.end, q.kind, f"quantity-{i}") for i, q in enumerate(found)]
    return doc


def _reading_lang(text: str) -> Lang:
    """The language to read figures in: mixed as soon as a Chinese text holds an English phrase or sentence."""
    lang = text_lang(text)
    return "mixed" if lang == "zh" and _ENGLISH_PHRASE.search(text) else lang


def set_claims(doc: Doc, *, models: str = models.ACCURATE) -> Doc:
    """Find the claims of `doc` from its entities and quantities, and from the parse of its English sentences."""
    if not _has(doc, "segments"):
        _put(doc, "segments", sentences(doc.text))
    if not _has(doc, "quantities"):
        set_quantities(doc)
    if not _has(doc, "entities"):
        _put(doc, "entities", [Entity(e.start_char, e.end_char, e.text, e.label_) for e in doc.ents])
    segments = records(doc, "segments", Segment)
    found = find_claims(
        doc.text,
        doc_id=doc._.doc_id or "",
        segments=segments,
        entities=entities_of(doc),
        quantities=quantities_of(doc),
        words=parse_english(doc.text, segments) if parses(models) else (),
    )
    _put(doc, "claims", found)
    doc.spans["claims"] = [_span(doc, c.start, c.end, "CLAIM", f"claim-{i}") for i, c in enumerate(found)]
    return doc


def entities_of(doc: Doc) -> tuple[Entity, ...]:
    """The exact entities of `doc`, in reading order."""
    return records(doc, "entities", Entity)


def quantities_of(doc: Doc) -> tuple[Quantity, ...]:
    """The exact quantities of `doc`, in reading order."""
    return records(doc, "quantities", Quantity)


def claims_of(doc: Doc) -> tuple[Claim, ...]:
    """The exact claims of `doc`, in reading order."""
    return records(doc, "claims", Claim)


def records(doc: Doc, shelf: Shelf, kind: type[Record]) -> tuple[Record, ...]:
    """What a component left in `doc`, as records; empty where it has not run."""
    return tuple(_unpack(item, kind) for item in (doc._.factcheck or {}).get(shelf, ()))


def _has(doc: Doc, shelf: Shelf) -> bool:
    return shelf in (doc._.factcheck or {})


def _put(doc: Doc, shelf: Shelf, found: Sequence[Any]) -> None:
    doc._.factcheck = {**(doc._.factcheck or {}), shelf: [as_json(record) for record in found]}


def _unpack(item: dict[str, Any], kind: type[Record]) -> Record:
    """The reverse of `as_json`."""
    fields: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list | tuple) else value for name, value in item.items()
    }
    for name in _DECIMALS & fields.keys():
        if fields[name] is not None:
            fields[name] = Decimal(fields[name])
    return kind(**fields)


def _span(doc: Doc, start: int, end: int, label: str, span_id: str = "") -> Span:
    """The whole tokens that hold `text[start:end]`."""
    span = doc.char_span(start, end, label=label, span_id=span_id, alignment_mode="expand")
    if span is None:
        raise ValueError(f"offsets {start}:{end} hold no token")
    return span


def _apart_from(others: Sequence[Entity], ours: Sequence[Entity]) -> list[Entity]:
    """Those of `others` that overlap none of `ours`; both are sorted and free of overlaps."""
    starts, apart = [e.start for e in ours], []
    for other in others:
        i = bisect_left(starts, other.end)  # ours[i - 1] is the last that starts before `other` ends
        if i == 0 or ours[i - 1].end <= other.start:
            apart.append(other)
    return apart


def _quantity_of_span(span: Span) -> Quantity | None:
    return _record_of_span(span, "quantities", "quantity-", Quantity)


def _claim_of_span(span: Span) -> Claim | None:
    return _record_of_span(span, "claims", "claim-", Claim)


def _record_of_span(span: Span, shelf: Shelf, prefix: str, kind: type[Record]) -> Record | None:
    """The record that `span` was made from. Its id says which: two records may share one token, so offsets cannot."""
    index = span.id_.removeprefix(prefix) if span.id_.startswith(prefix) else ""
    items = (span.doc._.factcheck or {}).get(shelf, ())
    return _unpack(items[int(index)], kind) if index.isdecimal() and int(index) < len(items) else None


def _entity_of_span(span: Span) -> Entity | None:
    items = (span.doc._.factcheck or {}).get("entities", ())
    for item in items[bisect_left(items, span.start_char, key=lambda e: e["start"]) :]:
        if item["start"] >= span.end_char:
            break
        if item["label"] == span.label_ and item["end"] <= span.end_char:
            return _unpack(item, Entity)
    return None


def _extend() -> None:
    """Declare the attributes once a process; another package's attribute of the same name is left alone."""
    for name in ("doc_id", "published", "factcheck"):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)
    getters = {"entity": _entity_of_span, "quantity": _quantity_of_span, "claim": _claim_of_span}
    for name, getter in getters.items():
        if not Span.has_extension(name):
            Span.set_extension(name, getter=getter)


_extend()
