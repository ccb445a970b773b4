"""English: words, spelled numerals, and rules; units and currencies with Latin names serve Chinese text too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from toolkit.model import Comparator
from toolkit.quantities.amounts import HALF, bounded, is_unit_here, join, scaled, with_unit
from toolkit.quantities.grammar import Found, Literal, Reading, Rule, Token, trie
from toolkit.quantities.units import (
    CHANGE,
    CODES_LIKE_WORDS,
    CURRENCIES,
    CURRENCY_SIGNS,
    DURATIONS,
    MEASURES,
    NAMES_BEFORE,
    TEMPERATURES,
    Unit,
    currency_codes,
    english_units,
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
    "lkh": 10**5,
    "lkhs": 10**5,
    "lac": 10**5,
    "lacs": 10**5,
    "crore": 10**7,
    "crores": 10**7,
    "cr": 10**7,
    "koti": 10**7,
    "thousands": 10**3,
    "millions": 10**6,
    "billions": 10**9,
    "mln": 10**6,
    "mil": 10**6,
    "bln": 10**9,
}
LETTERS = {
    "k": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "b": 10**9,
    "bn": 10**9,
    "t": 10**12,
    "tn": 10**12,
    "trn": 10**12,
    "g": 10**9,
}
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
        approaching, an estimated, estimated, nearing
    """),
}
BOUNDS_AFTER = {
    ">=": phrases("at least, at minimum, or greater than, +"),
    "<=": phrases("at most, or equal, at maximum, tops"),
    "~": phrases("or so, or thereabouts, approximately"),
}
_DECIMAL_COMMA = r"(?<![0-9.,$])(?:[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]{1,2}|[0-9]{1,3},[0-9]{2})(?![0-9]|[.,][0-9])"
_INDIAN_GROUPS = r"(?<![0-9.,])[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?(?![0-9]|,[0-9])"
_AGES = r"(?:(?<=his )|(?<=her )|(?<=their ))(?:(?:early|mid|late)[- ])?[2-9]0s(?![a-z])"
_AGE_GROUP = r"(?<![a-z])(?:over|under)[- ][0-9]{1,2}s(?![a-z])"
# One home in ten, one voter in every five; but one day in ten years, one shop in three cities.
_WHOLES = {
    **{word: Decimal(nth) for nth, word in enumerate(ONES, 1) if nth > 1},
    **{word: Decimal(nth) for nth, word in enumerate(TEENS, 10)},
    **{word: Decimal(nth * 10) for nth, word in enumerate(TENS, 2)},
    "hundred": Decimal(100),
    "thousand": Decimal(1000),
    "million": Decimal(10**6),
}
_IN_WHOLE = rf"in (?:every )?(?:a )?(?:{'|'.join(_WHOLES)}|[2-9]|[1-9][0-9]{{1,2}}|[1-9]0?,000)(?![a-z0-9-]|[.,][0-9])"
_NO_SHARE_OF = "in|of|day|week|month|year|hour|minute|night|time|thing|way|point|another"
_VERBS_IN_S = "is|was|has|does|says|lives|dies|owns|lacks|needs|fails|suffers"
_ONE_IN = (
    rf"(?<![a-z0-9-])one (?!(?:{_NO_SHARE_OF})\b)[a-z-]+(?<!s)(?: [a-z-]+)?(?<! of)(?<! the)(?<! was)(?<! is)"
    rf" {_IN_WHOLE}(?! (?!(?:{_VERBS_IN_S})\b)[a-z]{{2,}}s\b| (?:million|thousand|hundred|billion)\b)"
)
_HEIGHT = r"(?<![0-9])[3-8]['′’][ ]?(?:1[01]|[0-9])(?:\"|″|”|'')"


def _ages(text: str) -> Reading:
    """her late 40s → 40 to 49"""
    low = Decimal(text[-3:-1])
    return Reading("age", low, low + 9, "year")


def _age_group(text: str) -> Reading:
    """over-65s, under-18s"""
    return Reading("age", Decimal(re.sub("[^0-9]", "", text)), None, "year", ">" if text.startswith("o") else "<")


def _height(text: str) -> Reading:
    """5'10\" → inches"""
    feet, inches = (Decimal(part) for part in re.findall("[0-9]+", text))
    return Reading("measure", feet * 12 + inches, None, "in")


def _one_in(text: str) -> Reading:
    """one home in ten → 0.1"""
    below = text.split()[-1]
    value = _WHOLES[below] if below in _WHOLES else Decimal(below.replace(",", ""))
    return Reading("fraction", 1 / value)


