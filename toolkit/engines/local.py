"""All cores of one machine: chunks go out to worker processes, their lines come back in the order of the input.

Memory depends on the number of workers and not on the input: at most WINDOW chunks a worker are out at a time.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from functools import partial
from importlib import import_module
from itertools import chain, islice
from multiprocessing import forkserver
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext, ForkServerContext
from pathlib import Path

from toolkit.engines.chunks import Chunk, Finished, cut
from toolkit.engines.work import Item, Line, Reading, annotated_lines, broken, load

WINDOW = 4
_SHARED = "toolkit.engines.forked"
_HEAVY = "toolkit.nlp.pipelines"

Work = Callable[[Sequence[Item]], list[Line]]


def annotate_all(
    items: Iterable[Item], reading: Reading, *, workers: int = 1, keep: Path | None = None
) -> Iterator[Line]:
    """The line of each item in order, or the ReadError that names it, from `workers` processes.

    A worker reads with one thread; with one worker, or an input too small to be worth starting others, this process
    reads with `reading.threads`. What is done is kept in the folder `keep` and found there when the run is started
    again. Raises UsageError for models that are not there.
    """
    chunks = cut(items)
    ahead = list(islice(chunks, 2))
    chunks = chain(ahead, chunks)
    done = partial(_finished, keep, reading)
    if workers == 1 or len(ahead) < 2:
        finished = done()
        for chunk in chunks:
            yield from _known(finished, chunk) or _keep(finished, chunk, annotated_lines(chunk.items, reading))
    else:
        one = replace(reading, threads=1)
        _import_beside()
        yield from pooled(chunks, partial(annotated_lines, reading=one), workers, done, partial(load, one))


def _finished(folder: Path | None, reading: Reading) -> Finished | None:
    if folder is None:
        return None
    from toolkit.nlp.pipelines import model_version

    return Finished(folder, model_version(reading.models, reading.min_score))


def _known(finished: Finished | None, chunk: Chunk) -> Sequence[Line] | None:
    return finished.lines(chunk) if finished is not None else None


def _keep(finished: Finished | None, chunk: Chunk, lines: list[Line]) -> list[Line]:
    """A chunk in which something failed is not kept: the next run tries it again, and names it again."""
    whole = [line for line in lines if isinstance(line, bytes)]
    if finished is not None and len(whole) == len(lines):
        finished.add(chunk, whole)
    return lines


# -- worker processes ------------------------------------------------------------------------------------------------


def pooled(
    chunks: Iterable[Chunk],
    work: Work,
    workers: int,
    done: Callable[[], Finished | None] = lambda: None,
    prepare: Callable[[], object] = dict,  # nothing
) -> Iterator[Line]:
    """`work` on each chunk's documents, by a pool of processes, in order.

    `done` says what is done already; while this process asks it, the workers `prepare`. A worker that dies (killed for
    its memory, say) costs the document that it dies of and nothing else.
    """
    life, end = _context().Pipe(duplex=False)
    pool = _pool(workers, life)
    finished: Finished | None = None

    def begun(chunk: Chunk) -> Future[list[Line]]:
        nonlocal pool
        try:
            future = pool.submit(work, chunk.items)
        except BrokenProcessPool:
            pool = _pool(workers, life)
            future = pool.submit(work, chunk.items)
        # By a callback: what is done is kept also when the run ends before its turn comes.
        future.add_done_callback(lambda f: f.cancelled() or f.exception() or _keep(finished, chunk, f.result()))
        return future

    waiting: deque[tuple[Chunk, Sequence[Line] | Future[list[Line]]]] = deque()
    try:
        for _ in range(workers):
            pool.submit(prepare)  # what goes wrong in it goes wrong again with the first chunk, which says so
        finished = done()
        for chunk in chunks:
            waiting.append((chunk, _known(finished, chunk) or begun(chunk)))
            if len(waiting) == WINDOW * workers:
                yield from _result(*waiting.popleft(), work)
        while waiting:
            yield from _result(*waiting.popleft(), work)
    except BaseException:  # Ctrl-C, most likely: nobody waits for what is being read, seconds of it
        end.close()
        raise
    finally:
        pool.shutdown(cancel_futures=True)
        end.close()
        life.close()


def _result(chunk: Chunk, made: Sequence[Line] | Future[list[Line]], work: Work) -> Sequence[Line]:
    if not isinstance(made, Future):
        return made
    try:
        return made.result()
    except BrokenProcessPool:  # this chunk's doing, or that of another one which was out at the same time
        return _alone(chunk.items, work)


def _alone(items: Sequence[Item], work: Work) -> list[Line]:
    """Read in a process of its own; where that dies, in halves, down to the document that it dies of."""
    with _pool(1) as pool:
        try:
            return pool.submit(work, items).result()
        except BrokenProcessPool:
            if len(items) == 1:
                return [broken(items[0], "the process that annotated it died; is there enough memory?")]
    half = len(items) // 2
    return [*_alone(items[:half], work), *_alone(items[half:], work)]


def _import_beside() -> None:
    """Import what workers need in the process that they are forked from, and here at the same time."""
    if isinstance(_context(), ForkServerContext):
        forkserver.ensure_running()
    import_module(_HEAVY)


def _context() -> BaseContext:
    # Not fork: this process may have threads, and a copy of them that never runs would hold their locks.
    known = "forkserver" in multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if known else "spawn")
    if known:
        context.set_forkserver_preload([annotated_lines.__module__, _SHARED])
    return context


def _pool(workers: int, *life: Connection) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, mp_context=_context(), initializer=_begin, initargs=life)


def _begin(*life: Connection) -> None:
    """In each worker: Ctrl-C is the parent's to handle; where it closes a pipe of `life`, or is gone, so is the worker.

    Not by an Event: to set one waits for each that sleeps on it, and so for ever where one of them was killed.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    assert parent is not None
    ends: list[Connection | int] = [*life, parent.sentinel]

    def end_with_them() -> None:
        wait(ends)
        os._exit(1)

    threading.Thread(target=end_with_them, daemon=True).start()
