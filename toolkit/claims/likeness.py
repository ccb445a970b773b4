"""What speaks for and against two claims' being of one thing, as numbers that `judge.py` weighs, and as reasons.

A sign is 0 where it says nothing, and is named `group.sign`, so that one can say what kept two claims apart.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from toolkit.claims import contradict
from toolkit.claims.concept_sets import ACTS_KIN, ADDED, EMPTY, EXCLUSIVE, GROWING, KIN, PARTS, SOLE, TELLING, UNDONE
from toolkit.claims.concepts import concepts, opposed, stem, words_of
from toolkit.claims.naming import is_one, shared_names
from toolkit.claims.statement import Name, Statement
from toolkit.claims.vectors import Vectors
from toolkit.claims.wording import Wording

Signs = dict[str, float]

MONTHS_APART = 40  # days between two publications after which a figure without a time is a newer one
DAYS_APART = 7  # days between two publications that speak of one event
_SMALL = 20  # a count below it often comes twice by chance


def of_figures(a: Statement, b: Statement) -> bool:
    """Whether two claims are compared by their figures."""
    return bool(a.figure and b.figure and contradict.comparable(a.figure, b.figure))


def signs(a: Statement, b: Statement) -> tuple[Signs, tuple[str, ...]]:
    """Every sign but those of meaning, and in words what the two claims share."""
    shared, rivals = shared_names(a, b)
    found = _names(a, b, shared, rivals) | _words(a, b) | _parts(a, b) | _acts(a, b) | _times(a, b)
    found |= _figures(a, b, found) if of_figures(a, b) else _no_figures(a, b, found)
    reasons = [f"both name {name}" for name in shared]
    if common := a.measured & b.measured:
        reasons.append(f"both measure {', '.join(sorted(common)).replace('_', ' ')}")
    return found, tuple(reasons)


def meaning(a: Statement, b: Statement, vectors: Vectors) -> Signs:
    """How alike the two claims are as a whole, and their sentences, by an encoder of both languages."""
    found = {
        "meaning.claims": vectors.alike(a.text, b.text),
        "meaning.sentences": vectors.alike(a.sentence or a.text, b.sentence or b.text),
    }
    if a.lang != b.lang:
        found |= {f"{name}, across": value for name, value in found.items()}
    elif of_figures(a, b) and a.figure and b.figure and contradict.values(a.figure, b.figure) == "differ":
        found |= {f"{name}, differ": value for name, value in found.items()}
    return found


# Names


def _names(a: Statement, b: Statement, shared: Sequence[str], rivals: bool) -> Signs:
    count = len(a.names) + len(b.names)
    missed = bool(a.names and b.names and not shared)
    readable = a.lang == b.lang or all(name.known for name in (*a.names, *b.names))
    subjects = bool(a.subject_names and b.subject_names)
    subject = any_one(a.subject_names, b.subject_names)
    found = {
        "names.share": 2 * len(shared) / count if count else 0.0,
        "names.any": float(bool(shared)),
        "names.in one only": float(bool(a.names) != bool(b.names)),
        "names.none": float(not count),
        "names.missed": float(missed and readable),
        "names.missed across": float(missed and not readable),
        "names.rivals": float(rivals),
        "names.subject": float(subject),
        "names.other subject": float(subjects and not subject and readable),
    }
    for kind in ("PERSON", "PLACE", "ORG"):
        one, other = ([name for name in s.names if name.kind == kind] for s in (a, b))
        same = any_one(one, other)
        found[f"names.{kind.lower()}"] = float(same)
        found[f"names.other {kind.lower()}"] = float(bool(one and other) and not same and readable)
        found[f"names.other {kind.lower()} across"] = float(bool(one and other) and not same and not readable)
    return found


def any_one(ones: Iterable[Name], others: Sequence[Name]) -> bool:
    """Whether a name of the first may be one of the others."""
    return any(is_one(one, other) for one in ones for other in others)


# Words and concepts


def dice(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of two sets is common, 0..1."""
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


@lru_cache(maxsize=100_000)
def kin(one: frozenset[str], other: frozenset[str], groups: tuple[frozenset[str], ...]) -> bool:
    """Whether two sets of concepts meet, or news takes one's for the other's."""
    return bool(one and other) and (
        not one.isdisjoint(other) or any(not one.isdisjoint(group) and not other.isdisjoint(group) for group in groups)
    )


def _words(a: Statement, b: Statement) -> Signs:
    one, other = a.meaning, b.meaning
    acts, things = (one.acts - EMPTY, other.acts - EMPTY), (one.things - EMPTY, other.things - EMPTY)
    act, thing = kin(*acts, ACTS_KIN), bool(things[0] & things[1])
    return {
        "words.concepts": dice(one.all - EMPTY, other.all - EMPTY),
        "words.words": dice(one.words, other.words) if a.lang == b.lang else 0.0,
        "words.act": float(act),
        "words.other act": float(all(acts) and not act),
        "words.thing": float(thing),
        "words.other thing": float(all(things) and not thing),
        "words.across": float(a.lang != b.lang),
    } | _measures(a, b)


