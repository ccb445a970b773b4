"""Reading a Chinese clause, with or without English words: the phrase before the verb, and what its figure is of.

Chinese puts the holder and the measure in front of the figure (英伟达市值|突破5万亿美元), the thing done or counted
between verb and figure (出土青铜器|47件) or behind it (40枚|金牌). Without a word segmenter, a phrase ends where the
first word of a closed class (adverb, preposition, linking verb) or one of the verbs below begins.
"""

from __future__ import annotations

import re
from dataclasses import replace

from toolkit.claims.phrases import Clause, Reading
from toolkit.claims.verbs_zh import NOUN_TAILS, VERBS, alternatives

_HAN = r"\u3400-\u9fff"

# Words that link a measure to its figure: being, change, bounds, degree.
_LINKS = alternatives(
    "为 是 即 系 报 达 达到 高达 低至 可达 达成 超 超过 突破 逾 超出 将近 接近 逼近 不足 不到 至少 最多 仅 只 "
    "仅有 只有 只剩 还剩 剩 剩下 仅为 约为 已达 有 已有 就有 共有 还有 已 已经 也 则 却 均 都 还 又 再 就 便 "
    "更 竟 总共 累计 合计 共计 总计 约 大约 近 增长 增加 增幅 增 增至 增到 激增 大增 上升 升至 升到 升 上涨 "
    "涨至 涨 收涨 大涨 暴涨 提高 提升 提至 飙升 攀升 回升 反弹 扩大 上调 跃升 下降 降至 降到 降 大降 骤降 锐减 "
    "减少 减至 减 下跌 跌至 跌 收跌 大跌 暴跌 下滑 滑落 下调 降低 回落 收窄 缩小 缩减 萎缩 偏少 偏多 偏高 偏低 "
    "高出 高 低 多 少 快 慢 翻 翻了 缩水 收报 收于 报收 同比 环比 按年 按月 大幅 小幅 平均 首次 再次 一度 曾 "
    "曾经 目前 最高 最低 单日 可 能 将 应为 应 处于 维持 维持在 保持 保持在 稳定在 徘徊在 定在 占 占到 占据 在 "
    "于 至 一般 估计 浮动 上下浮动 稳定 控制 连续多年 飙至 减到 缩短到 跌到 降为 多达 长达 蒸发 破 升值 贬值 "
    "原来 拟 预计 到 了 过 着 成 净增 成为 持平 总额 总数 总量 其实 实际 分别 几乎 差不多 正好 恰好 : ： 的 "
    "位居 位列 居 列 排 排名 排在 名列 跻身"
)
_EN_LINKS = alternatives(
    "is was are were has have had fell falls rose rises grew dropped jumped hit hits reached surged slid up "
    "down by to of at about around nearly roughly over under above below only some just than more less almost"
)
# One way only at each place (atomic), so that no text makes it slow.
_LINK = re.compile(
    r"(?>(?:比|较|与)[^，。；＃]{1,12}?(?=高|低|多|少|快|慢|增|升|涨|降|跌|减|下|上|回)"
    r"|(?:是|为|约为|相当于|占(?:到|据|全部)?)[^，。；＃]{1,12}的|每(?![天日年月周])[^，。；＃]{1,4}"
    r"|[从由自]?〒*[^，。；＃〒]{0,5}＃+(?:左右|以上|的水平)?"
    rf"|{_LINKS}|(?<![A-Za-z])(?:{_EN_LINKS})(?![A-Za-z])|〒+|[\s“”‘’(（,，])*"
)
_CLASSIFIERS = alternatives(
    "个 座 家 名 位 款 种 类 批 项 条 份 只 艘 架 辆 颗 场 次 部 本 所 间 台 件 支 届 笔 起 组 对 套 张 幅 段"
)
_FAR = 60  # characters between a phrase and its figure, at most
_NEAR = 8  # characters from a figure of people to what they do: 79人|失踪
_LONGEST = 300  # characters of a clause that are read
# Words of closed classes: a noun phrase ends before them. The look-aheads are the nouns that begin alike.
_CLOSED = (
    rf"(?<=[{_HAN}])每|"
    r"估计|上下浮动|浮动|破(?=＃)|[一二终]审|[低高]至|偏[高低多少大小快慢]|受(?![理访贿害伤])|"
    r"更(?![新换改正衣替])|居(?=＃|首|第|全[国球]|世界|榜)|列(?=＃|第|全球|世界)|[多高长远可只]达|"
    r"可(?=达|为|获|容|供|兑)|一般|连续(?!剧)|稳定在|拟|已经|已(?!婚)|也(?!门)|却|"
    r"(?<![平日月年户人周])均(?![价值衡])|都(?![市会城])|还(?!款|贷)|又(?!称)|再(?!生|就业|融资|保险)|"
    r"就(?![业诊医读])|便(?![利民])|"
    r"则|竟|曾|将(?![军领士])|会(?=在|向|对|把|将)|正(?=在|式|面)|共(?=发|有|计|报|揽|出|收|募|接|完|售|"
    r"投|举|处|查|新|建|获|实|向|吸)|"
    r"仅(?!次)|只(?=有|剩|能|是|下|上|占|用|花)|没有|没|未(?![来成婚])|不(?![动锈丹良])|从未|至今|一直|"
    r"始终|再次|首次|突然|随后|随即|正式|当场|往往|常常|经常|总(?=[是要会有在能算得被])|大概|多半|也许|或许|"
    r"可能(?!性)|终于|仍|依然|依旧|其实|刚刚|刚(?!果|性|需)|才(?![能华干艺])|现在|今天|如今|未必|必须|应当|应该|"
    r"能够|能(?=[否够让把为在有听])|要(?=是|把|被|在|向|对|让)|去(?![年世处向掉除])|备受|(?<![失场住居处寓])所(?![有在谓属得长者])|多么|居然|"
    r"单日(?=[暴大急狂骤猛飙上下涨跌])|同比|环比|累计(?!.{0,6}[额量率])|合计|共计|总计|目前|现已|一度|大幅|小幅|尚|分别|"
    r"在(?!校|院|线|职|册|建|岗|押|研|途)|于(?=[〒\d])|以(?![色及上下内外来后])|从(?!业|事)|"
    r"自(?=[〒\d])|由(?!于)|把|被(?!告|害|捕)|(?<![意方导倾走])向|(?<![反针绝相面应])对(?![外华手冲立]|[\u4e00-\u9fff]{1,3}[出进]口)|"
    r"(?<![原起诱内成])因(?!素|特)|如果|倘若|"
    r"为了|为(?!期)|与(?=.{1,20}(?:签|达成|合作|并列|展开|会谈|举行|共同|进行|讨论))|跟|凭|通过|根据|按|"
    r"至|到(?!期)|(?<![数证依根占收票单])据(?!点)|经(?=过|由)|比(?![例重亚利特赛分率价])|较(?!量)|"
    r"是(?!否)|有(?![限关机效色望期毒轨线])|拥有|占(?!比|地|有率)|达到?|达成|超过|突破|不足|不到|高于|"
    r"低于|接近|逼近|逾|约(?![旦翰定束会])|近(?![平郊海])"
)
_VERBS = alternatives(VERBS)
# Verbs of one character, with the words they are only a part of.
_SHORT_VERBS = (
    r"涨(?![幅停价])|跌(?![幅停])|亏(?!损)|赚|翻(?!译)|创(?![始新业意作])|"
    r"开(?![支局发销盘幕场户])(?<![公召展离]开)|关(?![税键系于注联心])(?<![海有机相攻]关)|"
    r"获(?![奖利])|夺(?!冠)|缴(?![费获])|雇(?!员)|罚(?![单款金则球])(?<![处刑]罚)|"
    r"派(?![出所别])(?<![党教左右]派)|欠|偷|"
    r"谈(?!判)(?<![会洽面访]谈)|称(?![号呼])(?<![名职简宣声]称)|说(?![法明])(?<![小学演传据]说)|"
    r"要(?![求素闻点塞])(?<![主重需必摘]要)|"
    r"坏(?<!破坏)|送(?![货餐])|喝|吃|看(?![法点守待])(?<![难好查]看)|想(?![法象])(?<![思理梦设]想)|"
    r"需(?![求要])(?<![内外刚必]需)|卖(?<![买外]卖)|够(?<!能够)|"
    r"患(?!者)|砸|撞(?<!相撞)|致(?<![一导以]致)|距(?!离)(?<!差距)|使(?![用馆者命])(?<![大天行即]使)|"
    r"让(?!步)(?<!转让)|令(?<![法禁命司指条]令)|"
    r"拿(?![手铁破督马捏来])(?<![加巴]拿)|砸|占(?![比地有据卜])(?<!抢占)|"
    r"符合(?!性)|登顶|问鼎|兑换(?![率额])|[高低多少大小快慢早晚强弱优好差]于(?=[^\d＃])|"
    rf"[{_HAN}][不得][出起到了动完住下上开成](?![口门名])|像(?![素样])(?<![图影录肖雕画头偶铜摄]像)|"
    r"判(?![决断官处])(?<![裁审谈批])|设(?![备施计定法想立])(?<![建开假])"
)
_EN_VERBS = (
    r"(?:is|are|was|were|has|have|had|will|would|can|says?|said|fell|falls|rose|rises|grew|hit|hits|"
    r"made|drew|took|gave|held|kept|led|left|spent|paid|raised|became|cut|won|lost|sold|put|"
    r"ranks?|ranking|up|down|nearly|about|over|above|below|under|around|grew|to|by|in|on|for|at|only|"
    r"[a-z]+(?:ed)|[a-z]+-landed)(?![A-Za-z])"
)
_PREDICATE = re.compile(
    rf"(?P<verb>(?:{_VERBS}){NOUN_TAILS}|{_SHORT_VERBS})|{_CLOSED}|(?<![A-Za-z])(?P<en>{_EN_VERBS})|[＃：:，,；;（(]"
)

