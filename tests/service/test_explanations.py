"""Every word that an answer about the shipped catalogue shows is verified."""

from __future__ import annotations

import random
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from i18n.languages import LANGUAGES, Language
from matching.documents import Answer, Document, Profile, Reason, Text
from matching.index import Index
from matching.ranking import match, nearest, similar
from service.evaluating import shipped_documents
from service.judgments import read_sets
from tests.matching.invariants import assert_explained, assert_ranked, figures

SETS = read_sets(Path(__file__).parents[1] / "judgments")
PROFILES = [judged.profile for judged in SETS["tuning_half"]]
SECRET = "zyxwolframite"


@pytest.mark.parametrize("name", SETS)
def test_every_explanation_quotes_what_stands_there(shipped_index: Index, name: str) -> None:
    for judged in SETS[name]:
        answer = nearest(shipped_index, judged.profile, limit=6)
        assert_explained(answer, judged.profile.text, shipped_index)


def test_a_vietnamese_word_in_an_english_text_is_explained_like_any_other(
    shipped_index: Index,
) -> None:
    listing = Document("prd-1", (Text(Language.EN, "Mắm"),))
    index = Index.build([listing], shipped_index.thesaurus)
    answer = nearest(index, Profile("魚醤", Language.JA))
    assert [each.id for each in answer.matches] == ["prd-1"]
    assert_explained(answer, "魚醤", index)


def test_explanations_quote_listings_in_every_language(shipped_index: Index) -> None:
    answers = (match(shipped_index, profile, limit=3) for profile in PROFILES)
    reasons = [each for answer in answers for found in answer.matches for each in found.reasons]
    quoted = {span.language for reason in reasons for span in reason.listing_spans}
    assert quoted == set(LANGUAGES)
    assert {reason.kind for reason in reasons} >= {"concept", "words"}


@pytest.mark.parametrize("reader", [None, *LANGUAGES])
def test_a_concept_is_quoted_in_the_readers_language_where_a_text_in_it_names_it(
    shipped_index: Index, reader: Language | None
) -> None:
    seen = 0
    for profile in PROFILES[::2]:
        language = reader or profile.language
        for found in nearest(shipped_index, replace(profile, reader=reader), limit=5).matches:
            rows = shipped_index.rows(shipped_index.positions[found.id])
            own = next(row for row in rows if shipped_index.language(row) is language)
            text = shipped_index.analysis(own)
            for reason in found.reasons:
                if reason.concept and text.naming(reason.concept):
                    assert {span.language for span in reason.listing_spans} == {language}
                    seen += 1
    assert seen > 100


def test_most_answers_are_explained_in_the_profiles_language(shipped_index: Index) -> None:
    """Every shipped listing has a text in it; it may lack a word that another text has."""
    found = [
        each.language is profile.language
        for profile in PROFILES
        for each in nearest(shipped_index, profile, limit=10).matches
    ]
    assert sum(found) > 0.8 * len(found)


def test_similar_listings_are_explained_in_the_listings_own_words(shipped_index: Index) -> None:
    for listing in random.Random(5).sample(shipped_index.ids, 15):
        rows = shipped_index.rows(shipped_index.positions[listing])
        wholes = [shipped_index.text(row).whole for row in rows]
        found = similar(shipped_index, listing)
        assert_ranked(found)
        for reason in (reason for each in found for reason in each.reasons):
            for span in reason.query_spans:
                assert span.text in {whole[span.start : span.end] for whole in wholes}


def test_no_listing_outside_those_allowed_appears(shipped_index: Index) -> None:
    chance = random.Random(7)
    for profile in PROFILES:
        allowed = set(chance.sample(shipped_index.ids, 30))
        answer = match(shipped_index, profile, limit=4, allowed=allowed)
        assert {each.id for each in answer.matches} <= allowed


def test_an_answer_among_fewer_is_what_is_left_of_the_whole(shipped_index: Index) -> None:
    chance = random.Random(8)
    for profile in PROFILES[::6]:
        every = nearest(shipped_index, profile, limit=60).matches
        allowed = set(chance.sample(shipped_index.ids, 120))
        some = nearest(shipped_index, profile, limit=10, allowed=allowed).matches
        expected = [(each.id, each.score) for each in every if each.id in allowed]
        assert [(each.id, each.score) for each in some] == expected[:10]


@pytest.mark.parametrize("limit", [1, 2, 3, 10])
def test_a_short_answer_is_the_beginning_of_a_longer_one(shipped_index: Index, limit: int) -> None:
    for profile in PROFILES[::6]:
        longer = nearest(shipped_index, profile, limit=15).matches
        assert nearest(shipped_index, profile, limit=limit).matches == longer[:limit]


def test_an_answer_owes_nothing_to_those_before_it(shipped_index: Index) -> None:
    alone = [match(_unasked(shipped_index), profile) for profile in PROFILES[::3]]
    after_others = [match(shipped_index, profile) for profile in reversed(PROFILES[::3])]
    assert alone == after_others[::-1]


def test_profiles_asked_at_the_same_time_get_the_same_answers(shipped_index: Index) -> None:
    one_by_one = [match(shipped_index, profile) for profile in PROFILES[::3]]
    shared = _unasked(shipped_index)
    with ThreadPoolExecutor(8) as threads:
        assert (
            list(threads.map(lambda profile: match(shared, profile), PROFILES[::3])) == one_by_one
        )


@pytest.fixture(scope="module")
def withdrawn_index(shipped_index: Index) -> Index:
    """The shipped catalogue from which a listing full of others' words has been withdrawn."""
    listed = shipped_documents()
    index = Index.build([*listed, _secret(listed)], shipped_index.thesaurus)
    return index.changed([], {"prd-00-secret"})


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_an_unpublished_listing_appears(
    shipped_index: Index, withdrawn_index: Index, language: Language
) -> None:
    asked = [profile for profile in PROFILES if profile.language is language][:5]
    for profile in (*asked, Profile(f"{SECRET} {asked[0].text}", language)):
        found, expected = (
            nearest(index, profile, limit=5) for index in (withdrawn_index, shipped_index)
        )
        assert figures(found) == figures(expected)
        assert _shown(found) == _shown(expected)
        assert SECRET not in _quoted_from_listings(found)


def _unasked(index: Index) -> Index:
    """The same index without what it remembers of earlier questions."""
    return replace(index)


def _secret(listed: Sequence[Document]) -> Document:
    """A listing with the words of twenty others and one that is nobody else's."""
    return Document("prd-00-secret", tuple(_secret_text(listed, each) for each in LANGUAGES))


def _secret_text(listed: Sequence[Document], language: Language) -> Text:
    texts = [text for each in listed[::12] for text in each.texts if text.language is language]
    title = " ".join([SECRET, *(text.title for text in texts)])
    return Text(language, title, f"{SECRET}. {texts[0].body}")


def _shown(answer: Answer) -> Any:
    """All an answer shows but the scores."""
    reasons = [
        (each.band, each.language, [_with_approximate_share(r) for r in each.reasons])
        for each in answer.matches
    ]
    return replace(answer, matches=()), reasons


def _with_approximate_share(reason: Reason) -> tuple[Reason, Any]:
    return replace(reason, share=1), pytest.approx(reason.share, abs=1e-4)


def _quoted_from_listings(answer: Answer) -> str:
    spans = (
        span for each in answer.matches for reason in each.reasons for span in reason.listing_spans
    )
    return " ".join(span.text for span in spans)
