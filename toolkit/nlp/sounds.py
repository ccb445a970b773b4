"""How a name sounds, roughly: 罗曼·维特克 and Roman Vitek are both LMNFTK.

Chinese renders foreign names by syllables of its own, which keep the consonants better than the vowels. What sounds
alike to that ear is one letter: P (b p), T (d t th), K (g k q), S (all hisses), F (f v w), L (l r), M, N, H. A Latin r
that ends a syllable, which Chinese may leave out, is a small r.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby

_SYLLABLE = re.compile(r"(zh|ch|sh|[bpmfdtnlgkhjqxrzcsw])?[^n]*?(ng?)?$")
_PINYIN = {
    **dict.fromkeys(("zh", "ch", "sh", "j", "x", "z", "c", "s"), "S"),
    **{"b": "P", "p": "P", "m": "M", "f": "F", "w": "F", "d": "T", "t": "T", "n": "N", "l": "L", "r": "L"},
    **{"g": "K", "k": "K", "q": "K", "h": "H"},
}
_LATIN = tuple(
    (re.compile(spelling), sound)
    for spelling, sound in (
        (r"tsch|tch|sch|sh|ch|zh|cz|sz|ts|tz|dj|dge|j|z|s|c(?=[eiy])", "S"),
        (r"kh|h(?=[aeiouy])(?:(?<=^h)|(?<=[aeiou]h))", "H"),
        (r"qu|gh|ck|[gkqc]", "K"),
        (r"x", "KS"),
        (r"ph|[fv]|w(?=[aeiou])", "F"),
        (r"th|[dt]", "T"),
        (r"[bp]", "P"),
        (r"m(?=[bp])|ng?", "N"),
        (r"m", "M"),
        (r"l|(?<![a-z])r|rr?(?=[aeiouy])", "L"),
        (r"rr?", "r"),
        (r".", ""),
    )
)


def of_chinese(name: str) -> str:
    """The sounds of a name in Chinese letters."""
    from pypinyin import lazy_pinyin

    found = []
    for syllable in lazy_pinyin(re.sub("[^\u3400-\u9fff]", "", name)):
        first, last = _SYLLABLE.match(syllable).groups() if syllable != "er" else ("l", None)  # type: ignore[union-attr]
        found.append(_PINYIN.get(first or "", "") + ("N" if last else ""))
    return _once("".join(found))


def of_latin(name: str) -> str:
    """The sounds of a name in Latin letters."""
    flat = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(char for char in flat if not unicodedata.combining(char))
    return _once("".join(_word(word) for word in re.findall("[a-z]+", plain)))


def _word(word: str) -> str:
    found, at = "", 0
    while at < len(word):
        match, sound = next((m, sound) for spelling, sound in _LATIN if (m := spelling.match(word, at)))
        found += sound
        at = match.end()
    return found


def _once(sounds: str) -> str:
    return "".join(sound for sound, _ in groupby(sounds))
