"""Capital and land as people of each language write them, with what the source leaves open."""

from __future__ import annotations

import re
from collections.abc import Callable

from catalogue.kinds import Qualifier
from catalogue.money import Capital, RateNote, Rates
from catalogue.records import Area
from i18n import formats
from i18n.languages import Language
from i18n.messages import translate

# Beside VND, in the currency usual for the page's language; Vietnamese pages need none.
USUAL_CURRENCY = {Language.EN: "USD", Language.KO: "KRW", Language.JA: "JPY"}
# Its name without address or remark: those stand on the page about the site.
_SHORT_SOURCE = re.compile(r",| \(")
_QUALIFIED: dict[Qualifier, Callable[..., str]] = {
    Qualifier.ABOUT: formats.about,
    Qualifier.MORE_THAN: formats.more_than,
}


def capital(value: Capital, language: Language) -> str:
    """The stated capital: an amount, a range, "about" or "over" where the source says so."""
    if value.amount is not None:
        return _qualified(
            formats.money(value.amount, value.currency, language), value.qualifier, language
        )
    if value.minimum is not None and value.maximum is not None:
        return formats.money_range(value.minimum, value.maximum, value.currency, language)
    only = value.minimum if value.minimum is not None else value.maximum
    assert only is not None, "a capital has an amount or an end of a range"
    return formats.money(only, value.currency, language)


def approximate_capital(value: Capital, rates: Rates, language: Language) -> str | None:
    """The capital in the page's usual currency with rate date and source; None without a rate."""
    target = USUAL_CURRENCY.get(language)
    amount = value.amount if value.amount is not None else value.minimum
    if target is None or target == value.currency or amount is None:
        return None
    note = rates.note(target)
    converted = rates.convert(amount, source=value.currency, target=target)
    if note is None or not converted:
        return None
    return _approximation(converted, note, language)


def area(value: Area, language: Language) -> str | None:
    """Land in hectares, or None where the source has none."""
    if value.ha is not None:
        return _qualified(formats.area(value.ha, language), value.qualifier, language)
    if value.minimum is None or value.maximum is None:
        return None
    return translate(
        language,
        "{smallest} to {largest}",
        smallest=formats.number(value.minimum, language),
        largest=formats.area(value.maximum, language),
    )


def _approximation(amount: int, note: RateNote, language: Language) -> str:
    return translate(
        language,
        "about {amount} (rate of {date}, {source})",
        amount=formats.approximate_money(amount, note.currency, language),
        date=formats.date_(note.as_of, language),
        source=_SHORT_SOURCE.split(note.source)[0],
    )


def _qualified(figure: str, qualifier: Qualifier | None, language: Language) -> str:
    return _QUALIFIED[qualifier](figure, language) if qualifier else figure
