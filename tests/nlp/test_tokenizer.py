from __future__ import annotations

import pickle
from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.vocab import Vocab

from toolkit.nlp.tokenizer import MixedTokenizer

TOKENIZER = MixedTokenizer(Vocab())


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("下载量6亿", ["下", "载", "量", "6", "亿"]),
        ("GPT-5 loses 62%", ["GPT", "-", "5", "loses", "62", "%"]),
        ("Qwen3在L'Oréal", ["Qwen", "3", "在", "L", "'", "Oréal"]),
        ("a  b", ["a", " ", "b"]),
        (" a\n\nb ", [" ", "a", "\n\n", "b"]),
        ("😀é", ["😀", "é"]),
        ("", []),
    ],
)
def test_tokens(text: str, tokens: list[str]) -> None:
    doc = TOKENIZER(text)
    assert [token.text for token in doc] == tokens
    assert doc.text == text


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=80))
def test_nothing_is_lost(text: str) -> None:
    assert TOKENIZER(text).text == text


def test_saved_and_loaded_in_every_way(tmp_path: Path) -> None:
    nlp = spacy.blank("xx", config={"nlp": {"tokenizer": {"@tokenizers": "factcheck.MixedTokenizer.v1"}}})
    nlp.to_disk(tmp_path)
    for again in (
        spacy.load(tmp_path),
        spacy.blank("xx", config=nlp.config).from_bytes(nlp.to_bytes()),
        pickle.loads(pickle.dumps(nlp)),
    ):
        assert [t.text for t in again("千问App 5%")] == ["千", "问", "App", "5", "%"]
    assert [d.text for d in nlp.tokenizer.pipe(["甲", "乙"])] == ["甲", "乙"]
