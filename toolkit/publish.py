"""From what people said to files: pull, decide, write. Composes labelstudio, verdicts and exports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from toolkit import addresses, compare
from toolkit.claims.attribution import attribution, sayings
from toolkit.claims.normalized import normalized
from toolkit.config import Settings
from toolkit.errors import UsageError
from toolkit.labelstudio import adjudication, carried, codec, reopen, sync, twins
from toolkit.labelstudio.records import LabelStudio
from toolkit.model import (
    AnnotatedDocument,
    Answer,
    Change,
    Claim,
    Decision,
    Document,
    JudgedClaim,
    Quantity,
    Scale,
    VerifiedClaim,
    as_json,
    plain,
)
from toolkit.quantities import find_quantities
from toolkit.segment import sentences
from toolkit.verdicts import aggregate, lint
from toolkit.verdicts.aggregate import answer_counts, answer_remarks
from toolkit.verdicts.agreement import Agreement, agreement
from toolkit.verdicts.evaluation import Evaluation, evaluate
from toolkit.verdicts.history import by_claim, changes, corrections
from toolkit.verdicts.people import Annotator, annotators
from toolkit.verdicts.spans import SpanAgreement, span_agreement

if TYPE_CHECKING:
    from toolkit.exports.claimreview import House
    from toolkit.exports.columns import Column

__all__ = [
    "Adjudication",
    "Also",
    "Exported",
    "Reported",
    "Reporting",
    "Verified",
    "adjudicate",
    "answer_counts",
    "answer_remarks",
    "answer_rows",
    "carry",
    "check",
    "corrections",
    "evaluation",
    "export",
    "falling",
    "house",
    "people",
    "reopen_lacking",
    "report",
    "spans",
    "verify",
    "verify_and_compare",
    "write_annotators",
    "write_evaluation",
]


@dataclass(frozen=True, slots=True)
class Verified:
    """Every claim of a project with its decision; `counts` has the five statuses and their total."""

    pulled: sync.Pulled
    claims: tuple[VerifiedClaim, ...]
    counts: dict[str, int]
    agreement: Agreement

    @property
    def answers(self) -> dict[str, int]:
        """How many answers there are, and what became of each."""
        return answer_counts(self.pulled.claims)

    @property
    def uncounted(self) -> list[Answer]:
        """The answers that say nothing: skipped, empty, invalid."""
        return aggregate.uncounted(self.pulled.claims)

    @property
    def without_evidence(self) -> int:
        """Answers whose verdict needs evidence and has none."""
        return sum(
            _lacks_evidence(answer, self.pulled.scale) for claim in self.claims for answer in claim.judged.answers
        )

    @property
    def lacking_evidence(self) -> list[tuple[JudgedClaim, Answer]]:
        """The answers in force whose verdict needs evidence and has none, each with its claim."""
        return [
            (claim.judged, answer)
            for claim in self.claims
            if not claim.judged.duplicate_of  # an answer that stands for several wordings was given once
            for answer in aggregate.latest_answers(claim.judged.answers)
            if answer.state == "counted" and _lacks_evidence(answer, self.pulled.scale)
        ]

    @property
    def disagreeing(self) -> int:
        """Claims to which people gave different verdicts."""
        return sum(len(set(aggregate.votes(claim.judged.answers).values())) > 1 for claim in self.claims)

    @property
    def waiting_for_second(self) -> int:
        """Claims that somebody judged and that wait for another annotator."""
        return sum(
            claim.decision.status == "waiting" and bool(aggregate.votes(claim.judged.answers)) for claim in self.claims
        )


def verify(server: LabelStudio, *, title: str) -> Verified:
    """Pull and decide. The project says how many people have to answer. Raises ServerError."""
    return decided(twins.pull(server, title=title, read_claim=read_claim))


def verify_and_compare(server: LabelStudio, *, title: str, vectors: Path | None = None) -> Verified:
    """The same, and what each claim has to do with the others, for what shows it; `vectors` is as in `compare`."""
    pulled = twins.pull(server, title=title, read_claim=read_claim)
    related = compare.related_judged(pulled.claims, vectors)
    claims = (replace(claim, related=related.get(claim.claim.claim_id, claim.related)) for claim in pulled.claims)
    return decided(replace(pulled, claims=tuple(claims)))


def decided(pulled: sync.Pulled) -> Verified:
    """Decide what was pulled, and measure how far people agree."""
    claims = aggregate.decided_claims(
        pulled.claims, annotators=pulled.annotators, parse_amount=parse_amount, scale=pulled.scale
    )
    claims = [_without_source(claim) if claim.judged.superseded else claim for claim in claims]
    # An answer that stands for several wordings was given once.
    asked = [claim for claim in claims if not claim.judged.duplicate_of and claim.votes]
    return Verified(
        pulled,
        tuple(claims),
        aggregate.counts(claim.decision for claim in claims),
        agreement(
            [aggregate.votes(claim.judged.answers) for claim in asked],
            documents=[claim.judged.document.doc_id for claim in asked],
            scale=pulled.scale,
        ),
    )


@dataclass(frozen=True, slots=True)
class Adjudication:
    """The adjudication project after an update: the claims in it that are open, those that are ruled on."""

    pushed: sync.Pushed
    open: int
    ruled: int


def adjudicate(
    server: LabelStudio, verified: Verified, *, dry_run: bool = False, force: bool = False
) -> Adjudication | None:
    """Bring the open claims before an adjudicator, worst disagreement × worth first; None where there is none.

    A claim is open where people answered and nothing is decided. One that is ruled on stays. Raises as a push does.
    """
    asked = [claim for claim in verified.claims if not claim.judged.duplicate_of and claim.votes]
    ruled = [claim for claim in asked if claim.ruling]
    left_open = [claim for claim in asked if claim.decision.status == "undecided"]
    if not ruled and not left_open:
        return None
    priority = {id(claim): aggregate.disagreement(claim) * claim.judged.claim.worth for claim in asked}
    order = sorted([*left_open, *ruled], key=lambda claim: -priority[id(claim)])
    around = codec.Around()
    pushed = sync.adjudicate(
        server,
        [adjudication.to_task(claim, priority[id(claim)], around) for claim in order],
        list(dict.fromkeys(claim.judged.document.doc_id for claim in verified.claims)),
        title=verified.pulled.project.title,
        scale=verified.pulled.scale,
        dry_run=dry_run,
        force=force,
    )
    return Adjudication(pushed, len(left_open), len(ruled))


def check(verified: Verified, *, online: bool = False) -> tuple[list[lint.Finding], Mapping[str, str]]:
    """What an editor should look at; `online` asks cited addresses too, and gives those of which nobody can say."""
    findings = lint.check(verified.claims)
    asked = addresses.ask(lint.addresses(verified.claims)) if online else addresses.Asked()
    return [*findings, *lint.dead_addresses(verified.claims, asked.dead)], asked.unclear


def spans(verified: Verified) -> SpanAgreement:
    """How far people agree on what is a claim."""
    return span_agreement(verified.pulled.markings())


def people(verified: Verified) -> list[Annotator]:
    """What each annotator did."""
    return annotators(verified.claims, verified.pulled.markings())


def evaluation(verified: Verified) -> Evaluation:
    """The machine's marks beside what people left of them."""
    return evaluate(verified.pulled.markings())


