"""One number that rises with every change of published content: the key of every cache."""

from __future__ import annotations

from sqlalchemy import update
from sqlmodel import Field, Session, SQLModel, col, select

_ROW = 1


class DataVersion(SQLModel, table=True):
    """A single row; it changes in the same transaction as the content it stands for."""

    __tablename__ = "data_version"

    id: int = Field(default=_ROW, primary_key=True)
    number: int = 0
    # Digest of the shipped catalogue that was loaded last.
    sample_digest: str = ""


def data_version(session: Session) -> int:
    """The present number; 0 before anything was published."""
    return session.exec(select(DataVersion.number)).first() or 0


def bump_data_version(session: Session) -> None:
    """Say that published content changed. The database counts, so no change is lost between two."""
    raised = update(DataVersion).values(number=col(DataVersion.number) + 1)
    if session.connection().execute(raised).rowcount == 0:
        session.add(DataVersion(number=1))
        session.flush()
