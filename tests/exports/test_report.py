"""The report page is read back with two parsers: as XML, which forgives nothing, and as HTML."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.exports.claimreview import as_script, claim_reviews
from toolkit.exports.report import html as html_form
from toolkit.exports.report import markdown as markdown_form
from toolkit.exports.report import words as report_words
from toolkit.exports.report.compose import compose
from toolkit.exports.report.page import Imprint
from toolkit.exports.web import web_address
from toolkit.model import (
    VERDICTS,
    Answer,
    Change,
    Claim,
    Decision,
    Document,
    Earlier,
    Evidence,
    JudgedClaim,
    Related,
    VerdictCode,
    VerifiedClaim,
    Wording,
)

TEXT = "据𠮷野家😀说，下载量突破6亿次，衍生模型17万个。\n\n  Llama came second; it has 3 models & <b>no</b> more.\n"
DOCUMENT = Document("d1", TEXT, "a.md", "标题", "https://news.example/a?x=1&y=2", "日报", "2025-11-14")
AGREEMENT = {
    "alpha_nominal": 0.5,
    "alpha_ordinal": None,
    "ac1": 0.61234,
    "percent": 0.75,
    "n_units": 4,
    "n_excluded": 1,
}
HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)//https://example.org",
    "data:text/html,<script>alert(1)</script>",
    "https://user:pass@evil.example/",
    "https://example.org/\u202egpj.exe",
    "{{7*7}}{% raw %}${7*7}",
    "\u202eevil\u2066 text",
    "a|b`c`[x](javascript:alert(1))![y](http://evil.example/p.png)<http://evil.example>",
    "]]></style></title></mark><!-- ",
    "&amp;&lt;&#60;",
    "w" * 3000,
    "zero\x00bell\x07half\ud800 sep\u2028end\ufffe",
    "# h\r\n- item\r1. one\n---\n===",
]


def verified(
    quote: str,
    *,
    document: Document = DOCUMENT,
    start: int | None = None,
    status: str = "decided",
    verdict: str | None = "supported",
    claim_id: str | None = None,
    votes: list[str] | None = None,
    answer: dict[str, Any] | None = None,
    claim: dict[str, Any] | None = None,
    **extra: Any,
) -> VerifiedClaim:
    start = document.text.index(quote) if start is None else start
    end = start + len(quote)
    judged_verdict = verdict if status in ("decided", "not_a_claim") else None
    record = Claim(
        claim_id=claim_id or f"{document.doc_id}-{start}-{end}",
        start=start,
        end=end,
        text=quote,
        lang="zh",
        context_start=start,
        context_end=end,
        worth=0.5,
    )
    answers = tuple(
        replace(
            Answer(record.claim_id, document.doc_id, f"mei{n}@desk.example", "2025-11-20T10:00:00Z", 7, n, vote),
            **(answer or {}),
        )
        for n, vote in enumerate(votes if votes is not None else [judged_verdict] if judged_verdict else [])
    )
    judged = JudgedClaim(
        claim=replace(record, **(claim or {})),
        document=document,
        lang="zh",
        context=quote,
        entity_names=(),
        answers=answers,
        project="factcheck",
        task_id=7,
        task_url="http://127.0.0.1:8080/projects/1/data?task=7",
        model_version="rules 0.1.0",
    )
    decided_by = "single" if judged_verdict else None
    decision = Decision(status, judged_verdict, decided_by, None if judged_verdict else "2 annotators differ")  # type: ignore[arg-type]
    return VerifiedClaim(replace(judged, **extra.pop("judged", {})), decision, **extra)


def page(claims: list[VerifiedClaim], documents: list[Document] | None = None, **options: Any) -> str:
    return written(html_form.render, claims, documents, **options)


def markdown(claims: list[VerifiedClaim], documents: list[Document] | None = None, **options: Any) -> str:
    return written(markdown_form.render, claims, documents, **options)


def written(
    form: Callable[..., str], claims: list[VerifiedClaim], documents: list[Document] | None, **options: Any
) -> str:
    words = report_words.Phrasebook(options.pop("lang", "both"))
    told = {"generated_at": "2025-11-26", **options}
    imprint = Imprint(**{name: told.pop(name) for name in Imprint.__dataclass_fields__ if name in told})
    told = {"counts": {}, "agreement": AGREEMENT, **told}
    return form(compose(claims, [DOCUMENT] if documents is None else documents, words, imprint, **told), words)


def tree(html: str) -> ET.Element:
    return ET.fromstring(html)


def having(root: ET.Element, css_class: str) -> list[ET.Element]:
    return [element for element in root.iter() if css_class in element.get("class", "").split()]


def said(element: ET.Element) -> str:
    return " ".join("".join(element.itertext()).split())


TAGS = frozenset(
    re.findall(
        r"\w+",
        """html head meta title link style body header main footer section nav article h1 h2 h3 h4 p ul ol li dl dt dd
        table caption thead tbody tfoot tr th td div span a b i small bdi q mark blockquote code
        svg defs pattern path circle line rect text form label select option button output script""",
    )
)


class Reader(HTMLParser):
    """What an HTML reader sees: elements in order, with balanced tags, and the text inside div.text."""

    VOID = frozenset({"meta", "link", "br", "img", "input", "hr"})

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.stack: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self._depth: int | None = None
        self.feed(html)
        self.close()
        assert self.stack == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(attrs) == len(dict(attrs)), f"an attribute twice in {tag}"
        self.elements.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.stack.append(tag)
        if ("class", "text") in attrs:
            self.texts.append("")
            self._depth = len(self.stack)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if self._depth == len(self.stack):
            self._depth = None
        assert self.stack.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._depth is not None:
            self.texts[-1] += data


def check_harmless(html: str) -> Reader:
    """Nothing is loaded, submitted or framed; what is run is the page's own script, which the policy names; links go to
    http(s) or into the page; every fragment exists once."""
    reader = Reader(html)
    scripts = [element.text for element in tree(html).iter("script")]
    assert scripts == [(html_form.TEMPLATES / "report.js").read_text(encoding="utf-8").rstrip("\n")]
    (policy,) = [a["content"] or "" for t, a in reader.elements if t == "meta" and "http-equiv" in a]
    assert ("meta", {"name": "referrer", "content": "no-referrer"}) in reader.elements
    for name, content in (
        ("script", scripts[0] or ""),
        ("style", next(e.text or "" for e in tree(html).iter("style"))),
    ):
        assert f"{name}-src 'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'; " in policy
    html.encode("utf-8")
    assert {tag for tag, _ in reader.elements} <= TAGS
    fragments = [attrs["id"] for _, attrs in reader.elements if "id" in attrs]
    assert len(fragments) == len(set(fragments))
    for tag, attrs in reader.elements:
        assert not {"src", "srcset", "action", "formaction", "style", "background", "poster"} & set(attrs)
        assert not any(name.startswith("on") for name in attrs)
        if href := attrs.get("href"):
            if tag == "link":
                assert href == "data:,"
            elif href.startswith("#"):
                assert href[1:] in fragments
            else:
                assert tag == "a"
                assert href == web_address(href)
                assert "target" not in attrs  # so nothing opens this page from there
    css = html[html.index("<style>") : html.index("</style>")]
    assert "url(" not in css
    assert "@import" not in css
    return reader


# --- the text of a document --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "",
        "\n",
        "\n\nstarts with line breaks",
        "  spaces\tand tabs  \n   kept  ",
        "&amp; <p>&lt;</p> ]]> --> {{ x }} {# y #} {% z %}",
        "👨‍👩‍👧‍👦𠮷e\u0301\u200b\u200d\xa0\u3000\x85\u2028",
        "\u202eevil\u2066 שלום",
    ],
)
def test_the_text_comes_back_exactly(text: str) -> None:
    html = page([], [replace(DOCUMENT, text=text)])
    assert "".join("".join(div.itertext()) for div in having(tree(html), "text")) == text
    assert "".join(check_harmless(html).texts) == text


def test_characters_that_html_cannot_hold_keep_their_place() -> None:
    text = "a\x00b\x1fc\ud800d\ufffee 6亿次"
    html = page([verified("6亿次", document=replace(DOCUMENT, text=text))], [replace(DOCUMENT, text=text)])
    assert check_harmless(html).texts == ["a\ufffdb\ufffdc\ufffdd\ufffde 6亿次"]
    assert [said(mark) for mark in having(tree(html), "m-s5") if mark.tag == "mark"] == ["6亿次"]


SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 40)), max_size=12)
CODES = [code.code for code in VERDICTS if code.code != "not_a_claim"]


@settings(max_examples=60, deadline=None)
@given(text=st.text(st.characters(exclude_characters="\r"), min_size=1, max_size=60), spans=SPANS, data=st.data())
def test_any_spans_leave_the_text_whole(text: str, spans: list[tuple[int, int]], data: st.DataObject) -> None:
    document = replace(DOCUMENT, text=text)
    claims = []
    for n, (start, length) in enumerate(spans):
        if quote := text[start : start + length]:
            code = data.draw(st.sampled_from([*CODES, "undecided"]))
            status = "undecided" if code == "undecided" else "decided"
            claims.append(
                verified(quote, document=document, start=start, verdict=code, status=status, claim_id=f"c{n}")
            )
    html = page(claims, [document])
    read = check_harmless(html).texts[0]
    assert len(read) == len(text)
    assert all(a == b or b == "\ufffd" for a, b in zip(text, read, strict=True))
    root = tree(html)
    marked = [ref.get("href") for ref in having(root, "ref")]
    assert sorted(map(str, marked)) == sorted(f"#claim-{claim.judged.claim.claim_id}" for claim in claims)
    covered = {i for c in claims for i in range(c.judged.claim.start, c.judged.claim.end)}
    assert sum(len("".join(mark.itertext())) for mark in root.iter("mark")) == len(covered)


def test_marks_hold_the_words_they_judge() -> None:
    html = page(
        [verified("下载量突破6亿次"), verified("衍生模型17万个", verdict="refuted"), verified("it has 3 models")]
    )
    marks = list(tree(html).iter("mark"))
    assert [said(mark) for mark in marks] == ["下载量突破6亿次", "衍生模型17万个", "it has 3 models"]
    assert [mark.get("class") for mark in marks] == ["m m-s5", "m m-s1", "m m-s5"]
    assert having(tree(html), "ref")[1].get("aria-label") == "声明 2：不实 / Claim 2: False"
    assert [link.get("data-says") for mark in marks for link in mark] == [None] * 3  # the next element says it
    assert [ref.get("data-n") for ref in having(tree(html), "ref")] == ["1✓", "2✗", "3✓"]


def test_the_shortest_of_overlapping_claims_owns_the_words() -> None:
    claims = [
        verified("下载量突破6亿次，衍生模型17万个", claim_id="outer"),
        verified("突破6亿次", claim_id="inner", verdict="refuted"),
        verified("突破6亿次", claim_id="twin", verdict="mixed"),
    ]
    marks = list(tree(page(claims)).iter("mark"))
    assert [(said(m), m.get("class")) for m in marks] == [
        ("下载量", "m m-s5"),
        ("突破6亿次", "m m-s1 m-more"),
        ("，衍生模型17万个", "m m-s5"),
    ]
    assert [link.get("data-says") for m in marks for link in m] == [
        "声明 1：属实 / Claim 1: True", None, None,
    ]  # fmt: skip
    refs = having(tree(page(claims)), "ref")
    assert [ref.get("href") for ref in refs] == ["#claim-inner", "#claim-twin", "#claim-outer"]


def test_lines_in_the_other_language_say_so() -> None:
    root = tree(page([verified("it has 3 models")]))
    (text,) = having(root, "text")
    assert text.get("lang") == "zh-Hans"
    assert {(e.tag, e.get("lang")) for e in text if e.get("lang")} == {("span", "en"), ("mark", "en")}


def test_a_claim_whose_place_is_wrong_keeps_its_card_and_gets_no_mark() -> None:
    html = page([verified("6亿次", start=0, judged={"context": "据说有6亿次了"})], lang="zh")
    assert len(having(tree(html), "card")) == 1
    assert field_of(html, "上下文") == ["据说有6亿次了"]
    assert list(tree(html).iter("mark")) == []
    check_harmless(html)


def test_another_version_of_a_text_is_shown_as_such() -> None:
    older = replace(DOCUMENT, text="旧文：下载量突破5亿次。")
    html = page([verified("下载量突破5亿次", document=older), verified("下载量突破6亿次")])
    assert check_harmless(html).texts == [TEXT, older.text]
    assert html.count("An earlier version of this text") == 1
    assert "1 篇文章" in html


def test_a_document_that_only_a_claim_knows_is_shown_and_is_no_older_version() -> None:
    html = page([verified("下载量突破6亿次")], [])
    assert check_harmless(html).texts == [TEXT]
    assert "An earlier version" not in html


# --- cards, counts, findings -------------------------------------------------------------------------------------


def everything() -> list[VerifiedClaim]:
    return [
        verified("下载量突破6亿次"),
        verified("衍生模型17万个", verdict="refuted", votes=["refuted", "refuted", "mixed"]),
        verified("Llama came second", status="undecided"),
        verified("it has 3 models", status="waiting"),
        verified("据𠮷野家😀说", status="skipped"),
        verified("no", status="not_a_claim", verdict="not_a_claim"),
    ]


def test_every_decided_claim_has_one_card_and_a_mark_and_the_others_none() -> None:
    html = page(everything())
    root = tree(html)
    cards = having(root, "card")
    assert [card.get("id") for card in cards] == [f"claim-{c.judged.claim.claim_id}" for c in everything()[:2]]
    marked = {ref.get("href") for ref in having(root, "ref")}
    assert marked == {f"#claim-{c.judged.claim.claim_id}" for c in everything()[:5]}
    (table,) = having(root, "open")
    assert [said(row[0]) for row in list(table.iter("tr"))[1:]] == [
        "据𠮷野家😀说 标题",
        "Llama came second 标题",
        "it has 3 models 标题",
    ]
    check_harmless(html)


def status_numbers(html: str) -> list[int]:
    (table,) = [t for t in tree(html).iter("table") if "全部声明的状态" in said(t)]
    return [int(said(row[-1])) for row in table.iter("tr") if row[-1].tag == "td"]


def test_counts_add_up() -> None:
    assert status_numbers(page(everything())) == [2, 1, 1, 1, 1, 6]
    given_counts = {"decided": 20, "undecided": 3, "not_a_claim": 4, "skipped": 0, "waiting": 7, "total": 34}
    assert status_numbers(page(everything(), counts=given_counts)) == [20, 3, 7, 0, 4, 34]


def test_the_picture_says_what_it_shows_and_fills_its_width() -> None:
    claims = [verified(TEXT[i], start=i, verdict=code) for i, code in enumerate([*CODES, *CODES[:2], "refuted"])]
    root = tree(page(claims))
    bar = having(root, "bar")[0]
    assert bar.get("role") == "img"
    assert "属实 / True 2 (20.0%)" in bar.get("aria-label", "")
    fills = [(float(r.get("x", "")[:-1]), float(r.get("width", "")[:-1])) for r in bar.iter("rect")
             if r.get("class", "").startswith("f-")]  # fmt: skip
    assert len(fills) == 7
    assert all(a[0] + a[1] == pytest.approx(b[0], abs=0.01) for a, b in pairwise(fills))
    assert fills[-1][0] + fills[-1][1] == pytest.approx(100, abs=0.01)


def test_findings_are_ordered_by_worth_and_by_how_wrong() -> None:
    quotes = ["据", "野", "家", "说", "下", "载", "量", "突"]
    codes = ["refuted", "refuted", "mostly_refuted", "mixed", "supported", "unproven", "mostly_supported", "refuted"]
    worths = [0.9, 0.4, 0.9, 0.9, 1.0, 1.0, 1.0, 0.0]
    claims = [verified(q, verdict=c, claim={"worth": w}) for q, c, w in zip(quotes, codes, worths, strict=True)]
    found = [said(link) for link in having(tree(page(claims)), "finding")]
    assert found == ["据", "家", "说", "野", "量"]  # .9, .675, .45, .4, .25; worth 0 comes last and falls off
    assert [said(link) for link in having(tree(page(claims[7:])), "finding")] == ["突"]
    assert having(tree(page([claims[4]])), "finding") == []
    assert "was found false" in page([claims[4]])


def field_of(html: str, word: str) -> list[str]:
    card = having(tree(html), "card")[0]
    values: list[str] = []
    listed = False
    for element in next(card.iter("dl")):
        if element.tag == "dt":
            listed = said(element) == word
        elif listed:
            values.append(said(element))
    return values


def test_a_card_says_everything() -> None:
    claim = verified(
        "下载量突破6亿次",
        verdict="mostly_refuted",
        votes=["mostly_refuted", "mostly_refuted", "refuted"],
        claim={
            "comparator": ">",
            "value": Decimal("600000000"),
            "unit": "次",
            "subject": "Qwen",
            "measure": "downloads",
            "period": "2025-11",
        },
        answer={
            "rationale": "Counted <twice>.",
            "flags": ("outdated", "new_flag"),
            "evidence": (Evidence("https://data.example/q?a=1&b=2", "512 million", "2025-11-20", "refutes"),),
        },
        corrected_value=Decimal("512500000.50"),
        delta_pct=Decimal("17.07"),
        judged={"context": "据𠮷野家😀说，下载量突破6亿次，衍生模型17万个。", "superseded": True},
    )
    html = page([claim], lang="en")
    assert field_of(html, "Read as") == ["> 600,000,000 次 · Qwen · downloads · 2025-11"]
    assert field_of(html, "Claimed → corrected") == ["> 600,000,000 次 → 512,500,000.5 次 · 17.1% too high"]
    assert field_of(html, "Why") == ["Counted <twice>."]
    assert field_of(html, "Evidence") == ["512 million data.example/q?a=1&b=2 · 2025-11-20 · refutes"]
    assert field_of(html, "In context") == []  # the text is there
    assert field_of(html, "Decided") == ["One annotator alone · 3 annotators · Votes: Mostly false 2, False 1"]
    (card,) = having(tree(html), "card")
    head = said(card.find("h4"))  # type: ignore[arg-type]
    assert head == "Claim 1 ≠ Mostly false Outdated new_flag"
    assert "The source has changed" in said(card)
    assert [a.get("href") for a in card.iter("a")][-1] == "http://127.0.0.1:8080/projects/1/data?task=7"
    assert "desk.example" not in html
    check_harmless(html)


def test_a_card_says_that_it_was_judged_on_an_earlier_version() -> None:
    quote = DOCUMENT.text[:12]
    carried = verified(quote, answer={"carried": True})
    said = "judged on an earlier version of the text, 2025-11-20"
    assert said in page([carried])
    assert "earlier version" not in page([verified(quote)])


def test_a_card_says_what_was_found_before_and_pairs_stand_side_by_side() -> None:
    there = Wording("b", "other", "衍生模型17万个", "contradiction", 0.9, "both name 千问")
    before = Earlier(
        "千问下载量达6亿", "refuted", "Example Check", "2025-01-02", "https://example.org/r", relation="same"
    )
    one = verified("下载量突破6亿次", claim_id="a", judged={"related": Related("a", (there,), before)})
    back = Wording("a", "one", "下载量突破6亿次", "contradiction", 0.9, "both name 千问")
    other = verified("衍生模型17万个", claim_id="b", judged={"related": Related(None, (back,))})
    html = page([one, other], lang="en")
    assert field_of(html, "Checked before") == ["False · 2025-01-02 · Example Check · “千问下载量达6亿”"]
    (table,) = having(tree(html), "pairs")
    assert ["They contradict each other" in said(row) for row in table.iter("tr")] == [False, True]
    told = markdown([one, other], lang="en")
    assert told.count("They contradict each other") == 1
    assert "Checked before: False" in told


def test_corrected_figures_stand_beside_the_claimed_ones_the_worst_first() -> None:
    told = {"value": Decimal(600), "unit": "次", "worth": 0.2}
    half = {"corrected_value": Decimal(1200), "delta_pct": Decimal(-50)}
    claims = [
        verified("下载量突破6亿次", verdict="mostly_refuted", claim=told, **half),
        verified("衍生模型17万个", verdict="refuted", claim=told | {"worth": 0.9}, **half),
        verified("Llama came second", verdict="refuted", corrected_value=Decimal(3)),  # nothing to compare it with
    ]
    (section,) = having(tree(page(claims, lang="en")), "gaps")
    rows = [[said(cell) for cell in row] for row in section.iter("tr")][1:]
    assert rows == [
        ["衍生模型17万个 ✗ False", "600 次", "1,200 次", "50% too low", ""],
        ["下载量突破6亿次 ≠ Mostly false", "600 次", "1,200 次", "50% too low", ""],
    ]
    bars = [[r.get("width") for r in picture if r.get("class", "").startswith("g-")] for picture in section.iter("svg")]
    assert bars == [["50.0%", "100.0%"]] * 2


def test_verdicts_are_counted_by_kind() -> None:
    claims = [
        verified("下载量突破6亿次", claim={"types": ("statistical", "comparison")}),
        verified("衍生模型17万个", verdict="refuted", claim={"types": ("statistical",)}),
        verified("it has 3 models", status="waiting", claim={"types": ("rank",)}),
    ]
    (section,) = having(tree(page(claims, lang="en")), "kinds")
    assert [(said(row[0]), said(row[1])) for row in section.iter("tr")][1:] == [("Figures", "2"), ("Comparisons", "1")]


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ({"value": Decimal("22.32"), "unit": "%"}, "22.32%"),
        ({"value": Decimal("5E+11"), "unit": "USD"}, "USD 500,000,000,000"),
        ({"value": Decimal("0.5"), "value_max": Decimal("480"), "unit": "B"}, "0.5–480 B"),
        ({"value": Decimal("-1234.50"), "comparator": "<="}, "≤ −1,234.5"),
        ({"value": Decimal("1E+999999"), "comparator": "~"}, "≈ 1E+999999"),
        ({"value": Decimal("3.20"), "unit": "percentage point"}, "3.2 percentage points"),
        ({"subject": "Qwen", "period": "--11-14"}, "Qwen · --11-14"),
    ],
)
def test_readings(claim: dict[str, Any], expected: str) -> None:
    assert field_of(page([verified("下载量突破6亿次", claim=claim)], lang="en"), "Read as") == [expected]


def test_a_card_says_who_says_it_and_how() -> None:
    told = {"speaker": "一份备忘录", "stance": "alleged", "normalized": "Qwen 下载量 > 6亿次"}
    claim = verified("下载量突破6亿次", claim=told)
    html = page([claim], lang="en")
    for name, expected in (("Read as", "Qwen 下载量 > 6亿次"), ("Said by", "一份备忘录"), ("Passed on as", "Alleged")):
        assert field_of(html, name) == [expected]
    assert "Said by: 一份备忘录; Alleged" in markdown([claim], lang="en")
    plainly = page([verified("下载量突破6亿次", claim={"normalized": "下载量突破6亿次"})], lang="en")
    assert [field_of(plainly, name) for name in ("Read as", "Said by", "Passed on as")] == [[], [], []]


@pytest.mark.parametrize(
    ("delta", "expected"),
    [
        ("0.034", ["3 · 0.03% too high"]),
        ("-33.33", ["3 · 33.3% too low"]),
        ("12345.67", ["3 · 12,345.7% too high"]),
        ("0", ["3"]),
        (None, ["3"]),
    ],
)
def test_differences(delta: str | None, expected: list[str]) -> None:
    claim = verified("下载量突破6亿次", delta_pct=None if delta is None else Decimal(delta), corrected_value=Decimal(3))
    assert field_of(page([claim], lang="en"), "Corrected") == expected


def test_a_correction_that_cannot_be_compared_is_shown_as_typed() -> None:
    claim = verified(
        "下载量突破6亿次", verdict="refuted", answer={"corrected": "3 percentage points"}, claim={"unit": "%"}
    )
    assert field_of(page([replace(claim, corrected_value=Decimal(3))], lang="en"), "Corrected") == [
        "3 percentage points"
    ]


def test_annotators_are_not_named_even_where_they_name_each_other() -> None:
    claim = verified("下载量突破6亿次", votes=["supported", "supported"], answer={"rationale": "see Mei1@desk.example"})
    for text in (page([claim]), markdown([claim])):
        assert "desk.example" not in text.casefold()
        assert "mei" not in text.casefold()
    assert field_of(page([claim], lang="en"), "Why") == ["see [annotator]"]


def test_an_answer_that_does_not_count_is_not_shown() -> None:
    claim = verified("下载量突破6亿次", answer={"rationale": "secret", "problem": "unknown verdict"})
    assert "secret" not in page([claim])


def test_claim_ids_that_are_no_fragments_get_one_and_equal_ones_are_told_apart() -> None:
    ids = ['"><b>', "same", "same", "空 格"]
    html = page([verified(q, claim_id=i) for q, i in zip(["据", "野", "家", "说"], ids, strict=True)])
    check_harmless(html)
    anchors = [card.get("id", "") for card in having(tree(html), "card")]
    assert anchors[1:3] == ["claim-same", "claim-same.2"]
    assert all(re.fullmatch(r"claim-[\w.-]+", anchor, re.ASCII) for anchor in anchors)


def test_another_scale_brings_its_own_words_and_spreads_over_the_colours() -> None:
    scale = [
        VerdictCode("right", "Right", "对", 2, True),
        VerdictCode("so_so", "So-so", "一般", 1, True),
        VerdictCode("wrong", "Wrong", "错", 0, True),
        VerdictCode("dunno", "No idea", "不知道", None, False),
    ]
    quotes = ["据", "野", "家", "说", "下"]
    codes = ["right", "so_so", "wrong", "dunno", "left_over"]
    html = page([verified(q, verdict=c) for q, c in zip(quotes, codes, strict=True)], scale=scale)
    assert [m.get("class") for m in tree(html).iter("mark")] == ["m m-s5", "m m-s3", "m m-s1", "m m-n", "m m-n"]
    assert [said(a) for a in having(tree(html), "finding")] == ["家", "野"]
    assert "left_over" in html


# --- the page as a whole -----------------------------------------------------------------------------------------


def test_the_policy_forbids_everything_but_the_pages_own_style_and_script() -> None:
    reader = check_harmless(page(everything()))
    (policy,) = [a["content"] for t, a in reader.elements if t == "meta" and "http-equiv" in a]
    assert re.fullmatch(
        r"default-src 'none'; style-src 'sha256-\S{44}'; script-src 'sha256-\S{44}'; img-src data:; base-uri 'none'; "
        "form-action 'none'",
        policy or "",
    )


@pytest.mark.parametrize("lang", ["en", "zh", "both"])
@pytest.mark.parametrize("claims", [[], everything()], ids=["empty", "full"])
def test_headings_go_down_one_at_a_time(lang: str, claims: list[VerifiedClaim]) -> None:
    reader = check_harmless(page(claims, lang=lang))
    levels = [int(tag[1]) for tag, _ in reader.elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b <= a + 1 for a, b in pairwise(levels))
    assert next(attrs for tag, attrs in reader.elements if tag == "a") == {"class": "skip", "href": "#main"}


@pytest.mark.parametrize(
    ("published", "shown"),
    [
        (["2025-11-14", "2025-11-02T08:00:00Z", None], "published 2025-11-02 to 2025-11-14"),
        (["2025-11-14", "2025-11-14", "soon"], "published 2025-11-14"),
        ([None, "soon"], None),
    ],
)
def test_the_first_lines_say_when_the_documents_are_from(published: list[str | None], shown: str | None) -> None:
    documents = [replace(DOCUMENT, doc_id=str(n), published=day) for n, day in enumerate(published)]
    scope = having(tree(page([], documents, lang="en")), "scope")[0]
    assert [said(item) for item in scope if said(item).startswith("published")] == ([shown] if shown else [])
    assert f"{len(published)} documents; 1 publisher; {shown or 'Compiled'}" in markdown([], documents, lang="en")


def test_each_language_keeps_to_itself() -> None:
    plain_document = [Document("d1", "1\n")]
    han = "[\u4e00-\u9fff]"
    assert not re.search(han, page([], plain_document, lang="en").partition("</style>")[2])
    chinese = tree(page([], plain_document, lang="zh"))
    assert chinese.get("lang") == "zh-Hans"
    assert not [e for e in chinese.iter("span") if e.get("lang") == "en"]
    assert "Fact-check report" in page([], plain_document)
    assert "事实核查报告" in page([], plain_document)


@pytest.mark.parametrize("table", ["WORDS", "STATUSES", "MEANINGS", "FLAG_WORDS", "DECIDED_BY"])
def test_every_word_has_both_languages_and_the_same_blanks(table: str) -> None:
    for key, entry in getattr(report_words, table).items():
        for en, zh in zip(entry[0::2], entry[1::2], strict=True):
            assert en, key
            assert zh, key
            assert not re.search("[\u4e00-\u9fff]", en), key
            assert not re.search("[\u4e00-\u9fff][,:;]", zh), key
            assert set(re.findall(r"{\w+}", en)) - {"{s}"} == set(re.findall(r"{\w+}", zh)), key


def test_an_empty_report_says_what_to_do() -> None:
    html = page([], [], agreement={}, lang="en")
    check_harmless(html)
    assert "No decided claims yet" in html
    assert "factcheck run" in html
    assert status_numbers(page([], [])) == [0, 0, 0, 0, 0, 0]
    assert "No decided claims yet" in markdown([], [], lang="en")


@pytest.mark.parametrize(
    ("agreement", "key", "shown"),
    [
        (AGREEMENT, "ac1", "0.612"),
        (AGREEMENT, "percent", "75.0%"),
        (AGREEMENT, "n_units", "4"),
        (AGREEMENT, "alpha_ordinal", "not defined: the answers do not vary"),
        ({"ac1": None, "n_units": 0}, "ac1", "not defined: fewer than two answers a claim"),
        ({"ac1": float("nan")}, "ac1", "not defined: fewer than two answers a claim"),
        ({}, "alpha_nominal", "not defined: fewer than two answers a claim"),
    ],
)
def test_agreement_figures(agreement: dict[str, Any], key: str, shown: str) -> None:
    word = report_words.WORDS[key][0]
    root = tree(page([], agreement=agreement, lang="en"))
    (figures, coefficients) = having(root, "figures") + having(root, "agreement")
    rows = [row for table in (figures, coefficients) for row in table.iter("tr")]
    assert {said(row[0]): said(row[1]) for row in rows}[word] == shown
    assert f"- {word}: {shown}" in markdown([], agreement=agreement, lang="en").replace("\\", "")


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(a: str, b: str) -> float:
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrasts_reach_aa(scheme: str) -> None:
    css = (Path(report_words.__file__).parent / "templates/report.css").read_text()
    blocks = re.findall(r":root \{(.*?)\n *\}", css, re.DOTALL)
    colours = dict(re.findall(r"--([\w-]+): (#\w{6})", blocks[0]))
    assert len(blocks) == 2
    if scheme == "dark":
        colours |= dict(re.findall(r"--([\w-]+): (#\w{6})", blocks[1]))
    pairs = [(ink, ground) for ink in ("ink", "soft", "link") for ground in ("paper", "panel")]
    for key in ("s5", "s4", "s3", "s2", "s1", "u", "n", "o"):
        pairs += [(f"{key}-ink", f"{key}-wash"), (f"{key}-ink", "paper"), ("ink", f"{key}-wash")]
        pairs += [(f"{key}-on", f"{key}-fill")] if key != "o" else []
    assert {pair: contrast(*map(colours.__getitem__, pair)) for pair in pairs
            if contrast(*map(colours.__getitem__, pair)) < 4.5} == {}  # fmt: skip


# --- hostile input -----------------------------------------------------------------------------------------------


def poisoned(bad: str) -> tuple[list[VerifiedClaim], list[Document]]:
    """`bad` in every field that comes from outside."""
    text = bad.replace("\r", "\n")
    document = Document(bad, text, bad, bad, bad, bad, bad)
    fields = {"subject": bad, "measure": bad, "unit": bad, "period": bad, "value": Decimal(3)}
    fields |= {"speaker": bad, "normalized": f"{bad} in short"}
    answer = {
        "rationale": bad,
        "corrected": bad,
        "flags": (bad,),
        "evidence": (Evidence(bad, bad, bad, bad), Evidence(None, bad)),
        "annotator": bad,
    }
    judged = {"task_url": bad, "model_version": bad, "project": bad, "context": f"{bad}{text}{bad}"}
    judged |= {"related": Related(bad, (), Earlier(bad, bad, bad, bad, bad, (bad,), bad, bad))}
    decided = verified(
        text, document=document, start=0, claim_id=bad, claim=fields, answer=answer, judged=judged, verdict="refuted"
    )
    odd = replace(decided, decision=Decision("decided", bad, "single"))
    undecided = replace(decided, decision=Decision("undecided", None, None, bad))
    return [decided, odd, undecided], [document]


@pytest.mark.parametrize("lang", ["en", "both"])
@pytest.mark.parametrize("bad", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_stays_text(bad: str, lang: str) -> None:
    claims, documents = poisoned(bad)
    html = page(claims, documents, title=bad, generated_at=bad, lang=lang)
    reader = check_harmless(html)
    text = bad.replace("\r", "\n")
    assert re.sub("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe]", "\ufffd", text) == reader.texts[0]
    outside = "".join("".join(e.itertext()) for e in tree(html).iter("dd"))
    assert "\u202e" not in outside
    assert "49" not in re.sub(r"[\d.]+%", "", said(tree(html).find("body")))  # type: ignore[arg-type]


@pytest.mark.parametrize("bad", HOSTILE, ids=range(len(HOSTILE)))
def test_embedded_reviews_stay_data(bad: str) -> None:
    claims, documents = poisoned(bad)
    reviews = as_script(claim_reviews(claims))
    words = report_words.Phrasebook("en")
    told = compose(claims, documents, words, Imprint(""), counts={}, agreement={})
    html = html_form.render(told, words, reviews=reviews)
    html.encode("utf-8")
    data, _ = tree(html).iter("script")
    assert json.loads(data.text or "") == json.loads(re.sub("[\x7f\ud800-\udfff\ufffe]", "\ufffd", reviews))
    assert Reader(html).elements


@pytest.mark.parametrize("bad", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_stays_text_in_markdown(bad: str) -> None:
    claims, documents = poisoned(bad)
    change = Change("c", bad, bad, bad, bad, "corrected", bad, bad, note=bad, corrected_value=bad)
    text = markdown(claims, documents, title=bad, generated_at=bad, lang="en", house=bad, history=[change])
    text.encode("utf-8")
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", text)
    bare = re.sub(r"\\.", "", text)
    links = re.findall(r"\[[^\[\]]*\]\(<([^<>]*)>\)", bare)
    assert all(web_address(link) for link in links)
    rest = re.sub(r"\[[^\[\]]*\]\(<[^<>]*>\)", "", bare)
    assert not re.search(r"[<>\[\]!]|https?://|www\.", rest)
    rows = [line for line in text.splitlines() if line.startswith("| ")]
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} <= {3, 4, 8}
    headings = [line for line in text.splitlines() if line.startswith("#")]
    assert len(headings) == len([h for h in headings if re.match("#{1,3} [^#]", h)]) == 12


@settings(max_examples=40, deadline=None)
@given(bad=st.text(st.characters(), min_size=1, max_size=30))
def test_any_text_stays_text(bad: str) -> None:
    claims, documents = poisoned(bad)
    check_harmless(page(claims, documents, title=bad))


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://example.org/a?b=c#d", True),
        ("HTTP://example.org", True),
        (" https://example.org/路径 ", True),
        ("javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("//example.org/a", False),
        ("/a", False),
        ("https:", False),
        ("https:///a", False),
        ("https://[::1", False),
        ("https://user@example.org/", False),
        ("https://example.org\\@evil.example", False),
        ("https://example.org/\u202egpj.exe", False),
        ("https://exa mple.org/", False),
        ("data:text/html,x", False),
        ("file:///etc/passwd", False),
        ("mailto:a@b.example", False),
        ("", False),
        (None, False),
    ],
)
def test_only_web_addresses_become_links(url: str | None, safe: bool) -> None:
    assert web_address(url) == ((url or "").strip() if safe else None)
    html = page([], [replace(DOCUMENT, url=url)])
    links = [a.get("href") for a in tree(html).iter("a") if not a.get("href", "").startswith("#")]
    assert links == ([(url or "").strip()] if safe else [])


# --- Markdown ----------------------------------------------------------------------------------------------------


def test_markdown_holds_the_same_outcome() -> None:
    text = markdown(everything(), lang="en")
    assert "| Decided | 2 |" in text
    assert "| **Total** | 6 |" in text
    assert "| ✗ False | 1 | 50.0% |" in text
    assert "- ✗ False: “衍生模型17万个” (标题)" in text
    assert "日报 · 2025-11-14 · [news.example](<https://news.example/a?x=1&y=2>)" in text
    assert "| 1 | ✓ True | 下载量突破6亿次 |  |  |  |  |" in text
    assert "- Undecided: “Llama came second” (标题): 2 annotators differ" in text
    assert "desk.example" not in text


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("a|b", r"a\|b"),
        ("`code` *b* _i_ ~s~", r"\`code\` \*b\* \_i\_ \~s\~"),
        ("<b>&amp;", "&lt;b&gt;&amp;amp;"),
        ("[x](y)", r"\[x\](y)"),
        ("see http://x.example", r"see http\://x.example"),
        ("WWW.x.example", r"WWW\.x.example"),
        ("a@b.example", r"a\@b.example"),
        ("two\nlines", "two lines"),
        ("- item", r"\- item"),
        ("1. item", r"1\. item"),
        ("back\\slash", r"back\\slash"),
    ],
)
def test_markdown_escapes(written: str, shown: str) -> None:
    assert f"\n{shown} · 2025-11-14" in markdown([], [replace(DOCUMENT, publisher=written)])


@pytest.mark.parametrize("make", [page, markdown])
def test_the_same_input_gives_the_same_report(make: Callable[..., str]) -> None:
    assert make(everything()) == make(everything())
