"""A sentence → pieces that may be claims: clauses, joined where one cannot be judged alone, with one figure each.

Pieces never overlap. What is a figure at all, and which quantities are one figure, is decided here.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from toolkit.claims import words
from toolkit.claims.acts import has_verb, is_aside, is_attribution, is_relative, is_talk, starts_with_verb
from toolkit.claims.clauses import Span, clauses, cut_between, trimmed
from toolkit.claims.tree import NO_TREE, Tree
from toolkit.model import TEMPORAL_KINDS, Entity, Quantity, Segment, Word

# A length of time is a figure where nothing else is, and where it is no frame: 历时17天, but 三年间, within 36 hours.
_FRAME_BEFORE = re.compile(
    r"(?:缓期|过去|近|最近|未来|今后|此前|前|后|在|每|约?每隔|时隔(?!\d))$"
    r"|\b(?:past|last|next|within|over(?:\s+the)?|in(?:\s+the)?|after|every|per|previous|coming|first|once|for\s+the\s+past)\s+$",
    re.IGNORECASE,
)
_FRAME_AFTER = re.compile(
    r"^\s*(?:的(?=纪录|记录|僵局|停滞|空白|历史)|以?来|之?后|以?前|之?内|之?间|里|中|就|才|一度|(?:high|low)s?\b|ago\b|earlier\b|later\b|on(?=,)|after\b|before\b|from\s+now|since\b|又)",
    re.IGNORECASE,
)
_LASTS_BEFORE = re.compile(
    r"(?:为期|历时|时隔|长达|持续了?|耗时|用时|期限|有效期|延长|缩短|判处|获刑|监禁)[^，。；\d]{0,4}$"
    r"|\b(?:lasted|lasts|took|takes|spent|spend|for)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
# 100米自由泳, the 100m hurdles, 0–100 km/h 加速: what is run, not how much.
_NAMES_EVENT = re.compile(
    r"\s?(?:(?:自由|蛙|蝶|仰|混合)泳|接力|跨?栏|短跑|长跑|竞走|气?步枪|气手枪|跳?[台板](?![湾风阶])|级(?:决赛|比赛|冠军)|加速)"
    r"|\s(?:freestyle|breaststroke|backstroke|butterfly|relay|hurdles|sprint|steeplechase|final|heats?|acceleration)\b"
)
_DAY_ONE = re.compile(r"one day|一[天日年周]|一个?(?:世纪|月)|(?:a|one) (?:day|year|week|month|moment)", re.IGNORECASE)
_SCORE_HEAD = re.compile(
    r"(?:以|\bby|\bruled|\bwon|\blost|\bvoted|\bbeat\s+[\w\s]{2,24}|战|[^第\d])\s*$", re.IGNORECASE
)
_FIGURE_KINDS = frozenset(
    {"number", "count", "percent", "money", "measure", "range", "fraction", "multiple", "age", "temperature"}
)
# What ranks something, beside an ordinal: 第三大, 排名第三, 前十; third-largest, ranked third, top ten.
_RANK_BEFORE = re.compile(
    r"(?:排名?|排行|排在|位居|位列|名列|跻身|高居|稳居|居|列|全球|世界|全国|亚洲|国内|夺得?|获得?|取得|"
    r"拿下|榜单?|行业)[^，。；\s]{0,5}$"
    r"|\b(?:rank(?:s|ed|ing)?|placed|came|comes|come|finish(?:ed|es)?|in|at|top|No\.?|number|"
    r"position)\s+(?:the\s+|in\s+|as\s+)?$",
    re.IGNORECASE,
)
_RANK_AFTER = re.compile(
    r"^(?:大|高|多|强|名|位|席|富|长|好|快|低)(?![型家])|^枚?[金银铜](?![额字元属融])|^[冠胜](?!军)|^[-\s](?:most|largest|biggest|highest|lowest|"
    r"best|worst|smallest|richest|oldest|fastest|longest|"
    r"tallest|place|spot|position|in\s+the\s+world|worldwide|globally|overall)\b",
    re.IGNORECASE,
)
# 第三热的6月, 第四个登月的国家, 第二位上场的…; the third country to, his fourth straight
_RANK_LATER = re.compile(
    r"^(?:[个家位名款国座支颗艘部](?=[^，。；]{2,24}的)|[\u4e00-\u9fff]{1,2}的(?!是))"
    r"|^\s+(?:in|this|such|at)\b(?!\s+least)|^\s+(?:[\w-]+\s+){0,3}?(?:to|ever)\b|^\s+(?:straight|consecutive|successive)\b|^\s+\w+\s+(?:in\s+a\s+row|running)\b",
    re.IGNORECASE,
)
_RANK_LEADS = re.compile(
    r"(?:是|成为|为|成了|作为|列|居)[^，。；]{0,8}$|\b(?:the|its|his|her|their|a)\s+$", re.IGNORECASE
)
_RANK_INSIDE = re.compile(r"^(?:前|top\b|No\b|number\b|#)|[大高强名位]$|est$|place$", re.IGNORECASE)
_NTH_TIME = re.compile(r"(?:这是|为|系)[^，。；]{0,8}第[一二三四五六七八九十\d]+次$")
_NO_RANK_AFTER = re.compile(
    r"^\s*(?:个?(?:办法|原因|理由|问题|选择|方面|要点|条件|因素|反应|印象)|次|季|财季|章|节|届|条|款|页|期|代|天|年|批|轮|步|阶段|时间|课|集|卷|回|部分|方|者|产业|世界|"
    r"人称|quarter|half|time|person|lady|world)"
)
_ONE_OF_SOMETHING = re.compile(
    r"一[个种次场些位名家款份项条件则句篇张只支部方点边直般样切]?|两[国党院会市岸地军方队]|双方|one|a|an", re.IGNORECASE
)
# Two quantities that are one figure: 前十名中的|七席, seven of the top ten, 5000亿美元（约|3.6万亿元）.
PART_OF_ZH = re.compile(
    r"^[^，。；、\d]{0,6}?[中里内](?:的|，?[^，。；、\d]{0,8}?(?:占据?|占有|拿下|拿到|取得|夺得|获得|赢得|有|的)了?)?$"
)
# 前十，千问独占|七席; 前十占|七; top ten: seven
_IN_SET = re.compile(r"^[^。；;\d]{0,16}$")
# 1美元兑|7.1元, 62%离|三分之二; what follows stands against what is there
_RATE = re.compile(r"^\s*[可能]?(?:兑换?|兑成|换|折合|约合|等于|相当于|=|≈)约?\s*$|^\s*(?:离|距离?)\s*$")
# 由17万个增至|18万个, 比6亿又多了|1亿, (66.7%）还差|4个百分点: what counts comes last
_FROM_BEFORE = re.compile(r"(?:由|从)[^，。；]{0,16}$|\bfrom\s+(?:an?\s+|the\s+)?$", re.IGNORECASE)
_GROWN_TO = re.compile(
    r"^[^，。；\d]{0,6}?(?:[至到为成]了?|增[加长]?|升|降|跌|涨|减|扩|提高|上升|下降|变)\s*$"
    r"|^(?:\s+[\w’'-]+){0,6}?\s+to\s+(?:about\s+|around\s+|some\s+|nearly\s+|over\s+|more\s+than\s+)?(?:a\s+)?$",
    re.IGNORECASE,
)
# What a figure is set against, without a verb of its own: compared with 25 bn, against 2.4%, 少于美国队的126枚.
_YARDSTICK = re.compile(
    r"\s*[，,]?\s*(?:(?:compared|in\s+comparison)\s+(?:with|to)|against|versus|vs\.?|(?:up|down)\s+from|from|"
    r"(?:well\s+|far\s+)?(?:above|below|over)\s+the|short\s+of|"
    r"(?:高于|低于|少于|多于|远超|不及|略高于|略低于|大大?高于)[^，。；]{0,24}?的|(?:而?(?:去年|上年|上届|上一季度|一年前)[^，。；\d]{0,6}为|与[^，。；]{1,14}的))"
    r"[^，,。；;]{0,40}$",
    re.IGNORECASE,
)
_YARDSTICK_TAIL = re.compile(r"[^，,。；;]{0,32}$")
_SCORE_LIST = re.compile(r"\d[-–]\d,? \d{1,2}[-–]\d")
_SHORT_OF = re.compile(r"(?:(?:well|far|just)\s+)?(?:short\s+of|below|above)\b", re.IGNORECASE)
# Nothing between a small count and the figure after it that could part them.
_ONE_BREATH = re.compile(r"(?!.*\b(?:and|or|but|with|while|for|from|to|of|in|at|by)\b)[^，,、；;（(和与及]{1,40}")
_OF_THE = re.compile(r"(?:Of|Among|Out of)\s+(?:the|its|their|all|some|about|more than)?\s*\S+(?:\s+[\w-]+){0,4}$")
_OF_HEAD = re.compile(r"^(?:Of|Among|Out of)\b[^,]*$")
_MARK_ZH = re.compile(r"的[^，。；]{0,3}(?:目标|水平|预期|均值|上限|下限|红线|标准)")
# An event by its size, and what it did: 6.8级地震造成|93人遇难.
_EVENT_DID = re.compile(r"[级]?的?[^，。；、\d]{1,10}?(?:造成|导致|致使|已致|致)[^，。；\d]{0,4}")
_AGE_ASIDE = re.compile(r",\s[1-9]\d,")
_AT_FIGURE = re.compile(r"at\s+(?:(?:just|only|about|nearly|over|around)\s+)*[$€£]?\d[^,]{0,24}")
_AGED = re.compile(r"\baged\s+(?:\d+\s+(?:and|to)\s+)?$")
_BY_HOW_MUCH = re.compile(r"by\s+(?:\w+\s+){0,2}[\d$€£¥]\S*(?:\s+\w+){0,2}$", re.IGNORECASE)
_SCORE = re.compile(r"^\s*(?:-|–|−|比|对|:|：|to|(?:赞成|支持)[、，对比]?)\s*$")
_THAN_BEFORE = re.compile(r"比[^，。；]{0,12}$")
_MORE_BY = re.compile(r"^[)）]?[名位家]?(?:又|还|要|仍)?(?:多|少|高|低|大|小|增加|减少|相?差)(?:了|出)?$")
PART_OF_EN = re.compile(
    r"^(?:\s+[a-z]+)?\s+(?:out\s+)?of\s+(?:the|its|all|every|their)?\s*(?:\w+\s)?$|^\s+in\s+(?:every\s+)?$",
    re.IGNORECASE,
)
_CONVERTED = re.compile(
    r"^\s*[（(]\s*(?:约合|约为|折合|相当于|约|合|即|about|around|roughly|nearly|or|some|≈|~)?\s*$", re.IGNORECASE
)
_EACH = re.compile(r"(?:每|平均每|\bper\s|\bevery\s|\bfor each\s)$", re.IGNORECASE)
# 报告显示, the report says: what is said comes in the next clause. A heading without a figure says it again below.
SAYS_SO = re.compile(r"(?:显示|称|表示|说|指出|认为|透露|披露|\b(?:says?|said|shows?|reports?))$")
# Clauses that say among what or by what measure, and so belong to the next one: 在Hugging Face的榜单上, 按模型贡献计.
_SETTING = re.compile(
    r"^[\s“‘]*(?:(?:在|就)[^，。；]{2,24}[中里内上下]|按照?[^，。；\d]{2,14}(?:计算?|排名?|排座次|排序|来?看|衡量|算)"
    r"|[与和同跟][^，。；\d]{1,14}相比|相[比较](?:之下|于[^，。；\d]{1,14}))$"
    r"|^\s*(?:In|Among|At|On|By|Of)\s+(?:a|an|the|its|that|this|all|most|one|live|downloads|model)\b[^,]{2,50}$"
)
# A clause that only says when the next came about: 事故发生时，|…
_WHEN_ZH = re.compile(r"(?:发生|发布|公布|开始|结束|宣布)[^，。；了]{0,2}(?:时|之际|前夕|期间)$|(?:之际|期间)$")
# A label, or a figure that heads a line, belongs to what it introduces: 下载量：…; 300+: models released.
_COLON = re.compile(r"\s*[：:]")
_LONGEST_LABEL = 12  # characters of Chinese, or a few English words
# What is left of a clause that says nothing by itself once its figures are out: 恰好|七成, 第一名, up from|170,000.
_NOTHING = re.compile(
    r"(?:恰好?|正好|刚好|还|往上|以上|多|大约|约|即|也就是|就是|也是|占比?|名|位|分别|折合|合|相当于|了|的|也|是|为|"
    r"on|from|or|about|in|only|just|of|out|the)*",
    re.IGNORECASE,
)
_RESTATES = re.compile(r"\s*[，,]?\s*(?:也就是说?|即|就是|换成[^，]{0,12}|or\b|that is\b|i\.e\.)", re.IGNORECASE)
# 这两国, 上述三条, the two countries, its three founders: they were counted before.
_DEFINITE_ZH = re.compile(r"(?:[这那该此其]|上述|前述|所有|全部)$")
_DEFINITE_EN = re.compile(
    r"\b(?:the|these|those|both|its|their|our|my|his|her|previous|other|last|next|all(?=\s+\w+\s+of))\s+$",
    re.IGNORECASE,
)
# Who acted, not how many: founded by two sisters; and what is no more than spoken of: 两件事, 几句话.
_COMPARES = re.compile(r"^(?:still|even|far|well|much|slightly)\s+")
_ACTORS = re.compile(r"\b[A-Za-z][a-z]+ed(?:\s+in\s+\d{4})?\s+by\s+$")
_MARGINS = frozenset({"votes", "points", "goals", "seats", "runs", "shots", "strokes", "wickets", "games", "lengths"})
# Digits that are part of what something is called, and ages that say who is meant.
_SIZED = re.compile(r"\b(?:[Mm]agnitude|[Cc]ategory)-$")
_VERSIONED = re.compile(r"[A-Z][A-Za-z]+\s$")
_MODEL = re.compile(r"[\s-]?(?:MAX|Max|Pro|Plus|Ultra|Mini|Turbo|NEO|neo|ER|LR)\b")
_VERSION_OF = re.compile(r"\s?(?:大?模型|系列|正式版|版本?|预览)")
_NO_COUNTED = re.compile(r"\s*(?:[.,;:)]|$|(?:on|in|at|by|for|from|with|to|is|was|has|had|will|and|after|over)\b)")
_AGED_UNDER = re.compile(r"\b(?:people|men|women|children|those|[a-z]{3,}s)\s+(?:aged\s+)?(?:under|over)\s+[1-9]\d$")
_WHO_AGED = re.compile(
    r"劳|人[群口]?|组|段|群体|(?:及?以[上下])?(?:的|老|青|人|儿童|男|女|居民|未成年)|榜|排行|名单|企业|公司"
)
_SAMPLE = re.compile(
    r"\b(?:trial|study|survey|poll|sample|experiment)\s+(?:of|with|involving|among|on)\s+"
    r"(?:about\s+|some\s+|nearly\s+|over\s+)?$"
)
_SPOKEN_OF = re.compile(r"(?:两|三|几|二)(?:件事|条路|句|步|点|遍|番|口|声|头)")
# A 900-page bill: how it is, not how much; but a 10-point lead.
_DESCRIBES = re.compile(r"[\w,.]+-(?:page|storey|story|room|bed|seat|seater|lane|strong|member|man|nation|page)")
_OF_PLACES = re.compile(r"\b(?:poorest|richest|bottom|top|lowest|highest|oldest|youngest)\s+$")
# 612户户均增收|2万元, the city's 9,400 flats will pay |4.7% more: who each of them is comes first
_FOR_EACH = re.compile(r"^[^，。；、]{0,8}?(?:户均|人均|平均|每[户人家])[^，。；、]{0,6}$")
_HELD_BY = re.compile(r"['’]s\s+$")
_SMALL_EN = re.compile(r"(?:one|two|three|four|five|six|seven|eight|nine|ten)\b", re.IGNORECASE)
_FEW = 10
_FAR_APART = 40  # characters between two figures that are hardly one
_LEAD_IN_REST = re.compile(
    r"^[\s，,“”‘’(（)）]*(?:自|从|到|于|在|截至|截止|至|早在|就在|直到|当地时间|以来|之后|之前|期间|起|"
    r"后|前|时|里|中|内|间|底|初|末|当天|凌晨|上午|下午|晚间?|"
    r"on|in|as\s+of|since|by|until|at|during|after|before|the|of|and|[\s，,])*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Page:
    """The document as the functions here pass it on; `entities` and `quantities` are in reading order."""

    text: str
    entities: Sequence[Entity]
    quantities: Sequence[Quantity]
    noise: Sequence[Span]
    tree: Tree = NO_TREE


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a sentence that may be a claim: `figures` index its figures, the one that counts first."""

    start: int
    end: int
    figures: tuple[int, ...]


