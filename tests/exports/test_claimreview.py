from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from toolkit.exports.claimreview import House, claim_reviews, lacking, write_claimreview
from toolkit.exports.web import web_address
from toolkit.model import SCALES, VERDICTS, Answer, Claim, Decision, Document, Evidence, JudgedClaim, VerifiedClaim

GOLDEN = Path(__file__).parent / "golden" / "claimreview.jsonld"
REPORT = Document(
    "d1", "", title="Harbour report", url="https://example.org/a?b=1", publisher="Example Daily", published="2024-11"
)


def verified(
    verdict: str = "refuted",
    *,
    document: Document = REPORT,
    evidence: tuple[Evidence, ...] = (),
    status: Any = "decided",
    claim_id: str = "c1",
    text: str = "exports fell by 6 %",
    rationale: str | None = "The office says 5 %.",
    annotated_at: str = "2025-03-01T10:00:00Z",
    **facts: Any,
) -> VerifiedClaim:
    claim = Claim(claim_id, 0, len(text), text, "en", 0, len(text), **facts)
    answer = Answer(claim_id, "d1", "ann", annotated_at, 1, 1, verdict, evidence=evidence, rationale=rationale)
    judged = JudgedClaim(claim, document, "en", text, (), (answer,), "factcheck", 1, "http://ls/1", "m1")
    return VerifiedClaim(judged, Decision(status, verdict, "single"))


@pytest.mark.parametrize(
    ("code", "rating"),
    [
        ("supported", 5),
        ("mostly_supported", 4),
        ("mixed", 3),
        ("mostly_refuted", 2),
        ("refuted", 1),
    ],
)
def test_rating(code: str, rating: int) -> None:
    [review] = claim_reviews([verified(code)])
    words = next(v.en for v in VERDICTS if v.code == code)
    assert review["reviewRating"] == {
        "@type": "Rating",
        "ratingValue": rating,
        "bestRating": 5,
        "worstRating": 1,
        "alternateName": words,
    }


@pytest.mark.parametrize(
    ("normalized", "reviewed"),
    [
        ("Port: exports fell 6% (2024)", "Port: exports fell 6% (2024)"),
        ("x" * 75, "x" * 75),
        ("x" * 76, "exports fell by 6 %"),
        ("Exports fell…", "exports fell by 6 %"),  # cut short: the quotation says it whole
        (None, "exports fell by 6 %"),
        ("", "exports fell by 6 %"),
    ],
)
def test_the_short_sentence_is_reviewed_and_the_quotation_kept(normalized: str | None, reviewed: str) -> None:
    [review] = claim_reviews([verified(normalized=normalized)])
    assert review["claimReviewed"] == reviewed
    assert (review["itemReviewed"].get("text") or reviewed) == ("exports fell by 6 %")


def test_whoever_says_it_is_its_author() -> None:
    [said, told] = claim_reviews([verified(claim_id="a", speaker="the port"), verified(claim_id="b")])
    assert said["itemReviewed"]["author"] == {"@type": "Organization", "name": "the port"}
    assert said["itemReviewed"]["appearance"]["publisher"]["name"] == "Example Daily"
    assert told["itemReviewed"]["author"]["name"] == "Example Daily"
    assert "publisher" not in told["itemReviewed"]["appearance"]


def test_unproven_is_rated_in_words_only() -> None:
    [review] = claim_reviews([verified("unproven")])
    assert review["reviewRating"] == {"@type": "Rating", "alternateName": "Not enough evidence"}


def test_the_rating_speaks_the_claims_language() -> None:
    claim = verified("unproven")
    chinese = replace(claim, judged=replace(claim.judged, claim=replace(claim.judged.claim, lang="zh")))
    [review] = claim_reviews([chinese])
    assert (review["inLanguage"], review["reviewRating"]["alternateName"]) == ("zh", "证据不足")


@pytest.mark.parametrize(
    ("page", "url"),
    [
        ("https://us.example/checks", "https://us.example/checks#claim-c1"),
        ("https://us.example/checks/{claim_id}.html", "https://us.example/checks/c1.html"),
        ("javascript:alert(1)", None),
        (None, None),
    ],
)
def test_each_review_has_an_address_of_its_own(page: str | None, url: str | None) -> None:
    [review] = claim_reviews([verified()], House("Us", page=page))
    assert review.get("url") == url


def test_what_search_engines_ask_for_and_do_not_get_is_counted() -> None:
    house = House("Us", "https://us.example", "https://us.example/checks")
    bare = verified(claim_id="b", document=Document("d1", ""))
    assert lacking(claim_reviews([verified()], house)) == {}
    assert lacking(claim_reviews([verified("unproven"), bare])) == {
        **{"url": 2, "author.url": 2},
        **{"itemReviewed.appearance": 1, "itemReviewed.author": 1, "itemReviewed.datePublished": 1},
        **{"reviewRating.ratingValue": 1, "reviewRating.bestRating": 1, "reviewRating.worstRating": 1},
    }


