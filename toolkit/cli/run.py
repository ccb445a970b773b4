"""`factcheck run`: the main job, from nothing to an address at which people annotate."""

from __future__ import annotations

import shlex
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Annotated

import typer

from toolkit.cli import console
from toolkit.cli import push as pushing
from toolkit.cli.intake import PATHS_HELP, Intake, model_threads, sample_paths

if TYPE_CHECKING:
    from toolkit.config import Settings
    from toolkit.labelstudio.client import Client


def command(
    paths: Annotated[list[str] | None, typer.Argument(help=f"{PATHS_HELP} Default: corpus/.")] = None,
    url: console.Url = None,
    api_key: console.ApiKey = None,
    project: console.ProjectName = None,
    layout: console.LayoutName = None,
    annotators: pushing.Annotators = None,
    port: Annotated[int | None, typer.Option("--port", help="The local studio's port. Default: 8080.")] = None,
    force: console.Force = False,
    max_chars: console.MaxChars = None,
    models: console.Models = None,
    threads: console.Threads = None,
    min_entity_score: console.MinEntityScore = None,
    scale: console.ScaleName = None,
    json: console.AsJson = False,
) -> None:
    """Start the local Label Studio if no server is named, pre-annotate documents, push them, say where to annotate.

    The server goes on running: stop it with `factcheck studio stop`.
    """
    given = console.settings(
        url=url,
        api_key=api_key,
        project=project,
        layout=layout,
        annotators=annotators,
        port=port,
        max_chars=max_chars,
        models=models,
        threads=threads,
        min_entity_score=min_entity_score,
        scale=scale,
    )
    server = _server(given)
    intake = Intake(paths or sample_paths(), given)
    pushed = pushing.push(server, given, intake, force=force)
    if json:
        console.show_json(pushing.as_json(pushed, intake))
    else:
        for note in pushed.notes:
            console.say(f"note: {note}")
        pushing.show_fallen(pushed)
        console.show(pushing.summary(pushed, intake))
        console.show()
        console.show(f"Annotate at  {pushed.url}")
        for twin in pushed.twins[1:]:
            console.show(f"or, others,  {twin.url}")
        _show_login(given)
        # As they have to be typed: for another project, with its name.
        where = ("--project", shlex.quote(given.project)) if project else ()
        console.show(f"Then         {console.command_line('export', '-o', 'verified.csv', *where)}")
        console.show(f"and          {console.command_line('report', '-o', 'report.html', *where)}")
    if intake.failures.count:
        raise typer.Exit(console.EXIT_SOME_FAILED)


def _server(given: Settings) -> Client:
    if given.url is None:
        from toolkit.cli.studio import start_local

        with ThreadPoolExecutor(1) as pool:
            # The models take seconds to load, and a first start of the server a minute: side by side.
            warm = pool.submit(_load_models, given)
            start_local(given)
            warm.result()
    server = console.connect(given)
    server.version()
    return server


def _load_models(given: Settings) -> None:
    from toolkit.nlp.pipelines import pipeline

    pipeline(given.models, model_threads(given))("阿里巴巴。Alibaba.")


def _show_login(given: Settings) -> None:
    if given.url is not None:
        return
    from toolkit.labelstudio import server

    console.show(f"Log in as    {server.login(given.home).username}")
    console.show(f"Password     shown by: {console.command_line('studio', 'status', '--show-secrets')}")
