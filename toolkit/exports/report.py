"""The fact-check report: verified claims and their documents → one self-contained page, or a compact Markdown text.

Whatever comes from documents, annotators or the server is hostile until escaped. Templates escape everything;
`_document_text` and `_field` take out what no page can carry, and `safe_url` decides what may be a link. The text of a
document reaches the page unchanged but for characters that HTML has no way to write (most control characters, lone
surrogates), each of which becomes one U+FFFD.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from heapq import heappop, heappush
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

from toolkit.exports.report_words import (
    DECIDED_BY,
    FLAG_WORDS,
    MEANINGS,
    STANCE_WORDS,
    STATUSES,
    Phrasebook,
    ReportLang,
)
from toolkit.model import (
    NOT_A_CLAIM,
    VERDICTS,
    Answer,
    Claim,
    Document,
    Earlier,
    Evidence,
    VerdictCode,
    VerifiedClaim,
    plain,
    stable_id,
)

if TYPE_CHECKING:
    from jinja2 import Template

TOP_FINDINGS = 5
MOST_PAIRS = 100
GLYPHS = {"s5": "✓", "s4": "≈", "s3": "½", "s2": "≠", "s1": "✗", "u": "?", "n": "–", "o": "…"}
_SYMBOLS = {">": "> ", ">=": "≥ ", "<": "< ", "<=": "≤ ", "~": "≈ ", None: ""}

# XML's and HTML's common ground: everything outside it would be dropped or changed by some parser.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
# Embeddings, overrides and isolates can make a short field read backwards; documents keep theirs, in isolation.
_BIDI_CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_LATIN_WORD = re.compile("[A-Za-z]{2,}")


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
        return GLYPHS[self.key]

    @property
    def meaning(self) -> tuple[str, str] | None:
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
    """A claim as the page shows it; `number` is None for a claim without a verdict. Strings are clean, not escaped."""

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
    rank: tuple[float, float]
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
    pairs: tuple[Pair, ...]
    articles: tuple[Article, ...]
    open: tuple[Card, ...]
    looks: tuple[Look, ...]
    people: int
    models: tuple[str, ...]
    agreement: tuple[tuple[str, str | None], ...]
    not_defined: str  # the word for an agreement figure of None


def render(
    claims: Sequence[VerifiedClaim],
    documents: Sequence[Document],
    *,
    counts: Mapping[str, int],
    agreement: Mapping[str, Any],
    lang: ReportLang = "both",
    generated_at: str,
    title: str | None = None,
    scale: Sequence[VerdictCode] = VERDICTS,
) -> str:
    """The report as one HTML page that loads nothing and runs nothing; well-formed as XML too.

    `counts` maps each status of a Decision to a number (a missing one is counted from `claims`; other keys are not
    shown). `agreement` may hold alpha_nominal, alpha_ordinal, ac1, percent (a share, 0..1), n_units, n_excluded; None
    means not defined. A document that only a claim knows, or another version of a text, gets an article of its own.
    """
    words = Phrasebook(lang)
    page = _page(claims, documents, counts, agreement, words, generated_at, title, scale)
    return _template().render(page=page, w=words, statuses=STATUSES, glyphs=GLYPHS, flatten=_flat)


def render_markdown(
    claims: Sequence[VerifiedClaim],
    documents: Sequence[Document],
    *,
    counts: Mapping[str, int],
    agreement: Mapping[str, Any],
    lang: ReportLang = "both",
    generated_at: str,
    title: str | None = None,
    scale: Sequence[VerdictCode] = VERDICTS,
) -> str:
    """The same report in short, as GitHub-flavoured Markdown: tables instead of full texts."""
    words = Phrasebook(lang)
    page = _page(claims, documents, counts, agreement, words, generated_at, title, scale)
    return "\n".join(_markdown_lines(page, words)) + "\n"


def safe_url(url: str | None) -> str | None:
    """The URL if it may become a link: http or https, a host, no user name, nothing invisible; else None."""
    url = (url or "").strip()
    if not url or re.search(r"[\s\\\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]", url):
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and host and "@" not in parts.netloc else None


# --- from records to the page ------------------------------------------------------------------------------------


def _page(
    claims: Sequence[VerifiedClaim],
    documents: Sequence[Document],
    counts: Mapping[str, int],
    agreement: Mapping[str, Any],
    words: Phrasebook,
    generated_at: str,
    title: str | None,
    scale: Sequence[VerdictCode],
) -> Page:
    looks = _looks(scale)
    field = _field_without(
        (answer.annotator for claim in claims for answer in claim.judged.answers), words.text("annotator")
    )
    articles, open_claims = _articles(claims, documents, looks, field, words)
    cards = [card for article in articles for card in article.cards]
    by_status = Counter[str](claim.decision.status for claim in claims)
    numbers = [(status, counts.get(status, by_status[status])) for status in STATUSES]
    known = {document.doc_id: document for document in documents}
    for claim in claims:
        known.setdefault(claim.judged.document.doc_id, claim.judged.document)
    dates = sorted(day[0] for d in known.values() if (day := re.match(r"\d{4}(-\d\d){0,2}", d.published or "", re.A)))
    findings = sorted((card for card in cards if card.look.wrong > 0), key=lambda card: card.rank, reverse=True)
    return Page(
        title=_field(title) or words.text("report"),
        generated_at=_field(generated_at),
        n_documents=len(known),
        publishers=tuple(dict.fromkeys(name for d in known.values() if (name := _field(d.publisher)))),
        dates=(dates[0], dates[-1]) if dates else None,
        counts=tuple(numbers),
        total=sum(number for _, number in numbers),
        bar=_bar(cards, looks),
        decided=len(cards),
        good=sum(card.look.key in ("s5", "s4") for card in cards),
        bad=sum(card.look.key in ("s2", "s1") for card in cards),
        findings=tuple(findings[:TOP_FINDINGS]),
        pairs=tuple(_pairs(claims, [*cards, *open_claims])),
        articles=tuple(articles),
        open=tuple(open_claims),
        looks=tuple(looks.values()),
        people=len({a.annotator for c in claims for a in c.judged.answers if not a.skipped}),
        models=tuple(sorted({_field(c.judged.model_version) for c in claims} - {""})),
        agreement=tuple((key, _figure(key, agreement.get(key))) for key in _AGREEMENT),
        not_defined="no_variation" if agreement.get("n_units") else "not_defined",
    )


def _pairs(claims: Sequence[VerifiedClaim], cards: Sequence[Card]) -> Iterator[Pair]:
    """The links between claims that the page shows, each once: contradictions first, then the strongest."""
    shown = {card.claim_id: card for card in cards}
    found = {}
    for claim in claims:
        own = claim.judged.claim.claim_id
        for wording in claim.judged.related.wordings:
            if (
                {own, wording.claim_id} <= shown.keys()
                and (wording.claim_id, own) not in found
                and own != wording.claim_id
            ):
                found[own, wording.claim_id] = wording
    order = {"contradiction": 0, "same": 1, "update": 2}
    for (one, other), wording in sorted(found.items(), key=lambda f: (order[f[1].relation], -f[1].score))[:MOST_PAIRS]:
        yield Pair(wording.relation, shown[one], shown[other])


def _looks(scale: Sequence[VerdictCode]) -> dict[str, Look]:
    """Each code's look: any ordered scale is spread over the five colours, from its lowest step to its highest."""
    steps = [code.step for code in scale if code.step is not None]
    low, high = min(steps, default=0), max(steps, default=0)
    looks = {}
    for code in scale:
        if code.step is None:
            looks[code.code] = Look(code.code, "u" if code.code == "unproven" else "n", code.en, code.zh)
        else:
            height = (code.step - low) / (high - low) if high > low else 1.0
            looks[code.code] = Look(code.code, f"s{1 + round(4 * height)}", code.en, code.zh, 1 - height)
    return looks


