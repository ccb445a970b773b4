"""Tasks whose answers lack their evidence, brought back before the people who gave them.

A browser cannot demand evidence of one claim among many. So such tasks are marked in their data: the page says which
claims are meant, and a tab of the project lists the tasks. The answers themselves are not touched.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from toolkit.labelstudio import codec
from toolkit.labelstudio.records import Json, LabelStudio, Project

TAB = "Evidence missing / 缺证据"
FIELD = "reopened"
_TOLD = "Evidence is missing / 缺少证据"


def reopen(server: LabelStudio, projects: Iterable[Project], lacking: Mapping[int, Sequence[str]]) -> int:
    """Mark the tasks that `lacking` names, each with the words of the claims that are meant, and take the mark from all
    others. Returns how many tasks are marked now."""
    count = 0
    for project in projects:
        here = 0
        for task in server.tasks(project.id):
            words = list(lacking.get(task.id, ()))
            here += bool(words)
            if mark_of(task.data) != _joined(words):
                server.update_data(task.id, marked(task.data, _joined(words)))
        if here:
            server.show_tab(project.id, TAB, FIELD)
        else:
            server.hide_tab(project.id, TAB)
        count += here
    return count


def mark_of(data: Json) -> str:
    """What a task is marked with; empty where it is not."""
    return str(data.get(FIELD) or "")


def marked(data: Json, words: str) -> dict[str, Any]:
    """A task's data with this mark, or without any where `words` is empty."""
    told = {name: value for name, value in data.items() if name != FIELD} | {"source_line": codec.source_line(data)}
    return told | {FIELD: words, "source_line": f"{_TOLD}: {words} · {told['source_line']}"} if words else told


def _joined(words: Sequence[str]) -> str:
    return " · ".join(f"“{each}”" for each in words)
