"""Entities + quantities → claims: who, what measure, which bound and value, when.

A sentence is cut into clauses and a clause into pieces with one figure each, so that every claim is something that one
verdict can answer. Pieces never overlap, and neither do claims.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from toolkit.claims import words
from toolkit.claims.clauses import Span, clauses, cut_between, trimmed
from toolkit.claims.measure import measure_of
from toolkit.claims.noise import noise_spans
from toolkit.claims.worth import worth
from toolkit.model import CLAIM_TYPES, TEMPORAL_KINDS, Claim, Entity, Quantity, Segment, claim_ids

_FIGURE_KINDS = frozenset(
    {"number", "count", "percent", "money", "measure", "range", "fraction", "multiple", "age", "temperature"}
)
_PERIOD_KINDS = frozenset({"date", "datetime", "duration"})
_ACTORS = frozenset({"PERSON", "ORG", "GPE", "NORP", "PRODUCT", "LAW", "EVENT"})
_NO_SUBJECTS = frozenset(
    {"NORP", "WORK_OF_ART", "LANGUAGE", "DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"}
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
_PART_OF_ZH = re.compile(
    r"^[^，。；、\d]{0,6}?[中里内](?:的|，?[^，。；、\d]{0,8}?(?:占据?|占有|拿下|取得|夺得|获得|有|的))?$"
)
_PART_OF_EN = re.compile(
    r"^(?:\s+[a-z]+)?\s+(?:out\s+)?of\s+(?:the|its|all|every|their)?\s*(?:\w+\s)?$|^\s+in\s+(?:every\s+)?$",
    re.IGNORECASE,
)
_CONVERTED = re.compile(
    r"^\s*[（(]\s*(?:约合|约为|折合|相当于|约|合|即|about|around|roughly|nearly|or|some|≈|~)?\s*$", re.IGNORECASE
)
_EACH = re.compile(r"(?:每|平均每|\bper\s|\bevery\s|\bfor each\s)$", re.IGNORECASE)

# A name after such a word is where, from whom or compared with what, and not the subject.
_NOT_SUBJECT_AFTER = re.compile(
    r"(?:[在于从向对与跟给把比被据按以是]|在社交(?:平台|媒体)|(?<![成作认视称])为|超越|超过|击败|领先|落后|"
    r"针对|援引|不同于|高于|低于|优于|来自|包括|通过|针对|称赞|前往)\s*[“‘《「]?$"
    r"|\b(?:in|at|on|by|from|to|for|with|against|than|into|over|via|under|behind|ahead\s+of|near|like|"
    r"outperform\w*|surpass\w*|overtak\w*|overtook|beat\w*|"
    r"citing|including|called|compared\s+with)\s+(?:the\s+|its\s+)?[“\"'‘]?$",
    re.IGNORECASE,
)
_OWNER_AFTER = re.compile(r"(?:\bby|belongs?\s+to|held\s+by|[由归]|属于)\s*(?:the\s+)?$", re.IGNORECASE)
_COMPANY = re.compile(r"(?:该|这家)?公司|the\s+company\b", re.IGNORECASE)
_PRONOUN = re.compile(
    r"(?P<many>(?:they|their)\b|[他她它]们|其(?!中))|(?P<person>s?he\b|[他她])|(?:its?\b|它)", re.IGNORECASE
)
_LONGEST_WITHOUT_SUBJECT = 5  # characters
_GOES_ON = re.compile(r"[至到升增降跌涨]|(?:up|down|to|from)\b")
_POSSESSED = re.compile(r"^\s?(?:的|['’]s?\s)\s?$")
# 报告显示, the report says: what is said comes in the next clause. A heading without a figure says it again below.
_SAYS_SO = re.compile(r"(?:显示|称|表示|说|指出|认为|透露|披露|\b(?:says?|said|shows?|reports?))$")
_HEADING = re.compile(r"[ \t]*#")
# A clause that only says when or where, and so belongs to the next one.
_LEAD_IN_END = re.compile(r"(?:[中里内]|以来|之后|之前|期间|之际|后|前|时|当天|截至.*)$")
_LEAD_IN_REST = re.compile(
    r"^[\s，,“”‘’(（)）]*(?:自|从|到|于|在|截至|截止|至|早在|就在|直到|当地时间|以来|之后|之前|期间|起|"
    r"后|前|时|里|中|内|间|底|初|末|当天|凌晨|上午|下午|晚间?|"
    r"on|in|as\s+of|since|by|until|at|during|after|before|the|of|and|[\s，,])*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Page:
    """The document as the functions here pass it on; `entities` and `quantities` are in reading order."""

    text: str
    entities: Sequence[Entity]
    quantities: Sequence[Quantity]
    noise: Sequence[Span]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a sentence that may be a claim: `figures` index its figures, the one that counts first."""

    start: int
    end: int
    figures: tuple[int, ...]


