"""JSON Lines: whole or not at all, exact numbers, and clear words for what was changed by hand."""

from __future__ import annotations

import io
import json
import os
import stat
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit import parquet
from toolkit.annotate_file import is_annotate_file, read_annotated
from toolkit.errors import ReadError, UsageError
from toolkit.model import QUANTITY_KINDS, STANCES, AnnotatedDocument, Claim, Document, Entity, Quantity
from toolkit.store import (
    annotated_from_json,
    annotated_to_json,
    atomic_write,
    read_jsonl,
    write_jsonl,
    write_records,
)

TEXT = "😀千问下载量增长22.32%，超过1000万次。"
ANNOTATED = AnnotatedDocument(
    document=Document("a.txt", TEXT, "corpus/a.txt", "题", "https://example.com", "报", "2025-11-24"),
    lang="zh",
    entities=(Entity(1, 3, "千问", "PRODUCT", 0.9),),
    quantities=(
        Quantity(8, 14, "22.32%", "percent", Decimal("22.32"), None, "%", None, (), "zh_percent"),
        Quantity(15, 23, "超过1000万次", "count", Decimal("1E+7"), None, "次", ">", (), "zh_count"),
    ),
    claims=(
        Claim(
            "c1", 1, 14, "千问下载量增长22.32%", "zh", 0, 24, ("statistical",), (0,), (0,), "千问", "下载量", None,
            Decimal("22.32"), None, "%", "2025-11", 0.8, ("percent",),
        ),
    ),
    model_version="m1",
)  # fmt: skip


# --- write_jsonl, atomic_write, read_jsonl


def test_rows_come_back(tmp_path: Path) -> None:
    target = tmp_path / "a.jsonl"
    rows = [{"a": "千问\u2028x\n"}, {"b": None}, {"c": "😀", "d": [1, 0.5]}]
    assert write_jsonl(target, iter(rows)) == 3
    assert list(read_jsonl(target)) == rows
    assert target.read_bytes().count(b"\n") == 3
    assert "千问".encode() in target.read_bytes()
    assert [p.name for p in tmp_path.iterdir()] == ["a.jsonl"]


def test_half_surrogates_survive(tmp_path: Path) -> None:
    target = tmp_path / "a.jsonl"
    write_jsonl(target, [{"a": "x\ud800y\udfffz千"}])
    assert target.read_bytes().decode("utf-8")
    assert list(read_jsonl(target)) == [{"a": "x\ud800y\udfffz千"}]


@pytest.mark.parametrize("error", [KeyboardInterrupt, RuntimeError, SystemExit])
def test_an_error_leaves_the_old_file(tmp_path: Path, error: type[BaseException]) -> None:
    target = tmp_path / "a.jsonl"
    target.write_text("old")

    def rows() -> Iterator[dict[str, Any]]:
        yield {"a": 1}
        raise error

    with pytest.raises(error):
        write_jsonl(target, rows())
    assert target.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.jsonl"]


def test_a_row_that_is_no_json_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(TypeError):
        write_jsonl(tmp_path / "a.jsonl", [{"a": object()}])
    with pytest.raises(ValueError, match="not JSON compliant"):
        write_jsonl(tmp_path / "a.jsonl", [{"a": float("nan")}])
    assert list(tmp_path.iterdir()) == []


def test_the_umask_decides_the_mode(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        atomic_write(tmp_path / "a", "x")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o640


def test_standard_output() -> None:
    out = io.BytesIO()
    assert write_jsonl("-", [{"a": "千"}], stdout=out) == 1
    assert out.getvalue() == '{"a": "千"}\n'.encode()
    with pytest.raises(UsageError, match="standard output"):
        write_jsonl("-", [])


def test_atomic_write_keeps_bytes_and_line_ends(tmp_path: Path) -> None:
    atomic_write(tmp_path / "a", "a\r\n千")
    assert (tmp_path / "a").read_bytes() == "a\r\n千".encode()
    atomic_write(str(tmp_path / "a"), b"\x00")
    assert (tmp_path / "a").read_bytes() == b"\x00"


def test_a_link_keeps_pointing_at_its_file(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old")
    (tmp_path / "link").symlink_to("real")
    atomic_write(tmp_path / "link", "new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "new"


def test_a_device_is_written_and_not_replaced() -> None:
    atomic_write("/dev/null", "x")
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


def test_a_very_long_name_can_be_written(tmp_path: Path) -> None:
    atomic_write(tmp_path / ("n" * 250), "x")
    assert (tmp_path / ("n" * 250)).read_text() == "x"


@pytest.mark.parametrize(("where", "message"), [("no/such/a.jsonl", "cannot be written"), (".", "this is a folder")])
def test_a_place_that_cannot_be_written(tmp_path: Path, where: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        write_jsonl(tmp_path / where, [])


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b'{"a": 1}\n\n{"b": \n', "a.jsonl:3: not JSON"),
        (b"[1]\n", "a.jsonl:1: a JSON object was expected, found a list"),
        (b'{"a": NaN}', "a.jsonl:1: not JSON"),
        (b'{"a": "\xff"}', "a.jsonl:1: not UTF-8"),
        (b"[" * 100_000, "a.jsonl:1: not JSON"),
        (b'{"a": ' + b"9" * 5_000 + b"}", "a.jsonl:1: not JSON"),
    ],
)
def test_bad_lines_are_named(tmp_path: Path, content: bytes, message: str) -> None:
    (tmp_path / "a.jsonl").write_bytes(content)
    with pytest.raises(UsageError, match=message):
        list(read_jsonl(tmp_path / "a.jsonl"))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"a\.jsonl: cannot be read \(no such file"):
        list(read_jsonl(tmp_path / "a.jsonl"))


