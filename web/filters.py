"""The parameters of lists and matches (DESIGN §4), read leniently and checked against codes.

A page shows what it did not understand and applies the rest; the API refuses. Both read here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from catalogue.kinds import Availability, Kind
from catalogue.money import Rates
from catalogue.search import Criteria, Sort
from catalogue.vocabularies import Field, Vocabularies
from i18n.languages import LANGUAGES
from i18n.messages import N_
from i18n.normalization import key, stored
from service.reference import Reference

T = TypeVar("T", bound=str)
D = TypeVar("D")
MAX_AMOUNT = 10**18  # whole units; larger than any capital, well inside 64 bits
MAX_PAGE = 100_000
MAX_WORDS = 200  # characters of `q`
# 50.000.000 and 50,000,000 as people write them; 1,500.000 may be a fraction and is none of these.
_GROUPED = re.compile(r"[1-9]\d{0,2}(?P<between>[.,'’\s])\d{3}(?:(?P=between)\d{3})*")

LABELS: Mapping[str, str] = {
    "q": N_("Keywords"),
    "province": N_("Province"),
    "former": N_("Former province"),
    "sector": N_("Sector"),
    "group": N_("Product group"),
    "hs": N_("HS heading (4 digits)"),
    "certificate": N_("Certificate"),
    "availability": N_("Availability"),
    "lang_available": N_("Text available in"),
    "capital_min": N_("Smallest capital"),
    "capital_max": N_("Largest capital"),
    "currency": N_("Currency"),
    "sort": N_("Sort by"),
    "page": N_("Page"),
}


class Params(Protocol):
    """A multi-dict of text values, as Starlette's query parameters and forms are."""

    def getlist(self, key: str) -> Sequence[object]:
        """All values of a name."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A value that could not be used; `value` is cut for display."""

    field: str
    value: str


def typed(name: str, amount: int | None, problems: Sequence[Problem]) -> str:
    """What stands in the field of an amount: the amount, or what was typed and cannot be used."""
    unusable = (problem.value for problem in problems if problem.field == name)
    return next(unusable, "" if amount is None else str(amount))


@dataclass(frozen=True, slots=True)
class ListQuery:
    """What a list was asked for, and what of it could not be understood."""

    criteria: Criteria
    words: str
    sort: Sort
    page: int
    problems: tuple[Problem, ...]

    @property
    def chosen(self) -> tuple[tuple[str, str], ...]:
        """The filters in force as query parameters, in a fixed order, without sort and page."""
        return (*((("q", self.words),) if self.words else ()), *chosen(self.criteria))

    @property
    def capitals(self) -> tuple[str, str]:
        """What stands in the fields of the smallest and the largest capital."""
        least, most = self.criteria.capital_min, self.criteria.capital_max
        return (
            typed("capital_min", least, self.problems),
            typed("capital_max", most, self.problems),
        )

    @property
    def parameters(self) -> tuple[tuple[str, str], ...]:
        """Everything that makes this list, for links to its pages and languages."""
        default = Sort.RELEVANCE if self.words else Sort.NEWEST
        order = (("sort", self.sort.value),) if self.sort is not default else ()
        return (*self.chosen, *order)


def read_list_query(params: Params, reference: Reference, *, kind: Kind | None) -> ListQuery:
    """Read the parameters of a list of `kind`; never raises."""
    reader = _Reader(params)
    criteria = replace(read_criteria(reader, reference), kind=kind)
    words = stored(reader.text("q"))[:MAX_WORDS].strip()
    sort = reader.choice("sort", tuple(Sort), Sort.RELEVANCE if words else Sort.NEWEST)
    if sort is Sort.RELEVANCE and not words:
        sort = Sort.NEWEST
    page = reader.number("page", largest=MAX_PAGE) or 1
    return ListQuery(criteria, words, sort, page, tuple(reader.problems))


def read_conditions(params: Params, reference: Reference) -> tuple[Criteria, tuple[Problem, ...]]:
    """Read the conditions of a match, kind included; never raises."""
    reader = _Reader(params)
    kind = reader.choice("kind", tuple(Kind), None)
    criteria = replace(read_criteria(reader, reference), kind=kind)
    return criteria, tuple(reader.problems)


def read_criteria(reader: _Reader, reference: Reference) -> Criteria:
    """The codes and amounts of a query, unknown ones noted and left out."""
    known = reference.vocabularies
    return Criteria(
        provinces=reader.codes("province", _in(known, Field.PROVINCE)),
        formers=reader.codes("former", _in(known, Field.FORMER)),
        sectors=reader.codes("sector", _in(known, Field.SECTOR)),
        groups=reader.codes("group", _in(known, Field.GROUP)),
        hs=reader.codes("hs", _in(known, Field.HS)),
        certificates=reader.codes("certificate", _in(known, Field.CERTIFICATE)),
        availability=reader.codes("availability", set(Availability).__contains__),
        lang_available=reader.codes("lang_available", set(LANGUAGES).__contains__),
        capital_min=reader.number("capital_min", largest=MAX_AMOUNT),
        capital_max=reader.number("capital_max", largest=MAX_AMOUNT),
        currency=reader.choice("currency", currencies(reference.rates), "VND"),
    )


def currencies(rates: Rates) -> tuple[str, ...]:
    """Currencies amounts can be given in."""
    return rates.currencies()


def chosen(criteria: Criteria) -> tuple[tuple[str, str], ...]:
    """Criteria as query parameters, in a fixed order; the kind is part of the path."""
    many = {
        "province": criteria.provinces,
        "former": criteria.formers,
        "sector": criteria.sectors,
        "group": criteria.groups,
        "hs": criteria.hs,
        "certificate": criteria.certificates,
        "availability": criteria.availability,
        "lang_available": criteria.lang_available,
    }
    pairs = [(name, value) for name, values in many.items() for value in values]
    amounts = {"capital_min": criteria.capital_min, "capital_max": criteria.capital_max}
    given = [(name, str(value)) for name, value in amounts.items() if value is not None]
    if given and criteria.currency != "VND":
        given.append(("currency", criteria.currency))
    return (*pairs, *given)


def _in(vocabularies: Vocabularies, field: Field) -> Callable[[str], bool]:
    return lambda key: vocabularies.is_known(field, key)


class _Reader:
    """Takes values out of parameters and notes what could not be used."""

    def __init__(self, params: Params) -> None:
        self._params = params
        self.problems: list[Problem] = []

    def texts(self, name: str) -> list[str]:
        given = (value for value in self._params.getlist(name) if isinstance(value, str))
        return [text for value in given if (text := value.strip())]

    def text(self, name: str) -> str:
        return next(iter(self.texts(name)), "")

    def codes(self, name: str, is_known: Callable[[str], bool]) -> tuple[str, ...]:
        values = dict.fromkeys(self.texts(name))
        self._note(name, [value for value in values if not is_known(value)])
        return tuple(value for value in values if is_known(value))

    def choice(self, name: str, options: Sequence[T], default: D) -> T | D:
        text = self.text(name)
        for option in options:
            if option == text:
                return option
        if text:
            self._note(name, [text])
        return default

    def number(self, name: str, *, largest: int) -> int | None:
        text = self.text(name)
        if not text:
            return None
        digits = key(text)
        if grouped := _GROUPED.fullmatch(digits):
            digits = digits.replace(grouped["between"], "")
        if digits.isascii() and digits.isdigit() and len(digits) <= 19 and int(digits) <= largest:
            return int(digits)
        self._note(name, [text])
        return None

    def _note(self, name: str, values: Sequence[str]) -> None:
        self.problems += [Problem(name, stored(value)[:60]) for value in values[:5]]
