import random
from collections.abc import Sequence

import pytest

from i18n.collation import sort_key
from i18n.languages import Language


def _sorted(words: Sequence[str], language: Language) -> list[str]:
    shuffled = list(words)
    random.Random(1).shuffle(shuffled)
    return sorted(shuffled, key=lambda word: sort_key(word, language))


@pytest.mark.parametrize(
    "ordered",
    [
        list("aăâbcdđeêghiklmnoôơpqrstuưvxy"),
        ["ma", "mà", "mả", "mã", "má", "mạ"],
        ["an", "ăn", "ân", "ba"],
        ["Cà Mau", "Cao Bằng", "Cần Thơ"],
        ["dừa", "đá", "điều", "gừng"],
        ["Bắc Ninh", "Bến Tre", "Bình Định", "Bình Thuận"],
        ["ba", "Bà", "bá", "ba ba"],
        ["Ong", "Ô tô", "Ơn"],
        ["Trà", "Tra Vinh"],
        ["Uông", "Ươm"],
    ],
)
def test_vietnamese_follows_its_own_alphabet(ordered: list[str]) -> None:
    assert _sorted(ordered, Language.VI) == ordered


def test_decomposed_and_composed_vietnamese_sort_alike() -> None:
    assert sort_key("ệ", Language.VI) == sort_key("e\u0323\u0302", Language.VI)


def test_english_ignores_case_and_finds_vietnamese_names_under_their_letter() -> None:
    ordered = ["cinnamon", "Đắk Lắk", "Dong", "ginger", "Zinc"]
    assert _sorted(ordered, Language.EN) == ordered


def test_korean_follows_the_syllables() -> None:
    ordered = ["OCOP", "가방", "고추", "꼰뚬", "생강", "인삼"]
    assert _sorted(ordered, Language.KO) == ordered


def test_japanese_sorts_narrow_kana_with_the_wide() -> None:
    ordered = ["ｱﾝ", "インド", "ウ", "生姜"]
    assert _sorted(ordered, Language.JA) == ordered


@pytest.mark.parametrize("language", list(Language))
def test_anything_can_be_sorted(language: Language) -> None:
    assert len(_sorted(["", "\u0301", "1", "ệ", "😀", "가"], language)) == 6
