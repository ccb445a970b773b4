"""Bytes to text: UTF-8, UTF-16 with its mark, GB18030, and a refusal with a reason for everything else.

GB18030 gives a reading to almost any bytes, so a reading counts only where it looks like Chinese: most of its Han
characters are everyday ones (level 1 of GB 2312). Windows-1252, Big5 and broken UTF-8 do not pass; nor do Korean
and Japanese, whose readings are everyday characters in a mix that no Chinese text has.
"""

from __future__ import annotations

import re
from collections import Counter

from toolkit.errors import ReadError

MIN_LEVEL_1 = 0.5  # real simplified text: above 0.8; traditional text in GBK: about 0.6; Big5 read as GBK: below 0.45
MIN_COMMON = 0.06  # real text: about a third; Korean and Japanese read as GBK: about 0.02
_ENOUGH_HAN = 30  # fewer characters say nothing about their mix
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多"
    "定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由"
    "其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意"
    "建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山"
    "统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处府研市亿元万百增长率企业报消息记者"
)

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_MAGIC = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"\xd0\xcf\x11\xe0",
    b"\x1f\x8b",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x7fELF",
    b"SQLite format 3",
)
_CONTROL = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MAX_CONTROL = 0.01


def decode(raw: bytes, path: str) -> str:
    """The text of `raw` without its byte order mark; ReadError where it is binary or in another encoding."""
    return _strict(raw, encoding_of(raw, path), path)


def encoding_of(raw: bytes, path: str) -> str:
    """The name of the codec that reads `raw`; ReadError where there is none."""
    for bom, codec in _BOMS:
        if raw.startswith(bom):
            return codec
    if is_binary(raw):
        raise ReadError(path, "binary, not text")
    if _reads_as(raw, "utf-8") is not None:
        return "utf-8"
    reading = _reads_as(raw, "gb18030")
    if reading is not None and looks_chinese(reading):
        return "gb18030"
    raise ReadError(path, "not UTF-8, UTF-16 or GB18030 text; save it as UTF-8")


def is_binary(raw: bytes) -> bool:
    """Whether bytes without a byte order mark are no text in any encoding read here."""
    if raw.startswith(_MAGIC) or b"\x00" in raw:
        return True
    return len(_CONTROL.findall(raw)) > _MAX_CONTROL * len(raw)


def looks_chinese(text: str) -> bool:
    """Whether a GB18030 reading is Chinese rather than other bytes misread."""
    level_1 = others = common = 0
    for char, count in Counter(text).items():
        if char.isascii():
            continue
        try:
            lead = char.encode("gb2312")[0]
        except UnicodeEncodeError:
            if 0xE000 <= ord(char) <= 0xF8FF:
                return False  # private use
            lead = 0
        if lead in (0xA1, 0xA3):  # punctuation and full-width signs
            continue
        if 0xB0 <= lead <= 0xD7:
            level_1 += count
            common += count * (char in _COMMON)
        else:
            others += count
    total = level_1 + others
    return level_1 >= MIN_LEVEL_1 * total and (total < _ENOUGH_HAN or common >= MIN_COMMON * total)


def _reads_as(raw: bytes, codec: str) -> str | None:
    try:
        return raw.decode(codec)
    except UnicodeDecodeError:
        return None


def _strict(raw: bytes, codec: str, path: str) -> str:
    text = _reads_as(raw, codec)
    if text is None:
        raise ReadError(path, f"marked as {codec.upper()} but broken; save it as UTF-8")
    return text.removeprefix("\ufeff")
