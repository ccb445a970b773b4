from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from toolkit.model import Answer, Claim, Decision, Document, Evidence, JudgedClaim, VerifiedClaim
from toolkit.verdicts.lint import RULES, addresses, check, dead_addresses, malformed

TEXT = "下载量突破6亿次"
GOOD = Evidence("https://a.example/x", date="2025-02-01", stance="refutes")


def claim(
    verdict: str = "refuted",
    *evidence: Evidence,
    status: Any = "decided",
    corrected: str | None = None,
    value: Decimal | None = None,
    document: dict[str, Any] | None = None,
    superseded: bool = False,
    **facts: Any,
) -> VerifiedClaim:
    said = Answer("c1", "d1", "ann", "2025-03-01T10:00:00Z", 1, 1, verdict, evidence=evidence, corrected=corrected)
    base: dict[str, Any] = {"claim_id": "c1", "start": 0, "end": len(TEXT), "text": TEXT, "value": Decimal(600_000_000)}
    one = Claim(lang="zh", context_start=0, context_end=len(TEXT), **{**base, **facts})
    about = Document("d1", TEXT, **{"published": "2025-02-10", **(document or {})})
    judged = JudgedClaim(one, about, "zh", TEXT, (), (said,), "p", 1, "http://ls/1", "m", superseded=superseded)
    return VerifiedClaim(judged, Decision(status, verdict, "single"), corrected_value=value)


@pytest.mark.parametrize(
    ("looked_at", "rules"),
    [
        (claim("refuted", GOOD), []),
        (claim("unproven"), []),
        (claim("refuted"), ["evidence_missing"]),
        (claim("refuted", status="undecided"), []),
        (claim("not_a_claim", status="not_a_claim"), []),
        (claim("refuted", Evidence("https://a.example", date="2025-03-02")), []),  # another time zone
        (claim("refuted", Evidence("https://a.example", date="2025-03-03")), ["evidence_time"]),
        (claim("refuted", Evidence("https://a.example", date="2025-03")), []),
        (claim("refuted", Evidence("https://a.example", date="2025-13-41")), ["evidence_time"]),
        (claim("refuted", Evidence("https://a.example", date="2024-01-01")), ["evidence_time"]),
        (claim("refuted", Evidence("https://a.example", date="2024-06-01")), []),
        (claim("refuted", Evidence("https://a.example", date="2019"), period="2018"), []),
        (claim("refuted", Evidence("https://a.example", date="2017"), period="2018-02/2018-03"), ["evidence_time"]),
        (claim("refuted", Evidence("https://localhost/x")), ["address"]),
        (claim("refuted", GOOD, document={"url": "javascript:alert(1)"}), ["address"]),
        (claim("refuted", GOOD, value=Decimal("6E+8")), ["correction_equal"]),
        (claim("refuted", GOOD, value=Decimal(5)), []),
        (claim("supported", GOOD), ["upside_down"]),
        (claim("supported", GOOD, Evidence("https://a.example", stance="支持")), []),
        (claim("refuted", Evidence("https://a.example", stance="支持")), ["upside_down"]),
        (claim("refuted", GOOD, value=Decimal(7), comparator=">", **{}), []),
        (claim("refuted", GOOD, value=Decimal(700_000_000), comparator=">"), ["upside_down"]),
        (claim("supported", Evidence("https://a.example"), corrected="5亿"), ["upside_down"]),
        (claim("refuted", GOOD, superseded=True), ["span_lost"]),
        (claim("refuted", GOOD, start=1, end=len(TEXT)), ["span_lost"]),
    ],
)
def test_what_an_editor_is_shown(looked_at: VerifiedClaim, rules: list[str]) -> None:
    found = check([looked_at])
    assert [finding.rule for finding in found] == rules
    assert all((f.claim_id, f.doc_id, f.task_url) == ("c1", "d1", "http://ls/1") and f.says for f in found)


def test_every_rule_is_tried() -> None:
    assert set(RULES) == {
        *("evidence_missing", "evidence_time", "address", "correction_equal", "upside_down", "span_lost"),
    }


def test_dead_addresses_are_told_with_the_reason() -> None:
    claims = [claim("refuted", GOOD, document={"url": "https://s.example/"}), claim("refuted", status="undecided")]
    assert addresses(claims) == [GOOD.url, "https://s.example/"]
    (found,) = dead_addresses(claims, {"https://s.example/": "gone (404)", "https://other.example/": "gone"})
    assert (found.rule, found.says) == ("address_dead", "'https://s.example/' cannot be opened: gone (404)")
    assert addresses([claim("refuted", Evidence("javascript:alert(1)"))]) == []


@pytest.mark.parametrize("url", ["", "a.example", "ftp://a.example", "http://", "https://[x", "https://a b.example/"])
def test_addresses_that_nobody_can_open(url: str) -> None:
    assert malformed(url)


@pytest.mark.parametrize("url", ["https://a.example", "http://统计局.example/表?x=1#y", "https://a.example:8443/x"])
def test_addresses_that_are_fine(url: str) -> None:
    assert not malformed(url)
