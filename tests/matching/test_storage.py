import random
import threading
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matching import storage
from matching.documents import Profile
from matching.index import Index
from matching.ranking import keyword_search, match, similar
from matching.storage import DamagedIndex
from matching.thesaurus import Thesaurus
from matching.versions import open_current, prune, publish
from tests.matching.listings import CATALOGUE, GINGER


@pytest.fixture
def saved(index: Index, tmp_path: Path) -> Path:
    index.save(tmp_path / "index")
    return tmp_path / "index"


def test_a_loaded_index_answers_like_the_built_one(index: Index, saved: Path) -> None:
    loaded = Index.load(saved)
    for text in ("ginger and rice", "생강", "nước mắm", "nothing of the kind"):
        assert match(loaded, Profile(text)) == match(index, Profile(text))
        assert keyword_search(loaded, text, None) == keyword_search(index, text, None)
    assert similar(loaded, GINGER.id) == similar(index, GINGER.id)


def test_an_empty_index_is_saved_and_loaded(thesaurus: Thesaurus, tmp_path: Path) -> None:
    Index.build([], thesaurus).save(tmp_path / "empty")
    assert Index.load(tmp_path / "empty").ids == ()


def test_building_twice_writes_the_same_bytes(
    index: Index, thesaurus: Thesaurus, saved: Path, tmp_path: Path
) -> None:
    Index.build(reversed(CATALOGUE), thesaurus).save(tmp_path / "again")
    manifests = [(folder / "manifest.json").read_bytes() for folder in (saved, tmp_path / "again")]
    assert manifests[0] == manifests[1]


@settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.randoms(use_true_random=False))
def test_a_flipped_bit_is_refused(saved: Path, chance: random.Random) -> None:
    path = chance.choice(sorted(each for each in saved.iterdir() if each.stat().st_size))
    whole = path.read_bytes()
    flipped = bytearray(whole)
    flipped[chance.randrange(len(flipped))] ^= 1 << chance.randrange(8)
    path.write_bytes(flipped)
    try:
        with pytest.raises(DamagedIndex):
            Index.load(saved)
    finally:
        path.write_bytes(whole)


@pytest.mark.parametrize("name", ["manifest.json", "listings.json", "lexical_amounts.npy"])
def test_a_missing_file_is_refused(saved: Path, name: str) -> None:
    (saved / name).unlink()
    with pytest.raises(DamagedIndex):
        Index.load(saved)


def test_a_file_too_many_is_refused(saved: Path) -> None:
    (saved / "stray.csv").write_text("id")
    with pytest.raises(DamagedIndex):
        Index.load(saved)


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DamagedIndex):
        Index.load(tmp_path / "none")


def test_nothing_half_written_is_left_behind(saved: Path, index: Index) -> None:
    with pytest.raises(FileExistsError):
        index.save(saved)
    assert [each.name for each in saved.parent.iterdir()] == ["index"]


def test_publishing_switches_the_current_version(
    index: Index, thesaurus: Thesaurus, tmp_path: Path
) -> None:
    publish(Index.build([GINGER], thesaurus), tmp_path, name="1")
    assert open_current(tmp_path).ids == (GINGER.id,)
    publish(index, tmp_path, name="2")
    assert open_current(tmp_path).ids == index.ids
    prune(tmp_path)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["2", "current"]


def test_a_damaged_version_is_replaced(index: Index, tmp_path: Path) -> None:
    publish(index, tmp_path, name="1")
    (tmp_path / "1" / "listings.json").write_text("[]")
    with pytest.raises(DamagedIndex):
        open_current(tmp_path)
    publish(index, tmp_path, name="1")
    assert open_current(tmp_path).ids == index.ids


def test_without_any_version_there_is_nothing_to_open(tmp_path: Path) -> None:
    with pytest.raises(DamagedIndex):
        open_current(tmp_path)


def test_of_many_publishers_all_end_with_one_sound_version(index: Index, tmp_path: Path) -> None:
    publishers = [
        threading.Thread(target=publish, args=(index, tmp_path), kwargs={"name": "7"})
        for _ in range(8)
    ]
    for each in publishers:
        each.start()
    for each in publishers:
        each.join()
    assert storage.current(tmp_path) == tmp_path / "7"
    assert open_current(tmp_path).ids == index.ids
