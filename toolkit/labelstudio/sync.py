"""Push and pull: plan purely, then act; running again is always safe. Composes annotation, plan, codec and client."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from toolkit.config import Layout
from toolkit.errors import LabelConfigError, ServerError, Unreachable
from toolkit.labelstudio import codec, interface
from toolkit.labelstudio.plan import Plan, plan
from toolkit.labelstudio.records import PREDICTION_NAME, LabelStudio, Project, WantedTask
from toolkit.model import AnnotatedDocument, JudgedClaim

BATCH = 100
ATTEMPTS = 4
PAUSE = 2.0  # seconds before looking again, times the number of failures so far

Progress = Callable[[int], None]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Pushed:
    """What a push did, or with `dry_run` would do; counts are of tasks. `project` is None before the first push."""

    project: Project | None
    url: str
    created: int = 0
    kept: int = 0
    repaired: int = 0
    retired: int = 0
    superseded: int = 0
    dry_run: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pulled:
    """The project as it stands: its claims with all answers to them, and counts of tasks.

    `tasks` are ours and not superseded, and each is one of done (as many people answered as the project asks),
    skipped (nobody answered, somebody skipped) and waiting; `drafts` are begun and not submitted. `foreign` tasks
    were put there by somebody else.
    """

    project: Project
    url: str
    claims: tuple[JudgedClaim, ...]
    tasks: int
    done: int
    skipped: int
    waiting: int
    drafts: int
    superseded: int
    without_predictions: int
    foreign: int


def push(
    server: LabelStudio,
    documents: Iterable[AnnotatedDocument],
    *,
    title: str,
    layout: Layout,
    annotators: int = 1,
    dry_run: bool = False,
    force: bool = False,
    progress: Progress | None = None,
) -> Pushed:
    """Make the server hold each document's tasks once, with their predictions; touch no human work.

    Nothing is remembered between runs: each round looks at the server, plans, and applies. A connection that breaks
    leads to another look, never to sending the same thing blindly again. Raises ServerError after ATTEMPTS rounds
    without an answer, UnsafePlan, LabelConfigError.
    """
    config = interface.load_config(layout)
    offered = interface.labels(config)
    wanted = [task for document in documents for task in codec.to_tasks(document, layout, offered)]
    project = server.find_project(title)
    if dry_run:
        planned = plan(wanted, server.tasks(project.id) if project else ())
        said = _config_notes(project, config) if project else ()
        return _pushed(project, server, planned, dry_run=True, notes=said)
    notes: tuple[str, ...] = ()
    if project is None:
        project = server.create_project(title, config, annotators)
    else:
        notes = _set_config(server, project, config, layout, force=force)
    if project.maximum_annotations < annotators:
        server.update_project(project.id, maximum_annotations=annotators)
    first, repaired = _settle(server, project, wanted, force=force, progress=progress or (lambda _: None))
    _show_predictions(server, project, wanted)
    return replace(_pushed(project, server, first, dry_run=False, notes=notes), repaired=len(repaired))


def pull(server: LabelStudio, *, title: str, read_claim: codec.ReadClaim) -> Pulled:
    """Everything that people said. Raises ServerError where there is no such project."""
    project = require_project(server, title)
    url = project_url(server, project)
    tasks = server.export(project.id)
    ours = [task for task in tasks if (task.get("data") or {}).get("fc_key")]
    live = [task for task in ours if not task["data"].get("superseded")]
    states = [_state(task, project.maximum_annotations) for task in live]
    return Pulled(
        project=project,
        url=url,
        claims=tuple(
            codec.from_tasks(
                ours,
                people=server.people(),
                project=project.title,
                task_url=f"{url}?task={{task}}",
                read_claim=read_claim,
            )
        ),
        tasks=len(live),
        done=states.count("done"),
        skipped=states.count("skipped"),
        waiting=states.count("waiting"),
        drafts=sum(bool(task.get("drafts")) for task in live),
        superseded=len(ours) - len(live),
        without_predictions=sum(not task.get("predictions") for task in live),
        foreign=len(tasks) - len(ours),
    )


def require_project(server: LabelStudio, title: str) -> Project:
    """The project of this title; ServerError where there is none."""
    project = server.find_project(title)
    if project is None:
        raise ServerError(
            f"{server.url} has no project {title!r}; push documents first, or name another with --project"
        )
    return project


def project_url(server: LabelStudio, project: Project) -> str:
    """Where people annotate the project."""
    return f"{server.url}/projects/{project.id}/data"


# -- push, step by step ----------------------------------------------------------------------------------------------


def _settle(
    server: LabelStudio, project: Project, wanted: Sequence[WantedTask], *, force: bool, progress: Progress
) -> tuple[Plan, set[str]]:
    """Look, plan, apply, until a look finds nothing to change.

    Returns the first plan, and the keys of all tasks that had to be given predictions afterwards.
    """
    first: Plan | None = None
    repaired: set[str] = set()
    for attempt in range(1, ATTEMPTS + 1):
        try:
            planned = plan(wanted, server.tasks(project.id))
            if first is None:
                if not force:
                    planned.raise_if_unsafe()
                first = planned
            repaired |= {task.key for _, task in planned.repair}
            if not planned.changes:
                progress(len(wanted))
                return first, repaired
            _apply(server, project, planned, progress)
        except Unreachable:
            if attempt == ATTEMPTS:
                raise
            time.sleep(PAUSE * attempt)
    raise ServerError(
        f"{server.url} still lacks some of the {len(wanted)} tasks or their predictions after {ATTEMPTS} rounds; "
        "nothing is lost: run the push again"
    )


def _apply(server: LabelStudio, project: Project, planned: Plan, progress: Progress) -> None:
    """One round. What the server silently dropped of it, the next look finds and the next round repairs."""
    done = len(planned.keep)
    progress(done)
    for created in _batches(planned.create):
        server.import_tasks(project.id, created)
        done += len(created)
        progress(done)
    for repairs in _batches(planned.repair):
        # Predictions first: the data says which model they are of, so a repair cut short is taken up again.
        server.add_predictions(project.id, [(found.id, task) for found, task in repairs if task.results])
        for found, task in repairs:
            if found.superseded or not found.human_work:
                server.update_data(found.id, task.data)
        done += len(repairs)
        progress(done)
    for gone in planned.retire:
        server.delete_task(gone.id)
    for gone in planned.supersede:
        server.update_data(gone.id, {**gone.data, "superseded": True})


def _batches(items: Sequence[T]) -> Iterator[Sequence[T]]:
    for start in range(0, len(items), BATCH):
        yield items[start : start + BATCH]


def _config_notes(project: Project, config: str) -> tuple[str, ...]:
    if interface.same_config(project.label_config, config):
        return ()
    return ("the project's label config differs from the toolkit's",)


def _set_config(server: LabelStudio, project: Project, config: str, layout: Layout, *, force: bool) -> tuple[str, ...]:
    """Bring the project's label config up to ours where that is safe.

    A config that somebody changed by hand is kept as long as answers can be read from it.
    """
    if interface.same_config(project.label_config, config):
        return ()
    problems = interface.config_problems(project.label_config)
    other = interface.layout_of(project.label_config)
    if not force:
        if problems:
            raise LabelConfigError(
                f"the label config of project {project.title!r} cannot be used: {'; '.join(problems)}. "
                "Restore it in Label Studio, or run this again with --force to put the toolkit's in its place"
            )
        if other != layout:
            raise LabelConfigError(
                f"project {project.title!r} has the {other} layout, not the {layout} layout; name another project with "
                f"--project, or say --layout {other}, or change the project over with --force"
            )
        return ("the project's label config differs from the toolkit's and is kept; --force replaces it",)
    server.validate_config(project.id, config)
    server.update_project(project.id, label_config=config)
    return ("the project's label config was replaced by the toolkit's",)


def _show_predictions(server: LabelStudio, project: Project, wanted: Sequence[WantedTask]) -> None:
    """Label Studio takes a model version only once there are predictions of it."""
    if project.model_version != PREDICTION_NAME and any(task.results for task in wanted):
        server.update_project(project.id, model_version=PREDICTION_NAME)


def _pushed(
    project: Project | None, server: LabelStudio, planned: Plan, *, dry_run: bool, notes: tuple[str, ...]
) -> Pushed:
    return Pushed(
        project,
        project_url(server, project) if project else server.url,
        created=len(planned.create),
        kept=len(planned.keep),
        repaired=len(planned.repair),
        retired=len(planned.retire),
        superseded=len(planned.supersede),
        dry_run=dry_run,
        notes=notes,
    )


def _state(task: dict[str, Any], annotators: int) -> str:
    annotations = task.get("annotations") or ()
    submitted = sum(not annotation.get("was_cancelled") for annotation in annotations)
    if submitted >= annotators:
        return "done"
    return "skipped" if annotations and not submitted else "waiting"
