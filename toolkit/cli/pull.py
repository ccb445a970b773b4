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
    whole: Annotated[
        bool,
        typer.Option("--whole", help="Ask the server for everything, not only for what changed since the last time."),
    ] = False,
    json: console.AsJson = False,
) -> None:
    """Write every human verdict, with its evidence, as JSON Lines, and say what became of each."""
    from toolkit.labelstudio import twins
    from toolkit.publish import answer_counts, answer_remarks, answer_rows, read_claim
    from toolkit.store import write_jsonl

    given = console.settings(url=url, api_key=api_key, project=project)
    pulled = twins.pull(console.connect(given, anew=whole), title=given.project, read_claim=read_claim)
    rows = answer_rows(pulled.claims)
    write_jsonl(output, rows, stdout=sys.stdout.buffer)
    counts, remarks = answer_counts(pulled.claims), answer_remarks(pulled.claims, pulled.scale)
    if json and output != "-":
        told = {"verdicts": len(rows), "claims": len(pulled.claims), "drafts": pulled.drafts, "answers": counts}
        console.show_json({**told, **remarks, "output": output})
        return
    said = {name: count for name, count in counts.items() if name != "total"}
    said |= {"tasks begun and not submitted": pulled.drafts, "edited by somebody else": remarks["edited"]}
    said |= {"given on an earlier version of the text": remarks["carried"]}
    said |= {"with a corrected value that their verdict leaves out": remarks["stale_corrections"]}
    told_of = ", ".join(f"{count} {name}" for name, count in said.items() if count)
    console.say(f"{len(rows)} verdicts on {len(pulled.claims)} claims{': ' if told_of else ''}{told_of}")
