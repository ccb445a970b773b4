"""What the quantity benchmarks set aside, and when the comparison with the peer is skipped."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"


def load(name: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    spec = importlib.util.spec_from_file_location(f"benchmark_{name}", BENCHMARKS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, spec.name, module)
    spec.loader.exec_module(module)
    return module


def same_value(gold: dict[str, Any], found: dict[str, Any]) -> bool:
    return bool(gold["value"] == found["value"] and found["value_max"] is None)


NOTHING: dict[str, Any] = {"value": None, "value_max": None, "unit": None, "comparator": None, "iso": None}
CASES = [
    ("no_comparators_here", {"kind": "number", "value": 30}, {"value": 30, "comparator": "~"}, {}, True),
    ("no_comparators_here", {"kind": "number", "value": 30}, {"value": 31, "comparator": "~"}, {}, False),
    ("no_comparators_here", {"kind": "number", "value": 30}, {"value": 30, "comparator": "~"}, {"s": 1}, False),
    ("one_end_of_a_range", {"kind": "number", "value": 5}, {"value": 3, "value_max": 5}, {}, True),
    ("one_end_of_a_range", {"kind": "number", "value": 4}, {"value": 3, "value_max": 5}, {}, False),
    ("one_end_of_a_range", {"kind": "date"}, {"value": 3, "value_max": 5}, {}, False),
    (
        "calendar_in_seconds",
        {"kind": "duration", "value": 5184000, "unit": "s"},
        {"value": 2, "unit": "month"},
        {},
        True,
    ),
    (
        "calendar_in_seconds",
        {"kind": "duration", "value": 5184000, "unit": "s"},
        {"value": 3, "unit": "month"},
        {},
        False,
    ),
    ("bound_itself", {"kind": "date", "iso": ["2015-02-01"]}, {"iso": ("../2015-01-31",)}, {}, True),
    ("bound_itself", {"kind": "date", "iso": ["2015-02-01"]}, {"iso": ("2015-02-02/..",)}, {}, True),
    ("bound_itself", {"kind": "date", "iso": ["2015-02-01"]}, {"iso": ("2015-02-03/..",)}, {}, False),
]


@pytest.mark.parametrize(("name", "gold", "found", "comparators", "expected"), CASES)
def test_only_another_convention_is_set_aside(
    name: str,
    gold: dict[str, Any],
    found: dict[str, Any],
    comparators: dict[str, int],
    expected: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    module = load("quantities", monkeypatch)
    scorer = SimpleNamespace(value_right=same_value)
    item = module.Item({"source": "s"}, gold, NOTHING | found, scorer, Counter(comparators))
    assert getattr(module, name)(item) is expected


@pytest.mark.parametrize("options", [[], ["--peer-python", "/nowhere/python"], ["--peer-python", sys.executable]])
def test_without_the_peer_the_comparison_is_skipped_with_the_reason(options: list[str]) -> None:
    command = [sys.executable, str(BENCHMARKS / "quantities_peers.py"), *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={"PATH": ""})
    assert done.returncode == 0
    assert done.stdout == ""
    assert "ms-recognizers-text-suite" in done.stderr


def test_a_reading_of_the_peer_is_put_in_our_terms(monkeypatch: pytest.MonkeyPatch) -> None:
    peers = load("quantities_peers", monkeypatch)
    item = SimpleNamespace(start=3, end=6, type_name="currency", resolution={"value": "8.5", "isoCurrency": "EUR"})
    assert peers.as_quantity(item) == NOTHING | {
        "start": 3,
        "end": 7,
        "kind": "money",
        "value": "8.5",
        "unit": "EUR",
        "iso": [],
    }


def test_the_table_goes_between_its_markers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    peers = load("quantities_peers", monkeypatch)
    page = tmp_path / "page.md"
    page.write_text(f"before\n{peers.OPEN}\nold\n{peers.CLOSE}\nafter\n", encoding="utf-8")
    monkeypatch.setattr(peers, "PAGE", page)
    peers.write(["new"])
    assert page.read_text(encoding="utf-8") == f"before\n{peers.OPEN}\n\nnew\n\n{peers.CLOSE}\nafter\n"