def pieces(page: Page, segment: Segment) -> Iterator[Piece]:
    """The pieces of a sentence, trimmed and not empty."""
    whole = [
        (page.quantities[i].start, page.quantities[i].end) for i in within(page.quantities, segment.start, segment.end)
    ]
    whole += [(page.entities[i].start, page.entities[i].end) for i in within(page.entities, segment.start, segment.end)]
    noise = [*overlapping(page.noise, segment.start, segment.end), *_joints(page, segment)]
    spans = clauses(page.text, segment.start, segment.end, whole, noise)
    for start, end in _without_fragments(page, _with_asides(page, _with_lead_ins(page, spans))):
        groups = _figure_groups(page, start, end)
        edges = [start]
        for left, right in pairwise(groups):
            left_end = max(page.quantities[i].end for i in left)
            edges.append(cut_between(page.text, left_end, min(page.quantities[i].start for i in right), whole))
        edges.append(end)
        for i, (piece_start, piece_end) in enumerate(pairwise(edges)):
            inside = [
                (page.quantities[q].start, page.quantities[q].end)
                for q in within(page.quantities, piece_start, piece_end)
            ]
            piece_start, piece_end = trimmed(page.text, piece_start, piece_end, inside)
            if piece_start < piece_end:
                yield Piece(piece_start, piece_end, groups[i] if groups else ())


