"""Runs a scorer and texts that live outside this repository, in a folder that may be absent."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def bench_parser(description: str) -> argparse.ArgumentParser:
    """A parser with --bench DIR (default: the environment's FACTCHECK_BENCH)."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--bench", default=os.environ.get("FACTCHECK_BENCH"), help="folder of the scorer and its texts")
    return parser


def score(bench: str | None, scorer: str, texts: Sequence[str], *options: str) -> int:
    """Run the scorer on the texts and return its exit code; where something is missing, say so and return 0."""
    if not bench:
        print("skipped: no folder given: use --bench DIR or set FACTCHECK_BENCH", file=sys.stderr)
        return 0
    folder = Path(bench)
    if absent := [name for name in (scorer, *texts) if not (folder / name).is_file()]:
        print(f"skipped: {folder} has no {' and no '.join(absent)}", file=sys.stderr)
        return 0
    command = [sys.executable, str(folder / scorer), *(str(folder / name) for name in texts), *options]
    return subprocess.run(command, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=False).returncode
