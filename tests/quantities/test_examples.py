"""The example tables: what every phrase must give, and what must give nothing.

A table is text with `|` between columns: phrase, kind, value, value_max, unit, comparator, iso; an empty cell is None.
« and » mark the stretch that must be read as one quantity. A line of `negative*.txt` is a language and a whole text in
which nothing is to be read.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from toolkit.model import Quantity, plain
from toolkit.quantities import find_quantities

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
PUBLISHED = "2025-11-20"


def lines(name: str) -> list[str]:
    text = (EXAMPLES / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def cells(found: Quantity) -> list[str]:
    values = [plain(value) if value is not None else "" for value in (found.value, found.value_max)]
    return [found.kind, *values, found.unit or "", found.comparator or "", " ".join(found.iso)]


def tables(pattern: str) -> list[str]:
    return [line for path in sorted(EXAMPLES.glob(pattern)) for line in lines(path.name)]


def cases() -> list[tuple[str, str]]:
    return [(lang, line) for lang in ("zh", "en", "mixed") for line in tables(f"{lang}*.txt")]


@pytest.mark.parametrize(("lang", "line"), cases(), ids=lambda case: case.replace("\\", "") if len(case) < 80 else None)
def test_phrase(lang: str, line: str) -> None:
    marked, *wanted = [cell.strip() for cell in line.split("|")]
    wanted += [""] * (6 - len(wanted))
    before, rest = marked.split("«")
    inside, after = rest.split("»")
    text = before + inside + after
    found = [item for item in find_quantities(text, lang, published=PUBLISHED) if item.start == len(before)]
    assert [item.text for item in found] == [inside]
    assert cells(found[0]) == wanted


@pytest.mark.parametrize("line", tables("negative*.txt"))
def test_nothing_is_read(line: str) -> None:
    lang, text = line.split("|", 1)
    assert [item.text for item in find_quantities(text.strip(), lang.strip())] == []


def test_there_are_enough_examples() -> None:
    assert len(cases()) + len(tables("negative*.txt")) >= 150
