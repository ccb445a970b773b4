"""Paths to annotated documents, as run, annotate and push take them."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from toolkit.cli import console

if TYPE_CHECKING:
    from toolkit.config import Settings
    from toolkit.errors import ReadError
    from toolkit.model import AnnotatedDocument

PATHS_HELP = "Documents (txt md html pdf docx jsonl csv parquet), folders, or - for standard input."
MOST_NAMED = 1_000  # failures that --json lists; all are said, and counted


class Failures:
    """Documents that could not be read: said at once, counted, and the first MOST_NAMED kept for --json."""

    def __init__(self) -> None:
        self.count = 0
        self.as_json: list[dict[str, str]] = []

    def add(self, error: ReadError) -> None:
        self.count += 1
        if len(self.as_json) < MOST_NAMED:
            self.as_json.append({"path": error.path, "reason": error.reason})
        console.say(f"not read: {error}")


class Intake:
    """Annotated documents, one by one; what cannot be read is in `failures`."""

    def __init__(self, paths: Sequence[str], given: Settings) -> None:
        self._paths = paths
        self._given = given
        self.failures = Failures()
        self.count = 0
        self.chosen = self.left = 0  # claims

    def judge(self, pushed: bool) -> None:
        """Count a claim that goes to the server, or stays."""
        self.chosen += pushed
        self.left += not pushed

    def __iter__(self) -> Iterator[AnnotatedDocument]:
        from toolkit.intake import annotate_paths

        documents = annotate_paths(
            self._paths,
            max_chars=self._given.max_chars,
            models=self._given.models,
            threads=model_threads(self._given),
            min_score=self._given.min_entity_score,
            on_error=self.failures.add,
            stdin=stdin(),
        )
        with console.progress("reading and annotating", expected(self._paths)) as done:
            for document in documents:
                self.count += 1
                done(self.count)
                yield document


def expected(paths: Sequence[str]) -> int | None:
    """How many documents there are, for the bar on a terminal; None where it is not known or not needed."""
    from toolkit import intake

    return intake.expected(paths) if sys.stderr.isatty() else None


def stdin() -> BinaryIO:
    """Standard input; a job without one has an empty one."""
    return sys.stdin.buffer if sys.stdin else io.BytesIO()


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
