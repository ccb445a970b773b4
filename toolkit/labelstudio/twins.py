"""Several people, blind: one project for each answer that is asked for, alike but for their people.

The community edition shows everybody's answers inside a project, so that two people who share one do not judge alone.
With `--annotators 2` there are two projects, `factcheck` and `factcheck (2)`, that hold the same tasks and ask each for
one answer; each person works in one of them, and what they say comes back as if it had been one project. A task is one
question, however many projects ask it. The second project is known by its title and its description.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from toolkit.config import Layout
from toolkit.errors import UsageError
from toolkit.labelstudio import codec, sync
from toolkit.labelstudio.records import LONGEST_TITLE, Json, LabelStudio, Project
from toolkit.labelstudio.sync import Progress, Pulled, Pushed
from toolkit.model import DEFAULT_SCALE, AnnotatedDocument, Known, Scale

_MARK = "Blind copy {nth} of “{title}”: its people do not see the others' answers / “{title}”的第 {nth} 份，互不可见"
_PEOPLE = re.compile(r"^Annotators / 标注者: (.*)$", re.MULTILINE)
_SHARED = (
    "the {n} people of this project share it and can see each other's answers; push to a project of another name, or "
    "with --force, to give each a project of their own"
)


@dataclass(frozen=True, slots=True)
class Seat:
    """One of the projects, and who works there: who answered in it, or was invited to it. E-mail addresses, sorted."""

    project: Project
    url: str
    people: tuple[str, ...]


def find(server: LabelStudio, title: str) -> list[Project]:
    """The project of this title and its twins, in order; empty where there is none."""
    first = server.find_project(title)
    found = [] if first is None else [first]
    while found and (twin := server.find_project(_title(title, len(found) + 1))):
        if not twin.description.startswith(_mark(title, len(found) + 1)):
            break  # somebody else's, of a like title
        found.append(twin)
    return found


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
) -> Pushed:
    """`sync.push`, to as many projects as people have to answer, all filled alike.

    A project that asks several people itself, of an earlier version, stays as it is unless `force`. Projects that are
    there are never fewer than before, whatever `annotators` says. Raises what `sync.push` raises, UsageError where a
    twin's title is taken or too long.
    """
    documents = list(documents)
    there = find(server, title)
    shared = len(there) == 1 and there[0].maximum_annotations > 1

    def one(name: str, asked: int, description: str = "") -> Pushed:
        return sync.push(
            server,
            documents,
            title=name,
            layout=layout,
            annotators=asked,
            dry_run=dry_run,
            force=force,
            progress=progress,
            known=known,
            scale=scale,
            description=description,
            tasks_per_project=tasks_per_project,
        )

    if shared and not (force and annotators > 1):
        pushed = one(title, annotators)
        told = _SHARED.format(n=max(annotators, there[0].maximum_annotations))
        return replace(pushed, notes=(*pushed.notes, told))
    count = max(annotators, len(there))
    if count == 1:
        return one(title, 1)
    for nth in range(max(len(there), 1) + 1, count + 1):
        _check_free(server, title, nth)
    if shared and not dry_run:
        for part in sync.parts(server, title):
            server.update_project(part.id, maximum_annotations=1)
    each = [one(title, 1), *(one(_title(title, n), 1, _mark(title, n)) for n in range(2, count + 1))]
    if not dry_run:
        _fill(server, find(server, title))
    return _together(each)


def pull(server: LabelStudio, *, title: str, read_claim: codec.ReadClaim) -> Pulled:
    """`sync.pull` over all the projects: a claim comes out once, with everybody's answers."""
    projects = find(server, title)
    if len(projects) < 2:
        return sync.pull(server, title=title, read_claim=read_claim)
    rows = [sync.parts(server, project.title) for project in projects]
    tasks = merged([[task for part in row for task in server.exported(part.id)] for row in rows])
    # What only a twin holds stays with it.
    exports = [(part, [task for task in tasks if task.get("project") == part.id]) for row in rows for part in row]
    annotators = sum(project.maximum_annotations for project in projects)
    pulled = sync.pulled(server, exports, annotators=annotators, read_claim=read_claim)
    return replace(pulled, answered_twice=tuple(_answered_twice(server, tasks)))


def merged(exports: Sequence[Sequence[Mapping[str, Any]]]) -> list[dict[str, Any]]:
    """The tasks of several projects' exports as those of one: what is said of one key stands in the first's task.

    Annotations carry the task and project that they belong to. A task lacks predictions where any copy of it does.
    """
    tasks: list[dict[str, Any]] = []
    by_key: dict[tuple[str, bool], dict[str, Any]] = {}
    for export in exports:
        here: dict[tuple[str, bool], dict[str, Any]] = {}
        for task in export:
            data = task.get("data") or {}
            key = (str(data.get("fc_key") or ""), bool(data.get("superseded")))
            asked = by_key.get(key) if key[0] else None
            if asked is None:
                tasks.append(asked := dict(task))
                if key[0]:
                    here.setdefault(key, asked)
                continue
            for name in ("annotations", "drafts"):
                asked[name] = [*(asked.get(name) or ()), *(task.get(name) or ())]
            asked["predictions"] = asked.get("predictions") and task.get("predictions")
        by_key |= {key: task for key, task in here.items() if key not in by_key}
    return tasks


