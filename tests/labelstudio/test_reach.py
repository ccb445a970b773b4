"""How a server is reached: either kind of token, a path before it, an authority of one's own, a proxy; all real."""

from __future__ import annotations

import http.client
import http.server
import ipaddress
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

from toolkit import store
from toolkit.labelstudio import server

pytestmark = pytest.mark.studio

HOST = "127.0.0.2"  # this machine too, but by an address for which the environment's proxies and authorities count


@contextmanager
def relay(target: str, *, prefix: str = "", context: ssl.SSLContext | None = None) -> Iterator[tuple[str, list[str]]]:
    """A server on loopback that passes requests on, and what it was asked for; also as a proxy, for any host."""
    asked: list[str] = []
    to = urlsplit(target)

    class Handler(http.server.BaseHTTPRequestHandler):
        def parse_request(self) -> bool:
            good = super().parse_request()
            setattr(self, f"do_{self.command}", self.pass_on)
            return good

        def pass_on(self) -> None:
            asked.append(self.path)
            parts = urlsplit(self.path)
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            path = parts.path.removeprefix(prefix) + (f"?{parts.query}" if parts.query else "")
            if prefix and not parts.path.startswith(prefix):
                self.send_error(404)
                return
            connection = http.client.HTTPConnection(to.hostname or "", to.port, timeout=100)
            sent = {name: value for name, value in self.headers.items() if name.lower() != "host"}
            connection.request(self.command, path, body, sent | {"Host": to.netloc, "Connection": "close"})
            with connection.getresponse() as answer:
                content = answer.read()
                self.send_response(answer.status)
                self.send_header("Content-Type", answer.getheader("Content-Type") or "application/json")
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)
            connection.close()

        def log_message(self, *_: Any) -> None:
            pass

    listener = http.server.ThreadingHTTPServer((HOST, 0), Handler)
    if context:
        listener.socket = context.wrap_socket(listener.socket, server_side=True)
    thread = threading.Thread(target=listener.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http{'s' if context else ''}://{HOST}:{listener.server_address[1]}{prefix}", asked
    finally:
        listener.shutdown()
        listener.server_close()
        thread.join()


@pytest.fixture
def reached(studio: Any, tmp_path: Path, annotated: Any, request: pytest.FixtureRequest) -> Any:
    """Pushes one document and pulls; `code` is what the first push has to end with."""
    source = tmp_path / "documents.jsonl"
    source.write_bytes(store.annotated_line(annotated()))

    def go(url: str, api_key: str, *, code: int = 0, **environ: str) -> str:
        bare = {name: value for name, value in studio.environ.items() if not name.lower().endswith("_proxy")}
        given = ("--url", url, "--project", request.node.name)
        env = bare | {"LABEL_STUDIO_API_KEY": api_key, "FACTCHECK_HOME": str(tmp_path / "home")} | environ
        first = studio("push", source, *given, code=code, env=env)
        if code:
            return str(first.stderr)
        assert "1 created" in first.stdout
        studio("pull", "-o", tmp_path / "pulled.jsonl", *given, env=env)
        assert (tmp_path / "pulled.jsonl").exists()
        return ""

    return go


@pytest.fixture(scope="module")
def legacy(studio: Any) -> str:
    return server.login(studio.home).api_key


@pytest.fixture(scope="module")
def target(studio: Any) -> str:
    return server.status(studio.home).url or ""


@pytest.fixture(scope="module")
def personal(target: str, legacy: str) -> str:
    """A personal access token, as the page Account & Settings makes it."""
    headers = {"Authorization": f"Token {legacy}"}
    settings = {"api_tokens_enabled": True, "legacy_api_tokens_enabled": True, "api_token_ttl_days": 30}
    httpx.post(f"{target}/api/jwt/settings", json=settings, headers=headers).raise_for_status()
    return str(httpx.post(f"{target}/api/token/", headers=headers).raise_for_status().json()["token"])


@pytest.fixture
def authority(tmp_path: Path) -> tuple[Path, ssl.SSLContext]:
    """A certificate for HOST that no authority of the world has signed, and a server's context with it."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "our own authority")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(HOST))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    public, secret = tmp_path / "authority.pem", tmp_path / "key.pem"
    public.write_bytes(certificate.public_bytes(pem))
    secret.write_bytes(key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(public, secret)
    return public, context


def test_a_path_before_the_server(reached: Any, target: str, personal: str) -> None:
    with relay(target, prefix="/label") as (url, asked):
        reached(url, personal)
    assert asked
    assert all(path.startswith("/label/") for path in asked)


def test_an_authority_of_ones_own(reached: Any, target: str, personal: str, authority: Any) -> None:
    public, context = authority
    with relay(target, context=context) as (url, asked):
        reached(url, personal, SSL_CERT_FILE=str(public))
    assert asked


def test_an_unknown_authority_is_refused(reached: Any, target: str, legacy: str, authority: Any) -> None:
    with relay(target, context=authority[1]) as (url, asked):
        said = reached(url, legacy, code=3)
    assert "certificate" in said
    assert not asked
    assert legacy not in said


def test_a_proxy_of_the_environment(reached: Any, target: str, legacy: str) -> None:
    with relay(target) as (url, asked):
        reached("http://studio.example", legacy, HTTP_PROXY=url)
    assert asked
    assert all(path.startswith("http://studio.example/") for path in asked)
