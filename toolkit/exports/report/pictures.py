"""The pictures, as SVG inside the page: drawn from records, coloured by the style sheet, readable without colour.

Every picture carries its text alternative, and a verdict has its pattern and sign beside its colour. Lengths along a
bar are per cent, so that a picture fits every width and its letters keep their size. The library writes text as it is:
`_text` escapes whatever goes in.
"""

from __future__ import annotations

import svg
from markupsafe import Markup, escape

from toolkit.exports.report.page import Coefficient, Slice
from toolkit.exports.report.words import Phrasebook

_TALL, _TALLEST = 20, 40  # pixels


def patterns() -> Markup:
    """The patterns of the verdicts, for the pictures of the same page."""

    def pattern(key: str, size: int, drawn: svg.Element, turned: int = 0) -> svg.Pattern:
        return svg.Pattern(
            id=f"p-{key}",
            width=size,
            height=size,
            patternUnits="userSpaceOnUse",
            patternTransform=[svg.Rotate(turned)] if turned else None,
            elements=[drawn],
        )

    lines = [
        pattern("s4", 7, svg.Path(d=[svg.M(0, 0), svg.V(7)]), 45),
        pattern("s3", 7, svg.Path(d=[svg.M(0, 0), svg.V(7)])),
        pattern("s2", 7, svg.Path(d=[svg.M(0, 0), svg.V(7), svg.M(0, 0), svg.H(7)]), -45),
        pattern("s1", 4, svg.Path(d=[svg.M(0, 0), svg.V(4)]), -45),
        pattern("u", 6, svg.Circle(cx=3, cy=3, r=1)),
        pattern("n", 6, svg.Path(d=[svg.M(0, 0), svg.H(6)])),
    ]
    hidden = {"aria-hidden": "true", "focusable": "false"}
    return _drawn(svg.SVG(class_=["defs"], width=0, height=0, extra=hidden, elements=[svg.Defs(elements=[*lines])]))


def verdict_bar(slices: tuple[Slice, ...], words: Phrasebook, height: int) -> Markup:
    """The shares of the verdicts as one bar."""
    parts = (f"{words.pair_text(s.look.en, s.look.zh)} {s.count} ({s.width:.1f}%)" for s in slices)
    room = 5 if height >= _TALLEST else 12 if height >= _TALL else 101  # per cent that letters need
    elements: list[svg.Element] = []
    for part in slices:
        key, x, width = part.look.key, _along(part.x), _along(part.width)
        elements.append(svg.Rect(class_=[f"f-{key}"], x=x, width=width, height=height))
        if key != "s5":
            elements.append(svg.Rect(fill=f"url(#p-{key})", x=x, width=width, height=height))
        if part.x:
            elements.append(svg.Rect(class_=["gap"], x=x, width=2, height=height))
        if part.width >= room:
            small = ["small"] if part.width < 3 * room else []
            sign = _text(f"{part.look.glyph} {part.count}")
            middle = _along(part.x + part.width / 2)
            elements.append(svg.Text(class_=[f"t-{key}", *small], x=middle, y=height / 2, text=sign))
    return _picture("bar", height, f"{words.text('picture')}: {'; '.join(parts)}", elements)


def two_bars(claimed: float, corrected: float, said: str) -> Markup:
    """A claimed figure above the corrected one, both from zero; the longer one fills the picture."""
    low, high = min(claimed, corrected, 0.0), max(claimed, corrected, 0.0)
    scale = 100 / (high - low)
    elements: list[svg.Element] = []
    for name, value, y in (("claimed", claimed, 1), ("corrected", corrected, 13)):
        x, width = _along((min(value, 0.0) - low) * scale), _along(abs(value) * scale)
        elements.append(svg.Rect(class_=[f"g-{name}"], x=x, y=y, width=width, height=10))
        if name == "claimed":
            elements.append(svg.Rect(fill="url(#p-s1)", x=x, y=y, width=width, height=10))
    zero = _along(-low * scale)
    elements.append(svg.Line(class_=["axis"], x1=zero, x2=zero, y1=0, y2=24))
    return _picture("pair", 24, said, elements)


def interval_line(found: Coefficient, words: Phrasebook) -> Markup:
    """A coefficient between chance (0) and full agreement (1), with its interval; below 0 where it reaches there."""
    if found.value is None:
        return Markup("")
    first, last = found.interval or (found.value, found.value)
    low = -1.0 if min(first, found.value) < 0 else 0.0

    def at(value: float) -> svg.Length:
        return _along(2 + 96 * (value - low) / (1 - low))

    elements: list[svg.Element] = [svg.Line(class_=["axis"], x1=at(low), x2=at(1), y1=10, y2=10)]
    for tick in dict.fromkeys((low, 0.0, 0.5, 1.0)):
        elements.append(svg.Line(class_=["axis"], x1=at(tick), x2=at(tick), y1=6, y2=14))
    if found.interval:
        elements.append(svg.Line(class_=["spread"], x1=at(first), x2=at(last), y1=10, y2=10))
    elements.append(svg.Circle(class_=["dot"], cx=at(found.value), cy=10, r=5))
    said = f"{words.text(found.key)}: {found.said}{f' ({found.bounds})' if found.bounds else ''}"
    return _picture("line", 20, said, elements)


def _picture(name: str, height: int, said: str, elements: list[svg.Element]) -> Markup:
    """A picture as wide as its place, with its text alternative."""
    named = {"role": "img", "aria-label": _text(said)}
    return _drawn(svg.SVG(class_=[name], width=_along(100), height=height, extra=named, elements=elements))


def _drawn(picture: svg.SVG) -> Markup:
    picture.xmlns = None  # inside HTML it is known
    return Markup(picture.as_str())  # noqa: S704  every text went through _text


def _along(share: float) -> svg.Length:
    return svg.Length(round(share, 3), "%")


def _text(text: str) -> str:
    return str(escape(text))
