"""Who says a claim, and whether it is asserted, alleged, denied or unverified."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.claims.attribution import attribution, sayings
from toolkit.model import STANCES, Entity
from toolkit.segment import sentences


def read(text: str, claim: str, subject: str | None = None, named: str | None = None) -> tuple[str | None, str]:
    start = text.index(claim)
    segments = sentences(text)
    around = next(s for s in segments if s.start <= start < s.end)
    entities = [Entity(text.index(named), text.index(named) + len(named), named, "PERSON")] if named else []
    said = sayings(text, segments, entities)
    return attribution(text, (start, start + len(claim)), (around.start, around.end), said, subject)


ASSERTED_EN = [
    ("Sales rose 4% in March.", "Sales rose 4%", None),
    ("The bank said that profits fell by 3%.", "profits fell by 3%", "The bank"),
    ("The bank said profits fell by 3%.", "profits fell by 3%", "The bank"),
    ("Profits fell by 3%, the bank said on Friday.", "Profits fell by 3%", "the bank"),
    ("Profits fell by 3% last year, said the bank.", "Profits fell by 3%", "the bank"),
    ("Mr. Ortiz told reporters that 40 homes burned down.", "40 homes burned down", "Mr. Ortiz"),
    ("According to the ministry, 40 homes burned down.", "40 homes burned down", "the ministry"),
    ("Some 40 homes burned down, according to Lena Ortiz, the fire chief.", "Some 40 homes burned down", "Lena Ortiz"),
    ("“We lost 40 homes,” said Lena Ortiz, the fire chief.", "We lost 40 homes", "Lena Ortiz"),
    (
        "“We lost 40 homes,” Lena Ortiz said. “We have 300 homeless people.”",
        "We have 300 homeless people",
        "Lena Ortiz",
    ),
    ("“Fires broke out. We lost 40 homes,” Lena Ortiz said.", "Fires broke out", "Lena Ortiz"),
    ('"We lost 40 homes," Lena Ortiz, the fire chief, said on Monday.', "We lost 40 homes", "Lena Ortiz"),
    ("Lena Ortiz, the fire chief, said that 40 homes burned down.", "40 homes burned down", "Lena Ortiz"),
    ("Lena Ortiz: “We lost 40 homes.”", "We lost 40 homes", "Lena Ortiz"),
    ("Industry observers say that Qwen has overtaken Llama.", "Qwen has overtaken Llama", "Industry observers"),
    ("An internal memo shows that the firm cut 300 jobs.", "the firm cut 300 jobs", "An internal memo"),
    ("The Financial Times reported that a memo says the firm cut 300 jobs.", "the firm cut 300 jobs", "a memo"),
    (
        "The Financial Times reported on Monday that the firm cut 300 jobs.",
        "the firm cut 300 jobs",
        "The Financial Times",
    ),
    ("Figures show that exports fell by 2%.", "exports fell by 2%", None),
    ("The study found that coffee cut the risk by 9%.", "coffee cut the risk by 9%", "The study"),
    (
        "Exports fell by 2%, but imports rose by 5%, the customs office said.",
        "imports rose by 5%",
        "the customs office",
    ),
    ("The firm said that it cut 300 jobs; the union counts 500.", "the union counts 500", None),
    ("The firm said it had cut 300 jobs, but the union said 500 had gone.", "500 had gone", "the union"),
    ("The firm said it had cut 300 jobs, but the union said 500 had gone.", "it had cut 300 jobs", "The firm"),
    ("Toyota said in a statement that it will recall 900,000 cars.", "it will recall 900,000 cars", "Toyota"),
    ("The firm announced a cut of 300 jobs on Monday.", "The firm announced a cut of 300 jobs", None),
    ("Lena Ortiz joined the firm. She said sales rose 4%.", "sales rose 4%", "Lena Ortiz"),
    ("The report said sales rose 4%. Exports fell by 2%.", "Exports fell by 2%", None),
    ("Officials confirmed that two people died.", "two people died", "Officials"),
    ("It is said that nobody was hurt on Monday.", "nobody was hurt", None),
    ("On Monday The Times wrote about a White House memo which says sales rose.", "sales rose", "a White House memo"),
    ("The models are now said to have 300 users.", "300 users", None),
    ("We think that sales rose 4%.", "sales rose 4%", None),
    ("The union rejected an offer of 4% on Monday.", "The union rejected an offer of 4%", None),
]
ASSERTED_ZH = [
    ("公司去年亏损5亿元。", "公司去年亏损5亿元", None),
    ("张三周一在发布会上表示，公司去年亏损5亿元，裁员300人。", "裁员300人", "张三"),
    ("据新华社报道，火灾造成3人死亡。", "火灾造成3人死亡", "新华社"),
    ("据《金融时报》报道，该公司裁员300人。", "该公司裁员300人", "《金融时报》"),
    ("《金融时报》援引知情人士称，该公司裁员300人。", "该公司裁员300人", "知情人士"),
    ("知情人士透露，该公司裁员300人。", "该公司裁员300人", "知情人士"),
    ("据悉，该公司裁员300人。", "该公司裁员300人", None),
    ("据报道，该公司裁员300人。", "该公司裁员300人", None),
    ("数据显示，出口下降2%。", "出口下降2%", None),
    ("国家统计局数据显示，出口下降2%。", "出口下降2%", "国家统计局"),
    ("根据世界银行的报告，出口下降2%。", "出口下降2%", "世界银行的报告"),
    ("“我们去年亏损5亿元，”财务总监李四说。", "我们去年亏损5亿元", "财务总监李四"),
    ("李四说：“我们去年亏损5亿元。今年裁员300人。”", "今年裁员300人", "李四"),
    ("“我们去年亏损5亿元。今年裁员300人。”李四对记者说。", "我们去年亏损5亿元", "李四"),
    ("公司称去年亏损5亿元，工会则称亏损达8亿元。", "亏损达8亿元", "工会"),
    ("公司称去年亏损5亿元，工会则称亏损达8亿元。", "去年亏损5亿元", "公司"),
    ("特斯拉周二发布公告，称产量增长5%。", "产量增长5%", "特斯拉"),
    ("行业观察人士指出，千问已超越Llama。", "千问已超越Llama", "行业观察人士"),
    ("一份白宫备忘录称，阿里巴巴帮助了中国军方。", "阿里巴巴帮助了中国军方", "一份白宫备忘录"),
    ("《纽约时报》报道称，一份备忘录显示该公司裁员300人。", "该公司裁员300人", "一份备忘录"),
    ("王五加入公司。他表示，销量增长4%。", "销量增长4%", "王五"),
    ("《时报》报道称，一份备忘录指该公司为军方提供支持。", "该公司为军方提供支持", "一份备忘录"),
    ("严格地说，62%不到三分之二。", "62%不到三分之二", None),
    ("我们认为，销量增长4%。", "销量增长4%", None),
    ("公司宣布裁员300人。", "公司宣布裁员300人", None),
    ("该软件名称由3个汉字组成。", "该软件名称由3个汉字组成", None),
    ("这部小说卖出30万册。", "这部小说卖出30万册", None),
    ("张三表示，公司去年亏损5亿元。行业销量下降4%。", "行业销量下降4%", None),
    ("董事会公布的年报中，营收为30亿元。", "营收为30亿元", None),
]
OTHERS = [
    ("Prosecutors accused Lena Ortiz of taking $3m.", "Prosecutors accused Lena Ortiz", "Prosecutors", "alleged"),
    ("Lena Ortiz was accused of taking $3m in bribes.", "Lena Ortiz was accused of taking $3m", None, "alleged"),
    ("The firm allegedly cut 300 jobs.", "The firm allegedly cut 300 jobs", None, "alleged"),
    ("The firm has reportedly cut 300 jobs.", "The firm has reportedly cut 300 jobs", None, "alleged"),
    ("Staff say that the firm falsified its books.", "the firm falsified its books", "Staff", "alleged"),
    ("Police charged two men with fraud on Monday.", "Police charged two men with fraud", "Police", "alleged"),
    ("A man suspected of killing two people was arrested.", "A man suspected of killing two people", None, "alleged"),
    ("The firm denied cutting 300 jobs.", "The firm denied cutting 300 jobs", "The firm", "denied"),
    ("The firm denied that it cut 300 jobs.", "it cut 300 jobs", "The firm", "denied"),
    ("On Monday the firm denied the report.", "the firm denied the report", "the firm", "denied"),
    ("Beijing dismissed the claims as baseless.", "Beijing dismissed the claims as baseless", "Beijing", "denied"),
    ("Iran rejected allegations of sending drones.", "Iran rejected allegations", "Iran", "denied"),
    ("Lena Ortiz was denied bail on Monday.", "Lena Ortiz was denied bail", None, "asserted"),
    ("The figure of 300 could not be independently verified.", "The figure of 300", None, "unverified"),
    ("Rebels said they shot down two jets, which could not be verified.", "they shot", "Rebels", "unverified"),
    ("Rumours that the bank lost $3m spread on Monday.", "the bank lost $3m", None, "unverified"),
    ("Users on X claim that the vaccine killed 40 people.", "the vaccine killed 40 people", "Users on X", "unverified"),
    ("According to unconfirmed reports, 40 people died.", "40 people died", "unconfirmed reports", "unverified"),
    ("A memo says the firm arms rebels. The firm denies it.", "the firm arms rebels", "A memo", "alleged"),
    ("Reports say the firm left. The memo, however, could not be verified.", "the firm left", "Reports", "asserted"),
    ("一份备忘录称，该公司为军方提供支持。该公司否认这一指控。", "该公司为军方提供支持", "一份备忘录", "alleged"),
    ("【辟谣】网传“自来水超标5倍”不实。", "网传“自来水超标5倍”不实", None, "denied"),
    ("检方指控他受贿300万元。", "他受贿300万元", "检方", "alleged"),
    ("他因涉嫌受贿被捕。", "他因涉嫌受贿被捕", None, "alleged"),
    ("该公司被控窃取商业机密。", "该公司被控窃取商业机密", None, "alleged"),
    ("据称，该公司裁员300人。", "该公司裁员300人", None, "alleged"),
    ("前员工称，公司虚报收入3亿元。", "公司虚报收入3亿元", "前员工", "alleged"),
    ("美国指责中国企业剽窃技术。", "中国企业剽窃技术", "美国", "alleged"),
    ("该公司周二否认裁员300人。", "该公司周二否认裁员300人", "该公司", "denied"),
    ("外交部发言人驳斥了这一说法。", "外交部发言人驳斥了这一说法", "外交部发言人", "denied"),
    ("李四反驳说，亏损是3亿元。", "亏损是3亿元", "李四", "asserted"),
    ("网传该行亏损3亿元，系谣言。", "该行亏损3亿元", None, "denied"),
    ("网传该行亏损3亿元。", "该行亏损3亿元", None, "unverified"),
    ("该组织称击落两架战机，这一说法尚未得到证实。", "击落两架战机", "该组织", "unverified"),
    ("未经证实的消息称，事故造成40人死亡。", "事故造成40人死亡", "未经证实的消息", "unverified"),
]  # fmt: skip
# Written after the rules, without a look at them.
LATER: list[tuple[str, str, str | None, str]] = [
    (
        "Shares in Kodiak fell 12%, Bloomberg News reported, citing a person familiar with the matter.",
        "Shares in Kodiak fell 12%",
        "Bloomberg News",
        "asserted",
    ),
    ("The IMF estimates that growth slowed to 2.1% in 2024.", "growth slowed to 2.1%", "The IMF", "asserted"),
    ("Growth slowed to 2.1% in 2024, the IMF estimates.", "Growth slowed to 2.1%", "the IMF", "asserted"),
    ("Asked about the losses, Ms Tran said they came to $40m.", "they came to $40m", "Ms Tran", "asserted"),
    ("In a filing on Monday, Acme disclosed that it owed $3bn.", "it owed $3bn", "Acme", "asserted"),
    ("Acme disclosed in a filing that it owed $3bn.", "it owed $3bn", "Acme", "asserted"),
    (
        "The Pentagon's report says China added 100 warheads.",
        "China added 100 warheads",
        "The Pentagon's report",
        "asserted",
    ),
    (
        "China added 100 warheads last year, a Pentagon report found.",
        "China added 100 warheads",
        "a Pentagon report",
        "asserted",
    ),
    (
        "Raj Patel, who runs the plant, said 1,200 people worked there.",
        "1,200 people worked there",
        "Raj Patel",
        "asserted",
    ),
    ("Lawyers for Mr Kim deny that he met the minister.", "he met the minister", "Lawyers for Mr Kim", "denied"),
    (
        "Mr Kim has repeatedly denied meeting the minister.",
        "Mr Kim has repeatedly denied meeting the minister",
        "Mr Kim",
        "denied",
    ),
    (
        "The ministry dismissed reports of a cover-up as false.",
        "The ministry dismissed reports",
        "The ministry",
        "denied",
    ),
    ("Two women have accused the coach of harassing them.", "Two women have accused the coach", "Two women", "alleged"),
    ("The suit alleges that Meta copied 7m books.", "Meta copied 7m books", "The suit", "alleged"),
    ("He is charged with stealing 14 paintings.", "He is charged with stealing 14 paintings", None, "alleged"),
    ("It is alleged that he stole 14 paintings.", "he stole 14 paintings", None, "alleged"),
    (
        "Ukraine said it had hit 12 depots; Russia's defence ministry said all the drones were shot down.",
        "all the drones were shot down",
        "Russia's defence ministry",
        "asserted",
    ),
    (
        "Ukraine said it had hit 12 depots; the claim has not been confirmed.",
        "it had hit 12 depots",
        "Ukraine",
        "unverified",
    ),
    ("Rumours are circulating that the bank will cut 900 jobs.", "the bank will cut 900 jobs", None, "unverified"),
    (
        "A viral video claims that the vaccine contains metal.",
        "the vaccine contains metal",
        "A viral video",
        "unverified",
    ),
    (
        "Tokyo says it will spend ¥8trn on defence, but analysts say the sum is ¥9trn.",
        "the sum is ¥9trn",
        "analysts",
        "asserted",
    ),
    (
        "People familiar with the plan say the firm will close three plants.",
        "the firm will close three plants",
        "People familiar with the plan",
        "asserted",
    ),
    ("The survey, by Pew, found 61% of adults use the app.", "61% of adults use the app", "The survey", "asserted"),
    ("Police say that the driver fled.", "the driver fled", "Police", "asserted"),
    ("公安部门通报称，事故造成5人受伤。", "事故造成5人受伤", "公安部门", "asserted"),
    ("记者从市教育局获悉，全市新增学位3万个。", "全市新增学位3万个", "市教育局", "asserted"),
    ("美联社10日报道说，两国已恢复谈判。", "两国已恢复谈判", "美联社", "asserted"),
    ("路透社援引两名消息人士的话报道称，该交易价值20亿美元。", "该交易价值20亿美元", "两名消息人士的话", "asserted"),
    ("据彭博社援引知情人士消息，该公司拟融资10亿美元。", "该公司拟融资10亿美元", "知情人士", "asserted"),
    ("该公司CEO在接受采访时透露，用户已达2亿。", "用户已达2亿", "该公司CEO", "asserted"),
    ("首席经济学家赵明认为，出口增长4%主要来自东盟。", "出口增长4%主要来自东盟", "首席经济学家赵明", "asserted"),
    ("财报显示，公司第三季度净利润为12亿元。", "公司第三季度净利润为12亿元", "财报", "asserted"),
    ("海关总署18日发布的数据显示，前10月出口增长6.2%。", "前10月出口增长6.2%", "海关总署18日发布", "asserted"),
    ("伊朗外交部发言人巴加埃说，伊朗没有请求会谈。", "伊朗没有请求会谈", "伊朗外交部发言人巴加埃", "asserted"),
    ("对于裁员传闻，该公司予以否认。", "该公司予以否认", "该公司", "denied"),
    ("韩国军方否认向对方开火。", "韩国军方否认向对方开火", "韩国军方", "denied"),
    ("苹果公司对此予以否认，称从未与该厂商接触。", "从未与该厂商接触", "苹果公司", "asserted"),
    ("被告人辩称，款项是借款。", "款项是借款", "被告人", "asserted"),
    ("原告诉称，被告抄袭其代码1万行。", "被告抄袭其代码1万行", "原告", "alleged"),
    ("他被指挪用公款200万元。", "他被指挪用公款200万元", None, "alleged"),
    ("起诉书指控，陈某骗取资金3000万元。", "陈某骗取资金3000万元", "起诉书", "alleged"),
    ("有网友爆料称，该店使用过期食材。", "该店使用过期食材", "网友爆料", "unverified"),
    ("坊间传言该行将裁员两成。", "该行将裁员两成", None, "unverified"),
    ("这一数字尚未得到官方证实。", "这一数字尚未得到官方证实", None, "unverified"),
    ("有消息称，两家公司将合并，但未获证实。", "两家公司将合并", None, "unverified"),
    ("针对“银行倒闭”的传言，监管部门辟谣。", "监管部门辟谣", "监管部门", "denied"),
    (
        "OpenAI CEO Sam Altman 在博客中写道：“每周有8亿人使用ChatGPT。”",
        "每周有8亿人使用ChatGPT",
        "OpenAI CEO Sam Altman",
        "asserted",
    ),
    ("According to TechCrunch，该公司估值达30亿美元。", "该公司估值达30亿美元", "TechCrunch", "asserted"),
    ("据 The Information 报道，Meta 将裁员5%。", "Meta 将裁员5%", "The Information", "asserted"),
]
CASES = [*((*case, "asserted") for case in [*ASSERTED_EN, *ASSERTED_ZH]), *OTHERS, *LATER]


@pytest.mark.parametrize(("text", "claim", "speaker", "stance"), CASES, ids=[f"{c[0]}|{c[1][:12]}" for c in CASES])
def test_who_says_it(text: str, claim: str, speaker: str | None, stance: str) -> None:
    subject = next((name for name in ("Lena Ortiz", "王五") if name in text), None)
    assert read(text, claim, subject) == (speaker, stance)


def test_a_name_before_a_colon_speaks_and_a_heading_does_not() -> None:
    assert read("李四：我们开了96家门店。", "我们开了96家门店", named="李四") == ("李四", "asserted")
    assert read("门店：我们开了96家门店。", "我们开了96家门店", named=None) == (None, "asserted")


def test_a_pronoun_without_an_antecedent_is_nobody() -> None:
    assert read("It said that sales rose 4%.", "sales rose 4%") == (None, "asserted")


@given(st.text(alphabet='“”"，。：；,.; \n称说否认据网传X said that denied according to', max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    segments = sentences(text)
    said = sayings(text, segments)
    for saying in said:
        assert 0 <= saying.start < saying.end <= len(text)
    for segment in segments:
        _, stance = attribution(text, (segment.start, segment.end), (segment.start, segment.end), said)
        assert stance in STANCES
