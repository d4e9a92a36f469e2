import pytest

from i18n.languages import LANGUAGES, Language
from matching.index import Index
from matching.ranking import keyword_search
from tests.matching.listings import (
    CINNAMON,
    GINGER,
    GINSENG,
    LAM_DONG,
    PEPPER,
    RICE,
)


def found(index: Index, q: str, language: Language = Language.EN) -> list[str]:
    return [listing for listing, _ in keyword_search(index, q, language)]


@pytest.mark.parametrize("page", LANGUAGES)
@pytest.mark.parametrize("q", ["gừng", "gung", "ginger", "Gingers", "생강", "生姜", "しょうが"])
def test_ginger_is_found_on_every_page_by_every_name(index: Index, q: str, page: Language) -> None:
    assert found(index, q, page) == [GINGER.id]


@pytest.mark.parametrize("q", ["쌀", "米", "gạo", "rice", "ST25", "st25", "쌀을"])
def test_short_words_find_rice_and_nothing_else(index: Index, q: str) -> None:
    assert found(index, q) == [RICE.id]


@pytest.mark.parametrize("q", ["Kon Tum", "kon tum", "KON TUM"])
def test_former_provinces_are_found_by_name(index: Index, q: str) -> None:
    assert set(found(index, q)) == {GINGER.id, GINSENG.id}


@pytest.mark.parametrize("q", ["Lâm Đồng", "lam dong"])
def test_frequent_syllables_apart_are_no_place(index: Index, q: str) -> None:
    assert found(index, q) == [LAM_DONG.id]


@pytest.mark.parametrize("q", ["gia vị", "spices", "향신료", "スパイス"])
def test_a_broad_word_finds_all_that_it_means(index: Index, q: str) -> None:
    assert set(found(index, q)) == {GINGER.id, CINNAMON.id, PEPPER.id}


def test_every_word_must_be_answered(index: Index) -> None:
    assert found(index, "gừng Kon Tum") == [GINGER.id]
    assert found(index, "gừng Cà Mau") == []


@pytest.mark.parametrize("q", ["xyz", "", "  ", "?!", "ging", "米国", "학생강의"])
def test_what_no_listing_has_or_means_finds_nothing(index: Index, q: str) -> None:
    assert found(index, q) == []


@pytest.mark.parametrize("q", ["꼰뚬", "コントゥム", "인도", "태양광"])
def test_korean_and_japanese_runs_are_found_inside_longer_ones(index: Index, q: str) -> None:
    assert found(index, q)


def test_the_limit_keeps_the_best(index: Index) -> None:
    (best,) = keyword_search(index, "Kon Tum", Language.VI, limit=1)
    assert best == keyword_search(index, "Kon Tum", Language.VI)[0]
    assert 0 < best[1] <= 1
