"""A claim in one short sentence: what stands in it, how figures and dates are written, how long it gets."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.claims.normalized import SHORT, amount, normalized, period_words
from toolkit.model import Claim


def claim(text: str, lang: Literal["zh", "en"], **facts: Any) -> Claim:
    for name in ("value", "value_max"):
        if facts.get(name) is not None:
            facts[name] = Decimal(facts[name])
    return Claim("", 0, len(text), text, lang, 0, len(text), **facts)


def short(text: str, lang: Literal["zh", "en"], figure: str | None = None, **facts: Any) -> str:
    facts = {"types": ("statistical",) if figure else ("statement",), **facts}
    at = text.index(figure) if figure else 0
    return normalized(claim(text, lang, **facts), (at, at + len(figure)) if figure else None)


ZH = [
    (
        "Qwen 下载量 > 6亿次（2025-11）",
        "Qwen下载量突破6亿次",
        "突破6亿次",
        {
            "subject": "Qwen",
            "measure": "下载量",
            "comparator": ">",
            "value": "600000000",
            "unit": "次",
            "period": "2025-11-01/2025-11-30",
        },
    ),
    (
        "Qwen 衍生模型 17万个",
        "衍生模型17万个",
        "17万个",
        {"subject": "Qwen", "measure": "衍生模型", "value": "170000", "unit": "个"},
    ),
    (
        "千问 收益率 22.32%",
        "收益率为22.32%",
        "22.32%",
        {"subject": "千问", "measure": "收益率", "value": "22.32", "unit": "%"},
    ),
    (
        "苹果 营收 同比增长 5%（2025年第三季度）",
        "第三季度营收同比增长5%",
        "5%",
        {"subject": "苹果", "measure": "营收", "value": "5", "unit": "%", "period": "2025-07-01/2025-09-30"},
    ),
    (
        "苹果 营收 约5000亿美元（2024）",
        "去年营收近5000亿美元",
        "近5000亿美元",
        {
            "subject": "苹果",
            "measure": "营收",
            "comparator": "~",
            "value": "500000000000",
            "unit": "USD",
            "period": "2024-01-01/2024-12-31",
        },
    ),
    (
        "Qwen 参数 5亿–4800亿",
        "参数从0.5B到480B",
        "从0.5B到480B",
        {"subject": "Qwen", "measure": "参数", "value": "500000000", "value_max": "480000000000"},
    ),
    ("阿里巴巴 全球第3", "阿里巴巴列全球第三", "第三", {"types": ("rank",), "subject": "阿里巴巴", "value": "3"}),
    (
        "阿里巴巴 模型贡献 全球第3",
        "按模型贡献计，阿里巴巴列全球第三",
        "第三",
        {"types": ("rank",), "subject": "阿里巴巴", "measure": "模型贡献", "value": "3"},
    ),
    (
        "公司：失去了14个席位",
        "失去了14个席位",
        "14个",
        {"subject": "公司", "measure": "席位", "value": "14", "unit": "个"},
    ),
    ("千问：超越Llama", "超越Llama", None, {"types": ("comparison",), "subject": "千问"}),
    ("千问于11月14日上线", "它于11月14日上线", None, {"subject": "千问"}),
    ("阿里巴巴的股价下跌", "其股价下跌", None, {"subject": "阿里巴巴"}),
    ("外交部否认", "外交部否认", None, {"subject": "外交部"}),
]
EN = [
    (
        "Qwen: downloads > 600 million (Nov 2025)",
        "downloads topped 600 million",
        "topped 600 million",
        {
            "subject": "Qwen",
            "measure": "downloads",
            "comparator": ">",
            "value": "600000000",
            "period": "2025-11-01/2025-11-30",
        },
    ),
    (
        "Alibaba: 3rd by model contribution",
        "Alibaba ranks third by model contribution",
        "third",
        {"types": ("rank",), "subject": "Alibaba", "measure": "model contribution", "value": "3"},
    ),
    (
        "Alibaba: 3rd worldwide",
        "Alibaba is third worldwide",
        "third",
        {"types": ("rank",), "subject": "Alibaba", "value": "3"},
    ),
    (
        "Apple: revenue $500 billion",
        "revenue reached $500bn",
        "$500bn",
        {"subject": "Apple", "measure": "revenue", "value": "500000000000", "unit": "USD"},
    ),
    (
        "Apple: revenue rose 5% (Q3 2025)",
        "revenue rose by 5% in the third quarter",
        "5%",
        {"subject": "Apple", "measure": "revenue", "value": "5", "unit": "%", "period": "2025-07-01/2025-09-30"},
    ),
    (
        "The firm: cut 300 jobs",
        "cut 300 jobs",
        "300 jobs",
        {"subject": "the firm", "measure": "jobs", "value": "300", "unit": "jobs"},
    ),
    (
        "Apple cut 300 jobs",
        "It cut 300 jobs",
        "300 jobs",
        {"subject": "Apple", "measure": "jobs", "value": "300", "unit": "jobs"},
    ),
    ("Apple’s lawyers denied it", "Its lawyers denied it", None, {"subject": "Apple"}),
    ("Inflation is 9%", "inflation is 9%", None, {}),
    ("eBay has closed two offices", "eBay has closed two offices", None, {}),
]


@pytest.mark.parametrize(("expected", "text", "figure", "facts"), ZH)
def test_chinese(expected: str, text: str, figure: str | None, facts: dict[str, Any]) -> None:
    assert short(text, "zh", figure, **facts) == expected


@pytest.mark.parametrize(("expected", "text", "figure", "facts"), EN)
def test_english(expected: str, text: str, figure: str | None, facts: dict[str, Any]) -> None:
    assert short(text, "en", figure, **facts) == expected


@pytest.mark.parametrize(
    ("zh", "en", "facts"),
    [
        ("6亿次", "600 million次", {"value": "600000000", "unit": "次"}),
        ("4.8亿 jobs", "480 million jobs", {"value": "480000000", "unit": "jobs"}),
        ("17万", "170,000", {"value": "170000"}),
        ("2542.279万", "25,422,790", {"value": "25422790"}),
        ("25,422,788", "25,422,788", {"value": "25422788"}),
        ("1447", "1,447", {"value": "1447"}),
        ("≥ 2.38万亿元", "≥ 2.38 trillion yuan", {"value": "2380000000000", "unit": "CNY", "comparator": ">="}),
        (
            "约0.25个百分点",
            "about 0.25 percentage points",
            {"value": "0.25", "unit": "percentage point", "comparator": "~"},
        ),
        ("15–20%", "15–20%", {"value": "15", "value_max": "20", "unit": "%"}),
        ("1/3", "1/3", {"value": "0.3333333333333333"}),
        ("4年", "4 years", {"value": "4", "unit": "year"}),
        ("1.4亿瑞士法郎", "CHF 140 million", {"value": "140000000", "unit": "CHF"}),
        ("", "", {}),
    ],
)
def test_amounts(zh: str, en: str, facts: dict[str, Any]) -> None:
    assert (amount(claim("x", "zh", **facts)), amount(claim("x", "en", **facts))) == (zh, en)


@pytest.mark.parametrize(
    ("period", "zh", "en"),
    [
        (None, "", ""),
        ("2025-11-05", "2025-11-05", "5 Nov 2025"),
        ("2025-11", "2025-11", "Nov 2025"),
        ("2025", "2025", "2025"),
        ("2025-10-01/2025-10-31", "2025-10", "Oct 2025"),
        ("2025-01-01/2025-06-30", "2025年上半年", "H1 2025"),
        ("2025-01-01/2025-09-30", "2025年前三季度", "Q1–Q3 2025"),
        ("2024-01-01/2024-12-31", "2024", "2024"),
        ("2016-01-01/2022-12-31", "2016–2022", "2016–2022"),
        ("2025-03-03/2025-03-09", "2025-03-03–2025-03-09", "3 Mar 2025 – 9 Mar 2025"),
        ("2023-01-01/..", "自2023", "since 2023"),
        ("2024-06-01/..", "自2024-06", "since Jun 2024"),
        ("../2025-03-10", "截至2025-03-10", "by 10 Mar 2025"),
        ("P4Y", "4年", "4 years"),
        ("--11-14", "11-14", "14 Nov"),
        ("2025-99-01", "2025-99-01", "2025-99-01"),
    ],
)
def test_periods(period: str | None, zh: str, en: str) -> None:
    assert (period_words(period, "zh"), period_words(period, "en")) == (zh, en)


def test_a_long_clause_is_cut_between_words() -> None:
    text = "The committee recommended that every ministry publish its spending on consultants by the end of the year"
    assert short(text, "en") == "The committee recommended that every ministry publish its spending…"


def test_control_characters_are_taken_out() -> None:
    assert short("a\u202eb\x00c\nd", "en") == "A b c d"


@given(
    st.text(max_size=300),
    st.sampled_from(["zh", "en"]),
    st.text(max_size=200),
    st.text(max_size=200),
    st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=3),
    st.sampled_from([("statistical",), ("rank",), ("statement",)]),
)
def test_no_sentence_is_too_long(
    text: str, lang: Literal["zh", "en"], subject: str, measure: str, value: Decimal, types: tuple[str, ...]
) -> None:
    one = claim(text, lang, subject=subject, measure=measure, value=value, types=types)
    for figure in (None, (0, len(text))):
        assert len(normalized(one, figure)) <= SHORT
