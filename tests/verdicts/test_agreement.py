from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

import krippendorff
import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.model import VERDICTS, Scale, VerdictCode
from toolkit.verdicts.agreement import Agreement, PairKappa, agreement

Unit = dict[str, str]
SCALE = [v.code for v in sorted(VERDICTS, key=lambda v: v.step or 0) if v.step is not None]
ANNOTATORS = ("a", "b", "c", "d")


def table(*rows: str) -> list[Unit]:
    """Rows such as "TTF-": one unit a row, one annotator a column."""
    words = {"T": "supported", "M": "mixed", "F": "refuted", "U": "unproven", "N": "not_a_claim"}
    return [{a: words[c] for a, c in zip(ANNOTATORS, row, strict=False) if c != "-"} for row in rows]


def reference_alpha(units: list[Unit], level: str, domain: list[str]) -> float | None:
    """The krippendorff package's alpha, None where it is not defined."""
    counted = [[Counter(unit.values())[code] for code in domain] for unit in units]
    used = [sum(column) for column in zip(*(row for row in counted if sum(row) > 1), strict=True)]
    if sum(count > 0 for count in used) < 2:
        return None
    return float(krippendorff.alpha(value_counts=counted, level_of_measurement=level))


units = st.lists(st.dictionaries(st.sampled_from(ANNOTATORS), st.sampled_from([v.code for v in VERDICTS])), max_size=12)


@given(units)
def test_alphas_are_those_of_the_krippendorff_package(given_units: list[Unit]) -> None:
    result = agreement(given_units)
    on_scale = [{who: code for who, code in unit.items() if code in SCALE} for unit in given_units]
    nominal = reference_alpha(given_units, "nominal", [v.code for v in VERDICTS])
    assert result.alpha_nominal == (None if nominal is None else pytest.approx(nominal, abs=1e-9))
    ordinal = reference_alpha(on_scale, "ordinal", SCALE)
    assert result.alpha_ordinal == (None if ordinal is None else pytest.approx(ordinal, abs=1e-9))


@pytest.mark.parametrize(
    ("rows", "ac1"),
    [
        # 3 of 4 agree; T has (1 + 1 + ½ + 0) / 4 = 5/8: chance 2 · 5/8 · 3/8 = 15/32.
        (("TT", "TT", "TF", "FF"), (3 / 4 - 15 / 32) / (1 - 15 / 32)),
        # All but one of ten agree on T: chance 2 · 0.95 · 0.05 = 0.095, where kappa would be near 0.
        ((*["TT"] * 9, "TF"), (0.9 - 0.095) / (1 - 0.095)),
        # Three codes in use, 1/3 each: chance (3 · 1/3 · 2/3) / 2 = 1/3.
        (("TT", "MM", "FF"), 1.0),
        (("TM", "MF", "FT"), (0 - 1 / 3) / (1 - 1 / 3)),
        # Three people: the second unit agrees in 1 of 3 pairs; T has (1 + 2/3) / 2 = 5/6: chance 2 · 5/6 · 1/6.
        (("TTT", "TTF"), (2 / 3 - 5 / 18) / (1 - 5 / 18)),
        # A unit with one answer says how often a code is used: T (1 + 1 + ½) / 5, F 3/10, M 1/5, three codes.
        (("TT", "TT", "TF", "FF", "M-"), (3 / 4 - 0.31) / (1 - 0.31)),
        (("TT", "TT"), 1.0),
        (("T-", "-F"), None),
    ],
)
def test_ac1_by_hand(rows: tuple[str, ...], ac1: float | None) -> None:
    assert agreement(table(*rows)).ac1 == (None if ac1 is None else pytest.approx(ac1))


