"""A few of the faults of benchmarks/faults.py against the real server; docs/sync.md has its table."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from toolkit.labelstudio import server
from toolkit.labelstudio.client import Client

pytestmark = pytest.mark.studio

PLACE = Path(__file__).parents[2] / "benchmarks" / "faults.py"


@pytest.fixture(scope="module")
def faults() -> Iterator[Any]:
    spec = importlib.util.spec_from_file_location("benchmark_faults", PLACE)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules[spec.name]


@pytest.mark.parametrize(
    ("step", "fault", "strikes"),
    [
        ("create the project", "drop_after", 1),
        ("import tasks", "drop_after", 1),
        ("import tasks", "cut", None),
        ("delete a task", "error_after", 1),
    ],
)
def test_nothing_is_lost_or_doubled(studio: Any, faults: Any, step: str, fault: str, strikes: int | None) -> None:
    url, api_key = server.status(studio.home).url or "", server.login(studio.home).api_key
    with faults.proxy(url) as between, Client(url, api_key) as direct, faults.impatient():
        outcome = faults.strike(between, direct, api_key, f"{step} {fault} {strikes}", step, fault, strikes)
    assert outcome.struck
    assert outcome.problems == []
