"""Claims to tasks, annotations to answers: the one place that knows Label Studio's JSON. Pure.

A task's data carries the claims as they were pushed, so that a pull needs nothing but the server. A claim's region
has the claim's id, and keeps it through a person's annotation, also where the person moves its edges.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from toolkit.config import Layout
from toolkit.errors import ServerError, UsageError
from toolkit.labelstudio import card, cuts, interface
from toolkit.labelstudio.records import PREDICTION_NAME, Json, WantedTask
from toolkit.model import (
    NO_VERDICT,
    NOT_A_CLAIM,
    SCHEMA_VERSION,
    VERDICT_BY_CODE,
    AnnotatedDocument,
    Answer,
    Claim,
    Document,
    Earlier,
    Entity,
    Evidence,
    JudgedClaim,
    Known,
    Mark,
    Marking,
    Related,
    Segment,
    as_json,
    claim_ids,
    stable_id,
)
from toolkit.segment import sentences
from toolkit.store import claim_from_json

# (document, start, end) of a span that a person marked or moved → the claim read from it.
ReadClaim = Callable[[Document, int, int], Claim]

_URL = re.compile(r"https?://[^\s|，。；、）)》」\"'<>]+", re.IGNORECASE)
_DATE = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")
_SUPERSEDED = "The source has changed and is a new task: skip this one / 原文已更新为新任务，请跳过本任务"
_BESIDE = 32  # characters of a quote's prefix and suffix
_PART = "Part {part} of {parts} / 第 {part} 部分，共 {parts} 部分"
_NOT_OF_THE_SPAN: dict[str, Any] = {"corrected_span": False, "marked": None, "reread": None}
_CONTROLS = interface.CONTROLS | interface.FURTHER_CONTROLS
_STANCES = frozenset({"supports", "refutes", "neutral", "支持", "反驳", "中立"})


# -- out -------------------------------------------------------------------------------------------------------------


def to_tasks(
    annotated: AnnotatedDocument,
    layout: Layout,
    labels: frozenset[str],
    known: Known | None = None,
    *,
    longest: int = cuts.LONGEST,
    held: Container[str] = (),
) -> list[WantedTask]:
    """The tasks of one document: itself, or one a claim. Only entities whose label the config offers are shown.

    A text of more than `longest` characters is several tasks, unless the server holds it as one: `held` are keys of
    tasks there. Beside a claim of such a text stands what is around it. `known` is what is known of its claims beyond
    the document; a claim whose task another claim's stands for gets none.
    """
    known = known or Known()
    shown = [entity for entity in annotated.entities if entity.label in labels]
    if layout == "document":
        document = annotated.document
        if len(document.text) <= longest or whole_key(document) in held:
            return [_document_task(annotated, shown, known, whole_key(document))]
        return list(_part_tasks(annotated, shown, known, longest))
    around = Around(longest)
    return [
        _claim_task(annotated, claim, shown, known, around)
        for claim in by_worth(annotated.claims)
        if claim.claim_id not in known.covered
    ]


def by_worth(claims: Iterable[Claim]) -> list[Claim]:
    """Most worth checking first; then in reading order."""
    return sorted(claims, key=lambda claim: (-claim.worth, claim.start))


def superseded(data: Json) -> dict[str, Any]:
    """The data of a task whose source has changed; whoever opens it is told."""
    warned = f"{_SUPERSEDED} · {data.get('source_line') or ''}".rstrip(" ·")
    return {**data, "superseded": True, "source_line": warned}


def source_line(data: Json) -> str:
    """What was judged before, which part of the document this is, and where that comes from, in a line."""
    told = (data.get("publisher"), data.get("published"), data.get("url"))
    source = " · ".join(part for part in told if part) or str(data["doc_id"])
    part = _PART.format(**data) if "part" in data else ""
    return " · ".join(told for told in (str(data.get("carried") or ""), part, source) if told)


def whole_key(document: Document) -> str:
    """The key of the task that holds all of a document."""
    return f"document:{document.doc_id}:{_hash(document.text)}:{SCHEMA_VERSION}"


def task_url(server: str, project: int | str, task: int | str) -> str:
    """Where a person sees the task."""
    return f"{server}/projects/{project}/data?task={task}"


def _document_task(
    annotated: AnnotatedDocument, entities: Sequence[Entity], known: Known, key: str, **place: int
) -> WantedTask:
    """The task of a text; `place` says where in its document it stands, where it is a part of one."""
    document = annotated.document
    claims = by_worth(annotated.claims)
    data = {
        **_common_data(annotated, key, **place),
        "text": document.text,
        "claims": [_stored(annotated, claim, known) for claim in annotated.claims],
    }
    # Claims come first, by worth: Label Studio's next-region key walks the results in this order.
    results = [
        region(claim.claim_id, claim, interface.CLAIM, 0, card.note(claim, known), claim.worth) for claim in claims
    ]
    results += [_entity_region(document.doc_id, entity, 0) for entity in _least_sure_first(entities)]
    return _wanted(annotated, data, results, max((claim.worth for claim in claims), default=0.0))


def _part_tasks(
    annotated: AnnotatedDocument, entities: Sequence[Entity], known: Known, longest: int
) -> Iterator[WantedTask]:
    """A task for each part of a long text. Offsets in it are the part's, so that it stays as it is where the text
    before it changes."""
    document = annotated.document
    together = [(claim.context_start, claim.context_end) for claim in annotated.claims]
    together += [(entity.start, entity.end) for entity in entities]
    spans = cuts.parts(document.text, together, longest)
    met = Counter[str]()
    for number, (start, end) in enumerate(spans, 1):
        text = document.text[start:end]
        digest = _hash(text)
        met[digest] += 1
        claims = tuple(moved(claim, -start) for claim in annotated.claims if start <= claim.start < end)
        inside = [replace(e, start=e.start - start, end=e.end - start) for e in entities if start <= e.start < end]
        yield _document_task(
            replace(annotated, document=replace(document, text=text), claims=claims),
            inside,
            known,
            f"part:{document.doc_id}:{digest}:{met[digest]}:{SCHEMA_VERSION}",
            part=number,
            parts=len(spans),
            part_start=start,
        )


def moved(claim: Claim, by: int) -> Claim:
    """The claim so many characters further on."""
    return replace(
        claim,
        start=claim.start + by,
        end=claim.end + by,
        context_start=claim.context_start + by,
        context_end=claim.context_end + by,
    )


@dataclass(slots=True)
class Around:
    """What is shown of the document of a claim: all of it, or of a text of more than `longest` characters the sentences
    around, with where they begin."""

    longest: int = cuts.LONGEST
    _sentences: dict[str, list[Segment]] = field(default_factory=dict)  # of the long texts met, by doc_id

    def data(self, document: Document, claim: Claim) -> dict[str, Any]:
        """For a task's data."""
        text = document.text
        if len(text) <= self.longest:
            return {"document": text}
        found = self._sentences.get(document.doc_id) or sentences(text)
        self._sentences[document.doc_id] = found
        start, end = cuts.around(found, min(claim.start, claim.context_start), max(claim.end, claim.context_end))
        return {"document": text[start:end], "document_start": start, "document_length": len(text)}


