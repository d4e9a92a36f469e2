"""Lists of projects and products: filters, counts, words, pages, and whatever people type."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from i18n.languages import LANGUAGES, Language
from service.bootstrap import Services
from web.app import create_app

HOSTILE = [
    "province=" + "9" * 25,
    "capital_min=" + "9" * 25,
    "capital_min=-1&capital_max=1e9",
    "capital_min=٣٤٥",
    "page=" + "9" * 25,
    "page=0",
    "page=-1",
    "page=100000",
    "sort=drop+table",
    "currency=XXX",
    "q=%ff%fe",
    "q=%00%00",
    "q=" + quote("🧄" * 200),
    "q=" + quote("'\"><script>alert(1)</script>"),
    "q=" + "a" * 5000,
    "hs=0910&hs=0910&hs=zzzz",
    "lang_available=fr",
    "q=" + "gừng " * 40,
    "&&&=&a[]=1",
]


def results(page: str) -> int:
    found = re.search(r'<h2 id="results">\D*([\d.,]+)', page)
    assert found
    return int(re.sub(r"\D", "", found[1]))


@pytest.mark.parametrize("query", HOSTILE)
@pytest.mark.parametrize("kind", ["projects", "products"])
def test_whatever_is_typed_the_list_answers(client: TestClient, kind: str, query: str) -> None:
    reply = client.get(f"/en/{kind}?{query}")
    assert reply.status_code == 200
    assert "<script>alert" not in reply.text


def test_an_unknown_value_is_named_and_the_other_filters_apply(client: TestClient) -> None:
    page = client.get("/en/projects?province=99&sector=energy").text
    assert "We did not understand" in page
    assert "99" in page
    assert results(page) == 11


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("vi", "Không hiểu giá trị"),
        ("en", "We did not understand"),
        ("ko", "인식하지 못했습니다"),
        ("ja", "認識できませんでした"),
    ],
)
def test_an_unknown_value_is_named_in_the_readers_language(
    client: TestClient, language: str, told: str
) -> None:
    assert told in client.get(f"/{language}/products?certificate=gold").text


def test_filters_narrow_and_the_counts_of_a_facet_are_what_choosing_it_leaves(
    client: TestClient,
) -> None:
    page = client.get("/en/projects?former=kon-tum").text
    assert results(page) == 21
    counts = dict(
        re.findall(r'name="sector" value="(\w+)"[^>]*><span>[^<]*</span><span>(\d+)', page)
    )
    for sector, count in counts.items():
        assert results(client.get(f"/en/projects?former=kon-tum&sector={sector}").text) == int(
            count
        )


def test_capital_is_compared_across_currencies(client: TestClient) -> None:
    everything = results(client.get("/en/projects?capital_min=0").text)
    dong = results(client.get("/en/projects?capital_min=1000000000000").text)
    dollars = results(client.get("/en/projects?capital_min=38411618&currency=USD").text)
    assert 0 < dong < everything
    assert dong == dollars  # 1,000 billion dong at the shipped rate


@pytest.mark.parametrize("words", ["gừng", "gung", "GINGER", "생강", "生姜"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_keywords_of_any_language_find_ginger_on_every_page(
    client: TestClient, language: Language, words: str
) -> None:
    page = client.get(f"/{language}/products?q={quote(words)}").text
    assert "/listings/prd-51-101" in page
    assert "/listings/prd-51-024" in page


def test_decomposed_letters_are_the_same_words(client: TestClient) -> None:
    decomposed = quote(unicodedata.normalize("NFD", "gừng"))
    assert results(client.get(f"/vi/products?q={decomposed}").text) == results(
        client.get(f"/vi/products?q={quote('gừng')}").text
    )


def test_a_chip_lifts_its_filter_and_only_that(client: TestClient) -> None:
    page = client.get("/en/projects?province=51&sector=energy").text
    chips = re.findall(r'<p class="chips">.*?</p>', page, re.S)[0]
    assert 'href="/en/projects?sector=energy"' in chips
    assert 'href="/en/projects?province=51"' in chips


def test_pages_together_show_every_project_once(client: TestClient) -> None:
    found = [
        each
        for number in range(1, 8)
        for each in re.findall(
            r'href="/en/listings/(prj-\d\d-\d+)', client.get(f"/en/projects?page={number}").text
        )
    ]
    assert len(found) == len(set(found)) == 122


def test_an_empty_list_says_which_filter_to_lift_and_where_to_go(client: TestClient) -> None:
    page = client.get("/en/projects?province=01&sector=energy").text
    assert "No results. Try removing" in page
    assert 'href="/en/match"' in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_fault_of_ours_is_told_in_the_readers_language(
    services: Services, language: Language
) -> None:
    app = create_app(services)

    @app.get("/{language}/fault")
    def fault(language: Language) -> None:
        raise RuntimeError("a fault made for this test")

    app.router.routes.insert(0, app.router.routes.pop())
    with TestClient(app, base_url="http://127.0.0.1:8000", raise_server_exceptions=False) as client:
        reply = client.get(f"/{language}/fault")
    assert reply.status_code == 500
    assert f'<html lang="{language}">' in reply.text
    assert "RuntimeError" not in reply.text
