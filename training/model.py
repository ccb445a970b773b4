"""The tagger in torch: the small multilingual transformer, an output layer a convention, and a chain over tags."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from training.checkpoint import Checkpoint
from training.features import TAGS, WORD_TAGS, Batch

FORBIDDEN = -1e4  # log score of a run of tags that is not well formed

_FOLLOWS = np.array(
    [
        [(a[0] in "OES" and b[0] in "OBS") or (a[0] in "BI" and b[0] in "IE" and a[1:] == b[1:]) for b in TAGS]
        for a in TAGS
    ]
)
_STARTS = np.array([tag[0] in "OBS" for tag in TAGS])
_ENDS = np.array([tag[0] in "OES" for tag in TAGS])


class Dropout(nn.Module):
    """Dropout by random bytes; torch's own draws take a tenth of a training step on a processor."""

    def __init__(self, share: float, random: np.random.Generator) -> None:
        super().__init__()
        self._cut = round(256 * share)
        self._random = random

    def forward(self, values: Tensor) -> Tensor:
        if not self.training or not self._cut:
            return values
        drawn = np.frombuffer(self._random.bytes(values.numel()), np.uint8).reshape(values.shape)
        kept = torch.from_numpy(drawn >= self._cut).to(values.device, values.dtype)
        return values * (kept * (256 / (256 - self._cut)))


