"""Paths to documents: the walk, the ids, and a ReadError for everything that is none."""

from __future__ import annotations

import io
import json
import os
import unicodedata
from pathlib import Path

import docx
import pytest
from reportlab.pdfgen.canvas import Canvas

from toolkit import readers
from toolkit.errors import ReadError
from toolkit.model import Document, stable_id
from toolkit.readers import SUFFIXES, read

NEWS = "国家统计局今天发布数据，前三季度国内生产总值同比增长5.2%。"


@pytest.fixture(autouse=True)
def _in_tmp_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def put(path: str, content: str | bytes = NEWS) -> str:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def found(*paths: str, **options: object) -> list[str]:
    """Ids of documents and messages of errors, in order."""
    items = read(paths, **options)  # type: ignore[arg-type]
    return [str(item) if isinstance(item, ReadError) else item.doc_id for item in items]


def only(*paths: str) -> Document:
    (item,) = read(paths)
    assert isinstance(item, Document), item
    return item


# --- folders


def test_a_folder_of_every_kind() -> None:
    put("in/a.txt")
    put("in/b.MD", "# 标题\n正文。")
    put("in/2025/c.html", "<html><body><p>Some words of a page.</p></body></html>")
    put("in/2025/rows.jsonl", '{"text": "one", "doc_id": "r1"}\n{"text": "two", "url": "https://example.com/2"}\n')
    put("in/t.csv", "text\nthree\n")
    canvas = Canvas("in/d.pdf")
    canvas.drawString(50, 700, "A line of a PDF.")
    canvas.save()
    document = docx.Document()
    document.add_paragraph("A paragraph of Word.")
    document.save("in/e.docx")
    for passed_over in ("in/.hidden.txt", "in/.git/f.txt", "in/notes.xyz", "in/~$e.docx", "in/README"):
        put(passed_over)
    assert found("in") == [
        "a.txt", "b.MD", "d.pdf", "e.docx", stable_id("three"),
        "2025/c.html", "r1", stable_id("https://example.com/2"),
    ]  # fmt: skip
    paths = {item.path for item in read(["in/"]) if isinstance(item, Document)}
    assert {"in/a.txt", "in/2025/rows.jsonl", "in/t.csv"} <= paths


@pytest.mark.parametrize("folder", [".", "./", "in", "in/", "../{here}/in"])
def test_ids_are_relative_to_the_named_folder(folder: str) -> None:
    put("in/sub/a.txt")
    expected = "in/sub/a.txt" if folder.startswith("./") or folder == "." else "sub/a.txt"
    assert found(folder.format(here=Path.cwd().name)) == [expected]


def test_a_folder_without_documents() -> None:
    put("in/.hidden.txt")
    put("in/a.xyz")
    Path("x.txt").mkdir()
    kinds = " ".join(SUFFIXES)
    assert found("in", "x.txt") == [f"{path}: no documents ({kinds}) in this folder" for path in ("in", "x.txt")]


def test_links_never_hang() -> None:
    put("in/a.txt")
    Path("in/loop").symlink_to("..", target_is_directory=True)
    Path("in/self.txt").symlink_to("self.txt")
    Path("in/b.txt").symlink_to("a.txt")
    Path("in/gone.txt").symlink_to("nowhere")
    items = found("in")
    assert items[:2] == ["a.txt", "in/gone.txt: not found"]
    assert items[2].startswith("in/self.txt: cannot be opened (")
    assert len(items) == 3


def test_a_pipe_in_a_folder_never_hangs() -> None:
    put("in/a.txt")
    os.mkfifo("in/p.txt")
    os.mkfifo("q.txt")
    assert found("in", "q.txt") == ["a.txt", "in/p.txt: not a regular file", "q.txt: not a regular file"]


def test_a_folder_that_cannot_be_listed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    put("in/a.txt")
    put("in/locked/b.txt")
    scandir = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("locked"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert found("in") == ["a.txt", "in/locked: cannot be opened (permission denied)"]


# --- files


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \r\n\t", "empty"),
        ("a.txt", b"\xef\xbb\xbf", "empty"),
        ("a.md", b"---\ntitle: a\n---\n \n", "empty"),
        ("a.txt", b"%PDF-1.7 \x00", "binary, not text"),
        ("a.txt", b"PK\x03\x04\x00", "binary, not text"),
        ("a.txt", "“It’s 5% more”".encode("cp1252"), "not UTF-8, UTF-16 or GB18030 text; save it as UTF-8"),
        ("a.pdf", b"no pdf", "not a readable PDF"),
        ("a.docx", b"no docx", "not a readable DOCX"),
        ("a.html", b"<html></html>", "empty"),
        ("a.jsonl", b"", "empty"),
        ("a.jsonl", b"\n\n", "empty"),
        ("a.csv", b"text\n", "empty"),
        ("a.csv", b"title\nx\n", "no column 'text'; found: title"),
        ("a.xyz", b"x", f"unknown kind of file; known are {' '.join(SUFFIXES)}"),
        ("noend", b"x", f"unknown kind of file; known are {' '.join(SUFFIXES)}"),
    ],
)
def test_what_cannot_be_read_is_named_and_the_others_go_on(name: str, content: bytes, reason: str) -> None:
    put("z.txt")
    assert found(put(name, content), "z.txt") == [f"{name}: {reason}", "z.txt"]


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("none.txt", "none.txt: not found"),
        ("", "'': not found"),
        ("a\x00b.txt", "a\x00b.txt: cannot be read (ValueError)"),
    ],
)
def test_a_path_that_is_not_there(path: str, message: str) -> None:
    assert found(path) == [message]


