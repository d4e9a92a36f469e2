"""What can be asked of the lists."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from catalogue.kinds import Kind


class Sort(StrEnum):
    """Orders of a list; `relevance` keeps the order of the ranked ids handed in."""

    NEWEST = "newest"
    CAPITAL = "capital"
    NAME = "name"
    RELEVANCE = "relevance"


@dataclass(frozen=True, slots=True, kw_only=True)
class Criteria:
    """Conditions on listings: values of one field are alternatives, fields narrow each other.

    Capital is in whole units of `currency`; a listing fits when its capital, or any part of
    its range, lies within; `unknown_capital_fits` also keeps those whose source gives none.
    Codes must be known ones (see `Vocabularies.is_known`).
    """

    kind: Kind | None = None
    provinces: tuple[str, ...] = ()
    formers: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    hs: tuple[str, ...] = ()
    certificates: tuple[str, ...] = ()
    availability: tuple[str, ...] = ()
    lang_available: tuple[str, ...] = ()
    capital_min: int | None = None
    capital_max: int | None = None
    currency: str = "VND"
    unknown_capital_fits: bool = False
