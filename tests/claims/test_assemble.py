"""Sentence → claims, with entities and quantities given by hand so that only this room is tested."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.claims.assemble import find_claims
from toolkit.model import CLAIM_TYPES, Claim, Entity, Quantity, Segment

Q = tuple[Any, ...]  # (text, kind, value, unit, comparator, value_max, iso), cut off where the rest is None


def claims_of(
    text: str,
    lang: Any = "zh",
    entities: tuple[tuple[str, str], ...] = (),
    quantities: tuple[Q, ...] = (),
    doc_id: str = "d",
) -> list[Claim]:
    """The claims of a text of one-line sentences; names and quantities are found by their words, every occurrence."""
    names = [Entity(i, i + len(t), t, label) for t, label in entities for i in _all(text, t)]
    found = []
    for words, kind, *rest in quantities:
        value, unit, comparator, value_max, iso = [*rest, *([None] * (5 - len(rest)))]
        number, most = (None if v is None else Decimal(v) for v in (value, value_max))
        found += [
            Quantity(i, i + len(words), words, kind, number, most, unit, comparator, iso or ())
            for i in _all(text, words)
        ]
    segments, here = [], 0
    for line in text.splitlines(keepends=True):
        segments += [Segment(here, here + len(line.rstrip("\n")), lang)] if line.strip() else []
        here += len(line)
    return find_claims(
        text,
        doc_id=doc_id,
        segments=segments,
        entities=sorted(names, key=lambda e: e.start),
        quantities=sorted(found, key=lambda q: q.start),
    )


def _all(text: str, words: str) -> list[int]:
    return [i for i in range(len(text)) if text.startswith(words, i)]


ALI = (
    ("阿里巴巴", "ORG"),
    ("千问", "PRODUCT"),
    ("Meta", "ORG"),
    ("Llama", "PRODUCT"),
    ("Qwen", "PRODUCT"),
    ("GPT-5", "PRODUCT"),
)
EN = (
    ("Alibaba", "ORG"),
    ("Qwen", "PRODUCT"),
    ("GPT-5", "PRODUCT"),
    ("Meta", "ORG"),
    ("Llama", "PRODUCT"),
    ("Tesla", "ORG"),
)

ONE_CLAIM = [
    # text, lang, quantities → claim text, types, subject, measure, comparator, value, unit, period
    (
        "自2023年以来，阿里巴巴已开源300多款模型。",
        "zh",
        (("自2023年以来", "date", None, None, None, None, ("2023-01-01/..",)), ("300多款", "count", "300", "款", ">")),
        (
            "自2023年以来，阿里巴巴已开源300多款模型",
            ("statistical",),
            "阿里巴巴",
            "模型",
            ">",
            "300",
            "款",
            "2023-01-01/..",
        ),
    ),
    (
        "千问的全球下载量突破6亿次。",
        "zh",
        (("突破6亿次", "count", "600000000", "次", ">"),),
        ("千问的全球下载量突破6亿次", ("statistical",), "千问", "全球下载量", ">", "600000000", "次", None),
    ),
    (
        "Qwen以22.32%的收益率夺冠。",
        "zh",
        (("22.32%", "percent", "22.32", "%"),),
        ("Qwen以22.32%的收益率夺冠", ("statistical", "rank"), "Qwen", "收益率", None, "22.32", "%", None),
    ),
    (
        "阿里巴巴的模型贡献度位列全球第三。",
        "zh",
        (("第三", "ordinal", "3"),),
        ("阿里巴巴的模型贡献度位列全球第三", ("rank",), "阿里巴巴", "模型贡献度", None, "3", None, None),
    ),
    (
        "千问占据前十中的七席。",
        "zh",
        (("前十", "ordinal", "10", None, "<="), ("七席", "count", "7", "席")),
        ("千问占据前十中的七席", ("statistical", "rank"), "千问", None, None, "7", "席", None),
    ),
    (
        "在模型榜单前十名中，千问占据七席。",
        "zh",
        (("前十名", "ordinal", "10", None, "<="), ("七席", "count", "7", "席")),
        ("在模型榜单前十名中，千问占据七席", ("statistical", "rank"), "千问", "模型榜", None, "7", "席", None),
    ),
    (
        "千问的参数规模从0.5B到480B不等。",
        "zh",
        (("从0.5B到480B", "range", "500000000", None, None, "480000000000"),),
        (
            "千问的参数规模从0.5B到480B不等",
            ("statistical", "interval"),
            "千问",
            "参数规模",
            None,
            "500000000",
            None,
            None,
        ),
    ),
    (
        "千问的下载量比Llama高3倍。",
        "zh",
        (("3倍", "multiple", "3", "倍"),),
        ("千问的下载量比Llama高3倍", ("statistical", "comparison"), "千问", "下载量", None, "3", "倍", None),
    ),
    (
        "Qwen won with a return of 22.32%.",
        "en",
        (("22.32%", "percent", "22.32", "%"),),
        ("Qwen won with a return of 22.32%", ("statistical",), "Qwen", "return", None, "22.32", "%", None),
    ),
    (
        "Since 2023, Alibaba has opened more than 300 models.",
        "en",
        (
            ("Since 2023", "date", None, None, None, None, ("2023-01-01/..",)),
            ("more than 300 models", "count", "300", "models", ">"),
        ),
        (
            "Since 2023, Alibaba has opened more than 300 models",
            ("statistical",),
            "Alibaba",
            "models",
            ">",
            "300",
            "models",
            "2023-01-01/..",
        ),
    ),
    (
        "Seven of the top ten places belong to Qwen.",
        "en",
        (("Seven", "number", "7"), ("top ten", "ordinal", "10", None, "<=")),
        (
            "Seven of the top ten places belong to Qwen",
            ("statistical", "rank"),
            "Qwen",
            "top ten places",
            None,
            "7",
            None,
            None,
        ),
    ),
    (
        "Alibaba ranks third by market value.",
        "en",
        (("third", "ordinal", "3"),),
        ("Alibaba ranks third by market value", ("rank",), "Alibaba", "market value", None, "3", None, None),
    ),
]


@pytest.mark.parametrize(("text", "lang", "quantities", "expected"), ONE_CLAIM, ids=[row[0] for row in ONE_CLAIM])
def test_one_figure_is_one_claim_with_all_its_parts(text: str, lang: str, quantities: Any, expected: Any) -> None:
    [claim] = claims_of(text, lang, ALI if lang == "zh" else EN, quantities)
    value = None if claim.value is None else str(claim.value)
    parts = (claim.text, claim.types, claim.subject, claim.measure, claim.comparator, value, claim.unit, claim.period)
    assert parts == expected
    assert text[claim.start : claim.end] == claim.text
    assert (claim.context_start, claim.context_end) == (0, len(text))


SEVERAL = [
    (
        "千问的下载量突破6亿次，衍生模型超过17万个，超越Meta的Llama。",
        "zh",
        (("突破6亿次", "count", "6"), ("超过17万个", "count", "17")),
        ["千问的下载量突破6亿次", "衍生模型超过17万个", "超越Meta的Llama"],
    ),
    (
        "千问已有300款模型和6亿次下载。",
        "zh",
        (("300款", "count", "300", "款"), ("6亿次", "count", "6", "次")),
        ["千问已有300款模型", "6亿次下载"],
    ),
    (
        "公司营收增长22%至500亿元。",
        "zh",
        (("22%", "percent", "22", "%"), ("500亿元", "money", "5", "CNY")),
        ["公司营收增长22%", "至500亿元"],
    ),
    (
        "千问以39%的份额位居第一，GPT-5亏损62%，垫底的是它。",
        "zh",
        (("39%", "percent", "39", "%"), ("第一", "ordinal", "1"), ("62%", "percent", "62", "%")),
        ["千问以39%的份额", "位居第一", "GPT-5亏损62%", "垫底的是它"],
    ),
    (
        "他说：“下载量6亿次，模型300款。”",
        "zh",
        (("6亿次", "count", "6", "次"), ("300款", "count", "300", "款")),
        ["下载量6亿次", "模型300款"],
    ),
    (
        "Qwen won with a return of 22.32%, while GPT-5 lost more than 62% and came last.",
        "en",
        (("22.32%", "percent", "22.32", "%"), ("more than 62%", "percent", "62", "%", ">")),
        ["Qwen won with a return of 22.32%", "GPT-5 lost more than 62%", "came last"],
    ),
    (
        "Alibaba has 1,100 models with 600 million downloads and 170,000 customers.",
        "en",
        (
            ("1,100 models", "count", "1100"),
            ("600 million downloads", "count", "6"),
            ("170,000 customers", "count", "17"),
        ),
        ["Alibaba has 1,100 models", "with 600 million downloads", "170,000 customers"],
    ),
    (
        "Tesla sold 30 cars worth $3 million (about 21 million yuan).",
        "en",
        (
            ("30 cars", "count", "30", "cars"),
            ("$3 million", "money", "3", "USD"),
            ("21 million yuan", "money", "21", "CNY"),
        ),
        ["Tesla sold 30 cars", "worth $3 million (about 21 million yuan)"],
    ),
]


@pytest.mark.parametrize(("text", "lang", "quantities", "expected"), SEVERAL, ids=[row[0] for row in SEVERAL])
def test_several_figures_are_several_claims(text: str, lang: str, quantities: Any, expected: list[str]) -> None:
    found = claims_of(text, lang, ALI if lang == "zh" else EN, quantities)
    texts = [claim.text for claim in found]
    if texts != expected:  # "with" may stay with either side; the figures may not
        assert [t.removeprefix("with ") for t in texts] == [t.removeprefix("with ") for t in expected]
    assert all(a.end <= b.start for a, b in pairwise(found))


WITHOUT_FIGURES = [
    ("阿里巴巴否认了这一指控。", "zh", (), [("statement",)]),
    (
        "11月14日，阿里巴巴推出千问App。",
        "zh",
        (("11月14日", "date", None, None, None, None, ("2025-11-14",)),),
        [("temporal", "statement")],
    ),
    ("千问超越Meta的Llama。", "zh", (), [("comparison",)]),
    ("千问是全球下载最多的模型。", "zh", (), [("rank",)]),
    ("Alibaba denied the accusation.", "en", (), [("statement",)]),
    ("In 2021 Tesla acquired a maker of batteries.", "en", (("2021", "date"),), [("temporal", "statement")]),
    ("Qwen is ahead of Llama.", "en", (), [("comparison",)]),
    ("公司宣布了这一消息。", "zh", (), [("statement",)]),
    ("两党都同意。", "zh", (), [("statement",)]),
    ("the two countries met", "en", (), [("statement",)]),
    # none at all: a question, a prediction, an opinion, advice, a bare date, a bare name, a description
    ("阿里巴巴会收购Meta吗？", "zh", (), []),
    ("阿里巴巴预计将推出千问。", "zh", (), []),
    ("我认为阿里巴巴否认得太晚。", "zh", (), []),
    ("阿里巴巴应该起诉Meta。", "zh", (), []),
    ("那是2023年。", "zh", (("2023年", "date"),), []),
    ("阿里巴巴发布的模型很有名。", "zh", (), []),
    ("Did Alibaba acquire Tesla?", "en", (), []),
    ("Alibaba will acquire Tesla.", "en", (), []),
    ("Alibaba should sue Meta.", "en", (), []),
    ("I think Alibaba approved it.", "en", (), []),
]


@pytest.mark.parametrize(
    ("text", "lang", "quantities", "types"), WITHOUT_FIGURES, ids=[row[0] for row in WITHOUT_FIGURES]
)
def test_claims_without_figures(text: str, lang: str, quantities: Any, types: Any) -> None:
    assert [claim.types for claim in claims_of(text, lang, ALI if lang == "zh" else EN, quantities)] == types


NO_FIGURE = [
    ("第一次会议很顺利。", (("第一", "ordinal", "1"),)),
    ("这是一个机会。", (("一个", "count", "1", "个"),)),
    ("GPT-5很强。", (("5", "number", "5"),)),
    ("Wan2.2很好。", (("2.2", "number", "2.2"),)),
    ("会上说2025是好年份。", (("2025", "number", "2025"),)),
    ("京公网安备 11010502034567号", (("11010502034567", "number", "11010502034567"),)),
    ("京ICP备12345678号-1", (("12345678", "number", "12345678"),)),
    ("（作者：张三，从业20年）", (("20年", "number", "20"),)),
    ("![](5.png)", (("5", "number", "5"),)),
    ("版权所有 © 2025 观察周刊，共30人", (("30人", "count", "30", "人"),)),
    ("第 12 页", (("12", "number", "12"),)),
    ("- 12 -", (("12", "number", "12"),)),
    ("Page 3 of 10", (("3", "number", "3"), ("10", "number", "10"))),
    ("## 3. 数据", (("3", "number", "3"),)),
    ("三、数据", (("三", "number", "3"),)),
    ("见 https://example.org/600/models", (("600", "number", "600"),)),
    ("By Jane Doe, 30 years a reporter", (("30", "number", "30"),)),
    ("First, thank them.", (("First", "ordinal", "1"),)),
    ("不到一家公司受影响。", (("不到一家", "count", "1", "家", "<"),)),
    ("at least one of them", (("at least one", "number", "1", None, ">="),)),
    ("这三条都重要。", (("三条", "count", "3", "条"),)),
]


ACT_WITHOUT_FIGURE = [
    ("第三季度结束了。", (("第三", "ordinal", "3"),)),
    ("两党都同意。", (("两", "number", "2"),)),
    ("the two countries met", (("two countries", "count", "2", "countries"),)),
    ("AI Index 2025把它列入", (("2025把", "count", "2025", "把"),)),
    ("中方否认“九点方案”。", (("九点", "count", "9", "点"),)),
    ("公司发布了Seedance 2.0模型", (("2.0", "number", "2.0"),)),
    ("The agency opened a probe into the 787.", (("787", "number", "787"),)),
    ("该公司推出777-9客机", (("9", "number", "9"),)),
    ("该队队员下半场受伤", (("半场", "count", "0.5", "场"),)),
    ("公司被移出500强榜单", (("500强", "count", "500", "强"),)),
]


@pytest.mark.parametrize(("text", "quantities"), ACT_WITHOUT_FIGURE, ids=[row[0] for row in ACT_WITHOUT_FIGURE])
def test_a_number_that_only_names_makes_no_figure_of_an_act(text: str, quantities: Any) -> None:
    [claim] = claims_of(text, "zh", (), quantities)
    assert (claim.types, claim.value) == (("statement",), None)


@pytest.mark.parametrize(("text", "quantities"), NO_FIGURE, ids=[row[0] for row in NO_FIGURE])
def test_what_looks_like_a_figure_and_is_none(text: str, quantities: Any) -> None:
    assert claims_of(text, "zh", (), quantities) == []


def test_a_quantity_inside_a_name_is_no_figure() -> None:
    assert claims_of("《2025年报告》很长。", "zh", (("2025年报告", "WORK_OF_ART"),), (("2025", "number", "5"),)) == []


def test_the_subject_is_carried_within_a_paragraph_and_over_list_items_only() -> None:
    figures = (("6亿次", "count", "6", "次"),)
    assert claims_of("阿里巴巴发布了千问\n- 下载量6亿次", "zh", ALI, figures)[-1].subject == "阿里巴巴"
    assert claims_of("阿里巴巴发布了千问\n下载量6亿次", "zh", ALI, figures)[-1].subject != "阿里巴巴"


def test_names_after_prepositions_and_comparisons_are_no_subjects() -> None:
    [claim] = claims_of("千问在Meta的榜单上超越Llama，占35%。", "zh", ALI, (("35%", "percent", "35", "%"),))[-1:]
    assert claim.subject == "千问"


def test_an_id_stays_when_other_text_changes_and_repeats_are_told_apart() -> None:
    line, figures = "千问下载量6亿次。", (("6亿次", "count", "6", "次"),)
    [before] = claims_of(line, "zh", ALI, figures)
    after = claims_of(f"阿里巴巴否认指控。\n{line}\n{line}", "zh", ALI, figures)
    assert before.claim_id == after[1].claim_id
    assert len({claim.claim_id for claim in after}) == 3
    assert claims_of(line, "zh", ALI, figures, doc_id="other")[0].claim_id != before.claim_id


PHRASES = st.sampled_from(
    [
        "千问",
        "下载量",
        "突破6亿次",
        "300款",
        "，",
        "、",
        "和",
        "；",
        "。",
        "“",
        "”",
        "（",
        ")",
        " and ",
        ", ",
        " 5% ",
        "1,100",
        "GPT-5",
        "\n",
        "否认",
        "第三",
        "1. ",
    ]
)


@given(st.lists(PHRASES, max_size=40).map("".join))
def test_claims_never_overlap_and_hold_their_text(text: str) -> None:
    figures: tuple[Q, ...] = (
        ("突破6亿次", "count", "6", "次"),
        ("300款", "count", "300", "款"),
        ("5%", "percent", "5", "%"),
    )
    figures += (("1,100", "number", "1100"), ("第三", "ordinal", "3"))
    found = claims_of(text, "zh", (("千问", "PRODUCT"), ("GPT-5", "PRODUCT")), figures)
    for claim in found:
        assert text[claim.start : claim.end] == claim.text == claim.text.strip()
        assert claim.text
        assert claim.context_start <= claim.start < claim.end <= claim.context_end
        assert claim.types
        assert set(claim.types) <= set(CLAIM_TYPES)
        assert 0 <= claim.worth <= 1
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert len({claim.claim_id for claim in found}) == len(found)


@given(st.lists(PHRASES, max_size=30).map("".join))
def test_no_claim_holds_two_plain_figures(text: str) -> None:
    for claim in claims_of(text, "zh", (), (("300款", "count", "300", "款"),)):
        assert claim.text.count("300款") == (0 if "statement" in claim.types else 1)
