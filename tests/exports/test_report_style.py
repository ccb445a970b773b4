"""What a house gives a report, and what is wrong with it."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest

from toolkit.errors import UsageError
from toolkit.exports.report.style import MOST_BYTES, read_style, sheet_colours, text_pairs

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><rect width="90" height="30"/></svg>'


def styled(folder: Path, toml: str) -> Path:
    (folder / "logo.svg").write_text(LOGO)
    path = folder / "house.toml"
    path.write_text(toml, encoding="utf-8")
    return path


def test_a_house_has_its_logo_colours_words_statements_and_templates(judged: Any, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "contents.html").write_text("<p id='mine'>{{ page.n_documents }} {{ '<&' }}</p>")
    path = styled(
        tmp_path,
        """
        logo = "logo.svg"
        templates = "own"
        [colours]
        link = "#7a0019"
        [dark_colours]
        link = "#ffb3c0"
        [words]
        report = ["Checked facts <1>", "事实核对"]
        n_documents = ["{n} text{s}", "{n} 篇"]
        [statements]
        organisation = ["Paid for by its readers & friends.", "由读者资助。"]
        method = "Two people, blind."
        """,
    )
    root = ET.fromstring(judged.html("en", style=path))
    text = " ".join("".join(root.itertext()).split())
    image = next(root.iter("img"))
    assert image.get("src", "").startswith("data:image/svg+xml;base64,")
    assert (root.findtext(".//h1"), "4 texts" in text) == ("Checked facts <1>", True)
    assert root.findtext(".//p[@id='mine']") == "4 <&"
    assert "Paid for by its readers & friends." in text
    assert "由读者资助" not in text
    assert "Two people, blind." in text
    assert "has not stated this" not in text
    css = next(root.iter("style")).text or ""
    assert "@media print, (prefers-color-scheme: light) { :root { --link: #7a0019; } }" in css
    assert "@media screen and (prefers-color-scheme: dark) { :root { --link: #ffb3c0; } }" in css


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ("logo =", "not valid TOML"),
        ('font = "x"', "unknown setting: font; known are templates, logo"),
        ('logo = "logo.gif"', "no picture; it is one of .svg"),
        ("logo = 5", "no picture"),
        ('logo = "none.svg"', "logo none.svg cannot be read"),
        ('logo = "big.png"', "300,000 bytes; .* 200,000 at most"),
        ('templates = "nowhere"', "no folder beside it"),
        ("colours = 5", "expected a table"),
        ('[colours]\nbrand = "#000000"', "unknown colour in .colours.: brand"),
        ('[colours]\nlink = "red"', "written as in"),
        ('[colours]\nlink = "#000000;}"', "written as in"),
        (
            '[colours]\nink = "#999999"',
            r"in ink \(#999999\) on paper \(#ffffff\) have a contrast of 2.8; .* 4.5",
        ),
        ('[dark_colours]\nlink = "#0b4f8a"', "contrast of 2.1"),
        ('[words]\nnothing = "x"', "unknown entry of .words.: nothing"),
        ('[words]\nreport = ["x"]', 'expected ."English", "中文".'),
        ('[words]\nreport = ["x", ""]', "expected"),
        ('[words]\nclaim_n = "Claim"', "it has to hold {n}"),
        ('[words]\nclaim_n = "Claim {n.__class__}"', "it has to hold {n}"),
        ('[words]\nreport = "Report {"', "it has to hold no blanks"),
        ('[statements]\nfunding = "x"', "known are method, sources, fairness, organisation, corrections"),
    ],
)
def test_a_wrong_style_says_what_is_wrong(tmp_path: Path, toml: str, message: str) -> None:
    (tmp_path / "big.png").write_bytes(b"\0" * (MOST_BYTES + 100_000))
    with pytest.raises(UsageError, match=message) as raised:
        read_style(styled(tmp_path, toml))
    assert "house.toml" in str(raised.value)


def test_a_style_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"none\.toml: cannot be read"):
        read_style(tmp_path / "none.toml")


def test_a_houses_template_cannot_reach_out_of_the_page(judged: Any, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "contents.html").write_text("{{ ''.__class__.__mro__[1].__subclasses__() }}")
    with pytest.raises(UsageError, match=r"own: .*unsafe"):
        judged.html("en", style=styled(tmp_path, 'templates = "own"'))


def test_a_houses_template_that_is_wrong_is_named(judged: Any, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "contents.html").write_text("{% if %}")
    with pytest.raises(UsageError, match=r"own: .*contents\.html, line 1"):
        judged.html("en", style=styled(tmp_path, 'templates = "own"'))


def test_the_colours_that_are_checked_are_all_of_the_style_sheet() -> None:
    named = {name for pair in text_pairs() for name in pair}
    css = (Path(read_style.__code__.co_filename).parent / "templates" / "report.css").read_text(encoding="utf-8")
    assert sheet_colours("light").keys() == set(re.findall(r"--([\w-]+): #", css))
    assert sheet_colours("light").keys() - named == {"rule"}