def find_claims(
    text: str, *, doc_id: str, segments: Sequence[Segment], entities: Sequence[Entity], quantities: Sequence[Quantity]
) -> list[Claim]:
    """The claims of `text` in reading order, none overlapping another; indices refer to `entities` and `quantities`."""
    page = _Page(text, entities, quantities, noise_spans(text))
    found: list[Claim] = []
    carried, carried_to = None, 0  # the subject of the sentence before, and where that ended
    for segment in segments:
        if _is_apart(text[carried_to : segment.start], text[segment.start : segment.start + 4]):
            carried = None
        claims = list(_sentence_claims(page, segment, carried))
        found += claims
        carried = next((c.subject for c in reversed(claims) if c.subject), None) or _topic(page, segment) or carried
        carried_to = segment.end
    ids = claim_ids(doc_id, [(text[c.context_start : c.context_end], c.text) for c in found])
    return [replace(claim, claim_id=claim_id) for claim, claim_id in zip(found, ids, strict=True)]


def _is_apart(gap: str, opening: str) -> bool:
    """Whether a subject does not carry over `gap` to what follows; the items of a list share theirs."""
    return "\n" in gap and not re.match(r"[-*•·]\s|\d+[.、)]", opening)


def _sentence_claims(page: _Page, segment: Segment, carried: str | None) -> Iterator[Claim]:
    before: Claim | None = None
    for piece in _pieces(page, segment):
        claim = _claim(page, segment, piece, carried)
        if claim:
            if claim.measure is None and before and claim.start - before.end < 3 and _GOES_ON.match(claim.text):
                claim = replace(claim, measure=before.measure)  # revenue rose 22 % | to 50 billion
            carried = claim.subject or carried
            yield claim
            before = claim


# --- cutting


def _pieces(page: _Page, segment: Segment) -> Iterator[_Piece]:
    """The pieces of a sentence, trimmed and not empty."""
    whole = [
        (page.quantities[i].start, page.quantities[i].end) for i in _within(page.quantities, segment.start, segment.end)
    ]
    whole += [
        (page.entities[i].start, page.entities[i].end) for i in _within(page.entities, segment.start, segment.end)
    ]
    noise = _overlapping(page.noise, segment.start, segment.end)
    for start, end in _with_lead_ins(page, clauses(page.text, segment.start, segment.end, whole, noise)):
        groups = _figure_groups(page, start, end)
        edges = [start]
        for left, right in pairwise(groups):
            left_end = max(page.quantities[i].end for i in left)
            edges.append(cut_between(page.text, left_end, min(page.quantities[i].start for i in right), whole))
        edges.append(end)
        for i, (piece_start, piece_end) in enumerate(pairwise(edges)):
            inside = [
                (page.quantities[q].start, page.quantities[q].end)
                for q in _within(page.quantities, piece_start, piece_end)
            ]
            piece_start, piece_end = trimmed(page.text, piece_start, piece_end, inside)
            if piece_start < piece_end:
                yield _Piece(piece_start, piece_end, groups[i] if groups else ())


def _with_lead_ins(page: _Page, spans: Sequence[Span]) -> list[Span]:
    """Clauses, with one that only says when or among what joined to the next: 截至9月，| in 2024,."""
    out: list[Span] = []
    waiting: int | None = None
    for start, end in spans:
        start = start if waiting is None else waiting
        last = (start, end) == (spans[-1] if waiting is None else (start, spans[-1][1]))
        waiting = start if not last and _is_lead_in(page, start, end) else None
        if waiting is None:
            out.append((start, end))
    return out


def _is_lead_in(page: _Page, start: int, end: int) -> bool:
    inside = [page.quantities[i] for i in _within(page.quantities, start, end)]
    if not inside:
        return False
    clause = page.text[start:end].strip()
    if all(q.kind in TEMPORAL_KINDS for q in inside):
        return _LEAD_IN_REST.match(_blanked(page.text, start, end, inside)) is not None
    # 在模型榜单前十名中，千问占七席: the first clause gives the set, the second the share of it.
    return len(inside) == 1 and inside[0].kind in ("ordinal", "count") and re.search(r"[中里内]$", clause) is not None


def _blanked(text: str, start: int, end: int, quantities: Sequence[Quantity]) -> str:
    rest, here = [], start
    for q in quantities:
        rest.append(text[here : q.start])
        here = q.end
    return " ".join([*rest, text[here:end]])


