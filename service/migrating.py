"""Bringing a database's tables to this release, and telling whether they are."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

_FOLDER = Path(__file__).parent / "migrations"


def migrate(engine: Engine, revision: str = "head") -> None:
    """Upgrade the tables; several processes at once wait for each other's lock."""
    with engine.execution_options(immediate=True).begin() as connection:
        command.upgrade(_config(connection), revision)


def undo_migrations(engine: Engine, revision: str = "base") -> None:
    """Take the tables back to an older revision, down to nothing."""
    with engine.execution_options(immediate=True).begin() as connection:
        command.downgrade(_config(connection), revision)


def is_current(engine: Engine) -> bool:
    """Whether the tables are those of this release."""
    newest = ScriptDirectory(str(_FOLDER)).get_current_head()
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision() == newest


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_FOLDER))
    config.attributes["connection"] = connection
    return config


def draft_migration(engine: Engine, message: str) -> None:
    """Write a migration for the difference between a migrated database and the tables in code."""
    with engine.begin() as connection:
        command.revision(_config(connection), message=message, autogenerate=True)
