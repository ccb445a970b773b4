"""`factcheck memory`: verdicts given before, to be shown when a claim comes back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from toolkit.cli import console

if TYPE_CHECKING:
    from toolkit.memory import Memory
    from toolkit.model import Earlier

app = typer.Typer(help="Verdicts given before, to be shown when a claim comes back.", no_args_is_help=True)

MemoryFile = Annotated[
    Path | None, typer.Option("--memory", help="The memory's file. Default: memory.sqlite3 in the home folder.")
]


def opened(path: Path | None) -> Memory:
    """The memory that is meant."""
    from toolkit.memory import Memory

    return Memory(path or console.settings().home / "memory.sqlite3")


@app.command()
def add(
    paths: Annotated[list[Path], typer.Argument(help="Verified-claims CSV, or ClaimReview as JSON or JSON Lines.")],
    memory: MemoryFile = None,
    models: console.Models = None,
    json: console.AsJson = False,
) -> None:
    """Remember the verdicts of files; the same file again changes nothing."""
    from toolkit.remember import read_verdicts

    given = console.settings(models=models)
    new = replaced = 0
    for path in paths:
        added = opened(memory).add(list(read_verdicts(path, models=given.models)))
        new, replaced = new + added[0], replaced + added[1]
    if json:
        console.show_json({"new": new, "replaced": replaced})
    else:
        console.show(f"{new} new verdicts, {replaced} that were known")


@app.command()
def search(
    text: Annotated[str, typer.Argument(help="A claim, in Chinese or English.")],
    memory: MemoryFile = None,
    published: Annotated[str | None, typer.Option("--published", help="When it was said, an ISO date.")] = None,
    models: console.Models = None,
    json: console.AsJson = False,
) -> None:
    """Look for earlier verdicts on a claim."""
    from toolkit.compare import of_text

    found = opened(memory).search(of_text(text, published=published, models=console.settings(models=models).models))
    if json:
        console.show_json({"found": [{**_row(earlier), "score": link.score} for link, earlier in found]})
        return
    if not found:
        console.say("nothing like it was judged before")
    for _, earlier in found:
        console.show(f"{earlier.relation}: {line(earlier)}")


@app.command("list")
def list_(memory: MemoryFile = None, json: console.AsJson = False) -> None:
    """List what is remembered, the newest first."""
    held = [item.earlier for item in opened(memory)]
    if json:
        console.show_json({"verdicts": [_row(earlier) for earlier in held]})
        return
    for earlier in held:
        console.show(line(earlier))
    console.say(f"{len(held)} verdicts")


def line(earlier: Earlier) -> str:
    """One verdict in one line."""
    parts = (earlier.date, earlier.verdict, earlier.claim, earlier.by, earlier.url)
    return " · ".join(part for part in parts if part)


def _row(earlier: Earlier) -> dict[str, Any]:
    from toolkit.model import as_json

    row: dict[str, Any] = as_json(earlier)
    return row
