"""What the shipped catalogue claims, and what it must never claim."""

from __future__ import annotations

import re
import unicodedata

import pytest
from sqlmodel import Session

from catalogue.kinds import Availability, Fact, Kind, OcopStatus
from catalogue.records import ListingRecord
from catalogue.sample.extras import read_extras
from catalogue.sample.files import listing_paths, read_csv, read_listing
from catalogue.search import get_listing, published_listings
from i18n.languages import LANGUAGES

FILES = {
    path.stem: read_listing(path.read_text(encoding="utf-8"), path.stem) for path in listing_paths()
}
VOCABULARIES = (
    "provinces",
    "former_provinces",
    "zones",
    "sectors",
    "product_groups",
    "hs_headings",
    "certificates",
)
# A plan, an application or a way of farming is no certificate.
NO_CERTIFICATE = ("prd-86-029", "prd-51-024", "prd-40-002", "prd-42-007")


def record(session: Session, public_id: str) -> ListingRecord:
    found = get_listing(session, public_id)
    assert found is not None
    return found


def test_every_listing_is_there_with_its_id(catalogue_session: Session) -> None:
    found = [listing.id for listing in published_listings(catalogue_session)]
    assert found == sorted(FILES)
    assert sum(public_id.startswith("prj") for public_id in found) == 122


def test_no_shipped_listing_is_called_open() -> None:
    assert Availability.CONFIRMED_OPEN not in {file.availability for file in FILES.values()}


def test_products_state_no_availability() -> None:
    stated = {file.availability for file in FILES.values() if file.kind is Kind.PRODUCT}
    assert stated == {None}


def test_every_listing_has_a_source() -> None:
    bare = [file.id for file in FILES.values() if not file.sources]
    nameless = [
        file.id
        for file in FILES.values()
        for each in file.sources
        if not (each.url or each.citation)
    ]
    assert bare == nameless == []


def test_geographical_indications_are_those_of_the_facts() -> None:
    stated = {file.id for file in FILES.values() if file.geographical_indication}
    named = {
        public_id
        for public_id, keys in read_extras().certificates.items()
        if "geographical_indication" in keys
    }
    assert named == stated


def test_every_certificate_is_named_for_a_product_whose_source_has_one() -> None:
    certificates = read_extras().certificates
    assert [
        each for each in certificates if "certification" not in FILES[each].source_wording
    ] == []


@pytest.mark.parametrize("public_id", NO_CERTIFICATE)
def test_what_is_no_certificate_is_not_counted_as_one(
    catalogue_session: Session, public_id: str
) -> None:
    found = record(catalogue_session, public_id)
    assert found.fact(Fact.CERTIFICATION)
    assert found.certificates == ()


def test_a_planned_indication_is_none_though_the_area_has_vietgap(
    catalogue_session: Session,
) -> None:
    assert record(catalogue_session, "prd-86-017").certificates == ("vietgap",)


def test_organic_means_the_schemes_the_source_names(catalogue_session: Session) -> None:
    organic = {
        each.id
        for each in published_listings(catalogue_session)
        if any(key.startswith("organic") for key in each.certificates)
    }
    assert organic == {"prd-86-014"}


def test_only_certified_ocop_ratings_count_as_a_certificate(catalogue_session: Session) -> None:
    for each in published_listings(catalogue_session):
        is_certified = any(rating.status is OcopStatus.CERTIFIED for rating in each.ocop)
        assert ("ocop" in each.certificates) is is_certified


def test_a_zone_that_is_a_shipped_project_is_linked_to_it(catalogue_session: Session) -> None:
    assert record(catalogue_session, "prj-86-022").zone == "zone-060"


@pytest.mark.parametrize("name", VOCABULARIES)
def test_every_code_is_named_in_four_languages(name: str) -> None:
    rows = list(read_csv(f"{name}.csv"))
    nameless = [row for row in rows if not all(row.get(each.value) for each in LANGUAGES)]
    assert rows
    assert nameless == []


@pytest.mark.parametrize("name", VOCABULARIES)
def test_labels_are_written_in_their_scripts(name: str) -> None:
    for row in read_csv(f"{name}.csv"):
        assert all(unicodedata.is_normalized("NFC", cell) for cell in row.values())
        assert not re.search("[\u3040-\u30ff]", row["ko"]), row
        assert not re.search("[\uac00-\ud7af]", row["ja"]), row


def test_ended_units_belong_to_present_provinces() -> None:
    provinces = {row["code"]: row for row in read_csv("provinces.csv")}
    formers = list(read_csv("former_provinces.csv"))
    assert (len(provinces), len(formers)) == (34, 63)
    for row in formers:
        is_merged = "merged_on" in provinces[row["successor"]]
        assert row.get("valid_to") == ("2025-06-30" if is_merged else None)


def test_every_heading_is_used_by_a_product() -> None:
    used = {file.hs for file in FILES.values() if file.hs}
    assert used == {row["code"] for row in read_csv("hs_headings.csv")}
