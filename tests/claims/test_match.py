from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.claims import concept_sets, concept_table
from toolkit.claims.concepts import concepts, opposed, stem
from toolkit.claims.match import LARGEST_BLOCK, clusters, compare, links
from toolkit.claims.statement import Name, Statement


@pytest.mark.parametrize(
    ("forms", "one"),
    [
        ("download downloads downloaded downloading", "download"),
        ("case cases", "cas"),
        ("company companies", "company"),
        ("exceed exceeds exceeded exceeding", "exceed"),
        ("launch launches launched launching", "launch"),
        ("vote votes voted voting", "vot"),
    ],
)
def test_stems(forms: str, one: str) -> None:
    assert {stem(form) for form in forms.split()} == {one}


@pytest.mark.parametrize(
    ("zh", "en", "kind"),
    [
        ("下载量", "downloads", "measures"),
        ("净利润", "net profit", "measures"),
        ("推出", "unveiled", "acts"),
        ("起诉", "filed a lawsuit", "acts"),
        ("地震", "quake", "things"),
        ("海外", "overseas", "qualifiers"),
    ],
)
def test_both_languages_name_one_concept(zh: str, en: str, kind: str) -> None:
    assert getattr(concepts(zh), kind) & getattr(concepts(en), kind)


def test_the_longest_form_is_meant() -> None:
    assert concepts("净利润").measures == {"net_profit"}


def forms(constant: str) -> Iterator[tuple[str, str]]:
    for line in constant.strip().splitlines():
        name, _, rest = line.partition(":")
        zh, _, en = rest.partition("|")
        yield from ((name.strip(), form) for form in (*zh.split(), *(e.strip() for e in en.split(";"))) if form)


@pytest.mark.parametrize("constant", ["MEASURES", "ACTS", "THINGS", "QUALIFIERS"])
def test_a_form_stands_for_one_concept(constant: str) -> None:
    seen: dict[str, str] = {}
    for name, form in forms(getattr(concept_table, constant)):
        assert seen.setdefault(form.casefold(), name) == name, form


def test_opposites_are_concepts() -> None:
    known = {name for table in (concept_table.MEASURES, concept_table.ACTS) for name, _ in forms(table)}
    for line in concept_table.OPPOSITES.strip().splitlines():
        assert set(line.split()) <= known, line
    assert opposed(frozenset({"win"}), frozenset({"lose"}))
    assert not opposed(frozenset({"win", "lose"}), frozenset({"lose"}))


def test_the_sets_hold_known_concepts() -> None:
    tables = (concept_table.MEASURES, concept_table.ACTS, concept_table.THINGS, concept_table.QUALIFIERS)
    known = {name for table in tables for name, _ in forms(table)}
    for name, found in vars(concept_sets).items():
        if name.isupper():
            assert frozenset().union(*found if isinstance(found, tuple) else (found,)) <= known, name


def name(text: str, kind: str = "ORG", *keys: str) -> Name:
    return Name(text, kind, frozenset(keys or (text.casefold(),)))


QWEN, ALIBABA = name("Qwen", "PRODUCT", "=qwen"), name("阿里", "ORG", "=alibaba")


def downloads(claim_id: str, value: str | None, text: str = "Qwen downloads", **rest: object) -> Statement:
    given: dict[str, object] = {"lang": "en", "measure": "downloads", "names": (QWEN,), "subject_names": (QWEN,)} | rest
    return Statement(claim_id, claim_id, text, value=Decimal(value) if value else None, **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        (downloads("a", "6e8"), downloads("b", "598000000"), "same"),
        (downloads("a", "6e8"), downloads("b", "6e8", "千问下载量", lang="zh", measure="下载量"), "same"),
        (downloads("a", "6e8"), downloads("b", "4.8e8"), "contradiction"),
        (downloads("a", "6e8", period="2025-11"), downloads("b", "4.8e8", period="2025-03"), "update"),
        (
            downloads("a", "6e8", published="2025-11-01"),
            downloads("b", "4.8e8", published="2025-03-01"),
            "update",
        ),
        (
            downloads("a", "6e8"),
            downloads("b", "6e8", names=(ALIBABA,), subject_names=(ALIBABA,), text="阿里 downloads"),
            None,
        ),
        (downloads("a", "6e8"), downloads("b", "6e8", unit="USD"), None),
        (downloads("a", "6e8"), downloads("b", None), None),
    ],
)
def test_relations(one: Statement, other: Statement, relation: str | None) -> None:
    link = compare(one, other)
    assert (link.relation if link else None) == relation
    assert not link or (link.reason and 0 < link.score <= 1)


values = st.lists(st.tuples(st.integers(1, 4), st.sampled_from(["downloads", "revenue"])), max_size=8)


@given(values)
def test_links_are_what_comparing_all_with_all_gives(made: list[tuple[int, str]]) -> None:
    statements = [downloads(str(i), str(n * 10**8), f"Qwen {word}", measure=word) for i, (n, word) in enumerate(made)]
    found = {(link.a, link.b, link.relation) for link in links(statements)}
    everything = (compare(a, b) for a, b in combinations(statements, 2))
    assert found == {(link.a, link.b, link.relation) for link in everything if link}


def test_links_to_others_are_between_the_two_lists() -> None:
    here, there = [downloads("a", "6e8"), downloads("b", "6e8")], [downloads("c", "6e8")]
    assert [(link.a, link.b) for link in links(here, there)] == [("a", "c"), ("b", "c")]


def test_a_large_block_is_not_compared_all_with_all() -> None:
    count = 4 * LARGEST_BLOCK
    made = [downloads(str(i), str(10**8 + i * 10**7)) for i in range(count)]
    assert 0 < sum(1 for _ in links(made)) < count * LARGEST_BLOCK


def test_clusters_are_chains_of_the_same() -> None:
    made = [downloads("a", "6e8"), downloads("b", "6.05e8"), downloads("c", "6.1e8"), downloads("d", "1e8")]
    assert clusters(made, links(made)) == {"a": "a", "b": "a", "c": "a"}
