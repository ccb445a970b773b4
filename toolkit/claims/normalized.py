"""A claim as one short sentence that stands alone, in its own language: Qwen 下载量 > 6亿次（2025-11）.

A clause that says no more than whose figure it is, of what and when becomes a formula. What a formula would lose (an
act, a comparison, a share of something) stays a clause, with its subject put in, and cut at a word where it is too
long.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal

from toolkit.model import Claim, plain

SHORT = 75
"""Characters that a normalised sentence has at most."""

_SIGNS = {">": "> ", ">=": "≥ ", "<": "< ", "<=": "≤ "}
_ABOUT = {"zh": "约", "en": "about "}
_SCALES: dict[str, tuple[tuple[int, str], ...]] = {
    "zh": ((12, "万亿"), (8, "亿"), (4, "万")),
    "en": ((12, " trillion"), (9, " billion"), (6, " million")),
}
_DECIMALS = 3  # that a scaled figure may have: 318.435亿, but 25,422,788
_MONEY_ZH = {
    "CNY": "元", "USD": "美元", "EUR": "欧元", "GBP": "英镑", "JPY": "日元", "HKD": "港元", "KRW": "韩元",
    "TWD": "新台币", "RUB": "卢布", "CHF": "瑞士法郎", "INR": "卢比", "AUD": "澳元", "CAD": "加元", "SGD": "新加坡元",
}  # fmt: skip
_MONEY_EN = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥"}
_TIME_ZH = {
    "year": "年", "month": "个月", "week": "周", "day": "天", "h": "小时", "hour": "小时", "min": "分钟",
    "minute": "分钟", "s": "秒", "second": "秒",
}  # fmt: skip
_UNITS_ZH = {
    "ly": "光年", "ha": "公顷", "t": "吨", "kg": "千克", "g": "克", "mg": "毫克", "km": "公里", "m": "米", "cm": "厘米",
    "mm": "毫米", "nm": "纳米", "km2": "平方公里", "m2": "平方米", "m3": "立方米", "L": "升", "MW": "兆瓦",
    "kW": "千瓦", "km/h": "公里/小时", "mu": "亩",
}  # fmt: skip
_UNITS_EN = {"ly": "light years", "ha": "hectares", "t": "tonnes", "km2": "square km", "m2": "square metres"}
_TIME_EN = {"h": "hour", "min": "minute", "s": "second"}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

# A verb of change before its figure, which is a change and no level: rose 5 %, but rose to 5 %.
_CHANGE_ZH = re.compile(
    r"((?:同比|环比)?(?:增长|增加|上涨|上升|提高|下降|下跌|减少|降低|下滑|回落|萎缩|收涨|收跌|增|涨|升|降|跌|减))"
    r"(?:了|约|近|超过?|逾|幅|\s)*$"
)
_CHANGE_EN = re.compile(
    r"\b(rose|risen|rises?|grew|grown|grows?|increased?|climbed|jumped|gained|soared|surged|fell|fallen|falls?|dropped|"
    r"declined|decreased?|shrank|slid|slipped|plunged|tumbled|up|down)\s+"
    r"(?:(?:by|about|some|nearly|almost|over|more\s+than|around|roughly)\s+)*$",
    re.IGNORECASE,
)
# What may stand in the clause beside subject, measure, figure and date, and be left out without loss.
_FILLER_ZH = re.compile(
    r"(?:[升降增减涨跌]至|回落至|攀升至|达到?|高达|为|是|约|近|已经?|也|均|则|共|总计|合计|累计|突破|超过?|逾|不足|不到|不低于|不超过|至少|"
    r"最多|仅|只有?|只剩|现|有|收报|报|的|其中?|目前|了|却|就|到|在|之间|[“”\s，,：:、])*"
)
_FILLER_EN = re.compile(
    r"(?:(?:the|its|their|his|her|an?|of|was|were|is|are|has|have|had|been|reached|hit|stood|stands|totall?ed|came|"
    r"amounted|exceeded|topped|surpassed|passed|at|to|between|and|about|nearly|some|almost|over|under|up|more|less|than|"
    r"around|roughly|only|just|now|with|least|most|s)\b|[’'“”\"\s:,])*",
    re.IGNORECASE,
)
_RANKED_ZH = re.compile(
    r"(?:排名?|位居|位列|名列|排在|高居|稳居|居|列|为|是|成为|按|计|以|上|全球|世界|全国|亚洲|欧洲|国内|行业|位|名|榜|的|在|中|[\s，,：:])*"
)
_RANKED_EN = re.compile(
    r"(?:(?:ranks?|ranked|is|was|were|are|came|placed|finished|stands|the|in|at|by|world|worldwide|globally|place|"
    r"position|spot|of|No)\b|[.#\s:,])*",
    re.IGNORECASE,
)
_DATE_ZH = re.compile(
    r"(?:截至|截止|自|从|在|到)?(?:\d{2,4}年)?(?:\d{1,2}月)?(?:\d{1,2}[日号])?(?:去年|今年|前年|本月|上月|当日|当天|全年|本?周[一二三四五六日天]|"
    r"前?[一二三四]个?季度|第?[一二三四1-4]季度|[上下]半年)?(?:年?[底末初]|起|以来|期间|间|同期)?"
)
_DATE_EN = re.compile(
    r"\b(?:(?:in|on|since|by|as\s+of|during|for|at\s+the\s+end\s+of|until)\s+)?(?:the\s+)?(?:(?:early|mid|late|last|this|first|"
    r"second|third|fourth|next)[\s-]+)*(?:(?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|quarter|half|year|month|week|today|yesterday)\b(?:\s+\d{1,2}\b)?"
    r"(?:,?\s+(?:of\s+)?\d{4}\b)?|\d{4}\b)",
    re.IGNORECASE,
)
_LINKING = re.compile(r"^(?:(?:which|who|that|and|but)\s+|其中|也(?!许)|却)", re.IGNORECASE)
_LOOSE_END = re.compile(
    r"(?:[\s,，、；;:：–-]|\s(?:of|for|the|an?|in|on|to|from|and|or|that|by|with|than|as|at|its|their|which)(?=\s*$)|\s[$€£¥]?\d[\d,.]*$"
    r"|[(（][^)）]*$)+$",
    re.IGNORECASE,
)
_PLACE_ZH = re.compile(r"全球|世界|全国|亚洲|欧洲|国内|行业|全省|全市|同业")
_WORLDWIDE = re.compile(r"\b(?:in\s+the\s+world|worldwide|globally|global)\b", re.IGNORECASE)
_DATED = re.compile(
    r"\d{4}|[月日年周]|季度|\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\b|\w+day\b|quarter|\byear",
    re.I,
)
_PRONOUN_EN = re.compile(
    r"(?:It|He|She|They|The\s+(?:company|firm|group))(?=\s)|(?P<own>Its|His|Her|Their)(?=\s)", re.I
)
_PRONOUN_ZH = re.compile(
    r"(?:该|这家|本)?公司(?=[\u4e00-\u9fff])|[他她它]们?(?![的们国])|(?P<own>其(?![中他余实次])|[他她它]们?的)"
)
_HIDDEN = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]+"
)

Lang = Literal["zh", "en"]


def normalized(claim: Claim, figure: tuple[int, int] | None = None) -> str:
    """The claim in at most 75 characters; `figure` is where its figure stands in the claim's own text.

    The words come from the text with control characters taken out; nothing is escaped.
    """
    formula = _formula(claim, figure) if claim.value is not None and figure is not None else None
    return formula or _clause(claim)


def amount(claim: Claim) -> str:
    """Comparator, value and unit as people read them: > 6亿次, about $500 billion, 0.5–480, 22.32%."""
    if claim.value is None:
        return ""
    if claim.comparator == "~":
        return _ABOUT[claim.lang] + _figure(claim)
    return _SIGNS.get(claim.comparator or "", "") + _figure(claim)


def period_words(period: str | None, lang: Lang) -> str:
    """An ISO date or interval in few words: 2025-11, Nov 2025, Q3 2025, 自2023, since 2023; empty without one."""
    if not period:
        return ""
    if duration := re.fullmatch(r"P(?:T)?(\d+(?:\.\d+)?)([YMWDH])", period):
        return _with_unit(
            duration[1], {"Y": "year", "M": "month", "W": "week", "D": "day", "H": "hour"}[duration[2]], lang
        )
    start, slash, end = period.partition("/")
    if start == ".." and end:
        return ("截至" if lang == "zh" else "by ") + _date(end, lang)
    if end == ".." and start:
        return ("自" if lang == "zh" else "since ") + _since(start, lang)
    if not slash:
        return _date(start, lang)
    return _whole(start, end, lang) or f"{_date(start, lang)}{'–' if lang == 'zh' else ' – '}{_date(end, lang)}"


# --- a formula


def _formula(claim: Claim, figure: tuple[int, int]) -> str | None:
    before, after = claim.text[: figure[0]], claim.text[figure[1] :]
    subject, measure = _clean(claim.subject), _clean(claim.measure)
    if "rank" in claim.types and "statistical" not in claim.types:
        plain_words = _RANKED_ZH if claim.lang == "zh" else _RANKED_EN
        if subject and plain_words.fullmatch(_residue(claim, f"{before} {after}")):
            return _fitted(claim, subject, _place(claim, measure), period_words(claim.period, claim.lang))
        return None
    spelled = not re.search(r"\d", claim.text[slice(*figure)]) and claim.value != round(claim.value or 0)
    if claim.measure and claim.measure in after:
        return None  # 300 jobs: what happened to them is in the verb
    if not measure or spelled or len(measure) < 2 or {"comparison", "rank"} & set(claim.types):
        return None
    found = (_CHANGE_ZH if claim.lang == "zh" else _CHANGE_EN).search(before)
    change = found[1] if found and found[1] not in measure else ""
    filler = _FILLER_ZH if claim.lang == "zh" else _FILLER_EN
    if not filler.fullmatch(_residue(claim, f"{before[: found.start()] if found else before} {after}")):
        return None
    if measure.casefold() in subject.casefold() or subject.casefold() in measure.casefold():
        subject, measure = "", max(subject, measure, key=len)
    rest = " ".join(part for part in (measure, change, amount(claim)) if part)
    return _fitted(claim, subject, rest, period_words(claim.period, claim.lang))


def _residue(claim: Claim, words: str) -> str:
    """What is left of `words` without the claim's subject, its measure, and the date where the claim has one."""
    words = _clean(words)
    for part in (claim.measure, claim.subject):
        if part:
            words = words.replace(_clean(part), " ", 1)
    return (_DATE_ZH if claim.lang == "zh" else _DATE_EN).sub(" ", words) if claim.period else words


