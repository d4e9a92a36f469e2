"""The application in this process, on the shipped catalogue."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from service.bootstrap import Services, assemble
from service.preparing import prepare
from service.settings import Settings
from web.app import create_app

SITE = "http://127.0.0.1:8000"


@pytest.fixture(scope="session")
def services(tmp_path_factory: pytest.TempPathFactory) -> Services:
    """A prepared installation."""
    services = assemble(Settings(data_dir=tmp_path_factory.mktemp("var"), base_url=SITE))
    prepare(services)
    return services


@pytest.fixture(scope="session")
def client(services: Services) -> Iterator[TestClient]:
    """Somebody with a browser or a program; redirects are not followed."""
    with TestClient(create_app(services), base_url=SITE, follow_redirects=False) as client:
        yield client
