"""Measuring matching over the shipped catalogue, without touching any installation."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlmodel import Session, SQLModel

from catalogue.sample import load_sample
from catalogue.search import published_listings
from catalogue.vocabularies import vocabularies
from i18n.languages import LANGUAGES, Language
from matching.documents import Document
from matching.evaluation import Evaluation, evaluate, evaluate_across
from matching.index import Index
from matching.measures import Agreement
from matching.thesaurus import Thesaurus
from service import tables  # noqa: F401 - registers every table
from service.database import open_memory
from service.floors import Floors, MissedFloor, missed_floors, read_floors
from service.judgments import read_agreement, read_sets
from service.recommendations.documents import document


@dataclass(frozen=True, slots=True)
class Report:
    """The figures of every set of judged queries, with the floors they are held to."""

    sets: Mapping[str, Evaluation]
    floors: Floors
    agreement: Agreement | None = None

    @property
    def missed(self) -> tuple[MissedFloor, ...]:
        """The floors that any set misses."""
        return tuple(missed_floors(self.sets, self.floors))

    def as_json(self) -> dict[str, Any]:
        """Everything as plain JSON values."""
        return {**asdict(self), "missed": [asdict(each) for each in self.missed]}


def evaluate_shipped(judgments: Path) -> Report:
    """Rank the shipped listings, with all their texts and in each language alone, for every set.

    Raises Refusal when the folder holds no judged queries or something that cannot be read.
    """
    sets = read_sets(judgments)
    floors = read_floors(judgments, sets=sets)
    documents, thesaurus = shipped_documents(), Thesaurus.load()
    index = Index.build(documents, thesaurus)
    reduced = {each: Index.build(_reduced(documents, {each}), thesaurus) for each in LANGUAGES}
    found = {name: evaluate_across(index, reduced, queries) for name, queries in sets.items()}
    return Report(found, floors, read_agreement(judgments))


def evaluate_reduced(judgments: Path, *, languages: Collection[Language]) -> Report:
    """Rank the shipped listings, reduced to some languages, and nothing else, for every set.

    Raises Refusal as `evaluate_shipped` does.
    """
    sets = read_sets(judgments)
    floors = read_floors(judgments, sets=sets)
    index = Index.build(_reduced(shipped_documents(), languages), Thesaurus.load())
    return Report({name: evaluate(index, queries) for name, queries in sets.items()}, floors)


def shipped_documents() -> list[Document]:
    """The published listings of the shipped catalogue, with all their texts."""
    with _shipped() as session:
        names = vocabularies(session)
        found = (document(record, names) for record in published_listings(session))
        return [each for each in found if each]


def _reduced(documents: list[Document], languages: Collection[Language]) -> list[Document]:
    kept = (
        (each.id, tuple(text for text in each.texts if text.language in languages))
        for each in documents
    )
    return [Document(listing, texts) for listing, texts in kept if texts]


@contextmanager
def _shipped() -> Iterator[Session]:
    """The shipped catalogue in a database of its own, in memory."""
    engine = open_memory()
    SQLModel.metadata.create_all(engine)
    with Session(engine) as session:
        load_sample(session, now=datetime.now(UTC))
        yield session
    engine.dispose()
