"""Dates, whole and partial, and spans of years."""

import re
from collections.abc import Callable
from datetime import date

from i18n.formats.memory import memoised
from i18n.formats.numbers import NBSP
from i18n.languages import Language

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2}))?", re.ASCII)
_YEARS = re.compile(r"(\d{4})(?:[-–](\d{4}))?", re.ASCII)

_DATE: dict[Language, Callable[[date], str]] = {
    Language.VI: lambda day: f"{day:%d/%m}/{day.year:04}",
    Language.EN: lambda day: f"{day.day}{NBSP}{_MONTHS[day.month - 1]}{NBSP}{day.year}",
    Language.KO: lambda day: f"{day.year}년{NBSP}{day.month}월{NBSP}{day.day}일",
    Language.JA: lambda day: f"{day.year}年{day.month}月{day.day}日",
}
_MONTH: dict[Language, Callable[[date], str]] = {
    Language.VI: lambda day: f"tháng{NBSP}{day:%m}/{day.year:04}",
    Language.EN: lambda day: f"{_MONTHS[day.month - 1]}{NBSP}{day.year}",
    Language.KO: lambda day: f"{day.year}년{NBSP}{day.month}월",
    Language.JA: lambda day: f"{day.year}年{day.month}月",
}
_YEAR_ONLY = {
    Language.VI: f"năm{NBSP}{{year}}, không rõ ngày",
    Language.EN: "{year}, day not given",
    Language.KO: "{year}년(월일 미상)",
    Language.JA: "{year}年（月日の記載なし）",
}
# Dash, tilde and wave dash by language; the word for year only where a figure needs one.
_YEARS_SHOWN = {
    Language.VI: ("{first}", "{first}–{last}"),
    Language.EN: ("{first}", "{first}–{last}"),
    Language.KO: ("{first}년", "{first}~{last}년"),
    Language.JA: ("{first}年", "{first}～{last}年"),
}


@memoised
def date_(value: date, language: Language) -> str:
    """A calendar day: vi "29/12/2025", en "29 December 2025". Convert a moment to a day first."""
    return _DATE[language](value)


@memoised
def partial_date(value: str, language: Language) -> str:
    """A day, month or year as the source knew it ("2025-12-29", "2022-01", "2021").

    A lone year says that the day is not given. Raises ValueError for anything else.
    """
    partial = _PARTIAL.fullmatch(value)
    if partial is None:
        return date_(date.fromisoformat(value), language)
    year, month = partial.groups()
    if month:
        return _MONTH[language](date(int(year), int(month), 1))
    return _YEAR_ONLY[language].format(year=year)


@memoised
def years(value: str, language: Language) -> str:
    """A year or span of years, such as a list's period ("2021-2025"): ja "2021～2025年".

    Raises ValueError for anything else.
    """
    span = _YEARS.fullmatch(value)
    if span is None:
        raise ValueError(f"not a year or span of years: {value!r}")
    first, last = span.groups()
    one, several = _YEARS_SHOWN[language]
    return several.format(first=first, last=last) if last else one.format(first=first)
