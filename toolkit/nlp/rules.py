"""Names that are found by rule: known names, titles in 《》, Latin names within Chinese, products with digits.

No model knows these well: a model's name is newer than any training text, and 《》 says by itself what it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.model import Entity, Segment
from toolkit.nlp import names
from toolkit.nlp.labels import latin_label, sure_label, title_label

HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_TITLE = re.compile(r"《([^《》\n]{1,40})》")
_LATIN_WORD = r"[A-Za-zÀ-ÖØ-öø-ÿ][A-Za-zÀ-ÖØ-öø-ÿ0-9]*(?:[-.+&'’][A-Za-zÀ-ÖØ-öø-ÿ0-9]+)*"
_LATIN_RUN = re.compile(
    rf"(?<![A-Za-z0-9.@/_#]){_LATIN_WORD}(?: (?=[A-Z]){_LATIN_WORD})*(?![A-Za-z0-9@/_]|\.[A-Za-z0-9])"
)
_MODEL_NAME = re.compile(
    r"(?<![A-Za-z0-9.@/_#-])[A-Z][A-Za-z]*-?(?=[A-Za-z.-]*[0-9])[A-Za-z0-9.-]*[A-Za-z0-9](?![A-Za-z0-9@/_])"
)
_LATIN_WORD_AND_GAP = re.compile(rf"(?P<word>{_LATIN_WORD}) ?")
_OPENING_WORD = re.compile(r"[A-Z][a-z]+")
_ENGLISH_GOES_ON = re.compile(r" [a-z]+[ :,.]")
_LAW_END = re.compile(r" (?:Act|Bill|Treaty)$")


# Names with a number, whose first word hardly counts anything: iOS 18.2, Switch 2, Model 3, Llama 4 Maverick.
_NUMBERED_PRODUCT = re.compile(
    r"(?<![A-Za-z0-9])(?:iOS|iPadOS|macOS|Android|Windows|iPhone|iPad|Galaxy S|Galaxy|Pixel|Switch|PlayStation|Xbox|"
    r"Model|RTX|GTX|Core|Ryzen|Mate|Redmi|Claude(?: Opus| Sonnet| Haiku)?|Llama|Gemini|Grok|Gemma|Mistral|Kimi|Phi|"
    r"Falcon|Starship|Arrow|Boeing|Airbus|Ariane|Vega|Voyager|Apollo|Artemis|至强|波音|空客|小米|荣耀)[ ]?(?=[0-9A-Z])"
    r"(?:[0-9]{1,4}(?:\.[0-9]{1,2})?[A-Za-z]{0,3}|[KSXY][0-9]?|XL?R)(?![0-9%A-Za-z])"
    r"(?: (?:Pro|Max|Plus|Ultra|Mini|Air|SE|Opus|Sonnet|Haiku|Turbo|Flash|Maverick|Behemoth|Scout|Lightning)\b)*"
    r"(?![0-9.,]*[ ]?(?:%|万|亿|年|月|日|million|billion|per cent))"
)
# Craft and weapons of Chinese names: 神舟二十号, 歼-20, 雪龙2号.
_CRAFT = re.compile(
    r"(?:(?:神舟|嫦娥|天问|长征|天宫|天舟|雪龙|奋斗者|蛟龙|复兴|和谐|风云|祝融|玉兔|悟空|月船|希望|海洋|力箭|朱雀|引力|隼鸟|猎鹰)"
    r"(?:[一二三四五六七八九十百0-9]{0,3}[甲乙丙丁]?号|-?[0-9]{1,2}[A-Z]?)"
    r"|(?:歼轰|歼|运|轰|直|苏|图|米格|东风|鹰击|红旗|巨浪|翼龙|彩虹|见证者|沙希德|长剑|霹雳|伊尔|海马斯)-[0-9]{1,3}[A-Z]{0,3})(?![0-9线楼院])"
)
_STORM = re.compile(r"\b(?:Hurricane|Typhoon|Cyclone|Tropical Storm) [A-Z][A-Za-z-]+")
_ENGLISH_EVENT = re.compile(
    r"\b(?:(?:19|20)[0-9]{2} )?(?:[A-Z][A-Za-z]+ ){0,3}(?:Olympics|Paralympics|World Cup|Super Bowl(?: [IVXL]+)?|"
    r"Grand Prix|G7 Summit|G20 Summit|Champions League|World War (?:I|II|One|Two)|Cold War)\b(?! [A-Z])"
)
_EVENT = re.compile(
    r"(?:(?:19|20)[0-9]{2}年)?(?:第[一二三四五六七八九十0-9]{1,3}届)?(?P<what>[\u4e00-\u9fff]{0,8}?)"
    r"(?:奥运会|冬奥会|残奥会|世界杯|亚运会|世博会|博览会|进博会|广交会|电影节|航展|车展|马拉松赛|锦标赛|公开赛)"
)
_EVENT_START = re.compile(r"(?:19|20)[0-9]{2}年|第[一二三四五六七八九十0-9]{1,3}届")
_WORLD_WAR = re.compile(r"第[一二]次世界大战|[一二]战(?=[后前期时中结爆])|冷战")


def sure_names(text: str, segment: Segment) -> Iterator[Entity]:
    """Names in one sentence that need no model's word: known ones, titles in 《》, names with digits."""
    for match in names.KNOWN_NAME.finditer(text, segment.start, segment.end):
        yield _entity(text, match.start(), match.end(), sure_label(match.group()) or "ORG")
    for match in _TITLE.finditer(text, segment.start, segment.end):
        yield _entity(text, match.start(1), match.end(1), title_label(match.group(1)))
    for pattern, label in (
        (_NUMBERED_PRODUCT, "PRODUCT"),
        (_CRAFT, "PRODUCT"),
        (_STORM, "EVENT"),
        (_WORLD_WAR, "EVENT"),
    ):
        for match in pattern.finditer(text, segment.start, segment.end):
            yield _entity(text, match.start(), match.end(), label)
    for match in _ENGLISH_EVENT.finditer(text, segment.start, segment.end):
        yield _entity(text, match.start(), match.end(), "EVENT")
    for match in _EVENT.finditer(text, segment.start, segment.end):
        if _EVENT_START.match(match.group()):
            yield _entity(text, match.start(), match.end(), "EVENT")
    for match in _MODEL_NAME.finditer(text, segment.start, segment.end):
        yield _entity(text, match.start(), match.end(), "PRODUCT")


