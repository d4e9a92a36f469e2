"""An index on a disk that fails or that somebody touched is refused, never answered from."""

import random
from pathlib import Path

import pytest

from matching import storage
from matching.index import Index
from matching.storage import DamagedIndex
from matching.thesaurus import Thesaurus
from matching.versions import open_current, publish
from tests.endurance import amount
from tests.matching.listings import CATALOGUE


@pytest.fixture(scope="module")
def saved(thesaurus: Thesaurus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("damage") / "index"
    Index.build(CATALOGUE, thesaurus).save(folder)
    return folder


@pytest.mark.endurance
def test_any_flipped_bit_is_refused(saved: Path) -> None:
    chance = random.Random(20)
    paths = sorted(saved.iterdir())
    for flips in range(amount(1000, full=20_000)):
        path = paths[flips % len(paths)]
        place, bit = chance.randrange(path.stat().st_size), chance.randrange(8)
        _flip(path, place, bit)
        with pytest.raises(DamagedIndex):
            storage.verify(saved)
        _flip(path, place, bit)
    storage.verify(saved)


@pytest.mark.parametrize("kept", [0.0, 0.5, 0.999])
def test_a_file_cut_short_is_refused(saved: Path, kept: float) -> None:
    for path in sorted(saved.iterdir()):
        whole = path.read_bytes()
        path.write_bytes(whole[: int(kept * len(whole))])
        with pytest.raises(DamagedIndex):
            storage.verify(saved)
        path.write_bytes(whole)
    storage.verify(saved)


@pytest.mark.parametrize("more", [b"\0", b"\n}", bytes(4096)])
def test_a_file_with_more_at_its_end_is_refused(saved: Path, more: bytes) -> None:
    for path in sorted(saved.iterdir()):
        whole = path.read_bytes()
        path.write_bytes(whole + more)
        with pytest.raises(DamagedIndex):
            storage.verify(saved)
        path.write_bytes(whole)
    storage.verify(saved)


def test_files_in_each_others_place_are_refused(saved: Path) -> None:
    one, other = saved / "lexical_rows.npy", saved / "concepts_rows.npy"
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first)
    with pytest.raises(DamagedIndex):
        storage.verify(saved)
    one.write_bytes(first)
    other.write_bytes(second)


def test_a_flipped_bit_in_the_name_of_the_current_version_is_refused(
    thesaurus: Thesaurus, tmp_path: Path
) -> None:
    publish(Index.build(CATALOGUE[:2], thesaurus), tmp_path, name="7-0a1b")
    pointer = tmp_path / "current"
    for place in range(pointer.stat().st_size):
        for bit in range(7):
            _flip(pointer, place, bit)
            with pytest.raises(DamagedIndex):
                open_current(tmp_path)
            _flip(pointer, place, bit)


def test_a_name_of_the_current_version_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "current").write_bytes(b"\xb7-0a1b")
    with pytest.raises(DamagedIndex):
        open_current(tmp_path)


def _flip(path: Path, place: int, bit: int) -> None:
    with path.open("r+b") as file:
        file.seek(place)
        (byte,) = file.read(1)
        file.seek(place)
        file.write(bytes([byte ^ 1 << bit]))