def write_evaluation(path: Path, found: Evaluation) -> None:
    """Write its rows as CSV, with its metadata."""
    from toolkit.exports import columns, files

    _check_apart(path)
    files.write_csv(path, columns.EVALUATION, (_cells(row, columns.EVALUATION) for row in found.rows))
    files.write_metadata(path, columns.EVALUATION, title="What people left of the machine's marks")


def write_annotators(path: Path, found: Sequence[Annotator]) -> None:
    """Write what each annotator did as CSV, with its metadata."""
    from toolkit.exports import columns, files

    _check_apart(path)
    files.write_csv(path, columns.ANNOTATORS, (_cells(row, columns.ANNOTATORS) for row in found))
    files.write_metadata(path, columns.ANNOTATORS, title="What each annotator did", key=["annotator"])


def _cells(record: object, columns: Sequence[Column]) -> dict[str, Any]:
    """A record's row; shares and seconds as decimal strings."""
    values = {column.name: getattr(record, column.name) for column in columns}
    return {
        name: plain(Decimal(str(round(value, 4)))) if isinstance(value, float) else value
        for name, value in values.items()
    }


def reopen_lacking(server: LabelStudio, verified: Verified) -> int:
    """Bring the tasks whose answers lack evidence back before people; returns how many there are. See `reopen.py`."""
    lacking: dict[int, list[str]] = {}
    for judged, answer in verified.lacking_evidence:
        lacking.setdefault(answer.task_id, []).append(judged.claim.text)
    ruled = sync.rulings(server, verified.pulled.project.title)
    return reopen.reopen(server, [*verified.pulled.projects, *([ruled] if ruled else [])], lacking)


def carry(server: LabelStudio, *, title: str) -> list[JudgedClaim]:
    """Show above each text what was judged on an earlier version of it; returns the judged claims that it no longer
    holds."""
    pulled = twins.pull(server, title=title, read_claim=read_claim)
    carried.show(server, pulled.projects, read_claim)
    return carried.fallen(pulled.claims)