def _look_of(claim: VerifiedClaim, looks: Mapping[str, Look]) -> Look:
    status = claim.decision.status
    if status != "decided":
        return Look(status, "o", *STATUSES[status][:2])
    return _verdict_look(claim.decision.verdict, looks)


def _verdict_look(code: str | None, looks: Mapping[str, Look]) -> Look:
    name = _flat(_field(code)) or "?"
    return looks.get(code or "") or Look(name, "n", name, name)


def _bar(cards: Iterable[Card], looks: Mapping[str, Look]) -> tuple[Slice, ...]:
    tally = Counter(card.look for card in cards)
    total, done, slices = tally.total(), 0, []
    for look in _in_scale_order(tally, looks):
        slices.append(Slice(look, tally[look], round(100 * done / total, 3), round(100 * tally[look] / total, 3)))
        done += tally[look]
    return tuple(slices)


def _in_scale_order(found: Collection[Look], looks: Mapping[str, Look]) -> tuple[Look, ...]:
    """The scale's own looks from true to false, then those that are not on it, by name."""
    off_scale = sorted((look for look in found if look.code not in looks), key=lambda look: look.code)
    return (*(look for look in looks.values() if look in found), *off_scale)


def _articles(
    claims: Sequence[VerifiedClaim],
    documents: Sequence[Document],
    looks: Mapping[str, Look],
    field: Callable[[str | None], str],
    words: Phrasebook,
) -> tuple[list[Article], list[Card]]:
    """The articles in the order of `documents`, claims numbered in reading order, and the claims still open."""
    sources: dict[tuple[str, str], tuple[Document, list[VerifiedClaim]]] = {
        (document.doc_id, document.text): (document, []) for document in documents
    }
    given = set(sources)
    listed = {document.doc_id for document in documents}
    for claim in claims:
        document = claim.judged.document
        sources.setdefault((document.doc_id, document.text), (document, []))[1].append(claim)
    anchors, articles, still_open, number = _Anchors(), [], [], 0
    for nth, (document, found) in enumerate(sources.values(), 1):
        shown: list[Card] = []
        title = _field(document.title) or _field(document.doc_id) or words.text("untitled")
        found.sort(key=lambda c: (c.judged.claim.start, c.judged.claim.end, c.judged.claim.claim_id))
        for claim in found:
            if claim.decision.status == NOT_A_CLAIM:
                continue
            decided = claim.decision.status == "decided"
            number += decided
            card = _card(claim, anchors, number if decided else None, len(shown), title, looks, field, words)
            shown.append(card)
            if not decided:
                still_open.append(card)
        cards = tuple(card for card in shown if card.number is not None)
        href = safe_url(document.url)
        articles.append(
            Article(
                anchor=f"document-{nth}",
                title=title,
                publisher=_field(document.publisher),
                published=_field(document.published),
                href=href,
                host=(urlsplit(href).hostname or "") if href else _field(document.url),
                lang=_language(document.text) or "en",
                title_lang=_language(title) or "en",
                other_version=document.doc_id in listed and (document.doc_id, document.text) not in given,
                key=_in_scale_order({card.look for card in shown if card.placed}, looks),
                pieces=tuple(_pieces(_document_text(document.text), [card for card in shown if card.placed])),
                cards=cards,
                bar=_bar(cards, looks),
            )
        )
    return articles, still_open


