from __future__ import annotations

import json
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.model import Entity
from toolkit.nlp.aliases import entity_ids

EXAMPLES = Path(__file__).resolve().parents[1] / "examples" / "aliases_dev.jsonl"

ONE = [
    ("ORG", "Alibaba", "阿里巴巴"),
    ("ORG", "阿里巴巴", "阿里"),
    ("ORG", "中国驻美国大使馆", "大使馆"),
    ("ORG", "World Health Organization", "WHO"),
    ("ORG", "Tesla Inc.", "Tesla"),
    ("ORG", "University of Leeds", "Leeds University"),
    ("ORG", "国家发展和改革委员会", "发改委"),
    ("PERSON", "Elon Musk", "Musk"),
    ("PERSON", "布莱恩·切斯基", "切斯基"),
    ("PRODUCT", "千问", "Qwen"),
    ("LAW", "中华人民共和国能源法", "能源法"),
    ("GPE", "美国", "United States"),
]
TWO = [
    ("ORG", "中国石油天然气集团", "中国石油化工集团"),
    ("ORG", "上海银行", "上海浦东发展银行"),
    ("ORG", "中山大学", "中山大学附属第一医院"),
    ("ORG", "General Motors", "General Electric"),
    ("PERSON", "马云", "马化腾"),
    ("PERSON", "Donald Trump", "Donald Trump Jr."),
]


def named(kind: str, *surfaces: str) -> list[str]:
    text = "。".join(surfaces)
    entities, at = [], 0
    for surface in surfaces:
        entities.append(Entity(at, at + len(surface), surface, kind))
        at += len(surface) + 1
    return entity_ids(text, entities)


@pytest.mark.parametrize(("kind", "long", "short"), ONE)
def test_one_thing(kind: str, long: str, short: str) -> None:
    assert len(set(named(kind, long, short))) == 1
    assert len(set(named(kind, short, long))) == 1


@pytest.mark.parametrize(("kind", "first", "second"), TWO)
def test_two_things(kind: str, first: str, second: str) -> None:
    assert len(set(named(kind, first, second))) == 2


def test_a_short_form_of_two_belongs_to_neither() -> None:
    ids = named("PERSON", "Bill Clinton", "Hillary Clinton", "Clinton")
    assert len(set(ids)) == 3


def test_kinds_are_apart() -> None:
    text = "Washington。Washington"
    person, place = Entity(0, 10, "Washington", "PERSON"), Entity(11, 21, "Washington", "GPE")
    assert entity_ids(text, [person, place]) == ["PERSON:Washington", "PLACE:Washington"]


def test_an_id_bears_the_best_known_name() -> None:
    assert named("ORG", "阿里巴巴", "阿里") == ["ORG:Alibaba", "ORG:Alibaba"]
    assert named("ORG", "大使馆", "中国驻美国大使馆")[0] == "ORG:中国驻美国大使馆"


def test_in_brackets() -> None:
    text = "星河智能（XH Robotics）发布新品，XH Robotics股价上涨。"
    spans = [(0, 4, "星河智能"), (5, 16, "XH Robotics"), (22, 33, "XH Robotics")]
    entities = [Entity(start, end, name, "ORG") for start, end, name in spans]
    assert all(text[e.start : e.end] == e.text for e in entities)
    assert len(set(entity_ids(text, entities))) == 1


def test_floors_on_hand_marked_texts() -> None:
    right = wrong = missed = 0
    for line in EXAMPLES.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        marked = sorted(row["entities"], key=lambda e: e["start"])
        ids = entity_ids(row["text"], [Entity(e["start"], e["end"], e["text"], e["label"]) for e in marked])
        for (a, id_a), (b, id_b) in combinations(zip(marked, ids, strict=True), 2):
            if a["text"] != b["text"]:
                same, linked = a["cluster"] is not None and a["cluster"] == b["cluster"], id_a == id_b
                right, wrong, missed = (
                    right + (same and linked),
                    wrong + (linked and not same),
                    missed + (same and not linked),
                )
    assert wrong == 0
    assert right / (right + missed) >= 0.95


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(["PERSON", "ORG", "GPE", "LAW", "PRODUCT"]), st.text(min_size=1, max_size=8)),
        max_size=12,
    )
)
def test_any_names_get_ids(names: list[tuple[str, str]]) -> None:
    text = "\n".join(name for _, name in names)
    starts = [0]
    for (_, name), _ in pairwise([*names, ("", "")]):
        starts.append(starts[-1] + len(name) + 1)
    entities = [Entity(s, s + len(n), n, label) for s, (label, n) in zip(starts, names, strict=False)]
    assert len(entity_ids(text, entities)) == len(entities)
