"""English: words, spelled numerals, and rules; units and currencies with Latin names serve Chinese text too."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from toolkit.quantities.amounts import HALF, bounded, is_unit_here, join, with_unit
from toolkit.quantities.grammar import Found, Literal, Reading, Rule
from toolkit.quantities.units import (
    CHANGE,
    CURRENCIES,
    CURRENCY_SIGNS,
    DURATIONS,
    MEASURES,
    TEMPERATURES,
    Unit,
    phrases,
    words,
)

ONES = words("one two three four five six seven eight nine")
TEENS = words("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
TENS = words("twenty thirty forty fifty sixty seventy eighty ninety")
ONES_TH = words("first second third fourth fifth sixth seventh eighth ninth")
TEENS_TH = words("tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth")
TENS_TH = words("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth")
MAGNITUDES = {
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "quadrillion": 10**15,
    "lakh": 10**5,
    "lakhs": 10**5,
    "crore": 10**7,
    "crores": 10**7,
    "thousands": 10**3,
    "millions": 10**6,
    "billions": 10**9,
    "mln": 10**6,
    "bln": 10**9,
}
LETTERS = {"k": 10**3, "m": 10**6, "mn": 10**6, "b": 10**9, "bn": 10**9, "t": 10**12, "tn": 10**12, "g": 10**9}
BOUNDS_BEFORE = {
    ">": phrases("""
        more than, over, above, exceeding, exceed, exceeds, exceeded, greater than, higher than,
        larger than, bigger than, in excess of, upwards of, surpassing, surpassed, surpasses, topping,
        topped, beyond, >, better than, older than, longer than, north of, well over, just over,
        slightly more than, more than about
    """),
    ">=": phrases("""
        at least, no less than, not less than, no fewer than, minimum of, a minimum of, >=, ≥,
        greater than or equal to, more than or equal to, equal to or more than, bigger or equal than,
        higher or equal than, greater or equal than, larger or equal than, at least or equal to,
        equal to or greater than
    """),
    "<": phrases("""
        less than, fewer than, under, below, lower than, smaller than, shorter than, younger than, <,
        just under, slightly less than, well under, short of, cheaper than
    """),
    "<=": phrases("""
        at most, up to, no more than, not more than, maximum of, a maximum of, <=, ≤, less than or equal to,
        as many as, as much as, within, smaller or equal than, less or equal than, lower or equal than,
        equal to or less than, no greater than, not exceeding, < =
    """),
    "~": phrases("""
        about, around, approximately, roughly, nearly, almost, some, approx., approx, close to, ~, circa,
        approaching, an estimated, estimated, nearing, c.
    """),
}
BOUNDS_AFTER = {
    ">=": phrases("""
        or more, or greater, or higher, and above, and over, or greater than, or longer,
        or older, and up, at least, at minimum, or later, plus, +
    """),
    "<=": phrases("""
        or less, or fewer, or lower, at most, or equal, or younger, at maximum, tops
    """),
    "~": phrases("""
        or so, or thereabouts, approximately
    """),
}
# "18 or over", but not "5 or over 600": these bound what stands before them only where no number follows.
BOUNDS_AFTER_AT_END = (
    Literal("bound_post", r"(?<![a-z])or (?:over|above)(?![a-z]|[ ][0-9a-z$€£])", lambda _: ">="),
    Literal("bound_post", r"(?<![a-z])or (?:under|below)(?![a-z]|[ ][0-9a-z$€£])", lambda _: "<="),
)
NO_RANKS = r"at first(?! (?:place|base|hand))|first of all|first and foremost|on second thoughts?|second to none"


def lexicon() -> dict[str, dict[str, Any]]:
    """Phrase → senses by role, English words included."""
    entries = latin()

    def add(role: str, names: str | Sequence[str], sense: Any = True) -> None:
        for phrase in names.split(",") if isinstance(names, str) else names:
            entries.setdefault(phrase, {})[role] = sense

    for nth, word in enumerate(ONES, 1):
        add("one", word, Decimal(nth))
    add("zero", "zero,nil,naught,nought", Decimal(0))
    for nth, word in enumerate(TEENS, 10):
        add("teen", word, Decimal(nth))
    for nth, word in enumerate(TENS, 2):
        add("ten", word, Decimal(nth * 10))
    add("hundred", "hundred,hundreds", Decimal(100))
    add("dozen", "dozen,dozens", Decimal(12))
    for nth, word in enumerate(ONES_TH, 1):
        add("one_th", word, Decimal(nth))
        if nth > 2:
            add("part", [word, word + "s"], Decimal(nth))
    for nth, word in enumerate(TEENS_TH, 10):
        add("teen_th", word, Decimal(nth))
        add("part", [word, word + "s"], Decimal(nth))
    for nth, word in enumerate(TENS_TH, 2):
        add("teen_th", word, Decimal(nth * 10))
        add("part", [word, word + "s"], Decimal(nth * 10))
    for word, value in (
        ("hundredth", 100),
        ("thousandth", 1000),
        ("millionth", 10**6),
        ("billionth", 10**9),
        ("trillionth", 10**12),
    ):
        add("mag_th", word, Decimal(value))
        add("part", [word, word + "s"], Decimal(value))
    add("part", "half,halves", Decimal(2))
    add("part", "quarter,quarters", Decimal(4))
    add("half", "half")
    add("quarter_word", "quarter,quarters")
    add("article", "a,an,a whole")
    add("point", "point")
    add("minus", "minus,negative")
    add("suffix_th", "st,nd,rd,th")
    add("and", "and,&")
    add("comma", [","])
    add("to", "to,through,till,until")
    add("dash", "-,–,—")
    add("slash", "/")
    add("of", "of,of the,of a,of an")
    add("in", "in,out of,in every,out of every")
    add("between", "between")
    add("from", "from")
    add("the", "the")
    add("join", ["and", "but", ",", "or"])
    add("filler", "a,an,the,of,to,than")
    add("top", "top")
    add("numbered", "no.")
    add("or", "or")
    add("passed", "passed,has passed,have passed,had passed")
    add(
        "superlative",
        "largest,biggest,smallest,highest,lowest,most,best,longest,oldest,fastest,worst,richest,busiest,tallest,greatest,placed,ranked",
    )
    for comparator, names in BOUNDS_BEFORE.items():
        add("bound", names, comparator)
    for comparator, names in BOUNDS_AFTER.items():
        add("bound_post", names, comparator)
    add("bound_about", "about,around,~,approximately,more than,over")
    add("times", "twice", Decimal(2))
    add("times", "thrice", Decimal(3))
    add("old", "old,of age,-old")
    return entries


def latin() -> dict[str, dict[str, Any]]:
    """What Chinese text uses as well: units, currency names and signs, magnitude letters."""
    entries: dict[str, dict[str, Any]] = {}
    for table, kind in (
        (MEASURES, "measure"),
        (TEMPERATURES, "temperature"),
        (DURATIONS, "duration"),
        (CURRENCIES, "money"),
    ):
        for symbol, _, names in table:
            for name in filter(None, names.split(",")):
                entries.setdefault(name, {})["unit"] = Unit(symbol, kind)
    for symbol, factor, _, names in CHANGE:
        for name in filter(None, names.split(",")):
            entries.setdefault(name, {})["unit"] = Unit(symbol, "money", Decimal(factor))
    entries.setdefault("pound", {})["unit"] = entries.setdefault("pounds", {})["unit"] = Unit("lb")
    for name in ("%", "percent", "per cent", "percents", "percentage", "pct"):
        entries.setdefault(name, {})["unit"] = Unit("%", "percent")
    entries.setdefault("‰", {})["unit"] = Unit("%", "percent", Decimal("0.1"))
    for name in ("percentage point", "percentage points", "percentage-point", "pp", "ppt", "ppts"):
        entries.setdefault(name, {})["unit"] = Unit("percentage point", "percent")
    for name in ("basis points", "basis point", "bps"):
        entries.setdefault(name, {})["unit"] = Unit("percentage point", "percent", Decimal("0.01"))
    for name in ("times", "fold", "-fold", "x"):
        entries.setdefault(name, {})["unit"] = Unit("times", "multiple")
    for name in ("years old", "year old", "years of age", "year-old", "year-olds", "yo", "y.o."):
        entries.setdefault(name, {})["unit"] = Unit("year", "age")
    entries.setdefault("months old", {})["unit"] = Unit("month", "age")
    entries.setdefault("month-old", {})["unit"] = Unit("month", "age")
    entries.setdefault("weeks old", {})["unit"] = Unit("week", "age")
    entries.setdefault("days old", {})["unit"] = Unit("day", "age")
    for sign, code in CURRENCY_SIGNS.items():
        entries.setdefault(sign, {})["sign"] = code
    for symbol, _, names in CURRENCIES:
        code = symbol.lower()
        if code in names.split(",") or code in ("usd", "eur"):
            entries.setdefault(code, {})["sign"] = symbol
    entries.setdefault("rmb", {})["sign"] = "CNY"
    for word, value in MAGNITUDES.items():
        entries.setdefault(word, {})["mag"] = Decimal(value)
    for letter, value in LETTERS.items():
        entries.setdefault(letter, {})["mag_letter"] = Decimal(value)
    return entries


# --- numerals ------------------------------------------------------------------------------------------------------


def _spelled(found: Found) -> Reading | None:
    """two hundred and fifty thousand three → Decimal; the pattern has seen to the order of the words."""
    total = group = Decimal(0)
    scales: list[Decimal] = []
    seen = False
    for token in found.tokens():
        senses = token.senses
        for role in ("one", "teen", "ten", "zero"):
            if role in senses:
                group += senses[role]
                seen = True
                scales = []
        if "num" in senses:
            number: Reading = senses["num"]
            if number.value is None or number.value_max is not None:
                return None
            group += number.value
            seen = True
            scales = list(number.scales)
        if "hundred" in senses:
            group = (group if seen else Decimal(1)) * 100
            scales.append(Decimal(100))
            seen = True
        if "dozen" in senses:
            group = (group if seen else Decimal(1)) * 12
            seen = True
        if "mag" in senses:
            total += (group if seen else Decimal(1)) * senses["mag"]
            scales = [senses["mag"]] if not scales else [*scales, scales[-1] * senses["mag"]]
            group, seen = Decimal(0), False
    words = found.text[found.start : found.end]
    return Reading("number", total + group, scales=tuple(scales), vague=words == "one")


def _point(found: Found) -> Reading | None:
    """one point three, naught point two five"""
    value: Decimal = found["whole"] if isinstance(found["whole"], Decimal) else found["whole"].value
    for place, token in enumerate(found.tokens()[2:], 1):
        digit = next((token.senses[r] for r in ("one", "zero") if r in token.senses), None)
        if digit is None:
            return None
        value += digit.scaleb(-place)
    return Reading("number", value)


def _minus(found: Found) -> Reading | None:
    number: Reading = found["num"]
    return (
        None
        if number.value is None or number.value_max is not None
        else replace(number, value=-number.value, vague=False)
    )


def _half_magnitude(found: Found) -> Reading:
    magnitude: Decimal = found["mag"]
    return Reading("number", magnitude / 2)


def _number_and_half_magnitude(found: Found) -> Reading | None:
    """five and a half million"""
    number = _spelled(found)
    if number is None or number.value is None:
        return None
    magnitude: Decimal = found["mag"]
    whole = number.value / magnitude
    return Reading("number", (whole + HALF) * magnitude, scales=(magnitude,)) if whole == int(whole) else None


def _and_a_half(found: Found) -> Reading | None:
    """two and a half, one million and a half, three and three quarters"""
    number: Reading = found["num"]
    if number.value is None or number.value_max is not None:
        return None
    above = Decimal(1) if found["above"] is None else found["above"].value
    part: Decimal = found["part"]
    if above is None or above >= part:
        return None
    scale = number.scales[-1] if number.scales and found["above"] is None and part == 2 else Decimal(1)
    return Reading("number", number.value + above / part * scale)


def _parts(found: Found) -> Reading | None:
    """two thirds, one fifth, a quarter; three fifths of …"""
    above = Decimal(1) if found["num"] is None else found["num"].value
    part: Decimal = found["part"]
    word = found.words("part").lower()
    if above is None or (found["num"] is not None and found["num"].value_max is not None):
        return None
    plural = word.endswith("s") or word == "halves"
    if found["num"] is None:
        # "a third" and "a quarter" are fractions; "a fifth" as often a further one.
        if part > 4 or (word in ("quarter", "half") and found.after(4).startswith((" of", " the", "-")) is False):
            return None
    elif ((above == 1) == plural and part != 2) or (above >= 10 and not plural):
        return None
    return Reading("fraction", above / part)


def _half(found: Found) -> Reading | None:
    """ "half of" and "nearly half" are fractions; "first half" and "half-hearted" are not."""
    counts = found.after(4) == " of " or re.search(r"(?:nearly|almost|about|than|over|around)[ ]$", found.before(8))
    return Reading("fraction", HALF) if counts else None


def _ratio(found: Found) -> Reading | None:
    """one in five, 3 out of 10"""
    above, below = found["a"], found["b"]
    if above.value is None or not below.value or above.value_max is not None or below.value_max is not None:
        return None
    if found.words("in").lower() == "in" and (above.value > 10 or below.value < 2 or 1800 <= below.value <= 2100):
        return None
    return None if above.value >= below.value else Reading("fraction", above.value / below.value)


def _ordinal(found: Found) -> Reading | None:
    value = Decimal(0)
    head: Reading | None = found["num"]
    for role in ("one_th", "teen_th"):
        if found[role] is not None:
            value = found[role]
    if found["ten"] is not None:
        value += found["ten"]
    if found["mag_th"] is not None:
        return Reading("ordinal", (head.value if head and head.value else Decimal(1)) * found["mag_th"])
    if head is not None:
        if head.value is None or (head.value % 10 and not head.scales):
            return None
        if head.value < 100 and (value >= 10 or head.value < 20):
            return None
        value += head.value
    return Reading("ordinal", value)


def _numbered(found: Found) -> Reading | None:
    number: Reading = found["num"]
    tokens = found.tokens()
    if tokens[0].end != tokens[1].start or number.value is None or number.value != int(number.value):
        return None
    return Reading("ordinal", number.value)


def _top(found: Found) -> Reading | None:
    number: Reading = found["num"]
    return Reading("ordinal", number.value, comparator="<=") if number.value and number.value_max is None else None


def _rank_number(found: Found) -> Reading | None:
    """No. 3"""
    number: Reading = found["num"]
    if number.value is None or number.value_max is not None or number.value != int(number.value):
        return None
    return Reading("ordinal", number.value)


def _either(found: Found) -> Reading | None:
    """two or three: neighbours in the row of numbers."""
    low, high = found["a"], found["b"]
    if low.value is None or high.value is None or low.unit is not None or high.value != low.value + 1:
        return None
    return join(low, high)


def _passed(found: Found) -> Reading | None:
    """Downloads have passed 600 million; a parliament that passed three laws is another matter."""
    amount: Reading = found["amount"]
    return bounded(amount, ">") if amount.value is not None and amount.value >= _MANY else None


_MANY = Decimal(1000)


def _twice(found: Found) -> Reading:
    return Reading("multiple", found["times"], unit="times")


def _and_half_unit(found: Found) -> Reading | None:
    """an hour and a half, half an hour, one and a half hours are read as numerals; this is the unit in between."""
    amount: Reading = found["amount"]
    if amount.value is None or amount.kind not in ("duration", "measure", "money") or amount.value_max is not None:
        return None
    return with_unit(Reading("number", amount.value + 1 / found["part"]), Unit(amount.unit or "", amount.kind))


def _one_unit(found: Found) -> Reading | None:
    unit: Unit = found["unit"]
    if found["part"] is not None and is_unit_here(found, found.words("unit")):
        return with_unit(Reading("number", 1 / found["part"]), unit)
    return None


def _article_unit(found: Found) -> Reading | None:
    """an hour, a kilogram: too weak to report alone, but part of "an hour and a half" and "more than a year"."""
    unit: Unit = found["unit"]
    if unit.kind == "percent" or found.words("unit").lower() == "in":
        return None
    return replace(with_unit(Reading("number", Decimal(1)), unit), vague=True)


def _age(found: Found) -> Reading | None:
    amount: Reading = found["amount"]
    return replace(amount, kind="age", iso=()) if amount.kind == "duration" else None


def _two_units(found: Found) -> Reading | None:
    """5 feet 10 inches, 2 pounds 3 ounces"""
    first: Reading = found["a"]
    second: Reading = found["b"]
    for table in (
        {"mi": 63360, "yd": 36, "ft": 12, "in": 1},
        {"lb": 16, "oz": 1},
        {"km": 100000, "m": 100, "cm": 1},
        {"kg": 1000, "g": 1},
    ):
        if first.unit in table and second.unit in table and table[first.unit] > table[second.unit]:
            if (
                first.value is None
                or second.value is None
                or first.value_max is not None
                or second.value_max is not None
            ):
                return None
            return replace(
                first, value=first.value * table[first.unit] / table[second.unit] + second.value, unit=second.unit
            )
    return None


_SMALL = "(?:<:ten> (?:<:dash>? <:one>)?|<:teen>|<:one>)"
_GROUP = f"(?:(?:{_SMALL}|<:num>) <:hundred> (?:<:and>? {_SMALL})?|{_SMALL}|<:num>)"
NUMERALS: tuple[Rule, ...] = (
    Rule(
        "en.spelled",
        f"{_GROUP} (?:<:dash>? <:mag> (?:(?:<:and>|<:comma>)? {_GROUP} <:mag>)* (?:<:and>? {_GROUP})?)?",
        _spelled,
        "num",
    ),
    Rule("en.zero", "<:zero>", _spelled, "num"),
    Rule("en.article", f"<:article> (?:<:hundred> <:mag>?|<:dozen>|<:mag>) (?:<:and> {_SMALL})?", _spelled, "num", 1),
    Rule("en.dozen", f"(?:{_SMALL}|<:num>) <:dozen>", _spelled, "num", 1),
    Rule("en.point", "<whole:num|one|teen|zero> <:point> (?:<:one>|<:zero>)+", _point, "num", 2),
    Rule("en.half_magnitude.more", f"{_GROUP} <:and> <:article>? <:half> <mag>", _number_and_half_magnitude, "num", 2),
    Rule("en.half_magnitude", "<:article>? <:half> <:dash>? <:article>? <mag>", _half_magnitude, "num", 2),
)
COMBINED: tuple[Rule, ...] = (
    Rule("en.minus", "<:minus> <num>", _minus, "num"),
    Rule("en.and_a_half", "<num> <:and> (?:<:article>|<above:num>)? <part>", _and_a_half, "num", 1),
    Rule("en.half", "<:half>", _half, "num", -1),
    Rule("en.parts", "(?:<num>|<:article>) <:dash>? <part>", _parts, "num"),
    Rule("en.ratio", "<a:num> <in> <b:num>", _ratio, "num", 1),
)
AMOUNTS: tuple[Rule, ...] = (
    Rule(
        "en.ordinal",
        "(?:<num> <:and>? <:dash>?)? (?:<ten> <:dash>?)? <one_th> (?:<:dash>? <:superlative>)?",
        _ordinal,
        "amount",
    ),
    Rule("en.ordinal.teen", "(?:<num> <:and>? <:dash>?)? <teen_th>", _ordinal, "amount"),
    Rule("en.ordinal.magnitude", "(?:<num>|<:article>)? <:dash>? <mag_th>", _ordinal, "amount"),
    Rule("en.numbered", "<num> <:suffix_th> (?:<:dash>? <:superlative>)?", _numbered, "amount", 1),
    Rule("en.top", "<:top> <:dash>? <num>", _top, "amount"),
    Rule("en.rank_number", "<:numbered> <num>", _rank_number, "amount", 1),
    Rule("en.twice", "<times>", _twice, "amount"),
    Rule("en.article_unit", "<:article> <unit>", _article_unit),
    Rule("en.part_unit", "(?:<part> <:article>? <unit>)", _one_unit, "amount"),
)
COMPOUNDS: tuple[Rule, ...] = (
    Rule("en.two_units", "<a:amount> (?:<:and>|<:comma>)? <b:amount>", _two_units),
    Rule("en.unit_and_half", "<amount> <:and> <:article>? <part>", _and_half_unit),
    Rule("en.age", "<amount> <:dash>? <:old>", _age),
)
SPANS: tuple[Rule, ...] = (
    Rule("en.either", "<a:num> <:or> <b:num>", _either, "amount"),
    Rule("en.passed", "<:passed> <amount:amount|num>", _passed, "amount"),
)
LEXICON: Mapping[str, Mapping[str, Any]] = lexicon()
LATIN: Mapping[str, Mapping[str, Any]] = latin()

# --- what is counted -----------------------------------------------------------------------------------------------

_FUNCTION_WORDS = frozenset(
    words("""
    a an the and or but of in on at by for from to with as is was are were be been has have had its his
    this these those that than then it he she they we you who which will would can could may might must
    do does did not no per about over under after before since until times years months weeks days hours
    minutes seconds also only just more less up down out off us vs so if when while where versus plus
    percent million billion said says according between during against among into because each every
    other others hers theirs ours yes always perhaps towards besides across
