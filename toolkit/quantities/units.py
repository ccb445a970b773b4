"""Units, currencies and classifiers as data: symbol, kind, Chinese names, English names.

A unit's symbol is what `Quantity.unit` holds. Names are separated by commas; English names match without regard to
case, and those of one or two letters only right after a number.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Unit:
    """What a word after a number says: the symbol, the kind of quantity it makes, and a factor on the value."""

    symbol: str
    kind: str = "measure"
    factor: Decimal = Decimal(1)


def words(text: str) -> tuple[str, ...]:
    """The words of a table written as running text."""
    return tuple(text.split())


def phrases(text: str) -> tuple[str, ...]:
    """The phrases of a table written as running text with commas."""
    return tuple(" ".join(phrase.split()) for phrase in text.split(","))


# symbol, Chinese names, English names
MEASURES: tuple[tuple[str, str, str], ...] = (
    ("kg", "千克,公斤", "kg,kgs,k.g.,k.g,k.gs,kilogram,kilograms,kilo,kilos,kilogramme,kilogrammes"),
    ("g", "克,公克", "g,gs,gram,grams,gramme,grammes"),
    ("mg", "毫克", "mg,mgs,m.g.,m.g,milligram,milligrams"),
    ("µg", "微克", "µg,ug,microgram,micrograms"),
    ("t", "吨,公吨", "t,tonne,tonnes,ton,tons,metric ton,metric tons,metric tonnes"),
    ("lb", "磅", "lb,lbs,pound mass"),
    ("oz", "盎司", "oz,ounce,ounces"),
    ("斤", "斤,市斤", ""),
    ("两", "两", ""),
    ("m", "米,公尺", "m,meter,meters,metre,metres"),
    ("km", "千米,公里", "km,kms,kilometer,kilometers,kilometre,kilometres"),
    ("cm", "厘米,公分", "cm,cms,centimeter,centimeters,centimetre,centimetres"),
    ("mm", "毫米", "mm,millimeter,millimeters,millimetre,millimetres"),
    ("dm", "分米", "dm,decimeter,decimeters,decimetre,decimetres"),
    ("µm", "微米", "µm,um,micron,microns,micrometer,micrometers,micrometre,micrometres"),
    ("nm", "纳米", "nm,nanometer,nanometers,nanometre,nanometres"),
    ("pm", "皮米", "picometer,picometers"),
    ("mi", "英里", "mi,mile,miles"),
    ("ft", "英尺,呎", "ft,foot,feet,feets"),
    ("in", "英寸,英吋,吋", "in,inch,inches,\",''"),
    ("yd", "", "yd,yds,yard,yards"),
    ("nmi", "海里", "nmi,nautical mile,nautical miles"),
    ("ly", "光年", "light-year,light-years,light year,light years"),
    ("里", "里地,华里", ""),
    ("丈", "丈", ""),
    ("尺", "尺", ""),
    ("寸", "寸", ""),
    (
        "m2",
        "平方米,平米,平方,个平方,平",
        "m2,m²,m^2,sq m,sq. m,sqm,square meter,square meters,square metre,square metres",
    ),
    (
        "km2",
        "平方公里,平方千米",
        "km2,km²,km^2,sq km,square kilometer,square kilometers,square kilometre,square kilometres",
    ),
    ("ha", "公顷", "ha,hectare,hectares"),
    ("acre", "英亩", "acre,acres"),
    ("亩", "亩,市亩", ""),
    ("ft2", "平方英尺", "sq ft,square foot,square feet"),
    ("mi2", "平方英里", "sq mi,square mile,square miles"),
    (
        "m3",
        "立方米,立方",
        "m3,m³,m^3,cu m,cu. m,cubic meter,cubic meters,cubic metre,cubic metres",
    ),
    ("km3", "立方千米,立方公里", "km3,km³,km^3,cubic kilometer,cubic kilometers,km cubed"),
    ("L", "升,公升", "l,liter,liters,litre,litres"),
    ("mL", "毫升", "ml,mls,cc,milliliter,milliliters,millilitre,millilitres"),
    ("cl", "", "cl,centilitre,centilitres"),
    ("hl", "", "hectolitre,hectolitres,hectoliter,hectoliters"),
    ("gal", "加仑", "gal,gals,gallon,gallons"),
    ("cup", "", "cup,cups"),
    ("pint", "品脱", "pint,pints"),
    ("bbl", "桶", "barrel,barrels,bbl"),
    ("tbsp", "汤匙", "tbsp,tablespoon,tablespoons"),
    ("tsp", "茶匙", "tsp,teaspoon,teaspoons"),
    (
        "km/h",
        "公里每小时,千米每小时,公里/小时,千米/小时",
        "km/h,kmh,kph,kmph,kilometers per hour,kilometres per hour,kilometers an hour,kilometres an hour",
    ),
    ("mph", "英里每小时,英里/小时", "mph,miles per hour,miles an hour"),
    ("m/s", "米每秒,米/秒", "m/s,meters per second,metres per second"),
    ("W", "瓦,瓦特", "w,watt,watts"),
    ("kW", "千瓦", "kw,kilowatt,kilowatts"),
    ("MW", "兆瓦", "mw,megawatt,megawatts"),
    ("GW", "吉瓦", "gw,gigawatt,gigawatts"),
    ("TW", "太瓦", "terawatt,terawatts"),
    ("kWh", "千瓦时,度电", "kwh,kilowatt hour,kilowatt hours,kilowatt-hour,kilowatt-hours"),
    ("MWh", "兆瓦时", "mwh,megawatt hours,megawatt-hours"),
    ("GWh", "吉瓦时", "gwh,gigawatt hours,gigawatt-hours"),
    ("TWh", "", "twh,terawatt hours,terawatt-hours"),
    ("hp", "马力", "hp,horsepower"),
    ("mAh", "毫安时", "mah"),
    ("V", "伏,伏特", "volt,volts"),
    ("bit", "比特", "bit,bits"),
    ("B", "字节", "byte,bytes"),
    ("KB", "千字节", "kb,kilobyte,kilobytes"),
    ("MB", "兆字节", "mb,megabyte,megabytes"),
    ("GB", "吉字节", "gb,gigabyte,gigabytes"),
    ("TB", "", "tb,terabyte,terabytes"),
    ("PB", "", "pb,petabyte,petabytes"),
    ("Hz", "赫兹,赫", "hz,hertz"),
    ("kHz", "千赫", "khz"),
    ("MHz", "兆赫", "mhz,megahertz"),
    ("GHz", "吉赫", "ghz,gigahertz"),
    ("Pa", "帕,帕斯卡", "pascal,pascals"),
    ("mmHg", "毫米汞柱", "mmhg"),
    ("kPa", "千帕", "kpa"),
    ("dB", "分贝", "db,decibel,decibels"),
    ("eV", "", "ev,electronvolt,electronvolts"),
    ("BTU", "", "btu,btus,british thermal unit,british thermal units"),
    ("rad", "", "rad,radian,radians"),
    ("cal", "", "calorie,calories"),
    ("kcal", "", "kcal,kilocalorie,kilocalories"),
    ("qt", "", "quart,quarts"),
    ("fl oz", "", "fl oz,fluid ounce,fluid ounces"),
    ("bu", "", "bushel,bushels"),
    ("ct", "", "carat,carats,karat,karats"),
    ("ozt", "", "troy ounce,troy ounces"),
    ("kn", "", "knot,knots"),
    ("ppm", "", "ppm,parts per million"),
    ("ppb", "", "ppb,parts per billion"),
    ("rpm", "", "rpm,revolutions per minute"),
    ("mpg", "", "mpg,miles per gallon"),
    ("dpi", "", "dpi,dots per inch"),
    ("lm", "", "lumen,lumens"),
    ("AU", "", "astronomical unit,astronomical units"),
    ("mmHg", "", "mmhg,mm hg"),
    ("TEU", "", "teu,teus"),
    ("kt", "", "kiloton,kilotons,kilotonne,kilotonnes"),
    ("Mt", "", "megaton,megatons,megatonne,megatonnes"),
    ("Gt", "", "gigaton,gigatons,gigatonne,gigatonnes"),
    ("m/s2", "米每二次方秒,米/秒²", "m/s2,m/s²,m/s^2"),
    ("s2", "", "s2,s²,s^2,second squared"),
)
TEMPERATURES: tuple[tuple[str, str, str], ...] = (
    (
        "°C",
        "摄氏度,摄氏°",
        "℃,°c,degrees celsius,degree celsius,deg celsius,deg c,degrees c,celsius,celcius,"
        "centigrade,centigrate,degrees centigrade,degree centigrade,c,° celsius,°celsius,° c,"
        "° on the celsius scale,degrees on the celsius scale",
    ),
    (
        "°F",
        "华氏度,华氏°",
        "℉,°f,degrees fahrenheit,degree fahrenheit,deg fahrenheit,deg f,degrees f,fahrenheit,farenheit,f,"
        "° fahrenheit,°fahrenheit,° f,° on the fahrenheit scale,degrees on the fahrenheit scale",
    ),
    ("K", "开尔文", "kelvin"),
    ("degree", "度", "°,degree,degrees,deg,deg."),
)
DURATIONS: tuple[tuple[str, str, str], ...] = (
    ("year", "年", "year,years,yr,yrs,year's,years'"),
    ("month", "个月", "month,months,months'"),
    ("week", "周,星期,个星期,礼拜,个礼拜", "week,weeks,wk,wks,weeks'"),
    ("day", "天", "day,days,days',night,nights"),
    ("h", "小时,个小时,钟头,个钟头,个钟", "hour,hours,hr,hrs,h,hours'"),
    ("min", "分钟", "minute,minutes,min,mins"),
    ("s", "秒,秒钟", "second,seconds,sec,secs,s"),
    ("ms", "毫秒", "millisecond,milliseconds,ms"),
    ("decade", "", "decade,decades"),
    ("century", "个世纪", "centuries"),
    ("fortnight", "", "fortnight,fortnights"),
)
CURRENCIES: tuple[tuple[str, str, str], ...] = (
    (
        "USD",
        "美元,美金,美圆",
        "dollar,dollars,us dollar,us dollars,u.s. dollars,u.s. dollar,usd,buck,bucks,american dollars,"
        "united states dollars",
    ),
    (
        "CNY",
        "元,块,块钱,元钱,人民币,元人民币,圆,元整,元正,圆整,圆正,蚊,元人民幣,块人民币",
        "yuan,renminbi,rmb,cny,kuai",
    ),
    ("EUR", "欧元,元欧元", "euro,euros,eur,€"),
    ("GBP", "英镑", "pound sterling,pounds sterling,british pounds,british pound,gbp,quid,£"),
    ("JPY", "日元,日圆,日币,円", "yen,japanese yen,jpy"),
    ("HKD", "港元,港币,港幣", "hong kong dollars,hong kong dollar,hkd"),
    ("TWD", "新台币,台币,元新台币", "new taiwan dollars,twd"),
    ("AUD", "澳元,澳大利亚元", "australian dollars,australian dollar,aud"),
    ("CAD", "加元,加拿大元", "canadian dollars,canadian dollar,cad"),
    ("SGD", "新加坡元,新元", "singapore dollars,singapore dollar,sgd"),
    ("NZD", "新西兰元", "new zealand dollars,nzd"),
    ("INR", "印度卢比,卢比,印度卢布", "rupee,rupees,indian rupees,inr"),
    ("KRW", "韩元,韩币", "won,south korean won,krw"),
    ("RUB", "卢布,俄罗斯卢布", "ruble,rubles,rouble,roubles,rub"),
    ("THB", "泰铢,泰国铢,铢", "baht,thb"),
    ("CHF", "瑞士法郎", "swiss franc,swiss francs,chf"),
    ("MYR", "令吉,林吉特,马来西亚令吉,马来西亚林吉特", "ringgit,malaysian ringgit,myr"),
    ("VND", "越南盾", "dong,vnd"),
    ("BRL", "雷亚尔", "reais,brl,brazilian reais"),
    ("MXN", "墨西哥比索", "mexican pesos,mxn"),
    ("ILS", "谢克尔", "shekel,shekels,ils,nis"),
    ("SEK", "瑞典克朗", "swedish kronor,sek,swedish krona"),
    ("NOK", "挪威克朗", "norwegian kroner,nok,norwegian krone"),
    ("DKK", "丹麦克朗", "danish kroner,dkk,danish krone"),
    ("ZAR", "兰特", "rand,zar"),
    ("TRY", "土耳其里拉", "turkish lira,turkish liras"),
    ("PLN", "兹罗提", "zloty,zlotys,pln"),
    ("SAR", "沙特里亚尔", "saudi riyals,saudi riyal,sar"),
    ("QAR", "卡塔尔里亚尔", "qatari riyals,qatari riyal,qar"),
    ("KWD", "科威特第纳尔", "kuwaiti dinars,kuwaiti dinar,kwd"),
    ("EGP", "埃及镑", "egyptian pounds,egyptian pound,egp"),
    ("UAH", "格里夫纳", "hryvnia,uah"),
    ("IDR", "印尼盾", "rupiah,idr"),
    ("PHP", "菲律宾比索", "philippine pesos,php"),
    ("PKR", "巴基斯坦卢比", "pakistani rupees,pkr"),
    ("AED", "迪拉姆", "dirhams,dirham,aed"),
    ("IRR", "伊朗里亚尔", "iranian rials"),
    ("BGN", "", "bulgarian lev"),
    ("BTC", "比特币", "bitcoin,bitcoins,btc"),
)
# Hundredths and tenths: symbol, factor, names
CHANGE: tuple[tuple[str, str, str, str], ...] = (
    ("CNY", "0.1", "角,毛,毛钱,角钱", ""),
    ("CNY", "0.01", "分钱,分", ""),
    ("USD", "0.01", "美分", "cent,cents,¢"),
    ("MYR", "0.01", "", "sen,sens"),
    ("UAH", "0.01", "", "kopiyka,kopiykas,kopiyok"),
    ("RUB", "0.01", "", "kopeck,kopecks,kopek,kopeks"),
    ("INR", "0.01", "", "paise,paisa"),
    ("GBP", "0.01", "便士", "pence,pennies"),
)
CURRENCY_SIGNS: dict[str, str] = {
    "$": "USD",
    "us$": "USD",
    "us $": "USD",
    "u.s.$": "USD",
    "usd$": "USD",
    "¥": "CNY",
    "cn¥": "CNY",
    "rmb¥": "CNY",
    "€": "EUR",
    "£": "GBP",
    "hk$": "HKD",
    "nt$": "TWD",
    "a$": "AUD",
    "au$": "AUD",
    "c$": "CAD",
    "c $": "CAD",
    "ca$": "CAD",
    "s$": "SGD",
    "nz$": "NZD",
    "r$": "BRL",
    "rs": "INR",
    "rs.": "INR",
    "₹": "INR",
    "₩": "KRW",
    "₽": "RUB",
    "rm": "MYR",
    "rp": "IDR",
    "mex$": "MXN",
    "zł": "PLN",
    "kč": "CZK",
    "₱": "PHP",
    "₦": "NGN",
    "₺": "TRY",
    "₫": "VND",
    "₪": "ILS",
    "₴": "UAH",
    "₸": "KZT",
    "₮": "MNT",
    "₭": "LAK",
    "₡": "CRC",
    "₲": "PYG",
    "₾": "GEL",
    "₵": "GHS",
    "₼": "AZN",
    "֏": "AMD",
    "฿": "THB",
    "₿": "BTC",
    "៛": "KHR",
    "৳": "BDT",
    "人民币": "CNY",
    "人民币¥": "CNY",
    "新台币": "TWD",
    "港币": "HKD",
    "台币": "TWD",
}
# Counted words of Chinese; the unit is the word as written.
CLASSIFIERS = words("""
    个 款 家 名 人 位 次 项 种 件 台 部 架 辆 艘 条 只 头 匹 棵 座 栋 幢 套 间 所 份 篇 本 册 首 张 幅
    户 例 起 宗 批 届 席 票 枚 颗 支 把 扇 类 组 队 层 人次 人口 户次 架次 门 处 场 句 字 页 卷 集 期 段
    节 步 根 块屏 片 粒 株 盏 口 尊 面 顶 盒 箱 瓶 杯 碗 包 袋 盘 封 桩 班 列 趟 轮 回 遍 顿 声 代 级 强
    大类 周年 国 省 市 县 人士 字符 词 参数 用户 下载 点 行 双 对 副 尾 滴 丛 群 员 年级 车次 吨位 万次
    剂 剂次 标箱 枪 例次 分 车道 幕 部分 杆 环 局 星级 折扣 箭 辆次 人家 注 股 手 单 笔 门课 座位 轴 核 路 线 站 分之几
