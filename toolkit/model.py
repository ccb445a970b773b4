"""What travels between the rooms: frozen records with checked offsets and stable ids.

Offsets are Python `str` indices (Unicode code points) into `Document.text`, half open, and `text[start:end]` equals
the record's own `text`. Amounts are `Decimal`; dates are ISO 8601 strings.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Any, Literal

SCHEMA_VERSION = "1"

Lang = Literal["zh", "en", "mixed"]
Comparator = Literal[">", ">=", "<", "<=", "~"]
Stance = Literal["asserted", "alleged", "denied", "unverified"]
QUANTITY_KINDS = (
    "number",
    "count",
    "percent",
    "money",
    "measure",
    "ordinal",
    "range",
    "fraction",
    "multiple",
    "date",
    "time",
    "datetime",
    "duration",
    "age",
    "temperature",
)
TEMPORAL_KINDS = frozenset({"date", "time", "datetime", "duration"})
CLAIM_TYPES = ("statistical", "comparison", "interval", "temporal", "rank", "statement")
STANCES: tuple[Stance, ...] = ("asserted", "alleged", "denied", "unverified")


@dataclass(frozen=True, slots=True)
class VerdictCode:
    """One step of a verdict scale: the stored code, the words people see, and ClaimReview's rating.

    `step` orders the scale (5 = true … 1 = false) and is None for answers that are off it. `needs_evidence` says
    whether an answer without evidence is incomplete.
    """

    code: str
    en: str
    zh: str
    step: int | None
    needs_evidence: bool


VERDICTS: tuple[VerdictCode, ...] = (
    VerdictCode("supported", "True", "属实", 5, True),
    VerdictCode("mostly_supported", "Mostly true", "基本属实", 4, True),
    VerdictCode("mixed", "Half true", "部分属实", 3, True),
    VerdictCode("mostly_refuted", "Mostly false", "大部分不实", 2, True),
    VerdictCode("refuted", "False", "不实", 1, True),
    VerdictCode("unproven", "Not enough evidence", "证据不足", None, False),
    VerdictCode("not_checkable", "Opinion or prediction", "无法核查", None, False),
    VerdictCode("not_a_claim", "Not a claim", "不是声明", None, False),
)
VERDICT_BY_CODE: dict[str, VerdictCode] = {v.code: v for v in VERDICTS}
NOT_A_CLAIM = "not_a_claim"


@dataclass(frozen=True, slots=True)
class Scale:
    """What a project's people can answer, in the order in which it is offered: the steps, then the answers off them.

    Every scale has `not_a_claim`, for what was marked by mistake. Codes are unique.
    """

    name: str
    verdicts: tuple[VerdictCode, ...]

    def get(self, code: str | None) -> VerdictCode | None:
        """The verdict of this code, None where the scale has none."""
        return next((verdict for verdict in self.verdicts if verdict.code == code), None)

    @property
    def codes(self) -> tuple[str, ...]:
        """All codes, as offered."""
        return tuple(verdict.code for verdict in self.verdicts)

    @property
    def steps(self) -> tuple[VerdictCode, ...]:
        """The verdicts that have a step, from false to true."""
        on_scale = [verdict for verdict in self.verdicts if verdict.step is not None]
        return tuple(sorted(on_scale, key=lambda verdict: verdict.step or 0))

    @property
    def off_scale(self) -> tuple[str, ...]:
        """The codes without a step."""
        return tuple(verdict.code for verdict in self.verdicts if verdict.step is None)

    @property
    def needs_evidence(self) -> frozenset[str]:
        """The codes that say nothing without evidence."""
        return frozenset(verdict.code for verdict in self.verdicts if verdict.needs_evidence)

    @property
    def correctable(self) -> frozenset[str]:
        """The codes under which a corrected value means something: every step but the top one."""
        return frozenset(verdict.code for verdict in self.steps[:-1])


DEFAULT_SCALE = Scale("default", VERDICTS)
_NO_CLAIM = VERDICT_BY_CODE[NOT_A_CLAIM]
SCALES: dict[str, Scale] = {
    scale.name: scale
    for scale in (
        DEFAULT_SCALE,
        Scale(
            "politifact",
            (
                *VERDICTS[:4],
                VerdictCode("refuted", "False", "不实", 1, True),
                VerdictCode("pants_on_fire", "Pants on fire", "荒谬不实", 0, True),
                _NO_CLAIM,
            ),
        ),
        Scale(
            "averitec",
            (
                VerdictCode("supported", "Supported", "证据支持", 5, True),
                VerdictCode("refuted", "Refuted", "证据反驳", 1, True),
                VerdictCode("unproven", "Not enough evidence", "证据不足", None, False),
                VerdictCode("conflicting", "Conflicting evidence", "证据矛盾", None, True),
                _NO_CLAIM,
            ),
        ),
        Scale("two-way", (VERDICTS[0], VERDICTS[4], _NO_CLAIM)),
    )
}
# A code means the same on every scale; the words of the default one come first.
VERDICT_BY_CODE |= {
    verdict.code: verdict
    for scale in SCALES.values()
    for verdict in scale.verdicts
    if verdict.code not in VERDICT_BY_CODE
}
FLAGS = ("missing_context", "cherry_picked", "outdated", "misattributed", "satire", "mistranslated")


@dataclass(frozen=True, slots=True)
class Document:
    """One source text. `text` has `\\n` line ends only; `path` is as the user gave it."""

    doc_id: str
    text: str
    path: str | None = None
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: str | None = None  # ISO 8601 date, as far as known

    @property
    def sha256(self) -> str:
        """Hex digest of the text as UTF-8."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence with its language; `lang` is zh or en, never mixed."""

    start: int
    end: int
    lang: Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a parsed English sentence.

    `head` is the index, in the same list, of the word that it depends on, its own where it depends on none; `dep` and
    `tag` have the names that spaCy's English pipelines use (ClearNLP, Penn Treebank).
    """

    start: int
    end: int
    head: int
    dep: str
    tag: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A named entity; `label` uses OntoNotes names.

    `score` (0..1) is how likely it is right, None where the model gives none. Mentions of one thing in a document share
    an `entity_id`: `ORG:Alibaba` for Alibaba, 阿里巴巴 and 阿里.
    """

    start: int
    end: int
    text: str
    label: str
    score: float | None = None
    entity_id: str | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount, date or rank as written, and what it says.

    `value` and `value_max` are exact; a range has both. `unit` is an ISO 4217 code, "%", "percentage point", a
    UCUM-like symbol or the counted word as written. `comparator` bounds the value. `iso` lists dates or intervals.
    `rule` names the rule that read it.
    """

    start: int
    end: int
    text: str
    kind: str
    value: Decimal | None = None
    value_max: Decimal | None = None
    unit: str | None = None
    comparator: Comparator | None = None
    iso: tuple[str, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """What one verdict can answer. `quantities` and `entities` index the lists of the same document.

    `context_start`/`context_end` bound the sentence. `reasons` name what made up `worth` (0..1). `speaker` says it, in
    the text's own words, None for the author; `stance` is how the text passes it on. `normalized` says it in one short
    sentence that stands alone.
    """

    claim_id: str
    start: int
    end: int
    text: str
    lang: Literal["zh", "en"]
    context_start: int
    context_end: int
    types: tuple[str, ...] = ()
    quantities: tuple[int, ...] = ()
    entities: tuple[int, ...] = ()
    subject: str | None = None
    measure: str | None = None
    comparator: Comparator | None = None
    value: Decimal | None = None
    value_max: Decimal | None = None
    unit: str | None = None
    period: str | None = None
    worth: float = 0.0
    reasons: tuple[str, ...] = ()
    speaker: str | None = None
    stance: Stance = "asserted"
    normalized: str | None = None


@dataclass(frozen=True, slots=True)
class AnnotatedDocument:
    """A document with everything that pre-annotation found in it."""

    document: Document
    lang: Lang
    entities: tuple[Entity, ...]
    quantities: tuple[Quantity, ...]
    claims: tuple[Claim, ...]
    model_version: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """One item that a verdict rests on; at least one of `url` and `quote` is given."""

    url: str | None = None
    quote: str | None = None
    date: str | None = None
    stance: str | None = None


CLAIM_LABEL = "CLAIM"
"""The label of a claim's mark; every other label is a name's."""
NO_VERDICT = "no verdict"
"""The problem of an answer that was left without one."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one annotator said of one claim, as it stands on the server.

    `verdict` is None where the claim was left without one; `problem` then, or for any other reason that keeps the
    answer from counting, says why ("no verdict", "unknown verdict 'NOPE'", …). `skipped` answers come from skipped
    tasks. `added` marks a claim that a person marked, `corrected_span` one whose edges a person moved; `marked` is the
    span in the document as this person left it, None where there is none or the question was not about a span.
    `reread` is the figure as it should have been read from the words, which says nothing of whether it is true.
    `carried` was given on an earlier version of the text, whose sentence stands word for word in this one.
    `adjudication` marks the answer of somebody who saw the others': it decides, and is no vote.
    """

    claim_id: str
    doc_id: str
    annotator: str
    annotated_at: str
    task_id: int
    annotation_id: int
    verdict: str | None = None
    flags: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    rationale: str | None = None
    corrected: str | None = None
    reread: str | None = None
    confidence: int | None = None
    skipped: bool = False
    problem: str | None = None
    added: bool = False
    corrected_span: bool = False
    edited_by: str | None = None  # who changed it last, where that is somebody else
    lead_time: float | None = None  # seconds spent on the whole task
    marked: tuple[int, int] | None = None
    adjudication: bool = False
    task_url: str = ""
    carried: bool = False

    @property
    def state(self) -> Literal["counted", "skipped", "empty", "invalid"]:
        """What becomes of it: only a counted answer says anything on a claim."""
        if self.skipped:
            return "skipped"
        if not self.verdict:
            return "empty" if self.problem in (None, NO_VERDICT) else "invalid"
        return "invalid" if self.problem else "counted"


@dataclass(frozen=True, slots=True)
class Mark:
    """A span with its label, as the machine proposed it or as a person left it.

    `rules` read the quantities of a proposed claim. `dismissed` is a claim's mark that the person left standing with
    the verdict that it is none.
    """

    mark_id: str
    start: int
    end: int
    label: str
    rules: tuple[str, ...] = ()
    dismissed: bool = False


@dataclass(frozen=True, slots=True)
class Marking:
    """One person's marks on one task, beside those that the person began from.

    `proposed` is None where that is not known: the annotation was begun on an empty page. `whole` says that the whole
    document was there to be marked, and not one claim.
    """

    doc_id: str
    annotator: str
    annotated_at: str
    task_id: int
    annotation_id: int
    model_version: str
    proposed: tuple[Mark, ...] | None
    left: tuple[Mark, ...]
    whole: bool


@dataclass(frozen=True, slots=True)
class Earlier:
    """A verdict that somebody gave before: information, never an answer.

    `verdict` is a code of ours or the words of another house, `by` who published it, `date` an ISO date. `relation`
    says what a claim at hand has to do with it (same, update, contradiction), and `reason` why.
    """

    claim: str
    verdict: str
    by: str | None = None
    date: str | None = None
    url: str | None = None
    evidence: tuple[str, ...] = ()
    relation: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    """The same claim, or another figure for it, in another document or place."""

    claim_id: str
    doc_id: str
    text: str
    relation: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Related:
    """What is known of a claim beyond its document: its cluster, other wordings, and the verdict on it before."""

    cluster_id: str | None = None
    wordings: tuple[Wording, ...] = ()
    earlier: Earlier | None = None

    @property
    def contradicts(self) -> tuple[str, ...]:
        """The ids of the claims that cannot be right with it."""
        return tuple(wording.claim_id for wording in self.wordings if wording.relation == "contradiction")


@dataclass(frozen=True, slots=True)
class JudgedClaim:
    """A claim as people saw it on the server, with every answer to it.

    `claim` carries the text that the annotators left (a corrected span is in force); `quantity_indices` of the claim
    do not refer to anything here. `context` is the sentence, `entity_names` the names inside it, `named` those of the
    claim and its subject with their ids. `duplicate_of` is the claim whose task stood for this one too.
    """

    claim: Claim
    document: Document
    lang: str
    context: str
    entity_names: tuple[str, ...]
    answers: tuple[Answer, ...]
    project: str
    task_id: int
    task_url: str
    model_version: str
    superseded: bool = False
    named: tuple[Entity, ...] = ()
    related: Related = Related()
    duplicate_of: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """The one outcome of a judged claim.

    `status` is exactly one of decided, undecided, not_a_claim, skipped, waiting. `decided_by` is unanimous,
    majority, adjudicator, single or cluster (by the verdict on another wording) where `status` is decided or
    not_a_claim, else None; `reason` says in a few words why it is not decided.
    """

    status: Literal["decided", "undecided", "not_a_claim", "skipped", "waiting"]
    verdict: str | None = None
    decided_by: Literal["unanimous", "majority", "adjudicator", "single", "cluster"] | None = None
    reason: str | None = None


@dataclass(frozen=True)  # no slots: what is asked of it again and again is kept
class VerifiedClaim:
    """A judged claim with its decision: one row of the CSV, or of the list of undecided ones."""

    judged: JudgedClaim
    decision: Decision
    corrected_value: Decimal | None = None
    delta_pct: Decimal | None = None
    scale: Scale = DEFAULT_SCALE

    @property
    def verdict(self) -> VerdictCode | None:
        """What was decided, in the words of the project's scale; None where nothing was."""
        return self.scale.get(self.decision.verdict)

    @cached_property
    def votes(self) -> tuple[Answer, ...]:
        """The answers that count as votes, in the order of the claim's; an adjudicator's is none."""
        return tuple(a for a in self.judged.answers if a.state == "counted" and not a.adjudication)

    @property
    def ruling(self) -> Answer | None:
        """The adjudicator's answer, where it decided."""
        if self.decision.decided_by != "adjudicator":
            return None
        return next((a for a in reversed(self.judged.answers) if a.state == "counted" and a.adjudication), None)

    @cached_property
    def deciding(self) -> tuple[Answer, ...]:
        """The answers that say what was decided, the adjudicator's last; none where nothing was."""
        agreeing = tuple(a for a in self.votes if a.verdict == self.decision.verdict)
        return agreeing if self.ruling is None else (*agreeing, self.ruling)

    @property
    def decided_at(self) -> str | None:
        """When the last of the deciding answers was given, as the server writes it."""
        deciding = self.deciding
        return deciding[-1].annotated_at if deciding else None

    @property
    def evidence_urls(self) -> tuple[str, ...]:
        """The addresses that the decision rests on, each once, as the deciding annotators gave them."""
        return tuple(dict.fromkeys(e.url for answer in self.deciding for e in answer.evidence if e.url))

    @property
    def rationale(self) -> str:
        """The deciding annotators' reasons, each once, joined by " / "."""
        return " / ".join(dict.fromkeys(answer.rationale for answer in self.deciding if answer.rationale))


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of a claim's history: what stood of it from `changed_at` on, and who had decided so on which evidence.

    `kind` is decided (for the first time, or again after it was withdrawn), confirmed (the same outcome, by other
    people, evidence or words), corrected (another verdict or corrected value than before) or withdrawn (no decision any
    more). `before` is the verdict that stood until then. `changed_at` is when the change was written down, ISO 8601,
    `decided_at` when the last deciding answer was given. `corrected_value` is a decimal string.
    """

    claim_id: str
    doc_id: str
    project: str
    claim_text: str
    changed_at: str
    kind: str
    verdict: str | None = None
    before: str | None = None
    decided_by: str | None = None
    people: tuple[str, ...] = ()
    decided_at: str | None = None
    evidence_urls: tuple[str, ...] = ()
    corrected_value: str | None = None
    rationale: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of claims beyond their document.

    `related` and `names` (those of a claim and its subject) go by claim_id. With one task for many, `members` are the
    other wordings of the claim whose task it is, each with its document, and `covered` are the claims among those.
    """

    related: Mapping[str, Related] = field(default_factory=dict)
    names: Mapping[str, Sequence[Entity]] = field(default_factory=dict)
    members: Mapping[str, Sequence[tuple[AnnotatedDocument, Claim]]] = field(default_factory=dict)

    @property
    def covered(self) -> frozenset[str]:
        """The claims that have no task of their own."""
        return frozenset(claim.claim_id for members in self.members.values() for _, claim in members)


