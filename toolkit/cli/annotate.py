"""`factcheck annotate`: pre-annotation alone, no server."""

from __future__ import annotations

import json as json_library
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from toolkit.cli import console
from toolkit.cli.intake import PATHS_HELP, Failures, expected, model_threads, stdin
from toolkit.errors import ReadError

if TYPE_CHECKING:
    from toolkit.config import Settings
    from toolkit.engines.work import Line

LISTS = ("claims", "entities", "quantities")


def command(
    paths: Annotated[list[str], typer.Argument(help=PATHS_HELP)],
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            help="The file to write, one document a row: .jsonl, packed too (.jsonl.gz), or .parquet; "
            "- for JSON Lines on standard output.",
        ),
    ],
    max_chars: console.MaxChars = None,
    models: console.Models = None,
    threads: console.Threads = None,
    workers: console.Workers = None,
    min_entity_score: console.MinEntityScore = None,
    json: console.AsJson = False,
) -> None:
    """Find entities, quantities and claims in documents; no server needed.

    A run that was broken off goes on from where it stopped when it is started again.
    """
    given = console.settings(
        max_chars=max_chars, models=models, threads=threads, workers=workers, min_entity_score=min_entity_score
    )
    failures = Failures()
    found = dict.fromkeys(("documents", *LISTS), 0)
    for line in _lines(paths, output, given, failures):
        if isinstance(line, ReadError):
            failures.add(line)
            continue
        row = json_library.loads(line)
        found["documents"] += 1
        for name in LISTS:
            found[name] += len(row[name])
    if json and output != "-":
        told: dict[str, Any] = {**found, "failed": failures.count, "errors": failures.as_json, "output": output}
        console.show_json(told)
    else:
        counted = ", ".join(f"{count} {name}" for name, count in found.items())
        console.say(counted if output == "-" else f"{output}: {counted}")
    if failures.count:
        raise typer.Exit(console.EXIT_SOME_FAILED)


def _lines(paths: list[str], output: str, given: Settings, failures: Failures) -> Iterator[Line]:
    """What is written to `output`, line by line as it is written, and the errors between them."""
    from toolkit import annotate_file
    from toolkit.engines.local import annotate_all
    from toolkit.engines.work import Reading
    from toolkit.intake import read_paths

    annotate_file.check_output(output)
    reading = Reading(given.models, given.min_entity_score, model_threads(given))
    items = read_paths(paths, on_error=failures.add, max_chars=given.max_chars, stdin=stdin())
    workers = given.workers or os.cpu_count() or 1
    with _unfinished(output) as keep, console.progress("reading and annotating", expected(paths)) as done:
        temporary = keep / "output" if keep else None
        with annotate_file.writing(output, stdout=sys.stdout.buffer, temporary=temporary) as write:
            for number, line in enumerate(annotate_all(items, reading, workers=workers, keep=keep), 1):
                if isinstance(line, bytes):
                    write(line)
                done(number)
                yield line


@contextmanager
def _unfinished(output: str) -> Iterator[Path | None]:
    """Where what is done is kept until all is; nowhere for what is no file, such as a pipe."""
    from toolkit.engines.chunks import kept_beside

    path = Path(output)
    if output == "-" or path.is_dir() or (path.exists() and not stat.S_ISREG(path.stat().st_mode)):
        yield None
        return
    with kept_beside(path) as folder:
        yield folder
