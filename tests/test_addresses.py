from __future__ import annotations

import http.server
import socket
import threading
from collections.abc import Iterator

import pytest

from toolkit.addresses import HOPS, ask

ASKED: list[tuple[str, str]] = []


class Site(http.server.BaseHTTPRequestHandler):
    def do_HEAD(self) -> None:
        ASKED.append((self.command, self.path))
        kind, _, rest = self.path.lstrip("/").partition("/")
        if kind == "get-only" and self.command == "HEAD":
            kind = rest
        code = int(kind) if kind.isdigit() else 200
        self.send_response(302 if kind == "to" else code)
        if kind == "to":
            self.send_header("Location", f"/{rest}")
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_HEAD  # noqa: N815 - the name is the base class's

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "dead", "unclear"),
    [
        ("/200", None, None),
        ("/404", "gone (404)", None),
        ("/410", "gone (410)", None),
        ("/to/200", None, None),
        ("/to/404", "gone (404)", None),
        ("/get-only/405", None, None),
        ("/get-only/404", None, None),
        ("/403", None, "it answers 403"),
        ("/429", None, "it answers 429"),
        ("/503", None, "it answers 503"),
        ("/to/to/to/to/to/to/200", None, f"more than {HOPS} redirects"),
    ],
)
def test_what_an_address_answers(site: str, path: str, dead: str | None, unclear: str | None) -> None:
    asked = ask([site + path], private=True)
    assert dict(asked.dead) == ({site + path: dead} if dead else {})
    assert dict(asked.unclear) == ({site + path: unclear} if unclear else {})


def test_a_server_that_is_not_there_is_dead() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/"
        assert "no such server" in ask([url], private=True).dead[url]


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1/", "http://localhost:8080/x", "http://[::1]/", "http://10.0.0.1/", "http://169.254.1.1/"],
)
def test_nobody_knocks_inside_a_private_network(address: str) -> None:
    assert ask([address]).dead == {address: "it is inside a private network"}


def test_a_redirect_into_a_private_network_is_not_followed(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from toolkit import addresses

    first = iter([False, True])
    monkeypatch.setattr(addresses, "_is_private", lambda host: next(first))
    ASKED.clear()
    url = f"{site}/to/secret"
    assert ask([url]).dead == {url: "it is inside a private network"}
    assert ASKED == [("HEAD", "/to/secret")]


def test_each_is_asked_once(site: str) -> None:
    ASKED.clear()
    ask([f"{site}/200", f"{site}/200"], private=True)
    assert ASKED == [("HEAD", "/200")]
    assert ask([]).dead == {}


@pytest.mark.parametrize("url", ["http://[x", "https://exa mple/", "http://\udc80/"])
def test_nonsense_stops_nothing(url: str) -> None:
    asked = ask([url])
    assert url in {**asked.dead, **asked.unclear}
