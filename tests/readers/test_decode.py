"""Which bytes are text, and in which encoding."""

from __future__ import annotations

import pytest

from toolkit.errors import ReadError
from toolkit.readers.decode import decode, looks_chinese

NEWS = "国家统计局今天发布数据，前三季度国内生产总值同比增长5.2%，其中第三季度增长4.8%。"
TRADITIONAL = "中華民國行政院主計總處今天公布第三季國內生產毛額成長率為百分之五點二，較上季增加。"
KOREAN = "대한민국 정부는 오늘 새로운 경제 정책을 발표했다. 국내총생산은 전년 대비 삼 퍼센트 증가했다."


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        (NEWS, "utf-8"),
        (NEWS, "utf-8-sig"),
        (NEWS, "utf-16"),
        (NEWS, "utf-32"),
        (NEWS, "gb18030"),
        (NEWS, "gb2312"),
        (TRADITIONAL, "gbk"),
        ("千问下载破千万", "gbk"),
        ("阿里巴巴 launches Qwen App", "gbk"),
        ("他说：“好。”", "gbk"),
        ("股价上涨3%，收于16.5元。 The price rose.", "gbk"),
        ("plain words", "ascii"),
        ("“smart quotes” and café 😀", "utf-8"),
        ("", "utf-8"),
    ],
)
def test_read(text: str, codec: str) -> None:
    assert decode(text.encode(codec), "a.txt") == text


@pytest.mark.parametrize("mark", ["utf-16-le", "utf-16-be"])
def test_utf_16_in_both_orders(mark: str) -> None:
    assert decode(("\ufeff" + NEWS).encode(mark), "a.txt") == NEWS


@pytest.mark.parametrize(
    "raw",
    [
        "“It’s 5% more,” he said – at the café.".encode("cp1252"),
        "L’économie française a progressé de 3 % cette année, grâce à l’été.".encode("cp1252"),
        TRADITIONAL.encode("big5"),
        "蘋果公司發表新款手機，預計下個月開始銷售，價格為新臺幣三萬元。".encode("big5"),
        "立法院今日三讀通過總預算案，歲出刪減百分之三。".encode("big5"),
        KOREAN.encode("euc_kr"),
        "Правительство объявило о новой политике.".encode("cp1251"),
        NEWS.encode() + b"\xff",
        NEWS.encode()[:-2] + b"\n" + NEWS.encode(),
    ],
)
def test_other_encodings_are_refused(raw: bytes) -> None:
    with pytest.raises(ReadError, match="not UTF-8, UTF-16 or GB18030"):
        decode(raw, "a.txt")


@pytest.mark.parametrize(
    "raw",
    [
        b"text\x00text",
        b"%PDF-1.7 all ascii",
        b"PK\x03\x04 all ascii",
        b"\x89PNG\r\n",
        bytes(range(1, 32)) * 5,
        NEWS.encode("utf-16-le"),
    ],
)
def test_binary_is_refused(raw: bytes) -> None:
    with pytest.raises(ReadError, match=r"^a\.txt: binary, not text$"):
        decode(raw, "a.txt")


def test_a_mark_that_lies_is_named() -> None:
    with pytest.raises(ReadError, match="marked as UTF-8 but broken"):
        decode(b"\xef\xbb\xbf" + NEWS.encode("gbk"), "a.txt")
    with pytest.raises(ReadError, match="marked as UTF-16 but broken"):
        decode(b"\xff\xfea", "a.txt")


def test_an_escape_character_alone_is_no_binary() -> None:
    assert decode(("x" * 500 + "\x0c\x07").encode(), "a.txt").endswith("\x07")


@pytest.mark.parametrize(
    ("text", "chinese"),
    [
        (NEWS, True),
        (TRADITIONAL, True),
        ("“words” only, with marks…", True),
        ("浣犲ソ锛屼笘鐣屻€傚浗瀹剁粺璁″眬", False),  # UTF-8 read as GBK
        ("国家\ue000统计", False),
        ("墨狦そ祇穝蹿も诀箇璸る秨", False),  # Big5 read as GBK
    ],
)
def test_looks_chinese(text: str, chinese: bool) -> None:
    assert looks_chinese(text) is chinese
