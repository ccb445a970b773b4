"""The guide on the annotator's page: whole, with the verdicts of the scale, and known again."""

from __future__ import annotations

import re

import pytest

from toolkit.labelstudio import guide, layouts
from toolkit.model import SCALES, Scale


@pytest.mark.parametrize("scale", SCALES.values(), ids=SCALES)
def test_it_holds_the_verdicts_of_the_scale_in_both_languages(scale: Scale) -> None:
    html = guide.instruction(scale)
    tables = [
        t for t in re.findall(r"<table>.*?</table>", html, re.DOTALL) if "supported" in t or "<code>q</code>" in t
    ]
    for key, verdict in ((layouts.keys(scale)[v.code], v) for v in scale.verdicts):
        for words in (verdict.en, verdict.zh):
            assert any(f"<code>{key}</code>" in table and f"<td>{words}</td>" in table for table in tables), words
    for other in {v for s in SCALES.values() for v in s.verdicts} - set(scale.verdicts):
        assert not any(f"<td>{other.en}</td>" in table for table in tables)
    assert "](" not in html
    assert "<!--" not in html


def test_it_is_known_again_until_somebody_edits_it() -> None:
    html = guide.instruction()
    assert guide.is_ours(html)
    assert guide.is_ours(html.replace("&quot;", '"').replace("\n", "\r\n"))  # as the server writes it
    assert not guide.is_ours(html.replace("Rounding", "Our rounding"))
    assert not guide.is_ours("Label all claims.")
    assert guide.same(html, html.replace("<li>", "<li >"))
