"""`factcheck check`: what an editor should look at before publishing."""

from __future__ import annotations

from typing import Annotated

import typer

from toolkit.cli import console
from toolkit.model import as_json


def command(
    online: Annotated[
        bool, typer.Option("--online", help="Also ask each cited address whether it still answers.")
    ] = False,
    url: console.Url = None,
    api_key: console.ApiKey = None,
    project: console.ProjectName = None,
    json: console.AsJson = False,
) -> None:
    """Look through the decided claims for what should not be published as it is; exit code 1 where there is any.

    Verdicts without evidence, evidence of the wrong time, addresses that nobody can open, corrected values that equal
    the claimed ones, verdicts that their own evidence contradicts, claims that lost their place. Nothing is fetched
    without --online.
    """
    from toolkit import publish

    given = console.settings(url=url, api_key=api_key, project=project)
    verified = publish.verify(console.connect(given), title=given.project)
    findings, unclear = publish.check(verified, online=online)
    if json:
        told = {"findings": [as_json(found) for found in findings], "unclear_addresses": dict(unclear)}
        console.show_json({"decided": verified.counts["decided"], **told})
    else:
        for found in findings:
            console.show(f"{found.doc_id}: {found.says} [{found.rule}]")
            console.show(f"    {found.task_url}")
        for address, reason in unclear.items():
            console.say(f"note: {address[:80]}: {reason}; open it yourself")
        claims = len({found.claim_id for found in findings})
        console.say(f"{verified.counts['decided']} decided claims, {claims} to look at")
    if findings:
        raise typer.Exit(console.EXIT_SOME_FAILED)
