"""Sentence → clauses → pieces with one figure each; every cut is a character offset, and no two pieces overlap."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

Span = tuple[int, int]

_PAIRS = {"“": "”", "‘": "’", "「": "」", "『": "』", "《": "》", "（": "）", "(": ")", "[": "]", "【": "】", '"': '"'}
_CLOSING = frozenset(_PAIRS.values())

_BREAK = re.compile(
    r"[，；：。！？…|｜\t]+|[,;:!?](?!\d)|(?<!\d)[,;:!?](?=\d)|\.(?=\s|$)|——?|–(?=\s)|\s-\s"
    r"|\s(?=(?:while|whereas|although|though|but|because)\s|and\s(?:came|ranked|finished|placed|won|lost|became|was|were|is|are|has|have)\b)"
    r"|(?<=\s)(?:says?|said|claims?|claimed|reported|shows?|showed|warned|announced)\s+that\s",
)
_STRONG = re.compile(r"[，；：。！？、（(—,;:](?!\d{3}(?!\d))")
_JOINING = re.compile(
    r"以及|和(?![平谐解])|及(?!其)|与(?!会)|并(?!非)|而(?!且)|同时|其中|但|"
    r"\b(?:and|or|with|but|while|versus|vs\.?|plus|compared|against|from|to|as)\b",
    re.IGNORECASE,
)
_LEADING_TO_FIGURE = re.compile(
    r"升至|[至到](?!少|今|底)|持股|持有|拥有|增至|降至|跌至|涨至|减至|扩至|达到|高达|位居|位列|名列|排名|排在|跻身|占据?|超过|突破|增长|"
    r"上涨|下跌|下降|(?:rank|plac|came|com)\w*\s|\b(?:has|have|had|is|are|was|were|worth|holds?)\s",
)

_EDGE_WORDS = re.compile(
    r"(?:并且|而且|尽管|虽然|因为|由于|不过|然而|所以|因此|以及|同时|此外|另外|其中|但是|但|而|并|和|及|且|与(?=\d)|"
    r"(?:and|but|while|whereas|although|though|or|because|however|as well as|plus)\b|(?-i:that)\b)\s*",
    re.IGNORECASE,
)
_END_WORDS = re.compile(
    r"\s*(?:以及|并且|而且|同时|[和及与并而但、至]|\b(?:and|but|or|with|while|as well as|plus|from|to|by|as))$",
    re.IGNORECASE,
)
_EDGE_MARKS = frozenset(" \t\n\u3000，,；;：:。.!?！？、—–-…·•*#_>|｜~`")
_SIGNS = frozenset("-+$€£¥￥<>~≈≥≤±")  # marks that belong to a figure beside them


def clauses(text: str, start: int, end: int, whole: Iterable[Span], noise: Iterable[Span] = ()) -> list[Span]:
    """The clauses of the sentence `text[start:end]`, untrimmed.

    Nothing is cut inside `whole` spans (quantities, names) or between a pair of quotation marks or brackets; `noise`
    spans are left out.
    """
    closed = merged([*whole, *pairs(text, start, end)])
    breaks = [m.span() for m in _BREAK.finditer(text, start, end) if not _inside(m.start(), closed)]
    out, here = [], start
    for gap_start, gap_end in merged([*breaks, *((max(s, start), min(e, end)) for s, e in noise)]):
        if here < gap_start:
            out.append((here, gap_start))
        here = max(here, gap_end)
    if here < end:
        out.append((here, end))
    return out


def cut_between(text: str, left: int, right: int, whole: Iterable[Span] = ()) -> int:
    """Where to cut between a figure that ends at `left` and the next, which starts at `right`.

    After the first comma or the like, else before the last joining word, else before a verb that leads to the second
    figure, else right before the second figure.
    """
    closed = merged(whole)
    for match in _STRONG.finditer(text, left, right):
        if not _inside(match.start(), closed):
            return match.end()
    joints = [m for m in _JOINING.finditer(text, left, right) if not _inside(m.start(), closed)]
    if joints:
        return joints[-1].start()
    lead = _LEADING_TO_FIGURE.search(text, left, right)
    return lead.start() if lead and not _inside(lead.start(), closed) else right


def trimmed(text: str, start: int, end: int, keep: Iterable[Span] = ()) -> Span:
    """`(start, end)` without white space, punctuation, half pairs and conjunctions at its edges, never into `keep`."""
    first = min((s for s, _ in keep), default=end)
    last = max((e for _, e in keep), default=start)
    while True:
        before = start, end
        while start < min(end, first) and _is_edge(text, start, start, end):
            start += 1
        while end > max(start, last) and _is_edge(text, end - 1, start, end):
            end -= 1
        word = _EDGE_WORDS.match(text, start, end)
        if word and word.end() <= first:
            start = word.end()
        tail = _END_WORDS.search(text, max(start, last, end - 12), end)
        if tail and tail.end() == end:
            end = tail.start()
        if (start, end) == before:
            return start, end


def pairs(text: str, start: int, end: int) -> list[Span]:
    """The spans from an opening quotation mark or bracket to its partner, outermost ones only."""
    found: list[Span] = []
    open_marks: list[tuple[str, int]] = []
    for i in range(start, end):
        char = text[i]
        if char not in _PAIRS and char not in _CLOSING:
            continue
        depth = next((d for d in range(len(open_marks) - 1, -1, -1) if _PAIRS[open_marks[d][0]] == char), None)
        if depth is not None:
            found.append((open_marks[depth][1], i + 1))
            del open_marks[depth:]
        elif char in _PAIRS:
            open_marks.append((char, i))
    return merged(found)


def merged(spans: Iterable[Span]) -> list[Span]:
    """Sorted, overlapping ones joined, empty ones dropped."""
    out: list[Span] = []
    for start, end in sorted(spans):
        if end <= start:
            continue
        if out and start < out[-1][1]:
            out[-1] = out[-1][0], max(end, out[-1][1])
        else:
            out.append((start, end))
    return out


def _inside(position: int, closed: Sequence[Span]) -> bool:
    """Whether `position` lies in one of the sorted, disjoint spans."""
    i = bisect_right(closed, position, key=lambda span: span[0]) - 1
    return i >= 0 and position < closed[i][1]


def _is_edge(text: str, i: int, start: int, end: int) -> bool:
    """Whether the character at `i` may be trimmed from `text[start:end]`."""
    char = text[i]
    if char in _EDGE_MARKS:
        # A full stop may end an abbreviation, but no claim needs it.
        return not (char in _SIGNS and i + 1 < end and text[i + 1].isdigit())
    if char in _PAIRS and char != '"':
        return _PAIRS[char] not in text[i + 1 : end]
    if char in _CLOSING and char != '"':
        partners = [opening for opening, closing in _PAIRS.items() if closing == char]
        return not any(opening in text[start:i] for opening in partners)
    return char == '"' and text.count('"', start, end) % 2 == 1
