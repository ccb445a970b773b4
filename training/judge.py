"""Learn `toolkit/claims/judge.json` from marked pairs of claims.

    python -m training.judge tests/examples/match_{dev,hard,close,wide}.jsonl -o toolkit/claims/judge.json
    python -m training.judge tests/examples/match_{dev,hard,close,wide}.jsonl --folds 5

Beside the pairs of the files, which are hard ones, there are two kinds of plain pairs that have nothing to do with each
other, at a lower importance: a marked claim and another claim of the other text, and claims of different stories that
are compared. --folds tells instead what weights find in pairs that they were not learnt from.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import numpy as np

from benchmarks.match import marked
from toolkit.annotate import annotate_many
from toolkit.claims import contradict
from toolkit.claims.judge import RELATIONS, read_judge
from toolkit.claims.likeness import Signs, meaning, of_figures, signs
from toolkit.claims.match import candidates, likeliest, ruled_out
from toolkit.claims.naming import shared_names
from toolkit.claims.statement import Statement
from toolkit.claims.vectors import Vectors
from toolkit.compare import statements
from toolkit.model import Document
from training.logistic import Floats, fit

UNRELATED = "unrelated"
PLAIN = 0.2  # importance of a plain pair
PENALTY = {"short": 10.0, "one_thing": 10.0, "relation": 10.0}
_OTHER_STORIES = 5000
_ONE_STORY = 0.62  # likeness of meaning from which claims of different rows may tell one story
# Groups of signs that say what two claims of one thing have to do with each other.
_TELLS_RELATION = ("figures", "time", "acts", "part")
_TELL_TOO = frozenset(
    ("names.rivals", "names.other subject", "names.subject", "names.other person", "words.across", "words.act")
) | {"words.other act"}


@dataclass(frozen=True, slots=True)
class Row:
    """A marked pair: its relation, the two marked claims where they were found, and every claim of both texts."""

    id: str
    relation: str
    a: Statement | None
    b: Statement | None
    all_a: Sequence[Statement]
    all_b: Sequence[Statement]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims with the relation that is to be learnt."""

    row: str
    relation: str
    a: Statement
    b: Statement
    plain: bool = False


def read(paths: Sequence[Path]) -> Iterator[Row]:
    """The rows of the files, annotated as a push does it."""
    for path in paths:
        rows: list[dict[str, Any]] = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        documents = [
            Document(f"{row['id']}{side}", row[side]["text"], published=row[side]["published"])
            for row in rows
            for side in "ab"
        ]
        found = list(annotate_many(documents, models="accurate"))
        for row, a, b in zip(rows, found[::2], found[1::2], strict=True):
            ends = marked(a, row["a"]["claim"]), marked(b, row["b"]["claim"])
            yield Row(row["id"], row["relation"], *ends, statements(a), statements(b))


def pairs(rows: Sequence[Row], vectors: Vectors) -> list[Pair]:
    """The marked pairs, and the plain ones."""
    found = [Pair(row.id, row.relation, row.a, row.b) for row in rows if row.a and row.b]
    for row in rows:
        found += [Pair(row.id, UNRELATED, row.a, b, True) for b in row.all_b if row.a and _is_another(row.a, b, row.b)]
        found += [Pair(row.id, UNRELATED, a, row.b, True) for a in row.all_a if row.b and _is_another(row.b, a, row.a)]
    everything = [(row.id, claim) for row in rows for claim in (*row.all_a, *row.all_b)]
    met = list(candidates([claim for _, claim in everything], vectors))
    Random(0).shuffle(met)  # noqa: S311
    others = []
    for i, j in met:
        (row, a), (other, b) = everything[i], everything[j]
        if row != other and not _may_tell_one_story(a, b, vectors):
            others.append(Pair(row, UNRELATED, a, b, True))
        if len(others) == _OTHER_STORIES:
            break
    return found + others


def _may_tell_one_story(a: Statement, b: Statement, vectors: Vectors) -> bool:
    """Whether claims of different rows are so alike that nobody knows whether they are unrelated."""
    agree = of_figures(a, b) and a.figure and b.figure and contradict.values(a.figure, b.figure) == "agree"
    return vectors.alike(a.text, b.text) > (_ONE_STORY if agree or shared_names(a, b)[0] else _ONE_STORY + 0.15)


