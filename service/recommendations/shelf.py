"""The index of the present data version: mapped when it is there, built when it is not."""

from __future__ import annotations

import hashlib
import logging
from functools import cache
from pathlib import Path
from threading import Lock

from sqlmodel import Session

from catalogue.data_version import data_version
from catalogue.search import published_listings
from matching import storage
from matching.index import Index
from matching.storage import DamagedIndex
from matching.thesaurus import VOCABULARY, Thesaurus
from matching.versions import prune, publish
from service.recommendations.documents import document
from service.reference import ReferenceShelf

_log = logging.getLogger("service.index")


class IndexShelf:
    """Keeps one index; listings withdrawn since it was built are left out by their readers."""

    def __init__(self, folder: Path, reference: ReferenceShelf) -> None:
        self._folder = folder
        self._reference = reference
        self._lock = Lock()
        self._name = ""
        self._index: Index | None = None

    @property
    def is_mapped(self) -> bool:
        """Whether an index is there to answer with."""
        return self._index is not None

    def index(self, session: Session) -> Index:
        """The index of the present data version and vocabulary."""
        name = _name(session)
        with self._lock:
            if self._index is None or self._name != name:
                self._index, self._name = self._open(session, name), name
            return self._index

    def rebuild(self, session: Session) -> None:
        """Build the present version again, whatever is there."""
        name = _name(session)
        with self._lock:
            self._index, self._name = self._build(session, name), name

    def verify(self, session: Session) -> None:
        """Raise DamagedIndex unless the present version is there with every byte as written."""
        storage.verify(self._folder / _name(session))

    def _open(self, session: Session, name: str) -> Index:
        try:
            return Index.load(self._folder / name)
        except (DamagedIndex, FileNotFoundError) as problem:
            _log.info("building the index", extra={"because": str(problem)})
            return self._build(session, name)

    def _build(self, session: Session, name: str) -> Index:
        vocabularies = self._reference.read().vocabularies
        documents = (document(record, vocabularies) for record in published_listings(session))
        index = Index.build((each for each in documents if each), Thesaurus.load(VOCABULARY))
        folder = publish(index, self._folder, name=name)
        prune(self._folder)
        return Index.load(folder)


def _name(session: Session) -> str:
    return f"{data_version(session)}-{_vocabulary_digest()}"


@cache
def _vocabulary_digest() -> str:
    """Changes with every row of the thesaurus; read once: an edit counts from the next start on.

    A running service must not stumble over a row that somebody is just writing.
    """
    digest = hashlib.blake2b(digest_size=6)
    for path in sorted(VOCABULARY.glob("*.csv")):
        digest.update(path.read_bytes())
    return digest.hexdigest()
