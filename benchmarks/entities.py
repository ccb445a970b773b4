"""Score entity recognition with a scorer that lives outside this repository.

    python benchmarks/entities.py --bench DIR [--limit N]

DIR (default: the environment's FACTCHECK_BENCH) holds `score_entities.py`, `entities-dev.jsonl` and
`entities-mixed-dev.jsonl`; `--limit N` scores every Nth text only. Without them the run is skipped, which is said, and
the exit code is 0.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SCORER = "score_entities.py"
TEXTS = ("entities-dev.jsonl", "entities-mixed-dev.jsonl")


def missing(folder: Path | None) -> str | None:
    """Why the benchmark cannot run in `folder`; None where it can."""
    if folder is None:
        return "no folder given: use --bench DIR or set FACTCHECK_BENCH"
    absent = [name for name in (SCORER, *TEXTS) if not (folder / name).is_file()]
    return f"{folder} has no {' and no '.join(absent)}" if absent else None


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the scorer and pass on its exit code."""
    parser = argparse.ArgumentParser(description="Score entity recognition.")
    parser.add_argument("--bench", type=Path, default=os.environ.get("FACTCHECK_BENCH"), help="folder of the scorer")
    parser.add_argument("--limit", type=int, default=0, metavar="N", help="score every Nth text only")
    options = parser.parse_args(arguments)
    folder = Path(options.bench) if options.bench else None
    reason = missing(folder)
    if folder is None or reason is not None:
        print(f"skipped: {reason}", file=sys.stderr)
        return 0
    texts = [str(folder / name) for name in TEXTS]
    command = [sys.executable, str(folder / SCORER), *texts, "--limit", str(options.limit)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
