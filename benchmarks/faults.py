"""Break every step of a push in every way, on a real server, and see what the next push makes of it.

python benchmarks/faults.py [--write docs/sync.md] [--only STEP]

A proxy on loopback stands between the push and Label Studio and does one thing wrong: once, or each time until the push
gives up. Then the connection is whole again, a second push runs, and what the server holds is compared with what it
should: every document once with its predictions, every human annotation as it was. A local studio is started in a
folder of its own, or one is named with --url and LABEL_STUDIO_API_KEY. Exit code 1 where anything was lost or doubled.
"""

from __future__ import annotations

import argparse
import http.client
import http.server
import os
import re
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from toolkit.errors import FactcheckError
from toolkit.labelstudio import client, codec, interface, layouts, server, sync
from toolkit.labelstudio.client import Client
from toolkit.model import AnnotatedDocument, Claim, Document, claim_ids

# -- what can go wrong, where ----------------------------------------------------------------------------------------

# step → (method, path, whether it belongs to a project's first push)
STEPS = {
    "find the project": ("GET", r"/api/projects/?", True),
    "create the project": ("POST", r"/api/projects/?", True),
    "set up the project": ("PATCH", r"/api/projects/\d+/?", True),
    "read the project": ("GET", r"/api/projects/\d+/?", False),
    "list tasks": ("GET", r"/api/tasks/?", False),
    "export": ("GET", r"/api/projects/\d+/export.*", False),
    "import tasks": ("POST", r"/api/projects/\d+/import/?", False),
    "add predictions": ("POST", r"/api/projects/\d+/import/predictions/?", False),
    "patch a task": ("PATCH", r"/api/tasks/\d+/?", False),
    "read a task": ("GET", r"/api/tasks/\d+/?", False),
    "delete a task": ("DELETE", r"/api/tasks/\d+/?", False),
}
FAULTS = {
    "drop_before": "connection dropped before the request arrives",
    "drop_after": "connection dropped after the server has done it",
    "error_before": "500, nothing done",
    "error_after": "500, though it was done",
    "busy": "429 with Retry-After",
    "silence": "done, and no answer until the time-out",
    "cut": "done, and the answer breaks off",
    "page": "200 with a page of something else",
}
AFTER = ("drop_after", "error_after", "silence", "cut")
TIMEOUT = 3.0  # seconds until a request is given up; in use it is 60, and 300 for those that take long


@dataclass
class Proxy:
    """Passes requests on to a server; strikes `strikes` requests of a step, all where it is None."""

    target: str
    step: str = ""
    fault: str = ""
    strikes: int | None = 0
    seen: Counter[str] = field(default_factory=Counter)
    url: str = ""
    lock: threading.Lock = field(default_factory=threading.Lock)

    def arm(self, step: str, fault: str, strikes: int | None) -> None:
        """What goes wrong from now on."""
        self.step, self.fault, self.strikes, self.seen = step, fault, strikes, Counter()

    def struck_by(self, method: str, path: str) -> str:
        """The fault for this request, empty where it passes."""
        with self.lock:
            step = step_of(method, path)
            self.seen[step] += 1
            if step != self.step or self.strikes == 0:
                return ""
            if self.strikes is not None:
                self.strikes -= 1
            return self.fault


def step_of(method: str, path: str) -> str:
    """The protocol's step that a request is."""
    bare = urlsplit(path).path
    return next((name for name, (verb, route, _) in STEPS.items() if verb == method and re.fullmatch(route, bare)), "")