# --- the annotate format


def test_keys_and_exact_numbers() -> None:
    row = annotated_to_json(ANNOTATED)
    assert list(row) == [
        "doc_id", "path", "title", "url", "publisher", "published", "lang", "sha256", "text", "entities", "quantities",
        "claims", "model_version", "schema_version",
    ]  # fmt: skip
    assert [item["value"] for item in row["quantities"]] == ["22.32", "10000000"]
    assert {"context_start", "context_end", "types", "reasons", "worth"} <= row["claims"][0].keys()
    assert json.loads(json.dumps(row)) == row
    assert annotated_from_json(row) == ANNOTATED


@st.composite
def annotated_documents(draw: st.DrawFn) -> AnnotatedDocument:
    text = draw(st.text(min_size=1, max_size=60))

    def span() -> tuple[int, int, str]:
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        return start, end, text[start:end]

    words = st.none() | st.text(max_size=8)
    values = st.none() | st.decimals(allow_nan=False, allow_infinity=False)
    signs = st.sampled_from([None, ">", ">=", "<", "<=", "~"])
    entities = [
        Entity(*span(), draw(st.text()), draw(st.none() | st.floats(0, 1))) for _ in range(draw(st.integers(0, 3)))
    ]
    quantities = [
        Quantity(
            *span(), draw(st.sampled_from(QUANTITY_KINDS)), draw(values), draw(values), draw(words), draw(signs),
            tuple(draw(st.lists(st.text(max_size=5), max_size=2))), draw(st.text(max_size=5)),
        )
        for _ in range(draw(st.integers(0, 3)))
    ]  # fmt: skip
    claims = [
        Claim(
            draw(st.text(max_size=5)), *span(), draw(st.sampled_from(["zh", "en"])), 0, len(text), ("statistical",),
            tuple(range(len(quantities))), tuple(range(len(entities))), draw(words), draw(words), draw(signs),
            draw(values), draw(values), draw(words), draw(words), draw(st.floats(0, 1)), ("a",),
            draw(words), draw(st.sampled_from(STANCES)), draw(words),
        )
        for _ in range(draw(st.integers(0, 3)))
    ]  # fmt: skip
    document = Document(draw(st.text()), text, *(draw(words) for _ in range(5)))
    lang = draw(st.sampled_from(["zh", "en", "mixed"]))
    return AnnotatedDocument(document, lang, tuple(entities), tuple(quantities), tuple(claims), draw(st.text()))


@given(annotated_documents())
def test_round_trip(annotated: AnnotatedDocument) -> None:
    assert annotated_from_json(json.loads(json.dumps(annotated_to_json(annotated)))) == annotated


