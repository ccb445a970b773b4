"""The command `factcheck`: each command parses, calls one function, shows the result. One file a command."""

from __future__ import annotations

import typer

from toolkit.cli import (
    adjudicate,
    agreement,
    annotate,
    check,
    doctor,
    evaluate,
    export,
    match,
    memory,
    pull,
    push,
    report,
    run,
    serve,
    status,
    studio,
)
from toolkit.cli.console import clear_errors, write_anything

app = typer.Typer(
    name="factcheck",
    help="Find checkable claims in Chinese and English texts, have people judge them in Label Studio, report.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
for module in (
    run,
    annotate,
    match,
    push,
    status,
    pull,
    adjudicate,
    agreement,
    evaluate,
    check,
    export,
    report,
    serve,
    doctor,
):
    app.command(module.__name__.rpartition(".")[2])(module.command)
app.add_typer(memory.app, name="memory")
app.add_typer(studio.app, name="studio")


@app.callback(invoke_without_command=True)
def _options(version: bool = typer.Option(False, "--version", help="Show the version and exit.")) -> None:
    if version:
        from toolkit import __version__

        typer.echo(f"factcheck-toolkit {__version__}")
        raise typer.Exit


def main() -> None:
    """The console script."""
    write_anything()
    with clear_errors():
        app()
