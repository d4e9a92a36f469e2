"""The operations of the API: one entry each, for the OpenAPI document and the reference page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from i18n.messages import N_
from web.api import examples, parameters
from web.api.models import (
    Catalogue,
    ConceptPage,
    Listing,
    ListingPage,
    Matches,
    MatchRequest,
    Provinces,
    Sectors,
)

PREFIX = "/api/v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One thing the API can do; `sample` is an address or body that works on the shipped data."""

    name: str
    method: str
    path: str
    summary: str
    description: str
    parameters: tuple[str, ...] = ()
    body: type[BaseModel] | None = None
    reply: type[BaseModel] | None
    problems: tuple[int, ...] = ()
    sample: str
    example: Any


OPERATIONS = (
    Operation(
        name="listings",
        method="get",
        path="/listings",
        summary=N_("Search listings"),
        description=N_(
            "Investment projects and local products with their texts. Values of one parameter are "
            "alternatives, different parameters narrow the result. Pages are linked by the Link "
            "header."
        ),
        parameters=parameters.LISTINGS,
        reply=ListingPage,
        problems=(422,),
        sample="/listings?q=organic+ginger&province=51&per_page=1",
        example={"items": [examples.LISTING], "total": 8, "page": 1, "per_page": 1},
    ),
    Operation(
        name="listing",
        method="get",
        path="/listings/{id}",
        summary=N_("Read one listing"),
        description=N_(
            "One listing in all its languages. An unknown id is answered with 404, a listing that "
            "has been withdrawn with 410."
        ),
        parameters=parameters.LISTING,
        reply=Listing,
        problems=(404, 410, 422),
        sample="/listings/prd-51-024",
        example=examples.LISTING,
    ),
    Operation(
        name="matches",
        method="post",
        path="/matches",
        summary=N_("Find listings for what somebody seeks"),
        description=N_(
            "Send a text in any of the four languages and, if you like, conditions. Kind, "
            "province, capital and certificate must be met; sector and HS heading only decide the "
            "order. The answer lists the listings that fit with the words on both sides, and the "
            "words that were not recognised. Neither the text nor the answer is kept."
        ),
        body=MatchRequest,
        reply=Matches,
        problems=(413, 422),
        sample="/matches",
        example=examples.MATCHES,
    ),
    Operation(
        name="provinces",
        method="get",
        path="/provinces",
        summary=N_("List the provinces"),
        description=N_(
            "The 34 provinces since 1 July 2025 with their names, former provinces and numbers of "
            "listings."
        ),
        parameters=parameters.PROVINCES,
        reply=Provinces,
        problems=(422,),
        sample="/provinces?lang=ja",
        example=examples.PROVINCES,
    ),
    Operation(
        name="sectors",
        method="get",
        path="/sectors",
        summary=N_("List the sectors"),
        description=N_("The sectors of investment projects with their names and numbers."),
        parameters=parameters.SECTORS,
        reply=Sectors,
        problems=(422,),
        sample="/sectors",
        example=examples.SECTORS,
    ),
    Operation(
        name="concepts",
        method="get",
        path="/concepts",
        summary=N_("Read the thesaurus"),
        description=N_(
            "The concepts that matches recognise, with their labels in four languages (the "
            "preferred one first), broader concepts and HS heading. The labels are our own and "
            "unofficial."
        ),
        parameters=parameters.CONCEPTS,
        reply=ConceptPage,
        problems=(422,),
        sample="/concepts?per_page=1",
        example=examples.CONCEPTS,
    ),
    Operation(
        name="export_json",
        method="get",
        path="/export.json",
        summary=N_("Download the catalogue as JSON"),
        description=N_("Every published listing with all its texts in one document."),
        reply=Catalogue,
        sample="/export.json",
        example={"listings": [examples.EXPORTED]},
    ),
    Operation(
        name="export_csv",
        method="get",
        path="/export.csv",
        summary=N_("Download the catalogue as CSV"),
        description=N_(
            "One row per listing, with title, summary and state of the text in columns for each "
            "language. Cells that a spreadsheet would take for a formula begin with an apostrophe."
        ),
        reply=None,
        sample="/export.csv",
        example=examples.CSV,
    ),
)
