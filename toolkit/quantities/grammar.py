"""The engine: text → tokens → levels of named rules, each of which folds tokens into one → readings.

A lexer cuts the text into tokens. A token carries senses, one payload for each role it can play ("second" is both a
unit and an ordinal), and stretches that mean nothing here become gaps, which no rule crosses. Every set of roles has a
private character, so a whole text is a string of such characters and a rule's pattern is a regular expression over it.

Rules sit in levels. Within a level all matches compete: the longer one wins, then the higher priority, then the earlier
one. What wins is folded into one token, and the next level reads the shorter row. Each level looks at each token a
bounded number of times, so reading is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from toolkit.model import Comparator


@dataclass(frozen=True, slots=True)
class Reading:
    """What a stretch of text says. `scales` are the magnitudes that a lower end of a range may share."""

    kind: str = "number"
    value: Decimal | None = None
    value_max: Decimal | None = None
    unit: str | None = None
    comparator: Comparator | None = None
    iso: tuple[str, ...] = ()
    scales: tuple[Decimal, ...] = ()
    vague: bool = False  # too weak to report alone: "one", "一个"


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch of the text with its senses by role; `code` stands for the set of roles."""

    start: int
    end: int
    code: str
    senses: Mapping[str, Any]
    rule: str = ""


# A named part of a pattern → the roles it may play, once for each place where the name stands.
Groups = dict[str, list[tuple[str, ...]]]


class Found:
    """One match of a rule: `found["num"]` is the payload that the pattern's `<num>` matched, or None."""

    __slots__ = ("_groups", "_match", "_tokens", "end", "source", "start", "text")

    def __init__(self, match: re.Match[str], tokens: Sequence[Token], groups: Groups, text: str, source: str) -> None:
        self._match, self._tokens, self._groups = match, tokens, groups
        self.text, self.source = text, source
        self.start, self.end = tokens[match.start()].start, tokens[match.end() - 1].end

    def token(self, name: str) -> Token | None:
        """The token that a named part of the pattern matched; None where it is absent or not in the pattern."""
        return self._held(name)[0]

    def __getitem__(self, name: str) -> Any:
        token, roles = self._held(name)
        return None if token is None else next(token.senses[role] for role in roles if role in token.senses)

    def _held(self, name: str) -> tuple[Token | None, tuple[str, ...]]:
        for nth, roles in enumerate(self._groups.get(name, ()), 1):
            at = self._match.start(f"{name}_{nth}")
            if at >= 0:
                return self._tokens[at], roles
        return None, ()

    def words(self, name: str) -> str:
        """The text of a named part, as written; empty where it is absent."""
        token = self.token(name)
        return "" if token is None else self.source[token.start : token.end]

    def tokens(self) -> Sequence[Token]:
        """All tokens of the match."""
        return self._tokens[self._match.start() : self._match.end()]

    def before(self, width: int) -> str:
        """Up to `width` characters before the match, folded."""
        return self.text[max(0, self.start - width) : self.start]

    def after(self, width: int) -> str:
        """Up to `width` characters after the match, folded."""
        return self.text[self.end : self.end + width]


@dataclass(frozen=True, slots=True)
class Rule:
    """A name, a pattern over roles, and a production.

    `pattern` is a regular expression in which `<role>` or `<name:role|role>` stands for a token; `<:role>` is not
    kept. `produce` may refuse a match by returning None. `makes` is the role of the token that it folds to.
    """

    name: str
    pattern: str
    produce: Callable[[Found], Any]
    makes: str = "amount"
    priority: int = 0


@dataclass(frozen=True, slots=True)
class Literal:
    """A pattern over the folded text and how to read what it matches; None from `read` makes a gap."""

    role: str
    pattern: str
    read: Callable[[str], Any] | None = None


_PLACE = re.compile(r"<(?:(\w*):)?([\w|]+)>")
_PIECES = re.compile(
    r"(?P<place><(?:\w*:)?(?P<roles>[\w|]+)>)(?P<optional>[?*]|\{0)?|(?P<open>\()|(?P<close>\))|(?P<either>\|)"
)
GAP = "\x00"


def needed(pattern: str) -> list[frozenset[str]]:
    """The role sets without which a rule's pattern cannot match: its places outside brackets that are not optional."""
    depth, out = 0, []
    for piece in _PIECES.finditer(pattern.replace(" ", "")):
        depth += (piece["open"] is not None) - (piece["close"] is not None)
        if depth == 0 and piece["either"]:
            return []
        if depth == 0 and piece["place"] and not piece["optional"]:
            out.append(frozenset(piece["roles"].split("|")))
    return out


def trie(phrases: Iterable[str]) -> str:
    """A regular expression that matches the longest of the phrases; a space stands for one or two blanks."""
    root: dict[str, Any] = {}
    for phrase in phrases:
        node = root
        for char in phrase:
            node = node.setdefault(char, {})
        node[""] = {}
    # One look at the first character spares trying every branch.
    starts = "".join(re.escape(char) for char in root)
    return f"(?=[{starts}]){_trie(root)}" if len(root) > 1 else _trie(root)


def _trie(node: dict[str, Any]) -> str:
    ends = "" in node
    branches = []
    singles = []
    for char, child in node.items():
        if not char:
            continue
        head = r"[ \xa0\n]{1,2}" if char == " " else re.escape(char)
        if set(child) == {""} and char != " ":
            singles.append(head)
        else:
            branches.append(head + _trie(child))
    if singles:
        branches.append(singles[0] if len(singles) == 1 else f"[{''.join(singles)}]")
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 and not ends else f"(?:{'|'.join(branches)})"
    return body + "?" if ends else body


