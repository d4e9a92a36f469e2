"""The closed sets of codes that listings are described with."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What is listed."""

    PROJECT = "project"
    PRODUCT = "product"


class Availability(StrEnum):
    """What is known of a call for investment; only `confirmed_open` may be called open."""

    LISTED = "listed"
    TO_CONFIRM = "to_confirm"
    SELECTING_INVESTOR = "selecting_investor"
    TENANTS_WANTED = "tenants_wanted"
    INVESTOR_SELECTED = "investor_selected"
    WITHDRAWN = "withdrawn"
    CONFIRMED_OPEN = "confirmed_open"


class Qualifier(StrEnum):
    """How exactly a source states a figure."""

    ABOUT = "about"
    MORE_THAN = "more_than"


class InvestmentForm(StrEnum):
    """The form of investment or of selection a list names."""

    FDI = "fdi"
    DNTN = "dntn"
    PPP = "ppp"
    BOT = "bot"
    ODA = "oda"
    PRIVATE_PROVISION = "private_provision"
    BIDDING = "bidding"
    BIDDING_WITH_LAND = "bidding_with_land"


class HsBasis(StrEnum):
    """Whether the seller stated the HS heading or the catalogue assigned it."""

    STATED = "stated"
    ASSIGNED = "assigned"


class OcopStatus(StrEnum):
    """How far an OCOP rating has come; only `certified` is a rating."""

    CERTIFIED = "certified"
    POTENTIAL = "potential"
    TARGET = "target"
    PROPOSED = "proposed"
    CANDIDATE = "candidate"


class SourceKind(StrEnum):
    """Who stands behind a public page."""

    OFFICIAL = "official"
    PRESS = "press_or_organisation_site"
    AGGREGATOR = "aggregator"
    MIRROR = "mirror"


class Fact(StrEnum):
    """The short phrases of a listing that differ by language, named as in TERMS."""

    PLACE = "place"
    OBJECTIVE = "objective"
    CAPACITY = "capacity"
    SCHEDULE = "schedule"
    TERM = "term"
    STATUS = "status"
    LAND_STATUS = "land_status"
    INCENTIVE_AREA = "incentive_area"
    PART_OF = "part_of"
    CERTIFICATION = "certification"
    VOLUME = "volume"
    EXPORT_MARKETS = "export_markets"
    MOQ = "moq"
    PACKAGING = "packaging"
    HARVEST_MONTHS = "harvest_months"
    NOTE = "note"
