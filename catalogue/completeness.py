"""What a listing still lacks: computed from the record, shown, never filled in by guess."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from catalogue.kinds import Fact, Kind
from catalogue.records import ListingRecord
from i18n.languages import LANGUAGES


@dataclass(frozen=True, slots=True)
class Completeness:
    """Field keys present and missing, in the order of the facts on the page."""

    present: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def total(self) -> int:
        """How many fields a listing of this kind should have."""
        return len(self.present) + len(self.missing)


_Check = Callable[[ListingRecord], object]


def _fact(name: Fact) -> _Check:
    return lambda record: record.fact(name)


def _has_every_text(record: ListingRecord) -> bool:
    return len(record.languages) == len(LANGUAGES)


_SHARED: dict[str, _Check] = {
    "texts": _has_every_text,
    "place": _fact(Fact.PLACE),
    "as_of": lambda record: record.as_of,
    "source": lambda record: record.sources,
    "responsible_office": lambda record: record.owner_id,
}

_FIELDS: Mapping[Kind, Mapping[str, _Check]] = {
    Kind.PROJECT: _SHARED
    | {
        "sector": lambda record: record.sectors,
        "objective": _fact(Fact.OBJECTIVE),
        "capital": lambda record: record.capital,
        "area": lambda record: record.area,
        "form_of_investment": lambda record: record.forms,
        "land_status": _fact(Fact.LAND_STATUS),
        "term": _fact(Fact.TERM),
        "decision_no": lambda record: record.decision_no,
        "list_name": lambda record: record.published_list,
        "listed_on": lambda record: record.listed_on,
        "incentives": _fact(Fact.INCENTIVE_AREA),
        "availability": lambda record: record.availability,
    },
    Kind.PRODUCT: _SHARED
    | {
        "product_group": lambda record: record.group,
        "hs_heading": lambda record: record.hs,
        "certificate": lambda record: record.certificates,
        "capacity_year": _fact(Fact.VOLUME),
        "export_markets": _fact(Fact.EXPORT_MARKETS),
        "moq": _fact(Fact.MOQ),
        "packaging": _fact(Fact.PACKAGING),
        "harvest_months": _fact(Fact.HARVEST_MONTHS),
    },
}


def assess(record: ListingRecord) -> Completeness:
    """Which of the fields its kind should have a listing states; keys are those of TERMS."""
    checks = _FIELDS[record.kind]
    present = tuple(key for key, check in checks.items() if check(record))
    return Completeness(present, tuple(key for key in checks if key not in present))
