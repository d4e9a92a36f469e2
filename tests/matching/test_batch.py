import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from i18n.languages import Language
from matching.batch import answers, over_all_cores, portions, scores_of
from matching.documents import Document, Profile, Text
from matching.index import Index
from matching.ranking import nearest
from matching.workers import pays
from tests.matching.listings import CATALOGUE

WORDS = ("gừng tươi", "ginger", "생강", "生姜", "solar power", "spices, not pepper", "zzz")
# More than stay in one process.
MANY = [Profile(f"{WORDS[n % len(WORDS)]} {n}") for n in range(200)]


def folder_of(portion: Sequence[str], index: Index, given: str) -> list[str]:
    return [f"{given} {each} {len(index.ids)}" for each in portion]


def loaded(portion: Sequence[int], index: Index, given: None) -> set[str]:
    return {name.split(".")[0] for name in sys.modules}


@pytest.mark.parametrize("profiles", [MANY, MANY[:5], []], ids=["many", "few", "none"])
def test_many_profiles_get_the_answers_each_would_get_alone(
    index: Index, profiles: list[Profile]
) -> None:
    expected = [nearest(index, profile, limit=3) for profile in profiles]
    assert list(answers(index, profiles, limit=3)) == expected


def test_scores_without_reasons_are_those_of_the_answers(index: Index, tmp_path: Path) -> None:
    index.save(tmp_path / "1")
    many = MANY * 4
    found = list(scores_of(tmp_path / "1", many, 3))
    for profile, scores in zip(many, found, strict=True):
        matches = nearest(index, profile, limit=3).matches
        assert scores == [(each.id, each.score) for each in matches]


def test_an_index_that_was_changed_answers_as_it_is(index: Index) -> None:
    added = Document("prd-new", (Text(Language.VI, "Chanh dây Gia Lai"),))
    changed = index.changed([added], [CATALOGUE[0].id])
    work = portions(["a"] * 10, 1)
    found = list(over_all_cores(folder_of, work, changed, "as it is"))
    assert found == [[f"as it is a {len(CATALOGUE) + 1}"]] * 10


def test_the_files_that_processes_share_are_removed(
    index: Index, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    whole = answers(index, MANY)
    next(whole)
    whole.close()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not pays(MANY), reason="needs two cores")
def test_processes_load_nothing_that_matching_does_not_need(index: Index) -> None:
    work = portions(range(5), 1)
    for found in over_all_cores(loaded, work, index, None):
        assert found.isdisjoint({"service", "web", "catalogue", "typer", "rich", "sklearn"})
