from __future__ import annotations

import pytest

from toolkit.claims.likeness import signs
from toolkit.claims.match import compare
from toolkit.claims.statement import Name, Statement
from toolkit.claims.wording import wording


@pytest.mark.parametrize(
    ("text", "negative", "refused", "affirmed"),
    [
        ("监管部门批准了这笔收购", False, False, True),
        ("监管部门否决了这笔收购", False, True, True),  # what is refused is named too
        ("The council granted the permit", False, False, True),
        ("The council threw out the plan", False, True, False),
        ("The court struck down the law", False, True, False),
        ("两国并未签署协议", True, False, True),
        ("公司无意出售工厂", True, False, False),
        ("队员不到20岁", False, False, False),
        ("部长没到场", False, False, True),
        ("该刊撤稿", False, True, False),
        ("期货价格不足百元", False, False, False),
        ("The firm owns two ships", False, False, False),
        ("Electric cars and a joint venture", False, False, False),
        ("She was elected and joined the board", False, False, True),
    ],
)
def test_what_is_refused_and_what_comes_to_be(text: str, negative: bool, refused: bool, affirmed: bool) -> None:
    found = wording(text)
    assert (found.negative, found.refused, found.affirmed) == (negative, refused, affirmed)


HARBOUR = Name("Port Ansel", "PLACE", frozenset({"=port ansel"}), known=True)


def claim(claim_id: str, text: str) -> Statement:
    lang = "en" if text.isascii() else "zh"
    return Statement(claim_id, claim_id, text, lang, names=(HARBOUR,), subject_names=(HARBOUR,), published="2026-03-02")


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("Port Ansel has approved the new ferry terminal", "Port Ansel turned down the new ferry terminal", False),
        ("Port Ansel has approved the new ferry terminal", "安塞尔港批准新建渡轮码头", True),
        ("Port Ansel dropped its plan for a ferry terminal", "Port Ansel has scrapped the ferry terminal plan", True),
    ],
)
def test_a_refusal_is_no_consent(one: str, other: str, relation: bool) -> None:
    link = compare(claim("a", one), claim("b", other))
    assert link
    assert link.relation == ("same" if relation else "contradiction")


def test_consent_and_refusal_count_from_either_side() -> None:
    pair = claim("a", "Ministers signed the accord"), claim("b", "Ministers did not reach an accord")
    assert [signs(*way)[0]["acts.affirmed and refused"] for way in (pair, pair[::-1])] == [1, 1]
