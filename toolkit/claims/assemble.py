"""Entities + quantities → claims: who, what measure, which bound and value, when.

A sentence is cut into clauses and a clause into pieces with one figure each, so that every claim is something that one
verdict can answer. Pieces never overlap, and neither do claims.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from toolkit.claims import words
from toolkit.claims.clauses import clauses
from toolkit.claims.measure import measure_of
from toolkit.claims.noise import noise_spans
from toolkit.claims.pieces import (
    PART_OF_EN,
    PART_OF_ZH,
    SAYS_SO,
    Page,
    Piece,
    at_most,
    is_few,
    is_set,
    names,
    overlapping,
    pieces,
    within,
)
from toolkit.claims.worth import worth
from toolkit.model import CLAIM_TYPES, Claim, Entity, Quantity, Segment, claim_ids

_PERIOD_KINDS = frozenset({"date", "datetime", "duration"})
_ACTORS = frozenset({"PERSON", "ORG", "GPE", "NORP", "PRODUCT", "LAW", "EVENT"})
_NO_SUBJECTS = frozenset(
    {"NORP", "WORK_OF_ART", "LANGUAGE", "DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"}
)
# A name after such a word is where, from whom or compared with what, and not the subject.
_NOT_SUBJECT_AFTER = re.compile(
    r"(?:[在于从向对与跟给把比被据按以是]|在社交(?:平台|媒体)|(?<![成作认视称])为|超越|超过|击败|领先|落后|"
    r"针对|援引|不同于|高于|低于|优于|来自|包括|通过|针对|称赞|前往)\s*[“‘《「]?$"
    r"|\b(?:(?<!shares )(?<!stake )in|at|on|by|from|to|for|with|against|than|into|over|via|"
    r"under|behind|ahead\s+of|near|like|outperform\w*|surpass\w*|overtak\w*|overtook|beat\w*|"
    r"citing|including|called|compared\s+with)\s+(?:the\s+|its\s+)?[“\"'‘]?$",
    re.IGNORECASE,
)
_OWNER_AFTER = re.compile(r"(?:\bby|belongs?\s+to|held\s+by|[由归]|属于)\s*(?:the\s+)?$", re.IGNORECASE)
_BELONGS = re.compile(r"属于|\bbelongs?\s+to\b|\b(?:is|are|been)\s+\w+['’]s$", re.IGNORECASE)
_IS_BEFORE = re.compile(r"\b(?:is|are|was|were|been)\s+$|[是姓]\s*[“\"]?$", re.IGNORECASE)
_COMPANY = re.compile(r"(?:该|这家)?公司|the\s+company\b", re.IGNORECASE)
_PUTS_IT = re.compile(
    r"\b(?:puts?|rank(?:s|ed)|plac(?:es|ed)|has|had|lists?|listed)\s+it\b|[把将][它其](?=排|列|放|定)", re.IGNORECASE
)
_PRONOUN = re.compile(
    r"(?P<many>(?:they|their)\b|[他她它]们|其(?!中))|(?P<person>s?he\b|[他她])|(?:its?\b|它)", re.IGNORECASE
)
_FAR_BACK = 300  # characters
_LONGEST_WITHOUT_SUBJECT = 5  # characters
_GOES_ON = re.compile(r"[至到升增降跌涨]|(?:up|down|to|from)\b")
_POSSESSED = re.compile(r"^\s?(?:的|['’]s?\s)\s?$")
_HEADING = re.compile(r"[ \t]*#")
_SEMICOLON = re.compile(r"[；;]")
# A clause that only says when or where, and so belongs to the next one.
_LEAD_IN_END = re.compile(r"(?:[中里内]|以来|之后|之前|期间|之际|后|前|时|当天|截至.*)$")


def find_claims(
    text: str, *, doc_id: str, segments: Sequence[Segment], entities: Sequence[Entity], quantities: Sequence[Quantity]
) -> list[Claim]:
    """The claims of `text` in reading order, none overlapping another; indices refer to `entities` and `quantities`."""
    page = Page(text, entities, quantities, noise_spans(text))
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


def _sentence_claims(page: Page, segment: Segment, carried: str | None) -> Iterator[Claim]:
    before: Claim | None = None
    for piece in pieces(page, segment):
        claim = _claim(page, segment, piece, carried)
        if claim:
            if claim.measure is None and before and claim.start - before.end < 3 and _GOES_ON.match(claim.text):
                claim = replace(claim, measure=before.measure)  # revenue rose 22 % | to 50 billion
            carried = claim.subject or carried
            yield claim
            before = claim


def _claim(page: Page, segment: Segment, piece: Piece, carried: str | None) -> Claim | None:
    text = page.text
    clause, sentence = text[piece.start : piece.end], text[segment.start : segment.end]
    inside = within(page.quantities, piece.start, piece.end)
    named = within(page.entities, piece.start, piece.end)
    types = _types(page, segment, piece, sentence)
    if not types:
        return None
    figure = page.quantities[piece.figures[0]] if piece.figures else None
    subject = _subject(page, segment, piece, carried)
    measure = measure_of(text, figure, piece.start, piece.end, segment.lang) if figure else None
    period = _period(page, segment, piece, figure.start if figure else piece.start)
    small = figure is not None and is_few(figure) and not _is_share(page, figure, inside)
    score, reasons = worth(
        clause,
        sentence,
        types=types,
        subject=subject,
        measure=measure,
        period=period,
        small=small,
    )
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


def _is_share(page: Page, figure: Quantity, inside: Sequence[int]) -> bool:
    """Whether `figure` counts some out of a number that stands beside it: 前十中的七席, seven of the ten."""
    for quantity in (page.quantities[i] for i in inside):
        first, second = sorted((figure, quantity), key=lambda q: q.start)
        gap = page.text[first.end : second.start]
        linked = PART_OF_EN.match(gap) or PART_OF_ZH.match(gap) or is_set(quantity)
        countable = quantity is not figure and quantity.kind in ("ordinal", "count", "number")
        if linked and countable and at_most(figure, quantity):
            return True
    return False


def _types(page: Page, segment: Segment, piece: Piece, sentence: str) -> tuple[str, ...]:
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
    actor = any(page.entities[i].label in _ACTORS for i in within(page.entities, segment.start, piece.end))
    if not actor or words.QUESTION.search(sentence) or words.OPINION.search(sentence):
        return ()
    if words.PREDICTION.search(clause) or words.ADVICE.search(clause) or SAYS_SO.search(clause):
        return ()
    if _HEADING.match(page.text, page.text.rfind("\n", 0, segment.start) + 1):
        return ()
    if compared and any(
        page.entities[i].start >= compared.start() + piece.start for i in within(page.entities, piece.start, piece.end)
    ):
        types.add("comparison")
    if words.SUPERLATIVE.search(clause):
        types.add("rank")
    if words.ACT.search(clause):
        dated = any(
            page.quantities[i].kind in ("date", "datetime") for i in within(page.quantities, piece.start, piece.end)
        )
        types.add("temporal" if dated else "statement")
        if _is_serious(clause):
            types.add("statement")
    return tuple(t for t in CLAIM_TYPES if t in types)


def _is_serious(clause: str) -> bool:
    return any(pattern.search(clause) for pattern in words.TOPICS.values())


def _subject(page: Page, segment: Segment, piece: Piece, carried: str | None) -> str | None:
    """Whom or what the claim is about.

    For a figure the nearest name before it in the piece, else in the sentence; for an act the first before the verb.
    Then a name that owns or did it (belong to X, by X), then the subject of the sentence before.
    """
    text, clause = page.text, page.text[piece.start : piece.end]
    anchor = page.quantities[piece.figures[0]].start if piece.figures else piece.start + _verb_position(clause)
    here = _free(page, segment, piece.start, anchor)
    if piece.figures and not here:
        # The $500 billion |Stargate Project
        after = page.quantities[piece.figures[0]].end
        here = [e for e in names(page, after, min(after + 40, piece.end)) if e.start - after < 2][:1]
    belongs = _BELONGS.search(text, piece.start, piece.end)
    if here and not _PUTS_IT.search(clause) and not (belongs and piece.figures):
        return (here[-1] if piece.figures else _first_actor(text, here)).text
    if _COMPANY.match(clause):
        return None  # which one is more than the nearest name can say
    owner = _owner(page, piece, anchor)
    if owner:
        return owner
    named_before = names(page, segment.start, piece.start)
    if _PUTS_IT.search(clause):
        free = _free(page, segment, segment.start, piece.start)
        return _first_actor(text, free).text if free else carried
    pronoun = _PRONOUN.match(clause)
    if pronoun:
        meant = [e for e in named_before if (e.label == "PERSON") == bool(pronoun["person"])]
        if not pronoun["person"]:  # nor a report, nor whoever wrote it
            meant = [e for e in meant if e.label not in _NO_SUBJECTS and text[e.end : e.end + 1] != "的"]
        if pronoun["person"] and not meant:
            meant = _persons_before(page, piece.start)
        return carried if pronoun["many"] or not meant else meant[-1].text
    for start, end in reversed(clauses(text, segment.start, piece.start, [])) if named_before else ():
        before = _free(page, segment, start, end)
        if before:
            return _first_actor(text, before).text
    if not piece.figures and anchor - piece.start > _LONGEST_WITHOUT_SUBJECT:
        return None  # somebody without a name is in front of the verb
    return carried


def _persons_before(page: Page, position: int) -> list[Entity]:
    """The people named shortly before `position`, in the same paragraph: whom he or she may stand for."""
    start = max(0, position - _FAR_BACK, page.text.rfind("\n", 0, position))
    return [e for e in names(page, start, position) if e.label == "PERSON"]


def _owner(page: Page, piece: Piece, anchor: int) -> str | None:
    """The name after the figure that has it or did it: belong to X, held by X, are X's."""
    for entity in names(page, anchor, piece.end):
        before = page.text[max(piece.start, entity.start - 16) : entity.start]
        ends = page.text[entity.end : piece.end].strip("\"”’'") in ("", "s")
        if _OWNER_AFTER.search(before) or (ends and _IS_BEFORE.search(before)):
            return entity.text
    return None


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