class Block(nn.Module):
    """One transformer layer, normalised after each half as in BERT."""

    def __init__(self, hidden: int, inner: int, heads: int, epsilon: float, drop: Dropout) -> None:
        super().__init__()
        self.heads, self.drop = heads, drop
        self.qkv = nn.Linear(hidden, 3 * hidden)
        self.ao = nn.Linear(hidden, hidden)
        self.fi = nn.Linear(hidden, inner)
        self.fo = nn.Linear(inner, hidden)
        self.aln = nn.LayerNorm(hidden, eps=epsilon)
        self.oln = nn.LayerNorm(hidden, eps=epsilon)

    def forward(self, values: Tensor, bias: Tensor) -> Tensor:
        rows, length, hidden = values.shape
        split = self.qkv(values).view(rows, length, 3, self.heads, hidden // self.heads)
        query, key, value = split.permute(2, 0, 3, 1, 4).unbind(0)
        # Plain products: on a processor the fused attention is slower than these, backwards above all.
        scores = query @ key.transpose(-1, -2) * (hidden // self.heads) ** -0.5 + bias.to(query.dtype)
        seen = (torch.softmax(scores, -1).to(value.dtype) @ value).transpose(1, 2).reshape(rows, length, hidden)
        values = self.aln(values + self.drop(self.ao(seen)))
        out: Tensor = self.oln(values + self.drop(self.fo(functional.gelu(self.fi(values)))))
        return out


class Encoder(nn.Module):
    """multilingual-e5-small over the pieces `kept`; their vectors and the positions stay as they are."""

    def __init__(self, checkpoint: Checkpoint, kept: Sequence[int], drop: Dropout) -> None:
        super().__init__()
        weights = checkpoint.weights
        word = torch.from_numpy(weights["word"][[*checkpoint.specials, *kept]])
        self.word = nn.Embedding.from_pretrained(word, freeze=True)
        self.position = nn.Parameter(torch.from_numpy(weights["position"]), requires_grad=False)
        self.ln = nn.LayerNorm(checkpoint.hidden, eps=checkpoint.epsilon)
        self.drop = drop
        sizes = (checkpoint.hidden, checkpoint.inner, checkpoint.heads, checkpoint.epsilon)
        self.blocks = nn.ModuleList(Block(*sizes, drop) for _ in range(checkpoint.layers))
        _fill(self.ln, weights["ln.w"], weights["ln.b"])
        for i, block in enumerate(self.blocks):
            qkv = (np.concatenate([weights[f"{i}.{key}.{part}"] for key in "qkv"]) for part in "wb")
            _fill(block.qkv, *qkv)
            for key in ("ao", "fi", "fo", "aln", "oln"):
                _fill(getattr(block, key), weights[f"{i}.{key}.w"], weights[f"{i}.{key}.b"])

    def forward(self, embedded: Tensor, bias: Tensor) -> Tensor:
        values = self.drop(self.ln(embedded + self.position[: embedded.shape[1]]))
        for block in self.blocks:
            values = block(values, bias)
        return values


def _fill(module: nn.Module, weight: NDArray[np.float32], bias: NDArray[np.float32]) -> None:
    module.weight = nn.Parameter(torch.from_numpy(weight.copy()))
    module.bias = nn.Parameter(torch.from_numpy(bias.copy()))


class Model(nn.Module):
    """Scores of TAGS for each unit, by one output layer a labelling convention; the first layer is the one to keep.

    LAC's words come in as vectors added to those of the pieces, at first all zero; `step`, `start` and `end` are the
    chain's log scores.
    """

    def __init__(self, checkpoint: Checkpoint, kept: Sequence[int], layers: int = 3, seed: int = 0) -> None:
        super().__init__()
        random = np.random.Generator(np.random.SFC64(seed))
        self.encoder = Encoder(checkpoint, kept, Dropout(0.1, random))
        self.drop = Dropout(0.2, random)
        self.layers = nn.ModuleList(nn.Linear(checkpoint.hidden, len(TAGS)) for _ in range(layers))
        self.words = nn.Embedding(len(WORD_TAGS) + 1, checkpoint.hidden)
        nn.init.zeros_(self.words.weight)
        self.step = nn.Parameter(torch.zeros(len(TAGS), len(TAGS)))
        self.start = nn.Parameter(torch.zeros(len(TAGS)))
        self.end = nn.Parameter(torch.zeros(len(TAGS)))

    def units(self, batch: Batch) -> Tensor:
        """The vector of each unit, (sentences, units, hidden): the mean of its first and last piece."""
        bias = torch.zeros(batch.mask.shape).masked_fill(~batch.mask, FORBIDDEN)[:, None, None]
        word = self.encoder.word
        embedded = (word(batch.ids) + word(batch.wholes)) / 2 + self.words(batch.words)
        return self.drop(mean_of_ends(self.encoder(embedded, bias).float(), batch.first, batch.last))

    def scores(self, units: Tensor, layers: Tensor) -> Tensor:
        """Tag scores, (sentences, units, tags), each sentence by its own output layer."""
        weight = torch.stack([layer.weight for layer in self.layers])[layers]
        bias = torch.stack([layer.bias for layer in self.layers])[layers]
        return torch.einsum("suh,sth->sut", units, weight) + bias[:, None]

    def chain(self) -> tuple[Tensor, Tensor, Tensor]:
        """Log scores of first tags, of steps and of last tags, what is not well formed forbidden."""
        pairs = ((self.start, _STARTS), (self.step, _FOLLOWS), (self.end, _ENDS))
        start, step, end = (
            values + torch.from_numpy(np.where(allowed, 0, FORBIDDEN)).float() for values, allowed in pairs
        )
        return start, step, end

    def loss(self, scores: Tensor, tags: Tensor, lengths: Tensor) -> Tensor:
        """Mean negative log likelihood a unit of the right runs of tags."""
        start, step, end = self.chain()
        known = tags.clamp(min=0)
        valid = (tags >= 0).float()
        right = (
            (scores.gather(2, known[:, :, None])[..., 0] * valid).sum(1)
            + start[known[:, 0]]
            + (step[known[:, :-1], known[:, 1:]] * valid[:, 1:]).sum(1)
            + end[known.gather(1, (lengths - 1)[:, None])[:, 0]]
        )
        sums = start + scores[:, 0]
        for i in range(1, scores.shape[1]):
            longer = torch.logsumexp(sums[:, :, None] + step, 1) + scores[:, i]
            sums = torch.where((i < lengths)[:, None], longer, sums)
        return (torch.logsumexp(sums + end, 1) - right).sum() / lengths.sum()


def mean_of_ends(values: Tensor, first: Tensor, last: Tensor) -> Tensor:
    """(sentences, pieces, hidden) → (sentences, units, hidden)."""
    at_first, at_last = (values.gather(1, i[:, :, None].expand(-1, -1, values.shape[-1])) for i in (first, last))
    return (at_first + at_last) / 2
