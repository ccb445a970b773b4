"""Score quantity extraction.

python benchmarks/quantities.py --bench DIR [--by lang|langkind|source]

DIR holds `score_quantities.py` and `quantities-dev.jsonl`.
"""

from __future__ import annotations

import sys

from outside import bench_parser, score

if __name__ == "__main__":
    parser = bench_parser("Score quantity extraction.")
    parser.add_argument("--by", default="langkind", choices=("lang", "langkind", "source"))
    given = parser.parse_args()
    sys.exit(score(given.bench, "score_quantities.py", ["quantities-dev.jsonl"], "--by", given.by))
