"""Text ↔ the cell of a table: text that a spreadsheet would run as a formula is shown and not run."""

from __future__ import annotations

import re

# A spreadsheet looks past white space and characters without width, and takes full-width signs for plain ones.
# One that already begins with our apostrophe gets another, so that reading takes away exactly what writing put there.
_FORMULA = re.compile(r"'*(?:[\t\r]|[\s\x00-\x1f\u00ad\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠﹦﹢﹣﹫])")


def harmless(text: str) -> str:
    """Text that a spreadsheet shows and does not run: a leading apostrophe where it would be a formula."""
    return f"'{text}" if not text[:1].isalnum() and _FORMULA.match(text) else text


def as_written(cell: str) -> str:
    """The text that `harmless` was given."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell, 1) else cell
