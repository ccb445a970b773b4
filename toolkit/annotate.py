"""First composer: documents in, annotated documents out. Pure; needs no server and no network."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from toolkit.model import AnnotatedDocument, Document, check_offsets
from toolkit.segment import text_lang


def annotate(document: Document) -> AnnotatedDocument:
    """`document` with its entities, quantities and claims, each in reading order."""
    return next(annotate_many([document]))


def annotate_many(documents: Iterable[Document]) -> Iterator[AnnotatedDocument]:
    """The same for many, in the order given; takes and gives one document at a time."""
    from toolkit.nlp.pipelines import model_version, read_documents

    version = model_version()
    for document, found in read_documents(documents):
        check_offsets(document.text, [*found.entities, *found.quantities, *found.claims])
        yield AnnotatedDocument(
            document, text_lang(document.text), found.entities, found.quantities, found.claims, version
        )
