import time
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.normalization import folded, key, slug, stored

MARKS = "a" + "\u0301\u0327" * 500_000


def test_decomposed_vietnamese_is_stored_composed() -> None:
    assert stored(unicodedata.normalize("NFD", "Ngọc Linh ở Đắk Tô")) == "Ngọc Linh ở Đắk Tô"


@pytest.mark.parametrize(
    "invisible",
    ["\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u202e", "\u2066", "\u2069", "\u200f"],
)
def test_bidi_and_zero_width_characters_are_not_stored(invisible: str) -> None:
    assert stored(f"gin{invisible}ger") == "ginger"


@pytest.mark.parametrize(
    "control", ["\x00", "\x08", "\x1b", "\x7f", "\x9b", "\ud800", "\U000e0041"]
)
def test_control_characters_are_not_stored(control: str) -> None:
    assert stored(f"gin{control}ger") == "ginger"


def test_newlines_and_tabs_are_stored() -> None:
    assert stored("a\tb\nc") == "a\tb\nc"


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_every_line_end_is_stored_as_one_newline(newline: str) -> None:
    assert stored(f"a{newline}b") == "a\nb"


def test_a_mark_parted_from_its_letter_by_an_invisible_character_joins_it() -> None:
    assert stored("e\u200b\u0301") == "é"


def test_stored_keeps_what_people_see() -> None:
    text = "Ａ ½ ㈜ ㎡ 가나 が 株式会社「茶」 – “x”\u00a0ha"
    assert stored(text) == text


def test_keys_ignore_case_and_width() -> None:
    assert key("ＧＩＮＧＥＲ　Straße") == key("ginger strasse")


def test_keys_keep_marks() -> None:
    assert key("Gừng") != key("gung")


def test_folding_takes_vietnamese_marks_away() -> None:
    assert folded("Đường dừa, Đắk Lắk, thuỷ điện, ƯỚT") == "duong dua, dak lak, thuy dien, uot"


@pytest.mark.parametrize("text", ["생강", "ガーリック", "が", "ぱぴぷ", "生姜"])
def test_folding_leaves_hangul_and_kana_alone(text: str) -> None:
    assert folded(text) == text


def test_folding_joins_decomposed_hangul_and_kana() -> None:
    assert folded(unicodedata.normalize("NFD", "생강 ガ")) == "생강 ガ"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kon Tum", "kon-tum"),
        ("Bà Rịa - Vũng Tàu", "ba-ria-vung-tau"),
        ("  Sâm Ngọc Linh (100%)_mới! ", "sam-ngoc-linh-100-moi"),
        ("꼰뚬 생강", "꼰뚬-생강"),
        ("・・・", ""),
    ],
)
def test_a_slug_is_the_folded_words(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_a_long_slug_ends_at_a_whole_word() -> None:
    assert slug("chế biến dược liệu " * 20) == "che-bien-duoc-lieu-" * 4 + "che"
    assert len(slug("x" * 500)) == 80


@pytest.mark.parametrize("function", [stored, key, folded, slug])
def test_a_million_combining_marks_are_no_burden(function: Callable[[str], str]) -> None:
    started = time.perf_counter()
    assert len(function(MARKS)) < 40
    assert time.perf_counter() - started < 5


def test_real_runs_of_marks_are_kept() -> None:
    assert stored("ก็" * 10 + "e\u0323\u0302\u0301") == "ก็" * 10 + "ệ\u0301"


@given(st.text())
def test_storing_twice_is_storing_once(text: str) -> None:
    assert stored(stored(text)) == stored(text)


@given(st.text())
def test_a_slug_is_stable(text: str) -> None:
    assert slug(slug(text)) == slug(text)
