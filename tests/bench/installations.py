"""The installations that are measured: as shipped, and grown to many listings."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from service.bootstrap import Services, assemble
from service.database import reading
from service.preparing import prepare
from service.settings import Settings
from tests.bench import growing


@dataclass(frozen=True, slots=True)
class Installations:
    """Data folders, prepared: `caunoi serve` starts on them at once."""

    shipped: Path
    grown: Path


def installations(folder: Path, *, listings: int) -> Installations:
    """Prepare both in a folder; what an earlier run left there is used again."""
    found = Installations(folder / "shipped", folder / f"grown-{listings}")
    for data in (found.shipped, found.grown):
        with opened(data) as services:
            prepare(services)
            if data == found.grown and growing.size(services.engine) < listings:
                growing.grow(services.engine, listings)
                services.versions.forget()
            with reading(services.engine) as session:  # builds the index where there is none
                services.recommendations.thesaurus(session)
    return found


@contextmanager
def opened(data: Path) -> Iterator[Services]:
    """The services of an installation in this process."""
    services = assemble(Settings(data_dir=data))
    try:
        yield services
    finally:
        services.close()
