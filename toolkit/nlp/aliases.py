"""One id for all mentions of one thing in a document: 中国驻美大使馆 and 大使馆, Alibaba and 阿里, Elon Musk and Musk.

Surfaces are compared within one kind (people, organisations, places, …), by named rules. A surface that two things
could claim belongs to neither, unless one of them fits better.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import pairwise

from toolkit.model import Entity
from toolkit.nlp.equivalents import STANDARD
from toolkit.nlp.names import words

_KIND = {"GPE": "PLACE", "LOC": "PLACE", "FAC": "PLACE"}
_MARKS = re.compile("[《》“”‘’\"']")
_HAN_ONLY = re.compile(r"[\u3400-\u9fff·]+")
_WORD = re.compile(r"[^\W_]+(?:[.&'’-][^\W_]+)*\.?")
_HAN = re.compile(r"[\u3400-\u9fff]")
_SMALL_WORDS = frozenset(words("of the and for in on de la du at"))
# What a firm's name can do without.
_FIRM_WORDS = frozenset(
    words("inc corp corporation company co ltd limited plc llc ag sa nv group holdings holding gmbh auto")
)
_PREFIXES = ("中华人民共和国", "中国", "美国", "欧盟")
_INSTITUTIONS = ("银行", "大学", "公司", "集团", "医院", "法院", "政府", "学院", "警方", "委员会")

Rule = Callable[[str, str], float]


def entity_ids(text: str, entities: Sequence[Entity]) -> list[str]:
    """An id for each entity, the same for mentions of one thing: its kind and its fullest or best-known name."""
    surfaces: dict[str, list[str]] = defaultdict(list)  # kind → surfaces in reading order
    keys = [(_KIND.get(e.label, e.label), _plain(e.text)) for e in entities]
    for kind, surface in keys:
        if surface not in surfaces[kind]:
            surfaces[kind].append(surface)
    names: dict[tuple[str, str], str] = {}
    bracketed = _bracketed(text, entities)
    for kind, found in surfaces.items():
        for surface, name in _linked(kind, found, bracketed).items():
            names[kind, surface] = name
    return [f"{kind}:{names[kind, surface]}" for kind, surface in keys]


def _plain(name: str) -> str:
    return " ".join(_MARKS.sub("", name).split())


def _bracketed(text: str, entities: Sequence[Entity]) -> dict[str, str]:
    """Second name → first: 世界卫生组织（世卫组织）, Elon Musk (马斯克)."""
    out = {}
    for before, after in pairwise(entities):
        gap = text[before.end : after.start].strip()
        if gap in ("（", "(", "（简称", "（又称", "（即") and text[after.end : after.end + 1] in ("）", ")"):
            out[_plain(after.text)] = _plain(before.text)
    return out


def _linked(kind: str, surfaces: Sequence[str], bracketed: dict[str, str]) -> dict[str, str]:
    """Surface → the name of its thing."""
    head: dict[str, str] = {s: s for s in surfaces}

    def root(surface: str) -> str:
        while head[surface] != surface:
            surface = head[surface]
        return surface

    def link(short: str, long: str) -> None:
        head[root(short)] = root(long)

    first_of: dict[str, str] = {}
    for surface in surfaces:
        standard = STANDARD.get(surface.casefold(), surface.casefold())
        if standard in first_of:
            link(surface, first_of[standard])
        first_of.setdefault(standard, surface)
    for short, long in bracketed.items():
        if short in head and long in head and (_scripts_differ(short, long) or _fit(kind, short, long)):
            link(short, long)
    # Short forms that nothing sure has linked take the one longer name that fits best; those with the fewest to choose
    # from go first, and no two short forms of one length share a name (中石油, 中石化).
    linked = {s for s in surfaces if root(s) != s} | {root(s) for s in surfaces if root(s) != s}
    index = _index(surfaces)
    fitting = {s: _fitting(kind, s, index) for s in surfaces if s not in linked}
    taken: dict[str, set[int]] = defaultdict(set)
    for short in sorted((s for s in fitting if fitting[s]), key=lambda s: len(fitting[s])):
        free = [(score, t) for score, t in fitting[short] if len(short) not in taken[root(t)]] or fitting[short]
        best = [t for score, t in free if score == free[0][0]]
        if len({root(t) for t in best}) == 1:
            link(short, best[0])
            taken[root(short)].add(len(short))
    groups: dict[str, list[str]] = defaultdict(list)
    for surface in surfaces:
        groups[root(surface)].append(surface)
    names = {key: _name_of(members) for key, members in groups.items()}
    return {surface: names[root(surface)] for surface in surfaces}


def _index(surfaces: Sequence[str]) -> dict[str, set[str]]:
    """What a longer name may be found by: its Han characters, its Latin words, its initials."""
    index: dict[str, set[str]] = defaultdict(set)
    for surface in surfaces:
        parts = [w.lower().rstrip(".") for w in _WORD.findall(surface)]
        initials = {"".join(w[0] for w in parts), "".join(w[0] for w in parts if w not in _SMALL_WORDS)}
        for key in {*_HAN.findall(surface), *parts, *(f"={i}" for i in initials)}:
            index[key].add(surface)
    return index


def _fitting(kind: str, short: str, index: dict[str, set[str]]) -> list[tuple[float, str]]:
    """The longer names that `short` may stand for, best first."""
    if _HAN_ONLY.fullmatch(short):
        found = index[short[0]] & index[short[-1]]
    else:
        parts = [w.lower().rstrip(".") for w in _WORD.findall(short)] or [""]
        found = index[parts[0]] | index[parts[-1]] | index["=" + short.replace(".", "").lower()]
    return sorted(((score, long) for long in found if (score := _fit(kind, short, long))), key=lambda f: (-f[0], f[1]))


def _name_of(surfaces: Sequence[str]) -> str:
    known = [STANDARD[s.casefold()] for s in surfaces if s.casefold() in STANDARD]
    return known[0] if known else max(surfaces, key=len)


def _scripts_differ(one: str, other: str) -> bool:
    return bool(_HAN_ONLY.fullmatch(one)) != bool(_HAN_ONLY.fullmatch(other))


def _fit(kind: str, short: str, long: str) -> float:
    """How well `short` stands for `long`; 0 where it does not."""
    if len(short) >= len(long) or short.casefold() == long.casefold():
        return 0.0
    return max((rule(short, long) for rule in _RULES.get(kind, ())), default=0.0)


def _surname(short: str, long: str) -> float:
    """Musk of Elon Musk, 切斯基 of 布莱恩·切斯基; a given name alone is weaker."""
    parts = re.split(r"[·\s]+", long)
    if len(parts) < 2 or parts[-1].rstrip(".") in ("Jr", "Sr"):
        return 0.0
    return 2.0 if short == parts[-1] else 1.0 if short == parts[0] and len(short) > 2 else 0.0


def _initials(short: str, long: str) -> float:
    """WHO of World Health Organization, UN of United Nations."""
    parts = _WORD.findall(long)
    letters = "".join(w[0] for w in parts if w.lower() not in _SMALL_WORDS)
    every = "".join(w[0] for w in parts)
    plain = short.replace(".", "")
    return 2.0 if plain.isupper() and len(plain) > 1 and plain in (letters.upper(), every.upper()) else 0.0


def _fewer_words(short: str, long: str) -> float:
    """Tesla of Tesla Inc., Oxford University of University of Oxford, Samsung of Samsung Electronics."""
    if _HAN_ONLY.fullmatch(long):
        return 0.0
    few, many = ([w.lower().rstrip(".") for w in _WORD.findall(name)] for name in (short, long))
    few, many = ([w for w in name if w not in _SMALL_WORDS] for name in (few, many))
    if not few or not many:
        return 0.0
    if sorted(few) == sorted(many) or [w for w in many if w not in _FIRM_WORDS] == few:
        return 2.0
    return 1.0 if many[: len(few)] == few and short[0].isupper() and len(few) < len(many) else 0.0


def _last_words(short: str, long: str) -> float:
    """S25 of Galaxy S25, D.C. of Washington, D.C., AI Act of EU AI Act."""
    return 1.0 if re.search(rf"[\s,]{re.escape(short)}$", long) else 0.0


def _abbreviated(short: str, long: str) -> float:
    """发改委 of 国家发展和改革委员会, 大使馆 of 中国驻美大使馆, 京东 of 京东集团: the same characters in order."""
    if not (_HAN_ONLY.fullmatch(short) and _HAN_ONLY.fullmatch(long)) or len(short) < 2:
        return 0.0
    position = -1
    for char in short:
        position = long.find(char, position + 1)
        if position < 0:
            return 0.0
    if _is_another_institution(short, long):
        return 0.0
    return 1.0 + (short[0] == long[0]) + len(short) / len(long) / 2


def _is_another_institution(short: str, long: str) -> bool:
    """上海银行 is no short form of 上海浦东发展银行, nor 中山大学 of 中山大学附属医院."""
    if long.startswith(short):
        return short.endswith(_INSTITUTIONS) and long.endswith(_INSTITUTIONS) and long[-2:] != short[-2:]
    for kind in _INSTITUTIONS:
        if short.endswith(kind) and long.endswith(kind):
            rest = short.removesuffix(kind)
            return len(rest) >= 2 and long.startswith(rest)
    return False


def _title_of_law(short: str, long: str) -> float:
    """能源法 of 中华人民共和国能源法"""
    return 2.0 if any(long == prefix + short for prefix in _PREFIXES) else 0.0


_RULES: dict[str, tuple[Rule, ...]] = {
    "PERSON": (_surname,),
    "ORG": (_initials, _fewer_words, _abbreviated),
    "PLACE": (_initials, _last_words),
    "PRODUCT": (_last_words,),
    "LAW": (_title_of_law, _last_words, _initials),
    "EVENT": (_last_words, _abbreviated),
}
