from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.claims import concept_sets, concept_table, naming
from toolkit.claims.concepts import concepts, opposed, stem
from toolkit.claims.judge import judge
from toolkit.claims.match import LARGEST_BLOCK, candidates, clusters, compare, links, ruled_out, why_not
from toolkit.claims.statement import Name, Statement
from toolkit.claims.vectors import Vectors, encoder


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


def test_links_are_the_same_where_meaning_is_kept(tmp_path: Path) -> None:
    texts = ["Qwen downloads passed 600 million", "Downloads of Qwen exceed 610 million", "Rain fell on Qwen's offices"]
    statements = [replace(downloads(str(i), "6e8"), text=text) for i, text in enumerate(texts)]
    found = list(links(statements))
    assert found
    assert [list(links(statements, kept=tmp_path / "v")) for _ in range(2)] == [found, found]


def test_links_to_others_are_between_the_two_lists() -> None:
    here, there = [downloads("a", "6e8"), downloads("b", "6e8")], [downloads("c", "6e8")]
    assert [(link.a, link.b) for link in links(here, there)] == [("a", "c"), ("b", "c")]


def test_a_large_block_is_not_compared_all_with_all() -> None:
    count = 4 * LARGEST_BLOCK
    made = [downloads(str(i), str(10**8 + i * 10**7)) for i in range(count)]
    assert 0 < sum(1 for _ in links(made)) < count * LARGEST_BLOCK


@pytest.mark.parametrize(
    ("one", "other", "far"),
    [
        ("法院驳回了他的上诉", "The court rejected his appeal", "Tickets for the concert sold out"),
        ("公司裁员一成", "The firm laid off a tenth of its staff", "The firm opened a shop in Paris"),
    ],
)
def test_what_says_one_thing_points_the_same_way(one: str, other: str, far: str) -> None:
    vectors = encoder().encode([one, other, far])
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2] + 0.2


def test_clusters_are_chains_of_the_same() -> None:
    made = [downloads("a", "6e8"), downloads("b", "6.05e8"), downloads("c", "6.1e8"), downloads("d", "1e8")]
    assert clusters(made, links(made)) == {"a": "a", "b": "a", "c": "a"}


@pytest.mark.parametrize(
    ("zh", "en", "one"),
    [
        ("zh~LMNFTK", "en~LMNFTK", True),  # 罗曼·维特克, Roman Vitek
        ("zh~TLM", "en~TLMr", True),  # 塔尔马, Talmar
        ("zh~KLT", "en~TLMr", False),
        ("zh~FK", "en~FK", False),  # too few to tell
        ("en~LMNFTK", "en~LMNFTK", False),  # one script is compared by its letters
    ],
)
def test_names_of_two_scripts_may_sound_alike(zh: str, en: str, one: bool) -> None:
    assert naming.sound_alike(zh, en) == one


def test_claims_of_like_meaning_meet_without_a_shared_word() -> None:
    zh = Statement("a", "a", "法院驳回了他的上诉", "zh")
    en = Statement("b", "b", "The court rejected his appeal", "en")
    far = Statement("c", "c", "Tickets for the concert sold out", "en")
    assert (0, 1) in set(candidates([zh, en, far], Vectors()))
    assert set(candidates([zh, en, far], None)) <= {(0, 1)}


def test_what_is_certain_is_not_weighed() -> None:
    known = (
        downloads("a", "6e8"),
        downloads("b", "6e8", names=(ALIBABA,), subject_names=(ALIBABA,), text="阿里 downloads"),
    )
    assert ruled_out(*known) == "names"
    assert ruled_out(downloads("a", "6e8"), downloads("b", "6e8", unit="USD")) == "figures"
    assert ruled_out(downloads("a", "6e8"), downloads("b", "598000000")) is None


def test_where_a_link_was_lost_is_said() -> None:
    assert why_not(downloads("a", "6e8"), downloads("b", "6e8", unit="USD")) == "figures"
    apart = Statement("a", "a", "法院驳回上诉", "zh"), Statement("b", "b", "Tickets sold out", "en")
    assert why_not(*apart) == "block"


@given(st.dictionaries(st.sampled_from(["names.any", "acts.opposed", "figures.agree"]), st.floats(0, 1)))
def test_chances_are_chances(seen: dict[str, float]) -> None:
    for kind in ("figures", "acts"):
        chances = judge(kind).chances(seen, 0.8)
        assert all(0 <= chance <= 0.8 for chance in chances.values())
        assert sum(chances.values()) == pytest.approx(0.8)
