"""Vocabularies, exchange rates and the inventory of lists, as they stood at one data version."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock

from sqlalchemy import Engine
from sqlmodel import Session

from catalogue.money import Rates
from catalogue.search import Inventory, read_inventory
from catalogue.vocabularies import Vocabularies, vocabularies
from service.database import reading
from service.versions import DataVersions


@dataclass(frozen=True, slots=True)
class Reference:
    """What every page needs and only a change of published content alters.

    Codes with labels, and what lists filter, count and sort by.
    """

    version: int
    vocabularies: Vocabularies
    inventory: Inventory

    @property
    def rates(self) -> Rates:
        """The dated exchange rates."""
        return self.inventory.rates


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
                    self._reference = _read(session, version)
            return self._reference


def _read(session: Session, version: int) -> Reference:
    return Reference(version, vocabularies(session), read_inventory(session))
