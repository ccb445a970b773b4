from __future__ import annotations

import pytest

from toolkit.labelstudio import interface
from toolkit.model import FLAGS, VERDICTS

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
