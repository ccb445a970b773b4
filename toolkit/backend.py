"""Live pre-annotation: the ML-backend routes that Label Studio calls, over the same annotation and codec as a push.

Label Studio asks `/health` and `/setup`, then `/predict` for a task that has no predictions yet, as soon as somebody
opens it. Every request has to carry the secret, by basic authentication as Label Studio sends it. What is sent is
hostile: its size is bounded before it is read, and nothing of it but counts goes into the log.
"""

from __future__ import annotations

import hmac
import json
import logging
import secrets
import threading
import time
import traceback
from base64 import b64decode
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from functools import lru_cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Any

from toolkit.annotate import annotate
from toolkit.errors import LabelConfigError, UsageError
from toolkit.labelstudio import codec, interface
from toolkit.labelstudio.records import PREDICTION_NAME
from toolkit.model import AnnotatedDocument, Document
from toolkit.private import write_private

LARGEST = 32_000_000  # bytes of one request
MOST_WAITING = 8  # predictions asked for at once; more are told to come again
SLOWEST = 30.0  # seconds for a client to send what it has to send
REMEMBERED = 500  # documents, for a server that gave up waiting and asks again
_LOG_SIZE, _LOGS = 1_000_000, 3

_log = logging.getLogger("factcheck.serve")


@dataclass(frozen=True, slots=True)
class Secret:
    """What Label Studio has to send."""

    username: str
    password: str = field(repr=False)


