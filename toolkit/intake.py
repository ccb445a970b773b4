"""Paths to annotated documents: composes readers, annotate files and annotation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import groupby
from typing import BinaryIO, TypeVar

from toolkit import readers
from toolkit.annotate import annotate_many
from toolkit.errors import ReadError
from toolkit.model import AnnotatedDocument, Document
from toolkit.store import is_annotate_file, read_annotated

T = TypeVar("T")


def annotate_paths(
    paths: Iterable[str],
    *,
    on_error: Callable[[ReadError], None],
    max_chars: int = readers.MAX_CHARS,
    models: str = "accurate",
    threads: int = 1,
    min_score: float = 0.0,
    stdin: BinaryIO | None = None,
) -> Iterator[AnnotatedDocument]:
    """Documents, folders and annotate files → annotated documents, one by one; "-" is `stdin`.

    `models`, `threads` and `min_score` are for what has to be annotated yet, see `toolkit.annotate`.

    A file that `factcheck annotate` wrote is taken as it is. What cannot be read goes to `on_error`; the others go on.
    One doc_id is one document: the same text again is passed over, another text goes to `on_error`.
    """
    seen: dict[str, str] = {}
    annotate = partial(annotate_many, models=models, threads=threads, min_score=min_score)
    for annotated in _read(paths, on_error, max_chars, stdin, annotate):
        document = annotated.document
        if document.doc_id not in seen:
            seen[document.doc_id] = document.sha256
            yield annotated
        elif seen[document.doc_id] != document.sha256:
            reason = f"the doc_id {document.doc_id!r} came before with other text; give one of them a doc_id of its own"
            on_error(ReadError(document.path or document.doc_id, reason))


def _read(
    paths: Iterable[str],
    on_error: Callable[[ReadError], None],
    max_chars: int,
    stdin: BinaryIO | None,
    annotated: Callable[[Iterable[Document]], Iterator[AnnotatedDocument]],
) -> Iterator[AnnotatedDocument]:
    for made, group in groupby(paths, key=lambda path: path != "-" and is_annotate_file(path)):
        if made:
            for path in group:
                yield from _sorted_out(read_annotated(path), on_error)
        else:
            documents = readers.read(list(group), max_chars=max_chars, stdin=stdin)
            yield from annotated(_sorted_out(documents, on_error))


def _sorted_out(found: Iterable[T | ReadError], on_error: Callable[[ReadError], None]) -> Iterator[T]:
    for item in found:
        if isinstance(item, ReadError):
            on_error(item)
        else:
            yield item
