"""Multinomial logistic regression with a penalty on large weights, by Newton's method: for small data, exact."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def fit(
    values: Floats, classes: NDArray[np.int64], count: int, penalty: float, importance: Floats
) -> tuple[Floats, Floats]:
    """Offsets (count,) and weights (columns, count) for columns of `values` that are brought to one scale first."""
    mean, spread = values.mean(0), values.std(0)
    spread[spread == 0] = 1
    x = np.hstack([np.ones((len(values), 1)), (values - mean) / spread])
    columns = x.shape[1]
    wanted = np.eye(count)[classes]
    keep = np.full(columns, penalty)
    keep[0] = 1e-6
    w = np.zeros((columns, count))
    for _ in range(30):
        chances = softmax(x @ w)
        slope = x.T @ ((chances - wanted) * importance[:, None]) + keep[:, None] * w
        bend = np.zeros((columns * count, columns * count))
        for one in range(count):
            for other in range(one, count):
                share = importance * chances[:, one] * ((one == other) - chances[:, other])
                block = (x * share[:, None]).T @ x + (np.diag(keep) if one == other else 0)
                bend[one * columns : (one + 1) * columns, other * columns : (other + 1) * columns] = block
                bend[other * columns : (other + 1) * columns, one * columns : (one + 1) * columns] = block
        step = np.linalg.solve(bend, slope.T.ravel()).reshape(count, columns).T
        w -= step
        if np.abs(step).max() < 1e-6:
            break
    weights = w[1:] / spread[:, None]
    return w[0] - mean @ weights, weights


def softmax(values: Floats) -> Floats:
    """Rows as chances that add up to 1."""
    odds = np.exp(values - values.max(1, keepdims=True))
    return np.asarray(odds / odds.sum(1, keepdims=True))
