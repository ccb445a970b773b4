"""The command as a user types it, where no server is needed."""

from __future__ import annotations

import json
import os
import pty
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from toolkit.cli import app

COMMANDS = (
    "adjudicate",
    "agreement",
    "check",
    "evaluate",
    "run",
    "annotate",
    "match",
    "memory",
    "push",
    "status",
    "pull",
    "export",
    "report",
    "studio",
    "doctor",
)


def test_help_names_every_command(cli: Any) -> None:
    told = cli("--help").stdout
    for command in COMMANDS:
        assert f" {command} " in told
        assert "Usage" in cli(command, "--help").stdout


def test_help_is_quick(cli: Any) -> None:
    """User time, best of six turns, beside the help of a bare Typer program: pandas alone would treble it."""

    def user(run: Callable[[], object]) -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        run()
        return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before

    bare = "import typer; app = typer.Typer(); app.command()(lambda: None); app(['--help'])"
    peer = [sys.executable, "-c", bare]
    turns = [
        (user(lambda: subprocess.run(peer, check=True, stdout=subprocess.DEVNULL)), user(lambda: cli("--help")))
        for _ in range(6)
    ]
    assert min(ours for _, ours in turns) < 2.5 * min(theirs for theirs, _ in turns)


def test_heavy_imports_wait() -> None:
    heavy = ["spacy", "label_studio_sdk", "pandas", "numpy", "httpx", "jinja2", "trafilatura", "docx", "rich.progress"]
    code = f"import sys, toolkit.cli; print([m for m in {heavy} if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip() == "[]"


def test_version(cli: Any) -> None:
    assert cli("--version").stdout.startswith("factcheck-toolkit 0.")


def test_every_command_has_help() -> None:
    for command in app.registered_commands:
        assert command.callback
        assert command.callback.__doc__


def test_completion_is_offered(cli: Any) -> None:
    words = {"_FACTCHECK_COMPLETE": "complete_bash", "COMP_WORDS": "factcheck ann", "COMP_CWORD": "1"}
    assert cli(env=cli.environ | words).stdout.split() == ["annotate"]


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["annotate"], 2, "Missing"),
        (["annotate", "x.md"], 2, "--output"),
        (["nonsense"], 2, "No such command"),
        (["push", "x.md", "--layout", "page"], 2, "layout 'page' is unknown; it is one of document, claim"),
        (["status", "--url", "localhost:8080"], 2, "no http:// or https:// address"),
        (["status", "--url", "http://127.0.0.1:9"], 2, "set LABEL_STUDIO_API_KEY"),
        (["status", "--url", "http://127.0.0.1:9", "--api-key", "s3cret"], 3, "cannot be reached"),
        (["status"], 3, "factcheck studio start"),
        (
            ["status", "--url", "http://127.0.0.1:9/projects/1", "--api-key", "x"],
            2,
            "goes on after Label Studio's root",
        ),
        (["status", "--url", "http://127.0.0.1:9", "--api-key", "密钥"], 2, "no token has"),
        (["report", "-o", "x.html", "--lang", "fr"], 2, "en, zh or both"),
        (["studio", "status", "--show-secrets"], 3, "factcheck studio start"),
        (["push", "x.md", "--project", "ab"], 2, "3 to 50 characters"),
    ],
)
def test_wrong_use_says_what_to_do(cli: Any, words: list[str], code: int, message: str) -> None:
    done = cli(*words, code=code)
    assert message in done.stderr
    assert "Traceback" not in done.stderr
    assert "s3cret" not in done.stderr
    assert done.stdout == ""


def test_annotate_writes_json_lines(cli: Any, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("阿里巴巴的下载量突破6亿次。", encoding="gb18030")
    done = cli("annotate", tmp_path / "a.txt", "-o", tmp_path / "out.jsonl", "--json")
    told = json.loads(done.stdout)
    assert (told["documents"], told["claims"], told["failed"]) == (1, 1, 0)
    (row,) = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {"doc_id", "path", "title", "url", "publisher", "published", "lang", "sha256", "text"} <= set(row)
    (quantity,) = row["quantities"]
    assert (quantity["value"], quantity["unit"], quantity["comparator"]) == ("600000000", "次", ">")
    assert row["text"][quantity["start"] : quantity["end"]] == quantity["text"]


def test_annotate_from_and_to_the_standard_streams(cli: Any) -> None:
    done = cli("annotate", "-", "-o", "-", input="Downloads passed 600 million.\r\n")
    row = json.loads(done.stdout)
    assert row["text"] == "Downloads passed 600 million.\n"
    assert row["doc_id"].startswith("stdin-")


def test_bad_documents_are_named_and_the_others_go_on(cli: Any, tmp_path: Path) -> None:
    (tmp_path / "good.md").write_text("Sales rose 5%.\n")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "big.txt").write_text("数" * 2_000_000, encoding="utf-8")
    (tmp_path / "not.pdf").write_text("no PDF at all")
    (tmp_path / "binary.txt").write_bytes(b"\x00\x01\x02" * 99)
    done = cli("annotate", tmp_path, "-o", tmp_path / "out.jsonl", "--json", code=1)
    told = json.loads(done.stdout)
    assert (told["documents"], told["failed"]) == (1, 4)
    reasons = {Path(error["path"]).name: error["reason"] for error in told["errors"]}
    assert "empty" in reasons["empty.txt"]
    assert "over-large" in reasons["big.txt"]
    assert "PDF" in reasons["not.pdf"]
    assert "binary" in reasons["binary.txt"]
    for name in reasons:
        assert name in done.stderr


