"""A clause with what its parse says: who does what its verb says, and how its figure hangs on that verb.

A subject that stands outside the clause is put before it: revenue rose 8%, |revenue rose| to $3bn.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from toolkit.claims.phrases import Clause, Hold, joined, masked
from toolkit.claims.pieces import Page, Piece, within

_NO_HEADS = frozenset({"CD", "WDT", "WP"})
# Clauses inside a noun phrase: what they say tells who or what is meant, and is seldom the point.
_NESTED = frozenset({"relcl", "acl", "pcomp"})
_MOVING = frozenset({"to", "by", "at", "from", "above", "below", "past", "towards", "under", "over"})
_SAYS_NOTHING = re.compile(r"be|is|are|was|were|been|being|has|have|had|do|did|become|became|went|gone|come|came", re.I)
_NEAR = 3  # words between a figure and the adjective that it measures


def with_parse(page: Page, piece: Piece, clause: Clause) -> Clause:
    """`clause`, the words of `piece`, with its subject and the hold of its figure, as far as the parse tells."""
    tree, words = page.tree, page.tree.words
    inside = within(words, piece.start, piece.end)
    if not inside or clause.is_chinese:
        return clause
    figure = clause.figure
    group = [i for i in inside if figure and figure.start < words[i].end and words[i].start < figure.end]
    verb = tree.verb(inside, group)
    if verb is None:
        return clause
    if group:
        clause = replace(clause, hold=_hold(page, verb, group, piece.start))
    head = _subject(page, piece, inside, verb)
    if head is None or head in group or words[head].tag in _NO_HEADS or _is_doubtful(page, inside[0], head):
        return clause
    start, end = tree.phrase(head)
    if (figure and start < figure.end and figure.start < end) or page.text[end : end + 1] == ":":
        return clause
    if piece.start <= start and end <= piece.end and start <= words[verb].start:
        return replace(clause, subject=(start - piece.start, end - piece.start))
    return _led(page, piece, clause, (start, end), verb) if start < piece.start else clause


def _subject(page: Page, piece: Piece, inside: Sequence[int], verb: int) -> int | None:
    """The head of the subject: of the clause's highest verb, where the figure's verb has none or tells no more."""
    tree, words = page.tree, page.tree.words
    head = tree.subject(verb)
    if head is None or words[head].start < piece.start:
        return head
    nested = words[verb].dep in _NESTED or words[words[verb].head].dep == "prep"
    top = tree.top(inside)
    if not (nested or words[head].tag == "PRP") or not tree.is_verb(top):
        return head  # they left |after it had burnt 300 hectares: who left is told
    other = tree.subject(top)
    return other if other is not None and words[other].start >= piece.start else head


def _is_doubtful(page: Page, first: int, head: int) -> bool:
    """Whether what ", which" adds to may be another noun than the parse says, or the whole clause before it."""
    words = page.tree.words
    is_aside = _text(page, first) in ("which", "who") and page.text[: words[first].start].endswith(", ")
    return is_aside and head < first and words[head].dep not in ("nsubj", "nsubjpass")


def _led(page: Page, piece: Piece, clause: Clause, subject: tuple[int, int], verb: int) -> Clause:
    """`clause` behind its subject, which stands before it, and its verb where that does too; "which" goes."""
    words, figure = page.tree.words, clause.figure
    inside = within(words, piece.start, piece.end)
    start = words[inside[0]].end if words[inside[0]].tag in ("WDT", "WP") else piece.start
    if figure and figure.start < start:
        return clause
    rest = masked(page, start, piece.end, piece.figures[:1])
    if figure:
        rest = replace(rest, figure=figure, at=(figure.start - start, figure.end - start))
    if verb not in inside:
        rest = joined(masked(page, words[verb].start, words[verb].end), rest)
    whole = joined(masked(page, *subject), rest)
    return replace(whole, subject=(0, subject[1] - subject[0]), hold=clause.hold)


def _hold(page: Page, verb: int, group: Sequence[int], start: int) -> Hold:
    """How the figure of the words `group` hangs on `verb`, in a clause that begins at `start`."""
    tree, words = page.tree, page.tree.words
    path = [tree.top(group)]  # from the figure up to its verb
    while path[-1] != verb:
        path.append(words[path[-1]].head)
    between = path[1:-1]
    last = words[path[-2]] if len(path) > 1 else words[verb]
    thing = tree.child(verb, "dobj")
    is_figure_verb = verb in group  # doubled
    is_free = thing is None or thing in path
    leads = _leads(page, between)
    inside = words[verb].start >= start
    named = thing is not None and thing not in group and words[thing].tag.startswith("NN")
    told = is_figure_verb or (not is_free and ((leads and len(between) == 1) or not inside))
    receiver = tree.child(verb, "dative", "dobj")
    return Hold(
        verb=_verb_text(page, verb) if inside else None,
        thing=_core(page, thing) if thing is not None and named and told else None,
        quality=_quality(page, verb, path),
        is_moved=is_free and (leads or (not between and last.dep == "npadvmod")),
        is_second=receiver is not None
        and receiver not in path
        and receiver + 1 == min(group)
        and words[receiver + 1].tag not in ("IN", "TO", "RB"),
    )


def _leads(page: Page, between: Sequence[int]) -> bool:
    """Whether a verb comes to its figure by a preposition: settled at $84, climbed back to 94%."""
    words = page.tree.words
    if not between or len(between) > 2 or words[between[0]].dep != "prep":
        return False
    return _text(page, between[0]).lower() in _MOVING and all(words[i].dep in ("advmod", "prt") for i in between[1:])


def _quality(page: Page, verb: int, path: Sequence[int]) -> str | None:
    """The adjective that a figure measures: 31% less |likely; but prices that are 4% higher."""
    words = page.tree.words
    found = next((i for i in path[1:-1] if words[i].dep == "acomp"), None)
    if len(path) == 2 and words[path[0]].dep == "npadvmod":
        after = page.tree.child(verb, "acomp")
        found = after if after is not None and path[0] < after <= path[0] + _NEAR else found
    return None if found is None or words[found].tag == "JJR" else _text(page, found)


def _verb_text(page: Page, verb: int) -> str | None:
    """The verb with its particle, unless it says nothing by itself: set aside, but not came."""
    particle = page.tree.child(verb, "prt")
    last = particle if particle == verb + 1 else verb
    words = page.tree.words
    text = page.text[words[verb].start : words[last if last is not None else verb].end]
    return None if _SAYS_NOTHING.fullmatch(_text(page, verb)) else text


def _core(page: Page, head: int) -> str:
    start, end = page.tree.core(head)
    return page.text[start:end]


def _text(page: Page, i: int) -> str:
    return page.text[page.tree.words[i].start : page.tree.words[i].end]
