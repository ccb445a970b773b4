"""`factcheck agreement`: how far people agree, and what each of them did."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from toolkit.cli import console
from toolkit.model import as_json

_NAMES = {
    "alpha_nominal": "Krippendorff's alpha, nominal",
    "alpha_ordinal": "Krippendorff's alpha, ordinal",
    "ac1": "Gwet's AC1",
    "percent": "equal answers",
    "exact": "marks of claims, F1, equal",
    "overlap": "marks of claims, F1, overlapping",
}


def command(
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Also write what each annotator did as CSV.")
    ] = None,
    url: console.Url = None,
    api_key: console.ApiKey = None,
    project: console.ProjectName = None,
    json: console.AsJson = False,
) -> None:
    """How far people agree on verdicts and on what is a claim, and each annotator's work.

    Agreement with the decisions, seconds a claim, corrections to the machine's marks.
    """
    from toolkit import publish

    given = console.settings(url=url, api_key=api_key, project=project)
    verified = publish.verify(console.connect(given), title=given.project)
    verdicts, spans, people = verified.agreement, publish.spans(verified), publish.people(verified)
    if output is not None:
        publish.write_annotators(output, people)
    if json:
        console.show_json(
            {
                "agreement": verdicts.to_json(),
                "spans": spans.to_json(),
                "annotators": [{**as_json(person), "agreement": person.agreement} for person in people],
                "output": str(output) if output else None,
            }
        )
        return
    for found in (verdicts, spans):
        for name in _NAMES:
            if hasattr(found, name):
                console.show(f"{_NAMES[name]:<34}{_figure(getattr(found, name))}{_range(found.intervals.get(name))}")
    for pair in verdicts.pairwise_kappa:
        said = f"{_figure(pair.kappa)}{_range(pair.interval)}, {pair.n_units} claims"
        console.show(f"kappa, {pair.a} and {pair.b}: {said}")
    console.show()
    console.show(_line("annotator", ("counted", "agreed", "compared", "s/claim", *_CORRECTIONS)))
    for person in people:
        seconds = "-" if person.seconds is None else f"{person.seconds:g}"
        counts = [f"{getattr(person, name):,}" for name in _CORRECTIONS]
        cells = (f"{person.counted:,}", f"{person.agreed:,}", f"{person.compared:,}", seconds, *counts)
        console.show(_line(person.annotator, cells))
    console.say(
        f"{verdicts.n_units} claims with two answers or more, {verdicts.n_excluded} with one; marks compared in "
        f"{spans.n_documents} documents; intervals are 95 %, over documents"
    )


_CORRECTIONS = ("moved", "relabelled", "dismissed", "added")


def _figure(value: float | None) -> str:
    return "not defined" if value is None else f"{value:.3f}"


def _range(interval: tuple[float, float] | None) -> str:
    return f"  ({interval[0]:.3f} to {interval[1]:.3f})" if interval else ""


def _line(name: str, cells: Sequence[str]) -> str:
    return f"{name:<34}" + "".join(f"{cell:>11}" for cell in cells)
