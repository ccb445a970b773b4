"""`factcheck studio`: the local Label Studio."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from toolkit.cli import console

if TYPE_CHECKING:
    from toolkit.config import Settings
    from toolkit.labelstudio.server import Studio

app = typer.Typer(help="The local Label Studio: start, stop, status, invite.", no_args_is_help=True)

Port = Annotated[int | None, typer.Option("--port", help="Default: 8080; a free one is taken when it is busy.")]


@app.command()
def start(port: Port = None, json: console.AsJson = False) -> None:
    """Start the server on 127.0.0.1, or find the one that runs."""
    studio = start_local(console.settings(port=port))
    if json:
        console.show_json(_as_json(studio))
    else:
        console.show(f"Label Studio runs at {studio.url}")


@app.command()
def stop(json: console.AsJson = False) -> None:
    """Stop the server. Nothing is lost: annotations are on disk."""
    from toolkit.labelstudio import server

    stopped = server.stop(console.settings().home)
    if json:
        console.show_json({"stopped": stopped})
    else:
        console.show("stopped" if stopped else "it was not running")


@app.command()
def status(
    show_secrets: Annotated[bool, typer.Option("--show-secrets", help="Show username, password and token.")] = False,
    json: console.AsJson = False,
) -> None:
    """Say whether the server runs, and where."""
    from dataclasses import asdict

    from toolkit.labelstudio import server

    home = console.settings().home
    studio = server.status(home)
    secrets = asdict(server.login(home)) if show_secrets else {}
    if json:
        console.show_json(_as_json(studio) | secrets)
        return
    console.show(f"running at {studio.url} (process {studio.pid})" if studio.running else "not running")
    console.show(f"data in {home}")
    for name, value in secrets.items():
        console.show(f"{name}: {value}")


@app.command()
def invite(
    people: Annotated[
        list[str] | None, typer.Argument(help="E-mail addresses: each is given the project with the fewest people.")
    ] = None,
    url: console.Url = None,
    api_key: console.ApiKey = None,
    project: console.ProjectName = None,
    json: console.AsJson = False,
) -> None:
    """Print the address at which a new annotator signs up, and the project that each person works in."""
    from toolkit.labelstudio import twins

    given = console.settings(url=url, api_key=api_key, project=project)
    server = console.connect(given)
    link = server.invitation()
    if not people and server.find_project(given.project) is None:
        if json:
            console.show_json({"invitation": link, "projects": [], "invited": {}})
        else:
            console.show(link)
        return
    invited = twins.invite(server, given.project, people or [])
    seats = twins.seats(server, given.project)
    if json:
        told = [{"title": s.project.title, "url": s.url, "people": list(s.people)} for s in seats]
        console.show_json({"invitation": link, "projects": told, "invited": {p: s.url for p, s in invited.items()}})
        return
    console.show(link)
    for person, seat in invited.items():
        console.show(f"{person} signs up there, then works at {seat.url}")
    if len(seats) > 1:
        console.say("each person works in one of these projects, and sees no other:")
        for seat in seats:
            console.say(f"  {seat.url}  {seat.project.title}: {', '.join(seat.people) or 'nobody yet'}")
        if not people:
            console.say(
                f"the next person works at {twins.next_seat(seats).url}; name people to have them spread evenly"
            )


def start_local(given: Settings) -> Studio:
    """Start the local studio with a progress line; says so when another port was taken."""
    from toolkit.labelstudio import server

    was = server.status(given.home)
    if not was.running:
        console.say("starting Label Studio (the first start takes a minute or two) …")
    with console.progress("starting Label Studio") as done:
        studio = server.start(given.home, port=given.port, progress=lambda seconds: done(int(seconds)))
    if not was.running and studio.url and not studio.url.endswith(f":{given.port}"):
        console.say(f"port {given.port} is busy; took {studio.url}")
    return studio


def _as_json(studio: Studio) -> dict[str, Any]:
    return {"running": studio.running, "url": studio.url, "pid": studio.pid, "home": str(studio.home)}
