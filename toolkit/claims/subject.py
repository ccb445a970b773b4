"""Whom or what a claim is about: the noun phrase of its clause, in words of its own, or carried over."""

from __future__ import annotations

import re

from toolkit.claims.pieces import Page, Piece, names
from toolkit.claims.reading import opening_of, reading_of
from toolkit.model import Entity, Segment

ACTORS = frozenset({"PERSON", "ORG", "GPE", "NORP", "PRODUCT", "LAW", "EVENT"})
_PERSON = re.compile(r"(?:[他她](?!们)|s?he\b)", re.IGNORECASE)
_FIRM = re.compile(
    r"(?:该|这家|本)?(?:公司|集团|企业|银行|行)$|the\s+(?:company|firm|bank|group|carmaker|airline)$", re.IGNORECASE
)
_STANDS_FOR = re.compile(r"(?:[它其这]|它们|他们|她们|两者|后者|it|they|which|who|that|this)$", re.IGNORECASE)
_NAMES_NONE = re.compile(r"which|who|that|this|[其这]", re.IGNORECASE)
_WHO = re.compile(r"(?:who|whose|which|of whom|of which)\b")
_SPEAKS = re.compile(r"(?P<who>[^，。；：:“”、]{2,20}?)(?:称|表示|说)[，：:“]*$")
_SAID = re.compile(
    r"(?:称|表示|说|透露|指出|显示)|\b(?:says?|said|claims?|claimed|alleges?|alleged|suggests?|reported|found|that)\b",
    re.IGNORECASE,
)
_BELONGS = re.compile(
    r"\b(?:is|was|are|were|been)\s+(?=[A-Z][\w.-]*(?:['’]s)?$)|属于|归(?!功|因|还)|\b(?:belongs?\s+to|(?:held|owned)\s+by)\s+(?:the\s+)?"
)
_FOREMOST = re.compile(r"最|第一|\b(?:[a-z]+est|most)\b")
_FRAMES = re.compile(r"(?:[A-Z][a-z]+(?:ed|ing)|Built|Made|Born|Held|Sold|Set|Put)\s+(?![A-Z])(?:\w+ly\s+)?(?=[a-z])")
# Everywhere and numbers have no figures of their own; who puts it third is not whom that is said of.
_NOBODY = re.compile(
    r"全球|全世界|世界|国际|海外|境外|(?:one|two|three|four|five|six|seven|eight|nine|ten|top)", re.IGNORECASE
)
_PUTS_IT = re.compile(
    r"\b(?:puts?|rank(?:s|ed)|plac(?:es|ed)|lists?|listed)\s+it\b|[把将][它其](?=排|列|放|定)", re.IGNORECASE
)
_MADE = re.compile(r"[\u3400-\u9fff]{1,6}的")
_FAR_BACK = 300  # characters


def subject_of(page: Page, segment: Segment, piece: Piece, carried: str | None, measure: str | None) -> str | None:
    """Whom or what the claim is about: whose figure or act it is.

    The noun phrase of the clause; a pronoun gives way to whom it stands for; a clause without a holder takes that of
    the clause before (`carried`), and last of all what it measures.
    """
    owner = _owner(page, piece)
    if owner:
        return owner
    reading = reading_of(page, piece)
    own = _whole(page, piece, reading.subject) if reading.subject else None
    if own is not None and (_NOBODY.fullmatch(own) or _PUTS_IT.search(page.text, piece.start, piece.end)):
        own = None
    if own is not None:
        own = _made_by(page, piece, own.removeprefix("其") if len(own) > 2 else own)
    if _FRAMES.match(page.text, piece.start, piece.end) and page.text[piece.end : piece.end + 1] == ",":
        end = next((i for i in range(piece.end, segment.end) if page.text[i] in ";；"), segment.end)
        ahead = reading_of(page, Piece(piece.end + 1, end, ()))  # Founded by two brothers|, the bank …
        own = ahead.subject or own
    if own is None:
        return _holder(page, segment, piece, carried) or (measure if reading.noun or reading.verb is None else None)
    if _PERSON.fullmatch(own):
        persons = [e.text for e in _names_before(page, piece.start) if e.label == "PERSON"]
        return carried if carried in persons else (persons[-1] if persons else carried or own)
    if _FIRM.fullmatch(own):
        firms = [e.text for e in _names_before(page, piece.start) if e.label == "ORG"]
        return carried if carried in firms else (firms[-1] if firms else own)
    if own in ("后者", "the latter"):
        latest = [e for e in names(page, segment.start, piece.start) if e.label in ACTORS]
        return latest[-1].text if latest else carried
    if _STANDS_FOR.fullmatch(own):
        return _holder(page, segment, piece, carried) or (own if _NAMES_NONE.fullmatch(own) is None else None)
    return own


