from __future__ import annotations

import csv
import json
import os
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.cells import as_written, harmless
from toolkit.errors import UsageError
from toolkit.exports import columns
from toolkit.exports.columns import Column
from toolkit.exports.files import read_frame, read_table
from toolkit.exports.table import verified_rows, write_evidence, write_undecided, write_verified
from toolkit.model import SCALES, Answer, Claim, Decision, Document, Evidence, JudgedClaim, VerifiedClaim

GOLDEN = Path(__file__).parent / "golden"
NAMES = [column.name for column in columns.VERIFIED]
CONTRACT = """
claim_id doc_id title publisher published url lang claim_text context start end types subject measure comparator value
value_max unit period entities verdict verdict_en verdict_zh decided_by n_annotators votes corrected_value delta_pct
evidence_urls rationale context_flags worth annotated_at annotators ls_project ls_task_id model_version schema_version
"""
REPORT = Document(
    "harbour-2024",
    "",
    "corpus/harbour.md",
    "Harbour report",
    "https://example.org/harbour?a=1&b=2",
    "Example Daily",
    "2024-11-14",
)


def answer(annotator: str = "ann", verdict: str | None = "refuted", **changes: Any) -> Answer:
    facts: dict[str, Any] = {"annotated_at": "2025-03-01T10:00:00Z", "task_id": 7, "annotation_id": 1}
    return Answer("c1", "d1", annotator, verdict=verdict, **{**facts, **changes})


def verified(
    *answers: Answer,
    decision: Decision | None = None,
    document: Document = REPORT,
    text: str = "exports fell by 6 %",
    claim: dict[str, Any] | None = None,
    judged: dict[str, Any] | None = None,
    **rest: Any,
) -> VerifiedClaim:
    facts: dict[str, Any] = {"claim_id": "c1", "start": 0, "end": len(text), "worth": 0.5}
    one = Claim(text=text, lang="en", context_start=0, context_end=len(text), **{**facts, **(claim or {})})
    seen: dict[str, Any] = {"context": f"They say {text}.", "entity_names": (), "project": "factcheck", "task_id": 7}
    seen |= {"task_url": "http://localhost:8080/projects/1/data?task=7", "model_version": "m1", **(judged or {})}
    return VerifiedClaim(
        JudgedClaim(one, document, "en", answers=answers or (answer(),), **seen),
        decision or Decision("decided", (answers or (answer(),))[0].verdict, "single"),
        **rest,
    )


def examples() -> list[VerifiedClaim]:
    """One of everything, not in order."""
    chinese = Document("a-货运", "", title="货运，统计", published="2024-03")
    return [
        verified(
            answer(
                "bo",
                "mostly_refuted",
                evidence=(Evidence(quote="fell 5 %", stance="refutes"),),
                annotation_id=2,
                confidence=3,
            ),
            answer(
                "ann",
                rationale='The office says "5 %",\nnot 6.',
                flags=("outdated", "cherry_picked"),
                evidence=(
                    Evidence("https://stat.example/1", "=5 %", "2024-10-01", "refutes"),
                    Evidence("https://stat.example/2"),
                ),
                confidence=5,
            ),
            answer("cy", rationale="-0.05", evidence=(Evidence("https://stat.example/1"),), confidence=4),
            decision=Decision("decided", "refuted", "majority"),
            claim={
                "start": 40,
                "end": 59,
                "types": ("statistical", "comparison"),
                "subject": "@exports",
                "measure": "exports",
                "comparator": "~",
                "value": Decimal("-6"),
                "unit": "%",
                "period": "--11-14",
                "worth": 0.123456,
                "speaker": "=the port",
                "stance": "alleged",
                "normalized": "@exports: exports −6% (14 Nov)",
            },
            judged={"entity_names": ("Example Port", "港口", "Example Port")},
            corrected_value=Decimal("-5.0"),
            delta_pct=Decimal("-20.00"),
        ),
        verified(
            answer("ann", "supported"),
            text="货运量达6亿至7亿吨",
            document=chinese,
            claim={"claim_id": "c2", "value": Decimal("6E+8"), "value_max": Decimal("7E+8"), "unit": "t"},
            judged={"superseded": True},
        ),
        verified(
            answer("ann", "supported", evidence=(Evidence("https://stat.example/3"),)),
            answer("bo", "refuted"),
            decision=Decision("undecided", reason="2 annotators differ: supported, refuted"),
            claim={"claim_id": "c3", "start": 5, "end": 24},
        ),
        verified(
            answer("ann", None, problem="no verdict"),
            decision=Decision("waiting", reason="answer without a verdict"),
            claim={"claim_id": "c4", "start": 2, "end": 21},
        ),
        verified(
            answer("ann", None, skipped=True),
            decision=Decision("skipped", reason="skipped by everyone"),
            claim={"claim_id": "c5", "start": 90, "end": 109},
        ),
        verified(
            answer("ann", "not_a_claim"),
            decision=Decision("not_a_claim", "not_a_claim", "single"),
            claim={"claim_id": "c6"},
        ),
    ]


