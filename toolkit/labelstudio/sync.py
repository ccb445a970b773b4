"""Push and pull: plan purely, then act; running again is always safe. Composes annotation, plan, codec and client."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from itertools import count
from typing import Any, TypeVar

from toolkit import collecting
from toolkit.config import Layout
from toolkit.errors import LabelConfigError, ServerError, Unreachable, UsageError
from toolkit.labelstudio import adjudication, codec, guide, interface, layouts, shards
from toolkit.labelstudio.choice import Held
from toolkit.labelstudio.plan import Plan, plan
from toolkit.labelstudio.records import PREDICTION_NAME, Counts, FoundTask, LabelStudio, Project, WantedTask
from toolkit.model import DEFAULT_SCALE, AnnotatedDocument, JudgedClaim, Known, Marking, Scale

BATCH = 500  # tasks in one request, unless they are large
HEAVIEST = 16_000_000  # characters in one request, about; Label Studio refuses 250 MB
_REGION = 1_000  # characters of a predicted region and its claim, about
ATTEMPTS = 6
PAUSE = 2.0  # seconds before looking again, times the number of failures so far

Progress = Callable[[int], None]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Pushed:
    """What a push did, or with `dry_run` would do; counts are of tasks.

    `project` is None before the first push, and the first where the tasks are in several `parts`. `earlier` tasks hold
    human work on an earlier version of a source, from this push or one before.
    """

    project: Project | None
    url: str
    created: int = 0
    kept: int = 0
    repaired: int = 0
    retired: int = 0
    superseded: int = 0
    earlier: int = 0
    dry_run: bool = False
    notes: tuple[str, ...] = ()
    parts: int = 1
    fallen: tuple[JudgedClaim, ...] = ()  # judged on an earlier version, and not in the text any more
    twins: tuple[Pushed, ...] = ()  # where there are several projects alike, each of them


@dataclass(frozen=True, slots=True)
class Pulled:
    """The project as it stands, all its parts in one: its claims with all answers to them, and counts of tasks.

    `tasks` are ours and not superseded, and each is one of done (as many people answered as the project asks),
    skipped (nobody answered, somebody skipped) and waiting; `drafts` are begun and not submitted. `annotators` is how
    many have to answer. `projects` are all those that it is spread over, `answered_twice` the addresses of tasks that
    somebody answered in more than one twin. `markings()` are what each person left of the spans in each task.
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
    scale: Scale = DEFAULT_SCALE
    annotators: int = 1
    projects: tuple[Project, ...] = ()
    answered_twice: tuple[str, ...] = ()
    markings: Callable[[], list[Marking]] = list


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
    known: Known | None = None,
    scale: Scale = DEFAULT_SCALE,
    tasks_per_project: int = 0,
    description: str = "",
) -> Pushed:
    """Make the server hold each document's tasks once, with their predictions; touch no human work.

    With `tasks_per_project` the tasks are spread over projects of so many each (`shards.py`). Nothing is remembered
    between runs: each round looks at the server, plans, and applies. A connection that breaks leads
    to another look, never to sending the same thing blindly again. Raises ServerError after ATTEMPTS rounds without an
    answer, UnsafePlan, LabelConfigError.
    """
    config = layouts.draw(layout, scale)
    offered = interface.labels(config)
    documents = list(documents)
    projects = parts(server, title)
    with ThreadPoolExecutor(1) as ahead:  # the server lists its tasks while ours are made
        listed = [ahead.submit(server.tasks, project.id) for project in projects]
        with collecting.paused():
            made_of = [codec.to_tasks(document, layout, offered, known) for document in documents]
        found = [_listed(listing) for listing in listed]
    standing: set[str] | None = None
    for number, tasks in enumerate(made_of):
        if tasks and "part" in tasks[0].data:  # unless an earlier version pushed it whole
            standing = _standing(found) if standing is None else standing
            made_of[number] = codec.to_tasks(documents[number], layout, offered, known, held=standing)
    wanted = [task for tasks in made_of for task in tasks]
    doc_ids = [document.document.doc_id for document in documents]
    shared = _share(found, wanted, doc_ids, tasks_per_project, force=force or dry_run)
    said = progress or (lambda _: None)
    made: list[Pushed] = []
    done = 0
    for number, (own, own_ids) in enumerate(shared, 1):
        project = projects[number - 1] if number <= len(projects) else None
        made.append(
            _push_part(
                *(server, project, config, own, own_ids),
                found=found[number - 1] if project else None,
                title=shards.title_of(title, number),
                description=description if number == 1 else shards.mark(title, number),
                layout=layout,
                annotators=annotators,
                dry_run=dry_run,
                force=force,
                progress=partial(_on_top_of, done, said),
            )
        )
        done += len(own)
    return Pushed(
        made[0].project,
        made[0].url,
        **{name: sum(getattr(one, name) for one in made) for name in _COUNTS},
        dry_run=dry_run,
        notes=tuple(dict.fromkeys(note for one in made for note in one.notes)),
        parts=len(made),
    )


