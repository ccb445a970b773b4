"""Try what two machines do to one server: one push from two processes at a moment, and a push that Ctrl-C ends.

python benchmarks/together.py [--documents N] [--rounds N] [--postgres FOLDER]

A server of its own is started in a new folder, on SQLite, or with --postgres on a Postgres whose programs (initdb,
pg_ctl) are in FOLDER. In each round two pushes make a new project together, then two add as many documents again, and
then one that adds more is broken off by Ctrl-C. After each of these one more push has to leave one project, with every
document once and with its predictions, and the push after that has to find nothing to do; else the exit code is 1.
"""

from __future__ import annotations

import argparse
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from sync import COMMAND, made  # the file beside this one
from trial import connected, environ, write

from toolkit.labelstudio import server

POSTGRES_PORT = 54329


def main() -> None:
    """Print a line for each trial."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--postgres", type=Path, metavar="FOLDER")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, database(options.postgres) as variables:
        home, source = Path(name) / "home", Path(name) / "documents.jsonl"
        plain = server._environment
        with patch.object(server, "_environment", lambda *given: plain(*given) | variables):
            server.start(home, port=8097)
        try:
            right = [trial(home, source, options.documents, number) for number in range(options.rounds)]
        finally:
            server.stop(home)
    sys.exit(0 if all(right) else 1)


def trial(home: Path, source: Path, count: int, number: int) -> bool:
    """One round, in a project of its own."""
    title = f"together {number}"
    documents = made(3 * count)
    right = []
    for what, size in (("a new project", count), ("as many again", 2 * count)):
        write(source, documents[:size])
        pushes = [started(home, source, title) for _ in range(2)]
        ended = [push.wait() for push in pushes]
        right.append(settled(home, source, title, documents[:size], f"{what}: two pushes ended with {ended}"))
    write(source, documents)
    broken = started(home, source, title)
    before = tasks(home, title)
    while tasks(home, title) == before and broken.poll() is None:  # until the first of its batches is stored
        time.sleep(0.05)
    broken.send_signal(signal.SIGINT)
    ended_with = broken.wait()
    there = tasks(home, title)
    right.append(settled(home, source, title, documents, f"Ctrl-C at {there:,} tasks: ended with {ended_with}"))
    return all(right)


def started(home: Path, source: Path, title: str) -> subprocess.Popen[bytes]:
    quiet: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    return subprocess.Popen([COMMAND, "push", str(source), "--project", title], env=environ(home), **quiet)


def settled(home: Path, source: Path, title: str, documents: list[Any], what: str) -> bool:
    """Whether one more push leaves all there once, and the one after it finds nothing to do."""
    said = []
    for _ in range(2):
        done = subprocess.run(
            [COMMAND, "push", str(source), "--project", title], env=environ(home), capture_output=True, text=True
        )
        said.append(done.stdout.splitlines()[0] if done.returncode == 0 else f"exit code {done.returncode}")
    with connected(home) as client:
        projects = client.project_ids(title)
        found = [task for project in projects for task in client.tasks(project)]
    times = Counter(task.doc_id for task in found)
    missing = sum(not times[document.document.doc_id] for document in documents)
    double = sum(count > 1 for count in times.values())
    bare = sum(not task.predicted for task in found)
    right = len(projects) == 1 and not (missing or double or bare) and "0 created" in said[1]
    print(f"{what}; then: {said[0]}; then: {said[1]}")
    print(
        f"  {len(projects)} project, {len(found):,} tasks of {len(documents):,} documents: {missing} missing, "
        f"{double} double, {bare} without predictions: {'right' if right else 'WRONG'}",
        flush=True,
    )
    return right


def tasks(home: Path, title: str) -> int:
    with connected(home) as client:
        return sum(client.counts(project).tasks for project in client.project_ids(title))


@contextmanager
def database(programs: Path | None) -> Iterator[dict[str, str]]:
    """What Label Studio is told of a Postgres that lasts as long; nothing without `programs`."""
    if programs is None:
        yield {}
        return
    # Postgres will not run as root; who is root lends it the account that Debian's package makes.
    owner: dict[str, Any] = {"user": "postgres", "group": "postgres"} if os.getuid() == 0 else {}
    folder = Path(tempfile.mkdtemp())
    try:
        if owner:
            shutil.chown(folder, **owner)
        data = folder / "data"
        name = owner.get("user") or pwd.getpwuid(os.getuid()).pw_name
        given = f"-p {POSTGRES_PORT} -c listen_addresses=127.0.0.1 -k {folder}"
        start = ("pg_ctl", "-D", str(data), "-l", str(folder / "log"), "-w", "-o", given, "start")
        for command in (("initdb", "-D", str(data), "-A", "trust", "-U", name), start):
            subprocess.run([str(programs / command[0]), *command[1:]], check=True, stdout=subprocess.DEVNULL, **owner)
        try:
            yield {
                "DJANGO_DB": "default",
                "POSTGRE_HOST": "127.0.0.1",
                "POSTGRE_PORT": str(POSTGRES_PORT),
                "POSTGRE_NAME": "postgres",
                "POSTGRE_USER": name,
                "POSTGRE_PASSWORD": "",
            }
        finally:
            subprocess.run([str(programs / "pg_ctl"), "-D", str(data), "-m", "fast", "stop"], check=True, **owner)
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
