"""Ray: the same lines as on one machine, from and to a disk and a store; wrong input is told at once."""

from __future__ import annotations

import json
import socket
from pathlib import Path
from typing import Any

import pytest

from toolkit import remote
from toolkit.annotate_file import read_annotated
from toolkit.engines.local import annotate_all
from toolkit.engines.work import Reading
from toolkit.errors import ReadError, UsageError
from toolkit.intake import read_paths
from toolkit.store import annotated_line

pytest.importorskip("ray", reason="Ray is not installed: pip install 'factcheck-toolkit[ray]'")
annotate_files: Any = pytest.importorskip("toolkit.engines.ray").annotate_files

READING = Reading("fast")
TEXT = "第{n}季度营收增长{n}%，达到{n}亿元。Sales rose {n} percent."

# Ray's own processes and sockets are its own to close.
pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Tables, a page, an annotate file, and a broken line."""
    folder = tmp_path_factory.mktemp("sources")
    for name in "ab":
        rows = [json.dumps({"doc_id": f"{name}{n}", "text": TEXT.format(n=n)}) for n in range(1, 120)]
        (folder / f"{name}.jsonl").write_text("\n".join([*rows, "broken"]))
    (folder / "page.html").write_text("<p>Sales of the company rose 5 percent in 2024, it said.</p>")
    made = list(annotate_all(read_paths([str(folder / "page.html")], on_error=print), READING))
    (folder / "made.jsonl").write_bytes(
        b"".join(line.replace(b"page", b"made") for line in made if isinstance(line, bytes))
    )
    return folder


@pytest.fixture(scope="module")
def here(sources: Path) -> list[bytes]:
    """The lines of a run without Ray, by doc_id."""
    lines = annotate_all(read_paths([str(sources)], on_error=lambda _: None), READING)
    return sorted((line for line in lines if isinstance(line, bytes)), key=doc_id)


def doc_id(line: bytes) -> str:
    return str(json.loads(line)["doc_id"])


def lines_of(folder: str) -> list[bytes]:
    found = [document for file, _ in remote.find(folder) for document in read_annotated(file)]
    return sorted((annotated_line(document) for document in found if not isinstance(document, ReadError)), key=doc_id)


def test_the_same_lines_as_here(sources: Path, here: list[bytes], tmp_path: Path) -> None:
    packed = tmp_path / "out.jsonl.gz"
    written = annotate_files([str(sources)], str(packed), READING, workers=2)
    assert written.found["documents"] == len(here) == 240
    assert written.failed == 2
    assert sorted(error.path for error in written.errors) == [f"{sources}/{name}.jsonl:120" for name in "ab"]
    assert lines_of(str(packed)) == here
    assert (packed / "_SUCCESS").exists()
    with pytest.raises(UsageError, match="there are files already"):
        annotate_files([str(sources)], str(packed), READING)


def test_from_and_to_a_store(sources: Path, here: list[bytes], bucket: str, tmp_path: Path) -> None:
    import boto3

    for name in ("a.jsonl", "b.jsonl"):
        boto3.client("s3").upload_file(str(sources / name), bucket, f"in/{name}")
    source, target = f"s3://{bucket}/in", f"s3://{bucket}/out.parquet"
    written = annotate_files([source], target, READING, workers=2)
    assert (written.found["documents"], written.failed) == (238, 2)
    # The path says where a document came from; all else is the same.
    local = [line.replace(f"{sources}/".encode(), f"{source}/".encode()) for line in here if b".jsonl" in line]
    assert lines_of(target) == local
    again = annotate_all(read_paths([target], on_error=print), READING)
    assert sorted((line for line in again if isinstance(line, bytes)), key=doc_id) == local


def test_what_is_wrong_is_told_before_anything_runs(sources: Path, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        nowhere = f"127.0.0.1:{taken.getsockname()[1]}"
    for options, message in (
        ({"output": "out"}, "ends as its files do"),
        ({"reading": Reading("no-such-model")}, "no-such-model"),
        ({"paths": ["-"]}, "reads files"),
        ({"address": nowhere}, "cannot be started there"),
    ):
        given = {"paths": [str(sources)], "output": str(tmp_path / "o.jsonl"), "reading": READING, **options}
        with pytest.raises(UsageError, match=message):
            annotate_files(given.pop("paths"), given.pop("output"), given.pop("reading"), **given)
    written = annotate_files([str(tmp_path / "none")], str(tmp_path / "o.jsonl"), READING)
    assert (written.found["documents"], written.failed) == (0, 1)
