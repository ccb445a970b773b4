"""`factcheck annotate`: pre-annotation alone, no server."""

from __future__ import annotations

import os
import stat
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from toolkit.cli import console
from toolkit.cli.intake import PATHS_HELP, Failures, expected, model_threads, stdin
from toolkit.errors import ReadError, UsageError

if TYPE_CHECKING:
    from toolkit.config import Settings
    from toolkit.engines.work import Reading


class Engine(StrEnum):
    """What maps the work over many documents."""

    LOCAL = "local"
    RAY = "ray"


def command(
    paths: Annotated[list[str], typer.Argument(help=PATHS_HELP)],
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            help="The file to write, one document a row: .jsonl, packed too (.jsonl.gz), or .parquet; "
            "- for JSON Lines on standard output. With --engine ray a folder of such files.",
        ),
    ],
    max_chars: console.MaxChars = None,
    models: console.Models = None,
    threads: console.Threads = None,
    workers: console.Workers = None,
    min_entity_score: console.MinEntityScore = None,
    engine: Annotated[Engine, typer.Option("--engine", help="local: this machine's cores; ray: a Ray cluster.")] = (
        Engine.LOCAL
    ),
    address: Annotated[
        str | None,
        typer.Option("--address", help="The Ray cluster's address, or auto. Default: Ray on this machine alone."),
    ] = None,
    gpus: Annotated[
        float, typer.Option("--gpus", min=0, help="GPUs for each worker of a Ray cluster, 0.5 for half a one.")
    ] = 0,
    json: console.AsJson = False,
) -> None:
    """Find entities, quantities and claims in documents; no server needed.

    A run that was broken off goes on from where it stopped when it is started again.
    """
    given = console.settings(
        max_chars=max_chars, models=models, threads=threads, workers=workers, min_entity_score=min_entity_score
    )
    if engine is Engine.LOCAL and (address or gpus):
        raise UsageError("--address and --gpus are of --engine ray")
    failures = Failures()
    read = (
        _on_ray(paths, output, given, failures, address, gpus)
        if engine is Engine.RAY
        else (_here(paths, output, given, failures))
    )
    found = {name: read[name] for name in ("documents", "claims", "entities", "quantities")}
    if json and output != "-":
        told: dict[str, Any] = {**found, "failed": failures.count, "errors": failures.as_json, "output": output}
        console.show_json(told)
    else:
        counted = ", ".join(f"{count} {name}" for name, count in found.items())
        console.say(counted if output == "-" else f"{output}: {counted}")
    if failures.count:
        raise typer.Exit(console.EXIT_SOME_FAILED)


def _here(paths: list[str], output: str, given: Settings, failures: Failures) -> Counter[str]:
    """On this machine; how many documents, claims and so on there are."""
    from toolkit import annotate_file
    from toolkit.engines.local import annotate_all
    from toolkit.engines.work import parts
    from toolkit.intake import read_paths

    annotate_file.check_output(output)
    items = read_paths(paths, on_error=failures.add, max_chars=given.max_chars, stdin=stdin())
    workers = given.workers or os.cpu_count() or 1
    found = Counter[str]()
    with _unfinished(output) as keep, console.progress("reading and annotating", expected(paths)) as done:
        temporary = keep / "output" if keep else None
        with annotate_file.writing(output, stdout=sys.stdout.buffer, temporary=temporary) as write:
            for number, line in enumerate(annotate_all(items, _reading(given), workers=workers, keep=keep), 1):
                if isinstance(line, ReadError):
                    failures.add(line)
                else:
                    write(line)
                    found.update(parts(line))
                done(number)
    return found


def _on_ray(
    paths: list[str], output: str, given: Settings, failures: Failures, address: str | None, gpus: float
) -> Counter[str]:
    """The same by Ray Data."""
    from toolkit.engines.ray import annotate_files

    if output == "-":
        raise UsageError("-: --engine ray writes a folder of files; name one, such as archive.parquet")
    written = annotate_files(
        paths,
        output,
        _reading(given),
        max_chars=given.max_chars,
        workers=given.workers,
        gpus=gpus,
        address=address,
        progress=sys.stderr.isatty(),
    )
    for error in written.errors:
        failures.add(error)
    failures.count = written.failed
    return written.found


def _reading(given: Settings) -> Reading:
    from toolkit.engines.work import Reading

    return Reading(given.models, given.min_entity_score, model_threads(given))


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
