"""`factcheck annotate`: pre-annotation alone, no server."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Annotated, Any

import typer

from toolkit.cli import console
from toolkit.cli.intake import PATHS_HELP, Intake


def command(
    paths: Annotated[list[str], typer.Argument(help=PATHS_HELP)],
    output: Annotated[
        str, typer.Option("--output", "-o", help="The file to write, one JSON object a line; - for standard output.")
    ],
    max_chars: console.MaxChars = None,
    models: console.Models = None,
    threads: console.Threads = None,
    min_entity_score: console.MinEntityScore = None,
    json: console.AsJson = False,
) -> None:
    """Find entities, quantities and claims in documents and write them as JSON Lines."""
    from toolkit.store import annotated_to_json, write_jsonl

    given = console.settings(max_chars=max_chars, models=models, threads=threads, min_entity_score=min_entity_score)
    intake = Intake(paths, given)
    found = {"documents": 0, "claims": 0, "entities": 0, "quantities": 0}

    def rows() -> Iterator[dict[str, Any]]:
        for document in intake:
            found["documents"] += 1
            for name in ("claims", "entities", "quantities"):
                found[name] += len(getattr(document, name))
            yield annotated_to_json(document)

    write_jsonl(output, rows(), stdout=sys.stdout.buffer)
    if json and output != "-":
        console.show_json({**found, "failed": len(intake.failed), "errors": intake.failures, "output": output})
    else:
        counted = ", ".join(f"{count} {name}" for name, count in found.items())
        console.say(counted if output == "-" else f"{output}: {counted}")
    if intake.failed:
        raise typer.Exit(console.EXIT_SOME_FAILED)
