"""What a figure measures: downloads, market value, share… as the text words it, or None where that is unsure."""

from __future__ import annotations

import re

from toolkit.model import Quantity

_HAN = r"\u3400-\u9fff"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Chinese nouns that figures are given for, longest first within a shared ending.
_ZH_MEASURE = re.compile(
    r"累计下载量|下载总量|下载量|下载|衍生模型数量|衍生模型|模型数量|月活跃用户|日活跃用户|活跃用户|"
    r"用户数量?|用户|月活|日活|总市值|市值|市场份额|市占率|份额|"
    r"累计收益率|收益率|回报率|收益|回报|总?营收|营业收入|总?收入|净利润|利润|净亏损|股价|股票价格|价格|"
    r"售价|成本|销售额|销售量|销量|产量|产能|成交额|交易额|"
    r"人口|失业率|通胀率|增长率|增速|增幅|跌幅|涨幅|降幅|支持率|投票率|死亡人数|死亡率|感染人数|参数规模|"
    r"参数量|参数|准确率|"
    r"总投资|投资额|投资|亏损|融资额|融资|估值|罚款|预算|支出|债务|赤字|贸易额|出口额|进口额|出口|进口|"
    r"国内生产总值|GDP|CPI|"
    rf"贡献度|(?<!开源)模型总?数|排名|面积|长度|高度|重量|温度|气温|时速|速度|距离|占比|比例|比重|[{_HAN}]{{2}}[率量额值]"
)
# Verbs that name a measure, right before the figure: 亏掉了|62%, 投入|5000亿美元.
_ZH_VERB_MEASURES: tuple[tuple[re.Pattern[str], str, frozenset[str]], ...] = tuple(
    (re.compile(rf"(?:{verbs})(?:了|过|掉了?|出了?|到|将近|大约|约)?$"), noun, frozenset(kinds.split()))
    for verbs, noun, kinds in (
        ("巨亏|亏损|亏|赔|蚀", "亏损", "percent money fraction"),
        ("净赚|大赚|赚|盈利|赢得|获利", "收益", "percent money fraction"),
        ("投资|投入|砸下?|斥资|耗资|注资|投", "投资", "money"),
        ("融到?|募集|筹集", "融资", "money"),
        ("下载", "下载", "count number"),
        ("上涨|大涨|暴涨|涨", "涨幅", "percent fraction"),
        ("下跌|大跌|暴跌|跌去|跌", "跌幅", "percent fraction"),
    )
)
# 按模型贡献计, ranked by model contribution: what a rank is given for.
_ZH_RANKED_BY = re.compile(rf"按照?(?P<by>[{_HAN}]{{2,8}}?)(?:来?计算?|排名|排座次|排序|排|来看|看|算|衡量)")
_EN_RANKED_BY = re.compile(
    r"\b(?:by|for)\s+(?P<by>[a-z]+(?:[ -][a-z]+)?)(?=\s*(?:$|[,.;:)]|in\b|worldwide|globally|among|says))"
)
# What may stand between such a noun and its figure.
_ZH_BETWEEN = re.compile(
    r"^(?:[：:]\s*)?[^，。；：,;:！？、]{0,3}?(?:比[^，。；]{1,8}?)?(?:已经?|也|就|便|更|均|都|还|则|目前|如今|现|累计|一举|合计|总计|"
    r"共计?|总共|仅|只|高出?|低|多|少|同比|环比|一度|首次|最终|曾|又|将|可|能|会|平均|大幅|暴|猛|"
    r"突破|超过?|超越|达到?了?|至|到|约|近|接近|逼近|逾|为|是|有|在|从|由|占据?|增长|增至|升至|升|降至|"
    r"跌至|涨至|上涨|上升|下跌|下降|下滑|减少|增加|回升|扩大|缩小|缩水|"
    r"位列|位居|名列|排在|排名|居|于|以|了|过|来自|全球|世界|全国|国内|的|[\s“”‘’\"'*(（])*$"
)
_LONGEST_BETWEEN = 16  # characters; the pattern above could take its time over more
# 派生出来的模型|超过17万个
_ZH_COUNTED_BEFORE = re.compile(
    r"(?P<noun>衍生模型|模型|门店|企业|国家|员工)(?:就|已经?|也|共|总数|数量?|达到?|有|约|近|为|累计|\s)*$"
)
_ZH_AFTER = re.compile(
    rf"(?:以上|左右|上下)?的?(?P<noun>[{_HAN}]{{2,6}}?)(?=[^{_HAN}]|$|的|和|及|与|在|是|将|被|已|都|均|来自|"
    rf"向|从|中|里|为|使用|采用|参加|也|又|还|(?<!成)就|则|却|没|让|把|给|属于|其实|背后|有(?!限|关|机)|，)"
)
_ZH_NO_NOUN = re.compile(
    r"^(?:[已未正不被还该这那都也又总各再很最更]|以上|左右|上下|之间|以内|以来|之后|之前|其中|分别|并|而|但|同比|环比|较|比|"
    r"位列|位居|居|远|超|高|低|有[^关机限]|拿|占|来|自|排|属|同时|几乎|大小|多[^边元]|又)|[了着过地]$|[都也又把被是它他她们]"
    r"|(?:相差|展开|合用|放|背后)$|最|多半|大大"
)

