from i18n.formats import about, area, more_than, number, percent
from i18n.languages import LANGUAGES, Language

NBSP = "\u00a0"


def test_areas_are_in_hectares_with_the_separators_of_the_language() -> None:
    shown = [area(4800, language).replace(NBSP, " ") for language in LANGUAGES]
    assert shown == ["4.800 ha", "4,800 ha", "4,800 ha", "4,800 ha"]


def test_an_area_keeps_what_the_source_states() -> None:
    assert area(459.04, Language.VI) == f"459,04{NBSP}ha"
    assert area(8.35, Language.EN) == f"8.35{NBSP}ha"


def test_vietnamese_parts_thousands_by_points() -> None:
    assert number(1_234_567.5, Language.VI) == "1.234.567,5"
    assert number(1_234_567.5, Language.JA) == "1,234,567.5"


def test_a_share_is_a_whole_percentage() -> None:
    assert {percent(0.384, language) for language in LANGUAGES} == {"38%"}


def test_an_approximate_figure_says_so() -> None:
    shown = [about("250", language).replace(NBSP, " ") for language in LANGUAGES]
    assert shown == ["khoảng 250", "about 250", "약 250", "約250"]


def test_a_lower_bound_says_so() -> None:
    shown = [more_than("250 ha", language).replace(NBSP, " ") for language in LANGUAGES]
    assert shown == ["trên 250 ha", "more than 250 ha", "250 ha 초과", "250 ha 超"]


def test_japanese_closes_up_what_is_not_latin() -> None:
    assert more_than("12億ドン", Language.JA) == "12億ドン超"
