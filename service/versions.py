"""The catalogue's data version as caches see it: read at most twice a second, never older."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from time import monotonic

from sqlalchemy import Engine

from catalogue.data_version import data_version
from service.database import reading

MAX_AGE = 0.5  # seconds; how long another process's change may stay unseen here


class DataVersions:
    """Hands out the present data version without asking the database for every request."""

    def __init__(self, engine: Engine, *, clock: Callable[[], float] = monotonic) -> None:
        self._engine = engine
        self._clock = clock
        self._lock = Lock()
        self._version = -1
        self._read_at = float("-inf")

    @property
    def known(self) -> int | None:
        """The version if it was read within MAX_AGE, else None: then call `read`."""
        return self._version if self._clock() - self._read_at < MAX_AGE else None

    def read(self) -> int:
        """The present version; asks the database when the known one is too old."""
        with self._lock:
            if self.known is None:
                with reading(self._engine) as session:
                    self._version = data_version(session)
                self._read_at = self._clock()
            return self._version

    def forget(self) -> None:
        """Ask again next time: call after a write of this process."""
        self._read_at = float("-inf")