def _claim_task(
    annotated: AnnotatedDocument, claim: Claim, entities: Sequence[Entity], known: Known, around: Around
) -> WantedTask:
    document = annotated.document
    start, end = claim.context_start, claim.context_end
    # Not the whole text's hash: an edit elsewhere must not ask people again. But a wording that nobody saw has to be.
    members = known.members.get(claim.claim_id, ())
    seen = document.text[start:end] + "".join(f"\n{member.claim_id}" for _, member in members)
    data = {
        **_common_data(annotated, f"claim:{claim.claim_id}:{_hash(seen)}:{SCHEMA_VERSION}"),
        "text": document.text[start:end],
        "text_start": start,
        **around.data(document, claim),
        "claim_id": claim.claim_id,
        "claim_text": claim.text,
        "reading": card.rows(claim, known),
        "claims": [_stored(annotated, claim, known)],
    }
    if members:
        data["members"] = [_member(other, member, known, around) for other, member in members]
    inside = [entity for entity in entities if start <= entity.start and entity.end <= end]
    results = [_claim_region(claim, start, known)]
    results += [_entity_region(document.doc_id, entity, start) for entity in _least_sure_first(inside)]
    return _wanted(annotated, data, results, claim.worth)


def _common_data(annotated: AnnotatedDocument, key: str, **place: int) -> dict[str, Any]:
    document = annotated.document
    data = {  # in the order of the columns that the task list shows
        "title": document.title or document.doc_id,
        "doc_id": document.doc_id,
        "publisher": document.publisher,
        "published": document.published,
        "lang": annotated.lang,
        "url": document.url,
        "source_line": "",
        "model_version": annotated.model_version,
        "schema_version": SCHEMA_VERSION,
        "sha256": document.sha256,
        "fc_key": key,
        **place,
    }
    return data | {"source_line": source_line(data)}


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def stored(claim: Claim, names: Iterable[str]) -> dict[str, Any]:
    """A claim for a task's data, with the names in it."""
    return {**as_json(claim), "names": list(dict.fromkeys(names))}


