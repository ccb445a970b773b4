"""`factcheck push`: plan, then apply."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from toolkit.cli import console
from toolkit.cli.intake import PATHS_HELP, Intake
from toolkit.errors import UsageError
from toolkit.labelstudio.choice import Choice
from toolkit.model import SCALES

if TYPE_CHECKING:
    from toolkit.config import Settings
    from toolkit.labelstudio.client import Client
    from toolkit.labelstudio.sync import Pushed
    from toolkit.model import AnnotatedDocument

Annotators = Annotated[
    int | None,
    typer.Option(
        "--annotators", help="How many people have to answer each task, each in a project of their own. Default: 1."
    ),
]


def command(
    paths: Annotated[
        list[str] | None, typer.Argument(help=f"{PATHS_HELP[:-1]}; or a file that annotate wrote.")
    ] = None,
    url: console.Url = None,
    api_key: console.ApiKey = None,
    project: console.ProjectName = None,
    layout: console.LayoutName = None,
    annotators: Annotators = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be done, and do nothing.")] = False,
    force: console.Force = False,
    reopen: Annotated[
        bool,
        typer.Option("--reopen", help="Bring tasks back whose answers lack evidence; needs no PATHS."),
    ] = False,
    min_worth: Annotated[
        float | None, typer.Option("--min-worth", min=0, max=1, help="Push only claims of at least this worth, 0 to 1.")
    ] = None,
    top: Annotated[
        int | None,
        typer.Option("--top", min=1, help="Push the claims most worth checking, so many in all the project."),
    ] = None,
    sample: Annotated[
        int | None,
        typer.Option("--sample", min=1, help="Push so many claims drawn at random; with --top, of the others."),
    ] = None,
    seed: Annotated[int, typer.Option("--seed", help="What --sample draws by: the same seed draws the same.")] = 0,
    chosen: Annotated[
        Path | None,
        typer.Option("--chosen", help="Also write which claims are pushed, which not, and why: .jsonl or .parquet."),
    ] = None,
    one_per_cluster: Annotated[
        bool, typer.Option("--one-per-cluster", help="One task for all wordings of a claim; needs --layout claim.")
    ] = False,
    tasks_per_project: Annotated[
        int | None,
        typer.Option(
            "--tasks-per-project",
            help="Spread the tasks over projects of so many each: NAME, NAME 2, …; one project to all other commands.",
        ),
    ] = None,
    through: Annotated[
        str | None,
        typer.Option(
            "--through", help="Import by way of s3://bucket/folder, from which the server fetches the tasks itself."
        ),
    ] = None,
    max_chars: console.MaxChars = None,
    models: console.Models = None,
    threads: console.Threads = None,
    min_entity_score: console.MinEntityScore = None,
    scale: console.ScaleName = None,
    json: console.AsJson = False,
) -> None:
    """Put documents into Label Studio as pre-annotated tasks: creates what is missing, keeps what is there."""
    given = console.settings(
        url=url,
        api_key=api_key,
        project=project,
        layout=layout,
        annotators=annotators,
        max_chars=max_chars,
        models=models,
        threads=threads,
        min_entity_score=min_entity_score,
        scale=scale,
        tasks_per_project=tasks_per_project,
    )
    if not paths and not reopen:
        raise UsageError("nothing to push; name documents or folders, or say --reopen")
    server = console.connect(given, through=through)
    server.version()  # a wrong token or a dead server is better known before a long annotation than after it
    intake = Intake(paths or [], given)
    choice = Choice(min_worth or 0.0, top, sample, seed)
    pushed = None
    if paths:
        pushed = push(
            server,
            given,
            intake,
            dry_run=dry_run,
            force=force,
            one_per_cluster=one_per_cluster,
            choice=choice,
            chosen=chosen,
        )
    reopened = _reopen(server, given, dry_run=dry_run) if reopen else None
    if json:
        told = as_json(pushed, intake) if pushed else {}
        console.show_json(told if reopened is None else told | {"reopened": reopened})
    else:
        if pushed:
            _show(pushed, intake)
        if reopened is not None:
            would = "would be " if dry_run else ""
            console.show(f"{reopened} tasks {would}open again for their evidence; factcheck status lists them")
    if intake.failures.count:
        raise typer.Exit(console.EXIT_SOME_FAILED)


def _reopen(server: Client, given: Settings, *, dry_run: bool) -> int:
    from toolkit import publish

    verified = publish.verify(server, title=given.project)
    if dry_run:
        return len({answer.task_id for _, answer in verified.lacking_evidence})
    return publish.reopen_lacking(server, verified)


def push(
    server: Client,
    given: Settings,
    intake: Intake,
    *,
    dry_run: bool = False,
    force: bool = False,
    one_per_cluster: bool = False,
    choice: Choice | None = None,
    chosen: Path | None = None,
) -> Pushed:
    """Annotate, choose, compare and push, one importer at a time on the local studio."""
    from toolkit import compare, publish
    from toolkit.labelstudio import sync, twins
    from toolkit.memory import Memory

    if one_per_cluster and given.layout != "claim":
        raise UsageError("--one-per-cluster needs --layout claim: in the document layout a document is one task")

    documents = _documents(server, given, intake, choice or Choice(), chosen)
    if not documents:
        said = "no claim was chosen" if intake.count else "no document was read"
        console.say(f"{said}, so nothing is pushed")
        return sync.Pushed(None, server.url, dry_run=dry_run)
    memory = Memory(given.home / "memory.sqlite3")
    known = compare.known(documents, memory, one_per_cluster=one_per_cluster, vectors=given.vectors)
    with _alone(given), console.progress("pushing", len(documents)) as done:
        pushed = twins.push(
            server,
            documents,
            title=given.project,
            layout=given.layout,
            annotators=given.annotators,
            dry_run=dry_run,
            force=force,
            progress=done,
            known=known,
            scale=SCALES[given.scale],
            tasks_per_project=given.tasks_per_project,
        )
        if dry_run and pushed.superseded:
            return replace(pushed, fallen=tuple(publish.falling(server, documents, title=given.project)))
        if dry_run or not pushed.earlier:
            return pushed
        return replace(pushed, fallen=tuple(publish.carry(server, title=given.project)))


def _documents(
    server: Client, given: Settings, intake: Intake, choice: Choice, chosen: Path | None
) -> list[AnnotatedDocument]:
    """What goes to the server, each document with the claims that are chosen."""
    from toolkit.labelstudio import sync
    from toolkit.labelstudio.choice import Held, Verdict, choose
    from toolkit.store import write_records

    held = Held() if choice.everything else sync.held(server, title=given.project, layout=given.layout)
    if chosen is None:
        made = choose(intake, choice, held, lambda verdict: intake.judge(verdict.pushed))
    else:
        with write_records(
            chosen,
            {
                **{"doc_id": "string", "claim_id": "string", "text": "string"},
                **{"worth": "double", "pushed": "bool", "reason": "string"},
            },
        ) as write:

            def told(verdict: Verdict) -> None:
                intake.judge(verdict.pushed)
                claim = verdict.claim
                about = {"doc_id": verdict.doc_id, "claim_id": claim.claim_id, "text": claim.text, "worth": claim.worth}
                write({**about, "pushed": verdict.pushed, "reason": verdict.reason})

            made = choose(intake, choice, held, told)
    return made


def as_json(pushed: Pushed, intake: Intake) -> dict[str, Any]:
    """What --json holds for push and run."""
    from toolkit.labelstudio import carried

    return {
        "project_id": pushed.project.id if pushed.project else None,
        "url": pushed.url,
        "documents": intake.count,
        "claims": {"chosen": intake.chosen, "left": intake.left},
        "created": pushed.created,
        "kept": pushed.kept,
        "parts": pushed.parts,
        "retired": pushed.retired + pushed.superseded,
        "superseded": pushed.superseded,
        "repaired": pushed.repaired,
        "failed": intake.failures.count,
        "errors": intake.failures.as_json,
        "dry_run": pushed.dry_run,
        "fallen": [carried.told(judged) for judged in pushed.fallen],
        "notes": list(pushed.notes),
        "projects": [
            {
                **{"project_id": one.project.id if one.project else None, "url": one.url},
                **{"created": one.created, "kept": one.kept, "repaired": one.repaired},
            }
            for one in pushed.twins or (pushed,)
        ],
    }


def summary(pushed: Pushed, intake: Intake) -> str:
    """One line: what happened to how many."""
    parts = [
        f"{pushed.created} created",
        f"{pushed.kept} kept",
        f"{pushed.repaired} repaired" if pushed.repaired else "",
        f"{pushed.retired} retired" if pushed.retired else "",
        f"{pushed.superseded} superseded (they hold human work and stay)" if pushed.superseded else "",
        f"in {pushed.parts} projects" if pushed.parts > 1 else "",
        f"{intake.failures.count} not read" if intake.failures.count else "",
    ]
    left = f"; {intake.chosen} claims chosen, {intake.left} left" if intake.left else ""
    would = "would be: " if pushed.dry_run else ""
    return f"{intake.count} documents; tasks {would}{', '.join(part for part in parts if part)}{left}"


def show_fallen(pushed: Pushed) -> None:
    """The claims whose verdicts do not stand, as their sentence is not in the new text: a person has to look."""
    from toolkit.labelstudio import carried

    if pushed.fallen:
        stand = "would no longer be" if pushed.dry_run else "are no longer"
        also = "" if pushed.dry_run else " (factcheck check lists them too)"
        console.say(f"{len(pushed.fallen)} judged claims {stand} in their source{also}:")
    for told in map(carried.told, pushed.fallen):
        console.say(f"  {told['doc_id']}: “{told['text']}” {told['said']} {told['url']}")


def _show(pushed: Pushed, intake: Intake) -> None:
    for note in pushed.notes:
        console.say(f"note: {note}")
    show_fallen(pushed)
    console.show(summary(pushed, intake))
    for one in pushed.twins or (pushed,):
        console.show(one.url)


@contextmanager
def _alone(given: Settings) -> Iterator[None]:
    """SQLite loses predictions when two import at once; so on this machine one push waits for the other."""
    if given.url is not None:
        yield
        return
    from filelock import FileLock, Timeout

    lock = FileLock(given.home / "push.lock")
    try:
        lock.acquire(timeout=0.2)
    except Timeout:
        console.say("another push is running; waiting for it …")
        lock.acquire()
    try:
        yield
    finally:
        lock.release()
