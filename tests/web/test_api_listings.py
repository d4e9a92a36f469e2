"""`/api/v1/listings`: the lists of the pages, for programs."""

from __future__ import annotations

import re
from unicodedata import normalize

import pytest
from starlette.testclient import TestClient

from catalogue.search import get_listings
from service.bootstrap import Services
from service.database import reading
from web.api.models import Listing

LISTINGS = "/api/v1/listings"


def links(header: str) -> dict[str, str]:
    return {rel: address for address, rel in re.findall(r'<([^>]+)>; rel="(\w+)"', header)}


def test_a_listing_has_what_the_contract_names(client: TestClient) -> None:
    item = client.get(f"{LISTINGS}/prd-51-024", params={"lang": "ko"}).json()
    assert Listing.model_validate(item).title_lang == "ko"
    assert {
        "id",
        "kind",
        "url",
        "province",
        "former",
        "sector",
        "group",
        "hs",
        "availability",
        "listed_on",
        "as_of",
        "source",
        "capital",
        "area_ha",
        "texts",
        "title",
        "title_lang",
    } == set(item)
    assert item["title"] == item["texts"]["ko"]["title"]
    assert item["texts"]["vi"]["origin"] == "original"


def test_a_title_that_is_missing_falls_back_and_says_so(client: TestClient) -> None:
    items = [
        item
        for page in range(1, 4)
        for item in client.get(
            LISTINGS, params={"per_page": 100, "page": page, "lang": "ja"}
        ).json()["items"]
    ]
    assert len(items) == 242
    for item in items:
        assert item["title"] == item["texts"][item["title_lang"]]["title"]


def test_filters_narrow_and_repeated_values_widen(client: TestClient) -> None:
    def total(**params: object) -> int:
        found: int = client.get(LISTINGS, params=params).json()["total"]
        return found

    one, other = total(province="51"), total(province="40")
    assert total(province=["51", "40"]) == one + other
    assert total(province="51", kind="project") + total(province="51", kind="product") == one


def test_pages_are_linked_in_both_directions(client: TestClient) -> None:
    reply = client.get(LISTINGS, params={"kind": "project", "per_page": 50, "page": 2})
    found = links(reply.headers["link"])
    assert set(found) == {"first", "prev", "next", "last"}
    assert "kind=project" in found["next"]
    assert "page=3" in found["next"]
    assert client.get(found["next"]).json()["page"] == 3


def test_all_pages_together_are_the_whole_list(client: TestClient) -> None:
    seen: list[str] = []
    address = f"http://127.0.0.1:8000{LISTINGS}?kind=product&per_page=50&sort=name&lang=ko"
    while address:
        reply = client.get(address)
        seen += [item["id"] for item in reply.json()["items"]]
        address = links(reply.headers["link"]).get("next", "")
    assert len(seen) == len(set(seen)) == 120


@pytest.mark.parametrize("words", ["gừng", "gung", "ginger", "생강", "生姜"])
def test_keywords_find_ginger_first_in_every_language(client: TestClient, words: str) -> None:
    items = client.get(LISTINGS, params={"q": words}).json()["items"]
    assert "gừng" in items[0]["texts"]["vi"]["title"].lower()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("province", "99"),
        ("province", ""),
        ("kind", "service"),
        ("sector", "Energy"),
        ("former", "kontum"),
        ("group", "x"),
        ("hs", "09100"),
        ("currency", "BTC"),
        ("capital_min", "9" * 25),
        ("capital_min", "-1"),
        ("capital_max", "1e9"),
        ("certificate", "iso"),
        ("availability", "open"),
        ("lang_available", "zh"),
        ("sort", "sideways"),
        ("lang", "fr"),
        ("page", "0"),
        ("page", "9" * 25),
        ("per_page", "101"),
        ("per_page", "ten"),
        ("q", "x" * 201),
    ],
)
def test_an_unknown_value_is_refused_by_name(client: TestClient, name: str, value: str) -> None:
    reply = client.get(LISTINGS, params={name: value})
    assert reply.status_code == 422
    assert reply.headers["content-type"] == "application/problem+json"
    (error,) = reply.json()["errors"]
    assert error["field"] == name
    assert error["value"] == value[:60]
    assert name in error["message"]


def test_a_parameter_that_may_be_given_once_is_refused_twice(client: TestClient) -> None:
    assert client.get(f"{LISTINGS}?page=1&page=2").status_code == 422


@pytest.mark.parametrize("hostile", ["%ff%fe", "%00", "g%CC%9B%CC%9B", "g%E1%BB%ABng" * 40])
def test_strange_keywords_are_answered(client: TestClient, hostile: str) -> None:
    assert client.get(f"{LISTINGS}?q={hostile[:1800]}").status_code in {200, 422}


def test_decomposed_letters_are_the_same_words(client: TestClient) -> None:
    composed = client.get(LISTINGS, params={"q": "gừng"}).json()["items"]
    decomposed = client.get(LISTINGS, params={"q": normalize("NFD", "gừng")}).json()["items"]
    assert [item["id"] for item in composed] == [item["id"] for item in decomposed]


@pytest.mark.parametrize("unknown", ["prj-51-999999", "prj-" + "9" * 25, "x", "%ff", "%00"])
def test_an_unknown_id_is_not_found(client: TestClient, unknown: str) -> None:
    reply = client.get(f"{LISTINGS}/{unknown}")
    assert reply.status_code == 404
    assert reply.json()["status"] == 404


def test_errors_speak_the_language_that_was_asked_for(client: TestClient) -> None:
    for language in ("vi", "en", "ko", "ja"):
        by_parameter = client.get(f"{LISTINGS}/x", params={"lang": language})
        by_header = client.get(f"{LISTINGS}/x", headers={"accept-language": language})
        assert by_parameter.headers["content-language"] == language
        assert by_parameter.json() == by_header.json()


def test_every_listing_fits_the_reply_model(client: TestClient, services: Services) -> None:
    items = client.get(LISTINGS, params={"per_page": 100}).json()["items"]
    with reading(services.engine) as session:
        records = get_listings(session, [item["id"] for item in items])
    assert [record.id for record in records] == [item["id"] for item in items]
    assert all(Listing.model_validate(item) for item in items)
