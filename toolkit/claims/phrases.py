"""A clause as the readers of subject and measure see it: dates and figures masked, names marked."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from toolkit.claims.pieces import Page, Piece, names, within
from toolkit.model import TEMPORAL_KINDS, Quantity

DATE, FIGURE = "〒", "＃"  # what every character of a date and of a figure is masked with
_HAN = re.compile(r"[\u3400-\u9fff]")
_NOT_NAMES = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"})


@dataclass(frozen=True, slots=True)
class Hold:
    """How a figure hangs on the verb over it, by the parse.

    `verb` is that verb where it stands in the clause and says something; `thing` what it is done to, where the figure
    says by or to how much; `quality` the adjective that the figure measures. `is_moved` says that the subject comes to
    the figure (crept up 4%), `is_second` that the noun before it is whom it was done to (fined the bank $9m).
    """

    verb: str | None = None
    thing: str | None = None
    quality: str | None = None
    is_moved: bool = False
    is_second: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """`masked` is as long as `text`; `names` are (start, end) in it; `at` is where the figure stands, if any.

    A parsed clause has the `tags` of its words by where they start, `subject`, (start, end), of which the text may
    stand in front of the clause's own, and `hold`.
    """

    text: str
    masked: str
    names: tuple[tuple[int, int], ...]
    figure: Quantity | None = None
    at: tuple[int, int] | None = None
    tags: Mapping[int, str] = field(default_factory=dict)
    subject: tuple[int, int] | None = None
    hold: Hold = Hold()

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
    clause = masked(page, piece.start, piece.end, piece.figures[:1])
    if not piece.figures:
        return clause
    figure = page.quantities[piece.figures[0]]
    return replace(clause, figure=figure, at=(figure.start - piece.start, figure.end - piece.start))


def masked(page: Page, start: int, end: int, figures: Sequence[int] = ()) -> Clause:
    """`text[start:end]` with its dates and figures masked; counts are part of a noun phrase, but for `figures`."""
    spans = [(e.start, e.end) for e in names(page, start, end) if e.label not in _NOT_NAMES]
    text = list(page.text[start:end])
    for i in within(page.quantities, start, end):
        quantity = page.quantities[i]
        if any(first <= quantity.start and quantity.end <= last for first, last in spans):
            continue  # GPT-5
        if quantity.kind in ("ordinal", "count") and i not in figures:
            continue  # the third quarter, two ministers: part of a noun phrase
        if quantity.iso and quantity.iso[0].startswith("R/"):
            continue  # weekly users, 每天: how often, not when
        if quantity.kind == "duration" and page.text[quantity.end : quantity.end + 1] == "期":
            continue  # 一年期贷款
        is_time = quantity.kind in TEMPORAL_KINDS and i not in figures
        here, there = quantity.start - start, quantity.end - start
        text[here:there] = (DATE if is_time else FIGURE) * (there - here)
    words = page.tree.words
    tags = {words[i].start - start: words[i].tag for i in within(words, start, end)}
    marked = tuple((first - start, last - start) for first, last in spans)
    return Clause(page.text[start:end], "".join(text), marked, tags=tags)


def joined(first: Clause, second: Clause) -> Clause:
    """Two clauses as one, with a space between them; the second has the figure."""
    shift = len(first.text) + 1
    return Clause(
        f"{first.text} {second.text}",
        f"{first.masked} {second.masked}",
        first.names + tuple((start + shift, end + shift) for start, end in second.names),
        second.figure,
        (second.at[0] + shift, second.at[1] + shift) if second.at else None,
        {**first.tags, **{at + shift: tag for at, tag in second.tags.items()}},
    )
