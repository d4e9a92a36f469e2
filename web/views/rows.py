"""A listing as one row of a list: name, place, figures, state and date, languages."""

from __future__ import annotations

from dataclasses import dataclass

from catalogue.kinds import Kind
from catalogue.records import ListingCard
from catalogue.translation import TextState
from catalogue.vocabularies import Field, Vocabularies
from i18n import formats
from i18n.languages import LANGUAGES, Language
from i18n.messages import translate
from i18n.translated import Shown
from web import labels, urls
from web.views import figures


@dataclass(frozen=True, slots=True)
class TextMark:
    """The state of a listing's text in one language, as a small mark with words."""

    language: Language
    mark: str
    words: str


@dataclass(frozen=True, slots=True)
class Row:
    """What a list row shows, every part already in words; None where the source says nothing."""

    id: str
    kind: Kind
    href: str
    title: Shown
    original: str | None
    place: str
    former: str | None
    subject: str
    figure: str | None
    scale: str | None
    scale_language: Language | None
    state: str | None
    state_mark: str
    dated: str | None
    texts: tuple[TextMark, ...]


def row(card: ListingCard, vocabularies: Vocabularies, language: Language) -> Row:
    """Arrange a card for a page in `language`."""
    scale, scale_language = _scale(card, language)
    return Row(
        id=card.id,
        kind=card.kind,
        href=urls.listing(language, card.id, _slug_title(card, language)),
        title=card.title,
        original=card.original if language is not Language.VI else None,
        place=vocabularies.name(Field.PROVINCE, card.province, language),
        former=former_name(card.province, card.former, vocabularies, language),
        subject=_subject(card, vocabularies, language),
        figure=figures.capital(card.capital, language) if card.capital else None,
        scale=scale,
        scale_language=scale_language,
        state=translate(language, labels.AVAILABILITY[card.availability])
        if card.availability
        else None,
        state_mark=labels.AVAILABILITY_MARKS.get(card.availability, "")
        if card.availability
        else "",
        dated=dated(card, language),
        texts=tuple(
            _mark(each, card.states.get(each, TextState.MISSING), language) for each in LANGUAGES
        ),
    )


def former_name(
    province: str, former: str | None, vocabularies: Vocabularies, language: Language
) -> str | None:
    """The former province's name where it is not simply the present one's; else None."""
    if former is None:
        return None
    name = vocabularies.name(Field.FORMER, former, language)
    return None if name == vocabularies.name(Field.PROVINCE, province, language) else name


def dated(card: ListingCard, language: Language) -> str | None:
    """The date a row's facts stand for, or None where the source gives none."""
    value = card.listed_on or card.as_of
    return formats.partial_date(value, language) if value else None


def _slug_title(card: ListingCard, language: Language) -> str:
    return card.title.text if not card.title.is_fallback else ""


def _subject(card: ListingCard, vocabularies: Vocabularies, language: Language) -> str:
    if card.group:
        return vocabularies.name(Field.GROUP, card.group, language)
    return ", ".join(vocabularies.name(Field.SECTOR, key, language) for key in card.sectors)


def _scale(card: ListingCard, language: Language) -> tuple[str | None, Language | None]:
    land = figures.area(card.area, language) if card.area else None
    if land:
        return land, language
    phrase = card.capacity or card.volume
    return (phrase.text, phrase.language) if phrase else (None, None)


def _mark(each: Language, state: TextState, language: Language) -> TextMark:
    return TextMark(
        each, labels.TEXT_MARKS.get(state, ""), translate(language, labels.TEXT_STATES[state])
    )
