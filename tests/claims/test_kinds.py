"""Types, principal values and periods of claims, with quantities as they are really read."""

from __future__ import annotations

import pytest

from toolkit.claims.assemble import find_claims
from toolkit.model import Claim, plain
from toolkit.quantities import find_quantities
from toolkit.segment import sentences, text_lang


def claims_of(text: str) -> list[Claim]:
    quantities = sorted(find_quantities(text, text_lang(text), published="2025-11-20"), key=lambda q: q.start)
    return find_claims(text, doc_id="d", segments=sentences(text), entities=[], quantities=quantities)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # clause → types, value
        ("Attendance rose by 5% to 30,000.", [("statistical", "5"), ("statistical", "30000")]),
        ("The rate fell from 5% to 4%.", [("comparison statistical", "4")]),
        ("The bill passed by 51.2% to 48.8%.", [("comparison statistical", "51.2")]),
        ("Prices rose between 3% and 5%.", [("interval statistical", "3")]),
        ("Sales reached 30 million, compared with 25 million.", [("comparison statistical", "30000000")]),
        ("The pier is 40 km long, twice as many as needed.", [("statistical", "40"), ("comparison statistical", "2")]),
        ("It lasted 18 minutes.", [("temporal", "18")]),
        ("Wages grew 4%, the fastest pace since 2008.", [("statistical", "4"), ("rank", None)]),
        ("Women outnumber men at every school.", [("comparison", None)]),
        ("Visits exceeded 300.", [("statistical", "300")]),
        (
            "It sold 600 cars, ahead of Opel as the first open brand.",
            [("statistical", "600"), ("comparison rank", None)],
        ),
        ("出口30亿元，创新高。", [("statistical", "3000000000"), ("rank", None)]),
        ("排放量约7800吨，历时17天。", [("statistical", "7800"), ("temporal", "17")]),
        ("两家公司签署为期五年的协议。", [("temporal", "5")]),
        ("关税从20%降至10%。", [("comparison statistical", "10")]),
        ("主队以3比1获胜。", [("comparison statistical", "3")]),
        ("议会以217票赞成、213票反对通过法案。", [("comparison statistical", "217")]),
        ("奖牌总数为91枚，少于对手的126枚。", [("comparison statistical", "91")]),
        ("出口同比增长3%。", [("statistical", "3")]),
        ("出口比上年增长3%。", [("comparison statistical", "3")]),
        ("车队以17%的份额居首。", [("rank statistical", "17")]),
        ("新车亏损62%，排名垫底。", [("statistical", "62"), ("rank", None)]),
        ("产量创历史新高。", [("rank", None)]),
        ("最高气温41度。", [("statistical", "41")]),
    ],
)
def test_types_and_value(text: str, expected: list[tuple[str, str | None]]) -> None:
    found = [(" ".join(sorted(c.types)), None if c.value is None else plain(c.value)) for c in claims_of(text)]
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "Inflation could fall to 2%.",
        "Growth will remain at 3.2%.",
        "If sales fall by 5%, jobs go.",
        "Should fares rise by 5%?",
        "Nine times out of ten it works.",
        "预计明年经济增长5%。",
        "如果每户省电10度，全市可省1亿度。",
        "Five things to know\n- Sales fell.",
    ],
)
def test_forecasts_suppositions_questions_and_headings_hold_no_figure_to_check(text: str) -> None:
    assert all(claim.value is None for claim in claims_of(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("前三季度，产值增长5%，投资下降2%。", ["2025-01-01/2025-09-30"] * 2),  # a frame governs the sentence
        ("该院去年收治1万人，门诊量90万人次。", ["2024-01-01/2024-12-31"] * 2),
        ("公司上半年亏损3亿元，总负债20亿元。", ["2025-01-01/2025-06-30", None]),  # a stock has its own time
        ("自2023年以来已开放300款，下载6亿次。", ["2023-01-01/..", None]),
        ("水位较去年同期低4.6米。", [None]),  # what it is measured by
        ("The mill cut 260 posts in late August.", ["2025-08-01/2025-08-31"]),  # whole months
        ("Sales fell by 5% every day.", [None]),  # never a recurrence
        ("Crime fell by 9% last year, officials said on Friday.", ["2024-01-01/2024-12-31"]),
        ("三年间虚报600万元。", ["P3Y"]),
        ("The truce lasted four hours.", [None]),
    ],
)
def test_period(text: str, expected: list[str | None]) -> None:
    assert [claim.period for claim in claims_of(text)] == expected
