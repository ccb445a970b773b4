"""The numbers in the report are the CSV's."""

from __future__ import annotations

import csv
import json
import re
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from toolkit.exports.table import write_undecided, write_verified

Rows = list[dict[str, str]]


def said(element: ET.Element | None) -> str:
    assert element is not None
    return " ".join("".join(element.itertext()).split())


def having(root: ET.Element, css_class: str) -> list[ET.Element]:
    return [element for element in root.iter() if css_class in element.get("class", "").split()]


def fields(card: ET.Element) -> dict[str, list[str]]:
    """What a card's list says, by the words of its left side."""
    found: dict[str, list[str]] = {}
    name = ""
    for element in next(card.iter("dl")):
        name = said(element) if element.tag == "dt" else name
        if element.tag == "dd":
            found.setdefault(name, []).append(said(element))
    return found


def number(text: str) -> str:
    """The first figure in a text as the CSV writes it."""
    return re.findall(r"−?[\d,.]+", text)[0].replace(",", "").replace("−", "-")


@pytest.fixture(scope="module")
def root(judged: Any) -> ET.Element:
    return ET.fromstring(judged.html("en"))


@pytest.fixture(scope="module")
def rows(judged: Any, tmp_path_factory: pytest.TempPathFactory) -> Rows:
    return _written(write_verified, judged.claims, tmp_path_factory.mktemp("csv") / "claims.csv")


@pytest.fixture(scope="module")
def left_open(judged: Any, tmp_path_factory: pytest.TempPathFactory) -> Rows:
    return _written(write_undecided, judged.claims, tmp_path_factory.mktemp("csv") / "undecided.csv")


def _written(write: Any, claims: Any, path: Path) -> Rows:
    write(path, claims)
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_the_counts_on_the_first_screen(root: ET.Element, rows: Rows, left_open: Rows) -> None:
    verdicts, states = root.findall(".//section[@class='outcome']//table")
    shown = {said(row[0])[2:]: int(said(row[1])) for row in verdicts.iter("tr") if row[1].tag == "td"}
    assert shown == Counter(row["verdict_en"] for row in rows)
    numbers = {said(row[0]).split()[0]: int(said(row[1])) for row in states.iter("tr") if row[1].tag == "td"}
    statuses = Counter(row["status"] for row in left_open)
    assert numbers["Decided"] == len(rows)
    assert (numbers["Undecided"], numbers["Waiting"]) == (statuses["undecided"], statuses["waiting"])
    assert numbers["Total"] == len(rows) + len(left_open)
    shares = [float(said(row[2])[:-1]) for row in verdicts.iter("tr") if row[1].tag == "td"]
    assert sum(shares) == pytest.approx(100, abs=0.3)


def test_the_counts_by_kind_and_by_document(root: ET.Element, rows: Rows) -> None:
    (kinds,) = having(root, "kinds")
    by_kind = Counter(kind for row in rows for kind in row["types"].split("; "))
    shown = {said(row[0]): int(said(row[1])) for row in kinds.iter("tr") if row[1].tag == "td"}
    words = {"Figures": "statistical", "Comparisons": "comparison", "Ranges": "interval", "Ranks": "rank"}
    assert shown == {word: by_kind[code] for word, code in words.items()}
    (contents,) = having(root, "contents")
    by_title = {said(row[0]): int(said(row[3])) for row in contents.iter("tr") if row[1].tag == "td"}
    assert by_title == Counter(row["title"] for row in rows)
    for bar, (title, count) in zip(contents.iter("svg"), by_title.items(), strict=True):
        verdicts = Counter(row["verdict_en"] for row in rows if row["title"] == title)
        told = dict(re.findall(r"([A-Z][a-z ]+?) (\d+) \(", bar.get("aria-label", "").split(": ", 1)[1]))
        assert {name: int(n) for name, n in told.items()} == verdicts
        assert sum(verdicts.values()) == count


def test_every_card_is_its_row(root: ET.Element, rows: Rows) -> None:
    cards = {card.get("id", "").removeprefix("claim-"): card for card in having(root, "card")}
    assert cards.keys() == {row["claim_id"] for row in rows}
    for row in rows:
        card = cards[row["claim_id"]]
        told = fields(card)
        assert said(card.find("blockquote")) == row["claim_text"]
        assert said(having(card, "badge")[0])[2:] == row["verdict_en"]
        assert card.get("data-verdict") == row["verdict"]
        assert card.get("data-types") == row["types"].replace("; ", " ")
        if row["value"] and not row["value_max"]:
            assert number(told["Read as"][-1]) == row["value"]
        if row["corrected_value"]:
            (figures,) = told["Claimed → corrected"]
            claimed, corrected = figures.split(" → ")
            assert (number(claimed), number(corrected)) == (row["value"], row["corrected_value"])
        if row["delta_pct"]:
            size, difference = float(row["delta_pct"]), figures.split(" · ")[1]
            assert float(number(difference)) == round(abs(size), 2 if abs(size) < 1 else 1)
            assert ("too high" in difference) == (size > 0)
        linked = {a.get("href", "") for a in card.iter("a")} - {row["ls_task_url"]}
        linked = {address for address in linked if address.startswith("http")}
        assert linked == set(filter(None, row["evidence_urls"].split("; ")))
        people = int(row["n_annotators"])
        assert f"{people} annotator{'s' * (people > 1)}" in told["Decided"][0]
        votes = Counter(json.loads(row["votes"]).values())
        assert ("Votes" in told["Decided"][0]) == (len(votes) > 1)
        assert " / ".join(told.get("Why", [])) == row["rationale"]


def test_the_corrected_figures_are_those_with_a_difference(root: ET.Element, rows: Rows) -> None:
    (gaps,) = having(root, "gaps")
    shown = [(number(said(row[1])), number(said(row[2]))) for row in gaps.iter("tr") if row[1].tag == "td"]
    assert sorted(shown) == sorted((row["value"], row["corrected_value"]) for row in rows if row["delta_pct"])


def test_the_sources_are_those_of_the_rows(root: ET.Element, rows: Rows) -> None:
    (method,) = having(root, "method")
    items, links, sites = map(int, re.search(r"(\d+) items? .* (\d+) different .* (\d+) sites", said(method)).groups())  # type: ignore[union-attr]
    urls = {url for row in rows for url in filter(None, row["evidence_urls"].split("; "))}
    assert (links, sites) == (len(urls), len({url.split("/")[2] for url in urls}))
    assert items == sum(len(fields(card)["Evidence"]) for card in having(root, "card") if list(card.iter("q")))


def test_every_open_claim_is_listed_with_its_reason(root: ET.Element, left_open: Rows) -> None:
    (table,) = having(root, "open")
    shown = [[said(cell) for cell in row] for row in table.iter("tr")][1:]
    assert len(shown) == len(left_open)
    for row in left_open:
        (cells,) = [cells for cells in shown if cells[0].startswith(row["claim_text"])]
        assert cells[1].casefold() == row["status"]
        assert row["reason"].split(":")[0] in cells[2]