@contextmanager
def proxy(target: str) -> Iterator[Proxy]:
    """A proxy on a free port of loopback."""
    made = Proxy(target)

    class Handler(http.server.BaseHTTPRequestHandler):
        def handle_one_request(self) -> None:
            with suppress(OSError):  # the client has gone
                super().handle_one_request()

        def parse_request(self) -> bool:
            if not super().parse_request():
                return False
            setattr(self, f"do_{self.command}", self.pass_on)
            return True

        def pass_on(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            fault = made.struck_by(self.command, self.path)
            if fault in ("", *AFTER):
                status, headers, answer = self.ask(body)
            if fault in ("drop_before", "drop_after"):
                self.close_connection = True
            elif fault in ("error_before", "error_after"):
                self.answer(500, [("Content-Type", "application/json")], b'{"detail": "broken"}')
            elif fault == "busy":
                self.answer(429, [("Retry-After", "1")], b"{}")
            elif fault == "silence":
                time.sleep(TIMEOUT + 1)
            elif fault == "page":
                self.answer(200, [("Content-Type", "text/html")], b"<html>log in</html>")
            else:
                self.answer(status, headers, answer, cut=fault == "cut")

        def ask(self, body: bytes) -> tuple[int, list[tuple[str, str]], bytes]:
            to = urlsplit(made.target)
            connection = http.client.HTTPConnection(to.hostname or "", to.port, timeout=300)
            headers = {name: value for name, value in self.headers.items() if name.lower() != "host"}
            connection.request(self.command, self.path, body, headers | {"Host": to.netloc, "Connection": "close"})
            with closing(connection), connection.getresponse() as answer:
                kept = [(n, v) for n, v in answer.getheaders() if n.lower() in ("content-type", "content-disposition")]
                return answer.status, kept, answer.read()

        def answer(self, status: int, headers: list[tuple[str, str]], body: bytes, *, cut: bool = False) -> None:
            self.send_response(status)
            for name, value in headers:
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body) + 100 * cut))
            self.end_headers()
            self.wfile.write(body[: len(body) // 2] if cut else body)

        def log_message(self, *_: Any) -> None:
            pass

    class Listener(http.server.ThreadingHTTPServer):
        daemon_threads = True
        block_on_close = False

    with Listener(("127.0.0.1", 0), Handler) as listener:
        made.url = f"http://127.0.0.1:{listener.server_address[1]}"
        thread = threading.Thread(target=listener.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        yield made
        listener.shutdown()
        thread.join()


@contextmanager
def impatient() -> Iterator[None]:
    """Time-outs and pauses that a test can wait for."""
    slow = (client._SLOW, client._ONCE_SLOW)
    kept = client._TIMEOUT, sync.PAUSE, [options["timeout_in_seconds"] for options in slow]
    client._TIMEOUT, sync.PAUSE = TIMEOUT, 0.0
    for options in slow:
        options["timeout_in_seconds"] = TIMEOUT
    try:
        yield
    finally:
        client._TIMEOUT, sync.PAUSE = kept[:2]
        for options, seconds in zip(slow, kept[2], strict=True):
            options["timeout_in_seconds"] = seconds


# -- what is pushed --------------------------------------------------------------------------------------------------


def document(name: str, text: str, model: str = "1") -> AnnotatedDocument:
    """A document whose every sentence is a claim, without any model."""
    made = Document(name, text)
    claims = []
    for found in re.finditer(r"[^.]+\.", text):
        start, said = found.start() + len(found[0]) - len(found[0].lstrip()), found[0].strip().rstrip(".")
        end = start + len(said)
        ids = claim_ids(name, [(text[start : end + 1], said)])
        claims.append(Claim(ids[0], start, end, said, "en", start, end + 1, types=("statistical",), worth=0.5))
    return AnnotatedDocument(made, "en", (), (), tuple(claims), model)


def said(name: str, figure: int) -> str:
    """A text of three claims."""
    return f"Sales of {name} rose {figure} percent. Exports of {name} fell 7 percent. Prices of {name} reached 90."


def before() -> list[AnnotatedDocument]:
    """What the first push brings."""
    return [document(name, said(name, 5)) for name in ("touched", "edited", "begun", "older", "plain")]


def after() -> list[AnnotatedDocument]:
    """What the second push wants: two sources changed, one document by a newer model, one new."""
    return [
        document("touched", said("touched", 5)),
        document("edited", said("edited", 6)),
        document("begun", said("begun", 6)),
        document("older", said("older", 5), model="2"),
        document("plain", said("plain", 5)),
        document("new", said("new", 5)),
    ]


def annotate(direct: Client, project: int) -> None:
    """Somebody has answered two of the tasks, one of which is of a source that changes."""
    for task in direct.tasks(project):
        if task.doc_id in ("touched", "begun"):
            claim = task.data["claims"][0]
            spot = {"start": claim["start"], "end": claim["end"]}
            value = {**spot, "choices": ["supported"]}
            verdict = {"id": claim["claim_id"], "from_name": "verdict", "to_name": "text", "type": "choices"}
            direct._sdk.annotations.create(task.id, result=[{**verdict, "value": value}])


def answers(direct: Client, project: int) -> dict[int, Any]:
    """Every annotation on the server, by its id."""
    return {a["id"]: (a["task"], a["result"]) for task in direct.export(project) for a in task["annotations"]}


def problems(
    direct: Client, title: str, wanted: Sequence[AnnotatedDocument], given: dict[int, Any] | None
) -> list[str]:
    """What is not as it should be; `given` are the annotations as they were."""
    found = direct.project_ids(title)
    if len(found) != 1:
        return [f"{len(found)} projects"]
    rows = direct.export(found[0])
    offered = interface.labels(layouts.draw("document"))
    tasks = {task.key: task for one in wanted for task in codec.to_tasks(one, "document", offered)}
    there = Counter(str(row["data"].get("fc_key")) for row in rows if not row["data"].get("superseded"))
    told = [f"{key}: {there[key]} times" for key in tasks if there[key] != 1]
    told += [f"{key}: too much" for key in there if key not in tasks]
    shown = {
        task.key: task.results
        for task in direct.as_wanted(found[0], {int(row["id"]) for row in rows if not row["data"].get("superseded")})
    }
    for row in rows:
        wants = tasks.get(row["data"]["fc_key"])
        if wants is None:
            told += [] if row["annotations"] else [f"{row['data']['fc_key']}: nobody's, and kept"]
            continue
        if [r["id"] for r in shown.get(wants.key, ())] != [r["id"] for r in wants.results]:
            told.append(f"{wants.key}: without its predictions")
        if row["data"]["model_version"] != wants.data["model_version"]:
            told.append(f"{wants.key}: of an older model")
    if given is not None and answers(direct, found[0]) != given:
        told.append("annotations are not as they were")
    return told


@dataclass(frozen=True)
class Outcome:
    """What came of one fault: which push set it right, what was wrong after the next one, and requests seen."""

    settled_by: int
    problems: list[str]
    struck: int


def strike(
    between: Proxy, direct: Client, api_key: str, title: str, step: str, fault: str, strikes: int | None
) -> Outcome:
    """Push through the fault, then again without it; see what the server holds."""
    first = STEPS[step][2]
    wanted, given = (before(), None) if first else (after(), None)
    if not first:
        made = sync.push(direct, before(), title=title, layout="document")
        assert made.project
        annotate(direct, made.project.id)
        given = answers(direct, made.project.id)
    between.arm(step, fault, strikes)
    settled_by = 1
    try:
        with Client(between.url, api_key) as broken:
            sync.push(broken, wanted, title=title, layout="document")
    except FactcheckError:
        settled_by = 2
    struck = between.seen[step]
    between.arm("", "", 0)
    sync.push(direct, wanted, title=title, layout="document")
    told = problems(direct, title, wanted, given)
    again = sync.push(direct, wanted, title=title, layout="document")
    if again.created or again.repaired or again.retired or again.superseded:
        told.append("a third push found something to do")
    return Outcome(settled_by, told, struck)


# -- the table -------------------------------------------------------------------------------------------------------

BEGIN, END = "<!-- faults: python benchmarks/faults.py --write docs/sync.md -->", "<!-- /faults -->"


def table(outcomes: dict[tuple[str, str], tuple[Outcome, Outcome]]) -> str:
    """Markdown: a row a step, a column a fault."""
    steps = list(dict.fromkeys(step for step, _ in outcomes))
    lines = ["| step | " + " | ".join(FAULTS.values()) + " |", "| --- |" + " --- |" * len(FAULTS)]
    for step in steps:
        lines.append(f"| {step} | " + " | ".join(cell(outcomes[step, fault]) for fault in FAULTS) + " |")
    return "\n".join(lines)


def cell(pair: tuple[Outcome, Outcome]) -> str:
    """Which push set it right, once struck / always struck."""
    if wrong := [told for outcome in pair for told in outcome.problems]:
        return f"**wrong**: {wrong[0]}"
    return " / ".join("same push" if outcome.settled_by == 1 else "next push" for outcome in pair)


def write_between(path: Path, text: str, begin: str = BEGIN, end: str = END) -> None:
    """Put a text between its two marks in a page."""
    page = path.read_text(encoding="utf-8")
    head, tail = page.split(begin)[0], page.split(end)[1]
    path.write_text(f"{head}{begin}\n{text}\n{end}{tail}", encoding="utf-8")


@contextmanager
def studio(url: str | None) -> Iterator[tuple[str, str]]:
    """Address and token of the server that is named, else of a local one in a folder of its own."""
    if url:
        yield url, os.environ["LABEL_STUDIO_API_KEY"]
        return
    with tempfile.TemporaryDirectory() as home:
        running = server.start(Path(home) / "home", port=8390)
        try:
            yield running.url or "", server.login(running.home).api_key
        finally:
            server.stop(running.home)


def main() -> None:
    """Run every fault at every step, print the table, say what was wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--url")
    parser.add_argument("--write", type=Path, help="the page whose table is renewed")
    parser.add_argument("--only", choices=STEPS)
    options = parser.parse_args()
    outcomes: dict[tuple[str, str], tuple[Outcome, Outcome]] = {}
    run = f"{time.time():.0f}"
    with studio(options.url) as (url, api_key), proxy(url) as between, Client(url, api_key) as direct, impatient():
        for step in [options.only] if options.only else STEPS:
            for fault in FAULTS:
                pair = []
                for strikes in (1, None):
                    title = f"{run} {len(outcomes)} {strikes or 'all'}"
                    began = time.monotonic()
                    outcome = strike(between, direct, api_key, title, step, fault, strikes)
                    pair.append(outcome)
                    took = time.monotonic() - began
                    print(f"{step}, {fault}, {strikes or 'each time'}: {outcome} {took:.1f} s", file=sys.stderr)
                outcomes[step, fault] = pair[0], pair[1]
    made = table(outcomes)
    print(made)
    if options.write:
        write_between(options.write, made)
    raise SystemExit(any(outcome.problems for pair in outcomes.values() for outcome in pair))


if __name__ == "__main__":
    main()
