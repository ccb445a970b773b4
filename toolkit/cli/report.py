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
    history: Annotated[
        Path | None, typer.Option("--history", help="The history that export keeps: NAME.history.csv.")
    ] = None,
    style: Annotated[
        Path | None,
        typer.Option("--style", help="A house's logo, colours, words, statements and templates: a TOML file."),
    ] = None,
    claimreview: Annotated[
        bool, typer.Option("--claimreview", help="Embed schema.org ClaimReview, for search engines.")
    ] = False,
    task_links: Annotated[
        bool, typer.Option("--task-links/--no-task-links", help="Lead from each claim back to its task, or do not.")
    ] = True,
    pdf: Annotated[Path | None, typer.Option("--pdf", help="Also print a PDF, by Chromium or Chrome.")] = None,
    review_url: Annotated[
        str | None, typer.Option("--review-url", help="Where this report is going to be, for its ClaimReviews.")
    ] = None,
    url: console.Url = None,
    api_key: console.ApiKey = None,
    project: console.ProjectName = None,
    json: console.AsJson = False,
) -> None:
    """Write the fact-check report: one file that opens anywhere, offline."""
    from toolkit import publish

    if lang not in ("en", "zh", "both"):
        raise UsageError(f"--lang {lang!r} is unknown; it is en, zh or both")
    given = console.settings(url=url, api_key=api_key, project=project, review_url=review_url)
    asked = publish.Reporting(
        lang=cast(Literal["en", "zh", "both"], lang),
        title=title,
        history=history,
        style=style or given.report_style,
        reviews=claimreview,
        task_links=task_links,
        pdf=pdf,
        chromium=given.chromium,
    )
    verified = publish.verify_and_compare(console.connect(given), title=given.project, vectors=given.vectors)
    reported = publish.report(verified, output, asked, house=publish.house(given) if given.house else None)
    if json:
        told = {"output": str(output), "pdf": str(pdf) if pdf else None, "unwritten": len(reported.unwritten)}
        console.show_json({**told, **verified.counts})
        return
    console.show(f"{output}: {verified.counts['decided']} decided of {verified.counts['total']} claims")
    if pdf:
        console.show(f"{pdf}: the same, printed")
    if reported.unwritten:
        console.say(f"note: {len(reported.unwritten)} changes are not in {history} yet; factcheck export adds them")
    if reported.unstated:
        console.say(
            "note: the report does not say who publishes it and who pays; say it under [statements] in a style file "
            "(--style), as docs/report.md shows"
        )
