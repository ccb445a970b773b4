"""Clauses without a figure: whether one reports an act or a state that can be looked up.

No parser: a light test for a finite verb in the past, the perfect or a decided future, with a filter for opinion,
prediction, question and advice in front. Both languages are looked for in every clause, so that mixed text needs no
rule of its own.
"""

from __future__ import annotations

import re

from toolkit.claims import words
from toolkit.claims.verbs_zh import NOUN_TAILS, STATES, VERBS, alternatives

# --- English verbs

_AUXILIARY = re.compile(
    r"\b(?:was|were|had|has|have|did|is|are|been|being|will|would|isn't|wasn't|didn't|don't|doesn't)\b"
)
# Acts and states that news put into the present: denials, blame, what somebody has, holds or does.
_PRESENT = re.compile(
    r"\b(?:den(?:y|ies)|reject|accuse|blame|dispute|oppose|support|back|refuse|contest|call|allege|remain|stay|stand|"
    r"own|hold|employ|carr(?:y|ies)|contain|include|operate|run|produce|make|sell|supply|supplies|use|face|count|lead|"
    r"plan(?=s?\s+to\b)|intend|control|serve|host|belong|lack|outnumber|exceed|earn|surpass|cover|involve|ban|control|claim|manage|require|allow|live|work|appear)s?\b"
)
_FUTURE = re.compile(r"\b(?:will|would|shall|to|is|are|was|were)\s+(?:(?:not|also|formally)\s+)?(?:be\s+)?[a-z]{2,}\b")
_COMPOUND = re.compile(r"\b(the|an?|its|his|her|their)\s+[a-z]+-[a-z]+\b")  # the state-owned miner
_ELECTED = re.compile(r"[A-Z][a-z]+ed\s")  # Elected in 2014, …
_PASSIVE_PLAN = re.compile(
    r"\bmust\s|\b(?:is|are|was|were)\s+(?:due|scheduled|set)\s+to\b|\bto\s+be\s+[a-z]+(?:ed|en|t)\b"
)
_DEFINITE = re.compile(r"(?:the|its|his|her|their)\s", re.IGNORECASE)
_IS_TO = re.compile(r"\b(?:is|are)\s+to\s+[a-z]+\b")
# What a bill or a deal lays down can be read in it.
_WOULD_RULE = re.compile(
    r"\bwould\s+(?:also\s+)?(?:ban|bar|prohibit|forbid|require|oblige|allow|let|permit|give|force|impose|create|abolish|limit|cap)\b"
)
# What somebody is doing now, or has put off: is halting exports, has yet to sign.
_PROGRESSIVE = re.compile(
    r"\b(?:is|are)\s+(?:(?:now|also|still|already|not|currently|again)\s+)?"
    r"(?!go|gett|becom|look|feel|com|do|dy|mak|tak|hav|try|wait|hop|think|grow|chang)[a-z][a-z-]+ing\b(?!\s+to\s+be\b)"
)
_YET_TO = re.compile(r"\b(?:has|have|had)\s+yet\s+to\s+[a-z]+")
# What somebody who is named will do, by verbs of decision: a pledge or a plan, not an outcome.
_WILL_DO = re.compile(
    r"\bwill\s+(?:(?:also|now|not|soon|no\s+longer)\s+)?(?:pay|buy|sell|build|open|close|launch|cut|raise|lower|ban|end|stop|"
    r"start|begin|hold|host|send|give|provide|invest|hire|replace|leave|join|release|publish|introduce|require|suspend|"
    r"resume|appeal|sue|offer|allow|withdraw|supply|receive|sign|shut|scrap|impose|fund|recall|list|resign|"
    r"retire|step\s+down|stand\s+down|take\s+over|lay\s+off)\b"
)
_PERFECT = re.compile(
    r"\b(?:has|have)\s+(?:\w+\s+){0,2}?(?:been|taken|gone|given|done|seen|shown|written|fallen|risen|grown|begun|chosen|"
    r"driven|broken|spoken|stolen|sworn|drawn|flown|become|come|run|set|put|cut|hit|let|forgotten|frozen|beaten|borne)\b"
)
_PARTICIPLE = re.compile(
    r"^(?:(?:[a-z]+ly|little|barely|almost|still|now|first|hours|days|weeks|months)\s+)?(?:after\b|before\b|[a-z]{3,}ing|[a-z]{3,}ed|made|built|held|sold|led|known|seen|written|level\s+with|ahead\s+of|short\s+of|unlike|compared)\b"
)
_RELATIVE = re.compile(r"^(?:who|whom|whose|which|where)\b")
_DETERMINER = re.compile(r"^(?:an?|the|its|his|her|their|our|[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,3}$)")
_JUDGING = re.compile(
    r"\b(?:is|are|was|were|be|been|feels?|felt|looks?|seems?|sounds?|sounded)\s+(?:\w+\s+){0,2}?(?:right|wrong|good|bad|"
    r"great|fair|unfair|beautiful|ugly|sad|happy|clear|obvious|absurd|"
    r"shame|disgrace|victory|tragedy|farce|joke|miracle|mistake|failure|success|cheerful|far\s+from)\b"
)