def _measures(a: Statement, b: Statement) -> Signs:
    alike = kin(a.measured, b.measured, KIN)
    return {
        "measure.same": float(bool(a.measured & b.measured)),
        "measure.kin": float(alike),
        "measure.kin elsewhere": float(not alike and kin(a.meaning.measures, b.meaning.measures, KIN)),
        "measure.other": float(not alike and bool(a.own_measures and b.own_measures)),
        "measure.other elsewhere": float(not alike and bool(a.meaning.measures and b.meaning.measures)),
        "measure.unknown": float(not a.measured or not b.measured),
    }


def other_measure(a: Statement, b: Statement) -> bool:
    """Whether the words of either measure are known, and name another measure than the other's."""
    return bool(a.own_measures and b.own_measures) and not kin(a.measured, b.measured, KIN)


def other_names(a: Statement, b: Statement) -> bool:
    """Whether both claims name somebody or something in their own words, and nothing in common."""
    stated = all(s.names and any(name.text in s.text for name in s.names) for s in (a, b))
    return stated and not shared_names(a, b)[0]


# Parts and wholes

# Words before a noun that make no part of it.
_ROOMY = words_of("foreign international new recent overall total annual yearly latest current own whole entire")


def _parts(a: Statement, b: Statement) -> Signs:
    one, other = a.meaning.qualifiers, b.meaning.qualifiers
    return {
        "part.qualifiers": float(min(3, len((one ^ other) - ADDED))),
        "part.exclusive": float(any(one & group and other & group and not one & other & group for group in EXCLUSIVE)),
        "part.telling": float(bool((one ^ other) & TELLING)),
        "part.things": float(bool((a.meaning.things ^ b.meaning.things) & PARTS)),
        "part.marks": float(sum(mark != other for mark, other in zip(a.wording.marks, b.wording.marks, strict=True))),
        "part.narrower": float(_is_narrower(a, b) or _is_narrower(b, a)),
        "part.while": float(a.period != b.period and any((s.period or "").startswith("P") for s in (a, b))),
        "part.place": float(_has_place_of_its_own(a, b) or _has_place_of_its_own(b, a)),
    }


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


def _has_place_of_its_own(a: Statement, b: Statement) -> bool:
    """Whether `a` names a place or product that `b` does not, though `b` names something."""
    return bool(b.names) and any(
        name.kind in ("PLACE", "PRODUCT", "NORP")
        and name.text in a.text
        and name.text not in b.text
        and not any_one([name], b.names)
        for name in a.names
    )


# Times


def _times(a: Statement, b: Statement) -> Signs:
    time = contradict.times(a.when, b.when)
    apart = abs((a.day - b.day).days) if a.day and b.day else None
    return {
        **{f"time.{name}": float(time == name) for name in ("same", "part", "other", "open")},
        "time.one day": float(apart == 0),
        "time.one week": float(apart is not None and apart <= DAYS_APART),
        "time.months": float(apart is not None and apart >= MONTHS_APART),
        "time.not dated": float(apart is None),
        "time.newer": float(time == "open" and apart is not None and apart >= MONTHS_APART),
    }


def grows(a: Statement, b: Statement) -> bool:
    """Whether the claims count what becomes more from day to day, and neither is the last count."""
    counts = (a.meaning.all | b.meaning.all) & GROWING
    return bool(counts) and not a.wording.final and not b.wording.final


def is_later(a: Statement, b: Statement) -> bool:
    """Whether the figures of two claims are of different times, so that both can be right."""
    time = contradict.times(a.when, b.when)
    if time == "other":
        return True
    apart = abs((a.day - b.day).days) if a.day and b.day else 0
    if time == "open":
        return apart >= MONTHS_APART or (apart >= 1 and grows(a, b))
    return time == "same" and grows(a, b) and _end(a) != _end(b)


def _end(statement: Statement) -> date | None:
    return (statement.when.end or statement.when.start) if statement.when else None


# Figures


