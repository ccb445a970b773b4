"""What comes from outside, made fit for a page: nothing here is escaped yet, that is the writers' part.

The text of a document stays unchanged but for characters that HTML has no way to write (most control characters, lone
surrogates), each of which becomes one U+FFFD.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

# XML's and HTML's common ground: everything outside it would be dropped or changed by some parser.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
# Embeddings, overrides and isolates can make a short field read backwards; documents keep theirs, in isolation.
_BIDI_CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_LATIN_WORD = re.compile("[A-Za-z]{2,}")

Clean = Callable[[str | None], str]


def language(text: str) -> str | None:
    """zh-Hans or en, by which script says more; None where neither says anything."""
    han, latin = len(_HAN.findall(text)), len(_LATIN_WORD.findall(text))
    return None if han == latin == 0 else "zh-Hans" if han > latin else "en"


def document_text(text: str) -> str:
    """Same length, only characters that HTML can write; U+FFFD stands for the others."""
    return _UNWRITABLE.sub("\ufffd", text.replace("\r", "\n"))


def field(text: str | None) -> str:
    """A short field, trimmed, without direction controls or unwritable characters."""
    return tidy(text or "").strip()


def tidy(text: str) -> str:
    """The same, untrimmed: for a piece of a longer text."""
    return _BIDI_CONTROLS.sub("", _UNWRITABLE.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n")))


def field_without(names: Iterable[str], stand_in: str) -> Clean:
    """`field`, with annotators' e-mail addresses taken out: people quote each other in rationales."""
    addresses = sorted({name for name in names if "@" in name}, key=len, reverse=True)
    if not addresses:
        return field
    pattern = re.compile("|".join(map(re.escape, addresses)), re.IGNORECASE)
    return lambda text: pattern.sub(stand_in, field(text))


def flat(text: str) -> str:
    """One line, single spaces: for attributes and table cells."""
    return " ".join(text.split())
