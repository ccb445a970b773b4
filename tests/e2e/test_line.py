"""The whole line on real parts: documents → Label Studio → a person in a browser → CSV and report."""

from __future__ import annotations

import csv
import json
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from toolkit.labelstudio import interface
from toolkit.model import FLAGS, VERDICTS

pytestmark = [pytest.mark.studio, pytest.mark.browser]

DIGEST = """---
title: 一周摘要 Weekly digest
url: https://example.org/digest
publisher: 测试报 Test Post
published: 2025-11-16
---
（作者：测试员）

![]()

2023年以来，阿里巴巴开放的Qwen模型下载量突破6亿次。

Meanwhile GPT-5 lost more than 62 percent in a live trading contest.

京公网安备 11010102000001号
"""


def test_verdicts_by_keyboard_come_out_as_rows(studio: Any, annotator: Callable[[], Any], tmp_path: Path) -> None:
    (tmp_path / "digest.md").write_text(DIGEST, encoding="utf-8")
    project = ("--project", "line")
    pushed = json.loads(studio("push", tmp_path / "digest.md", *project, "--json").stdout)
    assert (pushed["documents"], pushed["created"], pushed["failed"]) == (1, 1, 0)
    again = json.loads(studio("push", tmp_path / "digest.md", *project, "--json").stdout)
    assert (again["created"], again["kept"]) == (0, 1)

    person = annotator()
    person.open(pushed["project_id"], _only_task(studio, pushed["project_id"]))
    seen = person.page.inner_text(".fc-text")
    assert "突破6亿次" in seen
    answers = {}
    for _ in range(2):
        words = person.next_claim()
        answers[words] = "supported" if "6亿" in words else "refuted"
        person.press("q" if "6亿" in words else "t")
        person.write("evidence", f"https://example.org/e{len(answers)} | 见第 {len(answers)} 段 | 2025-11-20")
        if "62" in words:
            person.write("corrected", "more than 31 percent")
            person.press("d")  # outdated
            person.page.locator(".fc-panel [name=rationale]").fill("The organiser's table says otherwise.")
    assert sorted(answers.values()) == ["refuted", "supported"], answers
    person.submit()
    assert {address.split("/")[2] for address in person.asked if address.startswith("http")} == {
        person.url.removeprefix("http://")
    }, "the page asked somebody else"

    pulled = tmp_path / "verdicts.jsonl"
    studio("pull", "-o", pulled, *project)
    verdicts = [json.loads(line) for line in pulled.read_text(encoding="utf-8").splitlines()]
    assert [v["verdict"] for v in sorted(verdicts, key=lambda v: v["start"])] == ["supported", "refuted"]

    out = tmp_path / "verified.csv"
    summary = json.loads(studio("export", "-o", out, *project, "--json").stdout)
    assert (summary["rows"], summary["waiting"], summary["undecided"], summary["total"]) == (2, 0, 0, 2)
    assert summary["agreement"]["n_units"] == 0
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")
    with out.open(encoding="utf-8-sig", newline="") as file:
        first, second = csv.DictReader(file)
    assert "突破6亿次" in first["claim_text"]
    wanted = {
        "doc_id": "digest.md", "publisher": "测试报 Test Post", "published": "2025-11-16", "comparator": ">",
        "value": "600000000", "unit": "次", "verdict": "supported", "verdict_en": "True", "verdict_zh": "属实",
        "decided_by": "single", "n_annotators": "1", "evidence_urls": "https://example.org/e" + _nth(answers, "6亿"),
    }  # fmt: skip
    assert {name: first[name] for name in wanted} == wanted
    wanted = {
        "lang": "mixed", "value": "62", "unit": "%", "comparator": ">", "verdict": "refuted", "corrected_value": "31",
        "delta_pct": "100", "context_flags": "outdated", "rationale": "The organiser's table says otherwise.",
    }  # fmt: skip
    assert {name: second[name] for name in wanted} == wanted
    with (tmp_path / "evidence.csv").open(encoding="utf-8-sig", newline="") as file:
        items = list(csv.DictReader(file))
    assert [(item["verdict"], item["date"]) for item in items] == [
        ("supported", "2025-11-20"),
        ("refuted", "2025-11-20"),
    ]

    page = person.page
    with_all = ("--history", tmp_path / "verified.history.csv", "--claimreview", "--pdf", tmp_path / "report.pdf")
    reported = json.loads(studio("report", "-o", tmp_path / "report.html", *with_all, *project, "--json").stdout)
    assert (reported["decided"], reported["unwritten"]) == (2, 0)
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF-")
    page.goto("about:blank")  # what the page of before still asks for is not the report's doing
    person.asked.clear()
    page.goto((tmp_path / "report.html").as_uri())
    assert page.locator("mark").count() >= 2
    assert "突破6亿次" in page.inner_text("body")
    assert not [address for address in person.asked if address.startswith("http")]


