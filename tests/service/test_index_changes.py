"""What is published, changed or withdrawn counts from the next answer on, without a new index."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from threading import enumerate as enumerate_threads

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, SQLModel, col, select

from catalogue.data_version import bump_data_version
from catalogue.lifecycle import State
from catalogue.listings import Listing, ListingText
from catalogue.sample import load_sample
from catalogue.search import Criteria
from i18n.languages import Language
from matching import storage
from matching.storage import DamagedIndex
from service.database import open_engine
from service.recommendations import Recommendations, Wanted
from service.reference import ReferenceShelf
from service.versions import DataVersions

LOADED_AT = datetime(2026, 1, 1, tzinfo=UTC)
GINGER = "prd-51-101"
Change = Callable[..., None]


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """A catalogue of its own, which these tests change."""
    opened = open_engine(f"sqlite:///{tmp_path_factory.mktemp('database') / 'own.db'}")
    SQLModel.metadata.create_all(opened)
    with Session(opened) as session:
        load_sample(session, now=LOADED_AT)
        session.commit()
    yield opened
    opened.dispose()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("index")


@pytest.fixture(scope="module")
def desk(engine: Engine, folder: Path) -> Recommendations:
    opened = a_process(engine, folder)
    opened.warm_up(engine)
    return opened


@pytest.fixture
def change(engine: Engine) -> Change:
    """Changes the ginger of Kon Tum as an editor would: one version later."""

    def now(*, state: State | None = None, title: str | None = None) -> None:
        with Session(engine) as session:
            listing = session.exec(select(Listing).where(col(Listing.public_id) == GINGER)).one()
            listing.state = state or listing.state
            listing.version += 1
            listing.updated_at += timedelta(minutes=1)
            if title:
                session.get_one(ListingText, (listing.id, Language.VI)).title = title
            bump_data_version(session)
            session.commit()

    return now


def a_process(engine: Engine, folder: Path, *, merge_at: int = 500) -> Recommendations:
    """A desk with nothing in memory yet; by its clock all it has read is too old."""
    moments = count(step=60)
    versions = DataVersions(engine, clock=lambda: float(next(moments)))
    reference = ReferenceShelf(engine, versions)
    return Recommendations(folder=folder, reference=reference, merge_at=merge_at)


def found(desk: Recommendations, engine: Engine, text: str) -> list[str]:
    with Session(engine) as session:
        wanted = Wanted(text=text, criteria=Criteria())
        answer = desk.find(session, wanted, language=Language.VI, limit=10)
    return [item.card.id for item in answer.items]


def test_a_withdrawn_listing_is_gone_at_once_and_back_when_it_is_published_again(
    desk: Recommendations, engine: Engine, folder: Path, change: Change
) -> None:
    built = storage.current(folder)
    assert GINGER in found(desk, engine, "gừng")
    change(state=State.WITHDRAWN)
    assert GINGER not in found(desk, engine, "gừng")
    change(state=State.PUBLISHED)
    assert GINGER in found(desk, engine, "gừng")
    assert storage.current(folder) == built


def test_a_changed_listing_is_found_by_its_new_words_in_every_process(
    desk: Recommendations, engine: Engine, folder: Path, change: Change
) -> None:
    change(title="Nhân sâm Kon Tum sấy lạnh kiểu mới")
    for process in (desk, a_process(engine, folder)):
        assert GINGER in found(process, engine, "nhân sâm sấy lạnh kiểu mới")[:2]


def test_a_job_takes_the_changes_into_a_new_index(
    desk: Recommendations, engine: Engine, folder: Path, change: Change
) -> None:
    change(title="Gừng Kon Tum")
    before = storage.current(folder)
    desk.rebuild(engine)
    assert storage.current(folder) != before
    assert GINGER in found(desk, engine, "gừng")


def test_many_changes_are_merged_aside_while_answers_go_on(
    desk: Recommendations, engine: Engine, folder: Path, change: Change
) -> None:
    desk.rebuild(engine)
    before = storage.current(folder)
    change(title="Gừng Kon Tum sấy")
    hasty = a_process(engine, folder, merge_at=1)
    assert GINGER in found(hasty, engine, "gừng sấy")
    for merging in [each for each in enumerate_threads() if each.name == "merge-index"]:
        merging.join()
    assert storage.current(folder) != before
    assert GINGER in found(hasty, engine, "gừng sấy")


def test_a_damaged_index_is_built_again_and_never_served(
    desk: Recommendations, engine: Engine, folder: Path
) -> None:
    current = storage.current(folder)
    assert current is not None
    with (current / "lexical_rows.npy").open("r+b") as file:
        file.seek(2000)
        file.write(b"\xff\xff")
    process = a_process(engine, folder)
    with Session(engine) as session, pytest.raises(DamagedIndex):
        process.verify(session)
    assert GINGER in found(process, engine, "gừng")
    with Session(engine) as session:
        process.verify(session)