def _is_another(one: Statement, other: Statement, its_pair: Statement | None) -> bool:
    """Whether `other` is not the claim that `one` is marked with, nor one with the same figure."""
    if its_pair is None or other.claim_id == its_pair.claim_id:
        return False
    agree = of_figures(one, other) and one.figure and other.figure
    return not agree or contradict.values(one.figure, other.figure) != "agree"  # type: ignore[arg-type]


def learn(found: Sequence[Pair], vectors: Vectors) -> dict[str, Any]:
    """What `judge.json` holds."""
    told = {}
    for kind, by_figures in (("figures", True), ("acts", False)):
        chosen = [pair for pair in found if of_figures(pair.a, pair.b) == by_figures]
        seen = [signs(pair.a, pair.b)[0] | meaning(pair.a, pair.b, vectors) for pair in chosen]
        names = sorted({name for one in seen for name in one})
        importance = np.array([PLAIN if pair.plain else 1.0 for pair in chosen])
        one_thing = np.array([int(pair.relation != UNRELATED) for pair in chosen])
        linked = [at for at, pair in enumerate(chosen) if pair.relation != UNRELATED]
        relation = np.array([RELATIONS.index(chosen[at].relation) for at in linked])
        short = [name for name in names if not name.startswith("meaning")]
        telling = [name for name in names if name.partition(".")[0] in _TELLS_RELATION or name in _TELL_TOO]
        told[kind] = {
            "short": _scale(seen, short, one_thing, 2, PENALTY["short"], importance),
            "one_thing": _scale(seen, names, one_thing, 2, PENALTY["one_thing"], importance),
            "relation": _scale(
                [seen[at] for at in linked], telling, relation, 3, PENALTY["relation"], np.ones(len(linked))
            ),
            "usual": {name: round(float(np.mean([seen[at].get(name, 0.0) for at in linked])), 3) for name in names},
        }
    return told


def cross_validated(rows: Sequence[Row], vectors: Vectors, folds: int) -> Iterator[str]:
    """Precision and recall of each relation, and how many plain pairs are taken for it, in words."""
    found = pairs(rows, vectors)
    ids = sorted({row.id for row in rows})
    Random(1).shuffle(ids)  # noqa: S311
    fold = {name: at % folds for at, name in enumerate(ids)}
    said, right, plain = Counter[str](), Counter[str](), Counter[str]()
    for number in range(folds):
        told = learn([pair for pair in found if fold[pair.row] != number], vectors)
        for pair in found:
            if fold[pair.row] != number or ruled_out(pair.a, pair.b):
                continue
            judge = read_judge(told["figures" if of_figures(pair.a, pair.b) else "acts"])
            seen = signs(pair.a, pair.b)[0] | meaning(pair.a, pair.b, vectors)
            relation = likeliest(judge.chances(seen, judge.one_thing.chance(seen)), seen)
            if relation is None:
                continue
            (plain if pair.plain else said)[relation] += 1
            right[relation] += not pair.plain and relation == pair.relation
    there = Counter(row.relation for row in rows)
    for name in RELATIONS:
        shares = 100 * right[name] / (said[name] or 1), 100 * right[name] / (there[name] or 1)
        yield "{:13} P {:.0f} R {:.0f}, and of plain pairs {}".format(name, *shares, plain[name])


def _scale(
    seen: Sequence[Signs], names: Sequence[str], classes: Any, count: int, penalty: float, importance: Floats
) -> dict[str, Any]:
    values = np.array([[one.get(name, 0.0) for name in names] for one in seen])
    offset, weights = fit(values, classes, count, penalty, importance)
    return {
        "offset": [round(float(value), 3) for value in offset],
        "weights": {
            name: [round(float(w), 3) for w in row]
            for name, row in zip(names, weights, strict=True)
            if np.abs(row).max() > 0
        },
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+")
    task = parser.add_mutually_exclusive_group(required=True)
    task.add_argument("-o", "--output", type=Path)
    task.add_argument("--folds", type=int, metavar="N")
    options = parser.parse_args()
    vectors, rows = Vectors(), list(read(options.files))
    if options.folds:
        print(*cross_validated(rows, vectors, options.folds), sep="\n")  # noqa: T201
        return
    told = learn(pairs(rows, vectors), vectors)
    options.output.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
