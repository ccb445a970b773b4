"""The text of a document, cut where its claims begin and end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import heappop, heappush
from itertools import pairwise

from toolkit.exports.report.clean import language
from toolkit.exports.report.page import Card, Piece


def pieces(text: str, cards: Sequence[Card]) -> Iterator[Piece]:
    """Cut `text` wherever a claim begins or ends or the language changes; the pieces joined are `text`.

    Where claims overlap, the shortest one owns the piece, so that every reader sees the closest reading.
    """
    starts: dict[int, list[Card]] = {}
    ends: dict[int, list[Card]] = {}
    for card in cards:
        starts.setdefault(card.start, []).append(card)
        ends.setdefault(card.end, []).append(card)
    languages = dict(_language_runs(text))
    lang, active, owners = "", 0, list[tuple[int, int, Card]]()
    for begin, end in pairwise(sorted({0, len(text), *starts, *ends, *languages})):
        lang = languages.get(begin, lang)
        for card in starts.get(begin, ()):
            heappush(owners, (card.end - card.start, card.order, card))
        active += len(starts.get(begin, ())) - len(ends.get(begin, ()))
        while owners and owners[0][2].end <= begin:
            heappop(owners)
        yield Piece(
            text=text[begin:end],
            lang=lang,
            claim=owners[0][2] if owners else None,
            more=max(active - 1, 0),
            starts=tuple(starts.get(begin, ())),
            ends=tuple(ends.get(end, ())),
        )


def _language_runs(text: str) -> Iterator[tuple[int, str]]:
    """(offset, language) wherever the language of the lines changes; a line without words goes with the one before."""
    offset, current = 0, ""
    for line in text.splitlines(keepends=True):
        lang = language(line)
        if lang and lang != current:
            yield (offset if current else 0), lang
            current = lang
        offset += len(line)
