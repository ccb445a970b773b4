"""What a parse, given by hand, says of a clause."""

from __future__ import annotations

from toolkit.claims.tree import NO_TREE, Tree
from toolkit.model import Word


def tree_of(*words: tuple[str, int, str, str]) -> Tree:
    """A tree of (word, head, relation, tag), one space between words."""
    found, at = [], 0
    for text, head, dep, tag in words:
        found.append(Word(at, at + len(text), head, dep, tag))
        at += len(text) + 1
    return Tree(found)


ROSE = tree_of(
    ("Rents", 3, "nsubj", "NNS"),
    ("in", 0, "prep", "IN"),
    ("Lisbon", 1, "pobj", "NNP"),
    ("rose", 3, "ROOT", "VBD"),
    ("and", 3, "cc", "CC"),
    ("wages", 6, "nsubj", "NNS"),
    ("crept", 3, "conj", "VBD"),
    ("up", 6, "prt", "RP"),
    ("4", 9, "nummod", "CD"),
    ("%", 6, "npadvmod", "NN"),
)


def test_a_figure_belongs_to_the_verb_over_it() -> None:
    assert ROSE.verb(range(10), [8, 9]) == 6
    assert ROSE.verb(range(10), []) == 3
    assert ROSE.verb([0, 1, 2], []) is None


def test_a_verb_has_its_own_subject_or_shares_one() -> None:
    assert ROSE.subject(6) == 5
    shared = tree_of(
        ("Firms", 1, "nsubj", "NNS"), ("hired", 1, "ROOT", "VBD"), ("and", 1, "cc", "CC"), ("grew", 1, "conj", "VBD")
    )
    assert shared.subject(3) == 0


def test_which_gives_way_to_what_it_stands_for() -> None:
    tree = tree_of(
        ("trade", 4, "nsubj", "NN"),
        ("which", 2, "nsubj", "WDT"),
        ("employs", 0, "relcl", "VBZ"),
        ("many", 2, "dobj", "JJ"),
        ("shrank", 4, "ROOT", "VBD"),
    )
    assert tree.subject(2) == 0
    assert tree.phrase(0) == (0, 5)


def test_a_noun_phrase_keeps_what_prepositions_join_to_it() -> None:
    assert ROSE.phrase(0) == (0, len("Rents in Lisbon"))


def test_two_verbs_are_joined_where_the_second_is_finite() -> None:
    assert list(ROSE.joints(range(10))) == [(4, 6)]
    assert list(NO_TREE.joints([])) == []


def test_a_circle_of_shared_subjects_ends() -> None:
    circle = tree_of(("ran", 1, "conj", "VBD"), ("sang", 0, "conj", "VBD"))
    assert circle.subject(0) is None
