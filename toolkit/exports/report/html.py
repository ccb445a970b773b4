"""The report as one HTML page that loads nothing; well-formed as XML too."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.exports.report import pictures
from toolkit.exports.report.clean import flat
from toolkit.exports.report.page import GLYPHS, Page
from toolkit.exports.report.words import STATUSES, Phrasebook

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).parent / "templates"


def render(page: Page, words: Phrasebook) -> str:
    """The page. Templates escape everything that `page` says."""
    template = _environment().get_template("report.html")
    return template.render(page=page, w=words, statuses=STATUSES, glyphs=GLYPHS, flatten=flat, pictures=pictures)


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