_ZH_ACT = re.compile(rf"(?:{words.ACTS_ZH})(?!的(?!报道|传闻|消息|说法|指控)|者|率|量|会议$|权)")
# Any other verb of the table, of somebody who is named: 辽宁舰穿越宫古海峡.
_ZH_VERB = re.compile(
    rf"(?<=[\u4e00-\u9fffA-Za-z0-9》”）\s])(?:{alternatives(' '.join(set(VERBS.split()) - set(STATES.split())))})"
    rf"{NOUN_TAILS}(?!的|者|$)"
)
_ZH_ASPECT = re.compile(
    r"(?<![罢极为除跟受])了(?!解|不|得|断|结|如)|(?<![不而])已(?:经)?(?!知|故)|(?<![不未])曾(?!经沧海)|(?<![棉])被(?!动|子|告|誉)|(?<!遭)遭(?!遇不测)|"
    r"[一-鿿]过(?!去|程|度|于|渡|来|年|节|分)(?=[一-鿿“])"
)
_ZH_NEGATION = re.compile(
    r"没有(?!人|谁|什么|哪|赢家|意义|尽头)|尚未|从未|并未|均未|毫无根据|并无|查无|无此事|毫不知情|未(?![来必免婚知遂央成满可])|并非|不属实|纯属(?:捏造|虚构|谣言|诬[告陷蔑])|(?:回应|表示|声明)称?不实|不再|无人|并无|从不|否认"
)
_ZH_COMING = re.compile(r"将(?:于|在|从|向|对|被|由|把|取)?|定于|拟于|截止|有效期|到期|至")
_ZH_COPULA = re.compile(r"(?<![这那可还就都只不但于总凡])是(?!否|不是|非)|均[为系]|(?<![联关体派直])系(?![统列数])")
# Who does something in the news without being named. Without a name, a date, a source or one of these a Chinese clause
# is a general truth or a figure of speech: 吓了一跳.
_ZH_ACTOR = re.compile(
    r"公司|[一-鿿]方(?=[^面法式位向案程便])|[行部市省州县局院校处厅社站]长|大使|领导人|人员|人士|研究者|网友|用户|受访者|家长|说法|消息|传闻|季度|赛季|地铁|号线|景区|商场|"
    r"企业|集团|银行|法院|法庭|检方|警方|警察|政府|当局|部门|委员会|董事|股东|议会|国会|议员|总统|总理|部长|市长|省长|主席|院方|校方|厂方|"
    r"医院|学校|大学|机构|协会|工会|俱乐部|球队|军方|部队|士兵|飞机|航班|列车|船|桥|工厂|车间|矿|男子|女子|员工|工人|职工|居民|村民|学生|患者|"
    r"乘客|嫌疑人|被告|原告|律师|专家|记者|作者|球员|教练|选手|队|双方|各方|两国|两党|该|他|她|它|其|此案|此事|事故|火灾|地震|台风|爆炸|疫情|项目|工程|"
    r"产品|系统|软件|应用|平台|网站|账号|视频|照片|文件|备忘录|报告|协议|合同|法案|条例|提案|决议|计划|交易|会议|谈判|比赛|判决|股价|股票|业务|资产"
)
_TALK = re.compile(
    r"[“\"(]?(?:You|Your|My|I|I['’]\w+|Don['’]t|Do\s+not)\s(?![^“\"]*[”\"])"
    r"|(?:Eat|Plant|Tell|Keep|Take|Use|Add|Mix|Bake|Heat|Stir|Drink|Sleep|Walk|Try|Call|Visit|Click|Check|Remember|Consider|Make|Send|"
    r"Write|Join|Avoid|Bring|Ask|Wait|Watch|Choose|Pour|Wash|Turn|Start|Stop|Leave|Cover|Cook|Store|Water|Give)\s+"
    r"(?:them|it|this|these|your|us|me|slowly|well|for|at|until|in\s+(?:a|an|the|cold|hot|warm)|no\s+more|\d)\b"
)
# What nobody can look up: how the writer feels, sayings, calls to the reader, the page's own talk.
_NO_NEWS = re.compile(
    r"咱|[我咱]们(?:都|要|应|需|认为|相信|希望|每个人|这个?时代|生活)|"
    r"大家|拭目以待|为时过早|打赌|多半|大概是|想必|有多少|哪[一些里家个种]|年(?:已经)?过去了$|^继[^，]+后$|就算|哪怕|"
    r"总(?:是|要|归|会|可以)|往往|说了算|就(?:能|会|太|容易|不行|行了)|那就|^(?:别(?![的墅国名])|切勿|切记|千万|不要)|"
    r"^(?:许多|不少|很多|大多数)(?:国家|公司|企业|人)(?=[^，]*(?:不|想|需要|希望|喜欢))|"
    r"^请|谨向|敬请|^欢迎|不妨|动动脑|恐怕|很可能|或许|也许|似乎|仿佛|难道|究竟|"
    r"有待|待查|该[^，。]{1,4}了$|越[^，。]{1,8}越|^越|^那么|本文|本站|编者按|图为|^图片|版权所有|转载|有风险|风险提示|记住|"
    r"咎由自取|归根|说到底|好比|就像|如同|像[^，。]{1,12}一样|何尝|岂|"
    r"\b(?:[Yy]our|[Yy]ou|let's|please|wow|LOL)\b|^[Jj]ust\s+(?=[a-z])(?!over|under|one|two|three|half)|"
    # judgements dressed as facts
    r"\bthere\s+is$|\bdeserve[sd]?\b|\b[Ff]ew\s+things\b|\b(?:over|under)rated\b|\b[Ww]hoever\b|"
    r"\bmost\s+(?:beautiful|elegant|exciting|interesting|boring|charming|lovely|delicious|brilliant|remarkable)\b|"
    # figures of speech
    r"\bthan\s+(?:any(?!\s+other)|how|ever|words|meets)\b|times\s+out\s+of\s+(?:ten|a\s+hundred)|\b110\s?%|"
    r"\b[Aa]\s+(?:million|thousand|hundred)\s+(?:times|excuses|reasons|ways|words)\b|"
    r"^(?:FOR IMMEDIATE|Forward-looking|No part of)|"
    r"\b(?:transformative|exciting|proud|thrilled|like never before|rights reserved|be reproduced)\b|"
    r"declined to comment|"
    r"拒绝置评|未予置评|没有回应|未回应|不予置评|尚未回应|没有置评"
)
_GENERIC = re.compile(
    r"^(?:There\s+(?:is|are)\s+(?:an?|no|\w+)\s+(?:kinds?|sorts?|types?|ways?|things?|reasons?)\b|Nobody\s+(?:knows|likes|wants)|Who\b|What\b|Why\b|How\b|(?:Sometimes|Usually|Always|Never)\b|没有人|人们|每个人|任何人|做人)"
)
# Attribution alone: the bank said, according to the ministry, 据路透社报道.
_SAYING = (
    r"sa(?:ys?|id)|told\s+[\w\s]{2,24}?|reckons?|believes?|predicts?|(?<!the )claims|claimed|argues?|argued|"
    r"adds?|added|"
    r"writes?|wrote|concludes?|concluded|reckoned|boasts?|boasted|concedes?|conceded|replied|warn(?:s|ed)|report(?:s|ed)|announced|emerged|show(?:s|ed)|estimated|noted|explained|insist(?:s|ed)"
)
_ATTRIBUTION = re.compile(
    rf"^asked\s+(?:by|whether|about|if)\b|\b(?:investigators|researchers|auditors|police|study|report|court|jury|judges?)\s+(?:found|finds|heard)$"
    r"|^an?\s+(?:[a-z]+\s+)?(?:study|survey|report|poll|audit|review|analysis|inquiry|investigation)\b[^,]*\s(?:found|finds|shows?|showed|suggests?|suggested|concluded?s?|reveal(?:s|ed))$"
    r"|^(?:调查|研究|检查|审计|测试|检测|统计)(?:结果)?发现$|^[^，。否驳]{1,8}指控$|^[^，。]{2,10}的是$"
    rf"|^[Aa]s\s+.*\b(?:asked|said|says|told|noted|put)\b|(?:问题|原因|看法|回答|说法|结论|答案|意思)是$"
    rf"|^(?:according\s+to|citing|quoting|as\s+reported|(?:{_SAYING})(?=\s+(?:[A-Z]|an?\b|the\b|its\b|his\b|her\b|their\b|Mr|Ms)))"
    rf"|(?<!was\s)(?<!were\s)(?<!been\s)(?<!never\s)(?<!not\s)\b(?:{_SAYING})(?:\s+(?:on|in|at|to|late|early|yesterday|today|this|last|after)\b[\w\s,’'.-]{{0,40}})?$"
    r"|(?<!was\s)(?<!were\s)(?<!been\s)(?<!never\s)(?<!not\s)(?<!is\s)(?<!be\s)(?<!are\s)"
    r"\b(?:confirm(?:s|ed)|reveal(?:s|ed)|admit(?:s|ted)|acknowledge[sd]|disclose[sd]|stress(?:es|ed))$"
    r"|^(?:据|根据|按照|援引)[^，。]{2,40}$"
    r"|(?:发文|通知|文件|意见|办法|方案|条例|新规|指引|声明)[^，。]{0,4}(?:要求|规定|明确|提出)$"
    r"|(?:称|表示|说|指出|认为|透露|披露|显示|写道|强调|回应|呼吁|介绍|报道|通报|公布|公告|宣布|提到|报告|解释|补充|预计|估计|(?<!千)问|答)$",
    re.IGNORECASE,
)


