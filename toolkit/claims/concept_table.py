"""Concepts that Chinese and English news both write about: 下载量 and "downloads", 推出 and "launched".

A concept a line: `name: 中文 中文 … | english form; english form; …`. Lines with one name are one concept. Chinese
forms are parted by spaces, English ones by semicolons. English forms are lower case and stand in their base form: the
reader finds regular plurals and verb endings itself, so irregular ones are spelt out. Within a constant no form, in
either language, belongs to two concepts, and the longest form that fits is the one meant: 净利润 is not 利润.

Words that news adds or drops freely (约, "about", 共, "a total of", "so far", 全国) are left out, for they make no
other claim; so are "at least" and "up to", which a quantity's comparator holds.
"""

# What figures in news measure.
MEASURES = """\
downloads: 下载量 下载次数 下载数 总下载量 下载 | download
monthly_active_users: 月活跃用户 月活用户 月活跃用户数 | monthly active user; mau
monthly_active_users: 月度活跃用户 月活 月活跃 | maus; monthly active people; monthly user
daily_active_users: 日活跃用户 日活用户 日活跃用户数 | daily active user; dau
daily_active_users: 日均活跃用户 日活 日活跃 | daus; daily active people; daily user
weekly_active_users: 周活跃用户 周活用户 周活 | weekly active user; wau; weekly user
registered_users: 注册用户 注册用户数 注册人数 | registered user; sign-up; signup; registered account; new registration
users: 用户数 用户量 用户总数 用户规模 用户 网民规模 网民 | user; user base; netizen; new user; internet user
subscribers: 订阅用户 订阅者 订阅数 | subscriber; subscription; paying user
subscribers: 付费用户 付费会员 订户 订阅量 | paid member; paid user; paying customer
members: 会员数 会员 成员数 党员 | member; membership
installs: 安装量 装机量 安装次数 | install; installation; installed base
page_views: 浏览量 访问量 点击量 点击率 阅读量 | page view; pageview; visit to the site; click; web traffic
viewers: 观众 观看人数 收视人数 观看人次 | viewer; viewership; audience; tv audience
views: 播放量 观看次数 播放次数 浏览次数 观看量 | view; play; video view; stream
tv_ratings: 收视率 | tv rating; audience share; viewing figure
followers: 粉丝 粉丝数 关注者 粉丝量 | follower; fan
likes: 点赞 点赞数 点赞量 获赞 | thumbs-up; likes received; number of likes
shares_online: 转发量 转发次数 转发 | repost; retweet; shares on social media
comments: 评论数 评论量 条评论 | comment
revenue: 营收 营业收入 收入 销售额 营业额 总收入 | revenue; sales; turnover
revenue: 销售收入 营业总收入 创收 总营收 销售金额 营业收益 | takings; proceeds; revenue from sales; operating revenue
units_sold: 销量 销售量 汽车销量 | unit sales; unit sold; vehicle sales; car sales; auto sales
units_sold: 新车销量 销售总量 总销量 售出 | ev sales; phone sales; smartphone sales; sales volume; vehicle sold
units_sold: 卖出 售出量 销售车辆 年销量 | car sold; copy sold; copies sold; new-car sales; sold
retail_sales: 零售额 社会消费品零售总额 | retail sales; retail spending
retail_sales: 零售总额 社零 消费品零售 | consumer goods sales; retail sales of consumer goods
income: 居民收入 家庭收入 工资收入 | income; earnings per household
income: 年收入 月收入 居民人均收入 农民收入 | household income; personal income
disposable_income: 可支配收入 | disposable income
profit: 利润 盈利 利润总额 获利 净赚 溢利 赚了 | profit; earnings; surplus profit
net_profit: 净利润 净利 归母净利润 纯利 | net profit; net income; net earnings
net_profit: 净盈利 税后利润 净收益 股东应占溢利 | profit attributable to shareholders; bottom line; after-tax profit
operating_profit: 营业利润 经营利润 | operating profit; operating earnings
operating_profit: 运营利润 营业利益 经营溢利 | income from operations; ebit; operating income
gross_profit: 毛利润 毛利 | gross profit
gross_margin: 毛利率 | gross margin; gross profit margin
profit_margin: 利润率 净利率 净利润率 营业利润率 | profit margin; net margin; operating margin
loss: 亏损 净亏损 亏损额 | operating loss; loss of money; loss-making
loss: 亏损总额 赤字亏损 巨亏 亏损了 | losses; loss; net loss
economic_loss: 经济损失 损失 财产损失 损失额 | economic loss; damage; property damage; damages bill; cost of the damage
insured_loss: 保险损失 承保损失 理赔金额 赔付金额 | insured loss; insurance claim; insurance payout; claims paid
ebitda: 息税折旧摊销前利润 | ebitda
earnings_per_share: 每股收益 每股盈利 每股净收益 | earnings per share; eps
dividend: 股息 分红 派息 现金分红 股利 | dividend; payout to shareholders
buyback: 回购 回购金额 股票回购 股份回购 | buyback; share repurchase; share buyback; stock buyback
cash_flow: 现金流 自由现金流 经营现金流 | cash flow; free cash flow; operating cash flow
cash_holdings: 现金储备 现金及现金等价物 | cash reserve; cash pile
cash_holdings: 账面现金 现金余额 | cash on hand; cash and equivalents
market_value: 市值 总市值 | market value; market capitalisation
market_value: 流通市值 市场价值 | market capitalization; market cap; stock market value
market_share: 市场份额 市占率 市场占有率 份额 占有率 | market share; share of the market; share of sales
market_size: 市场规模 产业规模 | market size; size of the market
market_size: 行业规模 产业总规模 | industry size; value of the market
penetration: 渗透率 普及率 覆盖率 互联网普及率 | penetration; penetration rate; take-up rate; coverage rate; coverage
share_price: 股价 收盘价 每股价格 | share price; stock price; closing price
share_price: 报收 收报 股票价格 | shares closed; stock; shares
stock_index: 股指 指数 上证指数 | stock index; index
stock_index: 沪指 大盘 综指 | benchmark index; stock market index; composite index
trading_volume: 成交量 成交额 交易量 | turnover of shares; transaction volume; transaction value
trading_volume: 交易额 成交金额 交易金额 总成交额 | trading value; shares traded; value of trades
gross_merchandise_value: 商品交易总额 网站成交金额 | gross merchandise value; gross merchandise volume; gmv
price: 价格 售价 定价 起售价 标价 出场价 出厂价 批发价 | price; price tag; selling price
price: 单价 零售价 票面价 报价 到手价 起价 | sticker price; cost to buy; starting price; cost
price: 降价 涨价 提价 上调价格 下调价格 均价 | price cut; price increase; raise prices; reduce prices
house_prices: 房价 住房价格 新房价格 | house price; home price
house_prices: 二手房价格 住宅价格 新建商品住宅销售价格 | property price; housing price; new home price
oil_price: 油价 原油价格 | oil price; crude price; petrol price
oil_price: 国际油价 布伦特原油 汽油价格 | gasoline price; gas price; brent crude; barrel price
gold_price: 金价 黄金价格 | gold price; price of gold
food_prices: 食品价格 粮价 猪肉价格 菜价 | food price; pork price; grain price
electricity_price: 电价 | electricity price; power price; electricity tariff
rent: 租金 房租 月租 | rent; rental price; rental
fee: 费用 手续费 服务费 佣金 | fee; commission; tuition fee
fee: 学费 门票价格 会员费 年费 | membership fee; entry fee; charge for entry
cost: 成本 造价 耗资 总成本 | production cost; cost to build; construction cost
cost: 花费 研发成本 训练成本 总造价 | training cost; cost of building; cost to make
deliveries: 交付量 交付 交付辆 新车交付 交付数量 交付新车 | delivery; deliver; handover; vehicle delivery
shipments: 出货量 出货 发货量 出货总量 | shipment; units shipped; shipping volume; shipped units; handset shipments
output: 产量 生产量 总产量 生产 产出 | output; production; produce
output: 日产量 年产量 粮食产量 减产 增产 | manufacture; harvest; crop; units produced
output_value: 产值 总产值 工业总产值 农业总产值 生产总值产出 | output value; value of output; gross output value
industrial_output: 工业增加值 规模以上工业增加值 | industrial output; industrial production
industrial_output: 工业产出 工业生产 | factory output; value-added industrial output
oil_production: 原油产量 石油产量 日产原油 | oil production; oil output; crude output; crude production; barrel per day
steel_output: 粗钢产量 钢铁产量 钢产量 | steel output; crude steel output; steel production
coal_output: 煤炭产量 原煤产量 | coal output; coal production
grain_yield: 单产 亩产 | yield per hectare; crop yield; grain yield; yield per mu
capacity: 产能 年产能 生产能力 设计产能 总产能 月产能 | capacity; production capacity; manufacturing capacity
capacity_use: 产能利用率 | capacity utilisation; capacity utilization
capacity_use: 开工率 | utilisation rate; utilization rate; operating rate
storage_capacity: 库容 储存容量 存储容量 | storage capacity; storage
storage_capacity: 蓄水量 容量 内存 | memory; reservoir storage; reservoir capacity
seating_capacity: 座位数 可容纳 容纳 载客量 | seating capacity; seat people; hold people; accommodate
throughput: 吞吐量 货物吞吐量 | throughput; cargo throughput
throughput: 集装箱吞吐量 旅客吞吐量 | container throughput; passenger throughput; containers handled
inventory: 库存 存货 库存量 原油库存 库存周期 | inventory; inventories; stockpile; crude stocks
exports: 出口额 出口量 出口总额 出口总值 出口 净出口 | export; export volume; export value; overseas shipment
imports: 进口额 进口量 进口总额 进口总值 进口 | import; import volume; import value
trade: 进出口总值 贸易额 进出口 进出口总额 | foreign trade; trade volume; trade
trade: 双边贸易额 外贸总额 贸易总额 货物贸易 | bilateral trade; imports and exports; two-way trade; trade in goods
trade_surplus: 贸易顺差 顺差 | trade surplus
trade_deficit: 贸易逆差 贸易赤字 逆差 | trade deficit; trade gap; trade shortfall
current_account: 经常账户 经常项目 经常账户盈余 | current account; current-account balance; current account surplus
gdp: 经济总量 生产总值 地区生产总值 | gdp; gross domestic product
gdp: 经济规模 GDP 国内生产总值 | size of the economy; economic output; real gdp
economic_growth: 经济增长 经济增速 | economic growth; gdp growth
economic_growth: 经济增长率 GDP增速 GDP增长 | economy grew; economy expanded; growth of the economy
growth: 增长率 增速 增幅 涨幅 增长幅度 | growth; growth rate; rate of growth; rate of increase; real growth
decline_rate: 降幅 跌幅 | rate of decline; decline rate; size of the fall
inflation: 通胀率 通货膨胀率 消费者价格指数 | inflation; consumer price index
inflation: 居民消费价格指数 居民消费价格 通胀 | cpi; consumer price
inflation: 通货膨胀 物价涨幅 CPI | inflation rate; consumer inflation; cost of living index
core_inflation: 核心通胀 核心通胀率 核心CPI 核心消费者价格指数 | core inflation; core cpi; core consumer price
producer_prices: 工业生产者出厂价格 工业品出厂价格 | producer price; producer price index
producer_prices: 生产者价格指数 生产者价格 PPI | ppi; factory-gate price; wholesale price index
pmi: 采购经理指数 制造业采购经理指数 PMI | purchasing managers' index; purchasing managers index; pmi
confidence_index: 消费者信心指数 | consumer confidence index; consumer confidence
confidence_index: 信心指数 | consumer sentiment; business confidence
unemployment: 失业率 调查失业率 | unemployment; unemployment rate; jobless rate; joblessness
unemployed: 失业人数 失业人口 失业者 | unemployed people; unemployed; jobless people; out of work
jobless_claims: 初请失业金人数 | jobless claim
jobless_claims: 申请失业救济人数 失业救济 | unemployment claim; claim for unemployment benefit
employment_rate: 就业率 | employment rate; labour participation rate
employment_rate: 劳动参与率 | labor participation rate; participation rate
jobs_added: 新增就业 非农就业 非农就业人数 | jobs added; new job; non-farm payroll; nonfarm payroll
jobs_added: 新增就业岗位 就业人数 城镇新增就业 | payrolls; job created; job; new urban job
vacancies: 职位空缺 岗位空缺 招聘岗位 招聘人数 | vacancy; vacancies; job opening; open position
wages: 工资 薪资 薪酬 月薪 年薪 薪水 | wage; salary; salaries; pay packet
wages: 工资水平 待遇 加薪 提薪 减薪 时薪 | remuneration; take-home pay; pay level; real wage
minimum_wage: 最低工资 最低工资标准 最低时薪 | minimum wage; minimum hourly wage; living wage
bonus: 奖金 年终奖 | bonus; bonuses; prize money
working_hours: 工时 工作时间 工作时长 周工时 | working hours; hours worked; working week; workweek
debt: 债务 负债 总负债 欠款 欠债 | debt; liability; liabilities; public debt
debt: 国债余额 政府债务 债务总额 债务余额 外债 | government debt; national debt; borrowings; foreign debt
debt_ratio: 负债率 资产负债率 | debt ratio; debt-to-gdp; debt-to-gdp ratio
debt_ratio: 负债权益比 债务率 杠杆率 | leverage ratio; gearing; liability-to-asset ratio
bad_loans: 不良贷款 不良率 不良贷款率 坏账 | bad loan; non-performing loan; npl ratio; bad debt
loans: 贷款 贷款余额 人民币贷款 信贷 放贷 新增贷款 | loan; lending; new loan; credit
mortgage: 房贷 按揭 按揭贷款 个人住房贷款 | mortgage; home loan
deposits: 存款 存款余额 储蓄 | deposit; savings; bank deposit
money_supply: 货币供应量 广义货币 M2 社会融资规模 社融 | money supply; broad money; m2; total social financing
bonds: 债券 国债 专项债 发债 债券发行 特别国债 地方债 | bond; bond issue; treasury bond; special bond; bond issuance
bond_yield: 收益率 国债收益率 债券收益率 | bond yield; treasury yield; yield
budget: 预算 财政预算 制作预算 | budget
defence_budget: 国防预算 军费 国防开支 | defence budget; defense budget; defence spending
defence_budget: 国防支出 军费开支 军事开支 | defense spending; military spending; military budget; military expenditure
fiscal_deficit: 财政赤字 预算赤字 | budget deficit; fiscal deficit
fiscal_deficit: 赤字率 赤字 | deficit; deficit-to-gdp ratio; shortfall
surplus: 盈余 财政盈余 预算盈余 | budget surplus; fiscal surplus; surplus
fiscal_revenue: 财政收入 | fiscal revenue; tax revenue; government revenue
fiscal_revenue: 一般公共预算收入 税收收入 | public revenue; tax take; tax receipts
spending: 支出 开支 | spending; expenditure; spend
spending: 财政支出 一般公共预算支出 政府支出 | spent; outlay; public spending; government spending
consumer_spending: 消费支出 消费额 | consumer spending; household spending
consumer_spending: 居民消费支出 旅游消费 | consumption expenditure; consumer expenditure; tourist spending
capital_spending: 资本开支 资本支出 | capital expenditure; capex; capital spending
rd_spending: 研发投入 | r&d spending
rd_spending: 研发支出 研发费用 | r&d expenditure; r&d investment
rd_spending: 研发经费 研发开支 | research and development spending; research spending
rd_spending: 研究与试验发展经费 科研经费 | research and development expenditure; spending on research
investment: 投资额 投资总额 总投资 投资 | investment; invest
investment: 投资金额 投入 投入资金 出资 | amount invested; total investment
fixed_asset_investment: 固定资产投资 | fixed-asset investment
fixed_asset_investment: 基础设施投资 基建投资 | fixed asset investment; infrastructure investment
property_investment: 房地产开发投资 | property investment
property_investment: 房地产投资 | real estate investment; property development investment
foreign_investment: 外资 实际使用外资 外商直接投资 | foreign direct investment; fdi; foreign investment
foreign_investment: 外商投资 利用外资 对外投资 对外直接投资 | foreign capital; outbound investment; overseas investment
funding_round: 融资 融资额 融资金额 筹资 | funding round; funding; raise funds; raise capital
funding_round: 募资 募集资金 筹集 轮融资 募资额 | raise money; financing; fundraising; financing round; raised
ipo_proceeds: 首次公开募股募资 募股 | ipo proceeds; initial public offering; ipo
ipo_proceeds: 首次公开募股 上市募资 | raised in its ipo; public offering; share sale
valuation: 估值 企业估值 | valuation; valued at; value of the company; worth
deal_value: 交易价 收购价 交易对价 | deal value; acquisition price; purchase price; takeover price
deal_value: 收购金额 合同金额 合同额 合同总额 | contract value; deal worth; contract worth; worth of contracts
stake: 股份 股权 持股比例 持股 股权比例 | stake; shareholding; equity stake; holding
shareholders: 股东 股东人数 | shareholder; investor number; stockholder
assets: 资产 总资产 资产总额 净资产 资产规模 管理规模 | asset; total assets; net assets; assets under management
net_worth: 身家 财富 净财富 个人财富 | net worth; fortune; wealth; personal fortune
billionaires: 亿万富翁 亿万富豪 富豪 | billionaire
layoffs: 裁员 裁减 裁员人数 | layoff; lay-off; lay off; laid off; job cut
layoffs: 裁员比例 裁掉 裁撤岗位 削减岗位 | redundancy; redundancies; job loss; cut jobs; axed jobs; workforce reduction
employees: 员工 雇员 员工总数 | employee; staff; workforce
employees: 员工人数 职工 雇员人数 从业人员 | headcount; worker number; employ
companies_number: 企业数量 企业数 | number of companies; business entity
companies_number: 家企业 市场主体 | business entities; number of firms
companies_number: 经营主体 个体工商户 初创企业数 | market entity; market entities; self-employed household
population: 人口 总人口 人口数 | population; inhabitant
population: 常住人口 人口总数 全国人口 | resident population; resident; number of people living
population_change: 自然增长率 | natural growth rate; population decline
population_change: 人口自然增长率 人口减少 | population decrease; population growth
urbanisation: 城镇化率 城市化率 | urbanisation rate; urbanization rate; urbanisation; urbanization
births: 出生人口 新生儿 出生人数 出生 新生儿数量 | birth; newborn; babies born; baby born; born
birth_rate: 出生率 人口出生率 | birth rate; birthrate
fertility_rate: 生育率 总和生育率 | fertility rate; total fertility rate; births per woman
deaths: 死亡人数 死亡 遇难 丧生 | death; death toll; die; died
deaths: 罹难 身亡 死者 遇难者 | dying; dead; kill; fatality
deaths: 遇难人数 死难 丧命 死亡人口 | fatalities; lose life; lost their lives; lives lost
deaths: 殉职 丧生人数 致死 死亡数 | perish; people killed; bodies found; new death
murders: 凶杀案 谋杀案 命案 被杀害 遇害 被谋杀 凶杀 | murder; homicide; manslaughter; people murdered
suicides: 自杀 自杀人数 自杀率 | suicide; suicide rate
death_rate: 死亡率 病死率 | death rate; mortality rate
death_rate: 人口死亡率 孕产妇死亡率 | fatality rate; mortality; maternal mortality rate
injured: 受伤 伤者 受伤人数 | injured; injure; injury; injuries
injured: 伤员 轻伤 重伤 负伤 | wounded; wound; hurt; people injured
casualties: 伤亡 伤亡人数 死伤 | casualty; casualties; dead and injured; killed or wounded; killed or injured
missing: 失踪 失联 下落不明 失踪者 失踪人数 | missing; unaccounted for; missing people; lost contact
trapped: 被困 受困 | trapped; stranded; trap; strand
displaced: 流离失所 转移安置 | displaced; displace; homeless
displaced: 无家可归 流离失所者 | made homeless; driven from their homes; forced from their homes
evacuated: 疏散 撤离 转移群众 | evacuated; evacuate; evacuee
evacuated: 紧急转移 转移人员 疏散居民 撤侨 | evacuation; moved to safety; relocated
rescued: 获救 救出 营救 被救出 救起 解救 救援出 | rescued; rescue; pulled alive; saved; pulled from the rubble
affected_people: 受灾 受灾人口 受灾人数 受影响 受灾群众 受影响人数 | people affected; affected people; affected; affect
hostages: 人质 被扣押 被绑架 绑架 | hostage; kidnap; kidnapped; abducted; captive; abduction
refugees_number: 难民人数 难民 寻求庇护者 | refugee; asylum seeker; asylum-seeker
migrants: 移民 移民人数 净移民 | migrant; immigrant; immigration
migrants: 偷渡者 非法移民 外来人口 | migration; illegal crossing; illegal immigrant; net migration
deportations: 驱逐出境 遣返 遣送 遣返人数 | deportation; deport; repatriation; expelled
marriages: 结婚登记 结婚 婚姻登记 结婚率 结婚人数 | marriage; wedding; marriage registration; couples married; marry
divorces: 离婚登记 离婚 离婚率 | divorce; divorce rate
life_expectancy: 预期寿命 平均寿命 | life expectancy; lifespan
age: 年龄 岁数 退休年龄 法定退休年龄 | age; retirement age; life stage
elderly_population: 老年人口 老龄人口 | elderly population; people aged 60 and over
elderly_population: 60岁及以上人口 65岁及以上人口 老龄化率 | people aged 65 and over; older population; over-65s
cases: 确诊 感染病例 病例 | case; infection; infected
cases: 感染者 感染 感染人数 | infect; people infected; positive test
cases: 病例数 阳性 确诊人数 新增病例 | new case; new infection; newly confirmed case
asymptomatic_cases: 无症状感染者 无症状 | asymptomatic case; asymptomatic infection; asymptomatic
tests: 检测 核酸检测 检测量 检测次数 | test; testing; tests carried out; swab; nucleic acid test
vaccinated: 接种 疫苗接种 接种人数 接种率 | vaccinated; vaccinate; vaccination; vaccination rate
vaccinated: 完成接种 接种剂次 接种疫苗 剂疫苗 | dose; jab; inoculated; inoculation; shot given
patients: 患者 病人 | patient; hospitalised; hospitalized
patients: 住院患者 住院人数 患病人数 | hospitalisation; hospitalization; people in hospital
recoveries: 治愈 治愈出院 痊愈 康复者 治愈率 | recovery; recovered; discharged from hospital; cured; cure rate
hospital_beds: 病床 床位 床位数 重症床位 | hospital bed; bed; icu bed; intensive-care bed
doctors_number: 医生人数 执业医师 医护人员人数 | number of doctors; licensed doctor; practising doctor
effectiveness: 有效率 有效性 保护率 保护效力 | efficacy; effectiveness; effective rate; protection rate
prevalence: 患病率 发病率 感染率 阳性率 | prevalence; incidence; infection rate; positivity rate; incidence rate
obesity: 肥胖率 超重率 吸烟率 | obesity rate; overweight rate; smoking rate
arrests: 抓获 逮捕人数 被捕 拘留人数 | arrest; detained; detainee
arrests: 被拘留 抓获犯罪嫌疑人 被逮捕 刑拘 | detain; suspects arrested; detention
prisoners: 囚犯 在押人员 服刑人员 战俘 被俘 | prisoner; inmate; prisoner of war; prison population
prison_term: 有期徒刑 判刑 | prison term; jail term; years in prison; year in prison
prison_term: 刑期 获刑 监禁 | months in prison; years in jail; months in jail; prison sentence
prison_term: 徒刑 被判 无期徒刑 | jail sentence; jailed for; imprisonment; behind bars
prosecutions: 起诉人数 提起公诉 被起诉人数 立案 立案数 | prosecution; indictment; prosecuted; cases filed
crime: 犯罪率 犯罪案件 刑事案件 | crime rate; crime; criminal case
crime: 发案率 案件数 立案数量 | recorded crime; offence; offense
fraud_amount: 诈骗金额 涉案金额 | fraud; money stolen; amount involved
fraud_amount: 涉案资金 涉案价值 被骗 | scammed; stolen; swindled
drugs_seized: 缴获毒品 缴获 查获 | drug seized; seized; seizure; haul
weapons_number: 枪支 枪支数量 核弹头 核弹头数量 | firearm; gun; nuclear warhead; warhead; weapon
fine: 罚款 罚金 罚没 处罚金额 罚单 被罚 罚款金额 | fine; penalty; penalties; fined; civil penalty
compensation: 赔偿 赔偿金 赔款 | compensation; payout; settlement; compensate
compensation: 赔偿金额 补偿 赔偿款 补偿金 | redress; severance; damages award; pay damages
bail: 保释金 | bail; bond for release
ransom: 赎金 | ransom; ransom payment
bribes: 受贿 贿赂 受贿金额 贪污 贪污金额 收受财物 | bribe; bribery; embezzled; embezzlement; graft; kickback
bounty: 悬赏 赏金 | bounty; reward
votes: 得票 得票数 选票 票数 | vote; ballot; votes cast
votes: 赞成票 获得选票 反对票 弃权票 | votes in favour; votes in favor; votes against; abstention
vote_share: 得票率 | vote share; share of the vote
vote_share: 支持票比例 | per cent of the vote; percent of the vote; percent of votes
turnout: 投票率 投票人数 | turnout; voter turnout
voters: 选民 登记选民 | voter; electorate; eligible voter; registered voter
seats: 席位 议席 席次 议会席位 | seat; parliamentary seat; seat in parliament
majority: 多数优势 多数席位 领先票数 | majority; winning margin; lead over
approval_rating: 支持率 满意度 满意率 | approval rating; popularity rating; approval
approval_rating: 好感度 民调支持率 民意支持率 认可度 | support rate; satisfaction rate; favourability; favorability
poll_respondents: 受访者 | respondent; people surveyed
poll_respondents: 调查对象 被调查者 | people polled; survey respondent; those surveyed
signatures: 签名 联署 签名数 | signature; petition signature
delegates: 代表人数 参会代表 与会代表 | delegate; attendee
delegates: 与会者 参会人数 出席人数 | participant; attendance; people attended
protesters: 示威者 抗议者 抗议人数 游行人数 | protester; demonstrator; marcher; people marched; crowd
participants: 参与人数 参赛者 参赛选手 参赛人数 | entrant; competitor; athlete number
participants: 报名人数 参加人数 参加者 选手 | people took part; runner; registered participant; contestant
countries_number: 国家和地区 个国家 | countries and regions; number of countries; member state
countries_number: 参加国 成员国 | countries; member country; member countries
troops: 兵力 军队人数 部队人数 | troop; soldier number
troops: 驻军 士兵人数 增兵 军人 | service member; personnel; military personnel
military_aid: 军事援助 军援 | military aid; security assistance; military assistance; weapons package
missiles: 导弹数量 枚导弹 导弹 弹道导弹 | missile; ballistic missile; missiles fired; rocket fired
drones: 无人机 无人机架次 架无人机 | drone; unmanned aerial vehicle; uav
aircraft_number: 军机 架次 战机 | aircraft; sortie; warplane
aircraft_number: 架飞机 机队 机队规模 | plane number; fighter jet; fleet; fleet size
ships_number: 船只数量 艘船 舰艇 船舶 | ship number; vessel; warship; number of ships
air_strikes: 空袭次数 空袭 | air strike; airstrike; air raid; strikes carried out
aid: 援助 援助金额 援助资金 | aid; humanitarian aid; relief fund
aid: 人道主义援助 救灾资金 对外援助 | foreign aid; aid package; assistance; relief money
stimulus: 刺激计划 刺激方案 经济刺激 救助计划 救助金 | stimulus; stimulus package; rescue package; bailout; bail-out
donations: 捐款 捐赠 捐款额 善款 捐资 捐赠金额 | donation; donate; contribution; charity money; gift of money; pledged
subsidies: 补贴 补助 津贴 政府补贴 | subsidy; subsidies; allowance
subsidies: 补贴金额 补贴资金 购车补贴 育儿补贴 | grant; government subsidy; handout; rebate
tax: 税款 税额 纳税 缴税 税负 应纳税额 欠税 偷税 | tax; tax bill; tax payment; back tax; taxes paid; tax owed
tax_rate: 税率 增值税率 所得税率 | tax rate; corporate tax rate; income tax rate
tax_rate: 企业所得税 消费税率 个税起征点 | vat rate; value-added tax; sales tax
tax_cuts: 减税 减税降费 退税 | tax cut; tax break; tax rebate; tax relief; tax refund
tariff: 关税 关税税率 税率关税 加征关税 关税水平 | tariff; duty; duties; import duty; levy; tariff rate; levies
pension: 养老金 退休金 基本养老金 | pension; state pension; retirement benefit; basic pension
insurance: 医保 参保 参保人数 | insurance; health insurance; medical insurance
insurance: 社保 基本医疗保险 社会保险 保费 | social security; premium; people insured
poverty: 贫困人口 贫困率 | poverty; poverty rate; people in poverty
poverty: 脱贫 脱贫人口 贫困发生率 | poor people; lifted out of poverty; poverty line
hunger: 饥饿人口 | hunger; malnutrition; food insecurity
hunger: 营养不良 粮食不安全 | malnourished; undernourished; hungry people
inequality: 基尼系数 | gini coefficient; gini index; income gap; inequality
literacy: 识字率 文盲率 | literacy rate; illiteracy rate; literacy
temperature: 气温 温度 | temperature; degrees celsius; degree celsius
temperature: 高温 摄氏度 体感温度 | degree fahrenheit; mercury; high temperature; surface temperature
warming: 升温 变暖 升温幅度 | warming; temperature rise; above pre-industrial level
rainfall: 降雨量 降水量 雨量 降雨 降水 | rainfall; rain; precipitation; rain fell
snowfall: 降雪量 降雪 积雪 积雪深度 | snowfall; snow; snow depth; snow cover
magnitude: 级地震 震级 里氏 余震 矩震级 | magnitude; richter scale; -magnitude; aftershock; moment magnitude
wind_speed: 风速 风力 阵风 级大风 最大风力 最大风速 | wind speed; wind; gust; sustained wind; winds of
humidity: 湿度 空气湿度 | humidity
air_quality: 空气质量指数 空气质量 | air quality index; air quality; aqi
air_quality: 细颗粒物 PM2.5 优良天数 | pm2.5; fine particulate; days with good air quality
noise_level: 分贝 噪音 | decibel; noise level
radiation: 辐射 辐射量 辐射剂量 放射性物质 | radiation; radiation level; radiation dose; becquerel
depth: 深度 震源深度 水深 下潜深度 深达 | depth; deep; focal depth; diving depth; metres below
height: 高度 海拔 身高 高达米 总高度 | height; tall; altitude; elevation; above sea level; high above
length: 长度 全长 总长 全长约 里程长度 | length; long; total length; in length; kilometre-long; mile-long
width: 宽度 直径 口径 | width; wide; diameter
area: 面积 占地面积 | square kilometre; square kilometer; hectare; acre; square metre; square mile
area: 总面积 占地 建筑面积 | floor area; cover area; area of; land area; total area; built-up area
distance: 距离 相距 航程 | distance; kilometres away; miles away
distance: 射程 公里外 飞行距离 | flying range; range of missile; travelled
track_length: 营业里程 运营里程 通车里程 | operating mileage; track in operation; railway mileage
track_length: 高铁里程 铁路里程 里程 高速公路里程 | railway network; kilometres of track; mileage; in operation
speed: 速度 时速 | speed; kilometres per hour; kilometers per hour; km/h
speed: 运行时速 车速 设计时速 | mph; miles per hour; top speed; design speed
acceleration: 百公里加速 零百加速 | acceleration; 0-100 km/h; zero to 100
weight: 重量 体重 整备质量 总重 净重 重达 起飞重量 | weight; weigh; mass; tonnage; kerb weight; in weight
payload: 载荷 运载能力 有效载荷 载重 | payload; lift capacity; carrying capacity; deadweight
volume: 体积 水量 流量 流量立方米 排水量 | volume; flow; flow rate; discharge; displacement; cubic metre; cubic meter
water_level: 水位 海平面 | water level; river level; sea level
water_level: 警戒水位 海平面上升 | flood level; warning level; sea-level rise
pressure: 压力值 气压 血压 | air pressure; blood pressure; atmospheric pressure
thickness: 厚度 | thickness; thick
orbit_height: 轨道高度 | orbital altitude; orbit height
emissions: 排放量 碳排放 二氧化碳排放 | emission; carbon emission; co2 emission
emissions: 排放 温室气体排放 碳排放量 | greenhouse gas; carbon dioxide; greenhouse gas emission
carbon_price: 碳价 碳市场成交 | carbon price; carbon market turnover
pollution: 污染 污染物 废水 | pollution; pollutant; wastewater
pollution: 废水排放 漏油 泄漏量 | spill; leaked oil; discharge of wastewater
waste: 垃圾 垃圾量 废弃物 塑料垃圾 电子垃圾 | waste; rubbish; garbage; trash; plastic waste; e-waste; litter
recycling: 回收率 回收量 循环利用率 | recycling rate; recycle; recycled; recovery rate
electricity_generation: 发电量 | electricity generation; power generation
electricity_generation: 发电 总发电量 | power output; electricity output; electricity generated
electricity_use: 用电量 全社会用电量 耗电量 | electricity consumption; power consumption; electricity use; power use
electricity_use: 电力消费 用电负荷 电力负荷 | electricity demand; power demand; peak load; power load
installed_capacity: 装机容量 总装机容量 装机 | installed capacity; generating capacity; power capacity
installed_capacity: 光伏装机 风电装机 发电装机 | capacity installed; solar capacity; wind capacity; renewable capacity
renewables_share: 可再生能源占比 非化石能源占比 | share of renewables; renewable share
renewables_share: 清洁能源占比 绿电占比 | share of clean energy; share of non-fossil energy
energy_use: 能耗 能源消费 | energy consumption; energy use
energy_use: 能源消费总量 能源消耗 单位能耗 | energy demand; energy intensity
gas_supply: 天然气供应 供气量 天然气产量 天然气 输气量 | natural gas; gas supply; gas output; gas flow; gas production
water_use: 用水量 供水量 耗水量 | water use; water consumption; water supply
forest_cover: 森林覆盖率 森林面积 | forest coverage; forest cover; forest area
forest_cover: 植树 造林面积 | trees planted; tree; deforestation; afforestation
power_rating: 功率 额定功率 | horsepower; power rating; charging power
power_rating: 充电功率 马力 最大功率 | rated power; peak power; engine power
outages: 停电用户 停电 断电 | power cut; outage; blackout; without power; customers without power; without electricity
battery_range: 续航里程 | battery range; driving range; range on a single charge
battery_range: 续航 综合续航 | range per charge; electric range; cruising range
battery_capacity: 电池容量 毫安时 电量 千瓦时 | battery capacity; mah; kilowatt-hour; battery size
charging_time: 充电时间 充电时长 | charging time; charge time; minutes to charge
charging_points: 充电桩 充电站 | charging point; charging station; charger
charging_points: 换电站 充电基础设施 | charging pile; battery swap station; charge point
fuel_use: 油耗 百公里油耗 | fuel consumption; fuel economy; mileage per gallon; mpg
vehicles_number: 保有量 汽车保有量 | car ownership; registered vehicle; vehicles on the road
vehicles_number: 机动车 机动车保有量 | motor vehicle; cars on the road; vehicle number
parameters: 参数量 参数规模 亿参数 参数 总参数 | parameter; billion-parameter; model size
tokens: 词元 令牌 训练数据量 | token
context_length: 上下文窗口 上下文长度 上下文 | context window; context length
benchmark_score: 跑分 得分率 评测得分 | benchmark score; benchmark; test score
benchmark_score: 基准测试 测评分数 基准得分 准确率得分 | benchmark result; score on the benchmark; leaderboard score
accuracy: 准确率 准确度 精度 正确率 识别率 | accuracy; accurate; precision; success rate of recognition
error_rate: 错误率 误差 | error rate; margin of error
error_rate: 误差率 幻觉率 误判率 | error; hallucination rate; false positive rate
computing_power: 算力 算力规模 | computing power; compute; petaflop
computing_power: 运算能力 浮点运算 | exaflop; computing capacity; teraflop
gpus: 显卡 GPU 块GPU 加速卡 | gpu; graphics card; graphics processing unit; accelerator
qubits: 量子比特 | qubit; quantum bit
transistors: 晶体管 | transistor
process_node: 制程 纳米工艺 纳米制程 | process node; nanometre; nanometer; nm process
resolution: 像素 分辨率 | pixel; resolution; megapixel
screen_size: 屏幕尺寸 英寸屏幕 英寸 | screen size; inch screen; inch display; inch
latency: 延迟 时延 响应时间 | latency; delay time; response time
bandwidth: 带宽 网速 下载速度 传输速率 | bandwidth; download speed; data rate; internet speed; transmission speed
base_stations: 基站 5G基站 | base station; 5g base station; cell tower; mast
models_number: 模型数量 衍生模型 衍生模型数 | derivative model; number of models
models_number: 款模型 个模型 大模型数量 | derived model; models built on; model released
github_stars: 星标 收藏数 | github star; star on github
languages_number: 种语言 语言数量 语种 | language; languages supported; number of languages
data_leaked: 泄露数据 数据泄露 | records leaked; record exposed; data breach
data_leaked: 泄露记录 条记录 泄露信息 | accounts exposed; records stolen; breached account
accounts: 账号 账户 账户数 封禁账号 帐号 | account; accounts removed; accounts banned; bank account
posts_removed: 删除帖子 删除内容 | post; posts removed
posts_removed: 条视频 下架应用 帖子 | videos removed; apps removed; pieces of content
cyber_attacks: 网络攻击次数 攻击次数 网络攻击 | cyberattack; cyber attack; attack number; hacking attempt
tickets: 门票 票房票数 售票 售出门票 车票 发售车票 | ticket; ticket sales; tickets sold
box_office: 票房 | box office; box-office; gross at the box office
box_office: 票房收入 总票房 | box-office takings; grossed; ticket revenue
screens: 银幕 影院数量 | cinema screen; screen; cinema number
films: 部电影 影片数量 | film; movie; movies released
passengers: 乘客 旅客 客运量 | passenger; ridership; passenger trip
passengers: 旅客量 发送旅客 旅客发送量 客流量 | passenger traffic; passenger volume; passenger number
passengers: 客流 人次 乘客量 载客 | rider; traveller; traveler; trips made
flights: 航班 航班量 航班数 班次 架次航班 | flight; number of flights; flights operated; flights cancelled
trains: 列车 列车数 列车班次 中欧班列 动车组 | train; train trip; train service; freight train; trains run
freight: 货运量 货物发送量 货物运输量 货物量 | freight; cargo; freight volume; cargo volume; tonnes of cargo
parcels: 快递 快递业务量 | parcel; package delivered; express delivery
parcels: 包裹 件快递 快递量 | parcel volume; courier parcel; express parcel
containers: 集装箱 标准箱 标箱 | container; teu; teus; twenty-foot equivalent unit
visitors: 游客 旅游人次 参观人数 入境游客 | visitor; tourist; tourist arrival
visitors: 出境游客 访客 接待游客 游客人数 参观者 | visitor arrival; arrival; tourist trip; domestic trip
border_crossings: 出入境人次 | border crossing; cross-border trip
border_crossings: 出入境人员 入境人次 | entries and exits; inbound and outbound trip; entry
hotel_occupancy: 入住率 | occupancy rate; hotel occupancy; occupancy
students_number: 学生人数 在校生 在校生人数 | student; pupil
students_number: 招生人数 招生 毕业生 | enrolment; enrollment; graduate
students_number: 高校毕业生 考生 高考报名 留学生 | college graduate; candidate sitting the exam; test taker
schools_number: 学校数量 所学校 | school number; number of schools
schools_number: 高校数量 幼儿园数 | school; kindergarten; university number
teachers_number: 教师人数 专任教师 | teacher; number of teachers
test_scores: 分数线 成绩 | exam score; exam result
test_scores: 考试成绩 录取分数线 平均分 | admission score; average score; pass mark
pass_rate: 通过率 合格率 录取率 升学率 | pass rate; acceptance rate; admission rate; qualification rate
homes: 住房 套住房 房屋 住宅 房屋倒塌 | home; house; housing unit; dwelling
homes: 套房 保障性住房 公寓 二手房 新房 | apartment; housing; affordable home; new home; existing home
home_sales: 商品房销售额 商品房销售面积 房屋销售 | home sales; house sales; property sales
home_sales: 成交套数 新房成交 二手房成交 | housing sales; new home sales; homes sold; sales by floor area
housing_starts: 新开工面积 房屋新开工面积 | housing start; new construction starts; new home starts
buildings_damaged: 房屋受损 倒塌房屋 | buildings damaged; houses damaged; homes destroyed
buildings_damaged: 受损建筑 受损房屋 建筑受损 | houses destroyed; building collapsed; damaged home; destroyed building
households_number: 家庭户 户家庭 户数 户居民 | household; family number; number of households
interest_rate: 利率 基准利率 政策利率 | interest rate; benchmark rate; policy rate; loan prime rate
interest_rate: 存款利率 贷款市场报价利率 联邦基金利率 | lpr; federal funds rate; lending rate; key rate; deposit rate
interest_rate: 贷款利率 存款基准利率 LPR | borrowing cost; base rate; repo rate; rate cut; rate hike
interest_rate: 加息 降息 维持利率 | raise rates; cut rates; lower rates; lift rates; hold rates
reserve_ratio: 存款准备金率 准备金率 存准率 降准 | reserve requirement ratio; reserve ratio; rrr; reserve requirement
mortgage_rate: 房贷利率 按揭利率 | mortgage rate; home loan rate
down_payment: 首付 首付比例 首付款比例 | down payment; down-payment ratio
exchange_rate: 汇率 人民币汇率 中间价 | exchange rate; yuan rate; central parity
exchange_rate: 兑美元汇率 兑美元 人民币中间价 | central parity rate; against the dollar; to the dollar; currency rate
foreign_reserves: 外汇储备 | foreign exchange reserve; foreign-exchange reserve
foreign_reserves: 外储 | forex reserve; foreign reserve; foreign currency reserve
gold_reserves: 黄金储备 | gold reserve; gold holding
oil_reserves: 石油储量 储量 | proven reserve; oil reserve
oil_reserves: 探明储量 可采储量 | recoverable reserve; reserve
oil_reserves: 资源储量 石油储备 战略石油储备 | mineral reserve; strategic petroleum reserve; deposits found
capital_flow: 资金流入 资金流出 净流入 | capital inflow; capital outflow; inflow; outflow
capital_flow: 净流出 北向资金 资本外流 | northbound flow; capital flight; net inflow; net outflow
credit_rating: 信用评级 主权评级 评级 | credit rating; sovereign rating; rating grade
bitcoin_price: 比特币价格 比特币 | bitcoin price; bitcoin; price of bitcoin
stores: 门店 门店数 门店数量 | store; outlet; shop; branch
stores: 门店总数 店铺 加盟店 直营店 | branches; store number; franchise store; new store
factories_number: 工厂数量 座工厂 家工厂 | number of factories; factory number; plants worldwide
customers: 客户 顾客 客户数 消费者人数 客户数量 商户 | customer; client; merchant; shopper; customer base; diner
orders: 订单 订单量 订单数 预订量 预订 | order; pre-order; preorder; booking
orders: 大定 锁单 新订单 订购 预订单 | reservation; new order; locked-in order; order book
complaints: 投诉 投诉量 举报 投诉数 | complaint; consumer complaint; report of abuse; grievance
recalls: 召回 召回数量 召回车辆 召回辆 | recall; vehicles recalled; recalled vehicle; recalled
queries: 搜索量 调用量 搜索次数 调用次数 查询量 | search query; search volume; query; queries; api call; searches
wait_time: 等待时间 等候时间 排队时间 | waiting time; wait time; queue time; waiting list
duration: 时长 持续时间 历时 耗时 工期 为期 | duration; time taken; running time; construction period; minutes long
medals: 奖牌 奖牌数 奖牌总数 枚奖牌 | medal; medal count; medal tally; total medals
gold_medals: 金牌 枚金牌 金牌数 | gold medal; gold; golds
silver_medals: 银牌 枚银牌 | silver medal; silver; silvers
bronze_medals: 铜牌 枚铜牌 | bronze medal; bronze; bronzes
goals: 进球 进球数 打进 攻入 粒进球 入球 | goal; goals scored; score goals; netted
assists: 助攻 次助攻 | assist
points: 得分 积分 分数 | score; points scored; tally; rating score
points: 砍下 总分 评分 拿下分 | points per game; league points; points total; points haul
match_score: 比分 大比分 | scoreline; final score; score of the match
wins: 胜场 胜利场次 连胜 胜率 | victory tally; win number; winning streak; win rate; wins in a row; consecutive win
titles: 冠军头衔 冠军数 夺冠次数 大满贯冠军 座冠军 | title; championship; grand slam title; trophy; trophies
appearances: 出场 出场次数 出场数 | appearance; games played; matches played
transfer_fee: 转会费 | transfer fee
record_time: 夺冠成绩 用时 完赛时间 | winning time; finish time; finishing time; personal best; record time
rank: 排名 排行 名次 位列 位居 排在 | rank; ranking; ranked
copies_published: 发行量 印数 印刷量 册书 | circulation; print run; copies printed; copy; copies
prizes: 获奖 奖项 提名 项提名 获奖数 | award; prize; nomination; nominated; oscar nomination
patents: 专利 专利数量 专利申请 | patent; patent application
patents: 发明专利 专利申请量 专利授权量 有效专利 | patent filing; invention patent; patents granted
papers: 论文 论文数量 | paper; research paper; scientific paper
papers: 发表论文 篇论文 引用次数 | publication; citation; article published
projects: 项目 项目数 个项目 签约项目 | project; number of projects
contracts: 合同 合同数 份合同 协议数 | contract; deals signed; agreements signed
launches: 发射次数 航天发射 | space launch; rocket launch
launches: 次发射 发射任务 | orbital launch; launch mission; launches this year
satellites_number: 颗卫星 卫星数量 在轨卫星 | satellite; satellites in orbit; number of satellites
accidents: 事故数 事故起数 起事故 | accident; road accident
accidents: 交通事故 安全事故 生产安全事故 | traffic accident; crash number; workplace accident
fires_number: 火灾起数 起火灾 | fire number; fires burning; blaze
fires_number: 火点 山火数量 | wildfire number; number of fires; active fire
area_burned: 过火面积 | area burned; area burnt; hectares burned
area_burned: 烧毁面积 焚毁面积 | acres burned; acre burnt; burned area
farmland: 耕地 播种面积 耕地面积 | farmland; arable land; sown area
farmland: 种植面积 受灾面积 农作物受灾面积 | cropland; planted area; acreage; cultivated land
livestock: 存栏 出栏 生猪存栏 存栏量 能繁母猪 | livestock; pig herd; hog; cattle; sow; breeding sow; head of cattle
animals_number: 野生种群 种群数量 | wild population; animal population; number of pandas
animals_number: 只大熊猫 野生大熊猫 | wild panda; individuals in the wild; specimen
species: 物种 物种数量 新物种 濒危物种 | species; new species; endangered species
speed_limit: 限速 | speed limit
probability: 概率 可能性 几率 风险概率 | probability; likelihood; chance; odds; risk of
proportion: 占比 比例 比重 | proportion; percentage of; account for
proportion: 占总数 占全国 占全球 | accounted for; make up; made up; percentage share
completion: 完成率 完成进度 进度 复工率 | completion rate; progress; completed share; resumption rate
response_rate: 回应率 回复率 返乡率 | response rate; return rate
turnover_rate: 离职率 流失率 | staff turnover; attrition rate; churn rate; churn
hours_played: 使用时长 游戏时长 上网时长 | screen time; time spent; hours of use; playing time; time online
sanctions_number: 制裁对象 | sanctioned entity; sanctioned entities
sanctions_number: 实体清单 被制裁实体 | entities added; names on the entity list; individuals sanctioned
quota: 配额 额度 限额 指标 上限 | quota; ceiling; limit; allocation
robots: 机器人 机器人数量 机器人密度 | robot; robot density; industrial robot; humanoid
cost_of_living: 生活成本 生活费 | cost of living; living cost; living expenses
"""

