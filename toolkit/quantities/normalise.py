"""Numerals → Decimal, exactly: digits with separators, full-width, Chinese and mixed forms; shared magnitudes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from toolkit.model import Comparator
from toolkit.quantities.grammar import Reading

DIGIT = {
    c: Decimal(i)
    for i, row in enumerate(
        ("〇零", "一壹幺", "二贰两俩貳", "三叁參仨", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖")
    )
    for c in row
}
SMALL = {c: Decimal(10) ** n for n, row in ((1, "十拾"), (2, "百佰"), (3, "千仟")) for c in row}
BIG = {
    "万": Decimal(10) ** 4,
    "萬": Decimal(10) ** 4,
    "亿": Decimal(10) ** 8,
    "億": Decimal(10) ** 8,
    "兆": Decimal(10) ** 12,
}
POWER = SMALL | BIG
MORE = "多余餘几"

# Same length as the text it is applied to, so offsets stay: full-width ASCII, then lower case.
_WIDTH = {c: c - 0xFEE0 for c in range(0xFF01, 0xFF5F)} | {
    0x3000: 0x20,
    0xFF0C: 0xFF0C,  # a full-width comma parts clauses; between full-width digits it groups them, see fold()
    0xFFE5: 0xA5,
    0x2212: 0x2D,
    0x2009: 0xA0,
    0x202F: 0xA0,
}
# １１１，１１１ and 82，225.00: where digits or what follows them tell that the comma groups.
_WIDE_GROUPS = re.compile("(?<=[０-９])，(?=[０-９])|(?<=[0-9])，(?=[0-9]{3}[,.][0-9])")
_LOWER = {c: c + 32 for c in range(ord("A"), ord("Z") + 1)}
_TABLE = {c: _LOWER.get(n, n) for c, n in _WIDTH.items()} | _LOWER

_GROUPS = r"[0-9]{1,3}(?:(?:,[0-9]{3})+|(?:[\xa0'’][0-9]{3})+|(?:[ ][0-9]{3}){2,}|[ ]000)(?![0-9])"
_DIG = rf"(?:{_GROUPS}|[0-9]++)(?:\.[0-9]++)?|(?<![0-9.])\.[0-9]++"
_CN = "".join(DIGIT)
_POW = "".join(POWER)
_ANY = _CN + _POW
_SINGLE = _CN.replace("两", "")
# 千 and 兆 that open a unit of their own: 十千米, 五十兆字节.
_POWER = rf"(?!千[米克瓦字赫帕]|兆[瓦字赫])[{_POW}]"
# 两 is a number before a power or alone, and a weight after a number; 一两个 is one or two.
_LIANG = rf"两(?=[ ]?[{_POW}])|(?<=一)两(?=[个天年次名位家周万百千种月人款条件项句篇只份场本张点遍回部]|小时|分钟)"
# A dot spoken 点 is a decimal point where digits follow and no 分 (minutes) does.
_POINT = rf"[ ]?点[ ]?(?=[{_CN}]++(?![{_POW}0-9]*(?:分(?!之)|刻))(?![十拾百千])|[0-9]++(?![0-9]*[ ]?(?:分(?!之)|时)))"
# Upper-case numerals that are surnames or verbs as well start a number only before another numeral.
_SURNAME = rf"[陆伍捌玖柒拾幺俩仨](?![ ]?[{_ANY}元点])(?:(?<=\w.)|(?=.\w))"
_START = rf"(?!零[下十售]|一半|{_SURNAME})(?:[{_SINGLE}十拾廿卅]|(?<![0-9{_ANY}])两)"
_MINUS = r"(?<![\w%)°\]])(?<![0-9][ ])(?<![0-9][ ][ ])-(?:(?<![a-z,;%)][ ]-)[ ]?|(?=[0-9.]))"
NUMERAL = (
    rf"(?:(?:负的?|{_MINUS}|(?<=[氏为是至到达])-)[ ]?)?"
    rf"(?:{_DIG}|{_START}|[几数](?=[ ]?[{_POW}]|个亿)|(?<=[近上过超逾成之达破数])[百千万亿](?!分))"
    rf"(?:[ ]{{0,2}}{_POWER}|(?<=[{_POW}])[ ]?[{_SINGLE}]|[{_SINGLE}]|{_LIANG}|{_POINT}|(?<=[{_POW}])(?:{_DIG})"
    rf"|(?<=[点零])[0-9]++"
    rf"|[ ]?[{MORE}来](?=[ ]?[{_POW}])|个[多来]?(?=亿)|(?<=[十拾])几|(?<=[0-9])[ ]?[{_SINGLE}](?=[{_POW}]))*+"
)
SCIENTIFIC = (
    r"(?<![\w.])-?[0-9]++(?:\.[0-9]++)?"
    r"(?:e[+-]?[0-9]{1,2}|[ ]?[x×][ ]?10(?:\^|\*\*)?[+-]?(?<=[\^+*-])[0-9]{1,2})(?![\w.])"
)
POWERS = r"(?<![\w.^])-?[0-9]{1,6}(?:\.[0-9]{1,6})?(?:\^|\*\*)(?:[+-]{0,2}[0-9]{1,2})(?![\w.^])"
_VULGAR = {
    char: Decimal(above) / Decimal(below)
    for char, above, below in re.findall("(.)(.)(.)", "½12⅓13⅔23¼14¾34⅕15⅖25⅗35⅘45⅙16⅛18⅜38⅝58⅞78")
}
VULGAR = rf"[0-9]{{0,6}}[ ]?[{''.join(_VULGAR)}]"
_PIECE = re.compile(rf"{_DIG}|[{_ANY}点]")
_PAIR = re.compile(rf"(?<![{_CN}])([{_CN}])([{_CN}])(?![{_CN}])")


def fold(text: str) -> str:
    """The text with full-width ASCII made narrow and Latin letters made small, character for character."""
    if "，" in text:
        text = _WIDE_GROUPS.sub(",", text)
    return text.translate(_TABLE)


def digits(text: str) -> Decimal:
    """`1,100.9` → Decimal("1100.9")."""
    return Decimal(re.sub(r"[,\s'’]", "", text))


def numeral(run: str) -> Reading | None:
    """A numeral as `NUMERAL` matches it; None where it makes no number."""
    negative = run[0] in "负-"
    body = re.sub("[ 个]", "", run.lstrip("负的- ") if negative else run).replace("廿", "二十").replace("卅", "三十")
    if len(body) > 60 or not body:
        return None
    low, high, comparator = _approximate(body)
    if low is None:
        return None
    if negative:
        low, high = (-high, -low) if high is not None else (-low, None)
    return Reading("number", low, high, comparator=comparator, scales=_scales(body))


def _approximate(body: str) -> tuple[Decimal | None, Decimal | None, Comparator | None]:
    if body[0] in "几数":
        low = chinese(body[1:])
        return low, low * 10 if low else None, None
    comparator: Comparator | None = None
    kept = re.sub(rf"零?[{MORE}]", "", body)
    if kept != body:
        comparator = ">"
    elif "来" in body:
        kept, comparator = body.replace("来", ""), "~"
    pair = _PAIR.search(kept)
    if pair and (len(kept) > 2 or pair[1] + pair[2] != "一二") and "点" not in kept:
        a, b = DIGIT[pair[1]], DIGIT[pair[2]]
        if a and (b == a + 1 or (a == 3 and b == 5)) and (len(kept) == 2 or set(kept) & POWER.keys()):
            at = pair.start()
            low, high = chinese(kept[: at + 1] + kept[at + 2 :]), chinese(kept[:at] + kept[at + 1 :])
            if low is not None and high is not None and low < high:
                return low, high, comparator
    return chinese(kept), None, comparator


def scientific(text: str) -> Reading:
    """1e10, 5.5×10^-3."""
    mantissa, exponent = re.split(r"e|[ ]?[x×][ ]?10(?:\^|\*\*)?", text, maxsplit=1)
    return Reading("number", Decimal(mantissa).scaleb(int(exponent)))


def power(text: str) -> Reading | None:
    """2^5, -1.1^-3: the sign belongs to the whole."""
    base, exponent = re.split(r"\^|\*\*", text.removeprefix("-"))
    if not Decimal(base):
        return None
    value = Decimal(base) ** int(exponent.replace("+", "").replace("--", ""))
    return Reading("number", -value if text.startswith("-") else value)


def vulgar(text: str) -> Reading:
    """½, 2¾."""
    whole = text[:-1].strip()
    return Reading("number" if whole else "fraction", Decimal(whole or 0) + _VULGAR[text[-1]])


def chinese(run: str) -> Decimal | None:
    """The value of a Chinese, digit or mixed numeral: 三千四百, 3.2万, 1,100.9亿, 二〇二五, 4.78万亿, 四百五."""
    pieces = _PIECE.findall(run)
    total = section = Decimal(0)
    digit: Decimal | None = None
    spoken = ""  # the digits of `digit` as far as they are spoken one by one
    places: int | None = None  # decimals read so far, once 点 was met
    last_power, last_big, after_zero = Decimal(0), Decimal(0), False
    for piece in pieces:
        if piece in BIG:
            power = BIG[piece]
            amount = section + (digit or 0)
            if not amount and not total:
                amount = Decimal(1)
            if last_big and power > last_big:
                total = (total + amount) * power
            elif (last_big == power and not amount) or (last_big and not amount):
                total *= power
            else:
                total += amount * power
            section, digit, spoken, places, after_zero = Decimal(0), None, "", None, False
            last_power = last_big = power
        elif piece in SMALL:
            section += (Decimal(1) if digit is None or (not digit and after_zero) else digit) * SMALL[piece]
            digit, spoken, places, after_zero = None, "", None, False
            last_power = SMALL[piece]
        elif piece == "点":
            if places is not None:
                return None
            tens = last_power / 10 if _is_short_tail(spoken, last_power, after_zero) else Decimal(1)
            digit, places = (digit or Decimal(0)) * tens, 0
            spoken = ""
        elif piece in DIGIT or piece.isdigit():
            if places is not None:
                for char in piece:
                    places += 1
                    digit = (digit or Decimal(0)) + (DIGIT[char] if char in DIGIT else Decimal(char)).scaleb(-places)
                spoken = "."
                continue
            if piece in DIGIT:
                after_zero = after_zero or (digit is None and not DIGIT[piece])
                digit = DIGIT[piece] if digit is None else digit * 10 + DIGIT[piece]
                spoken += piece
            else:
                digit = Decimal(piece) if digit is None else digit * Decimal(10) ** len(piece) + Decimal(piece)
                spoken += piece
        else:
            digit, spoken = digits(piece), piece
    if digit is None:
        return total + section
    if _is_short_tail(spoken, last_power, after_zero):
        digit *= last_power / 10
    return total + section + digit


def _is_short_tail(spoken: str, last_power: Decimal, after_zero: bool) -> bool:
    """四百五 is 450, 两千三点一 2300.1: a last digit without a power counts tens of the power before it."""
    return len(spoken) == 1 and spoken in DIGIT and last_power > 10 and not after_zero


def _scales(body: str) -> tuple[Decimal, ...]:
    """The magnitudes at the end of a numeral, shortest first: 三千万 → 万, 千万."""
    scale, out = Decimal(1), []
    for char in reversed(body):
        if char in MORE:
            continue
        if char not in POWER:
            break
        scale *= POWER[char]
        out.append(scale)
    return tuple(out)


def share_scale(low: Decimal, high: Decimal, scales: Sequence[Decimal]) -> Decimal:
    """The lower end of a range with the magnitude that it shares with the upper: 两到三万, 3-5 million."""
    for scale in reversed(scales):
        if low * scale < high:
            return low * scale
    return low
