"""What each annotator did: agreement with the decisions, speed, corrections to the machine's marks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from toolkit.model import Answer, Marking, VerifiedClaim
from toolkit.verdicts import marks
from toolkit.verdicts.evaluation import fates


@dataclass(frozen=True, slots=True)
class Annotator:
    """One person's work, by the latest answer to each claim.

    `counted` answers are votes; `skipped` and `unusable` (empty, invalid) are none. Of `compared` claims, which
    somebody else answered too or an adjudicator ruled on, and which are decided, `agreed` have this person's verdict.
    `seconds` is the median over tasks of the time spent a claim, None where the server knows none. `moved` to `added`
    count what the person did to the machine's marks. `without_evidence` verdicts lack what their code needs.
    """

    annotator: str
    counted: int = 0
    skipped: int = 0
    unusable: int = 0
    compared: int = 0
    agreed: int = 0
    seconds: float | None = None
    moved: int = 0
    relabelled: int = 0
    dismissed: int = 0
    added: int = 0
    without_evidence: int = 0

    @property
    def agreement(self) -> float | None:
        """Share of the compared claims with this person's verdict; None where nothing is compared."""
        return self.agreed / self.compared if self.compared else None


def annotators(claims: Sequence[VerifiedClaim], markings: Iterable[Marking] = ()) -> list[Annotator]:
    """Everybody who answered, by name. An adjudicator's rulings are no answers; other wordings count once."""
    asked = [claim for claim in claims if not claim.judged.duplicate_of]
    tallies: dict[str, Counter[str]] = defaultdict(Counter)
    by_annotation: dict[tuple[str, int], list[Answer]] = defaultdict(list)
    for claim in asked:
        decided = claim.decision.decided_by is not None and (len(claim.votes) > 1 or claim.ruling is not None)
        for answer in claim.judged.answers:
            if answer.adjudication:
                continue
            tally = tallies[answer.annotator]
            tally[answer.state if answer.state in ("counted", "skipped") else "unusable"] += 1
            if answer.state == "counted":
                by_annotation[answer.annotator, answer.annotation_id].append(answer)
                tally["without_evidence"] += answer.verdict in claim.scale.needs_evidence and not answer.evidence
                tally["compared"] += decided
                tally["agreed"] += decided and answer.verdict == claim.decision.verdict
    for marking in marks.latest(markings):
        if marking.proposed is not None:
            did = Counter[str](fate.outcome for fate in fates(marking))
            tallies[marking.annotator].update({name: did[name] for name in _CORRECTIONS})
    times: dict[str, list[float]] = defaultdict(list)
    for (person, _), answers in by_annotation.items():
        if answers[0].lead_time is not None:
            times[person].append(answers[0].lead_time / len(answers))
    return [
        Annotator(person, **tally, seconds=round(median(times[person]), 1) if times[person] else None)
        for person, tally in sorted(tallies.items())
    ]


_CORRECTIONS = ("moved", "relabelled", "dismissed", "added")
