"""Text → quantities: the languages' lexicons and rules put together, then dates resolved and weak readings dropped."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from toolkit.model import Quantity
from toolkit.quantities import amounts, dates, en, en_dates, zh, zh_dates
from toolkit.quantities.dates import Dated, resolve
from toolkit.quantities.grammar import Grammar, Literal, Reading, Token, trie
from toolkit.quantities.normalise import NUMERAL, POWERS, SCIENTIFIC, VULGAR, fold, numeral, power, scientific, vulgar

_ATTACHED_ROLES = {"unit", "mag", "mag_letter", "suffix_th", "ampm", "sign", "code", "cent_letter"}
_CURRENCY_CODES = en.CODES_BEFORE_DIGITS
_WORDS_BEFORE_DIGITS = (
    r"jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|mid|pre|post|sub|top|over|under|about|to|and|or|the|no"
    r"|q[1-4](?![0-9])|h[12](?![0-9])"
)


def _shields(attached: str) -> tuple[Literal, ...]:
    """What looks like a number and is none: addresses, names, versions, licence and telephone numbers, list marks."""
    patterns = (
        r"(?:https?|ftp)://[^\s\u3000-\u303f\u4e00-\u9fff\uff00-\uffef<>\"]{1,2000}",
        r"www\.[^\s\u3000-\u303f\u4e00-\u9fff<>\"]{1,2000}",
        r"[a-z0-9][a-z0-9._+-]{0,63}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}",
        r"!\[[^\]\n]{0,200}\]\([^)\n]{0,500}\)",
        r"\]\([^)\s]{1,500}\)",
        r"</?[a-z][^<>\n]{0,200}>",
        r"\[[0-9]{1,3}\]",
        # a dash and a blank at the start of a line are a bullet, never a sign
        r"(?<=\n)[ \t]{0,8}[-*•·–—]{1,2}[ \t]+|^[-*•·–—]{1,2}[ \t]+(?=[^\n]*\n)",
        # list marks at the start of a line
        r"(?m:^)[ \t]{0,8}(?:#{1,6}[ ])?(?:[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}(?:[.)](?=[ \t]{0,4}[^\s0-9])|、)"
        r"|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十0-9]{1,3}[章节条款编])",
        r"[(](?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[)]",
        # telephone numbers
        r"(?<![0-9])(?:\+[0-9]{1,3}[- ]?)?"
        r"(?:\(?0[0-9]{2,3}\)?[- ][0-9]{7,8}|[0-9]{3}[- ][0-9]{3,4}[- ][0-9]{4}|1[3-9][0-9]{9})(?![0-9])",
        r"\+[0-9]{1,3}[- ][0-9][0-9 /-]{5,16}[0-9]",
        # licence numbers, dotted versions, numbers too long to count anything
        r"(?<![a-z])(?:icp备|网安备|备案号|许可证号?|证号|编号|号码|订单号|批准文号|isbn|issn|doi)[: ]{0,2}"
        r"[0-9][0-9a-z-]{3,40}(?:号(?:-[0-9]{1,3})?)?",
        # numbered things
        r"(?<![a-z])(?:mate|rtx|gtx|pixel|redmi|ryzen|galaxy s?|iphone|ipad|windows|android|ios|macos|boeing|airbus"
        r"|version|section|chapter|figure|fig\.?|table|appendix|page|python|邮编|版本|图|表|型号)"
        r"[ ]?[0-9]++(?:\.[0-9]++){0,4}(?![0-9.,]*[ ]?[%万亿个])",
        r"[0-9]{5,}+号",
        r"(?<![0-9])[0-9]{1,2}·[0-9]{1,2}(?![0-9])",  # 3·15, an event by its day
        r"(?<=[a-z][ ])0[0-9]{2,}+(?![0-9]*[.,:][0-9])",
        r"[0-9]++(?:\.[0-9]++){2,}+(?![年月])",
        r"(?<![0-9])[0-9]{25,}+",
        r"(?<![a-z0-9$€£¥])(?:[248]k|[123]d)(?![a-z0-9])(?!\s*[b万亿])",
        # names with digits in them, from either side
        r"(?<![a-z0-9])(?=[a-z][a-z._/-]{0,160}+[0-9])"
        rf"(?!(?:{_CURRENCY_CODES}|{_WORDS_BEFORE_DIGITS})[-. ]?[0-9]|{en.POWER_UNITS})"
        r"[a-z]{1,30}(?:[-_./][a-z]{1,30}){0,4}[-_.]?[0-9]++[a-z0-9]*+(?:[-._/][a-z0-9]{1,30}){0,6}",
        rf"(?<![a-z0-9])[0-9]++(?:[.,][0-9]++){{0,4}}+(?!(?:{attached})(?![a-z0-9]))[a-z][a-z0-9]*+(?:-[a-z0-9]+)?",
    )
    return tuple(Literal("shield", pattern) for pattern in patterns)


@cache
def _grammar(lang: str) -> Grammar:
    lexicons: list[Mapping[str, Mapping[str, Any]]] = {
        "zh": [en.LATIN, zh.LEXICON, zh_dates.LEXICON],
        "en": [en.LEXICON, en_dates.LEXICON],
        "mixed": [en.LEXICON, en_dates.LEXICON, zh.LEXICON, zh_dates.LEXICON],
    }[lang]
    words: dict[str, dict[str, Any]] = {}
    for lexicon in lexicons:
        for phrase, senses in lexicon.items():
            words.setdefault(phrase, {}).update(senses)
    if lang != "en":
        words.setdefault("w", {})["mag_letter"] = zh.TEN_THOUSAND
    latin = [p for p, senses in words.items() if p[0].isascii() and p[0].isalpha() and _ATTACHED_ROLES & senses.keys()]
    literals: list[Literal] = [
        *dates.LITERALS,
        *(zh_dates.LITERALS if lang != "en" else ()),
        *(en_dates.LITERALS if lang != "zh" else ()),
        Literal("num", SCIENTIFIC, scientific),
        Literal("num", POWERS, power),
        *_shields(trie(latin)),
    ]
    if lang != "en":
        names = f"{trie(zh.NAMES)}|十分(?![之钟0-9])|{zh.RHETORIC}|{zh.NUMBERED_NAMES}"
        literals.append(Literal("shield", f"(?<!第)(?:{names})"))
        literals.append(Literal("bound", zh.THOUSANDS, lambda _: ">="))
    if lang != "zh":
        literals.append(Literal("shield", rf"(?<![a-z])(?:{en.NAMES})(?![a-z])"))
        literals.extend(en.BOUNDS_AFTER_AT_END + en.NUMERALS_IN_DIGITS)
    literals.append(Literal("num", VULGAR, vulgar))
    literals.append(Literal("num", NUMERAL, numeral))
    chinese, english = lang != "en", lang != "zh"
    levels = [
        [*(en.NUMERALS if english else ())],
        [*amounts.NUMERALS, *(zh.NUMERALS if chinese else ()), *(en.COMBINED if english else ())],
        [*amounts.QUOTIENTS, *dates.SLASHED, *(en_dates.EARLY if english else ())],
        [
            *amounts.AMOUNTS,
            *(zh.AMOUNTS + zh_dates.DATES if chinese else ()),
            *(en.AMOUNTS + en_dates.DATES if english else ()),
        ],
        [
            *amounts.COMPOUNDS,
            *dates.COMPOUNDS,
            *(zh.COMPOUNDS if chinese else ()),
            *(en.COMPOUNDS + en_dates.PARTS if english else ()),
            *dates.MOMENTS,
            *(zh_dates.MOMENTS if chinese else ()),
        ],
        [*amounts.RANGES, *dates.INTERVALS, *(en_dates.SHARED if english else ())],
        [*(zh_dates.SPANS if chinese else ()), *(en.SPANS + en_dates.SPANS if english else ())],
        [*dates.OPEN, *amounts.BOUNDS, *(zh.BOUNDS + zh_dates.OPEN if chinese else ())],
    ]
    return Grammar(words, literals, [level for level in levels if level])


def find_quantities(text: str, lang: str, *, published: str | None = None) -> list[Quantity]:
    """Every amount, date and rank in `text`, in reading order and without overlaps.

    `lang` is "zh", "en" or "mixed"; anything else raises ValueError. `published` is an ISO date that relative dates and
    dates without a year are read against; without it the former have no `iso` and the latter are `--11-14`.
    """
    if lang not in ("zh", "en", "mixed"):
        raise ValueError(f"lang is {lang!r}, expected zh, en or mixed")
    day = _published(published)
    folded = fold(text)
    tokens = [token for token in _grammar(lang).read(folded, text) if _reading(token) is not None]
    found: list[Quantity] = []
    for nth, token in enumerate(tokens):
        limit = tokens[nth + 1].start if nth + 1 < len(tokens) else len(text)
        quantity = _quantity(token, text, folded, limit, day, lang)
        if quantity is not None:
            found.append(quantity)
    return found


def _published(text: str | None) -> date | None:
    """The publication date; a partial or unreadable one helps as little as none."""
    match = re.match(r"\d{4}-\d{2}-\d{2}", text or "")
    if match is None:
        return None
    try:
        return date.fromisoformat(match[0])
    except ValueError:
        return None


def _reading(token: Token) -> Reading | None:
    for role in ("amount", "num", "date", "set", "piece"):
        reading = token.senses.get(role)
        if isinstance(reading, Reading):
            return reading
    return None


def _quantity(token: Token, text: str, folded: str, limit: int, published: date | None, lang: str) -> Quantity | None:
    reading = _reading(token)
    if reading is None:
        return None
    end, iso = token.end, reading.iso
    if isinstance(reading, Dated):
        iso = resolve(reading.day, published) or iso
    elif reading.value is None and not iso:
        return None
    if (reading.vague or _is_bare_numeral(token, folded)) and not _alone(folded, token.start, end):
        return None
    if lang != "zh" and reading.kind in ("number", "range") and reading.unit is None:
        noun = en.counted(folded, end)
        if noun is not None and noun[0] <= limit:
            end = noun[0]
            reading = replace(reading, kind="count", unit=text[end - len(noun[1]) : end])
            bound = en.bound_after(folded, end) if reading.comparator is None else None
            if bound is not None and bound[0] <= limit:
                end, reading = bound[0], replace(reading, comparator=bound[1])
    return Quantity(
        start=token.start,
        end=end,
        text=text[token.start : end],
        kind=reading.kind,
        value=reading.value,
        value_max=reading.value_max,
        unit=reading.unit or None,
        comparator=reading.comparator,
        iso=iso,
        rule=token.rule or ("date" if isinstance(reading, Dated) else "number"),
    )


def _is_bare_numeral(token: Token, folded: str) -> bool:
    """True for one Chinese numeral with nothing that it counts: the 两 of 两党, the 三 of 三岛 and 举一反三."""
    numeral, after = folded[token.start : token.end], folded[token.end : token.end + 1]
    if token.rule not in ("", "en.spelled") or numeral not in zh.BARE:
        return False
    if numeral in "一十" or "\u4e00" <= after <= "\u9fff":
        return True
    before = folded[token.start - 1 : token.start]
    return "\u4e00" <= before <= "\u9fff" and before not in zh.BEFORE_A_NUMBER


def _alone(text: str, start: int, end: int) -> bool:
    """True where nothing but punctuation or blanks touches the stretch on its line: a cell or a list of numbers."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    return not any(char.isalnum() for char in before + after)
