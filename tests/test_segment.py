"""Sentences and their languages in Chinese, English and mixed text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.segment import MAX_SENTENCE, sentences, text_lang


def cut(text: str) -> list[str]:
    return [text[segment.start : segment.end] for segment in sentences(text)]


@pytest.mark.parametrize(
    "marked",  # with "|" where a sentence begins
    [
        # Chinese
        "他说：“好。”|然后走了。",
        "增长3.5%，即12.8亿。|去年下降了吗？|没有！",
        "《你好，李焕英！》票房54亿元。|排名第一。",
        "（见第3页。）|下一句",
        "公司（包括子公司！）增长两成。|完",
        '他问："好吗？"|我说："好。"|走了。',
        '他说：“好。" |然后走了。',
        "真的吗？！|是的",
        "他说……但是没有说完。|后来呢？",
        "一季度增长；二季度下降。|三季度持平。",
        "千问2.5.1发布。|版本号是2.5。",
        # abbreviations and numbers
        "Mr. Smith paid 3.5% of it. |Dr. Lee did not.",
        "The U.S. economy grew. |Growth was 2.8%.",
        "He lives in the U.S. |The house is old.",
        "See No. 5 for it, e.g. on Jan. 3, vs. Fig. 2 of vol. 4.",
        "Apple Inc. said so. |It works with Foo Corp. |In Paris it does not.",
        "J. K. Rowling wrote it. |George W. Bush read it.",
        "It opens at 9 a.m. Monday. |It closes at 5 p.m. |The rest is known.",
        "It rose in 2025. |The rest fell.",
        "No. |That is wrong.",
        "It was a fig. |Nobody ate it.",
        "Visit example.com/a?b=c! for v2.0.1 now. |Done.",
        "Wait... what is it? |Nothing.",
        "1. The first of the list. |It has two sentences.",
        # quotes
        "“Go home.” |She went.",
        "“Go home.”|She went.",
        '"Stop!" he said. |"Why?" she asked. |He left.',
        "He called it “a 3.5% rise.”[2] |Others did not.",
        # both languages
        "阿里发布千问。|Alibaba launched Qwen. |下载量1000万！|Really? |是的",
        "美国U.S.政府说了。|OK.",
    ],
)
def test_sentences_of_a_line(marked: str) -> None:
    assert cut(marked.replace("|", "")) == [part.strip() for part in marked.split("|")]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Title\n\nBody one. Body two.", ["Title", "Body one.", "Body two."]),
        ("# A heading without a mark\nthe text below it", ["# A heading without a mark", "the text below it"]),
        ("- first item of a list here, long enough\n- second item", None),
        ("1. first item of a list here, long enough\n2. second item", None),
        ("一、总体情况良好，较上年同期有明显的进步和发展\n二、存在问题", None),
        ("apples\npears\nplums", None),
        ("标题没有标点\n正文第一句。", None),
        (
            "阿里巴巴宣布千问应用公测首周下载量突破一千万次大关\n这一数字超过了同类产品此前的全部纪录，公司昨日在杭州表示。",
            None,
        ),
        ("名称\t数量在这里写得很长很长很长很长很长\n苹果\t3", None),
        ("    标题\n第二行", ["标题", "第二行"]),
    ],
)
def test_line_ends_that_end_a_sentence(text: str, parts: list[str] | None) -> None:
    assert cut(text) == (parts or text.split("\n"))


@pytest.mark.parametrize(
    "text",
    [
        "The company said on Monday that its app\nwas downloaded ten million times.",
        "The office moved to a new building in the\nUnited States last year.",
        "The company was founded in Hangzhou by Mr.\nMa and his friends.",
        "国家统计局今天发布的数据显示，前三季度国内生产总值同比增长\n百分之五点二，其中第三季度增长较快。",
        "- an item of a list that is wrapped after some\n  words and goes on",
    ],
)
def test_hard_wraps_that_do_not(text: str) -> None:
    assert cut(text) == [text]


@pytest.mark.parametrize(
    ("text", "langs"),
    [
        ("阿里巴巴发布Qwen App。", ["zh"]),
        ("The Qwen (千问) app is new.", ["en"]),
        ("好 yes", ["zh"]),
        ("千问。\n3.5%\nOK then.\n100", ["zh", "zh", "en", "en"]),
        ("3.5%\n千问。", ["zh", "zh"]),
        ("3.5%", ["en"]),
    ],
)
def test_language_of_a_sentence(text: str, langs: list[str]) -> None:
    assert [segment.lang for segment in sentences(text)] == langs


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("阿里巴巴集团今天发布Qwen App，Alibaba Cloud同时更新。", "zh"),
        ("Alibaba said so. It is true.", "en"),
        ("阿里巴巴发布千问。Alibaba launched the Qwen app.", "mixed"),
        ("阿里巴巴集团今天在杭州正式发布了千问应用。" * 5 + "OK.", "zh"),
        ("", "en"),
        ("3.5%", "en"),
    ],
)
def test_language_of_a_text(text: str, lang: str) -> None:
    assert text_lang(text) == lang


@pytest.mark.parametrize("text", ["", " ", "\n\n\t　"])
def test_nothing_gives_nothing(text: str) -> None:
    assert sentences(text) == []


@pytest.mark.parametrize("piece", ["字", "word ", "一句，", "x;", "。" * 1, "....", "😀"])
def test_no_sentence_is_over_long(piece: str) -> None:
    text = piece * 4_000
    assert all(segment.end - segment.start <= MAX_SENTENCE for segment in sentences(text))


def test_long_sentences_are_cut_at_a_comma() -> None:
    parts = cut("一二三四五六七，" * 200)
    assert len(parts) == 2
    assert all(part.endswith("，") for part in parts)


_ALPHABET = st.sampled_from("好千问。！？，；：“”《》（）…. .!?\"'ab AB\n\n\t　1234567890%-#😀́")


@given(st.one_of(st.text(_ALPHABET, max_size=300), st.text(max_size=100)))
def test_sentences_cover_everything_once(text: str) -> None:
    covered = 0
    for segment in sentences(text):
        piece = text[segment.start : segment.end]
        assert segment.start >= covered
        assert not text[covered : segment.start].strip()
        assert piece == piece.strip() != ""
        assert len(piece) <= MAX_SENTENCE
        covered = segment.end
    assert not text[covered:].strip()


@pytest.mark.parametrize(
    "text",
    [
        "国家统计局今天发布的数据显示，前三季度国内生产总值同比增长5.2%。" * 55_000,
        "Mr. Smith of the U.S. paid 3.5% on Jan. 3, he said. " * 36_000,
        "a long line of text that was wrapped hard at some column\n" * 35_000,
        "." * 2_000_000,
        '"' * 2_000_000,
        "好" * 2_000_000,
        ". " + " " * 2_000_000 + "a",
    ],
    ids=lambda text: text[:12],
)
def test_two_megabytes_take_linear_time(text: str) -> None:
    started = time.perf_counter()
    sentences(text)
    # About half a second on a slow machine; what is not linear takes minutes.
    assert time.perf_counter() - started < 10
