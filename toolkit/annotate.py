"""First composer: documents in, annotated documents out. Pure; needs no server and no network."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from toolkit.model import AnnotatedDocument, Document, check_offsets
from toolkit.segment import text_lang


def annotate(
    document: Document, *, models: str = "accurate", threads: int = 1, min_score: float = 0.0
) -> AnnotatedDocument:
    """`document` with its entities, quantities and claims, each in reading order.

    `models` is `accurate`, `fast`, a spaCy pipeline, or `zh=…,en=…`; UsageError where there is none such. Names that
    score below `min_score` (0..1) are left out.
    """
    return next(annotate_many([document], models=models, threads=threads, min_score=min_score))


def annotate_many(
    documents: Iterable[Document], *, models: str = "accurate", threads: int = 1, min_score: float = 0.0
) -> Iterator[AnnotatedDocument]:
    """The same for many, in the order given; takes and gives one document at a time."""
    from toolkit.nlp.pipelines import model_version, read_documents

    version = model_version(models, min_score)
    for document, found in read_documents(documents, models=models, threads=threads, min_score=min_score):
        check_offsets(document.text, [*found.entities, *found.quantities, *found.claims])
        yield AnnotatedDocument(
            document, text_lang(document.text), found.entities, found.quantities, found.claims, version
        )
