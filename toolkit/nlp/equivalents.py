"""Names that mean the same in Chinese and English, and common short forms: one thing a line, parted by `|`.

Only what every newsroom would sign: a name stands here if it hardly ever means anything else.
"""

from __future__ import annotations

_TABLE = """
Alibaba | 阿里巴巴 | 阿里 | 阿里巴巴集团 | Alibaba Group
Qwen | 千问 | 通义千问 | Tongyi Qianwen
Tencent | 腾讯 | 腾讯控股 | 腾讯公司
Hunyuan | 混元
Baidu | 百度
Ernie Bot | ERNIE Bot | 文心一言
Huawei | 华为 | 华为公司
HarmonyOS | 鸿蒙 | 鸿蒙系统
Xiaomi | 小米集团 | 小米公司
ByteDance | 字节跳动 | 字节
Douyin | 抖音
Kuaishou | 快手
Meituan | 美团
JD.com | 京东 | 京东集团
Pinduoduo | 拼多多 | PDD
NetEase | 网易
WeChat | 微信
Weibo | 微博 | 新浪微博
DeepSeek | 深度求索
Moonshot AI | 月之暗面
Zhipu AI | 智谱 | 智谱AI
BYD | 比亚迪 | BYD Auto
CATL | 宁德时代
Geely | 吉利 | 吉利汽车
NIO | 蔚来
XPeng | 小鹏 | 小鹏汽车
SMIC | 中芯国际
TSMC | 台积电
Foxconn | 富士康
Lenovo | 联想 | 联想集团
DJI | 大疆
COMAC | 中国商飞
COSCO | 中远海运 | 中远海运集团
CK Hutchison | 长江和记实业 | 长和
Evergrande | 恒大 | 中国恒大
Vanke | 万科
Country Garden | 碧桂园
PetroChina | 中国石油
Sinopec | 中国石化 | 中石化
CNOOC | 中国海油 | 中海油
China Mobile | 中国移动
China Telecom | 中国电信
China Unicom | 中国联通
ICBC | 中国工商银行 | 工商银行 | 工行
Bank of China | 中国银行 | 中行
PBOC | People's Bank of China | 中国人民银行 | 中国央行
Apple | 苹果公司
Microsoft | 微软
Google | 谷歌
Alphabet | 字母表公司
Amazon | 亚马逊公司
Meta | Meta公司
Facebook | 脸书
Twitter | 推特
Nvidia | NVIDIA | 英伟达
Intel | 英特尔
AMD | 超威半导体
Qualcomm | 高通
Broadcom | 博通
Tesla | 特斯拉 | Tesla Inc. | 特斯拉公司
SpaceX | 太空探索技术公司
Starlink | 星链
Samsung | 三星
Samsung Electronics | 三星电子
SK Hynix | SK海力士
Sony | 索尼
Toyota | 丰田 | 丰田汽车
Honda | 本田
Nissan | 日产
SoftBank | 软银 | 软银集团
Volkswagen | 大众汽车 | VW
Mercedes-Benz | 梅赛德斯-奔驰 | 奔驰
BMW | 宝马
Siemens | 西门子
ASML | 阿斯麦
Airbus | 空中客车 | 空客
Boeing | 波音 | 波音公司
Airbnb | 爱彼迎
Uber | 优步
Netflix | 奈飞 | 网飞
Disney | 迪士尼
Starbucks | 星巴克
Walmart | 沃尔玛
Pfizer | 辉瑞
Moderna | 莫德纳
AstraZeneca | 阿斯利康
Goldman Sachs | 高盛
Morgan Stanley | 摩根士丹利 | 大摩
JPMorgan | JPMorgan Chase | 摩根大通
Citigroup | 花旗集团 | 花旗
HSBC | 汇丰 | 汇丰银行
Bank of America | BofA | 美国银行
Moody's | 穆迪
Hugging Face | 抱抱脸
Financial Times | 金融时报 | 《金融时报》 | FT
New York Times | 纽约时报 | 《纽约时报》 | NYT
Wall Street Journal | 华尔街日报 | 《华尔街日报》 | WSJ
Washington Post | 华盛顿邮报 | 《华盛顿邮报》
The Economist | 经济学人 | 《经济学人》
Reuters | 路透社 | 路透
Associated Press | 美联社 | AP
Agence France-Presse | 法新社 | AFP
Bloomberg | 彭博社 | 彭博
BBC | 英国广播公司
CNN | 美国有线电视新闻网
Xinhua | 新华社 | Xinhua News Agency
People's Daily | 人民日报 | 《人民日报》
CCTV | 中央电视台 | 央视
Caixin | 财新
Stanford University | 斯坦福大学 | Stanford | 斯坦福
Harvard University | 哈佛大学 | Harvard | 哈佛
MIT | Massachusetts Institute of Technology | 麻省理工学院 | 麻省理工
Oxford University | University of Oxford | 牛津大学
Cambridge University | University of Cambridge | 剑桥大学
Tsinghua University | 清华大学 | Tsinghua | 清华
Peking University | 北京大学 | 北大
Federal Reserve | Fed | 美联储 | 联邦储备委员会
European Central Bank | ECB | 欧洲央行 | 欧洲中央银行
Bank of Japan | 日本央行 | 日本银行
Bank of England | 英国央行 | 英格兰银行
White House | 白宫
Pentagon | 五角大楼
Kremlin | 克里姆林宫
CIA | 中央情报局 | 中情局
FBI | 联邦调查局
SEC | 美国证券交易委员会
FDA | 美国食品药品监督管理局 | 食品药品监督管理局
NASA | 美国国家航空航天局 | 美国宇航局
United Nations | UN | 联合国
UN Security Council | 联合国安理会 | 安理会
World Health Organization | WHO | 世界卫生组织 | 世卫组织 | 世卫
International Monetary Fund | IMF | 国际货币基金组织
World Bank | 世界银行 | 世行
World Trade Organization | WTO | 世界贸易组织 | 世贸组织
OECD | 经合组织 | 经济合作与发展组织
OPEC | 欧佩克 | 石油输出国组织
IAEA | International Atomic Energy Agency | 国际原子能机构
IEA | International Energy Agency | 国际能源署
NATO | 北约 | 北大西洋公约组织
European Union | EU | 欧盟
European Commission | 欧盟委员会 | 欧委会
ASEAN | 东盟 | 东南亚国家联盟
African Union | AU | 非洲联盟 | 非盟
G20 | 二十国集团
G7 | 七国集团
BRICS | 金砖国家
UNESCO | 联合国教科文组织 | 教科文组织
UNICEF | 联合国儿童基金会
Red Cross | 红十字会
NDRC | 国家发展和改革委员会 | 国家发改委 | 发改委
CSRC | 中国证券监督管理委员会 | 中国证监会 | 证监会
Hamas | 哈马斯
Hezbollah | 真主党
China | 中国 | 中华人民共和国 | People's Republic of China | PRC
United States | 美国 | US | U.S. | USA | America | United States of America | 美利坚合众国
United Kingdom | 英国 | UK | U.K. | Britain | Great Britain
France | 法国
Germany | 德国
Japan | 日本
South Korea | 韩国 | Republic of Korea
North Korea | 朝鲜 | DPRK
Russia | 俄罗斯 | 俄国 | Russian Federation
Ukraine | 乌克兰
India | 印度
Pakistan | 巴基斯坦
Iran | 伊朗
Iraq | 伊拉克
Israel | 以色列
Palestine | 巴勒斯坦
Gaza | 加沙 | Gaza Strip | 加沙地带
Saudi Arabia | 沙特阿拉伯 | 沙特
United Arab Emirates | UAE | 阿联酋
Turkey | 土耳其 | Türkiye
Egypt | 埃及
South Africa | 南非
Nigeria | 尼日利亚
Brazil | 巴西
Argentina | 阿根廷
Mexico | 墨西哥
Canada | 加拿大
Australia | 澳大利亚 | 澳洲
New Zealand | 新西兰
Singapore | 新加坡
Malaysia | 马来西亚
Indonesia | 印度尼西亚 | 印尼
Vietnam | 越南
Thailand | 泰国
Philippines | 菲律宾
Myanmar | 缅甸
Italy | 意大利
Spain | 西班牙
Portugal | 葡萄牙
Netherlands | 荷兰
Belgium | 比利时
Switzerland | 瑞士
Sweden | 瑞典
Norway | 挪威
Denmark | 丹麦
Finland | 芬兰
Poland | 波兰
Hungary | 匈牙利
Greece | 希腊
Lithuania | 立陶宛
Latvia | 拉脱维亚
Estonia | 爱沙尼亚
Ireland | 爱尔兰
Iceland | 冰岛
Austria | 奥地利
Czech Republic | 捷克 | Czechia
Slovakia | 斯洛伐克
Slovenia | 斯洛文尼亚
Croatia | 克罗地亚
Serbia | 塞尔维亚
Romania | 罗马尼亚
Bulgaria | 保加利亚
Belarus | 白俄罗斯
Moldova | 摩尔多瓦
Georgia | 格鲁吉亚
Armenia | 亚美尼亚
Azerbaijan | 阿塞拜疆
Kazakhstan | 哈萨克斯坦
Uzbekistan | 乌兹别克斯坦
Mongolia | 蒙古 | 蒙古国
Afghanistan | 阿富汗
Bangladesh | 孟加拉国
Sri Lanka | 斯里兰卡
Nepal | 尼泊尔
Cambodia | 柬埔寨
Laos | 老挝
Syria | 叙利亚
Lebanon | 黎巴嫩
Jordan | 约旦
Yemen | 也门
Qatar | 卡塔尔
Kuwait | 科威特
Oman | 阿曼
Libya | 利比亚
Algeria | 阿尔及利亚
Morocco | 摩洛哥
Tunisia | 突尼斯
Sudan | 苏丹
Ethiopia | 埃塞俄比亚
Kenya | 肯尼亚
Ghana | 加纳
Tanzania | 坦桑尼亚
Uganda | 乌干达
Rwanda | 卢旺达
Zambia | 赞比亚
Zimbabwe | 津巴布韦
Mozambique | 莫桑比克
Chile | 智利
Peru | 秘鲁
Colombia | 哥伦比亚
Venezuela | 委内瑞拉
Ecuador | 厄瓜多尔
Bolivia | 玻利维亚
Uruguay | 乌拉圭
Cuba | 古巴
Haiti | 海地
Panama | 巴拿马
Costa Rica | 哥斯达黎加
Scotland | 苏格兰
Wales | 威尔士
Europe | 欧洲
Asia | 亚洲
Africa | 非洲
Latin America | 拉丁美洲 | 拉美
Middle East | 中东
Taiwan | 台湾
Hong Kong | 香港
Macau | 澳门 | Macao
Beijing | 北京 | 北京市
Shanghai | 上海 | 上海市
Shenzhen | 深圳 | 深圳市
Guangzhou | 广州 | 广州市
Hangzhou | 杭州 | 杭州市
Wuhan | 武汉 | 武汉市
Chengdu | 成都 | 成都市
Chongqing | 重庆 | 重庆市
Tianjin | 天津 | 天津市
New York | 纽约 | New York City
Washington, D.C. | D.C. | 华盛顿特区
London | 伦敦
Paris | 巴黎
Tokyo | 东京
Moscow | 莫斯科
Kyiv | 基辅 | Kiev
Brussels | 布鲁塞尔
Geneva | 日内瓦
California | 加利福尼亚州 | 加州
Texas | 得克萨斯州 | 得州
Elon Musk | 埃隆·马斯克 | 马斯克
Donald Trump | 唐纳德·特朗普 | 特朗普
Joe Biden | 乔·拜登 | 拜登
Vladimir Putin | 弗拉基米尔·普京 | 普京
Volodymyr Zelensky | 泽连斯基 | 弗拉基米尔·泽连斯基
Emmanuel Macron | 马克龙 | 埃马纽埃尔·马克龙
Narendra Modi | 莫迪 | 纳伦德拉·莫迪
Xi Jinping | 习近平
Jerome Powell | 鲍威尔 | 杰罗姆·鲍威尔
Christine Lagarde | 拉加德
Ursula von der Leyen | 冯德莱恩 | 乌尔苏拉·冯德莱恩
Jensen Huang | 黄仁勋
Jack Ma | 马云
Sam Altman | 奥尔特曼 | 萨姆·奥尔特曼 | 山姆·奥特曼
Mark Zuckerberg | 扎克伯格 | 马克·扎克伯格
Tim Cook | 库克 | 蒂姆·库克
Bill Gates | 比尔·盖茨
Jeff Bezos | 贝索斯 | 杰夫·贝索斯
Eric Schmidt | 埃里克·施密特
Brian Chesky | 布莱恩·切斯基 | 切斯基
"""

# surface, case folded → the name that stands for the thing: 阿里 → Alibaba
STANDARD: dict[str, str] = {
    name.casefold(): names[0]
    for line in _TABLE.strip().splitlines()
    for names in [[name.strip() for name in line.split("|")]]
    for name in names
}
