"""Chunks: nothing lost, bounded, and found again after the corpus changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.engines.chunks import MOST_CHARS, MOST_DOCUMENTS, Finished, cut, kept_beside
from toolkit.errors import UsageError
from toolkit.model import Document

DOCUMENTS = [Document(f"d{n}", f"第{n}季度营收增长{n}%。") for n in range(400)]


@given(st.lists(st.integers(1, 30_000), max_size=200))
def test_every_document_is_in_one_chunk_and_chunks_are_bounded(lengths: list[int]) -> None:
    documents = [Document(str(n), "字" * length) for n, length in enumerate(lengths)]
    chunks = list(cut(documents))
    assert [item for chunk in chunks for item in chunk.items] == documents
    for chunk in chunks:
        chars = sum(len(item.text) for item in chunk.items if isinstance(item, Document))
        assert len(chunk.items) <= MOST_DOCUMENTS
        assert chars <= MOST_CHARS or len(chunk.items) == 1


@pytest.mark.parametrize("change", ["added", "taken away", "changed", "another title"])
def test_a_change_makes_only_the_chunks_around_it_anew(change: str) -> None:
    after = list(DOCUMENTS)
    match change:
        case "added":
            after.insert(100, Document("new", "新的一篇。"))
        case "taken away":
            del after[100]
        case "changed":
            after[100] = Document("d100", "改写过的一篇。")
        case _:
            after[100] = Document("d100", DOCUMENTS[100].text, title="题")
    before = {chunk.digest for chunk in cut(DOCUMENTS)}
    anew = [chunk for chunk in cut(after) if chunk.digest not in before]
    assert len(anew) <= 2
    assert len(before) > 15


def test_what_is_done_is_found_by_content_and_models(tmp_path: Path) -> None:
    chunk = next(cut(DOCUMENTS[:5]))
    done = Finished(tmp_path, "m1")
    assert done.lines(chunk) is None
    done.add(chunk, [b'{"a": "\xe2\x80\xa8\xe5\x8d\x83"}\n', b"{}\n"])  # a line separator inside ends no line
    assert done.lines(chunk) == [b'{"a": "\xe2\x80\xa8\xe5\x8d\x83"}\n', b"{}\n"]
    assert Finished(tmp_path, "m2").lines(chunk) is None


def test_the_folder_stays_until_the_file_is_whole(tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    with pytest.raises(KeyboardInterrupt):
        _broken_off(output)
    with kept_beside(output) as folder:
        assert (folder / "x").read_text() == "kept"
        with pytest.raises(UsageError, match="another run is writing this file"), kept_beside(output):
            pass
    assert list(tmp_path.iterdir()) == []


def _broken_off(output: Path) -> None:
    with kept_beside(output) as folder:
        (folder / "x").write_text("kept")
        raise KeyboardInterrupt


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no/out\.jsonl: there is no folder"), kept_beside(tmp_path / "no/out.jsonl"):
        pass
