"""What holds whatever is listed and whatever is sought, over made-up catalogues."""

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from i18n.languages import LANGUAGES, Language
from matching.documents import Document, Profile, Text
from matching.index import Index
from matching.query import query_of_listing
from matching.ranking import best_first, match, nearest, similar
from matching.scoring import score
from matching.thesaurus import Thesaurus
from tests.endurance import examples
from tests.matching.invariants import assert_explained, figures

EVERYBODY = 1000
NAMED = {
    language: sorted(
        label
        for concept in Thesaurus.load(Path(__file__).with_name("vocabulary")).rows
        for label in concept.labels.get(language, ())
    )
    for language in LANGUAGES
}
# Of these no word is made that says nothing ("the") or that refuses ("no").
ALPHABETS = {
    Language.VI: "bđgkpqxỡẫễữẵỹ",
    Language.EN: "bcdfgjkqvxz",
    Language.KO: "갈낭덜랑멸벌쑥앞죽찰콩탑퐁흑",
    Language.JA: "アイウエオカキクケコ山川田島森海",
}
# Letters of scripts and shapes that no text of the four languages has.
FOREIGN = "бвгджзийклмнпабвгдабвλμνξπρσφψωαβγδกขคงจฉชซאבגדהוابتثجحخदधनपफ"
SEPARATORS = {Language.JA: "、"}


def words(language: Language) -> st.SearchStrategy[str]:
    """A name the thesaurus has, or one that nobody has heard."""
    unheard = st.text(st.sampled_from(ALPHABETS[language]), min_size=2, max_size=5)
    return st.sampled_from(NAMED[language]) | unheard


def phrases(language: Language, *, least: int = 1) -> st.SearchStrategy[str]:
    """Some words as people of this language set them apart."""
    several = st.lists(words(language), min_size=least, max_size=5)
    return several.map(SEPARATORS.get(language, " ").join)


def words_apart(language: Language) -> st.SearchStrategy[list[str]]:
    """Different words, none of which holds another."""
    several = st.lists(words(language), min_size=1, max_size=4, unique=True)
    return several.filter(lambda found: not any(a != b and a in b for a in found for b in found))


languages = st.sampled_from(LANGUAGES)
profiles = languages.flatmap(lambda each: phrases(each).map(lambda text: Profile(text, each)))


@st.composite
def listing_texts(draw: st.DrawFn) -> tuple[Text, ...]:
    spoken = draw(st.lists(languages, min_size=1, max_size=3, unique=True))
    return tuple(Text(each, draw(phrases(each)), draw(phrases(each, least=0))) for each in spoken)


catalogues = st.lists(listing_texts(), min_size=1, max_size=8).map(
    lambda found: [Document(f"prd-{number}", texts) for number, texts in enumerate(found)]
)


titles = st.lists(
    languages.flatmap(lambda each: st.tuples(st.just(each), words_apart(each))),
    min_size=1,
    max_size=6,
    unique_by=lambda title: (title[0], frozenset(title[1])),
)


@pytest.mark.endurance
@settings(deadline=None, max_examples=examples(30))
@given(titles)
def test_a_listings_own_title_finds_it_first(
    thesaurus: Thesaurus, written: list[tuple[Language, list[str]]]
) -> None:
    texts = [Text(each, SEPARATORS.get(each, " ").join(title)) for each, title in written]
    index = Index.build((Document(f"{n}", (text,)) for n, text in enumerate(texts)), thesaurus)
    for number, text in enumerate(texts):
        assert _lead(index, f"{number}", text) >= -1e-6


@pytest.mark.endurance
@settings(deadline=None, max_examples=examples(60))
@given(catalogues)
def test_a_listings_own_text_with_its_zones_finds_it_first(
    thesaurus: Thesaurus, documents: list[Document]
) -> None:
    index = Index.build(documents, thesaurus)
    for place in range(len(documents)):
        scores = score(index, query_of_listing(index, place)).total
        assert scores[place] >= scores.max() - 1e-5


def test_none_is_more_like_a_listing_than_itself_where_titles_are_the_same(
    thesaurus: Thesaurus,
) -> None:
    noodles = Text(Language.VI, "bánh phở")
    named = Document("1", (noodles, Text(Language.EN, "Ngọc Linh ginseng")))
    described = Document("2", (noodles, Text(Language.EN, "bb", "Ngọc Linh ginseng")))
    index = Index.build([named, described], thesaurus)
    for place in range(2):
        scores = score(index, query_of_listing(index, place)).total
        assert scores[place] >= scores.max() - 1e-5


def test_a_listing_that_says_its_title_again_does_not_pass_one_that_says_it_once(
    thesaurus: Thesaurus,
) -> None:
    once, twice = Text(Language.EN, "rice noodle"), Text(Language.EN, "rice noodle", "rice noodle")
    index = Index.build([Document("1", (once,)), Document("2", (twice,))], thesaurus)
    assert _lead(index, "1", once) >= -1e-6


@pytest.mark.endurance
@settings(deadline=None, max_examples=examples(30))
@given(catalogues, profiles)
def test_every_answer_quotes_what_stands_there(
    thesaurus: Thesaurus, documents: list[Document], profile: Profile
) -> None:
    index = Index.build(documents, thesaurus)
    assert_explained(nearest(index, profile, limit=EVERYBODY), profile.text, index)


