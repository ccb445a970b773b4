"""What every recognizer offers, and how long sentences are cut for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from toolkit.model import Entity, Segment


class Recognizer(Protocol):
    """A model that finds names. `title` goes into the model version: `lac-0.1.0`."""

    @property
    def title(self) -> str:
        """A short name and a version."""

    def recognize(self, text: str, segments: Sequence[Segment]) -> Iterator[Entity]:
        """The names in those sentences of `text`, in any order; labels are OntoNotes names."""


def pieces(text: str, start: int, end: int, longest: int) -> Iterator[tuple[int, int]]:
    """Pieces of at most `longest` characters, cut after the last punctuation or space where there is one."""
    while end - start > longest:
        cut = max((text.rfind(mark, start, start + longest) for mark in "，,；;、。 \n"), default=-1) + 1
        cut = cut if cut > start else start + longest
        yield start, cut
        start = cut
    if start < end:
        yield start, end


def unwrapped(text: str) -> str:
    """`text` with line ends as spaces, so that a hard-wrapped name is read as one; as long as before."""
    return text.replace("\n", " ")
