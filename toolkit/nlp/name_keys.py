"""Keys by which a name is known again in another document and another script: 阿里 and Alibaba, 刘鹏宇 and Liu Pengyu.

A name has the key of its best-known form where the table of equivalents has one; a Chinese name also has its
romanisation, without the words that say what kind of thing it is (杭州市 → hangzhou), a Latin one its plain letters,
and a people its country. A rendering of a foreign name has its sounds: 罗曼·维特克 and Roman Vitek.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from toolkit.nlp.equivalents import STANDARD
from toolkit.nlp.names import words
from toolkit.nlp.sounds import of_chinese, of_latin

_HAN = re.compile(r"[\u3400-\u9fff]")
_HAN_ONLY = re.compile(r"[\u3400-\u9fff]{2,8}")
_LATIN_WORD = re.compile(r"[a-z0-9]+")
_MARKS = re.compile("[《》“”‘’\"'()（）]")
_LONGEST = 60
_FOREIGN = re.compile("[\u3400-\u9fff]+(?:[·•][\u3400-\u9fff]+)*")  # a name that may render a foreign one
_SYLLABLES = 2  # letters of a name from which on its sounds tell something
# What kind of thing a name is: left out (none), or said in English, so that a university is no hospital.
_KIND_ZH = {
    **dict.fromkeys(("股份有限公司", "有限公司", "公司", "集团", "控股"), ""),
    **dict.fromkeys(("科技", "技术"), "tech"),
    **{"大学": "university", "学院": "college", "银行": "bank", "医院": "hospital", "汽车": "auto", "能源": "energy"},
    **{"航空": "air", "证券": "securities", "保险": "insurance", "机场": "airport", "法院": "court", "基金": "fund"},
    **dict.fromkeys(("自治区", "省", "市", "县", "区", "州", "岛", "镇"), ""),
}
_KIND_EN = {
    **dict.fromkeys(words("inc corp corporation company co ltd limited plc llc ag group holdings holding the of"), ""),
    **dict.fromkeys(words("technology technologies tech"), "tech"),
    **dict.fromkeys(words("airlines airways air aviation"), "air"),
    **dict.fromkeys(words("motors motor auto automobile automotive"), "auto"),
    **dict.fromkeys(words("city province county district town prefecture state"), ""),
}


# Peoples by their country.
_PEOPLES = dict(
    pair.split("=")
    for pair in words("""
    chinese=china american=united_states americans=united_states british=united_kingdom english=united_kingdom
    french=france german=germany germans=germany italian=italy spanish=spain portuguese=portugal dutch=netherlands
    belgian=belgium swiss=switzerland austrian=austria swedish=sweden norwegian=norway danish=denmark finnish=finland
    polish=poland czech=czech_republic hungarian=hungary romanian=romania bulgarian=bulgaria greek=greece
    turkish=turkey russian=russia russians=russia ukrainian=ukraine ukrainians=ukraine israeli=israel israelis=israel
    palestinian=palestine iranian=iran iraqi=iraq saudi=saudi_arabia egyptian=egypt syrian=syria lebanese=lebanon
    indian=india pakistani=pakistan bangladeshi=bangladesh japanese=japan korean=south_korea vietnamese=vietnam
    thai=thailand malaysian=malaysia indonesian=indonesia philippine=philippines filipino=philippines
    singaporean=singapore australian=australia canadian=canada mexican=mexico brazilian=brazil argentine=argentina
    chilean=chile colombian=colombia peruvian=peru venezuelan=venezuela cuban=cuba nigerian=nigeria kenyan=kenya
    ethiopian=ethiopia african=africa european=europe europeans=europe asian=asia irish=ireland scottish=scotland
    welsh=wales taiwanese=taiwan
    """)
)


@lru_cache(maxsize=100_000)
def name_keys(name: str) -> frozenset[str]:
    """The keys of a name, at least one unless it holds no letter; two names may be one thing where they share a key."""
    plain = " ".join(_MARKS.sub("", unicodedata.normalize("NFKC", name)).split())[:_LONGEST]
    country = _PEOPLES.get(plain.casefold(), plain).replace("_", " ").removesuffix("人")
    known = STANDARD.get(plain.casefold()) or STANDARD.get(country.casefold())
    if known:
        return frozenset({f"={known.casefold()}", _letters(known)} - {""})
    if _HAN.search(plain):
        return frozenset({plain.casefold(), *_romanised(plain), *_sounds(plain)})
    return frozenset({_letters(plain), *_sounds(plain)} - {""})


def _sounds(name: str) -> set[str]:
    """How a name sounds, and how its last part does: zh~LMNFTK; Latin letters inside a Chinese name say nothing."""
    if _FOREIGN.fullmatch(name):
        return {f"zh~{of_chinese(part)}" for part in (name, re.split("[·•]", name)[-1]) if len(part) >= _SYLLABLES}
    if not name.isascii() and _HAN.search(name):
        return set()
    parts = [word for word in re.findall(r"[^\W\d_]+", name) if len(word) >= _SYLLABLES]
    return {f"en~{of_latin(part)}" for part in (" ".join(parts), parts[-1])} if parts else set()


def is_known(keys: frozenset[str]) -> bool:
    """Whether a name is in the table of equivalents, so that another such name means another thing."""
    return any(key.startswith("=") for key in keys)


def _letters(name: str) -> str:
    """The letters of a Latin name in a row: Liu Pengyu → liupengyu, Peking University → pekinguniversity."""
    flat = unicodedata.normalize("NFKD", name.casefold())
    found = _LATIN_WORD.findall("".join(char for char in flat if not unicodedata.combining(char)).replace("'s", ""))
    return "".join(_KIND_EN.get(word, word) for word in found) or "".join(found)


def _romanised(name: str) -> set[str]:
    if not _HAN_ONLY.fullmatch(name):
        return set()
    from pypinyin import lazy_pinyin

    stem, kind = name, ""
    for suffix, english in _KIND_ZH.items():
        if name.endswith(suffix) and len(name) - len(suffix) >= 2:
            stem, kind = name.removesuffix(suffix), english
            break
    found = {"".join(lazy_pinyin(stem)) + kind}
    if not kind and stem == name and 2 <= len(name) <= 3:  # a person may be written given name first
        syllables = lazy_pinyin(name)
        found.add("".join([*syllables[1:], syllables[0]]))
    return found