def test_all_figures_of_a_small_table() -> None:
    # Coincidences TT 4, FF 2, TF 2; T 5, F 3 of 8: alpha = 1 − 7 · 2 / (2 · 5 · 3) = 8/15.
    # Kappa: a says T T T F, b says T T F F: observed 12/16, chance (3 · 2 + 1 · 2) / 16.
    # AC1 takes the fifth unit into how often codes are used: T 7/10, chance 2 · 0.7 · 0.3.
    result = agreement(table("TT", "TT", "TF", "FF", "T-", ""), documents=["one"] * 6)
    assert result == Agreement(
        alpha_nominal=pytest.approx(8 / 15),
        alpha_ordinal=pytest.approx(8 / 15),
        ac1=pytest.approx((0.75 - 0.42) / 0.58),
        percent=0.75,
        n_units=4,
        n_excluded=2,
        n_annotators=2,
        n_units_ordinal=4,
        n_excluded_ordinal=2,
        n_documents=1,
        pairwise_kappa=(PairKappa("a", "b", 0.5, 4, 1),),
    )


def test_percent_counts_pairs_not_units() -> None:
    assert agreement(table("TTTT", "TF")).percent == pytest.approx(6 / 7)


def test_ordinal_alpha_forgives_a_near_miss_and_leaves_out_answers_off_the_scale() -> None:
    far, near = agreement(table("TT", "MM", "FF", "TF")), agreement(table("TT", "MM", "FF", "TM"))
    assert far.alpha_ordinal is not None
    assert near.alpha_ordinal is not None
    assert near.alpha_ordinal > far.alpha_ordinal
    assert agreement(table("TT", "MM", "FF", "TM", "UN", "TU")).alpha_ordinal == near.alpha_ordinal


@pytest.mark.parametrize("rows", [(), ("T-", "-F", ""), ("",)])
def test_nothing_is_defined_without_pairs(rows: tuple[str, ...]) -> None:
    assert agreement(table(*rows)) == Agreement(None, None, None, None, 0, len(rows), 0, 0, len(rows))


def test_without_variation_only_share_and_ac1_are_defined() -> None:
    result = agreement(table("TT", "TT"), documents=["one", "one"])
    assert result == Agreement(
        *(None, None, 1.0, 1.0, 2, 0, 2, 2, 0, 1), pairwise_kappa=(PairKappa("a", "b", None, 2),)
    )


def test_every_pair_has_its_own_kappa() -> None:
    result = agreement(table("TTF", "FF-", "T-T"))
    assert [(p.a, p.b, p.kappa, p.n_units) for p in result.pairwise_kappa] == [
        ("a", "b", 1.0, 2),
        ("a", "c", 0.0, 2),
        ("b", "c", 0.0, 1),
    ]


def test_another_scale_orders_its_own_codes() -> None:
    scale = Scale("letters", tuple(VerdictCode(code, code, code, step, False) for step, code in enumerate("xyz", 1)))
    rows = [{"a": "x", "b": "x"}, {"a": "y", "b": "z"}, {"a": "z", "b": "z"}]
    counted = [[2, 0, 0], [0, 1, 1], [0, 0, 2]]
    expected = krippendorff.alpha(value_counts=counted, level_of_measurement="ordinal")
    assert agreement(rows, scale=scale).alpha_ordinal == pytest.approx(expected)
    assert agreement(rows).alpha_ordinal is None


@given(units)
def test_json_holds_every_figure(given_units: list[Unit]) -> None:
    result = agreement(given_units, replicates=20)
    read = json.loads(json.dumps(result.to_json(), allow_nan=False))
    pairs = tuple(
        PairKappa(**{**pair, "interval": pair["interval"] and tuple(pair["interval"])})
        for pair in read.pop("pairwise_kappa")
    )
    intervals = {name: tuple(interval) for name, interval in read.pop("intervals").items()}
    assert Agreement(**read, intervals=intervals, pairwise_kappa=pairs) == result


COMMON = ["supported", "supported", "supported", "mostly_supported", "mixed", "refuted", "unproven"]


