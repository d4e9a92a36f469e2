"""The shipped files as validated values: an unknown field or code is an error, not a surprise."""

from __future__ import annotations

import csv
import hashlib
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    model_validator,
)
from pydantic_core import ErrorDetails

from catalogue.kinds import (
    Availability,
    Fact,
    HsBasis,
    InvestmentForm,
    Kind,
    OcopStatus,
    Qualifier,
    SourceKind,
)
from catalogue.translation import Origin
from i18n.languages import Language

HERE = Path(__file__).parent
VOCABULARY = HERE.parent / "vocabulary"

PartialDate = Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class TextFile(_File):
    """A `[texts.<language>]` table; fact phrases stand in it beside title and summary."""

    title: str
    summary: str = ""
    body: str = ""
    origin: Origin | None = None
    is_reviewed: bool = False
    facts: dict[Fact, str] = Field(default_factory=dict)

    @model_validator(mode="before")
    @classmethod
    def _gather_facts(cls, values: dict[str, Any]) -> dict[str, Any]:
        facts = {name: text for name, text in values.items() if name in set(Fact)}
        return {name: text for name, text in values.items() if name not in facts} | {"facts": facts}


class SourceFile(_File):
    """A `[[sources]]` table."""

    url: str | None = None
    citation: str | None = None
    kind: SourceKind | None = None
    published: PartialDate | None = None


class OcopFile(_File):
    """An `[[ocop]]` table."""

    status: OcopStatus
    stars: int | None = None
    min_stars: int | None = None
    year: int | None = None


class ListFile(_File):
    """A `[[list]]` table of lists.toml."""

    key: str
    vi: str = ""
    en: str = ""
    ko: str = ""
    ja: str = ""
    period: str | None = None
    listed_on: PartialDate | None = None


class ListingFile(_File):
    """A listing's file: its facts, sources and texts."""

    id: Annotated[str, StringConstraints(pattern=r"^(prj|prd)-\d{2}-\d+$")]
    province: str
    former: str | None = None
    sectors: tuple[str, ...] = ()
    group: str | None = None
    hs: str | None = None
    hs_basis: HsBasis | None = None
    geographical_indication: bool = False
    availability: Availability | None = None
    listed_on: PartialDate | None = None
    as_of: PartialDate | None = None
    list_key: str | None = Field(default=None, alias="list")
    decision_no: str | None = None
    decision_date: PartialDate | None = None
    area_ha: float | None = None
    area_ha_min: float | None = None
    area_ha_max: float | None = None
    area_qualifier: Qualifier | None = None
    capital: int | None = None
    capital_min: int | None = None
    capital_max: int | None = None
    currency: str | None = None
    capital_qualifier: Qualifier | None = None
    forms: tuple[InvestmentForm, ...] = ()
    planned_population: int | None = None
    ocop: tuple[OcopFile, ...] = ()
    sources: tuple[SourceFile, ...]
    source_wording: dict[str, str] = Field(default_factory=dict)
    texts: dict[Language, TextFile]

    @property
    def kind(self) -> Kind:
        """Project or product, as the id says."""
        return Kind.PROJECT if self.id.startswith("prj") else Kind.PRODUCT


def listing_paths() -> tuple[Path, ...]:
    """Files of all shipped listings, by id."""
    return tuple(sorted((*HERE.glob("projects/*.toml"), *HERE.glob("products/*.toml"))))


class BadListingFile(ValueError):
    """A shipped file that cannot be loaded; names the file and what is wrong in it."""

    def __init__(self, name: str, problem: str) -> None:
        super().__init__(f"{name}.toml: {problem}")


def read_listing(text: str, name: str) -> ListingFile:
    """A listing from the text of the file of that name; raises BadListingFile."""
    try:
        file = ListingFile.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as broken:
        raise BadListingFile(name, str(broken)) from None
    except ValidationError as wrong:
        raise BadListingFile(name, "; ".join(map(_told, wrong.errors()))) from None
    if file.id != name:
        raise BadListingFile(name, f"the id is {file.id!r} but the file is named otherwise")
    return file


def _told(problem: ErrorDetails) -> str:
    return f"{'.'.join(map(str, problem['loc']))}: {problem['msg']}"


def read_toml(name: str) -> dict[str, Any]:
    """One of the TOML files beside the listings."""
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))


def read_csv(name: str) -> Iterator[dict[str, str]]:
    """Rows of a vocabulary; empty cells are left out."""
    with (VOCABULARY / name).open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            yield {column: cell for column, cell in row.items() if cell}


@cache
def sample_digest() -> str:
    """Digest of every shipped file: tells whether an installation holds this very catalogue."""
    found = hashlib.sha256()
    for path in (*sorted(VOCABULARY.glob("*.csv")), *sorted(HERE.glob("*.toml")), *listing_paths()):
        found.update(path.name.encode() + b"\0" + path.read_bytes())
    return found.hexdigest()