NUMERALS_IN_DIGITS = (
    Literal("amount", _ONE_IN, _one_in),
    Literal("amount", r"(?<![a-z])halved(?![a-z])", lambda _: Reading("fraction", HALF)),
    Literal("amount", _AGES, _ages),
    Literal("amount", _AGE_GROUP, _age_group),
    Literal("amount", _HEIGHT, _height),
    Literal("num", _DECIMAL_COMMA, lambda text: Reading("number", Decimal(text.replace(".", "").replace(",", ".")))),
    Literal("num", _INDIAN_GROUPS, lambda text: Reading("number", Decimal(text.replace(",", "")))),
)
# km2 and s2 look like names with digits in them
POWER_UNITS = r"(?:[a-zµ]{1,3}/)?(?:[kcmd]?m|ft|in|yd|mi|s)[23](?![a-z0-9])"
# What bounds the number before it only where none follows: "18 or over", "2 hours or more", but not "5 or over 600".
_NUMBER_WORDS = trie(
    (*ONES, *TEENS, *TENS, "zero", "half", "a million", "a billion", "a hundred", "a thousand", "a dozen")
)
_NO_NUMBER = rf"(?![a-z]|[ ](?:than\b|[0-9$€£]|{_NUMBER_WORDS}(?![a-z])))"
BOUNDS_AFTER_AT_END = (
    Literal("bound", r"(?<![a-z0-9])c\.(?=[ ]?[0-9])", lambda _: "~"),
    Literal(
        "bound_post",
        r"(?<![a-z])(?:(?:or|and) (?:more|over|above|up(?! to\b)|upwards)|or (?:greater|higher|longer|older|later)"
        rf"|plus(?! or minus)){_NO_NUMBER}",
        lambda _: ">=",
    ),
    Literal(
        "bound_post",
        rf"(?<![a-z])(?:or (?:less|fewer|lower|younger)|(?:or|and) (?:under|below)){_NO_NUMBER}",
        lambda _: "<=",
    ),
)
# Words and names with a number in them that counts nothing and ranks nothing.
IDIOMS = phrases("""
    first of all, first and foremost, in the first place, first things first, firsthand, first-hand, first hand,
    first name, first names, first-name, first lady, first ladies, first aid, first nations, first-come, first come,
    first world war, second world war, first amendment, second amendment, fifth amendment,
    second thoughts, on second thought, second to none, second nature, second opinion, second fiddle, second-hand,
    secondhand, second hand, second-guess, second-guessed, second-guessing, split second, split-second,
    third party, third parties, third-party, third rail, third reich, fourth estate, fourth wall, fifth column,
    fifth columnist, fifth columnists, fifth avenue, sixth sense, seventh heaven, eleventh hour, eleventh-hour,
    no one, no-one, one another, one-sided, one-off, one-offs, one by one, one after another, one and all, all in one,
    all-in-one, square one, at one point, at one stage, at one time, for one thing, one or other, one-on-one,
    one-time, one-stop, one-way, one and only,
    ground zero, zero sum, zero-sum, zero day, zero-day, zero tolerance, zero-tolerance, fifty-fifty, fifty fifty,
    catch twenty-two, ocean's eleven, ocean's twelve, ocean's thirteen, ocean’s eleven, ocean’s twelve,
    ocean’s thirteen, big two, big three, big four, big five, big six, big seven, big ten, fantastic four, famous five,
    magnificent seven, hateful eight, gang of four, seven seas, seven wonders, seven dwarfs, seven deadly sins,
    ten commandments, twelve apostles, three musketeers, three wise men, cloud nine, dressed to the nines,
    at sixes and sevens, six-day war, six day war, thirty years' war, thirty years’ war, hundred years' war,
    hundred years’ war, seven years' war, seven years’ war, three mile island, nine lives, fifty shades
""")
_NUMBERED = phrases("""
    page, pages, pp., chapter, section, room, route, highway, interstate, flight, channel, gate, platform, terminal,
    apartment, apt., suite, pier, apollo, voyager, soyuz, falcon, boeing, airbus, windows, playstation, xbox, article,
    clause, paragraph, exhibit, annex, appendix, resolution, world war, area, formula, type, track, studio, form, bus,
    episode, proposition, psalm, model, title, radio, web, llama, claude, gemini, grok
""")
_COUNTING = (
    "%|per ?cent|hundred|thousand|million|billion|trillion|years?|months?|weeks?|days?|hours?|minutes?|seconds?|times"
    "|miles?|k?m\\b|kilomet|met[er]|feet|people"
)
# What is numbered (Route 66, Chapter 3, room 404) and what needs a look at the words around it.
NAMES = "|".join(
    (
        rf"{trie(_NUMBERED)}[ ](?:[0-9]+(?:[.][0-9]+)?[a-z]?|one|two|three|four|five|ten)"
        rf"(?![ ,.]?[0-9]|[- ]?(?:{_COUNTING}))",
        r"(?<![0-9/])(?:24/7|9/11|20/20|50[-/]50|49ers|(?:144|240|360|480|576|720|1080|1440|2160|4320)[pi]|13[dfg]|401\(k\)|7-eleven)(?![0-9/])",
        r"9-to-5|at first(?! (?:place|base|hand))|first minister(?! to\b)",
        r"third world(?! (?:record|title|cup|champion))",
        r"(?:s&p|ftse|nikkei|csi|cac|stoxx|ibex|russell|nasdaq|fortune|topix)[ ][0-9]{2,4}(?![0-9]|[,.][0-9]|[ ]?%)",
        r"for one(?=[,.;]| is\b)|catch[- ]22|g-?(?:7|8|20|77)",
        r"group of (?:seven|eight|twenty)(?= (?:nations|countries|leaders|summit|finance|economies|rich|met)\b| \()"
        r"|six nations (?:match|game|title|championship|rugby|tournament)",
    )
)


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
    add("dozen", "dozen,dozens,doz,dz,dzs", Decimal(12))
    for ten, stem in enumerate(TENS, 2):
        for nth, (one, one_th) in enumerate(zip(ONES, ONES_TH, strict=True), 1):
            add("teen", stem + one, Decimal(ten * 10 + nth))
            add("teen_th", stem + one_th, Decimal(ten * 10 + nth))
    add("more_of", "straight,consecutive,successive,full,whole,more,less,fewer,additional,extra,further,solid")
    add("some_few", "a few,several,few")
    for name, low in (("tens", 10), ("hundreds", 100), ("thousands", 10**3), ("millions", 10**6), ("billions", 10**9)):
        add("vague", name, (Decimal(low), Decimal(low * 10)))
    add("vague", "dozens", (Decimal(24), Decimal(100)))
    for nth, word in enumerate(ONES_TH, 1):
        add("one_th", word, Decimal(nth))
        if nth != 2:
            add("one_ths", word + "s", Decimal(nth))
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
    add("article", "a,an,a whole")
    add("per_one", "per,each,every,for each,for every")
    add("divided_by", "over")
    add("plus_minus", "±,+/-,+-,+/−,plus or minus,plus/minus")
    add("pound", "pound,pounds")
    add("cent_letter", "c", Unit("USD", "money", Decimal("0.01")))
    add("cent_letter", "p", Unit("GBP", "money", Decimal("0.01")))
    add("unit", "元", Unit("CNY", "money"))
    add("idiom", IDIOMS)
    add("aged", "age,aged,ages,age of,ages of,of age,the age of,the ages of")
    add("point", "point")
    add("minus", "minus,negative")
    add("suffix_th", "st,nd,rd,th")
    add("and", "and,&")
    add("comma", [","])
    add("to", "to,through,till,until")
    add("dash", "-,–,—")
    add("slash", "/")
    add("of", "of,of the")
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
    for factor, multiples in (
        (2, "twice,doubled"),
        (3, "thrice,tripled,trebled"),
        (4, "quadrupled"),
        (5, "quintupled"),
    ):
        add("times", multiples, Decimal(factor))
    for factor, word in enumerate((*ONES[1:], "ten"), 2):
        add("times", f"{word}fold", Decimal(factor))
    add("times", "hundredfold", Decimal(100))
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
    for name, unit in english_units().items():
        entries.setdefault(name, {}).setdefault("unit", unit)
    for name, unit in currency_codes().items():
        entries.setdefault(name, {})["code"] = unit
    for name in NAMES_BEFORE:
        entries[name]["money_word"] = entries[name]["unit"]
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
    for codes, sign in (
        ("USD AUD CAD HKD NZD SGD TWD MXN", "$"),
        ("EUR", "€"),
        ("GBP", "£"),
        ("CNY", "¥"),
        ("INR", "₹"),
    ):
        for code in codes.split():
            for form in (f"{code.lower()}{sign}", f"{code.lower()} {sign}"):
                entries.setdefault(form, {})["sign"] = code
    for form, code in (("hk $", "HKD"), ("nt $", "TWD"), ("au $", "AUD"), ("nz $", "NZD"), ("us$", "USD")):
        entries.setdefault(form, {})["sign"] = code
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
    number = _sum(found.tokens())
    return None if number is None else replace(number, vague=found.text[found.start : found.end] == "one")


