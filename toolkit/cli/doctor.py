"""`factcheck doctor`: what is in use, what is wrong, what to do."""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

import typer

from toolkit import __version__
from toolkit.cli import console
from toolkit.errors import FactcheckError, LabelConfigError

if TYPE_CHECKING:
    from toolkit.config import Settings


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the doctor's: `ok` is None where it is neither good nor bad."""

    name: str
    ok: bool | None
    found: str


def command(url: console.Url = None, api_key: console.ApiKey = None, json: console.AsJson = False) -> None:
    """Check Python, models, server, token and label configs, and say what to do."""
    checks = list(_checks(url, api_key))
    if json:
        console.show_json({"ok": all(c.ok is not False for c in checks), "checks": [asdict(c) for c in checks]})
    else:
        for check in checks:
            mark = {True: "ok  ", False: "FAIL", None: "–   "}[check.ok]
            console.show(f"{mark}  {check.name:14} {check.found}")
    if any(check.ok is False for check in checks):
        raise typer.Exit(console.EXIT_SOME_FAILED)


def _checks(url: str | None, api_key: str | None) -> Iterator[Check]:
    yield Check("toolkit", True, __version__)
    supported = (3, 11) <= sys.version_info[:2] <= (3, 13)
    yield Check("python", supported, f"{platform.python_version()}{'' if supported else '; needs 3.11, 3.12 or 3.13'}")
    yield _checked("label configs", _configs)
    try:
        given = console.settings(url=url, api_key=api_key)
    except FactcheckError as error:
        yield Check("settings", False, str(error))
        return
    yield _checked("models", lambda: _models(given))
    yield Check("settings", True, f"project {given.project}, layout {given.layout}, home {given.home}")
    yield from _server_checks(given)


def _server_checks(given: Settings) -> Iterator[Check]:
    from toolkit.labelstudio import server

    if given.url is None:
        version = server.installed_version()
        install = "not installed; pip install 'factcheck-toolkit[studio]', or name a server with --url"
        yield Check("label studio", version is not None, version or install)
        studio = server.status(given.home)
        if not studio.running:
            yield Check("server", None, f"not running; start it with: {console.command_line('studio', 'start')}")
            return
    yield _checked("server", lambda: _server(given))


def _checked(name: str, check: Callable[[], str]) -> Check:
    try:
        return Check(name, True, check())
    except FactcheckError as error:
        return Check(name, False, str(error))
    except ImportError as error:
        return Check(name, False, f"{error.name} cannot be imported; install factcheck-toolkit again")


def _models(given: Settings) -> str:
    from toolkit.nlp.pipelines import in_use, pipeline

    pipeline(given.models)("Alibaba 的下载量突破6亿次。")
    return f"{given.models} ({', '.join(in_use(given.models))})"


def _configs() -> str:
    from toolkit.labelstudio.interface import load_config

    load_config("document")
    load_config("claim")
    return "document, claim"


def _server(given: Settings) -> str:
    from toolkit.labelstudio import interface

    server = console.connect(given)
    said = f"Label Studio {server.version()} at {server.url}"
    project = server.find_project(given.project)
    if project is None:
        return f"{said}; no project {given.project!r} yet"
    if problems := interface.config_problems(project.label_config):
        raise LabelConfigError(
            f"{said}; the label config of project {given.project!r} cannot be used: {'; '.join(problems)}. "
            f"Restore it in Label Studio, or replace it with: {console.command_line('push', '…', '--force')}"
        )
    return f"{said}; project {given.project!r} is fine"