def _stored(annotated: AnnotatedDocument, claim: Claim, known: Known) -> dict[str, Any]:
    """A claim for the task's data; the names stand for the indices, which mean nothing without their list."""
    made = stored(claim, (annotated.entities[index].text for index in claim.entities))
    made["rules"] = list(dict.fromkeys(annotated.quantities[index].rule for index in claim.quantities))
    if named := known.names.get(claim.claim_id):
        made["named"] = [[e.text, e.label, e.entity_id] for e in named]
    related = known.related.get(claim.claim_id)
    if related and related.earlier:
        made["earlier"] = as_json(related.earlier)
    return made


def _member(annotated: AnnotatedDocument, claim: Claim, known: Known, around: Around) -> dict[str, Any]:
    """Another wording for which a task stands, with its document."""
    document = annotated.document
    return {
        **{"doc_id": document.doc_id, "title": document.title or document.doc_id, "url": document.url},
        **{"publisher": document.publisher, "published": document.published, **around.data(document, claim)},
        **{"lang": annotated.lang, "model_version": annotated.model_version},
        "claim": _stored(annotated, claim, known),
    }


def _wanted(annotated: AnnotatedDocument, data: Json, results: Sequence[Json], score: float) -> WantedTask:
    return WantedTask(str(data["fc_key"]), annotated.document.doc_id, data, tuple(results), round(score, 4))


def _claim_region(claim: Claim, shift: int, known: Known) -> dict[str, Any]:
    return region(claim.claim_id, claim, interface.CLAIM, shift, card.note(claim, known), claim.worth)


def _entity_region(doc_id: str, entity: Entity, shift: int) -> dict[str, Any]:
    region_id = stable_id(doc_id, "entity", str(entity.start), str(entity.end), entity.label)
    return region(region_id, entity, entity.label, shift, "", entity.score)


def _least_sure_first(entities: Iterable[Entity]) -> list[Entity]:
    """For a person who goes through the names after the claims: those that most need a look come first."""
    return sorted(entities, key=lambda e: (1.0 if e.score is None else e.score, e.start))


def region(
    region_id: str, span: Claim | Entity, label: str, shift: int, note: str, score: float | None
) -> dict[str, Any]:
    """A predicted span; `shift` is where the shown text begins in the document, `note` what stands beside the mark."""
    made: dict[str, Any] = {
        "id": region_id,
        "from_name": interface.LABEL,
        "to_name": interface.TEXT,
        "type": "labels",
        "value": {"start": span.start - shift, "end": span.end - shift, "text": span.text, "labels": [label]},
    }
    if score is not None:
        made["score"] = round(score, 4)
    if note:
        made["meta"] = {"text": [note]}
    return made


# -- in --------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Region:
    """One person's span, or a whole task's answer where `claim_id` is the task's and there is no span."""

    label: str | None = None
    start: int = 0
    end: int = 0
    verdict: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    rationale: tuple[str, ...] = ()
    corrected: tuple[str, ...] = ()
    reread: tuple[str, ...] = ()
    confidence: int | None = None


def adopted(task: Mapping[str, Any], field: str, read_claim: ReadClaim) -> Mapping[str, Any]:
    """A task that somebody else imported and `factcheck serve` pre-annotated, with the data that ours have; any other
    as it is. Its claims are those that were predicted. `field` is where the project's tasks have their text."""
    data = task.get("data") or {}
    text = data.get(field)
    if data.get("fc_key") or not isinstance(text, str):
        return task
    began = [annotation.get("prediction") for annotation in task.get("annotations") or ()]
    ours = [
        prediction["result"]
        for prediction in (*(task.get("predictions") or ()), *began)
        if isinstance(prediction, Mapping) and prediction.get("model_version") == PREDICTION_NAME
    ]
    if not ours:
        return task
    data = {**data, "text": text, "doc_id": str(data.get("doc_id") or f"task-{task['id']}")}
    document = document_of(data)
    claims = [
        replace(read_claim(document, region.start, region.end), claim_id=region_id)
        for region_id, region in _regions(ours[0], 0, len(text), None).items()
        if region.label == interface.CLAIM
    ]
    told = {"fc_key": f"served:{task['id']}", "claims": [stored(claim, ()) for claim in claims]}
    return {**task, "data": data | told}


