"""Start page, province pages, feeds and sitemap."""

from __future__ import annotations

from datetime import date

from sqlmodel import Session

from catalogue.listings import ListingText
from catalogue.search import (
    counts,
    feed_entries,
    province_overview,
    provinces_with_counts,
    sectors_with_counts,
    sitemap_entries,
    totals,
)
from catalogue.translation import TextState
from i18n.languages import Language
from tests.catalogue.conftest import AddListing


def test_totals_of_the_shipped_catalogue(catalogue_session: Session) -> None:
    found = totals(catalogue_session)
    assert (found.projects, found.products) == (122, 120)


def test_texts_are_counted_by_language_and_state(catalogue_session: Session) -> None:
    found = counts(catalogue_session).texts
    assert found[Language.VI][TextState.ORIGINAL] == 242
    for language in (Language.EN, Language.KO, Language.JA):
        assert sum(found[language].values()) == 242
        assert found[language][TextState.REVIEWED] == 0


def test_an_outdated_translation_is_counted_as_such(
    shelf: Session, add_listing: AddListing
) -> None:
    listing = add_listing("prd-51-901", texts={Language.VI: "Gừng", Language.KO: "생강"})
    original = shelf.get_one(ListingText, (listing.id, Language.VI))
    translated = shelf.get_one(ListingText, (listing.id, Language.KO))
    original.version, translated.source_version = 2, 1
    shelf.flush()
    found = counts(shelf).texts
    assert found[Language.KO] == {TextState.OUTDATED: 1, TextState.MISSING: 0}
    assert found[Language.JA] == {TextState.MISSING: 1}


def test_all_provinces_are_listed_also_the_empty_ones(catalogue_session: Session) -> None:
    found = {each.code: each for each in provinces_with_counts(catalogue_session)}
    assert len(found) == 34
    assert (found["51"].projects, found["51"].products) == (23, 41)
    assert found["01"].projects == found["01"].products == 0


def test_a_province_shows_what_it_was_before(catalogue_session: Session) -> None:
    found = province_overview(catalogue_session, "51")
    assert found is not None
    assert found.merged_on == date(2025, 7, 1)
    assert {each.key: (each.projects, each.products) for each in found.formers} == {
        "quang-ngai": (2, 10),
        "kon-tum": (21, 31),
    }
    assert found.projects == sum(found.sectors.values()) == 23
    assert found.products == sum(found.groups.values()) == 41
    assert len(found.zones) == 7


def test_a_province_that_did_not_merge_has_no_date(catalogue_session: Session) -> None:
    found = province_overview(catalogue_session, "40")
    assert found is not None
    assert found.merged_on is None
    assert [each.valid_to for each in found.formers] == [None]


def test_an_unknown_province_has_no_page(catalogue_session: Session) -> None:
    assert province_overview(catalogue_session, "99") is None


def test_sectors_come_in_their_order_with_their_projects(catalogue_session: Session) -> None:
    found = sectors_with_counts(catalogue_session)
    assert (len(found), found[0].key) == (11, "agriculture_forestry")
    assert sum(each.projects for each in found) == 122


def test_the_feed_brings_the_latest_changes_first(catalogue_session: Session) -> None:
    found = feed_entries(catalogue_session, Language.JA, limit=20)
    assert len(found) == 20
    assert [each.updated_at for each in found] == sorted(
        (each.updated_at for each in found), reverse=True
    )


def test_the_sitemap_comes_in_slices(catalogue_session: Session) -> None:
    first = sitemap_entries(catalogue_session, limit=200)
    rest = sitemap_entries(catalogue_session, offset=200, limit=200)
    assert (len(first), len(rest)) == (200, 42)
    assert first[0].updated_on == date(2026, 1, 1)
    assert set(first[0].titles.languages) == set(Language)
