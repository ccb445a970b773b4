"""The columns of every table that goes out, each with what it holds: CSV, its metadata, JSON Lines and Parquet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

SEPARATOR = "; "
"""Between the items of a list in one CSV cell."""

Kind = Literal["text", "integer", "decimal", "moment", "yes_no", "list", "votes"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, what it says, and how its values look.

    text: str or None. integer: int. decimal: a plain decimal string, exact. moment: ISO 8601 with time zone, as the
    server writes it. yes_no: bool. list: a tuple of str. votes: annotator → verdict code. A missing value is None.
    """

    name: str
    says: str
    kind: Kind = "text"
    required: bool = False


def _table(*columns: Column | Sequence[Column]) -> tuple[Column, ...]:
    return tuple(c for given in columns for c in ([given] if isinstance(given, Column) else given))


_CLAIM_ID = Column("claim_id", "id of the claim: stays the same when text elsewhere changes", required=True)
_DOC_ID = Column("doc_id", "id of the document", required=True)
_TITLE = Column("title", "title of the document")
_URL = Column("url", "address of the document")
_LANG = Column("lang", "language of the document: zh, en or mixed", required=True)
_CLAIM_TEXT = Column("claim_text", "the words that are judged, as in the document", required=True)
_CONTEXT = Column("context", "the sentence around them")
_PLACE = (
    Column("start", "first character of the claim in the text, from 0, in Unicode code points", "integer", True),
    Column("end", "end of the claim in the text, exclusive", "integer", True),
)
_VOTES = (
    Column("n_annotators", "how many people's answers count", "integer", True),
    Column("votes", "annotator and verdict of each answer that counts, a JSON object", "votes", True),
)
_ON_SERVER = (
    Column("ls_project", "project in Label Studio", required=True),
    Column("ls_task_id", "task in Label Studio", "integer", True),
)
_TASK_URL = Column("ls_task_url", "address of the task")
_SUPERSEDED = Column("superseded", "whether the source has changed and no longer holds the claim", "yes_no", True)
_CARRIED = Column("carried", "whose answers were given on an earlier version of the text, and when", "list")
_READ = (
    Column("claim_normalized", "the claim in one short sentence that stands alone"),
    Column("speaker", "who says it, in the document's words; empty for the author"),
    Column("stance", "how the document passes it on: asserted, alleged, denied, unverified", required=True),
)
_RELATED = (
    Column("cluster_id", "the same in all claims that say the same"),
    Column("contradicts", "claim_ids of claims that cannot be right with it", "list"),
    Column("earlier_verdict", "verdict that was given on it before: verdict | date | by | address"),
    Column("duplicate_of", "claim_id of the wording on which the verdict was given"),
)

