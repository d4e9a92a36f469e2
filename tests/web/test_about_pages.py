"""What the site says of itself, and what it says when something is missing."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from i18n.languages import LANGUAGES, Language

PAGES = (
    "",
    "provinces",
    "provinces/51",
    "sectors/energy",
    "about",
    "privacy",
    "listings/prj-51-003",
    "nowhere",
)


def test_the_texts_are_counted_by_language_and_state(client: TestClient) -> None:
    page = client.get("/en/about").text
    assert '<th scope="row" lang="vi">Tiếng Việt</th><td class="num">242</td>' in page


def test_every_rate_has_its_day_and_source(client: TestClient) -> None:
    page = client.get("/en/about").text
    assert page.count("<td>13\u00a0June\u00a02025</td><td>ExchangeRate-API") == 7


def test_the_site_sets_no_cookie(client: TestClient) -> None:
    replies = [client.get("/"), *(client.get(f"/en/{each}") for each in PAGES)]
    assert not any("set-cookie" in reply.headers for reply in replies)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_pages_have_one_heading_and_nothing_inline(
    client: TestClient, language: Language, page: str
) -> None:
    text = client.get(f"/{language}/{page}").text
    assert text.count("<h1") == 1
    assert " style=" not in text
    assert "<style" not in text
    assert text.count("<script") == text.count('<script type="application/ld+json">')


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_missing_page_offers_a_search_and_is_not_indexed(
    client: TestClient, language: Language
) -> None:
    reply = client.get(f"/{language}/nowhere")
    assert reply.status_code == 404
    assert f'action="/{language}/projects"' in reply.text
    assert '<meta name="robots" content="noindex">' in reply.text


def test_a_missing_page_quotes_nothing_of_its_address(client: TestClient) -> None:
    assert "<b>" not in client.get("/en/%3Cb%3Ex").text


def test_heads_are_answered_as_gets_without_a_body(client: TestClient) -> None:
    for page in PAGES[:-1]:
        reply = client.head(f"/en/{page}")
        assert (reply.status_code, reply.content) == (200, b"")
