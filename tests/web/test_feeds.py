"""What machines read."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from starlette.testclient import TestClient

from i18n.languages import LANGUAGES, Language

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
SITE = "http://127.0.0.1:8000"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_feed_is_well_formed_and_leads_to_pages(client: TestClient, language: Language) -> None:
    feed = ElementTree.fromstring(client.get(f"/{language}/feed.atom").content)
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == 50
    link = entries[0].find(f"{ATOM}link")
    assert link is not None
    assert client.get(link.attrib["href"].removeprefix(SITE)).status_code == 200


def test_the_sitemap_names_every_page_in_every_language(client: TestClient) -> None:
    pages = sitemap(client)
    # 242 listings, 34 provinces, 11 sectors and 8 other pages.
    assert len(pages) == (242 + 34 + 11 + 8) * len(LANGUAGES)
    assert all(len(page.findall(f"{XHTML}link")) == 5 for page in pages)


def test_addresses_of_the_sitemap_answer_without_a_redirect(client: TestClient) -> None:
    addresses = [page.findtext(f"{SITEMAP}loc") or "" for page in sitemap(client)]
    failed = [
        each for each in addresses[::37] if client.get(each.removeprefix(SITE)).status_code != 200
    ]
    assert not failed


def test_a_part_past_the_end_is_not_found(client: TestClient) -> None:
    assert client.get("/sitemap-7.xml").status_code == 404
    assert client.get("/sitemap-99999999999999999999.xml").status_code == 404


def test_robots_are_told_of_the_sitemap_and_kept_from_what_people_wrote(
    client: TestClient,
) -> None:
    text = client.get("/robots.txt").text
    assert f"Sitemap: {SITE}/sitemap.xml" in text
    assert "Disallow: /*/match?" in text


def sitemap(client: TestClient) -> list[ElementTree.Element]:
    return ElementTree.fromstring(client.get("/sitemap.xml").content).findall(f"{SITEMAP}url")