def _sum(tokens: Iterable[Token]) -> Reading | None:
    """The number that a row of numeral words makes; None where a part of it is no plain number."""
    total = group = Decimal(0)
    last = Decimal(0)  # what the latest word put into the group
    scales: list[Decimal] = []
    seen = after_ten = False
    for token in tokens:
        senses = token.senses
        ten, after_ten = after_ten, "ten" in senses
        for role in ("one", "teen", "ten", "zero"):
            if role in senses:
                last = senses[role] + (last if role == "one" and ten else 0)
                group += senses[role]
                seen = True
                scales = []
        if "num" in senses:
            number: Reading = senses["num"]
            if number.value is None or number.value_max is not None:
                return None
            last = number.value
            group += last
            seen = True
            scales = list(number.scales)
        if "hundred" in senses:
            group = last = (group if seen else Decimal(1)) * 100
            scales.append(Decimal(100))
            seen = True
        if "dozen" in senses:
            # two hundred dozen are 2400, two hundred and two dozen 224
            group = group - last + last * 12 if seen else Decimal(12)
            seen = True
        if "mag" in senses:
            total += (group if seen else Decimal(1)) * senses["mag"]
            scales = [senses["mag"]] if not scales else [*scales, scales[-1] * senses["mag"]]
            group, seen = Decimal(0), False
    return Reading("number", total + group, scales=tuple(scales))


_TIME_BEFORE = re.compile(r"\b(?:at|by|until|till|past|before|after|to)[ ]$")


def _hundred_left_out(found: Found) -> Reading | None:
    """one twenty two is 122; at seven twenty-two is a time, and three twenty-two-year-olds are three people."""
    if _TIME_BEFORE.search(found.before(7)) or found.after(1) == "-":
        return None
    rest = _sum(found.tokens()[1:])
    return None if rest is None or rest.value is None else Reading("number", found["one"] * 100 + rest.value)


def _spelled_digits(found: Found) -> Reading | None:
    """4 thousand 3 hundred and 21"""
    rest: Reading = found["rest"]
    return _sum(found.tokens()) if rest.value is not None and 0 < rest.value < 100 and not rest.scales else None


def _point(found: Found) -> Reading | None:
    """one point three, naught point two five, two hundred point seventy-one, 1 point 5"""
    tokens = found.tokens()
    at = next(nth for nth, token in enumerate(tokens) if "point" in token.senses)
    whole, rest = _sum(tokens[:at]), tokens[at + 1 :]
    if whole is None or whole.value is None:
        return None
    if all("one" in token.senses or "zero" in token.senses for token in rest):
        digits = "".join(str(token.senses.get("one", 0)) for token in rest)
    else:
        part = _sum(rest)
        if part is None or part.value is None or part.value != int(part.value) or part.scales:
            return None
        if _WORD_AFTER.match(found.after(12)):
            return None  # he had 1 point 3 rebounds
        digits = str(part.value)
    return Reading("number", whole.value + Decimal(f"0.{digits}"))


_WORD_AFTER = re.compile(
    r"[ ](?!(?:million|billion|trillion|thousand|hundred|percent|per cent|dollars?|and|to|or)\b)[a-z]"
)


def _minus(found: Found) -> Reading | None:
    number: Reading = found["num"]
    return (
        None
        if number.value is None or number.value_max is not None
        else replace(number, value=-number.value, vague=False)
    )


def _plain(payload: Any) -> Decimal | None:
    """The value of a numeral word or of a plain number; None for a range."""
    if isinstance(payload, Decimal):
        return payload
    return None if payload.value_max is not None else payload.value


