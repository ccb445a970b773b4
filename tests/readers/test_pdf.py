"""PDF files, made here: Chinese, English, encrypted, scanned, broken."""

from __future__ import annotations

import io

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate

from toolkit.errors import ReadError
from toolkit.readers.pdf import Line, join_lines, read, reflow

ZH = (
    "阿里巴巴十一月十七日宣布，千问应用公测首周下载量突破一千万次，超过同类产品的首周纪录。"
    "公司表示，增长主要来自中国内地市场，其中三成来自学生。"
)
EN = "Alibaba said that its Qwen app was downloaded more than 10 million times in the week after 17 November 2025. "


def pdf(*flow: object, **options: object) -> bytes:
    out = io.BytesIO()
    SimpleDocTemplate(out, **options).build(list(flow))
    return out.getvalue()


@pytest.fixture(scope="module")
def zh_style() -> ParagraphStyle:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    base = getSampleStyleSheet()["BodyText"]
    return ParagraphStyle("zh", parent=base, fontName="STSong-Light", wordWrap="CJK", firstLineIndent=20)


def test_paragraphs_are_put_back_together(zh_style: ParagraphStyle) -> None:
    en_style = getSampleStyleSheet()
    raw = pdf(
        Paragraph("Alibaba launches the Qwen app", en_style["Title"]),
        Paragraph(EN * 3, en_style["BodyText"]),
        Paragraph("Growth was 3.5%.", en_style["BodyText"]),
        Paragraph(ZH * 2, zh_style),
        PageBreak(),
        Paragraph("同比增长3.5%。", zh_style),
        title="千问公测",
    )
    draft = read(raw, "a.pdf")
    assert draft.text.split("\n\n") == [
        "Alibaba launches the Qwen app",
        (EN * 3).strip(),
        "Growth was 3.5%.",
        ZH * 2,
        "同比增长3.5%。",
    ]
    assert draft.title == "千问公测"


def test_no_title_is_none() -> None:
    assert read(pdf(Paragraph("x", getSampleStyleSheet()["BodyText"])), "a.pdf").title is None


def test_encrypted() -> None:
    locked = StandardEncryption("user", "owner", canPrint=0)
    raw = pdf(Paragraph("secret", getSampleStyleSheet()["BodyText"]), encrypt=locked)
    with pytest.raises(ReadError, match=r"^a\.pdf: encrypted; remove the password first$"):
        read(raw, "a.pdf")


def test_a_scan_has_no_text() -> None:
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.rect(10, 10, 100, 100, fill=1)
    canvas.showPage()
    canvas.save()
    with pytest.raises(ReadError, match=r"no text in it \(scanned pages\?\); run OCR first"):
        read(out.getvalue(), "a.pdf")


@pytest.mark.parametrize("raw", [b"", b"plain text", b"%PDF-1.7\n", b"%PDF-1.7" + bytes(500)])
def test_not_a_pdf(raw: bytes) -> None:
    with pytest.raises(ReadError, match="not a readable PDF"):
        read(raw, "a.pdf")


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_half_a_pdf_is_read_or_refused(share: float) -> None:
    raw = pdf(Paragraph(EN, getSampleStyleSheet()["BodyText"]))
    try:
        assert "Alibaba" in read(raw[: int(len(raw) * share)], "a.pdf").text
    except ReadError as error:
        assert error.reason  # noqa: PT017  (either outcome is right; another error is not)


@pytest.mark.parametrize(
    ("before", "line", "joined"),
    [
        ("the Qwen", "app", "the Qwen app"),
        ("千问应", "用", "千问应用"),
        ("千问", "App", "千问App"),
        ("the infor-", "mation", "the information"),
        ("the infor\u00ad", "mation", "the information"),
        ("state-", "Owned", "state-Owned"),
        ("in 2024-", "25", "in 2024-25"),
        ("he said,", "“yes”", "he said,“yes”"),
    ],
)
def test_join_lines(before: str, line: str, joined: str) -> None:
    assert join_lines(before, line) == joined


def line(text: str, bottom: float, left: float = 50, right: float = 500, height: float = 10) -> Line:
    return Line(text, left, right, bottom, bottom + height)


@pytest.mark.parametrize(
    ("lines", "paragraphs"),
    [
        ([], []),
        ([line("one", 700), line("two", 688), line("three", 676)], ["one two three"]),
        ([line("one", 700), line("two", 688), line("three", 660)], ["one two", "three"]),
        ([line("one", 700), line("two", 688, left=70), line("three", 676)], ["one", "two three"]),
        ([line("one", 700), line("two.", 688, right=300), line("three", 676)], ["one two.", "three"]),
        ([line("one", 100), line("two", 700, left=300, right=800)], ["one", "two"]),
    ],
)
def test_reflow(lines: list[Line], paragraphs: list[str]) -> None:
    assert reflow(lines) == paragraphs
