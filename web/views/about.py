"""The sizes of the catalogue and its rates, as the page about the site tells them."""

from __future__ import annotations

from dataclasses import dataclass

from catalogue.money import RateNote, Rates
from catalogue.search import Counts
from catalogue.translation import TextState
from i18n import formats
from i18n.languages import LANGUAGES, Language
from i18n.messages import translate
from web import labels


@dataclass(frozen=True, slots=True)
class TextTable:
    """How many texts there are in each language by state; only states that occur."""

    states: tuple[str, ...]
    lines: tuple[tuple[Language, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class RateLine:
    """A rate with its day and source."""

    unit: str
    price: str
    day: str
    source: str


def text_table(counts: Counts, language: Language) -> TextTable:
    """Texts by language and state."""
    found = [
        state for state in TextState if any(counts.texts[each].get(state) for each in LANGUAGES)
    ]
    lines = tuple(
        (each, tuple(formats.number(counts.texts[each].get(state, 0), language) for state in found))
        for each in LANGUAGES
    )
    return TextTable(
        tuple(translate(language, labels.TEXT_STATES[state]) for state in found), lines
    )


def rate_lines(rates: Rates, language: Language) -> tuple[RateLine, ...]:
    """The stored rates, one a currency."""
    return tuple(_rate(note, language) for note in rates.by_currency.values())


def _rate(note: RateNote, language: Language) -> RateLine:
    return RateLine(
        unit=formats.money(1, note.currency, language),
        price=f"{formats.number(round(note.vnd_per_unit, 2), language)} VND",
        day=formats.date_(note.as_of, language),
        source=note.source.partition(",")[0],
    )