# What people and organisations do, and what happens to them, without a figure.
ACTS = """\
launch: 推出 发布 上线 亮相 | launch; release; unveil; roll out
launch: 上市销售 首发 问世 面世 | roll-out; rollout; introduce; debut
launch: 揭幕 发售 开售 推向市场 正式发布 | bring out; brought out; go on sale; went on sale; come out
announce: 宣布 公布 宣告 对外公布 官宣 通报 | announce; declare; make public; made public; announcement
say: 表示 指出 透露 强调 介绍说 声称 宣称 | say; said; tell; told; disclose; state that; stress that
ban: 禁止 封禁 取缔 禁售 | ban; banned; banning; prohibit; outlaw
ban: 禁用 严禁 禁令 明令禁止 | forbid; forbade; forbidden; bar from; barred from; blacklist
lift_ban: 解除禁令 解禁 | lift a ban; lift the ban; lift its ban; end a ban; ended its ban
lift_ban: 取消禁令 撤销禁令 恢复销售 | unban; unblock; ban lifted; legalise; legalize
restrict: 限制 限购 限行 | restrict; curb; limit; tighten
restrict: 管制 管控 收紧 | clamp down; crack down; crackdown; curtail; restriction
ease: 放宽 放松 松绑 | ease; relax; loosen
ease: 放开 取消限制 解除限制 | lift restrictions; lift the restrictions; remove restrictions
impose: 实施 施加 强制实行 颁布实施 | impose; implement; enforce; put in place; carry into effect
take_effect: 生效 施行 | take effect; took effect; taken effect; come into force
take_effect: 正式实施 起施行 正式生效 | came into force; enter into force; go into effect; went into effect
expire: 到期 失效 期满 过期 | expire; lapse; run out; ran out
deny: 否认 辟谣 予以否认 | deny; denied; denial; dismiss claims
deny: 矢口否认 澄清 驳斥 | rebut; refute; reject claims; clarify; debunk
confirm: 证实 确认 核实 得到证实 | confirm; verify; verified; corroborate; confirmation
admit: 承认 供认 坦承 认错 | admit; admitted; admitting; acknowledge; concede; own up; confess
plead_guilty: 认罪 当庭认罪 | plead guilty; pleaded guilty; pled guilty; guilty plea
plead_not_guilty: 拒不认罪 不认罪 否认有罪 | plead not guilty; pleaded not guilty; deny the charges; denied the charges
accuse: 指控 指责 控诉 抨击 指称 谴责 | accuse; allege; blame; accusation; point the finger
condemn: 强烈谴责 严厉谴责 | condemn; denounce; deplore; condemnation
criticise: 批评 批判 质疑 炮轰 | criticise; criticize; slam; slammed; rebuke; lambast; criticism
praise: 赞扬 称赞 肯定 表彰 赞赏 | praise; commend; hail; laud; applaud
warn: 警告 预警 提醒 告诫 发出警告 | warn; caution; alert; warning
threaten: 威胁 扬言 恐吓 | threaten; threat; menace
apologise: 道歉 致歉 公开道歉 谢罪 | apologise; apologize; apology; say sorry; said sorry
promise: 承诺 保证 誓言 允诺 | promise; pledge; vow; commit to; guarantee; committed to
demand: 要求 责令 敦促 呼吁 督促 | demand; urge; call for; call on; order to; require; appeal for
propose: 提议 提出 建议 倡议 提案 | propose; suggest; put forward; proposal; recommend; table a motion
acquire: 收购 购得 并购 | acquire; buy; bought; take over; took over
acquire: 吞并 买下 全资收购 | taken over; purchase; takeover; buyout; acquisition; snap up
merge: 合并 重组合并 兼并 | merge; merger; combine; amalgamate
sell_business: 出售 剥离 转让 | sell; sold; divest; dispose of
sell_business: 变卖 抛售 脱手 | offload; spin off; sell off; sold off; divestment
sell_out: 售罄 卖光 抢购一空 | sell out; sold out
own: 拥有 持有 控股 归属 | hold shares; belong to; ownership; owned by; own a stake; own shares; owner of
invest: 投资 注资 入股 | invest; inject; put money into
invest: 斥资 领投 出资 | take a stake; took a stake; back financially; investment
raise_funds: 融资 筹资 募资 | raise funds; raise money; raised money; fundraise
raise_funds: 筹集 筹款 众筹 | secure funding; secured funding; crowdfund; raise capital
fund: 资助 拨款 拨付 提供资金 | finance; allocate; bankroll; allot; earmark; funded by; provide funds
donate: 捐赠 捐款 捐献 捐助 捐出 | donate; give to charity; gave to charity; donation; contribute
borrow: 借款 举债 贷款给 借贷 | borrow; take a loan; took out a loan; lend; lent
repay: 偿还 还款 还清 清偿 | repay; repaid; pay back; paid back; pay off; paid off; repayment
default: 违约 逾期 债务违约 爆雷 | default; miss a payment; missed payment
pay: 支付 缴纳 付款 缴付 | pay; paid; payment
compensate: 赔偿 补偿 理赔 | compensate; pay damages; paid damages; reimburse; compensation
refund: 退款 退费 退还 | refund; pay back customers; money back
sue: 起诉 诉讼 状告 | sue; suing; file a lawsuit; filed a lawsuit
sue: 提起诉讼 控告 告上法庭 | take to court; took to court; lawsuit; bring a suit; legal action
settle: 和解 达成和解 庭外和解 | settle; settlement; out-of-court settlement
fine: 罚款 处罚 被罚 罚没 开罚单 | fine; penalise; penalize; levy a penalty; fined
punish: 惩处 惩罚 严惩 | punish; discipline; sanction officials
punish: 处分 追责 问责 | hold to account; held accountable; disciplinary action
approve: 批准 获批 核准 准许 | approve; authorise; authorize; give the green light; gave the green light; green-light
approve: 同意 审批通过 放行 核准上市 批复 | clear for; grant approval; approval; permit; permitted; permitting; endorse
reject: 拒绝 驳回 否决 回绝 | reject; refuse; turn down; turned down; rebuff; decline to approve
reject: 婉拒 不予批准 未获批准 否定 | vote down; voted down; throw out; threw out; rejection; refusal; spurn
veto: 行使否决权 一票否决 动用否决权 | veto; vetoed; vetoing; use its veto
pass_law: 审议通过 表决通过 获得通过 获通过 | pass; adopt
pass_law: 通过法案 通过决议 投票通过 高票通过 | enact; vote through
pass_law: 通过了 议会通过 国会通过 全票通过 | legislate; adopted a resolution; passed a law
vote: 投票 表决 公投 | vote; ballot; referendum; cast a ballot; go to the polls
amend: 修订 修改 修正 修法 修宪 | amend; revise; revision; amendment; modify; modified
repeal: 废除 废止 撤销 | repeal; abolish; revoke; scrap; scrapped
repeal: 取消资格 吊销 作废 | scrapping; annul; rescind; overturn; void; strip of
sign: 签署 签订 签约 签字 签下 | sign; ink; put pen to paper; signature; signing
ratify: 正式批准条约 批准条约 批准加入 | ratify; ratified; ratification
reach_agreement: 达成协议 达成一致 | reach an agreement; reach agreement; reach a deal; agree
reach_agreement: 达成共识 谈妥 达成 | strike a deal; struck a deal; agreement; reached a deal; consensus
break_agreement: 违反协议 撕毁协议 | break an agreement; violate; breach
break_agreement: 毁约 违反停火 | renege; tear up; tore up; violation
withdraw: 撤回 退出 撤军 | withdraw; withdrew; withdrawn; pull out; pullout
withdraw: 撤出 撤资 退赛 | quit; quitting; walk away; withdrawal; leave the eu
withdraw: 退群 退出协定 脱欧 退约 | leave the bloc; leave the agreement; left the organisation; brexit; exit from
join: 加入 入盟 参加 加盟 入会 | join; accede; become a member; became a member; accession; sign up; enter the bloc
resign: 辞职 辞任 请辞 引咎辞职 | resign; step down; stepped down; stand down; stood down
resign: 卸任 下台 离任 辞去 | quit office; resignation; leave office; left office; bow out
appoint: 任命 出任 担任 获任 就任 | appoint; name as; named as; take office; took office; hire
appoint: 上任 委任 聘任 接任 当选为 | nominate to; appointment; succeed as; take up the post; promote; serve as
dismiss: 解雇 开除 免职 | dismiss; sack; remove from office; oust; lay off
dismiss: 撤职 罢免 革职 | laid off; removed from office; dismissal; axe; be fired
dismiss: 辞退 免去 解聘 | was fired; were fired; fired as; fired from; fire the coach
impeach: 弹劾 不信任案 | impeach; impeachment; no-confidence vote; vote of no confidence
lay_off: 裁员 裁减 裁撤 | cut jobs; job cut; shed jobs; make redundant; made redundant; layoff; reduce its workforce
recruit: 招聘 聘用 招募 雇佣 招收 | recruit; employ; enlist; take on staff; enrol; enroll
strike_labour: 罢工 | go on strike; went on strike; strike action; walk out
strike_labour: 停工 大罢工 | walkout; on strike; stoppage; industrial action
protest: 抗议 示威 | protest; demonstrate; rally; rallied
protest: 游行 集会 示威游行 | demonstration; take to the streets; took to the streets; march through; protest march
riot: 骚乱 暴动 暴乱 冲突升级 | riot; unrest; rioting; looting; loot
boycott: 抵制 杯葛 | boycott; shun; shunned
elect: 当选 选举 选出 连任 胜选 | elect; elected; election; re-elect; reelect; chosen as; voted in; return to office
run_for_office: 参选 竞选 | run for; stand for; contest the election; candidacy
run_for_office: 角逐 宣布参选 | enter the race; seek re-election; campaign; ran for
win: 获胜 赢得 夺冠 击败 战胜 | win; won; winning; beat; beaten; defeat
win: 胜出 夺得 摘得 斩获 荣获 夺金 | triumph; victory; clinch; take gold; took gold; champion; victories
lose: 输给 落败 失利 败给 负于 惨败 失去 | lose; lost; losing; be defeated; be beaten; suffer defeat; loses
draw: 战平 打平 平局 握手言和 | draw with; drew with; end in a draw; tie with; stalemate; drew
qualify: 晋级 出线 | qualify; qualified; advance to
qualify: 入围 获得资格 闯入 | go through to; reach the final; reached the final; qualification
eliminate: 淘汰 出局 被淘汰 止步 | eliminate; crash out; knock out; exit the tournament; elimination
break_record: 打破纪录 创纪录 刷新纪录 | break a record; break the record; broke the record
break_record: 破纪录 创历史新高 创新高 | set a record; new record; record high
break_record: 新纪录 创下纪录 历史新高 | all-time high; record-breaking; hit a record
retire: 退役 退休 挂靴 | retire; hang up boots; retirement
award: 授予 颁发 颁奖 获颁 获奖 | award; confer; present with; honour with; receive an award
arrest: 逮捕 抓获 被捕 拘捕 落网 | arrest; detain; seize; take into custody; taken into custody
arrest: 拘留 刑拘 羁押 扣押 扣留 | took into custody; nab; nabbed; detention; capture suspect
charge: 检控 控罪 提起公诉 | charge with; charged with; indict; prosecute
charge: 被控 公诉 受到指控 | press charges; indictment; bring charges; charged over; face charges
try_court: 受审 审理 | stand trial; stood trial; go on trial
try_court: 开庭 庭审 审判 | went on trial; hear the case; put on trial; trial
convict: 定罪 有罪 判定有罪 裁定有罪 罪名成立 判决有罪 | convict; find guilty; found guilty; guilty verdict; conviction
acquit: 无罪 宣告无罪 无罪释放 | acquit; acquitted; find not guilty; found not guilty
acquit: 判定无罪 罪名不成立 判决无罪 | clear of charges; cleared of; exonerate; not guilty verdict; acquittal
sentence: 判处 判刑 被判 获刑 判决 宣判 | sentence; jail; imprison; hand down a sentence; sentenced to; jailed
rule: 裁定 裁决 判定 法院认定 | court ruled; ruling; adjudge; verdict; rule that; ruled against; ruled in favour
appeal: 上诉 申诉 提出上诉 | file an appeal; lodge an appeal; appeal against; appeal the verdict; appealed against
overturn: 推翻 改判 撤销判决 | overturn a ruling; quash; overturned the conviction; reverse the decision
release_prison: 释放 获释 | set free; release from prison; released from prison; let go
release_prison: 出狱 假释 | parole; released on bail; free from jail; walk free
release_prison: 保释 放还 | released from custody; grant bail; be freed; was freed; were freed
pardon: 赦免 特赦 大赦 减刑 | pardon; amnesty; commute; clemency
execute: 处决 执行死刑 处死 | execute; put to death; execution
escape: 逃脱 越狱 逃跑 潜逃 在逃 出逃 | escape; flee; fled; abscond; on the run; break out of jail
extradite: 引渡 | extradite; extradition; hand over to
deport: 驱逐 遣返 驱逐出境 | deport; expel; expelled; repatriate; deportation; expulsion
surrender: 投降 自首 投案 | surrender; give up; gave up; turn himself in; give oneself up; capitulate
investigate: 调查 侦查 立案调查 | investigate; probe; look into; inquiry
investigate: 立案 展开调查 彻查 | open an investigation; launch an investigation; investigation; inquiries; inquire
search: 搜查 突击搜查 搜索 搜救 | search; raid; comb; scour
inspect: 检查 视察 抽查 巡查 核查 | inspect; inspection; spot check; audit
find: 发现 找到 查明 查出 | find; found; discover; uncover; detect; discovery; spot; spotted; unearth
rescue: 救出 营救 获救 救援 搭救 抢救 | rescue; save; pull from rubble; pulled alive; bring to safety
treat: 治疗 救治 住院 送医 | treat; hospitalise; hospitalize; take to hospital; taken to hospital; admit to hospital
die: 去世 逝世 病逝 离世 辞世 身亡 死亡 丧生 | die; died; dying; pass away; passed away
survive: 生还 幸存 幸免 脱离危险 脱离生命危险 | survive; survivor
die: 遇难 罹难 殉职 过世 被杀 打死 炸死 遇害 | lose life; lost their lives; perish; dead; death; kill
injure: 受伤 打伤 炸伤 伤及 | injure; wound; hurt; injured
be_born: 出生 诞生 降生 产下 生下 | be born; was born; were born; born; give birth; gave birth
marry: 结婚 成婚 订婚 完婚 | marry; married; wed; tie the knot; engaged to; marriage
divorce: 离婚 分手 离异 | divorce; split up; separate from
attack: 袭击 攻击 空袭 打击 | attack; strike; struck; bomb; raid on
attack: 炮击 轰炸 突袭 遇袭 | assault; shell; air strike; airstrike; ambush; bombard
shoot: 枪击 开枪 射击 | shoot; shot; open fire; opened fire; gun down; shooting
stab: 刺伤 持刀 捅伤 行刺 | stab; stabbed; knife attack
invade: 入侵 侵略 侵入 进攻 地面进攻 | invade; invasion; incursion; ground offensive; march into; attack on a country
occupy: 占领 攻占 | occupy; occupied; capture; seize control
occupy: 夺取 控制 攻陷 | take control; took control; overrun; fall to
shoot_down: 击落 拦截 击沉 | shoot down; shot down; intercept; down a drone; bring down; brought down
fire_missile: 发射导弹 试射 | fire a missile; fired a missile; test-fire
fire_missile: 发射火箭弹 射弹 | missile launch; missile test; launch a missile; fired missiles
deploy: 部署 派遣 出动 增派 派出 | deploy; send troops; sent troops; dispatch; deployment
drill: 军演 演习 演练 联合演习 | drill; exercise; war game; joint drill; manoeuvre; military exercise
ceasefire: 停火 停战 休战 停火协议 | ceasefire; cease-fire; truce; armistice; stop fighting; halt fighting
declare_war: 宣战 开战 爆发战争 | declare war; go to war; went to war; war break out
kidnap: 绑架 劫持 挟持 | kidnap; kidnapped; abduct; hijack; take hostage; took hostage; taken hostage
poison: 中毒 投毒 毒杀 | poison; poisoning
rob: 抢劫 盗窃 偷走 被盗 偷窃 | rob; robbed; steal; stole; stolen; theft; burgle; robbery
smuggle: 走私 贩运 贩毒 偷运 | smuggle; traffic; trafficking; trafficked
bribe: 行贿 受贿 贿赂 贪污 | bribe; embezzle; bribery; embezzlement; corruption; take bribes; took bribes
defraud: 诈骗 欺诈 造假 骗取 伪造 | defraud; cheat; scam; falsify; forge; fake; swindle; fabricate; fraud
close: 封闭 关闭 关停 停业 倒闭 | close; shut; shut down; shutting
close: 关门 闭店 停运 关店 | closure; wind down; cease operations; shutter; go out of business
open: 开业 开放 开幕 开设 | open; inaugurate; put into operation
open: 启用 开张 开通 投入运营 | begin operation; began operation; put into use
open: 揭牌 通车 对外开放 投用 | open to traffic; come into service; came into service; opening
reopen: 重新开放 重开 恢复开放 重启 | reopen; open again; restart; re-open
build: 建造 修建 建设 兴建 建成 | build; built; construct; erect
build: 竣工 开工 动工 开建 打造 | break ground; broke ground; construction; set up a plant; complete construction
demolish: 拆除 拆毁 | demolish; tear down; tore down; torn down
demolish: 拆迁 爆破拆除 | pull down; knock down; raze; demolition; dismantle
repair: 维修 修复 修缮 抢修 | repair; restore; fix; renovate; refurbish; rebuild; rebuilt; restoration
destroy: 摧毁 毁坏 烧毁 | destroy; wreck; devastate; burn down
destroy: 损毁 毁掉 夷为平地 | burnt down; ruin; flatten; gut; destruction
damage: 损坏 受损 破坏 | damage; harm; batter; sabotage; vandalise
found: 成立 创立 创办 | establish; set up; be founded; was founded
found: 设立 创建 组建 建立 | co-found; create; form; start a company; establishment
dissolve: 解散 撤销机构 注销 | dissolve; disband; abolish an agency; wind up; wound up; dissolution
start: 启动 开始 展开 拉开帷幕 开启 开展 | start; begin; began; begun; kick off; commence; get under way; got under way
end: 结束 终止 终结 | end; finish; terminate; stop; stopped; conclude
end: 告终 落幕 闭幕 停止 | come to an end; came to an end; halt; cease; close out; discontinue
suspend: 暂停 中止 停职 停牌 | suspend; pause; put on hold; freeze; froze
suspend: 停飞 停课 叫停 暂缓 | frozen; suspension; moratorium; ground its fleet; ground flights; grounded all
resume: 恢复 复工 复课 | resume; restore service
resume: 复牌 复航 恢复运营 复产 | resumption; go back to work; restart production
cancel: 取消 撤消 取消航班 | cancel; cancelled; canceled; cancelling; call off; scrap plans; cancellation
postpone: 推迟 延期 延后 延迟 押后 | postpone; delay; put off; push back; defer; deferred; adjourn; postponement
extend: 延长 续签 续期 展期 延续 | extend; prolong; renew; extension; renewal
speed_up: 加快 加速 提速 | speed up; accelerate; hasten; fast-track; step up
recall: 召回 下架召回 | recall; product recall; take off the market
remove_from_sale: 下架 | remove from sale; pull from shelves; pulled from; take down; took down
remove_from_sale: 停售 撤下 | taken down; removed from app store; withdraw from sale; stop selling; stopped selling
delete: 删除 删帖 抹去 清除 | delete; remove; erase; wipe; deletion
block: 屏蔽 封锁 拦阻 | block; blockade; prevent; stop from
block: 阻止 封号 封堵 阻断 | cut off access; seal off; thwart; obstruct
censor: 审查 封杀 言论审查 | censor; censorship; gag
leak: 泄露 泄漏 外泄 曝光 流出 | leak; expose; spill; disclose secretly; breach of data
hack: 黑客攻击 入侵系统 | hack; cyberattack; cyber attack
hack: 遭黑客 黑客入侵 网络攻击 | break into computer; compromise; phish
spy: 间谍 窃密 监听 刺探 | spy; spied; eavesdrop; wiretap; espionage; surveil
monitor: 监测 监控 监督 跟踪 | monitor; track; watch; supervise; surveillance; oversee
increase: 上升 增长 增加 上涨 上调 提高 攀升 | rise; rose; risen; increase; grow; grew; grown; climb
increase: 走高 飙升 增至 升至 扩大 涨至 大涨 | jump; soar; surge; go up; went up; gain; expand; rebound
increase: 暴涨 回升 提升 猛增 激增 反弹 增多 | widen; pick up; double; leap; swell; edge up; growth; rising
decrease: 下降 减少 下跌 降低 | fall; fell; fallen; decrease; drop; dropped; dropping
decrease: 下滑 下调 跌至 降至 缩小 | decline; shrink; shrank; shrunk; slump; go down; went down
decrease: 走低 暴跌 大跌 萎缩 骤降 | slide; slid; dip; dipped; tumble; plunge; lower
decrease: 减至 锐减 回落 缩减 滑落 | narrow; halve; reduce; plummet; sink to; ease back; edge down
raise: 涨价 提价 加息 | raise; hike; lift rates; raise rates
raise: 上调价格 加薪 提薪 调高 | raise prices; put up; mark up; rate hike; price increase
cut: 降价 降息 降准 削减 | cut; cutting; slash; rate cut; cut rates; lower rates
cut: 减产 减薪 砍掉 下调价格 调低 | trim; trimmed; scale back; price cut; pare; reduce prices
hold_rates: 维持不变 按兵不动 | hold steady; keep unchanged; kept unchanged; leave unchanged
hold_rates: 保持不变 维持利率 持平 | left unchanged; hold rates; kept on hold; be flat; unchanged
surpass: 超过 超越 | surpass; overtake; overtook; overtaken; exceed; top
surpass: 突破 反超 | topped; outstrip; outpace; go past; pass the mark; eclipse
surpass: 赶超 超出 | outnumber; break through; cross the mark; outsell; outsold; exceeded; exceeding
trail: 落后于 低于 不及 逊于 | trail; lag; lagged; fall behind; fell behind; fall short; fell short
rank_first: 排名第一 位居第一 位列第一 | rank first; top the list; topped the list; come first
rank_first: 居首 居首位 榜首 位居榜首 | came first; top spot; first place; number one
rank_first: 登顶 第一位 世界第一 全球第一 | no. 1; top the chart; rank no. 1; lead the world; head the list
be_largest: 最大 规模最大 最多 头号 | largest; biggest; be the largest; most populous; greatest
be_smallest: 最小 最少 最低 | smallest; lowest; fewest; least
be_first: 首个 第一个 首次 首款 首例 | be the first; first to; first ever; first time
be_first: 首家 首位 首枚 首座 首条 第一款 | first-ever; the first; for the first time; pioneer
be_only: 唯一 仅有 独家 | sole; the only; exclusive; exclusively; only one; only country
cause: 导致 造成 引发 引起 致使 | cause; lead to; led to; result in; trigger; spark; prompt; give rise to
happen: 发生 | happen; occur; occurred; break out
happen: 爆发 出现 | broke out; take place; took place; strike a region; outbreak
hold_event: 举行 举办 召开 主办 承办 | hold; held; host; convene; stage; organise; organize; take place in
attend: 出席 与会 到场 列席 | attend; take part in; took part in; present at; show up; participate
hold_talks: 会谈 会晤 谈判 磋商 | hold talks; held talks; meet with; met with; negotiate; talks; consult
hold_talks: 会见 对话 通话 洽谈 | negotiation; summit; meet; met; speak by phone; spoke by phone; phone call
visit: 访问 到访 出访 | visit; arrive in; arrive at; tour
visit: 抵达 造访 国事访问 参观 | travel to; pay a visit; state visit; trip to
depart: 离开 启程 动身 离境 | depart; set off; leave for; left for; fly out; flew out; departure
return: 返回 回国 归来 回归 归还 返航 | return; come back; came back; give back; gave back; bring home; go back
cooperate: 合作 携手 | cooperate; co-operate; partner; team up; collaborate
cooperate: 联手 协作 结盟 | work together; join forces; tie-up; cooperation; collaboration; partnership
compete: 竞争 较量 角力 对决 | compete; vie; face off; competition; take on
support: 支持 声援 | support; favour; favor; stand by; stood by
support: 力挺 拥护 赞成 | endorse a candidate; in favour of; backed by; back the plan; back the bid; lend support
oppose: 反对 抗拒 不赞成 不支持 | oppose; object to; resist; opposition; vote against; against the plan
help: 援助 帮助 支援 协助 | help; assist; aid; provide aid; relief
recognise: 认可 承认国家 | recognise; recognize; certify
recognise: 认定 认证 | certified; accredit; recognition; officially recognise
establish_ties: 建交 复交 | establish diplomatic relations; establish ties; established diplomatic ties
establish_ties: 恢复外交关系 建立外交关系 | restore ties; restore diplomatic relations; normalise relations
cut_ties: 断交 | cut ties; sever ties; break off relations
cut_ties: 断绝外交关系 中断关系 | severed diplomatic ties; cut diplomatic ties; broke off relations
sanction: 制裁 列入实体清单 | sanction; impose sanctions; imposed sanctions
sanction: 拉黑 列入黑名单 | put on the entity list; add to the entity list; trade blacklist
lift_sanctions: 解除制裁 | lift sanctions; ease sanctions
lift_sanctions: 取消制裁 放松制裁 | lifted sanctions; sanctions relief; remove sanctions
impose_tariffs: 加征关税 征收关税 | impose tariffs; imposed tariffs; levy duties; slap tariffs
impose_tariffs: 加税 反倾销税 提高关税 | raise tariffs; put tariffs; levy tariffs; anti-dumping duty; tariff hike
lift_tariffs: 取消关税 免征关税 | lift tariffs; cut tariffs; remove tariffs; scrap tariffs
lift_tariffs: 降低关税 零关税 减免关税 | zero tariff; tariff-free; waive tariffs; exempt from tariffs; lower tariffs
retaliate: 反制 报复 | retaliate; hit back; retaliation
retaliate: 还击 回击 反击 | countermeasure; strike back; counter-attack; fight back
tax: 征税 课税 开征 | tax; levy; levied; impose a tax
export: 出口 对外出口 外销 | export; sell abroad; ship abroad; sold abroad
import: 进口 输入 引进 | import; bring in from abroad; buy from abroad
produce: 生产 制造 量产 | produce; manufacture; mass-produce; go into production
produce: 投产 批量生产 下线 | roll off the line; churn out; production; be made in; made at its
stop_production: 停产 | stop production; halt production; stopped production
stop_production: 停止生产 断产 | cease production; end production; suspend production
deliver: 交付 送达 交货 移交 | deliver; hand over; handed over; delivery
supply: 供应 供货 提供 供给 | supply; supplied; provide; furnish
order: 订购 采购 预订 下单 | order; place an order; procure; procurement
use: 使用 采用 应用 运用 | use; adopt technology; employ technology; apply; make use of; utilise
develop: 研发 开发 研制 自主研发 自研 | develop; design; work on; research and develop; development; engineer
invent: 发明 首创 | invent; devise; invention
test: 测试 试验 试飞 试运行 检验 | test; trial run; try out; test flight; pilot; trial of
publish: 发表 出版 刊登 刊发 刊载 发文 | publish; print; carry an article; issue a report; publication; post online
upgrade: 升级 更新 改版 迭代 | upgrade; update; improve; overhaul; revamp; refresh
open_source: 开源 开放源代码 开放权重 | open-source; open source; make open source; release weights; open-sourced
train: 训练 培训 预训练 | pre-train; pretrain; fine-tune; train on; train a model; train staff; training run
charge_fee: 收费 收取 付费制 | charge a fee; charge for; charge users; charge customers; paywall
make_free: 免费开放 免收 免费使用 免费提供 | make free; made free; free of charge; waive fees; waive; for free
exempt: 免签 豁免 免除 免税 | exempt; visa-free; waiver; exemption; visa-free entry; visa waiver
issue: 颁发许可 签发 发放 印发 下发 出台 颁布 | issue; hand out; promulgate; give out; gave out; grant; grant a licence
nationalise: 国有化 收归国有 | nationalise; nationalize; nationalisation; take into public ownership
privatise: 私有化 民营化 | privatise; privatize; privatisation; take private; taken private
go_public: 挂牌上市 | go public; went public; list on
go_public: 上市 首次公开募股 | float; ipo; initial public offering
go_public: 敲钟 挂牌 | listing; stock market debut; make its debut on the exchange
delist: 退市 摘牌 除牌 | be delisted; delisting; delisted from; leave the stock exchange
go_bankrupt: 破产 申请破产 | go bankrupt; went bankrupt; file for bankruptcy
go_bankrupt: 破产清算 破产保护 | filed for bankruptcy; insolvent; go bust; went bust
go_bankrupt: 资不抵债 破产重整 | bankruptcy; liquidate; collapse into administration; bankrupt
restructure: 重组 改组 改革 重整 | restructure; reorganise; reorganize; reform; reorganisation; shake-up
relocate: 搬迁 迁往 迁至 迁移 | relocate; move to; moved to; move production; transfer to; relocation
rename: 更名 改名 更名为 改名为 | rename; change its name; rebrand; changed its name; renamed
evacuate: 疏散 撤离 转移安置 撤侨 | evacuate; move to safety; evacuation; relocate residents; flee homes
displace: 流离失所 无家可归 | displace; make homeless; uproot; left homeless
quarantine: 隔离 封城 封控 封闭管理 | quarantine; isolate; lock down; lockdown; self-isolate; seal a city
test_positive: 检测呈阳性 确诊 | test positive; tested positive; contract the virus; infect
test_positive: 感染 呈阳性 检测阳性 | catch covid; diagnose with; positive test; infected with; diagnosed
recover: 康复 痊愈 | recover; be discharged; cure
recover: 治愈 出院 | leave hospital; left hospital; discharged from hospital; recovery
vaccinate: 接种 打疫苗 接种疫苗 | vaccinate; inoculate; jab; immunise; immunize; vaccination
declare_emergency: 紧急状态 | declare a state of emergency; state of emergency
declare_emergency: 进入紧急状态 启动应急响应 | declare an emergency; emergency response; declared an emergency
collapse: 倒塌 坍塌 垮塌 塌陷 崩塌 塌方 | collapse; cave in; caved in; give way; gave way; crumble; come down
explode: 爆炸 引爆 起爆 炸毁 | explode; blow up; blew up; blast; detonate; explosion; go off; went off
crash: 坠毁 坠机 相撞 撞车 | crash; collide; collision; plane go down
crash: 碰撞 追尾 撞上 坠落 | smash into; ram; rammed; plough into
derail: 脱轨 出轨 | derail; come off the rails; derailment; jump the tracks
sink: 沉没 倾覆 翻船 沉船 | sink; sank; sunk; capsize; go under; went under; founder; overturn at sea
burn: 起火 失火 过火 | scorch; catch fire; caught fire; burn; burnt
burn: 着火 燃烧 火灾 | blaze; break out in flames; go up in flames; set fire; ablaze
flood: 洪水泛滥 淹没 被淹 内涝 | flood; inundate; submerge; swamp; swamped
erupt: 火山喷发 喷发 | erupt; eruption; spew
land: 着陆 降落 | touch down; make landfall; made landfall; landing; splash down
land: 登陆 返回地面 | come ashore; land on; land in; landed safely; land at
emergency_landing: 迫降 | emergency landing; crash-land
emergency_landing: 紧急降落 备降 | forced landing; divert; made an emergency landing
take_off: 起飞 升空 首飞 | take off; took off; lift off; maiden flight; blast off; lift-off; first flight
launch_rocket: 发射 发射升空 | launch into space; send into orbit; sent into orbit
launch_rocket: 点火升空 成功发射 | launch into orbit; lift into space; put into orbit; send into space
dock: 对接 交会对接 入轨 | dock; docked with; rendezvous; enter orbit; entered orbit
fail: 失败 未能 失灵 故障 出故障 落空 | fail; break down; broke down; malfunction; failure; unable to; flop; flopped
succeed: 成功 获得成功 圆满成功 取得成功 | succeed; success; successful; successfully; manage to; managed to; succeeded
achieve: 实现 达到 | achieve; reach; attain; complete; meet the target
achieve: 完成 取得 达成目标 | met the target; accomplish; fulfil; fulfill; hit the target
miss_target: 未达标 未达到 | miss the target; missed its target; fall short of expectations
miss_target: 未完成 未达预期 不及预期 | miss expectations; below expectations; missed expectations
beat_expectations: 超预期 | beat expectations; better than expected
beat_expectations: 好于预期 高于预期 | above expectations; exceed expectations; top forecasts
return_to_profit: 扭亏为盈 | return to profit; turn a profit; swing to a profit
return_to_profit: 扭亏 实现盈利 | back in the black; become profitable; became profitable
fall_into_loss: 由盈转亏 | swing to a loss; fall into loss
fall_into_loss: 转亏 陷入亏损 | slip into the red; report a loss; reported a loss
include: 包括 纳入 列入 包含 入选 | include; add to the list; contain; comprise; inscribe; inscription; added to
exclude: 排除 剔除 除外 移出 | exclude; leave out; left out; remove from the list; drop from; rule out
allow: 允许 准予 许可 获准 | allow; let; enable; permit to; give permission; gave permission; allowed to
divide: 分拆 拆分 分立 | split; splitting; break up; divide; spin out; demerge; broke up
transfer: 转会 转学 调任 | transfer; sign from; move from the club
perform: 演出 表演 饰演 主演 | perform; star in; starred in; play the role; concert
air: 播出 上映 | premiere; broadcast; hit cinemas; released in cinemas
air: 开播 公映 首映 | open in cinemas; aired on; go on air; went on air
teach: 教授 授课 教学 | teach; taught; lecture
graduate: 毕业 毕业于 | graduate; graduate from; earn a degree
abuse: 虐待 性侵 强奸 性骚扰 殴打 | abuse; rape; sexually assault; harass; mistreat; molest; beat up; torture
discriminate: 歧视 种族歧视 | discriminate; discrimination; racially profile
disappear: 失踪 失联 消失 | disappear; vanish; go missing; went missing; lose contact; lost contact; missing
become_extinct: 灭绝 绝种 功能性灭绝 | extinct; go extinct; die out; died out; extinction
protect: 保护 守护 列为保护 | protect; conserve; preserve; safeguard; protection
pollute: 污染 排污 排入海 排放 | pollute; contaminate; discharge into the sea; discharge; dump; contamination
dominate: 主导 垄断 占据 | dominate; monopolise; monopolize; monopoly; domination
split_vote: 弃权 缺席投票 | abstain; abstention
replace: 取代 替代 | replace; substitute; supplant; take the place of
replace: 接替 替换 代替 | replacement; swap; swapped; swapping
be_last: 最后一个 最后一次 最后一位 最后一名 | the last; last surviving; last remaining
be_highest: 世界最高 最高的 史上最高 最高楼 最高峰 最高 | highest; tallest
assassinate: 击毙 刺杀 暗杀 枪杀 | shoot dead; shot dead; assassinate; assassination
murder: 杀害 谋杀 杀人 杀死 | murder; slay; slain; stab to death
"""