def designs(number: int) -> Iterator[list[Unit]]:
    """Random designs: 2 to 6 people, 3 to 60 claims, answers missing at random, people more or less of one mind."""
    random = Random(8)
    for _ in range(number):
        people, missing, noise = "abcdef"[: random.randint(2, 6)], random.random() * 0.7, random.random()
        design = []
        for _ in range(random.randint(3, 60)):
            truth = random.choice(COMMON)
            answers = {who: random.choice(COMMON) if random.random() < noise else truth for who in people}
            design.append({who: code for who, code in answers.items() if random.random() >= missing})
        yield design


def textbook_ac1(given_units: list[Unit]) -> float | None:
    """AC1 as in Gwet's Handbook of Inter-Rater Reliability (2014), for several raters and missing answers."""
    rated = [unit for unit in given_units if unit]
    twice = [unit for unit in rated if len(unit) >= 2]
    categories = sorted({code for unit in rated for code in unit.values()})
    if not twice or len(categories) < 2:
        return 1.0 if twice else None
    p_a = 0.0
    for unit in twice:
        r_i = len(unit)
        for k in categories:
            r_ik = list(unit.values()).count(k)
            p_a += r_ik * (r_ik - 1) / (r_i * (r_i - 1)) / len(twice)
    p_e = 0.0
    for k in categories:
        pi_k = sum(list(unit.values()).count(k) / len(unit) for unit in rated) / len(rated)
        p_e += pi_k * (1 - pi_k) / (len(categories) - 1)
    return (p_a - p_e) / (1 - p_e)


def test_200_random_designs_are_as_the_references_have_them() -> None:
    """Those of irrCAC 0.4.4 lie in golden/ac1.json, since its pins keep it out of the environment."""
    packaged = json.loads((Path(__file__).parent / "golden" / "ac1.json").read_text())
    for number, design in enumerate(designs(200)):
        result = agreement(design, replicates=0)
        on_scale = [{who: code for who, code in unit.items() if code in SCALE} for unit in design]
        for mine, reference in (
            (result.alpha_nominal, reference_alpha(design, "nominal", [v.code for v in VERDICTS])),
            (result.alpha_ordinal, reference_alpha(on_scale, "ordinal", SCALE)),
            (result.ac1, textbook_ac1(design)),
            (result.ac1, packaged[number]),
        ):
            assert mine == (None if reference is None else pytest.approx(reference, abs=1e-9, rel=0)), number


def test_intervals_hold_the_figure_and_are_the_same_every_time() -> None:
    design = [unit for design in designs(20) for unit in design]
    documents = [str(n // 10) for n in range(len(design))]
    result = agreement(design, documents=documents)
    assert result == agreement(design, documents=documents)
    assert result.replicates == 1000
    assert 70 < result.n_documents <= len(set(documents))  # some hold nothing that was answered twice
    assert set(result.intervals) == {"alpha_nominal", "alpha_ordinal", "ac1", "percent"}
    for name, (low, high) in result.intervals.items():
        assert low < getattr(result, name) < high
    for pair in result.pairwise_kappa:
        assert pair.interval is not None
        assert pair.kappa is not None
        assert pair.interval[0] < pair.kappa < pair.interval[1]


def test_an_interval_is_as_wide_as_documents_differ() -> None:
    """Two hundred claims that all say one of two things say no more than their documents do."""
    rows = ["TT", "TF"] * 100
    alone = agreement(table(*rows)).intervals["percent"]
    together = agreement(table(*rows), documents=["TT", "TF"] * 100).intervals["percent"]
    assert together == (0.0, 1.0)
    assert 0.4 < alone[0] < 0.5 < alone[1] < 0.6
    # Of one document nothing can be drawn.
    assert agreement(table(*rows), documents=["one"] * 200).intervals == {}


def test_the_interval_of_a_share_is_the_binomial_one() -> None:
    low, high = agreement(table(*["TT"] * 75, *["TF"] * 25)).intervals["percent"]
    half = 1.96 * (0.75 * 0.25 / 100) ** 0.5
    assert low == pytest.approx(0.75 - half, abs=0.012)
    assert high == pytest.approx(0.75 + half, abs=0.012)