def test_one_doc_id_is_one_document(cli: Any, tmp_path: Path) -> None:
    (tmp_path / "one.jsonl").write_text('{"doc_id": "x", "text": "Sales rose 5%."}\n')
    (tmp_path / "two.jsonl").write_text('{"doc_id": "x", "text": "Sales rose 6%."}\n')
    for name in ("one", "two"):
        cli("annotate", tmp_path / f"{name}.jsonl", "-o", tmp_path / f"{name}.a.jsonl")
    files = (tmp_path / "one.a.jsonl", tmp_path / "two.a.jsonl", tmp_path / "one.a.jsonl")
    told = json.loads(cli("annotate", *files, "-o", tmp_path / "out.jsonl", "--json", code=1).stdout)
    assert (told["documents"], told["failed"]) == (1, 1)
    assert "came before with other text" in told["errors"][0]["reason"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_said(cli: Any, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Sales rose 5%." * 999)
    with Path("/dev/full").open("w") as full:
        done = cli(
            "annotate", tmp_path / "a.txt", "-o", "-", stdout=full, stderr=subprocess.PIPE, capture_output=False, code=1
        )
    assert "No space left" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_ascii_terminal_gets_escapes(cli: Any, tmp_path: Path) -> None:
    (tmp_path / "空.txt").write_text("")
    cli.environ |= {"PYTHONIOENCODING": "ascii", "LANG": "C"}
    done = cli("annotate", tmp_path / "空.txt", "-o", tmp_path / "out.jsonl", code=1)
    assert "\\u7a7a.txt" in done.stderr


def test_an_unwritable_output_is_said(cli: Any, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Sales rose 5%.")
    done = cli("annotate", tmp_path / "a.txt", "-o", tmp_path / "no" / "such" / "x.jsonl", code=2)
    assert "Traceback" not in done.stderr


def test_interrupted_by_ctrl_c_leaves_nothing_half_written(cli: Any, tmp_path: Path) -> None:
    import signal

    docs = tmp_path / "docs"
    docs.mkdir()
    for n in range(400):
        (docs / f"{n}.txt").write_text(f"第{n}季度营收增长{n}%，达到{n}亿元。" * 40, encoding="utf-8")
    command = [
        str(Path(sys.executable).with_name("factcheck")),
        "annotate",
        str(docs),
        "-o",
        str(tmp_path / "out.jsonl"),
    ]
    # Where the tests run in a shell's background, SIGINT is ignored, and what they start would inherit that.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    running = subprocess.Popen(command, env=cli.environ, stderr=subprocess.PIPE, text=True)
    signal.signal(signal.SIGINT, before)
    begun, unfinished = time.monotonic(), tmp_path / ".out.jsonl.unfinished"
    while not unfinished.exists() and time.monotonic() - begun < 60:
        time.sleep(0.1)
    time.sleep(2)
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=60)
    assert running.returncode == 130, said
    assert "interrupted" in said
    assert {path.name for path in tmp_path.iterdir()} <= {"docs", ".out.jsonl.unfinished"}


def test_progress_is_drawn_on_a_terminal_only(cli: Any, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Sales rose 5%.")
    words = ["annotate", str(tmp_path / "a.txt"), "-o", str(tmp_path / "out.jsonl")]
    assert "annotating" not in cli(*words).stderr
    ours, theirs = pty.openpty()
    running = subprocess.Popen(cli.command(*words), env=cli.environ | {"TERM": "xterm"}, stderr=theirs)
    os.close(theirs)
    drawn = b""
    while True:
        try:
            chunk = os.read(ours, 4096)
        except OSError:
            break
        if not chunk:
            break
        drawn += chunk
    os.close(ours)
    assert running.wait(timeout=60) == 0
    assert b"annotating" in drawn


def test_doctor(cli: Any) -> None:
    told = json.loads(cli("doctor", "--json").stdout)
    assert told["ok"] is True
    assert {"python", "models", "label configs", "server"} <= {check["name"] for check in told["checks"]}
    told = json.loads(cli("doctor", "--url", "http://127.0.0.1:9", "--api-key", "s3cret", "--json", code=1).stdout)
    assert told["ok"] is False
    assert "s3cret" not in json.dumps(told)


def test_match_and_memory(cli: Any, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("截至2025年11月，千问下载量突破6亿次。", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Qwen was downloaded 480 million times as of November 2025.", encoding="utf-8")
    out = tmp_path / "matches.jsonl"
    told = json.loads(cli("match", str(tmp_path), "--models", "fast", "-o", str(out), "--json").stdout)
    assert (told["documents"], told["contradiction"]) == (2, 1)
    (link,) = (json.loads(line) for line in out.read_text("utf-8").splitlines())
    assert {link["a_doc"], link["b_doc"]} == {"a.txt", "b.txt"}
    assert link["reason"]

    review = {
        **{"@type": "ClaimReview", "claimReviewed": "Qwen has been downloaded more than 600 million times"},
        **{"datePublished": "2025-12-01", "reviewRating": {"alternateName": "Four Pinocchios"}},
    }
    (tmp_path / "r.json").write_text(json.dumps(review), encoding="utf-8")
    add = ("memory", "add", str(tmp_path / "r.json"), "--models", "fast", "--json")
    assert json.loads(cli(*add).stdout) == {"new": 1, "replaced": 0}
    assert json.loads(cli(*add).stdout) == {"new": 0, "replaced": 1}
    (found,) = json.loads(cli("memory", "search", "千问下载量突破6亿次", "--models", "fast", "--json").stdout)["found"]
    assert (found["relation"], found["verdict"]) == ("same", "Four Pinocchios")
    assert "Four Pinocchios" in cli("memory", "list").stdout
    assert "not JSON" in cli("memory", "add", str(tmp_path / "a.txt"), code=2).stderr