# Common nouns that claims are about; names of persons, places and firms are entities and not here.
THINGS = """\
cloud: 云业务 云计算 云部门 云服务 | cloud; cloud unit; cloud computing; cloud business
earthquake: 地震 强震 余震 | earthquake; quake; tremor; aftershock; temblor
tsunami: 海啸 | tsunami
flood: 洪水 洪灾 水灾 洪涝 暴洪 | flood; flash flood; floodwater; deluge
typhoon: 台风 飓风 气旋 热带风暴 | typhoon; hurricane; cyclone; tropical storm
tornado: 龙卷风 | tornado; tornadoes; twister
rainstorm: 暴雨 强降雨 大雨 特大暴雨 | rainstorm; heavy rain; torrential rain; downpour; storm
snowstorm: 暴雪 暴风雪 大雪 寒潮 | snowstorm; blizzard; heavy snow; cold wave; cold snap
heatwave: 热浪 高温天气 | heatwave; heat wave; extreme heat
drought: 干旱 旱灾 旱情 | drought
landslide: 山体滑坡 泥石流 滑坡 | landslide; mudslide; mudflow; landslip
volcano: 火山 | volcano; volcanic; volcanoes
wildfire: 山火 森林火灾 野火 林火 | wildfire; forest fire; bushfire
fire: 火灾 大火 火情 | fire; blaze; inferno
explosion: 爆炸 爆炸事故 | explosion; blast
disaster: 灾害 灾难 自然灾害 | disaster; catastrophe; natural disaster; calamity
plane_crash: 空难 坠机 坠机事故 | plane crash; air crash; air disaster; jet crash
road_accident: 车祸 交通事故 连环相撞 | car crash; road accident; traffic accident; pile-up; road crash; bus crash
train_accident: 列车脱轨 火车相撞 铁路事故 | train crash; derailment; rail accident; train collision
shipwreck: 沉船 沉船事故 | shipwreck; boat sinking; capsizing
mine_accident: 矿难 煤矿事故 瓦斯爆炸 | mine disaster; mining accident; mine collapse; gas explosion
stampede: 踩踏 踩踏事件 | stampede; crowd crush; crush
shooting: 枪击案 枪击事件 枪击 | shooting; mass shooting; gun attack; gunfire
stabbing: 持刀袭击 砍人 持刀伤人 | stabbing; knife attack
terror_attack: 恐怖袭击 恐袭 自杀式袭击 | terrorist attack; terror attack; suicide bombing; terrorism
war: 战争 战事 武装冲突 内战 | war; armed conflict; civil war; warfare; conflict
coup: 政变 | coup; putsch; military takeover
pandemic: 疫情 大流行 | pandemic; epidemic; outbreak
coronavirus: 新冠 新冠病毒 新冠肺炎 新型冠状病毒 | covid-19; covid; coronavirus
flu: 流感 禽流感 甲流 | flu; influenza; bird flu; avian flu
virus: 病毒 毒株 变异株 | virus; strain; variant; viruses
disease: 疾病 病症 传染病 | disease; illness; infectious disease; sickness
cancer: 癌症 肿瘤 肺癌 | cancer; tumour; tumor
diabetes: 糖尿病 | diabetes; diabetic
dementia: 阿尔茨海默病 老年痴呆 痴呆症 | dementia; alzheimer's; alzheimer
heart_disease: 心脏病 心血管疾病 | heart disease; heart attack; cardiovascular disease
mental_health: 心理健康 抑郁症 精神疾病 | mental health; depression; mental illness
vaccine: 疫苗 | vaccine; jab; booster
drug: 药物 药品 新药 特效药 | drug; medicine; medication; pill
narcotics: 毒品 芬太尼 | narcotic; illegal drug; illicit drug; fentanyl
narcotics: 大麻 可卡因 冰毒 | cannabis; marijuana; cocaine; methamphetamine
medical_device: 医疗器械 呼吸机 口罩 | medical device; ventilator; face mask; mask; medical equipment
hospital: 医院 诊所 公立医院 | hospital; clinic; medical centre; medical center; public hospital
doctor: 医生 医护人员 护士 大夫 | doctor; nurse; medic; physician; health worker; medical staff
patient: 患者 病人 | patient
surgery: 手术 移植 | surgery; operation on patient; transplant; surgeries
clinical_trial: 临床试验 | clinical trial; phase 3 trial
school: 学校 中学 小学 中小学 公立学校 | school; secondary school; primary school; high school; public school
kindergarten: 幼儿园 托儿所 | kindergarten; nursery; nurseries; day-care centre; preschool
university: 大学 高校 学院 | university; universities; college; campus
exam: 考试 高考 | exam; examination; college entrance exam; gaokao
course: 课程 教材 教科书 | course; curriculum; textbook; lesson
student: 学生 大学生 中学生 毕业生 留学生 | student; pupil; graduate; undergraduate
teacher: 教师 老师 教授 | teacher; professor; lecturer
researcher: 科学家 研究人员 研究员 学者 | scientist; researcher; academic; scholar
expert: 专家 分析师 | expert; analyst; specialist; economist
study: 研究 论文 研究报告 | study; research; paper; studies
report: 报告 白皮书 年报 | report; white paper; annual report
survey: 民调 问卷 民意调查 调查结果 | survey; poll; opinion poll; questionnaire
statistics: 统计数据 数据显示 统计 | statistics; figure; official data
embassy: 大使馆 使馆 领事馆 总领馆 | embassy; embassies; consulate
ambassador: 大使 外交官 使节 | ambassador; diplomat; envoy
government: 政府 当局 官方 | government; authorities; administration; authority
ministry: 外交部 商务部 | ministry; foreign ministry
ministry: 教育部 财政部 部委 | ministries; commerce ministry; finance ministry
regulator: 监管机构 监管部门 监管局 | regulator; watchdog; regulatory body; regulatory agency
court: 法院 法庭 最高法院 | court; tribunal; supreme court; high court
judge: 法官 大法官 | judge; justice; magistrate
prosecutor: 检察官 检方 检察院 | prosecutor; procuratorate; public prosecutor; prosecution
lawyer: 律师 辩护律师 | lawyer; attorney; barrister; solicitor; counsel
jury: 陪审团 | jury; juror; juries
parliament: 议会 国会 众议院 | parliament; congress; house of representatives; senate
parliament: 参议院 全国人大 立法会 下议院 | legislature; national people's congress; lawmaker; house of commons
president: 总统 国家主席 | president
prime_minister: 总理 首相 | prime minister; premier; chancellor
minister: 部长 大臣 | minister; secretary of state
minister: 外长 国务卿 防长 | foreign minister; defence minister; defense minister
mayor: 市长 州长 省长 | mayor; governor
central_bank: 央行 中央银行 美联储 人民银行 | central bank; federal reserve; fed
official: 官员 干部 公务员 | official; civil servant; cadre
spokesperson: 发言人 新闻发言人 | spokesperson; spokesman; spokeswoman
political_party: 政党 执政党 反对党 党派 | political party; ruling party; opposition party; opposition
election: 大选 选举 总统选举 议会选举 | election; poll day; presidential election; general election; by-election
referendum: 公投 全民公决 | referendum; plebiscite
constitution: 宪法 | constitution
law: 法律 法案 法规 条例 立法 草案 | law; bill; act of parliament; legislation; regulation; draft law; statute
policy: 政策 措施 举措 方案 | policy; policies; measure; scheme; programme; program
treaty: 条约 公约 协定 | treaty; treaties; convention; pact; accord
agreement: 协议 合约 备忘录 | agreement; deal; memorandum; memorandum of understanding
sanctions: 制裁 制裁措施 | sanction
tariff: 关税 | tariff; duty; duties; levy
visa: 签证 免签 护照 | visa; passport; visa-free
border: 边境 边界 口岸 | border; frontier; crossing point; border crossing
police: 警方 警察 公安 民警 公安机关 | police; officer; police officer; cop
army: 军队 陆军 部队 军方 解放军 | army; military; armed forces; armies
navy: 海军 舰队 | navy; fleet; navies
air_force: 空军 | air force
soldier: 士兵 军人 官兵 | soldier; troop; serviceman; service member; servicemen
militant: 武装分子 恐怖分子 叛军 激进分子 | militant; terrorist; rebel; insurgent; gunman; gunmen; jihadist
warship: 军舰 驱逐舰 护卫舰 战舰 | warship; destroyer; frigate
aircraft_carrier: 航母 航空母舰 | aircraft carrier
submarine: 潜艇 核潜艇 潜水器 | submarine; submersible
warplane: 战机 战斗机 军机 轰炸机 | warplane; fighter jet; military aircraft; bomber; fighter plane
missile: 导弹 弹道导弹 巡航导弹 | missile; ballistic missile; cruise missile
nuclear_weapon: 核武器 核弹头 核试验 | nuclear weapon; nuclear warhead; atomic bomb; nuclear test
drone: 无人机 | drone; unmanned aerial vehicle; uav
gun: 枪支 枪械 手枪 步枪 | gun; firearm; rifle; pistol; handgun
bomb: 炸弹 爆炸物 炸药 | bomb; explosive; explosive device
prison: 监狱 看守所 拘留所 | prison; jail; detention centre; detention center
prisoner: 囚犯 犯人 战俘 被拘留者 | prisoner; inmate; detainee; prisoner of war
suspect: 嫌疑人 犯罪嫌疑人 嫌犯 凶手 | suspect; attacker; assailant; perpetrator; murderer
victim: 受害者 受害人 遇难者 | victim; dead; deceased
survivor: 幸存者 生还者 | survivor
hostage: 人质 | hostage; captive
crime: 犯罪 罪行 案件 | crime; offence; offense; criminal case; criminal
fraud: 诈骗 电信诈骗 骗局 | fraud; scam; telecom fraud; swindle
corruption: 腐败 贪腐 贪污 | corruption; graft; bribery
murder: 谋杀 凶杀案 命案 | murder; homicide
company: 公司 企业 集团 | company; companies; firm; business; enterprise; group; corporation
state_firm: 国企 央企 国有企业 | state-owned enterprise; state firm; state-owned company
startup: 初创企业 初创公司 创业公司 独角兽 | startup; start-up; unicorn
small_business: 中小企业 小微企业 个体户 | small business; smes; small and medium-sized enterprise; sme
subsidiary: 子公司 分公司 旗下公司 | subsidiary; subsidiaries; unit of; affiliate
chief_executive: 首席执行官 总裁 总经理 | chief executive; ceo; chief executive officer
chairman: 董事长 董事会主席 | chairman; chairwoman; chairperson; chair
founder: 创始人 联合创始人 | founder; co-founder
board: 董事会 | board; board of directors
shareholder: 股东 投资者 投资人 | shareholder; investor; stockholder
stock: 股票 股份 A股 | stock; equity; equities
stock_market: 股市 证券交易所 交易所 股票市场 | stock market; stock exchange; bourse
fund: 基金 主权基金 | fund; mutual fund; sovereign fund; sovereign wealth fund
bond: 债券 国债 | bond; treasury; treasuries
currency: 货币 人民币 美元 数字货币 | currency; currencies; yuan; renminbi; dollar; digital currency
cryptocurrency: 加密货币 比特币 虚拟货币 稳定币 | cryptocurrency; bitcoin; crypto; stablecoin; cryptocurrencies
bank: 银行 商业银行 | bank; lender; commercial bank
insurer: 保险公司 保险 | insurer; insurance company; insurance
loan: 贷款 信贷 | loan; lending; credit
economy: 经济 | economy; economic; economies
industry: 产业 行业 工业 制造业 | industry; industries; sector; manufacturing
market: 市场 | market; marketplace
factory: 工厂 厂房 生产基地 超级工厂 | factory; factories; plant; gigafactory; production base; mill
mine: 煤矿 矿山 矿井 金矿 | mine; coal mine; pit; colliery; gold mine
warehouse: 仓库 物流中心 | warehouse; logistics centre; fulfilment centre; depot
shop: 商店 门店 店铺 超市 商场 | shop; store; supermarket; mall; shopping centre; outlet; department store
restaurant: 餐厅 餐馆 饭店 咖啡店 | restaurant; cafe; coffee shop; eatery
hotel: 酒店 宾馆 民宿 | hotel; guesthouse; homestay; resort
ai_model: 大模型 模型 | model; large language model; llm
ai_model: 语言模型 人工智能模型 大语言模型 | ai model; language model; foundation model
artificial_intelligence: 人工智能 AI | artificial intelligence; ai; machine learning
chatbot: 聊天机器人 智能助手 智能体 | chatbot; ai assistant; ai agent; bot
algorithm: 算法 | algorithm
open_source: 开源 开放源代码 | open source; open-source; open weight
software: 软件 操作系统 程序 | software; operating system; computer program
chip: 芯片 半导体 处理器 集成电路 | chip; semiconductor; processor; integrated circuit; microchip
gpu: 显卡 图形处理器 GPU | gpu; graphics card; graphics processor; graphics processing unit
lithography: 光刻机 | lithography machine; lithography system; lithography
data_centre: 数据中心 智算中心 | data centre; data center; server farm
supercomputer: 超级计算机 超算 量子计算机 | supercomputer; quantum computer
phone: 手机 智能手机 折叠屏 | phone; smartphone; handset; mobile phone; foldable phone
computer: 电脑 笔记本电脑 平板电脑 | computer; laptop; tablet; pc
app: 应用程序 应用软件 客户端 小程序 | app; application; mobile app; mini program; mini-program
platform: 平台 社交平台 | platform; social platform
website: 网站 网页 官网 | website; site; web page; webpage
search_engine: 搜索引擎 | search engine
social_media: 社交媒体 社交网络 自媒体 | social media; social network; social networking
video: 视频 短视频 录像 | video; short video; footage; clip
game: 游戏 电子游戏 网游 手游 | game; video game; mobile game; online game
personal_data: 个人信息 用户数据 隐私 | personal data; user data; privacy; personal information
internet: 互联网 宽带 | internet; web; broadband
telecom_network: 移动网络 5G网络 通信网络 | mobile network; 5g network; telecom network
car: 汽车 轿车 车辆 乘用车 二手车 | car; automobile; vehicle; auto; passenger car; passenger vehicle; used car
electric_car: 电动车 电动汽车 | electric car; electric vehicle; ev; evs
electric_car: 新能源汽车 新能源车 | new energy vehicle; new-energy vehicle; nev; nevs
self_driving: 自动驾驶 无人驾驶 | self-driving; autonomous driving; driverless
self_driving: 智能驾驶 辅助驾驶 | autonomous vehicle; assisted driving; driver assistance
taxi: 出租车 网约车 无人出租车 | taxi; cab; ride-hailing; robotaxi
motorcycle: 摩托车 电动自行车 自行车 | motorcycle; motorbike; e-bike; bicycle; bike
bus: 公交车 大巴 客车 校车 | bus; coach; buses; school bus
truck: 卡车 货车 商用车 | truck; lorry; lorries; commercial vehicle
battery: 电池 锂电池 动力电池 储能电池 | battery; batteries; lithium battery; power battery
charger: 充电桩 充电站 | charging station; charging point; charger; charging pile
lithium: 锂矿 碳酸锂 | lithium; lithium carbonate
rare_earth: 稀土 稀有金属 | rare earth; rare-earth; rare metal; critical mineral
robot: 机器人 人形机器人 | robot; humanoid robot; humanoid
airline: 航空公司 航司 | airline; air carrier; carrier
aircraft: 飞机 客机 大飞机 | aircraft; plane; airliner; jet; passenger plane; aeroplane; airplane
helicopter: 直升机 | helicopter; chopper
flight: 航班 航线 | flight; air route; route
airport: 机场 航站楼 | airport; terminal; airfield; airbase
railway: 铁路 | railway; railroad; rail
high_speed_rail: 高铁 高速铁路 动车 | high-speed rail; high-speed railway; bullet train; high-speed train
train: 列车 火车 | train; locomotive
metro: 地铁 轨道交通 | metro; subway; underground railway; light rail; mrt
station: 车站 火车站 | railway station; train station; bus station; station
road: 公路 道路 高速公路 | road; highway; motorway; expressway
bridge: 大桥 桥梁 | bridge; viaduct
tunnel: 隧道 海底隧道 | tunnel
port: 港口 码头 | port; harbour; harbor; wharf; dock
ship: 船只 货轮 轮船 船舶 集装箱船 | ship; vessel; cargo ship; boat; freighter; container ship; ferry
oil_tanker: 油轮 | tanker; oil tanker
cruise_ship: 邮轮 | cruise ship; cruise liner
canal: 运河 | canal
dam: 大坝 水库 水电站 | dam; reservoir; hydropower station; hydropower plant
river: 河流 江河 长江 黄河 | river; yangtze; waterway; yellow river
lake: 湖泊 | lake
sea: 海域 海洋 海水 | sea; ocean; waters
island: 岛屿 群岛 海岛 | island; archipelago; islet
mountain: 山峰 高山 | mountain; peak; summit of
glacier: 冰川 冰盖 海冰 | glacier; ice sheet; sea ice; iceberg
forest: 森林 雨林 林地 | forest; rainforest; woodland
desert: 沙漠 荒漠化 | desert; desertification
national_park: 国家公园 自然保护区 | national park; nature reserve; wildlife reserve
power_station: 电站 发电厂 火电厂 煤电 | power station; power plant; coal-fired plant; coal power
nuclear_plant: 核电站 核电厂 核电 | nuclear plant; nuclear power plant; nuclear power; nuclear power station
reactor: 反应堆 核反应堆 机组 | reactor; nuclear reactor
fusion: 核聚变 人造太阳 | nuclear fusion; fusion; artificial sun
solar_power: 太阳能 光伏 光伏发电 | solar power; solar; photovoltaic; solar panel; pv
wind_power: 风电 风力发电 风能 | wind power; wind farm; wind turbine; wind energy
hydrogen: 氢能 氢燃料 | hydrogen; fuel cell
power_grid: 电网 输电 电力系统 | power grid; grid; electricity network; power line; transmission line
coal: 煤炭 | coal
oil: 石油 原油 | oil; crude; petroleum
petrol: 汽油 柴油 成品油 | petrol; gasoline; diesel; fuel
natural_gas: 天然气 液化天然气 | natural gas; lng; liquefied natural gas; gas
oil_field: 油田 气田 油气田 | oil field; oilfield; gas field
pipeline: 管道 输油管 输气管道 | pipeline; gas pipeline
steel: 钢铁 钢材 铝材 | steel; aluminium; aluminum
gold: 黄金 | gold; bullion
diamond: 钻石 珠宝 | diamond; jewellery; jewelry; gem
satellite: 卫星 北斗 | satellite; beidou
rocket: 火箭 运载火箭 | rocket; carrier rocket; launch vehicle
spacecraft: 飞船 航天器 探测器 载人飞船 | spacecraft; crewed spacecraft; spaceship; lander; space probe
space_station: 空间站 | space station
astronaut: 航天员 宇航员 | astronaut; taikonaut; cosmonaut; crew member
moon: 月球 探月 月壤 | moon; lunar
mars: 火星 | mars; martian
asteroid: 小行星 彗星 陨石 | asteroid; comet; meteorite
telescope: 望远镜 射电望远镜 | telescope; observatory; observatories
climate_change: 气候变化 全球变暖 | climate change; global warming; climate crisis
carbon_neutrality: 碳中和 碳达峰 净零 | carbon neutrality; net zero; carbon neutral; net-zero; carbon peak
greenhouse_gas: 温室气体 二氧化碳 甲烷 | greenhouse gas; greenhouse gases; carbon dioxide; methane
air_pollution: 空气污染 雾霾 大气污染 沙尘暴 | air pollution; smog; haze; sandstorm
water_pollution: 水污染 核污水 | water pollution; nuclear wastewater; treated water
water_pollution: 核污染水 核处理水 污水 | sewage; contaminated water; radioactive water
plastic: 塑料 微塑料 塑料袋 | plastic; microplastic; plastic bag
waste: 垃圾 垃圾分类 废物 | waste; rubbish; garbage; trash
animal: 动物 野生动物 | animal; wildlife; wild animal
panda: 大熊猫 熊猫 | panda; giant panda
elephant: 大象 亚洲象 | elephant; asian elephant
tiger: 老虎 东北虎 | tiger; siberian tiger
whale: 鲸鱼 鲸类 海豚 江豚 | whale; dolphin; porpoise
pet: 宠物 猫狗 | pet; cat; dog
pig: 生猪 猪肉 非洲猪瘟 | pig; pork; swine; hog; swine fever
cattle: 牛肉 奶牛 牛群 | cattle; beef; cow
chicken: 鸡肉 家禽 鸡蛋 | chicken; poultry; egg
seafood: 水产品 海鲜 | seafood; aquatic product; fish
grain: 粮食 谷物 小麦 大米 玉米 水稻 | grain; wheat; rice; corn; maize; cereal
soybean: 大豆 | soybean; soya; soy
fruit: 水果 蔬菜 | fruit; vegetable
food: 食品 食物 | food; foodstuff
infant_formula: 奶粉 婴幼儿配方奶粉 乳制品 牛奶 | infant formula; milk powder; dairy; milk
alcohol: 白酒 啤酒 葡萄酒 酒类 | alcohol; liquor; baijiu; beer; wine; spirits
tobacco: 香烟 烟草 电子烟 | tobacco; cigarette; e-cigarette; vape
coffee: 咖啡 奶茶 茶饮 | coffee; tea; bubble tea; milk tea
farmland: 耕地 农田 | farmland; cropland; arable land
farmer: 农民 农户 | farmer; grower; peasant
worker: 工人 员工 职工 劳动者 雇员 | worker; employee; staff; labourer; laborer
migrant_worker: 农民工 外来务工人员 | migrant worker; rural migrant worker
delivery_rider: 外卖骑手 快递员 骑手 外卖员 | delivery rider; courier; food delivery worker; delivery driver
union: 工会 | trade union; labour union; labor union; union
driver: 司机 驾驶员 | driver; motorist
pilot: 飞行员 机长 | pilot; captain; aviator
crew: 机组人员 船员 | crew; sailor; seafarer
passenger: 乘客 旅客 | passenger; traveller; traveler
tourist: 游客 观光客 | tourist; visitor; holidaymaker
scenic_spot: 景区 景点 旅游景区 | scenic area; tourist attraction; scenic spot; tourist site
children: 儿童 孩子 小孩 未成年人 | child; children; kid; minor
baby: 婴儿 新生儿 | baby; babies; newborn; infant
women: 女性 妇女 女子 | woman; women; female
men: 男性 男子 | man; men; male
youth: 青年 年轻人 青少年 | youth; young people; teenager; adolescent
elderly: 老年人 老人 | elderly; older people; pensioner; senior citizen
disabled: 残疾人 残障人士 | disabled; people with disabilities; disabled people
couple: 夫妻 夫妇 情侣 | couple; husband; wife; wives; spouse
family: 家庭 家属 | family; families; household; relative
refugee: 难民 寻求庇护者 | refugee; asylum seeker; displaced person
immigrant: 移民 偷渡者 | migrant; immigrant
civilian: 平民 | civilian; non-combatant
resident: 居民 市民 村民 | resident; citizen; villager; local people
consumer: 消费者 顾客 客户 | consumer; customer; shopper; client
user: 用户 网民 网友 | user; netizen; internet user
journalist: 记者 新闻工作者 | journalist; reporter; correspondent
media: 媒体 报社 新闻社 | media; news agency; news outlet; media outlet; press
newspaper: 报纸 日报 | newspaper
television: 电视台 电视 广播电台 | television; tv; tv station; broadcaster; radio station
book: 书籍 图书 小说 | book; novel
film: 电影 影片 动画片 | film; movie; animated film; cartoon
tv_series: 电视剧 剧集 短剧 | tv series; drama series; tv drama; micro-drama
concert: 演唱会 音乐会 音乐节 | concert; music festival; gig
album: 专辑 单曲 歌曲 | album; song; single record
singer: 歌手 音乐人 | singer; musician
actor: 演员 影星 | actor; actress; film star; actresses
celebrity: 明星 名人 网红 主播 | celebrity; celebrities; influencer; live-streamer; livestreamer; streamer
artwork: 画作 艺术品 油画 | painting; artwork; work of art; sculpture
museum: 博物馆 美术馆 | museum; gallery; galleries
relic: 文物 古迹 遗址 出土文物 | cultural relic; artefact; artifact; archaeological site; antiquity; antiquities; relic
heritage: 世界遗产 非物质文化遗产 非遗 | world heritage; intangible cultural heritage; heritage site
temple: 寺庙 教堂 清真寺 | temple; church; churches; mosque; cathedral
athlete: 运动员 选手 球员 | athlete; player; sportsman; sportswoman
coach: 教练 主教练 主帅 | head coach; team coach; team manager
football: 足球 国足 足球赛 | football; soccer
basketball: 篮球 | basketball
table_tennis: 乒乓球 羽毛球 | table tennis; ping-pong; badminton
tennis: 网球 | tennis
swimming: 游泳 泳坛 | swimming; swimmer
team: 球队 俱乐部 国家队 | team; club; squad; national team
olympics: 奥运会 冬奥会 残奥会 | olympics; olympic games; winter olympics; paralympics
world_cup: 世界杯 | world cup
championship: 锦标赛 世锦赛 联赛 | championship; league; tournament
marathon: 马拉松 | marathon
final: 决赛 半决赛 | final; semi-final; semifinal
stadium: 体育场 体育馆 | stadium; arena; sports centre
prize: 奖项 诺贝尔奖 | prize; award; nobel prize
lottery: 彩票 | lottery; lottery ticket
gambling: 赌博 赌场 博彩 | gambling; casino; betting
house: 住房 房屋 住宅 公寓 二手房 新房 | house; home; housing; apartment; flat; new home; existing home
real_estate: 房地产 楼市 房产 | real estate; property market; housing market; property sector
developer: 开发商 房企 | developer; property developer; real estate company
building: 大楼 建筑 高楼 建筑物 | building; skyscraper; tower; high-rise; tower block
land: 土地 地块 | land; plot
cement: 水泥 建材 | cement; building material
city: 城市 都市 | city; cities; metropolis
village: 村庄 乡村 | village; countryside
province: 省份 州政府 | province; provincial; provinces
country: 国家 各国 | country; countries; nation
united_nations: 联合国 安理会 | united nations; un; security council
european_union: 欧盟 | european union; eu
nato: 北约 | nato
who: 世卫组织 世界卫生组织 | world health organization; world health organisation
summit: 峰会 首脑会议 | summit; leaders' meeting
meeting: 会议 论坛 大会 座谈会 | meeting; conference; forum; congress session
exhibition: 展会 展览 博览会 车展 | exhibition; expo; trade fair; motor show; auto show; fair
holiday: 假期 春节 国庆 黄金周 | holiday; spring festival; golden week; lunar new year; national day
spring_festival_travel: 春运 | spring festival travel rush; chunyun; travel rush
shopping_festival: 双十一 双11 购物节 | singles' day; double 11; shopping festival
protest: 抗议 示威 抗议活动 | protest; demonstration; rally
strike: 罢工 | strike; walkout; industrial action
human_rights: 人权 | human rights; rights abuse
abortion: 堕胎 | abortion
same_sex_marriage: 同性婚姻 | same-sex marriage; gay marriage
death_penalty: 死刑 | death penalty; capital punishment; death sentence
retirement_age: 退休年龄 延迟退休 | retirement age; delayed retirement
birth_policy: 三孩政策 二孩政策 | three-child policy; two-child policy
birth_policy: 生育政策 独生子女政策 | birth policy; one-child policy
marriage: 婚姻 婚礼 | marriage; wedding
pension: 养老金 退休金 | pension; retirement benefit
social_security: 社保 医保 社会保障 | social security; medical insurance; health insurance; welfare
tax: 税收 税务 增值税 个税 | tax; taxation; value-added tax; vat; taxes; income tax
budget: 预算 财政 | budget; public finances
foreign_trade: 外贸 贸易 进出口 | foreign trade; trade; international trade
free_trade_zone: 自贸区 自由贸易区 自贸港 | free trade zone; free-trade zone; free trade port; pilot free trade zone
trade_war: 贸易战 贸易摩擦 | trade war; trade dispute; trade friction
supply_chain: 供应链 产业链 | supply chain; industrial chain
e_commerce: 电商 | e-commerce; online shopping
e_commerce: 电子商务 直播带货 | live-streaming e-commerce; livestream shopping; live commerce
express_delivery: 快递 物流 外卖 | express delivery; courier service; logistics; food delivery; takeaway
mobile_payment: 移动支付 电子支付 | mobile payment; digital payment; electronic payment
internet_shutdown: 断网 网络中断 | internet shutdown; internet blackout; network outage
power_cut: 停电 断电 大停电 | power cut; blackout; power outage; outage
rumour: 谣言 传言 虚假信息 假消息 | rumour; rumor; misinformation; disinformation; fake news; false claim
photo: 照片 图片 | photo; photograph; image; picture
"""

