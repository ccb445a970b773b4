"""A spaCy tokenizer for Chinese and English in one text: borders between tokens fall where figures and names begin.

One Han character is one token, and so is a Latin word, a run of digits, a run of white space, or any other single
character. Nothing is lost: `tokenizer(text).text == text`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

# Latin letters with their combining marks; × and ÷ sit among the letters and are none.
_TOKEN = re.compile(r"[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0300-\u036f]+|[0-9]+|\s+|.", re.DOTALL)


class MixedTokenizer:
    """Splits mixed text; holds no state but the vocabulary, so there is nothing to save or load."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        words: list[str] = []
        spaces: list[bool] = []
        for match in _TOKEN.finditer(text):
            word = match.group()
            # spaCy keeps a single space as a property of the token before it.
            if word[0] == " " and words and not spaces[-1]:
                spaces[-1] = True
                word = word[1:]
            if word:
                words.append(word)
                # A white space token takes no space of its own: the run has swallowed them all.
                spaces.append(False)
        return Doc(self.vocab, words=words, spaces=spaces)

    def pipe(self, texts: Iterable[str]) -> Iterable[Doc]:
        """Tokenize one text after another."""
        return map(self, texts)

    def to_bytes(self, **_: Any) -> bytes:
        """Nothing to save."""
        return b""

    def from_bytes(self, _bytes: bytes, **_: Any) -> MixedTokenizer:
        """Nothing to load."""
        return self

    def to_disk(self, _path: Any, **_: Any) -> None:
        """Nothing to save."""

    def from_disk(self, _path: Any, **_: Any) -> MixedTokenizer:
        """Nothing to load."""
        return self


@registry.tokenizers("factcheck.MixedTokenizer.v1")  # type: ignore[untyped-decorator]  # spaCy's registry is untyped
def make_tokenizer() -> Callable[[Language], MixedTokenizer]:
    """The tokenizer as a pipeline's config names it: `{"@tokenizers": "factcheck.MixedTokenizer.v1"}`."""
    return _for_language


def _for_language(nlp: Language) -> MixedTokenizer:
    return MixedTokenizer(nlp.vocab)
