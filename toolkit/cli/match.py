"""`factcheck match`: what claims of different documents have to do with each other."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from typing import Annotated, Any

import typer

from toolkit.cli import console
from toolkit.cli.intake import Intake


def command(
    paths: Annotated[list[str], typer.Argument(help="Files that annotate wrote; documents and folders are annotated.")],
    output: Annotated[
        str, typer.Option("--output", "-o", help="The file to write, one link a line; - for standard output.")
    ],
    max_chars: console.MaxChars = None,
    models: console.Models = None,
    threads: console.Threads = None,
    json: console.AsJson = False,
) -> None:
    """Find claims that say the same, give another figure, or bring an older one up to date."""
    from toolkit.claims.match import links
    from toolkit.compare import statements
    from toolkit.store import write_jsonl

    given = console.settings(max_chars=max_chars, models=models, threads=threads)
    intake = Intake(paths, given)
    made = [statement for document in intake for statement in statements(document)]
    by_id = {statement.claim_id: statement for statement in made}
    found = Counter({"same": 0, "update": 0, "contradiction": 0})

    def rows() -> Iterator[dict[str, Any]]:
        for link in links(made, kept=given.vectors):
            found[link.relation] += 1
            a, b = by_id[link.a], by_id[link.b]
            yield {
                **{"a": link.a, "b": link.b, "relation": link.relation, "score": link.score, "reason": link.reason},
                **{"a_doc": a.doc_id, "a_text": a.text, "b_doc": b.doc_id, "b_text": b.text},
            }

    write_jsonl(output, rows(), stdout=sys.stdout.buffer)
    told = {"documents": intake.count, "claims": len(made), **found}
    if json and output != "-":
        console.show_json(
            {**told, "failed": intake.failures.count, "errors": intake.failures.as_json, "output": output}
        )
    else:
        counted = ", ".join(f"{count} {name}" for name, count in told.items())
        console.say(counted if output == "-" else f"{output}: {counted}")
    if intake.failures.count:
        raise typer.Exit(console.EXIT_SOME_FAILED)
