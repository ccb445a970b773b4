"""What a figure or a rank measures: downloads, market value, share… as the text words it, or None."""

from __future__ import annotations

import re
from collections.abc import Collection

from toolkit.claims.pieces import Page, Piece, names
from toolkit.claims.reading import reading_of

_WORD_UNIT = re.compile(r"人|[国省州]|[\u3400-\u9fff]+[^次时分里米克吨元月度升点\W]|[A-Za-z]{3,}")
_CHANGES = re.compile(r"[比较增减升降涨跌]|同比|环比|其中|up\b|down\b")
_CHANGED = re.compile(r"[增减升降跌涨缩扩翻]|[下上回][升降跌涨滑调落]|(?:rose|fell|grew|dropped|jumped)\b")
# Verbs that say only that the figure is had, so that what it counts was named before: 哈里斯|获得|226张.
_GETS = frozenset(
    ("获得", "获", "取得", "拿下", "夺得", "有", "拥有", "占", "占据", "关", "开", "载有", "设有", "建有")
)
_GETS_EN = frozenset(("has", "have", "had", "got", "took", "won"))


_NO_NOUN = re.compile(
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|top|all|some|most|times|[a-z]+-ranked)",
    re.IGNORECASE,
)


def _is_place(page: Page, piece: Piece, noun: str) -> bool:
    """Whether a noun before the figure is a name, which has the figure and is none: 造成|吕宋岛|31人遇难."""
    figure = page.quantities[piece.figures[0]]
    start = page.text.find(noun, piece.start, figure.start)
    end = start + len(noun)
    covered = [e for e in names(page, piece.start, figure.start) if start <= e.start and e.end <= end]
    return start >= 0 and sum(e.end - e.start for e in covered) >= len(noun.replace(" ", ""))


def measure_of(page: Page, piece: Piece, types: Collection[str], before: str | None) -> str | None:
    """What the claim's figure is a figure of, or what its rank is a rank in; None for acts.

    `before` is the measure of the claim before it in the same sentence, which a clause without a noun of its own
    goes on about: revenue rose 22 %|, to 50 billion.
    """
    if not piece.figures and not {"rank", "comparison"} & set(types):
        return None
    reading = reading_of(page, piece)
    noun = reading.noun if reading.noun and not _NO_NOUN.fullmatch(reading.noun) else None
    if noun and piece.figures and _is_place(page, piece, noun):
        noun = None
    if noun or not piece.figures:
        return noun or before
    figure = page.quantities[piece.figures[0]]
    relative = figure.kind in ("multiple", "fraction", "ordinal")
    changes = reading.verb is not None and _CHANGED.match(reading.verb) is not None
    goes_on = reading.linked or changes or reading.verb is None or reading.verb in _GETS | _GETS_EN or relative
    unit = figure.unit if figure.unit and figure.kind == "count" and _WORD_UNIT.fullmatch(figure.unit) else None
    if unit and not _CHANGES.match(page.text, piece.start):
        return reading.verb or unit
    return (before if goes_on else None) or reading.verb or unit or before