VERIFIED: tuple[Column, ...] = _table(
    *(_CLAIM_ID, _DOC_ID, _TITLE),
    Column("publisher", "who published the document"),
    Column("published", "when it was published: ISO 8601 date, as far as known"),
    *(_URL, _LANG, _CLAIM_TEXT, _CONTEXT, _PLACE),
    Column("types", "statistical, comparison, interval, temporal, rank, statement", "list"),
    Column("subject", "what the claim is about"),
    Column("measure", "what is counted or measured"),
    Column("comparator", "bound of the value: > >= < <= ~; empty for an exact one"),
    Column("value", "claimed value, or the lower end of a range", "decimal"),
    Column("value_max", "upper end of a range", "decimal"),
    Column("unit", "ISO 4217 code, %, percentage point, UCUM-like symbol, or the counted word"),
    Column("period", "time that the claim speaks of: ISO 8601 date or interval"),
    Column("entities", "names in the claim", "list"),
    Column("verdict", "code of the verdict", required=True),
    Column("verdict_en", "the verdict in English", required=True),
    Column("verdict_zh", "the verdict in Chinese", required=True),
    Column("decided_by", "unanimous, majority, adjudicator, single or cluster", required=True),
    _VOTES,
    Column("corrected_value", "what the value is, by the deciding annotators", "decimal"),
    Column("delta_pct", "(claimed - corrected) / |corrected| x 100", "decimal"),
    Column("evidence_urls", "addresses of the evidence for the decision", "list"),
    Column("rationale", "reasons of the deciding annotators"),
    Column("context_flags", "missing_context, cherry_picked, outdated, misattributed, satire, mistranslated", "list"),
    Column("worth", "how much the claim is worth checking, 0 to 1", "decimal", True),
    Column("annotated_at", "when the last deciding answer was given", "moment"),
    Column("annotators", "people whose answers count", "list"),
    *(_ON_SERVER,),
    Column("model_version", "what pre-annotated the document"),
    Column("schema_version", "version of this table", required=True),
    # Ours, after the agreed ones.
    Column("confidence", "mean confidence of the deciding annotators, 1 to 5", "decimal"),
    Column("evidence_count", "items of evidence for the decision", "integer", True),
    *(_TASK_URL, _SUPERSEDED, _READ, _RELATED),
    Column("adjudicator", "who ruled, where an adjudicator decided"),
    _CARRIED,
)
EVIDENCE: tuple[Column, ...] = _table(
    *(_CLAIM_ID, _DOC_ID),
    Column("annotator", "who gave it", required=True),
    Column("verdict", "code of this person's verdict", required=True),
    Column("url", "address of the evidence"),
    Column("quote", "what it says"),
    Column("date", "when it was published: ISO 8601 date, as far as known"),
    Column("stance", "what it does to the claim: supports, refutes, neutral"),
    Column("adjudicator", "whether this person ruled on others' answers", "yes_no", True),
)
UNDECIDED: tuple[Column, ...] = _table(
    *(_CLAIM_ID, _DOC_ID, _TITLE, _URL, _LANG, _CLAIM_TEXT, _CONTEXT, _PLACE),
    Column("status", "undecided, waiting or skipped", required=True),
    Column("reason", "why there is no decision"),
    *(_VOTES, _ON_SERVER, _TASK_URL, _SUPERSEDED, _READ, _RELATED, _CARRIED),
)
HISTORY: tuple[Column, ...] = _table(
    *(_CLAIM_ID, _DOC_ID),
    Column("project", "project in Label Studio", required=True),
    _CLAIM_TEXT,
    Column("changed_at", "when this entry was written", "moment", True),
    Column("kind", "decided, confirmed, corrected or withdrawn", required=True),
    Column("verdict", "code of the verdict from then on; empty where it was withdrawn"),
    Column("before", "code of the verdict until then"),
    Column("decided_by", "unanimous, majority, adjudicator, single or cluster"),
    Column("people", "the deciding annotators", "list"),
    Column("decided_at", "when the last deciding answer was given", "moment"),
    Column("evidence_urls", "addresses of the evidence for the decision", "list"),
    Column("corrected_value", "what the value is, by the deciding annotators", "decimal"),
    Column("rationale", "reasons of the deciding annotators"),
    Column("note", "what readers are told of the change"),
)
EVALUATION: tuple[Column, ...] = _table(
    Column("model_version", "what proposed the marks", required=True),
    Column("kind", "claim or name", required=True),
    Column("what", "all, the name's label, or the rule that read a figure of the claim", required=True),
    Column("proposed", "how many marks were proposed to people", "integer", True),
    Column("kept", "of these, left as they were", "integer", True),
    Column("moved", "left with other edges", "integer", True),
    Column("relabelled", "left with another label", "integer", True),
    Column("dismissed", "deleted, or judged not to be a claim", "integer", True),
    Column("added", "marks that people added", "integer", True),
    Column("gained", "marks of another label that people gave this one", "integer", True),
    Column("precision", "(kept + moved) / proposed", "decimal"),
    Column("recall", "(kept + moved) / all that people left; empty for a rule", "decimal"),
    Column("precision_exact", "kept / proposed", "decimal"),
    Column("recall_exact", "kept / all that people left; empty for a rule", "decimal"),
)
ANNOTATORS: tuple[Column, ...] = _table(
    Column("annotator", "who answered", required=True),
    Column("counted", "answers that count", "integer", True),
    Column("skipped", "answers from skipped tasks", "integer", True),
    Column("unusable", "answers that are empty or invalid", "integer", True),
    Column("compared", "decided claims that others answered too", "integer", True),
    Column("agreed", "of these, decided as this person answered", "integer", True),
    Column("agreement", "agreed / compared", "decimal"),
    Column("seconds", "median over tasks of the seconds spent a claim", "decimal"),
    Column("moved", "proposed marks whose edges the person moved", "integer", True),
    Column("relabelled", "proposed marks that the person gave another label", "integer", True),
    Column("dismissed", "proposed marks that the person took for none", "integer", True),
    Column("added", "marks that the person added", "integer", True),
    Column("without_evidence", "verdicts that lack the evidence that they need", "integer", True),
)
