"""The pictures show the figures that stand beside them, and say so to who cannot see them."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest
from markupsafe import Markup

from toolkit.exports.report import pictures
from toolkit.exports.report.looks import looks_of, shares
from toolkit.exports.report.page import Coefficient
from toolkit.exports.report.words import Phrasebook
from toolkit.model import VERDICTS

LOOKS = looks_of(VERDICTS)
ENGLISH = Phrasebook("en")


def drawn(picture: Markup) -> ET.Element:
    return ET.fromstring(picture)


def length(element: ET.Element, name: str) -> float:
    return float(element.get(name, "0").removesuffix("%"))


def test_every_verdict_but_the_top_one_has_a_pattern_of_its_own() -> None:
    found = {pattern.get("id"): ET.tostring(pattern[0]) for pattern in drawn(pictures.patterns()).iter("pattern")}
    assert set(found) == {f"p-{look.key}" for look in LOOKS.values() if look.key != "s5"}
    assert (
        len({(ET.tostring(p), p.get("width"), p.get("patternTransform")) for p in drawn(pictures.patterns())[0]}) == 6
    )


@pytest.mark.parametrize(
    ("height", "signs"), [(14, []), (24, ["✓ 5", "✗ 4"]), (46, ["✓ 5", "✗ 4", "? 1"])], ids=lambda given: str(given)
)
def test_a_bar_is_whole_and_its_slices_are_the_shares(height: int, signs: list[str]) -> None:
    slices = shares([LOOKS[code] for code in ["supported"] * 5 + ["refuted"] * 4 + ["unproven"]], LOOKS)
    bar = drawn(pictures.verdict_bar(slices, ENGLISH, height))
    fills = [e for e in bar if (e.get("class") or "").startswith("f-")]
    assert [(e.get("class"), length(e, "x"), length(e, "width")) for e in fills] == [
        ("f-s5", 0, 50), ("f-s1", 50, 40), ("f-u", 90, 10),
    ]  # fmt: skip
    assert [e.get("fill") for e in bar if e.get("fill")] == ["url(#p-s1)", "url(#p-u)"]
    assert bar.get("aria-label") == (
        "Verdicts as shares of one bar: True 5 (50.0%); False 4 (40.0%); Not enough evidence 1 (10.0%)"
    )
    assert [e.text for e in bar.iter("text")] == signs  # where they fit
    assert all(length(a, "x") + length(a, "width") == length(b, "x") for a, b in pairwise(fills))


@pytest.mark.parametrize(
    ("claimed", "corrected", "bars", "zero"),
    [
        (100, 50, [(0, 100), (0, 50)], 0),
        (25, 100, [(0, 25), (0, 100)], 0),
        (-100, -50, [(0, 100), (50, 50)], 100),
        (-50, 100, [(0, 33.333), (33.333, 66.667)], 33.333),
    ],
)
def test_two_figures_are_drawn_to_one_scale_from_zero(
    claimed: float, corrected: float, bars: list[tuple[float, float]], zero: float
) -> None:
    picture = drawn(pictures.two_bars(claimed, corrected, "> 6亿 <次>; 5亿"))
    drawn_bars = [e for e in picture if (e.get("class") or "").startswith("g-")]
    assert [e.get("class") for e in drawn_bars] == ["g-claimed", "g-corrected"]
    assert [(length(e, "x"), length(e, "width")) for e in drawn_bars] == bars
    assert [length(e, "x1") for e in picture if e.get("class") == "axis"] == [zero]
    assert picture.get("aria-label") == "> 6亿 <次>; 5亿"


@pytest.mark.parametrize(
    ("value", "interval", "dot", "spread"),
    [(0.5, (0.25, 1.0), 50, [(26, 98)]), (0.5, None, 50, []), (0.0, (-1.0, 1.0), 50, [(2, 98)]), (1.0, None, 98, [])],
)
def test_a_coefficient_is_a_dot_on_its_interval(
    value: float, interval: tuple[float, float] | None, dot: float, spread: list[tuple[float, float]]
) -> None:
    found = Coefficient("ac1", str(value), value, interval, "low – high" if interval else "")
    picture = drawn(pictures.interval_line(found, ENGLISH))
    assert [length(e, "cx") for e in picture.iter("circle")] == [dot]
    assert [(length(e, "x1"), length(e, "x2")) for e in picture if e.get("class") == "spread"] == spread
    assert picture.get("aria-label") == f"Gwet’s AC1: {value}{' (low – high)' if interval else ''}"


def test_a_coefficient_that_is_not_defined_is_not_drawn() -> None:
    assert pictures.interval_line(Coefficient("ac1", None, None, None, ""), ENGLISH) == ""
