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
    affirmed: bool
    stays: bool
    plan: bool
    passive: bool


def wording(text: str) -> Wording:
    """What stands in a claim's words."""
    main = _ADDED.sub("", text)
    scripts = not text.isascii(), _LATIN.search(text) is not None
    return Wording(
        marks=tuple(mark.stands_in(text, scripts) for mark in _MARKS),
        change=_UP.stands_in(text, scripts) - _DOWN.stands_in(text, scripts),
        share=_SHARE.stands_in(text, scripts),
        final=_FINAL.stands_in(text, scripts),
        negative=_NEGATIVE.count(_NONE_BEFORE.sub("", main), scripts) % 2 == 1,
        refused=_REFUSED.stands_in(text, scripts),
        affirmed=_AFFIRMED.stands_in(main, scripts),
        stays=_STAYS.stands_in(text, scripts),
        plan=_PLANNED.stands_in(main, scripts),
        passive=_PASSIVE.stands_in(text, scripts),
    )


class _Words:
    """Words of both languages; only those are looked for whose script a text has."""

    def __init__(self, zh: str, en: str) -> None:
        self._patterns = re.compile(zh), re.compile(en, re.IGNORECASE)

    def stands_in(self, text: str, scripts: tuple[bool, bool]) -> bool:
        zh, en = self._patterns
        return (scripts[0] and zh.search(text) is not None) or (scripts[1] and en.search(text) is not None)

    def count(self, text: str, scripts: tuple[bool, bool]) -> int:
        return sum(len(pattern.findall(text)) for pattern, there in zip(self._patterns, scripts, strict=True) if there)


_LATIN = re.compile("[A-Za-z]")

# Where one of two claims has such words, its figure is of a part, a peak, an aim, a count from a day on, another event.
_MARKS = tuple(
    _Words(zh, en)
    for zh, en in (
        (
            "对[华美日欧俄印韩澳英法德]|旗下|其中|部门|业务|分部|子公司|单品",
            r"\b(?:division|unit|segment|arm|among|subsidiary)\b",
        ),
        ("付费|免费", r"\bpaying\b|\bpaid\b|\bfree\b"),
        (
            "高点|峰值|一度|曾[经达触]|历史新高|创新高",
            r"\bpeak\w*|\brecord high\b|\bhigh of\b|\bat one point\b",
        ),
        (
            "目标|力争|预计|预期|计划|有望|预测",
            r"\b(?:target|aims?|forecast|expect|project|plan|wants? to|hopes? to)\w*",
        ),
        ("再次|再度|又有|另一", r"\b(?:again|another)\b"),
        ("今年以来|年初以来|以来", r"\bso far this year\b|\bsince\b"),
        ("[下上]调至|[降升]至|提高到|降到", r"\b(?:lowered|raised|cut|lifted)\b.{0,40}\bto\b"),
        ("年产能|产能", r"\bcapacity\b"),
    )
)
_FINAL = _Words("最终|最后", r"\bfinal\b|\bin all\b")

_FIGURE = r"(?:[\d一二三四五六七八九十两]|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten)\b)"
_MORE_ZH = "增长|增加|上涨|上升|提高|上扬|走高|攀升|回升|[增涨升]|(?<![最提])[高多快](?:出|了)?"
_LESS_ZH = "下降|下跌|减少|降低|下滑|回落|萎缩|缩水|走低|[降跌减]|(?<![最])[低少慢](?:于)?"
_MORE_EN = r"rose|ris(?:en|es?|ing)|grew|grow[ns]?|(?:increas|climb|jump|gain|soar|surg|expand)\w*|up|higher"
_LESS_EN = r"fell|fall(?:en|s)?|(?:drop|declin|slid|slip|decreas|tumbl|plung)\w*|s[ah]r?[au]nk|down|lower|los[te]"
_FILLED_ZH = r"(?:了|约|近|超过?|逾|幅|达|将|仅|\s)*"
_FILLED_EN = r"(?:\s+(?:by|some|about|around|nearly|almost|roughly|over|more than|just|only|a further))*\s+[$€£¥]?"
_RATE_EN = r"(?:%|per\s?cent)[\w\s-]{0,12}\b"
_UP = _Words(
    rf"(?:{_MORE_ZH}){_FILLED_ZH}{_FIGURE}",
    rf"\b(?:{_MORE_EN}){_FILLED_EN}{_FIGURE}|{_RATE_EN}(?:increase|rise|growth|gain|jump|higher|more|up)\b",
)
_DOWN = _Words(
    rf"(?:{_LESS_ZH}){_FILLED_ZH}{_FIGURE}",
    rf"\b(?:{_LESS_EN}){_FILLED_EN}{_FIGURE}|{_RATE_EN}(?:decrease|fall|drop|decline|lower|less|fewer|down|cut)\b",
)
_SHARE = _Words("占|份额|比例|比重", r"share|account\w* for|made? up")