def latin_names(text: str, segment: Segment) -> Iterator[Entity]:
    """Runs of Latin words with a capital beside Han characters: names, to models that read one language only."""
    if segment.lang == "en" and not HAN.search(text, segment.start, segment.end):
        return
    for match in _LATIN_RUN.finditer(text, segment.start, segment.end):
        start, end = _without_common_words(text, *match.span())
        if segment.lang == "en" and not _beside_han(text, start, end):
            continue  # the English model has read it
        name = text[start:end]
        if _OPENING_WORD.fullmatch(name) and _ENGLISH_GOES_ON.match(text, end) and not sure_label(name):
            continue  # Derived models: …
        if any(char.isupper() for char in name) and (name != "X" or _is_platform_x(text, start, end)):
            yield _entity(text, start, end, latin_label(name))


def _beside_han(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - 2) : start].rstrip()[-1:], text[end : end + 2].lstrip()[:1]
    return any(char and (HAN.match(char) or char in "、，（）。：") for char in (before, after))


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


def _is_platform_x(text: str, start: int, end: int) -> bool:
    """A lone X is the platform only where the words beside it say so."""
    return text[max(0, start - 3) : start].rstrip().endswith(("在", "平台")) or text[end : end + 2].lstrip()[:1] in (
        "上",
        ("平"),
    )


def _entity(text: str, start: int, end: int, label: str) -> Entity:
    return Entity(start, end, text[start:end], label)


# What makes more of a name than the model took: 美国|人, 霍尔木兹|海峡, 武汉|长江大桥, 朝鲜|战争.
_PEOPLE_AFTER = re.compile(r"人(?![民口士员类工权事才均质物形力大文造])|教徒|族人?(?![群])")
_NATURE_AFTER = re.compile(r"(?:海峡|海沟|雨林|山脉|群岛|半岛|沙漠|平原|高原|盆地|运河|火山|冰川)")
_BUILT_AFTER = re.compile(
    r"(?:长江|黄河)?(?:大桥|机场|国际机场|火车站|体育场|体育馆|航天发射场|发射场|大会堂|核电站|水电站|广场)"
)
_EVENT_AFTER = re.compile(
    r"(?:金融|债务|核|导弹)?(?:战争|危机|核事故|大地震|海啸|航展|电影节|车展|峰会|奥运会|冬奥会|世界杯|亚运会)(?![以期初])"
)
_YEAR_BEFORE = re.compile(r"(?:(?:19|20)[0-9]{2}年|第[一二三四五六七八九十0-9]{1,3}届)$")
_PLACES = frozenset({"GPE", "LOC", "FAC"})


def extended(text: str, entity: Entity) -> Entity:
    """`entity` with the noun after it that makes a people, a landmark or an event of it."""
    if not HAN.search(entity.text):
        return entity
    places = entity.label in _PLACES
    for pattern, label, may in (
        (_PEOPLE_AFTER, "NORP", places or entity.label == "NORP" or entity.text.endswith(("党", "教"))),
        (_EVENT_AFTER, "EVENT", places),
        (_NATURE_AFTER, "LOC", places or entity.label in ("ORG", "PERSON")),
        (_BUILT_AFTER, "FAC", places),
    ):
        match = pattern.match(text, entity.end) if may else None
        if match:
            start = entity.start
            year = _YEAR_BEFORE.search(text, max(0, start - 8), start) if label == "EVENT" else None
            return _entity(text, year.start() if year else start, match.end(), label)
    return entity