def _fitted(claim: Claim, subject: str, rest: str, period: str) -> str | None:
    """The parts put together, with the period left out or the subject cut short where it gets too long."""
    when = f"（{period}）" if claim.lang == "zh" else f" ({period})"
    for tail in (when if period else "", ""):
        gap = "" if not subject else " " if claim.lang == "zh" else ": "
        text = f"{subject}{gap}{rest}{tail}"
        if len(text) <= SHORT:
            return _capital(text) if claim.lang == "en" else text
    room = SHORT - len(rest) - 2
    return f"{_shortened(subject, room)}{' ' if claim.lang == 'zh' else ': '}{rest}" if room > SHORT // 4 else None


def _capital(text: str) -> str:
    """With a capital, except where a name begins small: eBay."""
    return text[:1].upper() + text[1:] if re.match(r"[a-z]+\b", text) else text


def _place(claim: Claim, measure: str) -> str:
    value = plain(claim.value or Decimal(0))
    if claim.lang == "zh":
        where = _PLACE_ZH.search(claim.text)
        scope = where[0] if where and where[0] not in measure else ""
        place = f"前{value}" if claim.comparator == "<=" else f"第{value}"
        return f"{measure} {scope}{place}".strip()
    place = f"top {value}" if claim.comparator == "<=" else _ordinal(value)
    scope = " worldwide" if _WORLDWIDE.search(claim.text) else ""
    return f"{place}{scope} by {measure}" if measure else f"{place}{scope}"


