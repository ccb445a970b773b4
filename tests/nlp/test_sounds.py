from __future__ import annotations

import pytest

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