def from_tasks(
    tasks: Iterable[Mapping[str, Any]], *, people: Mapping[int, str], project: str, task_url: str, read_claim: ReadClaim
) -> list[JudgedClaim]:
    """Every claim on the server with its answers, from Label Studio's JSON export.

    `task_url` is a pattern with `{project}` and `{task}`. Claims that occur in several tasks (a source that changed)
    come out once, with all their answers, as the newest task that is not superseded has them. The parts of a long text
    are one document again. Tasks that are not ours are passed by.
    """
    merged: dict[str, JudgedClaim] = {}
    standing: dict[str, Document] = {}
    ours = [task for task in sorted(tasks, key=lambda t: int(t["id"])) if (task.get("data") or {}).get("fc_key")]
    keys = {task["data"]["fc_key"] for task in ours if not task["data"].get("superseded")}
    places, stretched = _places(ours, project), _stretches(ours, project)
    for task in ours:
        data = task["data"]
        with _readable(task, project):
            claims = _judged(task, people, project, task_url, read_claim)
            claims += _members(task, claims)
            document = document_of(data)
        if place := places.get(int(task["id"])):
            document = place.document
            claims = [_placed(judged, place) for judged in claims]
        elif stretched and not data.get("superseded"):
            document = stretched.get(document.doc_id, document)
            claims = [replace(j, document=stretched.get(j.document.doc_id, j.document)) for j in claims]
        if not data.get("superseded"):
            standing[document.doc_id] = document
        for judged in claims:
            if judged.superseded and data["fc_key"] not in keys:  # a copy of a task that stands is no earlier version
                judged = replace(judged, answers=tuple(replace(answer, carried=True) for answer in judged.answers))
            before = merged.get(judged.claim.claim_id)
            if before is not None:
                newest = before if judged.superseded and not before.superseded else judged
                judged = replace(newest, answers=before.answers + judged.answers)
            merged[judged.claim.claim_id] = judged
    # A claim that only a superseded task holds, and that nobody judged, is gone with its text.
    kept = [judged for judged in merged.values() if judged.answers or not judged.superseded]
    return [_carried_over(judged, standing.get(judged.document.doc_id)) for judged in kept]


@contextmanager
def _readable(task: Mapping[str, Any], project: str) -> Iterator[None]:
    """ServerError that names the task, where its data is not as we wrote it."""
    try:
        yield
    except (KeyError, TypeError, ValueError) as error:
        raise ServerError(
            f"task {task['id']} of project {project!r} cannot be read ({type(error).__name__}): its data was "
            "changed on the server; push its source again to restore it"
        ) from None


@dataclass(frozen=True, slots=True)
class _Place:
    """The document that a part is of, and where in its text the part begins."""

    document: Document
    start: int


def _places(tasks: Iterable[Mapping[str, Any]], project: str) -> dict[int, _Place]:
    """Task id → place, for the parts of texts that stand. A part that is not there, as a push was cut short, leaves its
    length in blank lines."""
    by_document: dict[str, list[tuple[int, Document, int]]] = defaultdict(list)
    for task in tasks:
        data = task["data"]
        if "part" in data and not data.get("superseded"):
            with _readable(task, project):
                document = document_of(data)
                by_document[document.doc_id].append((int(data["part_start"]), document, int(task["id"])))
    places: dict[int, _Place] = {}
    for found in by_document.values():
        pieces: list[str] = []
        starts, end = {}, 0
        for start, document, task_id in sorted(found, key=lambda part: (part[0], part[2])):
            pieces += ["\n" * (start - end), document.text]
            starts[task_id] = max(start, end)
            end = starts[task_id] + len(document.text)
        whole = replace(found[0][1], text="".join(pieces))
        places |= {task_id: _Place(whole, start) for task_id, start in starts.items()}
    return places


