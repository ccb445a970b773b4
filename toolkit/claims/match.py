"""Claims of different documents that say the same, give another number, or bring an older one up to date.

Two claims are only compared where a block brings them together: they share a name and a concept, a name and a figure,
or a figure and a concept. What is compared, and why two are linked, is said in words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import combinations
from typing import Literal

from toolkit.claims import contradict
from toolkit.claims.concept_sets import (
    ACTS_KIN,
    ADDED,
    EMPTY,
    EXCLUSIVE,
    GROWING,
    KIN,
    PARTS,
    SOLE,
    TELLING,
    UNDONE,
)
from toolkit.claims.concepts import Concepts, concepts, opposed, stem, words_of

Relation = Literal["same", "update", "contradiction"]

LARGEST_BLOCK = 60
"""Claims that one block may hold; of a larger one, neighbours by figure and period are compared."""


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

    `names` are those in its clause and of its subject, which may stand before it; `around` are others that stand close
    by. `published` is the day of its document, for claims that say no time.
    """

    claim_id: str
    doc_id: str
    text: str
    lang: str
    subject: str | None = None
    measure: str | None = None
    names: tuple[Name, ...] = ()
    subject_names: tuple[Name, ...] = ()
    around: tuple[Name, ...] = ()
    comparator: str | None = None
    value: Decimal | None = None
    value_max: Decimal | None = None
    unit: str | None = None
    period: str | None = None
    published: str | None = None
    stance: str = "asserted"

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
    def measured(self) -> frozenset[str]:
        """The concepts of what is measured."""
        return concepts(self.measure or "").measures or self.meaning.measures


@dataclass(frozen=True, slots=True)
class Link:
    """What two claims have to do with each other, how surely (0..1), and why, in words."""

    a: str
    b: str
    relation: Relation
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """How far two claims speak of the same thing.

    `names` and `words` are 0..1; `measure` is 1 for the same measure, 0 where nothing is known of it, -1 for another.
    `rivals` says that each has a name of a kind that the other has another of, `narrower` that one of them speaks of a
    part: the 5G users of all users.
    """

    names: float
    measure: float
    words: float
    rivals: bool
    narrower: bool
    reasons: tuple[str, ...]

    @property
    def score(self) -> float:
        """All parts together, 0..1."""
        return max(0.0, min(1.0, 0.4 * self.names + 0.25 * self.measure + 0.4 * self.words))


SAME_FIGURE = 0.30  # least likeness of two claims with figures that agree, that are taken for one
PRECISE = 0.08  # … that much less for each digit after the first that the figures share, up to two
OTHER_FIGURE = 0.40  # … with figures that differ, that are taken for a contradiction or an update
A_WORD = 0.0  # least likeness in words of claims with one name and one figure of several digits
MANY_DIGITS = 3  # digits of a figure that two claims hardly share by chance
SOME_WORDS = 0.3  # … where nothing says that they measure the same
TWO_NAMES = 0.65  # likeness of names from which a third one may differ
NO_FIGURE = 0.46  # … of claims without figures
MONTHS_APART = 40  # days between two publications after which a figure without a time is a newer one
DAYS_APART = 7  # days between two publications that speak of one event


def compare(a: Statement, b: Statement) -> Link | None:
    """What `a` and `b` have to do with each other; None where that is nothing that can be said."""
    if a.figure and b.figure and contradict.values(a.figure, b.figure) != "agree" and _measure(a, b) < 0:
        return None
    like = likeness(a, b)
    if like is None:
        return None
    if a.figure and b.figure and contradict.comparable(a.figure, b.figure):
        return None if like.rivals and like.names < TWO_NAMES else _by_figures(a, b, a.figure, b.figure, like)
    if a.figure and b.figure:
        return None
    if (a.figure or b.figure) and like.score >= OTHER_FIGURE and like.measure > 0 and _opposite_ways(a, b):
        same_time = contradict.times(a.when, b.when) in ("same", "open") and not _is_newer(a, b)
        return _link(a, b, "contradiction", like, "opposite ways") if same_time and not like.rivals else None
    return _by_acts(a, b, like)