# Nouns that figures are given for; most end in a character that says so.
_NOUNS = alternatives(
    "下载 用户 月活 日活 市值 份额 收益 回报 营收 收入 利润 净利 亏损 股价 价格 房价 油价 物价 票价 售价 成本 "
    "销量 产量 产能 产值 人口 增速 增幅 跌幅 涨幅 降幅 参数 参数规模 规模 投资 融资 募资 估值 罚款 罚金 预算 "
    "支出 开支 开销 债务 负债 赤字 盈余 外债 出口 进口 GDP CPI PPI GMV 贡献 贡献度 面积 长度 高度 深度 宽度 "
    "重量 温度 气温 水温 时速 速度 距离 占比 比例 比重 得分 票房 关税 税率 利率 汇率 工资 薪资 薪酬 月薪 年薪 "
    "养老金 补贴 补助 奖金 奖金总额 租金 房租 费用 学费 电费 保费 伤亡 死亡 重症 病例 水位 功耗 能耗 余氯 加速 "
    "浓度 订单 存款 贷款 余额 储蓄 储备 库存 现金 现金流 毛利 净值 股息 分红 期限 有效期 里程 续航 寿命 年龄 "
    "平均年龄 身高 体重 降水 雨量 雪深 排放 客流 运力 运费 装机 装机容量 容量 带宽 亩产 单产 播种面积 总产 "
    "总产值 生产总值 增加值 指数 系数 倍数 人数 次数 天数 门店数 家数 数量 数目 总数 总额 总量 金额 总金额 "
    "满意度 覆盖面 准确度 精度 密度 强度 能量密度 研发投入 投入 员工 门店 模型 衍生模型 会员 订阅 播放 阅读 "
    "点击 访问 粉丝 票数 席位 奖牌 就业 失业 结余 缺口 逆差 顺差 成交 交易 住院日 分数 平均分 考分 质量 震级 "
    "烈度 储量 流量 车流 销售 税收 财政收入 downloads revenue subscribers valuation output discount users "
    "sales profit price share waitlist income market\\s?cap"
)
_SUFFIXES = (
    r"(?<![国数少多])率|(?<![数质])量|[额值价费]|(?<!年|制|态|温|印)度|人数|次数|系数|总数|指数|收入|"
    r"支出|增速|预测|均价|票房|开支|占比|利润|资金|投入|投资|款项|年限"
)
_MEASURE = re.compile(rf"(?P<head>{_NOUNS}|[{_HAN}]{{1,3}}(?:{_SUFFIXES}))$")
_KNOWN = re.compile(rf"(?P<head>(?:{_NOUNS})(?:{_SUFFIXES})?)$")
_INSIDE = re.compile(
    rf"{_NOUNS}|[{_HAN}]{{2}}(?:率(?!先|领(?!先))|量(?!产|刑)|额(?!外|度)|人数|次数|系数|总数|指数|占比)"
)
# What a measure takes in front of itself: 平均|气温, 累计|票房.
_MODIFIERS = alternatives(
    "平均 最高 最低 累计 总 净 全球 全网 全国 "
    "年 月 日 人均 户均 单店 日均 月均 年均 单日 首日 首轮 首周 全年 同比 环比 在院 "
    "现有 新增 确诊 意向 涉案 票面 认购 市场 员工 患者 观众 专项 固定资产 地区 国内 国防 研发 广告 销售 营业 "
    "经营 毛 新房 二手房 消费者 就业 失业 死亡 感染 全球累计 主要 核心 名义 实际 综合 长期 短期 财政 公共 一般 "
    "海外 国际 外汇 黄金 粮食 电力 新能源汽车 汽车 手机 电动车 原油 天然气"
)
_MODIFIER = re.compile(rf"(?:{_MODIFIERS})+$")
# Organisations and places: they hold figures, and are none.
_HOLDER = (
    r"公司|集团|银行|医院|大学|学院|学校|学会|协会|基金会|基金|工厂|车企|药企|企业|平台|机构|政府|议会|"
    r"国会|法院|检察院|检察机关|警方|校方|军方|"
    r"美方|中方|俄方|官方|厅|局|部|委|社(?![会区保交群])|行业|俱乐部|球队|代表团|车队|联队|主队|客队|队|"
    r"[市县省州](?![值价场民长])|全国|全球|全市|全省|全县|两市|流域|水库|"
    r"地区|国家|国(?![内外防民债有会企家])|[本该我贵](?:校|院|行|馆|台|店|厂|市|省|县|国|港|司)|铁路|"
    r"公路|民航|机场|港口|车站|景区|展会|门店|茶园|山火|芯片|应用|连锁|院"
)
_HELD = re.compile(rf"^(?P<holder>.{{0,14}}(?:{_HOLDER}))(?P<rest>[^{_HAN}]?[{_HAN}A-Za-z].+)$")
_EXTREME = re.compile(r"^(?P<holder>.{3,14})(?P<rest>最[大高长低小快多].{2,8})$")
_OWNED = re.compile(r"^(?P<holder>.{1,16}?)\s?的\s?(?P<rest>[^的]{2,})$")
_SAYS = re.compile(
    r"[^，。；＃]{2,24}?(?:(?<![名职简宣声号据])称(?![号赞呼])|表示|(?<![小学传据])说(?![法明])|透露|"
    r"指出|认为|指控|显示)[，：:“\s]*(?=[^，。；＃]{2})"
)
_FRAME = re.compile(
    r"(?:[\s，,“”‘’「」]|〒+(?:以来|期间|前|后|起|内|里|中|止)?(?:，|,)?|"
    r"(?:在|按|按照|就|截至|随着|受|据|自|从|对于?|关于|作为|根据|与(?=[^，]+相比))(?![校院线])[^，,＃]{1,24}[，,]|"
    r"[^，。：:＃〒]{1,8}：(?=[^＃〒]{3})|(?:并|而|但|且)(?![非购列行网])|其中(?:的|，)?|"
    r"每[天日月年周](?:平均)?(?!每)|平均每[天日月年周]|目前|如今|此前|此外|另外|另有|还有|另|据悉|当天|"
    r"当日|当场|同期|其间|同时|今年以来|期间|截至目前|截至|全文|"
    r"[^，,＃]{2,10}(?:期间|方面|以来|之后|之前|当天|发生时|之际)[，,]|(?:只有|仅有|仅|约有|约|大约|至少|已有|有|近|"
    r"逾|超过|共|共有)(?=\s?[＃\d])|"
    r"前三季度|本赛季|这次的|上线一[天周月年]|一[天周月年](?=[内后前来]))*"
)
_FILLERS = re.compile(rf"(?>{_LINKS}|(?<![A-Za-z])(?:{_EN_LINKS})(?![A-Za-z])|共|〒|＃|\s|[“”，,])+\Z")
_AFTER = re.compile(
    rf"(?P<of>(?:以上|左右|上下|多|余)?\s?的\s?)?\s?(?P<noun>(?:[{_HAN}]|"
    rf"(?<![A-Za-z])[A-Za-z][\w-]*(?:\s+[A-Za-z][\w-]*){{0,2}}|\s(?=[{_HAN}A-Za-z])){{2,14}})"
)
_NO_NOUN = re.compile(
    r"^(?:以上|左右|上下|之间|以内|以来|之后|之前|以下|其中|而|但|并|比|较|和|与|及|或|来自|不等|后|"
    r"前(?![往线锋员])|中(?![国学心小])|内(?![阁政地])|外(?![国资籍交])|里|时|起|多|余|的|"
    r"分(?![支店行])|元(?!素)|"
    r"报道|传闻|消息|说法|谣言|水平|规模|目标|[合够可在]用|"
    r"被|已|又|就|却|还|正|最|更|很|全部|均|都|the\b|and\b|or\b|in\b|on\b|of\b|for\b|from\b|than\b|"
    r"without\b|out\b|wide\b)"
)
_PEOPLE = frozenset({"人", "名", "位", "例"})
# A verb that none of the tables has, known by what ends it before a figure: 收容|了, 跑|出.
_DONE = re.compile(
    rf"(?:[{_HAN}](?<![他她它我们]))?(?P<last>[{_HAN}](?<![他她它我们]))(?P<aspect>[了出下进去入回掉满破])了?\s?\Z"
)
_ACTORS_END = re.compile(rf"(?:{_HOLDER}|人|者|员|们|家|方|警察|媒体|网站|报纸|舰|机|号)$")
_PRONOUN = re.compile(
    r"(?:我们|他们|她们|它们|咱们|我|他|她|它|其|双方|各方|两者|后者|前者|公司|该[^的]{1,3}|这家公司)$"
)
_SUPERLATIVE = re.compile(
    rf"最[{_HAN}]{{1,3}}?的?(?P<noun>[{_HAN}]{{1,3}}(?:{_SUFFIXES}|幅))|"
    rf"按照?(?P<by>[{_HAN}]{{2,8}}?)(?:来?计算?|排名|排序|来看|看|算|衡量)"
)
_TABLE = re.compile(
    rf"(?:(?:[在列居于登上占]|位居|位列|并列|the )(?P<noun>[{_HAN}]{{1,4}}榜|[A-Za-z ]{{1,12}}rankings))|"
    rf"(?:登顶|问鼎|跻身)(?P<top>[A-Za-z {_HAN}]{{1,16}}榜)|(?P<cup>[冠亚季]军)$|"
    rf"(?P<table>[A-Za-z{_HAN}]{{0,8}}?(?:[{_HAN}]{{2}}|[A-Za-z])(?:排名|排行榜|榜单?))(?=[中里上])|"
    rf"(?P<by>(?:世界|历史|全国|亚洲|赛会|奥运|国家)?纪录)"
)


