"""Korean and Japanese words are told apart by what is known, never by their gaps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.segmentation import Segmenter

KNOWN = (
    *("유기농", "생강", "산업 단지", "수입", "꿀", "배", "학생", "강의"),
    *("有機", "生姜", "太陽光 発電", "米"),
)


@pytest.fixture(scope="module")
def segmenter() -> Segmenter:
    return Segmenter(KNOWN)


def words(segmenter: Segmenter, text: str) -> list[str]:
    return [token.text for token in segmenter.tokens(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("유기농 생강을 수입", ["유기농", "생강을", "수입"]),
        ("산업 단지", ["산업단지"]),
        ("꿀 수입", ["꿀", "수입"]),
        ("배달", ["배달"]),
        ("학생강의", ["학생", "강의"]),
        ("모르는말 생강", ["모르는말", "생강"]),
        ("有機 生姜 を 500 kg", ["有機", "生姜", "を", "500", "kg"]),
        ("太陽光発電所", ["太陽光発電", "所"]),
        ("organic ginger", ["organic", "ginger"]),
        ("", []),
    ],
)
def test_words_are_those_that_are_known(
    segmenter: Segmenter, text: str, expected: list[str]
) -> None:
    assert words(segmenter, text) == expected


def test_where_no_word_is_known_letters_stay_together() -> None:
    assert words(Segmenter(()), "생 강 米") == ["생강", "米"]


def test_a_word_says_where_it_stands_with_its_gap(segmenter: Segmenter) -> None:
    (token,) = segmenter.tokens("산업 단지")
    assert (token.text, token.start, token.end, token.script) == ("산업단지", 0, 5, "hangul")


@pytest.mark.parametrize("text", ["산업 단지의", "산업단지의"])
def test_words_begin_also_where_a_label_has_its_gaps(segmenter: Segmenter, text: str) -> None:
    begins = set(segmenter.beginnings(text, segmenter.tokens(text)))
    assert begins == {0, text.index("단지")}


@pytest.mark.parametrize("letters", ["유기농생강산업단지수입꿀배를의", "有機生姜太陽光発電米"])
@given(data=st.data())
def test_gaps_never_change_the_words(letters: str, data: st.DataObject) -> None:
    segmenter = Segmenter(KNOWN)
    written = data.draw(st.lists(st.sampled_from(letters)))
    gaps = data.draw(st.sets(st.integers(0, 40)))
    spaced = "".join(f" {each}" if n in gaps else each for n, each in enumerate(written)).strip()
    assert words(segmenter, spaced) == words(segmenter, "".join(written))


def test_a_letter_that_touches_a_number_or_a_name_is_cut_off(segmenter: Segmenter) -> None:
    assert words(segmenter, "500톤생강, haccp의생강") == [
        "500",
        "톤",
        "생강",
        "haccp",
        "의",
        "생강",
    ]
