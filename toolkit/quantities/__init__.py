"""Amounts, dates and ranks in Chinese, English and mixed text, as exact values with units and bounds.

`find.py` puts together the engine (`grammar.py`), the numerals (`normalise.py`), the data (`units.py`), the rules that
both languages share (`amounts.py`, `dates.py`) and those of each language (`zh.py`, `en.py`). No spaCy, no I/O.
"""

from toolkit.quantities.find import find_quantities

__all__ = ["find_quantities"]