def _by_figures(
    a: Statement, b: Statement, one: contradict.Figure, other: contradict.Figure, like: Likeness
) -> Link | None:
    time = contradict.times(a.when, b.when)
    fit = contradict.values(one, other)
    if time == "same" and fit == "differ" and _grows(a, b) and _ends(a) != _ends(b):
        time = "other"
    if fit != "differ" and "%" in one.dimension and _opposite_ways(a, b):
        fit = "differ"
    if time == "part" or (fit == "open" and time != "other"):
        return None
    later = time == "other" or (time == "open" and fit == "differ" and _is_newer(a, b))
    if not later and fit == "agree":
        digits = min(contradict.digits(f.stated) for f in (one, other))
        if digits >= MANY_DIGITS and (like.names > 0 or time == "same"):
            return _link(a, b, "same", like, "figures agree to the digit")
        exact = like.names > 0 and max(contradict.digits(f.stated) for f in (one, other)) >= 2
        if like.measure <= 0 and like.words < (A_WORD if exact else SOME_WORDS):
            return None
        least = SAME_FIGURE - PRECISE * min(2, contradict.digits(one.stated) - 1)
        score = like.score if not exact else max(like.score, 0.4 * like.names + 0.4 * like.words)
        return _link(a, b, "same", like, "figures agree") if score >= least else None
    unnamed = 0.2 if not a.names and not b.names and like.measure > 0 and later else 0.0
    if like.score + unnamed < OTHER_FIGURE or like.narrower or like.measure < 0:
        return None
    if later:
        return _link(a, b, "update", like, "another time")
    return _link(a, b, "contradiction", like, "figures cannot both be right")


def _by_acts(a: Statement, b: Statement, like: Likeness) -> Link | None:
    one, other = a.meaning, b.meaning
    near = a.day is None or b.day is None or abs((a.day - b.day).days) <= DAYS_APART
    if like.rivals and like.names < TWO_NAMES:
        if _kin(one.acts & SOLE, other.acts & SOLE, ACTS_KIN) and near and like.names > 0 and _are_rivals(a, b):
            return _link(a, b, "contradiction", like, "only one of them can")
        return None
    if "win" in one.acts & other.acts and near and like.names >= TWO_NAMES and _are_swapped(a, b):
        return _link(a, b, "contradiction", like, "only one of them can")
    if a.figure or b.figure or like.score < NO_FIGURE:
        return None
    if {"win", "lose"} <= (one.acts ^ other.acts) and _are_swapped(a, b):
        return _link(a, b, "same", like, "one's win is the other's loss")
    fates = (s.meaning.measures | s.meaning.acts for s in (a, b))
    if opposed(one.acts | one.measures, other.acts | other.measures) or _apart(*fates):
        return _link(a, b, "contradiction", like, "opposite acts")
    if contradict.times(a.when, b.when) == "other":
        if near:
            return _link(a, b, "contradiction", like, "another day for one event")
        return _link(a, b, "update", like, "another time")
    if _is_negative(a) != _is_negative(b) and not (one.acts ^ other.acts) & UNDONE:
        return _link(a, b, "contradiction", like, "one denies it")
    if _is_plan(a) != _is_plan(b):
        return _link(a, b, "update", like, "another stage")
    return _link(a, b, "same", like, "the same act")


_NEGATIVE = re.compile(
    r"没有|并未|未[曾能]?|[并绝从]?不(?!过|仅|只|断|久|止|同)|否认|无[人一]|"
    r"\b(?:no|not|never|none|nobody|denie[sd]|deny|without)\b|n['’]t\b",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"计划|打算|[拟将](?!军|领|近)|考虑|有望|准备|洽谈|谈判|"
    r"\b(?:plan|intend|consider|propos|aim|seek|negotiat|in talks|hope)\w*|\b(?:will|to be)\b",
    re.IGNORECASE,
)


# What only adds to a clause says nothing of its act.
_ADDED = re.compile(r", (?:which|who|where|after|as|because)\b.*")
_NONE_BEFORE = re.compile(r"\bno\b.*\bbefore\b|此前(?:没有|从未|未有)", re.IGNORECASE)
_PASSIVE = re.compile(r"[被遭](?!遇)|\bby\b|[输负]给|不敌")


