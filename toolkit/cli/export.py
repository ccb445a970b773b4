"""`factcheck export`: pull, decide, and the verified-claims CSV."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from toolkit.cli import console


def command(
    output: Annotated[Path, typer.Option("--output", "-o", help="The CSV to write; evidence.csv goes beside it.")],
    undecided: Annotated[
        Path | None, typer.Option("--undecided", help="Also write the claims without a decision, with the reason.")
    ] = None,
    claimreview: Annotated[
        Path | None, typer.Option("--claimreview", help="Also write schema.org ClaimReview as JSON-LD.")
    ] = None,
    url: console.Url = None,
    api_key: console.ApiKey = None,
    project: console.ProjectName = None,
    json: console.AsJson = False,
) -> None:
    """Pull the verdicts, decide each claim, and write the verified-claims CSV."""
    from toolkit import publish

    given = console.settings(url=url, api_key=api_key, project=project)
    verified = publish.verify(console.connect(given), title=given.project)
    rows, evidence = publish.export(verified, output, undecided=undecided, claimreview=claimreview)
    counts = verified.counts
    if json:
        console.show_json(
            {
                "rows": rows,
                **{name: counts[name] for name in ("undecided", "waiting", "skipped", "not_a_claim", "total")},
                "without_evidence": verified.without_evidence,
                "agreement": verified.agreement.to_json(),
                "output": str(output),
                "evidence": str(evidence),
            }
        )
        return
    rest = ", ".join(f"{counts[name]} {name}" for name in ("undecided", "waiting", "skipped", "not_a_claim"))
    console.show(f"{output}: {rows} rows; {rest}; {counts['total']} claims in all")
    if verified.without_evidence:
        console.say(f"note: {verified.without_evidence} verdicts lack the evidence that they need")
