"""Rules that every language shares: magnitude letters, units, currency signs, percentages, ranges and bounds.

They know roles only; the words that play the roles come from the language's own lexicon.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from toolkit.model import Comparator
from toolkit.quantities.dates import Dated, duration_iso
from toolkit.quantities.grammar import Found, Reading, Rule
from toolkit.quantities.normalise import share_scale
from toolkit.quantities.units import Unit

HALF = Decimal("0.5")
FLIP: dict[Comparator, Comparator] = {">": "<=", ">=": "<", "<": ">=", "<=": ">"}


_MANY = Decimal(1000)
_GENERATIONS = (2, 3, 4, 5, 6)  # of mobile networks
_BARE_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_NO_UNIT_AFTER_YEAR = frozenset("把对将分起代")  # words that are prepositions or verbs after a year
_WORD_SIGN = re.compile("[\u4e00-\u9fff]")
_NUMERAL_BEFORE = re.compile("[0-9一二两三四五六七八九十百千万亿]$")
_ROOMS_AFTER_NUMBER = re.compile("[0-9一二三四五六七八九十百千万亿][与和]$")
_INCH_AFTER = re.compile(
    r"\.?[ ]?(?:[x×][ ]?[0-9]|by [0-9]|long\b|wide\b|tall\b|high\b|deep\b|thick\b)|\.?[,;:)]|\.?\s*$|\.[ \n]"
)
_FEET_BEFORE = re.compile(r"(?:\b(?:ft|feet|foot)|')[ ]$")
# After these "m" is million rather than metres: 600m downloads, 600m+ downloads.
_MILLIONS_OF = re.compile(
    r"\+?[: ]{1,2}(?:downloads|users|people|customers|subscribers|views|copies|barrels|tonnes|jobs|followers|"
    r"households|visitors|passengers|members|viewers|voters|installs)\b"
)


def with_unit(reading: Reading, unit: Unit, extra: Decimal = Decimal(0)) -> Reading:
    """The amount of so many units; `extra` is added before the unit's factor applies (三斤半)."""
    value = None if reading.value is None else (reading.value + extra) * unit.factor
    high = None if reading.value_max is None else (reading.value_max + extra) * unit.factor
    scales = (*reading.scales, unit.factor) if unit.factor != 1 else reading.scales
    iso = duration_iso(value, unit.symbol) if unit.kind == "duration" and high is None else ()
    return replace(
        reading, kind=unit.kind, value=value, value_max=high, unit=unit.symbol, iso=iso, scales=scales, vague=False
    )


def scaled(reading: Reading, factor: Decimal) -> Reading:
    """The reading times a magnitude, which a range may share."""
    return replace(
        reading,
        value=None if reading.value is None else reading.value * factor,
        value_max=None if reading.value_max is None else reading.value_max * factor,
        scales=(*reading.scales, factor),
        vague=False,
    )


def _tight(found: Found) -> bool:
    tokens = found.tokens()
    return all(a.end == b.start for a, b in pairwise(tokens))


def _magnitude(found: Found) -> Reading:
    return scaled(found["num"], found["mag"])


def _is_ascii_word(char: str) -> bool:
    return char.isalnum() and char.isascii()


def _letter(found: Found) -> Reading | None:
    """5k, 0.5B, $3m, 30w: a letter right after the number; m and b are metres and bits unless M, B or money."""
    letter = found.words("letter")
    if letter == "W":
        return None  # 30w is a way of writing 30万, 220W are watts
    money = found.before(2).rstrip(" ")[-1:] in ("$", "€", "£", "¥", "₹", "₩") and found.before(1) != ""
    if letter == "G" and found["num"].value in _GENERATIONS and _tight(found) and not _is_ascii_word(found.after(1)):
        return Reading()  # 5G, the network: read here so that its digit is not read as anything else
    if letter in ("m", "b", "t", "g", "T", "G", "M", "B") and not money:
        after = found.after(1)
        millions = letter == "m" and _MILLIONS_OF.match(found.after(16)) is not None
        if (letter in ("m", "b", "t", "g", "T") and not millions) or _is_ascii_word(after):
            return None
    if not _tight(found) and not (money and len(letter) > 1):
        return None
    return scaled(found["num"], found["letter"])


