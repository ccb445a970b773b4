"""What tests share: small records made by hand, a fake server for faults, the real server and the real browser."""

from __future__ import annotations

import json
import os
import shutil
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from toolkit.model import (
    AnnotatedDocument,
    Answer,
    Change,
    Claim,
    Document,
    Entity,
    Evidence,
    JudgedClaim,
    Quantity,
    VerifiedClaim,
    claim_ids,
)

# A noisy machine is no failure; what has to be quick has a test of its own.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

ROOT = Path(__file__).parent.parent


TEXT = "阿里巴巴称，Qwen 下载量突破6亿次😀。衍生模型达17万个。\nMeta said nothing."


def _claim(document: Document, text: str, start_sentence: int, end_sentence: int, **values: Any) -> Claim:
    start = document.text.index(text)
    sentence = document.text[start_sentence:end_sentence]
    return Claim(
        claim_id=claim_ids(document.doc_id, [(sentence, text)])[0],
        start=start,
        end=start + len(text),
        text=text,
        lang="zh",
        context_start=start_sentence,
        context_end=end_sentence,
        **values,
    )


@pytest.fixture
def annotated() -> Callable[..., AnnotatedDocument]:
    """Makes an annotated document of two claims and two entities, without any model."""

    def make(doc_id: str = "a.md", text: str = TEXT, model_version: str = "test-1") -> AnnotatedDocument:
        document = Document(
            doc_id, text, title="千问", url="https://example.org/a", publisher="东岸评论", published="2025-11-14"
        )
        first_end, second_end = text.index("。") + 1, text.index("。", text.index("衍生")) + 1
        meta = text.index("Meta")
        start, amount = text.index("突破6亿次"), "突破6亿次"
        return AnnotatedDocument(
            document,
            lang="mixed",
            entities=(Entity(0, 4, "阿里巴巴", "ORG", 0.9), Entity(meta, meta + 4, "Meta", "ORG")),
            quantities=(
                Quantity(start, start + len(amount), amount, "count", Decimal(600_000_000), unit="次", comparator=">"),
            ),
            claims=(
                _claim(
                    document, "Qwen 下载量突破6亿次", 0, first_end,
                    types=("statistical",), quantities=(0,), entities=(0,), subject="Qwen", measure="下载量",
                    comparator=">", value=Decimal(600_000_000), unit="次", worth=0.4, reasons=("has a figure",),
                ),
                _claim(
                    document, "衍生模型达17万个", first_end, second_end,
                    types=("statistical",), value=Decimal(170_000), unit="个", worth=0.8,
                ),
            ),
            model_version=model_version,
        )  # fmt: skip

    return make


# -- the real server -------------------------------------------------------------------------------------------------


class Cli:
    """Runs `factcheck` as a user does, in its own home."""

    def __init__(self, home: Path, **environ: str) -> None:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("LABEL_STUDIO", "FACTCHECK"))}
        self.environ = kept | {"FACTCHECK_HOME": str(home)} | environ
        self.home = home

    def __call__(self, *words: object, code: int = 0, **options: Any) -> subprocess.CompletedProcess[str]:
        """Run it and expect the exit code."""
        options = {"env": self.environ, "capture_output": True, "text": True, "timeout": 300} | options
        done = subprocess.run(self.command(*words), **options)
        assert done.returncode == code, f"{words}: exit {done.returncode}\n{done.stdout}\n{done.stderr}"
        return done

    def begin(self, *words: object) -> subprocess.Popen[str]:
        """Start it and go on."""
        pipe = subprocess.PIPE
        return subprocess.Popen(self.command(*words), env=self.environ, stdout=pipe, stderr=pipe, text=True)

    @staticmethod
    def command(*words: object) -> list[str]:
        return [str(Path(sys.executable).with_name("factcheck")), *map(str, words)]


