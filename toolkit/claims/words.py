"""What words say about a clause: that it reports an act, compares, predicts, asks… One pattern each, both languages."""

from __future__ import annotations

import re


def _either(zh: str, en: str) -> re.Pattern[str]:
    return re.compile(rf"{zh}|\b(?:{en})\b", re.IGNORECASE)


# --- acts: what somebody did, did not do, or what befell somebody

# Irregular pasts; the others end in -ed.
_IRREGULAR = (
    r"ate|became|began|bent|blew|bled|bought|bound|broke|brought|built|burnt|came|caught|chose|crept|dealt|drank|drew|"
    r"drove|dug|fed|fell|felt|fled|flew|forbade|forgot|fought|found|froze|gave|got|grew|held|hid|hung|kept|knew|laid|"
    r"landed|lay|leapt|led|left|lent|lit|lost|made|meant|met|overcame|oversaw|overthrew|overtook|paid|quit|ran|rang|rode|"
    r"rose|sang|sank|sat|saw|sent|shone|shot|shook|shrank|shut|slept|slid|sold|sought|spent|sped|spoke|sprang|spun|stole|"
    r"stood|struck|stuck|swam|swept|swore|swung|taught|threw|told|took|tore|underwent|understood|upheld|went|withdrew|"
    r"withheld|woke|won|wore|wrote|"
    # also nouns: a verb where something follows
    r"(?:beat|cost|cut|hit|hurt|put|set|split|spread)(?=\s+(?!of\b|in\b|and\b|that\b))"
)
# Words in -ed that are no verbs.
_NO_PAST = r"(?:hundr|ne|spe|inde|see|fe|re|be|she|ble|bre|gre|bree|shre|sacr|nak|wick|rugg|allegedly)"
PAST = re.compile(rf"\b(?!{_NO_PAST}(?:ed)?\b)(?:[a-z]{{2,}}ed|{_IRREGULAR})\b")

# Chinese verbs of news, by what they say.
ACTS_ZH = (
    # founding, publishing, trading
    r"发布|推出|上线|公布|成立|创立|创办|收购|并购|上市|退市|摘牌|开源(?!大?模型|社区|项目|软件|家族|生态|协议|代码|版|市场|领域|AI)|"
    r"接入|入股|出售|投产|开业|开工|竣工|交付|量产|停产|复产|停售|下架|下线|停止|恢复|启动|暂停|终止|终结|取消|推迟|延期|提前|"
    r"关闭|开放|开通|通车|裁员|破产|重组|合并|召回|泄露|中断|签署|签订|签下|签约|达成|敲定|续约|采购|订购|转让|捐赠|"
    # deciding and governing
    r"禁止|禁用|封禁|封杀|取缔|制裁|批准|否决|通过了|宣布|宣告|下令|责令|要求|勒令|当选|连任|就任|辞职|辞任|卸任|离任|离职|任命|"
    r"罢免|免职|撤职|解雇|提名|解散|生效|施行|实施|修订|修正|废除|废止|解除|撤销|撤回|撤离|收回|承诺|同意|拒绝|递交|提交|提出|提议|"
    r"表决|投票(?!前)|公投|举行|召开|会见|会晤|访问|抵达|出席|启程|访华|访美|列入|纳入|移出|授予|颁发|"
    # law and crime
    r"起诉|提起(?:诉讼|公诉)|上诉|指控|指责|控告|举报|投诉|否认|驳斥|反驳|驳回|逮捕|拘留|拘捕|抓获|查获|判处|判决|裁定|定罪|获刑|"
    r"罚款|处罚|立案|调查|通报|窃取|盗取|剽窃|抄袭|伪造|造假|行贿|受贿|挪用|走私|"
    # war, disaster, death
    r"袭击|轰炸|发射|击落|击沉|入侵|攻击|空袭|开火|撤军|停火|交火|部署|占领|去世|逝世|遇害|遇难|身亡|死亡|失踪|受伤|坠毁|坠落|"
    r"爆炸|起火|失火|着火|登陆|发生|引发|触发|导致|造成|疏散|撤退|获救|感染|"
    # sport, science, states
    r"击败|战胜|不敌|夺冠|夺得|获得|赢得|摘得|晋级|淘汰|退赛|出局|升空|着陆|对接|登月|入轨|返回|发现|证实|检出|查出|符合|违反|隶属于|归属|"
    r"位于|归咎|归因|打掉|捣毁|侦破|破获|查封|扣押|冻结|通缉|遣返|引渡|驱逐|召见|抗议|谴责|收跌|收涨|走高|走低|下跌|上涨|下滑|回升|反弹|试飞|溅落|设在|换人|换帅|加剧|恶化|受阻|受损|瘫痪|停电|停运|取回|送往|搭载|毕业于|出生于|加入|加盟|退出|转会|复出|退役|支持|反对|承认|呼吁|称赞|夸奖|道歉|(?<![谨此])(?<!表示)(?<!诚挚)致歉|领投|跟投|维持[“\"]|未予|采信|驳回|告上|告到|诉至|提告|索赔|停驶|告负|惜败|失利|斥之为|退还|返还|并入|归入|划入|接替|接管|接手|移交|合资|建厂|设厂|开庭|受审|认罪|自首|落网|吊销|没收|停飞|停航|停课|"
    r"停牌|复牌|封锁|险胜|完胜|获胜|取胜|战平|逼平|扳平|梅开二度|试运行|运行(?!良好|成本)|停运|停刊|下调|上调|提供(?:了)?[^，。]{0,6}(?:支持|支援|资金|援助|武器|服务)|"
    r"要关掉|持有|拥有|控股"
)
ACT = re.compile(rf"(?:{ACTS_ZH})(?!的)|{PAST.pattern}")

