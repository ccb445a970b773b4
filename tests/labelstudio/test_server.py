"""The real server: started, killed, started again. The other tests use one that the session shares."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import socket
import sqlite3
import stat
import sys
import time
from itertools import product
from pathlib import Path
from typing import Any

import psutil
import pytest

from toolkit.errors import StudioError
from toolkit.labelstudio import server

pytestmark = pytest.mark.studio


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_private_and_closed(studio: Any) -> None:
    import httpx

    running = server.status(studio.home)
    login = server.login(studio.home)
    assert running.running
    assert running.pid
    assert running.url
    assert mode(studio.home) == 0o700
    for path in ("login.json", "server.json", "studio.log", "data/label_studio.sqlite3", "data/.env"):
        assert mode(studio.home / path) == 0o600, path
    process = psutil.Process(running.pid)
    secrets = (login.password, login.api_key)
    assert not any(secret in " ".join(process.cmdline()) for secret in secrets)
    assert not any(secret in (studio.home / "studio.log").read_text() for secret in secrets)
    assert not any(secret in repr(login) for secret in secrets)
    family = [process, *process.children(recursive=True)]
    listening = {c.laddr.ip for p in family for c in p.net_connections() if c.status == psutil.CONN_LISTEN}
    assert listening == {"127.0.0.1"}
    with httpx.Client(base_url=running.url, trust_env=False) as stranger:
        stranger.get("/user/signup/")
        form = {
            "email": "eve@example.org",
            "password": "long enough",
            "csrfmiddlewaretoken": stranger.cookies["csrftoken"],
        }
        assert stranger.post("/user/signup/", data=form).status_code == 403


def test_studio_status_shows_secrets_only_when_asked(studio: Any) -> None:
    login = server.login(studio.home)
    told = json.loads(studio("studio", "status", "--json").stdout)
    assert set(told) == {"running", "url", "pid", "home"}
    assert login.password not in studio("studio", "status").stdout
    told = json.loads(studio("studio", "status", "--show-secrets", "--json").stdout)
    assert (told["username"], told["password"], told["api_key"]) == (login.username, login.password, login.api_key)


def test_starting_again_finds_the_one_that_runs(studio: Any) -> None:
    before = server.status(studio.home)
    assert server.start(studio.home, port=9) == before


def test_invitation_is_an_address(studio: Any) -> None:
    link = json.loads(studio("studio", "invite", "--json").stdout)["invitation"]
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/user/signup/\?token=\w+", link)


def test_busy_port_killed_server_and_stop(cli: Any, prepared: Path, tmp_path: Path) -> None:
    """One life of a server, on a port that is taken: start, kill -9 amid a push, start again, push again, stop."""
    shutil.copytree(prepared, cli.home)
    documents = tmp_path / "documents.jsonl"
    # Firms of their own, so that little time goes into comparing what each says.
    syllables = ("al", "bor", "cen", "dor", "fel", "gam", "hul", "kor", "lan", "mir", "nov")
    firms = ("".join(name).title() for name in product(syllables, repeat=3))
    rows = [
        {"doc_id": f"d{n}", "text": f"{firm} Corporation said revenue rose {n % 90 + 1} percent.\n"}
        for n, firm in zip(range(1_050), firms, strict=False)
    ]
    documents.write_text("\n".join(json.dumps(row) for row in rows))
    cli("annotate", documents, "-o", tmp_path / "annotated.jsonl", "--models", "fast")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        started = cli("studio", "start", "--port", port, "--json")
        told = json.loads(started.stdout)
        assert told["url"] != f"http://127.0.0.1:{port}"
        assert f"port {port} is busy" in started.stderr
    login = server.login(cli.home)

    pushing = cli.begin("push", tmp_path / "annotated.jsonl")
    _wait_for_tasks(cli)
    process = psutil.Process(told["pid"])
    for one in (*process.children(recursive=True), process):
        one.kill()
    psutil.wait_procs([process], timeout=10)
    _, said = pushing.communicate(timeout=120)
    assert pushing.returncode == 3
    assert "cannot be reached" in said
    assert "Traceback" not in said
    assert not any(secret in said for secret in (login.password, login.api_key))
    assert not server.status(cli.home).running
    assert "factcheck studio start" in cli("status", code=3).stderr

    again = json.loads(cli("studio", "start", "--port", port, "--json").stdout)
    assert again["running"]
    assert server.login(cli.home) == login
    before = json.loads(cli("status", "--json").stdout)["tasks"]
    assert 0 < before < len(rows), "the server was killed too early or too late for this to show anything"
    pushed = json.loads(cli("push", tmp_path / "annotated.jsonl", "--json").stdout)
    assert (pushed["created"], pushed["documents"]) == (len(rows) - before, len(rows))
    after = json.loads(cli("status", "--json").stdout)
    assert (after["tasks"], after["without_predictions"]) == (len(rows), 0)
    assert json.loads(cli("push", tmp_path / "annotated.jsonl", "--json").stdout)["created"] == 0

    assert json.loads(cli("studio", "stop", "--json").stdout) == {"stopped": True}
    assert json.loads(cli("studio", "stop", "--json").stdout) == {"stopped": False}
    assert not psutil.pid_exists(again["pid"]) or psutil.Process(again["pid"]).status() == psutil.STATUS_ZOMBIE


def _wait_for_tasks(cli: Any) -> None:
    """Until the first request is stored. The database is asked, not the server: a list of tasks takes it too long."""
    found = 0
    until = time.monotonic() + 120
    while not found:
        assert time.monotonic() < until, "no task arrived"
        time.sleep(0.02)
        database = sqlite3.connect(f"file:{cli.home / 'data' / 'label_studio.sqlite3'}?mode=ro", uri=True, timeout=5)
        with contextlib.closing(database):
            (found,) = database.execute("SELECT count(*) FROM task").fetchone()


def test_a_server_that_ends_early_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "label-studio"
    broken.write_text("#!/bin/sh\necho no such thing\nexit 3\n")
    broken.chmod(0o755)
    monkeypatch.setattr(server, "_command", lambda: str(broken))
    with pytest.raises(StudioError, match=r"ended while it started; its output is in .*studio\.log"):
        server.start(tmp_path / "home")
    assert "no such thing" in (tmp_path / "home" / "studio.log").read_text()
    assert not server.status(tmp_path / "home").running


def test_label_studio_not_installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(StudioError, match=r"pip install 'factcheck-toolkit\[studio\]'"):
        server.start(tmp_path / "home")


def test_a_folder_that_holds_other_things_is_not_taken_over(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("x")
    tmp_path.chmod(0o755)
    with pytest.raises(StudioError, match="name a folder of its own with FACTCHECK_HOME"):
        server.start(tmp_path)
    assert mode(tmp_path) == 0o755


def test_a_folder_with_the_memory_and_other_things_of_ours_is_taken(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    for name in ("memory.sqlite3", "vectors.sqlite3"):
        (tmp_path / name).touch()
    server._make_private(tmp_path)
    assert mode(tmp_path) == 0o700


def test_a_home_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StudioError, match=r"cannot be made.*FACTCHECK_HOME"):
        server.start(tmp_path / "file" / "home")


@pytest.mark.parametrize("content", ["", "{", "[]", '{"username": "x"}'])
def test_a_broken_login_file_is_named(tmp_path: Path, content: str) -> None:
    (tmp_path / "login.json").write_text(content)
    with pytest.raises(StudioError, match=r"login\.json cannot be read"):
        server.login(tmp_path)


def test_another_process_with_the_same_pid_is_not_taken_for_the_server(tmp_path: Path) -> None:
    (tmp_path / "server.json").write_text(json.dumps({"pid": os.getpid(), "created": 1.0, "port": 1}))
    assert not server.status(tmp_path).running
    assert server.stop(tmp_path) is False
