"""Derived columns that lists are sorted and counted by; refreshed with every write."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from catalogue.listings import Listing, ListingText
from catalogue.money import VND, Rates
from i18n.collation import sort_key
from i18n.languages import LANGUAGES
from i18n.translated import Translated

# An index entry has a size limit on PostgreSQL; nobody sorts by the 150th letter.
_LENGTH = 150


def refresh(
    listing: Listing,
    texts: Sequence[ListingText],
    *,
    rates: Rates,
    published: Iterable[str | None] = (),
) -> None:
    """Derive what lists need from a listing, its texts and the dates its sources were published."""
    listing.languages = " ".join(text.language for text in texts if text.summary)
    listing.capital_vnd = _capital_in_vnd(listing, rates)
    listing.newest = _newest(listing, published)
    _refresh_names(listing, Translated({text.language: text.title for text in texts}))


def _refresh_names(listing: Listing, titles: Translated) -> None:
    for language in LANGUAGES:
        letters, marks = sort_key(titles.best(language).text, language)
        # The separator is below every letter: a name comes before its continuations.
        setattr(listing, f"sort_{language.value}", f"{letters[:_LENGTH]}\x01{marks[:_LENGTH]}")


def _capital_in_vnd(listing: Listing, rates: Rates) -> int:
    if listing.capital_high is None or listing.currency is None:
        return 0
    return rates.convert(listing.capital_high, source=listing.currency, target=VND) or 0


def _newest(listing: Listing, published: Iterable[str | None]) -> str:
    if listing.confirmed_on:
        return listing.confirmed_on.isoformat()
    return listing.as_of or listing.listed_on or max((day for day in published if day), default="")