def _joints(page: Page, segment: Segment) -> Iterator[Span]:
    """Where the parse joins two verbs that each say something of their own: … weighs a tonne |and| cost $3m."""
    words = page.tree.words
    for joint, verb in page.tree.joints(within(words, segment.start, segment.end)):
        last = page.tree.span(verb)[1]
        own = page.tree.child(verb, "nsubj", "nsubjpass")
        figures = within(page.quantities, words[joint].end, words[last].end)
        if own is not None or any(_is_figure(page, page.quantities[i]) for i in figures):
            yield words[joint].start, words[joint].end


def _with_lead_ins(page: Page, spans: Sequence[Span]) -> list[Span]:
    """Clauses, with one that only says when or among what joined to the next: 截至9月，| in 2024,."""
    out: list[Span] = []
    waiting: int | None = None
    for nth, (start, end) in enumerate(spans):
        first = start if waiting is None else waiting
        waiting = first if nth + 1 < len(spans) and _is_lead_in(page, start, end) else None
        if waiting is None:
            out.append((first, end))
    return out


def _is_lead_in(page: Page, start: int, end: int) -> bool:
    inside = [page.quantities[i] for i in within(page.quantities, start, end)]
    clause = page.text[start:end].strip()
    if _COLON.match(page.text, end):
        return _is_label(page, start, end, inside)
    dates_only = all(q.kind in TEMPORAL_KINDS or _is_label_of(page.text, q) for q in inside)
    if not inside and _WHEN_ZH.search(clause):
        return True
    if dates_only and _SETTING.match(clause) and not words.ACT.search(clause):
        return True
    if not inside:
        return False
    if dates_only:
        return _LEAD_IN_REST.match(_blanked(page.text, start, end, inside)) is not None
    if len(inside) == 1 and inside[0].kind in ("count", "number") and _OF_THE.match(clause):
        return True  # Of the 27 states, |19 voted for it
    # Hugging Face前十，千问独占七席
    if len(inside) == 1 and is_set(inside[0]) and clause.endswith(inside[0].text):
        return _counts_follow(page, end, inside[0])
    # 在模型榜单前十名中，千问占七席: the first clause gives the set, the second the share of it.
    return len(inside) == 1 and inside[0].kind in ("ordinal", "count") and re.search(r"[中里内]$", clause) is not None


