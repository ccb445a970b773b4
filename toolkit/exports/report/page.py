"""Everything that either form of the report says, as records. Strings are clean, not escaped."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

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
    stance: tuple[str, str] | None

    @property
    def address(self) -> str:
        """The link without its scheme, as readers know it."""
        return re.sub("^https?://", "", self.url, flags=re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Step:
    """An entry of a claim's history: what happened on which day, and the verdicts before and after."""

    kind: tuple[str, str]
    day: str
    before: Look | None
    after: Look | None
    corrected: str
    note: str


@dataclass(frozen=True, slots=True)
class Card:
    """A claim as the page shows it; `number` is None for a claim without a verdict."""

    claim_id: str
    anchor: str
    place: int  # names its place in the text
    number: int | None
    order: int
    start: int
    end: int
    placed: bool
    look: Look
    status: str
    reason: tuple[str, str]
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
    decided_by: tuple[str, str]  # and by how many people
    votes: tuple[tuple[Look, int], ...]
    rationales: tuple[str, ...]
    evidence: tuple[EvidenceView, ...]
    task_href: str | None
    superseded: bool
    title: str
    rank: tuple[float, float]  # worth × how wrong, how wrong
    types: tuple[str, ...]
    names: tuple[int, ...]  # of the page, by number
    history: tuple[Step, ...]
    earlier: str = ""
    earlier_href: str | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """A verdict that was corrected or withdrawn; `card` is None where the claim is no longer in the report."""

    step: Step
    card: Card | None
    quote: str
    quote_lang: str


@dataclass(frozen=True, slots=True)
class Name:
    """Somebody or something that claims name; numbered, the most named first."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class SharedRow:
    """A claim with a figure, and what the figure is of."""

    card: Card
    about: str


@dataclass(frozen=True, slots=True)
class Shared:
    """A name or measure with its figures in several documents; `more` rows are not shown."""

    name: str
    documents: int
    rows: tuple[SharedRow, ...]
    more: int


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
class Imprint:
    """What the house says of the report: its headline, when it was made, who publishes it, and its own statements.

    `statements` go by the section that they stand in (method, sources, fairness, organisation, corrections), each in
    English and Chinese.
    """

    generated_at: str
    title: str | None = None
    house: str | None = None
    house_url: str | None = None
    statements: Mapping[str, tuple[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sources:
    """What the verdicts rest on: items of evidence, the different addresses in them, and the sites of these."""

    items: int
    links: int
    sites: int


@dataclass(frozen=True, slots=True)
class Page:
    """Everything that either form of the report says."""

    title: str
    generated_at: str
    house: str
    house_href: str | None
    statements: Mapping[str, tuple[str, str]]
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
    names: tuple[Name, ...]
    shared: tuple[Shared, ...]
    n_more_shared: int
    pairs: tuple[Pair, ...]
    articles: tuple[Article, ...]
    open: tuple[Card, ...]
    looks: tuple[Look, ...]
    sources: Sources
    corrections: tuple[Correction, ...]
    history_from: str | None  # None without a history, empty where it has no entry
    people: int
    models: tuple[str, ...]
    agreement: tuple[Coefficient, ...]
    n_units: str | None
    n_excluded: str | None
    not_defined: str  # the word for an agreement figure of None