def falling(server: LabelStudio, documents: Sequence[AnnotatedDocument], *, title: str) -> list[JudgedClaim]:
    """The judged claims that a push of these documents would leave without a place."""
    pulled = twins.pull(server, title=title, read_claim=read_claim)
    return carried.falling(pulled.claims, {made.document.doc_id: made.document.text for made in documents})


def answer_rows(claims: Sequence[JudgedClaim]) -> list[dict[str, Any]]:
    """One row an answer, with the words it is about: what `factcheck pull` writes."""
    rows = []
    for judged in claims:
        about = {
            "claim_id": judged.claim.claim_id,
            "doc_id": judged.document.doc_id,
            "start": judged.claim.start,
            "end": judged.claim.end,
            "text": judged.claim.text,
            "context": judged.context,
            "lang": judged.claim.lang,
        }
        told = {"project": judged.project, "superseded": judged.superseded}
        rows += [{**about, **as_json(answer), **told} for answer in judged.answers]
    return rows


@dataclass(frozen=True, slots=True)
class Also:
    """The files to write beside the CSV, its evidence and its history; None for one that is not asked for."""

    undecided: Path | None = None
    claimreview: Path | None = None
    anchors: Path | None = None
    lines: Path | None = None
    parquet: Path | None = None


NOTHING_ELSE = Also()


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export wrote: `rows` of the CSV, where evidence and history went, and what the history gained.

    `reviews` went into the ClaimReview file, and `lacking` says how many of them lack what search engines ask for.
    """

    rows: int
    evidence: Path
    history: Path
    changes: tuple[Change, ...]
    reviews: int = 0
    lacking: Mapping[str, int] = field(default_factory=dict)


def export(
    verified: Verified,
    path: Path,
    also: Also = NOTHING_ELSE,
    *,
    house: House | None = None,
    note: str | None = None,
) -> Exported:
    """Write the verified-claims CSV, its evidence and history beside it, and what else is asked for.

    Each CSV has its metadata beside it. `house` signs the reviews. `note` goes into the history with what is corrected
    or withdrawn. UsageError where two files would be the same.
    """
    from toolkit.exports import anchors, claimreview, columns, files, history, table

    evidence, past = path.with_name("evidence.csv"), history.beside(path)
    _check_apart(path, evidence, past, *(getattr(also, each.name) for each in fields(also)))
    entries = by_claim(history.read_history(past))  # first: one that cannot be read stops the export
    rows = table.write_verified(path, verified.claims)
    files.write_metadata(path, columns.VERIFIED, title="Verified claims", key=["claim_id"])
    table.write_evidence(evidence, verified.claims)
    files.write_metadata(evidence, columns.EVIDENCE, title="Evidence of every answer that counts")
    if also.undecided is not None:
        table.write_undecided(also.undecided, verified.claims)
        files.write_metadata(also.undecided, columns.UNDECIDED, title="Claims without a decision", key=["claim_id"])
    reviews: list[dict[str, Any]] = []
    if also.claimreview is not None:
        reviews = claimreview.claim_reviews(verified.claims, house or claimreview.NO_HOUSE)
        claimreview.write_claimreview(also.claimreview, reviews)
    if also.anchors is not None:
        anchors.write_anchors(also.anchors, verified.claims)
    if also.lines is not None:
        files.write_lines(also.lines, columns.VERIFIED, table.verified_rows(verified.claims))
    if also.parquet is not None:
        files.write_parquet(also.parquet, columns.VERIFIED, table.verified_rows(verified.claims))
    made = changes(verified.claims, entries, now=datetime.now(UTC).isoformat(timespec="seconds"), note=note)
    history.add_to_history(past, made)
    files.write_metadata(past, columns.HISTORY, title="History of the decisions")
    return Exported(rows, evidence, past, tuple(made), len(reviews), claimreview.lacking(reviews))


def house(settings: Settings) -> House:
    """Who publishes, as the settings say it."""
    from toolkit.exports.claimreview import AUTHOR, House

    return House(settings.house or AUTHOR, settings.house_url, settings.review_url)


@dataclass(frozen=True, slots=True)
class Reporting:
    """How a report is written: in which languages, under which headline, with what else.

    `history` is a file that `export` keeps, `style` a house's style file. `reviews` embeds ClaimReview, `task_links`
    lead back to the server, `pdf` is printed by `chromium`, or by one that is on the PATH.
    """

    lang: Literal["en", "zh", "both"] = "both"
    title: str | None = None
    history: Path | None = None
    style: Path | None = None
    reviews: bool = False
    task_links: bool = True
    pdf: Path | None = None
    chromium: str | None = None


@dataclass(frozen=True, slots=True)
class Reported:
    """What a report tells whoever makes it: changes that are in no history file yet, statements that are missing."""

    unwritten: tuple[Change, ...]
    unstated: tuple[str, ...]


def report(verified: Verified, path: Path, asked: Reporting = Reporting(), *, house: House | None = None) -> Reported:
    """Write the report: HTML, or Markdown where the path ends in .md; and the PDF. UsageError for another ending."""
    from toolkit.exports import claimreview
    from toolkit.exports.report import html, markdown
    from toolkit.exports.report.compose import compose
    from toolkit.exports.report.page import Imprint
    from toolkit.exports.report.pdf import write_pdf
    from toolkit.exports.report.style import PLAIN, read_style
    from toolkit.exports.report.words import Phrasebook
    from toolkit.store import atomic_write

    _check_apart(path, asked.pdf)
    if path.suffix.lower() not in (".html", ".htm", ".md"):
        raise UsageError(f"{path}: a report is .html, or .md for Markdown; --pdf prints one beside it")
    style = PLAIN if asked.style is None else read_style(asked.style)
    words = Phrasebook(asked.lang, style.words)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    past, unwritten = _past(verified, asked.history, now)
    documents = {claim.judged.document.doc_id: claim.judged.document for claim in verified.claims}
    page = compose(
        verified.claims,
        list(documents.values()),
        words,
        Imprint(now, asked.title, house.name if house else None, house.url if house else None, style.statements),
        counts=verified.counts,
        agreement=verified.agreement.to_json(),
        scale=verified.pulled.scale.verdicts,
        history=past,
        task_links=asked.task_links,
    )
    reviews = ""
    if asked.reviews:
        signed = claimreview.claim_reviews(verified.claims, house or claimreview.NO_HOUSE)
        reviews = claimreview.as_script(signed)
    written = "" if path.suffix.lower() == ".md" and asked.pdf is None else html.render(page, words, style, reviews)
    atomic_write(path, markdown.render(page, words) if path.suffix.lower() == ".md" else written)
    if asked.pdf is not None:
        write_pdf(written, asked.pdf, chromium=asked.chromium)
    return Reported(tuple(unwritten), tuple(name for name in ("organisation",) if name not in style.statements))


def _past(verified: Verified, path: Path | None, now: str) -> tuple[list[Change] | None, list[Change]]:
    """The history as it is written, with what has changed since, and that alone; None without a history."""
    from toolkit.exports import history

    if path is None:
        return None, []
    if not path.exists():
        raise UsageError(
            f"{path}: there is no such file; factcheck export keeps it beside its CSV, as NAME.history.csv"
        )
    written = history.read_history(path)
    since = changes(verified.claims, by_claim(written), now=now)
    return [*written, *since], since


def read_claim(document: Document, start: int, end: int) -> Claim:
    """A claim as read from a span that a person marked: its sentence, and its figure if it has one."""
    text = document.text[start:end]
    around = [s for s in sentences(document.text) if s.start < end and start < s.end]
    lang = around[0].lang if around else "zh"
    amount = parse_amount(text, lang, document.published)
    context = min([start, *(s.start for s in around)]), max([end, *(s.end for s in around)])
    speaker, stance = attribution(document.text, (start, end), context, sayings(document.text, around))
    claim = Claim(
        claim_id="",
        start=start,
        end=end,
        text=text,
        lang=lang,
        context_start=context[0],
        context_end=context[1],
        types=("statistical",) if amount else ("statement",),
        comparator=amount.comparator if amount else None,
        value=amount.value if amount else None,
        value_max=amount.value_max if amount else None,
        unit=amount.unit if amount else None,
        reasons=("marked by an annotator",),
        speaker=speaker,
        stance=stance,
    )
    return replace(claim, normalized=normalized(claim))


def parse_amount(text: str, lang: str, published: str | None = None) -> Quantity | None:
    """The first amount in a few words, None where there is none; dates are no amounts."""
    found = find_quantities(text, lang, published=published)
    return next((quantity for quantity in found if quantity.value is not None), None)


def _check_apart(*paths: Path | None) -> None:
    given = [path for path in paths if path is not None]
    if any(str(path) == "-" for path in given):
        raise UsageError("this is written to files, not to standard output; name a file")
    if len({path.resolve() for path in given}) < len(given):
        raise UsageError(f"{', '.join(map(str, given))}: two of these are the same file; evidence.csv is one of them")


def _without_source(claim: VerifiedClaim) -> VerifiedClaim:
    """People judged it, but the source changed and no longer holds it: a person has to look, unless one has ruled."""
    if claim.decision.status not in ("decided", "not_a_claim") or claim.decision.decided_by == "adjudicator":
        return claim
    said = f"the source changed and no longer holds it; it was {claim.decision.verdict}"
    return replace(claim, decision=Decision("undecided", reason=said))


def _lacks_evidence(answer: Answer, scale: Scale) -> bool:
    return answer.verdict in scale.needs_evidence and not answer.evidence
