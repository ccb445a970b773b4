"""Composer: claims → statements that can be compared; what each has to do with others and with earlier verdicts."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from toolkit.annotate import annotate
from toolkit.claims.match import Link, clusters, links
from toolkit.claims.statement import Name, Statement
from toolkit.memory import Memory, Remembered
from toolkit.model import AnnotatedDocument, Claim, Document, Earlier, Entity, JudgedClaim, Known, Related, Wording
from toolkit.nlp.name_keys import is_known, name_keys

_KINDS = {"GPE": "PLACE", "LOC": "PLACE", "FAC": "PLACE"}
COVERS = 0.9  # how surely two claims say the same where one verdict is to hold for both
_NEAR = 150  # characters before a sentence in which a name still holds for a claim that has none


def statements(annotated: AnnotatedDocument) -> list[Statement]:
    """The claims of a document as they are compared, in reading order."""
    return [_statement(claim, annotated.document, *named(annotated.entities, claim)) for claim in annotated.claims]


def named(entities: Sequence[Entity], claim: Claim) -> tuple[list[Entity], list[Entity]]:
    """The names of a claim's subject, and all its names with those; `claim.entities` are indices into `entities`."""
    inside = [entities[index] for index in claim.entities]
    subject = _of_subject(entities, claim, inside)
    return subject, list(dict.fromkeys((*subject, *inside)))


def of_judged(judged: JudgedClaim) -> Statement:
    """A claim from the server as it is compared."""
    claim = judged.claim
    names = judged.named or tuple(Entity(0, 0, text, "") for text in judged.entity_names)
    subject = [e for e in names if claim.subject and (e.text in claim.subject or claim.subject in e.text)]
    if not subject and names and not any(e.text in claim.text for e in names):
        subject = [names[0]]
    return _statement(claim, judged.document, subject, names)


def of_text(text: str, *, published: str | None = None, doc_id: str = "", models: str = "accurate") -> Statement:
    """A claim that is given as a text of its own; its figure and names are read from the longest claim found in it."""
    annotated = annotate(Document(doc_id, text, published=published), models=models)
    if annotated.claims:
        return max(statements(annotated), key=lambda statement: len(statement.text))
    names = tuple(name for name in map(_name, annotated.entities) if name.keys)
    return Statement("", doc_id, text, "zh" if annotated.lang == "zh" else "en", names=names, published=published)


def known(
    documents: Sequence[AnnotatedDocument],
    memory: Memory,
    *,
    one_per_cluster: bool = False,
    vectors: Path | None = None,
) -> Known:
    """What is known of the claims of documents beyond each: the others, and the memory.

    What claims mean is kept in the file `vectors`.

    With `one_per_cluster` the first claim of a cluster, the one most worth checking, stands for those that say the same
    as it does; those that only say the same as one of these stand for themselves.
    """
    made = [statement for document in documents for statement in statements(document)]
    found = _related(made, links(made, kept=vectors), _earlier(made, memory))
    claims = {claim.claim_id: (document, claim) for document in documents for claim in document.claims}
    members: dict[str, list[tuple[AnnotatedDocument, Claim]]] = {}
    taken: set[str] = set()
    if one_per_cluster:
        for claim_id in sorted(found, key=lambda claim_id: (-claims[claim_id][1].worth, claim_id)):
            others = [w.claim_id for w in found[claim_id].wordings if w.relation == "same" and w.score >= COVERS]
            free = [other for other in others if other not in taken and other not in members]
            if claim_id not in taken and free:
                members[claim_id] = [claims[other] for other in free]
                taken.update(free)
    names = {claim.claim_id: named(document.entities, claim)[1] for document, claim in claims.values()}
    return Known(found, names, members)


def related_judged(judged: Sequence[JudgedClaim], vectors: Path | None = None) -> dict[str, Related]:
    """The same for claims from the server, with the earlier verdicts that their annotators were shown."""
    made = [of_judged(claim) for claim in judged]
    shown = {claim.claim.claim_id: claim.related.earlier for claim in judged if claim.related.earlier}
    return _related(made, links(made, kept=vectors), shown)


def remembered(judged: JudgedClaim, earlier: Earlier) -> Remembered:
    """A verdict of ours for the memory."""
    return Remembered(earlier, of_judged(judged))


def _related(made: Sequence[Statement], found: Iterable[Link], earlier: Mapping[str, Earlier]) -> dict[str, Related]:
    found = list(found)
    cluster = clusters(made, found)
    by_id = {statement.claim_id: statement for statement in made}
    wordings: dict[str, list[Wording]] = defaultdict(list)
    for link in found:
        for own, other in ((link.a, link.b), (link.b, link.a)):
            there = by_id[other]
            wordings[own].append(Wording(other, there.doc_id, there.text, link.relation, link.score, link.reason))
    return {
        claim_id: Related(
            cluster_id=cluster.get(claim_id),
            wordings=tuple(sorted(wordings[claim_id], key=lambda w: (_ORDER[w.relation], -w.score))),
            earlier=earlier.get(claim_id),
        )
        for claim_id in dict.fromkeys((*wordings, *earlier))
    }


_ORDER = {"contradiction": 0, "same": 1, "update": 2}


def _earlier(made: Sequence[Statement], memory: Memory) -> dict[str, Earlier]:
    best = ((statement.claim_id, memory.search(statement)) for statement in made)
    return {claim_id: hits[0][1] for claim_id, hits in best if hits}


def _statement(
    claim: Claim,
    document: Document,
    subject: Sequence[Entity],
    names: Sequence[Entity],
) -> Statement:
    return Statement(
        claim_id=claim.claim_id,
        doc_id=document.doc_id,
        text=claim.text,
        lang=claim.lang,
        subject=claim.subject,
        measure=claim.measure,
        names=tuple(name for name in dict.fromkeys(map(_name, names)) if name.keys),
        subject_names=tuple(name for name in dict.fromkeys(map(_name, subject)) if name.keys),
        comparator=claim.comparator,
        value=claim.value,
        value_max=claim.value_max,
        unit=claim.unit,
        period=claim.period,
        published=document.published,
        stance=claim.stance,
        sentence=document.text[claim.context_start : claim.context_end] or None,
    )


def _name(entity: Entity) -> Name:
    full = (entity.entity_id or "").partition(":")[2]
    keys = name_keys(entity.text) | (name_keys(full) if full else frozenset())
    return Name(entity.text, _KINDS.get(entity.label, entity.label), keys, is_known(keys))


def _of_subject(entities: Sequence[Entity], claim: Claim, inside: Sequence[Entity]) -> list[Entity]:
    """The names in the words of the subject; for a claim without names, the one that the text named last before it."""
    subject = claim.subject or ""
    if subject and subject not in claim.text:
        before = [e for e in entities if e.start < claim.end and (e.text in subject or subject in e.text)]
        if before:
            return [before[-1]]
    if own := [e for e in inside if e.text in subject]:
        return own
    if inside:
        return []
    last = bisect_left([e.start for e in entities], claim.start)
    return [e for e in entities[max(0, last - 1) : last] if e.start >= claim.context_start - _NEAR]
