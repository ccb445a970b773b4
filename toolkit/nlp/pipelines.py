"""The ready pipeline, and what it is made of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import require_gpu

from toolkit import __version__
from toolkit.errors import UsageError
from toolkit.model import Claim, Document, Entity, Quantity
from toolkit.nlp.components import claims_of, entities_of, quantities_of
from toolkit.nlp.models import ACCURATE, parse, recognizer

COMPONENTS = ("factcheck_sentences", "factcheck_entities", "factcheck_quantities", "factcheck_claims")

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
def pipeline(models: str = ACCURATE, threads: int = 1, min_score: float = 0.0) -> Language:
    """Mixed-text tokenizer and the four components; built once a process for each choice of models and score."""
    nlp = spacy.blank("xx", config={"nlp": {"tokenizer": {"@tokenizers": "factcheck.MixedTokenizer.v1"}}})
    configs: dict[str, dict[str, Any]] = {
        "factcheck_entities": {"models": models, "threads": threads, "min_score": min_score},
        "factcheck_claims": {"models": models},
    }
    for component in COMPONENTS:
        nlp.add_pipe(component, config=configs.get(component, {}))
    nlp.max_length = _NO_LIMIT
    return nlp


def read_documents(
    documents: Iterable[Document], *, models: str = ACCURATE, threads: int = 1, min_score: float = 0.0
) -> Iterator[tuple[Document, Found]]:
    """Each document with what `pipeline()` finds in it, in the order given."""
    nlp = pipeline(models, threads, min_score)

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


def model_version(models: str = ACCURATE, min_score: float = 0.0) -> str:
    """What annotated a document: `factcheck-0.1.0+names-2`, `factcheck-0.1.0+lac-0.1.0+en_core_web_sm-3.8.0`.

    Names left out for their score are part of it: `…+names-2>=0.8`.
    """
    return "+".join([f"factcheck-{__version__}", *in_use(models)]) + (f">={min_score:g}" if min_score else "")


def use_gpu() -> None:
    """Let spaCy pipelines run on this process's GPU from now on; UsageError where there is none that they can use."""
    try:
        require_gpu()
    except ValueError:
        raise UsageError("spaCy finds no GPU here; is CuPy installed (pip install 'spacy[cuda12x]')?") from None


def in_use(models: str = ACCURATE) -> list[str]:
    """The recognizers that a choice of models means, loaded, by their titles. Raises UsageError."""
    chosen = parse(models)
    titles = (recognizer(name, lang, 1).title for lang, name in (("zh", chosen.zh), ("en", chosen.en)))
    return list(dict.fromkeys(titles))