# The writer's own doings, which nobody else can look up.
_PERSONAL = re.compile(r"我(?!们|国|省|市|校|院|军|方)|\bI(?=\s[a-z])|\b[Mm]y\b")


_SHORTEST_ACT = 8  # characters of a clause that says who did what


def is_attribution(clause: str) -> bool:
    """Whether a clause only says who says it: the bank said on Monday, 发言人表示."""
    return len(clause) < 90 and _ATTRIBUTION.search(clause) is not None


def has_verb(clause: str) -> bool:
    """Whether an English clause has a finite verb, as far as words tell."""
    clause = _COMPOUND.sub(r"\1", clause)
    return bool(words.PAST.search(clause) or _AUXILIARY.search(clause) or _PRESENT.search(clause))


def starts_with_verb(clause: str) -> bool:
    """Whether an English clause begins with its verb, so that its subject stands before: took effect on Monday."""
    verb = words.PAST.match(clause) or _AUXILIARY.match(clause) or _PRESENT.match(clause)
    return verb is not None and not re.match(r"(?:is|are|was|were|did|has|have)\s+\w+\s+\w+.*\?", clause)


def is_relative(clause: str) -> bool:
    """Whether an English clause begins with a relative pronoun."""
    return _RELATIVE.match(clause) is not None


