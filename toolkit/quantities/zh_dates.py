"""Chinese: dates, times of day, periods and spans of time."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Any

from toolkit.quantities.almanac import SEASONS, piece, third
from toolkit.quantities.amounts import HALF
from toolkit.quantities.dates import Dated, Day, add_durations, dated, duration_iso
from toolkit.quantities.grammar import Found, Literal, Reading, Rule
from toolkit.quantities.normalise import numeral
from toolkit.quantities.units import words

TOLD = Day(relative="told")
_DIGITS = "一二三四五六七八九"

# --- words ---------------------------------------------------------------------------------------------------------

RELATIVE: dict[str, Day] = (
    {
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
            "week": {0: "本周 这周 这个星期 这星期 本星期 这一周"},
            "month": {0: "本月 这个月 本月份"},
            "quarter": {-1: "上季度 上个季度", 0: "本季度 这个季度", 1: "下季度 下个季度"},
            "half": {-1: "上个半年", 1: "下个半年"},
            "year": {-2: "前年", -1: "去年 上一年", 0: "今年 本年 本年度 今年度", 1: "明年 来年", 2: "后年"},
            # the hours are not counted, and 上年末 is told from the year of a report
            "told": {0: "上个小时 下个小时 上年末 上年底 上年度 当晚"},
        }.items()
        for shift, names in rows.items()
        for word in names.split()
    }
    | {
        way * many + word: Day(relative=unit, shift=sign * many)
        for way, sign in (("上", -1), ("下", 1))
        for many in (1, 2, 3)
        for unit, names in (("week", "周 个周 星期 个星期 礼拜 个礼拜"), ("month", "个月 月"))
        for word in names.split()
    }
    | {
        "今明两年": Day(relative="year", last=Day(relative="year", shift=1)),
        "去今两年": Day(relative="year", shift=-1, last=Day(relative="year")),
    }
)
# 今早, 昨晚, 明晨: a day and a part of it in one word.
EVES: dict[str, tuple[int, str]] = {
    stem + word: (shift, part)
    for stem, shift in (("今", 0), ("昨", -1), ("明", 1), ("前", -2))
    for word, part in (("早", "morning"), ("晨", "morning"), ("晚", "night"), ("夜", "night"))
    if (stem, word) not in (("前", "早"), ("前", "晨"), ("前", "夜"))
}
DAY_PARTS = {
    "small": "凌晨",
    "morning": "清晨 早上 早晨 早间 上午 早",
    "noon": "中午 正午",
    "afternoon": "下午 午后 傍晚",
    "night": "晚上 晚间 夜里 夜间 深夜 半夜 晚",
}
# First and last year; the months and days are those of the Gregorian calendar from 1912 on.
REIGNS: dict[str, tuple[int, int]] = {
    name: (int(first), int(last))
    for name, first, last in re.findall(
        r"(\w+) (\d+) (\d+)",
        """武德 618 626 贞观 627 649 永徽 650 656 神龙 705 707 开元 713 741 天宝 742 756 元和 806 820 熙宁 1068 1077
        元丰 1078 1085 宣和 1119 1125 靖康 1126 1127 淳熙 1174 1189 洪武 1368 1398 建文 1399 1402 永乐 1403 1424
        宣德 1426 1435 正统 1436 1449 成化 1465 1487 弘治 1488 1505 正德 1506 1521 嘉靖 1522 1566 隆庆 1567 1572
        万历 1573 1620 天启 1621 1627 崇祯 1628 1644 顺治 1644 1661 康熙 1662 1722 雍正 1723 1735 乾隆 1736 1795
        嘉庆 1796 1820 道光 1821 1850 咸丰 1851 1861 同治 1862 1874 光绪 1875 1908 宣统 1909 1912 明治 1868 1912
        大正 1912 1926 昭和 1926 1989 平成 1989 2019 令和 2019 2999 民国 1912 2999 中华民国 1912 2999""",
    )
}
# Read only with a year before them; a feast of the lunar calendar has no ISO form.
FESTIVALS: dict[str, Day] = {
    name: Day(month=month, day=day)
    for names, month, day in (
        ("元旦", 1, 1),
        ("情人节", 2, 14),
        ("妇女节", 3, 8),
        ("五一 劳动节", 5, 1),
        ("六一 儿童节", 6, 1),
        ("教师节", 9, 10),
        ("国庆 国庆节", 10, 1),
        ("双十一 双11", 11, 11),
        ("圣诞 圣诞节", 12, 25),
    )
    for name in names.split()
} | dict.fromkeys(words("除夕 春节 元宵节 清明 清明节 端午 端午节 七夕 中秋 中秋节 重阳节 腊八节"), TOLD)
# Words that begin like a word of time, and names that hold one.
NO_TIMES = words("""
    前往 前任 前景 前锋 前夕 前不久 前线 前总统 前总理 前首相 前主席 前日本 前苏联 前天津
    后续 后者 后台 后果 后市 后卫 后勤 后裔 后备 后天性 后天努力 后天培养 后悔 后世
    起诉 起火 起飞 起草 起义 起源 起初
    中国 中央 中方 中美 中共 中欧 中日 中东 中心 中标 中学 中外 中俄 中印 中韩 中法 中德 中英 中期 中小 中部
    中信 中石 中金 中超 中文 中科 中产 中级 中等 中型 中间 中止 中断 中介 中非 中亚 中华
    春运 春晚 春联 春耕 冬奥 冬奥会 冬至 冬训 秋粮 秋收 夏粮 夏至 夏令营 夏威夷
    今日头条 今日俄罗斯 今日美国 今日说法 今日关注 明日方舟 明日香 明日之星 明日边缘 明日之子 昨日重现 明天系
    今晚报 今夜无眠 早已 早就 早期 早年 早餐 早盘 早市 早报 早稻 早产 早恋 早熟 早点 早日 晚报 晚会 晚餐 晚年
    晚盘 晚清 晚期 晚宴 晚婚 晚点 晚上好 早上好 夜间经济 下午茶 中午饭 时代 时辰 时期 时间 时装 时尚 时刻 时报
    上周期 本周期 下周期 上月球 年轻
