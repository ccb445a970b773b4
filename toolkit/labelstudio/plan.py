"""What a push would do, decided without touching anything: wanted tasks against found ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from toolkit.errors import UnsafePlan
from toolkit.labelstudio import codec, reopen
from toolkit.labelstudio.records import FoundTask, Json, WantedTask

# A plan that retires more than this share of a project's tasks, and more than this many, is surprising.
MOST_RETIRED_SHARE = 1 / 3
FEW = 3
# Two texts under one doc_id that share less than this of the shorter one are two documents, not two versions.
LEAST_SHARED = 0.05
GRAM = 8  # characters
FEWEST_GRAMS = 40  # shorter texts say too little to tell


@dataclass(frozen=True, slots=True)
class Repair:
    """What a task that is there lacks: predictions, and data where it is not None."""

    found: FoundTask
    wanted: WantedTask
    predictions: bool
    data: Json | None


@dataclass(frozen=True, slots=True)
class Plan:
    """Every wanted task is in exactly one of create, repair and keep.

    `repair` gives tasks their predictions (missing or of an older model) and data; `retire` takes away tasks without
    human work whose source changed, and younger copies of a task; `supersede` marks such tasks that hold human work,
    which stay. `strangers` are doc_ids under which the server holds a text that is no version of the wanted one.
    `found` of the tasks are ours and not superseded, `earlier` are superseded; `listed` were there in all.
    """

    create: tuple[WantedTask, ...] = ()
    repair: tuple[Repair, ...] = ()
    keep: tuple[FoundTask, ...] = ()
    retire: tuple[FoundTask, ...] = ()
    supersede: tuple[FoundTask, ...] = ()
    strangers: tuple[str, ...] = ()
    found: int = 0
    listed: int = 0
    earlier: int = 0

    @property
    def changes(self) -> int:
        """How many tasks applying the plan would touch."""
        return len(self.create) + len(self.repair) + len(self.retire) + len(self.supersede)

    def raise_if_unsafe(self) -> None:
        """UnsafePlan where surprisingly many of the project's tasks would go, or a document would replace another."""
        if self.strangers:
            raise UnsafePlan(
                f"the project holds another text under the doc_id {self.strangers[0]!r}, which shares almost nothing "
                "with this one; give one of them a doc_id of its own (in its front matter), or run this again with "
                "--force if it is a new version"
            )
        # What an earlier push marked was looked at then.
        going = len(self.supersede) + sum(not task.superseded for task in self.retire)
        if going > FEW and going > self.found * MOST_RETIRED_SHARE:
            raise UnsafePlan(
                f"this push would retire {going} of the project's {self.found} tasks, more than a third; "
                "look at it with --dry-run, then run it again with --force if that is meant"
            )


def plan(wanted: Sequence[WantedTask], found: Iterable[FoundTask], doc_ids: Iterable[str] = ()) -> Plan:
    """Compare by key. Tasks of documents that are not among the wanted ones, or `doc_ids`, are left alone.

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
    repair: list[Repair] = []
    keep: list[FoundTask] = []
    gone: list[FoundTask] = []
    for want in wanted:
        if not (same := by_key.get(want.key)):
            create.append(want)
            continue
        first, *copies = sorted(same, key=lambda t: (t.human_work == 0, t.superseded, t.id))
        gone += copies
        needed = repair_of(first, want, in_use=first.human_work > 0)
        if needed is None:
            keep.append(first)
        else:
            repair.append(needed)
    for doc_id in dict.fromkeys([*(want.doc_id for want in wanted), *doc_ids]):
        gone += [old for old in by_document[doc_id] if old.key not in keys]
    return Plan(
        create=tuple(create),
        repair=tuple(repair),
        keep=tuple(keep),
        retire=tuple(task for task in gone if not task.human_work),
        supersede=tuple(task for task in gone if task.human_work and not task.superseded),
        strangers=_strangers(create, gone, [*(t.doc_id for t in keep), *(r.found.doc_id for r in repair)]),
        found=len([task for task in found if task.key and not task.superseded]),
        listed=len(found),
        earlier=len([task for task in found if task.key and task.superseded and task.human_work]),
    )


def repair_of(found: FoundTask, want: WantedTask, *, in_use: bool) -> Repair | None:
    """What would bring the task up to what is wanted, None where it is.

    On a task that people work on the claims stay as they saw them; its title, address and the like follow the source.
    """
    data = dict(want.data)
    outdated = any(found.data.get(name) != data.get(name) for name in ("claims", "model_version"))
    if in_use and "claim_id" not in data:
        data |= {name: found.data[name] for name in ("claims", "model_version") if name in found.data}
    if found.data.get("carried"):
        data["carried"] = found.data["carried"]
        data["source_line"] = codec.source_line(data)
    data = reopen.marked(data, mark) if (mark := reopen.mark_of(found.data)) else data
    missing = bool(want.results) and (not found.predicted or (outdated and not in_use))
    changed = dict(found.data) != data
    return Repair(found, want, missing, data if changed else None) if missing or changed else None


def _strangers(create: Iterable[WantedTask], gone: Iterable[FoundTask], stay: Iterable[str]) -> tuple[str, ...]:
    """Documents of which no task stays and whose new text, in however many tasks, is no version of the old."""
    new: dict[str, dict[str, None]] = defaultdict(dict)  # each text once, in order
    old: dict[str, dict[str, None]] = defaultdict(dict)
    for want in create:
        new[want.doc_id][_whole_text(want.data)] = None
    for task in gone:
        if not task.superseded:
            old[task.doc_id][_whole_text(task.data)] = None
    changed = (old.keys() & new.keys()) - set(stay)
    return tuple(d for d in old if d in changed and not _related("\n".join(old[d]), "\n".join(new[d])))


def _whole_text(data: Json) -> str:
    return str(data.get("document") or data.get("text") or "")


def _related(one: str, other: str) -> bool:
    grams, others = _grams(one), _grams(other)
    fewest = min(len(grams), len(others))
    return fewest < FEWEST_GRAMS or len(grams & others) >= fewest * LEAST_SHARED


def _grams(text: str) -> set[str]:
    return {text[start : start + GRAM] for start in range(len(text) - GRAM + 1)}
