"""What the wording of a claim says of its figure and its act: a rise, a part, a plan, a refusal."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """What stands in a claim's words.

    `marks` say of what its figure may be a part. `change` is 1 where the figure is a rise, -1 where it is a fall, and 0
    where it is a level or that is not clear.
    """

    marks: tuple[bool, ...]
    change: int
    share: bool
    final: bool
    negative: bool
    refused: bool
    stays: bool
    plan: bool
    passive: bool


def wording(text: str) -> Wording:
    """What stands in a claim's words."""
    main = _ADDED.sub("", text)
    return Wording(
        marks=tuple(mark.search(text) is not None for mark in _MARKS),
        change=(_UP.search(text) is not None) - (_DOWN.search(text) is not None),
        share=_SHARE.search(text) is not None,
        final=_FINAL.search(text) is not None,
        negative=len(_NEGATIVE.findall(_NONE_BEFORE.sub("", main))) % 2 == 1,
        refused=_REFUSED.search(text) is not None,
        stays=_STAYS.search(text) is not None,
        plan=_PLANNED.search(main) is not None,
        passive=_PASSIVE.search(text) is not None,
    )


# Where one of two claims has such words, its figure is of a part, a peak, an aim, a count from a day on, another event.
_MARKS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"对[华美日欧俄印韩澳英法德]|旗下|其中|部门|业务|分部|子公司|单品|\b(?:division|unit|segment|arm|among|subsidiary)\b",
        r"付费|免费|\bpaying\b|\bpaid\b|\bfree\b",
        r"高点|峰值|一度|曾[经达触]|历史新高|创新高|\bpeak\w*|\brecord high\b|\bhigh of\b|\bat one point\b",
        r"目标|力争|预计|预期|计划|有望|预测|\b(?:target|aims?|forecast|expect|project|plan|wants? to|hopes? to)\w*",
        r"再次|再度|又有|另一|\b(?:again|another)\b",
        r"今年以来|年初以来|以来|\bso far this year\b|\bsince\b",
        r"[下上]调至|[降升]至|提高到|降到|\b(?:lowered|raised|cut|lifted)\b.{0,40}\bto\b",
        r"年产能|产能|\bcapacity\b",
    )
)
_FINAL = re.compile(r"最终|最后|\bfinal\b|\bin all\b", re.IGNORECASE)

_FIGURE = r"(?:[\d一二三四五六七八九十两]|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten)\b)"
_MORE_ZH = "增长|增加|上涨|上升|提高|上扬|走高|攀升|回升|[增涨升]|(?<![最提])[高多快](?:出|了)?"
_LESS_ZH = "下降|下跌|减少|降低|下滑|回落|萎缩|缩水|走低|[降跌减]|(?<![最])[低少慢](?:于)?"
_MORE_EN = r"rose|ris(?:en|es?|ing)|grew|grow[ns]?|(?:increas|climb|jump|gain|soar|surg|expand)\w*|up|higher"
_LESS_EN = r"fell|fall(?:en|s)?|(?:drop|declin|slid|slip|decreas|tumbl|plung)\w*|s[ah]r?[au]nk|down|lower|los[te]"
_FILLED_ZH = r"(?:了|约|近|超过?|逾|幅|达|将|仅|\s)*"
_FILLED_EN = r"(?:\s+(?:by|some|about|around|nearly|almost|roughly|over|more than|just|only|a further))*\s+[$€£¥]?"
_RATE_EN = r"(?:%|per\s?cent)[\w\s-]{0,12}\b"
_UP = re.compile(
    rf"(?:{_MORE_ZH}){_FILLED_ZH}{_FIGURE}|\b(?:{_MORE_EN}){_FILLED_EN}{_FIGURE}"
    rf"|{_RATE_EN}(?:increase|rise|growth|gain|jump|higher|more|up)\b",
    re.IGNORECASE,
)
_DOWN = re.compile(
    rf"(?:{_LESS_ZH}){_FILLED_ZH}{_FIGURE}|\b(?:{_LESS_EN}){_FILLED_EN}{_FIGURE}"
    rf"|{_RATE_EN}(?:decrease|fall|drop|decline|lower|less|fewer|down|cut)\b",
    re.IGNORECASE,
)
_SHARE = re.compile(r"占|份额|比例|比重|share|account\w* for|made? up", re.IGNORECASE)

_NEGATIVE = re.compile(
    r"没有|并未|未[曾能]?|[并绝从]?不(?!过|仅|只|断|久|止|同)|否认|无[人一]|"
    r"\b(?:no|not|never|none|nobody|denie[sd]|deny|without)\b|n['’]t\b",
    re.IGNORECASE,
)
# What is refused or undone, and what stays as it is.
_REFUSED = re.compile(
    r"[拒驳否]|回绝|终止|取消|放弃|中止|暂停|叫停|搁置|撤[回销走]|未能|无法|失败|落选|"
    r"\b(?:refus|reject|cancel|scrap|halt|suspend|fail|block|veto|withdr[ae]w|dismiss|overturn|postpon|abandon)\w*|"
    r"\bturn\w* down\b|\b(?:call\w* off|decid\w* against|untrue|false|unable|neither|nor)\b",
    re.IGNORECASE,
)
_STAYS = re.compile(
    r"仍|继续|维持|保持|照常|留任|不变|依旧|依然|\b(?:still|remain|stay|continu|keep|unchanged|intact|retain)\w*",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"计划|打算|[拟将](?!军|领|近)|考虑|有望|准备|洽谈|谈判|"
    r"\b(?:plan|intend|consider|propos|aim|seek|negotiat|in talks|hope)\w*|\b(?:will|to be)\b",
    re.IGNORECASE,
)
# What only adds to a clause says nothing of its act.
_ADDED = re.compile(r", (?:which|who|where|after|as|because)\b.*")
_NONE_BEFORE = re.compile(r"\bno\b.*\bbefore\b|此前(?:没有|从未|未有)", re.IGNORECASE)
_PASSIVE = re.compile(r"[被遭](?!遇)|\bby\b|[输负]给|不敌")
