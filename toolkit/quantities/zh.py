"""Chinese: words, names that hold numerals, and rules."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from toolkit.quantities.amounts import HALF, bounded, with_unit
from toolkit.quantities.dates import Dated
from toolkit.quantities.grammar import Found, Reading, Rule
from toolkit.quantities.units import CHANGE, CLASSIFIERS, CURRENCIES, DURATIONS, MEASURES, TEMPERATURES, Unit, words

# Words in which a numeral counts nothing. The longest wins; one that must count in some company is not listed.
NAMES = words("""
    统一 唯一 单一 同一 万一 专一 划一 归一 合一 不一 逐一 之一 第一方 第三方 一一 星期一刻 一下 一下子
    一些 一切 一直 一样 一起 一定 一般 一旦 一致 一同 一并 一向 一带 一带一路 一路 一经 一方面 另一方面
    一边 一再 一律 一贯 一度 一时 一生 一味 一心 一手 一流 一线 一体 一体化 一言 一如 一则 一来 一概
    一举 一共 一系列 一连串 一会儿 一点点 一次性 一阵 一众 一团 一大批 一身 一眼 一见 进一步 下一步 另一
    某一 任一 每一 其中一 新一代 新一轮 这一 那一 哪一 第一时间 第一手 统一战线 一国两制 三观 三农 三亚
    三明 三峡 三国 三星 三维 三角 三文鱼 三菱 三元里 三里屯 四川 四处 四季 四周 四方 四肢 五官 五金
    五粮液 五四 五台山 六安 六盘水 七夕 七喜 八卦 八达岭 八路军 八仙 九江 九寨沟 九龙 九华山 十足 十堰
    一波三折 不管三七二十一 四分五裂 四平八稳 十万火急 三人成虎 略知一二 八九不离十 一分为二 合二为一 三六九等
    三教九流 三头六臂 三令五申 三长两短 三顾茅庐 四通八达 四舍五入 五颜六色 五彩缤纷 五谷丰登 五味杂陈 五体投地
    五雷轰顶 六神无主 六亲不认 七嘴八舌 七零八落 七手八脚 七拼八凑 七窍生烟 八面玲珑 八竿子 九死一生 九霄云外
    十全十美 十拿九稳 十有八九 十之八九 十指连心 十年磨一剑 十年树木 百发百中 百花齐放 百家争鸣 百折不挠 百尺竿头
    百感交集 百年大计 百思不得其解 百闻不如一见 百里挑一 千军万马 千载难逢 千钧一发 千变万化 千辛万苦 千言万语
    千家万户 千丝万缕 千山万水 千差万别 千锤百炼 千古一帝 千秋万代 万众一心 万紫千红 万家灯火 万籁俱寂 万人空巷
    万劫不复 万水千山 万事大吉 一石二鸟 一箭双雕 一举两得 一刀两断 一清二楚 一干二净 一穷二白 一来二去 一差二错
    三天两头 三言两语 两全其美 两败俱伤 两面三刀 两小无猜 二话不说 四大皆空 一日千里 一泻千里 一落千丈 一诺千金
    一掷千金 一目十行 一呼百应 一应俱全 一劳永逸 一意孤行 一鸣惊人 一针见血 一蹴而就 一帆风顺 一丝不苟 一视同仁
    三缄其口 三思而行 三生有幸 事半功倍 事倍功半 朝三暮四 举一反三 独一无二 说三道四 低三下四 挑三拣四 颠三倒四
    八字 三元桥 五角场 五一 九号公司 三只松鼠 三十六计 八段锦 五环路 三轮车 二把手 八国联军 一二·九 二人转 百年老店
    丢三落四 接二连三 不三不四 推三阻四 张三李四 三门峡 五棵松 三一重工 三元股份 三元食品 七匹狼 零跑 二十国集团
    七国集团 八国集团 六方会谈 二十四节气 四轮驱动 零容忍 对折腾 四季度假 放肆 肆意 肆虐 肆无忌惮 大肆 酒肆
    十字 百度 百姓 百货 百科 百合 百分比 百分号 百事 百强 百胜 百余年 千万别 千问 千方百计 千里马 千禧
    千岛湖 千篇一律 千金 千古 万豪 万科 万达 万圣 万能 万物 万象 万岁 万事 万国 万众 万里长城
    万维网 万无一失 亿达 亿欧 亿航 二手 二维码 二胡 二线 两岸 两栖 两会 两国 两者 两侧 两边 两旁 两极
    两性 双方 零售 零件 零食 零部件 零距离 陆军 陆地 陆续 陆上 大陆 登陆 着陆 内陆 陆路 陆海 陆运 陆域
    陆家嘴 水陆 海陆 三三两两 五花八门 七上八下 乱七八糟 四面八方 三心二意 一心一意 丢三落四 五湖四海
    九牛一毛 数一数二 接二连三 三番五次 星期几 周期 几乎 几何 几率 茶几 成立 成功 成为 成员 成都 成本
    成果 成长 成绩 成熟 成交 成人 成品 成分 成就 成效 成型 成年 成千上万 达成 完成 组成 形成 构成 造成
    变成 建成 促成 生成 合成 分成 度过 度假 程度 角度 速度 高度 制度 态度 温度 力度 强度 深度 宽度
    附近 近日 近来 近年 近年来 近期 近代 接近于 条约 公约 预约 节约 签约 纽约 约定 约会 通过 经过 跳过 正负
    不过 过程 过去式 度量 超级 超市 超模 超声 超人 以上所述 以下简称 以下是 上下文 左右手 左右两
    大家 专家 国家 元素 元旦 元首 元帅 单元 公元 多元 状元
    其次
    度数 分布 分析 分别 分享 分类 分子 分期 分校 分公司 分行 分会 分配 伍德 伍兹 伊万 李四 张三
    王五 玖富 贰过 拾起 收拾 拾取 仟寻 萬豪 两会期间 十六夜 双十一 六一 三八妇女节 三七 三鹿 一汽 一加
    二人转 五菱 七牛 八一 九一八 七七事变 十三五 十四五 十五五 十八大 十九大 二十大