def _figure_groups(page: _Page, start: int, end: int) -> list[tuple[int, ...]]:
    """The figures of a clause; two quantities that make one figure are in one group, the one that counts first."""
    groups: list[tuple[int, ...]] = []
    last: Quantity | None = None
    for i in _within(page.quantities, start, end):
        quantity = page.quantities[i]
        if not _is_figure(page, quantity):
            continue
        gap = page.text[last.end : quantity.start] if last else ""
        if last is None or len(gap) > 40:
            groups.append((i,))
        elif _PART_OF_ZH.match(gap) or _EACH.search(page.text, max(start, last.start - 8), last.start):
            groups[-1] = (i, *groups[-1])
        elif _PART_OF_EN.match(gap) or (_CONVERTED.match(gap) and quantity.kind == last.kind):
            groups[-1] = (*groups[-1], i)
        else:
            groups.append((i,))
        last = quantity
    return groups


def _is_figure(page: _Page, quantity: Quantity) -> bool:
    """Whether a quantity is something to check, and no part of a name or of the page's furniture."""
    text = page.text
    if _overlapping(page.noise, quantity.start, quantity.end):
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
            return False  # 两党, 三国
        if re.search(r"[A-Za-z][-_]?$", text[max(0, quantity.start - 2) : quantity.start]):
            return False  # GPT-5, Wan2.2
        if quantity.comparator is None and _ONE_OF_SOMETHING.fullmatch(quantity.text):
            return False
        if quantity.unit is None and re.fullmatch(r"(?:1[89]|20)\d\d", quantity.text):
            return False  # a year without the word for it
    return True


def _is_rank(text: str, quantity: Quantity) -> bool:
    before, after = text[max(0, quantity.start - 14) : quantity.start], text[quantity.end : quantity.end + 16]
    if _NO_RANK_AFTER.match(after) or re.search(r"[次季章节届条页期代天年批轮步]$", quantity.text):
        return False
    return bool(_RANK_BEFORE.search(before) or _RANK_AFTER.match(after) or _RANK_INSIDE.search(quantity.text))


# --- reading one piece


def _claim(page: _Page, segment: Segment, piece: _Piece, carried: str | None) -> Claim | None:
    text = page.text
    clause, sentence = text[piece.start : piece.end], text[segment.start : segment.end]
    inside = _within(page.quantities, piece.start, piece.end)
    named = _within(page.entities, piece.start, piece.end)
    types = _types(page, segment, piece, sentence)
    if not types:
        return None
    figure = page.quantities[piece.figures[0]] if piece.figures else None
    subject = _subject(page, segment, piece, carried)
    measure = measure_of(text, figure, piece.start, piece.end, segment.lang) if figure else None
    period = _period(page, segment, piece, figure.start if figure else piece.start)
    score, reasons = worth(clause, sentence, types=types, subject=subject, measure=measure, period=period)
    return Claim(
        claim_id="",
        start=piece.start,
        end=piece.end,
        text=clause,
        lang=segment.lang,
        context_start=segment.start,
        context_end=segment.end,
        types=types,
        quantities=tuple(inside),
        entities=tuple(named),
        subject=subject,
        measure=measure,
        comparator=figure.comparator if figure else None,
        value=figure.value if figure else None,
        value_max=figure.value_max if figure else None,
        unit=figure.unit if figure else None,
        period=period,
        worth=score,
        reasons=reasons,
    )


def _types(page: _Page, segment: Segment, piece: _Piece, sentence: str) -> tuple[str, ...]:
    """The types of a piece in the order of `CLAIM_TYPES`; none where it is no claim."""
    clause = page.text[piece.start : piece.end]
    types: set[str] = set()
    compared = words.COMPARISON.search(clause)
    for i in piece.figures[:1]:
        figure = page.quantities[i]
        types.add("rank" if figure.kind == "ordinal" else "statistical")
        if figure.value_max is not None or figure.kind == "range":
            types.add("interval")
        if compared:
            types.add("comparison")
    if types:
        return tuple(t for t in CLAIM_TYPES if t in types)
    actor = any(page.entities[i].label in _ACTORS for i in _within(page.entities, segment.start, piece.end))
    if not actor or words.QUESTION.search(sentence) or words.OPINION.search(sentence):
        return ()
    if words.PREDICTION.search(clause) or words.ADVICE.search(clause) or _SAYS_SO.search(clause):
        return ()
    if _HEADING.match(page.text, page.text.rfind("\n", 0, segment.start) + 1):
        return ()
    if compared and any(
        page.entities[i].start >= compared.start() + piece.start for i in _within(page.entities, piece.start, piece.end)
    ):
        types.add("comparison")
    if words.SUPERLATIVE.search(clause):
        types.add("rank")
    if words.ACT.search(clause):
        dated = any(
            page.quantities[i].kind in ("date", "datetime") for i in _within(page.quantities, piece.start, piece.end)
        )
        types.add("temporal" if dated else "statement")
        if _is_serious(clause):
            types.add("statement")
    return tuple(t for t in CLAIM_TYPES if t in types)


