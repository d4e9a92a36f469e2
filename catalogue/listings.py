"""The tables of listings: facts in codes and figures, texts by language, sources."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import JSON, BigInteger, Index
from sqlmodel import Field, SQLModel

from catalogue.columns import BinaryText, UtcDateTime, coded
from catalogue.kinds import (
    Availability,
    HsBasis,
    Kind,
    OcopStatus,
    Qualifier,
    SourceKind,
)
from catalogue.labels import Labelled
from catalogue.lifecycle import State
from catalogue.translation import Origin
from i18n.languages import Language

# Everything a list filters, counts or sorts by, behind the two columns every page starts
# from: SQLite and PostgreSQL can then answer from the index alone.
_LISTED_BY = (
    "province",
    "former",
    "product_group",
    "hs",
    "availability",
    "languages",
    "newest",
    "capital_vnd",
    "sort_vi",
    "sort_en",
    "sort_ko",
    "sort_ja",
)


class PublishedList(Labelled, table=True):
    """A published list in our own wording; `listed_on` only where the source dates it."""

    __tablename__ = "published_list"

    key: str = Field(primary_key=True, max_length=60)
    period: str | None = None
    listed_on: str | None = Field(default=None, max_length=10)


class Listing(SQLModel, table=True):
    """A project or product. Partial dates ("2021", "2022-01") are text: a year stays a year.

    `capital_low` and `capital_high` are equal when the source gives one amount. Columns from
    `languages` on are derived by `ordering.refresh` and only serve lists.
    """

    __table_args__ = (
        *(Index(f"ix_listing_by_{each}", "state", "kind", each, "id") for each in _LISTED_BY),
        Index("ix_listing_newest", "state", "newest", "id"),
        Index("ix_listing_updated", "state", "updated_at", "id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    public_id: str = Field(unique=True, max_length=20)
    kind: Kind = Field(sa_type=coded(Kind))
    state: State = Field(default=State.DRAFT, sa_type=coded(State))
    version: int = 1
    owner_id: int | None = Field(default=None, foreign_key="organization.id", index=True)

    province: str = Field(foreign_key="province.code", max_length=2)
    former: str | None = Field(default=None, foreign_key="former_province.key", max_length=40)
    zone: str | None = Field(default=None, foreign_key="zone.key", max_length=20)
    product_group: str | None = Field(default=None, foreign_key="product_group.key", max_length=40)
    hs: str | None = Field(default=None, foreign_key="hs_heading.code", max_length=4)
    hs_basis: HsBasis | None = Field(default=None, sa_type=coded(HsBasis))

    availability: Availability | None = Field(default=None, sa_type=coded(Availability))
    listed_on: str | None = Field(default=None, max_length=10)
    as_of: str | None = Field(default=None, max_length=10)
    confirmed_on: date | None = None
    expires_on: date | None = None
    list_key: str | None = Field(default=None, foreign_key="published_list.key", max_length=60)
    decision_no: str | None = None
    decision_date: str | None = Field(default=None, max_length=10)

    capital_low: int | None = Field(default=None, sa_type=BigInteger)
    capital_high: int | None = Field(default=None, sa_type=BigInteger)
    currency: str | None = Field(default=None, max_length=3)
    capital_qualifier: Qualifier | None = Field(default=None, sa_type=coded(Qualifier))
    area_ha: float | None = None
    area_min: float | None = None
    area_max: float | None = None
    area_qualifier: Qualifier | None = Field(default=None, sa_type=coded(Qualifier))
    forms: list[str] = Field(default_factory=list, sa_type=JSON)
    planned_population: int | None = None
    wording: dict[str, str] = Field(default_factory=dict, sa_type=JSON)

    published_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    updated_at: datetime = Field(sa_type=UtcDateTime)
    # Digest of the shipped file this row was made from; None once people edit the listing.
    sample_digest: str | None = Field(default=None, max_length=64)

    # Languages with a full text, such as "vi en ja".
    languages: str = ""
    # 0 where the source gives no capital or there is no rate for its currency.
    capital_vnd: int = Field(default=0, sa_type=BigInteger)
    newest: str = Field(default="", sa_type=BinaryText)
    sort_vi: str = Field(default="", sa_type=BinaryText)
    sort_en: str = Field(default="", sa_type=BinaryText)
    sort_ko: str = Field(default="", sa_type=BinaryText)
    sort_ja: str = Field(default="", sa_type=BinaryText)


class ListingText(SQLModel, table=True):
    """A listing's text in one language, made from version `source_version` of the original."""

    __tablename__ = "listing_text"

    listing_id: int = Field(foreign_key="listing.id", primary_key=True, ondelete="CASCADE")
    language: Language = Field(primary_key=True, sa_type=coded(Language))
    title: str
    summary: str = ""
    body: str = ""
    facts: dict[str, str] = Field(default_factory=dict, sa_type=JSON)
    origin: Origin = Field(sa_type=coded(Origin))
    is_reviewed: bool = False
    version: int = 1
    source_version: int | None = None


class ListingSector(SQLModel, table=True):
    """A sector of a project; most have one."""

    __tablename__ = "listing_sector"

    listing_id: int = Field(foreign_key="listing.id", primary_key=True, ondelete="CASCADE")
    sector: str = Field(foreign_key="sector.key", primary_key=True, index=True, max_length=40)


class ListingCertificate(SQLModel, table=True):
    """A certificate a source states for a product; number, issuer and expiry only where it does."""

    __tablename__ = "listing_certificate"

    listing_id: int = Field(foreign_key="listing.id", primary_key=True, ondelete="CASCADE")
    certificate: str = Field(
        foreign_key="certificate.key", primary_key=True, index=True, max_length=40
    )
    number: str | None = None
    issuer: str | None = None
    valid_until: date | None = None


class OcopRating(SQLModel, table=True):
    """An OCOP rating or a step towards one, as the source puts it."""

    __tablename__ = "ocop_rating"

    id: int | None = Field(default=None, primary_key=True)
    listing_id: int = Field(foreign_key="listing.id", index=True, ondelete="CASCADE")
    status: OcopStatus = Field(sa_type=coded(OcopStatus))
    stars: int | None = None
    min_stars: int | None = None
    year: int | None = None


class Source(SQLModel, table=True):
    """A public page or publication that a listing's facts come from, the chief one first."""

    id: int | None = Field(default=None, primary_key=True)
    listing_id: int = Field(foreign_key="listing.id", index=True, ondelete="CASCADE")
    position: int = 0
    url: str | None = None
    citation: str | None = None
    kind: SourceKind | None = Field(default=None, sa_type=coded(SourceKind))
    published: str | None = Field(default=None, max_length=10)