def read_zh(clause: Clause) -> Reading:
    """Who or what a Chinese clause is about, and what its figure is of."""
    return _checked(_read(clause))


def _read(clause: Clause) -> Reading:
    start = _FRAME.match(clause.masked).end()  # type: ignore[union-attr]
    if start and clause.is_name(start - 1) and clause.is_name(start):
        start = min(s for s, e in clause.names if s < start <= e)
    said = _SAYS.match(clause.masked, start)
    if said and clause.at and said.end() < clause.at[0]:
        start = said.end()
    end, verb = _predicate(clause, start)
    head = _behind_relative(clause, start, end)
    if head and (clause.at is None or head < clause.at[0]):
        start = head
        end, verb = _predicate(clause, start)
    phrases = _phrases(clause, start, end)
    if clause.at is None or clause.figure is None:
        if not phrases or not _MEASURE.search(phrases[-1]):
            return Reading(_subject(phrases[0], clause) if phrases else None, _ranked(clause.text), verb)
        holder, noun = _split(phrases, clause)
        return Reading(holder, noun, verb, linked=True)
    figure_start, figure_end = clause.at
    after = _noun_after(clause, figure_end)
    if start >= figure_start:
        return Reading(after, after, verb if clause.figure.unit in _PEOPLE else None)
    linked = figure_start - end < _FAR and _LINK.fullmatch(clause.masked, end, figure_start) is not None
    if phrases and phrases[-1].endswith("的"):  # 芭比的|13.4亿美元
        return Reading(phrases[-1][:-1].strip("《》“”"), after, verb, linked=True)
    if phrases and (linked or _MEASURE.search(phrases[-1])):
        holder, noun = _split(phrases, clause)
        if noun and after and not holder and clause.masked.startswith("的", figure_end):
            return Reading(after, noun, verb, linked=True)  # 全长38.6公里的|环湖绿道
        return Reading(holder, noun or after or _ranked(clause.text), verb, linked=True)
    ranked = _ranked(clause.text) or _per_head(clause, start)
    done = None if linked or clause.figure.kind == "ordinal" else _object(clause, end, figure_start)
    noun = after or done or ranked
    return Reading(_subject(phrases[0], clause) if phrases else None, noun, verb, linked=linked)