# An aside that accuses or denies is a claim of its own: accusing Minsk of sending migrants.
CHARGE = re.compile(r"(?:accus|alleg|blam|charg|den[yi]|reject|claim|threaten|demand)\w*ing\b")

# --- places and relations

# A measured comparison with something named or with an earlier value. A bound on a number (超过6亿, more than 300) is
# none, and the usual rates of change (同比, from a year earlier) are none either.
_HAN_DIGITS = "一二三四五六七八九十百千万亿两几数半"
_HAN_NUMBER = (
    rf"[{_HAN_DIGITS}](?:[{_HAN_DIGITS}余多]|[个倍成名家人元次款年月日天岁])"  # 十万, 三成; 百度 and 三星 are names
)
COMPARISON = _either(
    rf"由[正负盈亏]转[正负盈亏]|扭亏为盈|由[^，。；\d]{{1,8}}(?:恢复|发展|扩大|增加|提高)[到至]|超越|赶超|反超|胜过|多过|好过|胜于|击败|碾压|不敌|不亚于|堪比|媲美|持平|相去甚远|并列|仅次于|"
    rf"领先于?(?=[^，。\d]{{2}})|落后于?(?=[^，。\d]{{2}})|优于|强于|弱于|逊于|不及|不如|"
    rf"(?:高于|低于|多于|少于|大于|小于|远超|超过|超出)(?![过]?\s*(?:人民币|约|了)?\s*(?:\d|{_HAN_NUMBER}))(?=[^，。；]*[A-Za-z\u4e00-\u9fff]{{2}})|"
    rf"(?:快|慢|早|晚|好|差)于(?!\s*(?:\d|{_HAN_NUMBER}))(?=[^，。；]{{2}})|符合[^，。；]{{0,6}}(?:预期|预测|预估)|"
    rf"相比|(?<![同环占对百可])比(?![例重率如分赛方利特基拼缩扩升降])(?=[^，。；]{{1,24}}?(?:高|低|多|少|大|小|快|慢|贵|便宜|好|差|强|弱|"
    rf"增|减|升|降|涨|跌|下滑|回落|缩|扩|提|翻|早|晚|长|短|重|轻))|"
    rf"(?<![比为])较(?![为大高好低多少小强差长快早晚量真劲])(?=[^，。；]{{1,24}}?(?:高|低|多|少|增|减|升|降|涨|跌|下滑|回落|缩|扩|提|快|慢))|"
    rf"(?:是|为|达|相当于)[^，。；]{{0,16}}?的[^，。；]{{0,4}}?(?:[\d.]|[{_HAN_DIGITS}])+多?[倍半成]",
    r"ahead\s+of|(?-i:behind(?=\s+(?:the\s+)?[A-Z]))|still\s+trail(?:s|ed)?|outperform\w*|surpass\w*|overt(?:ook|ake\w*|aking)|outsell\w*|outsold|outstrip\w*|outpac\w+|outdid|outdo\w*|eclips\w+|dwarf\w*|"
    r"outnumber\w*|exceed(?:s|ed|ing)?(?!\s+(?:[\d$€£¥]|expect))|beat(?:s|en|ing)?|second\s+only\s+to|on\s+a\s+par\s+with|"
    r"(?:more|fewer|less)\s+(?:[\w-]+\s+){0,3}than(?!\s+(?:[\d$€£¥]|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty)\b|half|twice|double|a\s+"
    r"(?:dozen|hundred|thousand|million|billion|third|quarter|fifth|tenth|few|half)))|"
    r"(?!other|rather|fewer)\w{2,}er\s+than(?!\s+[\d$€£¥])|twice\s+(?:as|the|that|its)|times\s+(?:as|more|higher|larger|the|that|its)|"
    r"as\s+(?:many|much|large|big|high|fast|old|long|few)\s+(?:[\w-]+\s+){0,5}as(?!\s+(?:[\d$€£¥]|one|two|three))|"
    r"half\s+(?:as|of\s+what|that\s+of)|(?:above|below)\s+(?:the|its|their|last)|compared\s+(?:with|to)|level\s+with|(?:double|triple|twice)\s+(?:the|that|its|what|those)|(?:up|down)\s+from|"
    r"against\s+(?=[\d$€£¥]|an?\s+(?:placebo|rival)|the\s+(?:dollar|euro|yen|yuan|pound))|"
    r"(?:half|third|quarter|fifth|tenth|%|per\s?cent)\s+of\s+(?:the|its|their|what)\s+(?:\w+\s+)?(?:that\s+)?(?:it|they|he|she)\b|(?:drop|fall|rise|increase|gain|decline)\s+of\b[^,.;]{0,40}\bsince",
)

