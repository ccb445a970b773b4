"""Claims found in the half of our marked texts that the rules may learn from stay as good as they are.

The floors lie a little under what `benchmarks/claims.py --models fast` reports; the other half is for its figures only.
"""

from __future__ import annotations

import importlib.util
import json
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from toolkit.annotate import annotate_many
from toolkit.model import AnnotatedDocument, Document

ROOT = Path(__file__).resolve().parents[2]
RECALL, PRECISION, AVERAGE_PRECISION = 0.965, 0.945, 0.96
MOST_CLAIMS_A_HUNDRED_CHARACTERS = 4
FLOORS = {
    "types": 0.945,
    "value": 0.95,
    "comparator": 0.97,
    "unit": 0.93,
    "period": 0.90,
}


@pytest.fixture(scope="module")
def benchmark() -> ModuleType:
    spec = importlib.util.spec_from_file_location("claims_benchmark", ROOT / "benchmarks" / "claims.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def rows(benchmark: ModuleType) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (benchmark.EXAMPLES / "claims_dev.jsonl").read_text("utf-8").splitlines()]


@pytest.fixture(scope="module")
def annotated(rows: list[dict[str, Any]]) -> list[AnnotatedDocument]:
    documents = [Document(row["id"], row["text"], published=row.get("published")) for row in rows]
    return list(annotate_many(documents, models="fast"))


@pytest.fixture(scope="module")
def count(benchmark: ModuleType, rows: list[dict[str, Any]], annotated: list[AnnotatedDocument]) -> Counter[str]:
    counted: Counter[str] = Counter()
    for row, document in zip(rows, annotated, strict=True):
        benchmark.score(row, document.claims, lambda key: counted.update([key]))
    return counted


def test_claims_are_found_and_little_else(count: Counter[str]) -> None:
    assert count["marked"] > 300
    assert count["matched"] / count["marked"] >= RECALL
    assert count["matched"] / count["found"] >= PRECISION


@pytest.mark.parametrize(("field", "floor"), FLOORS.items())
def test_their_parts_are_right(count: Counter[str], field: str, floor: float) -> None:
    assert count[field] / count[f"{field} asked"] >= floor


def test_worth_puts_what_can_be_checked_first(
    benchmark: ModuleType, rows: list[dict[str, Any]], annotated: list[AnnotatedDocument]
) -> None:
    ranked = []
    for row, document in zip(rows, annotated, strict=True):
        matched = set(benchmark.pairs(benchmark.spans(row), document.claims).values())
        ranked += [(claim.worth, j in matched) for j, claim in enumerate(document.claims)]
    ranked.sort(key=lambda item: (-item[0], item[1]))
    assert benchmark.average_precision([hit for _, hit in ranked]) >= AVERAGE_PRECISION


def test_there_are_not_more_claims_than_a_person_can_judge(annotated: list[AnnotatedDocument]) -> None:
    found = sum(len(document.claims) for document in annotated)
    assert found * 100 / sum(len(document.document.text) for document in annotated) < MOST_CLAIMS_A_HUNDRED_CHARACTERS
