"""What a listing lacks is named, field by field."""

from __future__ import annotations

from sqlmodel import Session

from catalogue.completeness import assess
from catalogue.records import ListingRecord
from catalogue.search import get_listing, published_listings


def record(session: Session, public_id: str) -> ListingRecord:
    found = get_listing(session, public_id)
    assert found is not None
    return found


def test_present_and_missing_fields_of_a_project(catalogue_session: Session) -> None:
    found = assess(record(catalogue_session, "prj-51-002"))
    assert {"capital", "area", "objective", "source", "texts"} <= set(found.present)
    assert {"responsible_office", "land_status", "term"} <= set(found.missing)
    assert found.total == len(found.present) + len(found.missing) == 17


def test_a_product_is_asked_for_other_fields(catalogue_session: Session) -> None:
    found = assess(record(catalogue_session, "prd-86-014"))
    assert {"hs_heading", "certificate", "capacity_year", "export_markets"} <= set(found.present)
    assert {"moq", "packaging", "as_of"} <= set(found.missing)


def test_a_missing_translation_counts(catalogue_session: Session) -> None:
    assert "texts" in assess(record(catalogue_session, "prj-42-006")).missing


def test_no_shipped_listing_passes_for_complete(catalogue_session: Session) -> None:
    for each in published_listings(catalogue_session):
        assert "responsible_office" in assess(each).missing
