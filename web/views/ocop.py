"""OCOP ratings in words: what is certified and what is only a step towards it, kept apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from catalogue.kinds import OcopStatus
from catalogue.records import Ocop
from i18n.languages import Language
from i18n.messages import N_, translate
from i18n.translated import Shown
from web import labels
from web.views.words import said

# Decision 148/QĐ-TTg of 24 February 2023: a certificate is valid for 36 months.
YEARS_VALID = 3

# By status, and by what the source gives: stars, and whether it says "at least".
_CERTIFIED = N_("OCOP {n} stars")
_AT_LEAST = N_("OCOP, {n} stars or more")
_NO_STARS = N_("OCOP certified, number of stars not in the source")
_STEPS = {
    OcopStatus.POTENTIAL: N_("rated as potential {n} stars, not certified"),
    OcopStatus.TARGET: N_("target of the province: {n} stars, not certified"),
    OcopStatus.PROPOSED: N_("proposed to the national council for {n} stars, not certified"),
    OcopStatus.CANDIDATE: N_("candidate for {n} stars, not certified"),
}


@dataclass(frozen=True, slots=True)
class Rating:
    """A rating in words, with what a reader must know about it."""

    said: Shown
    notes: tuple[Shown, ...]
    is_certified: bool


def rating(value: Ocop, language: Language, *, today: date) -> Rating:
    """The words for one rating; `today` decides whether its 36 months have probably passed."""
    certified = value.status is OcopStatus.CERTIFIED
    words = _certified(value, language) if certified else _step(value, language)
    notes = tuple(said(note, language) for note in _notes(value, language, today))
    return Rating(said(words, language), notes, certified)


def _certified(value: Ocop, language: Language) -> str:
    if value.stars and value.year:
        return translate(language, "OCOP {n} stars, {year}", n=value.stars, year=value.year)
    if value.stars:
        return translate(language, _CERTIFIED, n=value.stars)
    if value.min_stars:
        return translate(language, _AT_LEAST, n=value.min_stars)
    return translate(language, _NO_STARS)


def _step(value: Ocop, language: Language) -> str:
    if value.stars:
        return translate(language, _STEPS[value.status], n=value.stars)
    return translate(language, labels.OCOP[value.status])


def _notes(value: Ocop, language: Language, today: date) -> Iterable[str]:
    if value.status is not OcopStatus.CERTIFIED:
        yield from _year_of_step(value, language)
    elif value.year is None:
        yield translate(
            language,
            "The year of the certificate is not in the source. An OCOP "
            "certificate is valid for 36 months.",
        )
    else:
        yield from _validity(value, value.year, language, today)


def _validity(value: Ocop, year: int, language: Language, today: date) -> Iterable[str]:
    if not value.stars:
        yield translate(language, "Year of the certificate: {year}", year=year)
    last = year + YEARS_VALID
    if last < today.year:
        yield translate(
            language,
            "The certificate's 36 months have probably passed. Ask for the current certificate.",
        )
    else:
        yield translate(
            language,
            "An OCOP certificate is valid for 36 months: one of {year} ends "
            "in {last}. Ask for the current certificate.",
            year=year,
            last=last,
        )


def _year_of_step(value: Ocop, language: Language) -> Iterable[str]:
    if value.year:
        yield translate(language, "Year in the source: {year}", year=value.year)
