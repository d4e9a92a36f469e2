"""The form in which somebody says what is sought: choices with what is already chosen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from catalogue.kinds import Availability, Kind
from catalogue.vocabularies import Field
from i18n import formats
from i18n.collation import sort_key
from i18n.languages import Language
from i18n.messages import translate
from service.reference import Reference
from web import labels
from web.filters import LABELS, currencies, typed
from web.profiles import Asked
from web.urls import Query
from web.views.filters import value_label
from web.views.matches import CONDITION_NAMES
from web.views.words import joined

# What must be met, and what only decides the order of the results.
REQUIRED = ("province", "certificate", "availability")
PREFERRED = ("sector", "hs")
_AMOUNTS = ("capital_min", "capital_max")
_SHOWN_OTHERWISE = {"kind", "currency", *_AMOUNTS, *REQUIRED, *PREFERRED}


@dataclass(frozen=True, slots=True)
class Option:
    """One value that can be chosen."""

    value: str
    label: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class OptionGroup:
    """The values of one condition; the page opens a group in which something is chosen."""

    name: str
    label: str
    options: tuple[Option, ...]

    @property
    def is_open(self) -> bool:
        """Whether something is chosen here."""
        return any(option.is_chosen for option in self.options)


@dataclass(frozen=True, slots=True)
class MatchForm:
    """Everything the form shows; `hidden` conditions came by a link and stay in force."""

    text: str
    kinds: tuple[Option, ...]
    required: tuple[OptionGroup, ...]
    preferred: tuple[OptionGroup, ...]
    capital_min: str
    capital_max: str
    currency: str
    currencies: tuple[str, ...]
    hidden: Query
    problems: tuple[tuple[str, str], ...]


def match_form(asked: Asked, reference: Reference, language: Language) -> MatchForm:
    """Arrange the form with what was asked."""
    chosen = frozenset(asked.conditions)
    criteria = asked.criteria
    return MatchForm(
        text=asked.text,
        kinds=tuple(
            Option(kind.value, translate(language, labels.KINDS[kind]), kind is criteria.kind)
            for kind in Kind
        ),
        required=tuple(_groups(REQUIRED, chosen, reference, language)),
        preferred=tuple(_groups(PREFERRED, chosen, reference, language)),
        capital_min=typed("capital_min", criteria.capital_min, asked.problems),
        capital_max=typed("capital_max", criteria.capital_max, asked.problems),
        currency=criteria.currency,
        currencies=currencies(reference.rates),
        hidden=tuple(pair for pair in asked.conditions if pair[0] not in _SHOWN_OTHERWISE),
        problems=tuple((_name(p.field, language), p.value) for p in asked.problems),
    )


def conditions_in_words(asked: Asked, reference: Reference, language: Language) -> tuple[str, str]:
    """The required and the preferred conditions, each as a list in words; "" for none."""
    currency = asked.criteria.currency
    said = {
        (name, value): translate(
            language,
            "{name}: {value}",
            name=_name(name, language),
            value=_value(name, value, currency, reference, language),
        )
        for name, value in asked.conditions
        if name != "currency"
    }
    required = [words for (name, _), words in said.items() if name not in PREFERRED]
    preferred = [words for (name, _), words in said.items() if name in PREFERRED]
    return joined(required, language), joined(preferred, language)


def _value(name: str, value: str, currency: str, reference: Reference, language: Language) -> str:
    if name == "kind":
        return translate(language, labels.KINDS[Kind(value)])
    if name in _AMOUNTS:
        return formats.money(int(value), currency, language)
    return value_label(name, value, reference.vocabularies, language)


def _name(field: str, language: Language) -> str:
    return translate(language, CONDITION_NAMES[field])


def _groups(
    names: Iterable[str],
    chosen: frozenset[tuple[str, str]],
    reference: Reference,
    language: Language,
) -> Iterator[OptionGroup]:
    for name in names:
        options = tuple(
            Option(
                value,
                value_label(name, value, reference.vocabularies, language),
                (name, value) in chosen,
            )
            for value in _values(name, reference, language)
        )
        yield OptionGroup(name, translate(language, LABELS[name]), options)


def _values(name: str, reference: Reference, language: Language) -> list[str]:
    if name == "availability":
        return [state.value for state in Availability if state is not Availability.WITHDRAWN]
    terms = reference.vocabularies.terms[Field(name)]
    if name != Field.PROVINCE:
        return list(terms)
    return sorted(terms, key=lambda key: sort_key(terms[key].name.best(language).text, language))
