"""Plain text and Markdown with front matter."""

from __future__ import annotations

import pytest

from toolkit.errors import ReadError
from toolkit.readers.draft import Draft
from toolkit.readers.text import read


def test_front_matter_is_cut_off() -> None:
    raw = (
        "---\r\ntitle: 千问公测\r\nurl: https://example.com/a\r\npublisher: 报\r\npublished: 2025-11-14\r\n"
        "doc_id: 7\r\nlayout: [post]\r\n---\r\n\r\n# 标题\r\n正文😀\r\n"
    ).encode()
    assert read(b"\xef\xbb\xbf" + raw, "a.md") == Draft(
        "\n# 标题\n正文😀\n", "7", "千问公测", "https://example.com/a", "报", "2025-11-14"
    )


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nSome text\n\n---\n\nMore",
        "---\nHe said: this is: not YAML\n---\n",
        "---\n- a\n- b\n---\n",
        "---\ntitle: never closed\n",
        "--- title: a ---\n",
        "text first\n---\ntitle: a\n---\n",
        "---\n---\nbody",
        "----\ntitle: a\n----\n",
        "---\ntitle: a\ntext --- more\n",
    ],
)
def test_a_rule_is_no_front_matter(text: str) -> None:
    assert read(text.encode(), "a.md").text == text


@pytest.mark.parametrize(
    "block", ["title: [a", "title: a: b", "doc_id: '", "\ttitle: x", "published: 2025-13-45", "a: *b"]
)
def test_malformed_front_matter_is_named(block: str) -> None:
    with pytest.raises(ReadError, match=r"^a\.md: the front matter is not valid YAML$"):
        read(f"---\n{block}\n---\nbody\n".encode(), "a.md")


def test_front_matter_runs_no_code() -> None:
    with pytest.raises(ReadError, match="not valid YAML"):
        read(b"---\ntitle: !!python/object/apply:os.system ['true']\n---\nbody", "a.md")


def test_fields_that_are_no_words_are_left_out() -> None:
    draft = read(b"---\ntitle: [a, b]\nurl: {a: 1}\npublished: soon\n---\nbody", "a.md")
    assert (draft.title, draft.url, draft.published) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("intro\n\n## 千问 ##\ntext", "千问"),
        ("# \n# Second", "Second"),
        ("no heading #1", None),
        ("#hashtag", None),
        ("---\nurl: a\n---\n# In body", "In body"),
    ],
)
def test_the_title_falls_back_to_a_heading(text: str, title: str | None) -> None:
    assert read(text.encode(), "a.md").title == title


def test_line_ends_and_white_space_stay_as_written() -> None:
    assert read("  a\r\nb\rc\n\n \u2028　".encode(), "a.txt").text == "  a\nb\nc\n\n \u2028　"


def test_a_long_block_is_not_given_to_yaml() -> None:
    text = "---\n" + "a: b\n" * 10_000 + "---\nbody"
    assert read(text.encode(), "a.md").text == text
