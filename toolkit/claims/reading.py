"""Reading a clause in its language."""

from __future__ import annotations

from dataclasses import replace

from toolkit.claims.parsed import with_parse
from toolkit.claims.phrases import Reading, clause_of
from toolkit.claims.phrases_en import read_en
from toolkit.claims.phrases_zh import read_zh
from toolkit.claims.pieces import Page, Piece


def reading_of(page: Page, piece: Piece) -> Reading:
    """What the clause of `piece` says, by the reader of its language; any Chinese character makes it Chinese."""
    clause = with_parse(page, piece, clause_of(page, piece))
    return read_zh(clause) if clause.is_chinese else read_en(clause)


def opening_of(page: Page, start: int, end: int) -> str | None:
    """The noun phrase that `text[start:end]` opens with, with or without a verb of its own: the second officer, …"""
    piece = Piece(start, end, ())
    clause = with_parse(page, piece, clause_of(page, piece))
    if clause.is_chinese:
        return read_zh(clause).subject
    found = read_en(clause).subject
    if found:
        return found
    text = clause.text.rstrip(" ,")
    return read_en(replace(clause, text=text + " is", masked=clause.masked[: len(text)] + " is")).subject
