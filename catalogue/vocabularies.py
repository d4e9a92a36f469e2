"""Every code's name in four languages, read once and kept by the data version."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from sqlmodel import Session, col, select

from catalogue.places import FormerProvince, Province, Region, UnitType
from catalogue.sectors import Certificate, HsHeading, ProductGroup, Sector
from i18n.languages import Language
from i18n.translated import Translated


class Field(StrEnum):
    """The coded fields of a listing, named as in addresses and the API."""

    PROVINCE = "province"
    FORMER = "former"
    SECTOR = "sector"
    GROUP = "group"
    HS = "hs"
    CERTIFICATE = "certificate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A code with its name; `parent` is a former unit's present province.

    `ended` tells former units that are no more from those that live on unchanged; `region` is the
    part of the country a former unit lies in, where it has a name of its own.
    """

    key: str
    name: Translated
    unit_type: UnitType | None = None
    parent: str | None = None
    ended: bool = False
    region: Translated | None = None


@dataclass(frozen=True, slots=True)
class Vocabularies:
    """Terms by field and key, in the order they are shown."""

    terms: Mapping[Field, Mapping[str, Term]]

    def is_known(self, field: Field, key: str) -> bool:
        """Whether a value from outside names a term."""
        return key in self.terms[field]

    def name(self, field: Field, key: str, language: Language) -> str:
        """The name of a known code; raises KeyError for an unknown one."""
        return self.terms[field][key].name.best(language).text


def vocabularies(session: Session) -> Vocabularies:
    """All vocabularies: seven small queries; keep the answer with the data version."""
    regions = {row.key: row.name() for row in session.exec(select(Region))}
    return Vocabularies(
        {
            Field.PROVINCE: _by_key(_province(row) for row in _rows(session, Province)),
            Field.FORMER: _by_key(_former(row, regions) for row in _rows(session, FormerProvince)),
            Field.SECTOR: _by_key(_keyed(row) for row in _rows(session, Sector)),
            Field.GROUP: _by_key(_keyed(row) for row in _rows(session, ProductGroup)),
            Field.HS: _by_key(_heading(row) for row in _rows(session, HsHeading)),
            Field.CERTIFICATE: _by_key(_keyed(row) for row in _rows(session, Certificate)),
        }
    )


_Vocabulary = TypeVar(
    "_Vocabulary", Province, FormerProvince, Sector, ProductGroup, HsHeading, Certificate
)


def _rows(session: Session, table: type[_Vocabulary]) -> Sequence[_Vocabulary]:
    return session.exec(select(table).order_by(col(table.id))).all()


def _province(row: Province) -> Term:
    return Term(key=row.code, name=row.name(), unit_type=row.unit_type)


def _former(row: FormerProvince, regions: Mapping[str, Translated]) -> Term:
    return Term(
        key=row.key,
        name=row.name(),
        unit_type=row.unit_type,
        parent=row.successor,
        ended=row.valid_to is not None,
        region=regions.get(row.region or ""),
    )


def _heading(row: HsHeading) -> Term:
    return Term(key=row.code, name=row.name())


def _keyed(row: Sector | ProductGroup | Certificate) -> Term:
    return Term(key=row.key, name=row.name())


def _by_key(terms: Iterable[Term]) -> dict[str, Term]:
    return {term.key: term for term in terms}
