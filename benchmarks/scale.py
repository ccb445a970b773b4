"""Measure what docs/scale.md promises: workers, Ray, memory, a killed run, and what lies around the spaCy pipe.

python benchmarks/scale.py [--what workers pipe ray memory killed] [--articles N] [--rounds N] [--models NAME]

Articles are made of sentences of corpus/, with other figures in each. Times are of whole runs of the command, models
loaded and files written, side by side in one round; a ratio is the median over the rounds. Two free cores are needed.
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

import psutil

from toolkit.engines.local import annotate_all
from toolkit.engines.work import Reading
from toolkit.intake import read_paths
from toolkit.nlp.pipelines import pipeline
from toolkit.readers import read
from toolkit.segment import sentences

ROOT = Path(__file__).resolve().parents[1]
COMMAND = str(Path(sys.executable).with_name("factcheck"))
SHORT = 4  # sentences


def main() -> None:
    """Run what is asked for, and print figures and ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    known = {"workers": workers, "pipe": pipe, "ray": on_ray, "memory": memory, "killed": killed}
    parser.add_argument("--what", nargs="+", choices=known, default=list(known))
    parser.add_argument("--articles", type=int, default=1_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--models", default="accurate")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for what in options.what:
            known[what](folder, options)


def workers(folder: Path, options: argparse.Namespace) -> None:
    """Two workers beside one, and beside two runs at once that share nothing: what the cores give."""
    source = write(folder / "in.jsonl", options.articles)
    alone = ("--workers", "1", "--threads", "1", "--models", options.models)
    ratios, apart = [], []
    for _ in range(options.rounds):
        one = timed(source, folder / "one.jsonl", *alone)
        two = timed(source, folder / "two.jsonl", "--workers", "2", "--models", options.models)
        with ThreadPoolExecutor(2) as both:
            runs = [both.submit(timed, source, folder / f"apart{n}.jsonl", *alone) for n in range(2)]
            slower = max(run.result() for run in runs)
        ratios.append(one / two)
        apart.append(2 * one / slower)
        print(f"one worker {rate(source, one)}, two {rate(source, two)}: {one / two:.2f} x; ", end="")
        print(f"two runs at once: {2 * one / slower:.2f} x", flush=True)
    say("two workers / one", ratios, 1.8)
    print(f"   two runs at once, each of one worker, do {statistics.median(apart):.2f} times the work of one")


def pipe(folder: Path, options: argparse.Namespace) -> None:
    """All of annotate, from file to file, beside the pipe alone, in one process with one thread, models loaded."""
    source = write(folder / "in.jsonl", options.articles)
    texts = [json.loads(line)["text"] for line in source.read_text("utf-8").splitlines()]
    nlp = pipeline(options.models, 1)
    list(nlp.pipe(texts[:20]))
    ratios = []
    for _ in range(options.rounds):
        began = time.perf_counter()
        for _doc in nlp.pipe(texts):
            pass
        bare = time.perf_counter() - began
        began = time.perf_counter()
        with (folder / "out.jsonl").open("wb") as file:
            for line in annotate_all(read_paths([str(source)], on_error=print), Reading(options.models)):
                assert isinstance(line, bytes)
                file.write(line)
        whole = time.perf_counter() - began
        ratios.append(bare / whole)
        print(f"pipe {rate(source, bare)}, annotate {rate(source, whole)}: {bare / whole:.2f}", flush=True)
    say("annotate / bare pipe", ratios, 0.8)


def on_ray(folder: Path, options: argparse.Namespace) -> None:
    """Ray on this machine beside the local pool, both with two workers."""
    source = write(folder / "in.jsonl", options.articles)
    ratios = []
    for number in range(options.rounds):
        local = timed(source, folder / "two.jsonl", "--workers", "2", "--models", options.models)
        output = folder / f"ray{number}.jsonl"
        given = ("--workers", "2", "--engine", "ray", "--models", options.models)
        ray = timed(source, output, *given)
        ratios.append(local / ray)
        print(f"pool {rate(source, local)}, Ray {rate(source, ray)}: {local / ray:.2f}", flush=True)
        lines = [
            line for file in sorted(output.glob("*.jsonl")) for line in file.read_bytes().splitlines(keepends=True)
        ]
        same = sorted(lines) == sorted((folder / "two.jsonl").read_bytes().splitlines(keepends=True))
        print(f"the same {len(lines)} lines: {same}")
    say("Ray / pool", ratios, 0.85)


def memory(folder: Path, options: argparse.Namespace) -> None:
    """The most memory that all processes hold, for ten times as many articles of one sentence, by the fast models."""
    del options
    peaks = {}
    for count in (10_000, 100_000):
        source = write(folder / f"{count}.jsonl", count, length=1)
        peaks[count], took = peak(source, folder / "out.jsonl", "--workers", "2", "--models", "fast")
        size = source.stat().st_size
        print(f"{count:,} articles, {size:,} bytes: {peaks[count] / 1e6:,.0f} MB, {took:.0f} s", flush=True)
    say("peak at 100,000 / at 10,000", [peaks[100_000] / peaks[10_000]], 1.2, most=True)


def killed(folder: Path, options: argparse.Namespace) -> None:
    """A run killed in the middle and started again gives the file of an unbroken one."""
    source = write(folder / "in.jsonl", options.articles)
    given = ("--workers", "2", "--models", options.models)
    whole = timed(source, folder / "whole.jsonl", *given)
    running = subprocess.Popen([COMMAND, "annotate", str(source), "-o", str(folder / "broken.jsonl"), *given])
    time.sleep(whole * 0.6)
    running.kill()
    running.wait()
    rest = timed(source, folder / "broken.jsonl", *given)
    same = (folder / "whole.jsonl").read_bytes() == (folder / "broken.jsonl").read_bytes()
    print(f"unbroken {whole:.1f} s; killed at {whole * 0.6:.1f} s, then {rest:.1f} s: the same file: {same}")


def write(path: Path, count: int, length: int = SHORT) -> Path:
    """So many short articles as JSON Lines."""
    with path.open("w", encoding="utf-8") as file:
        for number, text in enumerate(articles(count, length)):
            file.write(json.dumps({"doc_id": f"article-{number}", "text": text}, ensure_ascii=False) + "\n")
    return path


def articles(count: int, length: int) -> Iterator[str]:
    """Runs of `length` sentences of corpus/, with other digits."""
    texts = [item.text for item in read([str(ROOT / "corpus")]) if not isinstance(item, Exception)]
    runs = [[text[s.start : s.end] for s in sentences(text)] for text in texts]
    random = Random(0)
    for _ in range(count):
        run = random.choice(runs)
        start = random.randrange(max(1, len(run) - length + 1))
        text = " ".join(run[start : start + length])
        yield re.sub(r"(?<=[1-9])\d", lambda _: str(random.randrange(10)), text)


def timed(source: Path, output: Path, *options: str) -> float:
    """Seconds of one run of the command."""
    began = time.perf_counter()
    subprocess.run([COMMAND, "annotate", str(source), "-o", str(output), *options], check=True, capture_output=True)
    return time.perf_counter() - began


def peak(source: Path, output: Path, *options: str) -> tuple[int, float]:
    """The most bytes that the command and its workers held at a time, shared ones counted once; and its seconds."""
    began = time.perf_counter()
    running = subprocess.Popen([COMMAND, "annotate", str(source), "-o", str(output), *options], stderr=subprocess.PIPE)
    most, ended = 0, threading.Event()

    def watch() -> None:
        nonlocal most
        while not ended.wait(0.5):
            most = max(most, held(running.pid))

    watching = threading.Thread(target=watch)
    watching.start()
    running.communicate()
    ended.set()
    watching.join()
    assert running.returncode == 0
    return most, time.perf_counter() - began


def held(pid: int) -> int:
    total = 0
    try:
        for process in (psutil.Process(pid), *psutil.Process(pid).children(recursive=True)):
            total += process.memory_full_info().pss
    except psutil.Error:  # ended meanwhile
        return 0
    return total


def rate(source: Path, seconds: float) -> str:
    chars = sum(len(json.loads(line)["text"]) for line in source.read_text("utf-8").splitlines())
    return f"{seconds:.1f} s ({chars / seconds:,.0f} characters/s)"


def say(what: str, ratios: list[float], target: float, *, most: bool = False) -> None:
    middle = statistics.median(ratios)
    met = middle <= target if most else middle >= target
    spread = f" ({min(ratios):.2f} to {max(ratios):.2f})" if len(ratios) > 1 else ""
    verdict = f"target {'<=' if most else '>='} {target}: {'met' if met else 'MISSED'}"
    print(f"== {what}: {middle:.2f}{spread}; {verdict}", flush=True)


if __name__ == "__main__":
    main()
