"""The report in short, as GitHub-flavoured Markdown: tables instead of full texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from toolkit.exports.report.clean import flat
from toolkit.exports.report.page import Correction, Look, Page
from toolkit.exports.report.words import STATUSES, Phrasebook


def render(page: Page, words: Phrasebook) -> str:
    """The report as Markdown."""
    return "\n".join(_lines(page, words)) + "\n"


def _safe(text: str) -> str:
    """Text that Markdown shows as it is, on one line: no markup, HTML, table border, link or autolink survives."""
    text = flat(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    text = re.sub(r"([\\`*_{}\[\]#|~$@!])", r"\\\1", text)
    text = re.sub(r":(?=//)|(?<=www)\.", lambda found: "\\" + found[0], text, flags=re.IGNORECASE)
    return re.sub(r"^([-+=])|^(\d+)(?=[.)])", lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\", text)


def _link(text: str, href: str | None) -> str:
    return f"[{_safe(text)}](<{quote(href, safe=_URL_SAFE)}>)" if href else _safe(text)


_URL_SAFE = ":/?#@!$&'*+,;=%~-._"


def _row(*cells: object) -> str:
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


def _table(*head: str) -> list[str]:
    return [_row(*head), _row(*["---"] * len(head))]


def _own(page: Page, w: Phrasebook, section: str) -> Iterator[str]:
    """What the house itself says in a section, as a paragraph."""
    if section in page.statements:
        yield from ("", _safe(w.pair_text(*page.statements[section])))


def _correction(one: Correction, w: Phrasebook) -> str:
    step = one.step
    verdicts = " → ".join(w.pair_text(look.en, look.zh) for look in (step.before, step.after) if look)
    said = (step.day, w.pair_text(*step.kind), verdicts, step.corrected, f"“{one.quote}”", step.note)
    return " · ".join(_safe(part) for part in said if part)


def _lines(page: Page, w: Phrasebook) -> Iterator[str]:
    t = w.text

    def verdict(look: Look) -> str:
        return f"{look.glyph} {_safe(w.pair_text(look.en, look.zh))}"

    yield f"# {_safe(page.title)}"
    yield ""
    scope = [t("n_documents", n=page.n_documents), t("n_publishers", n=len(page.publishers))]
    if page.dates:
        first, last = page.dates
        scope.append(t("dates", a=first, b=last) if first != last else t("date", a=first))
    yield "; ".join(_safe(part) for part in [*scope, f"{t('generated')}: {page.generated_at}"])
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
            fix = f" → {_safe(card.corrected)}" if card.corrected else ""
            yield f"- {verdict(card.look)}: “{_safe(card.quote)}”{fix} ({_safe(card.title)})"
        yield ""
    yield from (f"## {t('documents')}", "")
    for article in page.articles:
        yield from (f"### {_safe(article.title)}", "")
        about = [_safe(part) for part in (article.publisher, article.published) if part]
        if article.host:
            about.append(_link(article.host, article.href))
        if about:
            yield from (" · ".join(about), "")
        if not article.cards:
            yield from (t("no_claims_here"), "")
            continue
        yield from _table("#", t("verdict"), t("quote"), t("reading"), t("corrected"), t("rationale"), t("evidence"))
        for card in article.cards:
            corrected = " ".join(
                _safe(part) for part in (card.corrected, card.delta and f"({w.pair_text(*card.delta)})") if part
            )
            evidence = "; ".join(
                " ".join(part for part in (_link(e.url, e.href), _safe(e.quote), _safe(e.date)) if part)
                for e in card.evidence
            )
            why = "; ".join(_safe(text) for text in card.rationales)
            told = [card.normalized, card.reading, card.speaker and f"{t('speaker')}: {card.speaker}"]
            told += [w.pair_text(*card.stance)] if card.stance else []
            told += [f"{t('earlier')}: {card.earlier}"] if card.earlier else []
            read = "; ".join(_safe(part) for part in told if part)
            yield _row(card.number, verdict(card.look), _safe(card.quote), read, corrected, why, evidence)
        yield ""
    if page.pairs:
        yield from (f"## {t('compared')}", "", t("compared_note"), "")
        yield from _table(t("relation"), t("first_quote"), t("second_quote"))
        for pair in page.pairs:
            quotes = (f"“{_safe(card.quote)}” ({_safe(card.title)})" for card in (pair.one, pair.other))
            yield _row(t(pair.relation), *quotes)
        yield ""
    yield from (f"## {t('open')}", "")
    if not page.open:
        yield t("open_none")
    for card in page.open:
        state = w.pair_text(*STATUSES[card.status][:2])
        why = f": {_safe(w.pair_text(*card.reason))}" if card.reason[0] else ""
        yield f"- {state}: “{_safe(card.quote)}” ({_safe(card.title)}){why}"
    yield from ("", f"## {t('method')}", "")
    yield from (f"{n}. {t(f'step_{n}')}" for n in range(1, 5))
    yield from _own(page, w, "method")
    sources = page.sources
    for section, words in (
        ("sources", t("sources_text", n=sources.items, links=sources.links, sites=sources.sites)),
        ("fairness", t("fairness_text")),
        ("organisation", "" if "organisation" in page.statements else t("organisation_none")),
        ("corrections", t("corrections_text")),
    ):
        yield from ("", f"### {t(section)}", "")
        if section == "organisation" and page.house:
            yield f"{t('published_by')}: {_link(page.house, page.house_href)}"
        yield from [words] if words else []
        yield from _own(page, w, section)
    yield from ("", *(f"- {_correction(one, w)}" for one in page.corrections))
    if not page.corrections:
        since = page.history_from
        yield _safe(t("corrections_none", day=since)) if since else t("corrections_unknown")
    yield from ("", f"### {t('figures')}", "")
    yield f"- {t('people')}: {page.people}"
    yield f"- {t('model')}: {_safe(', '.join(page.models)) or t('none')}"
    for found in page.agreement:
        bounds = f" ({t('interval')}: {found.bounds})" if found.bounds else ""
        yield f"- {t(found.key)}: {t(page.not_defined) if found.said is None else found.said + bounds}"
    yield f"- {t('n_units')}: {_safe(page.n_units or t('none'))}"
    yield f"- {t('n_excluded')}: {_safe(page.n_excluded or t('none'))}"
