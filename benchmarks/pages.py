"""Measure how long a task takes to open, by the length of its text, in a real browser beside a real server.

python benchmarks/pages.py [--characters N …] [--rounds N]

Texts are the documents of corpus/ one after another, cut at so many characters and pushed whole, whatever their length.
A page is open when the last of its marks is drawn; the time is from an empty page on, the quickest of the rounds.
Chromium has to be there, and Playwright, which the tests need too.
"""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from toolkit.annotate import annotate_many
from toolkit.intake import read_paths
from toolkit.labelstudio import codec, interface, layouts, server, sync
from toolkit.labelstudio.client import Client
from toolkit.model import Document

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
SIZES = (5_000, 10_000, 15_000, 20_000, 50_000)
DRAWN = "count => document.querySelectorAll('.htx-highlight').length >= count"


def main() -> None:
    """Print a row for each length: characters, claims, marks, seconds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--characters", type=int, nargs="+", default=SIZES)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    documents = list(annotate_many([Document(f"{size}", text(size)) for size in options.characters], models="fast"))
    config = layouts.draw("document")
    offered = interface.labels(config)
    longest = max(options.characters) + 1  # so that each is one task
    wanted = [task for made in documents for task in codec.to_tasks(made, "document", offered, longest=longest)]
    with tempfile.TemporaryDirectory() as name:
        home = Path(name) / "home"
        studio = server.start(home, port=8098)
        login = server.login(home)
        try:
            with Client(studio.url or "", login.api_key) as client, page() as shown:
                project = client.create_project("pages", config, 1)
                sync.settle(client, project, wanted, (), force=True)
                sync.show_predictions(client, project)
                ids = {task.doc_id: task.id for task in client.tasks(project.id)}
                shown.goto(f"{studio.url}/user/login")
                shown.fill("[name=email]", login.username)
                shown.fill("[name=password]", login.password)
                shown.click("button[type=submit]")
                shown.wait_for_url(lambda address: "login" not in address)
                print("| characters | claims | marks | seconds |")
                for made, task in zip(documents, wanted, strict=True):
                    address = f"{studio.url}/projects/{project.id}/data?task={ids[task.doc_id]}"
                    best = min(opened(shown, address, len(task.results)) for _ in range(options.rounds))
                    length = len(made.document.text)
                    print(f"| {length:,} | {len(made.claims)} | {len(task.results):,} | {best:.1f} |", flush=True)
        finally:
            server.stop(home)


def text(size: int) -> str:
    """So many characters of the corpus, to the end of a line."""
    whole = "\n\n".join(document.text for document in read_paths([str(CORPUS)], on_error=print))
    whole = "\n\n".join([whole] * (size // len(whole) + 1))
    return whole[: whole.rindex("\n", 0, size)]


def opened(shown: Any, address: str, marks: int) -> float:
    """Seconds from an empty page to the last mark."""
    shown.goto("about:blank")
    began = time.perf_counter()
    shown.goto(address, wait_until="commit")
    shown.wait_for_function(DRAWN, arg=marks, timeout=120_000)
    return time.perf_counter() - began


@contextmanager
def page() -> Iterator[Any]:
    """A page in Chromium."""
    from playwright.sync_api import sync_playwright

    found = os.environ.get("FACTCHECK_CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        yield browser.new_page(viewport={"width": 1440, "height": 900})
        browser.close()


if __name__ == "__main__":
    main()