def _ordinal(value: str) -> str:
    last = value[-1] if value[-2:-1] != "1" else "0"
    return value + {"1": "st", "2": "nd", "3": "rd"}.get(last, "th")


# --- figures


def _figure(claim: Claim) -> str:
    assert claim.value is not None
    lang = claim.lang
    low, scale = _scaled(claim.value, lang)
    text = low + scale
    if claim.value_max is not None:
        high, high_scale = _scaled(claim.value_max, lang)
        text = f"{low}{'' if scale == high_scale and lang == 'en' else scale}–{high}{high_scale}"
    return _with_unit(text, _symbol(claim.unit, claim) if claim.unit else None, lang)


def _symbol(unit: str, claim: Claim) -> str:
    """A symbol as the text has it, else in the words of the language: 光年 for ly."""
    return unit if unit in claim.text else (_UNITS_ZH if claim.lang == "zh" else _UNITS_EN).get(unit, unit)


def _with_unit(figure: str, unit: str | None, lang: Lang) -> str:
    unit = _clean(unit)
    if not unit or unit == "%":
        return figure + unit
    if unit == "percentage point":
        return figure + ("个百分点" if lang == "zh" else " percentage point" + ("" if figure == "1" else "s"))
    if re.fullmatch("[A-Z]{3}", unit):
        if lang == "zh":
            return figure + _MONEY_ZH.get(unit, f" {unit}")
        return (
            f"{_MONEY_EN[unit]}{figure}"
            if unit in _MONEY_EN
            else f"{figure} yuan"
            if unit == "CNY"
            else f"{unit} {figure}"
        )
    if lang == "zh":
        unit = _TIME_ZH.get(unit, unit)
    elif unit in _TIME_ZH:
        unit = _TIME_EN.get(unit, unit) + ("" if figure == "1" else "s")
    return figure + unit if unit[0] > "\u2e80" or unit[0] == "°" else f"{figure} {unit}"