def read(path: Path) -> list[dict[str, str]]:
    return pd.read_csv(path, dtype=str, keep_default_na=False).to_dict("records")


@pytest.mark.parametrize(
    ("name", "write", "columns", "rows"),
    [
        ("verified.csv", write_verified, columns.VERIFIED, 2),
        ("evidence.csv", write_evidence, columns.EVIDENCE, 5),
        ("undecided.csv", write_undecided, columns.UNDECIDED, 3),
    ],
)
def test_golden(name: str, write: Any, columns: tuple[Column, ...], rows: int, tmp_path: Path) -> None:
    """FACTCHECK_UPDATE_GOLDEN=1 writes the files anew; review the difference like code."""
    if os.environ.get("FACTCHECK_UPDATE_GOLDEN") == "1":
        write(GOLDEN / name, examples())
    assert write(tmp_path / name, examples()) == rows
    assert write(tmp_path / "empty.csv", []) == 0
    assert list(pd.read_csv(tmp_path / "empty.csv", dtype=str).columns) == [c.name for c in columns]
    assert (tmp_path / name).read_text("utf-8") == (GOLDEN / name).read_text("utf-8")
    assert list(pd.read_csv(tmp_path / name, dtype=str).columns) == [c.name for c in columns]


def test_columns_begin_with_the_agreed_ones() -> None:
    agreed = CONTRACT.split()
    assert [column.name for column in columns.VERIFIED[: len(agreed)]] == agreed
    assert [list(row) for row in map(sorted, verified_rows(examples()))] == [sorted(NAMES)] * 2


def test_file_begins_with_a_bom_and_has_crlf(tmp_path: Path) -> None:
    write_verified(tmp_path / "v.csv", examples())
    data = (tmp_path / "v.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfclaim_id,")
    assert data.count(b"\r\n") == 3


def test_a_row_says_what_was_decided() -> None:
    _, row = verified_rows(examples())
    assert row["votes"] == {"ann": "refuted", "bo": "mostly_refuted", "cy": "refuted"}
    expected = {
        "claim_id": "c1",
        "verdict": "refuted",
        "verdict_en": "False",
        "verdict_zh": "不实",
        "decided_by": "majority",
        "n_annotators": 3,
        "annotators": ("ann", "bo", "cy"),
        "evidence_urls": ("https://stat.example/1", "https://stat.example/2"),
        "evidence_count": 3,
        "rationale": 'The office says "5 %",\nnot 6. / -0.05',
        "context_flags": ("cherry_picked", "outdated"),
        "types": ("statistical", "comparison"),
        "entities": ("Example Port", "港口"),
        "value": "-6",
        "corrected_value": "-5",
        "delta_pct": "-20",
        "worth": "0.1235",
        "confidence": "4.5",
        "period": "--11-14",
        "published": "2024-11-14",
    }
    assert {column: row[column] for column in expected} == expected


def test_rows_are_sorted_by_document_and_place(tmp_path: Path) -> None:
    assert [row["claim_id"] for row in verified_rows(examples())] == ["c2", "c1"]
    write_undecided(tmp_path / "u.csv", examples())
    assert [row["claim_id"] for row in read(tmp_path / "u.csv")] == ["c4", "c3", "c5"]


def test_numbers_stay_numbers_and_formulas_become_text(tmp_path: Path) -> None:
    write_verified(tmp_path / "v.csv", examples())
    large, small = read(tmp_path / "v.csv")
    assert (large["value"], large["value_max"]) == ("600000000", "700000000")
    assert (small["value"], small["corrected_value"], small["delta_pct"]) == ("-6", "-5", "-20")
    assert (small["subject"], small["period"]) == ("'@exports", "'--11-14")
    write_evidence(tmp_path / "e.csv", examples())
    assert [row["quote"] for row in read(tmp_path / "e.csv")] == ["", "fell 5 %", "'=5 %", "", ""]