def _is_label(page: Page, start: int, end: int, inside: Sequence[Quantity]) -> bool:
    """Whether what stands before a colon names the figure behind it, or is a figure that the rest explains."""
    clause = page.text[start:end].strip(" \t\n-*•·")
    following = next((q for q in page.quantities[_first_after(page.quantities, end) :] if _is_figure(page, q)), None)
    if inside:
        rest = _blanked(page.text, start, end, inside).strip(" \t\n-*•·")
        return _NOTHING.fullmatch(rest.replace(" ", "")) is not None and any(_is_figure(page, q) for q in inside)
    if not clause or len(clause) > _LONGEST_LABEL * (1 if re.search("[\u4e00-\u9fff]", clause) else 2):
        return False
    if is_talk(clause):
        return False  # Don't believe the hype: …
    # The figure must come before the sentence goes on to something else.
    if clause[0] in "是有即":
        return False  # 第四笔账，是名次：…
    near = following is not None and not re.search(r"[，,；;。\n]", page.text[end : following.start])
    person = any(e.label == "PERSON" for e in names(page, start, end))
    return near and not person and not SAYS_SO.search(clause)


def is_set(quantity: Quantity) -> bool:
    """Whether a quantity is a set of places such as 前十 or the top ten."""
    return quantity.kind == "ordinal" and quantity.comparator == "<="


