"""English sentences as words with heads, and what claims gain by them."""

from __future__ import annotations

import pytest

from toolkit.claims.assemble import find_claims
from toolkit.errors import UsageError
from toolkit.model import Claim, Segment
from toolkit.nlp.parser import parse_english, parses
from toolkit.nlp.pipelines import pipeline
from toolkit.quantities import find_quantities
from toolkit.segment import sentences

MIXED = "央行昨天降息。The bank cut rates by\nhalf a point. 股市上涨。Shares jumped."


def claims_of(text: str) -> list[Claim]:
    segments = sentences(text)
    quantities = sorted(find_quantities(text, "en"), key=lambda q: (q.start, q.end))
    words = parse_english(text, segments)
    return find_claims(text, doc_id="d", segments=segments, entities=[], quantities=quantities, words=words)


def test_words_have_offsets_and_heads_in_their_own_sentence() -> None:
    segments = sentences(MIXED)
    words = parse_english(MIXED, segments)
    english = [s for s in segments if s.lang == "en"]
    assert [MIXED[w.start : w.end] for w in words if w.dep == "nsubj"] == ["bank", "Shares"]
    for word in words:
        home = next(s for s in english if s.start <= word.start and word.end <= s.end)
        head = words[word.head]
        assert home.start <= head.start
        assert head.end <= home.end
        assert not MIXED[word.start : word.end].isspace()


def test_a_text_without_english_has_no_words() -> None:
    assert parse_english("央行昨天降息。", [Segment(0, 7, "zh")]) == ()


@pytest.mark.parametrize("amount", ["$18.5m", "€3bn", "£2.1tn"])
def test_a_scale_that_touches_its_number_is_a_word_of_its_own(amount: str) -> None:
    text = f"The firm paid {amount} in fines."
    words = parse_english(text, [Segment(0, len(text), "en")])
    scale = next(w for w in words if text[w.start : w.end] in ("m", "bn", "tn"))
    assert scale.tag == "CD"  # read as million, billion or trillion, not as a verb
    assert "".join(text[w.start : w.end] for w in words) == text.replace(" ", "")


@pytest.mark.parametrize(
    ("models", "parsed"), [("accurate", True), ("fast", False), ("zh=fast", True), ("zh=accurate,en=fast", False)]
)
def test_all_but_fast_parse(models: str, parsed: bool) -> None:
    assert parses(models) is parsed


def test_an_unknown_choice_is_refused() -> None:
    with pytest.raises(UsageError):
        parses("fr=fast")


@pytest.mark.parametrize(
    ("text", "claim", "subject", "measure"),
    [
        ("Wages in Porto crept up 4%.", "Wages in Porto crept up 4%", "Porto", "Wages"),
        ("Its net income slipped by 2%, to €3.9bn.", "to €3.9bn", None, "net income"),
        ("Sales in China, which account for 17% of the total, fell by 8%.", "fell by 8%", "China", "Sales"),
        ("The trade, which employs 140,000 people, is old.", "which employs 140,000 people", "The trade", "people"),
        ("The agency fined the app $92m.", "The agency fined the app $92m", "The agency", "fined"),
        ("Bakers agreed to pay $9m.", "Bakers agreed to pay $9m", "Bakers", "pay"),
        ("The farm has doubled yields.", "The farm has doubled yields", "The farm", "yields"),
        ("Smokers were 31% less likely to apply.", "Smokers were 31% less likely to apply", "Smokers", "likely"),
        ("The crane weighed nine tonnes and cost $3m.", "cost $3m", "The crane", None),
        (
            "Those who ate 30 nuts a day were 31% less likely to fall ill than those who ate 10.",
            "Those who ate 30 nuts a day were 31% less likely to fall ill than those who ate 10",
            "Those",
            "likely",
        ),
    ],
)
def test_the_parse_says_who_and_what(text: str, claim: str, subject: str | None, measure: str | None) -> None:
    found = {c.text: c for c in claims_of(text)}
    assert claim in found
    if subject:
        assert subject in (found[claim].subject or "")
    if measure:
        assert measure in (found[claim].measure or "")


def test_a_long_line_of_signs_is_parsed_too() -> None:
    text = "( a " * 240
    segments = sentences(text)
    assert [s.lang for s in segments if s.lang == "en"]
    claims_of(text)  # no depth of the parse is too deep


def test_fast_has_claims_without_a_parse() -> None:
    doc = pipeline("fast")("Revenue rose 12% in May.")
    assert [span._.claim.value for span in doc.spans["claims"]] == [12]