# Words that make another measure of the same noun: both claims carry the same ones, or they do not meet.
QUALIFIERS = """\
overseas: 海外 境外 | overseas; abroad; outside china
overseas: 国外 国际市场 海外市场 | foreign market; outside the country; international market
domestic: 国内 境内 本土 内地 | domestic; domestically; home-grown; homegrown; at home
global: 全球 全世界 世界范围 世界 | global; globally; worldwide; world; across the world; around the world
year_on_year: 同比 较上年同期 比上年 | year-on-year; year on year; year over year; year-over-year
year_on_year: 较去年 比去年同期 较上年 | yoy; from a year earlier; compared with a year earlier; from the previous year
year_on_year: 比去年 较去年同期 按年 | on the year; from a year ago; than a year earlier; over the previous year
quarter_on_quarter: 按季 | quarter-on-quarter; quarter on quarter
quarter_on_quarter: 较上季度 比上季度 | quarter over quarter; quarter-over-quarter; qoq
quarter_on_quarter: 季环比 较前一季度 | from the previous quarter; from the prior quarter; from the preceding quarter
month_on_month: 环比 较上月 | month-on-month; month on month; month over month
month_on_month: 比上月 按月 月环比 | month-over-month; from the previous month; from a month earlier; on the month
week_on_week: 周环比 | week-on-week; week on week
week_on_week: 较上周 比上周 | from the previous week; from a week earlier; from last week
cumulative: 累计 累积 | cumulative; cumulatively; accumulated; accumulative; lifetime; since launch; running total
daily: 每日 每天 日均 | daily; per day; a day; each day; every day; single-day
daily: 单日 日产 当日 日产量 | in one day; single day; a single day; daily average; average daily; on average each day
weekly: 每周 周均 单周 | weekly; per week; a week; each week; every week; weekly average; average weekly
monthly: 每月 月度 月均 | monthly; per month; a month
monthly: 单月 当月 月产能 月薪 | each month; every month; monthly average; average monthly
quarterly: 季度 每季度 单季 季报 | quarterly; per quarter; each quarter; in the quarter; for the quarter
annual: 年度 每年 全年 年均 | annual; annually; yearly; per year; a year
annual: 年产 年产能 年产量 年销量 | full-year; each year; every year; per annum; annualised
annual: 年化 年薪 年收入 一年一度 | annualized; full year; annual average; average annual; annually on average
hourly: 每小时 时薪 | hourly; per hour; an hour
compound: 复合 年均复合 复合年均 年复合 | compound; compound annual; cagr
first_half: 上半年 | first half; first-half; h1; first six months
first_half: 上半财年 | january-june; january to june; half-year; the first half; the first six months
second_half: 下半年 下半财年 | second half; second-half; h2; last six months; july-december; july to december
first_quarter: 第一季度 一季度 | first quarter; first-quarter; q1; first three months
first_quarter: 首季 首季度 | january-march; january to march; the first quarter; the first three months
second_quarter: 第二季度 二季度 次季 | second quarter; second-quarter; q2; april-june; april to june
third_quarter: 第三季度 三季度 | third quarter; third-quarter; q3; july-september; july to september
fourth_quarter: 第四季度 | fourth quarter; fourth-quarter; q4
fourth_quarter: 四季度 | october-december; october to december; final quarter
first_three_quarters: 前三季度 | first three quarters; first nine months; january-september
first_three_quarters: 前三个季度 | january to september; the first three quarters; the first nine months
per_person: 人均 每人 | per capita; per person; per head; a head; each person; per inhabitant
per_household: 户均 每户 每家庭 | per household; each household; per family; a household
per_unit: 单位面积 每单位 单车 每台 | per unit; each unit; apiece
per_unit: 每辆 单台 每件 单位产品 | per vehicle; per car; per item
per_share: 每股 | per share; a share; each share
average: 平均 均价 平均每 均值 | average; averaged; on average; mean
median: 中位数 中值 | median
maximum: 最高 峰值 上限 最大功率 最大风力 最大风速 | maximum; peak; highest; upper limit
minimum: 最低 下限 | minimum; lowest; lower limit
net: 净出口 净买入 净额 | net
gross: 毛额 | gross
adjusted: 经调整 调整后 非通用会计准则 | adjusted; non-gaap
adjusted: 经调整后 扣非 季节性调整 非公认会计准则 | seasonally adjusted; underlying; excluding one-off items
comparable: 同店 可比 同口径 按可比口径 | comparable; like-for-like; same-store; on a comparable basis
nominal: 名义 按现价 现价 | nominal; in nominal terms; at current prices; nominally
real: 实际增长 不变价 | in real terms; inflation-adjusted; at constant prices; adjusted for inflation
real: 扣除价格因素 剔除通胀 按不变价格 | real terms; real growth; real gdp; real wage
forecast: 预计 预期 预测 | forecast; expect; predict; target
forecast: 目标 有望 将达到 | outlook; set to; on track to; guidance
forecast: 料将 展望 预估 | estimate for next; projected to; is projected; are projected; projection
planned: 计划 规划 打算 筹划 拟建 拟于 | plan; intend; scheduled; aim to; slated; be due to
potential: 潜在 可能达到 最多可达 或将 | potential; potentially; could reach; may reach; might reach
preliminary: 初步 初步统计 初步核算 初值 | preliminary; provisional; initial estimate; flash estimate; provisionally
revised: 修正后 终值 修订后 | revised; final reading
confirmed: 确诊 已确认 经核实 证实的 | confirmed; verified
suspected: 疑似 涉嫌 据称 | suspected; alleged; allegedly; presumed
urban: 城镇 城区 市区 | urban; urban area
rural: 农村 乡村 | rural; countryside
male: 男性 男子 男生 | male; men; man; boy; men's
female: 女性 女子 女生 | female; women; woman; girl; women's
young: 青年 年轻人 青少年 | youth; young; young people; teenage; adolescent
old: 老年 老年人 老人 | elderly; older people; senior citizen; older adult
child: 儿童 未成年 未成年人 婴儿 | child; children; infant; under-age; underage
adult: 成人 成年人 | adult; grown-up
under_age: 岁以下 | under the age of; under-18; aged under; younger than
under_age: 周岁以下 不满 | below the age of; and under; or younger; and younger
over_age: 岁以上 岁及以上 | over the age of; aged over; older than; above the age of
over_age: 周岁以上 年满 | and over; and above; or older; and older; over-65
online: 线上 网上 网络零售 实物商品网上 电商 | online; internet; e-commerce; via the internet
offline: 线下 实体店 | offline; in-store; physical store; bricks-and-mortar; in person; brick-and-mortar
retail: 零售 零售价 | retail
wholesale: 批发 | wholesale
new: 新增 新签 新注册 | newly; newly added; new case; new user; new job
new: 新发 净增 新建 新开 | new loan; new infection; new registration; additional; added
new: 净增加 新增贷款 新增就业 城镇新增就业 | new order; new store; new death; net new; net addition
new: 新订单 新增病例 新增就业岗位 新房 | net increase; net gain; new home; new urban job; newly confirmed case
existing: 存量 现有 原有 | existing; outstanding; existing home
active: 活跃 激活 在营 | active; activated
inactive: 不活跃 闲置 休眠 | inactive; idle; dormant
registered: 注册 登记在册 在册 | registered; on the books
paid: 付费 收费 有偿 | paid; paying; subscription-based
free: 免费 无偿 | free of charge; no-cost; for free; free users; free version
public: 公共 公立 | state-owned; state-run; state-funded
public: 国有 公立医院 公立学校 | government-run; public-sector; public hospital; public school
private: 私营 私立 民营 私人 | private; privately owned; privately run
military: 军用 军事 | military
civilian: 平民 民用 | civilian; non-military
foreign_funded: 外资 外商 外企 | foreign-funded; foreign-invested; foreign-owned; foreign-held
pure_electric: 纯电 纯电动 | pure electric; battery electric; all-electric; fully electric; battery-electric; bev
hybrid: 混动 插电混动 混合动力 插混 插电式 | hybrid; plug-in hybrid; plug-in; phev
new_energy: 新能源 | new energy; new-energy
passenger_cars: 乘用车 轿车 | passenger car; passenger vehicle
commercial_vehicles: 商用车 货车 卡车 | commercial vehicle; truck; lorry
second_hand: 二手 二手车 二手房 | second-hand; used car; pre-owned; secondhand
onshore: 陆上 在岸 | onshore
offshore: 海上 离岸 | offshore; at sea
core: 核心 | core
excluding: 不含 不包括 剔除 | excluding; not including; except; excluding tax; other than; without counting
including: 含税 | including tax; tax included; inclusive of tax
pre_tax: 税前 | pre-tax; before tax
after_tax: 税后 | after-tax; after tax; post-tax
direct: 直接 | direct; directly
indirect: 间接 | indirect; indirectly
consolidated: 合并报表 合并口径 并表 | consolidated; group-wide
first_time: 首次 首套 初次 初请 | first-time
repeat: 复购 续请 二次 | repeat; repeated; continuing claim
full_time: 全职 专职 | full-time; full time
part_time: 兼职 非全日制 | part-time; part time
temporary: 临时 | temporary; interim; temporarily
permanent: 永久 | permanent; permanently
combined: 合计 双方共 两者合计 | combined; jointly
remaining: 剩余 其余 余下 | remaining; rest of; leftover; remainder
north: 北方 北部 | northern; in the north
south: 南方 南部 | southern; in the south
east: 东部 东方 | eastern; in the east
west: 西部 西方 | western; in the west
long_term: 长期 中长期 | long-term; long term
short_term: 短期 短线 | short-term; short term
"""