def _counts_follow(page: Page, end: int, ranks: Quantity) -> bool:
    """Whether the next figure counts places of the set `ranks`."""
    for quantity in page.quantities[_first_after(page.quantities, end) :][:1]:
        gap = page.text[end : quantity.start]
        return quantity.kind in ("count", "number") and _IN_SET.match(gap) is not None and at_most(quantity, ranks)
    return False


def at_most(quantity: Quantity, ranks: Quantity) -> bool:
    """Whether `quantity` is no larger than the number of places in `ranks`."""
    return quantity.value is not None and ranks.value is not None and quantity.value <= ranks.value


def _first_after(items: Sequence[Quantity], position: int) -> int:
    return bisect_left(items, position, key=lambda item: item.start)


def _with_asides(page: Page, spans: Sequence[Span]) -> list[Span]:
    """Clauses, with English asides without a figure joined to what they add to: The truce, | signed in Doha, | held."""
    out: list[Span] = []
    open_head = False  # whether the clause so far still waits for its verb
    for start, end in spans:
        clause = page.text[start:end].strip(" ,")
        gap = page.text[out[-1][1] : start].strip() if out else ""
        has_figure = any(_is_figure(page, page.quantities[i]) for i in within(page.quantities, start, end))
        before = page.text[out[-1][0] : out[-1][1]].strip() if out else ""
        room = len(clause) <= len(before) or open_head or is_relative(clause)
        adds = (is_aside(clause) and not is_attribution(clause)) or (open_head and not has_verb(clause))
        if gap == "," and open_head and _AT_FIGURE.fullmatch(clause):
            out[-1] = (out[-1][0], end)  # Turnout, |at 34%, |was …
            open_head = False
        elif gap == "," and open_head and not has_figure and _is_apposed(page, clause, end):
            out[-1] = (out[-1][0], end)  # China, |the biggest emitter, |is …
        elif gap == "," and not has_figure and room and adds and not _stands_alone(clause):
            out[-1] = (out[-1][0], end)
        elif gap == "," and open_head and out and starts_with_verb(clause) and not is_attribution(clause):
            out[-1] = (out[-1][0], end)
            open_head = False
        else:
            out.append((start, end))
            alone = gap == "," and not has_figure and _stands_alone(clause)
            open_head = (
                not alone
                and bool(clause)
                and not re.search("[\u4e00-\u9fff]", clause)
                and not has_verb(clause)
                and not has_figure
            )
    return out


def _stands_alone(clause: str) -> bool:
    """Whether an aside says something of its own to check: a place in an order, a relation, an accusation."""
    if words.SUPERLATIVE.search(clause) or words.CHARGE.match(clause):
        return True
    if _COMPARES.sub("", clause) and words.COMPARISON.match(_COMPARES.sub("", clause)):
        return True  # outstripping the original; still fewer than before
    return words.COMPARISON.search(clause) is not None and has_verb(clause)


def _is_apposed(page: Page, clause: str, end: int) -> bool:
    """Whether a clause only says what a name is, and the verb follows: China, |the biggest emitter, |is …"""
    apposed = re.match(r"(?:the|its|an?|\w+['’]s)\s", clause) is not None and not has_verb(clause)
    return apposed and page.text.startswith(", ", end) and starts_with_verb(page.text[end + 2 : end + 40])


_SHORTEST_RANK = 2  # characters: 垫底 says of what only with the clause before it, 排名垫底 by itself


def _without_fragments(page: Page, spans: Sequence[Span]) -> list[Span]:
    """Clauses, with what cannot be judged alone joined to the one before: 占七席，|恰好七成; 亏损62%，|垫底."""
    out: list[Span] = []
    for start, end in spans:
        if out and start - out[-1][1] <= 2 and _is_fragment(page, out[-1], start, end):
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out


def _is_fragment(page: Page, before: Span, start: int, end: int) -> bool:
    """Whether `text[start:end]` only adds to the clause before it, which says something."""
    if re.search(r"[；;:：。!?！？\n]", page.text[before[1] : start]):
        return False
    figures = [q for i in within(page.quantities, start, end) if _is_figure(page, q := page.quantities[i])]
    earlier = [q for i in within(page.quantities, *before) if _is_figure(page, q := page.quantities[i])]
    clause = page.text[start:end].strip()
    if earlier and not figures and len(clause) <= _SHORTEST_RANK and words.SUPERLATIVE.search(clause):
        return True  # 亏损62%，|垫底
    if len(figures) == 1 and not earlier and _BY_HOW_MUCH.match(clause):
        return True  # output shrank, |by 0.6%
    if len(figures) != 1 or (not earlier and before[1] - before[0] > _LONGEST_LABEL * 2):
        return False
    if (
        earlier
        and _RESTATES.match(clause)
        and (figures[0].value, figures[0].value_max)
        == (
            earlier[-1].value,
            earlier[-1].value_max,
        )
    ):
        return True
    if earlier and figures[0].start - start <= 1:
        after = page.text[figures[0].end : figures[0].end + 6]
        if _SHORT_OF.match(figures[0].text) or (_MARK_ZH.match(after) and clause[0] in "远低高不少多略"):
            return True
    if (
        earlier
        and _YARDSTICK.match(page.text, start, figures[0].start)
        and _YARDSTICK_TAIL.match(page.text, figures[0].end, end)
    ):
        return True
    rest = _blanked(page.text, start, end, figures)
    others = len(within(page.quantities, start, end)) > len(figures)
    rest = re.sub(r"[\s，,]", "", rest)
    # 5%，10%，20% are three figures; 第一名 and 恰好七成 add to one.
    return not others and _NOTHING.fullmatch(rest) is not None and (rest != "" or figures[0].kind == "ordinal")


