"""The entity benchmark says why it is skipped, and runs the scorer it is given."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "benchmarks" / "entities.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, env={"PATH": ""})


def test_without_a_folder_it_is_skipped_with_the_reason() -> None:
    done = run()
    assert done.returncode == 0
    assert "FACTCHECK_BENCH" in done.stderr


def test_an_empty_folder_is_skipped_by_name(tmp_path: Path) -> None:
    done = run("--bench", str(tmp_path))
    assert done.returncode == 0
    assert "score_entities.py" in done.stderr
    assert "entities-mixed-dev.jsonl" in done.stderr


def test_the_scorer_of_the_folder_is_run_on_both_texts(tmp_path: Path) -> None:
    for name in ("entities-dev.jsonl", "entities-mixed-dev.jsonl"):
        (tmp_path / name).write_text("")
    (tmp_path / "score_entities.py").write_text("import sys, toolkit.nlp\nprint(sys.argv[1:])\nsys.exit(7)\n")
    done = run("--bench", str(tmp_path), "--limit", "5")
    assert done.returncode == 7
    assert "entities-dev.jsonl" in done.stdout
    assert "entities-mixed-dev.jsonl" in done.stdout
    assert "'5'" in done.stdout
