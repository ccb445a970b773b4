"""Time pre-annotation of one long text, made of the documents that ship.

python benchmarks/annotate.py [--chars N]
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))


def main(chars: int) -> None:
    """Print seconds and characters a second, models loaded before."""
    from toolkit.annotate import annotate
    from toolkit.model import Document
    from toolkit.readers import read

    shipped = "\n\n".join(d.text for d in read([str(ROOT / "corpus")]) if isinstance(d, Document))
    text = (shipped * (chars // len(shipped) + 1))[:chars]
    annotate(Document("warm-up", shipped[:2_000]))
    began = time.perf_counter()
    made = annotate(Document("long", text))
    took = time.perf_counter() - began
    print(f"{chars:,} characters, {len(made.claims):,} claims: {took:.1f} s, {chars / took:,.0f} characters/s")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Time pre-annotation.")
    parser.add_argument("--chars", type=int, default=200_000)
    main(parser.parse_args().chars)
