"""Web pages that were saved as files: the main text, title, date, site and address. Nothing is ever fetched."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING, Any

from toolkit.errors import ReadError
from toolkit.readers.decode import encoding_of, is_binary
from toolkit.readers.draft import Draft, is_blank, iso_date, scalar, tidy

if TYPE_CHECKING:
    from collections.abc import Iterator

_CHARSET = re.compile(rb"""<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w-]{2,40})""", re.I)
_HEAD_BYTES = 8_192
_MAX_BROKEN = 0.001  # share of characters that a page with a named charset may have broken
_XML_HEADER = re.compile(r"^\s*<\?xml[^>]*\?>")
_UNSEEN = ("script", "style", "noscript", "template", "head", "svg", "nav", "footer", "form", "iframe", "button")
_BLOCK = re.compile(
    r"address|article|aside|blockquote|body|br|dd|div|dl|dt|figcaption|figure|h[1-6]|header|hr|li|main|ol|p|pre|section"
    r"|table|td|th|tr|ul"
)

for _name in ("trafilatura", "htmldate", "courlan", "justext"):
    # Without a handler Python prints their warnings to standard error; a library does not.
    logging.getLogger(_name).addHandler(logging.NullHandler())


def read(raw: bytes, path: str) -> Draft:
    """The main text of a page as plain text; the whole visible text where no main text can be told apart."""
    import trafilatura
    from lxml import etree, html

    source = _XML_HEADER.sub("", tidy(_decode(raw, path)))
    if is_blank(source):
        raise ReadError(path, "empty")
    try:
        # Always a tree: some helpers fetch a string that looks like an address.
        tree = html.document_fromstring(source, parser=html.HTMLParser(remove_comments=True, no_network=True))
    except (etree.LxmlError, ValueError):
        raise ReadError(path, "not a readable HTML page") from None
    text, found = _main_text(trafilatura, tree)
    return Draft(
        text=tidy(text if not is_blank(text) else _visible_text(tree)),
        title=scalar(found.get("title")) or scalar(tree.findtext(".//title")),
        url=scalar(found.get("url")),
        publisher=scalar(found.get("sitename")),
        published=iso_date(found.get("date")),
    )


def _main_text(trafilatura: Any, tree: Any) -> tuple[str, dict[str, Any]]:
    """What trafilatura finds; an odd page can make it fail, and then the visible text has to do."""
    from copy import deepcopy

    try:
        found = trafilatura.bare_extraction(
            deepcopy(tree),
            with_metadata=True,
            include_comments=False,
            include_tables=True,
            output_format="txt",
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except Exception:  # hostile markup meets a large library; there is a fallback
        return "", {}
    if found is None:
        return "", {}
    return found.text or "", found.as_dict()


def _visible_text(tree: Any) -> str:
    """Everything a reader of the page sees, a block a line."""
    body = tree.find("body")
    pieces = "".join(_pieces(tree if body is None else body))
    lines = (" ".join(line.split()) for line in pieces.split("\n"))
    return "\n".join(line for line in lines if line)


def _pieces(root: Any) -> Iterator[str]:
    """Text in reading order, `\\n` at the borders of blocks; iterative, for pages nested a thousand deep."""
    from lxml import etree

    skipped = None

    for event, node in etree.iterwalk(root, events=("start", "end")):
        if skipped is None and event == "start":
            if node.tag in _UNSEEN:
                skipped = node
                continue
            yield "\n" if _BLOCK.fullmatch(str(node.tag)) else ""
            yield (node.text or "").replace("\n", " ")
        elif event == "end":
            if skipped is not None and node is not skipped:
                continue
            skipped = None
            yield "\n" if _BLOCK.fullmatch(str(node.tag)) else ""
            if node is not root:
                yield (node.tail or "").replace("\n", " ")


def _decode(raw: bytes, path: str) -> str:
    """The page as text: byte order mark, then the charset it names, then what any text file may be."""
    marked = raw.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"))
    if not marked and is_binary(raw):
        raise ReadError(path, "binary, not text")
    named = None if marked else _named_charset(raw)
    for codec in (named, "utf-8"):
        if codec is not None:
            try:
                return raw.decode(codec)
            except UnicodeError:
                continue
    if named is not None:
        text = raw.decode(named, "replace")
        if text.count("\ufffd") <= _MAX_BROKEN * len(text):
            return text
    return raw.decode(encoding_of(raw, path), "replace")


def _named_charset(raw: bytes) -> str | None:
    """The codec that the page names, where Python knows it."""
    match = _CHARSET.search(raw[:_HEAD_BYTES])
    if match is None:
        return None
    name = match.group(1).decode("ascii").lower()
    if name in ("gb2312", "gbk", "gb_2312-80", "x-gbk"):
        name = "gb18030"  # browsers too read the older names as the larger set
    if name in ("iso-8859-1", "ascii", "us-ascii"):
        name = "cp1252"
    try:
        b"a".decode(name)
    except (LookupError, UnicodeError):
        return None
    return None if name.startswith(("utf-16", "utf-32")) else name  # a page that could be read so far is neither
