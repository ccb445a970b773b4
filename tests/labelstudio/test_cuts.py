from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from toolkit.labelstudio import cuts
from toolkit.segment import sentences

LONG = "".join(f"第{n}季度营收增长{n * 7}%，达到{n * n}亿元。" + "\n\n" * (n % 5 == 0) for n in range(1_200))
FEW = st.lists(
    st.sampled_from(["营收增长 5%。", "Sales rose 5 percent. ", "\n\n", "x", "😀。", "一二三四五六七八九十"]),
    max_size=80,
)


def texts(text: str, longest: int) -> list[str]:
    return [text[start:end] for start, end in cuts.parts(text, (), longest)]


@given(FEW, st.integers(8, 60))
def test_parts_cover_the_text_and_are_cut_where_sentences_begin(pieces: list[str], longest: int) -> None:
    text = "".join(pieces)
    spans = cuts.parts(text, (), longest)
    assert "".join(text[start:end] for start, end in spans) == text
    begins = {sentence.start for sentence in sentences(text)}
    assert {start for start, _ in spans[1:]} <= begins
    assert len(text) > longest or len(spans) == 1


def test_no_part_is_too_long_or_too_short() -> None:
    sizes = [len(part) for part in texts(LONG, 2_000)]
    assert len(sizes) > len(LONG) / 2_000
    assert 500 <= min(sizes) <= max(sizes) <= 2_000


@given(st.integers(0, 1_199), st.sampled_from(["", "改为别的说法。", "改。又加一句。再加一句，长一些。"]))
def test_an_edit_leaves_the_other_parts_as_they_are(nth: int, put: str) -> None:
    sentence = sentences(LONG)[nth]
    edited = LONG[: sentence.start] + put + LONG[sentence.end :]
    before, after = texts(LONG, 2_000), texts(edited, 2_000)
    assert len(set(before) - set(after)) <= 4  # of two dozen
    assert LONG.startswith("".join(before))


def test_most_edits_change_one_part() -> None:
    before = set(texts(LONG, 2_000))
    changed = []
    for sentence in sentences(LONG)[::29]:
        edited = LONG[: sentence.end] + "又加一句。" + LONG[sentence.end :]
        changed.append(len(before - set(texts(edited, 2_000))))
    assert sum(count == 1 for count in changed) >= 0.9 * len(changed)


def test_what_belongs_together_is_not_cut() -> None:
    cut = [start for start, _ in cuts.parts(LONG, (), 2_000)][1:]
    kept = [(start - 1, start + 1) for start in cut]
    assert not set(cut) & {start for start, _ in cuts.parts(LONG, kept, 2_000)[1:]}
    assert cuts.parts(LONG, [(0, len(LONG))], 2_000) == [(0, len(LONG))]
