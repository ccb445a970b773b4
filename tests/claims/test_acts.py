"""Clauses without a figure: what reports an act or state that can be looked up, and what does not."""

from __future__ import annotations

import pytest

from toolkit.claims.acts import is_aside, is_attribution, is_talk, reports_act


def reports(clause: str, **told: bool) -> bool:
    return reports_act(clause, **{"dated": False, "attributed": False, "named": False, **told})


@pytest.mark.parametrize(
    "clause",
    [
        "The minister resigned",
        "Rescuers have found no survivors",
        "No deaths were reported",
        "Neither side has confirmed the talks",
        "The bill would ban imports of caviar",
        "accusing Minsk of sending migrants across the border",
        "counts BMW among its customers",
        "The lead author denies wrongdoing",
        "救援人员没有发现幸存者",
        "两家公司同意合并",
        "央行行长被撤换",
        "双方尚未签约",
        "大坝自建成以来从未检修",
        "Regulators have yet to see the data",
        "出版社把软件公司告上法庭",
        "运营方致歉",
        "有关部门称查无此事",
        "Blue Ghost soft-landed on the Moon",
    ],
)
def test_acts_and_states(clause: str) -> None:
    assert reports(clause)


@pytest.mark.parametrize(
    "clause",
    [
        "Markets hate uncertainty",
        "The judges were right",
        "Success has many fathers",
        "Turnout could fall",
        "The union ought to return to the table",
        "Did the minister resign?",
        "The firm declined to comment",
        "You resigned too soon",
        "If the minister resigned",
        "the bank said on Monday",
        "我认为部长辞职太晚",
        "请及时关闭门窗",
        "他会辞职吗？",
        "公司未予置评",
        "时间会给出答案",
        "发言人表示",
        "这份报告很有名",
    ],
)
def test_opinion_prediction_question_advice_and_sources_are_none(clause: str) -> None:
    assert not reports(clause)


@pytest.mark.parametrize(
    ("clause", "told"),
    [
        ("a run-off will be held on July 21", "dated"),
        ("协议将于9月10日零时生效效力", "dated"),
        ("the firm owns half a dozen castles", "attributed"),
        ("Tesla does not sell it", "named"),
        ("Jakarta is halting exports of ore", "named"),
        ("Meta will pay its founder", "named"),
        ("编队穿越了宫古海峡", "named"),
        ("编队近日穿越宫古海峡", "named"),
        ("有关画面是旧照", "attributed"),
    ],
)
def test_some_need_a_date_a_speaker_or_a_name(clause: str, told: str) -> None:
    assert reports(clause, **{told: True})


@pytest.mark.parametrize("clause", ["a run-off will be held soon", "growth will stay weak", "有关画面是旧照"])
def test_without_it_they_are_none(clause: str) -> None:
    assert not reports(clause)


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("the bank said on Monday", True),
        ("according to the ministry", True),
        ("said Jane Doe", True),
        ("据新华社报道", True),
        ("发言人指出", True),
        ("No deaths were reported", False),
        ("she was never told of the risk", False),
        ("the report said that the dam had failed", False),
    ],
)
def test_who_says_it(clause: str, expected: bool) -> None:
    assert is_attribution(clause) is expected


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("signed in Doha", True),
        ("whom it accuses of theft", True),
        ("its chief executive", True),
        ("Owen Pryce", True),
        ("the lead author denies it", False),
        ("it lasted an hour", False),
    ],
)
def test_asides(clause: str, expected: bool) -> None:
    assert is_aside(clause) is expected


@pytest.mark.parametrize(
    "clause",
    [
        "改一改就能上线",
        "吓了一跳",
        "免费的东西总是先被人试用",
        "那就太可惜了",
        "砸下去的钱总要收回来",
        "现在下结论为时过早",
        "看看哪些变了",
    ],
)
def test_general_truths_and_figures_of_speech_are_no_acts(clause: str) -> None:
    assert not reports_act(clause, dated=False, attributed=False, named=False, named_near=True)


@pytest.mark.parametrize("clause", ["法院未予采信", "警方抓获了嫌疑人", "当事的公司也否认了"])
def test_an_actor_needs_no_name(clause: str) -> None:
    assert reports_act(clause, dated=False, attributed=False, named=False, named_near=False)


@pytest.mark.parametrize("sentence", ["You queue for an hour, pay $34 for eggs.", "Plant them 15 centimetres deep."])
def test_talk_to_the_reader_is_known(sentence: str) -> None:
    assert is_talk(sentence)
    assert not is_talk("The firm paid $34m for it.")
