"""A verified claim → its card."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from toolkit.exports.report import clean, figures
from toolkit.exports.report.across import names_of
from toolkit.exports.report.clean import Clean
from toolkit.exports.report.looks import Looks, look_of, verdict_look
from toolkit.exports.report.page import Card, EvidenceView, Name, Step
from toolkit.exports.report.words import DECIDED_BY, EVIDENCE_WORDS, FLAG_WORDS, STANCE_WORDS, Phrasebook, reason_words
from toolkit.exports.web import web_address
from toolkit.model import Answer, Claim, Earlier, Evidence, VerifiedClaim, stable_id

_MARKS = " \n.。!！?？"


@dataclass(frozen=True, slots=True)
class Cards:
    """Makes the cards of one report. `outside` cleans what people wrote; `task_links` lead to the server."""

    looks: Looks
    words: Phrasebook
    outside: Clean
    names: Mapping[str, Name]
    history: Mapping[str, tuple[Step, ...]]
    task_links: bool
    _anchors: set[str] = field(default_factory=set)

    def card(self, claim: VerifiedClaim, *, number: int | None, order: int, title: str) -> Card:
        """The claim's card: the `number`th of the report, None without a verdict, and the `order`th of its document."""
        judged, decision, record = claim.judged, claim.decision, claim.judged.claim
        if record.unit == "percentage point":  # the one unit that is an English word
            record = replace(record, unit=self.words.text("percentage point"))
        look, outside = look_of(claim, self.looks), self.outside
        counted, backing = claim.votes, claim.deciding
        votes = Counter(verdict_look(answer.verdict, self.looks) for answer in counted)
        earlier = judged.related.earlier
        shortened = clean.flat(record.normalized or "") == clean.flat(record.text)
        return Card(
            claim_id=record.claim_id,
            anchor=self._anchor(record.claim_id),
            place=len(self._anchors),
            number=number,
            order=order,
            start=record.start,
            end=record.end,
            placed=0 <= record.start < record.end and judged.document.text[record.start : record.end] == record.text,
            look=look,
            status=decision.status,
            reason=reason_words(outside(decision.reason)),
            quote=clean.field(record.text),
            quote_lang="zh-Hans" if record.lang == "zh" else "en",
            context=_context(judged.context, record),
            reading=clean.field(figures.reading(record)),
            normalized="" if shortened else clean.field(record.normalized),
            speaker=outside(record.speaker),
            stance=STANCE_WORDS.get(record.stance),
            claimed=clean.field(figures.amount(record.comparator, record.value, record.value_max, record.unit)),
            corrected=_corrected(claim, record.unit, backing, outside),
            delta=figures.difference(claim.delta_pct, self.words),
            flags=tuple(
                FLAG_WORDS.get(flag, (name, name))
                for flag in dict.fromkeys(flag for answer in backing for flag in answer.flags)
                if (name := outside(flag))
            ),
            decided_by=self._decided(decision.decided_by, len({answer.annotator for answer in counted}), backing),
            votes=tuple(votes.most_common()) if len(votes) > 1 else (),
            rationales=tuple(dict.fromkeys(text for a in backing if (text := outside(a.rationale)))),
            evidence=tuple(dict.fromkeys(_evidence(item, outside) for answer in backing for item in answer.evidence)),
            task_href=_link(judged.task_url, outside) if self.task_links else None,
            superseded=judged.superseded,
            title=title,
            rank=(record.worth * look.wrong, look.wrong),
            types=record.types,
            names=tuple(sorted(self.names[key].number for key in names_of(claim) if key in self.names)),
            history=self._history(record.claim_id),
            earlier=self._checked_before(earlier) if earlier else "",
            earlier_href=web_address(earlier.url) if earlier else None,
        )

    def _decided(self, how: str | None, people: int, backing: Sequence[Answer]) -> tuple[str, str]:
        """Who decided, how many people answered, and whether what decides was said of an earlier text."""
        many = self.words.filled("n_annotators", n=people)
        carried = max((answer.annotated_at[:10] for answer in backing if answer.carried), default="")
        before = self.words.filled("carried", date=clean.field(carried)) if carried else ("", "")
        en, zh = zip(DECIDED_BY.get(how or "", ("", "")), many, before, strict=True)
        return " · ".join(filter(None, en)), " · ".join(filter(None, zh))

    def _history(self, claim_id: str) -> tuple[Step, ...]:
        """What became of the verdict; nothing where it still is what it was at first."""
        steps = self.history.get(claim_id, ())
        return steps if len(steps) > 1 else ()

    def _anchor(self, claim_id: str) -> str:
        """A fragment's name from a claim's id, each given once."""
        base = name = claim_id if re.fullmatch(r"[A-Za-z0-9_-]{1,64}", claim_id) else stable_id(claim_id)
        nth = 1
        while name in self._anchors:
            nth += 1
            name = f"{base}.{nth}"
        self._anchors.add(name)
        return name

    def _checked_before(self, earlier: Earlier) -> str:
        """The earlier verdict, its day, its house and the claim that it was given on."""
        look = verdict_look(earlier.verdict, self.looks)
        verdict = self.words.pair_text(look.en, look.zh)
        relation = self.words.text(earlier.relation) if earlier.relation in ("contradiction", "update") else ""
        parts = (verdict, clean.field(earlier.date), clean.field(earlier.by), f"“{clean.field(earlier.claim)}”")
        return " · ".join(part for part in (*parts, relation) if part)


def _corrected(claim: VerifiedClaim, unit: str | None, backing: Sequence[Answer], outside: Clean) -> str:
    """The corrected value in the claim's unit where the two were comparable, else as it was typed."""
    if claim.delta_pct is not None:
        return outside(figures.amount(None, claim.corrected_value, None, unit))
    typed = next((text for answer in reversed(backing) if (text := outside(answer.corrected))), "")
    return typed or figures.amount(None, claim.corrected_value, None, None)


def _evidence(item: Evidence, outside: Clean) -> EvidenceView:
    url = outside(item.url)
    href = _link(item.url, outside)
    stance = outside(item.stance)
    says = EVIDENCE_WORDS.get(stance.casefold(), (stance, stance)) if stance else None
    return EvidenceView(url, href, outside(item.quote), outside(item.date), says)


def _link(url: str | None, outside: Clean) -> str | None:
    """The address if it may be a link as it is: nothing in it had to be cleaned away."""
    return web_address(url) if outside(url) == (url or "").strip() else None


def _context(context: str, claim: Claim) -> tuple[str, str, str] | None:
    """The sentence around the claim, cut where the claim begins and ends; None where it adds nothing."""
    start = claim.start - claim.context_start
    if context[max(start, 0) : max(start, 0) + len(claim.text)] != claim.text:
        start = context.find(claim.text)
    if context.strip(_MARKS) in ("", claim.text.strip(_MARKS)):
        return None
    if start < 0:
        return clean.tidy(context), "", ""
    end = start + len(claim.text)
    return clean.tidy(context[:start]), clean.tidy(claim.text), clean.tidy(context[end:])
