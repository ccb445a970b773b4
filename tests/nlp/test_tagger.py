from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from toolkit.errors import UsageError
from toolkit.nlp.entities import find_entities
from toolkit.nlp.recognizers.lac import Lac
from toolkit.nlp.recognizers.tagger import FOLDER, Tagger, Vocabulary, _best_paths, _spans, encode, places


def test_pieces_are_the_likeliest() -> None:
    vocabulary = Vocabulary(["a", "b", "ab", "▁ab"], [-1.0, -1.0, -1.5, -0.5])
    assert vocabulary.cut("ab") == (6,)
    assert vocabulary.cut("▁ab") == (7,)
    assert vocabulary.cut("azb") == (4, Vocabulary.UNKNOWN, 5)


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("千问3上线", ["千", "问", "3", "上", "线"]),
        ("GPT-5 is out", ["GPT", "-", "5", "is", "out"]),
        (" \n ", []),
        ("", []),
        ("😀é", ["😀", "é"]),
    ],
)
def test_units(text: str, units: list[str]) -> None:
    encoded = encode(Vocabulary(["a", "▁"], [-1.0, -1.0]), text)
    assert [text[start:end] for start, end in encoded.units] == units
    assert len(encoded.first) == len(encoded.last) == len(units)


@pytest.mark.parametrize(("size", "marks"), [(0, ""), (1, "S"), (2, "BE"), (4, "BIIE")])
def test_places_in_a_word(size: int, marks: str) -> None:
    assert places(size) == marks


@pytest.mark.parametrize(
    ("tags", "spans"),
    [
        (["O", "S-ORG", "O"], [(1, 1, "ORG")]),
        (["B-PERSON", "I-PERSON", "E-PERSON"], [(0, 2, "PERSON")]),
        (["O", "O"], []),
    ],
)
def test_spans(tags: Sequence[str], spans: list[tuple[int, int, str]]) -> None:
    assert list(_spans(tags)) == spans


def test_the_best_path_keeps_to_what_may_follow() -> None:
    forbidden = -1e9
    step = np.array([[0.0, forbidden], [0.0, 0.0]], np.float32)  # the second tag never follows the first
    scores = np.array([[[1.0, 0.9], [0.0, 5.0]]], np.float32)
    none = np.zeros(2, np.float32)
    assert _best_paths(scores, np.array([2]), none, step, none) == [[1, 1]]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for name in ("tagger.onnx", "tagger.json"):
        shutil.copy(FOLDER / name, tmp_path / name)
    return tmp_path


def load(folder: Path) -> Tagger:
    return Tagger.load(Lac().words, folder)


def test_a_cut_model_file_is_named(copy: Path) -> None:
    (copy / "tagger.onnx").write_bytes((FOLDER / "tagger.onnx").read_bytes()[:1000])
    with pytest.raises(UsageError, match="cannot be used"):
        load(copy)


def test_a_missing_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="FileNotFoundError"):
        load(tmp_path)


@pytest.mark.parametrize("change", [{"format": 99}, {"pieces": None}, {"start": "x"}])
def test_a_model_of_another_make_is_refused(copy: Path, change: dict[str, object]) -> None:
    about = json.loads((copy / "tagger.json").read_text(encoding="utf-8")) | change
    (copy / "tagger.json").write_text(json.dumps(about), encoding="utf-8")
    with pytest.raises(UsageError, match=r"format 99|cannot be used"):
        load(copy)


TEXT = "刘鹏宇在北京会见了Elon Musk。The Federal Reserve raised rates, said Jerome Powell in Washington."


def test_a_sentence_reads_the_same_wherever_it_stands() -> None:
    alone = find_entities("刘鹏宇在北京说。")
    among = find_entities("刘鹏宇在北京说。" + TEXT * 3)
    assert [(e.start, e.end, e.label, e.score) for e in among[: len(alone)]] == [
        (e.start, e.end, e.label, e.score) for e in alone
    ]


def test_threads_change_nothing() -> None:
    assert find_entities(TEXT, threads=2) == find_entities(TEXT)


def test_scores_are_chances() -> None:
    scores = [e.score for e in find_entities(TEXT) if e.score is not None]
    assert scores
    assert all(0 < score <= 1 for score in scores)


def test_a_long_line_and_a_third_language() -> None:
    third = "Пётр жил в Москве и любил кошек. " * 30
    assert all(third[e.start : e.end] == e.text for e in find_entities(third))
    found = find_entities("刘鹏宇住在北京" * 3000)
    assert len(found) > 1000
