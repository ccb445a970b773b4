"""A long text in parts of whole sentences; an edit in one place leaves the other parts as they are. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from toolkit.model import Segment
from toolkit.segment import sentences

LONGEST = 16_000
"""Characters of a text that an annotator is given in one task; docs/sync.md says how long the page takes to open."""
AROUND = 2_000
"""Characters before, and after, the sentence of a claim whose document is that long: what its task shows of it."""
LEAST_SHARE = 4  # no part is shorter than the longest through this

Span = tuple[int, int]


def parts(text: str, together: Iterable[Span] = (), longest: int = LONGEST) -> list[Span]:
    """Half-open spans, in order, that cover the text and are cut only where a sentence begins.

    None is longer than `longest`, or shorter than a quarter of it, unless the sentences leave no choice; no span of
    `together` is cut. A text that is too long is cut at the sentence with the smallest hash, and so is what is still
    too long: where cuts fall depends on the sentences, not on where these stand.
    """
    if len(text) <= longest:
        return [(0, len(text))]
    begins = _begins(text, together)
    found, waiting = [], [(0, len(text), begins)]
    while waiting:
        start, end, inside = waiting.pop()
        least = longest // LEAST_SHARE
        fitting = [begin for begin in inside if start + least <= begin[1] <= end - least]
        if end - start <= longest or not fitting:
            found.append((start, end))
            continue
        _, at = min(fitting)
        waiting.append((at, end, [begin for begin in fitting if begin[1] > at]))
        waiting.append((start, at, [begin for begin in fitting if begin[1] < at]))
    return found


def around(found: Sequence[Segment], start: int, end: int) -> Span:
    """From the first to the last of the sentences that lie within AROUND of a span, with the span."""
    inside = [one for one in found if start - AROUND <= one.start and one.end <= end + AROUND]
    return min([start, *(one.start for one in inside)]), max([end, *(one.end for one in inside)])


def _begins(text: str, spans: Iterable[Span]) -> list[tuple[bytes, int]]:
    """Where the sentences after the first begin, but not inside a span; each with the hash of its words."""
    ordered, reach, nth, begins = sorted(spans), 0, 0, []
    for sentence in sentences(text)[1:]:
        while nth < len(ordered) and ordered[nth][0] < sentence.start:
            reach, nth = max(reach, ordered[nth][1]), nth + 1
        if reach <= sentence.start:
            begins.append((_hash(text[sentence.start : sentence.end]), sentence.start))
    return begins


def _hash(sentence: str) -> bytes:
    return hashlib.sha256(sentence.encode("utf-8", "surrogatepass")).digest()
