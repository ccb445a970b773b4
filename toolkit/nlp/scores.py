"""How sure a name is that comes from a rule or from a small model, which say nothing of it themselves.

A score is the share of such names that were right, span and label, on the development texts: the benchmark's sentences
and tests/examples/entities_dev.jsonl. The tagger's own scores are calibrated in training/evaluate.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Literal

from toolkit.model import Entity

Source = Literal["rule", "latin", "zh", "en"]

# by rule (titles in 《》, known names, products with digits, storms), by the look of a Latin name in Chinese, and by
# the two models of `fast`
_RIGHT: dict[Source, dict[str, float]] = {
    "rule": {"": 0.93},
    "latin": {"PRODUCT": 0.83, "": 0.25},
    "zh": {"PERSON": 0.64, "ORG": 0.47, "LOC": 0.81, "FAC": 0.74, "": 0.54},
    "en": {"PERSON": 0.60, "ORG": 0.36, "GPE": 0.69, "LOC": 0.64, "FAC": 0.35, "WORK_OF_ART": 0.60, "": 0.95},
}


def scored(source: Source, entities: Iterable[Entity]) -> Iterator[Entity]:
    """The entities, those without a score with the one that names of their source and label have."""
    table = _RIGHT[source]
    for entity in entities:
        yield entity if entity.score is not None else replace(entity, score=table.get(entity.label, table[""]))
