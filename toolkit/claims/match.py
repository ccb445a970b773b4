"""Claims of different documents that say the same, give another number, or bring an older one up to date.

Two claims are only compared where a block or their meaning brings them together. Whether they are linked is weighed
from signs (`likeness.py`, `judge.py`); what figures and times rule out is ruled out before.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import combinations, islice
from pathlib import Path
from typing import Literal

from toolkit import collecting
from toolkit.claims import contradict
from toolkit.claims.concept_sets import ACTS_KIN, EMPTY, EXCLUSIVE, KIN
from toolkit.claims.judge import judge
from toolkit.claims.likeness import Signs, meaning, of_figures, other_measure, other_names, signs
from toolkit.claims.naming import SOUND
from toolkit.claims.statement import Statement
from toolkit.claims.vectors import Vectors, nearest

Relation = Literal["same", "update", "contradiction"]

LARGEST_BLOCK = 60
"""Claims that one block may hold; of a larger one, neighbours by figure and period are compared."""
MOST_BY_MEANING = 5_000
"""Claims up to which meaning is looked at, at some 6 ms for each that is new; of more, a push would wait too long."""
_AT_ONCE = 10_000  # pairs
NEAREST = 10  # of them, for each claim
ALIKE = 0.3  # and how alike they are at least


@dataclass(frozen=True, slots=True)
class Link:
    """What two claims have to do with each other, how surely (0..1), and why, in words."""

    a: str
    b: str
    relation: Relation
    score: float
    reason: str


LEAST: Mapping[Relation, float] = {"same": 0.5, "update": 0.55, "contradiction": 0.7}
"""How likely a relation has to be before it is said."""
_HARDLY, _SURELY = 0.02, 0.95  # chances without the signs of meaning below and above which these are not looked for
_WHY: Mapping[Relation, str] = {
    "same": "the same act",
    "update": "another time or stage",
    "contradiction": "not both can be right",
}
_WHY_FIGURES: Mapping[Relation, str] = {
    "same": "figures agree",
    "update": "figures of another time",
    "contradiction": "figures cannot both be right",
}


def compare(a: Statement, b: Statement) -> Link | None:
    """What `a` and `b` have to do with each other; None where that is nothing that can be said."""
    return _compare(a, b, _vectors())


def _compare(a: Statement, b: Statement, vectors: Vectors | None) -> Link | None:
    if ruled_out(a, b):
        return None
    figures = of_figures(a, b)
    seen, reasons = signs(a, b)
    weighed = judge("figures" if figures else "acts")
    one_thing = weighed.short.chance(seen)
    if one_thing < _HARDLY:
        return None
    if vectors and one_thing < _SURELY:
        seen |= meaning(a, b, vectors)
        one_thing = weighed.one_thing.chance(seen)
    if one_thing < min(LEAST.values()):
        return None
    chances = weighed.chances(seen, one_thing)
    relation = likeliest(chances, seen)
    if relation is None:
        return None
    if (alike := seen.get("meaning.claims", 0.0)) >= _MUCH:
        reasons = (*reasons, f"meaning {alike:.0%} alike")
    why = (_WHY_FIGURES if figures else _WHY)[relation]
    return Link(a.claim_id, b.claim_id, relation, round(chances[relation], 3), "; ".join((*reasons, why)))


_MUCH = 0.5  # likeness of meaning that is a reason


def ruled_out(a: Statement, b: Statement) -> str | None:
    """What keeps two claims apart for certain, in a word; None where that has to be weighed."""
    one, other = a.meaning.qualifiers, b.meaning.qualifiers
    if one and other and any(one & group and other & group and not one & other & group for group in EXCLUSIVE):
        return "part"
    if a.figure and b.figure:
        if not contradict.comparable(a.figure, b.figure):
            return "figures"
        if other_measure(a, b) and contradict.values(a.figure, b.figure) != "agree":
            return "measure"
    if (a.lang == b.lang or all(name.known for name in (*a.names, *b.names))) and other_names(a, b):
        return "names"
    return None


def likeliest(chances: Mapping[str, float], seen: Signs) -> Relation | None:
    """The relation to say: the likeliest of those that figures and times leave possible, if it is sure enough."""
    likely = max((name for name in LEAST if _can_be(name, seen)), key=chances.__getitem__, default=None)
    return likely if likely and chances[likely] >= LEAST[likely] else None


def _can_be(relation: Relation, seen: Signs) -> bool:
    """Whether figures and times leave a relation possible."""
    if relation == "same":
        return not seen.get("figures.differ")
    if relation == "contradiction":
        return not seen.get("figures.agree") or bool(seen["acts.opposed"] or seen.get("figures.opposite ways"))
    return not (seen.get("figures.agree") and seen["time.same"])


def why_not(a: Statement, b: Statement) -> str:
    """Where a link between two claims was lost: `block`, or what spoke most against it."""
    if set(blocks(a)).isdisjoint(blocks(b)) and _vectors().alike(a.text, b.text) < ALIKE:
        return "block"
    if barred := ruled_out(a, b):
        return barred
    seen = signs(a, b)[0]
    return judge("figures" if of_figures(a, b) else "acts").against(seen | meaning(a, b, _vectors()))


@cache
def _vectors() -> Vectors:
    return Vectors()


def links(
    statements: Sequence[Statement], others: Sequence[Statement] | None = None, *, kept: Path | None = None
) -> Iterator[Link]:
    """Every link between two of the statements, or between them and the others, each pair once, in order.

    Claims are only compared within blocks, so that the work grows with their number and not with its square. What
    their texts mean is kept in the file `kept`.
    """
    known = statements if others is None else others
    vectors = Vectors(kept) if len(statements) + len(known) <= 2 * MOST_BY_MEANING else None
    pairs = candidates(statements, vectors, others)
    while True:
        with collecting.paused():
            some = list(islice(pairs, _AT_ONCE))
            found = [_compare(statements[i], known[j], vectors) for i, j in some]
        if not some:
            return
        yield from filter(None, found)


def candidates(
    statements: Sequence[Statement], vectors: Vectors | None, others: Sequence[Statement] | None = None
) -> Iterator[tuple[int, int]]:
    """The places of the claims that are compared, each pair once, in order."""
    known = statements if others is None else others
    by_meaning = _by_meaning(statements, others, vectors) if vectors else {}
    keys = [set(blocks(statement)) for statement in known]
    placed = sorted(range(len(known)), key=lambda j: known[j].value or _NO_VALUE)
    shelves: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for j in placed:
        for key in keys[j]:
            shelves[key].append(j)
    for i, statement in enumerate(statements):
        near = set(by_meaning.get(i, ()))
        for key in keys[i] if others is None else set(blocks(statement)):
            near.update(_neighbours(shelves.get(key, []), statement.value or _NO_VALUE, known))
        yield from ((i, j) for j in sorted(near) if others is not None or j > i)


_NO_VALUE = Decimal(0)


def _by_meaning(
    statements: Sequence[Statement], others: Sequence[Statement] | None, vectors: Vectors
) -> Mapping[int, Sequence[int]]:
    """For each of the statements those of the others that are nearest in meaning, both by their places."""
    known = statements if others is None else others
    texts = [statement.text for statement in known]
    vectors.read(text for s in (*known, *statements) for text in (s.text, s.sentence or s.text))
    found = nearest([vectors.of(s.text) for s in statements], [vectors.of(text) for text in texts], NEAREST, ALIKE)
    if others is None:  # near to either is near enough
        for i, row in [*found.items()]:
            for j in row[: NEAREST + 1]:
                found[j].append(i)
    return found


def _neighbours(members: list[int], value: Decimal, known: Sequence[Statement]) -> list[int]:
    """Those of a block that are compared: all, or in a large one those with the nearest values."""
    if len(members) <= LARGEST_BLOCK:
        return members
    at = bisect_left(members, value, key=lambda j: known[j].value or _NO_VALUE)
    return members[max(0, at - LARGEST_BLOCK // 2) : at + LARGEST_BLOCK // 2]


def blocks(statement: Statement) -> Iterator[tuple[str, ...]]:
    """The blocks that a claim stands in; two claims that share none are not compared. May repeat one."""
    meaning, figure = statement.meaning, statement.figure
    about = {_FAMILY.get(c, c) for c in (statement.measured if figure else (meaning.acts | meaning.things) - EMPTY)}
    of = figure.dimension if figure else ""
    for key in {part for name in statement.names for whole in name.keys for part in _starts(whole)}:
        yield "name", key, of
        yield "name", key, "act"
    if figure:
        bucket = str(figure.stated.normalize())
        yield from (("figure", concept, bucket) for concept in about)
        if not statement.names:
            yield from (("measure", concept, of) for concept in about)
        yield from (("figure", word, bucket) for word in meaning.words)
    elif not statement.names:
        yield from (("acts", *pair) for pair in combinations(sorted(about), 2))


def _starts(key: str) -> tuple[str, ...]:
    """A key of a name, and the beginning that it shares with longer and shorter forms of it."""
    if SOUND in key:
        return (key[key.index(SOUND) :],)
    start = key[:6] if key.isascii() else key[:2]
    return (key, start) if len(start) < len(key) else (key,)


# concept → the one that stands for all that news takes for it
_FAMILY = {concept: min(group) for groups in (KIN, ACTS_KIN) for group in groups for concept in group}


def clusters(statements: Sequence[Statement], found: Iterable[Link]) -> dict[str, str]:
    """claim_id → cluster_id for the claims that others say too: chains of `same` links; the id is the first claim's."""
    parent: dict[str, str] = {}

    def root(claim: str) -> str:
        while parent.setdefault(claim, claim) != claim:
            parent[claim] = parent[parent[claim]]
            claim = parent[claim]
        return claim

    order = {statement.claim_id: i for i, statement in enumerate(statements)}
    for link in found:
        if link.relation == "same":
            first, last = sorted((root(link.a), root(link.b)), key=lambda claim: order[claim])
            parent[last] = first
    return {claim: root(claim) for claim in parent}