""")
# Figures of speech: 说一万遍, 说一千道一万, 四舍五入, 成本二字, 管不到一家.
RHETORIC = (
    r"说一千道一万|四舍五入|一五一十|三言两语|千[遍言]万[遍语]|千变万化|[一百千万]+遍|[二两三四]个?字(?=[,，。;:、!?”」的背]|$)"
    r"|[管找看想买听遇料做办用拿赶感等]不到|(?<=多)一点(?![零一二三四五六七八九0-9])|一点余地|余地|余下"
)
# Names made with numbers: fighters and missiles, share indices, hotlines, kings, party congresses.
NUMBERED_NAMES = (
    r"(?<=[\u4e00-\u9fff])(?<![氏为是至到达跌升降约])-[0-9]{1,4}[a-z]{0,2}"
    r"(?![0-9.]*[ ]?[%万亿元度年月日号点时分倍成个])"
    r"|(?:沪深|科创|标普|纳斯达克|纳指|中证|上证|深证|富时|罗素|日经|恒生|msci中国)[ ]?[0-9]{2,4}(?![0-9.]*[ ]?[点%家])"
    r"|(?:波音|空客|歼|运|轰|直|苏|米格|东风|巨浪|长征|神舟|嫦娥|天问|风云)[0-9]{1,3}"
    r"(?![0-9.]*[ ]?[%万亿元度年月日点时分倍成个亩里])"
    r"|(?:拨打|热线|报警电话|急救电话)[ ]?[0-9]{3,5}|[0-9]{5}(?=热线|网站|平台)|996(?=工作制|福报|模式)"
    r"|(?<![0-9.])(?:360|3m|58|51|37|4399|7-11)(?=互娱|公司|集团|同城|安全|搜索|信用卡|便利店|小游戏)"
    r"|(?:路易|亨利|查理|乔治|腓力|威廉|爱德华|理查|若望|本笃|庇护)[一二三四五六七八九十]{1,3}(?:世(?![纪界]))?"
    r"|(?<=[\u4e00-\u9fff])[一二三四五六七八九十]{1,3}世(?![纪界代])"
    r"|[一二三四五六七八九十0-9]{1,3}届[一二三四五六七八九]{1,2}中(?:全会)?"
    r"|[0-9]{2,4}[a-z]?型|9[0258]号(?=汽油|柴油)"
    r"|[一二三四五六七八九]{2}(?:共识|讲话|学社|式手枪|惨案|运动|事件|批示)"
    r"|第[一二]次(?:世界大战|鸦片战争|国共合作)|第[一二三](?:夫人|者|世界|产业|国际|帝国|共和国)"
)
# What may stand before a single numeral that says something: 总数为五, 多达八.
BEFORE_A_NUMBER = frozenset("占获夺拿取为是有至到达约近超逾共第前满足得：")
BARE = frozenset("零一二两三四五六七八九十肆")
TEN_THOUSAND = Decimal(10000)  # the w of 30w

BOUNDS_BEFORE = {
    ">": "超过 超出 超 逾 冲上 站上 突破 高于 大于 多于 不止 过 高过 多过 冲破 跨过 > 已超 已突破 远超",
    ">=": "至少 达到或超过 不少于 不低于 最少 起码 不小于 大于或者等于 至少有 不下 不下于 不低于 ≥ >= 超过或等于",
    "<": "低于 少于 小于 不足 不到 未满 不满 未达 < 跌破 失守 小于 少过 未及",
    "<=": "至多 最多 不超过 不多于 不高于 不大于 小于或者等于 ≤ <= 最高 未超过",
    "~": "约 大约 约莫 近 将近 接近 几乎 大概 约为 约有 差不多 逼近 大致 估计 ~ 约合 近乎 约占 约达",
}
BOUNDS_AFTER = {
    ">": "以上 之上 开外 往上 出头",
    ">=": "及以上 或以上 或者以上 或更多 或者更多 起 含以上 (含)以上 或者更高 起步",
    "<": "以下 之下 不到",
    "<=": "以内 之内 及以下 或以下 或者以下 或更少 或者更少 封顶 (含)以下",
    "~": "左右 上下 光景 许",
}


def lexicon() -> dict[str, dict[str, Any]]:
    """Phrase → senses by role."""
    entries: dict[str, dict[str, Any]] = {}

    def add(role: str, phrases: str | list[str], sense: Any = True) -> None:
        for phrase in phrases.split() if isinstance(phrases, str) else phrases:
            entries.setdefault(phrase, {})[role] = sense

    for phrase in CLASSIFIERS:
        add("unit", phrase, Unit(phrase, "count"))
    for table, kind in (
        (MEASURES, "measure"),
        (TEMPERATURES, "temperature"),
        (DURATIONS, "duration"),
        (CURRENCIES, "money"),
    ):
        for symbol, chinese_names, _ in table:
            for name in filter(None, chinese_names.split(",")):
                add("unit", [name], Unit(symbol, kind))
    for symbol, factor, chinese_names, _ in CHANGE:
        for name in filter(None, chinese_names.split(",")):
            if name != "分":  # 32分 are points unless 元 or 角 stands before
                add("unit", [name], Unit(symbol, "money", Decimal(factor)))
            if name != "美分":
                add("coin", [name], Decimal(factor))
    add("coin", ["毫"], Decimal("0.1"))
    for name in ("元", "块", "块钱", "圆", "蚊"):
        add("yuan", name)
    add("unit", "成", Unit("%", "percent", Decimal(10)))
    add("discount", "折")
    add("unit", ["个百分点", "百分点", "个 百分点", "个 百 分 点"], Unit("percentage point", "percent"))
    add("unit", "个基点 基点", Unit("percentage point", "percent", Decimal("0.01")))
    add("unit", "倍", Unit("倍", "multiple"))
    add("unit", "岁 周岁", Unit("year", "age"))
    add("unit", "打", Unit("", "number", Decimal(12)))
    for phrase in ("岁大", "年大"):
        add("unit", [phrase], Unit("year", "age"))
    add("unit", "个月大", Unit("month", "age"))
    add("unit", "天大", Unit("day", "age"))
    add("scale", "摄氏 摄氏温度", Unit("°C", "temperature"))
    add("scale", "华氏 华氏温度", Unit("°F", "temperature"))
    add("below", "零下 负 负的")
    for power, names in enumerate(("百", "千 仟", "万 萬", "十万", "百万", "千万", "亿 万万", "十亿", "百亿 百万万")):
        for name in names.split():
            add("ratio", [f"{name}分之", f"{name}分 之", f"{name} 分 之", f"{name} 分之"], Decimal(1).scaleb(-power))
    add("ratio", "百分", Decimal(1))
    add("over", ["分之", "分 之"])
    add("plus", "又 又是")
    add("half", "半")
    add("whole_half", "一半 半数")
    add("whole_half", "过半 过半数", ">")
    add("whole_half", "近半 近半数", "~")
    add("half_price", "对折 半折")
    add("fold_up", "翻 翻了")
    add("fold_unit", "番")
    add("more", "多 余 有余")
    add("some", "来", "~")
    add("nth", "第")
    add("from_end", "倒数第")
    add("front", "前")
    add("rank_word", "强 名 位 大")
    for comparator, phrases in BOUNDS_BEFORE.items():
        add("bound", phrases, comparator)
    for comparator, adjective in ((">", "大"), ("<", "小")):
        for equal in ("等于", "或等于", " 等于", "或 等于", " 或等于", " 或 等于"):
            add("bound", [f"{adjective}于{equal}"], ">=" if comparator == ">" else "<=")
    for comparator, phrases in BOUNDS_AFTER.items():
        add("bound_post", phrases, comparator)
    add("second", "秒 秒钟")
    add("metre", "米")
    add("than", "比")
    add("beyond", "大 高 多 重 长 远 强 贵", ">")
    add("beyond", "小 低 少 轻 短 近 弱 便宜 不到", "<")
    for phrase in BOUNDS_BEFORE["~"].split():
        add("bound_about", phrase)
    add("filler", "了 有 达 达到 为")
    add("filler_post", "或 或者 及")
    add("to", "到 至 ~ —— 到了 (含)- (含)至 (含)到")
    add("dash", "- – —")
    add("slash", "/")
    add("between", "在 介于 从 自")
    add("from", "从 由 自")
    add("and", "和 与 又 零")
    add("amid", "之间 间 期间")
    add("join", "并且 并 且 而 但 同时 的同时 而且 或")
    add("each", "每 每个")
    add("ge", "个")
    for phrase, unit in (
        ("月", Unit("month", "duration")),
        ("小时", Unit("h", "duration")),
        ("钟头", Unit("h", "duration")),
        ("星期", Unit("week", "duration")),
        ("礼拜", Unit("week", "duration")),
        ("百分点", Unit("percentage point", "percent")),
    ):
        add("after_ge", phrase, unit)
    add("tenth", "成")
    add("per", "每小时 时速", "h")
    add("per", "每秒", "s")
    return entries


# --- productions ---------------------------------------------------------------------------------------------------


def _percent(found: Found) -> Reading:
    """百分之五, 千分之三; parts of a million and more are fractions: 百万分之一."""
    ratio: Decimal = found["ratio"]
    if ratio < Decimal("0.01"):
        return with_unit(found["num"], Unit("", "fraction", ratio / 100))
    return with_unit(found["num"], Unit("%", "percent", ratio))


def _negative_percent(found: Found) -> Reading | None:
    amount: Reading = found["amount"]
    if amount.value is None or amount.value_max is not None:
        return None
    return replace(amount, value=-amount.value)


def _fraction(found: Found) -> Reading | None:
    below, above = found["a"], found["b"]
    if not below.value or above.value is None or below.value_max is not None or above.value_max is not None:
        return None
    value = above.value / below.value
    if found["whole"] is not None:
        value += found["whole"].value or 0
    return Reading("fraction", value)


def _half_of(found: Found) -> Reading:
    return with_unit(Reading("number", HALF), found["unit"])


def _half(found: Found) -> Reading:
    """一半, 过半, 近半"""
    bound = found["whole_half"]
    return Reading("fraction", HALF, comparator=None if bound is True else bound)


def _discount(found: Found) -> Reading | None:
    value = found["num"].value if found["num"] is not None else Decimal(5)
    if value is None or not 0 < value < 100:
        return None
    return Reading("percent", value * 10 if value <= 10 else value, unit="%")


def _fold_up(found: Found) -> Reading | None:
    times: Reading = found["num"]
    if times.value is None or not 0 < times.value < 64 or times.value != int(times.value):
        return None
    return Reading("multiple", Decimal(2) ** int(times.value), unit="倍")


_TEMPERATURE_BEFORE = re.compile("[气室体水高低升降]温|温度|炎热|酷暑|热浪|寒潮|白天|夜间|天气|最[高低]")


def _ends_here(found: Found) -> bool:
    """Whether the match ends its word: 一米八 does before 的 or 左右, and not in 一米八方."""
    after = found.after(1)
    return not "\u4e00" <= after <= "\u9fff" or after in "的高左以到至"


def _degrees(found: Found) -> Reading | None:
    unit: Unit = found["scale"] or found["unit"]
    reading: Reading = found["num"]
    below = found["below"] is not None or found["under"] is not None
    tail = HALF if found["half"] is not None else Decimal(0)
    if found["d"] is not None:
        if found.words("d") not in BARE or not _ends_here(found):
            return None
        tail = found["d"].value / 10
    if found["unit"].kind != "temperature" or reading.value is None:
        return None
    # Only temperatures fall below zero or are told in half degrees: 22度半, 十二度五.
    if unit.symbol == "degree" and (below or reading.value < 0 or tail or _TEMPERATURE_BEFORE.search(found.before(8))):
        unit = Unit("°C", "temperature")
    amount = with_unit(reading, unit, tail.copy_sign(reading.value))
    if below and amount.value is not None:
        amount = replace(amount, value=-amount.value)
    return amount


def _below(found: Found) -> Reading | None:
    amount: Reading = found["num"]
    if found.words("below") == "零下" or amount.value is None or amount.value_max is not None:
        return None
    return replace(amount, value=-amount.value)


def _yuan(found: Found) -> Reading | None:
    """三块五, 十块三毛, 九元零九分: coins after the yuan, the last unit left out at will."""
    reading: Reading = found["num"]
    if reading.value is None or reading.value_max is not None or reading.scales[-1:] > (Decimal(10000),):
        return None
    if found.text[found.start : found.end] == "一块":
        return replace(with_unit(reading, Unit("CNY", "money")), vague=True)  # a part, unless it stands alone
    value = reading.value
    last = Decimal(1)
    for name in ("j", "f"):
        part = found[name]
        if part is None:
            continue
        if part.value is None or part.value_max is not None or not 0 <= part.value < 100:
            return None
        coin = found[name + "c"]
        if coin is None:
            coin = last / 10 if part.value < 10 and not found.words(name).startswith("零") else Decimal("0.01")
            after = found.after(1)
            if after and ("\u4e00" <= after <= "\u9fff" or after.isalnum() or after in ".%"):
                return None
        value += part.value * coin
        last = coin
    return replace(reading, kind="money", value=value, unit="CNY", vague=False)


def _coins(found: Found) -> Reading | None:
    first, second = found["num"], found["f"]
    if first.value is None or second.value is None or not 0 <= second.value < 10:
        return None
    factor: Decimal = found["coin"]
    if factor != Decimal("0.1"):
        return None
    return Reading("money", first.value * factor + second.value * Decimal("0.01"), unit="CNY")


_TAILS = ("m", "斤", "s")


def _short_tail(found: Found) -> Reading | None:
    """一米八, 1米88, 9秒98: digits after the unit are its decimals."""
    amount, unit, written = found["num"], found["unit"], found.words("d")
    if unit.symbol not in _TAILS or amount.value is None or amount.value_max is not None:
        return None
    spoken = unit.symbol != "s" and written in BARE and _ends_here(found)
    if not spoken and not (unit.symbol != "斤" and len(written) == 2 and written.isdecimal()):
        return None
    return with_unit(Reading("number", amount.value + found["d"].value.scaleb(-len(written))), unit)


def _minutes(found: Found) -> Reading | None:
    """1分52秒34, as sports count."""
    minutes, seconds, part = found["num"], found["s"], found["d"]
    if minutes.value is None or seconds.value is None or not 0 <= seconds.value < 60 or found.words("mark") != "分":
        return None
    value = minutes.value * 60 + seconds.value
    if part is not None:
        if not re.fullmatch("[0-9]{2}", found.words("d")):
            return None
        value += part.value / 100
    iso = f"PT{minutes.value.normalize():f}M{(value % 60).normalize():f}S"
    return Reading("duration", value, unit="s", iso=(iso,))


def _tall(found: Found) -> Reading | None:
    """身高米八: one metre goes without saying."""
    if found.words("d") not in BARE or not _ends_here(found) or not _HEIGHT_BEFORE.search(found.before(2)):
        return None
    return Reading("measure", 1 + found["d"].value / 10, unit="m")


_HEIGHT_BEFORE = re.compile(r"(?:^|[\s高到至,，。])$")


def _than(found: Found) -> Reading | None:
    """比三成高, 比10人多"""
    amount: Reading = found["amount"]
    if isinstance(amount, Dated) or amount.kind in ("date", "time", "datetime") or amount.value is None:
        return None
    if found.before(1)[-1:].isdecimal():  # 4比1大胜: a score
        return None
    return bounded(amount, found["beyond"])


def _ordinal(found: Found) -> Reading | None:
    number: Reading = found["num"]
    if number.value is None or number.value_max is not None:
        return None
    sign = -1 if found["from_end"] is not None else 1
    return Reading("ordinal", number.value * sign)


def _nth_time(found: Found) -> Reading | None:
    """第89分钟 is the eighty-ninth, not so many minutes."""
    return _ordinal(found) if found["unit"].kind == "duration" else None


def _front(found: Found) -> Reading | None:
    """前十, 前50名: a rank of at most so much; 前10天 is a span of time and not read here."""
    number: Reading = found["num"]
    if number.value is None or number.value_max is not None or number.value < 2:
        return None
    if found["rank_word"] is None:
        after = found.after(1)
        if after and after not in "，,。.、；;：:)）中的之占 里内\n":
            return None
    return Reading("ordinal", number.value, comparator="<=")


def _more_of(found: Found) -> Reading:
    """四个多百分点, 两个多月"""
    return replace(with_unit(found["num"], found["after_ge"]), comparator=">")


def _and_half_of(found: Found) -> Reading:
    """一个半小时, 两个半月"""
    return with_unit(found["num"], found["after_ge"], HALF)


def _tenths(found: Found) -> Reading | None:
    """六成二: six tenths and two hundredths."""
    whole, part = found["num"], found["d"]
    if whole.value is None or part.value is None or whole.value_max is not None or not 0 < whole.value < 10:
        return None
    if found.words("d") not in BARE - {"十", "两"} or not _ends_here(found):
        return None
    return Reading("percent", whole.value * 10 + part.value, unit="%")


def _speed(found: Found) -> Reading | None:
    amount: Reading = found["amount"]
    symbol = {("km", "h"): "km/h", ("m", "s"): "m/s", ("mi", "h"): "mph", ("ft", "s"): "ft/s", ("km", "s"): "km/s"}.get(
        (amount.unit or "", found["per"])
    )
    return replace(amount, unit=symbol) if symbol else None


def _pounds_ounces(found: Found) -> Reading | None:
    """3斤5两, 2千米300米: the second amount in the first one's smaller unit."""
    first: Reading = found["a"]
    second: Reading = found["b"]
    sizes = {"斤": Decimal(500), "两": Decimal(50), "kg": Decimal(1000), "g": Decimal(1)}
    lengths = {"km": Decimal(1000), "m": Decimal(1), "cm": Decimal("0.01"), "mm": Decimal("0.001")}
    for table in (sizes, lengths):
        if first.unit in table and second.unit in table and table[first.unit] > table[second.unit]:
            if (
                first.value is None
                or second.value is None
                or first.value_max is not None
                or second.value_max is not None
            ):
                return None
            return replace(first, value=first.value + second.value * table[second.unit] / table[first.unit])
    return None


