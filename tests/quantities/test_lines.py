"""What a line end and a list mark do: a bullet is no minus sign, and a noun on the next line is rarely counted."""

from __future__ import annotations

import pytest

from toolkit.quantities import find_quantities


def read(text: str, lang: str) -> list[tuple[str, str]]:
    return [(item.text, str(item.value)) for item in find_quantities(text, lang)]


@pytest.mark.parametrize("mark", ["-", "*", "•", "–"])
def test_a_bullet_is_no_sign(mark: str) -> None:
    text = f"{mark} 22.32%: the return\n{mark} 1957: a launch\n  {mark} 300+: models"
    assert read(text, "en") == [("22.32%", "22.32"), ("1957", "1957"), ("300+", "300")]


def test_a_minus_sign_is_one_still() -> None:
    assert read("at -5%\n-7% again", "en") == [("-5%", "-5"), ("-7%", "-7")]
    assert read("变化：\n-3.5%", "zh") == [("-3.5%", "-3.5")]


def test_an_address_on_the_next_line_is_not_counted() -> None:
    assert read("Issue 5\nhttps://example.org/a", "en") == [("5", "5")]


def test_a_noun_on_the_next_line_of_a_heading_is_not_counted_but_one_after_a_wrapped_line_is() -> None:
    assert read("Part 7\nnotes follow", "en") == [("7", "7")]
    wrapped = "The family has by now been opened to the public with more than 300\nmodels of all sizes."
    assert read(wrapped, "en") == [("more than 300\nmodels", "300")]
