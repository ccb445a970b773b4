from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.claims.worth import WEIGHTS, worth
from toolkit.model import CLAIM_TYPES


def score(clause: str, sentence: str | None = None, types: tuple[str, ...] = ("statistical",)) -> float:
    return worth(clause, sentence or clause, types=types, subject="A", measure="m", period=None)[0]


@pytest.mark.parametrize(
    ("clause", "reason"),
    [
        ("市值达到5000亿美元", "about money"),
        ("疫苗有效率90%", "about health"),
        ("军方发射导弹3枚", "about military"),
        ("法院判决3起", "about law"),
        ("诈骗3人", "about crime"),
        ("预计达到3亿", "prediction"),
        ("sales will reach 3 million", "prediction"),
        ("显然有3亿", "opinion"),
        ("有3亿吗？", "question"),
        ("应该有3亿", "advice"),
        ("companies should buy 3", "advice"),
        ("according to Reuters 3 died", "attributed to a third party"),
        ("全球最大的3家", "superlative"),
        ("假如从3万起步", "supposition"),
        ("if it sold 3", "supposition"),
    ],
)
def test_each_reason_is_found_and_named(clause: str, reason: str) -> None:
    plain = worth("abc", "abc", types=("statistical",), subject=None, measure=None, period=None)
    value, reasons = worth(clause, clause, types=("statistical",), subject=None, measure=None, period=None)
    assert reason in reasons
    assert reason not in plain[1]
    assert (value > plain[0]) == (WEIGHTS[reason] > 0) or len(reasons) > 2


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ("下载量突破6亿次", "下载量将突破6亿次"),
        ("Sales reached 5 million", "Will sales reach 5 million?"),
        ("罚款5000万元", "重5000克"),
    ],
)
def test_order(more: str, less: str) -> None:
    assert score(more) > score(less)


def test_a_bare_act_is_worth_less_than_a_figure_unless_it_is_serious() -> None:
    assert score("推出了一款应用", types=("statement",)) < score("军方发动袭击", types=("statement",))
    assert score("推出了一款应用", types=("statement",)) < score("推出了300款应用")


def test_a_small_count_is_worth_less_unless_lives_hang_on_it() -> None:
    def both(clause: str) -> tuple[float, float]:
        scores = (
            worth(clause, clause, types=["statistical"], subject=None, measure=None, period=None, small=small)[0]
            for small in (False, True)
        )
        return next(scores), next(scores)

    plain, small = both("三条线")
    assert small < plain
    plain, small = both("三人死亡")
    assert small == plain


def test_words_of_its_own_are_worth_more_than_what_leans_on_another_clause() -> None:
    own, reasons = worth("A gained 3%", "", types=["statistical"], subject="A", measure="sales", period=None)
    leaning, why = worth("up by only 3%", "", types=["statistical"], subject="Bee", measure="sales", period=None)
    assert own > leaning
    assert ("leans on another clause" in reasons, "leans on another clause" in why) == (False, True)


def test_a_name_counts_and_a_pronoun_does_not() -> None:
    def scored(clause: str, named: bool) -> tuple[float, tuple[str, ...]]:
        return worth(clause, clause, types=["statement"], subject=None, measure=None, period=None, named=named)

    assert scored("Volvo sued Saab", True)[0] > scored("the firm sued another", False)[0]
    assert "pronoun" in scored("it sued Saab", True)[1]


def test_only_one_topic_counts() -> None:
    _, reasons = worth("法院罚款公司5万元", "", types=("statistical",), subject=None, measure=None, period=None)
    assert sum(reason.startswith("about ") for reason in reasons) == 1


@given(st.text(max_size=60), st.lists(st.sampled_from(CLAIM_TYPES), max_size=6), st.booleans())
def test_bounds_and_known_reasons(text: str, types: list[str], known: bool) -> None:
    name = "x" if known else None
    value, reasons = worth(text, text, types=types, subject=name, measure=name, period=name)
    assert 0 <= value <= 1
    assert set(reasons) <= set(WEIGHTS)
    assert len(set(reasons)) == len(reasons)