def test_answers_that_do_not_count_leave_no_trace() -> None:
    claim = verified(
        answer("ann", "refuted", evidence=(Evidence("https://a.example"),)),
        answer("bo", "refuted", problem="evidence is missing", evidence=(Evidence("https://b.example"),)),
        answer("cy", None, skipped=True),
    )
    [row] = verified_rows([claim])
    assert (row["votes"], row["annotators"], row["n_annotators"]) == ({"ann": "refuted"}, ("ann",), 1)
    assert row["evidence_urls"] == ("https://a.example",)


def test_verdict_is_never_read_as_a_boolean(tmp_path: Path) -> None:
    both = [verified(answer(verdict=code)) for code in ("supported", "refuted")]
    write_verified(tmp_path / "v.csv", both)
    guessed = pd.read_csv(tmp_path / "v.csv")
    assert list(guessed["verdict"]) == ["supported", "refuted"]
    assert list(pd.read_csv(tmp_path / "v.csv", dtype=str)["verdict_en"]) == ["True", "False"]


def test_code_of_another_scale_stands_for_its_words() -> None:
    [row] = verified_rows([verified(answer(verdict="checks_out"))])
    assert row["verdict"] == row["verdict_en"] == row["verdict_zh"] == "checks_out"


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t1",
        "\r1",
        "  =1",
        "\n=1",
        "\u3000＝1",
        "＋1",
        "－1",
        "＠a",
        "\u200b=1",
        "\ufeff-1",
    ],
)
def test_formulas_get_an_apostrophe(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "1-2", "a=b", "(-1)", "ann@example.org", "'quoted'", "６%", "  text"])
def test_other_text_is_left_alone(text: str) -> None:
    assert harmless(text) == text


def test_the_words_of_a_verdict_are_its_scales(tmp_path: Path) -> None:
    claim = verified(answer(verdict="supported"), scale=SCALES["averitec"])
    write_verified(tmp_path / "v.csv", [claim])
    [row] = read(tmp_path / "v.csv")
    assert (row["verdict"], row["verdict_en"], row["verdict_zh"]) == ("supported", "Supported", "证据支持")


hostile = st.text(st.one_of(st.characters(exclude_characters="\0", codec="utf-8"), st.sampled_from("\r\n\t\",;=+-@'")))


@given(hostile, hostile)
def test_any_text_survives_the_round_trip(tmp_path_factory: pytest.TempPathFactory, text: str, who: str) -> None:
    path = tmp_path_factory.getbasetemp() / "round.csv"
    claim = verified(answer(who, rationale=text), judged={"context": text, "entity_names": (text,)})
    assert write_verified(path, [claim]) == 1
    [row] = read(path)
    assert row["context"] == row["rationale"] == row["entities"] == harmless(text)
    assert json.loads(row["votes"]) == {who: "refuted"}
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert [row] == list(csv.DictReader(file))


def test_text_that_has_no_utf8_does_not_stop_the_export(tmp_path: Path) -> None:
    assert write_verified(tmp_path / "v.csv", [verified(answer(rationale="a\ud800b\0c"))]) == 1
    assert read(tmp_path / "v.csv")[0]["rationale"] == "a?bc"


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "v.csv"
    write_verified(path, examples())
    before = path.read_bytes()

    def refuse(*_: object, **__: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(UsageError, match="cannot be written"):
        write_verified(path, [])
    assert path.read_bytes() == before


AWKWARD = (
    "=1+1",
    "'=1+1",
    "''=1",
    "'quoted'",
    "-5 %",
    "＝SUM(A1)",
    "a,b",
    'say "no"',
    "one\r\ntwo",
    "\ttab",
    "😀 6亿次",
    " ",
    "\ufeffx",
)
any_text = st.one_of(
    st.sampled_from(AWKWARD), st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
)


@given(any_text)
def test_what_was_made_harmless_is_read_as_written(text: str) -> None:
    assert as_written(harmless(text)) == text


@given(st.lists(st.tuples(any_text, any_text), min_size=1, max_size=4))
def test_every_field_comes_back_from_the_csv(
    tmp_path_factory: pytest.TempPathFactory, texts: list[tuple[str, str]]
) -> None:
    path = tmp_path_factory.getbasetemp() / "back.csv"
    claims = [
        verified(
            answer(rationale=why), document=Document("d1", "", title=why or None), text=said or "x", claim={"start": n}
        )
        for n, (said, why) in enumerate(texts)
    ]
    write_verified(path, claims)
    assert read_table(path, columns.VERIFIED) == list(verified_rows(claims))
    assert read_frame(path, columns.VERIFIED)["rationale"].tolist() == [
        row["rationale"] for row in verified_rows(claims)
    ]
