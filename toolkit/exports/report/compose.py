"""From records to the page: what is said of which claim and document, in which order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any
from urllib.parse import urlsplit

from toolkit.exports.report import across, clean, figures
from toolkit.exports.report.across import Told
from toolkit.exports.report.cards import Cards
from toolkit.exports.report.looks import Looks, in_scale_order, looks_of, shares
from toolkit.exports.report.marked import pieces
from toolkit.exports.report.page import Article, Card, Coefficient, Gap, Imprint, Kind, Page, Pair, Sources
from toolkit.exports.report.past import Past
from toolkit.exports.report.words import STATUSES, TYPE_WORDS, Phrasebook
from toolkit.exports.web import web_address
from toolkit.model import NOT_A_CLAIM, VERDICTS, Change, Document, VerdictCode, VerifiedClaim

TOP_FINDINGS = 5
MOST_PAIRS = 100
MOST_GAPS = 12

_COEFFICIENTS = ("alpha_nominal", "alpha_ordinal", "ac1", "percent")


def compose(
    claims: Sequence[VerifiedClaim],
    documents: Sequence[Document],
    words: Phrasebook,
    imprint: Imprint,
    *,
    counts: Mapping[str, int],
    agreement: Mapping[str, Any],
    scale: Sequence[VerdictCode] = VERDICTS,
    history: Sequence[Change] | None = None,
    task_links: bool = True,
) -> Page:
    """Everything that the report says.

    `counts` maps each status of a Decision to a number (a missing one is counted from `claims`; other keys are not
    shown). `agreement` may hold alpha_nominal, alpha_ordinal, ac1, percent (a share, 0..1), n_units, n_excluded and
    `intervals` ([low, high] by coefficient); None means not defined. A document that only a claim knows, or another
    version of a text, gets an article of its own. `history` is in the order in which it was written. `task_links` lead
    back to the server, which readers outside the house cannot and should not see.
    """
    looks = looks_of(scale)
    people = {answer.annotator for claim in claims for answer in claim.judged.answers}
    people |= {person for change in history or () for person in change.people}
    outside = clean.field_without(people, words.text("annotator"))
    past = Past(history, looks, outside)
    names = across.most_named(claims)
    articles, told = _articles(claims, documents, Cards(looks, words, outside, names, past.steps(), task_links))
    decided = [(card, claim) for card, claim in told if card.number is not None]
    cards = [card for card, _ in decided]
    by_status = Counter[str](claim.decision.status for claim in claims)
    numbers = [(status, counts.get(status, by_status[status])) for status in STATUSES]
    known = {document.doc_id: document for document in documents}
    for claim in claims:
        known.setdefault(claim.judged.document.doc_id, claim.judged.document)
    dates = sorted(day[0] for d in known.values() if (day := re.match(r"\d{4}(-\d\d){0,2}", d.published or "", re.A)))
    findings = sorted((card for card in cards if card.look.wrong > 0), key=lambda card: card.rank, reverse=True)
    gaps = _gaps(decided)
    shared, n_more_shared = across.shared(told)
    return Page(
        title=clean.field(imprint.title) or words.text("report"),
        generated_at=_moment(imprint.generated_at),
        house=clean.field(imprint.house),
        house_href=web_address(imprint.house_url),
        statements=imprint.statements,
        n_documents=len(known),
        publishers=tuple(dict.fromkeys(name for d in known.values() if (name := clean.field(d.publisher)))),
        dates=(dates[0], dates[-1]) if dates else None,
        counts=tuple(numbers),
        total=sum(number for _, number in numbers),
        bar=shares((card.look for card in cards), looks),
        decided=len(cards),
        good=sum(card.look.key in ("s5", "s4") for card in cards),
        bad=sum(card.look.key in ("s2", "s1") for card in cards),
        findings=tuple(findings[:TOP_FINDINGS]),
        kinds=tuple(_kinds(cards, looks)),
        gaps=tuple(gaps[:MOST_GAPS]),
        n_gaps=len(gaps),
        names=tuple(names.values()),
        shared=tuple(shared),
        n_more_shared=n_more_shared,
        pairs=tuple(_pairs(told)),
        articles=tuple(articles),
        open=tuple(card for card, _ in told if card.number is None),
        looks=tuple(looks.values()),
        sources=_sources(cards),
        corrections=tuple(past.corrections({card.claim_id: card for card, _ in told})),
        history_from=past.begins(),
        people=len({a.annotator for c in claims for a in c.judged.answers if not a.skipped}),
        models=tuple(sorted({clean.field(c.judged.model_version) for c in claims} - {""})),
        agreement=tuple(_coefficients(agreement)),
        n_units=figures.coefficient("n_units", agreement.get("n_units")),
        n_excluded=figures.coefficient("n_excluded", agreement.get("n_excluded")),
        not_defined="no_variation" if agreement.get("n_units") else "not_defined",
    )


def _moment(when: str) -> str:
    """`2025-12-15 09:00 UTC`; as it is where it is no time."""
    try:
        moment = datetime.fromisoformat(when)
    except ValueError:
        return clean.field(when)
    return f"{moment:%Y-%m-%d %H:%M %Z}".rstrip() if "T" in when else when


def _kinds(cards: Sequence[Card], looks: Looks) -> Iterator[Kind]:
    """The kinds of claims that occur, each with its verdicts."""
    for code, name in TYPE_WORDS.items():
        if found := [card.look for card in cards if code in card.types]:
            yield Kind(code, name, len(found), shares(found, looks))


def _gaps(decided: Iterable[Told]) -> list[Gap]:
    """The claims whose figure can be set against a corrected one, the most important first."""
    gaps = []
    for card, claim in sorted(decided, key=lambda one: one[0].rank, reverse=True):
        claimed, corrected = claim.judged.claim.value, claim.corrected_value
        if card.delta and claimed is not None and corrected is not None:
            longest = max(abs(claimed), abs(corrected))
            gaps.append(Gap(card, _share(claimed, longest), _share(corrected, longest)))
    return gaps


def _sources(cards: Iterable[Card]) -> Sources:
    items = [item for card in cards for item in card.evidence]
    links = {item.href for item in items if item.href}
    return Sources(len(items), len(links), len({urlsplit(link).hostname for link in links}))


def _share(value: Decimal, longest: Decimal) -> float:
    return round(float(100 * value / longest), 2)


def _coefficients(agreement: Mapping[str, Any]) -> Iterator[Coefficient]:
    intervals = agreement.get("intervals") or {}
    for key in _COEFFICIENTS:
        said = figures.coefficient(key, agreement.get(key))
        bounds = intervals.get(key) if said is not None else None
        ends = [figures.coefficient(key, float(end)) for end in bounds or ()]
        yield Coefficient(
            key,
            said,
            None if said is None else float(agreement[key]),
            (float(bounds[0]), float(bounds[1])) if bounds else None,
            " – ".join(end for end in ends if end),
        )


def _pairs(told: Sequence[Told]) -> Iterator[Pair]:
    """The links between claims that the page shows, each once: contradictions first, then the strongest."""
    shown = {card.claim_id: card for card, _ in told}
    found = {}
    for _, claim in told:
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


def _articles(
    claims: Sequence[VerifiedClaim], documents: Sequence[Document], makes: Cards
) -> tuple[list[Article], list[Told]]:
    """The articles in the order of `documents`, claims numbered in reading order, and each card with its claim."""
    sources: dict[tuple[str, str], tuple[Document, list[VerifiedClaim]]] = {
        (document.doc_id, document.text): (document, []) for document in documents
    }
    given = set(sources)
    listed = {document.doc_id for document in documents}
    for claim in claims:
        document = claim.judged.document
        sources.setdefault((document.doc_id, document.text), (document, []))[1].append(claim)
    articles, told, number = [], list[Told](), 0
    for nth, (document, found) in enumerate(sources.values(), 1):
        shown: list[Card] = []
        title = clean.field(document.title) or clean.field(document.doc_id) or makes.words.text("untitled")
        found.sort(key=lambda c: (c.judged.claim.start, c.judged.claim.end, c.judged.claim.claim_id))
        for claim in found:
            if claim.decision.status == NOT_A_CLAIM:
                continue
            decided = claim.decision.status == "decided"
            number += decided
            card = makes.card(claim, number=number if decided else None, order=len(shown), title=title)
            shown.append(card)
            told.append((card, claim))
        cards = tuple(card for card in shown if card.number is not None)
        placed = [card for card in shown if card.placed]
        href = web_address(document.url)
        articles.append(
            Article(
                anchor=f"document-{nth}",
                title=title,
                publisher=clean.field(document.publisher),
                published=clean.field(document.published),
                href=href,
                host=(urlsplit(href).hostname or "") if href else clean.field(document.url),
                lang=clean.language(document.text) or "en",
                title_lang=clean.language(title) or "en",
                other_version=document.doc_id in listed and (document.doc_id, document.text) not in given,
                key=in_scale_order({card.look for card in placed}, makes.looks),
                pieces=tuple(pieces(clean.document_text(document.text), placed)),
                cards=cards,
                bar=shares((card.look for card in cards), makes.looks),
            )
        )
    return articles, told
