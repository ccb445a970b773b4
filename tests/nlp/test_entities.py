from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.model import Entity
from toolkit.nlp.entities import find_entities
from toolkit.nlp.labels import latin_label, place_label, title_label
from toolkit.nlp.tidy import tidied, without_overlaps

FOUND = [
    ("阿里巴巴推出千问App。", {("阿里巴巴", "ORG"), ("千问", "PRODUCT")}),
    (
        "中国驻美国大使馆发言人刘鹏宇在X上驳斥了这一指控。",
        {("中国驻美国大使馆", "ORG"), ("刘鹏宇", "PERSON"), ("X", "ORG")},
    ),
    ("千问超越Meta的Llama。", {("千问", "PRODUCT"), ("Meta", "ORG"), ("Llama", "PRODUCT")}),
    (
        "在Hugging Face榜单上，Qwen3-Coder和GPT-5都很强。",
        {("Hugging Face", "ORG"), ("Qwen3-Coder", "PRODUCT"), ("GPT-5", "PRODUCT")},
    ),
    ("《金融时报》报道了《无敌对AI法案》。", {("金融时报", "ORG"), ("无敌对AI法案", "LAW")}),
    ("杰克·多尔西和马斯克住在美国。", {("杰克·多尔西", "PERSON"), ("马斯克", "PERSON"), ("美国", "GPE")}),
    ("马斯克（Elon Musk）在北京。", {("马斯克", "PERSON"), ("Elon Musk", "PERSON"), ("北京", "GPE")}),
    ("阿里巴巴港股下跌。", {("阿里巴巴", "ORG")}),
    ("长江流经中国。", {("长江", "LOC"), ("中国", "GPE")}),
    ("AI公司的CEO说GDP增长了。", set()),
    (
        "John Moolenaar sponsored the No Adversarial AI Act.",
        {("John Moolenaar", "PERSON"), ("No Adversarial AI Act", "LAW")},
    ),
    ("Alibaba's app competes with “ChatGPT”.", {("Alibaba", "ORG"), ("ChatGPT", "PRODUCT")}),
    ("GPT-5 lost 62% in October 2025.", {("GPT-5", "PRODUCT")}),
    ("Alibaba (阿里巴巴) was founded in Hangzhou.", {("Alibaba", "ORG"), ("阿里巴巴", "ORG"), ("Hangzhou", "GPE")}),
    (
        "In June, members of both parties proposed the No Adversarial AI Act.",
        {("No Adversarial AI Act", "LAW")},
    ),
    ("The No Adversarial AI Act, proposed in June, 禁止联邦机构采购这些模型。", {("No Adversarial AI Act", "LAW")}),
    ("Stanford的榜单把它排在全球No. 3。", {("Stanford", "ORG")}),
    ("As one reader asked: 是模型会炒股吗？", set()),
    (
        "Airbnb的Brian Chesky认为，Elon Musk和Liu Pengyu都在。Policy方面再说。",
        {("Airbnb", "ORG"), ("Brian Chesky", "PERSON"), ("Elon Musk", "PERSON"), ("Liu Pengyu", "PERSON")},
    ),
    ("The memo (白宫 WHITE HOUSE memo) is short.", {("白宫", "ORG"), ("WHITE HOUSE", "ORG")}),
    ("中国科技公司从美国交易所退市。", {("中国", "GPE"), ("美国", "GPE")}),
    ("爱彼迎的布莱恩·切斯基说过。", {("爱彼迎", "ORG"), ("布莱恩·切斯基", "PERSON")}),
    (
        "斯坦福大学、英伟达、金融时报、星际之门计划、无敌对AI法案",
        {
            ("斯坦福大学", "ORG"),
            ("英伟达", "ORG"),
            ("金融时报", "ORG"),
            ("星际之门计划", "ORG"),
            ("无敌对AI法案", "LAW"),
        },
    ),
    ("QWEN models from 0.5B to 480B", {("QWEN", "PRODUCT")}),
    ("粤ICP备2025000111号-2", set()),
    ("Chinese and American negotiators met.", {("Chinese", "NORP"), ("American", "NORP")}),
    ("Liu Pengyu rejected it on X.", {("Liu Pengyu", "PERSON"), ("X", "ORG")}),
    ("", set()),
]


@pytest.mark.parametrize(("text", "expected"), FOUND, ids=[row[0] for row in FOUND])
def test_names_and_labels_by_the_fast_models(text: str, expected: set[tuple[str, str]]) -> None:
    found = find_entities(text, models="fast")
    assert {(e.text, e.label) for e in found} == expected
    assert all(text[e.start : e.end] == e.text for e in found)


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("the Financial Times", "Financial Times"),
        ("“Alibaba”", "Alibaba"),
        ("Alibaba's", "Alibaba"),
        ("Alibaba’s", "Alibaba"),
        ("**Qwen**", "Qwen"),
        ("# Nvidia,", "Nvidia"),
        ("Acme Inc.", "Acme Inc."),
        ("Washington.", "Washington"),
        ("62%", None),
        ("——", None),
        ("AI", None),
        ("李", None),
        ("0.5B", None),
        ("June", None),
        ("穆勒纳尔们", "穆勒纳尔"),
    ],
)
def test_clean_up(raw: str, clean: str | None) -> None:
    found = tidied(raw, Entity(0, len(raw), raw, "ORG"))
    assert (found.text if found else None) == clean


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("北京", "GPE"),
        ("上海", "GPE"),
        ("黄浦江", "LOC"),
        ("白宫", "ORG"),
        ("东南亚", "LOC"),
        ("首都机场", "FAC"),
        ("青海", "GPE"),
    ],
)
def test_places(name: str, label: str) -> None:
    assert place_label(name) == label


@pytest.mark.parametrize(
    ("name", "label"),
    [("ChatGPT", "PRODUCT"), ("OpenAI", "ORG"), ("Wan2.2", "PRODUCT"), ("BMW", "ORG"), ("Qwen3-Coder", "PRODUCT")],
)
def test_latin_names(name: str, label: str) -> None:
    assert latin_label(name) == label


def test_titles() -> None:
    assert [title_label(t) for t in ("人民日报", "网络安全法", "三体")] == ["ORG", "LAW", "WORK_OF_ART"]


def test_of_overlapping_names_the_longest_stays() -> None:
    names = [
        Entity(0, 2, "ab", "ORG"),
        Entity(0, 4, "abcd", "ORG"),
        Entity(3, 5, "de", "ORG"),
        Entity(5, 6, "f", "ORG"),
    ]
    assert [(e.start, e.end) for e in without_overlaps(names)] == [(0, 4), (5, 6)]


def test_long_text_without_sentence_marks() -> None:
    found = find_entities("阿里巴巴在北京" * 400, models="fast")
    assert len(found) > 400


def test_threads_change_nothing_but_speed() -> None:
    text = "阿里巴巴推出千问，刘鹏宇在北京。"
    assert find_entities(text, threads=2) == find_entities(text)


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["阿里巴巴", "Alibaba", " said ", "，", "。", ". ", "《", "》", "X", "GPT-5", "（", ")", "\n", "5%", "的"]
        ),
        max_size=20,
    )
)
def test_spans_are_exact_sorted_and_disjoint(parts: list[str]) -> None:
    text = "".join(parts)
    found = find_entities(text)
    assert all(text[e.start : e.end] == e.text and any(c.isalpha() for c in e.text) for e in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert not {e.label for e in found} & {"CARDINAL", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "DATE", "TIME"}
