"""The routes that Label Studio calls for predictions, over a real socket."""

from __future__ import annotations

import base64
import http.client
import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from toolkit import backend
from toolkit.annotate import annotate
from toolkit.errors import UsageError
from toolkit.labelstudio import codec, interface
from toolkit.model import Document

CONFIG = interface.load_config("document")
TEXT = "😀 下载量突破6亿次。Exports fell 7 percent."
Ask = Callable[..., tuple[int, Any]]


@pytest.fixture(scope="module")
def reads() -> backend.Backend:
    return backend.Backend(models="fast", threads=1, min_score=0.0, max_chars=500)


@pytest.fixture
def serving(reads: backend.Backend, tmp_path: Path) -> Iterator[backend.Server]:
    with backend.Server(("127.0.0.1", 0), reads, backend.secret(tmp_path), backend.log_file(tmp_path)) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def ask(serving: backend.Server) -> Ask:
    """Sends a request as Label Studio does; `raw` instead of a record, headers over those that it sends."""

    def asked(path: str, record: Any = None, *, raw: bytes | None = None, **headers: str | None) -> tuple[int, Any]:
        secret = base64.b64encode(f"{serving.secret.username}:{serving.secret.password}".encode()).decode()
        body = raw if raw is not None else json.dumps(record).encode() if record is not None else None
        sent = {"Authorization": f"Basic {secret}", "Content-Length": str(len(body)) if body else None}
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        connection = http.client.HTTPConnection("127.0.0.1", int(serving.server_address[1]), timeout=10)
        connection.putrequest("POST" if body is not None else "GET", path)
        for name, value in sent.items():
            if value is not None:
                connection.putheader(name, value)
        connection.endheaders(body)
        answer = connection.getresponse()
        said = json.loads(answer.read())
        connection.close()
        return answer.status, said

    return asked


def predictions(ask: Ask, *datas: Any, config: str = CONFIG) -> list[dict[str, Any]]:
    status, said = ask("/predict", {"tasks": [{"id": 7, "data": data} for data in datas], "label_config": config})
    assert status == 200, said
    return list(said["results"])


def test_what_label_studio_asks_first(ask: Ask) -> None:
    assert ask("/health") == (200, {"status": "UP", "model_class": "factcheck"})
    assert ask("/versions") == (200, {"versions": ["factcheck"]})
    assert ask("/setup", {"project": "1.2", "schema": CONFIG, "access_token": "t"}) == (
        *(200, {"model_version": "factcheck"}),
    )
    assert ask("/webhook", {"action": "ANNOTATION_CREATED"}) == (200, {"status": "ok"})


@pytest.mark.parametrize(
    ("path", "status", "sent"),
    [
        ("/health", 401, {"Authorization": None}),
        ("/health", 401, {"Authorization": "Basic " + base64.b64encode(b"factcheck:guess").decode()}),
        ("/health", 401, {"Authorization": "Basic !!!"}),
        ("/health", 401, {"Authorization": "Bearer x"}),
        ("/nowhere", 401, {"Authorization": None}),
        ("/nowhere", 404, {}),
        ("/predict", 404, {}),  # GET
        ("/predict", 411, {"raw": b"{}", "Content_Length": None}),
        ("/predict", 413, {"raw": b"{}", "Content_Length": str(backend.LARGEST + 1)}),
        ("/predict", 400, {"raw": b"{"}),
        ("/predict", 400, {"raw": b"[" * 100_000}),
        ("/predict", 400, {"raw": b"[]"}),
        ("/predict", 400, {"record": {"label_config": CONFIG}}),
        ("/predict", 400, {"record": {"tasks": [], "label_config": "<View/>"}}),
        ("/setup", 400, {"record": {"schema": "<View/>"}}),
        ("/setup", 400, {"record": {"schema": interface.load_config("claim")}}),
    ],
)
def test_what_is_refused(ask: Ask, path: str, status: int, sent: dict[str, Any]) -> None:
    got, said = ask(path, sent.pop("record", None), **sent)
    assert (got, set(said)) == (status, {"error"})


def test_a_task_of_somebody_else_gets_the_marks_that_a_push_would_make(ask: Ask) -> None:
    (made,) = predictions(ask, {"text": TEXT})
    document = Document("task-7", TEXT)
    (wanted,) = codec.to_tasks(annotate(document, models="fast"), "document", interface.labels(CONFIG))
    assert made == json.loads(
        json.dumps({"result": wanted.results, "score": wanted.score, "model_version": "factcheck"})
    )
    assert {r["value"]["labels"][0] for r in made["result"]} >= {"CLAIM"}
    for region in made["result"]:
        assert TEXT[region["value"]["start"] : region["value"]["end"]] == region["value"]["text"]


@pytest.mark.parametrize("data", [{}, {"text": None}, {"text": " "}, {"text": 7}, {"text": "x" * 501}, None, []])
def test_what_cannot_be_read_gets_an_empty_prediction(ask: Ask, data: Any) -> None:
    empty, made = predictions(ask, data, {"text": TEXT})
    assert empty == {"result": [], "score": 0.0, "model_version": "factcheck"}
    assert made["result"]


def test_the_text_may_have_another_name(ask: Ask) -> None:
    config = CONFIG.replace('value="$text"', 'value="$body"')
    assert predictions(ask, {"body": TEXT}, config=config)[0]["result"]


def test_too_many_at_once_are_told_to_come_again_and_the_health_goes_on(ask: Ask, serving: backend.Server) -> None:
    for _ in range(backend.MOST_WAITING):
        serving.waiting.acquire()
    assert ask("/predict", {"tasks": [], "label_config": CONFIG})[0] == 503
    assert ask("/health")[0] == 200


def test_the_log_says_what_was_asked_and_nothing_of_it(ask: Ask, serving: backend.Server, tmp_path: Path) -> None:
    predictions(ask, {"text": "Rents rose 4 percent."})
    ask("/setup", {"schema": CONFIG, "access_token": "a-token"})
    ask("/health", Authorization="Basic guess")
    log = backend.log_file(tmp_path)
    said = log.read_text(encoding="utf-8")
    assert "POST '/predict' 200 1 tasks" in said
    assert "GET '/health' 401" in said
    for secret in ("Rents", "a-token", "guess", serving.secret.password):
        assert secret not in said
    assert log.stat().st_mode & 0o077 == 0


def test_a_failure_is_told_without_the_words_that_it_holds(
    ask: Ask, serving: backend.Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = "own " + "words"

    def fails(*_: Any) -> None:
        raise RuntimeError(words)

    monkeypatch.setattr(serving.backend, "predict", fails)
    assert ask("/predict", {"tasks": [], "label_config": CONFIG})[0] == 500
    said = backend.log_file(tmp_path).read_text(encoding="utf-8")
    assert "RuntimeError" in said
    assert words not in said


def test_the_secret_stays_and_is_its_owners_alone(tmp_path: Path) -> None:
    made = backend.secret(tmp_path)
    assert backend.secret(tmp_path) == made
    assert len(made.password) >= 32
    assert made.password not in repr(made)
    assert (tmp_path / "serve.json").stat().st_mode & 0o077 == 0
    (tmp_path / "serve.json").write_text("{}")
    with pytest.raises(UsageError, match=r"serve\.json cannot be read"):
        backend.secret(tmp_path)


def test_a_busy_port_is_said(serving: backend.Server, reads: backend.Backend, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--port"):
        backend.Server(serving.server_address[:2], reads, serving.secret, backend.log_file(tmp_path))  # type: ignore[arg-type]