def _measure(found: Found) -> Reading | None:
    unit: Unit = found["unit"]
    reading: Reading = found["num"]
    words = found.words("unit")
    if words == "间" and _ROOMS_AFTER_NUMBER.search(found.before(2)):
        return None  # 一万与两万间
    if not is_unit_here(found, words, reading) or (
        words in _NO_UNIT_AFTER_YEAR and _BARE_YEAR.fullmatch(found.words("num"))
    ):
        return None
    # 2024 USD 25: the code belongs to what follows
    if unit.kind == "money" and _BARE_YEAR.fullmatch(found.words("num")) and re.match(r"[ ]?[0-9]", found.after(2)):
        return None
    # A lone capital is a unit only where it touches the number: "3C" and "3 m", not "plan 9 C"; but 2 L, 9 V, 65 W.
    if re.fullmatch("[A-KM-UX-Z]", words) and not _tight(found):
        return None
    extra = HALF if found["half"] is not None else Decimal(0)
    result = with_unit(reading, unit, extra)
    if found["after"] is not None and found.after(1) in ("地", "下"):
        return None  # 三年多, but 一点余地
    if found["more"] is not None or found["after"] is not None:
        result = replace(result, comparator="~" if found["more"] == "~" else ">")
    # 一个 and 一款 are articles, 一块 a part; a counted word says something from two upwards.
    if (unit.kind == "count" or words == "块") and found.words("num") == "一" and result.comparator is None:
        result = replace(result, vague=True)
    # "downloaded 600 million times" counts; nothing grows so many times over.
    if words == "times" and reading.value is not None and reading.value >= _MANY:
        result = replace(result, kind="count")
    return result


def is_unit_here(found: Found, words: str, reading: Reading | None = None) -> bool:
    """False for the preposition "in": inches touch their number (12-in, 6in) or end a phrase (5 in., 6 in x 4 in).

    Nor is a quotation mark that closes what an earlier one opened the sign of inches.
    """
    if words == '"':
        return found.source.count('"', found.source.rfind("\n", 0, found.start) + 1, found.start) % 2 == 0
    if words.lower() != "in":
        return True
    if reading is not None and (reading.scales or not found.words("num")[-1:].isdigit()):
        return False
    tight = found.source[max(0, found.end - 3) : found.end - 2] != " "
    after_feet = _FEET_BEFORE.search(found.before(5)) is not None
    return (tight and reading is not None) or after_feet or _INCH_AFTER.match(found.after(12)) is not None


def _more(found: Found) -> Reading:
    number: Reading = found["num"]
    return replace(number, comparator=">")


def _signed(found: Found) -> Reading | None:
    unit = found["sign"]
    if _WORD_SIGN.match(found.words("sign")) and _NUMERAL_BEFORE.search(found.before(1)):
        return None  # 4人民币5美元: a word that ends an amount does not open the next
    reading: Reading = found["num"]
    result = with_unit(reading, Unit(unit, "money"))
    return replace(result, comparator=">") if found["more"] is not None else result


def _signed_twice(found: Found) -> Reading | None:
    """人民币8亿元, $20 CAD: a sign before and a word after; the more exact of the two names the currency."""
    unit: Unit = found["unit"]
    sign: str = found["sign"]
    if unit.kind != "money" or unit.factor != 1 or _NUMERAL_BEFORE.search(found.before(1)):
        return None
    amount = with_unit(found["num"], replace(unit, symbol=unit.symbol if sign == "USD" else sign))
    return replace(amount, comparator=">") if found["more"] is not None else amount


def _change(found: Found) -> Reading | None:
    """三块四毛, 3 dollars 50 cents: the smaller coin must be of the same money."""
    whole: Reading = found["a"]
    part: Reading = found["b"]
    if (
        whole.kind != "money"
        or part.kind != "money"
        or (whole.unit != part.unit and "cent" not in found.words("b").lower())
    ):
        return None
    if whole.value is None or part.value is None or part.value >= (HALF * 2) or whole.value_max is not None:
        return None
    return replace(whole, value=whole.value + part.value)


