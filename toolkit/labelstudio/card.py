"""What an annotator reads beside a claim, in English and Chinese: the same rows in both layouts. Pure."""

from __future__ import annotations

from decimal import Decimal

from toolkit.model import VERDICT_BY_CODE, Claim, Earlier, Known, Related, plain

FEW = 3
"""Other wordings on the screen."""

DIGITS = 4

STANCES = {"alleged": "alleged / 指控", "denied": "denied / 被否认", "unverified": "unverified / 未经证实"}
RELATIONS = {
    "same": "also said / 他处同说",
    "contradiction": "contradicted / 与他处矛盾",
    "update": "another time / 不同时间",
}
TYPES = {
    "statistical": "数字",
    "comparison": "比较",
    "interval": "区间",
    "temporal": "时间",
    "rank": "名次",
    "statement": "陈述",
}
# Why a claim is worth checking, or not, in Chinese.
REASONS = {
    "has a figure": "有数字",
    "ranks something": "有名次",
    "reports an act": "有行为",
    "only a date": "仅有日期",
    "names a measure": "有指标",
    "names who": "有主体",
    "says when": "有时间",
    "holds a name": "有名称",
    "superlative": "最高级",
    "comparison": "比较",
    "about money": "涉及金钱",
    "about health": "涉及健康",
    "about crime": "涉及犯罪",
    "about law": "涉及法律",
    "about military": "涉及军事",
    "attributed to a third party": "转述第三方",
    "small count": "数目小",
    "fragment": "残句",
    "leans on another clause": "依赖上下文",
    "pronoun": "代词",
    "supposition": "假设",
    "prediction": "预测",
    "opinion": "观点",
    "question": "提问",
    "advice": "建议",
    "marked by an annotator": "人工标出",
}


def rows(claim: Claim, known: Known | None = None) -> dict[str, str]:
    """What is known of a claim, row by row; what there is nothing to say of has no row."""
    known = known or Known()
    related = known.related.get(claim.claim_id)
    members = [f"“{member.text}” ({other.document.doc_id})" for other, member in known.members.get(claim.claim_id, ())]
    others = [line for line in elsewhere(related) if not any(line.endswith(member) for member in members)]
    found = {
        "In short / 简述": claim.normalized if claim.normalized and claim.normalized != claim.text else "",
        "Attribution / 出处": attributed(claim),
        "Reading / 读作": reading(claim),
        "Judged with it / 一并判断": " · ".join(members),
        "Checked before / 曾核查": checked_before(related.earlier if related else None),
        "Elsewhere / 他处": " · ".join(others[:FEW]),
        "Type / 类型": _both(claim.types, TYPES),
        "Worth / 核查价值": f"{claim.worth:.2f}: {_both(claim.reasons, REASONS)}".rstrip(": "),
    }
    return {name: value for name, value in found.items() if value}


def note(claim: Claim, known: Known | None = None) -> str:
    """The rows in one text, for the panel beside a region."""
    return "\n".join(f"{name}: {value}" for name, value in rows(claim, known).items())


def reading(claim: Claim) -> str:
    """What was read from a claim's words, in one line: "> 600,000,000 次 · 下载量 · Qwen · 2025-11"."""
    amount = None
    if claim.value is not None:
        amount = _grouped(claim.value) + (f" – {_grouped(claim.value_max)}" if claim.value_max is not None else "")
        amount = " ".join(part for part in (claim.comparator or "=", amount, claim.unit) if part)
    return " · ".join(part for part in (amount, claim.measure, claim.subject, claim.period) if part)


def attributed(claim: Claim) -> str:
    """Who says it and how the text passes it on; empty where the author asserts it."""
    said = f"said by {claim.speaker} / 出自{claim.speaker}" if claim.speaker else ""
    return " · ".join(part for part in (said, STANCES.get(claim.stance)) if part)


def checked_before(earlier: Earlier | None) -> str:
    """The verdict on it before; empty where there is none."""
    if earlier is None:
        return ""
    verdict = VERDICT_BY_CODE.get(earlier.verdict)
    said = f"{verdict.en} / {verdict.zh}" if verdict else earlier.verdict
    other = "" if earlier.relation in (None, "same") else f"({RELATIONS[earlier.relation]}) "
    parts = (f"{other}{said}", earlier.date, earlier.by, f"“{earlier.claim}”", earlier.url)
    return ", ".join(part for part in parts if part)


def elsewhere(related: Related | None) -> list[str]:
    """What other documents say of it, those that contradict it first."""
    if related is None:
        return []
    return [f"{RELATIONS[w.relation]}: “{w.text}” ({w.doc_id})" for w in related.wordings]


def _both(words: tuple[str, ...], chinese: dict[str, str]) -> str:
    zh = "、".join(chinese.get(word, word) for word in words)
    return f"{', '.join(words)} / {zh}" if words else ""


def _grouped(value: Decimal) -> str:
    """With commas by the thousand, and no more than DIGITS behind the point."""
    whole, point, rest = plain(round(value, DIGITS)).partition(".")
    return f"{int(whole):,}{point}{rest}" if abs(value) >= 1 else f"{whole}{point}{rest}"
