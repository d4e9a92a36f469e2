"""What surrounds the data: OpenAPI document, bulk files, sharing, caching, reference page."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from starlette.testclient import TestClient

from i18n.languages import LANGUAGES
from web.api import examples
from web.api.models import Listing, MatchRequest
from web.api.operations import OPERATIONS, PREFIX, Operation

PUBLIC_PATHS = [
    "/listings",
    "/listings/prd-51-024",
    "/provinces",
    "/sectors",
    "/concepts",
    "/openapi.json",
]


def document(client: TestClient) -> dict[str, Any]:
    found: dict[str, Any] = client.get(f"{PREFIX}/openapi.json").json()
    return found


def test_the_document_is_openapi_3_1_with_an_example_for_every_reply(client: TestClient) -> None:
    found = document(client)
    assert found["openapi"].startswith("3.1")
    for path in found["paths"].values():
        for operation in path.values():
            (content,) = operation["responses"]["200"]["content"].values()
            assert content["example"]


def test_every_route_is_described_and_every_description_has_a_route(client: TestClient) -> None:
    described = {PREFIX + operation.path for operation in OPERATIONS}
    assert set(document(client)["paths"]) == described
    for operation in OPERATIONS:
        path = PREFIX + operation.path.replace("{id}", "prd-51-024")
        body = examples.MATCH_REQUEST if operation.body else None
        assert client.request(operation.method, path, json=body).status_code == 200


def test_the_document_lists_todays_codes(client: TestClient) -> None:
    parameters = document(client)["paths"][f"{PREFIX}/listings"]["get"]["parameters"]
    schemas = {each["name"]: each["schema"] for each in parameters}
    assert len(schemas["province"]["items"]["enum"]) == 34
    assert "confirmed_open" in schemas["availability"]["items"]["enum"]


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda each: each.name)
def test_samples_work_and_examples_fit_their_models(
    client: TestClient, operation: Operation
) -> None:
    if operation.reply:
        operation.reply.model_validate(operation.example)
    if operation.method == "get":
        assert client.get(PREFIX + operation.sample).status_code == 200


def test_the_example_request_is_a_request() -> None:
    assert MatchRequest.model_validate_json(json.dumps(examples.MATCH_REQUEST)).limit == 5


@pytest.mark.parametrize("path", PUBLIC_PATHS)
def test_unchanged_data_is_answered_with_304(client: TestClient, path: str) -> None:
    first = client.get(PREFIX + path)
    assert first.headers["etag"].startswith('"')
    again = client.get(PREFIX + path, headers={"if-none-match": first.headers["etag"]})
    assert again.status_code == 304
    assert again.content == b""
    assert again.headers["etag"] == first.headers["etag"]


@pytest.mark.parametrize("path", [*PUBLIC_PATHS, "/export.json", "/export.csv"])
def test_any_web_page_may_read(client: TestClient, path: str) -> None:
    reply = client.get(PREFIX + path, headers={"origin": "https://example.org"})
    assert reply.headers["access-control-allow-origin"] == "*"
    assert client.options(PREFIX + path).status_code == 204


def test_a_preflight_lets_a_match_request_through(client: TestClient) -> None:
    reply = client.options(
        f"{PREFIX}/matches",
        headers={
            "origin": "https://example.org",
            "access-control-request-method": "POST",
            "access-control-request-headers": "content-type",
        },
    )
    assert reply.status_code == 204
    assert "POST" in reply.headers["access-control-allow-methods"]
    assert "content-type" in reply.headers["access-control-allow-headers"].lower()
    answer = client.post(f"{PREFIX}/matches", json={"text": "ginger"})
    assert answer.headers["access-control-allow-origin"] == "*"


def test_errors_may_be_read_by_any_page_too(client: TestClient) -> None:
    for path in ("/listings/x", "/nothing", "/listings?page=0"):
        reply = client.get(PREFIX + path)
        assert reply.headers["access-control-allow-origin"] == "*"
        assert reply.headers["content-type"] == "application/problem+json"


def test_the_json_file_holds_the_whole_catalogue(client: TestClient) -> None:
    reply = client.get(f"{PREFIX}/export.json")
    listings = reply.json()["listings"]
    assert len(listings) == 242
    for listing in listings:
        title = next(iter(listing["texts"].values()))["title"]
        Listing.model_validate({**listing, "title": title, "title_lang": "vi"})


def test_the_csv_file_has_one_row_a_listing_and_no_formula(client: TestClient) -> None:
    reply = client.get(f"{PREFIX}/export.csv")
    assert "attachment" in reply.headers["content-disposition"]
    rows = list(csv.DictReader(io.StringIO(reply.content.decode("utf-8-sig"))))
    assert len(rows) == 242
    assert all(row["title_vi"] for row in rows)
    cells = [cell for row in rows for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


@pytest.mark.parametrize("form", ["json", "csv"])
def test_a_file_that_has_not_changed_is_not_sent_again(client: TestClient, form: str) -> None:
    etag = client.get(f"{PREFIX}/export.{form}").headers["etag"]
    assert etag.startswith('"')
    again = client.get(f"{PREFIX}/export.{form}", headers={"if-none-match": etag})
    assert (again.status_code, again.content) == (304, b"")


def test_a_file_is_not_sent_for_head(client: TestClient) -> None:
    reply = client.head(f"{PREFIX}/export.csv")
    assert reply.content == b""
    assert int(reply.headers["content-length"]) > 100_000


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reference_names_every_operation_and_the_files(
    client: TestClient, language: str
) -> None:
    page = client.get(f"/{language}/api").text
    assert 'id="download"' in page
    assert f'href="{PREFIX}/export.json"' in page
    assert f'href="/{language}/feed.atom"' in page
    for operation in OPERATIONS:
        assert f'id="{operation.name}"' in page
    assert "<script" not in page
    assert "kB" in page or "MB" in page
