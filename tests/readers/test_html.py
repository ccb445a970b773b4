"""Saved web pages."""

from __future__ import annotations

import socket

import pytest

from toolkit.errors import ReadError
from toolkit.readers.html import read

BODY = (
    "<nav><a href='/'>首页</a></nav><article><h1>千问公测首周下载破千万</h1>"
    "<p>阿里巴巴十一月十七日宣布，千问应用公测首周下载量突破一千万次，超过同类产品的首周纪录。公司表示，增长主要来自中国内地市场。</p>"
    "<p>公司明年将投入三千八百亿元用于云和人工智能硬件基础设施，这一数字超过去十年的总和。</p></article>"
    "<script>var secret = 1</script><footer>版权所有</footer>"
)
HEAD = (
    "<title>千问公测 - 某网</title><meta property='article:published_time' content='2025-11-24T08:00:00+08:00'>"
    "<meta property='og:site_name' content='某网'><link rel='canonical' href='https://example.com/a'>"
)


def page(charset: str = "", head: str = HEAD, body: str = BODY) -> str:
    return f"<!DOCTYPE html><html><head>{charset}{head}</head><body>{body}</body></html>"


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_kwargs: object) -> None:
        raise AssertionError("a document reader opened a connection")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.mark.parametrize(
    ("charset", "codec"),
    [
        ("<meta charset='utf-8'>", "utf-8"),
        ("<meta charset=gbk>", "gbk"),
        ('<meta charset="gb2312">', "gb18030"),
        ("<meta http-equiv='Content-Type' content='text/html; charset=gb2312'>", "gbk"),
        ("", "utf-8"),
        ("", "gbk"),
        ("", "utf-8-sig"),
        ("", "utf-16"),
        ("<meta charset='gbk'>", "utf-8-sig"),
        ("<meta charset='no-such'>", "utf-8"),
        ("<meta charset='hex'>", "utf-8"),
        ("<meta charset='utf-16'>", "utf-8"),
    ],
)
def test_main_text_and_what_the_page_says_of_itself(charset: str, codec: str) -> None:
    draft = read(page(charset).encode(codec), "a.html")
    assert "突破一千万次" in draft.text
    assert "三千八百亿元" in draft.text
    assert "版权所有" not in draft.text
    assert "secret" not in draft.text
    assert "<" not in draft.text
    assert draft.title is not None
    assert "千问公测" in draft.title
    assert (draft.url, draft.publisher, draft.published) == ("https://example.com/a", "某网", "2025-11-24")


def test_a_named_charset_is_believed_where_it_fits() -> None:
    body = "<p>立法院今日三讀通過總預算案，歲出刪減百分之三。</p>"
    assert "三讀通過" in read(page("<meta charset='big5'>", "", body).encode("big5"), "a.html").text


def test_one_broken_character_does_not_cost_the_page() -> None:
    raw = page("<meta charset='utf-8'>", body=BODY * 20).encode().replace("版权".encode(), b"\xff", 1)
    assert "突破一千万次" in read(raw, "a.html").text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>just a note</p>", "just a note"),
        ("<ul><li>one<li>two</ul><b>x</b>y", "one\ntwo\nxy"),
        ("a<br>b\nc<script>no</script>d", "a\nb cd"),
        ("<div>" * 100 + "deep" + "</div>" * 100, "deep"),
    ],
)
def test_without_main_text_everything_visible(body: str, text: str) -> None:
    assert read(page(head="", body=body).encode(), "a.html").text == text


def test_an_address_is_text_and_is_not_fetched() -> None:
    assert read(b"https://example.com/a", "a.html").text == "https://example.com/a"


def test_an_xml_header_is_no_obstacle() -> None:
    assert (
        read(b'<?xml version="1.0" encoding="utf-8"?><html><body><p>caf\xc3\xa9</p></body></html>', "a").text == "café"
    )


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"%PDF-1.4", "binary, not text"),
        (b"<p>\x00</p>", "binary, not text"),
        (b"  \n", "empty"),
        (page(head="").encode("gbk")[:60] + b"\xff" * 400, "not UTF-8"),
    ],
)
def test_refused(raw: bytes, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        read(raw, "a.html")


def test_a_page_without_text_is_blank() -> None:
    assert read(b"<html><head><title>t</title></head><body></body></html>", "a.html").text == ""