@pytest.mark.parametrize(
    ("scale", "code", "rating"),
    [
        ("averitec", "supported", {"ratingValue": 5, "bestRating": 5, "worstRating": 1, "word": "Supported"}),
        ("averitec", "conflicting", {"word": "Conflicting evidence"}),
        ("politifact", "refuted", {"ratingValue": 1, "bestRating": 5, "worstRating": 0, "word": "False"}),
        ("politifact", "pants_on_fire", {"ratingValue": 0, "bestRating": 5, "worstRating": 0, "word": "Pants on fire"}),
        ("two-way", "refuted", {"ratingValue": 1, "bestRating": 5, "worstRating": 1, "word": "False"}),
    ],
)
def test_another_scale_is_rated_between_its_own_ends(scale: str, code: str, rating: dict[str, Any]) -> None:
    [review] = claim_reviews([replace(verified(code), scale=SCALES[scale])])
    found = review["reviewRating"]
    assert {"@type": "Rating", "word": found.pop("alternateName")} | found == {"@type": "Rating"} | rating


@pytest.mark.parametrize(
    ("verdict", "status"),
    [
        ("not_checkable", "decided"),
        ("not_a_claim", "not_a_claim"),
        ("refuted", "undecided"),
        ("refuted", "waiting"),
        ("refuted", "skipped"),
        ("checks_out", "decided"),
    ],
)
def test_no_review(verdict: str, status: str) -> None:
    assert claim_reviews([verified(verdict, status=status)]) == []


def test_absent_facts_give_no_key() -> None:
    [review] = claim_reviews([verified(document=Document("d1", ""), rationale=None, annotated_at="some day")])
    kept = {"@type", "identifier", "inLanguage", "author", "claimReviewed", "itemReviewed", "reviewRating"}
    assert set(review) == kept
    assert review["itemReviewed"] == {"@type": "Claim"}
    assert "url" not in review["author"]


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://example.org/路径?q=1#x", "https://example.org/路径?q=1#x"),
        (" HTTP://example.org ", "HTTP://example.org"),
        ("javascript:alert(1)", None),
        ("JaVaScript://example.org/%0aalert(1)", None),
        ("data:text/html,x", None),
        ("java\nscript:alert(1)", None),
        ("https://example.org/\nx", None),
        ("https://example.org/a b", None),
        ("https://", None),
        ("https://[::1", None),
        ("//example.org/a", None),
        ("example.org", None),
        ("", None),
        (None, None),
    ],
)
def test_only_web_addresses_go_out(url: str | None, kept: str | None) -> None:
    assert web_address(url) == kept
    [review] = claim_reviews(
        [verified(document=Document("d1", "", url=url), evidence=(Evidence(url, "words"),))], House("us", url)
    )
    appearance = {"@type": "CreativeWork", "url": kept}
    assert review["itemReviewed"].get("appearance") == (appearance if kept else None)
    assert review.get("citation") == ([kept] if kept else None)
    assert review["author"].get("url") == kept


def test_golden(tmp_path: Path) -> None:
    """FACTCHECK_UPDATE_GOLDEN=1 writes the file anew; review the difference like code."""
    claims = [
        verified(
            "unproven",
            claim_id="c2",
            document=Document("d2", "", url="javascript:alert(1)", publisher="某报"),
            text="货运量达6亿吨",
            rationale="</script><script>alert(1)</script>",
        ),
        verified(evidence=(Evidence("https://stat.example/1"), Evidence(quote="5 %"))),
        verified("not_a_claim", status="not_a_claim"),
    ]
    reviews = claim_reviews(claims, House("Example Checkers", "https://checkers.example", "https://checkers.example/1"))
    if os.environ.get("FACTCHECK_UPDATE_GOLDEN") == "1":
        write_claimreview(GOLDEN, reviews)
    path = tmp_path / "out.jsonld"
    write_claimreview(path, reviews)
    assert len(reviews) == 2
    text = path.read_text("utf-8")
    assert text == GOLDEN.read_text("utf-8")
    assert "<" not in text
    assert json.loads(text) == {"@context": "https://schema.org", "@graph": reviews}


def test_nothing_to_review_is_an_empty_graph(tmp_path: Path) -> None:
    write_claimreview(tmp_path / "out.jsonld", claim_reviews([]))
    assert json.loads((tmp_path / "out.jsonld").read_text("utf-8"))["@graph"] == []


def test_text_that_has_no_utf8_does_not_stop_the_export(tmp_path: Path) -> None:
    write_claimreview(tmp_path / "out.jsonld", claim_reviews([verified(text="a\ud800b")]))
    assert json.loads((tmp_path / "out.jsonld").read_text("utf-8"))["@graph"][0]["claimReviewed"] == "a?b"