_COUNTS = ("created", "kept", "repaired", "retired", "superseded", "earlier")


def _on_top_of(before: int, progress: Progress, done: int) -> None:
    progress(before + done)


def _push_part(
    server: LabelStudio,
    project: Project | None,
    config: str,
    wanted: Sequence[WantedTask],
    doc_ids: Sequence[str],
    *,
    title: str,
    description: str,
    layout: Layout,
    annotators: int,
    dry_run: bool,
    force: bool,
    progress: Progress,
    surprising: bool = False,
    found: Sequence[FoundTask] | None = None,
) -> Pushed:
    changes, notes = _check_config(project, config, layout, force=force) if project else (False, ())
    if dry_run:
        planned = _look(server, project, wanted, doc_ids, found) if project else plan(wanted, ())
        return _pushed(project, server, planned, dry_run=True, notes=notes)
    if made := project is None:
        project = _create_project(server, title, config, annotators, description)
    elif changes:
        notes = _set_config(server, project, config, notes, force=force)
    _show_guide(server, project, config)
    if project.maximum_annotations < annotators:
        server.update_project(project.id, maximum_annotations=annotators)
    first, repaired = settle(
        server, project, wanted, doc_ids, force=force or surprising, progress=progress, found=found
    )
    if any(task.results for task in wanted):
        show_predictions(server, project)
    if made and (older := server.find_project(title)) and older.id != project.id:
        _give_up(server, project, older)
        return _push_part(
            *(server, older, config, wanted, doc_ids),
            title=title,
            description=description,
            layout=layout,
            annotators=annotators,
            dry_run=False,
            force=force,
            progress=progress,
            surprising=surprising,
        )
    return replace(_pushed(project, server, first, dry_run=False, notes=notes), repaired=len(repaired))


def parts(server: LabelStudio, title: str) -> list[Project]:
    """The project of this title and its further parts, in order; empty where there is none."""
    found: list[Project] = []
    for number in count(1):
        made = f"{title} {number}" if number > 1 else title
        project = server.find_project(made)
        if project is None or not shards.is_part(project, title, number):
            return found
        found.append(project)
    raise AssertionError


def _listed(listing: Future[list[FoundTask]]) -> list[FoundTask] | None:
    """The tasks; None where the server could not be asked for now: the push then looks itself, as often as it takes."""
    try:
        return listing.result()
    except Unreachable:
        return None


def _standing(listed: Sequence[Sequence[FoundTask] | None]) -> set[str]:
    """The keys of the tasks that are not superseded."""
    found = [tasks for tasks in listed if tasks is not None]
    if len(found) < len(listed):
        raise Unreachable("the server cannot list the project's tasks for now; run the push again")
    return {task.key for tasks in found for task in tasks if not task.superseded}


def _share(
    listed: Sequence[Sequence[FoundTask] | None],
    wanted: Sequence[WantedTask],
    doc_ids: Sequence[str],
    most: int,
    *,
    force: bool,
) -> list[tuple[list[WantedTask], list[str]]]:
    """The tasks and documents of each part. Raises UnsafePlan before any part is touched."""
    if not most and len(listed) < 2:
        return [(list(wanted), list(doc_ids))]
    found = [tasks for tasks in listed if tasks is not None]
    if len(found) < len(listed):
        raise Unreachable("the server cannot list all the project's parts for now; run the push again")
    by_document: dict[str, list[WantedTask]] = {doc_id: [] for doc_id in doc_ids}
    for want in wanted:
        by_document[want.doc_id].append(want)
    shared = []
    sizes = {doc_id: len(tasks) for doc_id, tasks in by_document.items()}
    for number, part in enumerate(shards.assign(sizes, found, most)):
        own = [want for doc_id in part.doc_ids for want in by_document[doc_id]]
        shared.append((own, [*part.doc_ids, *part.elsewhere]))
        if number < len(found) and not force:
            plan(own, found[number], shared[-1][1]).raise_if_unsafe()
    return shared


