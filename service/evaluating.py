"""Measuring matching over the shipped catalogue, without touching any installation."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Iterator
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
from matching.documents import Document, Profile
from matching.evaluation import Evaluation, JudgedQuery, evaluate
from matching.index import Index
from matching.thesaurus import Thesaurus
from service import tables  # noqa: F401 - registers every table
from service.database import open_memory
from service.recommendations.documents import document
from service.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Report:
    """The figures with the floor they are held to (None where there is none)."""

    listing_languages: str
    evaluation: Evaluation
    floor: float | None

    @property
    def is_below_floor(self) -> bool:
        """Whether nDCG@10 over all queries misses its floor."""
        ndcg = self.evaluation.rows[0].ndcg
        return self.floor is not None and (ndcg is None or ndcg.mean < self.floor)

    def as_json(self) -> dict[str, Any]:
        """Everything as plain JSON values."""
        return {
            "listing_languages": self.listing_languages,
            **asdict(self.evaluation),
            "floor": self.floor,
            "is_below_floor": self.is_below_floor,
        }


def evaluate_shipped(judgments: Path, *, languages: tuple[Language, ...] = LANGUAGES) -> Report:
    """Rank the shipped listings, reduced to some languages, for every judged query.

    Raises Refusal when the folder holds no judged queries.
    """
    queries = list(read_judgments(judgments))
    if not queries:
        raise Refusal(f"no judged queries (*.jsonl) in {judgments}")
    index = Index.build(_documents(languages), Thesaurus.load())
    named = "+".join(languages)
    return Report(named, evaluate(index, queries), _floor(judgments, named))


def read_judgments(folder: Path) -> Iterator[JudgedQuery]:
    """The judged queries of a folder, file by file."""
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            judged = json.loads(line)
            language = Language(judged["lang"]) if judged["lang"] in set(LANGUAGES) else None
            yield JudgedQuery(judged["id"], Profile(judged["text"], language), judged["relevant"])


def _documents(languages: tuple[Language, ...]) -> list[Document]:
    with _shipped() as session:
        names = vocabularies(session)
        found: Iterable[Document | None] = (
            document(record, names, languages=languages) for record in published_listings(session)
        )
        return [each for each in found if each]


@contextmanager
def _shipped() -> Iterator[Session]:
    """The shipped catalogue in a database of its own, in memory."""
    engine = open_memory()
    SQLModel.metadata.create_all(engine)
    with Session(engine) as session:
        load_sample(session, now=datetime.now(UTC))
        yield session
    engine.dispose()


def _floor(judgments: Path, named: str) -> float | None:
    path = judgments / "floors.toml"
    if not path.exists():
        return None
    floor = tomllib.loads(path.read_text(encoding="utf-8"))["ndcg_at_10"].get(named)
    return None if floor is None else float(floor)
