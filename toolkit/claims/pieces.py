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
from toolkit.claims.clauses import Span, clauses, cut_between, trimmed
from toolkit.model import TEMPORAL_KINDS, Entity, Quantity, Segment

_FIGURE_KINDS = frozenset(
    {"number", "count", "percent", "money", "measure", "range", "fraction", "multiple", "age", "temperature"}
)
# What ranks something, beside an ordinal: 第三大, 排名第三, 前十; third-largest, ranked third, top ten.
_RANK_BEFORE = re.compile(
    r"(?:排名?|排行|排在|位居|位列|名列|跻身|高居|稳居|居|列|全球|世界|全国|亚洲|国内|夺得?|获得?|取得|"
    r"拿下|榜单?|行业)[^，。；\s]{0,3}$"
    r"|\b(?:rank(?:s|ed|ing)?|placed|came|comes|come|finish(?:ed|es)?|in|at|top|No\.?|number|"
    r"position)\s+(?:the\s+|in\s+|as\s+)?$",
    re.IGNORECASE,
)
_RANK_AFTER = re.compile(
    r"^(?:大|高|多|强|名|位|席|富|长|好|快|低)(?![型家])|^[-\s](?:most|largest|biggest|highest|lowest|"
    r"best|worst|smallest|richest|oldest|fastest|longest|"
    r"tallest|place|spot|position|in\s+the\s+world|worldwide|globally|overall)\b",
    re.IGNORECASE,
)
_RANK_INSIDE = re.compile(r"^(?:前|top\b|No\b|number\b|#)|[大高强名位]$|est$|place$", re.IGNORECASE)
_NO_RANK_AFTER = re.compile(
    r"^\s*(?:次|季|财季|章|节|届|条|款|页|期|代|天|年|批|轮|步|阶段|时间|课|集|卷|回|部分|方|者|产业|世界|"
    r"人称|quarter|half|time|person|lady|world)"
)
_ONE_OF_SOMETHING = re.compile(
    r"一[个种次场些位名家款份项条件则句篇张只支部方点边直般样切]?|两[国党院会]|双方|one|a|an", re.IGNORECASE
)
# Two quantities that are one figure: 前十名中的|七席, seven of the top ten, 5000亿美元（约|3.6万亿元）.
PART_OF_ZH = re.compile(
    r"^[^，。；、\d]{0,6}?[中里内](?:的|，?[^，。；、\d]{0,8}?(?:占据?|占有|拿下|取得|夺得|获得|有|的)了?)?$"
)
# 前十，千问独占|七席; 前十占|七; top ten: seven
_IN_SET = re.compile(r"^[^。；;\d]{0,16}$")
# 1美元兑|7.1元, 62%离|三分之二; what follows stands against what is there
_RATE = re.compile(r"^\s*(?:兑换?|折合|约合|等于|相当于|=|≈)约?\s*$|^\s*(?:离|距离?)\s*$")
# 由17万个增至|18万个, 比6亿又多了|1亿, (66.7%）还差|4个百分点: what counts comes last
_FROM_BEFORE = re.compile(r"(?:由|从)\s*$")
_GROWN_TO = re.compile(r"^(?:增|升|降|跌|涨|减|扩|提高|上升|下降|增长|变)[加至到为成了]{0,2}$")
_THAN_BEFORE = re.compile(r"比[^，。；]{0,12}$")
_MORE_BY = re.compile(r"^[)）]?(?:又|还|要|仍)?(?:多|少|高|低|大|小|增加|减少|相?差)(?:了|出)?$")
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
    r"^[\s“‘]*(?:(?:在|就)[^，。；]{2,24}[中里内上下]|按照?[^，。；\d]{2,14}(?:计算?|排名?|排座次|排序|来?看|衡量|算))$"
    r"|^\s*(?:In|Among|At|On|By|Of)\s+(?:a|an|the|its|that|this|all|most|one|live|downloads|model)\b[^,]{2,50}$"
)
# A label, or a figure that heads a line, belongs to what it introduces: 下载量：…; 300+: models released.
_COLON = re.compile(r"\s*[：:]")
_LONGEST_LABEL = 12  # characters of Chinese, or a few English words
# What is left of a clause that says nothing by itself once its figures are out: 恰好|七成, 第一名, up from|170,000.
_NOTHING = re.compile(
    r"(?:恰好?|正好|刚好|还|往上|以上|多|大约|约|即|也就是|就是|也是|占比?|名|位|分别|折合|合|相当于|了|的|也|是|为|"
    r"on|up|down|from|or|about|in|only|just|to|of|out|the)*",
    re.IGNORECASE,
)
_RESTATES = re.compile(r"\s*[，,]?\s*(?:也就是说?|即|就是|换成[^，]{0,12}|or\b|that is\b|i\.e\.)", re.IGNORECASE)
_SHORT_RANK = 4  # characters: 垫底, 垫底出局
# 这两国, 上述三条, the two countries, its three founders: they were counted before.
_DEFINITE_ZH = re.compile(r"(?:[这那该此其]|上述|前述|所有|全部)$")
_DEFINITE_EN = re.compile(r"\b(?:the|these|those|both|its|their|our|my|his|her)\s+$", re.IGNORECASE)
_SMALL_EN = re.compile(r"(?:one|two|three|four|five|six|seven|eight|nine|ten)\b", re.IGNORECASE)
_FEW = 10
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
    noise = overlapping(page.noise, segment.start, segment.end)
    spans = clauses(page.text, segment.start, segment.end, whole, noise)
    for start, end in _without_fragments(page, _with_lead_ins(page, spans)):
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
    dates_only = all(q.kind in TEMPORAL_KINDS for q in inside)
    if dates_only and _SETTING.match(clause) and not words.ACT.search(clause):
        return True
    if not inside:
        return False
    if dates_only:
        return _LEAD_IN_REST.match(_blanked(page.text, start, end, inside)) is not None
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
    if not figures:
        dated = within(page.quantities, start, end)
        is_rank = len(clause) <= _SHORT_RANK and words.SUPERLATIVE.search(clause) is not None
        return is_rank and bool(earlier) and not dated and not names(page, start, end)
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
    for i in within(page.quantities, start, end):
        quantity = page.quantities[i]
        if not _is_figure(page, quantity):
            continue
        gap = page.text[last.end : quantity.start] if last else ""
        if last is None or len(gap) > 40:
            groups.append((i,))
        elif _counts_before(page.text, start, last, gap, quantity):
            groups[-1] = (i, *groups[-1])
        elif PART_OF_EN.match(gap) or _adds_nothing(page.text, last, gap, quantity):
            groups[-1] = (*groups[-1], i)
        else:
            groups.append((i,))
        last = quantity
    return groups


