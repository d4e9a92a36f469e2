"""Investment sectors, OCOP product groups and HS headings."""

from __future__ import annotations

from sqlmodel import Field

from catalogue.labels import Labelled


class Sector(Labelled, table=True):
    """An investment sector under our own key.

    `vsic` holds section letters of VSIC 2018, to be shown only under that name: the
    classification was replaced in November 2025.
    """

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True, max_length=40)
    vsic: str = ""


class ProductGroup(Labelled, table=True):
    """One of the six OCOP groups (Decision 148/QĐ-TTg of 24 February 2023)."""

    __tablename__ = "product_group"

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True, max_length=40)


class HsHeading(Labelled, table=True):
    """A four-digit HS heading with our own short, unofficial wording."""

    __tablename__ = "hs_heading"

    id: int | None = Field(default=None, primary_key=True)
    code: str = Field(unique=True, max_length=4)


class Certificate(Labelled, table=True):
    """A certificate or protected sign that buyers filter by."""

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True, max_length=40)
