"""Answers → one decision a claim.

Only the latest answer of each annotator counts. An answer with a problem, without a verdict or from a skipped task is
no vote. People who differ are never outvoted silently: a majority decides only when all the others stand one step away
on the scale. An adjudicator's verdict decides over all of them, whatever is answered later.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from decimal import ROUND_HALF_UP, Decimal
from itertools import combinations

from toolkit.model import (
    DEFAULT_SCALE,
    NOT_A_CLAIM,
    Answer,
    Claim,
    Decision,
    JudgedClaim,
    Quantity,
    Scale,
    VerifiedClaim,
)

ParseAmount = Callable[[str, str], Quantity | None]
"""(text, language) → the amount written there, or None."""

STATUSES = ("decided", "undecided", "not_a_claim", "skipped", "waiting")
ANSWER_STATES = ("counted", "skipped", "empty", "invalid")


def latest_answers(answers: Iterable[Answer]) -> tuple[Answer, ...]:
    """The latest answer of each annotator, oldest first (by `annotated_at`, then `annotation_id`).

    Who both annotated and adjudicated a claim has answered twice. An adjudicator who has ruled and then skips, or
    leaves the verdict away, has not taken the ruling back.
    """
    latest: dict[tuple[str, bool], Answer] = {}
    for answer in sorted(answers, key=_age):
        key = answer.annotator, answer.adjudication
        before = latest.get(key)
        if before is None or not answer.adjudication or answer.state == "counted" or before.state != "counted":
            latest[key] = answer
    return tuple(sorted(latest.values(), key=_age))


def votes(answers: Iterable[Answer]) -> dict[str, str]:
    """Annotator → verdict code, for the answers that count; one unit for `agreement`."""
    latest = latest_answers(answer for answer in answers if not answer.adjudication)
    return {answer.annotator: answer.verdict for answer in _counting(latest) if answer.verdict}


def decide(answers: Sequence[Answer], *, annotators: int = 1, scale: Scale = DEFAULT_SCALE) -> Decision:
    """The one outcome of a claim that `annotators` people are to judge.

    Someone who skipped is not waited for; a claim that part of the people skipped and too few judged is undecided. The
    latest ruling of an adjudicator goes before everything. Raises ValueError where `annotators` is below 1.
    """
    if annotators < 1:
        raise ValueError(f"annotators is {annotators}; expected 1 or more")
    latest = latest_answers(answers)
    rulings = [answer.verdict for answer in _counting(latest) if answer.adjudication]
    if rulings:
        return Decision("not_a_claim" if rulings[-1] == NOT_A_CLAIM else "decided", rulings[-1], "adjudicator")
    latest = tuple(answer for answer in latest if not answer.adjudication)
    skipped = sum(answer.skipped for answer in latest)
    if latest and skipped == len(latest):
        return Decision("skipped", reason="skipped by everyone")
    codes = [answer.verdict for answer in _counting(latest) if answer.verdict]
    if len(codes) + skipped < annotators:
        return Decision("waiting", reason=_shortfall(latest, annotators))
    if len(codes) < annotators:
        return Decision("undecided", reason=_shortfall(latest, annotators))
    verdict = _winner(codes, scale)
    if verdict is None:
        return Decision("undecided", reason=f"{len(codes)} annotators differ: {_tally(codes, scale)}")
    return Decision(
        "not_a_claim" if verdict == NOT_A_CLAIM else "decided",
        verdict,
        "majority" if len(set(codes)) > 1 else "unanimous" if len(codes) > 1 else "single",
    )


def counts(decisions: Iterable[Decision]) -> dict[str, int]:
    """How many decisions have each status, all five named, and their `total`."""
    tally = Counter[str](decision.status for decision in decisions)
    return {**{status: tally[status] for status in STATUSES}, "total": tally.total()}


def answer_counts(judged: Iterable[JudgedClaim]) -> dict[str, int]:
    """How many answers there are (`total`), and what became of each: it is in exactly one of the others.

    `replaced` ones were followed by another of the same person; `adjudicated` are an adjudicator's rulings. What was
    said of a claim that another's task stands for is counted there alone.
    """
    tally = Counter[str]()
    for claim in judged:
        if claim.duplicate_of:
            continue
        latest = latest_answers(claim.answers)
        tally["replaced"] += len(claim.answers) - len(latest)
        tally.update("adjudicated" if a.adjudication and a.state == "counted" else a.state for a in latest)
    return {**{state: tally[state] for state in (*ANSWER_STATES, "replaced", "adjudicated")}, "total": tally.total()}


def answer_remarks(judged: Iterable[JudgedClaim], scale: Scale = DEFAULT_SCALE) -> dict[str, int]:
    """How many of the latest answers an editor should know something of, each claim's own.

    `edited` were changed by somebody else, `carried` were given on an earlier version of the text, and
    `stale_corrections` hold a corrected value under a verdict that leaves none: Label Studio keeps what it hides.
    """
    tally = Counter[str]()
    for claim in judged:
        for answer in () if claim.duplicate_of else latest_answers(claim.answers):
            tally["edited"] += answer.edited_by is not None
            tally["carried"] += answer.carried
            tally["stale_corrections"] += bool(
                answer.corrected and answer.verdict and answer.verdict not in scale.correctable
            )
    return {name: tally[name] for name in ("edited", "carried", "stale_corrections")}


def uncounted(judged: Iterable[JudgedClaim]) -> list[Answer]:
    """The latest answers that say nothing: skipped, empty, invalid; each claim's own."""
    return [
        answer
        for claim in judged
        if not claim.duplicate_of
        for answer in latest_answers(claim.answers)
        if answer.state != "counted"
    ]


