"""A claim as it is compared with those of other documents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from toolkit.claims import contradict
from toolkit.claims.concepts import Concepts, concepts
from toolkit.claims.wording import Wording, wording


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a claim. Two may mean one thing where they share a key; a `known` one means no other known one."""

    text: str
    kind: str
    keys: frozenset[str]
    known: bool = False


@dataclass(frozen=True)
class Statement:
    """A claim as it is compared.

    `names` are those in its clause and of its subject, which may stand before it. `published` is the day of its
    document, for claims that say no time. `sentence` is where it stands.
    """

    claim_id: str
    doc_id: str
    text: str
    lang: str
    subject: str | None = None
    measure: str | None = None
    names: tuple[Name, ...] = ()
    subject_names: tuple[Name, ...] = ()
    comparator: str | None = None
    value: Decimal | None = None
    value_max: Decimal | None = None
    unit: str | None = None
    period: str | None = None
    published: str | None = None
    stance: str = "asserted"
    sentence: str | None = None

    @cached_property
    def figure(self) -> contradict.Figure | None:
        """The amount as a stretch of numbers."""
        return contradict.figure(self.value, self.value_max, self.comparator, self.unit)

    @cached_property
    def when(self) -> contradict.Period | None:
        """The time that it says."""
        return contradict.period(self.period)

    @cached_property
    def day(self) -> date | None:
        """When it was published."""
        try:
            return date.fromisoformat((self.published or "")[:10])
        except ValueError:
            return None

    @cached_property
    def meaning(self) -> Concepts:
        """What its words and its subject name."""
        whole = self.text if not self.subject or self.subject in self.text else f"{self.subject} {self.text}"
        return concepts(whole)

    @cached_property
    def wording(self) -> Wording:
        """What its words say of its figure and its act."""
        return wording(self.text)

    @cached_property
    def own_measures(self) -> frozenset[str]:
        """The concepts that the words of its measure name."""
        return concepts(self.measure or "").measures

    @cached_property
    def measured(self) -> frozenset[str]:
        """The concepts of what is measured."""
        return self.own_measures or self.meaning.measures
