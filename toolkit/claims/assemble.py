"""Entities + quantities → claims: who, what measure, which bound and value, when.

A sentence is cut into clauses and a clause into pieces with one figure each, so that every claim is something that one
verdict can answer. Pieces never overlap, and neither do claims.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from toolkit.claims.attribution import Saying, attribution, sayings
from toolkit.claims.kinds import amount_of, types_of
from toolkit.claims.measure import measure_of
from toolkit.claims.noise import noise_spans
from toolkit.claims.normalized import normalized
from toolkit.claims.period import period_of
from toolkit.claims.pieces import (
    PART_OF_EN,
    PART_OF_ZH,
    Page,
    Piece,
    at_most,
    is_few,
    is_set,
    pieces,
    within,
)
from toolkit.claims.subject import subject_of, topic
from toolkit.claims.tree import Tree
from toolkit.claims.worth import worth
from toolkit.model import Claim, Entity, Quantity, Segment, Word, claim_ids

_LARGE = 100  # a figure as large as this hardly comes twice by chance


def find_claims(
    text: str,
    *,
    doc_id: str,
    segments: Sequence[Segment],
    entities: Sequence[Entity],
    quantities: Sequence[Quantity],
    words: Sequence[Word] = (),
) -> list[Claim]:
    """The claims of `text` in reading order, none overlapping another; indices refer to `entities` and `quantities`.

    `words` are those of its English sentences, parsed; without them English is read by rules alone.
    """
    page = Page(text, entities, quantities, noise_spans(text), Tree(words))
    found: list[Claim] = []
    carried, carried_to = None, 0  # the subject of the sentence before, and where that ended
    for segment in segments:
        if _is_apart(text[carried_to : segment.start], text[segment.start : segment.start + 4]):
            carried = None
        claims = list(_sentence_claims(page, segment, carried))
        found += [claim for claim in claims if not _is_mention(page, claim, found)]
        carried = (
            next((c.subject for c in reversed(claims) if c.subject and c.subject != c.measure), None)
            or topic(page, segment)
            or carried
        )
        carried_to = segment.end
    ids = claim_ids(doc_id, [(text[c.context_start : c.context_end], c.text) for c in found])
    said = sayings(text, segments, entities)
    return [_told(page, replace(claim, claim_id=claim_id), said) for claim, claim_id in zip(found, ids, strict=True)]


def _is_mention(page: Page, claim: Claim, before: Sequence[Claim]) -> bool:
    """Whether a claim only comes back to a large figure of an earlier paragraph: those 170,000 derived models are …"""
    if claim.types != ("statistical",) or claim.entities or claim.period or (claim.value or 0) < _LARGE:
        return False
    figure = claim.value, claim.value_max, claim.unit
    same = [c for c in before if (c.value, c.value_max, c.unit) == figure]
    return any("\n" in page.text[c.end : claim.start] for c in same)


def _told(page: Page, claim: Claim, said: Sequence[Saying]) -> Claim:
    """The claim with who says it, and with its words in one short sentence."""
    context = claim.context_start, claim.context_end
    speaker, stance = attribution(page.text, (claim.start, claim.end), context, said, claim.subject)
    same = (page.quantities[i] for i in claim.quantities)
    figure = next((q for q in same if (q.value, q.unit) == (claim.value, claim.unit)), None)
    span = (figure.start - claim.start, figure.end - claim.start) if figure else None
    return replace(claim, speaker=speaker, stance=stance, normalized=normalized(claim, span))


def _is_apart(gap: str, opening: str) -> bool:
    """Whether a subject does not carry over `gap` to what follows; the items of a list share theirs."""
    return "\n" in gap and not re.match(r"[-*•·]\s|\d+[.、)]", opening)


def _sentence_claims(page: Page, segment: Segment, carried: str | None) -> Iterator[Claim]:
    before: Claim | None = None
    for piece in pieces(page, segment):
        claim = _claim(page, segment, piece, carried, before.measure if before else None)
        if claim:
            if claim.subject != claim.measure:  # what is measured holds nothing that follows
                carried = claim.subject or carried
            yield claim
            before = claim


def _claim(page: Page, segment: Segment, piece: Piece, carried: str | None, before: str | None) -> Claim | None:
    text = page.text
    clause, sentence = text[piece.start : piece.end], text[segment.start : segment.end]
    inside = within(page.quantities, piece.start, piece.end)
    named = within(page.entities, piece.start, piece.end)
    amount = amount_of(page, piece)
    types = types_of(page, segment, piece, amount)
    if not types:
        return None
    figure = amount.figure if amount else None
    measure = measure_of(page, piece, types, before)
    subject = subject_of(page, segment, piece, carried, measure)
    period = period_of(page, segment, piece, figure)
    small = figure is not None and is_few(figure) and not _is_share(page, figure, inside)
    score, reasons = worth(
        clause,
        sentence,
        types=types,
        subject=subject,
        measure=measure,
        period=period,
        small=small,
        named=bool(named),
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
        value=amount.value if amount else None,
        value_max=amount.value_max if amount else None,
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