def held(server: LabelStudio, *, title: str, layout: Layout) -> Held:
    """What of the project is on the server, for a choice of claims; in the document layout a task takes no new claims
    once people have begun on it."""
    found = (task for project in parts(server, title) for task in server.tasks(project.id))
    tasks = [task for task in found if task.key and not task.superseded]
    claims = {str(claim["claim_id"]) for task in tasks for claim in task.data.get("claims") or ()}
    begun = {task.doc_id for task in tasks if task.human_work} if layout == "document" else set()
    return Held(claims, begun, {task.doc_id for task in tasks})


def pull(server: LabelStudio, *, title: str, read_claim: codec.ReadClaim) -> Pulled:
    """Everything that people said. Raises ServerError where there is no such project."""
    require_project(server, title)
    projects = parts(server, title)
    exports = [(project, server.exported(project.id)) for project in projects]
    return pulled(server, exports, annotators=projects[0].maximum_annotations, read_claim=read_claim)


@collecting.paused()
def pulled(
    server: LabelStudio,
    exports: Sequence[tuple[Project, Sequence[Mapping[str, Any]]]],
    *,
    annotators: int,
    read_claim: codec.ReadClaim,
) -> Pulled:
    """What the exports of projects that are one say, where so many people have to answer each task."""
    first = exports[0][0]
    people = server.people()
    claims: list[JudgedClaim] = []
    ours: list[Mapping[str, Any]] = []
    for project, tasks in exports:
        field = interface.text_field(project.label_config)
        known = (codec.adopted(task, field, read_claim) for task in tasks)
        here = [task for task in known if (task.get("data") or {}).get("fc_key")]
        claims += codec.from_tasks(
            here,
            people=people,
            project=project.title,
            task_url=codec.task_url(server.url, "{project}", "{task}"),
            read_claim=read_claim,
        )
        ours += here
    claims = _with_rulings(server, claims, first.title, people, read_claim)
    live = [task for task in ours if not task["data"].get("superseded")]
    states = [_state(task, annotators) for task in live]
    return Pulled(
        project=first,
        url=project_url(server, first),
        claims=tuple(_once(claims)),
        tasks=len(live),
        done=states.count("done"),
        skipped=states.count("skipped"),
        waiting=states.count("waiting"),
        drafts=sum(bool(task.get("drafts")) for task in live),
        superseded=len(ours) - len(live),
        without_predictions=sum(bool(task["data"].get("claims")) and not task.get("predictions") for task in live),
        scale=interface.scale_of(first.label_config) or DEFAULT_SCALE,
        annotators=annotators,
        projects=tuple(project for project, _ in exports),
        markings=partial(codec.markings, ours, people),
    )


def _once(claims: Iterable[JudgedClaim]) -> list[JudgedClaim]:
    """A claim that two parts hold, once with all its answers; as the part has it where it still stands."""
    merged: dict[str, JudgedClaim] = {}
    for judged in claims:
        before = merged.setdefault(judged.claim.claim_id, judged)
        if before is not judged:
            standing = judged if before.superseded else before
            merged[judged.claim.claim_id] = replace(standing, answers=before.answers + judged.answers)
    return list(merged.values())


def adjudicate(
    server: LabelStudio,
    wanted: Sequence[WantedTask],
    doc_ids: Sequence[str],
    *,
    title: str,
    scale: Scale,
    dry_run: bool = False,
    force: bool = False,
) -> Pushed:
    """Make the adjudication project of the project `title` hold these tasks once; touch no ruling.

    Tasks of `doc_ids` that are not wanted any more go, unless somebody has worked on them. Raises as `push` does,
    and UsageError where the project's name is taken.
    """
    named = adjudication.title_of(title)
    project = server.find_project(named)
    if project is not None and not adjudication.is_ours(project, title):
        raise UsageError(f"the project {named!r} is there and holds no rulings on {title!r}; rename one of them")
    return _push_part(
        *(server, project, layouts.draw_adjudication(scale), wanted, doc_ids),
        title=named,
        description=adjudication.mark(title),
        layout="claim",
        annotators=1,
        dry_run=dry_run,
        force=force,
        surprising=True,  # that people have come to agree is no surprise
        progress=lambda _: None,
    )


def _with_rulings(
    server: LabelStudio,
    claims: list[JudgedClaim],
    title: str,
    people: Mapping[int, str],
    read_claim: codec.ReadClaim,
) -> list[JudgedClaim]:
    project = rulings(server, title)
    if project is None:
        return claims
    given = codec.from_tasks(
        server.exported(project.id),
        people=people,
        project=project.title,
        task_url=codec.task_url(server.url, "{project}", "{task}"),
        read_claim=read_claim,
    )
    return adjudication.with_rulings(claims, given)


