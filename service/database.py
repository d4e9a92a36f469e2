"""The database: one engine, sessions that read and sessions that write, one commit point."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, event, make_url
from sqlalchemy.pool import StaticPool
from sqlmodel import Session, create_engine

# Request handlers run in this many threads; the pool must never be smaller (a smaller pool
# can hang every request behind one slow query).
THREADS = 8
_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=10000")


def open_engine(url: str) -> Engine:
    """Open the engine of a database URL; SQLite files get their folder and safe settings."""
    if make_url(url).get_backend_name() == "sqlite":
        return _open_sqlite(url)
    return create_engine(url, pool_size=THREADS + 2, max_overflow=4, pool_pre_ping=True)


def open_memory() -> Engine:
    """A SQLite database in memory with one shared connection: for measuring, not for serving."""
    return create_engine("sqlite://", poolclass=StaticPool)


def is_there(url: str) -> bool:
    """Whether a database may be there: False for a SQLite file that nobody has made yet."""
    parts = make_url(url)
    path = parts.database if parts.get_backend_name() == "sqlite" else None
    return not path or path.startswith((":memory:", "file:")) or Path(path).exists()


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """A session for reads; nothing it does is kept."""
    with Session(engine, autoflush=False) as session:
        yield session


@contextmanager
def writing(engine: Engine) -> Iterator[Session]:
    """A session whose work is committed on leaving, or undone when anything is raised.

    SQLite takes the write lock at once: a transaction that reads first and writes later
    can be refused as busy in the middle.
    """
    with Session(engine.execution_options(immediate=True)) as session, session.begin():
        yield session


def _open_sqlite(url: str) -> Engine:
    path = make_url(url).database
    if path and path != ":memory:":
        Path(path).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(
        url, pool_size=THREADS + 2, max_overflow=4, connect_args={"check_same_thread": False}
    )
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # transactions are begun by _begin_sqlite
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    immediate = connection.get_execution_options().get("immediate", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")
