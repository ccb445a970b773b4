"""Who says what: each stretch of a text that somebody in it says, and how the text passes it on.

A saying covers the words that are said, not who says them: 张三说，|去年亏损5亿元|。 Where sayings lie in each other
the innermost one holds: a newspaper says that |a memo says that ||profits fell||.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from toolkit.model import Entity, Segment, Stance

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Saying:
    """`text[start:end]` is what `speaker` says; `marker` is where the words that say so begin.

    `speaker` is None where nobody is named, and a pronoun (it, 他) where the text has one.
    """

    start: int
    end: int
    speaker: str | None
    stance: Stance = "asserted"
    marker: int = 0


_LONGEST_SPEAKER = 90  # characters
_LONGEST_QUOTE = 2_000
_NOUNS = frozenset(
    [
        "report",
        "reports",
        "claim",
        "claims",
        "estimate",
        "estimates",
        "show",
        "shows",
        "note",
        "notes",
        "state",
        "states",
    ]
)
_AUTHOR = frozenset(["we", "i", "our", "我", "我们", "笔者", "本报", "本文", "本刊"])
_PEOPLE = frozenset(["he", "she", "他", "她"])
_PRONOUNS = frozenset(["it", "they", "he", "she", "他", "她", "它", "其", "他们", "她们", "它们"])

# --- English

_WHEN_EN = (
    r"(?:\s+(?:on|in|at|by|late|early|earlier|this|last|yesterday|today|to|during|after|via|through|publicly|again)\b"
    r"[^,;.:“”\"，。；：]{0,60}?)?"
)
_SAY_EN = re.compile(
    r"\b(?:(?P<deny>den(?:y|ies|ied)|disput(?:e|es|ed)|refut(?:e|es|ed)|debunk(?:s|ed)?|rubbish(?:es|ed)|repudiat(?:es|ed)|rebut(?:s|ted)?)"
    r"|(?P<reject>(?:withdrew|retracted)(?=\s+(?:the|an?|its|his|her|their)\s+(?:claim|statement|allegation|accusation)s?\b)"
    r"|(?:reject|dismiss)(?:s|es|ed)?(?=\s+(?:(?:the|that|those|these|any|all|such|his|her|its|their|media)\s+)*"
    r"(?:claim|allegation|accusation|report|suggestion|charge|rumou?r|notion|criticism|idea)s?\b"
    r"|[^.;]{0,60}\bas\s+(?:[\w-]+\s+){0,2}(?:false|baseless|untrue|nonsense|groundless|unfounded|lies?|fake|fabricat\w+)\b)"
    r"|call(?:s|ed)?(?=[^.;]{0,60}\b(?:baseless|fabricat\w+|false|untrue|lies?|fake|nonsense|groundless|unfounded)\b))"
    r"|(?P<accuse>accus(?:e|es|ed|ing)\b|charg(?:e|es|ed)(?=\s+(?:[\w’'-]+\s+){1,6}with\b)|suspect(?:s|ed)?(?=\s+[^.;]{1,50}\sof\b))"
    r"|(?P<allege>alleg(?:e|es|ed(?!\s+(?!that))))"
    r"|(?P<free>(?:says?|said)(?!\s+(?:nothing|so|little|no\s+more)\b)|reckons?|claims?(?=\s+(?:that|to)\b|[^\w])|claimed(?!\s+(?:the\s+)?(?:li[fv]e|victory|credit|\d))|insist(?:s|ed)?)"
    r"|(?P<told>tells?|told)"
    r"|(?P<that>suggest|show|warn|report|add|argue|note|reveal|confirm|explain|stress|maintain|assert|contend|conclude|"
    r"disclose|acknowledge|estimate|announce|state|declare|testifie|complain|concede|counter|observe|caution|recall|indicate|imply|implie|calculate|admit|boast|write|believe|find)"
    r"(?:s|ed|d|ted)?\b|(?P<past>wrote|found|shown|written))\b",
    re.IGNORECASE,
)
_THAT = re.compile(rf"{_WHEN_EN}(?:\s*,[^.;:“”\"]{{0,80}},)?\s+that\b\s*", re.IGNORECASE)
_TOLD = re.compile(r"\s+[^,;.:“”]{1,40}?(?:\s+that\b|[,:]|(?=\s*[“\"]))\s*", re.IGNORECASE)
_TOLD_SO = re.compile(r"\s+[^,;.:“”]{1,40}(?=[.,;]|$)")
_PAPER_EN = re.compile(
    r"\b(?:surveys?|polls?|stud(?:y|ies)|reports?|research|analys[ei]s|census|audit|inquiry|trial)\b", re.I
)
_QUOTES_NEXT = re.compile(rf"{_WHEN_EN}\s*[,:：，]?\s*(?=[“\"‘「『])", re.IGNORECASE)
_STOPS_NEXT = re.compile(rf"{_WHEN_EN}\s*(?:[.,;!?。，；]|$)", re.IGNORECASE)
_COLON_NEXT = re.compile(rf"{_WHEN_EN}\s*[:：]\s*", re.IGNORECASE)
_REJECTED_BY = re.compile(
    r"\b(?:claims?|reports?|rumou?rs?|allegations?|accusations?|suggestions?|stor(?:y|ies))\b.*\b(?:was|were|been)\s+"
    r"(?:dismissed|rejected|denied|refuted)\s+by\s+(?P<who>[^,.;]{2,50}?)(?=\s+(?:on|as|in|at|who)\b|[,.;]|$)",
    re.IGNORECASE | re.DOTALL,
)
_EARLIER = re.compile(r"(?P<who>\ban?\s+earlier\s+version\s+of\s+(?:this|the)\s+\w+)", re.IGNORECASE)
_UNSAID_EN = re.compile(
    r"\b(?:to|not|n[’']t|(?:is|are|was|were|be|been|being)(?:\s+(?:also|now|still|often|\w+ly))?|declined|what|have\s+to|than|un)\s+$",
    re.IGNORECASE,
)
_ACTIVE_ONLY = re.compile(r"\b(?:is|are|was|were|be|been|being)(?:\s+\w+ly)?\s+$", re.IGNORECASE)
_REFUSED = re.compile(r"\s+(?:\w+\s+)?(?:entry|access|bail|permission|visas?|parole|treatment|boarding|a\s+visa)\b")
_BOUND = re.compile(
    r"[;:!?“”\"(\[—，。；：！？、\n]|,\s+(?:and|but|while|though|although|as|because|whereas|yet|so|or)\s+"
    r"|(?:^|\s)(?:but|while|though|although|as|because|whereas|and\s+yet|when|that)\s+",
    re.IGNORECASE,
)
_LEAD_EN = re.compile(
    r"\s*(?:(?:but|and|yet|so|meanwhile|however|still|though|also|now|then|today|yesterday|later|earlier)\b,?\s*"
    r"|(?:on|in|by|since|late|early|last)\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s+"
    r"|(?:on|in)\s+(?:\d{1,2}\s+)?(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?:\s+\d+,?)*\s+(?=\w)|(?:last|this|earlier\s+this)\s+"
    r"(?:week|month|year|spring|summer|autumn|winter)\s+|in\s+(?:January|February|March|April|May|June|July|August|"
    r"September|October|November|December|\d{4})\s+)+",
    re.IGNORECASE,
)
_TAIL_EN = re.compile(
    r"(?:\s+(?:has|have|had|also|later|previously|repeatedly|first|then|today|yesterday|now|once|recently|still|"
    r"\w{3,}ly|on\s+\w+day|in\s+\w+))+\s*$"
)
_FIGURES = re.compile(
    r"(?:(?:the|official|new|latest|recent|these|preliminary|its|their|our)\s+)*"
    r"(?:figures?|data|numbers?|statistics|results?|records|sales|history|experience|charts?|tables?)",
    re.IGNORECASE,
)
_NOBODY_EN = re.compile(r"(?:which|who|that|what|there|this|whom|he\s+who)\b|it\s+(?:is|was|has)\b", re.IGNORECASE)
_ANTECEDENT = re.compile(r"\b((?:an?|the|its|his|her|their)\s+(?:[\w’'-]+\s+){0,3}?[\w’'-]+)\s+(?:which|who|that)\s*$")
_INVERTED = re.compile(
    rf"\s+(?!(?:on|in|at|by|that|during|after|late|early|to|it)\b)([^.;:“”\",，。]{{2,80}}?){_WHEN_EN}\s*(?=[.,;!?，。]|$)",
    re.IGNORECASE,
)
_ACCORDING = re.compile(
    r"\baccording\s+to\s+(?P<who>(?:[^,;.，。；“”]|[.,](?=\w)){2,90})|\bquoting\s+(?P<q>[A-Z][^,;.]{1,50})",
    re.IGNORECASE,
)
_NOUN_BEFORE = re.compile(
    r"\b(?:confirm|verify|den(?:y|ied|ies)|reject(?:ed|s)?|dismiss(?:ed|es)?|the|of|to|these|those|media|such|that|despite|"
    r"following|by|from|an?|some|no|any|other|more|earlier|news|police|press|official|on|with|in|for|its|their|his|her)\s+$",
    re.IGNORECASE,
)
# Nobody says it, or nobody who would stand by it.
_NOBODY_CONFIRMS = re.compile(
    r"\b(?:not|n[’']t|neither|declined\s+to|refused\s+to|yet\s+to)\s+(?:\w+\s+)?(?:confirm|verify)\b[^.;]{0,40}?\bthat\b"
    r"|\b(?:(?:unconfirmed|unverified)\s+[\w\s]{0,30}|rumou?rs\s+[\w\s]{0,20})\bthat\b",
    re.IGNORECASE,
)
_WHOM = re.compile(r"\b(?:whom|which|who)\s+(?:it|he|she|they)\s+(?:has\s+|have\s+|had\s+)?$", re.IGNORECASE)
_PUTS = re.compile(
    r"\b(?:puts?|has\s+put|estimates?|estimated)\s+(?:the|its|their)\s+(?:[\w-]+\s+){1,5}at\b", re.IGNORECASE
)
_ELLIPSIS = re.compile(r"[,;]\s+(?:and\s+)?((?:the|its|their|[A-Z])[\w’' -]{1,40}?)\s+that\s")
_CITING_BY = re.compile(r"\s+(?:[\w-]+\s+){0,3}by\s+([^,;.]{2,50}?)\s+(?:of|with|that)\b", re.IGNORECASE)

# --- Chinese

_SAY_ZH = re.compile(
    r"(?P<deny>否认|拒不承认|不承认|(?:收回|撤回)(?=[^，。]{0,10}(?:说法|言论|指控))|驳斥|反驳|辟谣|澄清|斥责?(?=[^，。；]{0,12}(?:不实|谣言|捏造|虚假|无稽)))"
    r"|(?P<accuse>(?<=起诉书)指控|(?<=诉状)指控|(?<=检方)指控(?=，)|(?<![被遭受无])(?:指控|指责|控告|举报|控诉|指称)(?![人者信的书，。；、！？”]|$))"
    r"|(?P<free>(?<![未不没曾])承认(?![了错过])(?=[^，。；：,“])|(?:[宣声自谎坚辩诉]称|(?<![名简职对号堪匀尊昵俗统据])称(?![赞为号霸职呼重量王雄帝]|得上|作))"
    r"|(?<![小传据学听再用的地果老话是比虽按照来胡游解演要])说(?![法明服唱辞教起到不实得客过对错穿话的]|白了)"
    r"|(?<=[录告件书方体明道])指(?![出责控示数标定导令的认明派南])(?=[\u4e00-\u9fffA-Z])"
    r"|表示(?![出为])|指出|透露|认为|坦言|直言)"
    r"|(?P<mark>通报|报告|报道|介绍|宣布|强调|补充|解释|回应|写道|警告|承认|证实|显示|披露|批评|回忆|发现|总结|估计|"
    r"重申|预测|预计|坦承|公告|声明)(?:了)?(?=[，：:,“])"
    r"|(?P<stop>强调|补充|解释|回应|写道|警告|证实|回忆|重申|坦承)(?=[。！]|$)"
    r"|(?P<shows>显示|证实|发现|表明)(?=[^，。；：了])"
)
_SOURCE = re.compile(
    r"(?<![依占数论收票凭单根])(?:根据|据|按照?)(?![悉此说称传了守有为点理]|报道|消息)(?P<who>[^，。；：]{2,40}?)"
    r"(?:(?:的)?(?:最新|独家)?(?:(?<=[士面社报网局部院会])(?=[，,])|\bsources?|报道|消息|通报|介绍|披露|透露|统计|估算|估计|测算|数据|公布|发布|说法|表示|指出|称)(?:的[^，。；：]{1,12})?"
    r"|(?=的?(?:报告|调查|研究|公告|文件|备忘录|资料)))(?P<paper>的?[^，。；：]{0,8}(?:报告|调查|研究|公告|文件|备忘录|资料))?[，,：:]"
)
# The ministry's figures | are …; the report corrected the figure: |…
_MADE_PUBLIC = re.compile(r"(?:通报|公布|披露|宣布)的(?=[^，。；]{1,12}(?:为|是|达|只有|超过))")
_PAPER_SAYS = re.compile(
    r"(?:(?<=[，。；])|^)(?P<who>[^，。；：:\n]{0,24}(?:报告|公告|声明|通报|备忘录))[^，。；：\n]{0,12}：", re.MULTILINE
)
# The author comes in again.
_AUTHOR_AGAIN = re.compile(
    r"[，,；]\s*(?:而|但)?(?:实际上?|事实上|其实|正确|真实情况)|[,;]\s*(?:but\s+)?(?:in\s+fact|in\s+reality)\b"
)
_LEARNT = re.compile(r"从(?P<who>[^，。；：从]{2,24}?)处?(?:获悉|了解到|得知|获知)[，,：:]?")
_HEARSAY = re.compile(
    r"(?P<net>网传|据传|(?:网上|网络|坊间|群里)(?:流传|盛传)(?!的)|盛传|疯传|传闻(?!说)|坊间传言|有传言称?|有消息称)|(?P<told>据称|据说|\bit\s+(?:is|was|has\s+been)\s+alleged\s+that\b)",
    re.IGNORECASE,
)
_BOUND_ZH = re.compile(r"[，。；：！？、“”「」\"\n—]|(?<=[A-Za-z]),\s")
_LEAD_ZH = re.compile(
    r"(?:但是|但|而且|而|不过|然而|同时|此外|另外|此前|随后|日前|近日|当天|今天|昨日|昨天|其中|对此|并且|并|且|也|还|又|"
    r"本?周[一二三四五六日天]|\d+月\d+日|\d+日|\d{4}年|有(?=[\u4e00-\u9fff])|另有|一名|，|,|\s)+"
)
_TAIL_ZH = re.compile(
    r"(?:(?<=.)的?(?:最新)?(?:统计)?数据|反驳|否认|澄清|则|却|也|还|又|并|曾|再次?|均|都|即|就|便|公开|一再|明确|罕见|赛后|会后|事后|独家|进一步|首次|近日|日前|此前|最近|"
    r"随后|当天|今天|昨日|昨天|当庭|在庭上|坚决|予以|一致|同时|特别|的?报道|通报|批评|回应|撰文|发文|发帖|补充|解释|介绍|警告|"
    r"强调|公告|声明|发表声明|发布公告|表态|作证|抱怨|本?周[一二三四五六日天]|(?:\d+月)?\d+日(?:上午|下午|晚间?|凌晨)?|"
    r"(?:在|于)[^，。在]{1,24}?(?:上|中|里|时|后|期间|内)|(?:向|对|就)[^，。向对就]{1,24}|接受[^，。]{1,24}?采访时?|"
    r"通过[^，。]{1,16}|\s)+$"
)
_CITED = re.compile(r"(?:援引|引述|引用|转引)(.{2,40}?)(?:的(?:话|消息|说法|报道))?$")
_FIGURES_ZH = re.compile(
    r"调查|"
    r"(?:最新|公开|有关|相关|初步|这些|上述|该|官方|统计|历史|公布的)*(?:数据|统计|数字|结果|资料|图表|记录|事实)"
)
_SOMEBODY_ZH = re.compile(r"^(?:消息|传言|传闻|报道)$|(?:有人|人们|大家|很多人|不少人|网友|如果|听|可以|难)$")
_WENT_PUBLIC = re.compile(r"(?:发布|发表|召开|举行|接受|回应|致函|发文|发帖)[^，。]*$")
_PAPER = re.compile(r"(?:[一这那]份)?[^，。；：的了道出布]{0,6}(?:备忘录|报告|文件|公告|声明)$")
_NOUN_NEXT = re.compile(r"\s*(?:[，。；、！？,.;”]|$)")

# --- both

# After an insertion the words that are said go on: It was, said the coroner, | …; …, images suggest, | leaving …
_GOES_ON = re.compile(
    r"\b(?:says?|said|suggests?|shows?|concedes?|found|finds?|reports?|estimates?|adds?)\b[^,.;:]{0,40},\s+(?=(?P<act>\w+ing\b)?)",
    re.I,
)
_FEW_WORDS = 4
_ONE_STOP = re.compile(r"[^.。!！?？\n]{0,90}[.。!！?？][ \t\u3000]*")  # the rest of one sentence
_OPEN, _CLOSE = "“「『", "”」』"
_LINE_LABEL = re.compile(r"^[ \t>*-]*([^\s：:，。,.;；][^：:，。,.;；\n]{0,23})[：:]\s*(?=\S)", re.MULTILINE)
_NO_LABEL = re.compile(r"记者|编辑|来源|作者|责编|主持人|[问答QA]|更正|注|Claim|Verdict|Note|Source", re.IGNORECASE)

_DENIED_AFTER = re.compile(
    r"^[^。；;]{0,12}?(?:不实(?![施])|不属实|失实|子虚乌有|[是系为属]误传|假消息|虚假信息|[查并]无此事|并非(?:事实|实情)|是假的|系谣言|是谣言|纯属(?:虚构|捏造|谣言|子虚乌有)|假的[！!。]|为假)"
    r"|^[^。；;]{0,8}正确(?:数字|说法|的)?[^。；;]{0,6}(?:为|是)|^\W{0,3}\s*(?:verdict|rating|结论|判定)\s*[:：]\s*(?:false|fake|untrue|不实|假)"
    r"|^[^.;]{0,20}\b(?:is|was|are|were)\s+(?:\w+\s+)?(?:false|untrue|fake|a\s+hoax|fabricated)\b",
    re.IGNORECASE,
)
# The one it is about rejects it: …, which Alibaba denies; 阿里巴巴否认这一说法。
_DENIED_LATER = re.compile(
    r"[^。；;]{0,60}[，。；.,;]?[^，。；.,;]{0,30}(?:(?:否认|驳斥)(?:了)?(?:这一|这项|有关|该|上述|此)?(?:说法|指控|报道|传闻)?[，。；]"
    r"|\b(?:den(?:y|ies|ied)|reject(?:s|ed)?)\s+(?:it|this|that|the\s+(?:accusation|allegation|claim|charge|report)s?)?\s*[.,;])",
    re.IGNORECASE,
)
# What follows no longer speaks of the claim, unless it takes it up: …; the claim could not be verified.
_END_OF_TALK = re.compile(
    r"[;；](?!\s*(?:the\s+(?:claim|figure|number|report)|this|that|neither)\b|[这该此])|\.\s", re.IGNORECASE
)
_DENIED_WITHIN = re.compile(
    r"\b(?:claims?|reports?|rumou?rs?|posts?|stor(?:y|ies)|suggestions?|allegations?)\b[^.;]*\b(?:is|are|was|were)\s+(?:\w+\s+)?"
    r"(?:unfounded|false|baseless|untrue|fake|groundless)\b|(?:早[前先]|此前|先前)(?:的)?版本|"
    r"\bearlier\s+version\s+of\s+(?:this|the)\s+\w+\s+(?:gave|said|stated|misstated|put|named)|"
    r"^【?辟谣】|(?:[”」]|传言|传闻|说法)(?:不实|不属实|系谣言|是谣言|是假的)$",
    re.IGNORECASE,
)
_DOUBTFUL_SOURCE = re.compile(
    r"\bwhose\s+authenticity\s+(?:could|can|has)|真实性(?:无法|未能|尚未|存疑)|真伪(?:不明|难辨)", re.IGNORECASE
)
_UNVERIFIED = re.compile(
    r"未经(?:独立)?(?:证实|核实|确认)|(?:尚未|并未|从未|未能|无法|没有|未获|暂无法)(?:得到|获得|被|独立|官方|予以){0,2}[^，。；]{0,6}(?:证实|核实|查证|得到确认)|"
    r"(?:有待|尚待|仍待|待)[^，。；]{0,6}(?:证实|核实|查证)|"
    r"真伪(?:不明|难辨)|"
    r"(?:could|can|has|have|was|were|been)\s*(?:not|n[’']t)\s+(?:yet\s+)?(?:be(?:en)?\s+)?(?:independently\s+)?(?:be(?:en)?\s+)?"
    r"(?:verif(?:y|ied)|confirm(?:ed)?|corroborated?|established)|\bcannot\s+(?:be\s+)?(?:independently\s+)?(?:verif|confirm)|"
    r"\bunconfirmed\b|\bunsubstantiated\b|\b(?:has|have)\s+yet\s+to\s+(?:be\s+)?(?:verif|confirm)|"
    r"\b(?:nobody|no\s+one|none)\s+(?:\w+\s+){0,3}(?:can|could|has|have)\s+(?:verif|confirm)|\bunverified\b|\brumou?r(?:s|ed)?\b|\b(?:nothing|no\s+evidence)\s+to\s+(?:support|back|confirm)|"
    r"\b(?:would|could|did)\s+(?:not|neither)\s+confirm\b|\bneither\s+confirmed\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r",\s+(?:who\s+(?:is|was)\s+)?(?:suspected|accused|charged)\s[^,]{1,80},"
)  # his act stands without it
_ALLEGED = re.compile(
    r"涉嫌|疑似|被控|被曝(?!光)|被指(?![定派])|遭(?:到)?指控|据称|据说|涉案|(?:被|遭)[^，。]{0,10}(?:指控|指责|举报)|"
    r"\balleged(?:ly)?\b|\breportedly\b|\bsupposedly\b|\bpurported(?:ly)?\b|\bon\s+suspicion\s+of\b|\bsuspected\s+of\b|"
    r"\b(?:is|are|was|were|been)\s+(?:accused|suspected|charged\s+with|said\s+to)\b",
    re.IGNORECASE,
)
# What one charges others with, where a speaker says it.
_WRONG = re.compile(
    r"造假|伪造|篡改|虚报|虚构|剽窃|抄袭|窃取|盗取|诈骗|欺诈|受贿|行贿|贪污|挪用|侵吞|被迫|强迫|胁迫|克扣|隐瞒|掩盖|违法|违规|"
    r"违反|侵犯|泄露|骚扰|虐待|殴打|操纵|作弊|走私|洗钱|串谋|勾结|涉案|擅自|先开火|"
    r"欠薪|拖欠|辱骂|性侵|猥亵|欺骗|误导|售假|掺假|偷税|逃税|漏税|偷工减料|瞒报|漏报|谎报|隐匿|霸凌|体罚|舞弊|违约|窃密|抄走|排污|倾倒|"
    r"围标|串标|套取|骗取|冒充|敲诈|勒索|歧视|侵占|"
    r"\b(?:fabricat|falsif|forg(?:ed|ing)|stole\b|stolen|steal|cheat|defraud|launder|brib|embezzl|plagiari|rigg|"
    r"stuffed|misle[ad]|cover(?:ed|ing)\s+up|illegally|unlawfully|violat|breach|abus|harass|tortur|smuggl|conceal|"
    r"fired\s+first|(?:made|forced)\s+(?:them|him|her|us|me|staff|workers)|knew\s+of|spied|sabotag|doctored|mistreat|underpa|evad(?:ed|ing)|deceiv|exploit(?:ed|ing)|bull(?:ied|ying)|discriminat|"
    r"infring|overcharg|poison|dump(?:ed|ing)|extort|impersonat|withheld|hid(?:den)?\b|cheated)",
    re.IGNORECASE,
)
_ACCUSER = re.compile(
    r"检方|检察|原告|举报人|控方|受害者?人?|\b(?:prosecut|plaintiff|whistle-?blower|accuser|victim|former\s+employee)|\bleaked\b",
    re.IGNORECASE,
)
_ANYBODY = re.compile(
    r"\b(?:posts?|users|videos?|messages?|memes?|rumours?|rumors?|influencers?|bloggers?|online|viral)\b|网友|帖子|网帖|帖文|推文|自媒体|短视频|博主|爆料|朋友圈|社交(?:平台|媒体|网络)",
    re.IGNORECASE,
)


def sayings(text: str, segments: Sequence[Segment], entities: Sequence[Entity] = ()) -> list[Saying]:
    """What is said by somebody in `text`, by where it starts; sayings may lie in each other.

    `segments` are its sentences, and `entities` (in reading order) tell a person before a colon from a heading.
    """
    quotes = _quotes(text)
    found = list(_labelled(text, entities))
    for segment in segments:
        of_sentence = sorted(_of_sentence(text, segment, quotes), key=lambda s: (s.marker, s.start))
        found += _cut_at_next(text, _with_left_out(of_sentence), segment)
    found = [_person(saying, entities) for saying in found]
    found += _continued(text, quotes, found)
    return sorted(found, key=lambda s: (s.start, -s.end))


def _person(saying: Saying, entities: Sequence[Entity]) -> Saying:
    """A saying of his or hers, with the person named shortly before."""
    if (saying.speaker or "").casefold() not in _PEOPLE:
        return saying
    last = bisect_left(entities, saying.marker, key=lambda e: e.start)
    near = [e.text for e in entities[max(0, last - 8) : last] if e.label == "PERSON" and e.end > saying.marker - 400]
    return replace(saying, speaker=near[-1]) if near else saying


def attribution(
    text: str, span: Span, context: Span, said: Sequence[Saying], subject: str | None = None
) -> tuple[str | None, Stance]:
    """Who says the claim `text[span]`, None for the author, and its stance.

    `context` is its sentence, `said` what `sayings` found, and `subject` what a pronoun stands for.
    """
    clause, rest = text[slice(*span)], text[span[1] : min(context[1], span[1] + 160)]
    inner = _innermost(said, span)
    speaker = _named(inner.speaker, subject) if inner else None
    if inner and inner.stance == "denied":
        return speaker, "denied"
    if _REJECTED_BY.search(clause) or _DENIED_WITHIN.search(clause):
        return _refuter(clause) or speaker, "denied"
    if _DENIED_AFTER.search(text[span[1] : span[1] + 60].lstrip("”’」』\"'")):
        return None, "denied"
    if _is_unconfirmed(clause, rest) or _DOUBTFUL_SOURCE.search(text, max(context[0], span[0] - 80), span[0]):
        return (speaker or ("We" if clause.startswith("We ") else None)), "unverified"
    if inner and inner.stance != "asserted":
        return speaker, inner.stance
    if inner and speaker and (_ANYBODY.search(speaker) or _UNVERIFIED.search(speaker)):
        return speaker, "unverified"
    charged = inner is not None and (
        _ACCUSER.search(speaker or "") or _WRONG.search(clause) or "涉案" in text[inner.start : inner.start + 60]
    )
    if inner and speaker and _DENIED_LATER.match(text, span[1], span[1] + 160):
        return speaker, "alleged"
    return speaker, "alleged" if charged or _ALLEGED.search(_ASIDE.sub(",", clause)) else "asserted"


def _refuter(clause: str) -> str | None:
    """Who corrects or rejects what the clause tells: an earlier version of this article, his agent."""
    found = _EARLIER.search(clause) or _REJECTED_BY.search(clause)
    return found["who"].strip() if found else None


def _is_unconfirmed(clause: str, rest: str) -> bool:
    """Whether the clause says so, or what follows soon enough to be about it: …, a claim that nobody could confirm."""
    soon = re.compile(r"[^\u4e00-\u9fff]{0,60}|.{0,12}", re.DOTALL)
    later = _UNVERIFIED.search(_END_OF_TALK.split(rest, maxsplit=1)[0])
    return bool(_UNVERIFIED.search(clause) or (later and soon.fullmatch(rest, 0, later.start())))


def _named(speaker: str | None, subject: str | None) -> str | None:
    meant = subject if speaker is not None and speaker.casefold() in _PRONOUNS else speaker
    return " ".join(meant.split()) if meant else None


def _innermost(said: Sequence[Saying], span: Span) -> Saying | None:
    """The shortest saying that holds the middle of `span`."""
    middle = (span[0] + span[1]) // 2
    last = bisect_right(said, middle, key=lambda s: s.start)
    near = said[max(0, last - 40) : bisect_left(said, span[1], lo=last, key=lambda s: s.start)]
    # A claim may hold the words that say so too, and then its middle need not be what is said.
    holding = [s for s in near if s.start <= middle < s.end or span[0] <= s.marker < s.start < span[1] <= s.end + 1]
    return min(holding, key=lambda s: s.end - s.start, default=None)


def _quotes(text: str) -> list[Span]:
    """The quotations, marks included, each inside one paragraph; an inner one belongs to its outer one."""
    found: list[Span] = []
    opened = -1
    for match in re.finditer(rf"[{_OPEN}{_CLOSE}\"\n]", text):
        mark, at = match[0], match.start()
        if mark == "\n" or (opened >= 0 and at - opened > _LONGEST_QUOTE):
            opened = -1
        if opened < 0 and mark in _OPEN + '"':
            opened = at
        elif opened >= 0 and mark in _CLOSE + '"':
            found.append((opened, at + 1))
            opened = -1
    return found


def _of_sentence(text: str, segment: Segment, quotes: Sequence[Span]) -> Iterator[Saying]:
    start, end = segment.start, segment.end
    for match in _SAY_EN.finditer(text, start, end):
        yield from _english(text, start, end, match, quotes)
    for match in _ACCORDING.finditer(text, start, end):
        source = _TAIL_EN.sub("", (match["who"] or match["q"]).strip())
        if not _FIGURES.fullmatch(source):
            yield from _source(text, start, end, match.span(), source)
    for match in _PUTS.finditer(text, start, end):
        began, who = _speaker_en(text, start, match.start())
        if who:
            yield Saying(began, _part_end(text, match.end(), end), who, marker=began)
    for match in _SAY_ZH.finditer(text, start, end):
        yield from _chinese(text, start, end, match, quotes)
    for match in _PAPER_SAYS.finditer(text, start, end):
        yield Saying(match.end(), end, match["who"], marker=match.start())
    for match in _MADE_PUBLIC.finditer(text, start, end):
        began, who = _speaker_zh(text, start, match.start())
        if who:
            yield Saying(began, _clause_end(text, match.end(), end), who, marker=began)
    for match in _SOURCE.finditer(text, start, end):
        paper = match["who"] + (match["paper"] or "")
        cited = _CITED.search(paper)
        yield from _source(text, start, end, match.span(), _LEAD_ZH.sub("", cited[1] if cited else paper, count=1))
    for match in _NOBODY_CONFIRMS.finditer(text, start, end):
        yield Saying(match.end(), end, None, "unverified", match.start())
    for match in _LEARNT.finditer(text, start, end):
        yield Saying(match.end(), end, match["who"], marker=match.start())
    for match in _HEARSAY.finditer(text, start, end):
        stance: Stance = "unverified" if match["net"] else "alleged"
        yield Saying(match.end(), end, None, stance, match.start())


def _source(text: str, start: int, end: int, at: Span, who: str) -> Iterator[Saying]:
    """According to X: before it, after it, or on both sides where it stands in the middle."""
    began, ended = _part_start(text, at[0], start), _part_end(text, at[1], end)
    if text[began : at[0]].strip(" ,，“\"‘'") and text[max(0, at[0] - 2) : at[0]].strip() != ".":
        yield Saying(began, at[0], who, marker=at[0])
    if text[at[0] : at[1]].endswith(("，", ",", "：", ":")) or text[at[1] : at[1] + 1] in (",", "，"):
        yield Saying(at[1], ended, who, marker=at[0])


def _english(text: str, start: int, end: int, match: re.Match[str], quotes: Sequence[Span]) -> Iterator[Saying]:
    verb, after = match.start(), match.end()
    part_start, part_end = _part_start(text, verb, start), _part_end(text, after, end)
    head = text[max(start, verb - 24) : verb]
    if match["accuse"]:
        yield from _accusation(text, part_start, part_end, match)
        return
    if match["deny"] or match["reject"]:
        if not (_ACTIVE_ONLY.search(head) or _UNSAID_EN.search(head) or _REFUSED.match(text, after, end)):
            began, who = _speaker_en(text, start, verb)
            yield Saying(began, _clause_end(text, after, part_end), who or "", "denied", began)
        return
    if _UNSAID_EN.search(head) or (match[0].lower() in _NOUNS and _NOUN_BEFORE.search(head)):
        return
    stance: Stance = "alleged" if match["allege"] else "asserted"
    that = (_TOLD if match["told"] else _THAT).match(text, after, part_end)
    quoted = _QUOTES_NEXT.match(text, after, part_end)
    began, who = _speaker_en(text, start, verb)
    if not that and text[part_start:verb].rstrip().endswith((",", "”", '"', "，")) and not match["told"]:
        inverted = _INVERTED.match(text, after, part_end)
        if inverted and _is_said_before(text, part_start, verb):
            name = _TAIL_EN.sub("", inverted[1].strip())
            yield from _said_before(text, part_start, verb, name, stance, quotes)
            yield from _said_after(text, inverted.end(), name, stance, verb, quotes)
            return
    if who is None:
        return
    if that or quoted:
        yield _from_here(text, (that or quoted).end(), part_end, who, stance, began, quotes)  # type: ignore[union-attr]
        for other in _ELLIPSIS.finditer(text, after, part_end) if that else ():
            yield Saying(other.end(), part_end, other[1], stance, other.start(1))
        return
    stop = (_TOLD_SO if match["told"] else _STOPS_NEXT).match(text, after, part_end)
    if stop and text[part_start:began].strip():
        yield from _said_before(text, part_start, began, who, stance, quotes)
        yield from _said_after(text, stop.end(), who, stance, began, quotes)
        return
    colon = _COLON_NEXT.match(text, after, part_end)
    if colon:
        yield _from_here(text, colon.end(), part_end, who, stance, began, quotes)
    elif (match["free"] or match["allege"] or (match["past"] and _PAPER_EN.search(who))) and not _NOUN_NEXT.match(
        text, after, part_end
    ):
        yield _from_here(text, after, part_end, who, stance, began, quotes)


def _accusation(text: str, part_start: int, part_end: int, match: re.Match[str]) -> Iterator[Saying]:
    """The whole clause: who accuses whom of what."""
    head = text[max(part_start, match.start() - 24) : match.start()]
    if _ACTIVE_ONLY.search(head):
        by = _CITING_BY.match(text, match.end(), part_end)
        began, _ = _speaker_en(text, part_start, match.start())
        yield Saying(began, part_end, by[1] if by else None, "alleged", began)
    elif not re.search(r"\b(?:to|the|an?)\s+$", head):
        began, who = _speaker_en(text, part_start, match.start())
        if match[0].lower() == "accusing":
            began, who = match.start(), _first_name(text, part_start, match.start())
        elif _WHOM.search(head):
            began = part_start
            who = _first_name(text, part_start, match.start())
        yield Saying(began, part_end, who or "", "alleged", began)


def _first_name(text: str, start: int, end: int) -> str:
    """The words before the first verb in capitals: Poland | closed its border, accusing Minsk."""
    name = re.match(r"\W*((?:[Tt]he\s+)?(?:[A-Z][\w’'&.-]*\s?)+)", text[start:end])
    return name[1].strip() if name else ""


def _speaker_en(text: str, start: int, verb: int) -> tuple[int, str | None]:
    """Where the name before an English verb begins, and the name; None where nobody says it."""
    first = max(start, verb - 2 * _LONGEST_SPEAKER)
    for bound in _BOUND.finditer(text, first, verb):
        first = bound.end()
    parts = [(m.start(), m.end()) for m in re.finditer(r"(?:[^,]|,(?=\d))+", text[first:verb]) if m[0].strip()]
    if not parts:
        return verb, None
    apposed = len(parts) > 1 and text[first:verb].rstrip().endswith(",")
    at, to = parts[-2 if apposed else -1]
    if len(parts) > 1 and _NOBODY_EN.match(text[first + at : first + to].strip()):
        at, to = parts[-2]  # the memo, which was leaked, | said
    antecedent = _ANTECEDENT.search(text, first + at, first + to)
    if antecedent:  # reported on a memo which | said
        return antecedent.start(1), antecedent[1]
    lead = _LEAD_EN.match(text, first + at, first + to)
    began = lead.end() if lead else first + at
    name = _TAIL_EN.sub("", text[began : first + to].strip()).strip(" '‘’*_")
    nobody = not name or len(name) > _LONGEST_SPEAKER or _FIGURES.fullmatch(name) or _NOBODY_EN.match(name)
    began += len(text[began:verb]) - len(text[began:verb].lstrip())
    return began, None if nobody else name


def _is_said_before(text: str, part_start: int, verb: int) -> bool:
    """Whether `…, said X` closes what is said, and does not follow a name and its post: X, its chief, said…"""
    before = text[part_start:verb].rstrip()
    first = before.split(",")[0]
    return (
        before.endswith(("”", '"'))
        or re.search(r"\b(?:is|was|are|were)$", first) is not None
        or len(first.split()) > 5
        or any(c.isdigit() for c in first)
    )


def _said_before(
    text: str, part_start: int, marker: int, who: str, stance: Stance, quotes: Sequence[Span]
) -> Iterator[Saying]:
    """“Profits fell,” | X said: the quotation that ends here, also where it began sentences ago, or the clause."""
    quote = _quote_ending(quotes, _end_before(text, marker))
    start = min(part_start, quote[0]) if quote else part_start
    said = text[start:marker].strip(" ,")
    if said:
        yield Saying(start, marker, who, stance, marker)
    goes_on = _GOES_ON.search(text, marker, _part_end(text, marker, min(len(text), marker + 160)))
    if said and goes_on and (len(said.split()) < _FEW_WORDS or goes_on["act"]) and said.isascii():
        yield Saying(goes_on.end(), _sentence_end(text, goes_on.end()), who, stance, marker)


def _said_after(
    text: str, after: int, who: str, stance: Stance, marker: int, quotes: Sequence[Span]
) -> Iterator[Saying]:
    """The quotation that goes on after X said."""
    opened = after + len(text[after : after + 4]) - len(text[after : after + 4].lstrip(" ,，：:"))
    quote = _quote_starting(quotes, opened)
    if quote:
        yield Saying(*quote, who, stance, marker)


def _from_here(
    text: str, start: int, end: int, who: str, stance: Stance, marker: int, quotes: Sequence[Span]
) -> Saying:
    """What follows X said: to the end of the sentence, and of the quotation that begins here."""
    opened = start + len(text[start : start + 3]) - len(text[start : start + 3].lstrip(" ，：:,"))
    quote = _quote_starting(quotes, opened)
    return Saying(start, max(end, quote[1]) if quote else end, who, stance, marker)


def _chinese(text: str, start: int, end: int, match: re.Match[str], quotes: Sequence[Span]) -> Iterator[Saying]:
    verb, after = match.start(), match.end()
    began, who = _speaker_zh(text, start, verb)
    if who is None or (match["mark"] and re.search(r"(?:[的该]|[这那一][份项篇则])$", who)):
        return
    if match["deny"]:
        yield Saying(began, _clause_end(text, after, end), who, "denied", began)
        return
    if match["shows"] and not re.search(r"报告|研究|调查|统计|榜|财报|文件|备忘录|study|report|数据|指数", who):
        return
    stance: Stance = "alleged" if match["accuse"] else "asserted"
    content = after + len(text[after:end]) - len(text[after:end].lstrip("道，：:, "))
    before = text[max(0, began - 2) : began].rstrip(" ")[-1:]
    if match["stop"] and before not in _CLOSE + '"':
        return
    if who and before and before in '，,”」"' and (before in '”」"' or not text[content:end].strip("。！？!?.”’ ")):
        yield from _said_before(text, _part_start(text, verb, start), began, who, stance, quotes)
    if text[content:end].strip("。！？!?.”’ "):
        yield _from_here(text, content, end, who, stance, began, quotes)


def _speaker_zh(text: str, start: int, verb: int) -> tuple[int, str | None]:
    """Where the name before a Chinese verb begins, and the name: "" where it is left out, None where nobody says it."""
    first = max(start, verb - _LONGEST_SPEAKER)
    for bound in _BOUND_ZH.finditer(text, first, verb):
        first = bound.end()
    lead = _LEAD_ZH.match(text, first, verb)
    began = lead.end() if lead else first
    name = text[began:verb]
    if name.startswith(("据", "根据", "按照")):
        return began, None  # _SOURCE reads these
    cited = _CITED.search(name)
    name = re.split(r"(?<=.)[称说](?=..)", cited[1] if cited else name)[-1]
    name = _TAIL_ZH.sub("", name).strip(" ，,“”\"'《" if "》" not in name else " ，,“”\"'")
    if _FIGURES_ZH.fullmatch(name) or _SOMEBODY_ZH.search(name):
        return began, None
    if not name:  # X发布公告，| 称…
        before = re.search(r"([^，。；：]+)，$", text[max(start, first - 60) : first])
        clause = before[1] if before else ""
        made, paper = _WENT_PUBLIC.search(clause), _PAPER.search(clause)
        name = (
            _LEAD_ZH.sub("", _TAIL_ZH.sub("", clause[: made.start()]), count=1) if made else paper[0] if paper else ""
        )
    return began, name


def _labelled(text: str, entities: Sequence[Entity]) -> Iterator[Saying]:
    """Lines that begin with a name and a colon: an interview, a transcript."""
    starts = [e.start for e in entities]
    for match in _LINE_LABEL.finditer(text):
        label = match[1].rstrip()
        if _NO_LABEL.fullmatch(label) or _SAY_ZH.search(label + "：") or _SAY_EN.search(label):
            continue
        i = bisect_left(starts, match.start(1))
        name = entities[i] if i < len(entities) and entities[i].start == match.start(1) else None
        named = name and name.label in ("PERSON", "ORG") and name.end == match.start(1) + len(label)
        if named or text[match.end()] in "“「":
            line_end = text.find("\n", match.end())
            yield Saying(match.end(), len(text) if line_end < 0 else line_end, label, marker=match.start(1))


def _with_left_out(said: Sequence[Saying]) -> Iterator[Saying]:
    """Sayings of one sentence, with a speaker who is left out taken from the saying before: X否认…，| 称…"""
    last: str | None = None
    for saying in said:
        if saying.speaker == "" or (last and (saying.speaker or "").casefold() in _PRONOUNS):
            saying = replace(saying, speaker=last)
        if (saying.speaker or "").casefold() not in _AUTHOR:
            yield saying
        last = saying.speaker if saying.speaker and saying.speaker.casefold() not in _PRONOUNS else last


def _cut_at_next(text: str, said: Iterator[Saying], segment: Segment) -> Iterator[Saying]:
    """Sayings of one sentence, each ending where the next speaker comes in."""
    every = list(said)
    for i, saying in enumerate(every):
        later = [s.marker for s in every[i + 1 :] if saying.start <= s.marker < saying.end <= segment.end]
        author = _AUTHOR_AGAIN.search(text, saying.start, min(saying.end, segment.end))
        later += [author.start()] if author else []
        cut = replace(saying, end=min(later)) if later and saying.marker < saying.start else saying
        if cut.start < cut.end:
            yield cut


def _continued(text: str, quotes: Sequence[Span], said: Sequence[Saying]) -> Iterator[Saying]:
    """A quotation that follows another's sentence at once is its speaker's too: “A,” said X. | “B.”"""
    by_quote: dict[int, Saying] = {}
    for saying in said:
        quote = _quote_ending(quotes, _end_before(text, saying.end))
        if quote and saying.start <= quote[0]:
            by_quote[quote[0]] = saying
    before: Span | None = None
    for quote in quotes:
        earlier = by_quote.get(before[0]) if before else None
        if before and earlier and quote[0] not in by_quote and _ONE_STOP.fullmatch(text, before[1], quote[0]):
            by_quote[quote[0]] = replace(earlier, start=quote[0], end=quote[1])
            yield by_quote[quote[0]]
        before = quote


def _quote_starting(quotes: Sequence[Span], at: int) -> Span | None:
    i = bisect_left(quotes, at, key=lambda q: q[0])
    return quotes[i] if i < len(quotes) and quotes[i][0] == at else None


def _quote_ending(quotes: Sequence[Span], at: int) -> Span | None:
    i = bisect_left(quotes, at, key=lambda q: q[1])
    return quotes[i] if i < len(quotes) and quotes[i][1] == at else None


def _end_before(text: str, position: int) -> int:
    """`position`, or where the white space before it begins."""
    near = text[max(0, position - 4) : position]
    return position - len(near) + len(near.rstrip())


def _part_start(text: str, position: int, start: int) -> int:
    """Where the part of the sentence between semicolons that holds `position` begins."""
    return max(start, text.rfind(";", start, position) + 1, text.rfind("；", start, position) + 1)


def _part_end(text: str, position: int, end: int) -> int:
    found = text.find(";", position, end)
    return end if found < 0 else found


def _sentence_end(text: str, position: int) -> int:
    found = re.compile(r"[;\n]|\.(?=\s|$)").search(text, position)
    return found.start() if found else len(text)


def _clause_end(text: str, position: int, end: int) -> int:
    comma = re.compile(r"[，,；;。](?!\d)").search(text, position, end)
    return comma.start() if comma else end
