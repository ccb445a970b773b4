"""`factcheck adjudicate`: the claims that people left open, before an adjudicator."""

from __future__ import annotations

from typing import Annotated

import typer

from toolkit.cli import console


def command(
    url: console.Url = None,
    api_key: console.ApiKey = None,
    project: console.ProjectName = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be done, and do nothing.")] = False,
    force: console.Force = False,
    json: console.AsJson = False,
) -> None:
    """Make, or update, the project in which an adjudicator rules on the claims that people left open.

    Its tasks show all answers without names, the worst disagreement on what is most worth checking first. What is
    ruled there decides, in every later pull, export and report.
    """
    from toolkit import publish

    given = console.settings(url=url, api_key=api_key, project=project)
    server = console.connect(given)
    verified = publish.verify(server, title=given.project)
    made = publish.adjudicate(server, verified, dry_run=dry_run, force=force)
    if made is None:
        if json:
            console.show_json({"project_id": None, "url": None, "open": 0, "ruled": 0, "created": 0, "kept": 0})
        else:
            console.show("nothing to adjudicate: no claim on which people gave answers is open")
        return
    pushed = made.pushed
    if json:
        console.show_json(
            {
                "project_id": pushed.project.id if pushed.project else None,
                "url": pushed.url,
                "open": made.open,
                "ruled": made.ruled,
                "created": pushed.created,
                "kept": pushed.kept,
                "repaired": pushed.repaired,
                "retired": pushed.retired,
                "dry_run": dry_run,
                "notes": list(pushed.notes),
            }
        )
        return
    for note in pushed.notes:
        console.say(f"note: {note}")
    would = "would be " if dry_run else ""
    console.show(
        f"{made.open} claims open, {made.ruled} ruled on; tasks: {would}{pushed.created} created, {pushed.kept} kept, "
        f"{pushed.repaired} updated, {pushed.retired} taken away"
    )
    console.show(pushed.url)
