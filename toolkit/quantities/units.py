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
    ("m2", "平方米,平米,平方,个平方,平", "m2,m²,m^2,sq m,sqm,square meter,square meters,square metre,square metres"),
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
    ("m3", "立方米,立方", "m3,m³,m^3,cubic meter,cubic meters,cubic metre,cubic metres"),
    ("km3", "立方千米,立方公里", "km3,km³,km^3,cubic kilometer,cubic kilometers,km cubed"),
    ("L", "升,公升", "l,liter,liters,litre,litres"),
    ("mL", "毫升", "ml,mls,milliliter,milliliters,millilitre,millilitres"),
    ("cl", "", "cl,centilitre,centilitres"),
    ("hl", "", "hectolitre,hectolitres,hectoliter,hectoliters"),
    ("gal", "加仑", "gal,gals,gallon,gallons"),
    ("cup", "", "cup,cups"),
    ("pint", "品脱", "pint,pints"),
    ("bbl", "桶", "barrel,barrels,bbl"),
    ("tbsp", "汤匙", "tbsp,tablespoon,tablespoons"),
    ("tsp", "茶匙", "tsp,teaspoon,teaspoons"),
    ("km/h", "公里每小时,千米每小时,公里/小时,千米/小时", "km/h,kmh,kph,kilometers per hour,kilometres per hour"),
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
    ("Pa", "帕", "pascal,pascals"),
    ("kPa", "千帕", "kpa"),
    ("dB", "分贝", "db,decibel,decibels"),
    ("eV", "", "ev,electronvolt,electronvolts"),
)
TEMPERATURES: tuple[tuple[str, str, str], ...] = (
    (
        "°C",
        "摄氏度",
        "℃,°c,degrees celsius,degree celsius,deg celsius,deg c,degrees c,celsius,celcius,"
        "centigrade,centigrate,degrees centigrade,degree centigrade,c",
    ),
    ("°F", "华氏度", "℉,°f,degrees fahrenheit,degree fahrenheit,deg fahrenheit,deg f,degrees f,fahrenheit,farenheit,f"),
    ("K", "开尔文", "kelvin"),
    ("degree", "度", "°,degree,degrees,deg,deg."),
)
DURATIONS: tuple[tuple[str, str, str], ...] = (
    ("year", "年", "year,years,yr,yrs,year's,years'"),
    ("month", "个月", "month,months,months'"),
    ("week", "周,星期,个星期,礼拜,个礼拜", "week,weeks,wk,wks,weeks'"),
    ("day", "天", "day,days,days'"),
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
    ("CNY", "0.1", "角,毛,毛钱,角钱,毫", ""),
    ("CNY", "0.01", "分钱,分", ""),
    ("USD", "0.01", "美分", "cent,cents,¢"),
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
    星级 折扣 箭 辆次 人家 注 股 手 单 笔 门课 座位 轴 核 路 线 站 分之几
""")