def _share(found: Found) -> Decimal | None:
    """The value of `<above>? <part>`; None where the words make an ordinal of it or it is more than one."""
    above = Decimal(1) if found["above"] is None else _plain(found["above"])
    part: Decimal = found["part"]
    if above is None or not 0 < above < part:
        return None
    return above / part


def _part_of_magnitude(found: Found) -> Reading | None:
    """half a million, half a dozen, two thirds of a billion; the third million is none."""
    share = _share(found)
    if share is None or found.words("of").lower() == "of the":
        return None
    if found["of"] is None and found["part"] not in (2, 4):
        return None
    return Reading("number", share * found["mag"])


def _magnitude_and_part(found: Found) -> Reading | None:
    """two million and a half, nine million and five ninths, one billion and a half million"""
    tokens = found.tokens()
    at = next(nth for nth, token in enumerate(tokens) if "mag" in token.senses)
    whole, share = _sum(tokens[: at + 1]), _share(found)
    if whole is None or whole.value is None or share is None:
        return None
    scale = tokens[at].senses["mag"] if found["below"] is None else found["below"]
    return Reading("number", whole.value + share * scale)


def _number_and_half_magnitude(found: Found) -> Reading | None:
    """five and a half million, three and a quarter billion"""
    number = _sum(found.tokens())
    magnitude: Decimal = found["mag"]
    if number is None or number.value is None or found["part"] not in (2, 4):
        return None
    whole = number.value / magnitude
    return (
        Reading("number", (whole + 1 / found["part"]) * magnitude, scales=(magnitude,)) if whole == int(whole) else None
    )


def _and_a_half(found: Found) -> Reading | None:
    """two and a half, three and three quarters; one hundred and fifth is an ordinal."""
    number: Reading = found["num"]
    share = _share(found)
    if number.value is None or number.value_max is not None or share is None:
        return None
    if found["article"] is None and found["above"] is None and found["part"] not in (2, 4):
        return None
    scale = next((scale for scale in number.scales[-1:] if scale >= _MANY), Decimal(1))
    return Reading("number", number.value + share * scale)


_SHARE_BEFORE = re.compile(
    r"\b(?:by|about|around|nearly|almost|over|under|than|roughly|some|only|just|to|from|least|is)[ ]$"
)
_SHARE_AFTER = re.compile(r"[ ](?:of|off|less|more|lower|higher|fewer|as (?:much|many|big|large|likely))\b")


_THING_AFTER = re.compile(
    r"[ -](?!(?:and|but|or|in|since|to|from|this|last|on|at|over|compared|when|after|by|as|with|than|for|between|during"
    r"|before|because|while|per)\b)[a-z]"
)


def _is_share(found: Found) -> bool:
    """Whether "a fifth" is 0.2: a fifth of voters, fell by a fifth, or alone in its cell; else it is one man more."""
    before, after = found.before(8), found.after(10)
    alone = not before.strip() and not after.strip()
    follows = _SHARE_BEFORE.search(before) is not None and not _THING_AFTER.match(after)
    return alone or follows or _SHARE_AFTER.match(after) is not None


def _parts(found: Found) -> Reading | None:
    """two thirds, one fifth, a quarter, three twenty-firsts; "a fifth man" is none."""
    above = Decimal(1) if found["num"] is None else _plain(found["num"])
    part: Decimal = found["part"]
    word = found.words("part").lower()
    if above is None:
        return None
    plural = word.endswith("s")
    if found["num"] is None:
        if plural or not _is_share(found):
            return None
    elif ((above == 1) == plural and part not in (2, 4)) or (above >= 10 and not plural):
        return None
    elif not plural and re.match(r"-[a-z]", found.after(2)):
        return None  # one sixth-grader
    return Reading("fraction", (above if found["minus"] is None else -above) / part)


def _over(found: Found) -> Reading | None:
    """one over three, alone or at the end of its clause: elsewhere "over" bounds what follows."""
    above, below = _plain(found["a"]), _plain(found["b"])
    if above is None or not below or not _END.match(found.after(3)):
        return None
    return Reading("fraction", (above if found["minus"] is None else -above) / below)


_END = re.compile(r"\s*(?:$|[.,;:!?)\]](?![0-9]))")


def _plus_minus(found: Found) -> Reading | None:
    """9.8 ± 0.1 → from 9.7 to 9.9"""
    middle, error = _plain(found["a"]), _plain(found["b"])
    return None if middle is None or not error else Reading("range", middle - error, middle + error)


def _vague(found: Found) -> Reading | None:
    """hundreds of thousands → from 100,000 to a million, as 几十万 in Chinese"""
    low, high = Decimal(1), Decimal(1)
    for nth, token in enumerate(token for token in found.tokens() if "vague" in token.senses):
        first, last = token.senses["vague"]
        low, high = low * first, high * (first if nth else last)
    return Reading("number", low, high)


def _few(found: Found) -> Reading | None:
    """a few hundred, several thousand → as hundreds and thousands"""
    low = _sum(found.tokens()[1:])
    return None if low is None or low.value is None else Reading("number", low.value, low.value * 10)


_CODE_BEFORE = re.compile(rf"(?<![a-z])(?:{trie(currency_codes())}|rs\.?|rm)[ ]?$")
# 10.5m vehicles, 1.1m votes; waves and walls are so many metres high
_THINGS_AFTER = re.compile(
    r"[ ](?:(?:new|more|extra|other|active) )?(?!(?:waves|walls|fences|hurdles|depths|heights|tides|races|sprints|pools"
    r"|across|towards|this|its|his|was|has|is|as|us|less|plus|versus)\b)(?:[a-z]{2,}[a-rt-z]s|people|children)\b"
)
_CURRENCY_AFTER = re.compile(
    r"[ ](?:(?:[a-z.]{2,12}[ ])?(?:euros?|dollars?|pounds|yuan|yen|rupees|francs|kron[eo]r|won|rand))\b"
)


