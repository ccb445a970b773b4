"""PDF files with a text layer, their lines put back together to paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

from toolkit.errors import ReadError
from toolkit.readers.draft import Draft, is_blank, scalar, tidy

_PASSWORD_ERROR = 4  # FPDF_ERR_PASSWORD
_NO_TITLE = ("untitled", "(anonymous)", "anonymous")  # what programs write for want of one
_LINE_END = re.compile(r"[\r\n]+")
_TIGHT = "\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff60“”‘’…—"  # no space beside these
_TIGHT_END = re.compile(f"[{_TIGHT}]$")
_TIGHT_START = re.compile(f"[{_TIGHT}]")
_HYPHENATED = re.compile(r"[A-Za-zÀ-ɏ]{2}[-\u00ad\u2010\ufffe\x02]$")
_SENTENCE_END = re.compile(r"[。！？!?.：:；;…][”’」』）)\"']*$")
_MARKS = str.maketrans({"\x00": None, "\x02": "-", "\ufffe": "-", "\u00ad": "-"})  # PDFium's signs for a soft hyphen


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page in points from the lower left corner."""

    text: str
    left: float
    right: float
    bottom: float
    top: float


def read(raw: bytes, path: str) -> Draft:
    """The text layer of every page, a blank line between paragraphs; the title as the file stores it."""
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD_ERROR:
            raise ReadError(path, "encrypted; remove the password first") from None
        raise ReadError(path, "not a readable PDF") from None
    try:
        paragraphs = [paragraph for page in _pages(pdf) for paragraph in reflow(page)]
        title = scalar(pdf.get_metadata_dict().get("Title"))
    except pypdfium2.PdfiumError:
        raise ReadError(path, "not a readable PDF") from None
    finally:
        pdf.close()
    text = tidy("\n\n".join(paragraphs))
    if is_blank(text):
        raise ReadError(path, "no text in it (scanned pages?); run OCR first")
    return Draft(text, title=None if title in _NO_TITLE else title)


def reflow(lines: Sequence[Line]) -> list[str]:
    """The paragraphs of one page. A wider gap, an indent or a line that ends early begins a new one."""
    if not lines:
        return []
    steps = [above.bottom - below.bottom for above, below in pairwise(lines)]
    step = median([s for s in steps if s > 0] or [0.0])
    right = max(line.right for line in lines)
    paragraphs = [lines[0].text]
    for above, line, gap in zip(lines, lines[1:], steps, strict=False):
        if _begins_paragraph(above, line, gap, step, right):
            paragraphs.append(line.text)
        else:
            paragraphs[-1] = join_lines(paragraphs[-1], line.text)
    return paragraphs


def join_lines(before: str, line: str) -> str:
    """Two lines of one paragraph as one: words stay apart, Han characters together, divided words become whole."""
    if _HYPHENATED.search(before) and line[:1].islower():
        return before[:-1] + line
    if before.endswith("-") or _TIGHT_END.search(before) or _TIGHT_START.match(line):
        return before + line
    return f"{before} {line}"


def _begins_paragraph(above: Line, line: Line, gap: float, step: float, right: float) -> bool:
    height = max(line.top - line.bottom, above.top - above.bottom, 1.0)
    if gap <= 0 or gap > 1.35 * step:  # a new column, or more than the usual distance
        return True
    sizes = sorted((above.top - above.bottom, line.top - line.bottom))
    if sizes[0] > 0 and sizes[1] > 1.3 * sizes[0] and above.left <= line.left + height and above.right < right - height:
        return True  # another size of type: a heading
    if line.left > above.left + 0.8 * height:
        return True  # indented
    return above.right < right - 6 * height and bool(_SENTENCE_END.search(above.text))


def _pages(pdf: Any) -> Iterator[list[Line]]:
    for index in range(len(pdf)):
        page = pdf[index]
        text_page = page.get_textpage()
        try:
            yield list(_lines(text_page))
        finally:
            text_page.close()
            page.close()


def _lines(text_page: Any) -> Iterator[Line]:
    """Lines as PDFium orders them; the boxes come from the first and last character that is to be seen."""
    import pypdfium2.raw as pdfium

    chars: list[tuple[int, str]] = []
    count = text_page.count_chars()
    for index in range(count + 1):
        code = pdfium.FPDFText_GetUnicode(text_page, index) if index < count else 10
        char = chr(code) if 0 < code < 0x110000 else ""
        if not _LINE_END.match(char):
            chars.append((index, char))
            continue
        text = "".join(char for _, char in chars).translate(_MARKS).strip()
        seen = [index for index, char in chars if char.strip()]
        chars = []
        if text and seen:
            first, last = text_page.get_charbox(seen[0], loose=True), text_page.get_charbox(seen[-1], loose=True)
            yield Line(text, first[0], last[2], min(first[1], last[1]), max(first[3], last[3]))