# -- who goes where --------------------------------------------------------------------------------------------------


def seats(server: LabelStudio, title: str) -> list[Seat]:
    """The projects with their people; ServerError where there is no such project."""
    sync.require_project(server, title)
    known = server.people()
    return [
        Seat(
            project,
            sync.project_url(server, project),
            tuple(sorted({*_invited(project), *_answered(_exported(server, project), known)})),
        )
        for project in find(server, title)
    ]


def invite(server: LabelStudio, title: str, people: Sequence[str]) -> dict[str, Seat]:
    """Give each person a project: who has one stays, others fill up evenly. The project's description keeps it."""
    if wrong := [person for person in people if not re.fullmatch(r"[^\s,@]+@[^\s,@]+", person)]:
        raise UsageError(f"{wrong[0]!r} is no e-mail address")
    places = seats(server, title)
    given: dict[str, Seat] = {}
    for person in dict.fromkeys(person.lower() for person in people):
        at = next((n for n, seat in enumerate(places) if person in seat.people), None)
        if at is None:
            at = places.index(next_seat(places))
            places[at] = replace(places[at], people=tuple(sorted({*places[at].people, person})))
        given[person] = places[at]
    for place in places:
        new = {*_invited(place.project), *(person for person, seat in given.items() if seat.project == place.project)}
        if new != set(_invited(place.project)):
            kept = _PEOPLE.sub("", place.project.description).rstrip()
            line = f"Annotators / 标注者: {', '.join(sorted(new))}"
            server.update_project(place.project.id, description=f"{kept}\n{line}".lstrip())
    return {person: next(p for p in places if p.project == seat.project) for person, seat in given.items()}


def next_seat(places: Sequence[Seat]) -> Seat:
    """Where the next person goes: to the fewest people."""
    return min(places, key=lambda seat: len(seat.people))


def _invited(project: Project) -> list[str]:
    found = _PEOPLE.search(project.description)
    return [person for person in found[1].split(", ") if person] if found else []


def _exported(server: LabelStudio, project: Project) -> Iterator[Json]:
    return (task for part in sync.parts(server, project.title) for task in server.exported(part.id))


def _answered(tasks: Iterable[Json], known: Mapping[int, str]) -> set[str]:
    users = {a.get("completed_by") for task in tasks for a in task.get("annotations") or ()}
    return {known[int(user)].lower() for user in users if isinstance(user, int) and user in known}


# -- alike -----------------------------------------------------------------------------------------------------------


def _title(title: str, nth: int) -> str:
    return title if nth == 1 else f"{title} ({nth})"


def _mark(title: str, nth: int) -> str:
    return _MARK.format(title=title, nth=nth)


def _check_free(server: LabelStudio, title: str, nth: int) -> None:
    name = _title(title, nth)
    if len(name) > LONGEST_TITLE:
        raise UsageError(
            f"the project's name {title!r} is too long for several annotators; give it at most "
            f"{LONGEST_TITLE - len(f' ({nth})')} characters"
        )
    if server.find_project(name) is not None:
        raise UsageError(f"the project {name!r} is there and is no copy of {title!r}; rename one of them")


def _fill(server: LabelStudio, projects: Sequence[Project]) -> None:
    """Give the twins what earlier pushes put into the first project, before there were so many of them."""
    first, *twins = (sync.parts(server, project.title) for project in projects)
    for twin in twins:
        if sum(part.tasks for part in twin) >= sum(part.tasks for part in first):
            continue
        held = {task.doc_id for part in twin for task in server.tasks(part.id)}
        for part in first:
            found = server.tasks(part.id)
            lacking = {t.id for t in found if t.key and not t.superseded and t.doc_id not in held}
            if lacking:
                sync.settle(server, twin[-1], server.as_wanted(part.id, lacking), (), force=True)
                sync.show_predictions(server, twin[-1])


def _together(each: Sequence[Pushed]) -> Pushed:
    """One task however many projects: created or repaired where it was in any of them."""
    first = each[0]
    return replace(
        first,
        created=max(pushed.created for pushed in each),
        kept=min(pushed.kept for pushed in each),
        repaired=max(pushed.repaired for pushed in each),
        retired=max(pushed.retired for pushed in each),
        superseded=max(pushed.superseded for pushed in each),
        earlier=max(pushed.earlier for pushed in each),
        notes=tuple(dict.fromkeys(chain.from_iterable(pushed.notes for pushed in each))),
        twins=tuple(each),
    )


def _answered_twice(server: LabelStudio, tasks: Iterable[Json]) -> list[str]:
    """Addresses of the tasks that somebody answered who had answered them in another project already."""
    found = []
    for task in tasks:
        asked: dict[Any, set[int]] = {}
        for annotation in task.get("annotations") or ():
            if annotation.get("was_cancelled"):
                continue
            projects = asked.setdefault(annotation.get("completed_by"), set())
            if projects and annotation["project"] not in projects:
                found.append(codec.task_url(server.url, annotation["project"], annotation["task"]))
            projects.add(annotation["project"])
    return found
