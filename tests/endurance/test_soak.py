"""Thousands of made-up demands and changes on the shipped catalogue; a sample of them each day."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest

from i18n.languages import LANGUAGES, Language
from matching.documents import Document, Profile, Text
from matching.index import Index
from matching.ranking import keyword_search, match, nearest
from tests.endurance import amount
from tests.matching.invariants import assert_explained, figures

pytestmark = pytest.mark.endurance
SEED = 2026


def test_any_profile_made_of_the_catalogues_words_is_answered_and_explained(
    shipped_index: Index,
) -> None:
    for profile in _profiles(shipped_index, amount(40, full=2000)):
        answer = nearest(shipped_index, profile, limit=10)
        assert_explained(answer, profile.text, shipped_index)
        assert match(shipped_index, profile, limit=3).matches == tuple(
            each for each in answer.matches[:3] if each.band
        )
        keyword_search(shipped_index, profile.text[:200], profile.language)


def test_every_shipped_listing_is_found_first_by_its_own_text(shipped_index: Index) -> None:
    every = [
        (listing, shipped_index.text(row))
        for listing, place in shipped_index.positions.items()
        for row in shipped_index.rows(place)
    ]
    for listing, text in random.Random(SEED).sample(every, min(len(every), amount(40, full=2000))):
        found = nearest(shipped_index, Profile(text.whole, text.language), limit=5).matches
        scores = {each.id: each.score for each in found}
        assert scores[listing] >= found[0].score - 1e-6


@pytest.mark.parametrize("seed", range(amount(1, full=300)))
def test_a_catalogue_after_any_changes_answers_like_one_built_anew(
    shipped_index: Index, seed: int
) -> None:
    chance = random.Random(seed)
    documents = {each.id: each for each in _documents(shipped_index)}
    altered = [_altered(chance, list(documents.values())) for _ in range(chance.randrange(1, 9))]
    added = {each.id: each for each in altered}
    gone = set(chance.sample(shipped_index.ids, chance.randrange(9))) - added.keys()
    changed = shipped_index.changed(added.values(), gone)
    kept = {each: document for each, document in documents.items() if each not in gone}
    anew = Index.build({**kept, **added}.values(), shipped_index.thesaurus)
    for profile in _profiles(anew, 8, seed=seed):
        assert figures(nearest(changed, profile)) == figures(nearest(anew, profile))


def _documents(index: Index) -> Iterator[Document]:
    return map(index.document, index.positions.values())


def _altered(chance: random.Random, documents: Sequence[Document]) -> Document:
    """A listing that is new, or one that is there with other words or in fewer languages."""
    one, other = chance.sample(documents, 2)
    texts = chance.sample(one.texts, chance.randrange(1, len(one.texts) + 1))
    mixed = (replace(text, body=_some_words(chance, other, text.language)) for text in texts)
    return Document(chance.choice([one.id, f"new-{chance.randrange(9)}"]), tuple(mixed))


def _some_words(chance: random.Random, document: Document, language: Language) -> str:
    words = next((each for each in document.texts if each.language is language), _NO_TEXT).whole
    pieces = words.split()
    return " ".join(chance.choices(pieces, k=30)) if pieces else ""


def _profiles(index: Index, count: int, *, seed: int = SEED) -> Iterator[Profile]:
    """Words of listings in one language or several, with what people add to them."""
    chance = random.Random(seed)
    documents = list(_documents(index))
    for number in range(count):
        language = LANGUAGES[number % len(LANGUAGES)]
        pieces = [
            _shortened(chance, _some_words(chance, chance.choice(documents), each))
            for each in (language, language, chance.choice(LANGUAGES))
        ]
        pieces.append(chance.choice(["", "500 MT / month", "HACCP, ISO 22000", "no sugar", "🫚"]))
        yield Profile(
            chance.choice([" ", ", ", "\n"]).join(pieces), chance.choice([language, None])
        )


def _shortened(chance: random.Random, words: str) -> str:
    return words[: chance.randrange(4, 160)]


_NO_TEXT = Text(Language.VI, "")