def _card(
    claim: VerifiedClaim,
    anchors: _Anchors,
    number: int | None,
    order: int,
    title: str,
    looks: Mapping[str, Look],
    field: Callable[[str | None], str],
    words: Phrasebook,
) -> Card:
    judged, decision, record = claim.judged, claim.decision, claim.judged.claim
    if record.unit == "percentage point":  # the one unit that is an English word
        record = replace(record, unit=words.text("percentage point"))
    look = _look_of(claim, looks)
    counted, backing = claim.votes, claim.deciding
    votes = Counter(_verdict_look(answer.verdict, looks) for answer in counted)
    earlier = judged.related.earlier
    return Card(
        claim_id=record.claim_id,
        anchor=anchors.new(record.claim_id),
        number=number,
        order=order,
        start=record.start,
        end=record.end,
        placed=0 <= record.start < record.end and judged.document.text[record.start : record.end] == record.text,
        look=look,
        status=decision.status,
        reason=field(decision.reason),
        quote=_field(record.text),
        quote_lang="zh-Hans" if record.lang == "zh" else "en",
        context=_context(judged.context, record),
        reading=_field(_reading(record)),
        normalized="" if _flat(record.normalized or "") == _flat(record.text) else _field(record.normalized),
        speaker=field(record.speaker),
        stance=STANCE_WORDS.get(record.stance),
        claimed=_field(_amount(record.comparator, record.value, record.value_max, record.unit)),
        corrected=_corrected(claim, record.unit, backing, field),
        delta=_difference(claim.delta_pct, words),
        flags=tuple(
            FLAG_WORDS.get(flag, (name, name))
            for flag in dict.fromkeys(flag for answer in backing for flag in answer.flags)
            if (name := field(flag))
        ),
        decided_by=DECIDED_BY.get(decision.decided_by or ""),
        n_annotators=len({answer.annotator for answer in counted}),
        votes=tuple(votes.most_common()) if len(votes) > 1 else (),
        rationales=tuple(dict.fromkeys(text for a in backing if (text := field(a.rationale)))),
        evidence=tuple(dict.fromkeys(_evidence(item, field) for answer in backing for item in answer.evidence)),
        task_href=safe_url(field(judged.task_url)),
        superseded=judged.superseded,
        title=title,
        rank=(record.worth * look.wrong, look.wrong),
        earlier=_checked_before(earlier, looks, words) if earlier else "",
        earlier_href=safe_url(earlier.url) if earlier else None,
    )


