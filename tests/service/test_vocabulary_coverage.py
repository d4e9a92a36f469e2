"""The thesaurus knows what the shipped listings and demands are about."""

from __future__ import annotations

import csv
import tomllib
from functools import cache

import pytest

from catalogue.sample.files import HERE, listing_paths
from i18n.languages import LANGUAGES, Language
from matching.thesaurus import VOCABULARY, Thesaurus


@cache
def thesaurus() -> Thesaurus:
    return Thesaurus.load()


@cache
def as_broad_as_a_sector() -> frozenset[str]:
    with (VOCABULARY / "top.csv").open(encoding="utf-8", newline="") as file:
        return frozenset(row["id"] for row in csv.DictReader(file))


def says_something(text: str, language: Language | None) -> bool:
    found = {each.concept_id for each in thesaurus().recognise(text, language)}
    return bool(found - as_broad_as_a_sector())


def test_there_are_at_least_600_concepts_in_four_languages() -> None:
    complete = [c for c in thesaurus().rows if all(c.labels.get(each) for each in LANGUAGES)]
    assert len(complete) >= 600
    assert len(complete) == len(thesaurus().rows)


def test_most_concepts_have_several_labels_in_every_language() -> None:
    rows = thesaurus().rows
    for language in LANGUAGES:
        several = sum(len(concept.labels[language]) >= 2 for concept in rows)
        assert several / len(rows) >= 0.7, language


def test_the_vocabulary_has_no_duplicates_homonyms_gaps_or_cycles() -> None:
    assert thesaurus().check() == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_95_of_100_titles_name_something_narrower_than_a_sector(language: Language) -> None:
    files = [tomllib.loads(path.read_text(encoding="utf-8")) for path in listing_paths()]
    titles = [file["texts"][language]["title"] for file in files if language in file["texts"]]
    known = sum(says_something(title, language) for title in titles)
    assert known / len(titles) >= 0.95


def test_90_of_100_shipped_demands_name_something_narrower_than_a_sector() -> None:
    file = tomllib.loads((HERE / "demands.toml").read_text(encoding="utf-8"))
    demands = next(iter(file.values()))
    known = sum(
        says_something(f"{each['sought']}. {each.get('requirements', '')}", _language(each))
        for each in demands
    )
    assert known / len(demands) >= 0.9


def _language(demand: dict[str, str]) -> Language | None:
    named = demand.get("language") or demand.get("source_language")
    return Language(named) if named in set(LANGUAGES) else None
