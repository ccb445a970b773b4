"""A cluster: Ray Data maps the function of `work.py` over batches, from files into files.

Where things run, retries and back-pressure are the engine's. A batch is a chunk of documents; the workers are a pool of
processes, each of which loads the models once.
"""

from __future__ import annotations

import logging
import os
import pickle
import re
import socket
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from toolkit import annotate_file, compressed, readers, remote
from toolkit.engines.chunks import cut
from toolkit.engines.work import Item, Reading, annotated_lines, parts
from toolkit.errors import FactcheckError, ReadError, UsageError
from toolkit.intake import read_sources

os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
os.environ.setdefault("RAY_BACKEND_LOG_LEVEL", "fatal")  # its errors come as exceptions too
try:
    import pyarrow as pa
    import ray
    from ray.data.datasource import BlockBasedFileDatasink
except ImportError:
    raise UsageError("--engine ray needs Ray: pip install 'factcheck-toolkit[ray]'") from None

FILE_BYTES = 64 << 20  # of a file that is written, about
BLOCK_BYTES = 64 << 10  # what a worker gets at a time: a few chunks, some seconds of reading
RETRIES = 5  # of a chunk whose worker died
MOST_NAMED = 1_000  # documents that failed, named of each file that is written
SUCCESS = "_SUCCESS"
_PATIENCE = 10.0  # seconds


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: documents and what is in them, and how many failed, some of them named."""

    found: Counter[str]
    failed: int = 0
    errors: tuple[ReadError, ...] = ()


def annotate_files(
    paths: Sequence[str],
    output: str,
    reading: Reading,
    *,
    max_chars: int = readers.MAX_CHARS,
    workers: int = 0,
    gpus: float = 0.0,
    address: str | None = None,
    progress: bool = False,
) -> Written:
    """Annotate what `paths` hold into files in the folder `output`, in the format that its name stands for.

    Both are on a disk that all machines see, or addresses (s3://, gs://, hdfs://). `address` is that of a cluster,
    `auto` the one that this machine belongs to; without, Ray runs on this machine alone. `workers` processes read, 0
    for one a core, each with so many `gpus`. A folder with the file _SUCCESS is whole. Two documents of one doc_id are
    told in one file, and not beyond. Raises UsageError, also where `output` holds files.
    """
    annotate_file.check_output(output)
    if compressed.kind(output)[0] not in (*annotate_file.JSON_LINES, annotate_file.PARQUET):
        raise UsageError(f"{output}: name a folder that ends as its files do, in .jsonl, .jsonl.gz or .parquet")
    output = _absolute(output)
    if remote.holds_files(output):
        raise UsageError(f"{output}: there are files already; name a folder that is empty or not there")
    version = _version(reading)
    found = list(readers.find(paths))
    missing = [source for source in found if isinstance(source, ReadError)]
    sources = [replace(source, file=_absolute(source.file)) for source in found if isinstance(source, readers.Source)]
    if any(source.shown == "-" for source in sources):
        raise UsageError("-: --engine ray reads files; name one")
    if not sources:
        return Written(Counter(), len(missing), tuple(missing))
    _start(address, workers)
    try:
        if ray.cluster_resources().get("GPU", 0) < gpus:
            raise UsageError(f"--gpus {gpus:g}: the machines of this Ray cluster have no such GPU")
        sink = _Files(output)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Ray's advice to its own users
            _run(sources, sink, replace(reading, threads=1), version, max_chars, workers or _cores(), gpus, progress)
    except (ray.exceptions.RayError, OSError) as error:
        raise UsageError(f"Ray did not finish, and {output} is not whole: {_reason(error)}") from None
    finally:
        ray.shutdown()
    remote.write(f"{output}/{SUCCESS}", b"")
    made = sink.made
    return Written(
        sum((one.found for one in made), Counter()),
        len(missing) + sum(one.failed for one in made),
        (*missing, *(error for one in made for error in one.errors)),
    )


def _run(
    sources: Sequence[readers.Source],
    sink: _Files,
    reading: Reading,
    version: str,
    max_chars: int,
    workers: int,
    gpus: float,
    progress: bool,
) -> None:
    context = ray.data.DataContext.get_current()
    context.target_max_block_size, context.target_min_block_size = BLOCK_BYTES, 1
    context.enable_progress_bars = progress
    context.print_on_execution_start = False
    files = [{"file": source.file, "shown": source.shown, "name": source.name} for source in sources]
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    # Files are read and written beside the workers, which have all cores: hence no cores for either.
    (
        ray.data.from_items(files, override_num_blocks=min(len(files), 8 * workers))
        .map_batches(
            _read,
            fn_kwargs={"max_chars": max_chars},
            batch_format="pyarrow",
            compute=ray.data.TaskPoolStrategy(size=workers),
            num_cpus=0,
        )
        .map_batches(
            _Worker,
            fn_constructor_args=(reading, version, gpus),
            batch_size=1,
            batch_format="pyarrow",
            compute=ray.data.ActorPoolStrategy(size=workers),
            num_cpus=1,
            num_gpus=gpus or None,
            max_task_retries=RETRIES,
        )
        .write_datasink(sink, ray_remote_args={"num_cpus": 0}, concurrency=workers)
    )


def _read(files: pa.Table, max_chars: int) -> Iterator[pa.Table]:
    """Files in, chunks of their documents out, one a row; what cannot be read goes with the next chunk."""
    errors: list[ReadError] = []

    def items() -> Iterator[Item]:
        for item in read_sources((readers.Source(**row) for row in files.to_pylist()), max_chars=max_chars):
            if isinstance(item, ReadError):
                errors.append(item)
            else:
                yield item

    for chunk in cut(items()):
        yield _packed((*chunk.items, *errors))
        errors.clear()
    if errors:
        yield _packed(errors)


def _packed(items: Iterable[Item | ReadError]) -> pa.Table:
    return pa.table({"chunk": [pickle.dumps(tuple(items))]})


class _Worker:
    """Chunks in, lines of an annotate file out, or the error that names a document."""

    def __init__(self, reading: Reading, version: str, gpus: float) -> None:
        if gpus:
            from toolkit.nlp.pipelines import use_gpu

            use_gpu()
        if (own := _version(reading)) != version:
            raise UsageError(f"a machine of the cluster has {own}, this one {version}; install the same on all")
        self._reading = reading

    def __call__(self, batch: pa.Table) -> pa.Table:
        items = [item for row in batch["chunk"].to_pylist() for item in pickle.loads(row)]  # noqa: S301, made by _read
        errors = [item for item in items if isinstance(item, ReadError)]
        made = annotated_lines([item for item in items if not isinstance(item, ReadError)], self._reading) + errors
        failed = [line if isinstance(line, ReadError) else None for line in made]
        return pa.table(
            {
                "line": pa.array([line if isinstance(line, bytes) else None for line in made], pa.binary()),
                "path": pa.array([error and error.path for error in failed], pa.string()),
                "reason": pa.array([error and error.reason for error in failed], pa.string()),
            }
        )


class _Files(BlockBasedFileDatasink):
    """Lines into annotate files; `made` says afterwards what is in each."""

    def __init__(self, folder: str) -> None:
        held, packed = compressed.kind(folder)
        self.made: list[Written] = []
        # Arrow would pack what has a packed file's name, and so twice.
        super().__init__(
            folder, file_format=f"{held}{packed}".removeprefix("."), open_stream_args={"compression": None}
        )

    @property
    def min_rows_per_write(self) -> None:
        """By bytes."""
        return None

    @property
    def min_bytes_per_write(self) -> int:
        """For all but the last files."""
        return FILE_BYTES

    def write(self, blocks: Iterable[Any], ctx: Any) -> Written:
        """One file; counts what goes into it."""
        table = pa.concat_tables([block for block in blocks if block.num_rows])
        lines = table.filter(table["line"].is_valid())
        if lines.num_rows:
            super().write([lines], ctx)
        failed = table.filter(table["line"].is_null()).select(["path", "reason"]).to_pylist()
        found = Counter[str]()
        for line in lines["line"]:
            found.update(parts(line.as_py()))
        return Written(found, len(failed), tuple(ReadError(**row) for row in failed[:MOST_NAMED]))

    def write_block_to_file(self, block: Any, file: Any) -> None:
        """Called by `write`."""
        with annotate_file.into(file, self.path) as write:
            for line in block.to_arrow()["line"]:
                write(line.as_py())

    def on_write_complete(self, write_result: Any) -> None:
        """Called at the end, where the run was started."""
        self.made = list(write_result.write_returns)


def _start(address: str | None, workers: int) -> None:
    quiet: dict[str, Any] = {"include_dashboard": False, "log_to_driver": False, "logging_level": "ERROR"}
    try:
        if address:
            del quiet["include_dashboard"]
            if given := re.fullmatch(r"(?:ray://)?([^/:]+):(\d{1,5})", address):
                # Ray itself would try for a quarter of an hour.
                socket.create_connection((given[1], int(given[2])), timeout=_PATIENCE).close()
            ray.init(address, **quiet)
        else:
            ray.init("local", num_cpus=workers or os.cpu_count() or 1, **quiet)
    except (OSError, ValueError, RuntimeError) as error:
        raise UsageError(f"--address {address or 'local'}: Ray cannot be started there ({_reason(error)})") from None


def _cores() -> int:
    return max(1, int(ray.cluster_resources().get("CPU", 1)))


def _version(reading: Reading) -> str:
    from toolkit.nlp.pipelines import model_version

    return model_version(reading.models, reading.min_score)


def _absolute(path: str) -> str:
    return path if remote.is_remote(path) or path == "-" else str(Path(path).absolute())


def _reason(error: BaseException) -> str:
    """The cause in one line: Ray's messages hold whole stacks."""
    cause = getattr(error, "cause", None) or error.__cause__ or error
    if isinstance(cause, FactcheckError):
        return str(cause)
    last = str(cause).strip().splitlines()[-1:] or [""]
    return f"{type(cause).__name__}: {last[0][:300]}"