def _checked_before(earlier: Earlier, looks: Mapping[str, Look], words: Phrasebook) -> str:
    """The earlier verdict, its day, its house and the claim that it was given on."""
    look = _verdict_look(earlier.verdict, looks)
    verdict = words.pair_text(look.en, look.zh)
    relation = words.text(earlier.relation) if earlier.relation in ("contradiction", "update") else ""
    parts = (verdict, _field(earlier.date), _field(earlier.by), f"“{_field(earlier.claim)}”", relation)
    return " · ".join(part for part in parts if part)


def _corrected(
    claim: VerifiedClaim, unit: str | None, backing: Sequence[Answer], field: Callable[[str | None], str]
) -> str:
    """The corrected value in the claim's unit where the two were comparable, else as it was typed."""
    if claim.delta_pct is not None:
        return field(_amount(None, claim.corrected_value, None, unit))
    typed = next((text for answer in reversed(backing) if (text := field(answer.corrected))), "")
    return typed or _amount(None, claim.corrected_value, None, None)


def _evidence(item: Evidence, field: Callable[[str | None], str]) -> EvidenceView:
    url = field(item.url)
    return EvidenceView(
        url, safe_url(url) if url == (item.url or "").strip() else None, field(item.quote), field(item.date),
        field(item.stance),
    )  # fmt: skip


def _context(context: str, claim: Claim) -> tuple[str, str, str] | None:
    """The sentence around the claim, cut where the claim begins and ends; None where it adds nothing."""
    start = claim.start - claim.context_start
    if context[max(start, 0) : max(start, 0) + len(claim.text)] != claim.text:
        start = context.find(claim.text)
    if context.strip() in ("", claim.text.strip()):
        return None
    if start < 0:
        return _tidy(context), "", ""
    end = start + len(claim.text)
    return _tidy(context[:start]), _tidy(claim.text), _tidy(context[end:])


