"""A text as sentences, each with its language; Chinese and English may alternate freely.

Three passes, each linear: lines are joined to blocks where a line end is only a hard wrap, blocks are cut at sentence
marks, and what is still too long for the models is cut at commas or spaces. Everything but white space is covered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from toolkit.model import Lang, Segment

MAX_SENTENCE = 1_000  # characters; the models' cost grows with the square of it
MIXED_SHARE = 0.1  # from this share of the smaller language on, a text is mixed

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd〇"
_HAN_CHAR = re.compile(f"[{_HAN}]")
_WIDE_CHAR = re.compile(f"[{_HAN}\u3000-\u303f\uff01-\uff60]")
_LATIN_WORD = re.compile(r"[A-Za-zÀ-ɏ]+(?:['’-][A-Za-zÀ-ɏ]+)*")

# --- hard-wrapped lines

_LINE = re.compile(r"[^\n\v\f\x85\u2028\u2029]+")
_LIST_ITEM = re.compile(
    r"\s*(?:[-*+•·●○▪◦‣–—]\s|\d{1,3}[.)．](?=\s)|\d{1,3}[、）]|[（(][\d一二三四五六七八九十]{1,3}[）)]"
    r"|[一二三四五六七八九十]{1,3}、|第[\d一二三四五六七八九十]{1,3}[章节条]|[①-⑳]|#{1,6}\s|[>|])"
)
_LINE_DONE = re.compile(r"[。！？!?：:…；;.．｡][”’」』》）)\]】\"'*_]*$")
_RULED = re.compile(r"\s*#{1,6}\s|.*[\t|]")  # headings and table rows never run on
_FIRST_WORD = re.compile(f"[{_HAN}]{{1,2}}|\\S{{1,30}}")
_COMMA_END = re.compile(r"[,，、–—-]$")
_OPEN_END = re.compile(r"\b(?:an?|and|as|at|by|for|from|into|its|of|or|than|that|the|their|to|were|with)$")
_ABBREVIATION_END = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|St|No|vs|e\.g|i\.e)\.$")
_MIN_LATIN_WRAP = 30  # columns; shorter lines are lists and addresses rather than paragraphs
_MIN_HAN_WRAP = 20  # characters

# --- sentence marks


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


_CLOSERS = "”’」』》〉）)\\]】\"'*_"
_MARK = re.compile(rf"(?P<mark>[。！？｡‼⁇⁈⁉!?]+|…+|⋯+|\.+|．)(?P<close>(?:\[\d{{1,3}}\]|[{_CLOSERS}])*)")
_WORD_BEFORE = re.compile(r"[A-Za-zÀ-ɏ.]+$")
_NEXT = re.compile(r"(?P<gap>\s*)[“‘「『《（(\[【\"']*(?P<char>\S)(?P<word>[A-Za-z]*)")
_DOTTED = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]")
# Always followed by what they belong to.
_NEVER_LAST = _words(
    "mr mrs ms mx dr prof sen rep gov gen lt col sgt capt cmdr adm rev hon pres mt ft messrs st"
    " vs e.g i.e cf viz approx est ca fig figs eq vol pp ed eds dept"
)
_BEFORE_NUMBER = _words(
    "no nos art sec ch p jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun"
)
# Last words of a sentence now and then: the next word decides.
_MAYBE_LAST = _words("inc corp ltd co bros jr sr etc al llc plc a.m p.m ph.d u.s u.k u.n d.c e.u")
_STARTERS = _words(
    "a after all also although an and as at both but by during each even for from he her here his how however i if in"
    " it its last many more most my new no not now of on one our she since so some such that the their then there these"
    " they this those to two under until we what when where which while who why with you your"
)

# --- sentences that are too long

_CUTS = tuple(re.compile(p) for p in (r"[；;。！？]", r"[，、]|[,:：](?!\d)", r"\s"))


def sentences(text: str) -> list[Segment]:
    """The sentences of `text` in reading order: trimmed, never overlapping, together holding all but white space.

    None is longer than `MAX_SENTENCE`. A sentence without letters takes the language of the one before it.
    """
    spans = [
        part
        for block_start, block_end in _blocks(text)
        for start, end in _cut_block(text, block_start, block_end)
        for part in _cut_long(text, start, end)
    ]
    scripts = [_script(text[start:end]) for start, end in spans]
    lang: Literal["zh", "en"] = next((script for script, _ in scripts if script), "en")
    found = []
    for (start, end), (script, _) in zip(spans, scripts, strict=True):
        lang = script or lang
        found.append(Segment(start, end, lang))
    return found


def text_lang(text: str) -> Lang:
    """The language of a whole text; mixed from `MIXED_SHARE` of the smaller language on.

    Each sentence gives its Han characters and Latin words to the language of the sentence, so that English names
    inside Chinese sentences do not make a text mixed. A text without letters is en.
    """
    weight = {"zh": 0, "en": 0}
    for segment in sentences(text):
        weight[segment.lang] += _script(text[segment.start : segment.end])[1]
    if min(weight.values()) >= MIXED_SHARE * sum(weight.values()) > 0:
        return "mixed"
    return "zh" if weight["zh"] > weight["en"] else "en"


def _script(piece: str) -> tuple[Literal["zh", "en"] | None, int]:
    """The language of a piece by its script (None without letters), and its Han characters plus Latin words."""
    han = len(_HAN_CHAR.findall(piece))
    latin = len(_LATIN_WORD.findall(piece))
    if not han and not latin:
        return None, 0
    return ("zh" if han >= latin else "en"), han + latin


# --- lines to blocks


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Stretches in which a line end is not the end of a sentence."""
    for run in _runs(text):
        lines = [text[start:end] for start, end in run]
        full = max(map(_width, lines)) if len(lines) > 1 else 0
        block_start, block_end = run[0]
        for (start, end), line, before in zip(run[1:], lines[1:], lines, strict=False):
            if not _runs_on(before, line, full):
                yield block_start, block_end
                block_start = start
            block_end = end
        yield block_start, block_end