def secret(home: Path) -> Secret:
    """The secret in this home folder, made at random the first time; UsageError where it cannot be read."""
    path = home / "serve.json"
    try:
        return Secret(**json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        made = Secret("factcheck", secrets.token_urlsafe(24))
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_private(path, asdict(made))
        return made
    except (OSError, ValueError, TypeError):
        raise UsageError(f"{path} cannot be read; it should hold username and password as JSON") from None


def log_file(home: Path) -> Path:
    """Where a running backend writes, one line a request."""
    return home / "serve.log"


class Backend:
    """What the routes answer; knows nothing of HTTP."""

    def __init__(self, *, models: str, threads: int, min_score: float, max_chars: int) -> None:
        self._max_chars = max_chars
        self._alone = threading.Lock()  # the models read one document at a time

        @lru_cache(REMEMBERED)
        def read(document: Document) -> AnnotatedDocument:
            return annotate(document, models=models, threads=threads, min_score=min_score)

        self._read = read
        self._read(Document("", "阿里巴巴。Alibaba."))  # the models load now, not while Label Studio waits

    def setup(self, config: str) -> dict[str, Any]:
        """Whether a project of this label config can be pre-annotated; LabelConfigError where it cannot."""
        if problems := interface.config_problems(config):
            raise LabelConfigError(f"the project's label config is not the toolkit's: {'; '.join(problems)}")
        if interface.layout_of(config) != "document":
            raise LabelConfigError("the project has the claim layout, where a task is one claim; use a document one")
        return {"model_version": PREDICTION_NAME}

    def predict(self, tasks: Sequence[Mapping[str, Any]], config: str) -> list[dict[str, Any]]:
        """One prediction a task, in their order; an empty one where a task has no text that can be read."""
        self.setup(config)
        field, labels = interface.text_field(config), interface.labels(config)
        return [self._predict(task, field, labels) for task in tasks]

    def _predict(self, task: Mapping[str, Any], field: str, labels: frozenset[str]) -> dict[str, Any]:
        data = task.get("data") if isinstance(task, Mapping) else None
        made: dict[str, Any] = {"result": [], "score": 0.0, "model_version": PREDICTION_NAME}
        document = _document(task, data, field) if isinstance(data, Mapping) else None
        if document is None or len(document.text) > self._max_chars:
            _log.warning("a task without text, or with more than %s characters", self._max_chars)
            return made
        with self._alone:
            annotated = self._read(document)
        (wanted,) = codec.to_tasks(annotated, "document", labels)
        return made | {"result": list(wanted.results), "score": wanted.score}


def _document(task: Mapping[str, Any], data: Mapping[str, Any], field: str) -> Document | None:
    """The document behind a task, ours or somebody else's; None where there is no text."""
    text = data.get(field)
    if not isinstance(text, str) or not text.strip():
        return None
    given = ((name, data.get(name)) for name in ("title", "url", "publisher", "published"))
    told = {name: value for name, value in given if isinstance(value, str)}
    return Document(str(data.get("doc_id") or f"task-{task.get('id')}"), text, **told)


# -- HTTP --------------------------------------------------------------------------------------------------------------


class Server(ThreadingHTTPServer):
    """Listens; `serve_forever` answers. Port 0 takes a free one."""

    daemon_threads = True

    def __init__(self, address: tuple[str, int], backend: Backend, secret: Secret, log: Path) -> None:
        log.touch(mode=0o600)
        self._log_to = RotatingFileHandler(log, maxBytes=_LOG_SIZE, backupCount=_LOGS, encoding="utf-8")
        self._log_to.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        _log.addHandler(self._log_to)
        _log.setLevel(logging.INFO)
        _log.propagate = False
        self.backend = backend
        self.secret = secret
        self.waiting = threading.BoundedSemaphore(MOST_WAITING)
        try:
            super().__init__(address, _Handler)
        except OSError as error:
            raise UsageError(f"cannot listen on {address[0]}:{address[1]} ({error.strerror}); try --port") from None

    @property
    def url(self) -> str:
        """Its address on this machine."""
        return f"http://{self.server_address[0]!s}:{self.server_address[1]}"

    def server_close(self) -> None:
        """Stop listening, and let go of the log."""
        super().server_close()
        _log.removeHandler(self._log_to)
        self._log_to.close()


class _Refused(Exception):
    def __init__(self, status: HTTPStatus, reason: str) -> None:
        super().__init__(reason)
        self.status = status


class _Handler(BaseHTTPRequestHandler):
    server: Server
    server_version, sys_version = "factcheck", ""
    protocol_version = "HTTP/1.1"
    timeout = SLOWEST

    def do_GET(self) -> None:
        self._answer({"/health": self._health, "/versions": self._versions})

    def do_POST(self) -> None:
        self._answer({"/setup": self._setup, "/predict": self._predict, "/webhook": self._webhook})

    def _answer(self, routes: Mapping[str, Any]) -> None:
        began = time.monotonic()
        try:
            self._check_secret()
            route = routes.get(self.path.partition("?")[0])
            if route is None:
                raise _Refused(HTTPStatus.NOT_FOUND, "no such route")
            status, record = HTTPStatus.OK, route()
        except _Refused as refused:
            status, record = refused.status, {"error": str(refused)}
        except UsageError as error:
            status, record = HTTPStatus.BAD_REQUEST, {"error": str(error)}
        except (TimeoutError, ConnectionError):
            self.close_connection = True
            return
        except Exception as error:
            # Where it happened, without the error's own words, which may hold a document's.
            _log.error("%s\n%s", type(error).__name__, "".join(traceback.format_tb(error.__traceback__)))
            status, record = HTTPStatus.INTERNAL_SERVER_ERROR, {"error": "the backend's own log says more"}
        count = len(record.get("results", ()))
        what = f"{self.command} {self.path.partition('?')[0][:40]!r}"
        _log.info("%s %s %s tasks %.2f s", what, int(status), count, time.monotonic() - began)
        self._send(status, record)

    def _check_secret(self) -> None:
        kind, _, sent = self.headers.get("Authorization", "").partition(" ")
        expected = f"{self.server.secret.username}:{self.server.secret.password}".encode()
        try:
            given = b64decode(sent, validate=True) if kind.lower() == "basic" else b""
        except ValueError:
            given = b""
        if not hmac.compare_digest(given, expected):
            raise _Refused(HTTPStatus.UNAUTHORIZED, "the user name or password is wrong")

    def _health(self) -> dict[str, Any]:
        return {"status": "UP", "model_class": PREDICTION_NAME}

    def _versions(self) -> dict[str, Any]:
        return {"versions": [PREDICTION_NAME]}

    def _setup(self) -> dict[str, Any]:
        return self.server.backend.setup(str(self._body().get("schema") or ""))

    def _webhook(self) -> dict[str, Any]:
        """Label Studio tells of annotations and asks for training; there is nothing to do."""
        self._body()
        return {"status": "ok"}

    def _predict(self) -> dict[str, Any]:
        if not self.server.waiting.acquire(blocking=False):
            raise _Refused(HTTPStatus.SERVICE_UNAVAILABLE, "too many predictions are asked for at once")
        try:
            body = self._body()
            tasks = body.get("tasks")
            if not isinstance(tasks, list):
                raise _Refused(HTTPStatus.BAD_REQUEST, "tasks is no list")
            return {"results": self.server.backend.predict(tasks, str(body.get("label_config") or ""))}
        finally:
            self.server.waiting.release()

    def _body(self) -> dict[str, Any]:
        length = self.headers.get("Content-Length", "")
        if not length.isascii() or not length.isdecimal():
            raise _Refused(HTTPStatus.LENGTH_REQUIRED, "the request does not say how long it is")
        if int(length) > LARGEST:
            raise _Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"the request is longer than {LARGEST} bytes")
        try:
            body = json.loads(self.rfile.read(int(length)))
        except (ValueError, RecursionError):
            raise _Refused(HTTPStatus.BAD_REQUEST, "the request is no JSON") from None
        if not isinstance(body, dict):
            raise _Refused(HTTPStatus.BAD_REQUEST, "the request is no JSON object")
        return body

    def _send(self, status: HTTPStatus, record: Mapping[str, Any]) -> None:
        content = json.dumps(record).encode()
        if status != HTTPStatus.OK:
            self.close_connection = True  # its body may not have been read
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        if self.close_connection:
            self.send_header("Connection", "close")
        if status == HTTPStatus.UNAUTHORIZED:
            self.send_header("WWW-Authenticate", 'Basic realm="factcheck"')
        with suppress(ConnectionError, TimeoutError):  # who asked may have given up waiting
            self.end_headers()
            self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:
        """The log has its own line for each request."""
