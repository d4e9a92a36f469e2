"""What labels teach is fitted once and kept for later runs; nothing spoilt is ever believed."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from i18n.languages import LANGUAGES
from matching.learned import Learned
from matching.learned_cache import cache_folder, of_labels
from matching.thesaurus import Thesaurus


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty cache folder, and a process that has learned nothing yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    of_labels.cache_clear()
    yield cache_folder()
    of_labels.cache_clear()


def in_another_run(thesaurus: Thesaurus) -> Learned:
    of_labels.cache_clear()
    return of_labels(Thesaurus(thesaurus.rows))


def same(one: Learned, other: Learned) -> bool:
    return all(
        np.array_equal(one.spaces[each].rows.toarray(), other.spaces[each].rows.toarray())
        and np.array_equal(one.spaces[each].entries, other.spaces[each].entries)
        for each in LANGUAGES
    )


def test_a_later_run_reads_what_was_kept(cache: Path, thesaurus: Thesaurus) -> None:
    fitted = of_labels(thesaurus)
    assert len(list(cache.glob("labels-*"))) == 1
    read = in_another_run(thesaurus)
    assert same(read, fitted)
    assert all(isinstance(space.entries.base, np.memmap) for space in read.spaces.values())


def test_another_vocabulary_is_learned_anew(cache: Path, thesaurus: Thesaurus) -> None:
    of_labels(thesaurus)
    fewer = in_another_run(Thesaurus(thesaurus.rows[1:]))
    assert same(fewer, Learned.fit(Thesaurus(thesaurus.rows[1:])))
    assert len(list(cache.glob("labels-*"))) == 2


def test_what_is_spoilt_is_fitted_again_and_replaced(cache: Path, thesaurus: Thesaurus) -> None:
    fitted = of_labels(thesaurus)
    (folder,) = cache.glob("labels-*")
    spoilt = folder / "learned_ko_amounts.npy"
    content = spoilt.read_bytes()
    spoilt.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    assert same(in_another_run(thesaurus), fitted)
    assert spoilt.read_bytes() == content


def test_where_nothing_can_be_kept_it_is_fitted(
    tmp_path: Path, thesaurus: Thesaurus, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert same(in_another_run(thesaurus), Learned.fit(thesaurus))


def test_only_the_newest_are_kept(cache: Path, thesaurus: Thesaurus) -> None:
    for fewer in range(5):
        in_another_run(Thesaurus(thesaurus.rows[fewer:]))
    assert len(list(cache.iterdir())) == 3