def _blanked(text: str, start: int, end: int, quantities: Sequence[Quantity]) -> str:
    rest, here = [], start
    for q in quantities:
        rest.append(text[here : q.start])
        here = q.end
    return " ".join([*rest, text[here:end]])


def _figure_groups(page: Page, start: int, end: int) -> list[tuple[int, ...]]:
    """The figures of a clause; two quantities that make one figure are in one group, the one that counts first."""
    groups: list[tuple[int, ...]] = []
    last: Quantity | None = None
    inside = within(page.quantities, start, end)
    figures = [i for i in inside if _is_figure(page, page.quantities[i])]
    lengths = [i for i in inside if _is_length(page, page.quantities[i])]
    if not figures or all(is_few(page.quantities[i]) for i in figures):
        lasting = [i for i in lengths if _lasts(page, page.quantities[i])]
        figures = lasting or figures or lengths  # two firms signed a deal |for five years
    told = _told_apart(page, start, end, figures)
    for i in (i for i in figures if i not in told):
        quantity = page.quantities[i]
        gap = page.text[last.end : quantity.start] if last else ""
        if last is None:
            groups.append((i,))
        elif len(gap) > _FAR_APART:
            against = _is_set_against(page.text, start, last, gap, quantity)
            groups[-1:] = [(*groups[-1], i)] if against else [groups[-1], (i,)]
        elif _counts_before(page.text, start, last, gap, quantity):
            groups[-1] = (i, *groups[-1])
        elif is_few(last) and not is_few(quantity) and len(groups[-1]) == 1 and _ONE_BREATH.fullmatch(gap):
            groups[-1] = (i, *groups[-1])  # two men stole |$4m
        elif (
            _is_set_against(page.text, start, last, gap, quantity)
            or PART_OF_EN.match(gap)
            or _SAMPLE.search(gap)
            or _is_next_set(page.text, last, gap, quantity)
            or _adds_nothing(page.text, last, gap, quantity)
        ):
            groups[-1] = (*groups[-1], i)
        else:
            groups.append((i,))
        last = quantity
    for i in told:  # beside the figure that follows it, or the last
        nth = next((n for n, group in enumerate(groups) if group[0] > i), len(groups) - 1)
        groups[nth] = (*groups[nth], i)
    return groups


def _told_apart(page: Page, start: int, end: int, figures: Sequence[int]) -> list[int]:
    """The figures that only tell whom or what the clause is about: those who walk |8,000 steps are 31% less likely…"""
    words = page.tree.words
    inside = within(words, start, end)
    if len(figures) < 2 or not inside:
        return []
    tells = [i for i in figures if page.tree.tells_apart(_words_in(page, inside, page.quantities[i]), inside)]
    return tells if len(tells) < len(figures) else []


def _words_in(page: Page, inside: Sequence[int], quantity: Quantity) -> list[int]:
    words = page.tree.words
    return [i for i in inside if quantity.start < words[i].end and words[i].start < quantity.end]


def _counts_before(text: str, start: int, last: Quantity, gap: str, quantity: Quantity) -> bool:
    """Whether `quantity` is the figure that counts and `last`, before it, only what it is set against."""
    head = text[max(start, last.start - 24) : last.start]
    return bool(
        PART_OF_ZH.match(gap)
        or _RATE.match(gap)
        or _EACH.search(head)
        or (last.kind in ("count", "number") and _FOR_EACH.match(gap))
        or (_HELD_BY.search(head) and quantity.kind in ("percent", "money") and not re.search(r"[,;]|\band\b", gap))
        or ((last.kind == "measure" or last.unit == "级") and _EVENT_DID.fullmatch(gap))
        or (_OF_HEAD.search(head) and at_most(quantity, last))
        or (is_set(last) and quantity.kind in ("count", "number") and _IN_SET.match(gap) and at_most(quantity, last))
        or (_GROWN_TO.match(gap) and (_FROM_BEFORE.search(head) or last.text.startswith(("由", "从", "from"))))
        or (_MORE_BY.match(gap) and (_THAN_BEFORE.search(head) or gap[0] in ")）"))
    )


def _is_set_against(text: str, start: int, last: Quantity, gap: str, quantity: Quantity) -> bool:
    """Whether `quantity` is what `last` is measured by, or the other side of a score or vote."""
    alike = last.kind == quantity.kind or {last.kind, quantity.kind} <= {"number", "count"}
    if _SCORE.match(gap) and alike and last.kind in ("number", "count", "percent"):
        return _SCORE_HEAD.search(text[start : last.start]) is not None or last.unit in ("票", "votes")
    tail = re.split(r"[,，]", gap)[-1]
    if not alike or re.search(r"\band\b", tail):
        return False
    if _SHORT_OF.match(quantity.text) or (_MARK_ZH.match(text[quantity.end : quantity.end + 6]) and tail in ("", "远")):
        return not tail.strip(" 远")
    return _YARDSTICK.match(tail) is not None or re.search(r"\bfrom\s+(?:about\s+)?$", tail) is not None


def _is_next_set(text: str, last: Quantity, gap: str, quantity: Quantity) -> bool:
    """Whether a score goes on in the next set: 6-2, |3-6."""
    return len(gap) <= 2 and _SCORE_LIST.search(text, max(0, last.end - 3), quantity.start + 5) is not None


