"""Push, pull and export against the real server, with answers given through its interface instead of a browser."""

from __future__ import annotations

import contextlib
import csv
import http.server
import json
import sqlite3
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from toolkit.labelstudio import exports, interface, server
from toolkit.labelstudio.client import Client
from toolkit.labelstudio.exports import Exports

pytestmark = pytest.mark.studio

TEXT = "Sales rose 5 percent. Exports fell 7 percent. Prices reached 90 dollars. Stocks lost 3 percent."


@pytest.fixture
def client(studio: Any) -> Iterator[Client]:
    with Client(server.status(studio.home).url or "", server.login(studio.home).api_key) as made:
        yield made


@pytest.fixture
def answer(client: Client) -> Callable[..., None]:
    """Submits one annotation: verdict codes for the claims in reading order, None for a region left empty."""
    sdk = client._sdk

    def submit(task_id: int, who: str, verdicts: list[str | None], *, skip: bool = False) -> None:
        people = {email: user for user, email in client.people().items()}
        if who not in people:
            people[who] = sdk.users.create(email=who, username=who, first_name="", last_name="").id
        task = sdk.tasks.get(str(task_id))
        results: list[dict[str, Any]] = []
        for claim, verdict in zip(task.data["claims"], verdicts, strict=True):
            spot = {"start": claim["start"], "end": claim["end"]}
            base = {"id": claim["claim_id"], "to_name": "text"}
            label = {**spot, "text": claim["text"], "labels": ["CLAIM"]}
            results.append({**base, "from_name": "label", "type": "labels", "value": label})
            if verdict:
                value = {**spot, "choices": [verdict]}
                results.append({**base, "from_name": "verdict", "type": "choices", "value": value})
        sdk.annotations.create(
            task_id,
            result=results,
            completed_by=people[who],
            was_cancelled=skip,
            parent_prediction=task.predictions[0].id,
        )

    return submit


def push(studio: Any, project: str, path: Path, *options: object, code: int = 0) -> dict[str, Any]:
    done = studio("push", path, "--project", project, "--json", *options, code=code)
    return json.loads(done.stdout) if done.stdout else {}


