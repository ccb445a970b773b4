"""The whole way from a text to its claims, with the real models."""

from __future__ import annotations

import time
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.annotate import annotate, annotate_many
from toolkit.model import AnnotatedDocument, Document

ARTICLE = """# 谁在害怕开源模型

（作者：林之远 2025年11月20日）

![]()

11月14日，阿里巴巴宣布推出千问App。自2023年以来，阿里巴巴已开源300多款模型，全球下载量突破6亿次，衍生模型超过17万个。
Qwen以22.32%的收益率夺冠，而GPT-5亏损超过62%。星际之门计划打算在未来四年内投资5000亿美元。

Alibaba has opened more than 300 models since 2023. Qwen won with a return of 22.32%, while GPT-5 lost more than 62%.

版权所有 © 2025 观察周刊
京公网安备 11010502034567号
"""


def annotated(text: str, doc_id: str = "d") -> AnnotatedDocument:
    return annotate(Document(doc_id, text, published="2025-11-20"))


def test_an_article() -> None:
    found = annotated(ARTICLE)
    claims = {c.text: c for c in found.claims}
    assert list(claims) == [
        "11月14日，阿里巴巴宣布推出千问App",
        "自2023年以来，阿里巴巴已开源300多款模型",
        "全球下载量突破6亿次",
        "衍生模型超过17万个",
        "Qwen以22.32%的收益率夺冠",
        "GPT-5亏损超过62%",
        "星际之门计划打算在未来四年内投资5000亿美元",
        "Alibaba has opened more than 300 models since 2023",
        "Qwen won with a return of 22.32%",
        "GPT-5 lost more than 62%",
    ]
    assert found.lang == "mixed"
    downloads = claims["全球下载量突破6亿次"]
    assert (downloads.subject, downloads.measure, downloads.comparator, downloads.value) == (
        "阿里巴巴",
        "下载量",
        ">",
        600_000_000,
    )
    stargate = claims["星际之门计划打算在未来四年内投资5000亿美元"]
    assert (stargate.subject, stargate.unit, stargate.period) == ("星际之门计划", "USD", "P4Y")
    assert "prediction" in stargate.reasons
    assert claims["11月14日，阿里巴巴宣布推出千问App"].worth < downloads.worth


def test_indices_refer_to_the_lists_of_the_document() -> None:
    found = annotated(ARTICLE)
    for claim in found.claims:
        for inside in [*(found.quantities[i] for i in claim.quantities), *(found.entities[i] for i in claim.entities)]:
            assert claim.start <= inside.start < inside.end <= claim.end
    assert any(claim.entities for claim in found.claims)
    for items in (found.entities, found.quantities, found.claims):
        assert list(items) == sorted(items, key=lambda item: item.start)


def test_ids_stay_when_a_paragraph_goes_in_before() -> None:
    before = {c.text: c.claim_id for c in annotated(ARTICLE).claims}
    after = {c.text: c.claim_id for c in annotated("阿里巴巴否认了指控。\n\n" + ARTICLE).claims}
    assert before.items() < after.items()


def test_many_are_the_same_as_one_by_one_and_come_in_order() -> None:
    documents = [Document(str(i), text) for i, text in enumerate([ARTICLE, "", "千问下载量6亿次。", ARTICLE])]
    assert list(annotate_many(iter(documents))) == [annotate(document) for document in documents]


def test_half_a_surrogate_pair_is_kept() -> None:
    text = "千问下载量突破6亿次\ud83d。"
    found = annotated(text)
    assert found.document.text == text
    assert [c.text for c in found.claims] == ["千问下载量突破6亿次\ud83d"]


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "千问",
                "下载量突破6亿次",
                "，",
                "。",
                "\n\n",
                "GPT-5 lost 62%",
                ". ",
                "“",
                "）",
                "第三",
                " and ",
                "in 2023",
            ]
        ),
        max_size=16,
    )
)
def test_claims_never_overlap(parts: list[str]) -> None:
    claims = annotated("".join(parts)).claims  # annotate itself checks the offsets
    assert all(a.end <= b.start for a, b in pairwise(claims))


def test_time_grows_with_length_and_not_with_its_square() -> None:
    annotated(ARTICLE)

    def seconds(times: int) -> float:
        start = time.perf_counter()
        annotated(ARTICLE * times)
        return time.perf_counter() - start

    short, long = seconds(10), seconds(80)  # about 5,000 and 40,000 characters; the square would be 64 times as long
    assert long < 30 * short