@pytest.fixture
def cli(tmp_path: Path) -> Cli:
    """`factcheck` in a fresh home, where no server runs."""
    return Cli(tmp_path / "home")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose server has had its first start, which makes the database: once a run, for all its processes."""
    from filelock import FileLock

    from toolkit.labelstudio.server import installed_version

    if installed_version() is None:
        pytest.skip("Label Studio is not installed: pip install 'factcheck-toolkit[studio]'")
    shared = tmp_path_factory.getbasetemp()
    shared = shared.parent if "PYTEST_XDIST_WORKER" in os.environ else shared
    ready = shared / "prepared"
    with FileLock(shared / "prepared.lock"):
        if not ready.exists():
            runs = Cli(shared / "preparing")
            runs("studio", "start", "--port", _free_port())
            runs("studio", "stop")
            runs.home.rename(ready)
    return ready


@pytest.fixture(scope="session")
def studio(tmp_path_factory: pytest.TempPathFactory, store_port: int, prepared: Path) -> Iterator[Cli]:
    """`factcheck` with the real Label Studio running; one a process. The server may read the store of `bucket`."""
    login = tmp_path_factory.mktemp("login") / ".aws"
    login.mkdir()
    (login / "credentials").write_text("[default]\naws_access_key_id = test\naws_secret_access_key = test\n")
    (login / "config").write_text(f"[default]\nregion = us-east-1\nendpoint_url = http://127.0.0.1:{store_port}\n")
    home = tmp_path_factory.mktemp("studio") / "home"
    shutil.copytree(prepared, home)
    runs = Cli(home, HOME=str(login.parent))
    try:
        runs("studio", "start", "--port", _free_port())
        yield runs
    finally:
        runs("studio", "stop")


# -- a local S3 server -----------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def store_port() -> int:
    """Where the store of `bucket` listens."""
    return _free_port()


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch, store_port: int) -> Iterator[str]:
    """The name of a bucket; the environment leads to its server."""
    import boto3
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer("127.0.0.1", store_port, verbose=False)
    server.start()
    try:
        for name, value in {
            **{"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_DEFAULT_REGION": "us-east-1"},
            "AWS_ENDPOINT_URL": f"http://127.0.0.1:{store_port}",
            "AWS_EC2_METADATA_DISABLED": "true",
        }.items():
            monkeypatch.setenv(name, value)
        boto3.client("s3").create_bucket(Bucket="archive")
        yield "archive"
    finally:
        server.stop()


# -- the real browser ------------------------------------------------------------------------------------------------


def _chromium() -> str | None:
    named = os.environ.get("FACTCHECK_CHROMIUM")
    return named or next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium; skipped with the reason where there is none, failing where FACTCHECK_REQUIRE_BROWSER=1."""
    found = _chromium()
    if found is None:
        reason = "no Chromium found; install Debian's chromium, or name one with FACTCHECK_CHROMIUM"
        if os.environ.get("FACTCHECK_REQUIRE_BROWSER") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    from playwright.sync_api import sync_playwright

    quiet = [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ]  # fmt: skip
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=quiet)
        yield chromium
        chromium.close()


def slowness() -> float:
    """How much slower than the machine of the figures in docs/ this one is just now, by a piece of plain work.

    1 at least. What has to be done in so many seconds is given as many times as much.
    """

    def work() -> float:
        began = time.perf_counter()
        total = 0
        for number in range(1_000_000):
            total += len(str(number)) ^ (number & 7)
        return time.perf_counter() - began

    return max(1.0, statistics.median(work() for _ in range(5)) / _PLAIN_WORK)


_PLAIN_WORK = 0.25  # seconds


# -- a report --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Judged:
    """Claims of the documents that ship, judged by three people, as a report takes them."""

    claims: tuple[VerifiedClaim, ...]
    documents: tuple[Document, ...]
    agreement: dict[str, Any]
    history: tuple[Change, ...]

    def html(self, lang: str = "both", style: Path | None = None, reviews: str = "", **given: Any) -> str:
        """The report as a page."""
        from toolkit.exports.report.compose import compose
        from toolkit.exports.report.html import render
        from toolkit.exports.report.page import Imprint
        from toolkit.exports.report.style import PLAIN, read_style
        from toolkit.exports.report.words import Phrasebook

        look = PLAIN if style is None else read_style(style)
        words = Phrasebook(lang, look.words)
        imprint = Imprint("2025-12-15T09:00:00+00:00", given.get("title"), statements=look.statements)
        told = {"counts": {}, "agreement": self.agreement, "history": self.history}
        return render(compose(self.claims, self.documents, words, imprint, **told), words, look, reviews)


