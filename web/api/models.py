"""What the API says, as exact as its OpenAPI document (DESIGN §4)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from catalogue.kinds import Availability, Kind
from catalogue.places import UnitType
from catalogue.translation import Origin, TextState
from i18n.languages import Language
from matching.documents import Band, NoMatch, Relation
from matching.documents import Kind as Evidence

Code = Annotated[str, Field(description="A code of the vocabulary of that name")]
PartialDate = Annotated[
    str,
    Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$", description="A day, month or year, as stated"),
]
Names = Annotated[dict[Language, str], Field(description="The name by language")]


def _whole(value: object) -> object:
    """JSON knows one kind of number: 10.0 is 10."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


Amount = Annotated[int, Field(ge=0, le=10**18), BeforeValidator(_whole)]


class Reply(BaseModel):
    """What all replies share: nothing that is not declared."""

    model_config = ConfigDict(extra="forbid")


class Capital(Reply):
    """Capital in whole units of a currency; a range has its lower end as amount."""

    amount: int | None
    currency: Annotated[str, Field(pattern="^[A-Z]{3}$")]
    minimum: int | None = None
    maximum: int | None = None


class ListingText(Reply):
    """A listing's text in one language; without a summary it counts as missing."""

    title: str
    summary: str | None
    body: str = ""
    origin: Origin
    state: TextState


class Listing(Reply):
    """A project or product with its texts; `title` is the best one for the language asked for."""

    id: Annotated[str, Field(pattern=r"^(prj|prd)-\d{2}-\d{1,9}$")]
    kind: Kind
    url: Annotated[str, Field(description="The page of this listing")]
    province: Code
    former: Annotated[str | None, Field(description="Province before 1 July 2025")]
    sector: list[Code]
    group: Code | None
    hs: Code | None
    availability: Availability | None
    listed_on: PartialDate | None
    as_of: PartialDate | None
    source: Annotated[list[str], Field(description="Addresses or citations of the sources")]
    capital: Capital | None
    area_ha: float | None
    texts: dict[Language, ListingText]
    title: str
    title_lang: Language


class ListingPage(Reply):
    """One page of a list of listings."""

    items: list[Listing]
    total: int
    page: int
    per_page: int


class Catalogue(Reply):
    """The bulk file: every published listing, without a reader's own title."""

    listings: list[dict[str, object]]


class FormerUnit(Reply):
    """A province as it was until 30 June 2025."""

    key: str
    names: Names


class Province(Reply):
    """A province since 1 July 2025 with the sizes of its lists."""

    code: Annotated[str, Field(pattern=r"^\d{2}$")]
    name: str
    names: Names
    unit_type: UnitType
    projects: int
    products: int
    former: list[FormerUnit]
    url: str


class Provinces(Reply):
    """All provinces by code."""

    items: list[Province]
    total: int


class Sector(Reply):
    """A sector of investment projects; `vsic` is a letter of VSIC 2018."""

    key: str
    name: str
    names: Names
    vsic: str
    projects: int
    url: str


class Sectors(Reply):
    """All sectors."""

    items: list[Sector]
    total: int


class ThesaurusConcept(Reply):
    """A thing that is offered or sought, with its names; the preferred label comes first."""

    id: str
    label: str
    labels: dict[Language, list[str]]
    broader: list[str]
    hs: str | None
    sector: str | None


class ConceptPage(Reply):
    """One page of the thesaurus by id."""

    items: list[ThesaurusConcept]
    total: int
    page: int
    per_page: int


class RecognizedConcept(Reply):
    """A concept the text names, with the words that name it."""

    concept: str
    label: str
    words: list[str]


class MatchedListing(Reply):
    """The listing of a match, as far as a list shows it."""

    id: str
    kind: Kind
    title: str
    title_lang: Language
    url: str
    province: str


class MatchReason(Reply):
    """A part of a score: the words on both sides and their share of it.

    What was learned rests on so many `entries` of the thesaurus and approved translations.
    """

    kind: Evidence
    label: str
    relation: Relation
    share: Annotated[float, Field(ge=0, le=1)]
    entries: int
    query_words: list[str]
    listing_words: list[str]


class MatchCondition(Reply):
    """A condition and whether the listing meets it; null where the source does not say."""

    name: str
    met: bool | None
    detail: str


class Match(Reply):
    """A listing that fits, and why; the shares of its reasons sum to 1."""

    listing: MatchedListing
    score: Annotated[float, Field(ge=0, le=1)]
    band: Band
    reasons: list[MatchReason]
    conditions: list[MatchCondition]


class NoMatchYet(Reply):
    """Why there is no match, and what can be done."""

    reason: NoMatch
    next_steps: list[str]


class Matches(Reply):
    """The answer to a profile; `language` is null for a text in none of the four languages.

    `excluded` are the words for what the text says is not sought; listings of it rank lower.
    """

    language: Language | None
    recognized: list[RecognizedConcept]
    unrecognized: list[str]
    excluded: list[str]
    matches: list[Match]
    no_match: NoMatchYet | None


class ProblemError(Reply):
    """A value that was not accepted."""

    field: str
    value: str
    message: str


class Problem(BaseModel):
    """What went wrong (RFC 9457), in the language of the request."""

    type: str
    title: str
    status: Annotated[int, Field(ge=400, le=599)]
    detail: str
    errors: list[ProblemError] = []
    withdrawn_on: str | None = None
    reason: str | None = None


class Spoken(BaseModel):
    """The language of a request, also when the rest of it cannot be used."""

    lang: Language | None = None


# A text with anything but blanks; `\s` means different characters to different programs.
SOMETHING = r"[^\u0000-\u0020\u0085\u00a0\u2000-\u200f\u2028\u2029\u202f\u205f\u3000\ufeff]"


class MatchRequest(BaseModel):
    """What somebody seeks, in any of the four languages, with conditions."""

    model_config = ConfigDict(extra="forbid", strict=True)

    text: Annotated[str, Field(min_length=1, max_length=20_000, pattern=SOMETHING)]
    lang: Language | None = None
    kind: Literal["project", "product"] | None = None
    province: Annotated[list[str], Field(max_length=100)] = []
    sector: Annotated[list[str], Field(max_length=100)] = []
    capital_min: Amount | None = None
    capital_max: Amount | None = None
    currency: str | None = None
    hs: Annotated[list[str], Field(max_length=100)] = []
    certificate: Annotated[list[str], Field(max_length=100)] = []
    limit: Annotated[int, Field(ge=1, le=50), BeforeValidator(_whole)] = 10
