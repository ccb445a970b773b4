"""`factcheck export`: pull, decide, and the verified-claims CSV."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from toolkit.cli import console
from toolkit.model import as_json

_FEW = 10  # answers that say nothing, named on the screen


def command(
    output: Annotated[Path, typer.Option("--output", "-o", help="The CSV to write; evidence.csv goes beside it.")],
    undecided: Annotated[
        Path | None, typer.Option("--undecided", help="Also write the claims without a decision, with the reason.")
    ] = None,
    claimreview: Annotated[
        Path | None, typer.Option("--claimreview", help="Also write schema.org ClaimReview as JSON-LD.")
    ] = None,
    review_url: Annotated[
        str | None,
        typer.Option(
            "--review-url",
            help="Where readers find the reviews: the report's address, or one a claim with {claim_id} in it.",
        ),
    ] = None,
    anchors: Annotated[
        Path | None, typer.Option("--anchors", help="Also write W3C Web Annotations: where each claim stands.")
    ] = None,
    lines: Annotated[Path | None, typer.Option("--jsonl", help="Also write the rows as JSON Lines.")] = None,
    parquet: Annotated[Path | None, typer.Option("--parquet", help="Also write the rows as Parquet.")] = None,
    note: Annotated[
        str | None, typer.Option("--note", help="What readers are told of verdicts that changed; goes to the history.")
    ] = None,
    url: console.Url = None,
    api_key: console.ApiKey = None,
    project: console.ProjectName = None,
    json: console.AsJson = False,
) -> None:
    """Pull the verdicts, decide each claim, and write the verified-claims CSV."""
    from toolkit import publish

    given = console.settings(url=url, api_key=api_key, project=project, review_url=review_url)
    verified = publish.verify_and_compare(console.connect(given), title=given.project, vectors=given.vectors)
    also = publish.Also(undecided, claimreview, anchors, lines, parquet)
    written = publish.export(verified, output, also, house=publish.house(given), note=note)
    corrections = publish.corrections(written.changes)
    counts = verified.counts
    if json:
        console.show_json(
            {
                "rows": written.rows,
                **{name: counts[name] for name in ("undecided", "waiting", "skipped", "not_a_claim", "total")},
                "answers": verified.answers,
                "uncounted": [
                    {
                        **{"claim_id": answer.claim_id, "doc_id": answer.doc_id, "task_id": answer.task_id},
                        **{"annotator": answer.annotator, "state": answer.state, "problem": answer.problem},
                    }
                    for answer in verified.uncounted
                ],
                "without_evidence": verified.without_evidence,
                "agreement": verified.agreement.to_json(),
                "output": str(output),
                "evidence": str(written.evidence),
                "history": str(written.history),
                "claimreview": {"reviews": written.reviews, "lacking": dict(written.lacking)},
                "corrections": [as_json(change) for change in corrections],
            }
        )
        return
    rest = ", ".join(f"{counts[name]} {name}" for name in ("undecided", "waiting", "skipped", "not_a_claim"))
    console.show(f"{output}: {written.rows} rows; {rest}; {counts['total']} claims in all")
    answers = verified.answers
    parts = ", ".join(f"{count} {name}" for name, count in answers.items() if name != "total" and count)
    console.say(f"{answers['total']} answers{': ' if parts else ''}{parts}")
    for change in corrections[:_FEW]:
        console.say(
            f"{change.kind}: {change.doc_id}, {change.before} → {change.verdict or 'open'}: {change.claim_text[:60]}"
        )
    if len(corrections) > _FEW:
        console.say(f"and {len(corrections) - _FEW} more changes; {written.history} has them all")
    if claimreview:
        lack = ", ".join(f"{count} {name}" for name, count in written.lacking.items())
        console.say(f"{claimreview}: {written.reviews} reviews{f'; of these lack: {lack}' if lack else ''}")
        if "url" in written.lacking:
            console.say("note: search engines show no review without an address; say where it is with --review-url")
    named = [answer for answer in verified.uncounted if answer.state != "skipped"]
    for answer in named[:_FEW]:
        console.say(f"  {answer.annotator}, task {answer.task_id}, {answer.doc_id}: {answer.problem}")
    if len(named) > _FEW:
        console.say(f"  and {len(named) - _FEW} more; --json names them all")
    if verified.without_evidence:
        console.say(f"note: {verified.without_evidence} verdicts lack the evidence that they need")