_EN_EARNED = re.compile(r"\b(?:earned|made|returned|gained)\s+(?:about\s+|some\s+|nearly\s+|over\s+)?$")
_EN_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_EN_STOP = _words(
    "a about above across after ago all also among an and are as at away be been before being below "
    "between but by came can come could down during each "
    "every except for from had has have he her his if in into is it its just last least less like lost "
    "made made may more most near no not of off on "
    "only or other out over own per rather said same she since so such than that the their them then "
    "there these they this those through "
    "to too under until up upon very was we were when which while who will with within would yet you "
    "your ranked placed rose fell grew "
    "reached hit gained won used built using released opened downloaded sold bought made launched "
    "compared according worldwide globally"
)
# A verb right before a figure that names its measure.
_EN_VERB_MEASURES = {
    "cited": "citations",
    "downloaded": "downloads",
    "invest": "investment",
    "invested": "investment",
    "lost": "loss",
    "sold": "sales",
    "spend": "spending",
    "spent": "spending",
    "viewed": "views",
    "visited": "visits",
}
# "revenue of 5 billion", "shares fell by about 3 %": what may stand between the noun and its figure.
_EN_BETWEEN = _words(
    "of at to by was were is are be been being has have had about around nearly almost roughly "
    "approximately over under more less fewer than above below "
    "exceeded exceeds exceeding surpassed passed topped reached reaches hit hits rose rise rises fell "
    "falls dropped drops grew grows climbed "
    "slipped jumped gained lost stood stands totalled totaled came comes up down as much many high low "
    "some only just now already a an the stand gone passed overtaken "
    "increased decreased declined still well far least most amounted estimated put valued worth averaging averaged"
)
_EN_MEASURES = _words(
    "downloads download users customers return returns revenue revenues sales profit profits loss losses "
    "share shares price prices cost costs "
    "value valuation market population rate turnover output production exports imports budget spending "
    "debt deficit growth inflation "
    "unemployment models parameters deaths cases jobs employees income salary wages temperature "
    "emissions fine fines investment stake stock "
    "score support turnout area speed distance height weight length funding membership capacity margin visitors votes"
)


_LABEL = re.compile(r"([^：:\d]{2,24})[：:]")


def measure_of(text: str, figure: Quantity, start: int, end: int, lang: str) -> str | None:
    """What `figure` measures, read from `text[start:end]` around it."""
    head, tail = text[start : figure.start], text[figure.end : end]
    return _labelled(head) if not (found := _read(head, figure, tail, lang)) else found


def _read(head: str, figure: Quantity, tail: str, lang: str) -> str | None:
    return _chinese(head, figure, tail) if lang == "zh" else _english(head, figure, tail)


