"""The command's way to a report: what it writes, what it tells whoever makes it, what it refuses."""

from __future__ import annotations

import json
import os
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from toolkit import publish
from toolkit.errors import UsageError
from toolkit.exports.claimreview import House
from toolkit.exports.history import add_to_history
from toolkit.exports.report.pdf import write_pdf
from toolkit.labelstudio.records import Project
from toolkit.labelstudio.sync import Pulled
from toolkit.model import DEFAULT_SCALE

HOUSE = House("Example Desk <1>", "https://desk.example/", "https://desk.example/report")


@pytest.fixture(scope="module")
def verified(judged: Any) -> publish.Verified:
    none = dict.fromkeys(("tasks", "done", "skipped", "waiting", "drafts", "superseded", "without_predictions"), 0)
    claims = tuple(claim.judged for claim in judged.claims)
    return publish.decided(Pulled(Project(1, "p", ""), "http://ls", claims, **none, scale=DEFAULT_SCALE, annotators=2))


def test_all_that_is_asked_for_is_in_the_page(verified: publish.Verified, judged: Any, tmp_path: Path) -> None:
    history, path = tmp_path / "claims.history.csv", tmp_path / "report.html"
    add_to_history(history, judged.history)
    asked = publish.Reporting(lang="en", title="Week 50", history=history, reviews=True)
    reported = publish.report(verified, path, asked, house=HOUSE)
    assert (reported.unwritten, reported.unstated) == ((), ("organisation",))
    root = ET.fromstring(path.read_text(encoding="utf-8"))
    assert root.findtext(".//h1/bdi") == "Week 50"
    assert root.findtext(".//p[@class='house']/a/bdi") == "Example Desk <1>"
    assert len(root.findall(".//table[@class='corrections']/tbody/tr")) == 1
    (reviews,) = (json.loads(script.text or "") for script in root.iter("script") if script.get("type"))
    cards = {card.get("id") for card in root.iter("article") if "card" in card.get("class", "")}
    assert {review["url"].split("#")[1] for review in reviews["@graph"]} <= cards
    assert len(reviews["@graph"]) == len(cards) - 1  # an opinion has no review


@pytest.mark.parametrize("task_links", [True, False])
def test_a_report_for_the_public_does_not_name_the_server(
    verified: publish.Verified, tmp_path: Path, task_links: bool
) -> None:
    publish.report(verified, tmp_path / "r.html", publish.Reporting(task_links=task_links))
    assert ("127.0.0.1" in (tmp_path / "r.html").read_text(encoding="utf-8")) is task_links


def test_what_is_in_no_history_file_yet_is_told_and_shown(
    verified: publish.Verified, judged: Any, tmp_path: Path
) -> None:
    history = tmp_path / "claims.history.csv"
    first, *rest = (change for change in judged.history if change.kind == "decided")
    add_to_history(history, [replace(first, verdict="refuted"), *rest[:-1]])
    reported = publish.report(verified, tmp_path / "r.md", publish.Reporting(lang="en", history=history))
    assert sorted(change.kind for change in reported.unwritten) == ["corrected", "corrected", "decided"]
    text = (tmp_path / "r.md").read_text(encoding="utf-8")
    assert re.search(r"- \d{4}-\d\d-\d\d · Corrected · False → True · “it has become more than", text)
    assert len(history.read_text(encoding="utf-8").splitlines()) == len(rest) + 1  # the report writes no history


def test_the_house_speaks_in_markdown_too(verified: publish.Verified, tmp_path: Path) -> None:
    (tmp_path / "house.toml").write_text('[statements]\norganisation = "Paid by <readers>."\nmethod = "Two, blind."\n')
    asked = publish.Reporting(lang="en", style=tmp_path / "house.toml")
    assert publish.report(verified, tmp_path / "r.md", asked, house=HOUSE).unstated == ()
    text = (tmp_path / "r.md").read_text(encoding="utf-8")
    assert "Published by: [Example Desk &lt;1&gt;](<https://desk.example/>)" in text
    assert "Paid by &lt;readers&gt;." in text
    assert "Two, blind." in text
    assert "has not stated this" not in text
    assert "24 items of evidence, with 8 different addresses on 4 sites" in text


@pytest.mark.parametrize(
    ("name", "asked", "message"),
    [
        ("report.txt", {}, "a report is .html, or .md"),
        ("report.html", {"history": Path("none.csv")}, r"none\.csv: there is no such file; factcheck export keeps it"),
        ("report.html", {"style": Path("none.toml")}, r"none\.toml: cannot be read"),
        ("report.html", {"pdf": Path("report.html")}, "the same file"),
        ("report.html", {"pdf": Path("r.pdf"), "chromium": "no-such-browser"}, "no-such-browser is not found"),
    ],
)
def test_what_cannot_be_is_said(
    verified: publish.Verified, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, asked: Any, message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match=message):
        publish.report(verified, Path(name), publish.Reporting(**asked))


@pytest.mark.parametrize(("program", "message"), [("exit 1", "made no PDF; print"), ("", "made no PDF")])
def test_a_browser_that_prints_nothing_is_named(tmp_path: Path, program: str, message: str) -> None:
    browser = tmp_path / "browser"
    browser.write_text(f"#!/bin/sh\n{program}\n")
    browser.chmod(0o700)
    with pytest.raises(UsageError, match=f"{browser} {message}"):
        write_pdf("<p>", tmp_path / "r.pdf", chromium=str(browser))
    assert not (tmp_path / "r.pdf").exists()


def test_without_any_browser_the_message_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "PATH", str(tmp_path))
    with pytest.raises(UsageError, match=r"install Chromium or Chrome, or name it with FACTCHECK_CHROMIUM"):
        write_pdf("<p>", tmp_path / "r.pdf")
