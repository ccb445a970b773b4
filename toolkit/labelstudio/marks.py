"""Marks in what we put on a server, by which it is known later: it carries a digest of what it says.

What somebody edited since no longer says what its mark says, and is theirs. Pure.
"""

from __future__ import annotations

import hashlib


def mark(content: str) -> str:
    """The mark of this content: a word that fits into a comment or a class."""
    return f"factcheck-{hashlib.sha256(content.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


def is_ours(text: str, content: str) -> bool:
    """Whether `text` carries the mark of what it says, `content`: nobody has edited it."""
    return mark(content) in text
