"""Stored columns as the values of a record; shared by cards and whole listings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from catalogue.listings import Listing
from catalogue.money import Capital
from catalogue.records import Area, ListingTexts
from catalogue.search.sql import AnyRow
from catalogue.translation import Origin, text_state
from i18n.languages import LANGUAGES, Language


def capital_of(row: AnyRow | Listing) -> Capital | None:
    """One amount where both ends are equal, else the range; None where the source is silent."""
    low, high = row.capital_low, row.capital_high
    if row.currency is None or (low is None and high is None):
        return None
    if low == high:
        return Capital(currency=row.currency, amount=low, qualifier=row.capital_qualifier)
    return Capital(
        currency=row.currency, minimum=low, maximum=high, qualifier=row.capital_qualifier
    )


def area_of(row: AnyRow | Listing) -> Area | None:
    """The land of a listing; None where the source is silent."""
    if row.area_ha is None and row.area_min is None and row.area_max is None:
        return None
    return Area(
        ha=row.area_ha, minimum=row.area_min, maximum=row.area_max, qualifier=row.area_qualifier
    )


def texts_of(rows: Sequence[AnyRow]) -> Mapping[Language, ListingTexts]:
    """The texts of one listing, each with its computed state, in the order of languages.

    A row read without its body gives an empty one.
    """
    original = next((row.version for row in rows if row.origin is Origin.ORIGINAL), None)
    by_language = {row.language: row for row in rows}
    return {
        language: _text_of(by_language[language], original)
        for language in LANGUAGES
        if language in by_language
    }


def _text_of(row: AnyRow, original_version: int | None) -> ListingTexts:
    state = text_state(
        row.origin,
        row.summary,
        reviewed=row.is_reviewed,
        source_version=row.source_version,
        original_version=original_version,
    )
    return ListingTexts(
        language=row.language,
        title=row.title,
        summary=row.summary,
        body=getattr(row, "body", ""),
        facts=row.facts,
        origin=row.origin,
        state=state,
        version=row.version,
        source_version=row.source_version,
    )