def _small_letter(found: Found) -> Reading | None:
    """1.2b and 2.33 k: a number with decimals counts no bits; EUR 5m and 5m euros are no metres."""
    letter = found.words("letter")
    if re.match("[a-z0-9]", found.after(1)):
        return None
    after = found.after(24)
    millions = _CODE_BEFORE.search(found.before(6)) or _CURRENCY_AFTER.match(after) or _THINGS_AFTER.match(after)
    if not (letter in ("k", "b") and "." in found.words("num")) and not (
        letter.lower() in ("m", "b", "bn") and millions
    ):
        return None
    number: Reading = found["num"]
    value = _plain(number)
    return None if value is None else replace(number, value=value * found["letter"], scales=(found["letter"],))


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
    if found["mag_th"] is not None:
        return Reading("ordinal", (head.value if head and head.value else Decimal(1)) * found["mag_th"])
    if head is not None:
        # a number in digits and "first" beside it are two: $280 million first preferred shares
        if head.value is None or (head.value % 10 and not head.scales) or re.search("[0-9]", found.words("num")):
            return None
        if head.value < 100 and (value >= 10 or head.value < 20):
            return None
        value += head.value
    return Reading("ordinal", value)


def _tens_part(found: Found) -> Decimal:
    return Decimal(found["ten"] + found["one"])


def _ordinal_tens(found: Found) -> Reading | None:
    """The twenty-fifth of "a twenty-fifth anniversary"; "fifths" and "half" are no ordinals."""
    token = found.tokens()[0]
    plural = found.text[found.start : found.end].endswith("s")
    return Reading("ordinal", token.senses["part"]) if token.rule == "en.part" and not plural else None


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
    """two or three, 2 or 3 million, five or six times: neighbours in the row of numbers."""
    low, high = found["a"], found["b"]
    if low.value is None or high.value is None or low.unit is not None:
        return None
    step = high.scales[-1] if high.scales and not low.scales else Decimal(1)
    if high.value != (low.value + 1) * step:
        return None
    return join(replace(low, value=low.value * step), high)


def _from_and(found: Found) -> Reading | None:
    """from 30 and 40 degrees, said for "to" """
    return join(found["a"], found["b"]) if found["b"].kind in ("money", "temperature", "measure") else None


def _passed(found: Found) -> Reading | None:
    """Downloads have passed 600 million; a parliament that passed three laws is another matter."""
    amount: Reading = found["amount"]
    return bounded(amount, ">") if amount.value is not None and amount.value >= _MANY else None


_MANY = Decimal(1000)


def _twice(found: Found) -> Reading:
    return Reading("multiple", found["times"], unit="times")


def _and_half_unit(found: Found) -> Reading | None:
    """an hour and a half, two years and three quarters"""
    amount: Reading = found["amount"]
    share = _share(found) if found["part"] is not None else _plain(found["share"])
    if amount.value is None or amount.kind not in ("duration", "measure", "money") or amount.value_max is not None:
        return None
    if share is None or share >= 1:
        return None
    if found["part"] is not None and not (found["article"] or found["above"]) and found["part"] not in (2, 4):
        return None
    return with_unit(Reading("number", amount.value + share), Unit(amount.unit or "", amount.kind))


def _one_unit(found: Found) -> Reading | None:
    """half an hour, quarter of a mile, fourth of liter"""
    unit: Unit = found["unit"]
    word = found.words("unit")
    if found["of"] is not None and (unit.kind != "measure" or found.words("of").lower() == "of the"):
        return None
    if found["of"] is None and found.words("part").lower() not in ("half", "quarter"):
        return None  # its third week
    return with_unit(Reading("number", 1 / found["part"]), unit) if is_unit_here(found, word) else None


def _more_of_unit(found: Found) -> Reading | None:
    """three straight years, 10 more minutes, 2 fewer litres"""
    return None if found.words("unit").lower() in ("in", "times") else with_unit(found["num"], found["unit"])


def _of_unit(found: Found) -> Reading | None:
    """three quarters of an hour, a third of a mile, tens of thousands of dollars; "a third of dollars" is another."""
    number: Reading = found["num"]
    unit: Unit = found["unit"]
    word = found.words("unit").lower()
    vague = found.token("num").rule == "en.vague"  # type: ignore[union-attr]
    if number.value is None or found.words("of").lower() == "of the" or word in ("in", "times", "pounds"):
        return None
    if not vague and (number.value == int(number.value) or (word.endswith("s") and number.value < 1)):
        return None
    return with_unit(number, unit)


_BOUND_AFTER_NOUN = re.compile(r"[ ](?:or (?:more|(less|fewer))|(?:and|or) (?:over|above|more))(?![a-z]|[ ]than)")


def bound_after(folded: str, end: int) -> tuple[int, Comparator] | None:
    """The bound that follows a counted noun, 300 voters or more: where it ends, and which."""
    match = _BOUND_AFTER_NOUN.match(folded, end)
    return None if match is None else (match.end(), "<=" if match[1] else ">=")


# a second term, but a second later
_NAMED_SECOND = re.compile(r"[ -](?!(?:later|ago|before|after|and|or|of|per|to|in|at|was|is|for|each|from|as)\b)[a-z]")


