"""The filter form of a list: choices with counts, what is chosen, and how to take it back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from catalogue.kinds import Availability, Kind
from catalogue.search import ResultPage, Sort
from catalogue.vocabularies import Field, Vocabularies
from i18n import formats
from i18n.languages import LANGUAGES, Language
from i18n.messages import translate
from service.reference import Reference
from web import labels, urls
from web.filters import LABELS, ListQuery, currencies

# The choices of each list, in the order of the form.
FACETS = {
    Kind.PROJECT: ("province", "former", "sector", "availability", "lang_available"),
    Kind.PRODUCT: ("province", "former", "group", "hs", "certificate", "lang_available"),
}
OPEN = 8  # choices shown before "show all"


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet with the listings it would leave."""

    value: str
    label: str
    count: int
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class FacetForm:
    """One group of choices; `rest` are those folded away."""

    name: str
    label: str
    choices: tuple[Choice, ...]
    rest: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter in force with the address that lifts it."""

    label: str
    href: str


@dataclass(frozen=True, slots=True)
class FilterForm:
    """Everything the form and the chips above the list need."""

    facets: tuple[FacetForm, ...]
    chips: tuple[Chip, ...]
    clear: str
    sorts: tuple[tuple[str, str], ...]
    currencies: tuple[str, ...]
    problems: tuple[tuple[str, str], ...]


def filter_form(
    query: ListQuery, page: ResultPage, reference: Reference, language: Language
) -> FilterForm:
    """Arrange the form of a list as it stands."""
    kind = query.criteria.kind or Kind.PROJECT
    chosen = frozenset(query.chosen)
    vocabularies = reference.vocabularies
    path = urls.page(language, f"{kind.value}s")
    return FilterForm(
        facets=tuple(_facet(name, page, chosen, vocabularies, language) for name in FACETS[kind]),
        chips=tuple(_chips(query, path, vocabularies, language)),
        clear=path,
        sorts=tuple(_sorts(query, kind, language)),
        currencies=currencies(reference.rates),
        problems=tuple((translate(language, LABELS[p.field]), p.value) for p in query.problems),
    )


def value_label(name: str, value: str, vocabularies: Vocabularies, language: Language) -> str:
    """The words for a value of a parameter."""
    if name in set(Field):
        label = vocabularies.name(Field(name), value, language)
        return f"{value} {label}" if name == Field.HS else label
    if name == "availability":
        return translate(language, labels.AVAILABILITY[Availability(value)])
    if name == "lang_available":
        return Language(value).own_name
    return formats.number(int(value), language) if value.isdigit() else value


def _facet(
    name: str,
    page: ResultPage,
    chosen: frozenset[tuple[str, str]],
    vocabularies: Vocabularies,
    language: Language,
) -> FacetForm:
    counted = [
        Choice(
            each.key,
            value_label(name, each.key, vocabularies, language),
            each.count,
            (name, each.key) in chosen,
        )
        for each in page.facets.get(name, ())
    ]
    known = {choice.value for choice in counted}
    empty = [
        Choice(value, value_label(name, value, vocabularies, language), 0, True)
        for field, value in sorted(chosen)
        if field == name and value not in known
    ]
    ordered = _ordered(name, [*counted, *empty])
    cut = OPEN if len(ordered) > OPEN + 1 else len(ordered)
    return FacetForm(
        name, translate(language, LABELS[name]), tuple(ordered[:cut]), tuple(ordered[cut:])
    )


def _ordered(name: str, choices: Iterable[Choice]) -> list[Choice]:
    """Chosen ones first, then by size; languages in the order of the whole site."""
    if name == "lang_available":
        return sorted(choices, key=lambda choice: LANGUAGES.index(Language(choice.value)))
    return sorted(choices, key=lambda choice: (not choice.is_chosen, -choice.count))


def _chips(
    query: ListQuery, path: str, vocabularies: Vocabularies, language: Language
) -> Iterable[Chip]:
    for name, value in query.chosen:
        if name == "currency":
            continue
        words = _chip_words(query, name, value, vocabularies, language)
        label = translate(
            language, "{name}: {value}", name=translate(language, LABELS[name]), value=words
        )
        rest = tuple(pair for pair in query.parameters if pair != (name, value))
        yield Chip(label, urls.with_query(path, rest))


def _chip_words(
    query: ListQuery, name: str, value: str, vocabularies: Vocabularies, language: Language
) -> str:
    if name == "q":
        return value
    if name in ("capital_min", "capital_max"):
        return formats.money(int(value), query.criteria.currency, language)
    return value_label(name, value, vocabularies, language)


def _sorts(query: ListQuery, kind: Kind, language: Language) -> Iterable[tuple[str, str]]:
    for sort, label in labels.SORTS.items():
        if sort is Sort.RELEVANCE and not query.words:
            continue
        if sort is Sort.CAPITAL and kind is Kind.PRODUCT:
            continue
        yield sort.value, translate(language, label)