_NO_PHRASE = re.compile(
    rf"^(?:[最更很不没往其各去要能会可这那现号所本每另同前后里外内间的地得首初全]|[这那][么样里儿个]|这些|那些|这一|全部|所有|整个|其[他余中所]|"
    r"首[批轮次]|往往|大概|多半|现在|今天|如今|才刚刚|过去|yoy|qoq|mom|ceo|cfo|cto)$|"
    rf"^最[{_HAN}]{{1,2}}$|^[的谁与和]|^第[一二三四五六七八九十\d]+$|^\d+[多余]?[{_HAN}]?[里中]?$|"
    rf"^(?:the|an?|its|mr|ms|沿途|这一?(?:数字|比例|数据|结果))$|^\W+$|了|[吗呢吧啊]|着(?![陆装火急])|[{_HAN}][里中上下][它他她]|(?<![其])[它他她](?=们?$)(?<!^.)|"
    rf"[{_HAN}](?:[里中]总|多半|大概|往往|刚刚|仍然|依然)|(?<![多不至])是$|[和与及而但却就也都把被将向从的地总]$|"
    rf"^([{_HAN}])一?\1$|^([{_HAN}])\2([{_HAN}])\3$|^[{_HAN}]一[{_HAN}]$",
    re.IGNORECASE,
)
_MODAL = (
    "要 想 需 让 令 使 够 说 看 称 像 去 做 来 可 会 占 设 号称 位列 位居 排到 "
    "up down to by is are was were has have had will"
)
_NO_MEASURE = frozenset(_MODAL.split())