def _article_unit(found: Found) -> Reading | None:
    """an hour, a kilogram: too weak to report alone, but part of "an hour and a half" and "more than a year"."""
    unit: Unit = found["unit"]
    word = found.words("unit").lower()
    # the year of "5% a year" is a rate's
    if unit.kind == "percent" or word == "in" or found.before(2).rstrip()[-1:] in ("%", "‰", ")"):
        return None
    if word == "second" and _NAMED_SECOND.match(found.after(8)):
        return None
    return replace(with_unit(Reading("number", Decimal(1)), unit), vague=True)


def _age(found: Found) -> Reading | None:
    amount: Reading = found["amount"]
    return replace(amount, kind="age", iso=()) if amount.kind == "duration" else None


_LADDERS: tuple[Mapping[str, int], ...] = (
    {"mi": 63360, "yd": 36, "ft": 12, "in": 1},
    {"lb": 16, "oz": 1},
    {"km": 1000000, "m": 1000, "cm": 10, "mm": 1},
    {"t": 1000000, "kg": 1000, "g": 1},
)


def _units(found: Found) -> Reading | None:
    """5 feet 10 inches, 2 yards 7 ft 10 inches: one amount in the smallest unit"""
    parts: list[Reading] = [token.senses["amount"] for token in found.tokens() if "amount" in token.senses]
    units = [part.unit or "" for part in parts]
    for ladder in _LADDERS:
        sizes = [ladder.get(unit, 0) for unit in units]
        if all(sizes) and sizes == sorted(set(sizes), reverse=True):
            values = [_plain(part) for part in parts]
            if None in values:
                return None
            total = sum((value * size for value, size in zip(values, sizes, strict=True) if value), Decimal(0))
            return replace(parts[-1], value=total / sizes[-1])
    return None


_SPEEDS = {"mi/h": "mph"}


def _per(found: Found) -> Reading | None:
    """5 km/s2, 20 litres per day, four times a week; $350 per kg stays an amount of dollars"""
    amount: Reading = found["amount"]
    unit: Unit = found["unit"]
    if amount.unit is None or found.words("unit").lower() == "in":
        return None
    if amount.unit == "times":
        return replace(amount, kind="count") if unit.kind == "duration" and found["slash"] is None else None
    if found["article"] is not None or unit.kind not in ("measure", "duration"):
        return None
    if amount.kind == "money":
        return amount if unit.kind == "measure" else None
    symbol = f"{amount.unit}/{unit.symbol}"
    return replace(amount, unit=_SPEEDS.get(symbol, symbol)) if amount.kind == "measure" else None


def _below_zero(found: Found) -> Reading | None:
    """2 degrees below zero"""
    amount: Reading = found["amount"]
    if amount.kind != "temperature" or found.words("bound").lower() != "below" or found["zero"].value != 0:
        return None
    return None if amount.value is None or amount.value_max is not None else replace(amount, value=-amount.value)


# --- money ---------------------------------------------------------------------------------------------------------


def _currency(found: Found) -> Unit | None:
    """The money that a code in capitals or a sign beside a number names: 20 Rs, 42RM, 10 MNT, 5 €."""
    word = found.words("code")
    if word.isascii() and word.isalpha() and not (word[-3:].isupper() or word == "Rs"):
        return None
    named = found["code"]
    return named if isinstance(named, Unit) else Unit(named, "money")


def _code_before(found: Found) -> Reading | None:
    """MNT 10, MAUD 60; in ALL 50 and COP 29 the capitals are no money"""
    unit = _currency(found)
    return None if unit is None or found.words("code") in CODES_LIKE_WORDS else with_unit(found["num"], unit)


def _code_after(found: Found) -> Reading | None:
    """10 MNT, 10 €, 75 USD million; the sign of "10 $20 notes" belongs to what follows"""
    unit = _currency(found)
    if unit is None or _OTHER_SUM_AFTER.match(found.after(12)):
        return None
    number = found["num"] if found["mag"] is None else scaled(found["num"], found["mag"])
    return with_unit(number, unit)


_OTHER_SUM_AFTER = re.compile(r"[0-9]|[ ][0-9]+(?![0-9]*[ ]?(?:cents?\b|[$€£]))")


def _name_before(found: Found) -> Reading:
    """rupees 500 crore"""
    return with_unit(found["num"], found["money_word"])


_MONEY_BEFORE = re.compile(
    r"\b(?:costs?|pric\w+|pay|pays|paid|paying|profits?|worth|spen[dt]\w*|salary|fin(?:e|es|ed)|fees?|budgets?|loans?|debts?"
    r"|revenues?|sales|earn\w*|ow(?:e|es|ed)|donat\w+|invest\w+|sold|bought|bids?|bills?|wages?|tax|taxes|rents?|charg\w+"
    r"|turnover|income|deficit|surplus|grants?|funding|compensation|damages|cash|savings)\b[^.;\n]{0,40}$"
)
_WEIGHT_NEAR = re.compile(r"\b(?:weigh\w*|weight|heavy|heavier|lighter|gained|shed)\b")
_GOODS_AFTER = re.compile(
    r"[ ]of (?!debts?\b|funding|investment|savings|taxpayer|public|aid\b|damage|support|profits?\b)"
)
_MONEY_AFTER = re.compile(
    r"[ ](?:sterling|(?:a|per|each) (?:week|month|year|person|head|hour|night)|in (?:cash|damages|fines))\b"
)


def _pounds(found: Found) -> Reading | None:
    """361 million pounds and a price of ten pounds are money; a 20-pound bag and two pounds of butter weigh."""
    number: Reading = found["num"]
    before, after = found.before(60), found.after(20)
    if _WEIGHT_NEAR.search(before) or _GOODS_AFTER.match(after) or re.match(r"-[a-z]", after):
        return None
    millions = any(scale >= 10**6 for scale in number.scales)
    if millions or _MONEY_BEFORE.search(before) or _MONEY_AFTER.match(after):
        return with_unit(number, Unit("GBP", "money"))
    return None


