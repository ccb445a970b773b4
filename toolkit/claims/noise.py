"""What looks like figures and is none, as a table of rules: bylines, licence numbers, page numbers, links…"""

from __future__ import annotations

import re

_HAN_NUMBER = "零〇一二三四五六七八九十百"

# name → pattern; `^` and `$` are line borders.
NOISE: dict[str, re.Pattern[str]] = {
    name: re.compile(pattern, re.MULTILINE)
    for name, pattern in {
        "image": r"!\[[^\]\n]*\]\([^)\n]*\)",
        "link": r"(?:https?://|www\.)[^\s\u3000-\u9fff\uff00-\uffef<>\"]+|\b[\w.+-]+@[\w-]+\.[\w.-]+",
        "footnote": r"\[\d{1,3}\]",
        "byline": (
            r"^[ \t]*[（(]?[ \t]*(?:作者|文|撰文|记者|本报记者|特约记者|编辑|责编|责任编辑|编译|译者|校对|"
            r"审核|来源|图|供图)"
            r"[ \t]*[:：／/|｜][^\n]{0,80}$"
        ),
        "english byline": (
            r"^[ \t]*\(?(?:By|BY|Written by|Reporting by|Editing by|Photo by|Author|Source|"
            r"Byline):?[ \t]+[A-Z][^\n.!?]{0,80}$"
        ),
        "date of the page": (
            r"^[ \t]*(?:Published|Updated|Posted|Last updated|Date|发布时间|更新时间|发布日期|日期|"
            r"时间)[ \t]*[:：|][^\n]{0,60}$"
        ),
        "dateline": (
            rf"^[ \t]*(?:[^\s，。]{{2,6}}(?:[社网报]|快讯|通讯))[^\n，。]{{0,12}}?[\d{_HAN_NUMBER}]{{1,3}}月"
            rf"[\d{_HAN_NUMBER}]{{1,3}}日[电讯]"
        ),
        "english dateline": (
            r"^[ \t]*[A-Z][A-Z .]+,[ \t]+[A-Z][a-z]+\.?[ \t]+\d{1,2}(?:,[ \t]+\d{4})?[ "
            r"\t]*(?:\([^)\n]{1,30}\))?[ \t]*[-–—]"
        ),
        "licence": r"[\u4e00-\u9fff]?公网安备[ \t]*\d+[ \t]*号?|[\u4e00-\u9fff]?ICP[备证][ \t]*\d+[ \t]*号?(?:-\d+)?"
        r"|(?:许可证|备案号?|统一社会信用代码|国内统一刊号|邮发代号)[^\n，。]{0,12}?[\w-]*\d[\w-]*[ \t]*号?",
        "identifier": r"\b(?:ISBN|ISSN|DOI|doi|arXiv)[: ]*[\dXx./-]+\S*",
        "contact": r"(?:电话|热线|传真|邮编|手机|Tel|Phone|Fax)[ \t]*[:：][ \t]*[\d() +-]+",
        "boilerplate": (
            r"^[^\n]*(?:©|版权所有|All [Rr]ights [Rr]eserved|Copyright(?=\s*(?:©|\([Cc]\)|\d{4}))|免责声明|"
            r"未经[^，。\n]{0,10}(?:授权|许可|同意)[，,]?\s*(?:不得|禁止|严禁|请勿|谢绝)|不得转载|"
            r"禁止转载)[^\n]*$"
        ),
        "list number": r"^[ \t]*(?:>[ \t]*)?(?:#{1,6}[ \t]*|[-*+•][ \t]+)?"
        rf"(?:\d{{1,3}}(?:\.\d{{1,2}})*[.)．][ \t]+|\d{{1,3}}(?:\.\d{{1,2}})+[ \t]+(?=[A-Z\u4e00-\u9fff])|\d{{1,3}}、"
        rf"|[{_HAN_NUMBER}]{{1,3}}、|[（(][\d{_HAN_NUMBER}]{{1,3}}[）)]|"
        rf"第[\d{_HAN_NUMBER}]{{1,4}}[章节篇部](?=[ \t]))",
        "issue": r"(?:[,，|｜·–—]|^)[ \t]*(?:No\.?|Issue|Vol\.?|Number)[ \t]?\d{1,5}[ \t]*$"
        r"|第[ \t]?\d{1,5}[ \t]?期(?=[ \t]*$)",
        "page number": (
            r"^[ \t]*[-–—]?[ \t]*(?:第[ \t]*\d{1,4}[ \t]*页(?:[ \t]*[/,，共][^\n]{0,12})?|"
            r"[Pp]age[ \t]+\d{1,4}(?:[ \t]+of[ \t]+\d{1,4})?"
            r"|\d{1,4}(?:[ \t]*/[ \t]*\d{1,4})?)[ \t]*[-–—]?[ \t]*$"
        ),
        "page counter": r"^[ \t]*(?:阅读|浏览|点赞|评论|收藏|转发|Views|Likes)[数量]?[ \t]*[:：][^\n]{0,20}$",
    }.items()
}


def noise_spans(text: str) -> list[tuple[int, int]]:
    """Where `text` holds no claims: sorted (start, end), none touching another."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(m.span() for pattern in NOISE.values() for m in pattern.finditer(text)):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged
