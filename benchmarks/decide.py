"""Measure how long a million answers take from people's words to files, and how much memory.

python benchmarks/decide.py [--answers N] [--rounds N]

Three people answer each claim, ten claims a document; a third of the claims has an answer that differs. Decided,
compared for agreement with all intervals, and written: the CSV, evidence, undecided claims, history, their metadata.
The answers are made before the clock starts, and count in the memory.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import tempfile
import time
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from random import Random

from toolkit import publish
from toolkit.labelstudio.records import Project
from toolkit.labelstudio.sync import Pulled
from toolkit.model import DEFAULT_SCALE, Answer, Claim, Document, Evidence, JudgedClaim

PEOPLE = ("ann@example.org", "bo@example.org", "cy@example.org")
A_DOCUMENT = 10  # claims
SENTENCE = "据统计，第{n}季度该市出口额突破{n}亿元，比上年同期增长12.5%。"
SECONDS, MEMORY = 60.0, 2_000_000_000


def main() -> None:
    """Print the parts' seconds, the whole's, and the most memory held."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--answers", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=1)
    options = parser.parse_args()
    judged = list(claims(options.answers // len(PEOPLE)))
    answers = sum(len(claim.answers) for claim in judged)
    print(f"{answers:,} answers to {len(judged):,} claims; {held() / 1e6:,.0f} MB before the clock starts", flush=True)
    whole = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for _ in range(options.rounds):
            began = time.perf_counter()
            verified = publish.decided(pulled(judged))
            decided = time.perf_counter()
            written = publish.export(verified, folder / "claims.csv", publish.Also(undecided=folder / "undecided.csv"))
            done = time.perf_counter()
            whole.append(done - began)
            print(
                f"decided in {decided - began:.1f} s, written in {done - decided:.1f} s: {written.rows:,} rows; ",
                end="",
            )
            print(f"{sum(file.stat().st_size for file in folder.iterdir()) / 1e6:,.0f} MB of files", flush=True)
            for file in folder.iterdir():
                file.unlink()
            del verified
        most = held()
    print(f"whole: median {statistics.median(whole):.1f} s (target: under {SECONDS:.0f})")
    print(f"most memory: {most / 1e6:,.0f} MB (target: under {MEMORY / 1e6:,.0f})")


def pulled(judged: list[JudgedClaim]) -> Pulled:
    """As a pull gives them."""
    none = dict.fromkeys(("tasks", "done", "skipped", "waiting", "drafts", "superseded", "without_predictions"), 0)
    return Pulled(Project(1, "p", ""), "http://ls", tuple(judged), **none, scale=DEFAULT_SCALE, annotators=len(PEOPLE))


def claims(count: int) -> Iterator[JudgedClaim]:
    """Claims with the answers of three people, the same ones every time."""
    random = Random(8)
    codes = [verdict.code for verdict in DEFAULT_SCALE.steps]
    for first in range(0, count, A_DOCUMENT):
        nth = first // A_DOCUMENT
        text = "".join(SENTENCE.format(n=n) for n in range(first, min(first + A_DOCUMENT, count)))
        document = Document(
            f"d{nth}", text, title=f"第{nth}篇", url=f"https://example.org/{nth}", published="2025-03-01"
        )
        at = 0
        for n in range(first, min(first + A_DOCUMENT, count)):
            sentence = SENTENCE.format(n=n)
            start, end = at + 4, at + len(sentence) - 12
            claim = Claim(
                **{"claim_id": f"c{n}", "start": start, "end": end, "text": text[start:end], "lang": "zh"},
                **{"context_start": at, "context_end": at + len(sentence), "types": ("statistical",)},
                **{"subject": "该市", "measure": "出口额", "comparator": ">", "value": Decimal(n) * 100_000_000},
                **{"unit": "CNY", "worth": random.random()},
            )
            at += len(sentence)
            usual = random.choice(codes)
            yield JudgedClaim(
                claim, document, "zh", sentence, ("该市",), tuple(answers(random, claim, document, usual, codes)),
                project="p", task_id=nth, task_url=f"http://ls/projects/1/data?task={nth}", model_version="m1",
            )  # fmt: skip


def answers(random: Random, claim: Claim, document: Document, usual: str, codes: list[str]) -> Iterator[Answer]:
    """One of each of three people; in one claim of three, one of them says something else."""
    other = random.randrange(9)
    for number, person in enumerate(PEOPLE):
        verdict = random.choice(codes) if other == number else usual
        said = verdict != "supported" and number == 0
        yield Answer(
            claim.claim_id, document.doc_id, person, f"2025-03-0{number + 1}T10:00:00Z", 1, number, verdict,
            evidence=(Evidence(f"https://s.example/{claim.claim_id}/{number}", "原文如此", "2025-02-01", "refutes"),),
            rationale=f"统计局的数字不同，见表{number}。" if said else None,
            corrected=f"{number + 3}.{claim.start}亿元" if said else None,
            confidence=4,
        )  # fmt: skip


def held() -> int:
    """The most bytes that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


if __name__ == "__main__":
    main()