""")
_NUMERAL = r"[0-9〇零一二两三四五六七八九十]"
_COUNTED = r"[款个家场名位项次种件部只条份篇十百千万亿成倍年天报出]"  # 周三次: three times a week
_WEEKS = re.compile(r"([上下]{1,3}|本|这)?个?(?:周|星期|礼拜)([一二三四五六日天末])")


def _weekday(text: str) -> Day | None:
    """上周五 → that day of the week before; 周五 → the latest one."""
    match = _WEEKS.match(text)
    if match is None:
        return None
    which, name = match.groups()
    shift = 0 if which in (None, "本", "这") else len(which) * (1 if which[0] == "下" else -1)
    if name == "末":
        return Day(relative="weekend", shift=shift) if which else TOLD
    day = 7 if name in "日天" else _DIGITS.index(name) + 1
    return Day(relative="week", shift=shift, day=day) if which else Day(relative="weekday", day=day)


def _read_clock(text: str) -> str | None:
    """9点20, without the mark of the minutes"""
    hour, minute = text.split("点")
    return f"{int(hour):02}:{minute}:00" if int(hour) <= 24 else None


def _often(text: str) -> Reading | None:
    """每年 → R/P1Y, 每两周 → R/P2W, 每周三 → R/P1W"""
    match = _OFTEN.match(text)
    if match is None:
        return None
    number, unit = match.groups()
    count = 1 if not number else int(number) if number.isdecimal() else "一两三四五六七八九十".index(number) + 1
    return Reading("duration", iso=(f"R/P{_OFTEN_UNITS[unit].format(count * 3 if unit == '季度' else count)}",))


_OFTEN_UNITS = {"小时": "T{}H", "分钟": "T{}M", "秒": "T{}S"} | {
    unit: form
    for units, form in (("年", "{}Y"), ("季度 月", "{}M"), ("周 星期 礼拜", "{}W"), ("天 日 晚", "{}D"))
    for unit in units.split()
}
_EVERY_WEEK = rf"(?:周|星期|礼拜)(?:[一二三四五六日天末](?!{_COUNTED})(?:[至到]周[一二三四五六日])?)?"
_SET = (
    rf"每隔?(?:(?:个|一个?)?(?:年(?![度级轻代])|季度|月|{_EVERY_WEEK}|天(?!津)|晚"
    r"|日(?!经济|邮报|电讯|镜报|优鲜|新闻|快报|商报|人物))"
    r"|(?:[0-9]{1,3}|[两三四五六七八九十])个?(?:年|月|周|星期|天|日|小时|分钟|秒))"
)
_OFTEN = re.compile(
    r"每隔?(?:个|一个?)?([0-9]{1,3}|[两三四五六七八九十])?个?(年|季度|月|周|星期|礼拜|天|日|晚|小时|分钟|秒)"
)
LITERALS: tuple[Literal, ...] = (
    Literal("shield", r"[0-9五六七八九零〇](?<![0-9.].)[05零〇]后"),  # 80后: those born then
    Literal("shield", r"五月天(?![气文])|十月革命|周六福|周五粮"),
    Literal("shield", r"《(?:[今明昨后前]|每)[天日年][^》\n]{0,20}》"),  # 《明日之后》
    Literal("festival", r"[五六双元](?<=年.)(?:(?<=[五六])一|(?<=双)(?:十一|11)|(?<=元)旦)", FESTIVALS.get),
    Literal(
        "relative",
        rf"[上下本这周星礼](?:(?<=[周星礼])(?<![0-9一二三四五六七八九十两几半每(第].)"
        rf"|(?:(?<=[上下])[上下]{{0,2}}|(?<=[本这]))个?[周星礼])"
        rf"(?:(?<=周)|(?<=星)期|(?<=礼)拜)(?:[一二三四五六日天](?!{_COUNTED}|刻)|末)",
        _weekday,
    ),
    Literal("set", _SET, _often),
    Literal("era", r"公元前?(?=[0-9一二三四五六七八九])", lambda text: text.endswith("前")),
    Literal(
        "clock", r"[0-9](?<=[于在到从至定日天号早晚午晨夜].)[0-9]?点[0-5][0-9](?![0-9.%分时点万亿个])", _read_clock
    ),
    Literal("num", r"四(?=季度)", numeral),  # 四季 is a name
    Literal("to", r"至(?=今[年天日早晚])", lambda _: True),
    # 2018年底 and 年底, but not 2018年初步 nor 十月初一
    Literal(
        "year_edge",
        r"年(?:初(?![步次选级审创])|底(?![部气层线价薪盘色])|末(?![端期尾位])|终(?=[，。、的])|度)|岁末",
        lambda _: Day(relative="year"),
    ),
    Literal(
        "month_edge",
        rf"月(?:初(?![步次选级审创]|{_NUMERAL})|底(?![部气层线价薪盘色])|末(?![端期尾位]))",
        lambda _: Day(relative="month"),
    ),
    Literal(
        "possessive",
        rf"的(?=[前第]?(?:凌晨|早上|上午|中午|下午|傍晚|晚上)?{_NUMERAL}{{1,3}}(?:[:点时天日周]|个?(?:月|星期|季度)))",
        lambda _: True,
    ),
)


def lexicon() -> dict[str, dict[str, Any]]:
    """Phrase → senses by role."""
    entries: dict[str, dict[str, Any]] = {}

    def add(role: str, phrases: str, sense: Any = True) -> None:
        for phrase in phrases.split():
            entries.setdefault(phrase, {})[role] = sense

    for phrase in NO_TIMES:
        add("shield", phrase)
    add("year_mark", "年")
    add("month_mark", "月 月份")
    add("day_mark", "日 号")
    add("next_day", "次日 翌日")
    add("first_year", "元年")
    add("lunar", "农历 阴历 旧历")
    add("lunar_month", "正月 腊月 冬月")
    add("first_ten", "初")
    for table, role in ((RELATIVE, "relative"), (EVES, "eve"), (REIGNS, "reign"), (FESTIVALS, "festival")):
        for phrase, sense in table.items():
            add(role, phrase, sense)
    add("hour_mark", "点 时 点钟 点整 时整 时许 点多")
    add("minute_mark", "分 分钟 分许")
    add("second_mark", "秒 秒钟")
    add("quarter_mark", "刻")
    for part, phrases in DAY_PARTS.items():
        add("part_of_day", phrases, part)
    add("since", "自 自从")
    add("since_post", "以来 至今 起 算起 迄今 开始 及以后 或之后 及之后 或以后")
    add("since_post", "以后 之后 后", "after")
    add("until", "截至 截止 直到 截止到 截至到 截止至")
    add("until_post", "为止 及以前 或之前 及之前 或以前")
    add("until_post", "以前 之前 前", "before")
    add("around", "前后")
    add("since_or_in", "前 之前 以前", -1)
    add("since_or_in", "后 之后 以后 过后", 1)
    add("span_word", "未来 过去 过去的 近 最近 今后 此后 之后 前 后 这 在过去 接下来 在未来")
    add("within", "内")
    add("span_end", "内 里 间 中 之内 以内")
    add("century", "世纪")
    add("century_name", "上世纪 上个世纪", 20)
    add("century_name", "本世纪", 21)
    add("decade", "年代")
    add("edge_word", "初 末 底 初期 末期 中期 中叶")
    for nth, phrase in enumerate(("上旬", "中旬", "下旬")):
        add("third", phrase, nth)
    for char, season in zip("春夏秋冬", ("spring", "summer", "autumn", "winter"), strict=True):
        add("season_word", f"{char} {char}天 {char}季", season)
        for stem, shift in (("今", 0), ("去", -1)):
            add("relative", stem + char, Day(relative="year", shift=shift, named=SEASONS[season]))
    add("half_year", "上半年 前半年 头半年", (1, 6))
    add("half_year", "下半年 后半年", (7, 12))
    add("half_month", "上半月", (1, 15))
    add("half_month", "下半月", (16, None))
    add("half_week", "上半周", (1, 3))
    add("half_week", "下半周", (4, 7))
    add("quarter", "季度")
    add("fiscal_quarter", "财季")
    add("fiscal_year", "财年 财政年度 学年 赛季")
    return entries


# --- years, months and days ----------------------------------------------------------------------------------------

_YEAR = re.compile(r"[0-9]{4}|[〇零一二三四五六七八九]{4}")
# 08年, 98年世界杯: two digits are a year with a nought before them or an event of one behind.
_EVENT_AFTER = re.compile(r"(?:的|北京|[夏冬]季)?(?:奥运|世界杯|世博|亚运|大选|抗洪|出生|毕业|入学)")


def _tight(found: Found) -> bool:
    return all(a.end == b.start for a, b in pairwise(found.tokens()))


def _whole(reading: Reading | None) -> int | None:
    if reading is None or reading.value is None or reading.value_max is not None or reading.value != int(reading.value):
        return None
    return int(reading.value) if reading.comparator is None else None


def _year_of(found: Found, name: str) -> int | None:
    token, value = found.token(name), _whole(found[name])
    if token is None or value is None or not _YEAR.fullmatch(found.text[token.start : token.end]):
        return None
    return value if 1000 <= value <= 2999 else None


def _part(found: Found, name: str, most: int = 31) -> int | None:
    value = _whole(found[name])
    return value if value is not None and 0 < value <= most else None


def _in_year(found: Found) -> Day | None:
    """The year before a month, quarter or half; an empty day where there is none, and None where it is no year."""
    relative: Day | None = found["relative"]
    if relative is not None:
        return relative if relative.relative == "year" else None
    if found["y"] is None:
        return Day()
    year = _year_of(found, "y")
    if year is None and re.fullmatch(r"[0-9]{2}", found.words("y")) and found["m"] is not None:
        short = int(found["y"].value)
        year = short + (1900 if short >= 50 else 2000)
    return None if year is None else Day(year)


def _dated(day: Day) -> Reading | None:
    """A reading of the date; one that no calendar has (2月30日) is still one date, without an ISO form."""
    reading = dated(day)
    if reading is None and day.month is not None and day.day is not None and day.month <= 12 and day.day <= 31:
        return Dated(kind="date", day=TOLD)
    return reading


def _date(found: Found) -> Reading | None:
    relative: Day | None = found["relative"]
    month, day = _part(found, "m", 12), _part(found, "d")
    if (found["m"] is not None and month is None) or (found["d"] is not None and day is None):
        return None
    if relative is not None and relative.relative == "month" and month is None and day is not None:
        return dated(replace(relative, day=day))
    base = _in_year(found)
    if base is None or (base.relative is not None and month is None):
        return None
    return _dated(replace(base, month=month, day=day))


def _bare_day(found: Found) -> Reading | None:
    """二零二四年八月十六, 4月5至5月6: the mark of the day is left out."""
    spoken = not found.words("d").isascii() and len(found.words("d")) > 1
    ends = spoken or _DAY_ENDS.match(found.after(2)) or found.before(1) in ("至", "到")
    if not _tight(found) or not ends:
        return None
    return _date(found)


_DAY_ENDS = re.compile(r"$|[,.;:!?，。、；：！？)」”]|[至到起~—前后早晚凌]|上午|下午")


def _lunar(found: Found) -> Reading | None:
    """农历五月初五, 十月初一, 正月三十: the months are told, not counted."""
    if (found["d"] is not None and _part(found, "d", 30) is None) or (
        found["m"] is not None and _part(found, "m", 12) is None
    ):
        return None
    if found["first_ten"] is not None and (_part(found, "d", 10) is None or found.words("d").isascii()):
        return None
    return Dated(kind="date", day=TOLD)


def _day_of_month(found: Found) -> Reading | None:
    """29日; 15号 only where a date can stand, since 嫦娥五号, 5号楼 and 2号线 are names; 拘留15日 is how long."""
    day = _part(found, "d")
    if day is not None and _LASTS.search(found.before(4)):
        return Reading("duration", Decimal(day), unit="day", iso=(f"P{day}D",))
    if day is None or _DAYS_LONG.match(found.after(3)) or found.words("d") == "一" or found.words("d")[:2] == "00":
        return None
    if found.words("day_mark") == "号" and not (
        _NUMBER_MAY_FOLLOW.search(found.before(1)) and not _NUMBERED.match(found.after(2))
    ):
        return None
    return dated(Day(day=day))


_LASTS = re.compile(r"(?:拘留|停业|停职|停牌|禁赛|休市|隔离|历时|为期|长达|持续|连续)了?$")
_NUMBER_MAY_FOLLOW = re.compile(r"^$|[于在到从至自由是将和与了本月天午晨晚\s,.;:!?，。、；：！？(（“]")
_NUMBERED = re.compile(
    r"[楼线文馆门院厅店车厂室井坑码床桥站台仓舱函球染]|机组|机床|位[选乘]|候选|令|公路|卫星|种子|案件"
)
_DAYS_LONG = re.compile(r"(?:[之以]?内|游|年化|无理由|均线|均价|线|间[，。])")
_LONG_BEFORE = re.compile(r"(?:连续|为期|历时|时隔|一连|[近短这])$")


def _number_of_name(found: Found) -> bool | None:
    """2号线, 嫦娥五号"""
    return True if found.words("day_mark") == "号" and _part(found, "num") is not None else None


def _days_long(found: Found) -> Reading | None:
    """10日内, 连续三日: so many days rather than a day of the month."""
    reading: Reading = found["num"]
    if found.words("day_mark") != "日" or reading.value is None or reading.value_max is not None:
        return None
    if not (_DAYS_LONG.match(found.after(3)) or _LONG_BEFORE.search(found.before(2))):
        return None
    return replace(reading, kind="duration", unit="day", iso=duration_iso(reading.value, "day"))


def _half_day(found: Found) -> Reading | None:
    if found.words("day_mark") != "日" or found.after(1) in ("工", "谈"):
        return None
    return Reading("duration", HALF, unit="day", iso=duration_iso(HALF, "day"))


def _short_year(found: Found) -> Reading | None:
    written = found.words("y")
    if not re.fullmatch(r"[0-9]{2}", written) or not (written[0] == "0" or _EVENT_AFTER.match(found.after(5))):
        return None
    return dated(Day(int(written) + (1900 if int(written) >= 50 else 2000)))


def _of_era(found: Found) -> Reading | None:
    """公元前221年 is the year -220 of ISO 8601, which counts a year 0."""
    year = _part(found, "num", 9999)
    if year is None:
        return None
    if found["century"] is not None:
        return _told(found) if found["era"] else _century(found)
    return Dated(kind="date", day=Day(1 - year if found["era"] else year))


def _reign(found: Found) -> Reading | None:
    """光绪二十六年六月; only the year is sure before 1912, when months were those of the moon."""
    (first, last), month, day = found["reign"], found["m"], found["d"]
    nth = 1 if found["first_year"] is not None else _part(found, "num", 99)
    if nth is None or (month and _part(found, "m", 12) is None) or (day and _part(found, "d") is None):
        return None
    year = first + nth - 1
    if year > last:
        return Dated(kind="date", day=TOLD)
    return dated(Day(year, _part(found, "m"), _part(found, "d")) if first >= 1912 else Day(year))


def _edition(found: Found) -> Reading | None:
    """指数报告2025: the year that a name carries."""
    year = _year_of(found, "y")
    if year is None or not 1950 <= year <= 2099 or not found.words("y").isdigit():
        return None
    return dated(Day(year)) if _EDITION_BEFORE.search(found.before(6)) else None


_EDITION_BEFORE = re.compile(r"(?:报告|指数|榜单|排行榜|年鉴|白皮书|蓝皮书|大会|峰会)[》”」]?[ ]?$")


def _relative(found: Found) -> Reading:
    return Dated(kind="date", day=found["relative"])


def _told(_: Found) -> Reading:
    return Dated(kind="date", day=TOLD)


def _feast(found: Found) -> Reading | None:
    base, feast = _in_year(found), found["festival"]
    if base is None or base == Day():
        return None
    return _told(found) if feast.relative else dated(replace(base, month=feast.month, day=feast.day))


# --- periods -------------------------------------------------------------------------------------------------------


def _years(found: Found) -> Reading | None:
    first, last = _year_of(found, "y"), _year_of(found, "z")
    if first is None or last is None or first >= last:
        return None
    return Dated(kind="date", day=Day(first, last=Day(last)))


def _months(found: Found) -> Reading | None:
    """1-10月, 今年1至10月"""
    first, last, base = _part(found, "m", 12), _part(found, "n", 12), _in_year(found)
    if first is None or last is None or base is None or first >= last:
        return None
    return Dated(kind="date", day=replace(base, month=first, last=replace(base, month=last)))


def _days(found: Found) -> Reading | None:
    """3月5日至8日, 14-16日"""
    first, last, base = _part(found, "d"), _part(found, "e"), _in_year(found)
    month = _part(found, "m", 12)
    if first is None or last is None or base is None or first >= last or (found["m"] is not None and month is None):
        return None
    if found["m"] is None and (_DAYS_LONG.match(found.after(2)) or found.words("day_mark") == "号"):
        return None
    ends = replace(base, month=month, day=first), replace(base, month=month, day=last)
    if dated(ends[0]) is None or dated(ends[1]) is None:
        return None
    return Dated(kind="date", day=replace(ends[0], last=ends[1]))


def _half_year(found: Found) -> Reading | None:
    base, (first, last) = _in_year(found), found["half_year"]
    if base is None:
        return None
    return Dated(kind="date", day=replace(base, month=first, last=replace(base, month=last)))


def _half_month(found: Found) -> Reading | None:
    base, (first, last) = _in_year(found), found["half_month"]
    month = _part(found, "m", 12)
    if base is None or (found["m"] is not None and month is None):
        return None
    base = replace(base, month=month) if month is not None else Day(relative="month")
    return Dated(kind="date", day=replace(base, day=first, last=replace(base, day=last)))


def _half_week(found: Found) -> Reading:
    first, last = found["half_week"]
    week = Day(relative="week")
    return Dated(kind="date", day=replace(week, day=first, last=replace(week, day=last)))


def _quarters(found: Found) -> Reading | None:
    """第三季度; 前三季度 goes from January to the end of the last of them."""
    base, nth = _in_year(found), _part(found, "num", 4)
    front = found["front"] is not None
    if nth is None or base is None or (front and nth < 2):
        return None
    first = 1 if front else nth * 3 - 2
    return Dated(kind="date", day=replace(base, month=first, last=replace(base, month=nth * 3)))


def _fiscal_year(found: Found) -> Reading | None:
    return _told(found) if re.fullmatch(r"(?:19|20)[0-9]{2}(?:[-/—–][0-9]{2,4})?", found.words("num")) else None


def _decade(found: Found) -> Reading | None:
    century, start = found["century_name"] or _part(found, "c"), _whole(found["num"])
    if start is None or start % 10:
        return None
    if century is not None:
        start += (century - 1) * 100
    elif start < 100:
        start += 1900 if start >= 20 else 2000
    if not 1000 <= start <= 2990:
        return None
    return Dated(kind="date", day=Day(start, last=Day(start + 9)))


def _century(found: Found) -> Reading | None:
    nth = found["century_name"] or _part(found, "num")
    return None if nth is None else Dated(kind="date", day=Day(nth * 100 - 99, last=Day(nth * 100)))


def _divisible(day: Day) -> bool:
    """Whether it is a whole month or more, and not yet a piece of one."""
    whole = not (day.day or day.last or day.clock or day.steps or day.named)
    return whole and day.relative in (None, "month", "quarter", "half", "year")


def _until_end(found: Found) -> Reading | None:
    """年底前 goes up to the end of the year."""
    reading: Dated = found["date"]
    if found.words("date")[-1] not in "底末" or reading.day.last is not None:
        return None
    return replace(reading, day=replace(reading.day, open_start=True))


def _thirds(found: Found) -> Reading | None:
    """11月上旬; 年初 and 月底 are thirds as well, as "early" and "late" are in English."""
    day: Day = found["date"].day
    return Dated(kind="date", day=replace(day, steps=(third(found["third"]),))) if _divisible(day) else None


def _edge_alone(found: Found) -> Reading | None:
    """年底, 月初"""
    if found.words("edge").endswith("度"):
        return None
    return Dated(kind="date", day=replace(found["edge"], steps=(third(_edge(found.words("edge"))),)))


def _edge(words: str) -> int:
    return 0 if words.endswith("初") else 2


def _with_edge(found: Found) -> Reading | None:
    """2018年底, 12月初, 去年年底; 2024年度 is the whole year."""
    reading = _date(found) if found["date"] is None else found["date"]
    words = found.words("edge")
    if words in _EDGE_WORDS and found.after(1) in _EDGE_WORDS[words]:
        return None
    if not isinstance(reading, Dated) or words.endswith("度") or not _divisible(reading.day):
        return reading
    return replace(reading, day=replace(reading.day, steps=(third(_edge(words)),)))


_EDGE_WORDS = {"初": tuple("步次选级审创"), "底": tuple("部气层线价薪盘色"), "末": tuple("端期尾位")}


def _season(found: Found) -> Reading | None:
    day: Day = found["date"].day
    if not _divisible(day) or day.month is not None or day.relative == "month":
        return None
    return Dated(kind="date", day=replace(day, named=SEASONS[found["season_word"]]))


def _day_with_part(found: Found) -> Reading | None:
    """6月3日早间"""
    reading: Dated = found["date"]
    whole = reading.day.day is not None or reading.day.relative in ("day", "weekday", "told")
    return reading if whole and reading.day.last is None else None


def _eve(found: Found) -> Reading:
    return Dated(kind="date", day=Day(relative="day", shift=found["eve"][0]))


# --- times of day --------------------------------------------------------------------------------------------------

_NO_HOUR_AFTER = re.compile(
    r"[ ]?(?:重要|主要|核心|具体)?(?:建议|意见|原因|理由|要求|看法|启示|体会|说明|好处|希望|共识|教训|不同|变化|想法)"
)
# 快一点 and 以下三点 are no hours: a bare 点 is one where a time can stand.
_HOUR_MAY_FOLLOW = re.compile(r"^$|[于在到从至自是约每,，.。、;；:：\s(（日号天周末一二三四五六]$")
_PARTS_ALONE = ("凌晨", "上午", "中午", "下午", "傍晚", "晚上")


def _hour(hour: int, part: str | None) -> int:
    """The hour of 24: 下午3点, 晚上12点, 凌晨12点; the small hours of a night stay as they are."""
    if part in ("afternoon", "night") and 12 > hour >= (5 if part == "night" else 0):
        return hour + 12
    if part == "noon" and hour <= 3:
        return hour + 12
    if hour == 12 and part in ("night", "small"):
        return 24 if part == "night" else 0
    return hour


def _clock(found: Found) -> str | None:
    part = found["eve"][1] if found["eve"] is not None else found["part_of_day"]
    hour, minute, second = _whole(found["h"]), found["m"], found["s"]
    minutes = _whole(minute) if minute is not None else 30 if found["half"] is not None else 0
    seconds = _whole(second) if second is not None else 0
    if found["q"] is not None:
        quarters = _part(found, "q", 3)
        minutes = None if quarters is None else quarters * 15
    if hour is None or minutes is None or seconds is None:
        return None
    if not (0 <= hour <= 24 and 0 <= minutes < 60 and 0 <= seconds < 60):
        return None
    if part is None and minute is None and found["half"] is None and found["q"] is None:
        bare = found.words("hour_mark") == "点" and len(found.words("h")) == 1 and not found.words("h").isascii()
        if _NO_HOUR_AFTER.match(found.after(5)) or (bare and not _HOUR_MAY_FOLLOW.search(found.before(1))):
            return None
    if found.words("h") == "一" and found.words("hour_mark") == "点" and found.words("part_of_day") in ("", "早", "晚"):
        return None  # 早一点
    return f"{_hour(hour, part):02}:{minutes:02}:{seconds:02}"


def _written_clock(found: Found) -> str | None:
    """下午3:15, 14:30时"""
    part = found["eve"][1] if found["eve"] is not None else found["part_of_day"]
    clock: str = found["clock"]
    if part is None and found["hour_mark"] is None:
        return None
    return f"{_hour(int(clock[:2]), part):02}{clock[2:]}"


_SPOKEN = re.compile(r"([一二两三四五六七八九十]{1,3})点[零〇]([一二三四五六七八九])")


def _spoken_clock(found: Found) -> str | None:
    """下午三点零五: after a part of the day this is no decimal."""
    match = _SPOKEN.fullmatch(found.words("num"))
    hour = _whole(numeral(match[1])) if match else None
    if match is None or hour is None or hour > 24:
        return None
    part = found["part_of_day"] if found["eve"] is None else found["eve"][1]
    return f"{_hour(hour, part):02}:0{_DIGITS.index(match[2]) + 1}:00"


def _on_eve(clock: Callable[[Found], str | None]) -> Callable[[Found], Reading | None]:
    """昨晚7点: the same clock on the day that the word names."""

    def produce(found: Found) -> Reading | None:
        at = clock(found)
        return None if at is None else Dated(kind="datetime", day=Day(relative="day", shift=found["eve"][0], clock=at))

    return produce


def _part_of_day(found: Found) -> Reading | None:
    """下午, alone; 深夜 and 早上 are as often a manner of speaking."""
    return Dated(kind="time", day=TOLD) if found.words("part_of_day") in _PARTS_ALONE else None


def _hours(found: Found) -> Reading | None:
    """下午3:30到5:00, 昨天下午一点到今天九点, 7点和9点之间"""
    first, last = found["a"], found["b"]
    begin: str | None = found["x"] if found["x"] is not None else first and first.day.clock
    end: str = found["y"]
    if begin is None or (found["and"] is not None and found["amid"] is None):
        return None
    if (first is None and last is not None) or any(d is not None and d.day.last is not None for d in (first, last)):
        return None
    # What is afternoon for the first is so for the second: 下午3:30到5:00.
    if last is None and end <= begin and end < "12" and not _HAS_PART.match(found.words("y")):
        later = f"{int(end[:2]) + 12:02}{end[2:]}"
        end = later if later > begin else end
    if first is None:
        return Reading("time", iso=(f"{begin}/{end}",))
    if last is None:
        return Dated(kind="datetime", day=replace(first.day, clock=begin, clock_last=end))
    close: Day = last.day
    if close.year is None and close.relative is None:
        close = replace(close, year=first.day.year, relative=first.day.relative, shift=first.day.shift)
        close = replace(close, month=close.month or first.day.month)
    return Dated(kind="datetime", day=replace(first.day, clock=begin, last=replace(close, clock=end)))


_HAS_PART = re.compile("|".join(word for words in DAY_PARTS.values() for word in words.split()))


def _open_hours(found: Found) -> Reading | None:
    """12:00之后, 下午三点之前"""
    amount: Reading = found["amount"]
    if amount.kind != "time" or not amount.iso or "/" in amount.iso[0] or found.words("since_post") == "开始":
        return None
    return replace(amount, iso=(f"{amount.iso[0]}/.." if found["since_post"] is not None else f"../{amount.iso[0]}",))


def _moment(found: Found) -> Reading | None:
    """两天后的9时3刻"""
    reading, at = found["date"], found["amount"]
    if at.kind != "time" or not at.iso or "/" in at.iso[0] or reading.day.last is not None or reading.day.clock:
        return None
    return Dated(kind="datetime", day=replace(reading.day, clock=at.iso[0]))


# --- spans of time -------------------------------------------------------------------------------------------------


def _span(found: Found) -> Reading | None:
    amount: Reading = found["amount"]
    if amount.kind != "duration":
        return None
    # 近三年 are the last three years, 进行了近两个小时 is about so long.
    if found.words("span_word") == "近" and (amount.unit in ("h", "min", "s") or found.before(1) in _LASTED):
        return None
    return amount


def _within(found: Found) -> Reading | None:
    amount: Reading = found["amount"]
    return amount if amount.kind == "duration" else None


def _front_months(found: Found) -> Reading | None:
    """前8个月: of this year, as statistics put it."""
    amount: Reading = found["amount"]
    count = _whole(amount)
    if amount.kind != "duration" or amount.unit != "month" or count is None or not 2 <= count <= 12:
        return None
    return Dated(kind="date", day=Day(relative="year", steps=(piece("month", 1, count),)))


_COUNTABLE = ("day", "week", "month", "year")
_LASTED = tuple("了达过长时续")


def _ago(found: Found) -> Reading | None:
    """三天前, 两年后: counted from the publication unless the sentence has told of a day before."""
    amount: Reading = found["amount"]
    count = _whole(amount)
    if amount.kind != "duration" or amount.value is None or _NO_AGO_AFTER.match(found.after(1)):
        return None
    if found["since_or_in"] > 0 and not (_FROM_NOW.search(found.before(1)) and _TO_COME.match(found.after(6))):
        return None  # 地震发生三天后: a tale goes on
    if count is None or count > 500 or amount.unit not in _COUNTABLE or _TOLD_BEFORE.search(found.before(40)):
        return None  # how long, as far as anybody can say
    day = Day(relative=amount.unit, shift=count * found["since_or_in"])
    return Dated("date", amount.value, unit=amount.unit, day=day)


_NO_AGO_AFTER = re.compile(f"{_NUMERAL}|半")
_FROM_NOW = re.compile(r"^$|[^\u4e00-\u9fff]|[在于将到至从自约是而但且概计]")
_TO_COME = re.compile(r"$|[^，。,；;\n]{0,4}[将就会要再可需应拟的]")
_TOLD_BEFORE = re.compile(
    r"[0-9一二三四五六七八九十][年月日号][^。！？!?\n]*$|(?:随后|此后|当时|去年|昨天|次日)[^。！？!?\n]*$"
)


def _first_of(found: Found) -> Reading | None:
    """今年的前3周"""
    reading, amount = found["date"], found["amount"]
    count = _whole(amount)
    if amount.kind != "duration" or count is None or amount.unit not in _COUNTABLE:
        return None
    if not _divisible(reading.day):
        return None
    return Dated(kind="date", day=replace(reading.day, steps=(piece(amount.unit, 1, count),)))


_NTH_OF = re.compile(r"第.+?个?(周|星期|礼拜|天|月)")
_PIECES = {"周": "week", "星期": "week", "礼拜": "week", "天": "day", "月": "month"}


def _nth_of(found: Found) -> Reading | None:
    """6月的第二周"""
    amount, match = found["amount"], _NTH_OF.fullmatch(found.words("amount"))
    nth = _whole(amount) if amount.kind == "ordinal" and match else None
    if match is None or nth is None or nth < 1 or not _divisible(found["date"].day):
        return None
    return Dated(kind="date", day=replace(found["date"].day, steps=(piece(_PIECES[match[1]], nth),)))


def _backwards(found: Found) -> Reading | None:
    """三天又两个月"""
    return add_durations(found["b"], found["a"])


def _days_and_hours(found: Found) -> Reading | None:
    """3天6时: hours after days count them."""
    amount: Reading = found["amount"]
    if amount.kind != "duration" or amount.unit != "day" or not re.fullmatch(r"\w{1,3}时", found.words("clock")):
        return None
    hours = Decimal(int(found["clock"][:2]))
    return add_durations(amount, Reading("duration", hours, unit="h", iso=duration_iso(hours, "h")))


def _hours_and_minutes(found: Found) -> Reading | None:
    """1小时30分: 分 after hours are minutes, elsewhere points or cents."""
    hours, minutes = found["a"], found["b"]
    if hours.kind != "duration" or hours.unit != "h" or minutes.unit != "分" or minutes.value_max is not None:
        return None
    part = Reading("duration", minutes.value, unit="min", iso=duration_iso(minutes.value, "min"))
    return add_durations(hours, part)


def _same(found: Found) -> Reading:
    reading: Reading = found["date"]
    return reading


def _set(found: Found) -> Reading:
    reading: Reading = found["set"]
    return reading


_Y = "(?:(?:<relative>|<y:num> <:year_mark>) <:possessive>?)"
_M = "<m:num> <:month_mark>"
_LINK = "(?:<:to>|<:dash>)"
_HOURS_LINK = "(?:<:to>|<:dash>|<and>)"
_NO_COUNT = "(?!<:unit|mag|more|over|month_mark|year_mark|hour_mark|minute_mark>)"
_CLOCKS: tuple[tuple[str, str, Callable[[Found], str | None], int], ...] = (
    (
        "",
        "<h:num> <hour_mark> (?:<m:num> <:minute_mark> (?:<s:num> <:second_mark>)?|<half>|<q:num> <:quarter_mark>)?",
        _clock,
        1,
    ),
    (".bare", f"<h:num> <hour_mark> <m:num> {_NO_COUNT}", _clock, 1),
    (".digits", "<clock> <hour_mark>?", _written_clock, 0),
)
DATES: tuple[Rule, ...] = (
    Rule("zh.date", f"<y:num> <:year_mark> (?:<:possessive>? {_M} (?:<d:num> <:day_mark>)?)?", _date, "date", 2),
    Rule("zh.date.relative", f"<relative> (?:<:possessive>? {_M})? (?:<d:num> <:day_mark>)?", _date, "date", 2),
    Rule("zh.date.month", f"{_M} (?:<d:num> <:day_mark>)?", _date, "date", 2),
    Rule("zh.date.bare_day", f"{_Y}? {_M} <d:num> {_NO_COUNT}", _bare_day, "date", 2),
    Rule("zh.date.day", "<d:num> <day_mark>", _day_of_month, "date", 1),
    Rule("zh.name.number", "<num> <day_mark>", _number_of_name, "shield"),
    Rule("zh.date.edge", f"{_Y}? <m:num> <edge:month_edge>", _with_edge, "date", 2),
    Rule("zh.date.year_edge", "<y:num> <edge:year_edge>", _with_edge, "date", 2),
    Rule("zh.date.short_year", "<y:num> <:year_mark>", _short_year, "date", 2),
    Rule("zh.date.lunar", f"<:lunar> {_Y}? {_M} (?:<first_ten>? <d:num> <:day_mark>?)?", _lunar, "date", 3),
    Rule("zh.date.moon", f"<:lunar>? {_Y}? <:lunar_month> (?:<first_ten>? <d:num> <:day_mark>?)?", _lunar, "date", 3),
    Rule("zh.date.first_ten", f"{_Y}? {_M} <first_ten> <d:num>", _lunar, "date", 3),
    Rule("zh.date.feast", f"{_Y} <festival>", _feast, "date", 3),
    Rule("zh.date.era", "<era> <num> (?:<:year_mark>|<century>)", _of_era, "date", 4),
    Rule(
        "zh.date.reign",
        f"<reign> (?:<num> <:year_mark>|<first_year>) (?:{_M} (?:<d:num> <:day_mark>?)?)?",
        _reign,
        "date",
        3,
    ),
    Rule("zh.date.edition", "<y:num>", _edition, "date"),
    Rule("zh.date.relative.alone", "<relative>", _relative, "date"),
    Rule(
        "zh.date.years",
        f"<:from>? <y:num> <:year_mark>? {_LINK} <z:num> <:year_mark|year_edge> <:amid>?",
        _years,
        "date",
        3,
    ),
    Rule("zh.date.months", f"<:from>? {_Y}? <m:num> {_LINK} <n:num> <:month_mark> <:amid>?", _months, "date", 3),
    Rule("zh.date.days", f"<:from>? (?:{_Y}? {_M})? <d:num> <:day_mark>? {_LINK} <e:num> <day_mark>", _days, "date", 3),
    Rule("zh.date.half_year", f"{_Y}? <half_year>", _half_year, "date", 3),
    Rule("zh.date.half_month", f"(?:{_Y}? {_M})? <half_month>", _half_month, "date", 3),
    Rule("zh.date.half_week", "<half_week>", _half_week, "date", 3),
    Rule("zh.date.quarter", f"{_Y}? (?:<:nth>|<front>)? <num> <:ge>? <:quarter>", _quarters, "date", 4),
    Rule(
        "zh.date.fiscal_quarter", f"(?:{_Y}|<:num> <:fiscal_year>)? <:nth> <:num> <:fiscal_quarter>", _told, "date", 4
    ),
    Rule("zh.date.fiscal_year", "<num> (?:<:dash> <:num>)? <:fiscal_year>", _fiscal_year, "date", 3),
    Rule("zh.date.decade", "(?:<c:num> <:century>|<century_name>)? <num> <:decade>", _decade, "date", 3),
    Rule("zh.date.century", "(?:<num> <:century>|<century_name>)", _century, "date", 3),
    Rule("zh.duration.days", "<num> <day_mark>", _days_long, "amount", 2),
    Rule("zh.duration.half_day", "<:half> <day_mark>", _half_day, "amount", 1),
    *(
        Rule(f"zh.time{name}", f"<part_of_day>? {clock}", produce, "clock", rank)
        for name, clock, produce, rank in _CLOCKS
    ),
    *(Rule(f"zh.eve{name}", f"<eve> {clock}", _on_eve(produce), "date", 1) for name, clock, produce, _ in _CLOCKS),
    Rule("zh.time.spoken", "<part_of_day> <num>", _spoken_clock, "clock", 1),
    Rule("zh.eve.spoken", "<eve> <num>", _on_eve(_spoken_clock), "date", 1),
    Rule("zh.eve.alone", "<eve>", _eve, "date"),
    Rule("zh.date.set", "<set>", _set, "set"),
)
MOMENTS: tuple[Rule, ...] = (
    Rule("zh.date.third", "<date> <third>", _thirds, "date"),
    Rule("zh.date.season", "<date> <season_word>", _season, "date"),
    Rule("zh.date.part", "<date> <edge:edge_word|year_edge|month_edge>", _with_edge, "date"),
    Rule("zh.date.edge.alone", "<edge:year_edge|month_edge>", _edge_alone, "date"),
    Rule("zh.date.day_part", "<date> <part_of_day>", _day_with_part, "date"),
    Rule("zh.date.set", "<set> (?:<:date>|<:part_of_day>)? <:clock>?", _set, "set", 1),
    Rule("zh.time.hours", f"<:from>? <x:clock> {_HOURS_LINK} <:next_day>? <y:clock> <amid>?", _hours, "amount", 1),
    Rule(
        "zh.date.hours",
        f"<:from>? <a:date> <x:clock>? {_HOURS_LINK} (?:<b:date>|<next_day>)? <y:clock> <amid>?",
        _hours,
        "date",
        1,
    ),
    Rule("zh.time.part", "<part_of_day>", _part_of_day, "date"),
    Rule("zh.duration.minutes", "<a:amount> <b:amount>", _hours_and_minutes, "amount", 1),
    Rule("zh.duration.backwards", "<a:amount> <:plus> <b:amount>", _backwards, "amount"),
    Rule("zh.duration.days_and_hours", "<amount> <clock>", _days_and_hours, "amount", 1),
)
SPANS: tuple[Rule, ...] = (
    Rule("zh.span", "<span_word> <amount> <:span_end>?", _span, "amount", 2),
    Rule("zh.span.within", "<amount> <:within>", _within, "amount"),
    Rule("zh.date.front_months", "<:front> <amount>", _front_months, "date", 3),
    Rule("zh.date.first_of", "<date> <:possessive>? <:front> <amount>", _first_of, "date", 3),
    Rule("zh.date.nth_of", "<date> <:possessive>? <amount>", _nth_of, "date", 1),
    Rule("zh.date.ago", "<amount> <since_or_in>", _ago, "date", 1),
)
OPEN: tuple[Rule, ...] = (
    Rule("zh.time.open", "<amount> (?:<since_post>|<until_post>)", _open_hours),
    Rule("zh.date.until_end", "<date> <:until_post>", _until_end, "date", 1),
    Rule("zh.date.around", "<date> <:around>", _same, "date", 1),
    Rule("zh.moment", "<date> <:possessive>? <amount>", _moment, "date", 1),
)
LEXICON: Mapping[str, Mapping[str, Any]] = lexicon()
