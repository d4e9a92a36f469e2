"""Loading the shipped catalogue again and again."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from sqlmodel import Session, col, select

from catalogue.data_version import data_version
from catalogue.listings import Listing, ListingText
from catalogue.money import Rate
from catalogue.organizations import Organization, OrganizationKind
from catalogue.sample import Loaded, is_loaded, load_sample
from catalogue.sample.files import BadListingFile, listing_paths, read_listing
from catalogue.search import get_listing
from i18n.languages import Language

FIRST, SECOND = datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 2, 2, tzinfo=UTC)


def listing(session: Session, public_id: str) -> Listing:
    return session.exec(select(Listing).where(col(Listing.public_id) == public_id)).one()


def test_loading_twice_changes_nothing(session: Session) -> None:
    assert load_sample(session, now=FIRST) == Loaded(added=242)
    version = data_version(session)
    assert load_sample(session, now=SECOND) == Loaded(unchanged=242)
    assert data_version(session) == version
    assert listing(session, "prj-51-002").updated_at == FIRST


def test_an_installation_knows_whether_it_holds_this_catalogue(session: Session) -> None:
    assert not is_loaded(session)
    load_sample(session, now=FIRST)
    assert is_loaded(session)


def test_a_changed_file_replaces_its_listing(session: Session) -> None:
    load_sample(session, now=FIRST)
    row = listing(session, "prj-51-002")
    row.sample_digest, row.province = "of an older release", "01"
    session.add(row)
    assert load_sample(session, now=SECOND) == Loaded(changed=1, unchanged=241)
    record = get_listing(session, "prj-51-002")
    assert record is not None
    assert (record.province, record.version, record.updated_at) == ("51", 2, SECOND)
    assert (record.published_at, len(record.texts)) == (FIRST, 4)


def test_a_listing_a_province_took_over_is_left_alone(session: Session) -> None:
    load_sample(session, now=FIRST)
    office = Organization(kind=OrganizationKind.AGENCY, name="Quảng Ngãi", province="51")
    session.add(office)
    session.flush()
    row = listing(session, "prj-51-002")
    row.owner_id, row.sample_digest, row.as_of = office.id, "of an older release", "2026"
    assert load_sample(session, now=SECOND) == Loaded(unchanged=242)
    assert row.as_of == "2026"


def test_a_listing_edited_here_is_left_alone(session: Session) -> None:
    load_sample(session, now=FIRST)
    listing(session, "prd-51-101").sample_digest = None
    assert load_sample(session, now=SECOND) == Loaded(unchanged=242)


def test_later_rates_of_the_installation_are_kept(session: Session) -> None:
    own = Rate(currency="USD", vnd_per_unit=Decimal(27000), as_of=date(2026, 1, 2), source="bank")
    session.add(own)
    load_sample(session, now=FIRST)
    assert session.get_one(Rate, "USD").source == "bank"
    assert session.get_one(Rate, "KRW").as_of == date(2025, 6, 13)


def test_vietnamese_is_the_original_and_the_rest_unreviewed_machine_work(
    catalogue_session: Session,
) -> None:
    texts = catalogue_session.exec(select(ListingText)).all()
    assert {text.origin for text in texts if text.language is Language.VI} == {"original"}
    assert {text.origin for text in texts if text.language is not Language.VI} == {"machine"}
    assert not any(text.is_reviewed for text in texts)


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        ('province = "51"', 'province = "51"\nregion = "highlands"'),
        ('availability = "to_confirm"', 'availability = "open"'),
        ('as_of = "2021"', 'as_of = "spring 2021"'),
        ("[texts.ko]", "[texts.fr]"),
        ('id = "prj-51-002"', 'id = "prj-51-999"'),
        ("[texts.ko]", "[texts.ko"),
    ],
)
def test_a_file_with_an_unknown_field_or_code_is_refused(written: str, instead: str) -> None:
    path = next(path for path in listing_paths() if path.stem == "prj-51-002")
    text = path.read_text(encoding="utf-8")
    assert written in text
    with pytest.raises(BadListingFile, match="prj-51-002"):
        read_listing(text.replace(written, instead, 1), path.stem)
