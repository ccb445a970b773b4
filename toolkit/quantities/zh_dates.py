"""Chinese: dates, times of day, periods and spans of time."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from toolkit.quantities.dates import Dated, Day, dated
from toolkit.quantities.grammar import Found, Reading, Rule

_WEEKS = {"上上": -2, "上": -1, "本": 0, "这": 0, "下": 1, "下下": 2}
# 本周五 is a day; 本周五款新品 a week and five of something.
WEEKDAY = (
    r"(?:上上|上|本|这|下下|下)个?(?:周|星期|礼拜)[一二三四五六日天]"
    r"(?![款个家场名位项次种件部只条份篇十百千万亿成倍年天])"
)


def weekday(text: str) -> Day:
    """上周五 → that day of the week before."""
    week = next(words for words in sorted(_WEEKS, key=len, reverse=True) if text.startswith(words))
    return Day(relative="week", shift=_WEEKS[week], day=7 if text[-1] in "日天" else "一二三四五六".index(text[-1]) + 1)


RELATIVE: dict[str, Day] = {
    word: Day(relative=unit, shift=shift)
    for unit, rows in {
        "day": {
            -3: "大前天",
            -2: "前天 前日",
            -1: "昨天 昨日",
            0: "今天 今日",
            1: "明天 明日",
            2: "后天 后日",
            3: "大后天",
        },
        "week": {
            -2: "上上周",
            -1: "上周 上个星期 上星期 上个礼拜 上礼拜",
            0: "本周 这周 这个星期 这星期 本星期",
            1: "下周 下个星期 下星期 下礼拜",
            2: "下下周",
        },
        "month": {-2: "上上个月", -1: "上月 上个月", 0: "本月 这个月 当月", 1: "下月 下个月", 2: "下下个月"},
        "quarter": {-1: "上季度 上个季度", 0: "本季度 这个季度", 1: "下季度 下个季度"},
        "year": {-2: "前年", -1: "去年 上一年", 0: "今年 本年 本年度 今年度", 1: "明年 来年", 2: "后年"},
    }.items()
    for shift, words in rows.items()
    for word in words.split()
}
DAY_PARTS = {
    "凌晨": 0,
    "清晨": 0,
    "早上": 0,
    "早晨": 0,
    "早间": 0,
    "上午": 0,
    "中午": 12,
    "下午": 12,
    "傍晚": 12,
    "晚上": 12,
    "晚间": 12,
    "夜里": 12,
    "晚": 12,
    "早": 0,
}


def lexicon() -> dict[str, dict[str, Any]]:
    """Phrase → senses by role."""
    entries: dict[str, dict[str, Any]] = {}

    def add(role: str, phrases: str, sense: Any = True) -> None:
        for phrase in phrases.split():
            entries.setdefault(phrase, {})[role] = sense

    add("year_mark", "年")
    add("month_mark", "月 月份")
    add("day_mark", "日 号")
    for phrase, day in RELATIVE.items():
        add("relative", phrase, day)
    add("hour_mark", "点 时 点钟 点整 时整")
    add("minute_mark", "分 分钟")
    add("quarter_mark", "刻")
    for phrase, offset in DAY_PARTS.items():
        add("day_part", phrase, offset)
    add("weekday", "周一 星期一 礼拜一", 1)
    for nth, char in enumerate("二三四五六", start=2):
        add("weekday", f"周{char} 星期{char} 礼拜{char}", nth)
    add("weekday", "周日 星期日 星期天 礼拜天 周天", 7)
    add("since", "自 自从")
    add("since_post", "以来 至今 起 算起 以后 之后 后 迄今 开始 及以后 或之后 及之后")
    add("until", "截至 截止 直到")
    add("until_post", "以前 之前 前 为止 及以前 或之前 及之前")
    add("span_word", "未来 过去 过去的 近 最近 今后 此后 之后 前 后 这 在过去 接下来 在未来")
    add("span_end", "内 里 间 中 来 以来 之内 以内")
    add("century", "世纪")
    add("decade", "年代")
    add("month_part", "初 底 末 上旬 中旬 下旬 中 春 夏 秋 冬 春天 夏天 秋天 冬天 春季 夏季 秋季 冬季")
    add("half_year", "上半年", (1, 6))
    add("half_year", "下半年", (7, 12))
    add("quarter", "季度")
    return entries


# --- productions ---------------------------------------------------------------------------------------------------

_NO_HOUR_AFTER = re.compile(
    r"[ ]?(?:重要|主要|核心|具体)?(?:建议|意见|原因|理由|要求|看法|启示|体会|说明|好处|希望|共识|教训|不同|变化|想法)"
)


_YEAR = re.compile(r"[0-9]{4}|[〇零一二三四五六七八九]{4}")


def _year_of(found: Found, name: str) -> int | None:
    token = found.token(name)
    if token is None:
        return None
    value = found[name].value
    if value is None or found[name].value_max is not None or value != int(value):
        return None
    text = found.text[token.start : token.end]
    if _YEAR.fullmatch(text) and 1000 <= value <= 2999:
        return int(value)
    return None


def _part(found: Found, name: str) -> int | None:
    reading: Reading | None = found[name]
    if reading is None or reading.value is None or reading.value_max is not None or reading.value != int(reading.value):
        return None
    return int(reading.value) if 0 < reading.value <= 31 else None


def _date(found: Found) -> Reading | None:
    year = _year_of(found, "y")
    month, day = _part(found, "m"), _part(found, "d")
    if found["y"] is not None and year is None:
        short = found["y"].value
        if found["m"] is None or short is None or not re.fullmatch(r"[0-9]{2}", found.words("y")):
            return None
        year = int(short) + (1900 if short >= 50 else 2000)
    if (found["m"] is not None and month is None) or (found["d"] is not None and day is None):
        return None
    relative: Day | None = found["relative"]
    if relative is not None:
        if relative.relative == "month" and day is not None and month is None:
            return dated(replace(relative, day=day))
        if relative.relative != "year" or month is None:
            return None
        return dated(replace(relative, month=month, day=day))
    return dated(Day(year, month, day))


def _edition(found: Found) -> Reading | None:
    """指数报告2025: the year that a name carries."""
    year = _year_of(found, "y")
    if year is None or not 1950 <= year <= 2099 or not found.words("y").isdigit():
        return None
    return dated(Day(year)) if _EDITION_BEFORE.search(found.before(6)) else None


_EDITION_BEFORE = re.compile(r"(?:报告|指数|榜单|排行榜|年鉴|白皮书|蓝皮书|大会|峰会)[》”」]?[ ]?$")


def _relative(found: Found) -> Reading:
    return Dated(kind="date", day=found["relative"])


def _weekday(_: Found) -> Reading:
    return Dated(kind="date", day=Day())


def _years(found: Found) -> Reading | None:
    first, last = _year_of(found, "y"), _year_of(found, "z")
    if first is None or last is None or first >= last:
        return None
    return Dated(kind="date", day=Day(first, last=Day(last)))


def _months(found: Found) -> Reading | None:
    first, last = _part(found, "m"), _part(found, "n")
    year = _year_of(found, "y")
    if first is None or last is None or first > 12 or last > 12 or (found["y"] is not None and year is None):
        return None
    return Dated(kind="date", day=Day(year, first, last=Day(year, last)))


def _days(found: Found) -> Reading | None:
    month, first, last, year = _part(found, "m"), _part(found, "d"), _part(found, "e"), _year_of(found, "y")
    if month is None or first is None or last is None or month > 12 or first >= last:
        return None
    if dated(Day(year, month, first)) is None or dated(Day(year, month, last)) is None:
        return None
    return Dated(kind="date", day=Day(year, month, first, last=Day(year, month, last)))


def _half_year(found: Found) -> Reading | None:
    year, relative = _year_of(found, "y"), found["relative"]
    first, last = found["half_year"]
    if found["y"] is not None and year is None:
        return None
    base = Day(year) if relative is None else relative
    if relative is not None and relative.relative != "year":
        return None
    return Dated(kind="date", day=replace(base, month=first, last=replace(base, month=last)))


def _quarter(found: Found) -> Reading | None:
    year, relative, nth = _year_of(found, "y"), found["relative"], _part(found, "num")
    if nth is None or not 1 <= nth <= 4 or (found["y"] is not None and year is None):
        return None
    base = Day(year) if relative is None else relative
    if base.relative not in (None, "year"):
        return None
    return Dated(kind="date", day=replace(base, month=nth * 3 - 2, last=replace(base, month=nth * 3)))


def _front_quarters(found: Found) -> Reading | None:
    """今年前三季度: from January to the end of the last of them."""
    year, relative, last = _year_of(found, "y"), found["relative"], _part(found, "num")
    if last is None or not 2 <= last <= 4 or (found["y"] is not None and year is None):
        return None
    base = Day(year) if relative is None else relative
    if base.relative not in (None, "year"):
        return None
    return Dated(kind="date", day=replace(base, month=1, last=replace(base, month=last * 3)))


def _decade(found: Found) -> Reading | None:
    century, decade = _part(found, "c"), found["num"]
    if decade is None or decade.value is None or decade.value != int(decade.value):
        return None
    start = int(decade.value)
    if start % 10:
        return None
    if century is not None:
        start += (century - 1) * 100
    elif start < 100:
        start += 1900 if start >= 20 else 2000
    if not 1000 <= start <= 2990:
        return None
    return Dated(kind="date", day=Day(start, last=Day(start + 9)))


def _century(found: Found) -> Reading | None:
    nth = _part(found, "num")
    return None if nth is None else Dated(kind="date", day=Day(nth * 100 - 99, last=Day(nth * 100)))


def _clock(found: Found) -> str | None:
    hour, minute = found["h"].value, found["m"]
    if hour is None or hour != int(hour) or not 0 <= hour <= 24:
        return None
    minutes = Decimal(0)
    if minute is not None:
        minutes = minute.value
    elif found["half"] is not None:
        minutes = Decimal(30)
    if minutes is None or minutes != int(minutes) or not 0 <= minutes < 60:
        return None
    if found["day_part"] is None and _NO_HOUR_AFTER.match(found.after(5)):
        return None  # 三点建议
    offset = found["day_part"] or 0
    hour += offset if hour < 12 or not offset else 0
    return f"{int(hour):02}:{int(minutes):02}:00"


def _time(found: Found) -> Any:
    return _clock(found)


def _span(found: Found) -> Reading | None:
    amount: Reading = found["amount"]
    return amount if amount.kind == "duration" else None


def _date_part(found: Found) -> Reading:
    reading: Reading = found["date"]
    return reading


DATES: tuple[Rule, ...] = (
    Rule("zh.date", "(?:<y:num> <:year_mark> (?:<m:num> <:month_mark> (?:<d:num> <:day_mark>)?)?)", _date, "date", 2),
    Rule("zh.date.relative", "<relative> (?:<m:num> <:month_mark>)? (?:<d:num> <:day_mark>)?", _date, "date", 2),
    Rule("zh.date.month", "<m:num> <:month_mark> (?:<d:num> <:day_mark>)?", _date, "date", 2),
    Rule("zh.date.day", "<d:num> <:day_mark>", _date, "date", 1),
    Rule("zh.date.edition", "<y:num>", _edition, "date"),
    Rule("zh.date.relative.alone", "<relative>", _relative, "date"),
    Rule("zh.date.years", "<y:num> <:year_mark>? (?:<:to>|<:dash>) <z:num> <:year_mark>", _years, "date", 3),
    Rule(
        "zh.date.months",
        "(?:<y:num> <:year_mark>)? <m:num> (?:<:to>|<:dash>) <n:num> <:month_mark>",
        _months,
        "date",
        3,
    ),
    Rule(
        "zh.date.days",
        "(?:<y:num> <:year_mark>)? <m:num> <:month_mark> <d:num> <:day_mark>? (?:<:to>|<:dash>) <e:num> <:day_mark>",
        _days,
        "date",
        3,
    ),
    Rule("zh.date.half", "(?:<relative>|<y:num> <:year_mark>)? <half_year>", _half_year, "date", 3),
    Rule("zh.date.quarter", "(?:<relative>|<y:num> <:year_mark>)? <:nth>? <num> <:quarter>", _quarter, "date", 3),
    Rule(
        "zh.date.front_quarters",
        "(?:<relative>|<y:num> <:year_mark>)? <:front> <num> <:quarter>",
        _front_quarters,
        "date",
        4,
    ),
    Rule("zh.date.decade", "(?:<c:num> <:century>)? <num> <:decade>", _decade, "date", 3),
    Rule("zh.date.century", "<num> <:century>", _century, "date", 3),
    Rule("zh.time", "<day_part>? <h:num> <:hour_mark> (?:<m:num> <:minute_mark>?|<half>)?", _time, "clock", 1),
)
SPANS: tuple[Rule, ...] = (
    Rule("zh.span", "(?:<:span_word> <amount> <:span_end>? )", _span, "amount", 2),
    Rule("zh.date.part", "<date> <:month_part>", _date_part, "date"),
)
LEXICON: Mapping[str, Mapping[str, Any]] = lexicon()
