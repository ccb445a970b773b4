"""Word documents, made here by python-docx and by hand."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from toolkit.errors import ReadError
from toolkit.readers import docx as reader
from toolkit.readers.docx import read


def saved(document: Any) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_paragraphs_and_tables_in_order() -> None:
    document = docx.Document()
    document.add_heading("千问公测", 1)
    document.add_paragraph("首周下载量突破1000万次。")
    table = document.add_table(2, 3)
    for index, word in enumerate(["项目", "数量", "同比", "下载", "1000万", "22.32%"]):
        table.cell(index // 3, index % 3).text = word
    document.add_paragraph("")
    document.add_paragraph("The end.\tOr not.")
    document.core_properties.title = "题"
    document.core_properties.created = dt.datetime(2025, 11, 24, 8)
    draft = read(saved(document), "a.docx")
    assert (
        draft.text
        == "千问公测\n\n首周下载量突破1000万次。\n\n项目\t数量\t同比\n下载\t1000万\t22.32%\n\nThe end.\tOr not."
    )
    assert (draft.title, draft.published) == ("题", "2025-11-24")


def test_the_date_of_the_template_is_no_date() -> None:
    assert read(saved(docx.Document()), "a.docx").published is None


def test_merged_cells_come_once() -> None:
    document = docx.Document()
    table = document.add_table(1, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "both"
    table.cell(0, 2).text = "one\ntwo"
    assert read(saved(document), "a.docx").text == "both\tone two"


def test_insertions_count_and_deletions_do_not() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("增长")
    for xml in (
        f"<w:ins {nsdecls('w')}><w:r><w:t>5%</w:t></w:r></w:ins>",
        f"<w:del {nsdecls('w')}><w:r><w:delText>9%</w:delText></w:r></w:del>",
        f"<w:hyperlink {nsdecls('w')}><w:r><w:t>链接</w:t></w:r></w:hyperlink>",
        f"<w:r {nsdecls('w')}><w:br/><w:t>下一行</w:t></w:r>",
    ):
        paragraph._p.append(parse_xml(xml))
    assert read(saved(document), "a.docx").text == "增长5%链接\n下一行"


def archive(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"plain text", "not a readable DOCX"),
        (b"", "not a readable DOCX"),
        (b"PK\x03\x04 and nothing", "not a readable DOCX"),
        (archive(a=b"b"), "not a readable DOCX"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "encrypted, or an old .doc"),
    ],
)
def test_refused(raw: bytes, reason: str) -> None:
    with pytest.raises(ReadError, match=rf"^a\.docx: {reason}"):
        read(raw, "a.docx")


def test_broken_xml_is_refused() -> None:
    good = io.BytesIO(saved(docx.Document()))
    out = io.BytesIO()
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            target.writestr(name, b"<broken" if name == "word/document.xml" else source.read(name))
    with pytest.raises(ReadError, match="not a readable DOCX"):
        read(out.getvalue(), "a.docx")


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = archive(**{"word/document.xml": bytes(2_000_000)})
    assert len(raw) < 10_000
    monkeypatch.setattr(reader, "MAX_UNPACKED", 1_000_000)
    with pytest.raises(ReadError, match="over-large: unpacks to 2,000,000 bytes; the limit is 1,000,000"):
        read(raw, "a.docx")