def _stretches(tasks: Iterable[Mapping[str, Any]], project: str) -> dict[str, Document]:
    """doc_id → the document, for long texts of which each standing task holds a stretch; between them blank lines."""
    found: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    told: dict[str, Mapping[str, Any]] = {}
    for task in tasks:
        if task["data"].get("superseded"):
            continue
        with _readable(task, project):
            for data in (task["data"], *(task["data"].get("members") or ())):
                if "document_start" in data:
                    doc_id = str(data["doc_id"])
                    told[doc_id] = data  # the newest says how long it is
                    found[doc_id].append((int(data["document_start"]), int(task["id"]), str(data["document"])))
    documents = {}
    for doc_id, stretches in found.items():
        text: list[str] = []
        end = 0
        for start, _, shown in sorted(stretches):
            text += ["\n" * (start - end), shown[max(0, end - start) :]]
            end = max(end, start + len(shown))
        whole = "".join(text).ljust(int(told[doc_id]["document_length"]), "\n")
        documents[doc_id] = replace(document_of({**told[doc_id], "document_start": 0, "document": ""}), text=whole)
    return documents


def _placed(judged: JudgedClaim, place: _Place) -> JudgedClaim:
    """A part's claim, in the document."""
    answers = tuple(
        replace(answer, marked=(answer.marked[0] + place.start, answer.marked[1] + place.start))
        if answer.marked
        else answer
        for answer in judged.answers
    )
    return replace(judged, claim=moved(judged.claim, place.start), document=place.document, answers=answers)


def markings(tasks: Iterable[Mapping[str, Any]], people: Mapping[int, str]) -> list[Marking]:
    """What each person left of the marks, from the same export; skipped tasks and those that are not ours passed by."""
    return [
        _marking(task, annotation, people)
        for task in tasks
        if (task.get("data") or {}).get("fc_key")
        for annotation in task.get("annotations") or ()
        if not annotation.get("was_cancelled")
    ]


def _marking(task: Mapping[str, Any], annotation: Mapping[str, Any], people: Mapping[int, str]) -> Marking:
    data = task["data"]
    asked = _asker(task, annotation, people, "")
    rules = {str(claim.get("claim_id")): _texts(claim.get("rules")) for claim in data.get("claims") or ()}
    began = (annotation.get("prediction") or {}).get("result")
    return Marking(
        doc_id=asked["doc_id"],
        annotator=asked["annotator"],
        annotated_at=asked["annotated_at"],
        task_id=int(task["id"]),
        annotation_id=asked["annotation_id"],
        model_version=str(data.get("model_version") or ""),
        proposed=_marks(data, began, rules) if began else None,
        left=_marks(data, annotation.get("result") or (), rules),
        whole="claim_id" not in data,
    )


def _marks(
    data: Mapping[str, Any], results: Iterable[Mapping[str, Any]], rules: Mapping[str, tuple[str, ...]]
) -> tuple[Mark, ...]:
    whole_task = str(data["claim_id"]) if "claim_id" in data else None
    regions = _regions(results, int(data.get("text_start") or 0), len(document_of(data).text), whole_task)
    start = int(data.get("part_start") or 0)
    return tuple(
        Mark(
            mark_id,
            region.start + start,
            region.end + start,
            region.label,
            rules=rules.get(mark_id, ()),
            dismissed=NOT_A_CLAIM in region.verdict,
        )
        for mark_id, region in regions.items()
        if region.label is not None and region.end > region.start
    )


def _carried_over(judged: JudgedClaim, standing: Document | None) -> JudgedClaim:
    """A claim that the new task does not list, in the new text, where its sentence stands there word for word."""
    if not judged.superseded:
        return judged
    at = -1 if standing is None else found_again(judged, standing.text)
    if standing is None or at < 0:
        return replace(judged, answers=tuple(replace(answer, carried=False) for answer in judged.answers))
    claim = moved(judged.claim, at - judged.claim.context_start)
    return replace(judged, claim=claim, document=standing, superseded=False)


def found_again(judged: JudgedClaim, text: str) -> int:
    """Where the claim's sentence stands in a new text, -1 where it does not: of several places the one that has most of
    what stood before and after it, as in a TextQuoteSelector of the W3C's Web Annotations."""
    quote, old = judged.context, judged.document.text
    if not quote:
        return -1
    start, end = judged.claim.context_start, judged.claim.context_end
    prefix, suffix = old[max(0, start - _BESIDE) : start], old[end : end + _BESIDE]
    places = [found.start() for found in re.finditer(re.escape(quote), text)]

    def shared(at: int) -> int:
        before, after = text[max(0, at - _BESIDE) : at], text[at + len(quote) : at + len(quote) + _BESIDE]
        return _alike(before[::-1], prefix[::-1]) + _alike(after, suffix)

    return max(places, key=shared, default=-1)


