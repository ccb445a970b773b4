"""Sentences as vectors: claims that say one thing in other words, or in the other language, point the same way.

The encoder is Google's universal-sentence-encoder-multilingual (windows of 2, 3 and 5 pieces, then a few dense layers),
cut down to the pieces of Chinese and English, in one file of 8-bit and smaller weights. numpy runs it. It knows what a
text is about, and not whether two texts that are about the same thing can both be true.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from toolkit.claims.vector_file import VectorFile

FILE = Path(__file__).parent / "encoder" / "encoder.npz"
SIZE = 512  # numbers in a vector
UNKNOWN, START, END = range(3)
WINDOWS = ((2, 0), (3, 1), (5, 2))  # pieces in a window, and how many of them stand before the one it is for
_LEFT = max(left for _, left in WINDOWS)
_RIGHT = max(size - 1 - left for size, left in WINDOWS)
_TOGETHER = 768  # pieces that run at once
_LONGEST = 600  # characters of a text that are read

Floats = NDArray[np.float32]


class Pieces:
    """Unigram pieces: `cut` is the likeliest way to cut a text into them, as ids."""

    def __init__(self, pieces: Sequence[str], scores: Sequence[float]) -> None:
        self._scores = [float(score) for score in scores]
        self._unknown = min(self._scores) - 10
        self._ids: dict[str, int | None] = {}
        for number, piece in enumerate(pieces):
            for end in range(1, len(piece)):
                self._ids.setdefault(piece[:end], None)  # so that a search goes on
            self._ids[piece] = number
        self._word = lru_cache(maxsize=50_000)(self._cut)

    def cut(self, text: str) -> list[int]:
        """The ids of `text`, between the marks for its start and end."""
        plain = "▁" + "▁".join(unicodedata.normalize("NFKC", text[:_LONGEST]).split())
        return [START, *(piece for word in re.findall("▁?[^▁]*", plain) for piece in self._word(word)), END]

    def _cut(self, word: str) -> tuple[int, ...]:
        size = len(word)
        best = [0.0] + [-np.inf] * size
        back = [(0, UNKNOWN)] * (size + 1)
        for start in range(size):
            if best[start] + self._unknown > best[start + 1]:
                best[start + 1], back[start + 1] = best[start] + self._unknown, (start, UNKNOWN)
            for end in range(start + 1, size + 1):
                part = word[start:end]
                if part not in self._ids:
                    break
                piece = self._ids[part]
                if piece is not None and best[start] + self._scores[piece] > best[end]:
                    best[end], back[end] = best[start] + self._scores[piece], (start, piece)
        found = []
        while size:
            size, piece = back[size]
            found.append(piece)
        return tuple(reversed(found))


class Encoder:
    """The encoder in the file `path`."""

    def __init__(self, path: Path = FILE) -> None:
        with np.load(path) as file:
            stored: dict[str, NDArray[Any]] = {name: file[name] for name in file.files}
        self.pieces = Pieces(stored["pieces"].tobytes().decode().split("\n"), stored["scores"].tolist())
        self._rows, self._row_scale = stored["rows"], stored["rows.scale"]
        self._w = {name: _plain(stored, name) for name in stored if "." not in name}
        self._epsilon = float(stored["epsilon"][0])

    def encode(self, texts: Sequence[str]) -> Floats:
        """A vector of length one for each text."""
        cut = [self.pieces.cut(text) for text in texts]
        found: list[Floats] = [np.empty((0, self._w["d3"].shape[1]), np.float32)]
        at = 0
        while at < len(cut):
            end, size = at + 1, len(cut[at])
            while end < len(cut) and size + len(cut[end]) <= _TOGETHER:
                size += len(cut[end])
                end += 1
            found.append(self._run(cut[at:end]))
            at = end
        return np.concatenate(found)

    def _run(self, texts: Sequence[Sequence[int]]) -> Floats:
        w = self._w
        sizes = np.array([len(text) for text in texts])
        starts = np.cumsum(sizes) - sizes
        ids = np.concatenate([np.array(text) for text in texts])
        seen = _around(starts, sizes)
        words = self._rows[ids].astype(np.float32) * self._row_scale[ids, None]
        parts = [words]
        for size, left in WINDOWS:
            look = seen[:, _LEFT - left : _LEFT - left + size]
            own = _normal(
                words @ w[f"proj{size}"] + w[f"proj_b{size}"], w[f"ln_g{size}"], w[f"ln_b{size}"], self._epsilon
            )
            for step in "12":
                padded = np.concatenate([own, np.zeros((1, own.shape[1]), np.float32)])
                there = padded[look].reshape(len(ids), -1) @ w[f"w{step}_{size}"] + w[f"b{step}_{size}"]
                own = own + np.maximum(there, 0)
            parts.append(own)
        every = _normal(np.concatenate(parts, axis=1), w["ln_g"], w["ln_b"], self._epsilon)
        counts = sizes[:, None].astype(np.float32)
        mean = (np.add.reduceat(every, starts, axis=0) @ w["cnn_W"] + counts * w["cnn_b"]) / np.sqrt(counts)
        first = np.maximum(mean @ w["p1"] + np.maximum(mean @ w["d0"], 0) @ w["d1"], 0)
        last = np.tanh(first @ w["p3"] + np.maximum(first @ w["d2"], 0) @ w["d3"])
        return np.asarray(last / np.linalg.norm(last, axis=1, keepdims=True), np.float32)


def _plain(stored: dict[str, NDArray[Any]], name: str) -> Floats:
    scale = stored.get(f"{name}.scale")
    values = stored[name].astype(np.float32)
    return values if scale is None or name == "rows" else np.asarray(values * scale, np.float32)


def _normal(values: Floats, gain: Floats, offset: Floats, epsilon: float) -> Floats:
    values = values - values.mean(axis=1, keepdims=True)
    values /= np.sqrt((values * values).mean(axis=1, keepdims=True) + epsilon)
    return np.asarray(values * gain + offset, np.float32)


def _around(starts: NDArray[np.int64], sizes: NDArray[np.int64]) -> NDArray[np.int64]:
    """For each piece the places of those around it; a place past the edge of its text is the last, which is empty."""
    count = int(sizes.sum())
    places = np.arange(count)[:, None] + np.arange(-_LEFT, _RIGHT + 1)
    first, last = np.repeat(starts, sizes)[:, None], np.repeat(starts + sizes, sizes)[:, None]
    return np.where((places >= first) & (places < last), places, count)


@cache
def encoder() -> Encoder:
    """The encoder that comes with this package, read once."""
    return Encoder()


def nearest(ones: Sequence[Floats], others: Sequence[Floats], count: int, least: float) -> dict[int, list[int]]:
    """For each of the vectors the places of the `count` others nearest to it, of those at least so near."""
    found: dict[int, list[int]] = {}
    if not ones or not others:
        return found
    whole = np.stack(others)
    for start in range(0, len(ones), _ROWS):
        near = np.stack(ones[start : start + _ROWS]) @ whole.T
        best = np.argpartition(-near, min(count, near.shape[1] - 1), axis=1)[:, : count + 1]
        for i, row in enumerate(best):
            found[start + i] = [int(j) for j in row if near[i, j] >= least]
    return found


_ROWS = 500  # vectors that are compared with all others at once
_MOST = 60_000  # texts that are remembered


class Vectors:
    """The vectors of texts, found when they are first asked for and kept; it is quicker to `read` many at once.

    With a `file` they are kept there too, for the next command.
    """

    def __init__(self, file: Path | None = None) -> None:
        self._known: dict[str, NDArray[np.float16]] = {}
        self._file = VectorFile(file, _version()) if file else None

    def read(self, texts: Iterable[str]) -> None:
        """Find the vectors of those texts that are not known yet."""
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        if len(self._known) + len(new) > _MOST:
            self._known.clear()
        if self._file:
            kept = self._file.read(new)
            self._known.update(
                {text: np.frombuffer(raw, np.float16) for text, raw in kept.items() if len(raw) == 2 * SIZE}
            )
            new = [text for text in new if text not in self._known]
        for at in range(0, len(new), _KEPT_TOGETHER):
            some = new[at : at + _KEPT_TOGETHER]
            found = dict(zip(some, encoder().encode(some).astype(np.float16), strict=True))
            self._known.update(found)
            if self._file:
                self._file.write({text: vector.tobytes() for text, vector in found.items()})

    def of(self, text: str) -> Floats:
        """The vector of a text."""
        if text not in self._known:
            self.read([text])
        return self._known[text].astype(np.float32)

    def alike(self, one: str, other: str) -> float:
        """How alike two texts are, at most 1: the cosine of their vectors."""
        return float(self.of(one) @ self.of(other))


_KEPT_TOGETHER = 1_000  # texts, so that a command that is broken off has kept most


@cache
def _version() -> int:
    """What is another one for every other encoder."""
    return zlib.crc32(FILE.read_bytes()) >> 1  # a database has 31 bits for it