def _is_length(page: Page, quantity: Quantity) -> bool:
    """Whether a length of time is what the clause is about rather than its frame."""
    if quantity.kind != "duration" or quantity.value is None or quantity.rule.startswith("zh.span"):
        return False
    if overlapping(page.noise, quantity.start, quantity.end) or _DAY_ONE.fullmatch(quantity.text):
        return _lasts(page, quantity) if not overlapping(page.noise, quantity.start, quantity.end) else False
    before, after = page.text[max(0, quantity.start - 14) : quantity.start], page.text[quantity.end : quantity.end + 12]
    return _lasts(page, quantity) or not (_FRAME_BEFORE.search(before) or _FRAME_AFTER.match(after))


def _lasts(page: Page, quantity: Quantity) -> bool:
    """Whether words before a length of time say that something lasts so long, or exceeds another by so much."""
    before, after = page.text[max(0, quantity.start - 10) : quantity.start], page.text[quantity.end : quantity.end + 12]
    return bool(_LASTS_BEFORE.search(before) or re.match(r"\s+(?:more|less|longer|shorter)\s+than", after))


def _adds_nothing(text: str, last: Quantity, gap: str, quantity: Quantity) -> bool:
    """Whether `quantity` only adds to `last`: in brackets of its own, in other words, or joined as a fragment."""
    if quantity.text == last.text:
        return False
    return _is_added(gap, quantity) or _in_brackets(text, gap, quantity) or _is_restated(last, gap, quantity)


def _is_added(gap: str, quantity: Quantity) -> bool:
    words_between = re.sub(r"[\s，,]", "", gap)
    alone = words_between == "" and quantity.kind != "ordinal"
    return gap.lstrip()[:1] in ("，", ",") and not alone and _NOTHING.fullmatch(words_between) is not None


def _in_brackets(text: str, gap: str, quantity: Quantity) -> bool:
    """Whether brackets hold nothing but `quantity`, as a note to the words before: the smallest (0.5B)."""
    closed = text[quantity.end : quantity.end + 1] in (")", "）")
    return closed and gap[-1:] in ("(", "（") and not re.search(r"[)），。;；]", gap)


def _is_restated(last: Quantity, gap: str, quantity: Quantity) -> bool:
    """Whether `quantity` says again what `last` says: in brackets, or as the same value in other words."""
    shares = {"percent", "fraction"}
    alike = quantity.kind == last.kind or {quantity.kind, last.kind} <= shares
    same = quantity.value is not None and (quantity.value, quantity.value_max) == (last.value, last.value_max)
    return bool((_CONVERTED.match(gap) and (alike or same)) or (same and _RESTATES.fullmatch(gap)))


def _is_figure(page: Page, quantity: Quantity) -> bool:
    """Whether a quantity is something to check, and no part of a name or of the page's furniture."""
    text = page.text
    if overlapping(page.noise, quantity.start, quantity.end):
        return False
    for i in _touching(page.entities, quantity.start, quantity.end):
        entity = page.entities[i]
        if entity.start <= quantity.start and quantity.end <= entity.end and entity.label != "DATE":
            return False
    if _is_label_of(text, quantity):
        return False
    if _OF_PLACES.search(text[max(0, quantity.start - 12) : quantity.start]) and quantity.kind in (
        "ordinal",
        "fraction",
    ):
        return False  # the poorest fifth of districts
    if quantity.kind == "ordinal":
        return _is_rank(text, quantity)
    if quantity.kind == "number" and _AGE_ASIDE.match(text[max(0, quantity.start - 2) : quantity.end + 1]):
        return False  # the senator, 71, …
    if _AGED.search(text[max(0, quantity.start - 16) : quantity.start]) or (
        quantity.kind == "age"
        and (
            quantity.text.startswith("aged")
            or re.match(r"[的男女小少老青母父学]|-?year", text[quantity.end : quantity.end + 5])
        )
    ):
        return False  # who it is, not how much
    if quantity.kind not in _FIGURE_KINDS or _NAMES_EVENT.match(text[quantity.end : quantity.end + 14]):
        return False
    if quantity.kind in ("number", "count"):
        if quantity.unit is None and re.fullmatch(r"[一二两三四五六七八九十]", quantity.text):
            # 两党, 三国; but 前十占七, 五连败
            after = text[quantity.end : quantity.end + 2]
            return (
                text[quantity.start - 1 : quantity.start] in ("占", "得")
                or re.match(r"连[胜败冠涨跌]", after) is not None
            )
        if re.match(r"[^，。\d]{0,2}以来|来(?!自)", text[quantity.end : quantity.end + 4]) or _is_said_of(
            text, quantity
        ):
            return False
        if is_few(quantity) and text[quantity.start - 1 : quantity.start] in tuple("“「‘《"):
            return False  # the “nine-point plan” is its name
        if re.search(r"[A-Za-z][-_]?$", text[max(0, quantity.start - 2) : quantity.start]) and not _SIZED.search(
            text[max(0, quantity.start - 12) : quantity.start]
        ):
            return False  # GPT-5, Wan2.2
        if _is_tally(page, quantity):
            return True
        if quantity.comparator is None and _ONE_OF_SOMETHING.fullmatch(quantity.text):
            return False
        if quantity.value == 1 and quantity.value_max is None and not any(c.isdigit() for c in quantity.text):
            return False  # at least one, 不到一家
        if is_few(quantity) and _is_definite(text, quantity):
            return False
        if re.match(r"(?:1[89]|20)\d\d(?![\d,.]|\s?[万亿])", quantity.text) and quantity.unit in (None, "把", "对"):
            return False  # a year without the word for it
    return True