def _alike(one: str, other: str) -> int:
    """Characters that both begin with."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def document_of(data: Json) -> Document:
    """The document behind a task; of a part, the part; where a task holds a stretch of it, blank lines for the rest."""
    title = data.get("title")
    shown = str(data["document"] if "document" in data else data["text"])
    before = int(data.get("document_start") or 0)
    return Document(
        doc_id=str(data["doc_id"]),
        text=("\n" * before + shown).ljust(int(data.get("document_length") or 0), "\n"),
        title=title if title != data["doc_id"] else None,  # where there is none, the id stands in for it
        url=data.get("url"),
        publisher=data.get("publisher"),
        published=data.get("published"),
    )


def _judged(
    task: Mapping[str, Any], people: Mapping[int, str], project: str, task_url: str, read_claim: ReadClaim
) -> list[JudgedClaim]:
    data = task["data"]
    document = document_of(data)
    shift = int(data.get("text_start") or 0)
    whole_task = str(data["claim_id"]) if "claim_id" in data else None
    pushed, beside = _pushed(task)
    claims = dict(pushed)  # and those that people added
    spans: dict[str, set[tuple[int, int]]] = defaultdict(set)
    answers: dict[str, list[Answer]] = defaultdict(list)
    for annotation in task.get("annotations") or ():
        asked = _asker(task, annotation, people, task_url)
        if annotation.get("was_cancelled"):
            for claim_id in pushed:
                answers[claim_id].append(Answer(claim_id=claim_id, skipped=True, **asked))
            continue
        regions = _regions(annotation.get("result") or (), shift, len(document.text), whole_task)
        # An annotation carries the prediction that it began from: only what was in that one can have been deleted.
        began = (annotation.get("prediction") or {}).get("result") or ()
        seen = {str(result.get("id")) for result in began if isinstance(result, Mapping)}
        for claim, region in _by_claim(document, pushed, regions, read_claim):
            said = _said(region, claim.claim_id in seen)
            if said is None:
                continue
            added = claim.claim_id not in pushed
            if added:
                claims.setdefault(claim.claim_id, claim)
            if region is not None and region.label == interface.CLAIM:
                marked = said["marked"] = (region.start, region.end)
                said["corrected_span"] = not added and marked != (claim.start, claim.end)
                spans[claim.claim_id].add(marked)
            answers[claim.claim_id].append(Answer(claim_id=claim.claim_id, added=added, **asked, **said))
    return [
        JudgedClaim(
            claim=(claim := _corrected(document, claims[claim_id], spans[claim_id], answers[claim_id], read_claim)),
            document=document,
            lang=str(data.get("lang") or claim.lang),
            context=document.text[claim.context_start : claim.context_end],
            entity_names=beside.get(claim_id, _Beside()).names,
            answers=tuple(answers[claim_id]),
            project=project,
            task_id=int(task["id"]),
            task_url=task_url.format(project=task.get("project"), task=task["id"]),
            model_version=str(data.get("model_version") or ""),
            superseded=bool(data.get("superseded")),
            named=beside.get(claim_id, _Beside()).named,
            related=Related(earlier=beside.get(claim_id, _Beside()).earlier),
        )
        for claim_id in claims
    ]


def _members(task: Mapping[str, Any], judged: Sequence[JudgedClaim]) -> list[JudgedClaim]:
    """The other wordings that a task stands for, each with the answers to its claim."""
    data, found = task["data"], []
    if not data.get("members"):
        return []
    asked = next(claim for claim in judged if claim.claim.claim_id == data["claim_id"])
    for member in data["members"]:
        claim = claim_from_json(member["claim"], f"task {task['id']}")
        document = document_of(member)
        beside = _beside(member["claim"])
        found.append(
            replace(
                asked,
                claim=claim,
                document=document,
                lang=str(member.get("lang") or claim.lang),
                context=document.text[claim.context_start : claim.context_end],
                entity_names=beside.names,
                named=beside.named,
                related=Related(earlier=beside.earlier),
                answers=tuple(
                    # without what was said of the wording on the screen alone: its edges, its reading
                    replace(answer, claim_id=claim.claim_id, doc_id=document.doc_id, **_NOT_OF_THE_SPAN)
                    for answer in asked.answers
                ),
                model_version=str(member.get("model_version") or ""),
                duplicate_of=asked.claim.claim_id,
            )
        )
    return found


def _by_claim(
    document: Document, pushed: Mapping[str, Claim], regions: Mapping[str, _Region], read_claim: ReadClaim
) -> Iterator[tuple[Claim, _Region | None]]:
    """Each pushed claim with one person's region for it, None where there is none; then those that the person added.

    A mark that was deleted and drawn again is the claim that it was.
    """
    added: dict[str, tuple[Claim, _Region]] = {}
    for region_id, region in regions.items():
        if region.label == interface.CLAIM and region_id not in pushed:
            claim = _added(document, region, read_claim)
            added[claim.claim_id] = (claim, region)
    for claim_id, claim in pushed.items():
        _, drawn_again = added.pop(claim_id, (None, None))
        yield claim, regions.get(claim_id, drawn_again)
    yield from added.values()


@dataclass(frozen=True, slots=True)
class _Beside:
    """What a task's data holds of a claim beside the claim."""

    names: tuple[str, ...] = ()
    named: tuple[Entity, ...] = ()
    earlier: Earlier | None = None


