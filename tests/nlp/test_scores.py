from __future__ import annotations

import pytest

from toolkit.model import Entity
from toolkit.nlp.entities import find_entities
from toolkit.nlp.pipelines import model_version, pipeline
from toolkit.nlp.scores import scored

TEXT = "阿里巴巴周三发布Qwen3-Coder，马云与Elon Musk在杭州会面。Alibaba signed the Paris Agreement."


@pytest.mark.parametrize("models", ["accurate", "fast"])
def test_every_name_of_our_own_has_a_score(models: str) -> None:
    found = find_entities(TEXT, models=models)
    assert found
    assert all(e.score is not None and 0 < e.score <= 1 for e in found)


def test_names_below_the_least_score_are_left_out() -> None:
    everything = find_entities(TEXT)
    some = find_entities(TEXT, min_score=0.95)
    spans = {(e.start, e.end, e.label) for e in some}
    assert spans == {(e.start, e.end, e.label) for e in everything if (e.score or 0) >= 0.95}
    assert 0 < len(some) < len(everything)


def test_the_score_is_part_of_the_component_and_of_the_version() -> None:
    doc = pipeline(min_score=0.95)(TEXT)
    assert [e.text for e in doc.ents] == [e.text for e in find_entities(TEXT, min_score=0.95)]
    assert model_version(min_score=0.8) == f"{model_version()}>=0.8"


def test_a_score_that_is_there_stays() -> None:
    named = [Entity(0, 1, "A", "ORG", 0.5), Entity(2, 3, "B", "ORG"), Entity(4, 5, "C", "LAW")]
    assert [e.score for e in scored("en", named)] == [0.5, 0.36, 0.95]
