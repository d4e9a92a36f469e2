"""Real databases for tests: SQLite files always, PostgreSQL wherever one answers.

`CAUNOI_TEST_POSTGRES_URL` names a PostgreSQL database; each test worker then works in schemas
of its own, which are dropped at the end.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import Engine, make_url, text
from sqlmodel import Session, SQLModel

import service.tables  # noqa: F401
from catalogue.sample import load_sample
from matching.index import Index
from matching.thesaurus import Thesaurus
from service.database import open_engine
from service.evaluating import shipped_documents
from tests.endurance import FULL_SIZE

POSTGRES_URL = os.environ.get("CAUNOI_TEST_POSTGRES_URL", "")
if os.environ.get("CI") and not POSTGRES_URL:
    raise RuntimeError("CI needs a PostgreSQL: set CAUNOI_TEST_POSTGRES_URL")
BACKENDS = ["sqlite", *(["postgresql"] if POSTGRES_URL else [])]
LOADED_AT = datetime(2026, 1, 1, 8, 30, tzinfo=UTC)

# Handed to pytest by `make endurance`; a slow machine fails no test for its slowness.
settings.register_profile(FULL_SIZE, deadline=None)


@pytest.fixture(params=BACKENDS)
def engine(request: pytest.FixtureRequest, tmp_path: Path, worker: str) -> Iterator[Engine]:
    """A fresh database with all tables and no rows."""
    yield from _open(request.param, tmp_path / "fresh.db", schema=f"fresh_{worker}")


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    """A session on a fresh database."""
    with Session(engine) as opened:
        yield opened


@pytest.fixture(scope="session", params=BACKENDS)
def catalogue_engine(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, worker: str
) -> Iterator[Engine]:
    """A database that holds the shipped catalogue; tests only read it."""
    path = tmp_path_factory.mktemp("catalogue") / "catalogue.db"
    for opened in _open(request.param, path, schema=f"catalogue_{worker}"):
        with Session(opened) as loading:
            load_sample(loading, now=LOADED_AT)
            loading.commit()
        yield opened


@pytest.fixture
def catalogue_session(catalogue_engine: Engine) -> Iterator[Session]:
    """A session on the shipped catalogue; what a test writes is undone."""
    with Session(catalogue_engine) as opened:
        yield opened


@pytest.fixture(scope="session", autouse=True)
def cache_of_this_run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What labels teach is fitted once for all workers and processes of a run, and not kept."""
    base = tmp_path_factory.getbasetemp()
    with pytest.MonkeyPatch.context() as patched:
        shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
        patched.setenv("XDG_CACHE_HOME", str(shared / "cache"))
        yield


@pytest.fixture(scope="session")
def shipped_index() -> Index:
    """The shipped catalogue, ready for matching; tests only ask it."""
    return Index.build(shipped_documents(), Thesaurus.load())


@pytest.fixture(scope="session")
def worker() -> str:
    """The name of this test worker: parallel workers and runs never share a schema."""
    return f"{os.environ.get('PYTEST_XDIST_WORKER', 'main')}_{os.getpid()}"


def _open(backend: str, path: Path, *, schema: str) -> Iterator[Engine]:
    opened = open_engine(f"sqlite:///{path}") if backend == "sqlite" else _in_schema(schema)
    SQLModel.metadata.create_all(opened)
    yield opened
    if backend != "sqlite":
        _drop(opened, schema)
    opened.dispose()


def _in_schema(schema: str) -> Engine:
    url = make_url(POSTGRES_URL)
    outside = open_engine(POSTGRES_URL)
    with outside.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
    outside.dispose()
    inside = url.update_query_dict({"options": f"-csearch_path={schema}"})
    return open_engine(inside.render_as_string(hide_password=False))


def _drop(engine: Engine, schema: str) -> None:
    with engine.begin() as connection:
        connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