""")
)
_IRREGULAR = frozenset(
    words("""
    people children men women mice feet teeth staff police cattle sheep aircraft spacecraft species
    series personnel data
""")
)
_SHORTEST_WRAPPED = 40
_NOUN = re.compile(
    r"[ \xa0\n-](?P<a>[a-z][a-z'-]{1,24})"
    r"(?:[ \xa0\n](?P<b>[a-z][a-z'-]{1,24}))?"
    r"(?:[ \xa0\n](?P<c>[a-z][a-z'-]{1,24}))?"
)


def counted(folded: str, end: int) -> tuple[int, str] | None:
    """The plural noun that a number ending at `end` counts, up to two words of description in between."""
    match = _NOUN.match(folded, end)
    if match is None:
        return None
    # A noun may stand on the next line where a paragraph was wrapped; a short line is a heading or a cell.
    if "\n" in match[0] and end - folded.rfind("\n", 0, end) < _SHORTEST_WRAPPED:
        return None
    for group in "abc":
        word = match[group]
        if word is None or word in _FUNCTION_WORDS:
            return None
        if word in _IRREGULAR or (
            len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "ous"))
        ):
            return None if folded.startswith(":/", match.end(group)) else (match.end(group), word)
        if word.endswith("ly") is False and word.endswith(("ed", "ing")) and group == "a" and len(word) < 5:
            return None
    return None
