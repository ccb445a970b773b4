"""Round trips: a number in every form that it is written in is read as the same value, unit and bound."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.model import Quantity, plain
from toolkit.quantities import find_quantities
from toolkit.quantities.normalise import chinese


def the_one(text: str, lang: str) -> Quantity:
    """The only quantity in the text; the whole text is what was found where nothing stands around it."""
    found = find_quantities(text, lang)
    assert len(found) == 1, (text, [item.text for item in found])
    return found[0]


# ---- numbers in words


def in_chinese(number: int, digits: str = "零一二三四五六七八九", powers: str = "千百十", myriads: str = "万亿") -> str:
    """The everyday spelling of a whole number below 10**16, with these characters."""
    zero = digits[0]
    if number == 0:
        return zero

    def four(part: int) -> str:
        out, gap = "", False
        for power, name in zip((1000, 100, 10, 1), [*powers, ""], strict=True):
            digit = part // power % 10
            if digit:
                out += (zero if gap and out else "") + digits[digit] + name
            gap = not digit
        return out

    def eight(part: int) -> str:
        high, low = divmod(part, 10**4)
        gap = zero if high and 0 < low < 1000 else ""
        return (four(high) + myriads[0] if high else "") + gap + four(low)

    high, low = divmod(number, 10**8)
    gap = zero if high and 0 < low < 10**7 else ""
    return (eight(high) + myriads[1] if high else "") + gap + eight(low)


def in_capitals(number: int) -> str:
    """The spelling on cheques: 壹佰贰拾叁."""
    return in_chinese(number, "零壹贰叁肆伍陆柒捌玖", "仟佰拾")


SMALL = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
SMALL += ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
POWERS = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred"))


def in_english(number: int) -> str:
    """The everyday spelling of a whole number below 10**15."""
    if number < 20:
        return SMALL[number]
    if number < 100:
        return TENS[number // 10 - 2] + (f"-{SMALL[number % 10]}" if number % 10 else "")
    power, name = next(pair for pair in POWERS if pair[0] <= number)
    rest = number % power
    joint = " and " if power == 100 else " "
    return f"{in_english(number // power)} {name}" + (joint + in_english(rest) if rest else "")


WHOLE = st.one_of(st.integers(2, 10**4), st.integers(2, 10**15 - 1), st.integers(1, 14).map(lambda n: 10**n))


@given(WHOLE)
def test_chinese_numerals(number: int) -> None:
    assert chinese(in_chinese(number)) == number


# ---- a counted number in every form

FULL_WIDTH = str.maketrans("0123456789.,%", "０１２３４５６７８９．，％")


def with_magnitude(number: int, names: dict[str, int], joint: str = "") -> list[str]:
    """The number before a magnitude: 32000 → 3.2万. At most four digits and three decimal places, as in print."""
    forms = []
    for name, size in names.items():
        head = Decimal(number) / size
        if 1 <= head < 10**4 and head == head.quantize(Decimal("0.001")):
            forms.append(plain(head) + joint + name)
    return forms


def plain_digits(number: int) -> list[str]:
    """Digits without separators, up to the length from which they could be a telephone number."""
    return [str(number), str(number).translate(FULL_WIDTH)] if number < 10**9 else []


def chinese_forms(number: int) -> list[str]:
    digits = [*plain_digits(number), f"{number:,}", f"{number:,}".translate(FULL_WIDTH)]
    words = [in_chinese(number), in_capitals(number)]
    return digits + words + with_magnitude(number, {"万": 10**4, "亿": 10**8, "万亿": 10**12})


def english_forms(number: int) -> list[str]:
    digits = [*plain_digits(number), f"{number:,}"]
    names = {"thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
    return [*digits, in_english(number), *with_magnitude(number, names, " ")]


@given(WHOLE)
def test_a_count_in_every_chinese_form(number: int) -> None:
    for form in chinese_forms(number):
        found = the_one(f"{form}名", "zh")
        assert (found.text, found.kind, found.value, found.unit) == (f"{form}名", "count", number, "名")


@given(WHOLE)
def test_a_count_in_every_english_form(number: int) -> None:
    for form in english_forms(number):
        found = the_one(f"{form} voters", "en")
        assert (found.text, found.kind, found.value, found.unit) == (f"{form} voters", "count", number, "voters")


@given(st.integers(0, 10**12), st.integers(0, 4))
def test_grouped_digits(number: int, places: int) -> None:
    value = Decimal(number).scaleb(-places)
    assert the_one(f"{value:,f}", "en").value == value


# ---- kinds of amounts: templates, in which {} is a number in digits

AMOUNT = st.one_of(
    st.integers(2, 999).map(Decimal), st.integers(11, 9999).filter(lambda n: n % 10).map(lambda n: Decimal(n) / 10)
)
PERCENT = ("percent", "%", {"zh": ("{}%", "{}％", "百分之{}"), "en": ("{}%", "{} percent", "{} per cent", "{} pct")})
POINTS = ("percent", "percentage point", {"zh": ("{}个百分点",), "en": ("{} percentage points",)})
YUAN = ("money", "CNY", {"zh": ("{}元", "人民币{}元", "{}元人民币", "￥{}"), "en": ("{} yuan", "RMB {}")})
DOLLARS = ("money", "USD", {"zh": ("{}美元", "${}"), "en": ("${}", "US${}", "{} dollars", "USD {}")})
EUROS = ("money", "EUR", {"zh": ("{}欧元",), "en": ("€{}", "{} euros", "EUR {}")})
KILOMETRES = ("measure", "km", {"zh": ("{}公里", "{}千米", "{}km"), "en": ("{} km", "{}km", "{} kilometres")})
TONNES = ("measure", "t", {"zh": ("{}吨",), "en": ("{} tonnes",)})
CELSIUS = ("temperature", "°C", {"zh": ("{}℃", "{}摄氏度"), "en": ("{}°C", "{} degrees Celsius")})
KINDS = (PERCENT, POINTS, YUAN, DOLLARS, EUROS, KILOMETRES, TONNES, CELSIUS)
FORMS = [(lang, kind, unit, form) for kind, unit, forms in KINDS for lang in ("zh", "en") for form in forms[lang]]


@pytest.mark.parametrize(("lang", "kind", "unit", "form"), FORMS)
@settings(max_examples=15)
@given(amount=AMOUNT)
def test_an_amount_with_its_unit(lang: str, kind: str, unit: str, form: str, amount: Decimal) -> None:
    text = form.format(plain(amount))
    for reading in (lang, "mixed"):
        found = the_one(text, reading)
        assert (found.text, found.kind, found.value, found.unit) == (text, kind, amount, unit)


@given(st.integers(0, 100))
def test_percent_in_chinese_words(number: int) -> None:
    found = the_one(f"百分之{in_chinese(number)}", "zh")
    assert (found.kind, found.value, found.unit) == ("percent", number, "%")


@given(st.integers(1, 999), st.sampled_from([("m", 10**6), ("bn", 10**9), ("k", 1000), (" trillion", 10**12)]))
def test_a_letter_for_the_magnitude_of_money(number: int, magnitude: tuple[str, int]) -> None:
    name, size = magnitude
    found = the_one(f"${number}{name}", "en")
    assert (found.kind, found.value, found.unit) == ("money", number * size, "USD")


@given(st.integers(2, 99), st.data())
def test_fractions(below: int, data: st.DataObject) -> None:
    above = data.draw(st.integers(1, below - 1))
    for form in (f"{in_chinese(below)}分之{in_chinese(above)}", f"{below}分之{above}"):
        found = the_one(form, "zh")
        assert found.kind == ("percent" if below == 10 and found.unit == "%" else "fraction")
        assert found.value == Decimal(above) / below


# ---- bounds

BOUNDS = {
    "zh": {
        ">": ("超过{}", "逾{}", "多于{}", "高于{}", "{}以上"),
        ">=": ("至少{}", "不少于{}", "不低于{}"),
        "<": ("不足{}", "不到{}", "少于{}", "低于{}", "{}以下"),
        "<=": ("至多{}", "最多{}", "不超过{}", "不高于{}", "{}以内"),
        "~": ("约{}", "大约{}", "近{}", "将近{}", "接近{}", "{}左右", "{}上下"),
    },
    "en": {
        ">": ("more than {}", "over {}", "above {}"),
        ">=": ("at least {}", "no less than {}", "{} or more"),
        "<": ("less than {}", "under {}", "below {}"),
        "<=": ("at most {}", "no more than {}", "up to {}"),
        "~": ("about {}", "around {}", "roughly {}", "nearly {}", "almost {}", "approximately {}", "some {}"),
    },
}
BOUNDED = {
    "zh": (("{}%", "%"), ("{}元", "CNY"), ("{}万吨", "t"), ("{}名", "名"), ("百分之{}", "%")),
    "en": (("{}%", "%"), ("${}", "USD"), ("{} million tonnes", "t"), ("{} voters", "voters"), ("{} percent", "%")),
}
WITH_BOUNDS = [
    (lang, comparator, form)
    for lang, comparators in BOUNDS.items()
    for comparator, forms in comparators.items()
    for form in forms
]


@pytest.mark.parametrize(("lang", "comparator", "bound"), WITH_BOUNDS)
@settings(max_examples=10)
@given(number=st.integers(2, 999))
def test_every_bound_with_every_unit(lang: str, comparator: str, bound: str, number: int) -> None:
    for (form, unit), reading in product(BOUNDED[lang], (lang, "mixed")):
        text = bound.format(form.format(number))
        found = the_one(text, reading)
        size = 10**4 if "万" in form else 10**6 if "million" in form else 1
        assert (found.text, found.value, found.unit, found.comparator) == (text, number * size, unit, comparator)


# ---- ranges with a shared magnitude or unit

RANGES = {
    "zh": (
        ("{}到{}万人", 10**4, "人"),
        ("{}至{}亿元", 10**8, "CNY"),
        ("{}亿至{}亿美元", 10**8, "USD"),
        ("{}%—{}%", 1, "%"),
        ("{}～{}公里", 1, "km"),
    ),
    "en": (
        ("{} to {} million people", 10**6, "people"),
        ("{}-{} percent", 1, "%"),
        ("between ${} and ${} billion", 10**9, "USD"),
        ("${}-{} million", 10**6, "USD"),
        ("{} to {} km", 1, "km"),
    ),
}


@pytest.mark.parametrize(("lang", "form", "size", "unit"), [(lang, *row) for lang in RANGES for row in RANGES[lang]])
@settings(max_examples=20)
@given(low=st.integers(2, 400), step=st.integers(1, 400))
def test_the_ends_of_a_range_share_magnitude_and_unit(
    lang: str, form: str, size: int, unit: str, low: int, step: int
) -> None:
    found = the_one(form.format(low, low + step), lang)
    assert (found.value, found.value_max, found.unit) == (low * size, (low + step) * size, unit)


@pytest.mark.parametrize(("lang", "comparator", "bound"), WITH_BOUNDS)
@settings(max_examples=10)
@given(number=st.integers(21, 10**6))
def test_every_bound_with_a_number_in_words(lang: str, comparator: str, bound: str, number: int) -> None:
    written = in_chinese(number) + "名" if lang == "zh" else in_english(number) + " voters"
    found = the_one(bound.format(written), lang)
    assert (found.value, found.comparator, found.text) == (number, comparator, bound.format(written))


# ---- dates

MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November"]
MONTHS += ["December"]


def date_forms(day: date) -> list[tuple[str, str]]:
    """(language, form) for each way in which a whole date is written."""
    month, ordinal = MONTHS[day.month - 1], f"{day.day}{ordinal_ending(day.day)}"
    years = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(day.year))
    chinese_date = f"{years}年{in_chinese(day.month)}月{in_chinese(day.day)}日".replace("一十", "十")
    digits = [f"{day.year}年{day.month}月{day.day}日", f"{day:%Y-%m-%d}", f"{day:%Y/%m/%d}", f"{day:%Y.%m.%d}"]
    english = [f"{month} {day.day}, {day.year}", f"{day.day} {month} {day.year}", f"{month[:3]} {day.day}, {day.year}"]
    english += [f"{month} {ordinal}, {day.year}", f"the {ordinal} of {month} {day.year}", f"{day:%Y-%m-%d}"]
    return [("zh", form) for form in [*digits, chinese_date]] + [("en", form) for form in english]


def ordinal_ending(number: int) -> str:
    return "th" if number in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_a_date_in_every_form(day: date) -> None:
    for lang, form in date_forms(day):
        for reading in (lang, "mixed"):
            found = the_one(form, reading)
            assert (found.kind, found.iso) == ("date", (day.isoformat(),)), form