_EST = (
    r"(?!(?:lat|r|w|for|inter|requ|prot|t|qu|gu|harv|inv|arr|cont|sugg|dig|hon|mod|manif|ch|n|p|v|cr|bl|reinv|unr|"
    r"(?:north|south|mid)w)est\b)[a-z]{2,}est\b"
)
# A place in an order without a number: the largest, a record, the first ever, 首次, 夺冠, 垫底.
SUPERLATIVE = _either(
    r"最(?:大|多|高|低|少|快|慢|长|短|贵|便宜|畅销|受欢迎|小|早|晚|年轻|年长|古老|富有|先进|强|弱|热|冷|严重|差|老|深|重|活跃|繁忙)"
    r"(?<!最高(?=气温|温度|时速|速度|水位|达|可|价|人民|法|检|限|点))(?<!最低(?=气温|温度|工资|生活|价|消费|可|达|限|点))(?<!最多(?=可|\d))"
    r"(?<!最大(?=起飞|航程|续航|输出|限度|程度|努力|化|风力|震级|功率|载|速度|容量))(?<!最少(?=\d))(?<!最早(?=将|可|于))|"
    r"首(?:个|款|次|家|位(?!数)|例|支|条|座|艘|枚|部|名|颗|度|创|现)(?!发明)|(?:全球|世界|全国|亚洲|史上|历史上?|国内|欧洲|非洲)第一|"
    r"第一(?:大|名|位|个(?!办法|原因|理由|问题|选择|方面|条件|因素|反应|印象)|家|款|次(?![会世工全国海鸦]))|唯一|(?<!比)榜首|居首|领跑|冠军(?!赛)|亚军|季军|夺冠|登顶|问鼎|蝉联|卫冕|垫底|末位|倒数|仅次于|"
    r"(?:刷新|打破|创下?|创造|追平|破)[^，。；]{0,16}?(?:纪录|记录|新高|新低|之最)|(?:历史|新|同期)(?:新高|新低|高位)|前所未有|史无前例|再次夺冠",
    rf"{_EST}|\b(?:best|worst|most|least)-[a-z]+|(?-i:(?:the|its|their|his|her|Europe's|China's|America's|\w+'s)\s+most(?=\s+(?:since|ever|in|[a-z]+)))|most\s+"
    r"(?:downloaded|popular|used|valuable|expensive|cited|visited|populous)|the\s+(?:most|least|fewest)\b|"
    r"(?:a|the|its|new|world|national|all-time|another)\s+record(?!s\b)|record\s+(?:high|low|profit|revenue|year|number|\w+s\b)|record-breaking|worst|best\s+(?:since|ever|month|year|quarter|day|week|result|start|showing|in|on)|world\s+first|more\s+than\s+any\s+(?:other|rival)|(?-i:[Ii]ts|his|her|their)\s+first\b(?!\s+(?:half|quarter|week|year|day|month))|"
    r"(?:an?|the|its|new)\s+(?!track|criminal|public|medical)[a-z]+\s+record\b|"
    r"all-time|\w+[- ](?:year|month|week|decade)\s+(?:high|low)s?\b|"
    r"for\s+the\s+(?:first|last|only)\s+time|first-ever|the\s+first\s+(?!half|quarter|lady|round|day|week|place|"
    r"three|two|four|five|six|nine|several|few|time\b|steps?\b|thing\b|signs?\b|\w+\s+months)\w+|the\s+only|that\s+only\b|only\s+the\s+(?=second|third|\w+th\b)|"
    r"topp(?:ed|ing)\s+the|tops\s+the|(?:came|finish(?:ed|es)|placed|ranked|ranks)\s+(?:first|last)|number\s+one|unprecedented",
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
    r"should|must(?!\s(?:[\w’'&-]+\s){1,6}by\s)|ought\s+to|need(?:s)?\s+to|had\s+better|please|recommend(?:s|ed)?|urge[sd]?",
)
SUPPOSITION = _either(
    r"假如|如果|就算|哪怕|即使|即便|万一|假设|假定|倘若|要是|(?<![^，。；：、\s])若(?!干)|设想",
    r"^if|suppose|supposing|assuming|imagine|hypothetically",
)
QUESTION = re.compile(r"[？?][”’\"」』）)]*\s*$|[吗呢么][。”]?$|(?:^|\W)(?:难道|何以|为何|为什么|谁)")
ATTRIBUTION = _either(
    r"据|援引|报道称?|表示|透露|称(?!赞|为|号|霸|职)|显示|指出|披露",
    r"according\s+to|sa(?:id|ys)|report(?:ed|s)|cit(?:ed|es|ing)|told|show(?:s|ed)|claim(?:s|ed)|insist(?:s|ed)|alleg(?:es|ed)|admit(?:s|ted)|suggests?\s+that|maintain(?:s|ed)\s+that",
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
