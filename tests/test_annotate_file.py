"""Annotate files of every kind hold the same, and documents come out of packed tables and Parquet."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.test_store import ANNOTATED
from toolkit.annotate_file import check_output, is_annotate_file, read_annotated, writing
from toolkit.errors import ReadError, UsageError
from toolkit.model import Document
from toolkit.readers import count, read
from toolkit.store import annotated_line

LINE = annotated_line(ANNOTATED)


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.ndjson.bz2", "a.jsonl.xz", "a.jsonl.zst", "a.parquet"])
def test_what_is_written_is_read_back(tmp_path: Path, name: str) -> None:
    for again in ("", "again"):
        with writing(tmp_path / f"{again}{name}") as write:
            for _ in range(3):
                write(LINE)
    assert is_annotate_file(tmp_path / name)
    assert list(read_annotated(tmp_path / name)) == [ANNOTATED] * 3
    assert (tmp_path / name).read_bytes() == (tmp_path / f"again{name}").read_bytes()


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.jsonl.xz", "a.jsonl.zst", "a.parquet"])
@pytest.mark.parametrize("content", [b"", b"no such thing" * 50])
def test_what_is_broken_is_named(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert not is_annotate_file(path)
    (error,) = read([str(path)])
    assert isinstance(error, ReadError)
    assert error.path == str(path)


def test_a_file_that_is_cut_short_gives_what_it_holds_and_an_error(tmp_path: Path) -> None:
    lines = b"".join(json.dumps({"text": f"营收增长{n}%。" * 20}).encode() + b"\n" for n in range(2_000))
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(lines)[:-2_000])
    *documents, error = read([str(tmp_path / "a.jsonl.gz")])
    assert documents
    assert isinstance(error, ReadError)


def test_parquet_is_not_packed_again() -> None:
    with pytest.raises(UsageError, match="compressed inside"):
        check_output("a.parquet.gz")


def test_documents_from_parquet(tmp_path: Path) -> None:
    table = {"text": ["营收增长5%。\r\n", "", "x"], "published": ["2025/11/14", None, None], "other": [1, 2, 3]}
    pq.write_table(pa.table(table), tmp_path / "a.parquet")
    first, empty, last = read([str(tmp_path)])
    assert isinstance(first, Document)
    assert (first.text, first.published) == ("营收增长5%。\n", "2025-11-14")
    assert isinstance(empty, ReadError)
    assert isinstance(last, Document)
    pq.write_table(pa.table({"body": ["x"]}), tmp_path / "a.parquet")
    (error,) = read([str(tmp_path)])
    assert "no column 'text'; found: body" in str(error)


def test_documents_are_counted_where_that_is_cheap(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "b.jsonl").write_text('{"text": "x"}\n{"text": "y"}\n')
    pq.write_table(pa.table({"text": ["x", "y", "z"]}), tmp_path / "c.parquet")
    assert count([str(tmp_path)]) == 6
    (tmp_path / "d.csv").write_text("text\nx\n")
    assert count([str(tmp_path)]) is None
