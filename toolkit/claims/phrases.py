"""A clause as the readers of subject and measure see it: dates and figures masked, names marked."""

from __future__ import annotations

import re
from dataclasses import dataclass

from toolkit.claims.pieces import Page, Piece, names, within
from toolkit.model import TEMPORAL_KINDS, Quantity

DATE, FIGURE = "〒", "＃"  # what every character of a date and of a figure is masked with
_HAN = re.compile(r"[\u3400-\u9fff]")
_NOT_NAMES = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"})


@dataclass(frozen=True, slots=True)
class Clause:
    """`masked` is as long as `text`; `names` are (start, end) in it; `at` is where the figure stands, if any."""

    text: str
    masked: str
    names: tuple[tuple[int, int], ...]
    figure: Quantity | None = None
    at: tuple[int, int] | None = None

    @property
    def is_chinese(self) -> bool:
        """Whether the clause is to be read as Chinese, English words in it or not."""
        return _HAN.search(self.masked) is not None

    def is_name(self, position: int) -> bool:
        return any(start <= position < end for start, end in self.names)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a clause says of its figure or act.

    `subject` is the noun phrase that has or does it, None where the clause names none; `noun` the words of what is
    measured; `verb` stands for the measure where no noun does.
    """

    subject: str | None = None
    noun: str | None = None
    verb: str | None = None
    linked: bool = False  # the figure says how large the phrase before it is, and nobody does anything


def clause_of(page: Page, piece: Piece) -> Clause:
    """The words of `piece`, masked for reading."""
    text = page.text[piece.start : piece.end]
    spans = [(e.start, e.end) for e in names(page, piece.start, piece.end) if e.label not in _NOT_NAMES]
    masked = list(text)
    for i in within(page.quantities, piece.start, piece.end):
        quantity = page.quantities[i]
        if any(start <= quantity.start and quantity.end <= end for start, end in spans):
            continue  # GPT-5
        if quantity.kind in ("ordinal", "count") and i not in piece.figures[:1]:
            continue  # the third quarter, two ministers: part of a noun phrase
        if quantity.iso and quantity.iso[0].startswith("R/"):
            continue  # weekly users, 每天: how often, not when
        if quantity.kind == "duration" and page.text[quantity.end : quantity.end + 1] == "期":
            continue  # 一年期贷款
        is_time = quantity.kind in TEMPORAL_KINDS and i not in piece.figures[:1]
        start, end = quantity.start - piece.start, quantity.end - piece.start
        masked[start:end] = (DATE if is_time else FIGURE) * (end - start)
    figure = page.quantities[piece.figures[0]] if piece.figures else None
    at = (figure.start - piece.start, figure.end - piece.start) if figure else None
    marked = tuple((start - piece.start, end - piece.start) for start, end in spans)
    return Clause(text, "".join(masked), marked, figure, at)
