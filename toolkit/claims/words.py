"""What words say about a clause: that it reports an act, compares, predicts, asks… One pattern each, both languages."""

from __future__ import annotations

import re


def _either(zh: str, en: str) -> re.Pattern[str]:
    return re.compile(rf"{zh}|\b(?:{en})\b", re.IGNORECASE)


# A verb before 的 describes a thing (发布的报告) and reports nothing.
# An act that took place or did not: enough for a claim without a figure.
ACT = _either(
    r"(?:发布|推出|上线|公布|成立|创立|创办|收购|并购|禁止|禁用|封禁|封杀|取缔|制裁|起诉|提起诉讼|批准|"
    r"否决|指控|指责|控告|否认|驳斥|反驳|"
    r"宣布|签署|签订|通过了|逮捕|拘留|拘捕|判处|判决|定罪|袭击|轰炸|发射|击落|入侵|攻击|关闭|裁员|破产|"
    r"上市|退市|摘牌|罚款|处罚|召回|"
    r"泄露|窃取|剽窃|抄袭|提出|提议|当选|辞职|任命|罢免|去世|遇害|身亡|列入黑名单|拉黑|接入|呼吁|称赞|夸奖|"
    r"开源(?!大?模型|社区|项目|软件|家族|生态|协议|代码|版|市场|领域|AI)|达成(?:了)?[^，。]{0,12}(?:协议|"
    r"休战|和解|共识)|"
    r"提供(?:了)?[^，。]{0,6}(?:支持|支援|资金|援助|武器|服务))(?!的)",
    r"launch(?:ed|es)?|unveil(?:ed|s)?|releas(?:ed|es)|found(?:ed|s)|establish(?:ed|es)?|acquir(?:ed|es|"
    r"e)|bought|ban(?:ned|s)?|"
    r"blacklist(?:ed|s)?|sanction(?:ed|s)|sued?|sues|approv(?:ed|es|e)|reject(?:ed|s)?|den(?:y|ied|ies)|"
    r"accus(?:ed|es|e)|"
    r"announc(?:ed|es|e)|signed|passed|arrest(?:ed|s)?|convict(?:ed|s)|fined|invad(?:ed|es|e)|"
    r"attack(?:ed|s)|bomb(?:ed|s)|"
    r"kill(?:ed|s)|died|delist(?:ed|s)?|invest(?:ed|s)|recall(?:ed|s)|resign(?:ed|s)?|appoint(?:ed|s)|"
    r"elected|won|wins|propos(?:ed|es|e)|"
    r"introduc(?:ed|es)|prais(?:ed|es)|leak(?:ed|s)|st(?:ole|olen|eals)|plagiari[sz](?:ed|es)|refut(?:ed|"
    r"es|e)|dismiss(?:ed|es)|open-sourced|"
    r"reach(?:ed|es)?(?:\s+[\w-]+){0,3}\s+(?:truce|deal|agreement|settlement|accord)|"
    r"(?:truce|deal|agreement|settlement|accord)\b[^.,;]{0,30}\breached|agreed\s+(?:on\s+)?an?\s+\w+|"
    r"(?:gives?|gave|provid(?:ed|es)|suppl(?:ied|ies))(?:\s+[\w-]+){0,3}\s+(?:support|help|aid|funds|"
    r"weapons|services)",
)

# A measured comparison with something named; the thing compared with follows.
COMPARISON = _either(
    r"超越|高于|低于|多于|少于|优于|强于|弱于|不及|不如|领先于?|落后于?|胜过|击败|碾压|"
    r"超过(?=[^\d一二三四五六七八九十百千万亿]*[A-Za-z\u4e00-\u9fff]{2})|"
    r"相比|比(?=[^，。例重率如分]{1,20}(?:高|低|多|少|大|小|快|慢|贵|便宜|好|差|强|弱))",
    r"ahead\s+of|behind|outperform(?:ed|s)?|surpass(?:ed|es)?|overt(?:ook|ake|akes|aken)|outsell(?:s)?|"
    r"outsold|beat(?:s|en)?|"
    r"(?:more|fewer|less)\s+(?:\w+\s+){0,2}than(?!\s+(?:[\d$€£¥]|a\b|one\b|two\b|three\b|half|twice|double))|"
    r"(?!other|rather)\w{2,}er\s+than|twice\s+as|times\s+(?:as|more|higher|larger)|compared\s+(?:with|to)",
)

