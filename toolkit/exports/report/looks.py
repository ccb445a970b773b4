"""How verdicts appear: the looks of a scale, and the shares that they have of some claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from toolkit.exports.report.clean import field, flat
from toolkit.exports.report.page import Look, Slice
from toolkit.exports.report.words import STATUSES
from toolkit.model import VerdictCode, VerifiedClaim

Looks = Mapping[str, Look]


def looks_of(scale: Sequence[VerdictCode]) -> dict[str, Look]:
    """Each code's look: any ordered scale is spread over the five colours, from its lowest step to its highest."""
    steps = [code.step for code in scale if code.step is not None]
    low, high = min(steps, default=0), max(steps, default=0)
    looks = {}
    for code in scale:
        if code.step is None:
            looks[code.code] = Look(code.code, "u" if code.code == "unproven" else "n", code.en, code.zh)
        else:
            height = (code.step - low) / (high - low) if high > low else 1.0
            looks[code.code] = Look(code.code, f"s{1 + round(4 * height)}", code.en, code.zh, 1 - height)
    return looks


def look_of(claim: VerifiedClaim, looks: Looks) -> Look:
    """The look of the claim's verdict, or of the state that it is in without one."""
    status = claim.decision.status
    if status != "decided":
        return Look(status, "o", *STATUSES[status][:2])
    return verdict_look(claim.decision.verdict, looks)


def verdict_look(code: str | None, looks: Looks) -> Look:
    """The look of a code, which may be on no scale."""
    name = flat(field(code)) or "?"
    return looks.get(code or "") or Look(name, "n", name, name)


def shares(found: Iterable[Look], looks: Looks) -> tuple[Slice, ...]:
    """One slice a look that occurs, in the scale's order; together they are 100 per cent."""
    tally = Counter(found)
    total, done, slices = tally.total(), 0, []
    for look in in_scale_order(tally, looks):
        slices.append(Slice(look, tally[look], round(100 * done / total, 3), round(100 * tally[look] / total, 3)))
        done += tally[look]
    return tuple(slices)


def in_scale_order(found: Collection[Look], looks: Looks) -> tuple[Look, ...]:
    """The scale's own looks from true to false, then those that are not on it, by name."""
    off_scale = sorted((look for look in found if look.code not in looks), key=lambda look: look.code)
    return (*(look for look in looks.values() if look in found), *off_scale)