def _is_negative(statement: Statement) -> bool:
    text = _NONE_BEFORE.sub("", _ADDED.sub("", statement.text))
    return len(_NEGATIVE.findall(text)) % 2 == 1


def _is_plan(statement: Statement) -> bool:
    return _PLANNED.search(_ADDED.sub("", statement.text)) is not None


def _apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one dies and the other lives on."""
    dead, alive = {"deaths", "die", "kill"}, {"injured", "injure", "survive", "recover", "rescue"}
    return bool(one & dead and other & alive - one) or bool(other & dead and one & alive - other)


def _are_swapped(a: Statement, b: Statement) -> bool:
    """Whether each one's subject is what the other's subject acts upon: X beat Y, Y beat X."""
    if _PASSIVE.search(a.text) or _PASSIVE.search(b.text) or not a.subject_names or not b.subject_names:
        return False
    one, other = a.subject_names[0], b.subject_names[0]
    return not _is_one(one, other) and any(_is_one(one, n) for n in b.names) and any(_is_one(other, n) for n in a.names)


def _are_rivals(a: Statement, b: Statement) -> bool:
    """Whether the subjects are two different names of one kind."""
    return any(x.kind == y.kind and not _is_one(x, y) for x in a.subject_names for y in b.subject_names) and not any(
        _is_one(x, y) for x in a.subject_names for y in b.names
    )


def _link(a: Statement, b: Statement, relation: Relation, like: Likeness, why: str) -> Link:
    return Link(a.claim_id, b.claim_id, relation, round(like.score, 3), "; ".join((*like.reasons, why)))


def _is_newer(a: Statement, b: Statement) -> bool:
    if a.day is None or b.day is None:
        return False
    apart = abs((a.day - b.day).days)
    return apart >= MONTHS_APART or (apart >= 1 and _grows(a, b))


_FINAL = re.compile(r"最终|最后|\bfinal\b|\bin all\b", re.IGNORECASE)


def _grows(a: Statement, b: Statement) -> bool:
    """Whether the claims count what becomes more from day to day, and neither is the last count."""
    counts = (a.meaning.all | b.meaning.all) & GROWING
    return bool(counts) and not _FINAL.search(a.text) and not _FINAL.search(b.text)


def _ends(statement: Statement) -> date | None:
    return (statement.when.end or statement.when.start) if statement.when else None


def _opposite_ways(a: Statement, b: Statement) -> bool:
    return opposed(a.meaning.acts | a.meaning.measures, b.meaning.acts | b.meaning.measures)


def likeness(a: Statement, b: Statement) -> Likeness | None:
    """How far two claims speak of the same thing; None where they plainly do not."""
    one, other = a.meaning.qualifiers, b.meaning.qualifiers
    if (one ^ other) & TELLING and a.figure and b.figure and contradict.values(a.figure, b.figure) != "agree":
        return None
    if any(one & group and other & group and not one & other & group for group in EXCLUSIVE):
        return None
    shared, rivals = _names(a, b)
    names = 0.0
    if not shared:
        near = [x.text for x in a.names if any(_is_one(x, y) for y in b.around)]
        near += [y.text for y in b.names if any(_is_one(x, y) for x in a.around)]
        stated = all(any(name.text in s.text for name in s.names) for s in (a, b))
        if near:
            names, shared = 0.4, near[:1]
        elif stated and (a.lang == b.lang or all(n.known for n in (*a.names, *b.names))):
            return None
    else:
        names = min(1.0, max(0.5, 2 * len(shared) / (len(a.names) + len(b.names))))
    measure = _measure(a, b)
    words = _words(a, b)
    reasons = [f"both name {name}" for name in shared]
    if measure > 0 and (common := a.measured & b.measured):
        reasons.append(f"both measure {', '.join(sorted(common)).replace('_', ' ')}")
    if words >= 0.3:
        reasons.append(f"{words:.0%} of the words alike")
    narrower = _is_narrower(a, b) or _is_narrower(b, a) or _is_part(a, b)
    return Likeness(names, measure, words, rivals, narrower, tuple(reasons))


def _names(a: Statement, b: Statement) -> tuple[list[str], bool]:
    """The names that both have, and whether each has one in the place of another's."""
    left_a: list[Name] = []
    left_b = list(b.names)
    shared: list[str] = []
    for name in a.names:
        match = next((other for other in left_b if _is_one(name, other)), None)
        if match:
            shared.append(name.text)
            left_b.remove(match)
        elif name.text in b.text:
            shared.append(name.text)
        else:
            left_a.append(name)
    there = [name for name in left_b if name.text in a.text]
    shared += [name.text for name in there]
    left_b = [name for name in left_b if name not in there]
    same_lang = a.lang == b.lang
    pairs = [(x, y) for x in left_a for y in left_b if x.kind == y.kind and (same_lang or (x.known and y.known))]
    return shared, bool(pairs)


