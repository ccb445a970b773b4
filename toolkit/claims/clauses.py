"""Sentence → clauses → pieces with one figure each; every cut is a character offset, and no two pieces overlap."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

Span = tuple[int, int]

_PAIRS = {"“": "”", "‘": "’", "「": "」", "『": "』", "《": "》", "（": "）", "(": ")", "[": "]", "【": "】", '"': '"'}
_CLOSING = frozenset(_PAIRS.values())

_SAYS_ZH = (
    r"(?:(?<![名职简号堪被人自统通俗])称(?![为号赞霸职得道心])|(?<![小传学据听来再如果可劝者])说(?![明法服谎到了过的得对])|(?<![可以])表示(?!欢迎|愿意|支持|反对|感谢|祝贺|关切)|"
    r"指出|透露|声称|坦言|显示(?![屏器])|写道|(?<![我们])认为)"
)
_SAYS_EN = (
    r"says?|said|claims?|claimed|report(?:s|ed)|shows?|showed|warn(?:s|ed)|announced|alleges?|alleged|suggest(?:s|ed)|"
    r"found|finds|argues?|argued|believes?|believed|estimates?|estimated|confirm(?:s|ed)|reveal(?:s|ed)|"
    r"admit(?:s|ted)|insist(?:s|ed)|adds?|added|notes?|noted|predicts?|predicted|conclude[sd]?|acknowledge[sd]?|"
    r"told\s+(?:[\w’'-]+\s+){0,3}?[\w’'-]+|reports|replied|conced(?:es?|ed)|boast(?:s|ed)|testified|wrote|emerged|stated|complain(?:s|ed)"
)
_BREAK = re.compile(
    r"(?!(?<=死刑)，缓期)[，；：。！？…|｜\t]+|(?!(?<=\d[-–]\d), \d{1,2}[-–]\d)[,:;!?](?!\d)|"
    r"(?<!\d)[,:;!?](?=\d)|\.(?=\s|$)|——?|–(?=\s)|\s-\s"
    r"|\s(?=(?:while|whereas|although|though|but)\s"
    r"|and\s(?:came|ranked|finished|placed|won|lost|became|was|were|is|are|has|have|[a-z]{3,}s\s(?:the|its|[A-Z])"
    r"|(?:[a-z]{2,}ed|took|made|sold|shut|cut|left|sent|paid|gave|built|bought|held|met|put|set|hit|seized|fled|broke)\s"
    r"(?:an?|the|its|his|her|their|him|them|some|about|nearly|at\sleast|more|over|around|hundreds|dozens|all|two|three|four|"
    r"five|six|seven|eight|nine|ten|[A-Z]|[\d$€£¥])"
    r"|[\d$€£¥][\d.,]*\s(?:[a-z]+\s){1,2}(?:[a-z]{2,}ed|lost|were|was|had|have|are|died|left|fell|rose|took)\b"
    r"|(?:the|its|their|his|her)\s(?:\w+\s)?(?:\w{2,}est|most|first|only)\s)"
    r")"
    # What is said begins after "says that", "said" with a clause, 称: who says it is no part of the claim.
    rf"|(?P<says>(?<=\s)(?:{_SAYS_EN})(?:\s+[\w’']+){{0,4}}?\s+that\s(?!of\b)"
    r"|(?<=\s)(?:say|says|said)\s+(?=(?:it|they|he|she|the|an?|its|his|her|their|there|no|each|all|some|more|about|at|only|"
    r"[A-Z][\w’'-]*|[\d$€£¥][\d.,]*|[a-z]+\s(?:was|were|had|has|have|is|are|will|would|[a-z]+ed))\s)(?!(?:[A-Z][\w’'.-]*|the|an?|its|his|her|their)(?:\s+[\w’'.-]+){0,5}\s*(?:[,.]|$))"
    r"|\breports?\s+that\s|\s(?:government|ministry|company|firm|party|union|other)\s+that\s(?=it|they|he|she)"
    rf"|{_SAYS_ZH}(?=\s?[^，。；：:,“”「」\s]{{4}}|\s?[A-Za-z][^，。；：:,“”「」]{{3}})|(?:网传|(?<![\u4e00-\u9fff])听说)(?=[^“”，]{{4}}))",
)
# A mark inside quotation marks that makes them hold speech.
# Whose words are counted are no speaker: half of the respondents said that …
_SURVEYED = re.compile(
    r"\b(?:half|thirds?|quarters?|fifths?|sixths?|tenths?|most|majority|%|per\s?cent)\s+of\s+[^,，。]{1,40}$|(?:\d\s?%|成|半数)\s*$|(?:[\d%成]|半数|half|third|quarter|most)[^,，。]{0,40}?(?:respondents|adults|people|voters|residents|participants|"
    r"受访者|网友|选民|居民|的人)\s*$",
    re.IGNORECASE,
)
_MORE = re.compile(r"\d|\w.*\b(?:after|when|because|before|and|while|but)\s")
_SPEECH = re.compile(r"[，。！？；!?;]|,(?!\d)|\.(?=\s|$)|[.]$")
_STRONG = re.compile(r"[，；：。！？、（(—,;:](?!\d{3}(?!\d))")
_JOINING = re.compile(
    r"以及|(?<![平缓温饱总])和(?![平谐解])|(?<![普涉提危波遍埃])及(?!其)|(?<![参赠])与(?!会)|(?<![合兼归吞])并(?!非)|而(?!且)|同时|其中|但|"
    r"\b(?:and|or|with|but|while|versus|vs\.?|plus|compared|against|from|to|as|at)\b",
    re.IGNORECASE,
)
_LEADING_TO_FIGURE = re.compile(
    r"升至|[至到](?!少|今|底)|持股|持有|拥有|增至|降至|跌至|涨至|减至|扩至|达到|高达|位居|位列|名列|排名|排在|跻身|占据?|超过|突破|增长|"
    r"上涨|下跌|下降|(?:rank|plac|came|com)\w*\s|\b(?:has|have|had|is|are|was|were|worth|holds?)\s",
)

_EDGE_WORDS = re.compile(
    r"(?:并且|而且|尽管|却(?=说|称)|虽然|因为|由于|不过|然而|所以|因此|以及|同时|此外|另外|但是|但|而|并(?![处购发非不未没无])|和(?![平解谐睦])|及(?![时格早])|且|与(?=\d)|"
    r"(?:and|but|while|whereas|although|though|or|because|however|as well as|plus|so(?!\sfar)|then|also|meanwhile|"
    r"after(?=\s(?:it|they|he|she)\s)|yet)\b|(?-i:that)\b)\s*",
    re.IGNORECASE,
)
_END_WORDS = re.compile(
    r"\s*(?:以及|并且|而且|同时|(?<![平缓温饱总])和|(?<![普涉提危波遍埃])及|(?<![参赠])与|(?<![合兼归吞])并|"
    r"(?<![反从进因])而|但|、|(?<![甚截直])至|\b(?:and|but|or|with|while|as well as|plus|from|to|by|as))$",
    re.IGNORECASE,
)
_EDGE_MARKS = frozenset(" \t\n\u3000，,；;：:。.!?！？、—–-…·•*#_>|｜~`")
_SIGNS = frozenset("-+$€£¥￥<>~≈≥≤±")  # marks that belong to a figure beside them


def clauses(text: str, start: int, end: int, whole: Iterable[Span], noise: Iterable[Span] = ()) -> list[Span]:
    """The clauses of the sentence `text[start:end]`, untrimmed, without those that only say who says the next.

    Nothing is cut inside `whole` spans (quantities, names), brackets or a quoted name; quoted speech is cut like any
    other. `noise` spans are left out.
    """
    paired = pairs(text, start, end)
    quoted = [span for span in paired if _is_speech(text, span)]
    closed = merged([*whole, *(span for span in paired if span not in quoted)])
    marks = [(at, at + 1) for first, last in quoted for at in (first, last - 1)]
    found = [m for m in _BREAK.finditer(text, start, end) if not _inside(m.start(), closed)]
    found = [m for m in found if not (m["says"] and _SURVEYED.search(text, max(start, m.start() - 60), m.start()))]
    says = {m.start() for m in found if m["says"]}
    out, here = [], start
    for gap_start, gap_end in merged(
        [*(m.span() for m in found), *marks, *((max(s, start), min(e, end)) for s, e in noise)]
    ):
        # Who says what follows is no claim, unless it holds a figure: a trial with 4,120 volunteers found that …
        if here < gap_start and not (gap_start in says and not _MORE.search(text, here, gap_start)):
            out.append((here, gap_start))
        here = max(here, gap_end)
    if here < end:
        out.append((here, end))
    return out


def _is_speech(text: str, quoted: Span) -> bool:
    """Whether a pair of quotation marks holds what somebody says, with clauses of its own, rather than a name."""
    first, last = quoted
    return text[first] in '“「"' and _SPEECH.search(text, first + 1, last - 1) is not None


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
