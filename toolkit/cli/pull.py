"""`factcheck pull`: every human verdict."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from toolkit.cli import console


def command(
    output: Annotated[
        str, typer.Option("--output", "-o", help="The file to write, one JSON object a line; - for standard output.")
    ],
    url: console.Url = None,
    api_key: console.ApiKey = None,
    project: console.ProjectName = None,
    json: console.AsJson = False,
) -> None:
    """Write every human verdict, with its evidence, as JSON Lines."""
    from toolkit.labelstudio import twins
    from toolkit.publish import answer_rows, read_claim
    from toolkit.store import write_jsonl

    given = console.settings(url=url, api_key=api_key, project=project)
    pulled = twins.pull(console.connect(given), title=given.project, read_claim=read_claim)
    rows = answer_rows(pulled.claims)
    write_jsonl(output, rows, stdout=sys.stdout.buffer)
    if json and output != "-":
        console.show_json({"verdicts": len(rows), "claims": len(pulled.claims), "output": output})
    else:
        console.say(f"{len(rows)} verdicts on {len(pulled.claims)} claims")
