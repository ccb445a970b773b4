"""Score names of all types, and the links between mentions of one thing, against hand-marked texts of our own.

python benchmarks/names.py [--half dev|held] [--models NAME] [--show]

The texts are in tests/examples: entities_*.jsonl with every name marked, aliases_*.jsonl with the mentions of one thing
together. Rules may learn from the dev half; nobody looks at the other. Quotation marks around a name do not count.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import Any

from toolkit.model import Entity
from toolkit.nlp.aliases import entity_ids
from toolkit.nlp.entities import find_entities

EXAMPLES = Path(__file__).resolve().parents[1] / "tests" / "examples"
MARKS = "《》“”‘’\"'"

Named = tuple[int, int, str]


def read(name: str) -> list[dict[str, Any]]:
    """The rows of one file of examples."""
    return [json.loads(line) for line in (EXAMPLES / name).read_text("utf-8").splitlines()]


def bare(text: str, start: int, end: int, label: str) -> Named:
    """A name without the marks around it."""
    while start < end and text[start] in MARKS:
        start += 1
    while start < end and text[end - 1] in MARKS:
        end -= 1
    return start, end, label


def names(half: str, models: str, *, show: bool) -> None:
    """F1 by label: span and label right."""
    count: Counter[tuple[str, str]] = Counter()
    for row in read(f"entities_{half}.jsonl"):
        text = row["text"]
        marked = {bare(text, e["start"], e["end"], e["label"]) for e in row["entities"]}
        found = {bare(text, e.start, e.end, e.label) for e in find_entities(text, models=models)}
        for here, key in ((marked & found, "right"), (found, "found"), (marked, "marked")):
            count.update((label, key) for _, _, label in here)
            count.update(("ALL", key) for _ in here)
        if show and marked != found:
            missed = [f"{text[s:e]}/{label}" for s, e, label in sorted(marked - found)]
            surplus = [f"{text[s:e]}/{label}" for s, e, label in sorted(found - marked)]
            print(f"{row['id']} {text}\n   missed {missed}\n   surplus {surplus}")
    print(f"{'label':14}{'marked':>8}{'found':>8}{'precis.':>9}{'recall':>8}{'F1':>7}")
    for label in sorted({label for label, _ in count}):
        right, found_, marked_ = (count[label, key] for key in ("right", "found", "marked"))
        shares = (100 * right / (found_ or 1), 100 * right / (marked_ or 1), 200 * right / ((found_ + marked_) or 1))
        print(f"{label:14}{marked_:8}{found_:8}{shares[0]:9.1f}{shares[1]:8.1f}{shares[2]:7.1f}")


def links(half: str, *, show: bool) -> None:
    """Pairs of different surfaces that mean one thing: how many of those linked are right, and how many are linked."""
    right = wrong = missed = 0
    for row in read(f"aliases_{half}.jsonl"):
        mentions = sorted(row["entities"], key=lambda e: e["start"])
        entities = [Entity(e["start"], e["end"], row["text"][e["start"] : e["end"]], e["label"]) for e in mentions]
        ids = entity_ids(row["text"], entities)
        pairs = {}
        for i, j in combinations(range(len(entities)), 2):
            if entities[i].text != entities[j].text:
                same = mentions[i]["cluster"] is not None and mentions[i]["cluster"] == mentions[j]["cluster"]
                pairs[frozenset((entities[i].text, entities[j].text))] = (same, ids[i] == ids[j])
        right += sum(same and linked for same, linked in pairs.values())
        wrong += sum(linked and not same for same, linked in pairs.values())
        missed += sum(same and not linked for same, linked in pairs.values())
        if show:
            for pair, (same, linked) in pairs.items():
                if same != linked:
                    print(f"{row['id']} {'missed' if same else 'wrong'}: {' | '.join(sorted(pair))}")
    print(
        f"links: {100 * right / ((right + wrong) or 1):.1f} % of {right + wrong} right, "
        f"{100 * right / ((right + missed) or 1):.1f} % of {right + missed} found"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--half", default="dev", choices=("dev", "held"))
    parser.add_argument("--models", default="accurate")
    parser.add_argument("--show", action="store_true", help="list what is wrong (dev only)")
    given = parser.parse_args()
    if given.show and given.half == "held":
        sys.exit("the held half is for figures only")
    names(given.half, given.models, show=given.show)
    links(given.half, show=given.show)


if __name__ == "__main__":
    main()
