"""Alive, ready, measured."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from matching import storage
from service.bootstrap import Services, assemble
from web.app import create_app

SITE = "http://127.0.0.1:8000"


def test_the_process_says_that_it_is_alive(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "alive"}


def test_a_prepared_installation_is_ready(client: TestClient) -> None:
    reply = client.get("/readyz")
    assert (reply.status_code, reply.json()) == (200, {"status": "ready"})


def test_without_a_mapped_index_nothing_is_ready(services: Services) -> None:
    fresh = assemble(services.settings)
    reply = TestClient(create_app(fresh), base_url=SITE).get("/readyz")
    assert (reply.status_code, reply.json()["problem"]) == (503, "index")
    fresh.close()


def test_a_damaged_index_is_built_again_and_never_served(services: Services) -> None:
    damaged = storage.current(services.settings.index_dir)
    assert damaged is not None
    (damaged / "manifest.json").write_text("{}", encoding="utf-8")
    fresh = assemble(services.settings)
    with TestClient(create_app(fresh), base_url=SITE) as client:
        assert client.get("/readyz").status_code == 200
    built = storage.current(services.settings.index_dir)
    assert built is not None
    storage.verify(built)


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