class _Anchors:
    """Fragment names from claim ids, each given once."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def new(self, claim_id: str) -> str:
        base = name = claim_id if re.fullmatch(r"[A-Za-z0-9_-]{1,64}", claim_id) else stable_id(claim_id)
        nth = 1
        while name in self._given:
            nth += 1
            name = f"{base}.{nth}"
        self._given.add(name)
        return name


# --- the text of a document, with marks --------------------------------------------------------------------------


def _pieces(text: str, cards: Sequence[Card]) -> Iterator[Piece]:
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
        lang = _language(line)
        if lang and lang != current:
            yield (offset if current else 0), lang
            current = lang
        offset += len(line)


def _language(text: str) -> str | None:
    """zh-Hans or en, by which script says more; None where neither says anything."""
    han, latin = len(_HAN.findall(text)), len(_LATIN_WORD.findall(text))
    return None if han == latin == 0 else "zh-Hans" if han > latin else "en"


# --- cleaning and wording ----------------------------------------------------------------------------------------


def _document_text(text: str) -> str:
    """Same length, only characters that HTML can write; U+FFFD stands for the others."""
    return _UNWRITABLE.sub("\ufffd", text.replace("\r", "\n"))


def _field(text: str | None) -> str:
    """A short field, trimmed, without direction controls or unwritable characters."""
    return _tidy(text or "").strip()


def _tidy(text: str) -> str:
    return _BIDI_CONTROLS.sub("", _UNWRITABLE.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n")))


def _field_without(names: Iterable[str], stand_in: str) -> Callable[[str | None], str]:
    """`_field`, with annotators' e-mail addresses taken out: people quote each other in rationales."""
    addresses = sorted({name for name in names if "@" in name}, key=len, reverse=True)
    if not addresses:
        return _field
    pattern = re.compile("|".join(map(re.escape, addresses)), re.IGNORECASE)
    return lambda text: pattern.sub(stand_in, _field(text))


def _flat(text: str) -> str:
    """One line, single spaces: for attributes and table cells."""
    return " ".join(text.split())


def _reading(claim: Claim) -> str:
    amount = _amount(claim.comparator, claim.value, claim.value_max, claim.unit)
    return " · ".join(part for part in (amount, claim.subject, claim.measure, claim.period) if part)


def _amount(comparator: str | None, value: Decimal | None, value_max: Decimal | None, unit: str | None) -> str:
    """`> 600,000,000 次`, `USD 500,000,000,000`, `22.32%`, `0.5–480`; empty without a value."""
    if value is None:
        return ""
    figure = _grouped(value) if value_max is None else f"{_grouped(value)}–{_grouped(value_max)}"
    if unit == "%":
        figure += "%"
    elif unit and re.fullmatch("[A-Z]{3}", unit):
        figure = f"{unit} {figure}"
    elif unit:
        figure += f" {unit}"
    return _SYMBOLS.get(comparator, "") + figure


def _grouped(value: Decimal) -> str:
    if not value.is_finite() or abs(value.adjusted()) > 30:  # an annotator may type 1e999999
        return str(value)
    whole, dot, rest = plain(value).partition(".")
    sign, digits = ("−", whole[1:]) if whole.startswith("-") else ("", whole)
    return f"{sign}{int(digits):,}{dot}{rest}"


def _difference(delta: Decimal | None, words: Phrasebook) -> tuple[str, str] | None:
    """`3.4% too high` in both languages: two decimals below one per cent, one above; None where there is none."""
    if delta is None or not delta:
        return None
    size = abs(delta)
    figure = _grouped(round(size, 2 if size < 1 else 1) if size.adjusted() < 20 else size) + "%"
    return words.filled("above" if delta > 0 else "below", delta=figure)


_AGREEMENT = ("alpha_nominal", "alpha_ordinal", "ac1", "percent", "n_units", "n_excluded")


def _figure(key: str, value: Any) -> str | None:
    """An agreement figure in words' form; None where it is not defined."""
    if value is None or value != value:  # NaN
        return None
    if key == "percent":
        return f"{value:.1%}"
    return f"{value:.3f}" if isinstance(value, (float, Decimal)) else _field(str(value))


@cache
def _template() -> Template:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("report.html")


# --- Markdown ----------------------------------------------------------------------------------------------------


