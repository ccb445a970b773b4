from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.exports.test_table import examples
from toolkit.errors import UsageError
from toolkit.exports import columns
from toolkit.exports.files import add_to_csv, read_table, write_csv, write_lines, write_metadata, write_parquet
from toolkit.exports.history import add_to_history, beside, read_history
from toolkit.exports.table import evidence_rows, undecided_rows, verified_rows
from toolkit.model import Change, as_json

NOW = "2025-03-02T00:00:00+00:00"
FIRST = Change("c1", "d1", "p", '=6亿, "次"\r\n', NOW, "decided", "refuted", None, "single", ("ann", "bo"), NOW)
SECOND = Change("c1", "d1", "p", "6亿次", NOW, "withdrawn", before="refuted", note="'=1 was a slip")


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        (columns.VERIFIED, verified_rows(examples())),
        (columns.EVIDENCE, evidence_rows(examples())),
        (columns.UNDECIDED, undecided_rows(examples())),
    ],
)
def test_a_table_is_the_same_in_every_format(table: tuple[columns.Column, ...], rows: object, tmp_path: Path) -> None:
    import pyarrow.parquet as pq

    rows = list(rows)  # type: ignore[call-overload]
    assert write_csv(tmp_path / "t.csv", table, rows) == len(rows)
    assert write_lines(tmp_path / "t.jsonl", table, rows) == len(rows)
    assert write_parquet(tmp_path / "t.parquet", table, rows) == len(rows)
    assert read_table(tmp_path / "t.csv", table) == rows
    lines = [json.loads(line) for line in (tmp_path / "t.jsonl").read_text("utf-8").splitlines()]
    assert lines == json.loads(json.dumps(rows))
    stored = pq.read_table(tmp_path / "t.parquet").to_pylist()
    for row in stored:
        row |= {"votes": json.loads(row["votes"])} if "votes" in row else {}
    assert stored == lines


def test_metadata_describes_the_columns_as_they_are(tmp_path: Path) -> None:
    write_csv(tmp_path / "v.csv", columns.VERIFIED, verified_rows(examples()))
    where = write_metadata(tmp_path / "v.csv", columns.VERIFIED, title="Verified claims", key=["claim_id"])
    assert where.name == "v.csv-metadata.json"
    said = json.loads(where.read_text("utf-8"))
    assert said["url"] == "v.csv"
    head = (tmp_path / "v.csv").read_text("utf-8-sig").splitlines()[0].split(",")
    assert [column["name"] for column in said["tableSchema"]["columns"]] == head


@pytest.mark.parametrize(
    ("table", "rows", "key"),
    [
        (columns.VERIFIED, list(verified_rows(examples())), ["claim_id"]),
        (columns.EVIDENCE, list(evidence_rows(examples())), []),
        (columns.UNDECIDED, list(undecided_rows(examples())), ["claim_id"]),
        (columns.HISTORY, [as_json(FIRST), as_json(SECOND)], []),
    ],
)
def test_an_independent_validator_accepts_the_metadata(
    table: tuple[columns.Column, ...], rows: list[dict[str, Any]], key: list[str], tmp_path: Path
) -> None:
    from csvw import CSVW

    write_csv(tmp_path / "t.csv", table, rows)
    where = write_metadata(tmp_path / "t.csv", table, title="T", key=key)
    checked = CSVW(str(where), validate=True)
    assert (checked.is_valid, [str(warning.message) for warning in checked.warnings]) == (True, [])
    read = list(checked.tables[0].iterdicts(strict=True))
    assert len(read) == len(rows)
    text = next(column.name for column in table if column.kind == "text")
    assert [row[text] for row in read] == [row[text] for row in rows]


@pytest.mark.filterwarnings("always")  # the validator collects its own
def test_the_validator_would_say_so(tmp_path: Path) -> None:
    from csvw import CSVW

    write_csv(tmp_path / "t.csv", columns.VERIFIED, verified_rows(examples()))
    where = write_metadata(tmp_path / "t.csv", columns.VERIFIED, title="T", key=["claim_id"])
    broken = (tmp_path / "t.csv").read_text("utf-8").replace("2025-03-01T10:00:00Z", "yesterday")
    (tmp_path / "t.csv").write_text(broken, "utf-8")
    assert not CSVW(str(where), validate=True).is_valid


def test_a_history_is_only_added_to(tmp_path: Path) -> None:
    path = beside(tmp_path / "claims.csv")
    assert path.name == "claims.history.csv"
    assert read_history(path) == []
    add_to_history(path, [FIRST])
    before = path.read_bytes()
    add_to_history(path, [])
    assert path.read_bytes() == before
    add_to_history(path, [SECOND])
    assert path.read_bytes().startswith(before)
    assert read_history(path) == [FIRST, SECOND]


def test_a_file_that_is_no_history_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "claims.history.csv"
    path.write_text("a,b\r\n1,2\r\n", "utf-8")
    with pytest.raises(UsageError, match="no column 'claim_id'"):
        read_history(path)
    with pytest.raises(UsageError, match="other columns"):
        add_to_csv(path, columns.HISTORY, [])
    assert path.read_text("utf-8") == "a,b\n1,2\n"
