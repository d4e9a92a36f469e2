"""Provinces as lines of a table, with the former provinces they now hold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from catalogue.search import ProvinceCount
from catalogue.vocabularies import Field, Vocabularies
from i18n.collation import sort_key
from i18n.languages import Language
from web import urls
from web.views.words import joined


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """A province with its sizes; `formers` names the former provinces in it, "" where none."""

    code: str
    name: str
    original: str | None
    href: str
    formers: str
    projects: int
    products: int

    @property
    def total(self) -> int:
        """All its listings."""
        return self.projects + self.products


def place_lines(
    provinces: Iterable[ProvinceCount], vocabularies: Vocabularies, language: Language
) -> tuple[PlaceLine, ...]:
    """Lines in the alphabet of the language."""
    lines = [_line(province, vocabularies, language) for province in provinces]
    return tuple(sorted(lines, key=lambda line: sort_key(line.name, language)))


def by_size(lines: Iterable[PlaceLine]) -> tuple[PlaceLine, ...]:
    """The lines that have listings, largest first."""
    return tuple(sorted((line for line in lines if line.total), key=lambda line: -line.total))


def former_names(code: str, vocabularies: Vocabularies, language: Language) -> tuple[str, ...]:
    """Former provinces that ended in a present one under another name than it has now."""
    present = vocabularies.name(Field.PROVINCE, code, language)
    ended = (
        term.name.best(language).text
        for term in vocabularies.terms[Field.FORMER].values()
        if term.parent == code and term.ended
    )
    return tuple(name for name in ended if name != present)


def _line(province: ProvinceCount, vocabularies: Vocabularies, language: Language) -> PlaceLine:
    name, original = province.name.best(language).text, province.name.best(Language.VI).text
    return PlaceLine(
        code=province.code,
        name=name,
        original=original if original != name else None,
        href=urls.page(language, f"provinces/{province.code}"),
        formers=joined(former_names(province.code, vocabularies, language), language),
        projects=province.projects,
        products=province.products,
    )
