"""Vary training sentences: other names in place, Latin names in Chinese, other casing, spaces between scripts."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from random import Random

from training import names
from training.data import Name, Sentence, cased

_BORDER = re.compile(r"(?<=[\u4e00-\u9fff])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?=[\u4e00-\u9fff])")


@dataclass(frozen=True)
class Shares:
    """How large a part of the sentences each change is made to."""

    latin: float = 0.08  # names in Chinese become Latin ones
    bracket: float = 0.04  # names in Chinese get a Latin one in brackets after them
    swap: float = 0.18  # names become others with the same label and script
    han: float = 0.03  # names in English become Chinese ones
    lower: float = 0.08
    upper: float = 0.04
    space: float = 0.2  # spaces between Chinese and Latin text


LATE = Shares(latin=0.05, bracket=0.03, swap=0.08, han=0.02, lower=0.05, upper=0.03, space=0.15)


class Augment:
    """`Augment(sentences)(sentence, rng)` is a variant of `sentence`; names come from `sentences` and the lists."""

    def __init__(self, sentences: Iterable[Sentence], shares: Shares | None = None) -> None:
        self._shares = shares or Shares()
        self._seen: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for sentence in sentences:
            for start, end, label in sentence.names:
                if end - start > 1:
                    self._seen[sentence.lang, label].append(sentence.text[start:end])

    def __call__(self, sentence: Sentence, rng: Random, *, recase: bool = False) -> Sentence:
        """A variant; `recase` allows all capitals and all small letters."""
        shares = self._shares
        if sentence.names:
            chance = rng.random()
            if chance > 1 - shares.swap:
                sentence = self._swapped(sentence, rng)
            elif sentence.lang == "en":
                if chance < shares.han:
                    sentence = self._with_chinese_names(sentence, rng)
            elif chance < shares.latin:
                sentence = _with_latin_names(sentence, rng)
            elif chance < shares.latin + shares.bracket:
                sentence = _with_brackets(sentence, rng)
        if recase:
            chance = rng.random()
            if chance < shares.lower + shares.upper:
                sentence = replace(sentence, text=cased(sentence.text, upper=chance >= shares.lower))
        return self.spaced(sentence, rng)

    def spaced(self, sentence: Sentence, rng: Random) -> Sentence:
        """Some Chinese sentences with a space between Chinese and Latin text."""
        if sentence.lang == "zh" and rng.random() < self._shares.space:
            return _with_spaces(sentence)
        return sentence

    def _other(self, lang: str, label: str, rng: Random) -> str:
        seen = self._seen[lang, label]
        if seen and rng.random() < 0.5:
            return rng.choice(seen)
        return names.any_chinese(label, rng) if lang == "zh" else names.any_latin(label, rng)

    def _swapped(self, sentence: Sentence, rng: Random) -> Sentence:
        return _renamed(
            sentence,
            (
                self._other(sentence.lang, name.label, rng)
                if rng.random() < 0.5 and name.end - name.start > 1
                else sentence.text[name.start : name.end]
                for name in sentence.names
            ),
        )

    def _with_chinese_names(self, sentence: Sentence, rng: Random) -> Sentence:
        return _renamed(
            sentence,
            (
                self._other("zh", name.label, rng) if rng.random() < 0.6 else sentence.text[name.start : name.end]
                for name in sentence.names
            ),
        )


def _renamed(sentence: Sentence, others: Iterable[str]) -> Sentence:
    """The sentence with its names replaced, one by one, by `others`."""
    text, at = "", 0
    marked = []
    for name, other in zip(sentence.names, others, strict=True):
        text += sentence.text[at : name.start]
        marked.append(Name(len(text), len(text) + len(other), name.label))
        text += other
        at = name.end
    return replace(sentence, text=text + sentence.text[at:], names=tuple(marked))


def _with_latin_names(sentence: Sentence, rng: Random) -> Sentence:
    share = {"PERSON": 0.85, "ORG": 0.45, "GPE_LOC": 0.45}
    return _renamed(
        sentence,
        (
            names.any_latin(name.label, rng)
            if name.end - name.start > 1 and rng.random() < share[name.label]
            else sentence.text[name.start : name.end]
            for name in sentence.names
        ),
    )


def _with_brackets(sentence: Sentence, rng: Random) -> Sentence:
    """约翰·史密斯 becomes 约翰·史密斯（Jim Brown）: who it is does not matter to the labels."""
    text, at = "", 0
    marked = []
    for name in sentence.names:
        text += sentence.text[at : name.start]
        marked.append(Name(len(text), len(text) + name.end - name.start, name.label))
        text += sentence.text[name.start : name.end]
        at = name.end
        if name.end - name.start > 2 and sentence.text[at : at + 1] not in {"（", "(", "·"} and rng.random() < 0.5:
            opening, closing = rng.choice(("（）", "（）", "()"))
            other = names.any_latin(name.label, rng)
            text += opening
            marked.append(Name(len(text), len(text) + len(other), name.label))
            text += other + closing
    return replace(sentence, text=text + sentence.text[at:], names=tuple(marked))


def _with_spaces(sentence: Sentence) -> Sentence:
    cuts = [match.start() for match in _BORDER.finditer(sentence.text)]
    parts = [sentence.text[a:b] for a, b in zip([0, *cuts], [*cuts, None], strict=True)]
    moved = (
        Name(name.start + bisect_right(cuts, name.start), name.end + bisect_left(cuts, name.end), name.label)
        for name in sentence.names
    )
    return replace(sentence, text=" ".join(parts), names=tuple(moved))


def joined(parts: Iterable[Sentence], rng: Random) -> Sentence:
    """Sentences of either language in one text."""
    text, marked = "", []
    for part in parts:
        if text and rng.random() < (0.7 if part.lang == "en" else 0.5 * text[-1].isascii()):
            text += " "
        marked += [Name(start + len(text), end + len(text), label) for start, end, label in part.names]
        text += part.text
    return Sentence(text, "mixed", tuple(marked))
