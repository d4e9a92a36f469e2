from datetime import date

import pytest

from i18n.formats import date_, partial_date, years
from i18n.languages import LANGUAGES, Language

DAY = ["29/12/2025", "29 December 2025", "2025년 12월 29일", "2025年12月29日"]


def _partial(value: str) -> list[str]:
    return [partial_date(value, language).replace("\u00a0", " ") for language in LANGUAGES]


def test_a_day_is_written_as_offices_write_it() -> None:
    shown = [date_(date(2025, 12, 29), language) for language in LANGUAGES]
    assert [text.replace("\u00a0", " ") for text in shown] == DAY


def test_only_vietnamese_fills_up_with_zeros() -> None:
    assert date_(date(2025, 7, 1), Language.VI) == "01/07/2025"
    assert date_(date(2025, 7, 1), Language.JA) == "2025年7月1日"


def test_a_source_that_knows_the_day_gives_the_day() -> None:
    assert _partial("2025-12-29") == DAY


def test_a_source_that_knows_the_month_gives_the_month() -> None:
    assert _partial("2022-01") == ["tháng 01/2022", "January 2022", "2022년 1월", "2022年1月"]


def test_a_lone_year_says_that_the_day_is_not_given() -> None:
    assert _partial("2021") == [
        "năm 2021, không rõ ngày",
        "2021, day not given",
        "2021년(월일 미상)",
        "2021年（月日の記載なし）",
    ]


@pytest.mark.parametrize(
    "value", ["", "21", "2022-13", "2025-02-30", "2021-2025", "soon", "２０２１"]
)
def test_what_is_no_date_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        partial_date(value, Language.EN)


def test_the_period_of_a_list_is_a_span_of_years() -> None:
    shown = [years("2021-2025", language) for language in LANGUAGES]
    assert shown == ["2021–2025", "2021–2025", "2021~2025년", "2021～2025年"]


def test_a_period_may_be_one_year() -> None:
    assert [years("2023", each) for each in LANGUAGES] == ["2023", "2023", "2023년", "2023年"]


def test_what_is_no_span_of_years_is_refused() -> None:
    with pytest.raises(ValueError, match="to 2020"):
        years("to 2020", Language.EN)
