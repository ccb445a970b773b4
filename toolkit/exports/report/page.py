"""Everything that either form of the report says, as records. Strings are clean, not escaped."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.exports.report.words import MEANINGS

GLYPHS = {"s5": "✓", "s4": "≈", "s3": "½", "s2": "≠", "s1": "✗", "u": "?", "n": "–", "o": "…"}


@dataclass(frozen=True, slots=True)
class Look:
    """How one verdict appears.

    `key` names its colour, pattern and sign; `wrong` goes from 0 (true, or off the scale) to 1 (false).
    """

    code: str
    key: str
    en: str
    zh: str
    wrong: float = 0.0

    @property
    def glyph(self) -> str:
        """Its sign, for whoever sees no colours."""
        return GLYPHS[self.key]

    @property
    def meaning(self) -> tuple[str, str] | None:
        """What it means, in English and Chinese; None for a code of a scale that says no more than its name."""
        return MEANINGS.get(self.code)


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """An item of evidence; `href` is None unless `url` may be a link."""

    url: str
    href: str | None
    quote: str
    date: str
    stance: str


@dataclass(frozen=True, slots=True)
class Card:
    """A claim as the page shows it; `number` is None for a claim without a verdict."""

    claim_id: str
    anchor: str
    number: int | None
    order: int
    start: int
    end: int
    placed: bool
    look: Look
    status: str
    reason: str
    quote: str
    quote_lang: str
    context: tuple[str, str, str] | None  # before the quote, the quote, after it
    reading: str
    normalized: str
    speaker: str
    stance: tuple[str, str] | None  # None where it is plainly asserted
    claimed: str
    corrected: str
    delta: tuple[str, str] | None
    flags: tuple[tuple[str, str], ...]
    decided_by: tuple[str, str] | None
    n_annotators: int
    votes: tuple[tuple[Look, int], ...]
    rationales: tuple[str, ...]
    evidence: tuple[EvidenceView, ...]
    task_href: str | None
    superseded: bool
    title: str
    rank: tuple[float, float]  # worth × how wrong, how wrong
    types: tuple[str, ...]
    earlier: str = ""
    earlier_href: str | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims that have something to do with each other; `relation` is same, contradiction or update."""

    relation: str
    one: Card
    other: Card


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text under one claim, or none.

    `more` further claims cover it too; those in `starts` begin with it, those in `ends` end with it.
    """

    text: str
    lang: str
    claim: Card | None = None
    more: int = 0
    starts: tuple[Card, ...] = ()
    ends: tuple[Card, ...] = ()


@dataclass(frozen=True, slots=True)
class Slice:
    """One verdict's share of a bar; `x` and `width` are per cent of its length."""

    look: Look
    count: int
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of claim with the verdicts on its `count` claims; a claim can be of several kinds."""

    code: str
    name: tuple[str, str]
    count: int
    bar: tuple[Slice, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """A claimed figure and the corrected one, in per cent of the one that is farther from zero."""

    card: Card
    claimed: float
    corrected: float


@dataclass(frozen=True, slots=True)
class Coefficient:
    """How far people agree by one measure; `said` is None where it is not defined. `bounds` says `interval`."""

    key: str
    said: str | None
    value: float | None
    interval: tuple[float, float] | None
    bounds: str


@dataclass(frozen=True, slots=True)
class Article:
    """A document as the page shows it; `cards` are its decided claims."""

    anchor: str
    title: str
    publisher: str
    published: str
    href: str | None
    host: str
    lang: str
    title_lang: str
    other_version: bool
    key: tuple[Look, ...]
    pieces: tuple[Piece, ...]
    cards: tuple[Card, ...]
    bar: tuple[Slice, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """Everything that either form of the report says."""

    title: str
    generated_at: str
    n_documents: int
    publishers: tuple[str, ...]
    dates: tuple[str, str] | None
    counts: tuple[tuple[str, int], ...]
    total: int
    bar: tuple[Slice, ...]
    decided: int
    good: int
    bad: int
    findings: tuple[Card, ...]
    kinds: tuple[Kind, ...]
    gaps: tuple[Gap, ...]  # the most important of `n_gaps`
    n_gaps: int
    pairs: tuple[Pair, ...]
    articles: tuple[Article, ...]
    open: tuple[Card, ...]
    looks: tuple[Look, ...]
    people: int
    models: tuple[str, ...]
    agreement: tuple[Coefficient, ...]
    n_units: str | None
    n_excluded: str | None
    not_defined: str  # the word for an agreement figure of None
