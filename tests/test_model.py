"""Ids, offsets and exact numbers of the shared records."""

from __future__ import annotations

import dataclasses
import hashlib
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.model import (
    NOT_A_CLAIM,
    QUANTITY_KINDS,
    SCALES,
    TEMPORAL_KINDS,
    VERDICT_BY_CODE,
    VERDICTS,
    Document,
    Entity,
    Quantity,
    as_json,
    check_offsets,
    claim_ids,
    plain,
    stable_id,
)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("6E+8", "600000000"),
        ("22.3200", "22.32"),
        ("100", "100"),
        ("0.000", "0"),
        ("-0.0", "0"),
        ("-1.50", "-1.5"),
        ("1E-7", "0.0000001"),
    ],
)
def test_plain(written: str, expected: str) -> None:
    assert plain(Decimal(written)) == expected


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6))
def test_plain_keeps_the_value(value: Decimal) -> None:
    assert Decimal(plain(value)) == value
    assert "E" not in plain(value)


@pytest.mark.parametrize("same", ["千问 App", "千问  App", " 千问\nApp ", "千问 Ａｐｐ", "千问　App"])
def test_stable_id_sees_through_widths_and_spaces(same: str) -> None:
    assert stable_id(same) == stable_id("千问 App")


def test_stable_id_tells_its_parts_apart() -> None:
    assert len({stable_id("ab", "c"), stable_id("a", "bc"), stable_id("abc"), stable_id("a b", "c")}) == 4


def test_stable_id_never_changes() -> None:
    assert stable_id("doc", "千问") == hashlib.sha256("doc\x1f千问".encode()).hexdigest()[:16]
    assert len(stable_id("x", length=8)) == 8


def test_claim_ids_do_not_move_when_text_elsewhere_changes() -> None:
    pairs = [("一句。", "一句"), ("二句。", "二句"), ("二句。", "二句")]
    before = claim_ids("doc", pairs)
    after = claim_ids("doc", [("新的一句。", "新的"), *pairs[1:]])
    assert len(set(before)) == 3
    assert after[1:] == before[1:]
    assert claim_ids("other", pairs)[0] != before[0]


@given(st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from("xy")), max_size=12))
def test_claim_ids_are_unique(pairs: list[tuple[str, str]]) -> None:
    assert len(set(claim_ids("doc", pairs))) == len(pairs)


def test_check_offsets_counts_code_points() -> None:
    check_offsets("😀千问增长3%", [Entity(1, 3, "千问", "PRODUCT"), Quantity(5, 7, "3%", "percent")])


@pytest.mark.parametrize(
    ("start", "end", "text"), [(0, 2, "问题"), (-2, 2, ""), (1, 1, ""), (0, 9, "千问"), (2, 0, "")]
)
def test_check_offsets_refuses(start: int, end: int, text: str) -> None:
    with pytest.raises(ValueError, match="offsets"):
        check_offsets("千问", [Entity(start, end, text, "ORG")])


def test_as_json_is_plain() -> None:
    quantity = Quantity(0, 2, "3%", "percent", Decimal("3.0"), iso=("2025",))
    found = as_json({"kept": 1}), as_json((quantity,))
    assert found[0] == {"kept": 1}
    assert found[1][0]["value"] == "3"
    assert found[1][0]["iso"] == ["2025"]
    assert found[1][0]["value_max"] is None


def test_records_are_frozen() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Document("a", "b").text = "c"  # type: ignore[misc]


def test_sha256_of_a_document() -> None:
    assert Document("a", "千问").sha256 == hashlib.sha256("千问".encode()).hexdigest()
    assert len(Document("a", "\ud800").sha256) == 64


def test_verdicts_hold_together() -> None:
    assert [verdict.step for verdict in VERDICTS[:5]] == [5, 4, 3, 2, 1]
    assert all(verdict.step is None for verdict in VERDICTS[5:])
    assert NOT_A_CLAIM in VERDICT_BY_CODE
    for scale in SCALES.values():
        words = [*({v.code for v in scale.verdicts}, {v.zh for v in scale.verdicts}, {v.en for v in scale.verdicts})]
        assert {len(kind) for kind in words} == {len(scale.verdicts)}
        assert NOT_A_CLAIM in scale.codes
    # As attribute values these break the annotation page, and pandas reads such a column as booleans.
    assert not {"true", "false"} & VERDICT_BY_CODE.keys()
    assert set(QUANTITY_KINDS) > TEMPORAL_KINDS
