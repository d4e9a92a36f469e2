"""Provinces and sectors."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from catalogue.vocabularies import Field
from i18n.languages import LANGUAGES, Language
from service.bootstrap import Services
from web.views.tiles import ISLES, ORDER, shade


def test_the_map_has_every_province_once(services: Services) -> None:
    provinces = services.reference.read().vocabularies.terms[Field.PROVINCE]
    assert sorted(set(ORDER) - set(ISLES)) == sorted(provinces)
    assert len(ORDER) == 36


@pytest.mark.parametrize(
    ("total", "found"), [(0, "z"), (1, "l1"), (5, "l1"), (6, "l2"), (25, "l3"), (50, "l4")]
)
def test_a_tile_is_darker_with_more_listings(total: int, found: str) -> None:
    assert shade(total) == found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_province_and_sector_has_a_page(
    client: TestClient, services: Services, language: Language
) -> None:
    terms = services.reference.read().vocabularies.terms
    addresses = [
        *(f"provinces/{code}" for code in terms[Field.PROVINCE]),
        *(f"sectors/{key}" for key in terms[Field.SECTOR]),
    ]
    failed = [each for each in addresses if client.get(f"/{language}/{each}").status_code != 200]
    assert not failed


def test_the_table_of_provinces_names_former_units(client: TestClient) -> None:
    page = client.get("/en/provinces").text
    assert page.count('<th scope="row">') == 34
    assert "with former Kon Tum" in page


def test_a_province_leads_to_the_lists_of_its_former_units(client: TestClient) -> None:
    page = client.get("/en/provinces/51").text
    assert '<a class="small" href="/en/projects?former=kon-tum">21 projects</a>' in page
    assert "The present unit was formed on 1\u00a0July\u00a02025" in page


def test_a_zone_without_an_area_says_so(client: TestClient) -> None:
    page = client.get("/en/provinces/51").text
    zone = re.search(r"Bờ Y Industrial Park.*?</tr>", page, re.DOTALL)
    assert zone
    assert "not in the source" in zone.group()


@pytest.mark.parametrize("code", ["99", "kon-tum", "5", "051", "14 "])
def test_an_unknown_province_is_not_found(client: TestClient, code: str) -> None:
    assert client.get(f"/en/provinces/{code}").status_code == 404


def test_a_sector_shows_vsic_only_under_its_year(client: TestClient) -> None:
    page = client.get("/en/sectors/energy").text
    assert "VSIC 2018: D." in page
    assert "replaced in November 2025" in page


def test_an_unknown_sector_is_not_found(client: TestClient) -> None:
    assert client.get("/en/sectors/gambling").status_code == 404
