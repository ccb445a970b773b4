"""Plain text and Markdown, with YAML front matter."""

from __future__ import annotations

import re
from typing import Any

from toolkit.errors import ReadError
from toolkit.readers.decode import decode
from toolkit.readers.draft import Draft, from_fields, tidy

# Longer blocks are no front matter: YAML is slow, and its reader is not meant for hostile megabytes.
_MAX_BLOCK = 20_000
_BLOCK = re.compile(rf"---[ \t]*\n(?P<yaml>[\s\S]{{0,{_MAX_BLOCK}}}?)(?:(?<=\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z))")
_FIRST_KEY = re.compile(r"\s*(?:#.*\n\s*)*[\w.-]+\s*:(?:\s|$)")
_HEADING = re.compile(r"^#{1,6}[ \t]+(?P<title>[^\s#].*?)[ \t#]*$", re.MULTILINE)


def read(raw: bytes, path: str) -> Draft:
    """The text without its front matter; the title falls back to the first Markdown heading."""
    text = tidy(decode(raw, path))
    found, body = _front_matter(text, path)
    heading = _HEADING.search(body)
    return from_fields(body, found, title=(heading.group("title").strip() or None) if heading else None)


def _front_matter(text: str, path: str) -> tuple[dict[Any, Any], str]:
    """The mapping of a leading block and the text after it; a horizontal rule is no block and stays text."""
    block = _BLOCK.match(text)
    if block is None:
        return {}, text
    import yaml

    try:
        found = yaml.safe_load(block.group("yaml"))
    # ValueError: a timestamp such as 2025-13-45
    except (yaml.YAMLError, ValueError, RecursionError):
        if _FIRST_KEY.match(block.group("yaml")):
            raise ReadError(path, "the front matter is not valid YAML") from None
        return {}, text
    if not isinstance(found, dict):
        return {}, text
    return found, text[block.end() :]