@pytest.fixture(scope="session")
def judged() -> Judged:
    """Four documents with twenty claims; decided, corrected and compared by the toolkit's own rules."""
    from toolkit.compare import related_judged
    from toolkit.publish import parse_amount
    from toolkit.readers import read
    from toolkit.verdicts.aggregate import decided_claims, votes
    from toolkit.verdicts.agreement import agreement
    from toolkit.verdicts.history import by_claim, changes

    told = json.loads((ROOT / "tests/examples/report.json").read_text(encoding="utf-8"))
    files = dict.fromkeys(one["doc"] for one in told)
    documents = {d.doc_id: d for d in read([str(ROOT / "corpus" / name) for name in files]) if isinstance(d, Document)}
    found = [_judged(one, documents[one["doc"]]) for one in told]
    related = related_judged(found)
    found = [replace(claim, related=related.get(claim.claim.claim_id, claim.related)) for claim in found]
    claims = decided_claims(found, annotators=2, parse_amount=parse_amount)
    asked = [claim for claim in claims if claim.votes]
    agreed = agreement(
        [votes(claim.judged.answers) for claim in asked], documents=[c.judged.document.doc_id for c in asked]
    )
    past = changes(claims, {}, now="2025-12-10T09:00:00+00:00")
    before = [replace(c, verdict="mixed") if c.claim_text.startswith("Qwen holds eight") else c for c in past]
    note = "The ranking's archive was found, which has the days in between. 找到了排行榜的存档。"
    since = changes(claims, by_claim(before), now="2025-12-12T15:00:00+00:00", note=note)
    return Judged(tuple(claims), tuple(documents.values()), agreed.to_json(), (*before, *since))


def _judged(one: dict[str, Any], document: Document) -> JudgedClaim:
    start = document.text.index(one["quote"])
    facts = {name: Decimal(v) if name.startswith("value") else v for name, v in one["facts"].items()}
    begin = max(document.text.rfind(mark, 0, start) + len(mark) for mark in ("\n", "。", ". "))
    end = min(at for mark in ("\n", "。", ". ") if (at := document.text.find(mark, start)) >= 0) + 1
    claim = Claim(
        claim_id=claim_ids(document.doc_id, [(one["quote"], one["quote"])])[0],
        start=start,
        end=start + len(one["quote"]),
        text=one["quote"],
        lang="zh" if "一" <= one["quote"][-1] <= "鿿" or one["doc"].startswith("data") else "en",
        context_start=begin,
        context_end=end,
        **{**facts, "types": tuple(facts["types"])},
    )
    answers = tuple(
        Answer(
            *(claim.claim_id, document.doc_id, f"{person}@desk.example", f"2025-12-09T1{nth}:00:00Z", 7, nth, verdict),
            flags=tuple(flags),
            evidence=tuple(Evidence(**item) for item in evidence),
            rationale=rationale,
            corrected=corrected,
        )
        for nth, (person, verdict, evidence, rationale, corrected, flags) in enumerate(one["answers"])
    )
    named = tuple(Entity(0, 0, name, label, entity_id=entity) for name, label, entity in one["names"])
    return JudgedClaim(
        claim=claim,
        document=document,
        lang=claim.lang,
        context=document.text[begin:end],
        entity_names=tuple(entity.text for entity in named),
        answers=answers,
        project="factcheck",
        task_id=7,
        task_url="http://127.0.0.1:8080/projects/1/data?task=7",
        model_version="factcheck 0.1.0",
        named=named,
    )
