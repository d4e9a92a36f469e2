"""Who stands behind a listing or an inquiry: agencies, missions, businesses, companies."""

from __future__ import annotations

from enum import StrEnum

from sqlmodel import Field, SQLModel

from catalogue.columns import coded


class OrganizationKind(StrEnum):
    """What an organisation is, which decides what its people may do."""

    AGENCY = "agency"
    MISSION = "mission"
    BUSINESS = "business"
    COMPANY = "company"


class Organization(SQLModel, table=True):
    """A provincial agency, a mission, a Vietnamese business or a foreign company.

    `province` is set for agencies and businesses, `country` (ISO 3166 alpha-2) for missions
    and companies.
    """

    id: int | None = Field(default=None, primary_key=True)
    kind: OrganizationKind = Field(sa_type=coded(OrganizationKind))
    name: str
    province: str | None = Field(default=None, foreign_key="province.code", max_length=2)
    country: str | None = Field(default=None, max_length=2)