def _is_label_of(text: str, quantity: Quantity) -> bool:
    """Whether digits only tell which thing or person is meant: the 787, Seedance 2.0 模型, adults under 30, 五年级."""
    before, after = text[max(0, quantity.start - 24) : quantity.start], text[quantity.end : quantity.end + 12]
    if quantity.kind == "age" and quantity.text.endswith("year-old") and re.search(r"\b(?:an?|the)\s+$", before):
        return True
    if quantity.text.endswith(("岁", "强")) and _WHO_AGED.match(after):
        return True
    if before.endswith("梅开") or (quantity.text.startswith("半") and before.endswith(("上", "下"))):
        return True
    if quantity.kind not in ("number", "count"):
        return False
    if re.match(r"年?级|号线|路公交", after) or quantity.unit == "年级" or re.search(r"[1-9]\d\d-$", before):
        return True
    if _AGED_UNDER.search(before + quantity.text) and not re.match(r"\s*(?:%|per\s?cent)", after):
        return True
    if quantity.unit is not None or not re.fullmatch(r"[\d.]+", quantity.text):
        return False
    return bool(
        _MODEL.match(after)
        or (_VERSIONED.search(before) and (_VERSION_OF.match(after) or quantity.text.endswith(".0")))
        or (re.search(r"\bthe\s+$", before) and _NO_COUNTED.match(after) and len(quantity.text) > 2)
    )


def _is_said_of(text: str, quantity: Quantity) -> bool:
    """Whether a count only describes who or what it is: a 900-page bill, founded by two sisters, 两件事."""
    before, after = text[max(0, quantity.start - 24) : quantity.start], text[quantity.start : quantity.end + 2]
    if _DESCRIBES.match(text, quantity.start, quantity.end + 12) or _SPOKEN_OF.match(after):
        return True
    return is_few(quantity) and _ACTORS.search(before) is not None and quantity.unit not in _MARGINS


_TALLY = re.compile(r"(?:(?:另有|还有|其中|及|和|，)\s*|\b(?:and|another|plus)\s+)$", re.IGNORECASE)


def _is_tally(page: Page, quantity: Quantity) -> bool:
    """Whether "one" or 一名 counts on from a count just before it: 34 went to hospital, and one child died."""
    if (
        quantity.value != 1
        or quantity.kind != "count"
        or not _TALLY.search(page.text[max(0, quantity.start - 10) : quantity.start])
    ):
        return False
    before = page.quantities[
        max(0, _first_after(page.quantities, quantity.start) - 2) : _first_after(page.quantities, quantity.start)
    ]
    return any(q.kind == "count" and quantity.start - q.end < 60 for q in before)


def is_few(quantity: Quantity) -> bool:
    """Whether a quantity counts a handful, in words: 三条, two engineers."""
    most = quantity.value if quantity.value_max is None else quantity.value_max
    spelled = not any(char.isdigit() and char.isascii() for char in quantity.text)
    return quantity.kind in ("number", "count", "range") and spelled and most is not None and most <= _FEW


def _is_definite(text: str, quantity: Quantity) -> bool:
    before = text[max(0, quantity.start - 12) : quantity.start]
    if _SMALL_EN.match(quantity.text):
        return _DEFINITE_EN.search(before) is not None
    return _DEFINITE_ZH.search(before) is not None


def _is_rank(text: str, quantity: Quantity) -> bool:
    before, after = text[max(0, quantity.start - 14) : quantity.start], text[quantity.end : quantity.end + 16]
    if before.endswith("连续"):
        return True  # 连续第二个月下滑
    if _NTH_TIME.search(text[max(0, quantity.start - 14) : quantity.end + 1]):
        return True  # 这是该公司第三次发射
    if _NO_RANK_AFTER.match(after) or re.search(r"[次季章节届条页期代天年批轮步]$", quantity.text):
        return False
    if _RANK_LATER.match(text[quantity.end : quantity.end + 40]) and _RANK_LEADS.search(before):
        return True
    return bool(_RANK_BEFORE.search(before) or _RANK_AFTER.match(after) or _RANK_INSIDE.search(quantity.text))


def names(page: Page, start: int, end: int) -> list[Entity]:
    """The entities in `text[start:end]`."""
    return [page.entities[i] for i in within(page.entities, start, end)]


def within(items: Sequence[Entity] | Sequence[Quantity] | Sequence[Word], start: int, end: int) -> list[int]:
    """Indices of the items that lie in `text[start:end]`."""
    out = []
    for i in range(bisect_left(items, start, key=lambda item: item.start), len(items)):
        if items[i].start >= end:
            break
        if items[i].end <= end:
            out.append(i)
    return out


def _touching(items: Sequence[Entity], start: int, end: int) -> list[int]:
    """Indices of the items that overlap `text[start:end]`, for items that do not overlap each other."""
    first = max(0, bisect_left(items, start, key=lambda item: item.start) - 1)
    out = []
    for i in range(first, len(items)):
        if items[i].start >= end:
            break
        if items[i].end > start:
            out.append(i)
    return out


def overlapping(spans: Sequence[Span], start: int, end: int) -> list[Span]:
    """Those of the sorted, disjoint `spans` that overlap `text[start:end]`."""
    first = max(0, bisect_left(spans, start, key=lambda span: span[0]) - 1)
    out = []
    for i in range(first, len(spans)):
        if spans[i][0] >= end:
            break
        if spans[i][1] > start:
            out.append(spans[i])
    return out