NUMERALS: tuple[Rule, ...] = (
    Rule("zh.fraction", "(?:<whole:num> <:plus>)? <a:num> <:over> <b:num>", _fraction, "num", 2),
    Rule("zh.negative", "<below> <num>", _below, "num"),
)
AMOUNTS: tuple[Rule, ...] = (
    Rule("zh.percent", "<ratio> <num>", _percent, "amount", 2),
    Rule("zh.half_unit", "<:half> <unit>", _half_of, "amount"),
    Rule("zh.half", "<whole_half>", _half, "amount"),
    Rule("zh.discount", "<num> <:discount>|<:half_price>", _discount, "amount", 1),
    Rule("zh.fold_up", "<:fold_up> <num> <:fold_unit>", _fold_up, "amount", 1),
    Rule("zh.temperature", "<below>? <scale>? <under:below>? <num> <unit> (?:<half>|<d:num>)?", _degrees, "amount", 2),
    Rule("zh.yuan", "<num> <:yuan> (?:<j:num> <jc:coin>? )? (?:<f:num> <fc:coin>?)?", _yuan, "amount", 1),
    Rule("zh.coins", "<num> <coin> <f:num>", _coins, "amount", 1),
    Rule("zh.and_half_of", "<num> <:ge> <:half> <after_ge>", _and_half_of, "amount", 2),
    Rule("zh.more_of", "<num> <:ge> <:more> <after_ge>", _more_of, "amount", 2),
    Rule("zh.tenths", "<num> <:tenth> <d:num>", _tenths, "amount", 2),
    Rule("zh.minutes", "<num> <mark:minute_mark> <s:num> <:second> <d:num>?", _minutes, "amount", 2),
    Rule("zh.short_tail", "<num> <unit> <d:num>", _short_tail, "amount", 2),
    Rule("zh.tall", "<:metre> <d:num>", _tall, "amount"),
    Rule("zh.ordinal", "(?:<:nth>|<from_end>) <num>", _ordinal, "amount", 3),
    Rule("zh.ordinal.time", "<:nth> <num> <unit>", _nth_time, "amount", 3),
    Rule("zh.front", "<:front> <num> <rank_word>?", _front, "amount", 2),
)
COMPOUNDS: tuple[Rule, ...] = (
    Rule("zh.negative_percent", "<:below> <amount>", _negative_percent, "amount"),
    Rule("zh.two_units", "<a:amount> <b:amount>", _pounds_ounces, "amount"),
    Rule("zh.speed", "<per> <amount>", _speed, "amount", 1),
)
BOUNDS: tuple[Rule, ...] = (Rule("zh.than", "<:than> <amount:amount|num> <beyond>", _than),)
# 上千 is a thousand at least; the 上 of 历史上百年 is not.
THOUSANDS = r"(?:(?<![\u4e00-\u9fff])|(?<=[有达了约出过成的涨跌]))上(?=[百千万亿](?![分姓货度]))"
LEXICON: Mapping[str, Mapping[str, Any]] = lexicon()
