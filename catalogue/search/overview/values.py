"""What the overviews answer with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from catalogue.kinds import Kind, Qualifier
from catalogue.places import UnitType, ZoneType
from catalogue.translation import TextState
from i18n.languages import Language
from i18n.translated import Shown, Translated


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """The two numbers of the start page."""

    projects: int
    products: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Sizes of the published catalogue; `texts[language][state]` counts texts."""

    projects: int
    products: int
    provinces: int
    texts: Mapping[Language, Mapping[TextState, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvinceCount:
    """A province with the number of its published projects and products (may be 0)."""

    code: str
    name: Translated
    unit_type: UnitType
    projects: int
    products: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerOverview:
    """A unit from before 1 July 2025; `valid_to` is its last day, None if it lives on unchanged."""

    key: str
    name: Translated
    unit_type: UnitType
    old_code: str | None
    valid_to: date | None
    projects: int
    products: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneNote:
    """An industrial park, cluster or economic zone with what its source states."""

    key: str
    name: Translated
    type: ZoneType
    former: str | None
    area_ha: float | None
    area_min: float | None
    area_max: float | None
    area_qualifier: Qualifier | None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvinceOverview:
    """A province page: former units, zones and sizes. `merged_on` is None where nothing merged."""

    code: str
    name: Translated
    unit_type: UnitType
    merged_on: date | None
    source: str
    formers: tuple[FormerOverview, ...]
    zones: tuple[ZoneNote, ...]
    projects: int
    products: int
    sectors: Mapping[str, int]
    groups: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class SectorCount:
    """A sector with the number of its published projects (may be 0)."""

    key: str
    name: Translated
    vsic: str
    projects: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """A listing in a feed, newest change first."""

    id: str
    kind: Kind
    title: Shown
    summary: Shown | None
    published_at: datetime
    updated_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SitemapEntry:
    """A listing in the sitemap; `titles` give the slugs of its four addresses."""

    id: str
    titles: Translated
    updated_on: date