def _checked(reading: Reading) -> Reading:
    """The reading without phrases that are no nouns: 往往, 前十名里它."""
    subject = None if reading.subject and _NO_PHRASE.search(reading.subject) else reading.subject
    noun = None if reading.noun and _NO_PHRASE.search(reading.noun) else reading.noun
    verb = None if reading.verb in _NO_MEASURE else reading.verb
    return replace(reading, subject=subject or None, noun=noun or None, verb=verb)


def _predicate(clause: Clause, start: int) -> tuple[int, str | None]:
    """Where the first noun phrase ends, and the last verb before the figure, else the first behind it."""
    limit = max(clause.at[0] if clause.at else len(clause.masked), start)
    before = _words(clause, start, limit)
    end = before[0].start() if before else limit
    verbs = [m.group() for m in before if m["verb"] or m["en"]][-1:]
    if clause.at is None:
        return end, verbs[0] if verbs else None
    people = _counts_people(clause) and not clause.masked.startswith("的", clause.at[1])
    if not verbs or people:
        behind = [m for m in _words(clause, clause.at[1], len(clause.masked)) if m["verb"]]
        verbs = [m.group() for m in behind if not verbs or m.start() < clause.at[1] + _NEAR][:1] or verbs
    done = None if verbs or before else _DONE.search(clause.masked, start, limit)
    if done is None:
        return end, verbs[0] if verbs else None
    cut = done.start() if done["aspect"] == "了" else done.start("last")
    ends = [e for _, e in clause.names] + [m.end() for m in _INSIDE.finditer(clause.masked, start, limit)]
    cut = max([cut, *(e for e in ends if cut < e <= done.start("last"))])
    return cut, clause.text[cut : done.end("aspect")].removesuffix("了")


