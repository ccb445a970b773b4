"""What holds for any text: offsets, order, no overlap, no error; numerals round trip; reading time is linear."""

from __future__ import annotations

import time
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.model import QUANTITY_KINDS, check_offsets
from toolkit.quantities import find_quantities
from toolkit.quantities.normalise import chinese, fold

LANGS = ("zh", "en", "mixed")
PIECES = """
1 23 4,567 8.9 ０.５ 一 两 三 十 百 千 万 亿 点 几 多 余 半 第 前 负 零下
% ‰ 个百分点 成 折 倍 元 美元 $ € 吨 米 km kg 个 款
年 月 日 时 分 至 到 - ~ — . , ， 。 ( )
超过 约 以上 不足 左右 之间 分之 one two twenty hundred thousand million half a and of
in to between more than less third
percent dollars years last month May 2025 ½ e x ^ / : http:// @ 😀 é 今年 以来
"""
PIECE = st.sampled_from([*PIECES.split(), "\n", "\t", "\ud800"])
SOUP = st.lists(st.tuples(PIECE, st.sampled_from(["", "", " "])), max_size=25).map(
    lambda pairs: "".join(piece + blank for piece, blank in pairs)
)
PUBLISHED = st.sampled_from([None, "2025-11-20", "2024-02-29", "nonsense"])


@settings(max_examples=250, deadline=None)
@given(
    st.one_of(st.text(max_size=60), SOUP),
    st.sampled_from(LANGS),
    st.sampled_from([None, "2025-11-20", "2024-02-29", "nonsense"]),
)
def test_any_text_is_read_with_true_offsets_and_no_overlap(text: str, lang: str, published: str | None) -> None:
    found = find_quantities(text, lang, published=published)
    check_offsets(text, found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    for item in found:
        assert item.kind in QUANTITY_KINDS
        assert item.rule
        assert item.value is None or item.value.is_finite()
        assert item.value_max is None or (item.value is not None and item.value_max > item.value)


@given(st.text(max_size=80))
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)


def in_chinese(number: int) -> str:
    """The everyday spelling of a whole number below 10**16."""
    if number == 0:
        return "零"
    digits = "零一二三四五六七八九"

    def four(part: int) -> str:
        out, zero = "", False
        for power, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
            digit = part // power % 10
            if digit:
                out += ("零" if zero and out else "") + digits[digit] + name
                zero = False
            else:
                zero = True
        return out

    def eight(part: int) -> str:
        high, low = divmod(part, 10**4)
        gap = "零" if high and 0 < low < 1000 else ""
        return (four(high) + "万" if high else "") + gap + four(low)

    high, low = divmod(number, 10**8)
    gap = "零" if high and 0 < low < 10**7 else ""
    return (eight(high) + "亿" if high else "") + gap + eight(low)


SMALL = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen
"""
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
POWERS = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred"))


def in_english(number: int) -> str:
    """The everyday spelling of a whole number below 10**15."""
    small = SMALL.split()
    tens = TENS.split()
    if number < 20:
        return small[number]
    if number < 100:
        return tens[number // 10 - 2] + (f"-{small[number % 10]}" if number % 10 else "")
    for power, name in (
        (10**12, "trillion"),
        (10**9, "billion"),
        (10**6, "million"),
        (1000, "thousand"),
        (100, "hundred"),
    ):
        if number >= power:
            rest = number % power
            joint = " and " if power == 100 else " "
            return f"{in_english(number // power)} {name}" + (joint + in_english(rest) if rest else "")
    raise AssertionError(number)


WHOLE = st.one_of(st.integers(0, 10**4), st.integers(0, 10**15 - 1), st.integers(0, 14).map(lambda n: 10**n))


@given(WHOLE)
def test_chinese_numerals_round_trip(number: int) -> None:
    assert chinese(in_chinese(number)) == number


@given(WHOLE.filter(lambda n: n > 1))
def test_english_numerals_round_trip(number: int) -> None:
    (found,) = find_quantities(in_english(number), "en")
    assert found.value == number


@given(st.integers(0, 10**12), st.integers(0, 4))
def test_grouped_digits_round_trip(number: int, places: int) -> None:
    value = Decimal(number).scaleb(-places)
    (found,) = find_quantities(f"{value:,f}", "en")
    assert found.value == value


def seconds(text: str, lang: str) -> float:
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        find_quantities(text, lang)
        best = min(best, time.process_time() - start)
    return best


REPEATED = """
1 一 1, 1.2. 一万 a- a@ x_1. 1到 百分之 https:// [ 负 1年
"""


@pytest.mark.parametrize("piece", [*REPEATED.split(), " ", "one and ", "5% ", "$1 ", "<a "])
def test_reading_time_grows_in_step_with_the_text(piece: str) -> None:
    find_quantities("1", "mixed")
    short, long = (seconds(piece * (size // len(piece)), "mixed") for size in (4_000, 16_000))
    # Four times the text takes about four times as long; quadratic reading would take sixteen.
    assert long < 9 * short + 0.05


def test_plain_text_is_read_fast_enough() -> None:
    text = "去年，这家公司的收入超过300亿元，比上年增长12.5%，员工约2.3万名。" * 300
    assert len(text) / seconds(text, "zh") > 20_000  # a floor for slow machines; see benchmarks/ for the figure


@pytest.mark.parametrize("lang", ["", "fr", "ZH"])
def test_an_unknown_language_is_refused(lang: str) -> None:
    with pytest.raises(ValueError, match="expected zh, en or mixed"):
        find_quantities("1", lang)


@pytest.mark.parametrize("published", [None, "", "2025", "20251120", "2025-13-40"])
def test_a_partial_publication_date_helps_as_little_as_none(published: str | None) -> None:
    (found,) = find_quantities("11月14日", "zh", published=published)
    assert found.iso == ("--11-14",)
