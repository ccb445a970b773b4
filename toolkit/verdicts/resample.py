"""Bootstrap intervals: whole documents are drawn with replacement, always by the same seed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Interval = tuple[float, float]

REPLICATES = 1000
LEVEL = 0.95
SEED = 20140
_AT_ONCE = 4_000_000  # weights held in memory
_DIGITS = 6  # more would differ with the order in which a processor adds


def intervals(
    sums: Floats, statistics: Mapping[str, Callable[[Floats], Floats]], *, replicates: int = REPLICATES
) -> dict[str, Interval]:
    """The percentile interval of each statistic, given one row of sums a document.

    A statistic takes rows of sums, one a replicate, and gives a value for each, NaN where it is not defined; one that
    is not defined in most replicates has no interval. Deterministic.
    """
    documents = len(sums)
    random = np.random.default_rng(SEED)
    drawn: dict[str, list[Floats]] = {name: [] for name in statistics}
    step = max(1, min(replicates, _AT_ONCE // max(documents, 1)))
    for start in range(0, replicates, step):
        weights = np.stack(
            [
                np.bincount(random.integers(0, documents, documents), minlength=documents)
                for _ in range(min(step, replicates - start))
            ]
        )
        resampled = weights.astype(np.float64) @ sums
        for name, of in statistics.items():
            drawn[name].append(of(resampled))
    found = {}
    for name, chunks in drawn.items():
        values = np.concatenate(chunks)
        defined = values[~np.isnan(values)]
        if len(defined) * 2 > replicates:
            tail = (1 - LEVEL) / 2
            low, high = np.quantile(defined, [tail, 1 - tail])
            found[name] = (round(float(low), _DIGITS), round(float(high), _DIGITS))
    return found