def stable_id(*parts: str, length: int = 16) -> str:
    """A hex id that depends on the parts alone: NFKC, runs of white space count as one space."""
    normal = "\x1f".join(" ".join(unicodedata.normalize("NFKC", part).split()) for part in parts)
    return hashlib.sha256(normal.encode("utf-8", "surrogatepass")).hexdigest()[:length]


def claim_ids(doc_id: str, sentences_and_claims: Sequence[tuple[str, str]]) -> list[str]:
    """Ids for a document's claims, given as (sentence, claim text) in reading order.

    An id depends on the document's id, the sentence and the claim's own words, so text that changes elsewhere does
    not move it; the second and later identical pairs are told apart by their number.
    """
    seen: dict[str, int] = {}
    ids = []
    for sentence, claim in sentences_and_claims:
        base = stable_id(doc_id, sentence, claim)
        nth = seen.get(base, 0)
        seen[base] = nth + 1
        ids.append(base if nth == 0 else stable_id(base, str(nth)))
    return ids


def check_offsets(text: str, items: Iterable[Entity | Quantity | Claim]) -> None:
    """Raise ValueError where `text[start:end]` is not the item's own text."""
    for item in items:
        if not 0 <= item.start < item.end <= len(text) or text[item.start : item.end] != item.text:
            raise ValueError(f"offsets {item.start}:{item.end} do not hold {item.text!r}")


_PLAIN = frozenset({str, int, float, bool})


def as_json(record: Any) -> Any:
    """A record as plain JSON types: Decimal as a plain decimal string, tuples as lists."""
    if record is None or type(record) in _PLAIN:
        return record
    if isinstance(record, Decimal):
        return plain(record)
    if isinstance(record, (list, tuple)):
        return [as_json(item) for item in record]
    if hasattr(record, "__dataclass_fields__"):
        return {name: as_json(getattr(record, name)) for name in record.__dataclass_fields__}
    return record


def plain(value: Decimal) -> str:
    """A decimal string without exponent or trailing zeros: Decimal("6E+8") → "600000000"."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
