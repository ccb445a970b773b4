"""JSON Lines and CSV, streamed; a bad row costs only itself."""

from __future__ import annotations

import io
import itertools

import pytest

from toolkit.errors import ReadError
from toolkit.readers import table
from toolkit.readers.draft import Draft
from toolkit.readers.table import csv_rows, json_rows

NEWS = "国家统计局今天发布数据，前三季度国内生产总值同比增长5.2%。"


def rows_of(reader: object, raw: bytes) -> list[tuple[int, Draft] | str]:
    found = reader(io.BytesIO(raw), "t")  # type: ignore[operator]
    return [str(row) if isinstance(row, ReadError) else row for row in found]


def test_json_rows() -> None:
    raw = (
        '\ufeff{"text": "千问\\r\\n😀", "doc_id": " a ", "title": "T", "url": "U",'
        ' "publisher": "P", "published": "2025/1/4"}\r\n'
        '\n{"text": "two", "doc_id": 7, "more": [1]}\n{"text": "three\u2028", "title": null}'
    ).encode()
    assert rows_of(json_rows, raw) == [
        (1, Draft("千问\n😀", " a ", "T", "U", "P", "2025-01-04")),
        (3, Draft("two", "7")),
        (4, Draft("three\u2028")),
    ]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b"{", "t:2: not JSON"),
        (b"[" * 100_000, "t:2: not JSON"),
        (b"[1]", "t:2: not a JSON object"),
        (b'{"title": "x"}', "t:2: no 'text'"),
        (b'{"text": null}', "t:2: no 'text'"),
        (b'{"text": ["a"]}', "t:2: 'text' is not a string"),
        (b'{"text": " \\n"}', "t:2: empty"),
        (b'{"text": "a", "doc_id": {}}', "t:2: 'doc_id' is not a string"),
        (b'{"text": "\xff\xfe"}', "t:2: not UTF-8 text"),
    ],
)
def test_a_bad_json_line_is_named_and_the_others_go_on(line: bytes, message: str) -> None:
    good = '{"text": "千问"}\n'.encode()
    assert rows_of(json_rows, good + line + b"\n" + good) == [(1, Draft("千问")), message, (3, Draft("千问"))]


def test_half_surrogates_keep_the_length() -> None:
    assert rows_of(json_rows, b'{"text": "a\\ud800b"}') == [(1, Draft("a\ufffdb"))]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encodings(codec: str) -> None:
    assert rows_of(json_rows, f'{{"text": "{NEWS}"}}\n'.encode(codec)) == [(1, Draft(NEWS))]
    assert rows_of(csv_rows, f"text,title\n{NEWS},题\n".encode(codec)) == [(2, Draft(NEWS, title="题"))]


def test_a_large_table_is_cut_between_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = f'{{"text": "{NEWS}"}}\n'.encode() * 50
    for size in range(200, 210):
        monkeypatch.setattr(table, "_SAMPLE", size)
        assert len(rows_of(json_rows, raw)) == 50


@pytest.mark.parametrize(
    "raw", [b"PK\x03\x04", b'{"text": "a\x00b"}', "蘋果公司發表新款手機，價格為新臺幣三萬元。".encode("big5")]
)
def test_a_table_that_is_no_text_is_refused_once(raw: bytes) -> None:
    with pytest.raises(ReadError, match=r"^t: (binary|not UTF-8)"):
        rows_of(json_rows, raw)


def test_csv_rows() -> None:
    raw = 'Doc_ID , TEXT,published\n001,"one, ""two""\r\nthree",2025年1月4日\n\n,last\n'.encode()
    assert rows_of(csv_rows, raw) == [
        (2, Draft('one, "two"\nthree', "001", published="2025-01-04")),
        (5, Draft("last")),
    ]


@pytest.mark.parametrize("delimiter", [";", "\t", ","])
def test_delimiters(delimiter: str) -> None:
    assert rows_of(csv_rows, f"text{delimiter}url\na{delimiter}b\n".encode()) == [(2, Draft("a", url="b"))]


def test_a_whole_article_fits_a_cell() -> None:
    text = "很" * 300_000
    assert rows_of(csv_rows, f"text\n{text}\n".encode()) == [(2, Draft(text))]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("one, two, three, four", "t:3: 4 cells, the header has 2; quote cells that hold commas"),
        ('"a"b,c', "t:3: not CSV; look at the quotes of this row"),
        (",title alone", "t:3: empty"),
    ],
)
def test_a_bad_csv_row_is_named_and_the_others_go_on(row: str, message: str) -> None:
    raw = f"text,title\ngood,\n{row}\ngood,\n".encode()
    assert rows_of(csv_rows, raw) == [(2, Draft("good")), message, (4, Draft("good"))]


def test_a_broken_byte_in_csv_costs_its_row() -> None:
    raw = f"text\n{NEWS}\n".encode() + b"\xff\n" + f"{NEWS}\n".encode()
    assert rows_of(csv_rows, raw) == [(2, Draft(NEWS)), "t:3: not UTF-8 text", (4, Draft(NEWS))]


def test_one_broken_line_does_not_cost_an_english_table() -> None:
    raw = b'{"text": "plain"}\n{"text": "It\x92s"}\n{"text": "more"}\n'
    assert rows_of(json_rows, raw) == [(1, Draft("plain")), "t:2: not UTF-8 text", (3, Draft("more"))]


@pytest.mark.parametrize(("raw", "names"), [(b"title,body\na,b\n", "title, body"), (b"", "none"), (b"\n", "none")])
def test_a_csv_without_text_names_its_columns(raw: bytes, names: str) -> None:
    with pytest.raises(ReadError, match=rf"^t: no column 'text'; found: {names}$"):
        rows_of(csv_rows, raw)


def test_an_over_long_line_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "MAX_LINE", 50)
    good = b'{"text": "a"}\n'
    over_large = "t:2: over-large: a line of more than 50 characters"
    assert rows_of(json_rows, good + b"x" * 500 + b"\n" + good) == [(1, Draft("a")), over_large, (3, Draft("a"))]
    assert rows_of(csv_rows, b"text\n" + b"x" * 500 + b"\ngood\n") == [over_large, (3, Draft("good"))]


def test_rows_are_streamed() -> None:
    class Endless(io.RawIOBase):
        def __init__(self) -> None:
            self.lines = itertools.repeat(b'{"text": "a"}\n' * 1_000)

        def readable(self) -> bool:
            return True

        def seekable(self) -> bool:
            return True

        def seek(self, *_: int) -> int:
            return 0

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            line = next(self.lines)
            size = min(len(buffer), len(line))
            buffer[:size] = line[:size]
            return size

    file = io.BufferedReader(Endless(), 14_000)
    assert len(list(itertools.islice(json_rows(file, "t"), 2_000))) == 2_000
