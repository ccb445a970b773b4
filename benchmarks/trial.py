"""Try what a push must survive: the server is killed in the middle of it while an annotator saves five times a second.

python benchmarks/trial.py [--documents N] [--kills K]

A server of its own is started in a new folder. Fifty documents are pushed, an annotator begins to answer them and to
change the answers, and a push of N documents runs as a command; K times the server is killed with -9 in the middle of
it, started again, and the push run again. At the end each document has to be there once with its predictions, and each
answer that the server had confirmed has to stand as it was saved last. Exit code 1 where anything is lost or double.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path
from typing import Any

import psutil
from sync import COMMAND, made  # the file beside this one

from toolkit import store
from toolkit.errors import ServerError
from toolkit.labelstudio import server
from toolkit.labelstudio.client import Client

FIRST = 50  # documents that the annotator works on
PAUSE = 0.2  # seconds between two saves
CODES = ("supported", "mixed", "refuted")


def main() -> None:
    """Print what was done, and what is there at the end."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=1_200)
    parser.add_argument("--kills", type=int, default=2)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        home, source = Path(name) / "home", Path(name) / "documents.jsonl"
        documents = made(options.documents)
        studio = server.start(home, port=8095)
        try:
            write(source, documents[:FIRST])
            push(home, source)
            write(source, documents)
            annotator = Annotator(home)
            annotator.start()
            for _ in range(options.kills):
                running = subprocess.Popen(command(source), env=environ(home), stderr=subprocess.DEVNULL)
                wait_for_more(home, stored(home) + 1)
                family = psutil.Process(studio.pid or 0)
                for process in (*family.children(recursive=True), family):
                    process.kill()
                print(f"killed with {stored(home):,} tasks stored; the push ended with {running.wait()}", flush=True)
                studio = server.start(home, port=8095)
            push(home, source)
            annotator.stop()
            sys.exit(0 if checked(home, [document.document.doc_id for document in documents], annotator) else 1)
        finally:
            server.stop(home)


class Annotator(threading.Thread):
    """Answers tasks and changes the answers, five times a second. `confirmed` is what the server said it saved."""

    def __init__(self, home: Path) -> None:
        super().__init__(daemon=True)
        self.home, self.ended = home, threading.Event()
        self.confirmed: dict[int, str] = {}  # annotation → the verdict that it has, as last confirmed
        self.unsure: set[int] = set()  # its last save broke off: it may have been stored or not
        self.saves = self.failures = 0

    def run(self) -> None:
        while not self.ended.wait(PAUSE):
            try:
                self._work()
            except Exception:  # the server is away; it comes back
                self.failures += 1

    def _work(self) -> None:
        with connected(self.home) as client:
            sdk = client._sdk
            project = client.find_project("factcheck")
            assert project
            tasks = [task.id for task in client.tasks(project.id)[:FIRST]]
            made_by_task: dict[int, int] = {}
            while not self.ended.wait(PAUSE):
                verdict = CODES[self.saves % len(CODES)]
                task = tasks[self.saves % len(tasks)]
                said = f"{verdict} {self.saves}"
                mark = {"id": f"r{task}", "from_name": "rationale", "to_name": "text", "type": "textarea"}
                result = [{**mark, "value": {"start": 0, "end": 4, "text": [said]}}]
                known = made_by_task.get(task)
                if known is not None:
                    self.unsure.add(known)
                    sdk.annotations.update(known, result=result, request_options={"max_retries": 0})
                else:
                    known = sdk.annotations.create(task, result=result, request_options={"max_retries": 0}).id
                    made_by_task[task] = known
                self.confirmed[known] = said
                self.unsure.discard(known)
                self.saves += 1

    def stop(self) -> None:
        self.ended.set()
        self.join(60)


def checked(home: Path, doc_ids: list[str], annotator: Annotator) -> bool:
    """Whether all is there once and as it was saved."""
    with connected(home) as client:
        project = client.find_project("factcheck")
        assert project
        tasks = client.tasks(project.id)
        saved = {
            int(annotation["id"]): str(annotation["result"][0]["value"]["text"][0])
            for task in client.export(project.id)
            for annotation in task["annotations"]
        }
    times = Counter(task.doc_id for task in tasks)
    missing = [doc_id for doc_id in doc_ids if not times[doc_id]]
    double = [doc_id for doc_id, count in times.items() if count > 1]
    bare = [task.doc_id for task in tasks if not task.predicted]
    lost = [id for id in annotator.confirmed if id not in saved]
    changed = [
        id
        for id, said in annotator.confirmed.items()
        if id in saved and id not in annotator.unsure and saved[id] != said
    ]
    print(f"{len(tasks):,} tasks of {len(doc_ids):,} documents: {len(missing)} missing, {len(double)} double, ", end="")
    print(f"{len(bare)} without predictions")
    print(f"{annotator.saves:,} saves confirmed, {annotator.failures} tries while the server was away; ", end="")
    print(f"{len(annotator.confirmed)} answers: {len(lost)} lost, {len(changed)} not as saved last")
    return not (missing or double or bare or lost or changed)


def write(path: Path, documents: list[Any]) -> None:
    store.write_jsonl(path, (json.loads(store.annotated_line(document)) for document in documents))


def command(source: Path) -> list[str]:
    return [COMMAND, "push", str(source)]


def environ(home: Path) -> dict[str, str]:
    return {**os.environ, "FACTCHECK_HOME": str(home)}


def push(home: Path, source: Path) -> None:
    done = subprocess.run(command(source), env=environ(home), check=True, capture_output=True, text=True)
    print(done.stdout.splitlines()[0], flush=True)


def connected(home: Path) -> Client:
    url = server.status(home).url
    if url is None:
        raise ServerError("the server is away")
    return Client(url, server.login(home).api_key)


def stored(home: Path) -> int:
    """Tasks in the database, read from the file: the server may be dead."""
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(f"file:{home}/data/label_studio.sqlite3?mode=ro", uri=True, timeout=5)) as database:
        return int(database.execute("SELECT count(*) FROM task").fetchone()[0])


def wait_for_more(home: Path, tasks: int) -> None:
    """Until an import is under way: so many tasks are stored."""
    until = time.monotonic() + 300
    while stored(home) < tasks and time.monotonic() < until:
        time.sleep(0.02)


if __name__ == "__main__":
    main()