_RELATIVE = re.compile(r"[^，。；：、的]{1,25}的(?=[^，。；的＃〒]{2})")
_POINTS = re.compile(rf"\s*(?:[这那该某]|一)?(?:{_CLASSIFIERS})?\s*")


def _behind_relative(clause: Clause, start: int, end: int) -> int | None:
    """Where the noun stands that an opening relative clause without a doer belongs to: 这座始建于1906年的|火车站."""
    relative = _RELATIVE.match(clause.masked, end) if _POINTS.fullmatch(clause.masked, start, end) else None
    if relative is None or not _words(clause, start, relative.end()):
        return None
    after = relative.end()
    verbs = [m.start() for m in _words(clause, after, len(clause.masked)) if m.start() > after + 1]
    stop = verbs[0] if verbs else len(clause.masked)
    goes_on = (verbs or end > start) and not re.search("[，。；：]", clause.masked[after:stop])
    return after if goes_on else None


def _words(clause: Clause, start: int, stop: int) -> list[re.Match[str]]:
    """The predicates in `masked[start:stop]` that are no part of a name or of a measure's noun."""
    stop = min(stop, start + _LONGEST)
    nouns = [m.span() for m in _INSIDE.finditer(clause.masked, start, stop)]
    out = []
    for match in _PREDICATE.finditer(clause.masked, start):
        if match.start() >= stop:
            break
        longer = any(
            s <= match.start() and match.end() <= e and (clause.at or (s, e) != match.span()) for s, e in nouns
        )
        if not longer and not clause.is_name(match.start()):
            out.append(match)
    return out


