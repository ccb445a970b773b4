"""The parse of English sentences: which verb a clause stands on, what its subject is, what a figure belongs to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from toolkit.claims.clauses import Span
from toolkit.model import Word

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_RELATIVE = frozenset({"WDT", "WP"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_HELPERS = frozenset({"aux", "auxpass"})
_NO_VERBS = frozenset({"amod", "compound", "prep"}) | _HELPERS
_BEFORE_NOUN = frozenset({"det", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "predet"})
_BEHIND_NOUN = frozenset({"prep", "cc", "conj", "case"})
_ASIDES = frozenset({"relcl", "acl", "appos", "punct", "advcl"})
_COMPARED = frozenset({"JJR", "RBR", "JJ", "RB", "VB"})
_SHARING = 5  # verbs that share a subject
_DEEPEST = 100  # words above a word


@dataclass(frozen=True)
class Tree:
    """The words of a text's English sentences; indices are into `words`."""

    words: Sequence[Word]

    @cached_property
    def _children(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        for i, word in enumerate(self.words):
            if word.head != i:
                found[word.head].append(i)
        return found

    def children(self, i: int) -> list[int]:
        """The words that depend on word `i`, in reading order."""
        return self._children.get(i, [])

    def child(self, i: int, *deps: str) -> int | None:
        """The first word that depends on word `i` in one of these relations."""
        return next((c for c in self.children(i) if self.words[c].dep in deps), None)

    def top(self, group: Sequence[int]) -> int:
        """The word of a group, which is not empty, that the others depend on."""
        return min(group, key=self._depth)

    def is_verb(self, i: int) -> bool:
        """Whether a word is a full verb, finite or not."""
        word = self.words[i]
        return word.tag.startswith("VB") and word.dep not in _NO_VERBS

    def verb(self, inside: Sequence[int], figure: Sequence[int]) -> int | None:
        """The verb that the words `inside` stand on: the one over the `figure`, else the highest of them."""
        if not figure:
            top = self.top(inside)
            return top if self.is_verb(top) else None
        i = self.top(figure)
        while not self.is_verb(i) and self.words[i].head != i:
            i = self.words[i].head
        return i if self.is_verb(i) else None

    def subject(self, verb: int) -> int | None:
        """The head of the noun phrase that does what `verb` says; "which" gives way to what it stands for."""
        for _ in range(_SHARING):
            own, word = self.child(verb, *_SUBJECTS), self.words[verb]
            if own is not None:
                is_pronoun = self.words[own].tag in _RELATIVE and word.dep in ("relcl", "acl")
                return word.head if is_pronoun else own
            if word.dep in ("relcl", "acl"):
                return word.head
            if word.dep not in ("conj", "xcomp", "advcl") or not self.is_verb(word.head):
                return None
            # The lake shrank, satellite images suggest, |leaving …: it is not the images that left.
            said = self.child(word.head, "ccomp") if word.dep == "advcl" else None
            verb = said if said is not None and said < word.head else word.head
        return None

    def joints(self, inside: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Each "and" or "but" between two verbs of which the second is finite, with that second verb."""
        for i in inside:
            word = self.words[i]
            if word.dep == "cc" and self.is_verb(word.head):
                other = next((c for c in self.children(word.head) if c > i and self.words[c].dep == "conj"), None)
                if other is not None and self._is_finite(other):
                    yield i, other

    def tells_apart(self, figure: Sequence[int], inside: Collection[int]) -> bool:
        """Whether a figure only tells which subject or yardstick is meant: those who |walk 8,000 steps| are …

        So says a relative clause without a comma.
        """
        verb = self.verb(sorted(inside), figure) if figure else None
        if verb is None or self.words[verb].dep != "relcl" or self.words[verb].head not in inside:
            return False
        noun, first = self.words[verb].head, self.span(verb)[0]
        if first > 0 and self.words[first - 1].dep == "punct":
            return False
        while self.words[noun].dep in ("pobj", "prep") and self.words[noun].head in inside:
            noun = self.words[noun].head
            over = self.words[self.words[noun].head]
            if self.words[noun].dep == "prep" and over.tag in _COMPARED:
                return True  # less likely than those who managed 2,000
        return self.words[noun].dep in _SUBJECTS

    def phrase(self, head: int) -> Span:
        """Where the noun phrase of `head` stands, with what is joined to it by prepositions, without asides."""
        first, last = head, head
        for i in self.children(head):
            if i < head and self.words[i].dep in _BEFORE_NOUN:
                first = min(first, self.span(i, _ASIDES)[0])
            low, high = self.span(i, _ASIDES)
            if i > last and self.words[i].dep in _BEHIND_NOUN and low == last + 1:
                last = high
            elif self.words[head].tag == "DT" and self.words[i].dep == "relcl" and self.span(i)[0] == last + 1:
                last = self.span(i)[1]  # those |who walk a lot
        return self.words[first].start, self.words[last].end

    def core(self, head: int) -> Span:
        """Where the noun `head` stands, with the words right before it that make up its name."""
        first = head
        while first > 0 and self.words[first - 1].head == head and self.words[first - 1].dep in ("amod", "compound"):
            first -= 1
        return self.words[first].start, self.words[head].end

    def span(self, i: int, without: Collection[str] = ()) -> tuple[int, int]:
        """The first and the last word under word `i`; what hangs on it by the relations `without` is left out."""
        first = last = i
        waiting = [i]
        while waiting:
            here = waiting.pop()
            first, last = min(first, here), max(last, here)
            waiting += [c for c in self.children(here) if self.words[c].dep not in without]
        return first, last

    def _is_finite(self, i: int) -> bool:
        helpers = (self.words[c].tag for c in self.children(i) if self.words[c].dep in _HELPERS)
        return self.is_verb(i) and not _FINITE.isdisjoint((self.words[i].tag, *helpers))

    def _depth(self, i: int) -> int:
        depth = 0
        while self.words[i].head != i and depth < _DEEPEST:
            i, depth = self.words[i].head, depth + 1
        return depth


NO_TREE = Tree(())
