"""Word tables for `entities.py`: what the models get wrong, and what their tags mean."""

from __future__ import annotations

import re


def words(text: str) -> tuple[str, ...]:
    """The words of a table written as running text."""
    return tuple(text.split())


# Names that both models cut up or mislabel.
KNOWN: dict[str, str] = {
    "千问": "PRODUCT",
    "通义千问": "PRODUCT",
    "通义万相": "PRODUCT",
    "通义": "PRODUCT",
    "文心一言": "PRODUCT",
    "混元": "PRODUCT",
    "星际之门": "ORG",
    "星际之门计划": "ORG",
    "斯普特尼克": "PRODUCT",
    "英伟达": "ORG",
    "爱彼迎": "ORG",
    "金融时报": "ORG",
    "纽约时报": "ORG",
    "华盛顿邮报": "ORG",
    "华尔街日报": "ORG",
    "无敌对AI法案": "LAW",
    "特斯拉": "ORG",
    "深度求索": "ORG",
    "月之暗面": "ORG",
    "Airbnb": "ORG",
    "Alibaba": "ORG",
    "ChatGPT": "PRODUCT",
    "DeepSeek": "ORG",
    "Gemini": "PRODUCT",
    "Grok": "PRODUCT",
    "Hugging Face": "ORG",
    "Llama": "PRODUCT",
    "Meta": "ORG",
    "Midjourney": "PRODUCT",
    "Nvidia": "ORG",
    "OpenAI": "ORG",
    "Qwen": "PRODUCT",
    "Sora": "PRODUCT",
    "Sputnik": "PRODUCT",
    "Stargate": "ORG",
    "Stargate Project": "ORG",
    "Financial Times": "ORG",
    "White House": "ORG",
    "BMW": "ORG",
    "Marriott": "ORG",
    "Siemens": "ORG",
    "Standard Chartered": "ORG",
    "Starbucks": "ORG",
    "Stanford": "ORG",
    "Twitter": "ORG",
    "L'Oréal": "ORG",
    "LV": "ORG",
    "TikTok": "PRODUCT",
    "YouTube": "PRODUCT",
    "微信": "PRODUCT",
    "豆包": "PRODUCT",
    "抖音": "PRODUCT",
    "支付宝": "PRODUCT",
    "小红书": "PRODUCT",
    "鸿蒙": "PRODUCT",
    "星舰": "PRODUCT",
    "星链": "PRODUCT",
    "北斗": "PRODUCT",
    "WeChat": "PRODUCT",
    "Photoshop": "PRODUCT",
    "Kindle": "PRODUCT",
    "字节跳动": "ORG",
    "宁德时代": "ORG",
    "经合组织": "ORG",
    "鸟巢": "FAC",
    "水立方": "FAC",
    "人民大会堂": "FAC",
}
# Too short to be looked for in Chinese, where they stand inside other words, but sure where a model found them.
LABELS: dict[str, str] = KNOWN | {
    "阿里": "ORG",
    "百度": "ORG",
    "华为": "ORG",
    "腾讯": "ORG",
    "苹果": "ORG",
    "推特": "ORG",
    "X": "ORG",
}
_LONGEST_FIRST = sorted([*KNOWN, *(name.upper() for name in KNOWN if name.isascii())], key=len, reverse=True)
CAPITALS = {name.upper(): label for name, label in KNOWN.items() if name.isascii()}
# Latin names stand alone; Chinese has no gaps between words.
KNOWN_NAME = re.compile(
    "|".join(
        rf"(?<![A-Za-z0-9-]){re.escape(name)}(?![A-Za-z0-9-])" if name.isascii() else name for name in _LONGEST_FIRST
    )
)

# Words in capitals that name nothing in particular.
NO_NAMES = frozenset(
    words(
        "大 小 本 该 母 子 分 总 初创 科技 互联网 上市 创业 外国 国有 民营 私营 跨国 公安 网安 "
        "Policy Downloads Models Items Item Rankings Background Reach Memo ITEM WIRE UPDATE NEWS "
        "AI AGI API App APP APPs Apps B2B B2C CEO CFO COO CTO CPI CPU DNA ESG FAQ GDP GNP GPU HTML HTTP ID IP IPO IT "
        "KOL LLM LLMs NLP OK PC PDF PM PMI PPI PPT PR QR RMB SaaS SOP TPU TV UI URL USB USD UV VC VIP VR AR XR PV ROI "
        "DAU MAU BP EPS HR Wi-Fi USB-C PM2.5 GMV ARPU ETF IoT KPI ML Token Tokens token CNY EUR GBP JPY HKD ICP "
        "By The A An In On"
    )
)