def _phrases(clause: Clause, start: int, end: int) -> list[str]:
    """The noun phrases in front of the verb, which times part: 北京|周日|最高气温."""
    out = []
    for match in re.finditer(
        r"(?:(?<=〒)(?:以来|[间内里中时前后起底初末]))?(?P<words>[^〒]+)", clause.masked[start:end]
    ):
        phrase = clause.text[start + match.start("words") : start + match.end("words")].strip(" ，,“”‘’「」\"'")
        phrase = re.sub(r"(?<=[者人员民家款次载])[中里]$", "", phrase)
        if re.fullmatch("以来|[间内里中时前后起底初末]", phrase):
            continue
        if phrase and (_MEASURE.search(phrase) or not _MODIFIER.fullmatch(phrase)):
            out.append(phrase)
    return out


def _split(phrases: list[str], clause: Clause) -> tuple[str | None, str | None]:
    """The holder and the measure in what stands before a figure: 英伟达|市值."""
    if len(phrases) > 1:
        return _subject(phrases[0], clause), _head(phrases[-1])
    phrase = phrases[0]
    owned = _OWNED.match(phrase)
    if owned:
        return _subject(owned["holder"], clause), _head(owned["rest"])
    name = next((clause.text[s:e] for s, e in clause.names if phrase.startswith(clause.text[s:e])), "")
    rest = re.sub(r"^[”’》\s]*的?\s*", "", phrase[len(name) :])
    if name and not rest:
        return name, None
    if name and not (_ACTORS_END.search(rest) and not _MEASURE.search(rest)):
        return name, _head(rest)
    extreme = _EXTREME.match(phrase)
    if extreme:
        return _subject(extreme["holder"], clause), extreme["rest"]
    held = _HELD.match(phrase)
    if held and not name:
        return held["holder"], _head(held["rest"])
    if _ACTORS_END.search(phrase) and not _counts_people(clause) and not _MEASURE.search(phrase):
        return _subject(phrase, clause), None
    ranks = clause.figure is not None and clause.figure.kind == "ordinal" and not _MEASURE.search(phrase)
    return (phrase, None) if ranks else (None, phrase)


