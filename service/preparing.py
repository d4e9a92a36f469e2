"""Bringing an installation up to date: tables, shipped catalogue, matching index."""

from __future__ import annotations

from datetime import UTC, datetime

from catalogue.sample import is_loaded, load_sample
from service.bootstrap import Services
from service.database import reading, writing
from service.migrating import is_current, migrate


def is_prepared(services: Services) -> bool:
    """Whether `serve` can start at once: the tables and the catalogue of this release."""
    if not is_current(services.engine):
        return False
    with reading(services.engine) as session:
        return is_loaded(session)


def prepare(services: Services) -> None:
    """Migrate, load what is missing of the shipped catalogue, build the index. Idempotent."""
    migrate(services.engine)
    with writing(services.engine) as session:
        load_sample(session, now=datetime.now(UTC))
    services.versions.forget()
    services.recommendations.warm_up(services.engine)
