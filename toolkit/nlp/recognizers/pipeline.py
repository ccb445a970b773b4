"""Names by any spaCy pipeline, its labels mapped to OntoNotes names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from toolkit.errors import UsageError
from toolkit.model import Entity, Segment
from toolkit.nlp.labels import place_label
from toolkit.nlp.models import SMALL_ENGLISH
from toolkit.nlp.recognizers.base import pieces, unwrapped

if TYPE_CHECKING:
    from spacy.language import Language

_LONGEST = 5000  # characters; only text that is no prose has longer sentences
# Amounts and dates are read by toolkit.quantities.
_COVERED_BY_QUANTITIES = frozenset({"CARDINAL", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "DATE", "TIME"})
# What other label schemes say; None is left out, a place is looked at by its name.
_LABELS: dict[str, str | None] = {
    "PER": "PERSON",
    "PRS": "PERSON",
    "persName": "PERSON",
    "orgName": "ORG",
    "COMPANY": "ORG",
    "CORPORATION": "ORG",
    "GROUP": "ORG",
    "LOCATION": "GPE_LOC",
    "placeName": "GPE_LOC",
    "geogName": "LOC",
    "GPE_LOC": "GPE_LOC",
    "FACILITY": "FAC",
    "CREATIVE-WORK": "WORK_OF_ART",
    "EVT": "EVENT",
    "OBJ": "PRODUCT",
    "MISC": None,
}
_KNOWN = frozenset(["PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "EVENT", "LAW", "WORK_OF_ART", "NORP", "LANGUAGE"])


class SpacyPipeline:
    """The entity part of a spaCy pipeline, by the name of its package or by its folder.

    Raises UsageError where there is no such pipeline, or one that finds no names.
    """

    def __init__(self, name: str) -> None:
        self._nlp = small_english() if name == SMALL_ENGLISH else _loaded(name)
        found = finders(self._nlp)
        if not found:
            raise UsageError(
                f"models {name!r}: the pipeline finds no names; it has none of ner, entity_ruler, span_ruler"
            )
        self._unneeded = _unheard(self._nlp, found)
        meta = self._nlp.meta
        self._title = f"{meta.get('lang', 'xx')}_{meta.get('name', name)}-{meta.get('version', '0')}"
        # Four-type schemes say LOC for countries and cities as well.
        labels = set().union(*(set(pipe.labels) for pipe in found.values()))
        self._places_mixed = "GPE" not in labels

    @property
    def title(self) -> str:
        """`zh_core_web_trf-3.8.0`."""
        return self._title

    def recognize(self, text: str, segments: Sequence[Segment]) -> Iterator[Entity]:
        """What the pipeline's entity component finds, but for amounts and dates."""
        spans = [p for s in segments for p in pieces(text, s.start, s.end, _LONGEST)]
        docs = self._nlp.pipe((unwrapped(text[start:end]) for start, end in spans), disable=self._unneeded)
        for (start, _), doc in zip(spans, docs, strict=True):
            for span in doc.ents:
                here, there = start + span.start_char, start + span.end_char
                label = self._label(span.label_, text[here:there])
                if label:
                    yield Entity(here, there, text[here:there], label)

    def _label(self, label: str, name: str) -> str | None:
        label = _LABELS.get(label, label) or ""
        if label == "GPE_LOC" or (label == "LOC" and self._places_mixed):
            return place_label(name)
        return label if label in _KNOWN else None


@cache
def small_english() -> Language:
    """The small English pipeline with its parser. It starts no threads, so forked processes share it."""
    return _loaded(SMALL_ENGLISH)


def _loaded(name: str) -> Language:
    import spacy

    try:
        return spacy.load(name, exclude=["lemmatizer", "attribute_ruler", "morphologizer", "senter"])
    except Exception as error:  # spaCy and the packages of models raise anything
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise UsageError(f"models {name!r}: spaCy cannot load it ({reason[:200]})") from None


def finders(nlp: Language) -> dict[str, Any]:
    """The components that find names."""
    return {name: pipe for name, pipe in nlp.pipeline if nlp.get_pipe_meta(name).factory in _FINDERS}


def _unheard(nlp: Language, finders: Iterable[str]) -> list[str]:
    """The components that cost time and on which no name depends: a parser, and a tok2vec that it alone hears."""
    heard = {
        name
        for name, pipe in nlp.pipeline
        if not {"tagger", "parser", "sentencizer"} & {nlp.get_pipe_meta(name).factory}
        if not (hearers := getattr(pipe, "listening_components", ())) or set(finders) & set(hearers)
    }
    return [name for name in nlp.pipe_names if name not in heard]


_FINDERS = frozenset({"ner", "beam_ner", "entity_ruler", "span_ruler"})
