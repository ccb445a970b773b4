"""Measure push, a push that changes nothing, and pull beside what the bare SDK needs, on a real Label Studio.

python benchmarks/sync.py [--what push nothing pull memory] [--tasks N] [--rounds N]

A server of its own is started in a new folder and stopped at the end. The peer makes the same calls by
label-studio-sdk alone and checks nothing: `import_tasks` at its best batch size, a listing of ids, the JSON export.
Both run side by side in each round; a ratio is the median over the rounds. Memory is the most that a whole
`factcheck push` holds.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

import psutil

from toolkit import store
from toolkit.labelstudio import codec, exports, interface, layouts, server, sync
from toolkit.labelstudio.client import Client, task_json
from toolkit.labelstudio.records import WantedTask
from toolkit.model import DEFAULT_SCALE, AnnotatedDocument, Claim, Document, Quantity
from toolkit.publish import read_claim

COMMAND = str(Path(sys.executable).with_name("factcheck"))
BATCHES = (100, 250, 500, 1_000)
CLAIMS = 10  # a document
CHANGED = 20  # tasks that somebody answers between two pulls
SENTENCE = "据统计，第{n}季度该市出口额突破{n}亿元，比上年同期增长12.5%。Sales of the city rose by {n} percent. "


def main() -> None:
    """Run what is asked for, and print figures and ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    known = {"push": push, "nothing": nothing, "pull": pull, "memory": memory}
    parser.add_argument("--what", nargs="+", choices=known, default=list(known))
    parser.add_argument("--tasks", type=int, default=5_000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        home = Path(name) / "home"
        studio = server.start(home, port=8090)
        try:
            with Client(studio.url or "", server.login(home).api_key) as client:
                for what in options.what:
                    known[what](client, home, options)
        finally:
            server.stop(home)


def push(client: Client, home: Path, options: argparse.Namespace) -> None:
    """A first push, which looks before and after, beside the import alone at each batch size."""
    del home
    documents = made(options.tasks // 2)
    wanted = tasks_of(documents)
    ratios = []
    for number in range(options.rounds):
        alone = {size: timed(partial(bare_import, client, wanted, size, f"bare {number} {size}")) for size in BATCHES}
        best = min(alone.values())
        ours = timed(partial(sync.push, client, documents, title=f"push {number}", layout="document"))
        ratios.append(best / ours)
        told = ", ".join(f"{size}: {seconds:.1f} s" for size, seconds in alone.items())
        print(f"{len(documents):,} tasks of {CLAIMS} claims; import alone by {told}; push {ours:.1f} s", flush=True)
    say("push / bare import at its best", ratios, 0.9)


def nothing(client: Client, home: Path, options: argparse.Namespace) -> None:
    """A push that finds all as it should be, beside a listing of ids."""
    documents = made(options.tasks)
    sync.push(client, documents, title="standing", layout="document")
    project = sync.require_project(client, "standing")
    from label_studio_sdk import LabelStudio  # noqa: TID251  the peer

    sdk = LabelStudio(base_url=client.url, api_key=server.login(home).api_key)
    ratios = []
    for _ in range(options.rounds):
        alone = timed(lambda: list(sdk.tasks.list(project=project.id, include="id", page_size=500)))
        ours = timed(lambda: sync.push(client, documents, title="standing", layout="document"))
        ratios.append(ours / alone)
        print(f"{len(documents):,} tasks; ids alone {alone:.1f} s; push {ours:.1f} s", flush=True)
    say("a push that changes nothing / a listing of ids", ratios, 1.5, most=True)


def pull(client: Client, home: Path, options: argparse.Namespace) -> None:
    """A pull of annotated tasks, beside the export alone."""
    wanted = tasks_of(made(options.tasks))
    project = client.create_project("pulled", layouts.draw("document"), 1)
    for start in range(0, len(wanted), 500):
        batch = [annotated(task) for task in wanted[start : start + 500]]
        client._sdk.projects.import_tasks(project.id, request=batch)
    ratios = []
    for _ in range(options.rounds):
        alone = timed(lambda: json.loads(b"".join(bare_export(client, project.id))))
        ours = timed(lambda: sync.pull(client, title="pulled", read_claim=read_claim))
        ratios.append(ours / alone)
        print(f"{len(wanted):,} annotated tasks; export alone {alone:.1f} s; pull {ours:.1f} s", flush=True)
    say("pull / bare export", ratios, 1.1, most=True)
    again = []
    # As if ten minutes lay between what was done and a pull, which asks again for what is younger.
    long_ago = patch.object(exports, "_OVERLAP", timedelta(0))
    with Client(client.url, server.login(home).api_key, kept=home / "exports") as keeping, long_ago:
        for number in range(options.rounds):
            sync.pull(keeping, title="pulled", read_claim=read_claim)
            for task in client.tasks(project.id)[number * CHANGED : (number + 1) * CHANGED]:
                client._sdk.annotations.create(task.id, result=[])
            alone = timed(lambda: json.loads(b"".join(bare_export(client, project.id))))
            ours = timed(lambda: sync.pull(keeping, title="pulled", read_claim=read_claim))
            again.append(ours / alone)
            print(f"{CHANGED} new answers since; export alone {alone:.1f} s; pull {ours:.1f} s", flush=True)
    say("a pull after a few answers / bare export", again, 1.1, most=True)


def memory(client: Client, home: Path, options: argparse.Namespace) -> None:
    """What a push from a file holds, for twenty times as many tasks."""
    del client, options
    peaks = {}
    for count in (1_000, 20_000):
        source = home.parent / f"{count}.jsonl"
        store.write_jsonl(source, (json.loads(store.annotated_line(document)) for document in made(count)))
        peaks[count] = peak("push", str(source), "--project", f"memory {count}", home=home)
        print(f"{count:,} tasks: {peaks[count] / 1e6:,.0f} MB", flush=True)
    say("peak at 20,000 / at 1,000", [peaks[20_000] / peaks[1_000]], 1.2, most=True)


def made(count: int) -> list[AnnotatedDocument]:
    """Documents with claims and their figures, as a reader would have found them."""
    documents = []
    for number in range(count):
        sentences = [SENTENCE.format(n=number * CLAIMS + n) for n in range(CLAIMS)]
        document = Document(f"d{number}", "".join(sentences), title=f"第{number}篇", published="2025-03-01")
        claims, quantities, at = [], [], 0
        for n, sentence in enumerate(sentences):
            start, end = at + 4, at + sentence.index("，比上年")
            text = document.text[start:end]
            quantities.append(Quantity(start, end, text, "money", Decimal(n), unit="CNY", comparator=">"))
            claims.append(
                Claim(
                    f"c{number}-{n}", start, end, text, "zh", at, at + len(sentence), ("statistical",), (n,), worth=0.5
                )
            )
            at += len(sentence)
        documents.append(AnnotatedDocument(document, "mixed", (), tuple(quantities), tuple(claims), "made"))
    return documents


def tasks_of(documents: Sequence[AnnotatedDocument]) -> list[WantedTask]:
    labels = interface.labels(layouts.draw("document", DEFAULT_SCALE))
    return [task for document in documents for task in codec.to_tasks(document, "document", labels)]


def annotated(task: WantedTask) -> dict[str, Any]:
    """The task as one person has answered it."""
    results: list[Any] = []
    for region in task.results:
        verdict = {"from_name": "verdict", "type": "choices", "value": {**region["value"], "choices": ["supported"]}}
        del verdict["value"]["labels"]
        results += [region, {**region, **verdict}]
    return {**task_json(task), "annotations": [{"result": results, "ground_truth": False}]}


def bare_import(client: Client, wanted: Sequence[WantedTask], size: int, number: int) -> None:
    project = client.create_project(f"bare {number} {size}", layouts.draw("document"), 1)
    for start in range(0, len(wanted), size):
        client._sdk.projects.import_tasks(
            project.id, request=[task_json(task) for task in wanted[start : start + size]]
        )


def bare_export(client: Client, project_id: int) -> list[bytes]:
    return list(
        client._sdk.projects.exports.download_sync(
            project_id, export_type="JSON", download_all_tasks=True, request_options={"timeout_in_seconds": 300}
        )
    )


def peak(*words: str, home: Path) -> int:
    """The most bytes that the command held at a time."""
    running = subprocess.Popen(
        [COMMAND, *words], env={**os.environ, "FACTCHECK_HOME": str(home)}, stderr=subprocess.DEVNULL
    )
    process, most = psutil.Process(running.pid), 0
    while running.poll() is None:
        try:
            most = max(most, process.memory_info().rss)
        except psutil.Error:
            break
        time.sleep(0.1)
    assert running.wait() == 0
    return most


def timed(run: Callable[[], object]) -> float:
    began = time.perf_counter()
    run()
    return time.perf_counter() - began


def say(what: str, ratios: list[float], target: float, *, most: bool = False) -> None:
    middle = statistics.median(ratios)
    met = middle <= target if most else middle >= target
    spread = f" ({min(ratios):.2f} to {max(ratios):.2f})" if len(ratios) > 1 else ""
    print(f"== {what}: {middle:.2f}{spread}; target {'<=' if most else '>='} {target}: {'met' if met else 'MISSED'}")


if __name__ == "__main__":
    main()
