"""Alembic's entry: runs the migrations on the connection it is handed."""

from __future__ import annotations

from alembic import context
from sqlmodel import SQLModel

import service.tables  # noqa: F401 - registers every table

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=SQLModel.metadata,
    render_as_batch=True,  # SQLite cannot alter columns in place
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
