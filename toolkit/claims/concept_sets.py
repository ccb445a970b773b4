"""Concepts by what they do to a comparison of claims: which come close, which exclude each other, which say nothing."""

from __future__ import annotations

from toolkit.claims.concepts import words_of

# Acts that say nothing of what is done, things that every text is about.
EMPTY = words_of("""
    announce say achieve happen cause use start confirm company country city currency government
    official report monitor depart supply include order hold_event teach murder family urban
    fail
""")

# Qualifiers that make another measure, so that both claims must have them.
TELLING = words_of("""
    overseas per_person per_household per_unit per_share average median forecast hourly cumulative retail
    wholesale rural male female excluding pre_tax
""")

# Of each line, two claims may not have one each.
EXCLUSIVE = tuple(
    frozenset(line.split())
    for line in (
        "overseas domestic global",
        "year_on_year quarter_on_quarter month_on_month week_on_week",
        "gross net",
        "average median",
        "urban rural",
        "male female",
        "online offline",
        "nominal real",
        "retail wholesale",
        "new existing cumulative remaining",
        "north south east west",
        "onshore offshore",
        "pure_electric hybrid",
        "military civilian",
        "first_half second_half first_three_quarters",
        "daily weekly monthly",
    )
)

# Measures that news takes for each other.
KIN = tuple(
    frozenset(line.split())
    for line in (
        "deaths casualties murders",
        "visitors passengers border_crossings",
        "users subscribers members registered_users accounts monthly_active_users",
        "units_sold deliveries trading_volume gross_merchandise_value shipments home_sales revenue retail_sales",
        "exports shipments",
        "length track_length distance height",
        "votes vote_share voters approval_rating poll_respondents",
        "revenue income units_sold",
        "profit net_profit",
        "market_share share_price penetration",
        "share_price market_value stock_index",
        "evacuated displaced affected_people population refugees_number",
        "investment capital_spending spending cost funding_round valuation deal_value",
        "employees population",
        "gdp economic_growth growth",
        "inflation price",
        "output capacity installed_capacity industrial_output oil_production electricity_generation",
        "participants turnout",
        "homes house_prices housing_starts",
        "layoffs employees",
    )
)

# Acts that news takes for each other.
ACTS_KIN = tuple(
    frozenset(line.split())
    for line in (
        "ban suspend restrict block stop_production remove_from_sale impose",
        "resign withdraw retire dismiss",
        "sue accuse charge try_court",
        "acquire merge own sell_business invest",
        "win elect qualify",
        "die be_largest",
        "deny reject",
        "launch publish open_source invent open develop produce",
        "surpass trail rank_first be_largest be_first",
        "sign reach_agreement ratify",
        "pass_law approve vote",
        "close end stop_production dissolve go_bankrupt",
        "lay_off dismiss cut",
        "crash sink collapse derail",
        "attack invade shoot fire_missile strike_labour",
        "restrict impose sanction impose_tariffs tax raise increase",
        "fine punish pay sentence",
        "arrest charge investigate",
        "found build establish_ties open",
        "delete block censor remove_from_sale",
        "apologise admit",
        "launch_rocket take_off launch deploy",
        "decrease cut",
        "increase raise",
    )
)

# What grows from day to day, so that another figure on another day is a newer one.
GROWING = words_of("""
    deaths casualties injured missing displaced evacuated rescued cases arrests area_burned gold_medals
    medals affected_people buildings_damaged box_office signatures vaccinated burn downloads
""")

# Things that a part of a whole is named by: cloud revenue.
PARTS = words_of("""
    cloud chip game e_commerce electric_car phone solar_power wind_power children elderly
    women
""")

# Acts that say that something does not take place.
UNDONE = frozenset(["cancel", "suspend", "deny", "reject", "withdraw", "postpone", "ban", "end", "close"])

# What only one of several can do.
SOLE = frozenset({"win", "elect", "be_first", "rank_first", "be_largest", "be_only", "acquire", "appoint"})

# Qualifiers that one of two claims may leave out.
ADDED = words_of("""
    global new cumulative annual real minimum maximum confirmed suspected planned quarterly monthly
    daily paid first_quarter second_quarter third_quarter fourth_quarter first_half second_half
    first_three_quarters first_time child young year_on_year second_hand
""")
