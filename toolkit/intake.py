"""Paths to annotated documents: composes readers, annotate files and annotation."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import BinaryIO, cast

from toolkit import readers
from toolkit.annotate import annotate_many
from toolkit.annotate_file import is_annotate_file, read_annotated
from toolkit.errors import ReadError
from toolkit.model import AnnotatedDocument, Document


def read_paths(
    paths: Iterable[str],
    *,
    on_error: Callable[[ReadError], None],
    max_chars: int = readers.MAX_CHARS,
    stdin: BinaryIO | None = None,
) -> Iterator[Document | AnnotatedDocument]:
    """Documents, folders and annotate files, one document at a time; "-" is `stdin`.

    What a file that `factcheck annotate` wrote holds comes annotated. What cannot be read goes to `on_error`, and the
    others go on. One doc_id is one document: the same text again is passed over, another text goes to `on_error`.
    """
    seen: dict[bytes, bytes] = {}  # digests: of millions of documents the names alone would fill the memory
    for found in read_sources(readers.find(paths), max_chars=max_chars, stdin=stdin):
        if isinstance(found, ReadError):
            on_error(found)
            continue
        document = found.document if isinstance(found, AnnotatedDocument) else found
        doc_id, text = _digest(document.doc_id), _digest(document.text)
        before = seen.setdefault(doc_id, text)
        if before is text:
            yield found
        elif before != text:
            reason = f"the doc_id {document.doc_id!r} came before with other text; give one of them a doc_id of its own"
            on_error(ReadError(document.path or document.doc_id, reason))


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
    """The same, with those annotated that are not yet; `models`, `threads` and `min_score` as in `toolkit.annotate`."""
    found = read_paths(paths, on_error=on_error, max_chars=max_chars, stdin=stdin)
    for made, group in groupby(found, key=lambda item: isinstance(item, AnnotatedDocument)):
        if made:
            yield from cast(Iterator[AnnotatedDocument], group)
        else:
            documents = cast(Iterator[Document], group)
            yield from annotate_many(documents, models=models, threads=threads, min_score=min_score)


def expected(paths: Sequence[str]) -> int | None:
    """How many documents `paths` hold, without reading them; None where that is not known."""
    return readers.count(paths)


def read_sources(
    sources: Iterable[readers.Source | ReadError], *, max_chars: int = readers.MAX_CHARS, stdin: BinaryIO | None = None
) -> Iterator[Document | AnnotatedDocument | ReadError]:
    """What files hold; what `factcheck annotate` wrote comes annotated."""
    for made, group in groupby(sources, key=lambda source: _is_annotated(source)):
        if made:
            for source in cast(Iterator[readers.Source], group):
                yield from read_annotated(source.file)
        else:
            yield from readers.read_sources(group, max_chars=max_chars, stdin=stdin)


def _is_annotated(source: readers.Source | ReadError) -> bool:
    return isinstance(source, readers.Source) and source.file != "-" and is_annotate_file(source.file)


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).digest()