def decided_claims(
    judged: Iterable[JudgedClaim],
    *,
    annotators: int = 1,
    parse_amount: ParseAmount,
    scale: Scale = DEFAULT_SCALE,
) -> list[VerifiedClaim]:
    """Every judged claim with its decision, decided or not, in the order given.

    `answers` of each then holds the latest answer of each annotator and no older one, oldest first. `corrected_value`
    is what the latest of the deciding annotators typed that `parse_amount` can read; a range gives none.
    """
    return [_verified(claim, annotators, parse_amount, scale) for claim in judged]


def disagreement(claim: VerifiedClaim) -> float:
    """How far its votes are apart, 0 to 1: the mean over pairs, where the ends of the scale are 1 apart.

    An answer off the scale is 1 apart from every other one.
    """
    steps = {verdict.code: verdict.step or 0 for verdict in claim.scale.steps}
    width = max(steps.values()) - min(steps.values())
    apart = [
        0.0 if a == b else abs(steps[a] - steps[b]) / width if a in steps and b in steps else 1.0
        for a, b in combinations([answer.verdict or "" for answer in claim.votes], 2)
    ]
    return sum(apart) / len(apart) if apart else 0.0


def delta_pct(claim: Claim, corrected: Quantity) -> Decimal | None:
    """(claimed − corrected) / |corrected| × 100, to two decimals.

    None where either is a range or no number, where the units differ (a corrected value without unit takes the
    claim's), and where the corrected value is 0.
    """
    claimed, actual = claim.value, corrected.value
    if claimed is None or actual is None or claim.value_max is not None or corrected.value_max is not None:
        return None
    if corrected.unit not in (None, claim.unit) or not actual:
        return None
    try:
        return ((claimed - actual) / abs(actual) * 100).quantize(Decimal("0.01"), ROUND_HALF_UP)
    except ArithmeticError:  # more digits than decimal arithmetic carries: no percentage anyone could read
        return None


def _age(answer: Answer) -> tuple[datetime, int]:
    """Sorts answers by time. Text would not do: "…:00.5Z" sorts before "…:00Z"."""
    try:
        moment = datetime.fromisoformat(answer.annotated_at)
    except ValueError:
        moment = datetime.min
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)), answer.annotation_id


def _counting(answers: Iterable[Answer]) -> list[Answer]:
    return [answer for answer in answers if answer.verdict and not answer.problem and not answer.skipped]


def _winner(codes: Sequence[str], scale: Scale) -> str | None:
    """The code that decides, or None; `codes` has at least one."""
    (first, votes_for), *others = Counter(codes).most_common()
    if not others:
        return first
    near = all(_one_step(first, code, scale) for code, _ in others)
    return first if near and len(codes) > 2 and votes_for * 2 > len(codes) else None


def _one_step(a: str, b: str, scale: Scale) -> bool:
    """Whether the two are neighbours on the scale."""
    order = [verdict.code for verdict in scale.steps]
    return a in order and b in order and abs(order.index(a) - order.index(b)) == 1


def _tally(codes: Sequence[str], scale: Scale) -> str:
    """supported, refuted, or with more people: supported ×2, refuted. In the scale's order."""
    order = scale.codes
    tally = sorted(Counter(codes).items(), key=lambda item: order.index(item[0]) if item[0] in order else len(order))
    return ", ".join(code if count == 1 else f"{code} ×{count}" for code, count in tally)


def _shortfall(latest: Sequence[Answer], annotators: int) -> str:
    """Why there are fewer votes than `annotators`."""
    answered = [answer for answer in latest if not answer.skipped]
    without = [answer for answer in answered if not answer.verdict]
    unusable = {answer.problem: None for answer in answered if answer.verdict and answer.problem}
    skipped, missing = len(latest) - len(answered), annotators - len(latest)
    parts = []
    if without:
        parts.append("answer without a verdict" if len(without) == 1 else f"{len(without)} answers without a verdict")
    if unusable:
        parts.append(f"answer does not count: {', '.join(map(str, unusable))}")
    if skipped:
        parts.append(f"skipped by {skipped} of {len(latest)} annotators")
    if missing > 0:
        parts.append(f"waits for {missing} more annotator{'s' if missing > 1 else ''}")
    return "; ".join(parts)


def _verified(judged: JudgedClaim, annotators: int, parse_amount: ParseAmount, scale: Scale) -> VerifiedClaim:
    latest = latest_answers(judged.answers)
    if len(latest) < len(judged.answers):
        judged = replace(judged, answers=latest)
    decision = decide(latest, annotators=annotators, scale=scale)
    if judged.duplicate_of and decision.decided_by:
        decision = replace(decision, decided_by="cluster")
    verified = VerifiedClaim(judged, decision, scale=scale)
    corrected = _corrected(verified, parse_amount)
    if corrected is None or corrected.value_max is not None:
        return verified
    return replace(verified, corrected_value=corrected.value, delta_pct=delta_pct(judged.claim, corrected))


def _corrected(claim: VerifiedClaim, parse_amount: ParseAmount) -> Quantity | None:
    """What the last of the deciding people typed; under other verdicts it is left over from an earlier answer."""
    if claim.decision.verdict not in claim.scale.correctable:
        return None
    for answer in reversed(claim.deciding):
        if answer.corrected:
            amount = parse_amount(answer.corrected, claim.judged.claim.lang)
            if amount is not None and amount.value is not None:
                return amount
    return None