def is_aside(clause: str) -> bool:
    """Whether an English clause cannot stand alone: signed in Doha; whom it accuses of theft; its chief executive."""
    if _RELATIVE.match(clause) or _PARTICIPLE.match(clause):
        return True
    return _DETERMINER.match(clause) is not None and not has_verb(clause)


def is_open(clause: str) -> bool:
    """Whether a clause is no fact at all: a question, advice, a supposition, the writer's own feelings."""
    return bool(
        words.QUESTION.search(clause)
        or _NO_NEWS.search(clause)
        or words.SUPPOSITION.match(clause)
        or "如果" in clause
        or re.match(r"(?:This|It|That)\s+is\s+the\s+\w+\s+(?:we|I)\b|don['’]t\b", clause) is not None
        or _GENERIC.match(clause)
    )


def is_talk(sentence: str) -> bool:
    """Whether a whole sentence is about the writer or speaks to the reader: You queue for an hour; Plant them deep."""
    return _TALK.match(sentence) is not None


def tells_views(clause: str) -> bool:
    """Whether a clause tells what somebody thinks, advises or asks, or is the writer's own affair."""
    return bool(
        is_open(clause)
        or _PERSONAL.search(clause)
        or words.OPINION.search(clause)
        or words.ADVICE.search(clause)
        or _JUDGING.search(clause)
    )