def _pushed(task: Mapping[str, Any]) -> tuple[dict[str, Claim], dict[str, _Beside]]:
    """The claims in a task's data, and what lies beside each."""
    claims, beside = {}, {}
    for stored in task["data"].get("claims") or ():
        try:
            claim = claim_from_json(stored, f"task {task['id']}")
        except UsageError as error:
            raise ServerError(
                f"{error}; its data was changed on the server; push its source again to restore it"
            ) from None
        claims[claim.claim_id] = claim
        beside[claim.claim_id] = _beside(stored)
    return claims, beside


def _beside(stored: Mapping[str, Any]) -> _Beside:
    named = tuple(
        Entity(0, 0, str(text), str(label), entity_id=str(entity_id) if entity_id else None)
        for text, label, entity_id in stored.get("named") or ()
    )
    earlier = stored.get("earlier")
    return _Beside(_texts(stored.get("names")), named, _earlier(earlier) if isinstance(earlier, Mapping) else None)


def _earlier(stored: Mapping[str, Any]) -> Earlier:
    said = {name: str(stored[name]) for name in ("by", "date", "url", "relation", "reason") if stored.get(name)}
    claim, verdict = str(stored.get("claim") or ""), str(stored.get("verdict") or "")
    return Earlier(claim, verdict, evidence=_texts(stored.get("evidence")), **said)


def _asker(
    task: Mapping[str, Any], annotation: Mapping[str, Any], people: Mapping[int, str], task_url: str
) -> dict[str, Any]:
    """The fields that all of a person's answers in a task have in common."""
    # Its own task, which may be the copy of this one in another project.
    task_id = int(annotation.get("task") or task["id"])
    user, editor = (_user_id(annotation.get(name)) for name in ("completed_by", "updated_by"))
    return {
        "doc_id": str(task["data"]["doc_id"]),
        "annotator": _person(user, people),
        "edited_by": _person(editor, people) if editor not in (None, user) else None,
        "annotated_at": str(annotation.get("updated_at") or annotation.get("created_at") or ""),
        "task_id": task_id,
        "task_url": task_url.format(project=annotation.get("project") or task.get("project"), task=task_id),
        "annotation_id": int(annotation["id"]),
        "lead_time": annotation.get("lead_time"),
    }


def _user_id(user: Any) -> Any:
    return user.get("id") if isinstance(user, Mapping) else user


def _person(user: Any, people: Mapping[int, str]) -> str:
    return "unknown" if user is None else people.get(int(user), f"user {user}")


def _regions(
    results: Iterable[Mapping[str, Any]], shift: int, length: int, whole_task: str | None
) -> dict[str, _Region]:
    """Results by the id that they share; a claim task's answers, which stand on no span, go to its claim."""
    said: dict[str, dict[str, Any]] = defaultdict(dict)
    for result in results:
        name, value = result.get("from_name"), result.get("value")
        if name not in _CONTROLS or not isinstance(value, Mapping):
            continue
        on_task = whole_task is not None and name != interface.LABEL
        change = said[whole_task if on_task and whole_task else str(result.get("id"))]
        if isinstance(value.get("start"), int) and isinstance(value.get("end"), int) and not on_task:
            start = min(max(value["start"] + shift, 0), length)
            change |= {"start": start, "end": min(max(value["end"] + shift, start), length)}
        if name == interface.LABEL:
            change["label"] = next(iter(_texts(value.get("labels"))), None)
        elif name in (interface.VERDICT, interface.FLAGS):
            change[str(name)] = _texts(value.get("choices"))
        elif name == interface.CONFIDENCE:
            change["confidence"] = value["rating"] if isinstance(value.get("rating"), int) else None
        else:
            change[str(name)] = _texts(value.get("text"))
    regions = {region_id: _Region(**change) for region_id, change in said.items()}
    return {
        region_id: region
        for region_id, region in regions.items()
        if region_id == whole_task or region.end > region.start
    }


