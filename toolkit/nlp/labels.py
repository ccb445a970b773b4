"""The label of a name from the name itself: known names, endings of laws, newspapers, places and products."""

from __future__ import annotations

from toolkit.nlp import names


def sure_label(name: str) -> str | None:
    """The label of a name that is known or ends as laws do; capitals throughout change nothing (QWEN)."""
    if name.endswith(names.ENGLISH_LAW_ENDINGS) or name.startswith("Treaty of "):
        return "LAW"
    return names.LABELS.get(name) or (names.CAPITALS.get(name) if name.isupper() else None)


def latin_label(name: str) -> str:
    """PRODUCT or ORG for a name in Latin letters: digits and product-like endings make a product."""
    has_digit = any(char.isdigit() for char in name)
    return "PRODUCT" if has_digit or name.endswith(names.PRODUCT_ENDINGS) else "ORG"


def place_label(name: str) -> str:
    """LOC for what nature made and for parts of the world, FAC for what people built, GPE for the rest."""
    if name in names.SEATS_OF_GOVERNMENT:
        return "ORG"
    if name in names.WORLD_REGIONS:
        return "LOC"
    if name.endswith(names.BUILT_ENDINGS):
        return "FAC"
    if name.endswith(names.NATURE_ENDINGS) and not name.endswith(names.TOWNS_NAMED_AFTER_NATURE):
        return "LOC"
    return "GPE"


def title_label(name: str) -> str:
    """The label of what stands in 《》: a newspaper, a law or a work."""
    if name.endswith(names.NEWSPAPER_ENDINGS):
        return "ORG"
    return "LAW" if name.endswith(names.LAW_ENDINGS) else "WORK_OF_ART"
