"""SQL expressions and rows by short names; what columns a row has, its reader knows."""

from __future__ import annotations

from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Row, Select, SQLColumnExpression, and_
from sqlmodel import col

from catalogue.kinds import Kind
from catalogue.lifecycle import State
from catalogue.listings import Listing

Column: TypeAlias = SQLColumnExpression[Any]
Condition: TypeAlias = ColumnElement[bool]
AnyRow: TypeAlias = Row[*tuple[Any, ...]]
AnySelect: TypeAlias = Select[*tuple[Any, ...]]


def published(kind: Kind | None) -> Condition:
    """Listings the public sees in lists."""
    is_published = col(Listing.state) == State.PUBLISHED
    return and_(is_published, col(Listing.kind) == kind) if kind else is_published