def _holder(page: Page, segment: Segment, piece: Piece, carried: str | None) -> str | None:
    """The subject that goes on from before: of the same sentence rather than of the one before."""
    start = max(segment.start, *(page.text.rfind(mark, segment.start, piece.start) + 1 for mark in ";；"))
    earlier = page.text[start : piece.start]
    opening = opening_of(page, start, piece.start) if earlier.strip(" “”\"'‘’") else None
    speaker = _SPEAKS.search(earlier) if not piece.figures else None
    if speaker:  # the minister said he …; 发言人称尚未接到通知
        named = names(page, segment.start + speaker.start("who"), piece.start)
        return named[-1].text if named else speaker["who"]
    if carried and (carried in earlier or (opening and _is_pronoun(opening))):
        return carried
    if opening and _WHO.match(page.text, piece.start):
        return opening
    named = [e for e in names(page, start, piece.start) if e.label in ACTORS]
    if named:
        return named[0].text
    if _SAID.search(earlier):
        return carried  # whoever says it need not be the one that it is said of
    return opening if opening and not _is_pronoun(opening) and not _NOBODY.fullmatch(opening) else carried


def _made_by(page: Page, piece: Piece, own: str) -> str:
    """What somebody made, rather than who made it: 阿里巴巴开放的|Qwen."""
    end = page.text.find(own, piece.start, piece.end) + len(own)
    made = [e for e in names(page, end, piece.end) if _MADE.fullmatch(page.text, end, e.start)]
    return made[0].text if made else own


def _is_pronoun(words: str) -> bool:
    return bool(_STANDS_FOR.fullmatch(words) or _PERSON.fullmatch(words))


def _whole(page: Page, piece: Piece, words: str) -> str:
    """The words with the whole of each name that they cut: 英伟达首席 → 英伟达首席执行官."""
    start = page.text.find(words, piece.start, piece.end)
    if start < 0:
        return words
    end = start + len(words)
    cut = [e for e in names(page, piece.start, piece.end) if e.label in ACTORS and e.start < end and start < e.end]
    return page.text[min([start, *(e.start for e in cut)]) : max([end, *(e.end for e in cut)])]


def _owner(page: Page, piece: Piece) -> str | None:
    """The name behind the figure that has it: seven of the top ten places belong to |Qwen."""
    match = (
        _BELONGS.search(page.text, piece.start, piece.end)
        if piece.figures or _FOREMOST.search(page.text, piece.start, piece.end)
        else None
    )
    named = [e for e in names(page, match.end(), piece.end) if e.start == match.end()] if match else []
    return re.sub("['’]s$", "", named[0].text) if named else None


def _names_before(page: Page, position: int) -> list[Entity]:
    """The names shortly before `position`, in the same paragraph."""
    start = max(0, position - _FAR_BACK, page.text.rfind("\n", 0, position))
    return names(page, start, position)


def topic(page: Page, segment: Segment) -> str | None:
    """The name that a sentence without a claim hands on: its first."""
    return next((e.text for e in names(page, segment.start, segment.end) if e.label in ACTORS), None)