def join(low: Reading, high: Reading) -> Reading | None:
    """The range from one reading to another; unit and magnitude that one end leaves out come from the other."""
    if low.value is None or high.value is None or isinstance(low, Dated) or isinstance(high, Dated):
        return None
    if low.value_max is not None or high.value_max is not None or low.kind == "fraction" != high.kind:
        return None
    first, last = low.value, high.value
    unit: str | None
    if low.unit is None and high.unit is not None:
        first = share_scale(first, last, high.scales)
        kind, unit = high.kind, high.unit
    elif low.unit is not None and high.unit is None:
        if low.kind == "count":
            return None
        kind, unit = low.kind, low.unit
        first = first if low.scales else share_scale(first, last, high.scales)
    elif low.unit == high.unit:
        kind, unit = high.kind, high.unit
        first = share_scale(first, last, high.scales) if low.unit is None else first
    else:
        return None
    if first > last:
        if kind not in ("temperature", "percent", "measure"):
            return None
        first, last = last, first
    if first == last:
        return None
    if kind == "number":
        kind = "range"
    return Reading(kind, first, last, unit)


_CHANGED = re.compile(
    r"\b(?:rose|fell|gained|lost|dropped|slipped|climbed|jumped|added|declined|increased|decreased|eased|advanced|shed"
    r"|surged|plunged|slid|tumbled|sank|soared|up|down)(?: by)?(?: (?:about|nearly|almost|more than|over))?[ ]$"
)


def _range(found: Found) -> Reading | None:
    low, high = found["a"], found["b"]
    text = found.text[found.start : found.end]
    if low.unit is not None and " to " in text and not text.startswith("from") and _CHANGED.search(found.before(24)):
        return None  # shares fell 5 cents to $3.10
    ends = [token for token in (found.token("a"), found.token("b")) if token is not None and token.rule == "money.sign"]
    if len(ends) == 2 and low.unit == high.unit and not low.scales and low.value_max is None:
        low = replace(low, value=share_scale(low.value, high.value, high.scales))  # between $2 and $3 billion
    return join(low, high)


def bounded(reading: Reading, comparator: Comparator) -> Reading | None:
    """The reading with a bound; a range stays as it is, and "about" gives way to a bound that is already there."""
    if isinstance(reading, Dated) or reading.value is None:
        return None
    if reading.value_max is not None:
        return replace(reading, vague=False)
    if comparator == "~" and reading.comparator is not None:
        return replace(reading, vague=False)
    return replace(reading, comparator=comparator, vague=False)


def _bound(found: Found) -> Reading | None:
    before: Comparator | None = found["bound"]
    after: Comparator | None = found["bound_post"]
    reading: Reading = found["amount"]
    if reading.kind in ("date", "time", "datetime"):
        return None
    if found.words("bound_post") in ("起", "起步") and found.before(1) in ("从", "自", "由"):
        return reading  # 从1万美元起步: where it began
    if after is not None:
        bound = bounded(reading, after)
        if bound is None or before is None or before == "~":
            return bound
        return bounded(bound, before)
    return bounded(reading, before) if before is not None else None


_MORE_THAN_AFTER = re.compile(
    r"\b(?:for|took|takes?|taken|last(?:s|ed)?|spent|spend|after|of|been|is|are|was|were|be|with|in|at|by|and|or|than|to"
    r"|has|had|have|just|well|waited)[ ]$"
)
_AFTER_AMOUNT = re.compile(r"(?:[0-9%]|million|billion|trillion|percent|dollars)[ ]$")