def _per_head(clause: Clause, start: int) -> str | None:
    """An average that names nothing else: 日均|1900万人次."""
    match = re.compile(rf"[{_HAN}]均\s?").fullmatch(clause.masked, start, clause.at[0] if clause.at else start)
    return match.group().strip() if match else None


def _counts_people(clause: Clause) -> bool:
    return clause.figure is not None and clause.figure.unit in _PEOPLE


def _subject(phrase: str, clause: Clause) -> str:
    """The phrase, or the name that a title stands before: 前锋|李沐阳."""
    ends = [clause.text[s:e] for s, e in clause.names if phrase.endswith(clause.text[s:e])]
    return max(ends, key=len) if ends else phrase


def _head(phrase: str) -> str:
    """A measure without what 的 ties to it."""
    return phrase.rsplit("的", 1)[-1].strip() or phrase


def _object(clause: Clause, start: int, end: int) -> str | None:
    """What the verb before the figure is done to: 出土|青铜器|47件; 把关税从20%降至|10%."""
    moved = re.search(
        r"[把将](?P<what>[^，,；]{2,30}?)(?=[从由](?!业|事)|提[高升]|降[至到低为]|上调|下调|增[至加到]|"
        r"减[至少到]|升至|定为|压缩|控制|延长|缩短|扩大|推迟)",
        clause.masked[:end],
    )
    if moved:
        return _head(moved["what"].rsplit("〒", 1)[-1])
    filler = _FILLERS.search(clause.masked, max(start, end - _FAR), end)
    end = filler.start() if filler else end
    here = start
    for match in _words(clause, start, end):
        here = match.end()
    phrase = clause.text[here:end].strip(" 了过着出〒＃，,“”‘’")
    phrase = phrase.rsplit("的", 1)[-1].strip()
    measure = _KNOWN.search(phrase) or _MEASURE.search(phrase)
    if measure:
        modifier = _MODIFIER.search(phrase, 0, measure.start())
        return phrase[modifier.start() if modifier else measure.start() :] if len(phrase) > 8 else phrase
    return phrase if len(phrase) > 1 else None


def _noun_after(clause: Clause, position: int) -> str | None:
    """The noun behind the figure, counted by it or with 的: 40枚|金牌, 22.32%的|收益率."""
    figure = clause.figure
    if figure and figure.kind == "count" and re.fullmatch(r"[A-Za-z]{3,}", figure.unit or ""):
        return re.sub(r"^[^A-Za-z]*", "", figure.text)
    if figure and figure.kind == "ordinal":
        position += len(re.match(r"[大高多快热长强]?", clause.masked[position:]).group())  # type: ignore[union-attr]
        if clause.masked[position - 1] not in "大高多快热长强":
            return None
    match = _AFTER.match(clause.masked, position)
    if match is None or figure is None or _NO_NOUN.match(match["noun"].strip()):
        return None
    if not match["of"] and figure.kind in ("multiple", "fraction", "age", "temperature"):
        return None
    start, end = match.span("noun")
    for word in _words(clause, start, end):
        end = word.start()
        break
    phrase = re.split(
        r"[的和及与、]|以及|(?<=.)(?:死亡|失业|失踪|受伤|今[日天晨晚]|昨[日天晚])", clause.text[start:end]
    )[0].strip()
    return phrase if len(phrase) > 1 or phrase in tuple("车票人球树船州省县市国村镇岛校桥") else None


def _ranked(text: str) -> str | None:
    """What a rank or record is in: 最大单日|跌幅, 按|模型贡献|计, 射手榜."""
    match = _SUPERLATIVE.search(text) or _TABLE.search(text)
    found = match.groupdict() if match else {}
    return found.get("noun") or found.get("table") or found.get("top") or found.get("cup") or found.get("by")
