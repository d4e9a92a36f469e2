"""The index of what is published now: mapped, and beside it what has changed since."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock, Thread

from sqlalchemy import Engine
from sqlmodel import Session

from catalogue.data_version import data_version
from catalogue.records import ListingRecord
from catalogue.sample import sample_digest
from catalogue.search import get_listings, published_listings, published_versions
from matching import storage
from matching.documents import Document
from matching.fingerprint import reading_digest
from matching.index import Index
from matching.storage import DamagedIndex
from matching.thesaurus import VOCABULARY, Thesaurus
from matching.versions import prune, publish
from service.database import reading
from service.recommendations.documents import approved_translation, document
from service.reference import ReferenceShelf

_log = logging.getLogger("service.index")
# From so many changes on the index is built again, aside, while they are answered from memory.
MERGE_AT = 500
_BATCH = 500


@dataclass(frozen=True, slots=True)
class _Opened:
    """An index as built, and with the changes up to a data version."""

    name: str
    built: Index
    version: int
    current: Index
    changes: int


class IndexShelf:
    """Keeps one index; what is published or withdrawn counts from the next answer on."""

    def __init__(self, folder: Path, reference: ReferenceShelf, *, merge_at: int) -> None:
        self._folder = folder
        self._reference = reference
        self._merge_at = merge_at
        self._lock = Lock()
        self._opened: _Opened | None = None
        self._merging = False

    @property
    def is_mapped(self) -> bool:
        """Whether an index is there to answer with."""
        return self._opened is not None

    def index(self, session: Session) -> Index:
        """The index of the present data version and vocabulary."""
        version = data_version(session)
        with self._lock:
            opened = self._opened
            if opened is None or opened.version != version:
                opened = self._opened = self._refreshed(session, opened, version)
        if opened.changes >= self._merge_at:
            self._merge_aside(session)
        return opened.current

    def rebuild(self, session: Session) -> None:
        """Build the index of the present version again, whatever is there."""
        built = _opened(self._build(session))
        with self._lock:
            self._opened = self._changed(session, built, data_version(session))

    def verify(self, session: Session) -> None:
        """Raise DamagedIndex unless there is an index to start from with every byte as written."""
        folder = _usable(self._folder)
        if folder is None:
            raise DamagedIndex(self._folder, "no index of this release has been built")
        storage.verify(folder)

    def _refreshed(self, session: Session, opened: _Opened | None, version: int) -> _Opened:
        folder = _usable(self._folder)
        if opened is None or folder is None or folder.name != opened.name:
            opened = _opened(self._sound(session, folder))
        return self._changed(session, opened, version)

    def _sound(self, session: Session, folder: Path | None) -> Path:
        """The folder of an index that can be trusted; it is built where there is none."""
        try:
            if folder is None:
                raise DamagedIndex(self._folder, "no index of this release has been built")
            storage.verify(folder)
            return folder
        except DamagedIndex as problem:
            _log.info("building the index", extra={"because": str(problem)})
            return self._build(session)

    def _changed(self, session: Session, opened: _Opened, version: int) -> _Opened:
        """With what was published, changed and withdrawn since the index was built."""
        published, built = published_versions(session), opened.built.versions
        added = [each for each, at in published.items() if built.get(each) != at]
        gone = built.keys() - published.keys()
        current = opened.built
        if added or gone:
            current = current.changed(self._documents(_records(session, added)), gone)
        return _Opened(opened.name, opened.built, version, current, len(added) + len(gone))

    def _documents(self, records: Iterable[ListingRecord]) -> Iterator[Document]:
        vocabularies = self._reference.read().vocabularies
        found = (document(record, vocabularies) for record in records)
        return (each for each in found if each)

    def _build(self, session: Session) -> Path:
        records = list(published_listings(session))
        translations = [each for each in map(approved_translation, records) if each]
        index = Index.build(self._documents(records), _vocabulary(), translations)
        folder = publish(index, self._folder, name=f"{data_version(session)}{_suffix()}")
        prune(self._folder)
        return folder

    def _merge_aside(self, session: Session) -> None:
        """Build in another thread; answers come from what is there until it is done."""
        with self._lock:
            if self._merging:
                return
            self._merging = True
        engine = session.get_bind()
        assert isinstance(engine, Engine)
        Thread(target=self._merge, args=(engine,), name="merge-index", daemon=True).start()

    def _merge(self, engine: Engine) -> None:
        try:
            with reading(engine) as session:
                self.rebuild(session)
        finally:
            self._merging = False


def _opened(folder: Path) -> _Opened:
    """An index as built, of no data version yet."""
    index = Index.map(folder)
    return _Opened(folder.name, index, -1, index, 0)


def _records(session: Session, ids: Sequence[str]) -> Iterator[ListingRecord]:
    for start in range(0, len(ids), _BATCH):
        yield from get_listings(session, ids[start : start + _BATCH])


def _usable(root: Path) -> Path | None:
    """The current index, if it was built by this release with these vocabularies."""
    folder = storage.current(root)
    return folder if folder is not None and folder.name.endswith(_suffix()) else None


@cache
def _vocabulary() -> Thesaurus:
    """The concepts as they were when this process first built an index; see `_suffix`."""
    return Thesaurus.load(VOCABULARY)


@cache
def _suffix() -> str:
    """Changes with the code, with every row of the thesaurus and with the shipped catalogue.

    Read once: an edit counts from the next start on. A running service must not stumble over a
    row that somebody is just writing.
    """
    digest = hashlib.blake2b(f"{sample_digest()}{reading_digest()}".encode(), digest_size=6)
    for path in sorted(VOCABULARY.glob("*.csv")):
        digest.update(path.read_bytes())
    return f"-{digest.hexdigest()}"
