"""What a claim's words mean in either language: 下载量 and "downloads", 推出 and "launched", as names of concepts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from toolkit.claims import concept_table as table


def words_of(text: str) -> frozenset[str]:
    """The words of a set written as running text."""
    return frozenset(text.split())


_WORD = re.compile(r"[a-z]+(?:[’'-][a-z]+)*|[0-9]+")
_HAN = re.compile(r"[\u3400-\u9fff]+")
_HAN_WORDS = frozenset("的了在是和与及等其该这那一个有为于被将已也都而对从到以向由中上下")
_SMALL_WORDS = words_of("""
    the a an of in on at to for by with from and or as its it his her their this that these those is are was
    were be been has have had will would said says who which more than over about some than into after
    before during
""")
_POSSESSIVE = re.compile(r"(?:'s|’s)$")


@dataclass(frozen=True, slots=True)
class Concepts:
    """The concepts that some words name, by kind, and what is left of them as plain words."""

    measures: frozenset[str]
    acts: frozenset[str]
    things: frozenset[str]
    qualifiers: frozenset[str]
    words: frozenset[str]  # stems of English words, pairs of Chinese characters

    @property
    def all(self) -> frozenset[str]:
        """The concepts of every kind."""
        return self.measures | self.acts | self.things | self.qualifiers


@lru_cache(maxsize=50_000)
def concepts(text: str) -> Concepts:
    """What `text` names; Chinese is read by the longest form at each place, English by the longest phrase of stems."""
    found: dict[str, set[str]] = defaultdict(set)
    low = text.casefold()
    for kind, name in (*_chinese(low), *_english(low)):
        found[kind].add(name)
    measures, acts, things, qualifiers = (frozenset(found[kind]) for kind in ("measure", "act", "thing", "qualifier"))
    return Concepts(measures, acts, things, qualifiers, frozenset(_words(low)))


@lru_cache(maxsize=100_000)
def opposed(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one names what cannot be together with what the other names, and neither names both."""
    return any(
        (a in one and b in other and a not in other and b not in one)
        or (b in one and a in other and b not in other and a not in one)
        for a, b in _opposites()
    )


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A rough stem, the same for the regular forms of a word: downloads, downloaded, downloading → download."""
    word = _POSSESSIVE.sub("", word)
    if len(word) >= 5 and word.endswith(("ies", "ied")):
        word = word[:-3] + "y"
    elif len(word) >= 5 and re.search(r"(?:s|x|ch|sh|z)es$", word):
        word = word[:-2]
    elif len(word) >= 4 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    if len(word) >= 6 and word.endswith("ing"):
        word = word[:-3]
    elif len(word) >= 5 and word.endswith("ed") and not word.endswith("eed"):
        word = word[:-2]
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsze":
        word = word[:-1]
    return word[:-1] if len(word) >= 4 and word.endswith("e") and word != "wine" else word


def _chinese(text: str) -> Iterator[tuple[str, str]]:
    forms = _tables()[0]
    for run in _HAN.finditer(text):
        at = run.start()
        while at < run.end():
            for form, names in forms.get(text[at], ()):
                if text.startswith(form, at):
                    yield from names
                    at += len(form)
                    break
            else:
                at += 1


def _english(text: str) -> Iterator[tuple[str, str]]:
    forms = _tables()[1]
    stems = [stem(word) for word in _WORD.findall(text)]
    at = 0
    while at < len(stems):
        for phrase, names in forms.get(stems[at], ()):
            if tuple(stems[at : at + len(phrase)]) == phrase:
                yield from names
                at += len(phrase)
                break
        else:
            at += 1


def _words(text: str) -> Iterator[str]:
    for word in _WORD.findall(text):
        if word not in _SMALL_WORDS and not word.isdigit():
            yield stem(word)
    for run in _HAN.findall(text):
        kept = [char for char in run if char not in _HAN_WORDS]
        yield from (a + b for a, b in pairwise(kept))


Forms = dict[str, list[tuple[str, frozenset[tuple[str, str]]]]]
Phrases = dict[str, list[tuple[tuple[str, ...], frozenset[tuple[str, str]]]]]


@cache
def _tables() -> tuple[Forms, Phrases]:
    """First character → Chinese forms, and first stem → English phrases, the longest first, with what they name."""
    chinese: dict[str, set[tuple[str, str]]] = defaultdict(set)
    english: dict[tuple[str, ...], set[tuple[str, str]]] = defaultdict(set)
    for kind, lines in (
        ("measure", table.MEASURES),
        ("act", table.ACTS),
        ("thing", table.THINGS),
        ("qualifier", table.QUALIFIERS),
    ):
        for line in lines.strip().splitlines():
            name, _, forms = line.partition(":")
            zh, _, en = forms.partition("|")
            for form in zh.split():
                chinese[form.casefold()].add((kind, name.strip()))
            for phrase in en.split(";"):
                stems = tuple(stem(word) for word in _WORD.findall(phrase.casefold()))
                if stems:
                    english[stems].add((kind, name.strip()))
    by_char: Forms = defaultdict(list)
    for form in sorted(chinese, key=len, reverse=True):
        by_char[form[0]].append((form, frozenset(chinese[form])))
    by_stem: Phrases = defaultdict(list)
    for stems in sorted(english, key=len, reverse=True):
        by_stem[stems[0]].append((stems, frozenset(english[stems])))
    return dict(by_char), dict(by_stem)


@cache
def _opposites() -> tuple[tuple[str, str], ...]:
    pairs = (line.split() for line in table.OPPOSITES.strip().splitlines())
    return tuple((a, b) for a, b in pairs)
