"""Alive, ready, measured."""

from __future__ import annotations

import shutil

import pytest
from starlette.testclient import TestClient

from service.bootstrap import Services
from web.app import create_app

SITE = "http://127.0.0.1:8000"


def test_the_process_says_that_it_is_alive(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "alive"}


def test_a_prepared_installation_is_ready(client: TestClient) -> None:
    reply = client.get("/readyz")
    assert (reply.status_code, reply.json()) == (200, {"status": "ready"})


def test_a_damaged_index_is_not_ready(client: TestClient, services: Services) -> None:
    kept = services.settings.index_dir.with_name("kept")
    services.settings.index_dir.rename(kept)
    try:
        reply = client.get("/readyz")
        assert (reply.status_code, reply.json()["problem"]) == (503, "index")
    finally:
        shutil.rmtree(services.settings.index_dir, ignore_errors=True)
        kept.rename(services.settings.index_dir)


def test_metrics_are_for_this_machine_only(services: Services) -> None:
    app = create_app(services)
    near = TestClient(app, base_url=SITE, client=("127.0.0.1", 5))
    far = TestClient(app, base_url=SITE, client=("192.0.2.7", 5))
    assert "caunoi_requests_total" in near.get("/metrics").text
    assert far.get("/metrics").status_code == 404


@pytest.mark.parametrize("name", ["x-forwarded-for", "forwarded", "x-real-ip"])
def test_a_proxy_on_this_machine_does_not_open_the_metrics(services: Services, name: str) -> None:
    near = TestClient(create_app(services), base_url=SITE, client=("127.0.0.1", 5))
    assert near.get("/metrics", headers={name: "192.0.2.7"}).status_code == 404