def test_two_people_skips_and_empty_verdicts_add_up(
    studio: Any, client: Client, answer: Callable[..., None], tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text("Rents rose 4 percent.")
    (tmp_path / "c.txt").write_text("Wages rose 6 percent.")
    (tmp_path / "none.txt").write_text("Nothing to see here at all.")
    pushed = push(studio, "two people", tmp_path, "--annotators", 2)
    assert pushed["created"] == 4
    assert push(studio, "two people", tmp_path)["kept"] == 4
    tasks = {task.doc_id: task.id for task in client.tasks(pushed["project_id"])}
    answer(tasks["a.txt"], "ann@example.org", ["supported", "refuted", "not_a_claim", None])
    answer(tasks["a.txt"], "bo@example.org", ["supported", "mixed", "not_a_claim", "mixed"])
    answer(tasks["b.txt"], "ann@example.org", [None], skip=True)
    answer(tasks["b.txt"], "bo@example.org", [None], skip=True)

    out, rest = tmp_path / "out.csv", tmp_path / "rest.csv"
    told = json.loads(studio("export", "-o", out, "--undecided", rest, "--project", "two people", "--json").stdout)
    assert {name: told[name] for name in ("rows", "undecided", "not_a_claim", "skipped", "waiting", "total")} == {
        "rows": 1, "undecided": 1, "not_a_claim": 1, "skipped": 1, "waiting": 2, "total": 6,
    }  # fmt: skip
    assert told["without_evidence"] == 5
    assert told["answers"] == {
        **{"counted": 7, "skipped": 2, "empty": 1, "invalid": 0, "replaced": 0, "adjudicated": 0, "total": 10},
    }
    assert sorted((a["annotator"], a["state"]) for a in told["uncounted"]) == [
        ("ann@example.org", "empty"),
        ("ann@example.org", "skipped"),
        ("bo@example.org", "skipped"),
    ]
    assert told["agreement"]["n_units"] == 3
    with out.open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["verdict"], row["decided_by"], row["n_annotators"]) == ("supported", "unanimous", "2")
    assert json.loads(row["votes"]) == {"ann@example.org": "supported", "bo@example.org": "supported"}
    with rest.open(encoding="utf-8-sig", newline="") as file:
        assert sorted(row["status"] for row in csv.DictReader(file)) == ["skipped", "undecided", "waiting", "waiting"]

    told = json.loads(studio("adjudicate", "--project", "two people", "--json").stdout)
    assert {name: told[name] for name in ("open", "ruled", "created")} == {"open": 1, "ruled": 0, "created": 1}
    (task,) = client.tasks(told["project_id"])
    assert "@example.org" not in task.data["answers"]
    ruling = {"id": "v", "from_name": "verdict", "to_name": "text", "type": "choices", "value": {"choices": ["mixed"]}}
    people = {email: user for user, email in client.people().items()}
    client._sdk.annotations.create(task.id, result=[ruling], completed_by=people["bo@example.org"])
    told = json.loads(studio("adjudicate", "--project", "two people", "--json").stdout)
    assert {name: told[name] for name in ("open", "ruled", "kept")} == {"open": 0, "ruled": 1, "kept": 1}
    told = json.loads(studio("export", "-o", out, "--project", "two people", "--json").stdout)
    assert {name: told[name] for name in ("rows", "undecided", "corrections")} == {
        **{"rows": 2, "undecided": 0, "corrections": []},
    }
    assert told["answers"]["adjudicated"] == 1
    with out.open(encoding="utf-8-sig", newline="") as file:
        ruled = next(row for row in csv.DictReader(file) if row["decided_by"] == "adjudicator")
    assert (ruled["verdict"], ruled["adjudicator"], ruled["n_annotators"]) == ("mixed", "bo@example.org", "2")

    told = json.loads(studio("agreement", "--project", "two people", "-o", tmp_path / "people.csv", "--json").stdout)
    assert (told["spans"]["exact"], told["spans"]["n_documents"], told["spans"]["n_excluded"]) == (1.0, 1, 0)
    by_name = {person["annotator"]: person for person in told["annotators"]}
    assert {who: (one["counted"], one["compared"], one["agreed"]) for who, one in by_name.items()} == {
        **{"ann@example.org": (3, 3, 2), "bo@example.org": (4, 3, 3)},
    }
    assert (tmp_path / "people.csv-metadata.json").exists()
    told = json.loads(studio("evaluate", "--project", "two people", "-o", tmp_path / "machine.csv", "--json").stdout)
    every = next(row for row in told["rows"] if (row["kind"], row["what"]) == ("claim", "all"))
    assert {name: every[name] for name in ("proposed", "kept", "dismissed", "added")} == {
        **{"proposed": 8, "kept": 6, "dismissed": 2, "added": 0},
    }
    assert [row["proposed"] for row in told["rows"] if row["what"] == "amount.unit"] == [8]
    assert "75.0%" in studio("evaluate", "--project", "two people").stdout

    found = json.loads(studio("check", "--project", "two people", "--json", code=1).stdout)
    assert [(one["rule"], one["doc_id"]) for one in found["findings"]] == [("evidence_missing", "a.txt")] * 2

    for same in ("out.csv", "evidence.csv"):
        done = studio("export", "-o", out, "--undecided", tmp_path / same, "--project", "two people", code=2)
        assert "the same file" in done.stderr
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")
    assert ".html" in studio("report", "-o", tmp_path / "r.pdf", "--project", "two people", code=2).stderr

    status = json.loads(studio("status", "--project", "two people", "--json").stdout)
    assert (status["tasks"], status["done"], status["skipped"], status["waiting"]) == (4, 1, 1, 2)
    assert status["claims"]["total"] == 6
    assert (status["disagreeing"], status["waiting_for_second"]) == (1, 1)
    rows = studio("pull", "-o", "-", "--project", "two people").stdout.splitlines()
    assert len(rows) == 2 * 4 + 2 + 1  # the ruling too


