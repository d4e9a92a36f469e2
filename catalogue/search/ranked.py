"""Ranked ids as a table of the query: any number of them in one parameter, their order kept."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sqlalchemy import Integer, Select, String, column, func, select, type_coerce
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Session


def ranked(session: Session, ids: Sequence[str]) -> Select[str, int]:
    """Rows of public id and position, best first. An IN list would meet SQLite's limit of
    parameters and forget the order.
    """
    if session.connection().dialect.name == "postgresql":
        return _in_postgresql(ids)
    return _in_sqlite(ids)


def _in_sqlite(ids: Sequence[str]) -> Select[str, int]:
    rows = func.json_each(json.dumps(ids)).table_valued(
        column("value", String), column("key", Integer), name="ranked"
    )
    return select(rows.c.value.label("public_id"), rows.c.key.label("position"))


def _in_postgresql(ids: Sequence[str]) -> Select[str, int]:
    rows = (
        func.jsonb_array_elements_text(type_coerce(list(ids), JSONB))
        .table_valued(column("value", String), with_ordinality="key", name="ranked")
        .render_derived()
    )
    return select(rows.c.value.label("public_id"), rows.c.key.label("position"))
