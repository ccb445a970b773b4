"""`factcheck serve`: live pre-annotation for tasks that others put into a project."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Annotated

import typer

from toolkit.cli import console
from toolkit.cli.intake import model_threads

if TYPE_CHECKING:
    from toolkit.backend import Server
    from toolkit.config import Settings


def command(
    host: Annotated[str, typer.Option("--host", help="Where to listen.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65_535, help="0 for a free one.")] = 9090,
    connect: Annotated[
        bool, typer.Option("--connect", help="Also connect the project to it, so that nobody has to type the secret.")
    ] = False,
    show_secrets: Annotated[
        bool, typer.Option("--show-secrets", help="Show user name and password, for connecting by hand, and end.")
    ] = False,
    url: console.Url = None,
    api_key: console.ApiKey = None,
    project: console.ProjectName = None,
    max_chars: console.MaxChars = None,
    models: console.Models = None,
    threads: console.Threads = None,
    min_entity_score: console.MinEntityScore = None,
) -> None:
    """Pre-annotate tasks that others put into a project, when Label Studio asks for it; goes on until Ctrl-C."""
    from toolkit import backend

    given = console.settings(
        url=url,
        api_key=api_key,
        project=project,
        max_chars=max_chars,
        models=models,
        threads=threads,
        min_entity_score=min_entity_score,
    )
    secret = backend.secret(given.home)
    if show_secrets:
        console.show(f"username: {secret.username}\npassword: {secret.password}")
        return
    reads = backend.Backend(
        models=given.models,
        threads=model_threads(given),
        min_score=given.min_entity_score,
        max_chars=given.max_chars,
    )
    with backend.Server((host, port), reads, secret, backend.log_file(given.home)) as server:
        answering = threading.Thread(target=server.serve_forever, daemon=True)
        answering.start()
        try:
            console.say(f"predictions at {server.url}; the log is {backend.log_file(given.home)}")
            if connect:
                _connect(given, server)
            answering.join()
        except KeyboardInterrupt:
            console.say("stopped")
        finally:
            server.shutdown()


def _connect(given: Settings, backend: Server) -> None:
    """Label Studio looks at the backend while it is connected, so it has to answer already."""
    from toolkit.labelstudio import sync

    server = console.connect(given)
    project = sync.require_project(server, given.project)
    server.connect_backend(project.id, backend.url, backend.secret.username, backend.secret.password)
    console.say(f"connected to {sync.project_url(server, project)}")
