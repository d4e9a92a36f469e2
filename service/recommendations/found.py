"""What is asked of recommendations and what they answer, as plain values."""

from __future__ import annotations

from dataclasses import dataclass

from catalogue.records import ListingCard
from catalogue.search import Criteria
from i18n.languages import Language
from matching.documents import Band, Kind, ListingSpan, NoMatch, Relation, Span
from service.recommendations.conditions import Condition


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A profile: words in any of the four languages, and conditions.

    Kind, places, capital, certificates and availability must be met; sectors and HS headings
    are preferences and only decide the order within a band.
    """

    text: str
    criteria: Criteria
    language: Language | None = None


@dataclass(frozen=True, slots=True)
class RecognizedConcept:
    """A concept the profile names, in the reader's word, with the profile's own words."""

    concept: str
    label: str
    words: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class FoundReason:
    """A part of a score in the reader's words; the shares of a listing sum to 1.

    What was learned rests on so many `entries`.
    """

    kind: Kind
    relation: Relation
    concept: str | None
    label: str
    share: float
    query_words: tuple[Span, ...]
    listing_words: tuple[ListingSpan, ...]
    entries: int = 0


@dataclass(frozen=True, slots=True)
class FoundListing:
    """A listing that fits. `title` is the title the reasons quote, in `text_language`."""

    card: ListingCard
    score: float
    band: Band
    text_language: Language
    title: str
    reasons: tuple[FoundReason, ...]
    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a profile; `language` is None when its text is in none of the four.

    `excluded` are the words for what the profile says it does not seek.
    """

    language: Language | None
    recognized: tuple[RecognizedConcept, ...]
    unrecognized: tuple[str, ...]
    items: tuple[FoundListing, ...]
    no_match: NoMatch | None
    excluded: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class SimilarListing:
    """A listing like another, with the words for what they have in common."""

    card: ListingCard
    words: tuple[str, ...]