def _md(text: str) -> str:
    """Text that Markdown shows as it is, on one line: no markup, HTML, table border, link or autolink survives."""
    text = _flat(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    text = re.sub(r"([\\`*_{}\[\]#|~$@!])", r"\\\1", text)
    text = re.sub(r":(?=//)|(?<=www)\.", lambda found: "\\" + found[0], text, flags=re.IGNORECASE)
    return re.sub(r"^([-+=])|^(\d+)(?=[.)])", lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\", text)


def _md_link(text: str, href: str | None) -> str:
    return f"[{_md(text)}](<{quote(href, safe=_URL_SAFE)}>)" if href else _md(text)


_URL_SAFE = ":/?#@!$&'*+,;=%~-._"


def _row(*cells: object) -> str:
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


def _table(*head: str) -> list[str]:
    return [_row(*head), _row(*["---"] * len(head))]


def _markdown_lines(page: Page, w: Phrasebook) -> Iterator[str]:
    t = w.text

    def verdict(look: Look) -> str:
        return f"{look.glyph} {_md(w.pair_text(look.en, look.zh))}"

    yield f"# {_md(page.title)}"
    yield ""
    scope = [t("n_documents", n=page.n_documents), t("n_publishers", n=len(page.publishers))]
    if page.dates:
        first, last = page.dates
        scope.append(t("dates", a=first, b=last) if first != last else t("date", a=first))
    yield "; ".join(_md(part) for part in [*scope, f"{t('generated')}: {page.generated_at}"])
    yield ""
    yield f"## {t('outcome')}"
    yield ""
    if not page.decided:
        yield from (f"**{t('empty')}.** {t('empty_note')} `factcheck run`, `factcheck status`, `factcheck report`.", "")
    yield from _table(t("status"), t("count"))
    yield from (_row(w.pair_text(*STATUSES[status][:2]), number) for status, number in page.counts)
    yield _row(f"**{t('total')}**", page.total)
    yield ""
    if page.bar:
        yield from _table(t("verdict"), t("count"), t("share"))
        yield from (_row(verdict(part.look), part.count, f"{part.width:.1f}%") for part in page.bar)
        yield from ("", f"## {t('findings')}", "")
        if not page.findings:
            yield t("no_wrong")
        for card in page.findings:
            fix = f" → {_md(card.corrected)}" if card.corrected else ""
            yield f"- {verdict(card.look)}: “{_md(card.quote)}”{fix} ({_md(card.title)})"
        yield ""
    yield from (f"## {t('documents')}", "")
    for article in page.articles:
        yield from (f"### {_md(article.title)}", "")
        about = [_md(part) for part in (article.publisher, article.published) if part]
        if article.host:
            about.append(_md_link(article.host, article.href))
        if about:
            yield from (" · ".join(about), "")
        if not article.cards:
            yield from (t("no_claims_here"), "")
            continue
        yield from _table("#", t("verdict"), t("quote"), t("reading"), t("corrected"), t("rationale"), t("evidence"))
        for card in article.cards:
            corrected = " ".join(
                _md(part) for part in (card.corrected, card.delta and f"({w.pair_text(*card.delta)})") if part
            )
            evidence = "; ".join(
                " ".join(part for part in (_md_link(e.url, e.href), _md(e.quote), _md(e.date)) if part)
                for e in card.evidence
            )
            why = "; ".join(_md(text) for text in card.rationales)
            told = [card.normalized, card.reading, card.speaker and f"{t('speaker')}: {card.speaker}"]
            told += [w.pair_text(*card.stance)] if card.stance else []
            told += [f"{t('earlier')}: {card.earlier}"] if card.earlier else []
            read = "; ".join(_md(part) for part in told if part)
            yield _row(card.number, verdict(card.look), _md(card.quote), read, corrected, why, evidence)
        yield ""
    if page.pairs:
        yield from (f"## {t('compared')}", "", t("compared_note"), "")
        yield from _table(t("relation"), t("first_quote"), t("second_quote"))
        for pair in page.pairs:
            quotes = (f"“{_md(card.quote)}” ({_md(card.title)})" for card in (pair.one, pair.other))
            yield _row(t(pair.relation), *quotes)
        yield ""
    yield from (f"## {t('open')}", "")
    if not page.open:
        yield t("open_none")
    for card in page.open:
        state = w.pair_text(*STATUSES[card.status][:2])
        yield f"- {state}: “{_md(card.quote)}” ({_md(card.title)}){': ' + _md(card.reason) if card.reason else ''}"
    yield from ("", f"## {t('method')}", "")
    yield from (f"{n}. {t(f'step_{n}')}" for n in range(1, 5))
    yield ""
    yield f"- {t('people')}: {page.people}"
    yield f"- {t('model')}: {_md(', '.join(page.models)) or t('none')}"
    yield from (
        f"- {t(key)}: {t(page.not_defined) if figure is None else _md(figure)}" for key, figure in page.agreement
    )