_SHARE_PRICE_AFTER = re.compile(r"/|[ ](?:a share|per|each|dividend|to [0-9]+c\b|in the)")
_HOUR_BEFORE = re.compile(r"\b(?:at|until|till)[ ]$")
_DOLLARS_BEFORE = re.compile(r"(?:dollars?|\$[0-9]+)(?: and)?[ ]$")


_LAST_HOUR = 12
_SHARE_PRICE = 10_000  # pence; London quotes shares so


def _coins(found: Found) -> Reading | None:
    """an 11c dividend, 75p: a small letter that touches the number; 25c alone is as often a temperature."""
    number: Reading = found["num"]
    coin = found.words("coin")
    tokens = found.tokens()
    if not coin.islower() or tokens[0].end != tokens[1].start or number.value is None:
        return None
    if number.value >= (_SHARE_PRICE if coin == "p" else 100):
        return None
    if coin == "c" and not (_SHARE_PRICE_AFTER.match(found.after(10)) or _DOLLARS_BEFORE.search(found.before(14))):
        return None
    is_hour = coin == "p" and number.value <= _LAST_HOUR and _HOUR_BEFORE.search(found.before(6))
    return None if is_hour else with_unit(number, found["coin"])


_END_OR_TALL = re.compile(rf"{_END.pattern}|[ ]tall")


def _rest(found: Found) -> Reading | None:
    """15 dollars 50, two hours ten, 6ft 4: the smaller unit left out, at the end of a clause"""
    whole: Reading = found["amount"]
    rest: Reading = found["rest"]
    limit = {"USD": 100, "h": 60, "ft": 12}.get("USD" if whole.kind == "money" else whole.unit or "")
    digits = found.words("rest").isdigit()
    if limit is None or rest.value is None or rest.value_max is not None or rest.scales or not 0 < rest.value < limit:
        return None
    if rest.value != int(rest.value) or (digits and limit != 12 and len(found.words("rest")) != 2):
        return None
    if whole.value is None or whole.value != int(whole.value) or whole.value_max is not None or whole.scales:
        return None
    if not _END_OR_TALL.match(found.after(5)) or _BETWEEN_BEFORE.search(found.before(40)):
        return None
    if whole.kind == "money":
        return replace(whole, value=whole.value + rest.value / limit)
    if limit == 12:
        return replace(whole, value=whole.value * limit + rest.value, unit="in")
    iso = (f"PT{whole.value}H{rest.value}M",)
    return replace(whole, value=whole.value * limit + rest.value, unit="min", iso=iso, vague=False)


_BETWEEN_BEFORE = re.compile(r"\bbetween\b[^.;\n]*$")


def _code_between(found: Found) -> Reading | None:
    """17 USD 25; not the year of "in 2024 USD 25" """
    unit = _currency(found)
    whole, rest = _plain(found["a"]), _plain(found["b"])
    if unit is None or whole is None or rest is None or whole != int(whole) or found["a"].scales:
        return None
    if not re.fullmatch("[0-9]{2}", found.words("b")) or 1500 <= whole < 2100 or not _END.match(found.after(3)):
        return None
    return with_unit(Reading("number", whole + rest / 100), unit)


# --- ages and ranks ------------------------------------------------------------------------------------------------


def _aged(found: Found) -> Reading | None:
    """age 87, aged 5 to 14, aged under 18, between the ages of 18 and 24"""
    reading: Reading | None = found["amount"] if found["to"] is None else join(found["amount"], found["to"])
    if reading is None or reading.value is None or not 0 <= reading.value <= 130 or reading.iso:
        return None
    if reading.kind not in ("number", "range") or reading.scales:
        return None
    bound = found["bound"]
    return replace(reading, kind="age", unit="year", comparator=bound or reading.comparator, vague=False)


def _between_ranks(found: Found) -> Reading | None:
    """between the tenth and the fifteenth"""
    first, last = found["a"], found["b"]
    return join(first, last) if first.kind == last.kind == "ordinal" else None


