"""The migrations lead to exactly the tables the code describes, and back to none."""

from __future__ import annotations

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect
from sqlmodel import SQLModel

import service.tables  # noqa: F401
from service.database import open_engine
from service.migrating import is_current, migrate, undo_migrations


def test_migrations_equal_the_tables(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'fresh.db'}")
    migrate(engine)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, SQLModel.metadata) == []
    assert is_current(engine)


def test_migrations_can_be_undone(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'fresh.db'}")
    migrate(engine)
    undo_migrations(engine)
    assert set(inspect(engine).get_table_names()) <= {"alembic_version"}
