"""The start page and the way to it."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from i18n.languages import LANGUAGES, Language


@pytest.mark.parametrize(
    ("asked", "found"),
    [("ko-KR,ko;q=0.9", "/ko/"), ("vi", "/vi/"), ("de", "/en/"), ("de, ja;q=0.2", "/ja/")],
)
def test_the_root_leads_to_the_language_of_the_reader(
    client: TestClient, asked: str, found: str
) -> None:
    reply = client.get("/", headers={"accept-language": asked})
    assert (reply.status_code, reply.headers["location"]) == (302, found)


def test_the_root_is_never_kept_for_another_reader(client: TestClient) -> None:
    reply = client.get("/")
    assert reply.headers["vary"] == "Accept-Language, Cookie"
    assert reply.headers["cache-control"] == "no-store"


def test_a_language_without_a_slash_leads_to_its_home(client: TestClient) -> None:
    assert client.get("/ko").headers["location"] == "/ko/"


def test_the_counts_are_those_of_the_catalogue(client: TestClient) -> None:
    page = client.get("/en/").text
    assert '<span class="no">122</span>' in page
    assert '<span class="no">120</span>' in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_hoang_sa_and_truong_sa_in_vietnamese(
    client: TestClient, language: Language
) -> None:
    page = client.get(f"/{language}/").text
    mark = "" if language is Language.VI else ' lang="vi"'
    assert f'href="/{language}/provinces/48" aria-label=' in page
    for name in ("Hoàng Sa", "Trường Sa"):
        assert f'<span class="n"{mark}>{name}</span>' in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_bridge_joins_four_real_titles(client: TestClient, language: Language) -> None:
    page = client.get(f"/{language}/").text
    pairs = re.findall(r'<a class="from" href="([^"]+)">([^<]+)</a>.*?class="to"', page)
    assert len(pairs) == 4
    for address, title in pairs:
        assert f"<h1>{title}</h1>" in client.get(address).text


def test_the_form_asks_the_match_page_for_a_short_text(client: TestClient) -> None:
    page = client.get("/en/").text
    assert 'action="/en/match" method="get"' in page
    assert 'name="text" rows="4" maxlength="500"' in page