_NEGATIVE = _Words(
    r"没有|并[未无]|未[曾能]?|[并绝从]?不(?!过|仅|只|断|久|止|同|落|治|[到足][\d一二两三四五六七八九十百千半])|否认|无[人一意]",
    r"\b(?:no|not|never|none|nobody|denie[sd]|deny|without)\b|n['’]t\b",
)
# What is refused or undone, and what stays as it is.
_REFUSED = _Words(
    "[拒驳否]|回绝|终止|取消|放弃|中止|暂停|叫停|搁置|撤[回销走稿]|未能|无法|失败|落选|禁止|封禁|停[办产播运刊]|流产|告吹|作罢|不予",
    r"\b(?:refus|reject|cancel|scrap|halt|suspend|fail|block|veto|withdr[ae]w|dismiss|overturn|postpon|abandon)\w*|"
    r"\b(?:shelv|quash|ditch)\w*|\b(?:axe[ds]|ban(?:s|ned|ning)?)\b|"
    r"\b(?:turn|pull|call|put|thr[eo]w|rul|str[iu]ck)\w* (?:down|the plug|off|out)\b|"
    r"\b(?:decid\w* against|untrue|false|unable|neither|nor)\b",
)
# What is allowed, agreed, begun, done: of such an act a refusal says the opposite.
_AFFIRMED = _Words(
    "批准|获批|核准|准许|允许|放行|许可|[决获得]通过|同意|接受|答应|签署|签[订约下]|达成|敲定|发放|颁[发布]|授予|出席|参加|现身|到场|"
    "恢复|重启|重[新启]开|开[放通工业幕]|贯通|通车|通航|投产|投运|启用|运[行营转作]|上[任线市]|出任|就任|当选|任命|获任|加盟|入职|"
    "被捕|落网|[批逮]捕|被抓|[拘扣]押|完成|举行|召开|提起|支付|付清|续[约签]|延长|承认|认罪|供认|证实|确认|属实|生效|实施|推出|"
    "成功|收购|合并|加入|返回|回归|抵达",
    r"\b(?:approv|accept|agree|grant|licen[cs]|adopt|endors|authori[sz]|allow|permit|attend|resum|reopen|launch|appoint|arrest|"
    r"detain|captur|complet|renew|extend|prolong|confess|confirm|acquir)\w*|"
    r"\b(?:clear|sign|pass|join|open|elect|finish|admit|deliver|receiv|return|issu|nam)(?:e?d|ted|e?s)\b|"
    r"\b(?:green.?lit|green light|took (?:part|place|effect)|held|met|gave|won|paid|pays|bought|buys|caught|running|"
    r"in operation)\b",
)
_STAYS = _Words(
    "仍|继续|维持|保持|照常|留任|不变|依旧|依然", r"\b(?:still|remain|stay|continu|keep|unchanged|intact|retain)\w*"
)
_PLANNED = _Words(
    "计划|打算|[拟将](?!军|领|近)|考虑|有望|准备|洽谈|谈判",
    r"\b(?:plan|intend|consider|propos|aim|seek|negotiat|in talks|hope)\w*|\b(?:will|to be)\b",
)
# What only adds to a clause says nothing of its act.
_ADDED = re.compile(r", (?:which|who|where|after|as|because)\b.*")
_NONE_BEFORE = re.compile(r"\bno\b.*\bbefore\b|此前(?:没有|从未|未有)", re.IGNORECASE)
_PASSIVE = _Words("[被遭](?!遇)|[输负]给|不敌", r"\bby\b")