def _bound_before(found: Found) -> Reading | None:
    amount: Reading = found["amount"]
    # "presides over a five-member council", "over a ten-year period"
    if found.words("bound").lower() == "over" and found.words("filler").lower() in ("a", "an"):
        return None
    # "$500 billion over four years", "spend it all over five years": the time it takes, not a bound.
    word, before = found.words("bound").lower(), found.before(9)
    if amount.kind == "duration" and (
        (word in ("over", "within") and _AFTER_AMOUNT.search(before))
        or (word == "over" and re.search(r"[a-z]{2},?[ ]$", before) and not _MORE_THAN_AFTER.search(before))
    ):
        return amount
    return bounded(amount, found["bound"])


def _both(found: Found) -> Reading | None:
    """大于10小于20, at most 100 and at least 20 → one range."""
    first, second = found["first"], found["second"]
    a, b = found["a"], found["b"]
    if a.value is None or b.value is None or a.value_max is not None or b.value_max is not None:
        return None
    if {first[0], second[0]} != {">", "<"}:
        return None
    low, high = (a, b) if first[0] == ">" else (b, a)
    if low.value >= high.value:
        return None
    # "within two years, and at least one of them": what the first has, the second must have.
    if first_has_more(a, b):
        return None
    unit = high.unit or low.unit
    kind = (high if high.unit else low).kind
    return Reading("range" if kind == "number" else kind, low.value, high.value, unit)


def first_has_more(a: Reading, b: Reading) -> bool:
    """Whether the first of two amounts has a unit and the second none, or another one."""
    return a.unit is not None and a.unit != b.unit


def _quotient(found: Found) -> Reading | None:
    """3/4: a fraction unless it can be a date or a score."""
    a, b = found["a"], found["b"]
    if a.value is None or not b.value or a.value_max is not None or b.value_max is not None or a.scales or b.scales:
        return None
    if found["whole"] is not None:
        whole: Reading = found["whole"]
        if whole.value is None or whole.value != int(whole.value) or a.value >= b.value or whole.scales:
            return None
        return Reading("number", whole.value + a.value / b.value)
    return Reading("fraction", a.value / b.value)


NUMERALS: tuple[Rule, ...] = (
    Rule("number.magnitude", "<num> <:dash>? <mag>", _magnitude, "num", 1),
    Rule("number.letter", "<num> <letter:mag_letter>", _letter, "num", 1),
)
QUOTIENTS: tuple[Rule, ...] = (Rule("number.quotient", "<whole:num>? <a:num> <:slash> <b:num>", _quotient, "num"),)
AMOUNTS: tuple[Rule, ...] = (
    Rule("amount.unit", "<num> <more:more|some>? <:dash>? <unit> (?:<half>|<after:more>)?", _measure),
    Rule("amount.more", "<num> <:more>", _more, "num", -1),
    Rule("money.sign_and_word", "<sign> <num> <more>? <unit>", _signed_twice, priority=1),
    Rule("money.sign", "<sign> <num> <more>?", _signed, priority=1),
)
COMPOUNDS: tuple[Rule, ...] = (Rule("money.change", "<a:amount> <:and>? <b:amount>", _change, priority=1),)
RANGES: tuple[Rule, ...] = (
    Rule("range.to", "<:from>? <a:amount|num> <:dash>? <:to> <:dash>? <:bound_about>? <b:amount|num>", _range),
    Rule("range.amid", "<a:amount|num> (?:<:and>|<:to>|<:dash>) <b:amount|num> <:amid>", _range, priority=1),
    Rule("range.dash", "<a:amount|num> <:dash> <:bound_about>? <b:amount|num>", _range),
    Rule(
        "range.between",
        "<:between> <a:amount|num> (?:<:and>|<:to>|<:dash>) <:bound_about>? <b:amount|num> <:amid>?",
        _range,
    ),
)
BOUNDS: tuple[Rule, ...] = (
    Rule("bound", "(?:<bound> <:filler>?)? <amount:amount|num> <:filler_post>? <bound_post>", _bound),
    Rule("bound.before", "<bound> <filler>? <:bound_about>? <amount:amount|num>", _bound_before),
    Rule(
        "bound.both",
        "<first:bound> <:filler>? <a:amount|num> <:join>? <:join>? <second:bound> <:filler>? <b:amount|num>",
        _both,
        priority=1,
    ),
)