def _free(page: Page, segment: Segment, start: int, end: int) -> list[Entity]:
    """The names in `text[start:end]` that could be a subject.

    A name possessed by one that cannot is none either: 超越 Meta 的 Llama.
    """
    out: list[Entity] = []
    bound_until = -1
    for entity in names(page, start, end):
        before = page.text[max(segment.start, entity.start - 24) : entity.start]
        possessed = bound_until >= 0 and _POSSESSED.match(page.text[bound_until : entity.start])
        if possessed or _NOT_SUBJECT_AFTER.search(before):
            bound_until = entity.end
        elif entity.label not in _NO_SUBJECTS:
            out.append(entity)
    return out


def _topic(page: Page, segment: Segment) -> str | None:
    """The name that a sentence without a claim hands on: its first."""
    free = [e for e in _free(page, segment, segment.start, segment.end) if e.label in _ACTORS]
    return free[0].text if free else None


def _period(page: Page, segment: Segment, piece: Piece, near: int) -> str | None:
    """The date or duration nearest to the figure in the piece, else in the sentence."""
    cuts = [segment.start, *(m.end() for m in _SEMICOLON.finditer(page.text, segment.start, segment.end)), segment.end]
    part = max(cut for cut in cuts if cut <= piece.start), min(cut for cut in cuts if cut >= piece.end)
    for start, end in ((piece.start, piece.end), part):
        dated = [page.quantities[i] for i in within(page.quantities, start, end)]
        dated = [q for q in dated if q.kind in _PERIOD_KINDS and q.iso and not overlapping(page.noise, q.start, q.end)]
        dated = [q for q in dated if not q.iso[0].startswith("R/")]  # daily, 每年: how often, not when
        if (start, end) != (piece.start, piece.end):
            dated = [q for q in dated if q.kind != "duration"]  # how long another clause lasts
        if dated:
            return min(dated, key=lambda q: abs(q.start - near)).iso[0]
    return None