def _figures(a: Statement, b: Statement, seen: Signs) -> Signs:
    one, other = a.figure, b.figure
    assert one
    assert other
    fit, later = contradict.values(one, other), is_later(a, b)
    low, high = sorted(abs(figure.stated) for figure in (one, other))
    few, many = sorted(contradict.digits(figure.stated) for figure in (one, other))
    bounds = [figure.low is None or figure.high is None for figure in (one, other)]
    words = [s.unit if one.dimension == "count" else None for s in (a, b)]
    changes, shares = (a.wording.change, b.wording.change), (a.wording.share, b.wording.share)
    percent = one.dimension == "%"
    found = {
        **{f"figures.{name}": float(fit == name) for name in ("agree", "open", "differ")},
        "figures.ratio": min(3.0, math.log10(float(high) / float(low))) if low else 3.0 * bool(high),
        "figures.digits": float(min(4, few)),
        "figures.most digits": float(min(4, many)),
        "figures.equal": float(one.stated == other.stated),
        "figures.exact": float(min(4, few)) * (fit == "agree"),
        "figures.percent": float(percent),
        "figures.money": float(one.dimension.startswith("money")),
        "figures.count": float(one.dimension == "count"),
        "figures.bound": float(bounds[0] != bounds[1]),
        "figures.bounds": float(all(bounds)),
        "figures.small": float(high < _SMALL and one.dimension == "count"),
        "figures.unit": float(bool(words[0]) and words[0] == words[1]),
        "figures.other unit": float(all(words) and words[0] != words[1] and a.lang == b.lang),
        "figures.unit of one": float(bool(words[0]) != bool(words[1])),
        "figures.change and level": float(bool(changes[0]) != bool(changes[1])),
        "figures.changes": float(all(changes)),
        "figures.opposite ways": float(changes[0] * changes[1] < 0),
        "figures.rate and level": float(bool(changes[0]) != bool(changes[1])) * percent,
        "figures.share and none": float(shares[0] != shares[1]) * percent,
        "figures.agree, opposed": seen["acts.opposed"] * (fit == "agree"),
        "time.later": float(later),
        "time.later, differ": float(later and fit == "differ"),
        "time.later, agree": float(later and fit == "agree"),
        "time.same, differ": seen["time.same"] * (fit == "differ"),
        "time.other, agree": seen["time.other"] * (fit == "agree"),
        "time.grows": float(grows(a, b)),
    }
    for name in _IF_FIGURES_DIFFER:
        found[f"{name}, differ"] = seen.get(name, found.get(name, 0.0)) * (fit == "differ")
    return found


# What weighs otherwise where the figures differ.
_IF_FIGURES_DIFFER = (
    *("names.any", "names.subject", "part.marks", "part.narrower", "part.qualifiers", "part.place", "part.things"),
    *("measure.kin", "measure.other", "figures.change and level"),
)


# Acts

_DEAD, _ALIVE = words_of("deaths die kill"), words_of("injured injure survive recover rescue")


def _acts(a: Statement, b: Statement) -> Signs:
    fates = [s.meaning.measures | s.meaning.acts for s in (a, b)]
    acts = [s.meaning.acts - EMPTY for s in (a, b)]
    one, other = a.wording, b.wording
    return {
        "acts.opposed": float(opposed(*fates)),
        "acts.dead and alive": float(_one_lives(*fates) or _one_lives(*reversed(fates))),
        "acts.negation": float(one.negative != other.negative),
        "acts.refused": float(one.refused != other.refused),
        "acts.refused twice": float(one.refused and other.refused),
        "acts.affirmed and refused": float(_is_affirmed(one, other) or _is_affirmed(other, one)),
        "acts.negation of one act": float(one.negative != other.negative and not acts[0].isdisjoint(acts[1])),
        "acts.stays": float(one.stays != other.stays),
        "acts.plan": float(one.plan != other.plan),
        "acts.stance": float(a.stance != b.stance),
    }


def _is_affirmed(one: Wording, other: Wording) -> bool:
    """Whether the one says that something came to be, and the other that something was refused or is not so."""
    return one.affirmed and not (one.negative or one.refused) and (other.negative or other.refused)


def _no_figures(a: Statement, b: Statement, seen: Signs) -> Signs:
    one, other = a.meaning.acts, b.meaning.acts
    sole, rivals = kin(one & SOLE, other & SOLE, ACTS_KIN), _are_rivals(a, b)
    near = seen["time.one week"] or seen["time.not dated"]
    return {
        "figures.in one only": float(bool(a.figure) != bool(b.figure)),
        "figures.of other kinds": float(bool(a.figure and b.figure)),
        "acts.swapped": float(_are_swapped(a, b)),
        "acts.rivals": float(rivals),
        "acts.sole": float(sole),
        "acts.sole, rivals": float(sole and rivals),
        "acts.win and lose": float({"win", "lose"} <= (one ^ other)),
        "acts.undone": float(bool((one ^ other) & UNDONE)),
        "time.later": float(seen["time.other"] and not near),
        "time.another day": float(seen["time.other"] and near),
    }


def _one_lives(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the one dies and the other lives on."""
    return bool(one & _DEAD and other & _ALIVE - one)


def _are_swapped(a: Statement, b: Statement) -> bool:
    """Whether each one's subject is what the other's subject acts upon: X beat Y, Y beat X."""
    if a.wording.passive or b.wording.passive or not a.subject_names or not b.subject_names:
        return False
    one, other = a.subject_names[0], b.subject_names[0]
    return not is_one(one, other) and any_one([one], b.names) and any_one([other], a.names)


def _are_rivals(a: Statement, b: Statement) -> bool:
    """Whether the subjects are two different names of one kind."""
    return any(x.kind == y.kind and not is_one(x, y) for x in a.subject_names for y in b.subject_names) and not any_one(
        a.subject_names, b.names
    )
