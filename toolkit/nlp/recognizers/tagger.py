"""Names of people, organisations and places in Chinese, English and mixed text, by our own tagger.

A sentence is read as units (a Han character, a Latin word, a digit run, or one other mark); every unit is cut into the
pieces of a unigram vocabulary, a small transformer (ONNX, int8) scores thirteen BIOES tags for each unit, and a
Viterbi search picks the best run of tags that is well formed. Where a text has Chinese in it, the transformer is also
told the words and parts of speech that LAC sees in it, and the longer pieces that these words are made of. Two files
make the model: `tagger.onnx` and `tagger.json` (pieces, transitions, calibration). See training/README.md for how they
are made.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from toolkit.errors import UsageError
from toolkit.model import Entity, Segment
from toolkit.nlp.labels import place_label
from toolkit.nlp.recognizers.base import unwrapped
from toolkit.nlp.recognizers.lac import Lac

FOLDER = Path(__file__).parents[1] / "tagger"
FORMAT = 1  # of the two files; a model made for another is refused

_UNIT = re.compile(r"[A-Za-zÀ-ɏ]+|\d+|\S")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0002ffff]")
_HAN_RUN = re.compile("[\u3400-\u9fff]{2,}")
_SENTENCE_END = frozenset("。！？!?；;\n")
_WORD_START = "▁"
_LONGEST_WORD = 40  # characters; what is longer is an address or a hash
_LONGEST_WINDOW = 400  # pieces that the transformer reads at once; it has 512 places
_TOGETHER = 64  # windows that are decoded together

_LONGEST_FOR_LAC = 400  # characters; it was trained on sentences and slows down on long ones

Floats = NDArray[np.float32]
Words = Callable[[str], Sequence[tuple[str, str]]]  # text → its words with their kinds, nothing left out between them


class Found(NamedTuple):
    """A name: `text[start:end]`, its label (PERSON, ORG or GPE_LOC) and the chance that span and label are right."""

    start: int
    end: int
    label: str
    score: float


@dataclass(frozen=True, slots=True)
class Encoded:
    """Units as spans of the text, the pieces of all of them in a row, and where each unit's pieces begin and end.

    `words` says for each piece what part of which kind of word it belongs to, as an id; 0 where that is not known.
    `wholes` has for a Han character the piece of its word that holds it, if that is longer, and else repeats `ids`.
    """

    units: list[tuple[int, int]]
    ids: list[int]
    words: list[int]
    wholes: list[int]
    first: list[int]
    last: list[int]


class Vocabulary:
    """Unigram pieces: `cut(word)` is the likeliest way to cut a word into pieces, as their ids.

    The first four ids are the marks for start, padding, end and unknown, which no text can spell.
    """

    START, PADDING, END, UNKNOWN = range(4)

    def __init__(self, pieces: Sequence[str], scores: Sequence[float]) -> None:
        self._ids = {piece: i for i, piece in enumerate(pieces, start=4)}
        self._sizes = [1] * 4 + [len(piece) for piece in pieces]
        self._scores = [0.0] * 4 + [float(score) for score in scores]
        self._longest = max(map(len, pieces))
        self._unknown_score = min(scores) - 10
        self.cut = lru_cache(maxsize=100_000)(self._cut)

    def wholes(self, word: str) -> list[int]:
        """For each character of a word in Han characters the piece that holds it."""
        return [piece for piece in self.cut(word) for _ in range(self._sizes[piece])]

    def _cut(self, word: str) -> tuple[int, ...]:
        best = [0.0] + [-np.inf] * len(word)
        back = [(0, self.UNKNOWN)] * len(best)
        for start in range(len(word)):
            for end in range(start + 1, min(len(word), start + self._longest) + 1):
                piece = self._ids.get(word[start:end])
                if piece is None and end > start + 1:
                    continue
                score = best[start] + (self._unknown_score if piece is None else self._scores[piece])
                if score > best[end]:
                    best[end], back[end] = score, (start, self.UNKNOWN if piece is None else piece)
        pieces = []
        end = len(word)
        while end:
            end, piece = back[end]
            pieces.append(piece)
        return tuple(reversed(pieces))


def encode(vocabulary: Vocabulary, text: str) -> Encoded:
    """`text` as units and pieces, without the marks for start and end; white space belongs to no unit.

    A Latin word begins a word wherever no letter stands before it, so that a name reads the same in Chinese text as
    after a space in English text. The positions in `first` and `last` count from 1, after the mark for start.
    """
    encoded = Encoded([], [], [], [], [], [])
    end_before, in_word = 0, False
    for match in _UNIT.finditer(text):
        start, end = match.span()
        unit = match.group()
        if not unit.isascii():
            unit = unicodedata.normalize("NFKC", unit)
        han = _HAN.match(unit) is not None
        word = unit[0].isalnum() and not han
        gap = start > end_before or start == 0
        glued = in_word or text[start - 1] in "'’"
        marked = (gap or not glued) if word else (gap and start > 0 and not han)
        pieces = vocabulary.cut((_WORD_START if marked else "") + unit[:_LONGEST_WORD])
        encoded.units.append((start, end))
        encoded.first.append(len(encoded.ids) + 1)
        encoded.ids.extend(pieces)
        encoded.wholes.extend(pieces)
        encoded.words.extend([0] * len(pieces))
        encoded.last.append(len(encoded.ids))
        end_before, in_word = end, word
    return encoded


def mark_words(encoded: Encoded, text: str, words: Words, vocabulary: Vocabulary, known: Mapping[str, int]) -> None:
    """Fill in `encoded.words` and `encoded.wholes`, where `text` has Chinese in it.

    `known` numbers the tags of words: "B-n" begins a noun.
    """
    if not _HAN.search(text):
        return
    tags: list[str] = []
    whole_at: dict[int, int] = {}
    parts = (text[i : i + _LONGEST_FOR_LAC] for i in range(0, len(text), _LONGEST_FOR_LAC))
    for word, kind in chain.from_iterable(map(words, parts)):
        for run in _HAN_RUN.finditer(word):
            whole_at |= enumerate(vocabulary.wholes(run.group()), start=len(tags) + run.start())
        tags += [f"{place}-{kind}" for place in places(len(word))]
    for (start, end), first, last in zip(encoded.units, encoded.first, encoded.last, strict=True):
        begins, ends = tags[start][0] in "BS", tags[end - 1][0] in "ES"
        place = ("S" if ends else "B") if begins else ("E" if ends else "I")
        number = known.get(place + tags[start][1:], 0)
        encoded.words[first - 1 : last] = [number] * (last - first + 1)
        whole = whole_at.get(start, Vocabulary.UNKNOWN)
        if whole != Vocabulary.UNKNOWN:
            encoded.wholes[first - 1] = whole


def places(size: int) -> str:
    """Where each of `size` parts is in its whole: S, BE, BIE, BIIE …"""
    return "S" if size == 1 else "B" + "I" * (size - 2) + "E" if size else ""


class NameTagger:
    """The tagger that comes with this package, as a recognizer."""

    def __init__(self, threads: int = 1) -> None:
        self._tagger = Tagger.load(Lac(threads).words, threads=threads)

    @property
    def title(self) -> str:
        """`names-2`."""
        return f"names-{self._tagger.version}"

    def recognize(self, text: str, segments: Sequence[Segment]) -> Iterator[Entity]:
        """People, organisations and places, each with its chance to be right."""
        found = self._tagger.find([unwrapped(text[s.start : s.end]) for s in segments])
        for segment, names in zip(segments, found, strict=True):
            for name in names:
                start, end = segment.start + name.start, segment.start + name.end
                label = place_label(text[start:end]) if name.label == "GPE_LOC" else name.label
                yield Entity(start, end, text[start:end], label, name.score)


@dataclass(frozen=True)
class Tagger:
    """The model of one folder, loaded; `find` is all that it does."""

    session: Any
    vocabulary: Vocabulary
    words: Words
    word_tags: Mapping[str, int]
    tags: Sequence[str]
    start: Floats  # (tags,) log scores of a sentence's first tag
    step: Floats  # (tags, tags) log scores of one tag after another
    end: Floats  # (tags,) log scores of a sentence's last tag
    caution: float  # added to the score of every unit's being no part of a name
    slope: float  # calibration: a score's log odds are slope * the model's log odds + offset
    offset: float
    version: str

    @classmethod
    def load(cls, words: Words, folder: Path = FOLDER, threads: int = 1) -> Tagger:
        """The model in `folder`, run on `threads` processor threads; `words` is LAC's `run`.

        Raises UsageError where the files cannot be used.
        """
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 4
        try:
            about = json.loads((folder / "tagger.json").read_text(encoding="utf-8"))
            if about["format"] != FORMAT:
                raise UsageError(
                    f"{folder}: a model of format {about['format']}, and this version reads format {FORMAT}; "
                    "install factcheck-toolkit again"
                )
            path = str(folder / "tagger.onnx")
            session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
            start, step, end = (np.array(about[key], np.float32) for key in ("start", "step", "end"))
            vocabulary = Vocabulary(about["pieces"], about["scores"])
            word_tags = {tag: number for number, tag in enumerate(about["word_tags"], start=1)}
            fit = float(about["caution"]), float(about["slope"]), float(about["offset"])
            tags, version = about["tags"], str(about["version"])
            return cls(session, vocabulary, words, word_tags, tags, start, step, end, *fit, version)
        except UsageError:
            raise
        except Exception as error:  # a cut or foreign file makes the parser and the runtime raise anything
            raise UsageError(
                f"{folder}: the model that finds names cannot be used ({type(error).__name__}); install "
                "factcheck-toolkit again, or choose --models fast"
            ) from None

    def find(self, texts: Sequence[str]) -> list[list[Found]]:
        """The names in each of `texts`, in reading order and never overlapping; a text is a sentence or a few."""
        windows = [(number, window) for number, text in enumerate(texts) for window in self._windows(text)]
        windows.sort(key=lambda numbered: len(numbered[1].ids))
        found: list[list[Found]] = [[] for _ in texts]
        for i in range(0, len(windows), _TOGETHER):
            numbers, together = zip(*windows[i : i + _TOGETHER], strict=True)
            for number, names in zip(numbers, self._read(together), strict=True):
                found[number] += names
        for names in found:
            names.sort()
        return found

    def inputs(self, text: str) -> Iterator[dict[str, NDArray[Any]]]:
        """What the transformer is given for `text`, in parts that it can read at once."""
        return map(_arrays, self._windows(text))

    def _windows(self, text: str) -> Iterator[Encoded]:
        encoded = encode(self.vocabulary, text)
        mark_words(encoded, text, self.words, self.vocabulary, self.word_tags)
        return _windows(encoded, text)

    def _scores(self, window: Encoded) -> Floats:
        """The transformer's scores, (units, tags).

        One window at a time: in 8 bits a window's scores would depend on its neighbours in a batch, and a sentence
        shall be read the same wherever it stands.
        """
        scores: Floats = self.session.run(["scores"], _arrays(window))[0][0]
        scores[:, self.tags.index("O")] += self.caution
        return scores

    def _read(self, windows: Sequence[Encoded]) -> list[list[Found]]:
        lengths = np.array([len(window.units) for window in windows])
        scores = np.zeros((len(windows), lengths.max(), len(self.tags)), np.float32)
        for row, window in enumerate(windows):
            scores[row, : lengths[row]] = self._scores(window)
        paths = _best_paths(scores, lengths, self.start, self.step, self.end)
        forward, backward, total = _sums(scores, lengths, self.start, self.step, self.end)
        return [
            [
                Found(
                    window.units[a][0],
                    window.units[b][1],
                    label,
                    self._chance(scores[row], path, a, b, forward[:, row], backward[:, row], total[row]),
                )
                for a, b, label in _spans([self.tags[k] for k in path])
            ]
            for row, (window, path) in enumerate(zip(windows, paths, strict=True))
        ]

    def _chance(
        self, scores: Floats, path: list[int], a: int, b: int, forward: Floats, backward: Floats, total: float
    ) -> float:
        """How likely the tags of units `a` to `b` are in all tag runs together, calibrated on held-out sentences."""
        inner = sum(self.step[path[i - 1], path[i]] + scores[i, path[i]] for i in range(a + 1, b + 1))
        log_chance = min(float(forward[a, path[a]] + inner + backward[b, path[b]] - total), -1e-6)
        log_odds = log_chance - np.log(-np.expm1(log_chance))
        return round(float(1 / (1 + np.exp(-(self.slope * log_odds + self.offset)))), 4)


def _windows(encoded: Encoded, text: str) -> Iterator[Encoded]:
    """`encoded` in parts that the model can read at once, cut after a sentence's end where there is one."""
    start = 0
    while start < len(encoded.units):
        offset = encoded.first[start] - 1
        limit = start
        while limit < len(encoded.units) and encoded.last[limit] - offset <= _LONGEST_WINDOW:
            limit += 1
        limit = max(limit, start + 1)
        if limit < len(encoded.units):
            ends = (i + 1 for i in range(limit - 1, start, -1) if text[encoded.units[i][0]] in _SENTENCE_END)
            limit = next(ends, limit)
        yield Encoded(
            encoded.units[start:limit],
            encoded.ids[offset : encoded.last[limit - 1]],
            encoded.words[offset : encoded.last[limit - 1]],
            encoded.wholes[offset : encoded.last[limit - 1]],
            [i - offset for i in encoded.first[start:limit]],
            [i - offset for i in encoded.last[start:limit]],
        )
        start = limit


