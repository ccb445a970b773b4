"""Which addresses may go out: into a link of a report, a ClaimReview, an annotation."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

# White space, what nobody sees, and a backslash, which browsers read as a slash.
_HIDDEN = re.compile(r"[\s\\\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")


def web_address(url: str | None) -> str | None:
    """The address without white space around it: http or https, a host, no user name, nothing invisible; else None."""
    address = (url or "").strip()
    if not address or _HIDDEN.search(address):
        return None
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and host and "@" not in parts.netloc else None
