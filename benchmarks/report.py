"""Measure how long a report of many claims takes to write, how large it is, and how long a browser takes to open it.

python benchmarks/report.py [--documents N] [--claims N] [--lang en|zh|both] [--output FILE.html] [--open]

Half of the documents are Chinese, half English; three people answer each claim, with evidence and reasons; every second
claim that is wrong has a corrected figure; names and measures occur in many documents. The claims are decided before
the clock starts. `--open` needs Chromium (on the PATH, or FACTCHECK_CHROMIUM) and Playwright.
"""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import NamedTuple

from toolkit import publish
from toolkit.labelstudio.records import Project
from toolkit.labelstudio.sync import Pulled
from toolkit.model import DEFAULT_SCALE, Answer, Claim, Document, Entity, Evidence, JudgedClaim, stable_id

PEOPLE = ("ann@example.org", "bo@example.org", "cy@example.org")
WRITTEN, OPENED, SIZE = 5.0, 3.0, 5_000_000  # seconds, seconds, bytes


class Tongue(NamedTuple):
    """How the documents of one language are made."""

    lang: str
    names: tuple[str, ...]
    measures: tuple[str, ...]
    unit: str
    of_one: int
    sentence: str
    claim: str
    filler: str
    quote: str
    why: str


TONGUES = (
    Tongue(
        "zh",
        ("东岸市", "北岭省", "南湾港", "西原集团", "中塔大学", "云麓银行", "长汀铁路", "白石电力"),
        ("出口额", "用户数", "发电量", "旅客量", "营收", "研发投入"),
        "CNY",
        100_000_000,
        "据{name}统计部门{day}月公布的初步数据，{claim}，高于年初制定的目标。",
        "{name}上季度{measure}突破{value}亿元人民币",
        "多位接受采访的业内人士表示，这一变化与去年同期的基数、季节因素以及政策调整都有关系，后续走势仍待观察。",
        "经核实，该季度的数字为{value}亿元，较上年同期有所增长。",
        "统计局公布的数字不同：该季度为{value}亿元，原文把年度累计数当成了单季数字。",
    ),
    Tongue(
        "en",
        ("Eastbank", "Northridge", "Port Southbay", "Westplain Group", "Tower College", "Cloudfoot Bank"),
        ("exports", "users", "power output", "passengers", "revenue", "research spending"),
        "USD",
        1_000_000,
        "In the {day}th month, by figures that its statistics office released, {claim}, above the year's target. ",
        "{name}'s {measure} rose to ${value} million in the last quarter",
        "Several people in the trade said that the change has to do with last year's low base and with new rules. ",
        "The final figure for the quarter was ${value} million, the office said in its yearly volume.",
        "The office gives ${value} million for the quarter; the article took the sum of the year for it.",
    ),
)


