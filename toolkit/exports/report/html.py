"""The report as one HTML page that loads nothing and runs its own script alone; well-formed as XML too."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

from toolkit.errors import UsageError
from toolkit.exports.report import pictures
from toolkit.exports.report.clean import document_text, flat
from toolkit.exports.report.page import Page
from toolkit.exports.report.style import PLAIN, Style
from toolkit.exports.report.words import STATUSES, Phrasebook

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).parent / "templates"


def render(page: Page, words: Phrasebook, style: Style = PLAIN, reviews: str = "") -> str:
    """The page. Templates escape everything that `page` says.

    `reviews` is JSON-LD to embed, a text that may stand inside a script element. What the page may do is its own style
    and its own script, each named by its hash: nothing else is run, nothing is loaded. UsageError where a house's
    template is wrong.
    """
    from jinja2 import TemplateError, TemplateSyntaxError

    try:
        return _rendered(page, words, style, reviews)
    except TemplateError as error:
        if style.templates is None:
            raise
        where = f" ({error.filename}, line {error.lineno})" if isinstance(error, TemplateSyntaxError) else ""
        raise UsageError(f"{style.templates}: {error.message}{where}") from None


def _rendered(page: Page, words: Phrasebook, style: Style, reviews: str) -> str:
    environment = _environment(style.templates)
    css = environment.get_template("report.css").render() + style.css
    script = environment.get_template("report.js").render()
    policy = (
        f"default-src 'none'; style-src {_named(css)}; script-src {_named(script)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    return environment.get_template("report.html").render(
        page=page,
        w=words,
        statuses=STATUSES,
        flatten=flat,
        pictures=pictures,
        logo=style.logo,
        policy=policy,
        css=Markup(css),  # noqa: S704  the templates' own, or the house's
        script=Markup(script),  # noqa: S704
        reviews=_data(reviews),
    )


def _data(reviews: str) -> Markup:
    """JSON that may stand in a script element of HTML and of XML; by escapes it says the same."""
    return Markup(document_text(reviews).replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))  # noqa: S704


def _named(content: str) -> str:
    """What a Content-Security-Policy calls an inline style or script."""
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"


@cache
def _environment(own: Path | None) -> Environment:
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    places: Sequence[Path] = [TEMPLATES] if own is None else [own, TEMPLATES]
    return ImmutableSandboxedEnvironment(  # a house's templates are words and layout, and no programs
        loader=FileSystemLoader(places),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
