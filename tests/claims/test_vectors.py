"""What claims mean, and the file in which it is kept."""

from __future__ import annotations

import sqlite3
import stat
import subprocess
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from toolkit.claims import vector_file
from toolkit.claims import vectors as module
from toolkit.claims.vector_file import VectorFile
from toolkit.claims.vectors import Vectors, encoder

TEXTS = ["全球下载量突破6亿次", "Downloads passed 600 million", "Rain fell on Sunday"]


@pytest.fixture
def encoded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that the encoder was asked for."""
    seen: list[str] = []

    class Counted:
        def encode(self, texts: Sequence[str]) -> Any:
            seen.extend(texts)
            return encoder().encode(texts)

    monkeypatch.setattr(module, "encoder", Counted)
    return seen


def test_what_is_kept_is_not_read_again(tmp_path: Path, encoded: list[str]) -> None:
    file = tmp_path / "home" / "vectors.sqlite3"
    Vectors(file).read(TEXTS[:2])
    assert encoded == TEXTS[:2]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    again = Vectors(file)
    again.read(TEXTS)
    assert encoded == TEXTS
    fresh = Vectors()
    for text in TEXTS:
        assert np.allclose(again.of(text), fresh.of(text), atol=0.001)


def test_another_encoder_finds_nothing(tmp_path: Path) -> None:
    VectorFile(tmp_path / "v", 1).write({"a": b"1"})
    assert VectorFile(tmp_path / "v", 1).read(["a", "b"]) == {"a": b"1"}
    assert VectorFile(tmp_path / "v", 2).read(["a"]) == {}
    VectorFile(tmp_path / "v", 2).write({"a": b"2"})
    assert VectorFile(tmp_path / "v", 2).read(["a"]) == {"a": b"2"}


@pytest.mark.parametrize("content", [b"no database, but long enough to be taken for one" * 30, b"", b"\x00" * 4096])
def test_a_broken_file_is_made_anew(content: bytes, tmp_path: Path, encoded: list[str]) -> None:
    file = tmp_path / "v"
    file.write_bytes(content)
    for _ in range(2):
        Vectors(file).read(TEXTS)
    read = len(encoded)
    Vectors(file).read(TEXTS)
    assert len(encoded) == read


def test_a_file_without_the_table_is_made_anew(tmp_path: Path) -> None:
    file = VectorFile(tmp_path / "v", 1)
    file.write({"a": b"1"})
    with closing(sqlite3.connect(tmp_path / "v", isolation_level=None)) as db:
        db.execute("DROP TABLE vector")
    file.write({"b": b"2"})
    assert file.read(["a", "b"]) == {"b": b"2"}


def test_vectors_of_another_length_are_not_believed(tmp_path: Path, encoded: list[str]) -> None:
    VectorFile(tmp_path / "v", module._version()).write({TEXTS[0]: b"short"})
    Vectors(tmp_path / "v").read(TEXTS)
    assert encoded == TEXTS


@pytest.mark.parametrize("name", ["folder", "folder/file/v"])
def test_where_nothing_can_be_kept_it_is_done_without(name: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "file").write_text("in the way")
    assert Vectors(tmp_path / name).alike(TEXTS[0], TEXTS[1]) > 0.5


def test_one_that_another_process_holds_is_done_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = VectorFile(tmp_path / "v", 1)
    file.write({"a": b"1"})
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda path, **given: connect(path, **given | {"timeout": 0.1}))
    holder = connect(tmp_path / "v", isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    assert file.read(["a"]) == {}
    file.write({"b": b"2"})
    holder.execute("ROLLBACK")
    holder.close()
    assert file.read(["a", "b"]) == {"a": b"1"}


def test_the_oldest_are_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vector_file, "MOST", 3)
    file = VectorFile(tmp_path / "v", 1)
    for letter in "abcde":
        file.write({letter: letter.encode()})
    assert sorted(file.read(list("abcde"))) == ["c", "d", "e"]


def test_two_processes_write_at_once(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from toolkit.claims.vector_file import VectorFile\n"
        "for n in range(100): VectorFile(Path(sys.argv[1]), 1).write({sys.argv[2] + str(n): b'x'})"
    )
    running = [subprocess.Popen([sys.executable, "-c", code, str(tmp_path / "v"), name]) for name in "ab"]
    assert [process.wait(timeout=60) for process in running] == [0, 0]
    texts = [f"{name}{n}" for name in "ab" for n in range(100)]
    assert len(VectorFile(tmp_path / "v", 1).read(texts)) == len(texts)