def _runs(text: str) -> Iterator[list[tuple[int, int]]]:
    """Lines with nothing blank between them, trimmed at the right."""
    run: list[tuple[int, int]] = []
    last = 0
    for match in _LINE.finditer(text):
        line = match.group().rstrip()
        if (not line or match.start() - last > 1) and run:
            yield run
            run = []
        if line:
            run.append((match.start(), match.start() + len(line)))
        last = match.end()
    if run:
        yield run


def _runs_on(before: str, line: str, full: int) -> bool:
    """Whether `line` goes on with the sentence of the line before; `full` is the width of the widest line around."""
    if _LIST_ITEM.match(line) or _RULED.match(line) or _RULED.match(before):
        return False
    words = line.lstrip()
    if len(line) - len(words) > len(before) - len(before.lstrip()) and not _LIST_ITEM.match(before):
        return False  # an indented line starts a paragraph
    if _LINE_DONE.search(before) and not _ABBREVIATION_END.search(before):
        return False
    first = _FIRST_WORD.match(words)
    width = _width(before)
    # A line was wrapped where the next word would not have fitted; titles mostly end well before.
    wrapped = first is not None and width + 1 + _width(first.group()) >= full
    if _HAN_CHAR.match(words):
        return wrapped and len(before) > _MIN_HAN_WRAP
    if width < _MIN_LATIN_WRAP or _HAN_CHAR.search(before[-1]):
        return False
    if words[0].islower() or _OPEN_END.search(before):
        return True
    return wrapped and bool(_COMMA_END.search(before) or _ABBREVIATION_END.search(before))


def _width(line: str) -> int:
    """Columns on a terminal: Han characters and full-width signs count two."""
    return len(line) + len(_WIDE_CHAR.findall(line))


# --- blocks to sentences


def _cut_block(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Trimmed sentences of one block."""
    first = quotes_to = start
    odd_quotes = False
    for match in _MARK.finditer(text, start, end):
        odd_quotes ^= text.count('"', quotes_to, match.end("mark")) % 2 == 1
        quotes_to = match.end("mark")
        cut = _closed_at(match, odd_quotes)
        if cut < end and _ends(text, first, match, cut, end):
            yield from _trimmed(text, first, cut)
            first = cut
    yield from _trimmed(text, first, end)


def _closed_at(match: re.Match[str], odd_quotes: bool) -> int:
    """The end of a mark with what it closes: a straight quote closes where one is open or white space follows it."""
    close = match.group("close")
    if not odd_quotes and '"' in close and not match.string[match.end() : match.end() + 1].isspace():
        close = close[: close.index('"')]
    return match.end("mark") + len(close)


def _ends(text: str, first: int, match: re.Match[str], cut: int, end: int) -> bool:
    """Whether the sentence that began at `first` ends with this mark; something follows it in the block."""
    mark, close = match.group("mark"), text[match.end("mark") : cut]
    after = _NEXT.match(text, cut, end)
    if after is None:
        return False  # only white space follows
    char = after.group("char")
    # Converted pages often lose the space after a closing quote.
    spaced = bool(after.group("gap")) or (close.endswith(("”", '"')) and char.isupper())
    if mark[0] in "。｡":
        return True
    if mark[0] in "…⋯" or mark.startswith(".."):
        return (spaced or bool(close)) and (char.isupper() or bool(_HAN_CHAR.match(char)))
    if mark[0] not in ".．":
        if any(bracket in close for bracket in "》〉）)]】*_"):
            return spaced and char.isupper()  # 《你好，李焕英！》 goes on
        if mark[-1] in "！？‼⁇⁈⁉":
            return not char.islower()
        return (spaced and not char.islower()) or bool(_HAN_CHAR.match(char))
    return _dot_ends(text, first, match.start(), spaced, after)


def _dot_ends(text: str, first: int, dot: int, spaced: bool, after: re.Match[str]) -> bool:
    """Whether the full stop at `dot` ends a sentence rather than an abbreviation, a number or a list mark."""
    char, following = after.group("char"), after.group("word")
    han_before = bool(_HAN_CHAR.match(text, dot - 1)) if dot > first else False
    if not spaced and not (_HAN_CHAR.match(char) or (han_before and not char.isdigit())):
        return False
    if char.islower() or (dot - first <= 3 and text[first:dot].strip().isdigit()):
        return False
    window = text[max(first, dot - 12) : dot]
    before = _WORD_BEFORE.search(window)
    word = before.group().strip(".") if before else ""
    known = word.lower()
    certain = word[:1].isupper() or "." in word or known in ("vs", "cf", "approx")  # a fig and an art are words too
    if known in _NEVER_LAST and (certain or char.isdigit()):
        return False
    if known in _BEFORE_NUMBER and word[0].isupper():
        return not char.isdigit()
    if known in _MAYBE_LAST or _DOTTED.fullmatch(word) or (len(word) == 1 and word.isupper()):
        return (char + following).lower() in _STARTERS and char.isupper()
    return True


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    right = start + len(piece.rstrip())
    if left < right:
        yield left, right


def _cut_long(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The same stretch in pieces of at most `MAX_SENTENCE`, cut at the last good place in the second half of each."""
    while end - start > MAX_SENTENCE:
        limit = start + MAX_SENTENCE
        cuts = ([m.end() for m in cut.finditer(text, start + MAX_SENTENCE // 2, limit)] for cut in _CUTS)
        cut = next((found[-1] for found in cuts if found), limit)
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, end)