def main() -> None:
    """Print seconds and bytes beside their targets."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=100)
    parser.add_argument("--claims", type=int, default=2_000)
    parser.add_argument("--lang", choices=("en", "zh", "both"), default="both")
    parser.add_argument("--output", type=Path)
    parser.add_argument("--open", action="store_true")
    options = parser.parse_args()
    verified = publish.decided(pulled(list(claims(options.documents, options.claims // options.documents))))
    texts = {claim.judged.document.doc_id: claim.judged.document.text for claim in verified.claims}
    characters = sum(map(len, texts.values()))
    print(f"{len(verified.claims):,} claims in {len(texts)} documents with {characters:,} characters", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        path = (options.output or Path(folder) / "report.html").absolute()
        began = time.perf_counter()
        publish.report(verified, path, publish.Reporting(lang=options.lang))
        print(f"written in {time.perf_counter() - began:.2f} s (target: under {WRITTEN:.0f})")
        print(f"{path.stat().st_size:,} bytes (target: under {SIZE:,})", flush=True)
        if options.open:
            print(f"opened in {opened(path):.2f} s (target: under {OPENED:.0f})")


def pulled(judged: list[JudgedClaim]) -> Pulled:
    """As a pull gives them."""
    none = dict.fromkeys(("tasks", "done", "skipped", "waiting", "drafts", "superseded", "without_predictions"), 0)
    return Pulled(Project(1, "p", ""), "http://ls", tuple(judged), **none, scale=DEFAULT_SCALE, annotators=len(PEOPLE))


def claims(documents: int, a_document: int) -> Iterator[JudgedClaim]:
    """The claims of all documents, the same ones every time."""
    random = Random(9)
    for nth in range(documents):
        tongue = TONGUES[nth % 2]
        told = [_told(random, tongue) for _ in range(a_document)]
        text = "\n\n".join(f"{sentence}{tongue.filler}" for sentence, *_ in told)
        document = Document(
            *(f"d{nth}", text, None, f"{tongue.names[nth % 6]} {nth}", f"https://news.example.org/{nth}"),
            publisher=f"House {nth % 12}",
            published=f"2025-{nth % 12 + 1:02}-01",
        )
        at = 0
        for number, (sentence, words, name, measure, value) in enumerate(told):
            start = at + sentence.index(words)
            claim = Claim(
                **{
                    "claim_id": stable_id(document.doc_id, str(number)),
                    "start": start,
                    "end": start + len(words),
                    "text": words,
                },
                **{"lang": tongue.lang, "context_start": at, "context_end": at + len(sentence)},
                **{"types": ("statistical", "comparison") if number % 4 == 0 else ("statistical",)},
                **{"subject": name, "measure": measure, "comparator": ">", "value": Decimal(value * tongue.of_one)},
                **{"unit": tongue.unit, "period": "2025-Q1", "worth": round(random.random(), 2)},
                **{"normalized": f"{name} {measure} > {value * tongue.of_one:,} {tongue.unit}"},
            )
            at += len(sentence) + len(tongue.filler) + 2
            yield JudgedClaim(
                claim, document, tongue.lang, sentence, (name,), tuple(_answers(random, claim, document, tongue)),
                project="p", task_id=nth, task_url=f"http://ls/projects/1/data?task={nth}", model_version="m1",
                named=(Entity(0, 0, name, "ORG", entity_id=f"ORG:{name}"),),
            )  # fmt: skip


def _told(random: Random, tongue: Tongue) -> tuple[str, str, str, str, int]:
    """A sentence, the claim in it, whose figure it is, of what, and how much."""
    name, measure, value = random.choice(tongue.names), random.choice(tongue.measures), random.randrange(100, 9_000)
    claim = tongue.claim.format(name=name, measure=measure, value=value)
    sentence = tongue.sentence.format(name=name, day=random.randrange(4, 13), claim=claim)
    return sentence, claim, name, measure, value


def _answers(random: Random, claim: Claim, document: Document, tongue: Tongue) -> Iterator[Answer]:
    """One of each of three people; in one claim of three, one of them is a step away."""
    codes = [verdict.code for verdict in DEFAULT_SCALE.steps]
    usual, other = random.randrange(len(codes)), random.randrange(9)
    for number, person in enumerate(PEOPLE):
        verdict = codes[max(usual - 1, 0) if other == number else usual]
        right = (claim.value or 0) / tongue.of_one * (1 if verdict == "supported" else Decimal("0.75"))
        quote = tongue.quote.format(value=right)
        yield Answer(
            claim.claim_id, document.doc_id, person, f"2025-12-0{number + 1}T10:00:00Z", 1, number, verdict,
            evidence=(Evidence(f"https://s{number}.example.org/2025/{claim.claim_id}", quote, "2025-11-01", "refutes"),)
            if number < 2 else (),
            rationale=tongue.why.format(value=right) if verdict != "supported" and number == 0 else None,
            corrected=f"{tongue.unit} {right * tongue.of_one:f}" if verdict != "supported" and number == 0 else None,
        )  # fmt: skip


def opened(path: Path) -> float:
    """Seconds from asking for the page until it is loaded, its script has run and it can be scrolled."""
    from playwright.sync_api import sync_playwright

    named = os.environ.get("FACTCHECK_CHROMIUM")
    found = named or next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto("about:blank")
        began = time.perf_counter()
        page.goto(path.as_uri())
        page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
        took = time.perf_counter() - began
        browser.close()
    return took


if __name__ == "__main__":
    main()
