"""Plain numbers, areas and shares, and the words that qualify a figure."""

from decimal import Decimal

from babel.numbers import format_decimal, format_percent

from i18n.formats.memory import memoised
from i18n.languages import Language

NBSP = "\u00a0"
# A hectare has 10,000 square metres: what a source states to the square metre stays whole.
_FRACTION = "#,##0.####"


@memoised
def number(value: int | float | Decimal, language: Language) -> str:
    """A number with the language's separators, at most four decimals: vi "1.234,5"."""
    return format_decimal(value, format=_FRACTION, locale=language.value)


@memoised
def score(value: float, language: Language) -> str:
    """A score between 0 and 1, always with two decimals: vi "0,30"."""
    return format_decimal(value, format="0.00", locale=language.value)


def area(ha: float, language: Language) -> str:
    """Hectares, in all languages: "4.800 ha", "4,800 ha"."""
    return f"{number(ha, language)}{NBSP}ha"


@memoised
def percent(share: float, language: Language) -> str:
    """A share of one as a whole percentage: 0.38 is "38%"."""
    return format_percent(share, locale=language.value)


_ABOUT = {
    Language.VI: f"khoảng{NBSP}{{figure}}",
    Language.EN: f"about{NBSP}{{figure}}",
    Language.KO: f"약{NBSP}{{figure}}",
    Language.JA: "約{figure}",
}
_MORE_THAN = {
    Language.VI: f"trên{NBSP}{{figure}}",
    Language.EN: f"more{NBSP}than {{figure}}",
    Language.KO: f"{{figure}}{NBSP}초과",
}


def about(figure: str, language: Language) -> str:
    """A figure the source itself calls approximate; takes what `area` or `money` gave."""
    return _ABOUT[language].format(figure=figure)


def more_than(figure: str, language: Language) -> str:
    """A figure the source gives as a lower bound; Japanese parts 超 from Latin letters only."""
    if language is Language.JA:
        return f"{figure}{NBSP}超" if figure[-1:].isascii() else f"{figure}超"
    return _MORE_THAN[language].format(figure=figure)
