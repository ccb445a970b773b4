"""`factcheck evaluate`: the machine's marks beside what people left of them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from toolkit.cli import console


def command(
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Also write the table as CSV.")] = None,
    url: console.Url = None,
    api_key: console.ApiKey = None,
    project: console.ProjectName = None,
    json: console.AsJson = False,
) -> None:
    """Precision and recall of the pre-annotation in use, by label, rule and model version.

    Of the marks that the machine proposed, people kept, moved, relabelled and dismissed so many, and added others.
    """
    from toolkit import publish

    given = console.settings(url=url, api_key=api_key, project=project)
    found = publish.evaluation(publish.verify(console.connect(given), title=given.project))
    if output is not None:
        publish.write_evaluation(output, found)
    if json:
        rows = [
            {name: getattr(row, name) for name in ("model_version", "kind", "what", "proposed", *_COUNTS, *_SHARES)}
            for row in found.rows
        ]
        told = {name: getattr(found, name) for name in ("n_annotations", "n_documents", "n_excluded")}
        console.show_json({**told, "rows": rows, "output": str(output) if output else None})
        return
    version = None
    for row in found.rows:
        if row.model_version != version:
            version = row.model_version
            console.show(f"{version}\n")
            console.show(_line("", ("proposed", *_COUNTS, *_SHARES[:2])))
        shares = ["-" if (share := getattr(row, name)) is None else f"{share:.1%}" for name in _SHARES[:2]]
        counts = [f"{getattr(row, name):,}" for name in ("proposed", *_COUNTS)]
        console.show(_line(f"{row.kind} {row.what}", [*counts, *shares]))
    left_out = f"; {found.n_excluded} begun on an empty page are left out" if found.n_excluded else ""
    console.say(f"{found.n_annotations} annotations of {found.n_documents} documents{left_out}")


_COUNTS = ("kept", "moved", "relabelled", "dismissed", "added", "gained")
_SHARES = ("precision", "recall", "precision_exact", "recall_exact")


def _line(name: str, cells: list[str] | tuple[str, ...]) -> str:
    return f"{name:<28}" + "".join(f"{cell:>11}" for cell in cells)
