"""Which claims are worth a person's time: those above a worth, the best of all documents, or a sample. Pure.

A choice only adds. Claims that are on the server stay chosen, and count first, so that a second push chooses the same,
and no task goes because others came before it. Documents pass by once; of those that are not chosen nothing is held.
"""

from __future__ import annotations

import hashlib
import heapq
from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass, field, replace

from toolkit.model import AnnotatedDocument, Claim

HELD = "on the server already"
BEGUN = "people have begun on its document"


@dataclass(frozen=True, slots=True)
class Choice:
    """`min_worth` is the least worth (0..1); `top`, `sample`: so many claims in the whole project, None for all.

    With both, the sample is drawn from those that are not among the top.
    """

    min_worth: float = 0.0
    top: int | None = None
    sample: int | None = None
    seed: int = 0

    @property
    def everything(self) -> bool:
        """Whether nothing is left out."""
        return not self.min_worth and self.top is None and self.sample is None


@dataclass(frozen=True, slots=True)
class Held:
    """What the server has: ids of claims, of documents, and of those documents that take no further claims, as people
    have begun on them."""

    claims: Set[str] = frozenset()
    begun: Set[str] = frozenset()
    documents: Set[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a claim goes to the server, and why."""

    doc_id: str
    claim: Claim
    pushed: bool
    reason: str


@dataclass(slots=True)
class Chooser:
    """Takes documents one by one; `told` gets a Verdict on each of their claims, as soon as it is certain."""

    choice: Choice
    held: Held
    told: Callable[[Verdict], None]
    _kept: dict[str, AnnotatedDocument] = field(default_factory=dict)
    _chosen: dict[str, dict[str, str]] = field(default_factory=dict)  # doc_id → claim_id → reason
    _open: dict[str, int] = field(default_factory=dict)  # doc_id → claims that may still be chosen
    _top: list[tuple[tuple[float, str], str, Claim]] = field(default_factory=list)
    _sample: list[tuple[tuple[float, str], str, Claim]] = field(default_factory=list)
    _met: int = 0  # claims on the server

    def add(self, annotated: AnnotatedDocument) -> None:
        """One document."""
        doc_id, choice = annotated.document.doc_id, self.choice
        self._kept[doc_id] = annotated
        self._open[doc_id] = len(annotated.claims)
        for claim in annotated.claims:
            if claim.claim_id in self.held.claims:
                self._met += 1
                self._take(doc_id, claim, HELD)
            elif doc_id in self.held.begun:
                self._leave(doc_id, claim, BEGUN)
            elif claim.worth < choice.min_worth:
                self._leave(doc_id, claim, f"worth {claim.worth:.2f}, below {choice.min_worth:g}")
            elif choice.top is not None:
                heapq.heappush(self._top, ((claim.worth, _drawn("", claim)), doc_id, claim))
            elif choice.sample is not None:
                self._draw(doc_id, claim)
            else:
                worth = f"worth {claim.worth:.2f}"
                self._take(doc_id, claim, f"{worth}, at least {choice.min_worth:g}" if choice.min_worth else worth)
            self._shrink()
        self._drop_if_done(doc_id)

    def documents(self) -> Iterator[AnnotatedDocument]:
        """At the end: the documents in the order they came, with the chosen claims alone; those without any are left,
        unless the server has them, where their source may have changed."""
        for _, doc_id, claim in self._top:
            self._take(doc_id, claim, f"worth {claim.worth:.2f}, among the top {self.choice.top}")
        for _, doc_id, claim in self._sample:
            self._take(doc_id, claim, f"in the sample of {self.choice.sample}, seed {self.choice.seed}")
        self._top, self._sample = [], []
        for doc_id, annotated in self._kept.items():
            chosen = self._chosen.get(doc_id, {})
            claims = tuple(claim for claim in annotated.claims if claim.claim_id in chosen)
            if claims or doc_id in self.held.documents or self.choice.everything:
                yield replace(annotated, claims=claims)

    def _shrink(self) -> None:
        """Leave what is too much; what is on the server counts first for the top, then for the sample."""
        top, sample, met = self.choice.top, self.choice.sample, self._met
        while top is not None and len(self._top) > max(0, top - met):
            _, doc_id, claim = heapq.heappop(self._top)
            if sample is not None:
                self._draw(doc_id, claim)
            else:
                self._leave(doc_id, claim, f"worth {claim.worth:.2f}, not among the top {top}")
        while sample is not None and len(self._sample) > max(0, sample - max(0, met - (top or 0))):
            _, doc_id, claim = heapq.heappop(self._sample)
            self._leave(doc_id, claim, f"not in the sample of {sample}, seed {self.choice.seed}")

    def _draw(self, doc_id: str, claim: Claim) -> None:
        heapq.heappush(self._sample, ((0.0, _drawn(f"{self.choice.seed}:", claim)), doc_id, claim))

    def _take(self, doc_id: str, claim: Claim, reason: str) -> None:
        self._chosen.setdefault(doc_id, {})[claim.claim_id] = reason
        self.told(Verdict(doc_id, claim, True, reason))

    def _leave(self, doc_id: str, claim: Claim, reason: str) -> None:
        self.told(Verdict(doc_id, claim, False, reason))
        self._open[doc_id] -= 1
        self._drop_if_done(doc_id)

    def _drop_if_done(self, doc_id: str) -> None:
        if not (self._open.get(doc_id) or doc_id in self.held.documents or self.choice.everything):
            self._kept.pop(doc_id, None)
            self._open.pop(doc_id, None)


def _drawn(salt: str, claim: Claim) -> str:
    """A claim's lot: the same in every run, and no other claim changes it."""
    return hashlib.sha256(f"{salt}{claim.claim_id}".encode()).hexdigest()


def choose(
    documents: Iterable[AnnotatedDocument], choice: Choice, held: Held, told: Callable[[Verdict], None]
) -> list[AnnotatedDocument]:
    """The documents with those of their claims that are chosen."""
    chooser = Chooser(choice, held, told)
    for annotated in documents:
        chooser.add(annotated)
    return list(chooser.documents())