def _is_one(one: Name, other: Name) -> bool:
    """Whether two names may mean one thing: by their keys, or one is a part or the initials of the other."""
    if not one.keys.isdisjoint(other.keys):
        return True
    if one.known and other.known:
        return False
    if "NORP" in (one.kind, other.kind) and one.text[:4] == other.text[:4] and one.text.isascii():
        return True  # Guyana, Guyanese
    if any(_begins(x, y) or _begins(y, x) for x in one.keys for y in other.keys):
        return True
    short, long = sorted((one.text, other.text), key=len)
    if not short.isascii():
        common = max(
            (n for n in range(len(short), 0, -1) if short[-n:] == long[-n:] or short[:n] == long[:n]), default=0
        )
        return len(short) >= 2 and (short in long or common >= 3)
    words = re.findall(r"[A-Za-z0-9']+", long)
    if short.isupper() and 3 <= len(short) == len([w for w in words if w[0].isupper()]):
        return short == "".join(w[0] for w in words if w[0].isupper())
    has_digit = any(char.isdigit() for char in short + long)
    return len(short) >= 4 and not has_digit and all(word in words for word in re.findall(r"[A-Za-z0-9']+", short))


def _begins(short: str, long: str) -> bool:
    """Whether a Latin key is the beginning of another: tsinghua, tsinghuauniversity; but not qwen2 and qwen25."""
    return 6 <= len(short) < len(long) and long.startswith(short) and long.isascii() and not re.search(r"\d", long)


def _measure(a: Statement, b: Statement) -> float:
    """1 where both measure the same (or do the same), 0 where that is not known, -1 for another thing."""
    if a.figure is None or b.figure is None:
        one, other = (s.meaning.acts - EMPTY for s in (a, b))
        return 1.0 if _kin(one, other, ACTS_KIN) or opposed(one | a.measured, other | b.measured) else 0.0
    if _kin(a.measured, b.measured, KIN):
        return 1.0
    if _kin(a.meaning.measures, b.meaning.measures, KIN):
        return 0.5
    own = concepts(a.measure or "").measures, concepts(b.measure or "").measures
    return -1.0 if all(own) else -0.5 if a.meaning.measures and b.meaning.measures else 0.0


def _kin(one: frozenset[str], other: frozenset[str], groups: Sequence[frozenset[str]]) -> bool:
    return bool(one & other) or any(one & group and other & group for group in groups)


def _is_narrower(a: Statement, b: Statement) -> bool:
    """Whether the measure of `a` has a word before its noun that `b` has nowhere: 5G用户, corporate employees."""
    if a.lang != b.lang:
        return bool((a.meaning.things - b.meaning.things - EMPTY) & PARTS)
    if not a.measure:
        return False
    low = b.text.casefold()
    if a.lang == "zh":
        marks = re.findall(r"[A-Za-z0-9]+", a.measure)
        return any(mark.casefold() not in low for mark in marks if not re.fullmatch(r"[QqHh]\d", mark))
    before = [
        word for word in re.findall(r"[a-z]+", a.measure.casefold())[:-1] if word not in ("the", "a", "its", "of")
    ]
    plain = [word for word in before if word not in _ROOMY and not concepts(word).all]
    return any(stem(word) not in b.meaning.words for word in plain)