def reports_act(clause: str, *, dated: bool, attributed: bool, named: bool, named_near: bool = True) -> bool:
    """Whether a clause without a figure says what somebody did, did not do or is bound to do.

    `dated` says that a date stands in it, `attributed` that somebody else is quoted with it, `named` that it holds a
    name and `named_near` that its sentence does.
    """
    if tells_views(clause) or is_attribution(clause):
        return False
    return _reports_zh(clause, dated, attributed, named, named_near) or _reports_en(clause, dated, attributed, named)


def _reports_en(clause: str, dated: bool, attributed: bool, named: bool) -> bool:
    if words.CHARGE.match(clause):
        return True
    clause = _COMPOUND.sub(r"\1", clause)
    if len(clause.split()) < 3 and not (len(clause.split()) > 1 and words.PAST.search(clause)):
        return False
    if re.search(r"\b(?:could|may|might|expect(?:s|ed)?|predict(?:s|ed)?|forecasts?|hopes?|hoped|if)\b", clause):
        return False
    if _WOULD_RULE.search(clause):
        return True
    if dated and _ELECTED.match(clause):
        return True
    if _YET_TO.search(clause) or (named and _WILL_DO.search(clause)):
        return True
    if re.search(r"\b(?:will|would|to be)\b", clause):
        return (dated and _FUTURE.search(clause) is not None) or bool(re.search(r"\bwould not\b", clause))
    if _PASSIVE_PLAN.search(clause):
        return dated
    if _IS_TO.search(clause):
        return dated or named
    if words.PAST.search(clause) or re.search(r"\b(?:was|were|had|did)\b", clause) or _PERFECT.search(clause):
        return True
    if re.search(r"\b(?:has|have)\b", clause):
        return attributed or named or dated
    if re.search(r"\b(?:is|are)\s+no(?:t)?\b|\b(?:do(?:es)?\s+not|do(?:es)?n['’]t|cannot|never)\b", clause):
        return attributed or named
    if _PROGRESSIVE.search(clause):
        return named or dated or attributed
    if re.search(r"\b(?:is|are)\s+(?:false|untrue|fake|a\s+hoax)\b", clause):
        return True
    present = _PRESENT.search(clause)
    if present and present.start() == 0 and present[0].endswith("s"):
        return True  # … and counts BMW among its customers
    if present and present.start() > 0:
        return (
            attributed
            or named
            or dated
            or re.match(r"(?:The|An?|It|Its|He|She|They|Their|[Mm]inisters)\b", clause) is not None
        )
    return (
        attributed
        and re.search(r"\b(?:is|are)\b", clause) is not None
        and (named or _DEFINITE.match(clause) is not None)
    )


def _reports_zh(clause: str, dated: bool, attributed: bool, named: bool, named_near: bool) -> bool:
    if len(re.findall("[\u4e00-\u9fff]", clause)) < 2 or len(clause) < 4:
        return False
    acts = _ZH_ACT.search(clause) or _ZH_NEGATION.search(clause)
    known = named or dated or attributed or _ZH_ACTOR.search(clause) is not None
    if words.PREDICTION.search(clause) and not (dated or acts):
        return False
    if (acts and (known or named_near)) or (known and _ZH_ASPECT.search(clause)):
        return True
    if named and len(clause) >= _SHORTEST_ACT and _ZH_VERB.search(clause):
        return True
    if dated and (_ZH_COMING.search(clause) or len(clause) >= 12):
        return True
    return attributed and (_ZH_COPULA.search(clause) is not None or "将" in clause)