# 中国科技公司, 美国交易所: a country and a common noun; only the country is a name.
COUNTRY_AND_NOUN = re.compile(
    r"(?P<country>中国|美国|英国|法国|德国|日本|韩国|印度|俄罗斯|欧洲|亚洲)(?:科技|互联网|初创|高科技|人工智能|AI|大)?"
    r"(?:公司|企业|交易所|议员|官员|媒体|国会议员|证券交易所)"
)
# Letters after a figure, licence marks: 0.5B, 30w, 京ICP
NO_WORD = re.compile(
    r"[ABT][0-9]{1,2}|Q[1-4]|H[0-9]N[0-9]|(?:Gate|Table|Room|Row|Figure|Page) ?[A-Z]?[0-9]+"
    r"|[0-9][0-9.,]*(?:[A-Z]|bn|mn)?\+?|.{0,2}(?:ICP备?|公网安备|网安备)",
    re.IGNORECASE,
)
MONTHS_AND_DAYS = frozenset(
    words(
        "January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul "
        "Aug Sep Sept Oct Nov Dec Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
    )
)

# Words of English clauses inside Chinese text; "No" is a number sign or begins a sentence.
COMMON_WORDS = frozenset(
    words(
        "a an the and or but of in on at by for from to with as is was are were be been it its he she they we you i "
        "our their this that these those no not so if when while who what which how why all some one two three about "
        "after before since until more most than probably maybe perhaps also just only there here then now new first "
        "last next up down out over under into per via vs"
    )
)

PRODUCT_ENDINGS = ("GPT", "App", "Coder", "Chat", "OS", "Phone", "Pad", "Book", "Pilot", "Bot", "Pay")

ONE_CHARACTER_COUNTRIES = frozenset("中美英法德俄日韩印欧")
SEATS_OF_GOVERNMENT = frozenset({"白宫", "五角大楼", "克里姆林宫", "唐宁街", "中南海", "青瓦台", "国会山"})
WORLD_REGIONS = frozenset(
    words(
        "亚洲 欧洲 非洲 美洲 北美 北美洲 南美 南美洲 拉美 拉丁美洲 大洋洲 南极 北极 南极洲 中东 东南亚 东亚 "
        "南亚 中亚 西亚 东欧 西欧 克什米尔 Europe Asia Africa Amazonia Antarctica Arctic Kashmir Scandinavia "
        "北欧 亚太 亚太地区"
    )
)
BUILT_ENDINGS = words(
    "机场 大桥 体育馆 体育场 火车站 车站 大厦 高速公路 高速 水库 水电站 核电站 港口 公园 广场 大会堂 发射场 发射中心 "
    "高铁 长城 剧院 教堂 清真寺 寺庙 纪念馆 南站 北站 东站 西站 科考站 隧道 古城 影城 "
    "Airport Bridge Stadium Arena Tower Building Theatre Theater Canal Dam Square Palace Cathedral Park Plaza Terminal "
    "Prison Tunnel"
)
NATURE_ENDINGS = words(
    "山 山脉 河 江 湖 海 洋 群岛 半岛 岛 海峡 海沟 沙漠 高原 平原 盆地 峡谷 海湾 湾 大陆 丘陵 沼泽 瀑布 冰川 雨林 岭 "
    "Ocean Sea River Mountains Desert Strait Peninsula Islands Valley Lake Glacier Rainforest Basin"
)
TOWNS_NAMED_AFTER_NATURE = words(
    "上海 青海 珠海 威海 北海 宁海 临海 镇海 定海 唐山 中山 佛山 鞍山 舟山 乐山 眉山 保山 马鞍山 平顶山 "
    "昆山 象山 旧金山 釜山 "
    "黑龙江 浙江 镇江 内江 九江 湛江 丽江 阳江 晋江 台湾 青岛 秦皇岛 葫芦岛 冰岛 漯河 黑河 芜湖 巢湖 "
    "洪湖 三河 红河 香港岛"
)
NEWSPAPER_ENDINGS = (
    "时报",
    "日报",
    "晚报",
    "晨报",
    "早报",
    "周报",
    "邮报",
    "新闻报",
    "周刊",
    "快报",
    "卫报",
    ("金融报"),
)
ENGLISH_LAW_ENDINGS = (
    " Agreement",
    " Accord",
    " Accords",
    " Protocol",
    " Convention",
    " Regulation",
    " Act",
    " Bill",
    " Treaty",
    " Amendment",
    " Constitution",
    " Directive",
    " Ordinance",
)
LAW_ENDINGS = (
    "法",
    "法典",
    "宪法",
    "议定书",
    "法案",
    "条例",
    "公约",
    "协定",
    "条约",
    "规定",
    "办法",
    "准则",
    "修正案",
    "行政令",
)
