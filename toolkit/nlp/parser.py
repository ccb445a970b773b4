"""English sentences → their words with heads, relations and tags, as plain records; the small English model parses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from toolkit.model import Segment, Word
from toolkit.nlp.models import FAST, parse
from toolkit.nlp.recognizers.base import unwrapped
from toolkit.nlp.recognizers.pipeline import finders, small_english

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# $18.5m, €3bn: the model has learnt from texts that spell the scale out, and reads a lone "m" as a verb.
_SCALES = {"m": "million", "mn": "million", "bn": "billion", "b": "billion", "tn": "trillion", "trn": "trillion"}
_SCALED = re.compile(r"(\d[\d,.]*)(trn|mn|bn|tn|m|b)")
_SPELT_OUT = frozenset(_SCALES.values())
_QUOTES = str.maketrans("“”‘’", "\"\"''")

_Part = tuple[str, int, int]  # the word as the model shall read it, and where it stands


def parses(spec: str) -> bool:
    """Whether a choice of models has English parsed: all but `fast`, which keeps its speed. Raises UsageError."""
    return parse(spec).en != FAST


def parse_english(text: str, segments: Sequence[Segment]) -> tuple[Word, ...]:
    """The words of the English ones of `segments`, in reading order; a head lies in the same segment as its word."""
    english = [s for s in segments if s.lang == "en"]
    if not english:
        return ()
    nlp = small_english()
    parts = [list(_parts(nlp, text, segment)) for segment in english]
    found: list[Word] = []
    docs = nlp.pipe((_doc(nlp, sentence) for sentence in parts), disable=list(finders(nlp)))
    for sentence, doc in zip(parts, docs, strict=True):
        first = len(found)
        found += [
            Word(start, end, first + token.head.i, token.dep_, token.tag_)
            for (_, start, end), token in zip(sentence, doc, strict=True)
        ]
    return tuple(found)


def _parts(nlp: Language, text: str, segment: Segment) -> Iterator[_Part]:
    before = ""
    for token in nlp.make_doc(unwrapped(text[segment.start : segment.end])):
        if token.is_space:
            continue
        start = segment.start + token.idx
        end, word = start + len(token), token.text.translate(_QUOTES)
        scaled = _SCALED.fullmatch(word)
        if scaled:
            split = start + len(scaled[1])
            yield scaled[1], start, split
            yield _SCALES[scaled[2]], split, end
        else:
            yield (_SCALES[word] if word in _SCALES and before[-1:].isdigit() else word), start, end
        before = word


def _doc(nlp: Language, parts: Sequence[_Part]) -> Doc:
    from spacy.tokens import Doc

    after = [*parts[1:], ("", 0, 0)]
    spaces = [start > end or word in _SPELT_OUT for (_, _, end), (word, start, _) in zip(parts, after, strict=True)]
    return Doc(nlp.vocab, words=[word for word, _, _ in parts], spaces=spaces)
