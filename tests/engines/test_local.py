"""All cores: the same as one, and no document stops another."""

from __future__ import annotations

import json
import os
import signal
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import psutil
import pytest

from toolkit.engines.chunks import Finished, cut
from toolkit.engines.local import annotate_all, pooled
from toolkit.engines.work import Item, Line, Reading
from toolkit.errors import ReadError, UsageError
from toolkit.model import Document

DOCUMENTS = [Document(f"d{n}", f"第{n}季度营收增长{n}%。Sales rose {n} percent.") for n in range(150)]


def echo(items: Sequence[Item]) -> list[Line]:
    """Stands for annotation: dies of "die", fails on "fail"."""
    lines: list[Line] = []
    for item in items:
        assert isinstance(item, Document)
        if item.text == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        lines.append(ReadError(item.doc_id, "bad") if item.text == "fail" else f"{item.doc_id}\n".encode())
    return lines


def test_a_worker_that_dies_costs_one_document(tmp_path: Path) -> None:
    texts = {3: "die", 77: "die", 90: "fail"}
    documents = [Document(f"d{n}", texts.get(n, "x")) for n in range(200)]
    lines = list(pooled(cut(documents), echo, 2, lambda: Finished(tmp_path, "m")))
    named = {n: line.reason for n, line in enumerate(lines) if isinstance(line, ReadError)}
    assert named.keys() == texts.keys()
    assert named[90] == "bad"
    assert "died" in named[3]
    assert "died" in named[77]
    assert all(line == f"d{n}\n".encode() for n, line in enumerate(lines) if n not in texts)


def test_one_may_stop_after_a_worker_died() -> None:
    documents = [Document(f"d{n}", "die" if n == 3 else "x") for n in range(400)]
    lines = pooled(cut(documents), echo, 2)
    assert sum(isinstance(next(lines), ReadError) for _ in range(40)) == 1
    end = threading.Thread(target=lines.close, daemon=True)  # type: ignore[attr-defined]
    end.start()
    end.join(timeout=60)
    assert not end.is_alive()


def test_workers_change_nothing() -> None:
    reading = Reading("fast")
    alone = list(annotate_all(DOCUMENTS, reading))
    assert len(alone) == len(DOCUMENTS)
    assert list(annotate_all(DOCUMENTS, reading, workers=2)) == alone


def test_unknown_models_are_everybodys_error() -> None:
    for workers in (1, 2):
        with pytest.raises(UsageError, match="no-such-model"):
            list(annotate_all(DOCUMENTS, Reading("no-such-model"), workers=workers))


def test_killed_and_started_again_gives_the_same_file(cli: Any, tmp_path: Path) -> None:
    source, whole, broken = tmp_path / "in.jsonl", tmp_path / "whole.jsonl", tmp_path / "broken.jsonl"
    rows = [{"doc_id": f"d{n}", "text": f"第{n}季度营收增长{n}%，达到{n + 1}亿元。\n" * 15} for n in range(200)]
    source.write_text("\n".join(map(json.dumps, rows)))
    options = ("--models", "fast", "--workers", 2)
    cli("annotate", source, "-o", whole, *options)
    running = cli.begin("annotate", source, "-o", broken, *options)
    while not (kept := list(tmp_path.glob(".broken.jsonl.unfinished/??/*"))):
        assert running.poll() is None
        time.sleep(0.02)
    workers = psutil.Process(running.pid).children(recursive=True)
    running.kill()
    running.communicate()
    assert kept
    assert not broken.exists()
    assert not psutil.wait_procs(workers, timeout=20)[1]  # nobody goes on for a parent that is gone
    cli("annotate", source, "-o", broken, *options)
    assert broken.read_bytes() == whole.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["broken.jsonl", "in.jsonl", "whole.jsonl"]