def test_every_verdict_key_gives_its_verdict_and_keeps_the_claim(
    studio: Any, annotator: Callable[[], Any], tmp_path: Path
) -> None:
    (tmp_path / "keys.md").write_text("下载量突破6亿次。衍生模型达17万个。", encoding="utf-8")
    pushed = json.loads(studio("push", tmp_path / "keys.md", "--project", "keys", "--json").stdout)
    person = annotator()
    person.open(pushed["project_id"], _only_task(studio, pushed["project_id"]))
    claim = person.next_claim()
    config = ET.fromstring(interface.load_config("document"))
    choices = {c.get("hotkey"): c.get("value") for c in config.find(".//Choices[@name='verdict']") or ()}
    assert len(choices) == len(VERDICTS)
    for key, words in choices.items():
        person.press(key)
        assert person.page.locator(".fc-panel input:checked").evaluate_all("e => e.map(x => x.name)") == [words]
        assert person.selected() == claim  # "u", for one, would unselect it
    for flag in config.find(".//Choices[@name='flags']") or ():
        person.press(flag.get("hotkey"))
    assert person.page.locator(".fc-panel input:checked").count() == 1 + len(FLAGS)
    # The other claim has no verdict: the page does not let it go.
    person.page.click("button:has-text('Submit')")
    person.page.wait_for_selector(":text('Every claim needs a verdict')")


def test_claim_layout(studio: Any, annotator: Callable[[], Any], tmp_path: Path) -> None:
    text = "阿里巴巴称，Qwen下载量突破6亿次。\n\n其他段落。\n"
    (tmp_path / "one.md").write_text(text, encoding="utf-8")
    project = ("--project", "claims")
    pushed = json.loads(studio("push", tmp_path / "one.md", *project, "--layout", "claim", "--json").stdout)
    assert pushed["created"] == 1
    person = annotator()
    person.open(pushed["project_id"], _only_task(studio, pushed["project_id"]))
    assert "> 600,000,000 次" in person.page.inner_text(".fc-text")
    person.press("r")
    person.page.click("button:has-text('Submit')")
    person.page.wait_for_selector(":text('Give at least one item of evidence')")
    person.page.keyboard.press("Escape")
    person.write("evidence", "https://example.org/e")
    person.write("corrected", "5.8亿")
    person.submit()
    out = tmp_path / "verified.csv"
    assert json.loads(studio("export", "-o", out, *project, "--json").stdout)["rows"] == 1
    with out.open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["verdict"], row["corrected_value"], row["delta_pct"]) == ("mostly_refuted", "580000000", "3.45")
    assert (row["doc_id"], row["evidence_urls"]) == ("one.md", "https://example.org/e")
    assert text[int(row["start"]) : int(row["end"])] == row["claim_text"]


def test_two_people_judge_blind_in_projects_of_their_own(
    studio: Any, annotator: Callable[..., Any], tmp_path: Path
) -> None:
    (tmp_path / "two.md").write_text("Alibaba的Qwen下载量突破6亿次。", encoding="utf-8")
    project = ("--project", "invited")
    pushed = json.loads(studio("push", tmp_path / "two.md", *project, "--annotators", 2, "--json").stdout)
    first, second = (each["project_id"] for each in pushed["projects"])
    told = json.loads(studio("studio", "invite", "one@example.org", "two@example.org", *project, "--json").stdout)
    at = [told["invited"][f"{who}@example.org"].split("/")[-2] for who in ("one", "two")]
    assert at == [str(first), str(second)]
    for invited, key, where in ((None, "q", first), ("two@example.org", "w", second)):
        person = annotator(invited)
        person.label_all(where)
        # Nobody else's answer is on the page: no verdict is chosen, no other annotation offered.
        person.next_claim()
        assert person.page.locator(".fc-panel input:checked").count() == 0
        person.press(key)
        person.submit()
    told = json.loads(studio("export", "-o", tmp_path / "out.csv", *project, "--json").stdout)
    assert (told["rows"], told["undecided"], told["agreement"]["n_annotators"]) == (0, 1, 2)


def _nth(answers: dict[str, str], part: str) -> str:
    return str(next(n for n, words in enumerate(answers, 1) if part in words))


def _only_task(studio: Any, project_id: int) -> int:
    from toolkit.labelstudio import server
    from toolkit.labelstudio.client import Client

    with Client(server.status(studio.home).url or "", server.login(studio.home).api_key) as client:
        (task,) = client.tasks(project_id)
    return task.id