def changed(path: str, value: object) -> dict[str, Any]:
    """The row of ANNOTATED with one value changed; `...` takes the key away."""
    row: dict[str, Any] = json.loads(json.dumps(annotated_to_json(ANNOTATED)))
    *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    place: Any = row
    for step in way:
        place = place[step]
    if value is ...:
        del place[last]
    else:
        place[last] = value
    return row


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        ("doc_id", ..., "document: the key 'doc_id' is missing"),
        ("doc_id", 3, "document: doc_id should be a string, found a number"),
        ("text", None, "document 'a.txt': text should be a string, found null"),
        ("text", "other", "sha256 is not that of the text"),
        ("title", [], "title should be a string or null, found a list"),
        ("lang", "fr", "lang should be zh, en or mixed, found 'fr'"),
        ("schema_version", "99", "schema_version '99', expected '1'"),
        ("claims", {}, "claims should be a list, found an object"),
        ("claims.0", "x", r"claims\[0\]: a JSON object was expected, found 'x'"),
        ("claims.0.claim_id", ..., r"claims\[0\]: the key 'claim_id' is missing"),
        ("claims.0.lang", "mixed", "lang should be zh or en"),
        ("claims.0.worth", "high", "worth should be a number, found 'high'"),
        ("claims.0.worth", 10**400, "worth should be a number, found a number"),
        ("claims.0.types", ["a", 1], "types should be a list of strings"),
        ("claims.0.stance", "shouted", "stance should be one of asserted alleged denied unverified, found 'shouted'"),
        ("claims.0.speaker", 3, "speaker should be a string or null"),
        ("claims.0.normalized", [], "normalized should be a string or null"),
        ("claims.0.quantities", [2], "claim c1: quantities names an item that is not in the list"),
        ("claims.0.entities", [-1], "claim c1: entities names an item"),
        ("claims.0.context_end", 999, "claim c1: its context lies outside the text"),
        ("claims.0.end", 13, "claims: offsets 1:13"),
        ("entities.0.start", True, "start should be a whole number, found true or false"),
        ("entities.0.start", -1, "entities: offsets -1:3"),
        ("quantities.0.value", 22.32, "value should be a decimal number in a string"),
        ("quantities.0.value", "NaN", "value should be a decimal number in a string"),
        ("quantities.0.value", "1e999999999", "value should be a decimal number in a string"),
        ("quantities.0.kind", "price", "kind should be one of number count"),
        ("quantities.0.comparator", "!=", "comparator should be one of"),
        ("quantities.0.comparator", [], "comparator should be one of"),
    ],
)
def test_what_was_changed_by_hand_is_named(path: str, value: object, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        annotated_from_json(changed(path, value))


def test_files_from_before_attribution_are_read() -> None:
    row = changed("lang", "zh")
    for claim in row["claims"]:
        del claim["speaker"], claim["stance"], claim["normalized"]
    [claim, *_] = annotated_from_json(row).claims
    assert (claim.speaker, claim.stance, claim.normalized) == (None, "asserted", None)


def test_fields_of_later_versions_are_left_out() -> None:
    row = changed("more", 1)
    row["claims"][0]["more"] = 1
    del row["title"], row["claims"][0]["period"]
    found = annotated_from_json(row)
    assert found.document.title is None
    assert found.claims[0].period is None


def test_read_annotated_goes_on_after_a_bad_line(tmp_path: Path) -> None:
    target = tmp_path / "a.jsonl"
    good = json.dumps(annotated_to_json(ANNOTATED))
    target.write_text(f"{good}\nnot json\n{json.dumps(changed('text', 'x'))}\n{good}\n", encoding="utf-8")
    found = list(read_annotated(target))
    assert found[0] == found[3] == ANNOTATED
    assert isinstance(found[1], ReadError)
    assert (found[1].path, found[1].reason) == (f"{target}:2", "not JSON")
    assert isinstance(found[2], ReadError)
    assert found[2].reason.startswith("document 'a.txt': sha256")
    missing = list(read_annotated(tmp_path / "none.jsonl"))
    assert [type(item) for item in missing] == [ReadError]


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.jsonl", None, True),
        ("a.ndjson", None, True),
        ("a.json", None, False),
        ("a.jsonl", '{"text": "a"}\n', False),
        ("a.jsonl", "", False),
        ("a.jsonl", "{", False),
    ],
)
def test_is_annotate_file(tmp_path: Path, name: str, content: str | None, expected: bool) -> None:
    (tmp_path / name).write_text(json.dumps(annotated_to_json(ANNOTATED)) if content is None else content)
    assert is_annotate_file(tmp_path / name) is expected
    assert is_annotate_file(tmp_path / "missing.jsonl") is False
    assert is_annotate_file(tmp_path) is False


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.parquet"])
@pytest.mark.parametrize("count", [0, 1, 1_200])
def test_write_records(tmp_path: Path, name: str, count: int) -> None:
    rows = [{"claim_id": f"c{n}", "worth": n / 7, "pushed": n % 2 == 0} for n in range(count)]
    with write_records(tmp_path / name, {"claim_id": "string", "worth": "double", "pushed": "bool"}) as write:
        for row in rows:
            write(row)
    if name.endswith(".parquet"):
        with (tmp_path / name).open("rb") as file:
            assert list(parquet.rows(file)) == rows
    else:
        assert list(read_jsonl(tmp_path / name)) == rows