# Pairs of acts or measures that cannot both be true of the same thing at the same time.
OPPOSITES = """\
approve reject
approve veto
issue reject
appoint reject
pass_law reject
pass_law veto
pass_law repeal
increase decrease
raise cut
raise hold_rates
cut hold_rates
increase hold_rates
decrease hold_rates
raise decrease
cut increase
win lose
win draw
lose draw
qualify eliminate
join withdraw
open close
reopen close
build demolish
repair destroy
convict acquit
plead_guilty plead_not_guilty
admit plead_not_guilty
plead_guilty deny
arrest release_prison
sentence acquit
execute pardon
ban lift_ban
ban allow
ban approve
restrict ease
restrict lift_ban
sanction lift_sanctions
impose_tariffs lift_tariffs
confirm deny
admit deny
support oppose
praise criticise
praise condemn
appoint dismiss
recruit lay_off
found dissolve
start cancel
start postpone
start suspend
launch cancel
launch postpone
launch remove_from_sale
suspend resume
cancel resume
end resume
end extend
hold_event cancel
hold_event postpone
hold_event boycott
attend boycott
speed_up postpone
take_effect expire
take_effect repeal
extend expire
reach_agreement break_agreement
reach_agreement reject
sign reject
ratify withdraw
ceasefire declare_war
establish_ties cut_ties
cooperate cut_ties
nationalise privatise
go_public delist
produce stop_production
merge divide
acquire sell_business
surpass trail
be_largest be_smallest
succeed fail
achieve fail
achieve miss_target
beat_expectations miss_target
return_to_profit fall_into_loss
return_to_profit loss
include exclude
block allow
allow reject
charge_fee make_free
repay default
die recover
die rescue
protect destroy
occupy withdraw
deploy withdraw
arrest escape
surrender escape
publish censor
profit loss
net_profit loss
operating_profit loss
trade_surplus trade_deficit
surplus fiscal_deficit
growth decline_rate
stop_production resume
close resume
elect lose
open postpone
"""
