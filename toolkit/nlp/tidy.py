"""What is no part of a name, and what is no name at all: clean-up rules over what recognizers and rules find."""

from __future__ import annotations

import re
from collections.abc import Iterable

from toolkit.model import Entity
from toolkit.nlp import names
from toolkit.nlp.labels import place_label, sure_label

# What is no part of a name at its edges. A closing full stop is kept where an abbreviation needs it.
_EDGE = " \t\n\u3000*#_`~|<>\"“”‘’'（）()[]【】「」『』《》〈〉，,；;：:。!?！？、…—–-•"
_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?$")
_ABBREVIATION = re.compile(r"(?:\b[A-Z]|\b(?:Inc|Corp|Co|Ltd|Jr|Sr|St|Bros))\.$")


def tidied(text: str, entity: Entity) -> Entity | None:
    """`entity` after every clean-up rule, or None where a rule says that it is no name."""
    start, end = entity.start, entity.end
    for rule in TIDY_RULES:
        start, end = rule(text, start, end)
    name, label = text[start:end], entity.label
    country = names.COUNTRY_AND_NOUN.fullmatch(name)
    if country:
        name = country["country"]
        end, label = start + len(name), place_label(name)
    if not is_name(name, label):
        return None
    return Entity(start, end, name, sure_label(name) or label, entity.score)


def without_edges(text: str, start: int, end: int) -> tuple[int, int]:
    """Strip white space, quotation marks, markdown and punctuation."""
    while start < end and text[start] in _EDGE + ".":
        start += 1
    while start < end and (
        text[end - 1] in _EDGE
        or (text[end - 1] == "." and (end - start == 2 or not _ABBREVIATION.search(text[start:end])))
    ):
        end -= 1
    return start, end


def without_possessive(text: str, start: int, end: int) -> tuple[int, int]:
    """Strip a closing 's."""
    match = _POSSESSIVE.search(text[start:end])
    return start, start + match.start() if match else end


def without_article(text: str, start: int, end: int) -> tuple[int, int]:
    """Strip a leading the, a or an."""
    match = _ARTICLE.match(text, start, end)
    return match.end() if match else start, end


def without_plural(text: str, start: int, end: int) -> tuple[int, int]:
    """Strip the 们 of 穆勒纳尔们."""
    return start, end - (end - start > 2 and text[end - 1] == "们")


def without_stock_exchange(text: str, start: int, end: int) -> tuple[int, int]:
    """Strip the 港 of 港股 and its like, which LAC adds to the company's name."""
    is_stock = end - start > 2 and text[end - 1] in "港美" and text[end : end + 1] == "股"
    return start, end - is_stock


TIDY_RULES = (without_edges, without_possessive, without_article, without_edges, without_plural, without_stock_exchange)


def is_name(name: str, label: str) -> bool:
    """Whether `name` has letters, and enough of them for its label."""
    if not any(char.isalpha() for char in name):
        return False
    if len(name) == 1:
        return (name in names.ONE_CHARACTER_COUNTRIES and label == "GPE") or name == "X"
    if names.NO_WORD.fullmatch(name) or name in names.MONTHS_AND_DAYS:
        return False
    return name.removesuffix("公司").removesuffix("企业") not in names.NO_NAMES  # AI公司


def without_overlaps(entities: Iterable[Entity]) -> list[Entity]:
    """The longest of those that overlap, the first given of equals; in reading order."""
    kept: list[Entity] = []
    taken: set[int] = set()
    for entity in sorted(entities, key=lambda e: e.start - e.end):
        # Every kept entity is at least as long, so one that overlaps holds one of these two characters.
        if entity.start not in taken and entity.end - 1 not in taken:
            kept.append(entity)
            taken.update(range(entity.start, entity.end))
    return sorted(kept, key=lambda e: e.start)