SUPERLATIVE = _either(
    r"最(?:大|多|高|低|少|快|长|贵|便宜|畅销|受欢迎|小|早|年轻|古老|富有|先进)|(?:全球|世界|全国|亚洲|"
    r"史上|历史上?)(?:首个|首款|首次|首家|第一)|唯一一?[家个款]|首位|榜首|冠军|垫底",
    r"(?:the|world's|china's|its|their|ever)\s+(?:\w+-?){0,2}(?:largest|biggest|highest|lowest|fastest|"
    r"smallest|oldest|richest|cheapest|best-selling|longest)|"
    r"most\s+(?:downloaded|popular|used|valuable|expensive|cited|visited|populous)|(?:came|finished|"
    r"placed)\s+(?:first|last)",
)

PREDICTION = _either(
    r"预计|预测|预期|打算|计划(?=[在于投推])|有望|或将|料将|即将|将(?=[^军领士近其]{0,12}(?:投资|达|超|"
    r"增|减|成为|推出|发布|上线|实现|突破|在|于|会|使|导致|占))|"
    r"可能|也许|未来[^，。]{0,8}[年月]内?|(?<![机学社协工商大议])会(?=成为|达|超|有|是|被|选择|继续|再)",
    r"will|would|could|may|might|shall|expect(?:s|ed)?\s+to|forecasts?|predict(?:s|ed)?|likely|set\s+to|"
    r"plans?\s+to|aims?\s+to|by\s+20[3-9]\d",
)
OPINION = _either(
    r"我认为|我们认为|笔者|在我看来|我相信|显然|毫无疑问|无疑|遗憾|可悲|荒谬|可笑|令人|不得不说|说到底|"
    r"归根结底|意味着|似乎|仿佛",
    r"I\s+(?:think|believe|feel)|we\s+(?:think|believe)|in\s+(?:my|our)\s+(?:view|opinion)|arguably|"
    r"obviously|clearly|"
    r"unfortunately|undoubtedly|seems?|disgraceful|ridiculous|wonderful",
)
ADVICE = _either(
    r"建议|应当|应该|必须|不妨|务必|理应|需要(?=我们|各国|企业|政府)",
    r"should|must|ought\s+to|need(?:s)?\s+to|had\s+better|please|recommend(?:s|ed)?|urge[sd]?",
)
SUPPOSITION = _either(
    r"假如|如果|假设|假定|倘若|要是|(?<![^，。；：、\s])若(?!干)|设想",
    r"^if|suppose|supposing|assuming|imagine|hypothetically",
)
QUESTION = re.compile(r"[？?][”’\"」』）)]*\s*$|[吗呢么][。”]?$|(?:^|\W)(?:难道|何以|为何|为什么|谁)")
ATTRIBUTION = _either(
    r"据|援引|报道称?|表示|透露|称(?!赞|为|号|霸|职)|显示|指出|披露",
    r"according\s+to|sa(?:id|ys)|report(?:ed|s)|cit(?:ed|es|ing)|told|show(?:s|ed)|claim(?:s|ed)",
)

# name → words; the name goes into the reason "about …".
TOPICS: dict[str, re.Pattern[str]] = {
    "money": _either(
        r"[美欧日港]元|人民币|亿元|万元|股价|市值|营收|收入|利润|亏损|投资|融资|估值|罚款|破产|收购|上市|"
        r"退市|摘牌|收益率|回报率|成本",
        r"dollars?|euros?|yuan|pounds?|shares?|stocks?|revenue|profits?|loss(?:es)?|invest\w*|funding|"
        r"valu(?:ed|ation)|bankrupt\w*|acquir\w+|delist\w*|market\s+value|return",
    ),
    "health": _either(
        r"疫苗|癌|病毒|患者|死亡|感染|药物|疾病|医院|健康|中毒|疫情",
        r"vaccin\w+|cancer|virus\w*|patients?|deaths?|died|infect\w+|drugs?|diseases?|hospitals?|health|poison\w*",
    ),
    "crime": _either(
        r"犯罪|谋杀|杀害|诈骗|盗窃|窃取|逮捕|拘留|判处|贪污|受贿|贿赂|走私|毒品|强奸|泄露",
        r"crimes?|murder\w*|killed|fraud\w*|stole\w*|theft|arrest\w*|convict\w*|brib\w+|corruption|"
        r"smuggl\w+|rape\w*|leak\w*",
    ),
    "law": _either(
        r"法案|法院|诉讼|起诉|判决|违法|立法|禁止|禁令|制裁|条例|黑名单|指控|议员|国会",
        r"laws?|courts?|lawsuits?|sue[ds]?|ruling|illegal\w*|legislation|bann?(?:ed|s)?|sanction\w*|"
        r"blacklist\w*|acts?|bill|accus\w+|lawmakers?|congress",
    ),
    "military": _either(
        r"军方|军队|军事|战争|导弹|袭击|轰炸|入侵|核武|武器|士兵|国防",
        r"military|army|wars?|missiles?|attack\w*|bomb\w*|invad\w+|invasion|nuclear|weapons?|troops|"
        r"soldiers?|defen[cs]e",
    ),
}
