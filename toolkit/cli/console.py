"""What the commands share: options, output, progress, errors and exit codes. Only cli/ prints or exits."""

from __future__ import annotations

import io
import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from toolkit import config, errors

if TYPE_CHECKING:
    from toolkit.config import Settings
    from toolkit.labelstudio.client import Client

EXIT_SOME_FAILED = 1
EXIT_USAGE = 2
EXIT_SERVER = 3
EXIT_INTERRUPTED = 130
MINUTE = 60.0  # seconds

Url = Annotated[
    str | None, typer.Option("--url", help="Label Studio's address. Default: LABEL_STUDIO_URL, else the local studio.")
]
ApiKey = Annotated[
    str | None,
    typer.Option("--api-key", help="Its token. Better given as LABEL_STUDIO_API_KEY: arguments can be seen by others."),
]
ProjectName = Annotated[str | None, typer.Option("--project", help="The project's name. Default: factcheck.")]
LayoutName = Annotated[
    str | None, typer.Option("--layout", help="document: one task a document (default); claim: one task a claim.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object on standard output, nothing else.")]
MaxChars = Annotated[
    int | None, typer.Option("--max-chars", help="The longest document that is read, in characters. Default: 200000.")
]
Models = Annotated[
    str | None,
    typer.Option(
        "--models",
        help="What finds the names: accurate (default), fast, a spaCy pipeline by name or path, or zh=…,en=….",
    ),
]
Threads = Annotated[
    int | None, typer.Option("--threads", help="How many threads the models may use. Default: one a core.")
]
Workers = Annotated[
    int | None, typer.Option("--workers", help="How many processes read documents. Default: one a core.")
]
MinEntityScore = Annotated[
    float | None,
    typer.Option("--min-entity-score", help="Leave out names that are less likely right, 0 to 1. Default: 0."),
]
ScaleName = Annotated[
    str | None,
    typer.Option("--scale", help="The verdicts to choose from: default, politifact, averitec or two-way."),
]
Force = Annotated[bool, typer.Option("--force", help="Go on where the plan or the label config looks surprising.")]


def settings(**options: Any) -> Settings:
    """Settings from file and environment, with this command's options over them."""
    return config.load().with_options(**options)


def connect(given: Settings, *, through: str | None = None, anew: bool = False) -> Client:
    """The server that the settings name, with imports `through` a bucket; errors are the caller's to show. With `anew`
    all is asked that is otherwise known from the last time."""
    from toolkit.labelstudio.connect import connect as to_server

    return to_server(given, through=through, anew=anew)


def write_anything() -> None:
    """Show what the terminal's encoding lacks as escapes, instead of ending in an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(text: str = "") -> None:
    """A message for a person, on standard error."""
    print(text, file=sys.stderr)


def show(text: str = "") -> None:
    """A result, on standard output."""
    print(text)


def show_json(record: dict[str, Any]) -> None:
    """The one JSON object of --json."""
    print(json.dumps(record, ensure_ascii=False))


def command_line(*words: str) -> str:
    """A command as this user has to type it: with its folder where `factcheck` is not on the PATH."""
    import shutil

    started = Path(sys.argv[0])
    found = shutil.which("factcheck")
    known = found is not None and started.exists() and Path(found).resolve() == started.resolve()
    name = "factcheck" if known or started.name != "factcheck" else str(started)
    return " ".join([name, *words])


@contextmanager
def progress(what: str, total: int | None = None) -> Iterator[Callable[[int], None]]:
    """Gives a function that takes how much is done. On a terminal a bar with rate and time left; else, as in a log
    of cron's, a line every MINUTE of work. All on standard error."""
    if not sys.stderr.isatty():
        yield _logged(what, total)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(elapsed_when_finished=True),
    )
    began = time.monotonic()
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=total, rate="")
        yield lambda done: bar.update(task, completed=done, rate=_rate(done, began))


def _logged(what: str, total: int | None) -> Callable[[int], None]:
    began = said = time.monotonic()

    def told(done: int) -> None:
        nonlocal said
        if time.monotonic() - said >= MINUTE:
            said = time.monotonic()
            say(f"{what}: {done:,}{f' of {total:,}' if total else ''}, {_rate(done, began)}")

    return told


def _rate(done: int, began: float) -> str:
    took = time.monotonic() - began
    return f"{done / took:,.1f}/s" if took > 1 else ""


@contextmanager
def clear_errors() -> Iterator[None]:
    """Every error of ours is one message and an exit code; a traceback is a bug."""
    try:
        yield
    except errors.FactcheckError as error:
        say(f"error: {error}")
        sys.exit(_exit_code(error))
    except SystemExit as end:
        if end.code == EXIT_INTERRUPTED:  # Typer's way of passing on Ctrl-C
            say("interrupted; what is done is done, and running it again goes on from there")
        raise
    except BrokenPipeError:
        # The reader of our output has gone (as in `| head`): nobody is left to tell.
        sys.stderr.close()
        sys.exit(EXIT_SOME_FAILED)
    except OSError as error:  # a full disk, most likely
        say(f"error: {error.filename or 'output'}: {error.strerror}")
        sys.exit(EXIT_SOME_FAILED)


def _exit_code(error: errors.FactcheckError) -> int:
    if isinstance(error, errors.ServerError):
        return EXIT_SERVER
    return EXIT_SOME_FAILED if isinstance(error, errors.ReadError) else EXIT_USAGE