""")

# --- names in families, built from parts ---------------------------------------------------------------------------

# code, who issues it, what it is called
NATIONAL_CURRENCIES: tuple[tuple[str, str, str], ...] = (
    ("USD", "us,u.s.,american,united states", "dollar,dollars"),
    ("AUD", "australian,aussie", "dollar,dollars"),
    ("CAD", "canadian", "dollar,dollars"),
    ("HKD", "hong kong", "dollar,dollars"),
    ("SGD", "singapore,singaporean", "dollar,dollars"),
    ("NZD", "new zealand", "dollar,dollars"),
    ("TWD", "taiwan,taiwanese,new taiwan", "dollar,dollars"),
    ("FJD", "fiji,fijian", "dollar,dollars"),
    ("JMD", "jamaican", "dollar,dollars"),
    ("TTD", "trinidadian", "dollar,dollars"),
    ("BBD", "barbados,barbadian", "dollar,dollars"),
    ("NAD", "namibian", "dollar,dollars"),
    ("LRD", "liberian", "dollar,dollars"),
    ("ZWL", "zimbabwe,zimbabwean", "dollar,dollars"),
    ("XCD", "east caribbean,eastern caribbean", "dollar,dollars"),
    ("BND", "brunei", "dollar,dollars"),
    ("GBP", "british,uk", "pound,pounds"),
    ("EGP", "egyptian", "pound,pounds"),
    ("LBP", "lebanese", "pound,pounds,lira,liras"),
    ("SYP", "syrian", "pound,pounds"),
    ("SDG", "sudanese", "pound,pounds"),
    ("SSP", "south sudanese", "pound,pounds"),
    ("IEP", "irish", "pound,pounds"),
    ("CYP", "cypriot,cyprus", "pound,pounds"),
    ("CNY", "chinese", "yuan,renminbi"),
    ("JPY", "japanese", "yen"),
    ("KRW", "korean,south korean", "won"),
    ("KPW", "north korean", "won"),
    ("INR", "indian", "rupee,rupees"),
    ("PKR", "pakistani,pakistan", "rupee,rupees"),
    ("LKR", "sri lankan", "rupee,rupees"),
    ("NPR", "nepali,nepalese", "rupee,rupees"),
    ("MUR", "mauritian", "rupee,rupees"),
    ("IDR", "indonesian", "rupiah,rupiahs"),
    ("RUB", "russian", "ruble,rubles,rouble,roubles"),
    ("BYN", "belarusian,belarus", "ruble,rubles,rouble,roubles"),
    ("MXN", "mexican", "peso,pesos"),
    ("PHP", "philippine,philippines,filipino", "peso,pesos"),
    ("ARS", "argentine,argentinian,argentinean", "peso,pesos"),
    ("CLP", "chilean", "peso,pesos"),
    ("COP", "colombian", "peso,pesos"),
    ("CUP", "cuban", "peso,pesos"),
    ("UYU", "uruguayan", "peso,pesos"),
    ("DOP", "dominican", "peso,pesos"),
    ("CHF", "swiss", "franc,francs"),
    ("FRF", "french", "franc,francs"),
    ("BEF", "belgian", "franc,francs"),
    ("LUF", "luxembourg", "franc,francs"),
    ("XOF", "cfa,west african cfa", "franc,francs"),
    ("XAF", "central african cfa", "franc,francs"),
    ("CDF", "congolese", "franc,francs"),
    ("RWF", "rwandan", "franc,francs"),
    ("BIF", "burundian", "franc,francs"),
    ("GNF", "guinean", "franc,francs"),
    ("SEK", "swedish", "krona,kronor,kronas,crown,crowns"),
    ("NOK", "norwegian", "krone,kroner,crown,crowns"),
    ("DKK", "danish", "krone,kroner,crown,crowns"),
    ("ISK", "icelandic", "krona,kronur,crown,crowns"),
    ("CZK", "czech", "koruna,korunas,crown,crowns"),
    ("SKK", "slovak", "koruna,korunas,crown,crowns"),
    ("EEK", "estonian", "kroon,kroons"),
    ("DEM", "german,west german,deutsche,d", "mark,marks,deutschemark,deutschemarks"),
    ("FIM", "finnish", "markka,markkaa,mark,marks"),
    ("ITL", "italian", "lira,lire"),
    ("TRY", "turkish", "lira,liras"),
    ("NLG", "dutch", "guilder,guilders"),
    ("ESP", "spanish", "peseta,pesetas"),
    ("PTE", "portuguese", "escudo,escudos"),
    ("GRD", "greek", "drachma,drachmas"),
    ("ATS", "austrian", "schilling,schillings"),
    ("KES", "kenyan,kenya", "shilling,shillings"),
    ("UGX", "ugandan,uganda", "shilling,shillings"),
    ("TZS", "tanzanian,tanzania", "shilling,shillings"),
    ("SOS", "somali", "shilling,shillings"),
    ("KWD", "kuwaiti", "dinar,dinars"),
    ("IQD", "iraqi", "dinar,dinars"),
    ("JOD", "jordanian", "dinar,dinars"),
    ("BHD", "bahraini", "dinar,dinars"),
    ("DZD", "algerian", "dinar,dinars"),
    ("TND", "tunisian", "dinar,dinars"),
    ("LYD", "libyan", "dinar,dinars"),
    ("RSD", "serbian", "dinar,dinars"),
    ("MKD", "macedonian", "denar,denars"),
    ("IRR", "iranian", "rial,rials"),
    ("OMR", "omani", "rial,rials"),
    ("YER", "yemeni", "rial,rials"),
    ("SAR", "saudi,saudi arabian", "riyal,riyals,rial,rials"),
    ("QAR", "qatari", "riyal,riyals,rial,rials"),
    ("AED", "uae,emirati,united arab emirates", "dirham,dirhams"),
    ("MAD", "moroccan", "dirham,dirhams"),
    ("BRL", "brazilian", "real,reais,reals"),
    ("PEN", "peruvian", "sol,soles"),
    ("BOB", "bolivian", "boliviano,bolivianos"),
    ("VES", "venezuelan", "bolivar,bolivars,bolivares"),
    ("PYG", "paraguayan", "guarani,guaranis"),
    ("CRC", "costa rican", "colon,colones"),
    ("GTQ", "guatemalan", "quetzal,quetzals,quetzales"),
    ("HNL", "honduran", "lempira,lempiras"),
    ("NIO", "nicaraguan", "cordoba,cordobas"),
    ("ZAR", "south african", "rand"),
    ("BWP", "botswana", "pula"),
    ("ZMW", "zambian", "kwacha"),
    ("MWK", "malawian", "kwacha"),
    ("NGN", "nigerian", "naira,nairas"),
    ("GHS", "ghanaian,ghana", "cedi,cedis"),
    ("ETB", "ethiopian", "birr"),
    ("AOA", "angolan", "kwanza,kwanzas"),
    ("MZN", "mozambican", "metical,meticals,meticais"),
    ("HUF", "hungarian", "forint,forints"),
    ("PLN", "polish", "zloty,zlotys,złoty,złotys"),
    ("RON", "romanian", "leu,lei"),
    ("MDL", "moldovan", "leu,lei"),
    ("BGN", "bulgarian", "lev,leva,levs"),
    ("HRK", "croatian", "kuna,kunas"),
    ("ALL", "albanian", "lek,leks"),
    ("UAH", "ukrainian", "hryvnia,hryvnias,hryvnya,hryvnyas"),
    ("GEL", "georgian", "lari,laris"),
    ("AMD", "armenian", "dram,drams"),
    ("AZN", "azerbaijani,azeri", "manat,manats"),
    ("TMT", "turkmen", "manat,manats"),
    ("KZT", "kazakh,kazakhstani", "tenge,tenges"),
    ("UZS", "uzbek", "som,soms,sum,sums"),
    ("KGS", "kyrgyz", "som,soms"),
    ("MNT", "mongolian", "tugrik,tugriks,togrog,tögrög"),
    ("MYR", "malaysian,malaysia", "ringgit,ringgits"),
    ("THB", "thai", "baht,bahts"),
    ("VND", "vietnamese", "dong"),
    ("KHR", "cambodian", "riel,riels"),
    ("LAK", "lao,laotian", "kip,kips"),
    ("MMK", "burmese,myanmar", "kyat,kyats"),
    ("BDT", "bangladeshi,bangladesh", "taka,takas"),
    ("AFN", "afghan", "afghani,afghanis"),
    ("ILS", "israeli,new israeli", "shekel,shekels"),
    ("MOP", "macau,macanese", "pataca,patacas"),
)
# Names of money that mean other things when nobody's nationality stands before them.
_NOT_ALONE = frozenset(
    words("""
    mark marks crown crowns real reals sol soles colon dram drams som soms sum sums kip kips lek leks lev levs leu
    guarani guaranis pula cordoba cordobas quetzal quetzals quetzales afghani afghanis kuna lari laris kina dong won
    rand leva
