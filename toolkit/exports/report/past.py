"""What became of verdicts over time, as the page tells it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from toolkit.exports.report import clean, figures
from toolkit.exports.report.clean import Clean
from toolkit.exports.report.looks import Looks, verdict_look
from toolkit.exports.report.page import Card, Correction, Step
from toolkit.exports.report.words import CHANGE_WORDS
from toolkit.model import Change

_TOLD = ("corrected", "withdrawn")  # what readers of an earlier report have to hear of


@dataclass(frozen=True, slots=True)
class Past:
    """The history that a report is given, in the order in which it was written; None where it is given none."""

    changes: Sequence[Change] | None
    looks: Looks
    outside: Clean

    def begins(self) -> str | None:
        """The day of the first entry, empty for a history without any; None without a history."""
        if self.changes is None:
            return None
        return min((_day(change) for change in self.changes), default="")

    def steps(self) -> dict[str, tuple[Step, ...]]:
        """The entries by claim_id, in order."""
        found: dict[str, list[Step]] = {}
        for change in self.changes or ():
            found.setdefault(change.claim_id, []).append(self._step(change))
        return {claim_id: tuple(steps) for claim_id, steps in found.items()}

    def corrections(self, cards: Mapping[str, Card]) -> list[Correction]:
        """What was corrected or withdrawn, the latest first, with the claim's card where the report has one."""
        told = [change for change in self.changes or () if change.kind in _TOLD]
        told.sort(key=lambda change: change.changed_at, reverse=True)
        return [
            Correction(
                step=self._step(change),
                card=cards.get(change.claim_id),
                quote=clean.field(change.claim_text),
                quote_lang=clean.language(change.claim_text) or "en",
            )
            for change in told
        ]

    def _step(self, change: Change) -> Step:
        kind = self.outside(change.kind)
        return Step(
            kind=CHANGE_WORDS.get(change.kind, (kind, kind)),
            day=_day(change) if change.kind in _TOLD else clean.field(change.decided_at)[:10] or _day(change),
            before=verdict_look(change.before, self.looks) if change.before and change.kind in _TOLD else None,
            after=verdict_look(change.verdict, self.looks) if change.verdict and change.kind != "withdrawn" else None,
            corrected=_amount(change.corrected_value),
            note=self.outside(change.note),
        )


def _day(change: Change) -> str:
    return clean.field(change.changed_at)[:10]


def _amount(value: str | None) -> str:
    """The figure as a reader writes it; a file may hold anything."""
    try:
        return figures.amount(None, Decimal(value), None, None) if value else ""
    except InvalidOperation:
        return clean.field(value)
