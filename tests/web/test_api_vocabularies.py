"""The codes that listings are described with."""

from __future__ import annotations

from starlette.testclient import TestClient


def test_there_are_34_provinces_and_kon_tum_is_part_of_quang_ngai(client: TestClient) -> None:
    reply = client.get("/api/v1/provinces", params={"lang": "ko"}).json()
    assert reply["total"] == len(reply["items"]) == 34
    quang_ngai = next(each for each in reply["items"] if each["code"] == "51")
    assert quang_ngai["name"] == "꽝응아이성"
    assert "kon-tum" in [former["key"] for former in quang_ngai["former"]]


def test_the_numbers_of_sectors_add_up_to_the_projects(client: TestClient) -> None:
    items = client.get("/api/v1/sectors").json()["items"]
    assert all(set(each["names"]) == {"vi", "en", "ko", "ja"} for each in items)
    assert sum(each["projects"] for each in items) >= 122


def test_the_thesaurus_is_paged_and_labelled_in_four_languages(client: TestClient) -> None:
    first = client.get("/api/v1/concepts", params={"per_page": 100, "lang": "ja"})
    assert first.json()["total"] >= 600
    assert 'rel="next"' in first.headers["link"]
    for concept in first.json()["items"]:
        assert all(concept["labels"][language] for language in ("vi", "en", "ko", "ja"))
        assert concept["label"] == concept["labels"]["ja"][0]


def test_a_page_past_the_end_is_empty(client: TestClient) -> None:
    reply = client.get("/api/v1/concepts", params={"page": 100_000})
    assert reply.json()["items"] == []
    assert 'rel="next"' not in reply.headers["link"]


def test_an_unknown_language_is_refused(client: TestClient) -> None:
    for name in ("provinces", "sectors", "concepts"):
        assert client.get(f"/api/v1/{name}?lang=fr").json()["errors"][0]["field"] == "lang"
