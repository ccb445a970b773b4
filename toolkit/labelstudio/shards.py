"""One project in parts of a set number of tasks: "news", "news 2", …; which part each document's tasks are in. Pure.

Nothing is remembered: a document's tasks are looked for in all parts and stay where they are, and what is new fills the
parts in order. So a second push finds its tasks, from any machine.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from toolkit.errors import UsageError
from toolkit.labelstudio.records import LONGEST_TITLE, FoundTask, Project


@dataclass(frozen=True, slots=True)
class Part:
    """A part's documents, and those that another part has too and keeps (two pushes at the same moment)."""

    doc_ids: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()


def title_of(title: str, number: int) -> str:
    """The title of a part, counted from 1; UsageError where Label Studio would not take it."""
    made = title if number == 1 else f"{title} {number}"
    if len(made) > LONGEST_TITLE:
        raise UsageError(f"project {title!r} has no room in its title for a number; name a shorter one with --project")
    return made


def mark(title: str, number: int) -> str:
    """The description that makes a project a part: another one of the same title is somebody's own."""
    return "" if number == 1 else f"Part {number} of the project {title}; factcheck push made it."


def is_part(project: Project, title: str, number: int) -> bool:
    """Whether a project of the right title is the part."""
    return number == 1 or project.description == mark(title, number)


def assign(sizes: Mapping[str, int], parts: Sequence[Iterable[FoundTask]], most: int) -> list[Part]:
    """The part of each document; `sizes` are their tasks, `parts` what is on the server, `most` the tasks of a part.

    A document is never split. One that has tasks stays where people have worked on it, else where it comes first. 0 for
    `most` puts what is new into the last part.
    """
    room: list[int] = []
    homes: dict[str, tuple[int, bool]] = {}
    places: list[list[str]] = []
    for number, tasks in enumerate(parts):
        live = Counter[str]()
        worked = set()
        for task in tasks:
            if task.key:
                live[task.doc_id] += not task.superseded
                worked |= {task.doc_id} if task.human_work else set()
        room.append(most - sum(live.values()))
        places.append([doc_id for doc_id in live if doc_id in sizes])
        for doc_id in places[-1]:
            if doc_id not in homes or (doc_id in worked and not homes[doc_id][1]):
                homes[doc_id] = number, doc_id in worked
    filled: list[list[str]] = [[] for _ in room or [0]]
    room = room or [most]
    first = 0  # all parts before it are full
    for doc_id, size in sizes.items():
        if doc_id in homes:
            filled[homes[doc_id][0]].append(doc_id)
            continue
        if not most:
            filled[-1].append(doc_id)
            continue
        while first < len(room) and room[first] <= 0:
            first += 1
        fitting = (number for number in range(first, len(room)) if room[number] >= min(size, most))
        number = next(fitting, len(room))
        if number == len(room):
            room.append(most)
            filled.append([])
        room[number] -= size
        filled[number].append(doc_id)
    elsewhere = [[d for d in held if homes[d][0] != number] for number, held in enumerate(places)]
    elsewhere += [[] for _ in range(len(filled) - len(elsewhere))]
    return [Part(tuple(own), tuple(others)) for own, others in zip(filled, elsewhere, strict=True)]
