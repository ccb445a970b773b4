"""What holds for any text: offsets, order, no overlap, no error; reading time is linear in the text."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.model import QUANTITY_KINDS, check_offsets
from toolkit.quantities import find_quantities
from toolkit.quantities.normalise import fold

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
# What breaks naive readers: half a surrogate pair, marks that join the letter before, text that runs right to left,
# characters outside the basic plane, digits of other scripts, blanks of no width, characters that fold to several.
ODD = ["\ud83d", "\udc00", "\u0301", "\u20e3", "\ufe0f", "\u202e", "\u200f", "١٢٣", "१२", "שלום", "👨‍👩‍👧", "𝟗", "𠮷"]
ODD += ["\u200b", "\ufeff", "\u3000", "\x00", "ﬁ", "㎏", "㍿", "①", "Ⅳ", "½", "²", "İ", "ß", "〇", "卅", "兆"]
ODDITY = st.lists(st.one_of(PIECE, st.sampled_from(ODD), st.characters()), max_size=40).map("".join)
LONG_DIGITS = st.tuples(
    st.sampled_from("0197"), st.integers(1, 3000), st.sampled_from(["", ".5", "%", "万元", "e9", ","])
)
LONG = LONG_DIGITS.map(lambda drawn: drawn[0] * drawn[1] + drawn[2])
NESTED = st.tuples(st.sampled_from(["()", "（）", "[]", "《》", "<>", "“”"]), st.integers(1, 800), SOUP).map(
    lambda drawn: drawn[0][0] * drawn[1] + drawn[2] + drawn[0][1] * drawn[1]
)


@settings(max_examples=400, deadline=None)
@given(
    st.one_of(st.text(max_size=60), SOUP, ODDITY, LONG, NESTED),
    st.sampled_from(LANGS),
    st.sampled_from([None, "2025-11-20", "2024-02-29", "0001-01-01", "9999-12-31", "nonsense"]),
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


def seconds(text: str, lang: str, times: int = 3) -> float:
    """The shortest of several readings, in seconds of processor time."""
    best = float("inf")
    for _ in range(times):
        start = time.process_time()
        find_quantities(text, lang)
        best = min(best, time.process_time() - start)
    return best


REPEATED = """
1 一 1, 1.2. 一万 a- a@ x_1. 1到 百分之 https:// [ ( 负 1年 到 约 third- 1/ 年月日 $
"""


@pytest.mark.parametrize("piece", [*REPEATED.split(), " ", "one and ", "5% ", "$1 ", "<a ", "last ", "1 to "])
def test_reading_time_grows_in_step_with_the_text(piece: str) -> None:
    find_quantities("1", "mixed")
    short, long = (piece * (size // len(piece)) for size in (4_000, 16_000))
    # Four times the text takes about four times as long; quadratic reading would take sixteen, however often one looks.
    # A neighbour on the machine slows some looks down, and not the two sizes alike.
    assert any(seconds(long, "mixed", times=2) < 9 * seconds(short, "mixed") + 0.05 for _ in range(4))


NEWS = (
    "去年，这家公司的收入超过300亿元，比上年增长12.5%，员工约2.3万名；"
    "Revenue rose by 12.5 percent to more than $4.2 billion last year, and some 23,000 people work there.\n"
)


def test_a_character_costs_the_same_in_one_kilobyte_and_in_one_megabyte() -> None:
    find_quantities(NEWS, "mixed")
    short = NEWS * (1_000 // len(NEWS))
    long = NEWS * (1_000_000 // len(NEWS))
    # Three times is for a noisy machine; anything quadratic would come to a thousand times.
    assert seconds(long, "mixed", times=1) / len(long) < 3 * seconds(short, "mixed", times=20) / len(short)


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