def _labelled(head: str) -> str | None:
    """The measure that a label in front names: 下载量：11月的说法是|6亿次."""
    label = _LABEL.match(head)
    if label is None:
        return None
    named = _ZH_MEASURE.search(label[1])
    return named.group() if named else (label[1].lower() if label[1].lower() in _EN_MEASURES else None)


def _chinese(head: str, figure: Quantity, tail: str) -> str | None:
    for match in reversed(list(_ZH_MEASURE.finditer(head))):
        between = head[match.end() :]
        if len(between) > _LONGEST_BETWEEN:
            break
        if _ZH_BETWEEN.match(between):
            return match.group()
    for pattern, noun, kinds in _ZH_VERB_MEASURES:
        if figure.kind in kinds and pattern.search(head[-8:]):
            return noun
    if figure.kind == "ordinal" and (ranked := _ZH_RANKED_BY.search(head) or _EN_RANKED_BY.search(tail)):
        return ranked["by"]
    if figure.kind in ("count", "number") and (counted := _ZH_COUNTED_BEFORE.search(head[-12:])):
        return counted["noun"]
    if figure.kind in ("percent", "money", "ordinal", "age") or figure.unit in ("人", "名", "位"):
        named = _ZH_MEASURE.match(tail, 1) if tail.startswith("的") else None
        return named.group() if named else None
    return _counted_zh(figure, tail)


def _counted_zh(figure: Quantity, tail: str) -> str | None:
    """The noun that is counted: 300多款|模型."""
    if figure.unit and re.fullmatch(rf"[{_HAN}]{{2,}}", figure.unit):
        return figure.unit
    match = _ZH_AFTER.match(tail)
    return match["noun"] if match and not _ZH_NO_NOUN.search(match["noun"]) else None


def _english(head: str, figure: Quantity, tail: str) -> str | None:
    if figure.kind == "ordinal":
        ranked = _EN_RANKED_BY.search(tail)
        return ranked["by"] if ranked else None
    if figure.kind == "percent" and _EN_EARNED.search(head):
        return "return"
    if figure.kind in ("percent", "money", "number", "range", "multiple", "fraction"):
        named = _noun_before(head) or _noun_after(tail, only_known=True)
        if named or figure.kind != "number":
            return named
    if figure.unit == "times":
        return _noun_before(head)
    return _counted_en(figure, tail) or _noun_before(head)


def _counted_en(figure: Quantity, tail: str) -> str | None:
    """The noun that is counted, with at most two words before it: 170,000 |derived models."""
    if figure.unit and re.fullmatch(r"[A-Za-z]{3,}", figure.unit) and figure.kind == "count":
        return figure.unit
    return _noun_after(tail, only_known=False)


def _noun_after(tail: str, *, only_known: bool) -> str | None:
    words: list[str] = []
    position = len(tail) - len(tail.lstrip(": ")) if tail.startswith(":") else 0  # 300+: open models
    for match in _EN_WORD.finditer(tail):
        if (
            tail[position : match.start()].strip()
            or match.group().lower() in _EN_STOP
            or not match.group()[0].islower()
        ):
            break
        words.append(match.group())
        position = match.end()
        if len(words) == 3:
            break
    if only_known:
        return words[-1] if words and words[-1] in _EN_MEASURES else None
    return " ".join(words) or None


def _noun_before(head: str) -> str | None:
    words = list(_EN_WORD.finditer(head))
    if not words or head[words[-1].end() :].strip(" $€£¥“\"'("):
        return None
    while words and words[-1].group().lower() in _EN_BETWEEN - _EN_VERB_MEASURES.keys():
        words.pop()
    if words and words[-1].group() in _EN_VERB_MEASURES:
        return _EN_VERB_MEASURES[words[-1].group()]
    noun = words[-1].group().lower() if words else ""
    if noun not in _EN_MEASURES:
        return None
    before = words[-2].group() if len(words) > 1 and not head[words[-2].end() : words[-1].start()].strip() else ""
    return f"{before} {noun}" if before in ("market", "net", "operating", "share", "stock") else noun
