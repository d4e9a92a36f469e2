"""Amounts, areas, numbers and dates as people write them in each language, memoised."""

from i18n.formats.dates import date_, partial_date, years
from i18n.formats.money import approximate_money, money, money_range
from i18n.formats.numbers import about, area, more_than, number, percent, score

__all__ = [
    "about",
    "approximate_money",
    "area",
    "date_",
    "money",
    "money_range",
    "more_than",
    "number",
    "partial_date",
    "percent",
    "score",
    "years",
]
