"""What every request passes through: hosts, page cache, security headers, body limit, log."""

from __future__ import annotations

import gzip
import logging
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from catalogue.data_version import bump_data_version
from service.bootstrap import Services, assemble
from service.database import writing
from service.preparing import prepare
from service.settings import Settings
from web.app import create_app
from web.middleware.bodies import LIMIT

PAGE = "/en/projects"


def test_a_public_page_has_a_strong_etag_and_answers_304(client: TestClient) -> None:
    first = client.get(PAGE)
    assert first.headers["etag"].startswith('"')
    for named in (first.headers["etag"], f'"other", {first.headers["etag"]}', "*"):
        again = client.get(PAGE, headers={"if-none-match": named})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == first.headers["etag"]
        assert again.headers["cache-control"] == first.headers["cache-control"]
    assert client.get(PAGE, headers={"if-none-match": '"other"'}).status_code == 200


def test_a_packed_page_is_the_same_page(client: TestClient) -> None:
    packed = client.get(PAGE, headers={"accept-encoding": "gzip"})
    plain = client.get(PAGE, headers={"accept-encoding": "identity"})
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert packed.content == plain.content
    assert packed.headers["etag"] != plain.headers["etag"]
    assert plain.headers["vary"] == packed.headers["vary"] == "accept-encoding"
    assert int(packed.headers["content-length"]) < len(plain.content) / 2
    assert len(gzip.compress(plain.content)) < len(plain.content)


@pytest.mark.parametrize(
    "path", [PAGE, "/en/match?text=ginger", "/api/v1/provinces", "/en/nowhere", "/static/site.css"]
)
def test_head_has_the_headers_of_get_and_no_body(client: TestClient, path: str) -> None:
    plain = {"accept-encoding": "identity"}
    got, asked = client.get(path, headers=plain), client.head(path, headers=plain)
    assert asked.content == b""
    assert asked.status_code == got.status_code
    assert asked.headers["content-type"] == got.headers["content-type"]
    assert asked.headers["content-length"] == str(len(got.content))


def test_what_somebody_seeks_is_never_kept(client: TestClient) -> None:
    reply = client.get("/en/match?text=ginger")
    assert reply.headers["cache-control"] == "no-store"
    assert "etag" not in reply.headers


def test_different_queries_are_different_pages(client: TestClient) -> None:
    assert client.get(f"{PAGE}?sort=name").content != client.get(f"{PAGE}?page=2").content


def test_errors_are_not_kept(client: TestClient) -> None:
    reply = client.get("/en/listings/prj-99-999999")
    assert reply.status_code == 404
    assert reply.headers["cache-control"] == "no-store"


def test_a_change_of_the_catalogue_is_seen(tmp_path: Path) -> None:
    site = "http://127.0.0.1:8000"
    services = assemble(Settings(data_dir=tmp_path, base_url=site))
    prepare(services)
    with TestClient(create_app(services), base_url=site) as client:
        before = client.get("/api/v1/export.json").headers["etag"]
        with writing(services.engine) as session:
            bump_data_version(session)
        services.versions.forget()
        assert client.get("/api/v1/export.json").headers["etag"] != before
        assert [path.name for path in (tmp_path / "exports").iterdir()] == [
            f"{services.versions.read()}.json"
        ]


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8000",
        "",
        "127.0.0.1.evil.example",
        "127.0.0.1:80:80",
        "127.0.0.1:x",
        "127.0.0.1@evil.example",
        "[::1",
        "127.0.0.1/evil",
        "127.0.0.1 evil",
        "x" * 5000,
        "\xff",
        "localhost\t",
    ],
)
def test_a_request_to_another_host_is_refused(client: TestClient, host: str) -> None:
    reply = client.get(PAGE, headers={"host": host.encode("latin-1")})
    assert reply.status_code == 400
    assert "evil" not in reply.text


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:9", "LOCALHOST:8000", "[::1]:8000"])
def test_our_own_names_are_answered(client: TestClient, host: str) -> None:
    assert client.get(PAGE, headers={"host": host}).status_code == 200


def test_two_hosts_are_refused(client: TestClient) -> None:
    headers = [("host", "127.0.0.1:8000"), ("host", "evil.example")]
    assert client.get(PAGE, headers=headers).status_code == 400


def test_forwarded_names_do_not_reach_a_page(client: TestClient) -> None:
    page = client.get(f"{PAGE}?sort=name", headers={"x-forwarded-host": "evil.example"})
    assert "evil.example" not in page.text


@pytest.mark.parametrize("path", [PAGE, "/api/v1/listings", "/en/nowhere", "/static/site.css"])
def test_nothing_off_site_and_nothing_inline_may_run(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe-inline" not in policy
    assert "http" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


def test_only_an_https_site_asks_for_https(client: TestClient, services: Services) -> None:
    assert "strict-transport-security" not in client.get(PAGE).headers
    named = Settings(data_dir=services.settings.data_dir, base_url="https://caunoi.example")
    secure = TestClient(
        create_app(replace(services, settings=named)), base_url="https://caunoi.example"
    )
    assert "strict-transport-security" in secure.get(PAGE).headers


def test_a_body_is_refused_once_it_is_too_large(client: TestClient) -> None:
    refused = client.post("/api/v1/matches", content=b"x" * (LIMIT + 1))
    read = client.post("/api/v1/matches", content=b"x" * LIMIT)
    assert (refused.status_code, read.status_code) == (413, 422)


def test_a_body_that_does_not_say_its_size_is_refused_too(client: TestClient) -> None:
    pieces = (b"x" * 1024 for _ in range(2000))
    assert client.post("/ko/match", content=pieces).status_code in {413, 422}
    headers = {"content-type": "application/x-www-form-urlencoded"}
    pieces = (b"x" * 1024 for _ in range(2000))
    reply = client.post("/ko/match", content=pieces, headers=headers)
    assert reply.status_code == 413
    assert '<html lang="ko">' in reply.text


def test_the_log_has_no_query(client: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, logger="web.access"):
        client.get("/en/match?text=secret+wishes")
    assert [record.path for record in caplog.records] == ["/en/match"]  # type: ignore[attr-defined]
    assert "secret" not in "".join(str(vars(record)) for record in caplog.records)


def test_an_invented_method_is_answered(client: TestClient) -> None:
    for method in ("DELETE", "PUT", "PATCH", "BREW"):
        assert client.request(method, PAGE).status_code == 405
        assert client.request(method, "/api/v1/listings").status_code == 405
