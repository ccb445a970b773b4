from __future__ import annotations

import pytest

from toolkit.claims.naming import is_one
from toolkit.claims.statement import Name
from toolkit.nlp.name_keys import is_known, name_keys
from toolkit.nlp.sounds import of_chinese, of_latin


@pytest.mark.parametrize(
    ("zh", "en", "sounds"),
    [
        ("罗曼·维特克", "Roman Vitek", "LMNFTK"),
        ("卡琳·林德奎斯特", "Karin Lindquist", "KLNLNTKST"),
        ("豪拉斯", "Halász", "HLS"),
        ("布林肯", "Blinken", "PLNKN"),
    ],
)
def test_a_name_and_its_rendering_sound_alike(zh: str, en: str, sounds: str) -> None:
    assert of_chinese(zh) == of_latin(en) == sounds


def test_what_has_no_letters_has_no_sounds() -> None:
    assert of_chinese("") == of_latin("") == of_latin("42") == ""


@pytest.mark.parametrize(
    ("one", "other", "kind", "same"),
    [
        ("罗曼·维特克", "Vitek", "PERSON", True),
        ("Roman Vitek", "Vitek", "PERSON", True),
        ("阿里", "Alibaba", "ORG", True),
        ("甘肃玛曲县", "甘肃省甘南州玛曲县", "PLACE", True),
        ("海城集团", "海城", "ORG", True),
        ("Utodsoe Corporation", "Ubepdua Corporation", "ORG", False),  # sound tells nothing within one script
        ("Smith Foundation", "Gates Foundation", "ORG", False),
        ("北川大学", "南川大学", "ORG", False),
        ("东海证券交易所", "西山证券交易所", "ORG", False),
        ("北川市政府", "北川市公安局", "ORG", False),
    ],
)
def test_whether_two_names_may_mean_one_thing(one: str, other: str, kind: str, same: bool) -> None:
    names = (Name(text, kind, name_keys(text), is_known(name_keys(text))) for text in (one, other))
    assert is_one(*names) == same