def _counts_before(text: str, start: int, last: Quantity, gap: str, quantity: Quantity) -> bool:
    """Whether `quantity` is the figure that counts and `last`, before it, only what it is set against."""
    head = text[max(start, last.start - 16) : last.start]
    return bool(
        PART_OF_ZH.match(gap)
        or _RATE.match(gap)
        or _EACH.search(head)
        or (is_set(last) and quantity.kind in ("count", "number") and _IN_SET.match(gap) and at_most(quantity, last))
        or (_GROWN_TO.match(gap) and (_FROM_BEFORE.search(head) or last.text.startswith(("由", "从"))))
        or (_MORE_BY.match(gap) and (_THAN_BEFORE.search(head) or gap[0] in ")）"))
    )


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
    if quantity.kind == "ordinal":
        return _is_rank(text, quantity)
    if quantity.kind not in _FIGURE_KINDS:
        return False
    if quantity.kind in ("number", "count"):
        if quantity.unit is None and re.fullmatch(r"[一二两三四五六七八九十]", quantity.text):
            return text[quantity.start - 1 : quantity.start] in ("占", "得")  # 两党, 三国; but 前十占七
        if re.search(r"[A-Za-z][-_]?$", text[max(0, quantity.start - 2) : quantity.start]):
            return False  # GPT-5, Wan2.2
        if quantity.comparator is None and _ONE_OF_SOMETHING.fullmatch(quantity.text):
            return False
        if quantity.value == 1 and quantity.value_max is None and not any(c.isdigit() for c in quantity.text):
            return False  # at least one, 不到一家
        if is_few(quantity) and _is_definite(text, quantity):
            return False
        if re.match(r"(?:1[89]|20)\d\d(?![\d,.]|\s?[万亿])", quantity.text) and quantity.unit in (None, "把", "对"):
            return False  # a year without the word for it
    return True


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
    if _NO_RANK_AFTER.match(after) or re.search(r"[次季章节届条页期代天年批轮步]$", quantity.text):
        return False
    return bool(_RANK_BEFORE.search(before) or _RANK_AFTER.match(after) or _RANK_INSIDE.search(quantity.text))


def names(page: Page, start: int, end: int) -> list[Entity]:
    """The entities in `text[start:end]`."""
    return [page.entities[i] for i in within(page.entities, start, end)]


def within(items: Sequence[Entity] | Sequence[Quantity], start: int, end: int) -> list[int]:
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