def test_text_stays_as_written_but_for_mark_and_line_ends() -> None:
    document = only(put("a.txt", b"\xef\xbb\xbf" + "  一\r\n二\r三 😀\n\n".encode()))
    assert document == Document("a.txt", "  一\n二\n三 😀\n\n", "a.txt")


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_encodings(codec: str) -> None:
    assert only(put("a.txt", NEWS.encode(codec))).text == NEWS


def test_the_limit_of_characters() -> None:
    put("a.txt", "好" * 11)
    put("b.jsonl", json.dumps({"text": "x" * 12}) + "\n" + json.dumps({"text": "short"}))
    assert found("a.txt", "b.jsonl", max_chars=10) == [
        "a.txt: over-large: 11 characters; the limit is 10 (--max-chars)",
        "b.jsonl:1: over-large: 12 characters; the limit is 10 (--max-chars)",
        stable_id("short"),
    ]
    assert found("a.txt", max_chars=11) == ["a.txt"]
    two_megabytes = put("c.txt", "word " * 400_000)
    assert found(two_megabytes) == ["c.txt: over-large: 2000000 characters; the limit is 200000 (--max-chars)"]


def test_a_huge_file_is_not_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    with Path("a.txt").open("wb") as file:
        file.truncate(readers.MAX_FILE + 1)  # sparse
    assert found("a.txt") == ["a.txt: over-large: 67,108,865 bytes; the limit for one document is 67,108,864"]
    monkeypatch.setattr(readers, "MAX_FILE", 20)
    assert found(put("t.jsonl", '{"text": "a table may be larger"}')) == [stable_id("a table may be larger")]


def test_a_file_that_may_not_be_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    put("a.txt")
    put("b.txt")
    opened = Path.open

    def refuse(self: Path, *args: object, **options: object) -> object:
        if self.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return opened(self, *args, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    assert found("a.txt", "b.txt") == ["a.txt: cannot be opened (permission denied)", "b.txt"]


def test_an_unexpected_error_gives_its_kind_and_nothing_of_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_raw: bytes, _path: str) -> object:
        raise KeyError(NEWS)

    monkeypatch.setattr(readers, "_READERS", {".txt": fail})
    assert found(put("a.txt")) == ["a.txt: cannot be read (KeyError)"]


# --- ids


def test_given_ids_are_kept() -> None:
    assert found(put("a.md", "---\ndoc_id: 'Ａ/1 '\n---\nbody")) == ["Ａ/1 "]


def test_names_are_composed_and_printable() -> None:
    put(unicodedata.normalize("NFD", "in/café.txt"))
    Path(os.fsdecode(b"in/b\xff.txt")).write_text("x")
    documents = [item for item in read(["in"]) if isinstance(item, Document)]
    assert sorted(item.doc_id for item in documents) == ["b\\xff.txt", "café.txt"]
    assert all((item.path or "").encode() for item in documents)


def test_rows_without_an_id_keep_theirs_when_others_move() -> None:
    put("a.jsonl", '{"text": "one"}\n{"text": "two", "url": "u"}\n')
    before = found("a.jsonl")
    put("a.jsonl", '{"text": "new"}\n{"text": "two, changed", "url": "u"}\n{"text": "one"}\n')
    assert found("a.jsonl")[1:] == before[::-1]


def test_the_same_file_is_read_once() -> None:
    put("in/a.txt")
    put("in/t.csv", "text\nx\n")
    assert found("in", "in/a.txt", "in/../in", "in/t.csv") == ["a.txt", stable_id("x")]


def test_the_same_id_twice_is_named() -> None:
    put("one/a.txt", "one")
    put("two/a.txt", "two")
    put("three/a.txt", "one")
    put("t.jsonl", '{"text": "x"}\n{"text": "x"}\n{"text": "y", "doc_id": "a.txt"}\n')
    assert found("one", "two", "three", "t.jsonl") == [
        "a.txt",
        "two/a.txt: the same doc_id 'a.txt' as one/a.txt, with other text; give one of them a doc_id",
        "three/a.txt: the same doc_id and text as one/a.txt; skipped",
        stable_id("x"),
        "t.jsonl:2: the same doc_id and text as t.jsonl:1; skipped",
        "t.jsonl:3: the same doc_id 'a.txt' as one/a.txt, with other text; give one of them a doc_id",
    ]


# --- standard input


def test_standard_input() -> None:
    (document,) = read(["-"], stdin=io.BytesIO(f"---\ntitle: 题\n---\n{NEWS}\r\n".encode("gb18030")))
    assert isinstance(document, Document)
    assert (document.text, document.title, document.path) == (NEWS + "\n", "题", "-")
    assert document.doc_id == "stdin-" + document.sha256[:12]


@pytest.mark.parametrize(("raw", "reason"), [(b"", "empty"), (b"%PDF-1", "binary, not text")])
def test_standard_input_that_is_no_text(raw: bytes, reason: str) -> None:
    assert found("-", stdin=io.BytesIO(raw)) == [f"-: {reason}"]


def test_standard_input_is_read_once_and_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(found("-", "-", stdin=io.BytesIO(b"text"))) == 1
    monkeypatch.setattr(readers, "MAX_FILE", 5)
    assert found("-", stdin=io.BytesIO(b"longer")) == ["-: over-large: more than 5 bytes"]