def _is_serious(clause: str) -> bool:
    return any(pattern.search(clause) for pattern in words.TOPICS.values())


def _subject(page: _Page, segment: Segment, piece: _Piece, carried: str | None) -> str | None:
    """Whom or what the claim is about.

    For a figure the nearest name before it in the piece, else in the sentence; for an act the first before the verb.
    Then a name that owns or did it (belong to X, by X), then the subject of the sentence before.
    """
    text, clause = page.text, page.text[piece.start : piece.end]
    anchor = page.quantities[piece.figures[0]].start if piece.figures else piece.start + _verb_position(clause)
    here = _free(page, segment, piece.start, anchor)
    if here:
        return (here[-1] if piece.figures else _first_actor(text, here)).text
    if _COMPANY.match(clause):
        return None  # which one is more than the nearest name can say
    named_before = _names(page, segment.start, piece.start)
    pronoun = _PRONOUN.match(clause)
    if pronoun:
        meant = [e for e in named_before if (e.label == "PERSON") == bool(pronoun["person"])]
        return carried if pronoun["many"] or not meant else meant[-1].text
    for start, end in reversed(clauses(text, segment.start, piece.start, [])) if named_before else ():
        before = _free(page, segment, start, end)
        if before:
            return _first_actor(text, before).text
    for entity in _names(page, anchor, piece.end):
        if _OWNER_AFTER.search(text[max(piece.start, entity.start - 16) : entity.start]):
            return entity.text
    if not piece.figures and anchor - piece.start > _LONGEST_WITHOUT_SUBJECT:
        return None  # somebody without a name is in front of the verb
    return carried


def _verb_position(clause: str) -> int:
    found = [m.start() for p in (words.ACT, words.COMPARISON, words.SUPERLATIVE) if (m := p.search(clause))]
    return min(found, default=len(clause))


def _first_actor(text: str, names: Sequence[Entity]) -> Entity:
    """The first name, or the person whose post it only says: 大使馆发言人|刘鹏宇, Airbnb's Brian Chesky."""
    for name, following in pairwise(names):
        gap = text[name.end : following.start]
        if following.label != "PERSON" or len(gap) > 20 or re.search(r"[，,。、;；和与]|\band\b", gap):
            return name
    return names[-1]


def _free(page: _Page, segment: Segment, start: int, end: int) -> list[Entity]:
    """The names in `text[start:end]` that could be a subject.

    A name possessed by one that cannot is none either: 超越 Meta 的 Llama.
    """
    out: list[Entity] = []
    bound_until = -1
    for entity in _names(page, start, end):
        before = page.text[max(segment.start, entity.start - 24) : entity.start]
        possessed = bound_until >= 0 and _POSSESSED.match(page.text[bound_until : entity.start])
        if possessed or _NOT_SUBJECT_AFTER.search(before):
            bound_until = entity.end
        elif entity.label not in _NO_SUBJECTS:
            out.append(entity)
    return out


def _names(page: _Page, start: int, end: int) -> list[Entity]:
    return [page.entities[i] for i in _within(page.entities, start, end)]


def _topic(page: _Page, segment: Segment) -> str | None:
    """The name that a sentence without a claim hands on: its first."""
    free = [e for e in _free(page, segment, segment.start, segment.end) if e.label in _ACTORS]
    return free[0].text if free else None


def _period(page: _Page, segment: Segment, piece: _Piece, near: int) -> str | None:
    """The date or duration nearest to the figure in the piece, else in the sentence."""
    for start, end in ((piece.start, piece.end), (segment.start, segment.end)):
        dated = [page.quantities[i] for i in _within(page.quantities, start, end)]
        dated = [q for q in dated if q.kind in _PERIOD_KINDS and q.iso and not _overlapping(page.noise, q.start, q.end)]
        if dated:
            return min(dated, key=lambda q: abs(q.start - near)).iso[0]
    return None


# --- looking up what lies where; all lists are sorted by start


def _within(items: Sequence[Entity] | Sequence[Quantity], start: int, end: int) -> list[int]:
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


def _overlapping(spans: Sequence[Span], start: int, end: int) -> list[Span]:
    """Those of the sorted, disjoint `spans` that overlap `text[start:end]`."""
    first = max(0, bisect_left(spans, start, key=lambda span: span[0]) - 1)
    out = []
    for i in range(first, len(spans)):
        if spans[i][0] >= end:
            break
        if spans[i][1] > start:
            out.append(spans[i])
    return out
