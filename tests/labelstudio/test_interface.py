from __future__ import annotations

from typing import Any

import pytest

from toolkit.labelstudio import interface, layouts
from toolkit.model import FLAGS, SCALES, VERDICTS, Scale

CONFIG = interface.load_config("document")


@pytest.mark.parametrize("layout", ["document", "claim"])
def test_shipped_configs_offer_what_is_read_back(layout: str) -> None:
    xml = interface.load_config(layout)
    assert interface.config_problems(xml) == []
    for verdict in VERDICTS:
        assert f'value="{verdict.en} / {verdict.zh}" alias="{verdict.code}"' in xml
    for flag in FLAGS:
        assert f'alias="{flag}"' in xml
    # As attribute values these make the annotation page come up blank.
    assert 'alias="true"' not in xml
    assert 'alias="false"' not in xml


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('name="text" value="$text"', 'name="words" value="$text"', '<Text name="text"> is missing'),
        ('<Choices name="verdict"', '<Rating name="verdict"', "not well-formed XML"),
        ('alias="refuted"', 'alias="wrong"', "the verdict lacks refuted"),
        ('alias="refuted"', 'alias="wrong"', "the verdict has unknown codes wrong"),
        ('name="evidence"', 'name="proof"', '<TextArea name="evidence"> is missing'),
        ('name="rationale"', 'name="evidence"', "two controls are named 'evidence'"),
        ('<Label value="CLAIM"', '<Label value="SPAN"', '<Label value="CLAIM"> is missing'),
        ("<View>", '<!DOCTYPE x [<!ENTITY a "b">]><View>', "not well-formed XML"),
    ],
)
def test_problems_are_named(old: str, new: str, problem: str) -> None:
    assert problem in interface.config_problems(CONFIG.replace(old, new))


def test_same_config_ignores_white_space_and_attribute_order() -> None:
    one = '<View><Text name="text" value="$text"/></View>'
    assert interface.same_config(one, '<View>\n  <Text value="$text"   name="text" />\n</View>')
    assert not interface.same_config(one, '<View><Text name="text" value="$body"/></View>')
    assert not interface.same_config(one, "<View>")


@pytest.mark.parametrize("layout", ["document", "claim"])
def test_layout_of(layout: str) -> None:
    assert interface.layout_of(interface.load_config(layout)) == layout
    assert interface.layout_of("<View/>") is None


def test_labels() -> None:
    assert {"CLAIM", "PERSON", "ORG", "GPE", "PRODUCT"} <= interface.labels(CONFIG)


@pytest.mark.parametrize("layout", ["document", "claim"])
def test_the_files_are_as_drawn(layout: Any) -> None:
    """`make configs` draws them anew."""
    assert interface.load_config(layout) == layouts.draw(layout)


@pytest.mark.parametrize("scale", SCALES.values(), ids=SCALES)
@pytest.mark.parametrize("layout", ["document", "claim"])
def test_every_scale_is_drawn_whole_and_known_again(layout: Any, scale: Scale) -> None:
    xml = layouts.draw(layout, scale)
    assert layouts.lint(xml, scale) == []
    assert interface.config_problems(xml) == []
    assert interface.scale_of(xml) is scale
    assert interface.layout_of(xml) == layout


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('<Label value="DATE"', '<Label value="DAY"', "labels: DATE, DAY"),
        ('alias="satire"', 'alias="joke"', "flags: joke, satire"),
        ('name="reread"', 'name="reading"', "fields: reading on one side only"),
        ('hotkey="w"', 'hotkey="q"', "the key q is given twice"),
    ],
)
def test_lint_names_what_drifted(old: str, new: str, problem: str) -> None:
    assert any(said.startswith(problem) for said in layouts.lint(CONFIG.replace(old, new)))


def test_what_we_drew_is_known_until_somebody_edits_it() -> None:
    assert layouts.is_ours(CONFIG)
    assert layouts.is_ours(CONFIG.replace("\n", " "))  # white space is nobody's edit
    assert not layouts.is_ours(CONFIG.replace("Rationale / ", "Reasons / "))
    assert not layouts.is_ours("<View>")
