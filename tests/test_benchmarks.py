"""Each benchmark says why it is skipped, and runs the scorer that it is given."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SCORED = {
    "quantities": (["quantities-dev.jsonl"], ["--by", "lang"]),
    "entities": (["entities-dev.jsonl", "entities-mixed-dev.jsonl"], ["--limit", "5"]),
}


def run(name: str, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "benchmarks" / f"{name}.py"), *options]
    return subprocess.run(command, capture_output=True, text=True, check=False, env={"PATH": ""})


@pytest.mark.parametrize("name", SCORED)
def test_without_a_folder_it_is_skipped_with_the_reason(name: str) -> None:
    done = run(name)
    assert done.returncode == 0
    assert "FACTCHECK_BENCH" in done.stderr


@pytest.mark.parametrize("name", SCORED)
def test_what_a_folder_lacks_is_named(name: str, tmp_path: Path) -> None:
    done = run(name, "--bench", str(tmp_path))
    assert done.returncode == 0
    for absent in (f"score_{name}.py", *SCORED[name][0]):
        assert absent in done.stderr


@pytest.mark.parametrize("name", SCORED)
def test_the_scorer_is_run_on_its_texts_and_its_exit_code_passed_on(name: str, tmp_path: Path) -> None:
    texts, options = SCORED[name]
    for text in texts:
        (tmp_path / text).write_text("")
    (tmp_path / f"score_{name}.py").write_text("import sys, toolkit\nprint(*sys.argv[1:])\nsys.exit(7)\n")
    done = run(name, "--bench", str(tmp_path), *options)
    assert done.returncode == 7
    assert done.stdout.split() == [*(str(tmp_path / text) for text in texts), *options]


def test_annotation_is_timed() -> None:
    done = run("annotate", "--chars", "3000")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("3,000 characters, ")
