"""Whether a listing meets what a profile asks for, said condition by condition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from catalogue.money import Capital
from catalogue.records import ListingCard
from catalogue.search import Criteria
from catalogue.vocabularies import Field, Vocabularies
from i18n import formats
from i18n.languages import Language
from i18n.messages import N_, translate

NOT_IN_SOURCE = N_("not in the source")


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition: met, not met, or None where the source does not say.

    `detail` is what the listing has, in the reader's words.
    """

    name: str
    met: bool | None
    detail: str


def required(criteria: Criteria) -> Criteria:
    """The part of a profile that listings must meet; an unknown capital may still fit."""
    return replace(criteria, sectors=(), hs=(), unknown_capital_fits=True)


def preferences_met(criteria: Criteria, card: ListingCard) -> int:
    """How many of the preferences (sector, HS heading) a listing meets."""
    return bool(set(criteria.sectors) & set(card.sectors)) + (card.hs in criteria.hs)


def conditions(
    criteria: Criteria, card: ListingCard, vocabularies: Vocabularies, language: Language
) -> tuple[Condition, ...]:
    """What a profile asked for against what a listing has, in a fixed order."""
    return tuple(_conditions(criteria, card, vocabularies, language))


def _conditions(
    criteria: Criteria, card: ListingCard, vocabularies: Vocabularies, language: Language
) -> Iterator[Condition]:
    if criteria.kind:
        yield Condition("kind", card.kind is criteria.kind, card.kind.value)
    coded: tuple[tuple[Field, tuple[str, ...], tuple[str, ...]], ...] = (
        (Field.PROVINCE, criteria.provinces, (card.province,)),
        (Field.FORMER, criteria.formers, (card.former,) if card.former else ()),
        (Field.SECTOR, criteria.sectors, card.sectors),
        (Field.GROUP, criteria.groups, (card.group,) if card.group else ()),
        (Field.HS, criteria.hs, (card.hs,) if card.hs else ()),
        (Field.CERTIFICATE, criteria.certificates, card.certificates),
    )
    for field, asked, has in coded:
        if asked:
            yield _coded(field, asked, has, vocabularies, language)
    if criteria.availability:
        state = card.availability
        yield Condition(
            "availability",
            state in criteria.availability if state else None,
            state.value if state else "",
        )
    if criteria.capital_min is not None or criteria.capital_max is not None:
        yield _capital(card.capital, language)


def _coded(
    field: Field,
    asked: tuple[str, ...],
    has: tuple[str, ...],
    vocabularies: Vocabularies,
    language: Language,
) -> Condition:
    names = [vocabularies.name(field, key, language) for key in has]
    detail = ", ".join(names) or translate(language, NOT_IN_SOURCE)
    return Condition(field.value, bool(set(asked) & set(has)) if has else None, detail)


def _capital(capital: Capital | None, language: Language) -> Condition:
    """Listings outside the range were filtered before; what is left fits or is unknown."""
    if capital is None:
        return Condition("capital", None, translate(language, NOT_IN_SOURCE))
    low = capital.amount if capital.amount is not None else capital.minimum
    high = capital.amount if capital.amount is not None else capital.maximum
    ends = [end for end in (low, high) if end is not None]
    if len(set(ends)) == 2:
        return Condition(
            "capital", True, formats.money_range(ends[0], ends[1], capital.currency, language)
        )
    return Condition("capital", True, formats.money(ends[0], capital.currency, language))
