"""The machine in real use: what people kept, moved, relabelled, dismissed and added to what it had proposed.

Every person's latest annotation of a task counts, if it was begun from the machine's marks; adjudicators judge claims
that are there already, and do not count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from toolkit.model import CLAIM_LABEL, Mark, Marking
from toolkit.verdicts import marks

Outcome = Literal["kept", "moved", "relabelled", "dismissed", "added"]
OUTCOMES: tuple[Outcome, ...] = ("kept", "moved", "relabelled", "dismissed", "added")
NO_RULE = "no figure"
"""Stands for the rule of claims in which no quantity was read."""


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of one proposed mark, or of one that a person added: `proposed` is None then, `left` if dismissed."""

    outcome: Outcome
    proposed: Mark | None
    left: Mark | None


@dataclass(frozen=True, slots=True)
class Row:
    """Marks of one kind (claim or name), one label or rule (`what`; "all" for all), and one model version.

    A moved mark has other edges and the same label; `relabelled` counts marks that lost this label, `gained` those that
    got it. `exact` figures want the same edges, the others take moved marks for found. Recall is None for a rule,
    since no rule is known of what was missed; a figure without anything to count is None too.
    """

    kind: Literal["claim", "name"]
    what: str
    model_version: str
    kept: int = 0
    moved: int = 0
    relabelled: int = 0
    dismissed: int = 0
    added: int = 0
    gained: int = 0
    by_rule: bool = False

    @property
    def proposed(self) -> int:
        """What the machine marked."""
        return self.kept + self.moved + self.relabelled + self.dismissed

    @property
    def precision(self) -> float | None:
        """Share of the proposed marks that people left, moved ones included."""
        return _share(self.kept + self.moved, self.proposed)

    @property
    def precision_exact(self) -> float | None:
        """Share of the proposed marks that people left as they were."""
        return _share(self.kept, self.proposed)

    @property
    def recall(self) -> float | None:
        """Share of the marks that people left which the machine had proposed, moved ones included."""
        return None if self.by_rule else _share(self.kept + self.moved, self._left)

    @property
    def recall_exact(self) -> float | None:
        """Share of the marks that people left which the machine had proposed with the same edges."""
        return None if self.by_rule else _share(self.kept, self._left)

    @property
    def _left(self) -> int:
        return self.kept + self.moved + self.gained + self.added


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All rows, by model version, kind, and "all" first; over `n_annotations` of `n_documents`.

    `n_excluded` annotations were begun on an empty page.
    """

    rows: tuple[Row, ...]
    n_annotations: int
    n_documents: int
    n_excluded: int


def evaluate(markings: Iterable[Marking]) -> Evaluation:
    """The machine's proposals beside what each person left of them."""
    last = marks.latest(markings)
    counted = [marking for marking in last if marking.proposed is not None]
    tallies: dict[tuple[str, Literal["claim", "name"], bool, str], Counter[str]] = {}
    for marking in counted:
        for fate in fates(marking):
            for kind, by_rule, what, outcome in _belongs(fate):
                key = marking.model_version, kind, by_rule, what
                tallies.setdefault(key, Counter())[outcome] += 1
    rows = [
        Row(kind, what, version, **tally, by_rule=by_rule) for (version, kind, by_rule, what), tally in tallies.items()
    ]
    rows.sort(key=lambda row: (row.model_version, row.kind, row.by_rule, row.what != "all", -row.proposed, row.what))
    return Evaluation(tuple(rows), len(counted), len({m.doc_id for m in counted}), len(last) - len(counted))


def fates(marking: Marking) -> Iterator[Fate]:
    """What became of each proposed mark, then the marks that were added.

    A mark is known by its id; one that was deleted and drawn again by its label and the text that both share.
    """
    proposed, left = marking.proposed or (), marking.left
    by_id = {mark.mark_id: mark for mark in left}
    lost = [mark for mark in proposed if mark.mark_id not in by_id]
    known = {mark.mark_id for mark in proposed}
    drawn = [mark for mark in left if mark.mark_id not in known]
    again: dict[int, Mark] = {}
    for label in {mark.label for mark in lost}:
        pairs = marks.overlapping([m for m in lost if m.label == label], [m for m in drawn if m.label == label])
        again |= {id(old): new for old, new in pairs}
    for mark in proposed:
        stands = by_id.get(mark.mark_id) or again.get(id(mark))
        if stands is None or stands.dismissed:
            yield Fate("dismissed", mark, None)
        elif stands.label != mark.label:
            yield Fate("relabelled", mark, stands)
        else:
            moved = (stands.start, stands.end) != (mark.start, mark.end)
            yield Fate("moved" if moved else "kept", mark, stands)
    redrawn = {id(mark) for mark in again.values()}
    for mark in drawn:
        if id(mark) not in redrawn and not mark.dismissed:
            yield Fate("added", None, mark)


def _belongs(fate: Fate) -> Iterator[tuple[Literal["claim", "name"], bool, str, str]]:
    """The rows that a fate counts in: its kind's, its label's or rules', and as what."""
    mark = fate.proposed or fate.left
    assert mark is not None
    kind = _kind(mark)
    yield kind, False, "all", fate.outcome
    if kind == "name":
        yield kind, False, mark.label, fate.outcome
    elif fate.proposed:
        for rule in mark.rules or (NO_RULE,):
            yield kind, True, rule, fate.outcome
    if fate.outcome == "relabelled" and fate.left is not None:
        new = _kind(fate.left)
        yield new, False, "all", "gained"
        if new == "name":
            yield new, False, fate.left.label, "gained"


def _kind(mark: Mark) -> Literal["claim", "name"]:
    return "claim" if mark.label == CLAIM_LABEL else "name"


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
