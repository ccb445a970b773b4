"""Text → names: each sentence goes to the model of its language, and named clean-up rules tidy what comes back.

Which models read is `toolkit.nlp.models`; each is a recognizer. Titles in 《》, known names and product names with
digits are found by rule, because no model knows them. Labels are OntoNotes names; amounts and dates are left to
`toolkit.quantities`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from itertools import chain
from typing import Literal

from toolkit.model import Entity, Segment
from toolkit.nlp import models as choice
from toolkit.nlp import names
from toolkit.nlp.aliases import entity_ids
from toolkit.nlp.labels import sure_label
from toolkit.nlp.rules import HAN, extended, latin_names, sure_names
from toolkit.nlp.scores import scored
from toolkit.nlp.tidy import tidied, without_overlaps
from toolkit.segment import sentences

_LATIN = re.compile("[A-Za-z]")
_PLAIN_WORDS = re.compile(r"[A-ZÀ-Ý][a-zà-ÿ'’-]+(?: [A-ZÀ-Ý]\.?| [A-ZÀ-Ý][A-Za-zÀ-ÿ'’-]+){1,2}")


def find_entities(
    text: str, *, models: str = choice.ACCURATE, threads: int = 1, min_score: float = 0.0
) -> list[Entity]:
    """Named entities of `text` in reading order, none overlapping another; mentions of one thing share an `entity_id`.

    `models` is `accurate`, `fast`, a spaCy pipeline's name or path, or `zh=…,en=…`; UsageError where there is none
    such. `threads` is for the models that use any. Names that score below `min_score` (0..1) are left out; a spaCy
    pipeline that was named gives no scores, and its names stay.
    """
    segments = sentences(text)
    rules = scored("rule", chain.from_iterable(sure_names(text, segment) for segment in segments))
    found = (
        clean
        for entity in chain(rules, map(partial(extended, text), _by_models(text, segments, models, threads)))
        if (clean := tidied(text, entity))
    )
    whole = _relabelled(text, _joined(without_overlaps(found)))
    entities = [entity for entity in whole if entity.score is None or entity.score >= min_score]
    ids = entity_ids(text, entities)
    return [replace(entity, entity_id=entity_id) for entity, entity_id in zip(entities, ids, strict=True)]


def _by_models(text: str, segments: Sequence[Segment], models: str, threads: int) -> Iterator[Entity]:
    """What the models find; the Chinese one reads the Han characters of English sentences too."""
    chosen = choice.parse(models)
    chinese = partial(_recognized, chosen.zh, "zh", threads, text)
    english = partial(_recognized, chosen.en, "en", threads, text)
    if choice.recognizer(chosen.zh, "zh", threads) is choice.recognizer(chosen.en, "en", threads):
        found = list(chinese(segments))
        yield from found
        if chosen.zh == choice.ACCURATE:
            yield from _of_other_types(text, segments, found, threads)
        return
    zh = [s for s in segments if s.lang == "zh"]
    en = [s for s in segments if s.lang == "en"]
    with_han = [s for s in en if HAN.search(text, s.start, s.end)]
    for segment in (*zh, *with_han):
        for entity in scored("latin", latin_names(text, segment)):
            is_person = (
                entity.label == "ORG"
                and _PLAIN_WORDS.fullmatch(entity.text)
                and _is_person(entity.text, chosen.en, threads)
            )
            yield replace(entity, label="PERSON") if is_person else entity
    yield from chinese(zh)
    yield from (e for e in chinese(with_han) if HAN.search(e.text))
    yield from (e for e in english(en) if not _is_several(e.text))


def _recognized(
    name: str, lang: Literal["zh", "en"], threads: int, text: str, segments: Sequence[Segment]
) -> Iterator[Entity]:
    found = choice.recognizer(name, lang, threads).recognize(text, segments)
    return scored(lang, found) if name == choice.FAST else found


def _of_other_types(text: str, segments: Sequence[Segment], found: Sequence[Entity], threads: int) -> Iterator[Entity]:
    """What the tagger has no label for: peoples, laws, works, events, products; by the small English model and rules.

    The tagger's own names stand; only a law may hold one of them: the Paris Agreement.
    """
    taken = {position for entity in found for position in range(entity.start, entity.end)}
    latin = scored("latin", (e for s in segments for e in latin_names(text, s)))
    names_ = [
        *_recognized(choice.FAST, "en", threads, text, [s for s in segments if s.lang == "en"]),
        *(e for e in latin if e.label == "PRODUCT"),
    ]
    for entity in names_:
        is_law = sure_label(entity.text) == "LAW"
        if is_law or (entity.label in _OTHER_TYPES and taken.isdisjoint(range(entity.start, entity.end))):
            yield entity


_OTHER_TYPES = frozenset({"NORP", "LAW", "WORK_OF_ART", "EVENT", "PRODUCT"})


@lru_cache(maxsize=10_000)
def _is_person(name: str, models: str, threads: int) -> bool:
    """Whether the English model knows a run of two or three plain words as a person."""
    text = f"{name} said so."
    found = choice.recognizer(models, "en", threads).recognize(text, [Segment(0, len(text), "en")])
    return any(e.label == "PERSON" and e.text == name for e in found)


def _is_several(name: str) -> bool:
    """Whether an English model took several names for one: 白宫 WHITE HOUSE, Meta's Llama."""
    mixed = HAN.search(name) is not None and _LATIN.search(name) is not None
    return mixed or len(names.KNOWN_NAME.findall(name)) > 1


def _joined(entities: Iterable[Entity]) -> list[Entity]:
    """LAC's halves of a foreign person's name as one: 布莱恩·|切斯基."""
    out: list[Entity] = []
    for entity in entities:
        before = out[-1] if out else None
        if (
            before
            and before.label == entity.label == "PERSON"
            and before.end == entity.start
            and before.text[-1] == "·"
        ):
            out[-1] = Entity(before.start, entity.end, before.text + entity.text, "PERSON", before.score)
        else:
            out.append(entity)
    return out


def _relabelled(text: str, entities: Sequence[Entity]) -> list[Entity]:
    """A Latin name in brackets right after a Chinese name takes its label: 马斯克（Elon Musk）."""
    out: list[Entity] = []
    for entity in entities:
        before = out[-1] if out else None
        is_alias = (
            before is not None
            and text[before.end : entity.start] in ("（", "(", " (")
            and text[entity.end : entity.end + 1] in ("）", ")")
            and HAN.search(before.text)
            and entity.text.isascii()
        )
        out.append(
            Entity(entity.start, entity.end, entity.text, before.label, entity.score) if before and is_alias else entity
        )
    return out
