"""What kind of claim a piece is, and the one amount that it stands on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from toolkit.claims import words
from toolkit.claims.acts import is_attribution, is_open, is_talk, reports_act, tells_views
from toolkit.claims.pieces import Page, Piece, is_few, is_set, names, within
from toolkit.model import CLAIM_TYPES, Quantity, Segment

_LENGTHS = frozenset({"duration", "age"})
_DATES = frozenset({"date", "datetime", "time"})
# A range that is a way from one value to another: rose from 5% to 7%.
_CHANGE = re.compile(
    r"增|升|降|跌|涨|减|扩|缩|提高|回落|下调|上调|下滑|翻|"
    r"\b(?:rose|rise[ns]?|fell|fall(?:s|en)?|grew|grown?|grows|up|down|cut|gone|goes|went|moved|turned|rais(?:e|ed|ing)|lower(?:ed|ing)?|increas\w+|"
    r"decreas\w+|drop\w*|climb\w*|declin\w+|slid|jump\w*|surg\w+|went|widen\w*|narrow\w*|shrank|doubl\w+)\b",
    re.IGNORECASE,
)
_FROM = re.compile(r"^(?:从|由|from\b)", re.IGNORECASE)
_PLACED = re.compile(r"\b(?:rank\w*|came|comes?|finish\w*|plac\w+|in|at|No\.?|number)\s+(?:the\s+)?$", re.IGNORECASE)
_RANKED_SHARE = re.compile(
    r"前[\d一二三四五六七八九十百]+[名位强家]?|榜(?!首|样)|\btop\s+(?:\d|ten|five|three|hundred|\w+ty)", re.IGNORECASE
)
# What somebody expects, fears or hopes, and what hangs on a condition.
_MODAL = re.compile(
    r"\b(?:could|(?-i:may)|might|should|expects?|expected\s+to|forecast(?=\s+(?:to|that))|predicts?|hopes?)\b"
    r"|(?<!even\s)\bif\b|(?:(?!预计[^，。；]{0,8}[年月日底][^，。；]{0,12}(?:建成|投产|投用|开业|开工|完工|竣工|通车|交付|上市|上线|生效|举行|召开))预计|(?<![于合超及达到场])预期(?!$)|有望|或将|可能|也许|希望|应当|应该|不妨|估计会|会再|还会)",
    re.IGNORECASE,
)
_REASON = re.compile(r"\b(?:because|although|though|after|when|who|which|than)\b")
_REVISED = re.compile(
    r"预测(?:值)?[^，。]{0,8}(?:从|由|上调|下调|修正)|(?:上调|下调|rais|lower|cut|trimm|revis|slash)", re.IGNORECASE
)
# What will come about by itself, against what somebody decided.
_OUTCOME = re.compile(
    r"\b(?:will|would|shall)\s+(?:\w+ly\s+|not\s+|soon\s+)?(?:be(?!\s+\w+(?:ed|en|ld|lt|id)\b)|remain|reach|grow|rise|fall|hit|climb|"
    r"exceed|change|become|need|keep|double|account)\b"
    r"|(?:多半|迟早|终究|肯定|还)会|会(?:继续|是|越来越)|将(?:会|达到?|增长|增至|升至|降至|突破|超过|成为|占|接近|保持|维持|继续|改变|决定)"
)
_DECIDED = re.compile(
    r"批准|计划|预算|协议|规定|根据|承诺|宣布|决定|方案|[上下]调|税|日起|月起|"
    r"\b(?:under|budget|law|agreed|approved|passed|plan|deal|contract|decision|tariffs?|tax(?:es)?|pledged)\b"
)
_RECKONS = re.compile(
    r"\b(?:reckon(?:s|ed)?|predict(?:s|ed)?|forecast(?:s|ers?)?|expect(?:s|ed)?|think(?:s)?|hope[sd]?)\b"
)
_OWN_VIEW = re.compile(
    r"(?:笔者|(?<![他她])我)(?:并?不?(?:觉得|认为|相信)|以为|愿意)|在我看来|\b(?:I\s+(?:think|believe|suspect|reckon)|in\s+my\s+view)\b",
    re.IGNORECASE,
)
# Of nothing named, in the present: a ratio of 8% is the lock on the door; a body that is tired cannot …
_GENERAL = re.compile(
    r"an?\s(?!\w+\s(?:study|survey|report))[^,]{2,60}?\b(?:is\s+(?:an?|the)\s+(?!\w+est\b|first|only)|costs?\s+(?:less|more)\s+than\s+an?\b|cannot\b|can(?:not)?\s+be\b)"
    r"|(?:今天|今年|眼下|当年)的\S{1,4}$",
    re.IGNORECASE,
)
# Verbs of feeling, seeming and being.
_FEELS = re.compile(
    r"(?:am|is|are|['’]s|['’]re|hates?|loves?|likes?|wants?|needs?|feels?|thinks?|believes?|seems?|looks?|knows?|means?|deserves?|"
    r"matters?|hopes?|fears?|expects?|sounds?|gets?|goes|go|says?|tells?|comes?|hurts?|lies?|tends?|wish(?:es)?|makes?|shows?|"
    r"suggests?|reckons?|worry|worries|let|lets|captures?|evokes?|feels|risks?|looms?|remains?|helps?)"
)
_THE = re.compile(r"the|this|these|those|its|his|her|their")
_SHORTEST_RANKING = 3  # characters: 创新高
_NEXT_IS_LIST = re.compile(r"\s*\n\s*(?:[-*•·]|\d{1,2}[.)、])\s?")


@dataclass(frozen=True, slots=True)
class Amount:
    """The principal figure of a piece: `value` (and `value_max` of a range) as it is to be checked."""

    figure: Quantity
    value: Decimal | None
    value_max: Decimal | None
    kind: str  # "range" for an interval, "change" for from A to B, "score", else ""


def amount_of(page: Page, piece: Piece) -> Amount | None:
    """The amount that a piece stands on; None where it has none."""
    if not piece.figures:
        return None
    figure = page.quantities[piece.figures[0]]
    clause = page.text[piece.start : piece.end]
    head, tail = page.text[piece.start : figure.start], figure.text
    if is_set(figure) and words.SUPERLATIVE.search(clause.replace(figure.text, "")):
        return None  # the only Asian player in the top ten
    if figure.kind == "ordinal" and figure.text.lower() == "first" and not _PLACED.search(head):
        return Amount(figure, None, None, "")  # the first woman to run it: no place among others
    if figure.value is None or figure.value_max is None:
        return Amount(figure, figure.value, figure.value_max, "")
    descends = _is_descending(figure)
    if (_FROM.match(tail) or _FROM.search(head[-5:].strip())) and _CHANGE.search(clause):
        return Amount(figure, figure.value if descends else figure.value_max, None, "change")
    if descends:
        return Amount(figure, figure.value_max, None, "score")
    return Amount(figure, figure.value, figure.value_max, "range")


def _is_descending(figure: Quantity) -> bool:
    """Whether a range is written from the larger to the smaller: a score or a vote, or a fall."""
    first = re.search(r"\d[\d,]*(?:\.\d+)?", figure.text)
    if first is None or figure.value_max == figure.value:
        return False
    return Decimal(first[0].replace(",", "")) == figure.value_max


def types_of(page: Page, segment: Segment, piece: Piece, amount: Amount | None) -> tuple[str, ...]:
    """The types of a piece in the order of `CLAIM_TYPES`; none where it is no claim."""
    clause = page.text[piece.start : piece.end]
    types = (
        _figure_types(page, segment, piece, clause, amount) if amount else _other_types(page, segment, piece, clause)
    )
    return tuple(t for t in CLAIM_TYPES if t in types)


def _figure_types(page: Page, segment: Segment, piece: Piece, clause: str, amount: Amount) -> set[str]:
    figure = amount.figure
    if _is_no_fact(page, segment, piece, clause, figure):
        return set()
    types = {"rank" if figure.kind == "ordinal" else "temporal" if figure.kind in _LENGTHS else "statistical"}
    if amount.kind == "range":
        types.add("interval")
    compared = words.COMPARISON.search(clause) is not None
    if compared or amount.kind in ("change", "score") or (len(piece.figures) > 1 and _against(page, piece)):
        types.add("comparison")
    if figure.kind != "ordinal":
        apart = clause.replace(figure.text, " ")
        of_ranks = figure.kind in ("count", "number") and _RANKED_SHARE.search(apart) is not None
        if words.SUPERLATIVE.search(apart) or of_ranks:
            types.add("rank")
    return types


def _against(page: Page, piece: Piece) -> bool:
    """Whether the second figure of a piece is a score, a vote or what the first is measured by."""
    first, second = sorted((page.quantities[i] for i in piece.figures[:2]), key=lambda q: q.start)
    gap = page.text[first.end : second.start]
    alike = first.unit == second.unit or None in (first.unit, second.unit)
    scored = alike and re.fullmatch(r"\s*(?:-|–|−|比|对|:|：|to|(?:赞成|支持)[、，对比]?)\s*", gap) is not None
    set_against = r"高于|低于|少于|多于|相比|against|compared|versus|from|short\s+of|below\s+the|above\s+the|[至到为成]"
    return scored or re.search(set_against, gap + second.text) is not None


def _is_no_fact(page: Page, segment: Segment, piece: Piece, clause: str, figure: Quantity) -> bool:
    """Whether a clause with a figure is a question, a forecast, a supposition or a mere source."""
    sentence = page.text[segment.start : segment.end]
    if words.SUPPOSITION.match(sentence) or is_forecast(clause, sentence) or _is_own_view(page, segment, piece):
        return True
    if not names(page, piece.start, piece.end) and _GENERAL.match(clause):
        return True
    if clause.startswith("是") and page.text[piece.start - 1 : piece.start] == "而":
        return True  # 不是……而是……
    if is_open(clause) or (is_few(figure) and is_attribution(clause)):
        return True
    if page.text[piece.end : piece.end + 1] in ("?", "？") or is_heading(page, segment):
        return True
    modal = _MODAL.search(clause)
    if (
        modal
        and modal.start() > figure.end - piece.start
        and _REASON.search(clause, figure.end - piece.start, modal.start())
    ):
        return False  # swelled to 138,000 |because more came than it could handle
    return modal is not None and not _REVISED.search(clause)


def _other_types(page: Page, segment: Segment, piece: Piece, clause: str) -> set[str]:
    """The types of a clause without a figure."""
    sentence = page.text[segment.start : segment.end]
    if page.text[piece.end : piece.end + 1] in ("?", "？") or is_heading(page, segment) or is_attribution(clause):
        return set()
    if words.SUPPOSITION.match(sentence) or is_forecast(clause, sentence) or _is_own_view(page, segment, piece):
        return set()
    if is_open(clause) or words.OPINION.search(clause) or words.ADVICE.search(clause) or _MODAL.search(clause):
        return set()
    inside = [page.quantities[i] for i in within(page.quantities, piece.start, piece.end)]
    dated = any(q.kind in _DATES and not (q.iso and q.iso[0].startswith("R/")) for q in inside)
    named = bool(names(page, piece.start, piece.end))
    if not named and _GENERAL.match(clause):
        return set()
    types: set[str] = set()
    if words.COMPARISON.search(clause):
        types.add("comparison")
    if words.SUPERLATIVE.search(clause):
        types.add("rank")
    if types:
        return types if len(clause) >= _SHORTEST_RANKING else set()
    attributed = words.ATTRIBUTION.search(sentence) is not None
    named_near = named or bool(names(page, segment.start, segment.end))
    is_act = reports_act(clause, dated=dated, attributed=attributed, named=named, named_near=named_near)
    if is_act or _does_now(page, piece):
        types.add("statement")
        if dated:
            types.add("temporal")
    return types


def _does_now(page: Page, piece: Piece) -> bool:
    """Whether an English clause says, in the present, what somebody does to something that is named or known.

    By the parse: Unions call the plan reckless, but not: Markets hate uncertainty.
    """
    tree, parsed = page.tree, page.tree.words
    inside = within(parsed, piece.start, piece.end)
    verb = tree.verb(inside, ()) if inside else None
    if verb is None or parsed[verb].tag not in ("VBZ", "VBP") or tree.child(verb, "nsubj") not in inside:
        return False
    who, what = tree.child(verb, "nsubj"), tree.child(verb, "dobj", "ccomp", "prep", "xcomp")
    if (
        who is None
        or what is None
        or _FEELS.fullmatch(_word(page, verb))
        or tells_views(page.text[piece.start : piece.end])
    ):
        return False
    return _is_known(page, who) and (_is_known(page, what) or bool(names(page, piece.start, piece.end)))


def _is_known(page: Page, head: int) -> bool:
    """Whether a phrase has a name or "the" in it: the plan, its chief, Volvo."""
    parsed = page.tree.words
    first, last = page.tree.span(head)
    if names(page, parsed[first].start, parsed[last].end):
        return True
    return any(_THE.fullmatch(_word(page, i)) for i in range(first, last + 1))


def _word(page: Page, i: int) -> str:
    return page.text[page.tree.words[i].start : page.tree.words[i].end].lower()


def _is_own_view(page: Page, segment: Segment, piece: Piece) -> bool:
    """Whether the writer or reader is the matter of the sentence, or an opinion is announced before the piece."""
    before = page.text[segment.start : piece.start]
    colon = re.search(r"[:：]\s+(?=[^:：]*$)", before)  # Don't believe the hype: |the bank lost …
    sentence = page.text[segment.start + (colon.end() if colon else 0) : segment.end]
    return is_talk(sentence) or _OWN_VIEW.search(before) is not None


def is_forecast(clause: str, sentence: str = "") -> bool:
    """Whether a clause says what will come about, and nobody decided it: growth will remain at 3.2%.

    What somebody reckons will happen, by the rest of the `sentence`, is a forecast whatever it is.
    """
    if re.search(r"\b(?:will|would)\b", clause) and _RECKONS.search(sentence):
        return True
    return _OUTCOME.search(clause) is not None and not _DECIDED.search(clause)


def is_heading(page: Page, segment: Segment) -> bool:
    """Whether a sentence is a heading: by its mark, or a line without a full stop over a list."""
    line_start = page.text.rfind("\n", 0, segment.start) + 1
    over_list = _NEXT_IS_LIST.match(page.text, segment.end) is not None
    is_item = re.match(r"\s*(?:[-*•·]|\d{1,2}[.)、])\s?", page.text[line_start : line_start + 8]) is not None
    if over_list and not is_item and page.text[segment.end - 1] not in "。.!?！？；;…":
        return True
    return re.match(r"[ \t]*#", page.text[page.text.rfind("\n", 0, segment.start) + 1 :][:8]) is not None