""")
)
# Names that may stand before the number: rupees 500 crore, ringgit 42
NAMES_BEFORE = phrases("""
    rupee, rupees, indian rupee, indian rupees, ringgit, malaysian ringgit, malaysia ringgit, rupiah, naira, taka,
    malaysian ringgits
""")
ISO_CODES = words("""
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY
    COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS
    INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP
    MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR
    SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV
    WST XAF XCD XOF XPF YER ZAR ZMW ZWL
    DEM FRF ITL ESP NLG BEF ATS FIM IEP PTE GRD HRK
""")
# Words, names and other abbreviations in capitals before a number: ALL 50 states, COP 29, SDG 5, CVE-2024-1
CODES_LIKE_WORDS = frozenset(
    words("ALL AMD BAM BOB COP CUP CVE ESP ERN GEL GHS MAD MOP NIO NPR PEN RON SDG SHP SOS SSP TOP TRY")
)
# With k and m before them they are thousands and millions of it: 120 MEUR, 48 kUSD
_SCALED_CODES = words("AUD CAD CHF CNY CZK DKK EUR GBP HKD INR JPY NOK NZD PLN SEK SGD USD")
_PREFIXES = {"k": "kilo", "M": "mega", "G": "giga", "T": "tera", "c": "centi", "m": "milli", "µ": "micro", "n": "nano"}
# symbol, names, the prefixes it takes
_PREFIXED: tuple[tuple[str, str, str], ...] = (
    ("g", "gram,gramme", "kmµn"),
    ("m", "meter,metre", "kcmµn"),
    ("L", "liter,litre", "kcmµ"),
    ("s", "second", "mµn"),
    ("W", "watt", "kMGTm"),
    ("Wh", "watt hour,watt-hour,watthour", "kMGT"),
    ("V", "volt", "kMm"),
    ("A", "amp,ampere", "km"),
    ("Ω", "ohm", "kMm"),
    ("J", "joule", "kMGT"),
    ("N", "newton", "kMm"),
    ("Pa", "pascal", "kMG"),
    ("eV", "electronvolt,electron volt", "kMGT"),
    ("Sv", "sievert", "mµ"),
    ("Gy", "gray", "mµ"),
    ("Bq", "becquerel", "kMGT"),
    ("bit", "bit", "kMGT"),
    ("pc", "parsec", "kMG"),
)
# Symbols that are clear whatever the case of their letters.
_SYMBOLS = words("""
    Wh GJ MJ kJ kV mA mAh kN hPa MPa GPa Gy mGy µGy Sv mSv µSv Bq kBq MBq keV MeV GeV TeV kbps Mbps Gbps Tbps Mbit Gbit
    THz mol mmol dL ng µL kVA MVA kWp MWp GWp
