"""The 34 provinces since 1 July 2025, the 63 units before them, and zones."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from sqlmodel import Field

from catalogue.columns import coded
from catalogue.kinds import Qualifier
from catalogue.labels import Labelled


class UnitType(StrEnum):
    """A province, or a city run by the central government."""

    PROVINCE = "province"
    CITY = "city"


class ZoneType(StrEnum):
    """The kinds of zones lists name."""

    INDUSTRIAL_PARK = "industrial_park"
    INDUSTRIAL_CLUSTER = "industrial_cluster"
    ECONOMIC_ZONE = "economic_zone"
    BORDER_GATE_ECONOMIC_ZONE = "border_gate_economic_zone"


class Region(Labelled, table=True):
    """A part of the country that investors name, such as the Central Highlands."""

    key: str = Field(primary_key=True, max_length=40)


class Province(Labelled, table=True):
    """A present province; `code` is the official two-digit one (Decision 19/2025/QĐ-TTg)."""

    id: int | None = Field(default=None, primary_key=True)
    code: str = Field(unique=True, max_length=2)
    unit_type: UnitType = Field(sa_type=coded(UnitType))
    merged_on: date | None = None
    source: str = ""


class FormerProvince(Labelled, table=True):
    """A unit as it was until 30 June 2025; its name stays searchable, its successor answers.

    `key` is the folded name ("kon-tum"). A unit that kept its name but grew is here too: sources
    before the merger mean the smaller one. `valid_to` is empty for the units that live on.
    """

    __tablename__ = "former_province"

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True, max_length=40)
    unit_type: UnitType = Field(sa_type=coded(UnitType))
    old_code: str | None = Field(default=None, max_length=2)
    region: str | None = Field(default=None, foreign_key="region.key", max_length=40)
    successor: str = Field(foreign_key="province.code", index=True, max_length=2)
    valid_to: date | None = None


class Zone(Labelled, table=True):
    """An industrial park, cluster or economic zone as one public source describes it."""

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True, max_length=20)
    type: ZoneType = Field(sa_type=coded(ZoneType))
    province: str = Field(foreign_key="province.code", index=True, max_length=2)
    former: str | None = Field(default=None, foreign_key="former_province.key", max_length=40)
    area_ha: float | None = None
    area_min: float | None = None
    area_max: float | None = None
    area_qualifier: Qualifier | None = Field(default=None, sa_type=coded(Qualifier))
    source: str = ""