@pytest.mark.endurance
@settings(deadline=None, max_examples=examples(20))
@given(catalogues, profiles, st.randoms(use_true_random=False))
def test_the_order_in_which_listings_arrive_is_irrelevant(
    thesaurus: Thesaurus, documents: list[Document], profile: Profile, chance: random.Random
) -> None:
    shuffled = list(documents)
    chance.shuffle(shuffled)
    arrived, sorted_ = Index.build(shuffled, thesaurus), Index.build(documents, thesaurus)
    assert nearest(arrived, profile, limit=EVERYBODY) == nearest(sorted_, profile, limit=EVERYBODY)


@pytest.mark.endurance
@settings(deadline=None, max_examples=examples(20))
@given(catalogues, profiles, st.data())
def test_fewer_allowed_listings_never_bring_up_others(
    thesaurus: Thesaurus, documents: list[Document], profile: Profile, data: st.DataObject
) -> None:
    index = Index.build(documents, thesaurus)
    more = data.draw(st.sets(st.sampled_from(index.ids)))
    fewer = data.draw(st.sets(st.sampled_from(sorted(more)))) if more else more
    found = {each.id: each for each in match(index, profile, limit=99, allowed=more).matches}
    for each in match(index, profile, limit=99, allowed=fewer).matches:
        assert each.id in fewer
        assert found[each.id] == each


@pytest.mark.endurance
@settings(deadline=None, max_examples=examples(20))
@given(catalogues, st.text(st.sampled_from(FOREIGN + " "), min_size=1), languages | st.none())
def test_what_has_nothing_in_common_finds_nothing(
    thesaurus: Thesaurus, documents: list[Document], text: str, language: Language | None
) -> None:
    index, profile = Index.build(documents, thesaurus), Profile(text, language)
    assert nearest(index, profile).matches == ()
    assert match(index, profile).matches == ()


@pytest.mark.endurance
@settings(deadline=None, max_examples=examples(20))
@given(catalogues, profiles, st.integers(1, 8))
def test_a_short_answer_is_the_beginning_of_a_longer_one(
    thesaurus: Thesaurus, documents: list[Document], profile: Profile, limit: int
) -> None:
    index = Index.build(documents, thesaurus)
    longer = nearest(index, profile, limit=EVERYBODY)
    assert nearest(index, profile, limit=limit).matches == longer.matches[:limit]


@pytest.mark.endurance
@settings(deadline=None, max_examples=examples(30))
@given(catalogues)
def test_likeness_names_other_listings_only(
    thesaurus: Thesaurus, documents: list[Document]
) -> None:
    index = Index.build(documents, thesaurus)
    for document in documents:
        found = [each.id for each in similar(index, document.id, limit=EVERYBODY)]
        assert document.id not in found
        assert len(set(found)) == len(found)


@pytest.mark.endurance
@settings(deadline=None, max_examples=examples(20))
@given(catalogues, catalogues, st.data())
def test_listings_withdrawn_and_listed_again_leave_no_trace(
    thesaurus: Thesaurus, fitted: list[Document], renewed: list[Document], data: st.DataObject
) -> None:
    built = Index.build(fitted, thesaurus)
    gone = data.draw(st.sets(st.sampled_from(built.ids)))
    back = [each for each in fitted if each.id in gone]
    profile = data.draw(profiles)
    assert figures(nearest(built.changed(back, gone), profile, limit=99)) == figures(
        nearest(built, profile, limit=99)
    )
    changed, anew = built.changed(renewed, gone), _rebuilt(fitted, renewed, gone, thesaurus)
    assert figures(nearest(changed, profile, limit=99)) == figures(nearest(anew, profile, limit=99))


@pytest.mark.endurance
@settings(deadline=None, max_examples=examples(30))
@given(st.integers(1, 3000), st.integers(1, 20), st.randoms(use_true_random=False))
def test_the_best_are_those_that_sorting_all_would_give(
    index: Index, size: int, limit: int, chance: random.Random
) -> None:
    # Neighbours at a quarter of what still counts as equal.
    steps = [chance.randrange(40) for _ in range(size)]
    scores = np.float32(0.5) + np.float32(2.5e-7) * np.array(steps, np.float32)
    many = replace(index, ids=tuple(f"{place:04}" for place in range(size)))
    rounded = np.round(scores, 6).tolist()
    ranked = sorted(range(size), key=lambda place: (-rounded[place], place))
    assert best_first(many, scores, limit=limit) == ranked[:limit]


def _lead(index: Index, listing: str, text: Text) -> float:
    """How far a listing is from the best of all, as seen from a text of its own."""
    found = nearest(index, Profile(text.whole, text.language), limit=EVERYBODY).matches
    return {each.id: each.score for each in found}[listing] - found[0].score


def _rebuilt(
    fitted: Sequence[Document], renewed: Sequence[Document], gone: set[str], thesaurus: Thesaurus
) -> Index:
    kept = {each.id: each for each in fitted if each.id not in gone}
    return Index.build({**kept, **{each.id: each for each in renewed}}.values(), thesaurus)
