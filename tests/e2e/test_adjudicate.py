"""An adjudicator at the page: everybody's answers without names, a ruling by keyboard, and the ruling in the CSV."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from toolkit.labelstudio import server
from toolkit.labelstudio.client import Client

pytestmark = [pytest.mark.browser, pytest.mark.studio]

HOSTILE = "<img src=x onerror=\"document.title='run'\"><b>bold</b>"


def judge(client: Client, task: Any, who: str, verdict: str, rationale: str) -> None:
    people = {email: user for user, email in client.people().items()}
    user = people.get(who) or client._sdk.users.create(email=who, username=who, first_name="", last_name="").id
    claim = task.data["claims"][0]
    span = {"start": claim["start"], "end": claim["end"]}
    base = {"id": claim["claim_id"], "to_name": "text"}
    values = {
        "label": ("labels", {"labels": ["CLAIM"], "text": claim["text"]}),
        "verdict": ("choices", {"choices": [verdict]}),
        "rationale": ("textarea", {"text": [rationale]}),
        "evidence": ("textarea", {"text": ["https://stat.example/5 | fell 5 percent | 2025-01-02 | refutes"]}),
    }
    result = [{**base, "from_name": name, "type": kind, "value": {**span, **v}} for name, (kind, v) in values.items()]
    client._sdk.annotations.create(task.id, result=result, completed_by=user)


def test_a_ruling_by_keyboard_decides(studio: Any, annotator: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Exports fell 7 percent.")
    project = ("--project", "ruled on")
    pushed = json.loads(studio("push", tmp_path / "a.txt", *project, "--json").stdout)
    with Client(server.status(studio.home).url or "", server.login(studio.home).api_key) as client:
        client.update_project(pushed["project_id"], maximum_annotations=2)
        (task,) = client.tasks(pushed["project_id"])
        judge(client, task, "ann@example.org", "supported", HOSTILE)
        judge(client, task, "bo@example.org", "refuted", "ann@example.org read last year's table. / 看错了年份")
        made = json.loads(studio("adjudicate", *project, "--json").stdout)
        assert (made["open"], made["created"]) == (1, 1)
        (asked,) = client.tasks(made["project_id"])

    person = annotator()
    person.open(made["project_id"], asked.id)
    shown = " ".join(frame.inner_text("body") for frame in person.page.frames)
    assert "True / 属实" in shown
    assert "看错了年份" in shown
    assert HOSTILE in shown
    assert "ann@example.org read" not in shown
    assert person.page.title() != "run"
    person.page.screenshot(path=tmp_path / "adjudicate.png")
    person.press("w")
    person.write("evidence", "https://stat.example/6 | fell 6.9 percent | 2025-01-03")
    person.submit()

    studio("export", "-o", tmp_path / "out.csv", *project)
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["verdict"], row["decided_by"], row["evidence_urls"]) == (
        *("mostly_supported", "adjudicator"),
        "https://stat.example/6",
    )
    assert row["adjudicator"] == server.login(studio.home).username
