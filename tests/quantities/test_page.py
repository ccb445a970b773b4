"""The examples on the page about quantities are read as it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from toolkit.model import plain
from toolkit.quantities import find_quantities

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "quantities.md").read_text(encoding="utf-8")
ROWS = PAGE.split("<!-- examples -->")[1].split("<!-- end of examples -->")[0].strip().splitlines()[2:]


@pytest.mark.parametrize("row", ROWS)
def test_an_example_on_the_page(row: str) -> None:
    marked, *wanted = [cell.strip() for cell in row.strip().strip("|").split("|")]
    before, rest = marked.split("«")
    inside, after = rest.split("»")
    lang = "zh" if any("\u4e00" <= char <= "\u9fff" for char in marked) else "en"
    found = find_quantities(before + inside + after, lang, published="2025-11-20")
    (item,) = [item for item in found if item.start == len(before)]
    values = [plain(value) if value is not None else "" for value in (item.value, item.value_max)]
    assert item.text == inside
    assert [item.kind, *values, item.unit or "", item.comparator or "", " ".join(item.iso)] == wanted


def test_there_are_rows() -> None:
    assert len(ROWS) >= 25
