"""What a push would do, decided without touching anything: wanted tasks against found ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from toolkit.errors import UnsafePlan
from toolkit.labelstudio.records import FoundTask, WantedTask

# A plan that retires more than this share of a project's tasks, and more than this many, is surprising.
MOST_RETIRED_SHARE = 1 / 3
FEW = 3


@dataclass(frozen=True, slots=True)
class Plan:
    """Every wanted task is in exactly one of create, repair and keep.

    `repair` gives tasks their predictions (missing or of an older model) and data; `retire` deletes tasks without
    human work whose source changed, and younger copies of a task; `supersede` marks such tasks that hold human work,
    which stay.
    """

    create: tuple[WantedTask, ...] = ()
    repair: tuple[tuple[FoundTask, WantedTask], ...] = ()
    keep: tuple[FoundTask, ...] = ()
    retire: tuple[FoundTask, ...] = ()
    supersede: tuple[FoundTask, ...] = ()
    found: int = 0

    @property
    def changes(self) -> int:
        """How many tasks applying the plan would touch."""
        return len(self.create) + len(self.repair) + len(self.retire) + len(self.supersede)

    def raise_if_unsafe(self) -> None:
        """UnsafePlan where surprisingly many of the project's tasks would go."""
        going = len(self.retire) + len(self.supersede)
        if going > FEW and going > self.found * MOST_RETIRED_SHARE:
            raise UnsafePlan(
                f"this push would retire {going} of the project's {self.found} tasks, more than a third; "
                "look at it with --dry-run, then run it again with --force if that is meant"
            )


def plan(wanted: Sequence[WantedTask], found: Iterable[FoundTask]) -> Plan:
    """Compare by key. Tasks of documents that are not among the wanted ones are left alone.

    A document is known by its doc_id: another key for the same doc_id means that its source changed.
    """
    found = list(found)
    by_key: dict[str, list[FoundTask]] = defaultdict(list)
    by_document: dict[str, list[FoundTask]] = defaultdict(list)
    for task in found:
        if task.key:  # tasks without our key are somebody else's
            by_key[task.key].append(task)
            by_document[task.doc_id].append(task)
    keys = {want.key for want in wanted}
    create: list[WantedTask] = []
    repair: list[tuple[FoundTask, WantedTask]] = []
    keep: list[FoundTask] = []
    gone: list[FoundTask] = []
    for want in wanted:
        if not (same := by_key.get(want.key)):
            create.append(want)
            continue
        first, *copies = sorted(same, key=lambda t: (t.human_work == 0, t.superseded, t.id))
        gone += copies
        if needs_repair(first, want):
            repair.append((first, want))
        else:
            keep.append(first)
    for doc_id in dict.fromkeys(want.doc_id for want in wanted):
        gone += [old for old in by_document[doc_id] if old.key not in keys]
    return Plan(
        create=tuple(create),
        repair=tuple(repair),
        keep=tuple(keep),
        retire=tuple(task for task in gone if not task.human_work),
        supersede=tuple(task for task in gone if task.human_work and not task.superseded),
        found=len([task for task in found if task.key and not task.superseded]),
    )


def needs_repair(found: FoundTask, wanted: WantedTask) -> bool:
    """Predictions are missing, or another model's while nobody has worked on the task; or it is wanted again."""
    if found.superseded or (wanted.results and not found.predictions):
        return True
    return not found.human_work and found.data.get("model_version") != wanted.data["model_version"]