def _is_part(a: Statement, b: Statement) -> bool:
    """Whether one claim says more of what is measured than the other, so that their figures need not be the same."""
    if (a.meaning.qualifiers ^ b.meaning.qualifiers) - ADDED or (a.meaning.things ^ b.meaning.things) & PARTS:
        return True
    if any(bool(mark.search(a.text)) != bool(mark.search(b.text)) for mark in _MARKS):
        return True
    if {a.period, b.period} != {a.period} and any((s.period or "").startswith("P") for s in (a, b)):
        return True  # in eight days, in one day
    if not _kin(a.measured, b.measured, KIN) and (
        a.lang != b.lang or _dice(a.meaning.words, b.meaning.words) < LIKE_WORDS
    ):
        return True
    return any(
        name.kind in ("PLACE", "PRODUCT", "NORP")
        and name.text in x.text
        and name.text not in y.text
        and not any(_is_one(name, other) for other in (*y.names, *y.around))
        for x, y in ((a, b), (b, a))
        if y.names
        for name in x.names
    )


LIKE_WORDS = 0.3  # least likeness in words of claims whose measures have no name that we know
# Where one of two claims has such words, its figure is of a part, a peak, an aim, a count from a day on, another event.
_MARKS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"对[华美日欧俄印韩澳英法德]|旗下|其中|部门|业务|分部|子公司|单品|\b(?:division|unit|segment|arm|among|subsidiary)\b",
        r"付费|免费|\bpaying\b|\bpaid\b|\bfree\b",
        r"高点|峰值|一度|曾[经达触]|历史新高|创新高|\bpeak\w*|\brecord high\b|\bhigh of\b|\bat one point\b",
        r"目标|力争|预计|预期|计划|有望|预测|\b(?:target|aims?|forecast|expect|project|plan|wants? to|hopes? to)\w*",
        r"再次|再度|又有|另一|\b(?:again|another)\b",
        r"今年以来|年初以来|以来|\bso far this year\b|\bsince\b",
        r"[下上]调至|[降升]至|提高到|降到|\b(?:lowered|raised|cut|lifted)\b.{0,40}\bto\b",
        r"年产能|产能|\bcapacity\b",
    )
)
# Words before a noun that make no part of it.
_ROOMY = words_of("""
    foreign international new recent overall total annual yearly latest current own whole entire
""")


def _words(a: Statement, b: Statement) -> float:
    """How much of what the claims say is alike: their concepts, and in one language their words too (Dice)."""
    one, other = a.meaning, b.meaning
    alike = _dice(one.all - EMPTY, other.all - EMPTY)
    if a.lang != b.lang:
        return alike
    return max((alike + _dice(one.words, other.words)) / 2, _dice(one.words, other.words))


def _dice(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def links(statements: Sequence[Statement], others: Sequence[Statement] | None = None) -> Iterator[Link]:
    """Every link between two of the statements, or between them and the others, each pair once, in order.

    Claims are only compared within blocks, so that the work grows with their number and not with its square.
    """
    known = statements if others is None else others
    shelves: dict[tuple[str, ...], list[tuple[Decimal, int]]] = defaultdict(list)
    for j, statement in enumerate(known):
        for key in set(blocks(statement)):
            shelves[key].append((statement.value or _NO_VALUE, j))
    for members in shelves.values():
        members.sort()
    for i, statement in enumerate(statements):
        near: set[int] = set()
        for key in set(blocks(statement)):
            near |= set(_neighbours(shelves.get(key, []), statement.value or _NO_VALUE))
        for j in sorted(near):
            if others is not None or j > i:
                link = compare(statement, known[j])
                if link:
                    yield link


_NO_VALUE = Decimal(0)


def _neighbours(members: Sequence[tuple[Decimal, int]], value: Decimal) -> Iterator[int]:
    """Those of a block that are compared: all, or in a large one those with the nearest values."""
    if len(members) <= LARGEST_BLOCK:
        return (j for _, j in members)
    at = bisect_left(members, (value, -1))
    return (j for _, j in members[max(0, at - LARGEST_BLOCK // 2) : at + LARGEST_BLOCK // 2])


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
