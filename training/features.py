"""Sentences → tensors: units, pieces and words as the tagger reads them, and the tags to learn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from toolkit.nlp.recognizers.tagger import Encoded, Vocabulary, Words, encode, mark_words, places
from training.data import Name, Sentence

LABELS = ("PERSON", "ORG", "GPE_LOC")
TAGS = ("O", *(f"{place}-{label}" for label in LABELS for place in "BIES"))
IGNORED = -100  # what the losses leave out
SHAPE_STEP = 8  # lengths are rounded up to it: the processor's kernels are built once a shape

# What LAC calls the words of Chinese text.
_WORD_KINDS = (
    *("a", "ad", "an", "c", "d", "f", "m", "n", "PER", "LOC", "ORG", "nw", "nz", "p", "q", "r", "s", "t", "TIME"),
    *("u", "v", "vd", "vn", "w", "xc"),
)
WORD_TAGS = tuple(f"{place}-{kind}" for kind in _WORD_KINDS for place in "BIES")
_WORD_NUMBERS = {tag: number for number, tag in enumerate(WORD_TAGS, start=1)}  # 0: not known


@dataclass(frozen=True)
class Example:
    """A sentence ready for training: a tag for each unit, and which output layer it trains."""

    encoded: Encoded
    tags: list[int]
    layer: int

    @property
    def length(self) -> int:
        """Pieces, the marks for start and end included."""
        return len(self.encoded.ids) + 2


@dataclass(frozen=True)
class Batch:
    """Sentences side by side, padded."""

    ids: Tensor  # (sentences, pieces)
    words: Tensor  # (sentences, pieces)
    wholes: Tensor  # (sentences, pieces)
    mask: Tensor  # (sentences, pieces), True where there is a piece
    first: Tensor  # (sentences, units) the position of each unit's first piece
    last: Tensor  # (sentences, units)
    layers: Tensor  # (sentences,)
    lengths: Tensor  # (sentences,) in units
    tags: Tensor  # (sentences, units), IGNORED past the end

    @classmethod
    def of(cls, examples: Sequence[Example]) -> Batch:
        """The batch of `examples`."""
        longest = max(example.length for example in examples)
        longest += -longest % SHAPE_STEP
        units = max(len(example.tags) for example in examples)
        ids = torch.full((len(examples), longest), Vocabulary.PADDING)
        wholes = ids.clone()
        words = torch.zeros_like(ids)
        first, last = torch.zeros((2, len(examples), units), dtype=torch.long)
        tags = torch.full((len(examples), units), IGNORED)
        for row, example in enumerate(examples):
            size, encoded = len(example.tags), example.encoded
            ids[row, : example.length] = torch.tensor([Vocabulary.START, *encoded.ids, Vocabulary.END])
            words[row, 1 : example.length - 1] = torch.tensor(encoded.words)
            wholes[row, : example.length] = torch.tensor([Vocabulary.START, *encoded.wholes, Vocabulary.END])
            first[row, :size] = torch.tensor(encoded.first)
            last[row, :size] = torch.tensor(encoded.last)
            tags[row, :size] = torch.tensor(example.tags)
        lengths = torch.tensor([len(example.tags) for example in examples])
        layers = torch.tensor([example.layer for example in examples])
        return cls(ids, words, wholes, ids != Vocabulary.PADDING, first, last, layers, lengths, tags)


def example(vocabulary: Vocabulary, sentence: Sentence, layer: int, words: Words | None) -> Example | None:
    """`sentence` ready for training, or None where it has no unit; `words` is LAC's `run`, None hides the words."""
    encoded = encode(vocabulary, sentence.text)
    if not encoded.units:
        return None
    if words:
        mark_words(encoded, sentence.text, words, vocabulary, _WORD_NUMBERS)
    return Example(encoded, unit_tags(encoded.units, sentence.names), layer)


def unit_tags(units: Sequence[tuple[int, int]], names: Sequence[Name]) -> list[int]:
    """A BIOES tag for each unit; a name takes every unit that it touches, and of nested names the longest counts."""
    tags = [0] * len(units)
    for name in sorted(names, key=lambda name: name.start - name.end):
        touched = [i for i, (start, end) in enumerate(units) if start < name.end and name.start < end]
        if any(tags[i] for i in touched):
            continue
        for i, place in zip(touched, places(len(touched)), strict=True):
            tags[i] = TAGS.index(f"{place}-{name.label}")
    return tags


def batches(examples: Sequence[Example], pieces: int) -> Iterator[list[Example]]:
    """Examples of like length together, about `pieces` a batch; what fills no batch goes on to the next length."""
    by_length: dict[int, list[Example]] = {}
    for item in examples:
        by_length.setdefault(item.length + -item.length % SHAPE_STEP, []).append(item)
    waiting: list[Example] = []
    for length in sorted(by_length):
        waiting += by_length[length]
        size = max(1, pieces // length)
        while len(waiting) >= size:
            yield waiting[:size]
            waiting = waiting[size:]
    if waiting:
        yield waiting