@dataclass(frozen=True, slots=True)
class Level:
    """Compiled rules that compete, and which of them a code in the row calls up."""

    rules: Sequence[tuple[Rule, re.Pattern[str], Groups]]
    anchors: Mapping[str, Sequence[int]]

    def candidates(self, row: str) -> set[int]:
        """The rules that may match somewhere in the row."""
        found = set(self.anchors[""])
        for code in self.anchors.keys() & set(row):
            found.update(self.anchors[code])
        return found


class Grammar:
    """A lexicon, literals and levels of rules, ready to read."""

    def __init__(
        self,
        lexicon: Mapping[str, Mapping[str, Any]],
        literals: Sequence[Literal],
        levels: Sequence[Sequence[Rule]],
    ) -> None:
        self._codes: dict[frozenset[str], str] = {}
        self._lexicon = {phrase: (self._code(senses), senses) for phrase, senses in lexicon.items()}
        self._literals = {f"L{i}": literal for i, literal in enumerate(literals)}
        self._literal_codes = {name: self._code((literal.role,)) for name, literal in self._literals.items()}
        for level in levels:
            for rule in level:
                self._code((rule.makes,))
        self._levels = [
            Level([(rule, *self._compile(rule)) for rule in level], self._anchors(level)) for level in levels
        ]
        latin = [p for p in lexicon if p[0].isascii() and p[0].isalpha()]
        other = [p for p in lexicon if not (p[0].isascii() and p[0].isalpha())]
        # The name stands behind its pattern: a branch that begins with a character is passed over quickly.
        parts = [f"(?:{literal.pattern})(?P<{name}>)" for name, literal in self._literals.items()]
        if latin:
            parts.append(f"(?P<latin>(?<![a-z]){trie(latin)}(?![a-z]))")
        if other:
            parts.append(f"{trie(other)}(?P<other>)")
        self._lexer = re.compile("|".join(parts))

    def _code(self, roles: Iterable[str]) -> str:
        return self._codes.setdefault(frozenset(roles), chr(0xE000 + len(self._codes)))

    def _anchors(self, level: Sequence[Rule]) -> dict[str, list[int]]:
        """Code → the rules of a level that need a token with it; under "" those that need none in particular."""
        anchors: dict[str, list[int]] = {"": []}
        for nth, rule in enumerate(level):
            places = [[code for held, code in self._codes.items() if held & roles] for roles in needed(rule.pattern)]
            for code in min(places, key=len) if places else [""]:
                anchors.setdefault(code, []).append(nth)
        return anchors

    def _compile(self, rule: Rule) -> tuple[re.Pattern[str], Groups]:
        groups: Groups = {}

        def place(match: re.Match[str]) -> str:
            roles = tuple(match[2].split("|"))
            name = roles[0] if match[1] is None else match[1]
            codes = "".join(code for held, code in self._codes.items() if held & set(roles))
            group = f"[{codes}]" if codes else r"(?!)"
            if not name:
                return group
            nth = groups.setdefault(name, [])
            nth.append(roles)
            return f"(?P<{name}_{len(nth)}>{group})"

        return re.compile(_PLACE.sub(place, rule.pattern.replace(" ", ""))), groups

    def read(self, folded: str, source: str) -> list[Token]:
        """The tokens that are left after all levels, gaps included; `folded` is as long as `source`."""
        tokens = list(self._lex(folded))
        for level in self._levels:
            tokens = self._fold(tokens, level, folded, source)
        return tokens

    def _lex(self, folded: str) -> Iterator[Token]:
        end = 0
        for match in self._lexer.finditer(folded):
            name, start, stop = match.lastgroup or "", match.start(), match.end()
            if start > end and not _blank(folded, end, start):
                yield Token(end, start, GAP, {})
            end = stop
            if name in self._literals:
                literal = self._literals[name]
                sense = literal.read(match[0]) if literal.read else None
                if sense is None:
                    yield Token(start, stop, GAP, {})
                else:
                    yield Token(start, stop, self._literal_codes[name], {literal.role: sense})
            else:
                entry = self._lexicon.get(match[0]) or self._lexicon[" ".join(match[0].split())]
                yield Token(start, stop, entry[0], entry[1])

    def _fold(self, tokens: list[Token], level: Level, folded: str, source: str) -> list[Token]:
        row = "".join(token.code for token in tokens)
        hits = []
        for nth in level.candidates(row):
            rule, pattern, _ = level.rules[nth]
            for match in pattern.finditer(row):
                first, last = match.span()
                width = tokens[last - 1].end - tokens[first].start
                hits.append((-width, -rule.priority, nth, first, last, match))
        if not hits:
            return tokens
        hits.sort(key=lambda hit: hit[:4])
        taken = bytearray(len(tokens))
        folds: dict[int, tuple[int, Token]] = {}
        for _, _, nth, first, last, match in hits:
            if any(taken[first:last]):
                continue
            rule, _, groups = level.rules[nth]
            found = Found(match, tokens, groups, folded, source)
            reading = rule.produce(found)
            if reading is None:
                continue
            taken[first:last] = b"\x01" * (last - first)
            code = self._code((rule.makes,))
            folds[first] = (last, Token(found.start, found.end, code, {rule.makes: reading}, rule.name))
        out: list[Token] = []
        at = 0
        while at < len(tokens):
            if at in folds:
                at, token = folds[at]
                out.append(token)
            else:
                out.append(tokens[at])
                at += 1
        return out


def _blank(text: str, start: int, end: int) -> bool:
    """True where the text between two tokens joins them: a few blanks, or one line end inside a sentence."""
    if end - start > 3:
        return False
    between = text[start:end]
    return not between.strip() and (
        "\n" not in between or (between.count("\n") == 1 and text[end].isalpha() and text[end].isascii())
    )
