"""The judged profiles are what their README says, and a spoilt one is named."""

from __future__ import annotations

import json
from collections import Counter
from itertools import chain
from pathlib import Path

import pytest

from catalogue.sample.files import listing_paths
from i18n.languages import LANGUAGES
from matching.evaluation import JudgedQuery, Seeker
from service.judgments import read_agreement, read_sets
from service.refusals import Refusal

JUDGMENTS = Path(__file__).parents[1] / "judgments"


@pytest.fixture(scope="module")
def sets() -> dict[str, list[JudgedQuery]]:
    return read_sets(JUDGMENTS)


@pytest.fixture(scope="module")
def halves(sets: dict[str, list[JudgedQuery]]) -> list[JudgedQuery]:
    return sets["test_half"] + sets["tuning_half"]


def grades(reader: str) -> dict[str, dict[str, int]]:
    lines = (JUDGMENTS / "readings" / f"{reader}.jsonl").read_text("utf-8").splitlines()
    return {read["id"]: read["grades"] for read in map(json.loads, lines)}


def test_the_test_half_comes_first(sets: dict[str, list[JudgedQuery]]) -> None:
    assert list(sets)[:2] == ["test_half", "tuning_half"]


def test_every_relevant_listing_is_shipped(sets: dict[str, list[JudgedQuery]]) -> None:
    shipped = {path.stem for path in listing_paths()}
    judged = {listing for query in chain(*sets.values()) for listing in query.grades}
    assert judged - shipped == set()


def test_there_are_thirty_profiles_a_language(halves: list[JudgedQuery]) -> None:
    assert Counter(query.profile.language for query in halves) == dict.fromkeys(LANGUAGES, 30)


def test_every_profile_is_a_buyers_or_an_investors(halves: list[JudgedQuery]) -> None:
    assert {query.seeker for query in halves} == set(Seeker)


def test_at_least_fifteen_profiles_have_nothing_suitable(halves: list[JudgedQuery]) -> None:
    assert sum(not query.is_answerable for query in halves) >= 15


def test_no_profile_stands_twice(sets: dict[str, list[JudgedQuery]]) -> None:
    queries = list(chain(*sets.values()))
    assert len({query.id for query in queries}) == len(queries)
    assert len({query.profile.text.casefold() for query in queries}) == len(queries)


def test_the_lower_of_two_grades_stands(halves: list[JudgedQuery]) -> None:
    first, second = grades("a"), grades("b")
    for query in halves:
        lower = {
            each: min(grade, second[query.id][each]) for each, grade in first[query.id].items()
        }
        assert query.grades == {each: grade for each, grade in lower.items() if grade}


def test_the_agreement_of_the_readers_is_known() -> None:
    agreement = read_agreement(JUDGMENTS)
    assert agreement is not None
    assert agreement.pairs == sum(map(len, grades("a").values()))
    assert 0 < agreement.kappa < agreement.kappa_relevant < 1


def test_without_two_readings_there_is_no_agreement(tmp_path: Path) -> None:
    assert read_agreement(tmp_path) is None


def test_a_folder_without_judgments_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="no judged queries"):
        read_sets(tmp_path)


@pytest.mark.parametrize("line", ["{", "[]", '{"id": "a", "lang": "vi", "text": "gừng"}'])
def test_a_line_that_cannot_be_read_is_named(tmp_path: Path, line: str) -> None:
    good = '{"id": "q", "lang": "vi", "text": "gừng", "relevant": {}}'
    (tmp_path / "mine.jsonl").write_text(f"{good}\n{line}\n", "utf-8")
    with pytest.raises(Refusal, match=r"mine\.jsonl, line 2"):
        read_sets(tmp_path)
