"""What several documents say of the same thing."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace
from typing import Any

from toolkit.exports.report import across
from toolkit.model import Entity, Related, VerifiedClaim


def groups(html: str) -> dict[str, list[tuple[str, str, str]]]:
    """Name → (what the figure is of, figure, document), as the page shows them."""
    found = {}
    for table in ET.fromstring(html).findall(".//table[@class='shared']"):
        rows = [["".join(cell.itertext()).strip() for cell in row] for row in table.findall("tbody/tr")]
        found[table.findtext("caption/bdi") or ""] = [(row[0], row[1], row[4][:12]) for row in rows]
    return found


def with_claims(judged: Any, change: Any) -> str:
    return str(replace(judged, claims=tuple(change(claim) for claim in judged.claims)).html("en"))


def test_names_of_one_thing_come_together_with_the_figures_of_all_documents(judged: Any) -> None:
    found = groups(judged.html("en"))
    assert list(found) == ["Qwen / 千问", "GPT-5", "Hugging Face", "Stargate Project"]
    assert found["Hugging Face"] == [
        ("Qwen · places in the top ten · 2025-12", "8 places", "Cheap, open "),
        ("Qwen · 前十位席位 · 2025-12", "7 席", "数说：“千问”上线四周，"),
    ]
    assert [row[:2] for row in found["Stargate Project"]] == [
        ("investment", "USD 500,000,000,000"), ("investment · 2025/2029", "USD 500,000,000,000"),
    ]  # fmt: skip


def test_one_measure_stands_together_and_so_do_claims_that_are_linked_across_languages(judged: Any) -> None:
    def about(html: str) -> list[str]:
        return [row[0].split(" · ")[0] for row in groups(html)["Qwen / 千问"]]

    linked = about(judged.html("en"))
    assert linked[:4] == ["downloads", "downloads", "downloads", "下载量"]
    alone = about(with_claims(judged, lambda c: replace(c, judged=replace(c.judged, related=Related()))))
    assert alone[:3] == ["downloads"] * 3
    assert "下载量" not in alone[:4]


def test_a_name_in_one_document_is_no_group_and_a_measure_without_a_name_is_one(judged: Any) -> None:
    nameless = with_claims(judged, lambda c: replace(c, judged=replace(c.judged, named=(), entity_names=())))
    assert list(groups(nameless)) == ["downloads", "investment", "loss"]
    alone = [claim for claim in judged.claims if claim.judged.document.doc_id.startswith("brief")]
    assert groups(replace(judged, claims=tuple(alone)).html("en")) == {}


def test_what_does_not_fit_is_counted(judged: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr(across, "MOST_GROUPS", 2)
    monkeypatch.setattr(across, "MOST_ROWS", 3)
    html = judged.html("en")
    assert [len(rows) for rows in groups(html).values()] == [3, 3]
    assert "2 more names or measures" in html
    assert "1 more figure: see the documents." in html


def test_names_of_a_claim_go_by_what_they_stand_for_and_else_by_their_words(judged: Any) -> None:
    claim: VerifiedClaim = judged.claims[0]

    def named(*entities: Entity, words: tuple[str, ...] = ()) -> dict[str, list[str]]:
        return across.names_of(replace(claim, judged=replace(claim.judged, named=entities, entity_names=words)))

    assert named(Entity(0, 0, "千问", "PRODUCT", entity_id="PRODUCT:Qwen"), Entity(0, 0, "Ｑwen", "PRODUCT")) == {
        "PRODUCT:Qwen": ["千问"], "qwen": ["Ｑwen"],
    }  # fmt: skip
    assert named(words=("Meta", "", "Meta")) == {"meta": ["Meta"]}
