from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from toolkit import compare
from toolkit.cells import harmless
from toolkit.errors import UsageError
from toolkit.memory import Memory, Remembered
from toolkit.model import Earlier
from toolkit.remember import read_verdicts

CLAIM = "Qwen has been downloaded more than 600 million times"
REVIEW = {
    "@type": "ClaimReview",
    "claimReviewed": CLAIM,
    "datePublished": "2025-12-01",
    "url": "https://example.org/r/1",
    "author": {"@type": "Organization", "name": "Example Check"},
    "reviewRating": {"@type": "Rating", "ratingValue": 5, "bestRating": 5, "alternateName": "True"},
}


def written(path: Path, content: object) -> Path:
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "content",
    [
        REVIEW,
        [REVIEW],
        {"@context": "https://schema.org", "@graph": [REVIEW]},
        {"@type": "DataFeed", "dataFeedElement": [{"@type": "DataFeedItem", "item": [REVIEW]}]},
    ],
)
def test_a_review_in_any_wrapping_is_read(content: object, tmp_path: Path) -> None:
    (found,) = read_verdicts(written(tmp_path / "r.json", content), models="fast")
    assert found.earlier == Earlier(CLAIM, "supported", "Example Check", "2025-12-01", "https://example.org/r/1")
    assert found.statement.value == 600_000_000


def test_json_lines_are_read(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    path.write_text(f"{json.dumps(REVIEW)}\n\n{json.dumps({**REVIEW, 'url': 'javascript:alert(1)'})}\n", "utf-8")
    assert [item.earlier.url for item in read_verdicts(path, models="fast")] == ["https://example.org/r/1", None]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("r.json", "{", "not JSON"),
        ("r.json", "[1]", "no ClaimReview"),
        ("r.csv", "a,b\n1,2\n", "claim_text"),
        ("r.json", b"\xff\xfe\x00", "cannot be read"),
    ],
)
def test_other_files_are_told_of(name: str, content: str | bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(UsageError, match=said):
        list(read_verdicts(path))
    with pytest.raises(UsageError, match="cannot be read"):
        list(read_verdicts(tmp_path / "missing.json"))


def test_our_own_csv_is_read(tmp_path: Path) -> None:
    path = tmp_path / "verified.csv"
    row = {
        **{"claim_text": "千问下载量突破6亿次", "verdict": "mixed", "entities": "千问", "measure": "下载量"},
        **{"comparator": ">", "value": "600000000", "unit": "次", "annotated_at": "2025-12-01T08:00:00Z"},
        **{"evidence_urls": "https://a.example; https://b.example", "ls_project": "desk"},
    }
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, row)
        writer.writeheader()
        writer.writerows([row, {**row, "verdict": "not_a_claim"}])
    (found,) = read_verdicts(path)
    assert found.earlier.evidence == ("https://a.example", "https://b.example")
    assert (found.earlier.verdict, found.earlier.date) == ("mixed", "2025-12-01")
    memory = Memory(tmp_path / "m.sqlite3")
    assert memory.add([found]) == (1, 0)
    ((link, earlier),) = memory.search(compare.of_text(CLAIM, models="fast"))
    assert (link.relation, earlier.verdict) == ("same", "mixed")


@pytest.mark.parametrize("said", ["'Tis six hundred million", "=1+1 downloads", "'=1+1 downloads"])
def test_a_claim_of_our_own_csv_is_read_as_it_was_written(said: str, tmp_path: Path) -> None:
    path = tmp_path / "verified.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([["claim_text", "verdict"], [harmless(said), "mixed"]])
    assert [found.earlier.claim for found in read_verdicts(path)] == [said]


def remembered(verdict: str, day: str) -> Remembered:
    return Remembered(Earlier(CLAIM, verdict, "desk", day), compare.of_text(CLAIM, models="fast"))


def test_the_newest_verdict_of_a_house_stands(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "folder" / "m.sqlite3")
    assert list(memory) == []
    assert memory.add([remembered("mixed", "2025-02-01")]) == (1, 0)
    assert memory.add([remembered("refuted", "2025-03-01"), remembered("supported", "2025-01-01")]) == (0, 1)
    assert [item.earlier.verdict for item in memory] == ["refuted"]


def test_another_figure_is_told_as_such(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "m.sqlite3")
    memory.add([remembered("supported", "2025-01-01")])
    ((_, earlier),) = memory.search(compare.of_text("Qwen was downloaded 480 million times", models="fast"))
    assert earlier.relation == "contradiction"
    assert memory.search(compare.of_text("Sales of bread rose.", models="fast")) == []


def test_a_file_that_is_no_memory(tmp_path: Path) -> None:
    path = tmp_path / "m.sqlite3"
    path.write_bytes(b"not a database at all, but long enough to be looked at" * 30)
    with pytest.raises(UsageError, match="no memory"):
        list(Memory(path))
