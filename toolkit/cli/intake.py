"""Paths to annotated documents, as run, annotate and push take them."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.cli import console

if TYPE_CHECKING:
    from toolkit.config import Settings
    from toolkit.errors import ReadError
    from toolkit.model import AnnotatedDocument

PATHS_HELP = "Documents (txt md html pdf docx jsonl csv), folders, or - for standard input."


class Intake:
    """Annotated documents, one by one; what cannot be read is said at once and counted in `failed`."""

    def __init__(self, paths: Sequence[str], given: Settings) -> None:
        self._paths = paths
        self._given = given
        self.failed: list[ReadError] = []
        self.count = 0

    def __iter__(self) -> Iterator[AnnotatedDocument]:
        from toolkit.intake import annotate_paths

        stdin = sys.stdin.buffer if sys.stdin else io.BytesIO()  # a job without standard input has none
        documents = annotate_paths(
            self._paths,
            max_chars=self._given.max_chars,
            models=self._given.models,
            threads=model_threads(self._given),
            min_score=self._given.min_entity_score,
            on_error=self._fail,
            stdin=stdin,
        )
        with console.progress("reading and annotating") as done:
            for document in documents:
                self.count += 1
                done(self.count)
                yield document

    def _fail(self, error: ReadError) -> None:
        self.failed.append(error)
        console.say(f"not read: {error}")

    @property
    def failures(self) -> list[dict[str, str]]:
        """For --json."""
        return [{"path": error.path, "reason": error.reason} for error in self.failed]


def model_threads(given: Settings) -> int:
    """How many threads the models may use: as set, or one a core."""
    return given.threads or os.cpu_count() or 1


def sample_paths() -> list[str]:
    """The documents that ship: corpus/ here, else the installed package's own."""
    import toolkit

    package = Path(toolkit.__file__).parent
    for folder in (Path("corpus"), package / "_corpus", package.parent / "corpus"):
        if folder.is_dir():
            return [str(folder)]
    return ["corpus"]