""")
# The words of a length in an area or a volume.
_LENGTHS = frozenset(words("m km cm mm ft in yd mi"))


def english_units() -> dict[str, Unit]:
    """Names that follow a pattern: areas and volumes of the lengths, prefixed units, each nation's money."""
    names: dict[str, Unit] = {}
    for length, _, written in MEASURES:
        for name in written.split(",") if length in _LENGTHS else ():
            if len(name) > 1 and name.isalpha() and name != "in":
                for power, forms in (
                    ("2", (f"square {name}", f"sq {name}", f"sq. {name}", f"{name} squared", f"{name}²", f"{name}2")),
                    ("3", (f"cubic {name}", f"cu {name}", f"cu. {name}", f"{name} cubed", f"{name}³", f"{name}3")),
                ):
                    names.update(dict.fromkeys((*forms, f"{name}^{power}"), Unit(length + power)))
    for symbol, stems, prefixes in _PREFIXED:
        for stem in stems.split(","):
            for letter, prefix in {"": "", **{letter: _PREFIXES[letter] for letter in prefixes}}.items():
                unit = Unit(letter + symbol, "duration" if symbol == "s" else "measure")
                if letter or stem not in ("gray", "second"):
                    names.update({prefix + stem: unit, f"{prefix}{stem}s": unit})
    for symbol in (*_SYMBOLS, "µg", "µm"):
        names[symbol.lower()] = names[symbol.lower().replace("µ", "μ")] = Unit(symbol)
    nouns: dict[str, set[str]] = {}
    for code, nations, called in NATIONAL_CURRENCIES:
        for noun in called.split(","):
            nouns.setdefault(noun, set()).add(code)
            names.update({f"{nation} {noun}": Unit(code, "money") for nation in nations.split(",")})
    for noun, codes in nouns.items():
        if len(codes) == 1 and noun not in _NOT_ALONE:
            names[noun] = Unit(min(codes), "money")
    return names


def currency_codes() -> dict[str, Unit]:
    """ISO 4217 codes in small letters, also in thousands and millions (kusd, meur); they count only in capitals."""
    codes = {code.lower(): Unit(code, "money") for code in ISO_CODES}
    codes |= {name: Unit("EGP", "money") for name in ("le", "l.e.", "l.e")}
    for code in _SCALED_CODES:
        codes["k" + code.lower()] = Unit(code, "money", Decimal(1000))
        codes["m" + code.lower()] = Unit(code, "money", Decimal(1000000))
    return codes
