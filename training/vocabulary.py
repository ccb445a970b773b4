"""Choose the pieces that Chinese and English need, out of the 250,002 of multilingual-e5-small.

    python -m training.vocabulary --checkpoint e5-small-q4.bin --data DATA --words /usr/share/dict/words -o kept.json

Kept are all single Han characters, marks and digits, whatever cuts the words of a word list, of the names, of jieba's
dictionary and of the training texts, and the most frequent others up to --size.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from toolkit.nlp.recognizers.tagger import Vocabulary
from training import checkpoint, names
from training.data import Corpora

SIZE = 60_000
_CANDIDATE = re.compile(r"▁?(?:[A-Za-zÀ-ɏ]+|[0-9]+|.)|[\u3400-\u9fff]+|▁", re.DOTALL)
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]+|\d+")
_HAN = re.compile("[\u3400-\u9fff]+")
_ALWAYS = re.compile("[\u0000-\u024f\u2000-\u303f\u3400-\u9fff\uf900-\uffff]|[A-Za-z]{2}|[0-9]{1,4}|")


def words(corpora: Corpora, word_list: Path) -> Iterator[tuple[str, int]]:
    """Words with weights: a word list, jieba's dictionary, names of people and cities, the training texts."""
    for line in word_list.read_text(encoding="utf-8").splitlines():
        word = line.split("'")[0]
        yield "▁" + word, 1
        yield "▁" + word.capitalize(), 1
    yield from ((word, 3) for word in names.jieba_words("any"))
    listed = [*names.cities(), *(name for person in names.latin_people() for name in person)]
    for name in listed:
        yield from (("▁" + word, 1) for word in _LATIN.findall(name))
    for sentences in vars(corpora).values():
        for sentence in sentences:
            yield from (("▁" + word, 3) for word in _LATIN.findall(sentence.text))
            yield from ((word, 3) for word in _HAN.findall(sentence.text))


def kept(source: checkpoint.Checkpoint, corpora: Corpora, word_list: Path, size: int = SIZE) -> list[int]:
    """The ids of the pieces to keep, in order."""
    special = set(source.specials)
    candidates = [i for i, p in enumerate(source.pieces) if i not in special and _CANDIDATE.fullmatch(p)]
    whole = Vocabulary([source.pieces[i] for i in candidates], [float(source.scores[i]) for i in candidates])
    used: Counter[int] = Counter()
    for word, weight in words(corpora, word_list):
        for piece in whole.cut(word[:41]):
            if piece != Vocabulary.UNKNOWN:
                used[candidates[piece - 4]] += weight
    chosen = {i for i in candidates if used[i] >= 3 or _ALWAYS.fullmatch(source.pieces[i].lstrip("▁"))}
    others = (i for i in candidates if i not in chosen and source.pieces[i].lstrip("▁").isascii())
    by_use = sorted(others, key=lambda i: (not used[i], -source.scores[i]))
    return sorted([*chosen, *by_use[: max(0, size - len(chosen))]])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--words", type=Path, required=True)
    parser.add_argument("--size", type=int, default=SIZE)
    parser.add_argument("-o", "--output", type=Path, required=True)
    options = parser.parse_args()
    source = checkpoint.read(options.checkpoint)
    ids = kept(source, Corpora.read(options.data), options.words, options.size)
    options.output.write_text(json.dumps(ids), encoding="utf-8")


if __name__ == "__main__":
    main()