def test_a_changed_source_carries_verdicts_over(
    studio: Any, client: Client, answer: Callable[..., None], tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    pushed = push(studio, "changing", tmp_path / "a.txt")
    (task,) = client.tasks(pushed["project_id"])
    answer(task.id, "ann@example.org", ["supported", "refuted", "supported", "supported"])
    (tmp_path / "a.txt").write_text("A new beginning.\n\n" + TEXT.replace("7 percent", "8 percent"))
    again = push(studio, "changing", tmp_path / "a.txt")
    assert (again["created"], again["superseded"]) == (1, 1)
    told = json.loads(studio("export", "-o", tmp_path / "o.csv", "--project", "changing", "--json").stdout)
    # Three stand in the new text; the fourth changed, so its new words wait and its old verdict is for a person.
    assert (told["rows"], told["waiting"], told["undecided"], told["total"]) == (3, 1, 1, 5)


def test_predictions_that_the_server_lost_are_seen_and_repaired(studio: Any, client: Client, tmp_path: Path) -> None:
    """As SQLite loses them: the rows are gone, and the task's own counter still says that they are there."""
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(TEXT.replace("Sales", f"Sales of {name}"))
    pushed = push(studio, "lost predictions", tmp_path)
    lost = client.tasks(pushed["project_id"])[0].id
    with contextlib.closing(sqlite3.connect(studio.home / "data" / "label_studio.sqlite3", timeout=30)) as database:
        assert database.execute("DELETE FROM prediction WHERE task_id = ?", (lost,)).rowcount == 1
        database.commit()
        (counted,) = database.execute("SELECT total_predictions FROM task WHERE id = ?", (lost,)).fetchone()
    assert counted == 1
    assert json.loads(studio("status", "--project", "lost predictions", "--json").stdout)["without_predictions"] == 1
    again = push(studio, "lost predictions", tmp_path)
    assert (again["repaired"], again["kept"], again["created"]) == (1, 1, 0)
    assert json.loads(studio("status", "--project", "lost predictions", "--json").stdout)["without_predictions"] == 0
    assert push(studio, "lost predictions", tmp_path)["kept"] == 2


def test_a_deleted_mark_is_no_claim(studio: Any, client: Client, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Sales rose 5 percent.")
    pushed = push(studio, "deleted mark", tmp_path / "a.txt")
    (task,) = client.tasks(pushed["project_id"])
    sdk = client._sdk
    sdk.annotations.create(task.id, result=[], parent_prediction=sdk.tasks.get(str(task.id)).predictions[0].id)
    told = json.loads(studio("export", "-o", tmp_path / "o.csv", "--project", "deleted mark", "--json").stdout)
    assert (told["not_a_claim"], told["total"]) == (1, 1)


def test_nothing_read_makes_no_project(studio: Any, client: Client, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    told = push(studio, "nothing", tmp_path / "empty.txt", code=1)
    assert (told["project_id"], told["documents"], told["failed"]) == (None, 0, 1)
    assert client.find_project("nothing") is None


def test_config_broken_by_hand(studio: Any, client: Client, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    pushed = push(studio, "broken config", tmp_path / "a.txt")
    xml = interface.load_config("document").replace('name="evidence"', 'name="proof"')
    client.update_project(pushed["project_id"], label_config=xml)
    done = studio("push", tmp_path / "a.txt", "--project", "broken config", code=2)
    assert '<TextArea name="evidence"> is missing' in done.stderr
    assert "--force" in done.stderr
    studio("push", tmp_path / "a.txt", "--project", "broken config", "--dry-run", code=2)
    push(studio, "broken config", tmp_path / "a.txt", "--force")
    project = client.find_project("broken config")
    assert project
    assert interface.same_config(project.label_config, interface.load_config("document"))


def test_a_second_pull_is_what_a_whole_one_is(
    studio: Any, client: Client, answer: Callable[..., None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every way in which what people said can change, of which Label Studio dates most."""
    monkeypatch.setattr(exports, "_OVERLAP", timedelta(0))  # else all that happens here is young enough
    for n in range(20):
        (tmp_path / f"{n:02}.txt").write_text(f"Rents rose {n + 3} percent.")
    project = push(studio, "pulled twice", tmp_path)["project_id"]
    tasks = [task.id for task in client.tasks(project)]
    for task in tasks[:10]:
        answer(task, "ann@example.org", ["supported"])
    sdk, kept = client._sdk, tmp_path / "kept"

    def first(task: int) -> int:
        return int(sdk.annotations.list(task)[0].id)

    def draft(task: int) -> None:
        client._request(f"api/tasks/{task}/drafts", method="POST", json={"result": [], "lead_time": 1})

    steps: dict[str, Callable[[], object]] = {
        "nothing": lambda: None,
        "new": lambda: answer(tasks[12], "bo@example.org", ["refuted"]),
        "edited": lambda: sdk.annotations.update(first(tasks[0]), result=[]),
        "skipped": lambda: answer(tasks[13], "bo@example.org", [None], skip=True),
        "ground truth": lambda: sdk.annotations.update(first(tasks[1]), ground_truth=True),
        "deleted answer": lambda: sdk.annotations.delete(first(tasks[2])),
        "draft": lambda: draft(tasks[15]),
        "data": lambda: client.update_data(tasks[4], {**sdk.tasks.get(str(tasks[4])).data, "title": "new"}),
        "deleted task": lambda: sdk.tasks.delete(str(tasks[19])),
        "deleted and new": lambda: (
            sdk.annotations.delete(first(tasks[3])),
            answer(tasks[14], "ann@example.org", ["mixed"]),
        ),
    }
    asked: dict[str, list[str]] = {}
    for name, step in steps.items():
        asked[name] = []
        Exports(client, kept).tasks(project)
        step()
        seen = Asked(client, asked[name])
        assert Exports(seen, kept).tasks(project) == client.export(project), name
    assert [name for name, calls in asked.items() if "whole" in calls] == ["deleted task"]
    shown = next(task for task in Exports(client, kept).tasks(project) if task["id"] == tasks[15])
    assert len(shown["drafts"]) == 1


class Asked:
    """The client, and which exports were asked of it."""

    def __init__(self, client: Client, calls: list[str]) -> None:
        self._client, self._calls = client, calls

    def __getattr__(self, name: str) -> Any:
        return getattr(self._client, name)

    def export(self, project: int, task_ids: Any = None) -> Any:
        self._calls.append("whole" if task_ids is None else "some")
        return self._client.export(project, task_ids)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("emoji", "😀 涨了5%。𠮷野家涨了7%。"),
        ("line ends", "a\r\nb rose 5%.\r\n\r\n"),
        ("markup", "<script>alert(1)</script> rose 5%."),
    ],
)
def test_offsets_survive_the_server(studio: Any, client: Client, tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / "a.txt").write_bytes(text.encode())
    pushed = push(studio, name, tmp_path / "a.txt")
    (task,) = client.export(pushed["project_id"])
    for claim in task["data"]["claims"]:
        assert task["data"]["text"][claim["start"] : claim["end"]] == claim["text"]
    assert task["data"]["claims"]


def test_the_best_claims_in_two_projects(studio: Any, client: Client, tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(TEXT.replace("Sales", f"Sales of {name}"))
    studio("annotate", tmp_path, "-o", tmp_path / "in.parquet")
    options = ("--layout", "claim", "--top", 5, "--tasks-per-project", 3, "--chosen", tmp_path / "chosen.jsonl")
    first = push(studio, "in parts", tmp_path / "in.parquet", *options)
    assert (first["created"], first["parts"], first["claims"]) == (5, 2, {"chosen": 5, "left": 3})
    again = push(studio, "in parts", tmp_path / "in.parquet", *options)
    assert (again["created"], again["kept"], again["retired"]) == (0, 5, 0)
    rows = [json.loads(line) for line in (tmp_path / "chosen.jsonl").read_text().splitlines()]
    reasons = Counter(row["reason"].partition(", ")[2] or row["reason"] for row in rows)
    assert reasons == {"on the server already": 5, "not among the top 5": 3}
    told = json.loads(studio("status", "--project", "in parts", "--json").stdout)
    assert (told["tasks"], told["claims"]["total"]) == (5, 5)
    second = client.find_project("in parts 2")
    assert second
    assert second.description.startswith("Part 2 of the project in parts;")


def test_wrong_token(studio: Any) -> None:
    url = server.status(studio.home).url
    done = studio("status", "--url", url, "--api-key", "s3cret-but-wrong", code=3)
    assert "refused the token" in done.stderr
    assert "LABEL_STUDIO_API_KEY" in done.stderr
    assert "s3cret" not in done.stderr
    assert "sessionid" not in done.stderr


def test_another_kind_of_server(studio: Any, tmp_path: Path) -> None:
    class Page(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"<html>hello</html>")

        def log_message(self, *_: Any) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page) as other:
        thread = threading.Thread(target=other.serve_forever)
        thread.start()
        url = f"http://127.0.0.1:{other.server_address[1]}"
        done = studio("status", "--url", url, "--api-key", "0" * 40, code=3)
        other.shutdown()
        thread.join()
    assert "Traceback" not in done.stderr
    assert url in done.stderr


def test_a_long_text_is_judged_in_parts_and_is_one_document_in_the_csv(
    studio: Any, client: Client, answer: Callable[..., None], tmp_path: Path
) -> None:
    text = "".join(
        f"Sales in region {n} rose {n}.5 percent, against what had been expected there.\n\n" for n in range(250)
    )
    source, out = tmp_path / "long.txt", tmp_path / "out.csv"
    source.write_text(text)
    pushed = push(studio, "long", source)
    assert pushed["created"] > 1
    tasks = sorted(client.tasks(pushed["project_id"]), key=lambda task: task.data["part"])
    assert "".join(task.data["text"] for task in tasks).rstrip() == text.rstrip()
    answer(tasks[-1].id, "ann@example.org", ["supported"] * len(tasks[-1].data["claims"]))
    text = "One more sentence stands here.\n\n" + text
    source.write_text(text)
    again = push(studio, "long", source)
    assert (again["created"], again["retired"], again["superseded"]) == (1, 1, 0)
    studio("export", "-o", out, "--project", "long")
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == len(tasks[-1].data["claims"])
    assert all(text[int(row["start"]) : int(row["end"])] == row["claim_text"] for row in rows)
    assert {row["doc_id"] for row in rows} == {"long.txt"}


def test_what_was_judged_before_a_source_changed_is_told_and_never_counted_as_new(
    studio: Any, client: Client, answer: Callable[..., None], tmp_path: Path
) -> None:
    source, out = tmp_path / "a.txt", tmp_path / "out.csv"
    source.write_text(TEXT)
    pushed = push(studio, "changed", source)
    (task,) = client.tasks(pushed["project_id"])
    answer(task.id, "ann@example.org", ["supported", "refuted", "mixed", "not_a_claim"])
    source.write_text(f"Wages are another matter. {TEXT.replace('Exports fell 7', 'Exports fell 8')}")
    planned = push(studio, "changed", source, "--dry-run")
    again = push(studio, "changed", source)
    assert (again["created"], again["superseded"]) == (1, 1)
    (fallen,) = again["fallen"]
    assert [(one["claim_id"], one["said"]) for one in planned["fallen"]] == [(fallen["claim_id"], fallen["said"])]
    assert (fallen["doc_id"], fallen["verdicts"]) == ("a.txt", {"ann@example.org": "refuted"})
    new = next(one for one in client.tasks(pushed["project_id"]) if not one.superseded)
    assert new.data["source_line"].startswith("Judged on an earlier version, still to be confirmed")
    assert new.human_work == 0
    assert "no longer in their source" in studio("push", source, "--project", "changed").stderr
    studio("export", "-o", out, "--project", "changed")
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["verdict"] for row in rows] == ["supported", "mixed"]
    assert all(row["carried"].startswith("ann@example.org 20") for row in rows)
    text = source.read_text()
    assert all(text[int(row["start"]) : int(row["end"])] == row["claim_text"] for row in rows)
