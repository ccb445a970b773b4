"""Sentence → claims with the real models: what a fact-checker can answer, and in which order it is worth answering."""

from __future__ import annotations

import pytest

from toolkit.model import Claim
from toolkit.nlp.components import claims_of
from toolkit.nlp.pipelines import pipeline


def claims(text: str, published: str = "2025-11-20") -> list[Claim]:
    doc = pipeline().make_doc(text)
    doc._.doc_id, doc._.published = "d", published
    return list(claims_of(pipeline()(doc)))


READABLE = [
    # joined with what completes it
    ("在Hugging Face的榜上，前十名里它占了七席。", ["在Hugging Face的榜上，前十名里它占了七席"]),
    ("榜单：Hugging Face前十占七；增速放缓。", ["榜单：Hugging Face前十占七"]),
    ("Hugging Face前十，千问独占七席。", ["Hugging Face前十，千问独占七席"]),
    ("千问前十位中占7席，恰好七成。", ["千问前十位中占7席，恰好七成"]),
    ("GPT-5亏损超过62%，垫底。", ["GPT-5亏损超过62%，垫底"]),
    ("GPT-5亏损超过62%，排名垫底。", ["GPT-5亏损超过62%", "排名垫底"]),
    ("平均到每一年，就是1250亿美元。", ["平均到每一年，就是1250亿美元"]),
    ("- 下载：全球累计超6亿次；衍生模型超17万。", ["下载：全球累计超6亿次", "衍生模型超17万"]),
    ("In numbers\n- 300+: open models released since 2023", ["300+: open models released since 2023"]),
    ("In numbers\n- 7 of 10: top spots on Hugging Face", ["7 of 10: top spots on Hugging Face"]),
    ("衍生模型由17万个增至18万个。", ["衍生模型由17万个增至18万个"]),
    ("按1美元兑7.1元人民币折算。", ["按1美元兑7.1元人民币折算"]),
    ("下载量超过6亿次，也就是600 million。", ["下载量超过6亿次，也就是600 million"]),
    ("比11月的6亿又多了一亿左右。", ["比11月的6亿又多了一亿左右"]),
    ("The largest has 960 times as many as the smallest (0.5B).", None),
    # and two figures stay two
    ("增速为5%，10%，20%。", ["增速为5%", "10%", "20%"]),
    ("千问的下载量突破6亿次，衍生模型超过17万个。", ["千问的下载量突破6亿次", "衍生模型超过17万个"]),
    ("Derived models are about 180,000; revenue rose to $3 million.", None),
]


@pytest.mark.parametrize(("text", "expected"), READABLE, ids=[row[0] for row in READABLE])
def test_one_figure_one_readable_claim(text: str, expected: list[str] | None) -> None:
    found = [claim.text for claim in claims(text)]
    if expected is None:
        expected = [part.strip(" .") for part in text.split(";")]
    assert found == expected


NO_CLAIM = [
    "It is free at first.",
    "At first sight it looks fine.",
    "本周五见。",
    "DESK NOTE 0417: COUNTS",
    "这两个国家离得很远。",
    "说一千道一万，还是要看质量。",
    "成本二字的背后是耐心。",
    "至少有一个人会来。",
    "# The Brief, No. 37",
]


@pytest.mark.parametrize("text", NO_CLAIM)
def test_no_claim(text: str) -> None:
    assert claims(text) == []


MEASURES = [
    ("OpenAI的GPT-5亏掉了62%以上。", "亏", "62"),
    ("Qwen赚了22.32%。", "赚", "22.32"),
    ("由它派生出来的模型超过17万个。", "模型", "170000"),
    ("下载量：12月的说法是超过7亿次。", "下载量", "700000000"),
    ("按模型贡献计，Qwen居世界第3位。", "模型贡献", "3"),
    ("Qwen ranks third in the world by model contribution.", "model contribution", "3"),
    ("Downloads have passed 600 million.", "Downloads", "600000000"),
    ("Qwen models have been downloaded 600 million times.", "downloaded", "600000000"),
    ("六个模型有输赢。", "模型", "6"),
    ("五类都有。", None, "5"),
    ("政策沿着三条线展开。", None, "3"),
    ("300多款里总有五款合用。", None, "5"),
]


@pytest.mark.parametrize(("text", "measure", "value"), MEASURES)
def test_a_measure_is_a_noun_or_nothing(text: str, measure: str | None, value: str) -> None:
    [claim] = claims(text)
    assert (claim.measure, str(claim.value)) == (measure, value)


SUBJECTS = [
    ("Hugging Face的top 10里有7个位置属于Qwen。", "Qwen"),
    ("Seven of the ten highest-ranked models on Hugging Face are Qwen.", "Qwen"),
    ("Qwen opened 300 models, and Stanford's AI Index report 2025 puts it third in the world.", "Qwen"),
    ("The $500 billion Stargate Project goes on.", "Stargate Project"),
    ("Shares in Alibaba gained 7 percent.", "Alibaba"),
]


@pytest.mark.parametrize(("text", "subject"), SUBJECTS)
def test_the_subject_is_whom_the_figure_is_about(text: str, subject: str) -> None:
    assert claims(text)[-1].subject == subject


def test_a_year_in_a_name_is_no_figure() -> None:
    for text in ("Stanford's AI Index report 2025 puts Qwen there.", "Stanford的AI Index 2025把它列入。"):
        assert [c for c in claims(text) if c.value is not None] == []


def test_what_matters_comes_before_trifles() -> None:
    serious = [
        "Qwen的下载量突破6亿次。",
        "衍生模型超过17万个。",
        "星际之门计划四年内投资5000亿美元。",
        "Qwen拿下开放模型市场最大份额。",
        "Qwen居世界第三。",
        "GPT-5亏损超过62%。",
        "一份白宫备忘录称阿里巴巴为中国军方提供技术支持。",
    ]
    trifles = [
        "政策沿着三条线展开。",
        "七家公司横跨几个行业。",
        "团队只有两名工程师。",
        "五个指头有长短。",
        "假如有五家公司。",
    ]
    lowest = min(claims(text)[0].worth for text in serious)
    assert lowest > max((claim.worth for text in trifles for claim in claims(text)), default=0)


def test_a_few_dead_are_no_trifle() -> None:
    assert "small count" not in claims("事故造成三人死亡。")[0].reasons


def test_an_english_phrase_in_a_chinese_text_is_read_too() -> None:
    text = "千问本月的下载量又创新高，各方的说法大体一致，只是措辞略有不同，有的说突破七亿（more than 700 million）。"
    assert claims(text)[-1].comparator == ">"
