from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.claims.clauses import clauses, cut_between, merged, pairs, trimmed
from toolkit.claims.noise import noise_spans


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲，乙；丙：丁", ["甲", "乙", "丙", "丁"]),
        ("共1,100个，其余2,000个", ["共1,100个", "其余2,000个"]),
        ("他说“甲，乙”，走了", ["他说", "甲", "乙", "走了"]),  # speech is cut, a quoted name is not
        ("他提出“九点方案”，走了", ["他提出“九点方案”", "走了"]),
        # who says the next is left out, unless a figure or an act stands there too, or the speakers are counted
        ("张三说甲队赢了", ["甲队赢了"]),
        ("The bank said on Monday that A rose", ["A rose"]),
        ("A poll of 900 towns found that B fell", ["A poll of 900 towns ", "B fell"]),
        ("Mr Li resigned after it emerged that he lied", ["Mr Li resigned after it ", "he lied"]),
        ("60% of adults said that B fell", ["60% of adults said that B fell"]),
        ("A fifth of German firms say that B fell", ["A fifth of German firms say that B fell"]),
        ("Shell denied that it had lied", ["Shell denied that it had lied"]),  # a denial is a claim as a whole
        ("A beat B 6-2, 3-6, 6-4", ["A beat B 6-2, 3-6, 6-4"]),
        ("一审判处死刑，缓期两年", ["一审判处死刑，缓期两年"]),
        ("《甲，乙》出版", ["《甲，乙》出版"]),
        ("A rose, B fell; C stayed", ["A rose", " B fell", " C stayed"]),
        ("A rose while B fell", ["A rose", "while B fell"]),
        ("it opens at 10:30, closes at 6", ["it opens at 10:30", " closes at 6"]),
        ("“甲，乙", ["“甲", "乙"]),
    ],
)
def test_clauses(text: str, expected: list[str]) -> None:
    assert [text[s:e] for s, e in clauses(text, 0, len(text), [])] == expected


def test_names_and_quantities_stay_whole() -> None:
    text = "在Acme, Inc.工作，很好"
    assert [text[s:e] for s, e in clauses(text, 0, len(text), [(1, 11)])] == ["在Acme, Inc.工作", "很好"]


@pytest.mark.parametrize(
    ("left", "gap", "right", "expected"),
    [
        ("6亿", "下载，模型", "300款", "模型300款"),
        ("6亿", "次下载和模型", "300款", "和模型300款"),
        ("6亿", "次下载", "300款", "300款"),
        ("39%", "的份额位居", "第二", "位居第二"),
        ("3 ", "models and ", "5 apps", "and 5 apps"),
        ("3 ", "models ", "5 apps", "5 apps"),
    ],
)
def test_cut_between_figures(left: str, gap: str, right: str, expected: str) -> None:
    text = left + gap + right
    cut = cut_between(text, len(left), len(left) + len(gap))
    assert text[cut:].lstrip() == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  ，并且下载量6亿，", "下载量6亿"),
        ("and sales rose.", "sales rose"),
        ("“增长5%", "增长5%"),
        ("“增长5%”", "“增长5%”"),
        ("增长5%）", "增长5%"),
        ("增长（5%）", "增长（5%）"),
        ("-5%", "-5%"),
        ("- sales rose", "sales rose"),
        ("that a memo says so", "a memo says so"),
        ("That puts it ahead", "That puts it ahead"),
        ("，。", ""),
    ],
)
def test_trimmed(text: str, expected: str) -> None:
    start, end = trimmed(text, 0, len(text))
    assert text[start:end] == expected


@given(st.text(alphabet="甲乙，,。“”（）() and5%\n", max_size=60))
def test_clauses_are_disjoint_and_lose_no_letter(text: str) -> None:
    spans = clauses(text, 0, len(text), [])
    assert spans == merged(spans)
    kept = "".join(text[s:e] for s, e in spans)
    assert [c for c in kept if c.isalnum()] == [c for c in text if c.isalnum()]
    assert all(0 <= s < e <= len(text) for s, e in pairs(text, 0, len(text)))


@pytest.mark.parametrize(
    ("text", "noise"),
    [
        ("京公网安备 11010502034567号", "京公网安备 11010502034567号"),
        ("文／张三", "文／张三"),
        ("新华社北京11月14日电 阿里巴巴", "新华社北京11月14日电"),
        ("3、甲", "3、"),
        ("苇渡快讯11月14日电 阿里巴巴", "苇渡快讯11月14日电"),
        ("# 双语快览 第37期", "第37期"),
        ("# Weekly Brief, No. 37", ", No. 37"),
        ("ISBN 978-7-111", "ISBN 978-7-111"),
    ],
)
def test_noise(text: str, noise: str) -> None:
    assert [text[s:e] for s, e in noise_spans(text)] == [noise]


@pytest.mark.parametrize(
    "text",
    [
        "下载量突破6亿次。",
        "3.5 million people died.",
        "By June, sales had reached 3 million.",
        "480款模型上线",
        "2025年11月14日",
        "It is No. 3 in the world.",
        "报社起诉该公司未经授权抓取文章。",
        "The Copyright Office sued.",
    ],
)
def test_no_noise(text: str) -> None:
    assert noise_spans(text) == []