def rulings(server: LabelStudio, title: str) -> Project | None:
    """The adjudication project of this project; None where there is none."""
    project = server.find_project(adjudication.title_of(title))
    return project if project is not None and adjudication.is_ours(project, title) else None


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


def settle(
    server: LabelStudio,
    project: Project,
    wanted: Sequence[WantedTask],
    doc_ids: Sequence[str],
    *,
    force: bool,
    progress: Progress = lambda _: None,
    found: Sequence[FoundTask] | None = None,
) -> tuple[Plan, set[str]]:
    """Look, plan, apply, until a look finds nothing to change, or the counts say that all that was missing arrived.

    `found` are the project's tasks where they were just listed. Returns the first plan, and the keys of all tasks that
    had to be given predictions afterwards.
    """
    first: Plan | None = None
    repaired: set[str] = set()
    for attempt in range(1, ATTEMPTS + 1):
        try:
            planned = _look(server, project, wanted, doc_ids, found if attempt == 1 else None)
            if first is None:
                if not force:
                    planned.raise_if_unsafe()
                first = planned
            repaired |= {repair.wanted.key for repair in planned.repair}
            if not planned.changes:
                progress(len(wanted))
                return first, repaired
            before = server.counts(project.id)
            _apply(server, project, planned, progress)
            if _arrived(planned, before, server.counts(project.id)):
                return first, repaired
        except Unreachable as error:
            if attempt == ATTEMPTS:
                raise
            time.sleep(max(PAUSE * attempt, error.wait))
    raise ServerError(
        f"{server.url} still lacks some of the {len(wanted)} tasks or their predictions after {ATTEMPTS} rounds; "
        "nothing is lost: run the push again"
    )


def _arrived(planned: Plan, before: Counts, after: Counts) -> bool:
    """Whether a round that only created tasks left just those, with their predictions: cheaper than a look.

    Where somebody else's tasks came in since the look, the numbers differ, and another look is needed.
    """
    made = len(planned.create)
    return (
        planned.changes == made
        and before.tasks == planned.listed
        and after.tasks == planned.listed + made
        and after.predictions == before.predictions + sum(bool(task.results) for task in planned.create)
    )


def _look(
    server: LabelStudio,
    project: Project,
    wanted: Sequence[WantedTask],
    doc_ids: Sequence[str],
    found: Sequence[FoundTask] | None = None,
) -> Plan:
    """The plan as things stand. What would be taken away or rewritten is looked at twice.

    The list of tasks shows no drafts; an export, which costs more, shows everybody's.
    """
    found = server.tasks(project.id) if found is None else found
    planned = plan(wanted, found, doc_ids)
    if not planned.retire and not planned.repair:
        return planned
    in_use = server.in_use(project.id)
    found = [replace(task, human_work=max(task.human_work, 1)) if task.id in in_use else task for task in found]
    return plan(wanted, found, doc_ids)


def _apply(server: LabelStudio, project: Project, planned: Plan, progress: Progress) -> None:
    """One round. What the server silently dropped of it, the next look finds and the next round repairs."""
    done = len(planned.keep)
    progress(done)
    for gone in planned.retire:  # first: the longer after the look, the likelier that somebody has begun on it
        if gone.superseded:
            server.delete_task(gone.id)
    # What is to go is marked at first, and goes after another look: somebody may be about to save.
    for gone in (*planned.retire, *planned.supersede):
        if not gone.superseded:
            server.update_data(gone.id, codec.superseded(gone.data))
    for created in _batches(planned.create, _weight):
        stored = server.import_tasks(project.id, created)
        wanting = [(id, task) for id, task in zip(stored.task_ids, created, strict=False) if task.results]
        if wanting and not stored.predictions:  # the way in which SQLite loses them: a whole request's at once
            server.add_predictions(project.id, wanting)
        done += len(created)
        progress(done)
    for repairs in _batches(planned.repair, lambda repair: _weight(repair.wanted)):
        # Predictions first: the data says which model they are of, so a repair cut short is taken up again.
        if missing := [(repair.found.id, repair.wanted) for repair in repairs if repair.predictions]:
            server.add_predictions(project.id, missing)
        for repair in repairs:
            if repair.data is not None:
                server.update_data(repair.found.id, repair.data)
        done += len(repairs)
        progress(done)


