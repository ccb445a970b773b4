"""The project in which an adjudicator rules on claims that people left open: its tasks, and what comes back. Pure.

A task shows every answer under a letter, without its author's name. The letters are dealt anew for every claim, so that
nobody is known by one. What annotators wrote is escaped; only http and https addresses become links.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from html import escape
from string import ascii_uppercase

from toolkit.labelstudio import card, codec, interface, layouts
from toolkit.labelstudio.records import LONGEST_TITLE, Project, WantedTask
from toolkit.model import Answer, JudgedClaim, Scale, VerifiedClaim, stable_id

_SUFFIX = " adjudication"


def title_of(title: str) -> str:
    """The name of a project's adjudication project."""
    room = LONGEST_TITLE - len(_SUFFIX)
    return (title if len(title) <= room else f"{title[: room - 9]} {stable_id(title, length=8)}") + _SUFFIX


def mark(title: str) -> str:
    """The description by which the project is known: another one of the same title is somebody's own."""
    return f"Rulings on the project {title}; factcheck adjudicate made it. / 项目“{title}”的裁定"


def is_ours(project: Project, title: str) -> bool:
    """Whether a project of the right title is the adjudication project of `title`."""
    return project.description.startswith(mark(title))


def to_task(claim: VerifiedClaim, priority: float, around: codec.Around | None = None) -> WantedTask:
    """The task in which one claim is ruled on; `priority` (0..1) is its prediction's score, `around` serves many."""
    judged = claim.judged
    document, facts = judged.document, judged.claim
    context = document.text[facts.context_start : facts.context_end]
    told = (document.publisher, document.published, document.url)
    data = {
        "title": document.title or document.doc_id,
        "doc_id": document.doc_id,
        "publisher": document.publisher,
        "published": document.published,
        "lang": judged.lang,
        "url": document.url,
        "source_line": " · ".join(part for part in told if part) or document.doc_id,
        "model_version": judged.model_version,
        "priority": round(priority, 4),
        "fc_key": f"adjudication:{facts.claim_id}:{stable_id(context)}",
        "text": context,
        "text_start": facts.context_start,
        **(around or codec.Around()).data(document, facts),
        "claim_id": facts.claim_id,
        "claim_text": facts.text,
        "reading": card.rows(facts),
        "answers": answers_html(claim.votes, facts.claim_id, claim.scale),
        "claims": [codec.stored(facts, judged.entity_names)],
    }
    mark = codec.region(facts.claim_id, facts, interface.CLAIM, facts.context_start, "", priority)
    return WantedTask(str(data["fc_key"]), document.doc_id, data, (mark,), round(priority, 4))


def answers_html(answers: Sequence[Answer], claim_id: str, scale: Scale) -> str:
    """Everybody's answer to a claim as HTML, in an order that says nothing of who gave it."""
    dealt = sorted(answers, key=lambda answer: stable_id(claim_id, answer.annotator))
    letters = {answer.annotator: _letter(number) for number, answer in enumerate(dealt)}
    return "".join(_answer_html(answer, letters, scale) for answer in dealt)


def with_rulings(judged: Iterable[JudgedClaim], ruled: Iterable[JudgedClaim]) -> list[JudgedClaim]:
    """The claims of a project with the answers that its adjudication project holds, as rulings.

    Where a claim's task stood for several wordings, the ruling stands for all of them.
    """
    rulings = {claim.claim.claim_id: claim.answers for claim in ruled}
    found = []
    for claim in judged:
        given = rulings.get(claim.duplicate_of or claim.claim.claim_id, ())
        added = [_ruling(answer, claim) for answer in given]
        found.append(replace(claim, answers=(*claim.answers, *added)) if added else claim)
    return found


def _ruling(answer: Answer, claim: JudgedClaim) -> Answer:
    return replace(
        answer,
        claim_id=claim.claim.claim_id,
        doc_id=claim.document.doc_id,
        adjudication=True,
        marked=None,  # the edges are the annotators' to draw
        corrected_span=False,
        added=False,
    )


def _letter(number: int) -> str:
    return ascii_uppercase[number] if number < len(ascii_uppercase) else str(number + 1)


def _answer_html(answer: Answer, letters: Mapping[str, str], scale: Scale) -> str:
    verdict = scale.get(answer.verdict)
    said = f"{verdict.en} / {verdict.zh}" if verdict else str(answer.verdict)
    flags = [" / ".join(layouts.FLAG_WORDS[flag][:2]) if flag in layouts.FLAG_WORDS else flag for flag in answer.flags]
    confidence = f"confidence / 把握 {answer.confidence}/5" if answer.confidence else ""
    head = " · ".join(_shown(part, letters) for part in (said, *flags, confidence) if part)
    rows = [f"<p><b>{letters[answer.annotator]}</b> · {head}</p>"]
    if answer.corrected:
        rows.append(f"<p>Corrected value / 更正值: {_shown(answer.corrected, letters)}</p>")
    if answer.rationale:
        rows.append(f"<p>{_shown(answer.rationale, letters)}</p>")
    items = []
    for item in answer.evidence:
        link = ""
        if item.url and item.url.lower().startswith(("http://", "https://")):
            address = escape(item.url)
            link = f'<a href="{address}" target="_blank" rel="noopener noreferrer">{address}</a>'
        rest = [f"“{item.quote}”" if item.quote else None, item.date, item.stance]
        items.append(" · ".join([link] * bool(link) + [_shown(part, letters) for part in rest if part]))
    if items:
        rows.append(f"<ul>{''.join(f'<li>{item}</li>' for item in items if item)}</ul>")
    return f"<div>{''.join(rows)}</div>"


def _shown(text: str, letters: Mapping[str, str]) -> str:
    """Escaped, with the annotators' addresses taken out: people speak of each other."""
    for name, letter in letters.items():
        text = text.replace(name, letter)
    return escape(text)