def _scaled(value: Decimal, lang: Lang) -> tuple[str, str]:
    """A figure as (digits, word for its scale): 600000000 → 6 and 亿, or 600 and million."""
    if third := _third(value):
        return third, ""
    for power, word in _SCALES[lang]:
        if value.is_finite() and abs(value).adjusted() >= power:
            digits = plain(value.scaleb(-power).normalize())
            if len(digits.partition(".")[2]) <= _DECIMALS:
                return digits, word
    whole, dot, rest = plain(value).partition(".")
    return (f"{int(whole):,}" if len(whole) > 4 or lang == "en" else whole) + dot + rest[:6], ""


def _third(value: Decimal) -> str | None:
    """1/3 for 0.333333…"""
    if len(plain(value).partition(".")[2]) < 8:
        return None
    for bottom in (3, 6, 7, 9):
        top = round(value * bottom)
        if top and abs(value * bottom - top) < Decimal("1e-6"):
            return f"{top}/{bottom}"
    return None


# --- dates


def _date(iso: str, lang: Lang) -> str:
    found = re.match(r"(?:(\d{4})|-)(?:-(\d{2}))?(?:-(\d{2}))?(?=T|$)", iso)
    if not found or not any(found.groups()) or not 0 < int(found[2] or 1) < 13:
        return _clean(iso)[:20]
    if lang == "zh":
        return "-".join(part for part in found.groups() if part)
    day = str(int(found[3])) if found[3] else ""
    return " ".join(part for part in (day, _MONTHS[int(found[2]) - 1] if found[2] else "", found[1] or "") if part)


def _since(start: str, lang: Lang) -> str:
    if start.endswith("-01-01"):
        return start[:4]
    return _date(start[:7] if re.fullmatch(r"\d{4}-\d{2}-01", start) else start, lang)


def _whole(start: str, end: str, lang: Lang) -> str:
    """Whole years, halves, quarters and months by their names; empty for other intervals."""
    first, last = (re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", day) for day in (start, end))
    if not first or not last or first[3] != "01" or int(last[3]) < 28:
        return ""
    year, months = first[1], (int(first[2]), int(last[2]))
    if months == (1, 12):
        return year if year == last[1] else f"{year}–{last[1]}"
    if year != last[1]:
        return ""
    if months[0] == months[1]:
        return f"{year}-{first[2]}" if lang == "zh" else f"{_date(start[:7], lang)}"
    names = {(1, 6): ("上半年", "H1"), (7, 12): ("下半年", "H2"), (1, 9): ("前三季度", "Q1–Q3")}
    names |= {(q * 3 - 2, q * 3): (f"第{'一二三四'[q - 1]}季度", f"Q{q}") for q in range(1, 5)}
    if months in names:
        return f"{year}年{names[months][0]}" if lang == "zh" else f"{names[months][1]} {year}"
    return ""


# --- a clause


def _clause(claim: Claim) -> str:
    text, subject = _clean(claim.text).strip("“”\"' "), _clean(claim.subject)
    pronoun = (_PRONOUN_ZH if claim.lang == "zh" else _PRONOUN_EN).match(text)
    if subject and pronoun and not subject.casefold().startswith(pronoun[0].casefold()):
        own = pronoun["own"] and ("的" if claim.lang == "zh" else "’s")
        text = subject + (own or "") + text[pronoun.end() :]
    elif subject and subject.casefold() not in text.casefold():
        text = _LINKING.sub("", text)
        text = f"{_shortened(subject, SHORT // 2)}{'：' if claim.lang == 'zh' else ': '}{text}"
    text = _capital(text) if claim.lang == "en" else text
    period = period_words(claim.period, claim.lang)
    if period and not _DATED.search(text) and not (claim.period or "").startswith("P"):
        dated = text + (f"（{period}）" if claim.lang == "zh" else f" ({period})")
        text = dated if len(dated) <= SHORT else text
    return _shortened(text, SHORT)


def _shortened(text: str, room: int) -> str:
    """The text in at most `room` characters, cut at a comma or between words, with … for what is left out."""
    if len(text) <= room:
        return text
    cut = text[: room - 1]
    comma = max(cut.rfind(mark) for mark in ("，", "；", ", ", "; "))
    if comma >= room * 2 // 3:
        return cut[:comma] + "…"
    if re.match(r"[\w.,%’'-]", text[room - 1]) and (word := re.search(r"[\w.,%’'-]+$", cut, re.ASCII)):
        cut = cut[: word.start()] if word.start() > room // 2 else cut
    return _LOOSE_END.sub("", cut) + "…"


def _clean(text: str | None) -> str:
    return " ".join(_HIDDEN.sub(" ", text or "").split())
