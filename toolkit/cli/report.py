"""`factcheck report`: the fact-check report."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal, cast

import typer

from toolkit.cli import console
from toolkit.errors import UsageError


def command(
    output: Annotated[Path, typer.Option("--output", "-o", help="The file to write: .html, or .md for Markdown.")],
    lang: Annotated[str, typer.Option("--lang", help="The report's own words: en, zh or both.")] = "both",
    title: Annotated[str | None, typer.Option("--title", help="The report's headline.")] = None,
    url: console.Url = None,
    api_key: console.ApiKey = None,
    project: console.ProjectName = None,
    json: console.AsJson = False,
) -> None:
    """Write the fact-check report: one file that opens anywhere, offline."""
    from toolkit import publish

    if lang not in ("en", "zh", "both"):
        raise UsageError(f"--lang {lang!r} is unknown; it is en, zh or both")
    given = console.settings(url=url, api_key=api_key, project=project)
    verified = publish.verify(console.connect(given), title=given.project)
    publish.report(verified, output, lang=cast(Literal["en", "zh", "both"], lang), title=title)
    if json:
        console.show_json({"output": str(output), **verified.counts})
    else:
        console.show(f"{output}: {verified.counts['decided']} decided of {verified.counts['total']} claims")
