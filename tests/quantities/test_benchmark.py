"""The benchmark command says why it is skipped, and runs the scorer it is given."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "benchmarks" / "quantities.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, env={"PATH": ""})


def test_without_a_folder_it_is_skipped_with_the_reason() -> None:
    done = run()
    assert done.returncode == 0
    assert "FACTCHECK_BENCH" in done.stderr


def test_an_empty_folder_is_skipped_by_name(tmp_path: Path) -> None:
    done = run("--bench", str(tmp_path))
    assert done.returncode == 0
    assert "score_quantities.py" in done.stderr


def test_the_scorer_of_the_folder_is_run_on_its_texts(tmp_path: Path) -> None:
    (tmp_path / "quantities-dev.jsonl").write_text("")
    (tmp_path / "score_quantities.py").write_text("import sys, toolkit.quantities\nprint(sys.argv[1:])\nsys.exit(7)\n")
    done = run("--bench", str(tmp_path), "--by", "lang")
    assert done.returncode == 7
    assert "quantities-dev.jsonl" in done.stdout
    assert "lang" in done.stdout