def _batches(items: Iterable[T], weight: Callable[[T], int]) -> Iterator[list[T]]:
    batch: list[T] = []
    total = 0
    for item in items:
        if batch and (len(batch) == BATCH or total + weight(item) > HEAVIEST):
            yield batch
            batch, total = [], 0
        batch.append(item)
        total += weight(item)
    if batch:
        yield batch


def _weight(task: WantedTask) -> int:
    texts = sum(len(value) for value in task.data.values() if isinstance(value, str))
    return texts + _REGION * len(task.results)


def _create_project(server: LabelStudio, title: str, config: str, annotators: int, description: str) -> Project:
    """A new project, or the one that another push made at the same moment: titles are not unique to Label Studio."""
    made = server.create_project(title, config, annotators, description)
    oldest = server.find_project(title) or made
    if oldest.id != made.id:
        server.delete_project(made.id)
    return oldest


def _give_up(server: LabelStudio, made: Project, older: Project) -> None:
    """Delete the project that this push made, for one that another push began before it and committed after it."""
    if server.in_use(made.id):
        raise ServerError(
            f"two pushes made a project {made.title!r} at the same moment, and people have begun in the later one, "
            f"{project_url(server, made)}; rename it, or the other, {project_url(server, older)}, and push again"
        )
    server.delete_project(made.id)


def _set_config(
    server: LabelStudio, project: Project, config: str, notes: tuple[str, ...], *, force: bool
) -> tuple[str, ...]:
    """Replace the label config, if the server takes it; without `force` one that it refuses stays, which is said."""
    try:
        server.validate_config(project.id, config)
    except LabelConfigError as error:
        if force:
            raise
        return (f"the project's label config is an earlier one of the toolkit's and is kept: {error}",)
    server.update_project(project.id, label_config=config)
    return notes


def _show_guide(server: LabelStudio, project: Project, config: str) -> None:
    """Make the guide the project's instruction, unless the project has one of its own. It opens by itself at first;
    whether it goes on doing so is the project's to say."""
    wanted = guide.instruction(interface.scale_of(config) or DEFAULT_SCALE)
    said = project.expert_instruction
    if not said.strip():
        server.update_project(project.id, expert_instruction=wanted, show_instruction=True)
    elif guide.is_ours(said) and not guide.same(said, wanted):
        server.update_project(project.id, expert_instruction=wanted)


def _check_config(project: Project, config: str, layout: Layout, *, force: bool) -> tuple[bool, tuple[str, ...]]:
    """Whether to put our label config in the place of the project's, and what to say of it.

    One that we put there ourselves is brought up to date. One that somebody changed by hand is kept as long as answers
    can be read from it. LabelConfigError without `force` where they cannot, or where the project has the other layout
    or scale.
    """
    if interface.same_config(project.label_config, config):
        return False, ()
    if force:
        return True, ("the project's label config differs from the toolkit's and is replaced",)
    ours = layouts.is_ours(project.label_config)
    if not ours and (problems := interface.config_problems(project.label_config)):
        raise LabelConfigError(
            f"the label config of project {project.title!r} cannot be used: {'; '.join(problems)}. "
            "Restore it in Label Studio, or run this again with --force to put the toolkit's in its place"
        )
    other = interface.layout_of(project.label_config)
    if other != layout:
        raise LabelConfigError(
            f"project {project.title!r} has the {other} layout, not the {layout} layout; name another project with "
            f"--project, or say --layout {other}, or change the project over with --force"
        )
    kept, asked = interface.scale_of(project.label_config), interface.scale_of(config)
    if kept != asked and kept and asked:
        raise LabelConfigError(
            f"project {project.title!r} has the verdicts of the {kept.name} scale, not of {asked.name}; name another "
            f"project with --project, say --scale {kept.name}, or change it over with --force: verdicts given keep "
            "their codes"
        )
    if ours:
        return True, ("the project's label config is an earlier one of the toolkit's and is brought up to date",)
    return False, ("the project's label config differs from the toolkit's and is kept; --force replaces it",)


def show_predictions(server: LabelStudio, project: Project) -> None:
    """Label Studio takes a model version only once there are predictions of it."""
    if project.model_version != PREDICTION_NAME:
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
        earlier=planned.earlier + len(planned.supersede),
        dry_run=dry_run,
        notes=notes,
    )


def _state(task: Mapping[str, Any], annotators: int) -> str:
    annotations = task.get("annotations") or ()
    people = {str(a.get("completed_by")) for a in annotations if not a.get("was_cancelled")}
    if len(people) >= annotators:
        return "done"
    return "skipped" if annotations and not people else "waiting"
