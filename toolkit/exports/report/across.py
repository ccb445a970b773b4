"""What occurs in several documents: names and measures, each with the figures that are given for it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from unicodedata import normalize

from toolkit.exports.report import clean
from toolkit.exports.report.page import Card, Name, Shared, SharedRow
from toolkit.model import VerifiedClaim

MOST_NAMES = 200  # that one can filter by
MOST_GROUPS, MOST_ROWS = 24, 12

Told = tuple[Card, VerifiedClaim]


def names_of(claim: VerifiedClaim) -> dict[str, list[str]]:
    """What the claim names: a key that all names of one thing share → the names that it uses."""
    named: dict[str, list[str]] = {}
    for entity in claim.judged.named:
        if name := clean.flat(clean.field(entity.text)):
            named.setdefault(entity.entity_id or _key(name), []).append(name)
    if not named:
        named = {_key(name): [name] for text in claim.judged.entity_names if (name := clean.flat(clean.field(text)))}
    return named


def most_named(claims: Iterable[VerifiedClaim]) -> dict[str, Name]:
    """The names that several claims have, by their key; those that most have, where there are too many."""
    spelled: dict[str, Counter[str]] = defaultdict(Counter)
    for claim in claims:
        for key, names in names_of(claim).items():
            spelled[key].update(set(names))
    several = [key for key, names in spelled.items() if names.total() > 1]
    most = sorted(several, key=lambda key: (-spelled[key].total(), key))[:MOST_NAMES]
    return {key: Name(nth, _spelled(spelled[key])) for nth, key in enumerate(most)}


def shared(told: Sequence[Told]) -> tuple[list[Shared], int]:
    """Names, then measures, with figures in two documents or more; and how many more of them there are.

    A measure is left out where a name has all of its figures.
    """
    with_figures = [(card, claim) for card, claim in told if card.claimed]
    spelled = most_named(claim for _, claim in with_figures)
    by_name: dict[Hashable, list[Told]] = defaultdict(list)
    by_measure: dict[Hashable, list[Told]] = defaultdict(list)
    for card, claim in with_figures:
        for key in names_of(claim):
            if key in spelled:
                by_name[key].append((card, claim))
        if measure := _measure(claim):
            by_measure[measure].append((card, claim))
    groups = [(spelled[str(key)].text, found) for key, found in _several(by_name)]
    shown = [{card.anchor for card, _ in found} for _, found in groups]
    for _, found in _several(by_measure):
        if not any({card.anchor for card, _ in found} <= anchors for anchors in shown):
            groups.append((clean.field(found[0][1].judged.claim.measure), found))
    return [_shared(name, found) for name, found in groups[:MOST_GROUPS]], max(len(groups) - MOST_GROUPS, 0)


def _several(groups: dict[Hashable, list[Told]]) -> Iterator[tuple[Hashable, list[Told]]]:
    """Those that occur in several documents, the ones in most documents first."""
    counted = ((len({_document(claim) for _, claim in found}), key, found) for key, found in groups.items())
    for _, key, found in sorted(counted, key=lambda group: (-group[0], -len(group[2]), str(group[1]))):
        if len({_document(claim) for _, claim in found}) > 1:
            yield key, found


def _shared(name: str, found: Sequence[Told]) -> Shared:
    """The figures of one measure side by side, the measure that most documents speak of first."""
    about = _same_thing(found)
    spread: dict[str, set[str]] = defaultdict(set)
    for card, claim in found:
        spread[about[card.anchor]].add(_document(claim))

    def order(one: Told) -> tuple[int, str, str, int]:
        card, claim = one
        thing = about[card.anchor]
        return -len(spread[thing]), thing, claim.judged.claim.period or "", card.number or 0

    rows = [SharedRow(card, _about(claim, name)) for card, claim in sorted(found, key=order)]
    documents = len({_document(claim) for _, claim in found})
    return Shared(name, documents, tuple(rows[:MOST_ROWS]), max(len(rows) - MOST_ROWS, 0))


def _same_thing(found: Sequence[Told]) -> dict[str, str]:
    """For each card what its figure is of: one measure, or claims that the comparison across documents links."""
    leads: dict[str, str] = {}

    def last(thing: str) -> str:
        while (further := leads.get(thing, thing)) != thing:
            thing = further
        return thing

    things = {card.anchor: str(_measure(claim) or card.anchor) for card, claim in found}
    at = {claim.judged.claim.claim_id: card.anchor for card, claim in found}
    for card, claim in found:
        for wording in claim.judged.related.wordings:
            if wording.claim_id in at:
                first, other = sorted((last(things[card.anchor]), last(things[at[wording.claim_id]])))
                leads[other] = first
    return {anchor: last(thing) for anchor, thing in things.items()}


def _about(claim: VerifiedClaim, name: str) -> str:
    """What the figure is of: the measure and the time, and the subject where it has another name."""
    facts = claim.judged.claim
    subject = clean.field(facts.subject)
    parts = ("" if subject in name.split(" / ") else subject, clean.field(facts.measure), clean.field(facts.period))
    return " · ".join(part for part in parts if part and part != name)


def _measure(claim: VerifiedClaim) -> tuple[str, str] | None:
    facts = claim.judged.claim
    return (_key(facts.measure), facts.unit or "") if facts.measure else None


def _document(claim: VerifiedClaim) -> str:
    return claim.judged.document.doc_id


def _spelled(names: Counter[str]) -> str:
    """The most usual name, and the most usual one in the other script where there is one."""
    usual = [name for name, _ in sorted(names.items(), key=lambda item: (-item[1], item[0]))]
    other = next((name for name in usual if clean.language(name) != clean.language(usual[0])), None)
    return usual[0] if other is None else f"{usual[0]} / {other}"


def _key(name: str) -> str:
    return clean.flat(normalize("NFKC", name)).casefold()
