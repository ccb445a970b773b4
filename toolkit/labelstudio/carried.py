"""Verdicts that people gave on an earlier version of a text: shown where its sentence still stands, listed where not.

They are never written as answers: a task's data says who gave which verdict and when, and the page shows it above the
text. In each project only what its own people said is shown, so that who judges blind stays so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from toolkit.labelstudio import codec, reopen
from toolkit.labelstudio.records import Json, LabelStudio, Project
from toolkit.model import NOT_A_CLAIM, VERDICT_BY_CODE, Answer, JudgedClaim

FEW = 5
"""Claims that the line above a text names; of the others their number is told."""
FIELD = "carried"
_TOLD = "Judged on an earlier version, still to be confirmed / 旧版已有结论，请确认"


def show(server: LabelStudio, projects: Iterable[Project], read_claim: codec.ReadClaim) -> int:
    """Mark the tasks with the verdicts that their claims had, and take the mark from all others. Returns how many tasks
    are marked now."""
    people, count = server.people(), 0
    for project in projects:
        tasks = server.exported(project.id)
        claims = codec.from_tasks(tasks, people=people, project=project.title, task_url="{task}", read_claim=read_claim)
        lines = _lines(claims, tasks)
        for task in tasks:
            data = task.get("data") or {}
            if data.get("fc_key") and not data.get("superseded"):
                line = lines.get(int(task["id"]), "")
                count += bool(line)
                if line != str(data.get(FIELD) or ""):
                    server.update_data(int(task["id"]), marked(data, line))
    return count


def marked(data: Json, line: str) -> dict[str, Any]:
    """A task's data with this line, or without any where it is empty; what else it is marked with stays."""
    plain = {name: value for name, value in data.items() if name != FIELD} | ({FIELD: line} if line else {})
    return reopen.marked(plain, reopen.mark_of(data))


def fallen(claims: Iterable[JudgedClaim]) -> list[JudgedClaim]:
    """Claims that people judged and that the new text does not hold any more, unless somebody has ruled on them."""
    return [judged for judged in claims if judged.superseded and _counted(judged) and not _ruled(judged)]


def falling(claims: Iterable[JudgedClaim], texts: Mapping[str, str]) -> list[JudgedClaim]:
    """Claims that people judged and that these new texts, by doc_id, would not hold any more."""
    return [
        judged
        for judged in claims
        if not judged.superseded and _counted(judged) and not _ruled(judged)
        if codec.found_again(judged, texts.get(judged.document.doc_id, judged.document.text)) < 0
    ]


def told(judged: JudgedClaim) -> dict[str, Any]:
    """A claim that fell, for people and for --json."""
    counted = _counted(judged)
    return {
        **{"doc_id": judged.document.doc_id, "claim_id": judged.claim.claim_id, "text": judged.claim.text},
        **{"said": said(counted), "verdicts": {answer.annotator: answer.verdict for answer in counted}},
        "url": judged.task_url,
    }


def said(answers: Iterable[Answer]) -> str:
    """Verdicts in words, with who gave them and when."""
    words = []
    for answer in answers:
        verdict = VERDICT_BY_CODE.get(str(answer.verdict))
        named = f"{verdict.en} / {verdict.zh}" if verdict else str(answer.verdict)
        words.append(f"{named} ({answer.annotator}, {answer.annotated_at[:10]})")
    return ", ".join(words)


def _counted(judged: JudgedClaim) -> list[Answer]:
    return [answer for answer in judged.answers if answer.state == "counted"]


def _ruled(judged: JudgedClaim) -> bool:
    return any(answer.adjudication for answer in judged.answers)


def _lines(claims: Iterable[JudgedClaim], tasks: Iterable[Mapping[str, Any]]) -> dict[int, str]:
    """Task id → what is said above its text."""
    standing: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for task in tasks:
        data = task.get("data") or {}
        if data.get("fc_key") and not data.get("superseded"):
            standing[str(data["doc_id"])].append(task)
    found: dict[int, list[str]] = defaultdict(list)
    for judged in sorted(claims, key=lambda j: all(a.verdict == NOT_A_CLAIM for a in j.answers)):  # those come last
        again = {answer.annotator for answer in judged.answers if not answer.carried}
        before = [a for a in _counted(judged) if a.carried and a.annotator not in again]
        latest = {a.annotator: a for a in sorted(before, key=lambda a: (a.annotated_at, a.annotation_id))}
        if latest and (task_id := _home(judged, standing[judged.document.doc_id])):
            found[task_id].append(f"“{judged.claim.text}” {said(latest.values())}")
    return {task_id: _line(each) for task_id, each in found.items()}


def _home(judged: JudgedClaim, tasks: Iterable[Mapping[str, Any]]) -> int | None:
    """The task that shows the claim now: where it is listed, else where its sentence stands."""
    ids = {int(task["id"]): str(task["data"].get("text") or "") for task in tasks}
    if judged.task_id in ids:
        return judged.task_id
    return next((task_id for task_id, text in ids.items() if judged.context in text), None)


def _line(each: list[str]) -> str:
    more = [f"+ {len(each) - FEW}"] if len(each) > FEW else []
    return f"{_TOLD}: {' · '.join([*each[:FEW], *more])}"