def _arrays(window: Encoded) -> dict[str, NDArray[Any]]:
    """The model's inputs: `ids`, `words`, `wholes`, `mask` (1, pieces); `first`, `last` (1, units)."""
    numbers = {
        "ids": [Vocabulary.START, *window.ids, Vocabulary.END],
        "words": [0, *window.words, 0],
        "wholes": [Vocabulary.START, *window.wholes, Vocabulary.END],
        "first": window.first,
        "last": window.last,
    }
    mask = np.ones((1, len(window.ids) + 2), np.float32)
    return {"mask": mask} | {name: np.array([values], np.int64) for name, values in numbers.items()}


def _best_paths(
    scores: Floats, lengths: NDArray[np.int64], start: Floats, step: Floats, end: Floats
) -> list[list[int]]:
    """The best well-formed run of tags for each sentence; `scores` is (sentences, units, tags)."""
    rows = np.arange(len(scores))
    best = scores[:, 0] + start
    backs = []
    for i in range(1, scores.shape[1]):
        candidates = best[:, :, None] + step
        back = candidates.argmax(1)
        live = (i < lengths)[:, None]
        best = np.where(live, np.take_along_axis(candidates, back[:, None], 1)[:, 0] + scores[:, i], best)
        backs.append(np.where(live, back, np.arange(len(step))))
    tag = (best + end).argmax(1)
    path = [tag]
    for back in reversed(backs):
        tag = back[rows, tag]
        path.append(tag)
    runs = np.stack(path[::-1], 1)
    return [run[:length].tolist() for run, length in zip(runs, lengths, strict=True)]


