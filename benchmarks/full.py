"""Try what a push does when the server's disk is full, and what the next one makes of it.

python benchmarks/full.py [--documents N] [--megabytes N]

A server of its own keeps its data on a file system in memory that has so many megabytes more than the server needs
before it has any task; who runs this has to be allowed to mount it. Somebody answers a task, then a push of N documents
fills the disk and ends with an error. Room is made, and the push is run again: every document has to be there once with
its predictions, and the answer has to stand; else the exit code is 1.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from sync import COMMAND, made  # the file beside this one
from trial import checked, connected, environ, push, stored, write

from toolkit.labelstudio import server

FIRST = 5  # documents that are there before the disk is full


def main() -> None:
    """Print what each push said, and what is there at the end."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=600)
    parser.add_argument("--megabytes", type=int, default=4)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        home, source = Path(name) / "home", Path(name) / "documents.jsonl"
        documents = made(options.documents)
        home.mkdir(mode=0o700)
        resize(home, "200m", "-t", "tmpfs", "-o", "mode=0700")
        try:
            server.start(home, port=8099)
            write(source, documents[:FIRST])
            push(home, source)
            annotator = answered(home)
            used = sum(path.stat().st_size for path in home.rglob("*") if path.is_file())
            resize(home, f"{used + options.megabytes * 2**20}")
            write(source, documents)
            ended = subprocess.run([COMMAND, "push", str(source)], env=environ(home), capture_output=True, text=True)
            print(f"disk full with {stored(home):,} tasks stored; the push ended with {ended.returncode}:")
            print(
                f"  {ended.stderr.strip().splitlines()[-1] if ended.stderr.strip() else 'and said nothing'}", flush=True
            )
            resize(home, "2g")
            push(home, source)
            push(home, source)
            right = checked(home, [document.document.doc_id for document in documents], annotator)
        finally:
            server.stop(home)
            subprocess.run(["umount", str(home)], check=True)
    sys.exit(0 if right and ended.returncode else 1)


def resize(home: Path, size: str, *options: str) -> None:
    """Mount the file system, or give it another size."""
    how = list(options) or ["-o", "remount"]
    how[-1] += f",size={size}"
    subprocess.run(["mount", *how, *(["tmpfs"] if options else []), str(home)], check=True)


def answered(home: Path) -> Any:
    """One answer that the server has confirmed, as `trial.checked` wants it."""
    mark = {"id": "r", "from_name": "rationale", "to_name": "text", "type": "textarea"}
    with connected(home) as client:
        project = client.find_project("factcheck")
        assert project
        task = client.tasks(project.id)[0].id
        value = {"start": 0, "end": 4, "text": ["kept"]}
        known = client._sdk.annotations.create(task, result=[{**mark, "value": value}]).id
    return SimpleNamespace(confirmed={known: "kept"}, unsure=set(), saves=1, failures=0)


if __name__ == "__main__":
    main()
