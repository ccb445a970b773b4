"""Subject and measure of a clause, with names and figures given by hand; and what no clause may do to the readers."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.claims.measure import measure_of
from toolkit.claims.phrases import DATE, FIGURE, clause_of
from toolkit.claims.pieces import Page, Piece
from toolkit.claims.reading import reading_of
from toolkit.claims.subject import subject_of
from toolkit.model import Entity, Quantity, Segment

# A clause with its [figure], its {names} and its <dates> marked.
MARKS = {"[": "]", "{": "}", "<": ">"}


def page_of(marked: str, kind: str = "percent", unit: str | None = None) -> tuple[Page, tuple[int, ...]]:
    """The page and the indices of its figures."""
    text, names, quantities, opened = "", [], [], 0
    for char in marked:
        if char in MARKS:
            opened = len(text)
        elif char in MARKS.values():
            words = text[opened:]
            if char == "}":
                names.append(Entity(opened, len(text), words, "ORG"))
            elif char == "]":
                quantities.append(Quantity(opened, len(text), words, kind, Decimal(5), None, unit))
            else:
                quantities.append(Quantity(opened, len(text), words, "date", iso=("2025",)))
        else:
            text += char
    figures = tuple(i for i, q in enumerate(quantities) if q.kind != "date")
    return Page(text, names, quantities, ()), figures


def read(
    marked: str, kind: str = "percent", unit: str | None = None, carried: str | None = None, before: str | None = None
) -> tuple[str | None, str | None]:
    page, figures = page_of(marked, kind, unit)
    piece = Piece(0, len(page.text), figures)
    measure = measure_of(page, piece, ("statistical",), before)
    return subject_of(page, Segment(0, len(page.text), "en"), piece, carried, measure), measure


@pytest.mark.parametrize(
    ("marked", "kind", "unit", "expected"),
    [
        ("{英伟达}市值<周三>突破[5万亿美元]", "money", "USD", ("英伟达", "市值")),
        ("{北京}<周日>最高气温[41.1摄氏度]", "temperature", "°C", ("北京", "最高气温")),
        ("该国的基尼系数为[0.465]", "number", None, ("该国", "基尼系数")),
        ("小微企业税负下降[百分之二十]", "percent", "%", ("小微企业", "税负")),
        ("制造业采购经理指数升至[49.8]", "number", None, ("制造业采购经理指数", "制造业采购经理指数")),
        ("消费券发放总额不低于[5000万元]", "money", "CNY", ("消费券发放总额", "消费券发放总额")),
        ("考古队<今年>在岐山县出土青铜器[47件]", "count", "件", ("考古队", "青铜器")),
        ("救助基金共发放补贴[1.36亿元]", "money", "CNY", ("救助基金", "补贴")),
        ("难民营收容了[120万]流离失所者", "number", None, ("难民营", "流离失所者")),
        ("反对党拿下[86个]席位", "count", "个", ("反对党", "席位")),
        ("{千问}以[22.32%]的收益率夺冠", "percent", "%", ("千问", "收益率")),
        ("{央行}把存款准备金率从7%下调至[6.5%]", "percent", "%", ("央行", "存款准备金率")),
        ("前锋{李沐阳}攻入[27球]", "count", "球", ("李沐阳", "攻入")),
        ("军费占国内生产总值的[2%]", "percent", "%", ("军费", "军费")),
        ("{Qwen}以[22.32%]的收益率拿了第一", "percent", "%", ("Qwen", "收益率")),
        ("前十名里它占了[七席]", "count", "席", (None, None)),
        ("许多国家拿不出[5000亿美元]", "money", "USD", ("许多国家", "拿")),
        ("全长[38.6公里]的环湖绿道今日贯通", "quantity", "km", ("环湖绿道", "全长")),
        ("{Tesla} 股价 fell [16%]", "percent", "%", ("Tesla", "股价")),
    ],
)
def test_chinese(marked: str, kind: str, unit: str | None, expected: tuple[str, str]) -> None:
    assert read(marked, kind, unit) == expected


@pytest.mark.parametrize(
    ("marked", "kind", "unit", "expected"),
    [
        (
            "The central bank cut its main rate to [4.25%] on <Friday>",
            "percent",
            "%",
            ("The central bank", "main rate"),
        ),
        ("The oil firm's emissions fell by [a fifth]", "fraction", None, ("The oil firm", "emissions")),
        ("Knife crime in the capital fell by [9.1%]", "percent", "%", ("the capital", "Knife crime")),
        ("{Nvidia} shares slid [7%]", "percent", "%", ("Nvidia", "shares")),
        ("Inflation eased to [3.1%]", "percent", "%", ("Inflation", "Inflation")),
        ("The hurricane caused damage of [$2.7 billion]", "money", "USD", ("The hurricane", "damage")),
        ("The start-up raised [$90m]", "money", "USD", ("The start-up", "raised")),
        ("Police arrested [three men]", "count", "men", ("Police", "men")),
        ("[340,000 homes] lost power", "count", "homes", ("homes", "homes")),
        ("The drug reduced the risk of stroke by [26%]", "percent", "%", ("The drug", "risk of stroke")),
        ("[Two-thirds] of the city's buses run on electricity", "fraction", None, ("buses", "buses")),
        ("the number of households rose by [1.9%]", "percent", "%", ("number of households",) * 2),
        ("The ship is [366 metres] long", "measure", "m", ("The ship", "long")),
        ("Revenue: [$4.8bn]", "money", "USD", ("Revenue", "Revenue")),
        ("The court fined him [€1.2m]", "money", "EUR", ("The court", "fined")),
        ("Soybean growers: up [$1.2bn] in export sales", "money", "USD", ("Soybean growers", "export sales")),
        ("the fund lost [7.9%]", "percent", "%", ("the fund", "lost")),
        ("Rumours that the club owes [€22m] were denied", "money", "EUR", ("the club", "owes")),
    ],
)
def test_english(marked: str, kind: str, unit: str | None, expected: tuple[str, str]) -> None:
    assert read(marked, kind, unit) == expected


@pytest.mark.parametrize(
    ("marked", "carried", "before", "expected"),
    [
        ("同比增长[36%]", "AMD", "营收", ("AMD", "营收")),
        ("up [36%]", "AMD", "revenue", ("AMD", "revenue")),
        ("it fell by [8%]", "Shell", "output", ("Shell", "output")),
        ("fell by [8%]", "Shell", "output", ("Shell", "output")),
    ],
)
def test_a_clause_goes_on_about_what_came_before(
    marked: str, carried: str, before: str, expected: tuple[str, str]
) -> None:
    assert read(marked, carried=carried, before=before) == expected


def test_an_act_has_no_measure() -> None:
    page, _ = page_of("The journal retracted the paper")
    piece = Piece(0, len(page.text), ())
    assert measure_of(page, piece, ("statement",), "revenue") is None
    assert subject_of(page, Segment(0, len(page.text), "en"), piece, None, None) == "The journal"


def test_a_name_with_a_number_is_not_masked() -> None:
    page, figures = page_of("{GPT-5}<周三>亏损[62%]")
    masked = clause_of(page, Piece(0, len(page.text), figures)).masked
    assert masked == "GPT-5" + DATE * 2 + "亏损" + FIGURE * 3


@given(st.text(alphabet="达到增长的比较是从占[]{}<>，。 abthe of roseed:'5%市值率", max_size=60))
def test_no_text_breaks_the_readers(words: str) -> None:
    text = "".join(c for c in words if c not in "[]{}<>")
    figure = [Quantity(len(text), len(text) + 2, "5%", "percent", Decimal(5), None, "%")]
    page = Page(f"{text}5%{text}", (), figure, ())
    reading = reading_of(page, Piece(0, len(page.text), (0,)))
    assert reading.noun is None or reading.noun.strip()


@pytest.mark.parametrize("words", ["达到", "增长", "比高", "从到", "rose by ", "the of ", "a"])
def test_a_hostile_clause_takes_no_time(words: str) -> None:
    text = words * 3000
    page = Page(f"{text}5%", (), [Quantity(len(text), len(text) + 2, "5%", "percent", Decimal(5), None, "%")], ())
    start = time.process_time()
    reading_of(page, Piece(0, len(page.text), (0,)))
    assert time.process_time() - start < 2
