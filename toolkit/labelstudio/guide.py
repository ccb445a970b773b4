"""The annotation guide as a project's instruction: HTML, with the verdicts of the project's scale.

Label Studio keeps only harmless tags and attributes, so the mark by which it is known again is a class.
"""

from __future__ import annotations

import html
import re
from functools import cache
from pathlib import Path

from toolkit.errors import LabelConfigError
from toolkit.labelstudio import layouts, marks
from toolkit.model import DEFAULT_SCALE, Scale

_VERDICTS = re.compile(r"<!-- verdicts -->.*?<!-- /verdicts -->", re.DOTALL)
# The page takes all look from lists and tables, and blurs what lies behind, which costs a long text seconds to open.
_STYLE = """<style>
.lsf-modal-ls { backdrop-filter: none !important; }
.fc-guide { line-height: 1.5; }
.fc-guide h1, .fc-guide h2, .fc-guide h3 { margin: 14px 0 4px; }
.fc-guide p { margin: 4px 0; }
.fc-guide li { list-style: disc; margin-left: 20px; }
.fc-guide th, .fc-guide td { padding: 1px 12px 1px 0; text-align: left; vertical-align: top; }
</style>"""


def instruction(scale: Scale = DEFAULT_SCALE) -> str:
    """The guide for projects of this scale."""
    from markdown_it import MarkdownIt

    written = _written()
    if scale != DEFAULT_SCALE:
        tables = iter((_table(scale, "en"), _table(scale, "zh")))
        written = _VERDICTS.sub(lambda _: next(tables), written)
    written = re.sub(r"\[([^]]*)\]\([^)]*\)|<!--.*?-->", r"\1", written)  # links lead nowhere on that page
    body = _STYLE + MarkdownIt("commonmark").enable("table").render(written)
    return f'<div class="fc-guide {marks.mark(_says(body))}">{body}</div>'


def is_ours(instruction: str) -> bool:
    """Whether a project's instruction is a guide that we put there, of this version or another, and nobody edited."""
    return marks.is_ours(instruction, _says(instruction))


def same(one: str, other: str) -> bool:
    """Whether two instructions say the same; the server writes tags and white space its own way."""
    return _says(one) == _says(other)


@cache
def _written() -> str:
    package = Path(__file__).parent.parent
    for folder in (package / "_guide", package.parent / "docs"):
        path = folder / "annotation-guide.md"
        if path.is_file():
            return path.read_text(encoding="utf-8")
    raise LabelConfigError("annotation-guide.md is not installed; install factcheck-toolkit again")


def _table(scale: Scale, lang: str) -> str:
    head = {"en": ("key", "words", "when"), "zh": ("键", "文字", "何时使用")}[lang]
    keys = layouts.keys(scale)
    rows = [
        (f"`{keys[v.code]}`", getattr(v, lang), layouts.HINTS[v.code].split(" / ")[lang == "zh"])
        for v in scale.verdicts
    ]
    needing = [getattr(v, lang) for v in scale.verdicts if v.needs_evidence]
    said = {"en": f"These need evidence: {', '.join(needing)}.", "zh": f"必须附证据的有：{'、'.join(needing)}。"}[lang]
    lines = [f"| {' | '.join(cells)} |" for cells in (head, ("---",) * 3, *rows)]
    return "\n".join([*lines, "", said])


def _says(instruction: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", instruction)).split())
