"""Vocabularies and exchange rates as they stood at one data version."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock

from sqlalchemy import Engine

from catalogue.money import Rates, rates
from catalogue.vocabularies import Vocabularies, vocabularies
from service.database import reading
from service.versions import DataVersions


@dataclass(frozen=True, slots=True)
class Reference:
    """What hardly ever changes and every page names: codes with labels, and dated rates."""

    version: int
    vocabularies: Vocabularies
    rates: Rates


class ReferenceShelf:
    """Keeps the reference of the present data version; read again when that changes."""

    def __init__(self, engine: Engine, versions: DataVersions) -> None:
        self._engine = engine
        self._versions = versions
        self._lock = Lock()
        self._reference: Reference | None = None

    def read(self) -> Reference:
        """The reference of the present data version."""
        version = self._versions.read()
        with self._lock:
            if self._reference is None or self._reference.version != version:
                with reading(self._engine) as session:
                    self._reference = Reference(version, vocabularies(session), rates(session))
            return self._reference
