"""Listings as plain values: what pages, the API, feeds and the matching index are given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from catalogue.kinds import (
    Availability,
    HsBasis,
    InvestmentForm,
    Kind,
    OcopStatus,
    Qualifier,
    SourceKind,
)
from catalogue.lifecycle import State
from catalogue.money import Capital
from catalogue.translation import Origin, TextState
from i18n.languages import Language
from i18n.translated import Shown, Translated


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """Land in hectares: one figure, or a range when the source gives one."""

    ha: float | None = None
    minimum: float | None = None
    maximum: float | None = None
    qualifier: Qualifier | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ocop:
    """An OCOP rating or the step towards one; `stars` is absent where the source has none."""

    status: OcopStatus
    stars: int | None = None
    min_stars: int | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceNote:
    """Where a listing's facts come from: an address, or a citation where there is none."""

    url: str | None = None
    citation: str | None = None
    kind: SourceKind | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListNote:
    """The published list a project stands on, in our own wording."""

    key: str
    name: Translated
    period: str | None = None
    listed_on: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingTexts:
    """A listing's text in one language.

    `facts` holds the phrases of TERMS that differ by language (place, objective, capacity,
    volume, …); `summary` and `body` are empty where there is none yet.
    """

    language: Language
    title: str
    summary: str
    body: str
    facts: Mapping[str, str]
    origin: Origin
    state: TextState
    version: int
    source_version: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingCard:
    """A listing as one row of a list; codes are named through `Vocabularies`.

    `title` and `summary` say which language they stand in; `languages` are those with a full
    text; `state` is the state of the text in the language asked for, `states` in each one that
    has a text. `original` is the Vietnamese title.
    """

    id: str
    kind: Kind
    title: Shown
    summary: Shown | None
    place: Shown | None
    volume: Shown | None
    capacity: Shown | None
    state: TextState
    states: Mapping[Language, TextState]
    original: str | None
    languages: tuple[Language, ...]
    province: str
    former: str | None
    sectors: tuple[str, ...]
    group: str | None
    hs: str | None
    availability: Availability | None
    listed_on: str | None
    as_of: str | None
    capital: Capital | None
    area: Area | None
    ocop: tuple[Ocop, ...]
    certificates: tuple[str, ...]
    published_at: datetime
    updated_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingRecord:
    """Everything public about one listing, in all its languages.

    `as_of`, `listed_on` and `decision_date` are partial dates ("2021", "2022-01",
    "2025-12-29"). `wording` keeps the Vietnamese phrases as the source has them.
    """

    id: str
    kind: Kind
    state: State
    version: int
    province: str
    former: str | None
    zone: str | None
    sectors: tuple[str, ...]
    group: str | None
    hs: str | None
    hs_basis: HsBasis | None
    availability: Availability | None
    listed_on: str | None
    as_of: str | None
    confirmed_on: date | None
    expires_on: date | None
    published_list: ListNote | None
    decision_no: str | None
    decision_date: str | None
    capital: Capital | None
    area: Area | None
    forms: tuple[InvestmentForm, ...]
    planned_population: int | None
    ocop: tuple[Ocop, ...]
    certificates: tuple[str, ...]
    sources: tuple[SourceNote, ...]
    wording: Mapping[str, str]
    texts: Mapping[Language, ListingTexts]
    owner_id: int | None
    published_at: datetime | None
    updated_at: datetime

    @property
    def titles(self) -> Translated:
        """The title in every language that has one."""
        return Translated({language: text.title for language, text in self.texts.items()})

    @property
    def summaries(self) -> Translated:
        """The summary in every language that has one; may be empty."""
        return Translated({language: text.summary for language, text in self.texts.items()})

    @property
    def languages(self) -> tuple[Language, ...]:
        """Languages with a full text."""
        return tuple(language for language, text in self.texts.items() if text.summary)

    @property
    def is_from_public_sources(self) -> bool:
        """Whether nobody has taken this listing over yet: it must be labelled so."""
        return self.owner_id is None

    def fact(self, name: str) -> Translated | None:
        """A fact phrase such as `place` in every language that has it; None when none has."""
        found = Translated({each: text.facts.get(name, "") for each, text in self.texts.items()})
        return found if found else None
