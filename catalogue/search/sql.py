"""SQL expressions and rows by short names; what columns a row has, its reader knows."""

from __future__ import annotations

from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Row, Select, SQLColumnExpression

Column: TypeAlias = SQLColumnExpression[Any]
Condition: TypeAlias = ColumnElement[bool]
AnyRow: TypeAlias = Row[*tuple[Any, ...]]
AnySelect: TypeAlias = Select[*tuple[Any, ...]]