def _sums(
    scores: Floats, lengths: NDArray[np.int64], start: Floats, step: Floats, end: Floats
) -> tuple[Floats, Floats, Floats]:
    """Log sums over all runs of tags: up to each unit (units, sentences, tags), after each, and in all (sentences)."""
    sentences, units, tags = scores.shape
    forward = np.empty((units, sentences, tags), np.float32)
    backward = np.empty_like(forward)
    forward[0] = scores[:, 0] + start
    for i in range(1, units):
        forward[i] = _log_sum(forward[i - 1][:, :, None] + step, 1) + scores[:, i]
    backward[-1] = end
    for i in range(units - 2, -1, -1):
        after = _log_sum(step + (scores[:, i + 1] + backward[i + 1])[:, None, :], 2)
        backward[i] = np.where((i + 1 < lengths)[:, None], after, end)
    total = _log_sum(forward[lengths - 1, np.arange(sentences)] + end, 1)
    return forward, backward, total


def _log_sum(values: Floats, axis: int) -> Floats:
    top = values.max(axis, keepdims=True)
    sums: Floats = np.log(np.exp(values - top).sum(axis)) + top.squeeze(axis)
    return sums


def _spans(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """First and last unit and label of every name in a well-formed run of BIOES tags."""
    start = 0
    for i, tag in enumerate(tags):
        if tag[0] in "BS":
            start = i
        if tag[0] in "ES":
            yield start, i, tag[2:]
