"""Which names of two claims mean one thing."""

from __future__ import annotations

import re
from functools import lru_cache

from toolkit.claims.statement import Name, Statement


def shared_names(a: Statement, b: Statement) -> tuple[list[str], bool]:
    """The names that both have, and whether each has one in the place of another's."""
    left_a: list[Name] = []
    left_b = list(b.names)
    shared: list[str] = []
    for name in a.names:
        match = next((other for other in left_b if is_one(name, other)), None)
        if match:
            shared.append(name.text)
            left_b.remove(match)
        elif name.text in b.text:
            shared.append(name.text)
        else:
            left_a.append(name)
    there = [name for name in left_b if name.text in a.text]
    shared += [name.text for name in there]
    left_b = [name for name in left_b if name not in there]
    same_lang = a.lang == b.lang
    pairs = [(x, y) for x in left_a for y in left_b if x.kind == y.kind and (same_lang or (x.known and y.known))]
    return shared, bool(pairs)


@lru_cache(maxsize=200_000)
def is_one(one: Name, other: Name) -> bool:
    """Whether two names may mean one thing: by their keys, or one is a part or the initials of the other."""
    if any(SOUND not in key for key in one.keys & other.keys):  # in one script spelling tells, not sound
        return True
    if one.known and other.known:
        return False
    if "NORP" in (one.kind, other.kind) and one.text[:4] == other.text[:4] and one.text.isascii():
        return True  # Guyana, Guyanese
    if one.kind == other.kind and any(sound_alike(x, y) for x in one.keys for y in other.keys):
        return True
    if any(_begins(x, y) or _begins(y, x) for x in one.keys for y in other.keys):
        return True
    short, long = sorted((one.text, other.text), key=len)
    if not short.isascii():
        return len(short) >= 2 and (short in long or (one.kind == other.kind == "PLACE" and _is_longer(long, short)))
    words = re.findall(r"[A-Za-z0-9']+", long)
    if short.isupper() and 3 <= len(short) == len([w for w in words if w[0].isupper()]):
        return short == "".join(w[0] for w in words if w[0].isupper())
    has_digit = any(char.isdigit() for char in short + long)
    return len(short) >= 4 and not has_digit and all(word in words for word in re.findall(r"[A-Za-z0-9']+", short))


def _is_longer(long: str, short: str) -> bool:
    """Whether a Chinese name of a place has all of another's characters in order: 甘肃玛曲县, 甘肃省甘南州玛曲县."""
    left = iter(long)
    return all(char in left for char in short)


def _begins(short: str, long: str) -> bool:
    """Whether a Latin key is the beginning of another: tsinghua, tsinghuauniversity; but not qwen2 and qwen25."""
    return (
        SOUND not in short
        and 6 <= len(short) < len(long)
        and long.startswith(short)
        and long.isascii()
        and not re.search(r"\d", long)
    )


SOUND = "~"
"""Stands before the sounds in a key; before it stands the script: zh~LMNFTK, en~LMNFTK."""
_FEW_SOUNDS = 3  # with fewer, names sound alike by chance
_ALIKE = 0.8
_CLOSE = {
    **dict.fromkeys(map(frozenset, ("NM",)), 0.3),
    **dict.fromkeys(map(frozenset, ("FH", "KS", "PF", "KH")), 0.4),
    **dict.fromkeys(map(frozenset, ("TS",)), 0.5),
    **dict.fromkeys(map(frozenset, ("LN", "SH")), 0.7),
}
_LEFT_OUT = {"r": 0.0, "H": 0.5, "L": 0.6, "N": 0.6, "F": 0.7}


@lru_cache(maxsize=100_000)
def sound_alike(one: str, other: str) -> bool:
    """Whether two keys hold sounds, of a Chinese name and of a Latin one, that may be one name's."""
    (script, mark, a), (script_b, mark_b, b) = one.partition(SOUND), other.partition(SOUND)
    if not mark or not mark_b or script == script_b:
        return False
    most = max(len(sounds.replace("r", "")) for sounds in (a, b))
    return most >= _FEW_SOUNDS and 1 - _apart(a, b) / most >= _ALIKE


def _apart(a: str, b: str) -> float:
    """How far two rows of sounds are apart: what it costs to change one into the other."""
    row = [0.0]
    for y in b:
        row.append(row[-1] + _LEFT_OUT.get(y, 1.0))
    for x in a:
        above, row = row, [row[0] + _LEFT_OUT.get(x, 1.0)]
        for j, y in enumerate(b):
            swap = 0.0 if x.upper() == y.upper() or {x, y} == {"L", "r"} else _CLOSE.get(frozenset((x, y)), 1.0)
            row.append(min(above[j] + swap, above[j + 1] + _LEFT_OUT.get(x, 1.0), row[-1] + _LEFT_OUT.get(y, 1.0)))
    return row[-1]
