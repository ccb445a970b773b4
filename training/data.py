"""Training sentences by source: readers for the corpora, and sentences of our own with open slots.

The folder of corpora holds `uner_zh_train.jsonl`, `uner_zh_dev.jsonl`, `uner_en_dev.jsonl`, `wnut17.train` and
`btc.a` … `btc.h`; README.md says where they come from.
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import NamedTuple

from training import names

LABELS = {
    **{"PER": "PERSON", "ORG": "ORG", "LOC": "GPE_LOC"},
    **{"person": "PERSON", "corporation": "ORG", "group": "ORG", "location": "GPE_LOC"},
    **{"PERSON": "PERSON", "GPE_LOC": "GPE_LOC"},
}
HELD_OUT = {"zh": 3, "en": 7}  # one dev sentence in so many is held out from training, the others are trained on

_NO_SPACE_BEFORE = re.compile(r"[.,!?;:%)\]}…]+$|['’](?:s|S|m|re|ve|ll|d|t)$|n['’]t$")
_NO_SPACE_AFTER = re.compile(r"(?:^|[^A-Za-z0-9])[(\[{#@$£]$")
_SLOT = re.compile(r"\{(\w)\}|\[([^\]|]+)\|(\w)\]")
_SLOT_LABELS = {"p": "PERSON", "l": "GPE_LOC", "o": "ORG", "x": None}
_FILLERS = {
    "p": (names.chinese_person, "PERSON"),
    "f": (names.transcribed_person, "PERSON"),
    "e": (names.latin_person, "PERSON"),
    "l": (names.chinese_place, "GPE_LOC"),
    "c": (names.chinese_country, "GPE_LOC"),
    "L": (names.latin_place, "GPE_LOC"),
    "o": (names.chinese_organisation, "ORG"),
    "O": (names.latin_organisation, "ORG"),
}
_LATIN_SLOT = {"p": "e", "f": "e", "l": "L", "o": "O"}


class Name(NamedTuple):
    """`text[start:end]` is a name with that label: PERSON, ORG or GPE_LOC."""

    start: int
    end: int
    label: str


@dataclass(frozen=True)
class Sentence:
    """A training text; `lang` is zh or en, names are in reading order and do not overlap."""

    text: str
    lang: str
    names: tuple[Name, ...] = ()


@dataclass(frozen=True)
class Corpora:
    """All sentences by source; BTC and WNUT label by rules of their own, so that each has its own output layer."""

    zh: list[Sentence]
    zh_held_out: list[Sentence]
    en: list[Sentence]
    en_held_out: list[Sentence]
    btc: list[Sentence]
    wnut: list[Sentence]

    @classmethod
    def read(cls, folder: Path) -> Corpora:
        """The corpora in `folder`."""
        zh, zh_held_out = _parted(uner(folder / "uner_zh_dev.jsonl"))
        en, en_held_out = _parted(uner(folder / "uner_en_dev.jsonl"))
        return cls(
            zh=[*uner(folder / "uner_zh_train.jsonl"), *zh],
            zh_held_out=zh_held_out,
            en=en,
            en_held_out=en_held_out,
            btc=[without_edges(s) for section in "abefgh" for s in conll(folder / f"btc.{section}")],
            wnut=[without_edges(s) for s in conll(folder / "wnut17.train")],
        )


def _parted(sentences: Iterable[Sentence]) -> tuple[list[Sentence], list[Sentence]]:
    """Those to train on and those held out, told apart by their text alone."""
    parts: tuple[list[Sentence], list[Sentence]] = ([], [])
    for sentence in sentences:
        parts[zlib.crc32(sentence.text.encode()) % HELD_OUT[sentence.lang] == 0].append(sentence)
    return parts


def uner(path: Path) -> Iterator[Sentence]:
    """Sentences of a JSON Lines file with `text`, `lang` and `gold` (start, end, label)."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        marked = [Name(e["start"], e["end"], LABELS[e["label"]]) for e in row["gold"] if e["label"] in LABELS]
        yield Sentence(row["text"], row["lang"], tuple(sorted(marked)))


def conll(path: Path) -> Iterator[Sentence]:
    """Sentences of a file with a token, a tab and a BIO tag a line; spaces are put back by rule."""
    tokens: list[tuple[str, str]] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.strip():
            word, _, tag = line.rpartition("\t")
            tokens.append((word, tag))
        elif tokens:
            sentence = _joined(tokens)
            tokens = []
            if sentence.text:
                yield sentence


def _joined(tokens: Iterable[tuple[str, str]]) -> Sentence:
    text = ""
    spans: list[tuple[int, int, str]] = []
    inside = False
    for raw, tag in tokens:
        word = '"' if raw.strip() in {"'\"'", "'"} else raw.strip()
        if not word:
            continue
        if text and not _NO_SPACE_BEFORE.match(word) and not _NO_SPACE_AFTER.search(text):
            text += " "
        start = len(text)
        text += word
        if tag.startswith("B"):
            spans.append((start, len(text), tag[2:]))
        elif tag.startswith("I") and inside:
            spans[-1] = (spans[-1][0], len(text), spans[-1][2])
        inside = tag[0] in "BI" and bool(spans)
    return Sentence(text, "en", tuple(Name(a, b, LABELS[kind]) for a, b, kind in spans if kind in LABELS))


def without_edges(sentence: Sentence) -> Sentence:
    """Names without the marks that these corpora glue to them: @ and # before, full stops after."""
    text = sentence.text
    kept = []
    for start, end, label in sentence.names:
        while start < end and not text[start].isalnum():
            start += 1
        while start < end and not text[end - 1].isalnum() and text[end - 1] not in ".)":
            end -= 1
        if end - start > 1 and text[end - 1] == "." and "." not in text[start : end - 1]:
            end -= 1
        if start < end:
            kept.append(Name(start, end, label))
    return replace(sentence, names=tuple(kept))


def own_sentences(rng: Random) -> list[Sentence]:
    """Our own sentences, every slot filled anew: `{p}` a name to choose, `[北京|l]` a name that stays."""
    folder = Path(__file__).parent
    return [
        filled(line, lang, rng)
        for lang in ("zh", "en")
        for line in (folder / f"sentences_{lang}.txt").read_text(encoding="utf-8").splitlines()
        if line
    ]


def filled(line: str, lang: str, rng: Random) -> Sentence:
    """One of our sentences with names in its slots; one Chinese sentence in five gets Latin names throughout."""
    text, at = "", 0
    marked = []
    latin = lang == "zh" and rng.random() < 0.2
    for match in _SLOT.finditer(line):
        text += line[at : match.start()]
        at = match.end()
        slot, name, kind = match.groups()
        label: str | None
        if slot is None:
            label = _SLOT_LABELS[kind]
        elif slot == "l" and not latin and rng.random() < 0.1:
            name, label = rng.choice(names.chinese_cities()), "GPE_LOC"
        else:
            maker, label = _FILLERS[_LATIN_SLOT.get(slot, slot) if latin else slot]
            name = maker(rng)
        if label:
            marked.append(Name(len(text), len(text) + len(name), label))
        text += name
    text += line[at:]
    if lang == "en" and rng.random() < 0.08:
        text = cased(text, upper=rng.random() < 0.4)
    return Sentence(text, lang, tuple(marked))


def cased(text: str, *, upper: bool) -> str:
    """`text` in capitals or small letters throughout, of the same length."""
    changed = ((char, char.upper() if upper else char.lower()) for char in text)
    return "".join(new if len(new) == 1 else char for char, new in changed)
