from __future__ import annotations

import json
from collections import Counter

import krippendorff
import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.model import VERDICTS, VerdictCode
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
        # A unit with one answer changes nothing.
        (("TT", "TT", "TF", "FF", "M-"), (3 / 4 - 15 / 32) / (1 - 15 / 32)),
        (("TT", "TT"), 1.0),
        (("T-", "-F"), None),
    ],
)
def test_ac1_by_hand(rows: tuple[str, ...], ac1: float | None) -> None:
    assert agreement(table(*rows)).ac1 == (None if ac1 is None else pytest.approx(ac1))


def test_all_figures_of_a_small_table() -> None:
    # Coincidences TT 4, FF 2, TF 2; T 5, F 3 of 8: alpha = 1 − 7 · 2 / (2 · 5 · 3) = 8/15.
    # Kappa: a says T T T F, b says T T F F: observed 12/16, chance (3 · 2 + 1 · 2) / 16.
    result = agreement(table("TT", "TT", "TF", "FF", "T-", ""))
    assert result == Agreement(
        alpha_nominal=pytest.approx(8 / 15),
        alpha_ordinal=pytest.approx(8 / 15),
        ac1=pytest.approx(9 / 17),
        percent=0.75,
        n_units=4,
        n_excluded=2,
        n_annotators=2,
        pairwise_kappa=(PairKappa("a", "b", 0.5, 4),),
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
    assert agreement(table(*rows)) == Agreement(None, None, None, None, 0, len(rows), 0)


def test_without_variation_only_share_and_ac1_are_defined() -> None:
    result = agreement(table("TT", "TT"))
    assert result == Agreement(None, None, 1.0, 1.0, 2, 0, 2, (PairKappa("a", "b", None, 2),))


def test_every_pair_has_its_own_kappa() -> None:
    result = agreement(table("TTF", "FF-", "T-T"))
    assert [(p.a, p.b, p.kappa, p.n_units) for p in result.pairwise_kappa] == [
        ("a", "b", 1.0, 2),
        ("a", "c", 0.0, 2),
        ("b", "c", 0.0, 1),
    ]


def test_another_scale_orders_its_own_codes() -> None:
    scale = [VerdictCode(code, code, code, step, False) for step, code in enumerate("xyz", 1)]
    rows = [{"a": "x", "b": "x"}, {"a": "y", "b": "z"}, {"a": "z", "b": "z"}]
    counted = [[2, 0, 0], [0, 1, 1], [0, 0, 2]]
    expected = krippendorff.alpha(value_counts=counted, level_of_measurement="ordinal")
    assert agreement(rows, scale=scale).alpha_ordinal == pytest.approx(expected)
    assert agreement(rows).alpha_ordinal is None


@given(units)
def test_json_holds_every_figure(given_units: list[Unit]) -> None:
    result = agreement(given_units)
    read = json.loads(json.dumps(result.to_json(), allow_nan=False))
    pairs = tuple(PairKappa(**pair) for pair in read.pop("pairwise_kappa"))
    assert Agreement(**read, pairwise_kappa=pairs) == result
