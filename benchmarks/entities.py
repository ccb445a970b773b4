"""Score entity recognition.

python benchmarks/entities.py --bench DIR [--limit N]

DIR holds `score_entities.py`, `entities-dev.jsonl` and `entities-mixed-dev.jsonl`; `--limit N` scores every Nth text.
"""

from __future__ import annotations

import sys

from outside import bench_parser, score

if __name__ == "__main__":
    parser = bench_parser("Score entity recognition.")
    parser.add_argument("--limit", type=int, default=0, metavar="N", help="score every Nth text only")
    given = parser.parse_args()
    texts = ["entities-dev.jsonl", "entities-mixed-dev.jsonl"]
    sys.exit(score(given.bench, "score_entities.py", texts, "--limit", str(given.limit)))
