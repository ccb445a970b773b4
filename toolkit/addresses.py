"""Asks web addresses whether they still answer: the only thing here that fetches what annotators wrote.

Nothing is downloaded: a HEAD, or where the server refuses that, a GET whose body is not read. Addresses inside a
private network are not asked, since a reader could not open them, and a document must not make us knock at doors there.
"""

from __future__ import annotations

import ipaddress
import socket
from collections import defaultdict
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    import httpx

AT_ONCE = 8
"""Hosts that are asked at the same time, each one address after the other."""
PATIENCE = 10.0
"""Seconds until a server counts as silent."""
HOPS = 5
"""Redirects that are followed."""
_GONE = frozenset({404, 410})
_NO_HEAD = frozenset({403, 405, 501})
_AGENT = "factcheck-toolkit (checks whether cited addresses answer)"


@dataclass(frozen=True, slots=True)
class Asked:
    """`dead` addresses do not answer or are gone; of `unclear` ones nobody can say. Each with the reason."""

    dead: Mapping[str, str] = field(default_factory=dict)
    unclear: Mapping[str, str] = field(default_factory=dict)


def ask(urls: Iterable[str], *, private: bool = False) -> Asked:
    """Ask each http or https address once. `private` also asks those inside a private network."""
    by_host: dict[str, list[str]] = defaultdict(list)
    for url in dict.fromkeys(urls):
        by_host[_host(url)].append(url)
    dead: dict[str, str] = {}
    unclear: dict[str, str] = {}
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for answers in pool.map(lambda of_host: _ask_host(of_host, private), by_host.values()):
            for url, (sure, reason) in answers.items():
                (dead if sure else unclear)[url] = reason
    return Asked(dead, unclear)


def _ask_host(urls: list[str], private: bool) -> dict[str, tuple[bool, str]]:
    """Of those that do not simply answer: whether that is sure, and why."""
    import httpx

    found: dict[str, tuple[bool, str]] = {}
    with httpx.Client(timeout=PATIENCE, headers={"User-Agent": _AGENT}) as client:
        for url in urls:
            try:
                reason = _problem(client, url, private)
            except httpx.TimeoutException:
                reason = False, f"no answer within {PATIENCE:.0f} seconds"
            except httpx.ConnectError:
                reason = True, "there is no such server, or it refuses"
            except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
                reason = False, f"no readable answer ({type(error).__name__})"
            if reason is not None:
                found[url] = reason
    return found


def _problem(client: httpx.Client, url: str, private: bool) -> tuple[bool, str] | None:
    at = url
    for _ in range(HOPS + 1):
        if not private and _is_private(_host(at)):
            return True, "it is inside a private network"
        status, onward = _status(client, at)
        if onward is None:
            break
        at = onward
    else:
        return False, f"more than {HOPS} redirects"
    if status in _GONE:
        return True, f"gone ({status})"
    return (False, f"it answers {status}") if status >= 400 else None


def _status(client: httpx.Client, url: str) -> tuple[int, str | None]:
    """The status, and where a redirect leads."""
    for method in ("HEAD", "GET"):
        with client.stream(method, url) as response:
            status = response.status_code
            onward = response.next_request
        if method == "HEAD" and status in {*_NO_HEAD, *_GONE}:  # some servers know their pages by GET alone
            continue
        break
    leads = str(onward.url) if onward is not None else None
    return status, leads if leads and urlsplit(leads).scheme in ("http", "https") else None


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _is_private(host: str) -> bool:
    """Whether the name leads to any address that is not public; a name that nobody knows does not."""
    try:
        found = {info[4][0] for info in socket.getaddrinfo(host, None)}
    except (OSError, UnicodeError):
        return False
    return any(not ipaddress.ip_address(str(address).partition("%")[0]).is_global for address in found)