_SMALL = "(?:<:ten> (?:<:dash>? <:one>)?|<:teen>|<:one>)"
_GROUP = f"(?:(?:{_SMALL}|<:num>) <:hundred> (?:<:and>? {_SMALL})?|{_SMALL}|<:num>)"
_PART = "(?:<article>|<above:one|num>)? <:dash>? <part>"
NUMERALS: tuple[Rule, ...] = (
    Rule(
        "en.spelled",
        f"{_GROUP} (?:<:dash>? <:mag> (?:(?:<:and>|<:comma>)? {_GROUP} <:mag>)* (?:<:and>? {_GROUP})?)?",
        _spelled,
        "num",
    ),
    Rule(
        "en.spelled.digits",
        "<:num> (?:<:mag> <:num>)? <:hundred> <:and>? <rest:num> (?!<:hundred|mag>)",
        _spelled_digits,
        "num",
    ),
    Rule("en.spelled.hundred_left_out", "<one> <:ten> <:dash>? <:one>", _hundred_left_out, "num"),
    Rule("en.zero", "<:zero>", _spelled, "num"),
    Rule("en.article", f"<:article> (?:<:hundred> <:mag>?|<:dozen>|<:mag>) (?:<:and> {_SMALL})?", _spelled, "num", 1),
    Rule("en.dozen", f"{_GROUP} (?:<:and> {_SMALL})? <:dozen>", _spelled, "num", 1),
    Rule("en.point", f"(?:{_GROUP}|<:zero>) <:point> (?:(?:<:one>|<:zero>)+|{_SMALL}|<:num>)", _point, "num", 2),
    Rule(
        "en.vague",
        "(?<!<:num|one|teen|ten|hundred|mag>) <:vague> (?:(?:<:of> <:vague>)+|(?=<:of>))",
        _vague,
        "num",
        1,
    ),
    Rule("en.few", "<:some_few> <:hundred|mag>+", _few, "num", 2),
    Rule("en.half_magnitude.more", f"{_GROUP} <:and> <:article>? <part> <mag>", _number_and_half_magnitude, "num", 2),
    Rule(
        "en.part_of_magnitude", f"{_PART} (?:<of>|<:dash>)? <:article>? <mag:mag|dozen>", _part_of_magnitude, "num", 2
    ),
    Rule(
        "en.magnitude_and_part",
        f"{_GROUP} <:dash>? <:mag> <:and> {_PART} (?:<:of>? <below:mag>)?",
        _magnitude_and_part,
        "num",
        2,
    ),
    # The fifth of "one twenty-fifth", "a twenty-fifth of"; an ordinal again where it is no fraction
    Rule("en.part", "(?<=<:one|num|article>) <ten> <:dash>? <one:one_th|one_ths>", _tens_part, "part", 1),
)
COMBINED: tuple[Rule, ...] = (
    Rule("en.minus", "<:minus> <num>", _minus, "num"),
    Rule("en.and_a_half", f"<num> <:dash>? <:and> <:dash>? {_PART}", _and_a_half, "num", 1),
    Rule("en.half", "<:half>", _half, "num", -1),
    Rule("en.parts", "<minus>? (?:<num>|<:article>) <:dash>? <part>", _parts, "num"),
    Rule("en.ratio", "<a:num> <in> <b:num>", _ratio, "num", 1),
    Rule("en.over", "<minus>? <a:num> <:divided_by> <b:num>", _over, "num", 1),
    Rule("en.plus_minus", "<a:num> <:plus_minus> <b:num>", _plus_minus, "num", 1),
    Rule("en.letter", "<num> <letter:mag_letter>", _small_letter, "num", 2),
)
AMOUNTS: tuple[Rule, ...] = (
    Rule("en.ordinal", "(?:<num> <:and>? <:dash>?)? <one_th> (?:<:dash>? <:superlative>)?", _ordinal),
    Rule("en.ordinal.tens", "<:part>", _ordinal_tens),
    Rule("en.ordinal.teen", "(?:<num> <:and>? <:dash>?)? <teen_th>", _ordinal),
    Rule("en.ordinal.magnitude", "(?:<num>|<:article>)? <:dash>? <mag_th>", _ordinal),
    Rule("en.numbered", "<num> <:suffix_th> (?:<:dash>? <:superlative>)?", _numbered, priority=1),
    Rule("en.top", "<:top> <:dash>? <num>", _top),
    Rule("en.rank_number", "<:numbered> <num>", _rank_number, priority=1),
    Rule("en.twice", "<times>", _twice),
    Rule("en.article_unit", "<:article> <unit>", _article_unit),
    Rule("en.part_unit", "<part> (?:<:article>|<of> <:article>?)? <unit>", _one_unit),
    Rule("en.more_of_unit", "<num> <:more_of> <unit>", _more_of_unit),
    Rule("en.of_unit", "<num> <of> <:article>? <unit>", _of_unit),
    Rule("en.money.code", "<code> <num>", _code_before),
    Rule("en.money.code_after", "<num> <code|sign> <mag>?", _code_after, priority=2),
    Rule("en.money.code_between", "<a:num> <code|sign> <b:num>", _code_between, priority=1),
    Rule("en.money.name_before", "(?<!<:num>) <money_word> <num>", _name_before),
    Rule("en.pounds", "<num> <:dash>? <:pound>", _pounds, priority=2),
    Rule("en.coins", "<num> <coin:cent_letter>", _coins, priority=2),
)
COMPOUNDS: tuple[Rule, ...] = (
    Rule("en.units", "<:amount> (?:<:and>|<:comma>)? <:amount>", _units),
    Rule("en.units.more", "<:amount> (?:(?:<:and>|<:comma>)? <:amount>){2,3}", _units),
    Rule("en.unit_and_half", f"<amount> <:and> (?:{_PART}|<share:num>)", _and_half_unit),
    Rule("en.age", "<amount> <:dash>? <:old>", _age),
    Rule("en.per", "<amount> (?:<:per_one>|<article>|<slash>) <unit>", _per),
    Rule("en.below_zero", "<amount> <bound> <zero:num>", _below_zero),
    Rule("en.rest", "<amount> <:and>? <rest:num>", _rest),
)
SPANS: tuple[Rule, ...] = (
    Rule("en.either", "<a:num> <:or> <b:amount|num>", _either),
    Rule("en.from_and", "<:from> <a:amount|num> <:and> <b:amount>", _from_and),
    Rule("en.passed", "<:passed> <amount:amount|num>", _passed),
    Rule("en.aged", "<:aged> <bound>? <amount:amount|num>", _aged),
    Rule("en.aged.between", "<:between> <:aged> <amount:num> (?:<:and>|<:to>|<:dash>) <to:num>", _aged),
    Rule("en.between_ranks", "<:between> <:the> <a:amount> <:and> <:the> <b:amount>", _between_ranks),
)
LEXICON: Mapping[str, Mapping[str, Any]] = lexicon()
LATIN: Mapping[str, Mapping[str, Any]] = latin()
# Money that touches the number after it: UAH3.04, US$5
CODES_BEFORE_DIGITS = trie(
    (
        *(code for code in currency_codes() if code.upper() not in CODES_LIKE_WORDS and not code.endswith(".")),
        *words("us hk nt au rs rm rmb rp"),
    )
)

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
    r"(?:(?<=[a-z]s)[ ]of(?: the)?)?[ \xa0\n-](?P<a>[a-z][a-z'-]{1,24})"
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
