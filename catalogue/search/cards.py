"""Listing rows made into cards: a fixed number of small queries, however many listings."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlmodel import Session, col

from catalogue.kinds import Fact
from catalogue.listings import Listing
from catalogue.records import ListingCard, ListingTexts
from catalogue.search import belonging
from catalogue.search.facts import area_of, capital_of, texts_of
from catalogue.search.sql import AnyRow, Column
from catalogue.translation import TextState
from i18n.languages import Language
from i18n.translated import Shown, Translated

# What a card needs of a listing row; everything else stays in the database.
COLUMNS: tuple[Column, ...] = tuple(
    col(column)
    for column in (
        Listing.id,
        Listing.public_id,
        Listing.kind,
        Listing.state,
        Listing.province,
        Listing.former,
        Listing.product_group,
        Listing.hs,
        Listing.availability,
        Listing.listed_on,
        Listing.as_of,
        Listing.capital_low,
        Listing.capital_high,
        Listing.currency,
        Listing.capital_qualifier,
        Listing.area_ha,
        Listing.area_min,
        Listing.area_max,
        Listing.area_qualifier,
        Listing.published_at,
        Listing.updated_at,
    )
)


def cards_of(
    session: Session, rows: Sequence[AnyRow], *, language: Language
) -> tuple[ListingCard, ...]:
    """Cards in the order of the rows (which hold COLUMNS), in the language of the page."""
    keys = [row.id for row in rows]
    texts = belonging.short_texts(session, keys)
    sectors = belonging.sectors(session, keys)
    certificates = belonging.certificates(session, keys)
    ratings = belonging.ocop(session, keys)
    return tuple(
        _card(
            row,
            texts_of(texts[row.id]),
            language=language,
            sectors=sectors.get(row.id, ()),
            certificates=certificates.get(row.id, ()),
            ocop=ratings.get(row.id, ()),
        )
        for row in rows
    )


def _card(
    row: AnyRow, texts: Mapping[Language, ListingTexts], *, language: Language, **children: Any
) -> ListingCard:
    return ListingCard(
        id=row.public_id,
        kind=row.kind,
        title=_best(texts, lambda text: text.title, language=language),
        summary=_shown(texts, lambda text: text.summary, language=language),
        place=_shown(texts, lambda text: text.facts.get(Fact.PLACE, ""), language=language),
        volume=_shown(texts, lambda text: text.facts.get(Fact.VOLUME, ""), language=language),
        capacity=_shown(texts, lambda text: text.facts.get(Fact.CAPACITY, ""), language=language),
        state=texts[language].state if language in texts else TextState.MISSING,
        states={each: text.state for each, text in texts.items()},
        original=texts[Language.VI].title if Language.VI in texts else None,
        languages=tuple(each for each, text in texts.items() if text.summary),
        province=row.province,
        former=row.former,
        group=row.product_group,
        hs=row.hs,
        availability=row.availability,
        listed_on=row.listed_on,
        as_of=row.as_of,
        capital=capital_of(row),
        area=area_of(row),
        published_at=row.published_at or row.updated_at,
        updated_at=row.updated_at,
        **children,
    )


def _shown(
    texts: Mapping[Language, ListingTexts],
    part: Callable[[ListingTexts], str],
    *,
    language: Language,
) -> Shown | None:
    found = Translated({each: part(text) for each, text in texts.items()})
    return found.best(language) if found else None


def _best(
    texts: Mapping[Language, ListingTexts],
    part: Callable[[ListingTexts], str],
    *,
    language: Language,
) -> Shown:
    return Translated({each: part(text) for each, text in texts.items()}).best(language)
