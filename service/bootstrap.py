"""The composition root: every long-lived part is made here and handed to who needs it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Engine

from service.database import open_engine
from service.recommendations import Recommendations
from service.reference import ReferenceShelf
from service.settings import Settings
from service.versions import DataVersions


@dataclass(frozen=True, slots=True)
class Services:
    """What pages, the API and the command line work with."""

    settings: Settings
    engine: Engine
    versions: DataVersions
    reference: ReferenceShelf
    recommendations: Recommendations

    def close(self) -> None:
        """Let go of database connections and files."""
        self.engine.dispose()


def assemble(settings: Settings) -> Services:
    """Make the services of an installation; nothing is read or written yet."""
    engine = open_engine(settings.database)
    versions = DataVersions(engine)
    reference = ReferenceShelf(engine, versions)
    return Services(
        settings=settings,
        engine=engine,
        versions=versions,
        reference=reference,
        recommendations=Recommendations(folder=settings.index_dir, reference=reference),
    )
