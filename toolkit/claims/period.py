"""When a claim holds: the date that stands in its clause, or one in the same sentence that governs it."""

from __future__ import annotations

import re
from datetime import date, timedelta

from toolkit.claims.acts import is_attribution
from toolkit.claims.clauses import Span
from toolkit.claims.pieces import Page, Piece, overlapping, within
from toolkit.model import Quantity, Segment

_KINDS = frozenset({"date", "datetime", "duration"})
_CLAUSE_MARK = re.compile(r"[，,；;：。]")
# A time that is only what something is set against: than a month ago, 较去年同期, from 2019年的20.5%.
_YARDSTICK_BEFORE = re.compile(
    r"(?:(?<![占对百同环])比|(?<![比为])较|[高低多少快慢早晚优强弱]于|超过|不及)[^，。；]{0,6}$|\b(?:than|as\s+in|as\s+(?:\w+\s+){0,2}in|(?:average|level)\s+(?:for|in|of)|"
    r"from|against|compared\s+(?:with|to))\s+(?:(?:in|the|that\s+of|a)\s+)*$",
    re.IGNORECASE,
)
_YARDSTICK_AFTER = re.compile(r"^(?:同期|的[\d一二三四五六七八九十.]+[^，。；]{0,8}[升降增减跌涨提回])")
# A clause with a holder or a stock of its own is not governed by the day or year of the one before.
_NEW_MATTER = re.compile(
    r"^(?:其中(?![^，]*%)|成为|使|是|携带|期限|最|该|这|另|发行|票面|认购|覆盖|触发)|市值|负债|资产|现金|余额|库存|存款|储备|人口|日均|单店|参数|"
    r"\b(?:valuation|market\s+value|debts?|cash|assets|employs?|workforce|leaving|with)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"^(?:(?:同比|环比)|[跌涨升降增减至到]|to\b|up\b|down\b|or\b|an?\s|the\s+(?:most|\w+est))", re.IGNORECASE
)
_EDGE_OF_MONTH = re.compile(
    r"(?:上旬|中旬|下旬|月?[底初末]|\b(?:early|mid|late|the\s+end\s+of|the\s+start\s+of))", re.IGNORECASE
)
_LONGEST_FRAME = 6  # characters beside the time: 截至…, In …, 当天…
_UNTIL = re.compile(r"(?:至|到|截至|截止|为止)$|\b(?:by|until|till|through)\s+(?:the\s+end\s+of\s+)?$", re.IGNORECASE)


def period_of(page: Page, segment: Segment, piece: Piece, figure: Quantity | None) -> str | None:
    """The ISO date, interval or length of time of a piece; None where none stands in it or governs it."""
    near = figure.start if figure else piece.start
    inside = _times(page, piece.start, piece.end, figure)
    if inside:
        return _whole(page.text, min(inside, key=lambda q: (q.kind == "duration", abs(q.start - near))))
    start = segment.start
    earlier = [q for q in _times(page, start, piece.start, figure) if q.kind != "duration"]
    earlier = [q for q in earlier if not _is_of_source(page.text, start, q)]
    governing = [q for q in earlier if _governs(page.text, start, q, page.text[piece.start : piece.end])]
    return _whole(page.text, governing[-1]) if governing else None


def _times(page: Page, start: int, end: int, figure: Quantity | None) -> list[Quantity]:
    """The times in `text[start:end]` that can say when: no recurrence, no yardstick, not the figure itself."""
    found = [page.quantities[i] for i in within(page.quantities, start, end)]
    return [
        q
        for q in found
        if q.kind in _KINDS
        and q.iso
        and not q.iso[0].startswith("R/")
        and q != figure
        and not (q.kind == "duration" and not _is_span(page.text, q, figure))
        and not overlapping(page.noise, q.start, q.end)
        and not _YARDSTICK_BEFORE.search(page.text[max(start, q.start - 20) : q.start])
        and not _YARDSTICK_AFTER.match(page.text[q.end : q.end + 24])
    ]


def _is_span(text: str, quantity: Quantity, figure: Quantity | None) -> bool:
    """Whether a length of time is the stretch that a figure is counted over: 三年间虚报…, over four years."""
    if figure is None or figure.kind in _KINDS:
        return False
    return (
        quantity.end <= figure.start
        or re.search(r"\bover\s+(?:the\s+\w+\s+)?$", text[: quantity.start][-20:]) is not None
    )


def _clause_around(text: str, start: int, quantity: Quantity) -> Span:
    first = max((m.end() for m in _CLAUSE_MARK.finditer(text, start, quantity.start)), default=start)
    last = _CLAUSE_MARK.search(text, quantity.end)
    return first, last.start() if last else len(text)


def _is_of_source(text: str, start: int, quantity: Quantity) -> bool:
    """Whether a time says when somebody said it: officials said on Friday."""
    first, last = _clause_around(text, start, quantity)
    clause = text[first:last].strip()
    return (
        is_attribution(clause)
        or re.search(r"\b(?:said|says|reported|announced)\s+(?:\w+\s+)?" + re.escape(quantity.text), clause) is not None
    )


def _governs(text: str, start: int, quantity: Quantity, clause: str) -> bool:
    """Whether the time of an earlier clause holds for `clause` too: a frame, or a stretch of time that goes on."""
    iso = quantity.iso[0]
    first, last = _clause_around(text, start, quantity)
    rest = text[first : quantity.start] + text[quantity.end : last]
    is_frame = first == start and len(rest.strip()) <= _LONGEST_FRAME and not re.search(r"\d", rest)
    if is_frame or iso.startswith("../"):
        return True
    if iso.endswith("/..") or _NEW_MATTER.search(clause):
        return False
    if "/" in iso:
        return True
    return _GOES_ON.match(clause) is not None


def _whole(text: str, quantity: Quantity) -> str:
    """The time in whole months, where only a part of one is meant; until a month or year where the words say so."""
    iso = quantity.iso[0]
    if quantity.kind == "datetime" and "/" not in iso:
        return iso.partition("T")[0]
    first, _, last = iso.partition("/")
    if quantity.kind == "duration" or not _EDGE_OF_MONTH.search(quantity.text):
        return iso
    if last == "..":
        return f"{first[:8]}01/.." if len(first) == 10 else iso
    if len(first) != 10 or len(last) != 10:
        return iso
    if _UNTIL.search(text[max(0, quantity.start - 18) : quantity.start]):
        return f"../{last}"
    if first[:7] != last[:7] or re.search(r"旬", quantity.text):
        return iso
    begin = date.fromisoformat(f"{first[:8]}01")
    end = (begin.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return f"{begin.isoformat()}/{end.isoformat()}"