def _texts(value: object) -> tuple[str, ...]:
    items = value if isinstance(value, (list, tuple)) else [value]
    return tuple(item for item in items if isinstance(item, str) and item.strip())


def _said(region: _Region | None, shown: bool) -> dict[str, Any] | None:
    """The fields of an answer; None where the person cannot have meant this claim: it was not on the screen."""
    if region is None:
        # Who saw the claim's mark and deleted it has said that it is none.
        return {"verdict": NOT_A_CLAIM} if shown else None
    verdict, problem = None, None
    if region.label not in (None, interface.CLAIM):
        verdict = NOT_A_CLAIM  # relabelled as an entity
    elif not region.verdict:
        problem = NO_VERDICT
    elif len(region.verdict) > 1:
        problem = f"{len(region.verdict)} verdicts at once"
    elif region.verdict[0] not in VERDICT_BY_CODE:
        problem = f"unknown verdict {region.verdict[0][:40]!r}"
    else:
        verdict = region.verdict[0]
    return {
        "verdict": verdict,
        "problem": problem,
        "flags": region.flags,
        "evidence": tuple(item for text in region.evidence for item in _evidence(text)),
        "rationale": "\n".join(region.rationale).strip() or None,
        "corrected": " ".join(region.corrected).strip() or None,
        "reread": " ".join(region.reread).strip() or None,
        "confidence": region.confidence,
    }


def _evidence(text: str) -> list[Evidence]:
    """One entry of the evidence field, `url | quote | date | stance` in any order; each URL is an item of its own."""
    urls: list[str] = []
    date = stance = None
    quotes: list[str] = []
    for part in re.split(r"\s*[|｜]\s*|\n", text):
        rest = _URL.sub(" ", part).strip(" ,，;；.。")
        urls += _URL.findall(part)
        if _DATE.fullmatch(rest) and date is None:
            date = rest
        elif rest.lower() in _STANCES and stance is None:
            stance = rest.lower()
        elif rest:
            quotes.append(rest)
    quote = " | ".join(quotes) or None
    if not urls and quote is None:
        return []
    first = Evidence(url=urls[0] if urls else None, quote=quote, date=date, stance=stance)
    return [first, *(Evidence(url=url, date=date, stance=stance) for url in urls[1:])]


def _added(document: Document, region: _Region, read_claim: ReadClaim) -> Claim:
    claim = read_claim(document, region.start, region.end)
    sentence = document.text[claim.context_start : claim.context_end]
    return replace(claim, claim_id=claim_ids(document.doc_id, [(sentence, claim.text)])[0])


def _corrected(
    document: Document,
    claim: Claim,
    spans: set[tuple[int, int]],
    answers: Iterable[Answer],
    read_claim: ReadClaim,
) -> Claim:
    """The claim with the edges and the figure that people gave it, where they agree on others than ours."""
    claim = _as_marked(document, claim, spans, read_claim)
    given = {answer.reread for answer in answers if answer.reread}
    if len(given) != 1:
        return claim
    words = given.pop()
    read = read_claim(replace(document, text=words), 0, len(words))
    if read.value is None:
        return claim
    unit = read.unit or claim.unit  # who writes "> 6亿" for "= 6 次" leaves the unit as it was
    return replace(claim, comparator=read.comparator, value=read.value, value_max=read.value_max, unit=unit)


def _as_marked(document: Document, claim: Claim, spans: set[tuple[int, int]], read_claim: ReadClaim) -> Claim:
    """The claim within the edges that people gave it, if they agree on others than ours."""
    if len(spans) != 1 or next(iter(spans)) == (claim.start, claim.end):
        return claim
    start, end = next(iter(spans))
    read = read_claim(document, start, end)
    return replace(
        claim,
        start=start,
        end=end,
        text=document.text[start:end],
        context_start=min(read.context_start, start),
        context_end=max(read.context_end, end),
        comparator=read.comparator,
        value=read.value,
        value_max=read.value_max,
        unit=read.unit,
        speaker=read.speaker,
        stance=read.stance,
        normalized=read.normalized,
    )
