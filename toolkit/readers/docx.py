"""Word documents: paragraphs and tables in reading order."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from toolkit.errors import ReadError
from toolkit.readers.draft import Draft, iso_date, scalar, tidy

MAX_UNPACKED = 256 * 1024 * 1024  # bytes; a small file can unpack to far more than the memory holds
_OLE = b"\xd0\xcf\x11\xe0"
_BROKEN = "not a readable DOCX"
# Runs of the text as it stands: insertions count, deletions and text boxes do not.
_RUN_PARTS = (
    ".//w:r[not(ancestor::w:del or ancestor::w:moveFrom or ancestor::w:txbxContent)]"
    "/*[self::w:t or self::w:tab or self::w:br or self::w:cr or self::w:noBreakHyphen]"
)
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def read(raw: bytes, path: str) -> Draft:
    """Paragraphs with a blank line between them, table rows as lines with tabs; title and date as Word stores them."""
    _check_archive(raw, path)
    import docx

    try:
        document = docx.Document(io.BytesIO(raw))
        text = "\n\n".join(block for block in _blocks(document) if block.strip())
        properties = document.core_properties
        title, created = properties.title, properties.created
        from_template = properties.author == "python-docx" and created is not None and created.year == 2013
    except Exception as error:  # broken XML reaches python-docx as many kinds of error
        raise ReadError(path, f"{_BROKEN} ({type(error).__name__})") from None
    return Draft(tidy(text), title=scalar(title), published=None if from_template else iso_date(created))


def _check_archive(raw: bytes, path: str) -> None:
    if raw.startswith(_OLE):
        raise ReadError(path, "encrypted, or an old .doc; remove the password or save it as .docx")
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        raise ReadError(path, _BROKEN) from None
    if any(part.flag_bits & 1 for part in parts):
        raise ReadError(path, "encrypted; remove the password first")
    if (size := sum(part.file_size for part in parts)) > MAX_UNPACKED:
        raise ReadError(path, f"over-large: unpacks to {size:,} bytes; the limit is {MAX_UNPACKED:,}")


def _blocks(container: Any) -> Iterator[str]:
    """The paragraphs and tables of a document or of a table cell."""
    for item in container.iter_inner_content():
        if hasattr(item, "rows"):
            yield "\n".join(_table_rows(item))
        else:
            yield _paragraph(item)


def _table_rows(table: Any) -> Iterator[str]:
    for row in table.rows:
        cells: list[Any] = []
        for cell in row.cells:
            if not cells or cell._tc is not cells[-1]._tc:  # a merged cell comes once for every column
                cells.append(cell)
        yield "\t".join(" ".join(" ".join(_blocks(cell)).split()) for cell in cells)


def _paragraph(paragraph: Any) -> str:
    """All runs, those of links, content controls and tracked insertions too, which python-docx passes over."""
    parts = paragraph._p.xpath(_RUN_PARTS)
    return "".join(_SIGNS.get(part.tag.rpartition("}")[2], part.text or "") for part in parts)
