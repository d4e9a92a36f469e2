import random
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from i18n.languages import LANGUAGES, Language
from matching.documents import Document, NoMatch, Profile, Text
from matching.index import DuplicateDocument, Index
from matching.ranking import match, nearest, similar
from matching.thesaurus import Thesaurus
from tests.matching.listings import BOK_CHOY, CATALOGUE, CINNAMON, GINGER, GINSENG, RICE, SOLAR

WORDS = ["gừng", "quế", "ginger", "pepper", "kon", "solar", "ST25", "생강", "쌀", "生姜", "茶"]
titles = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5, unique=True)
catalogues = st.lists(titles, min_size=2, max_size=8, unique_by=frozenset)


def ranked(index: Index, text: str, language: Language | None = None) -> list[str]:
    return [each.id for each in match(index, Profile(text, language), limit=50).matches]


@pytest.mark.parametrize(
    "text",
    [
        "We import fresh ginger",
        "cần mua gừng tươi",
        "can mua gung tuoi",
        "생강을 찾습니다",
        "生姜を探しています",
    ],
)
def test_ginger_is_found_from_every_language(index: Index, text: str) -> None:
    assert ranked(index, text)[0] == GINGER.id


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("청경채", BOK_CHOY),
        ("태양광 발전", SOLAR),
        ("太陽光発電所への投資", SOLAR),
        ("약용작물", GINSENG),
    ],
)
def test_listings_are_found_across_languages(index: Index, text: str, expected: Document) -> None:
    assert ranked(index, text)[0] == expected.id


@settings(deadline=None, max_examples=40)
@given(catalogues)
def test_a_listings_own_text_ranks_it_first(thesaurus: Thesaurus, written: list[list[str]]) -> None:
    documents = [
        Document(f"prd-{n}", (Text(Language.VI, " ".join(words)),))
        for n, words in enumerate(written)
    ]
    index = Index.build(documents, thesaurus)
    for document in documents:
        first, *_ = nearest(index, Profile(document.texts[0].title, Language.VI)).matches
        assert first.id == document.id
        assert first.band == "strong"


@pytest.mark.parametrize("document", CATALOGUE, ids=lambda document: document.id)
def test_each_text_of_a_listing_finds_it(index: Index, document: Document) -> None:
    for text in document.texts:
        assert ranked(index, text.whole, text.language)[0] == document.id


@settings(deadline=None, max_examples=10)
@given(st.randoms())
def test_the_order_of_insertion_is_irrelevant(
    index: Index, thesaurus: Thesaurus, chance: random.Random
) -> None:
    shuffled = list(CATALOGUE)
    chance.shuffle(shuffled)
    profile = Profile("gia vị, gừng và dược liệu", Language.VI)
    assert match(Index.build(shuffled, thesaurus), profile) == match(index, profile)


def test_composed_and_decomposed_profiles_get_the_same_answer(index: Index) -> None:
    text = "Gừng tươi, nước mắm và 생강, ガジュツ"
    composed = match(index, Profile(unicodedata.normalize("NFC", text), Language.VI))
    decomposed = match(index, Profile(unicodedata.normalize("NFD", text), Language.VI))
    assert [(each.id, each.score) for each in composed.matches] == [
        (each.id, each.score) for each in decomposed.matches
    ]


@pytest.mark.parametrize("joint", [" ", "\n", ". ", ", "])
def test_repeating_a_profile_gains_nothing(index: Index, joint: str) -> None:
    text = "organic rice and fresh ginger for Kon Tum"
    once = match(index, Profile(text, Language.EN))
    often = match(index, Profile(joint.join([text] * 40), Language.EN))
    assert [(each.id, each.score) for each in often.matches] == [
        (each.id, each.score) for each in once.matches
    ]


def test_a_listing_that_repeats_itself_does_not_pass_one_that_does_not(
    thesaurus: Thesaurus,
) -> None:
    body = "Củ gừng sẻ trồng ở vùng cao, thu hoạch mùa đông."
    honest = Document("prd-a", (Text(Language.VI, "Gừng tươi", body),))
    stuffed = Document("prd-b", (Text(Language.VI, "Gừng tươi " * 40, body + " gừng" * 40),))
    index = Index.build([stuffed, honest, *CATALOGUE], thesaurus)
    scores = {each.id: each.score for each in match(index, Profile("gừng tươi")).matches}
    assert scores["prd-b"] <= scores["prd-a"] * 1.1


def test_only_allowed_listings_are_ranked(index: Index) -> None:
    allowed = [CINNAMON.id, "prd-unknown"]
    answer = match(index, Profile("ginger and cinnamon"), allowed=allowed)
    assert [each.id for each in answer.matches] == [CINNAMON.id]


def test_a_listing_in_the_readers_language_comes_before_an_equal_one(
    thesaurus: Thesaurus,
) -> None:
    documents = [
        Document("prd-1", (Text(Language.VI, "Gừng"),)),
        Document("prd-2", (Text(Language.KO, "생강"),)),
    ]
    index = Index.build(documents, thesaurus)
    assert ranked(index, "생강", Language.KO) == ["prd-2", "prd-1"]
    assert ranked(index, "gừng", Language.VI) == ["prd-1", "prd-2"]


@pytest.mark.parametrize(
    ("text", "allowed", "why"),
    [
        ("  ", None, NoMatch.NOTHING_TO_READ),
        ("ginger", [], NoMatch.NOTHING_ALLOWED),
        ("zzzzz qqqqq", None, NoMatch.NOTHING_UNDERSTOOD),
        ("quantum computers made of ice", None, NoMatch.BELOW_THRESHOLD),
    ],
)
def test_no_match_says_why(
    index: Index, text: str, allowed: list[str] | None, why: NoMatch
) -> None:
    answer = match(index, Profile(text, Language.EN), allowed=allowed)
    assert (answer.matches, answer.no_match) == ((), why)


def test_nearest_lists_weak_ones_without_a_band(index: Index) -> None:
    weak = nearest(index, Profile("quantum computers with 200 MW", Language.EN)).matches
    assert weak
    assert {each.band for each in weak} == {None}


def test_words_nobody_knows_are_returned(index: Index) -> None:
    answer = match(index, Profile("Ginger, blockchains and 2025 Flugzeug of Kon Tum", Language.EN))
    assert answer.unrecognized == ("blockchains", "Flugzeug")


@pytest.mark.parametrize(
    ("text", "language", "unknown"),
    [
        ("생강과 로봇청소기를 찾습니다", Language.KO, ("로봇청소기",)),
        ("生姜と量子コンピューターが欲しい", Language.JA, ("量子", "コンピューター")),
        ("gừng và tên lửa", Language.VI, ("tên", "lửa")),
    ],
)
def test_unknown_words_are_whole_words_without_particles(
    index: Index, text: str, language: Language, unknown: tuple[str, ...]
) -> None:
    found = match(index, Profile(text, language)).unrecognized
    assert set(unknown) <= set(found)
    assert not any("생강" in word or "生姜" in word for word in found)


def test_a_text_in_none_of_the_languages_still_answers_codes(index: Index) -> None:
    answer = match(index, Profile("Wir suchen Ingwer, HS 1006, aus Kon Tum und ST25"))
    assert answer.language is None
    assert RICE.id in [each.id for each in answer.matches]


def test_recognized_concepts_quote_the_profile(index: Index) -> None:
    text = "Mua GỪNG và gừng tươi"
    (found,) = match(index, Profile(text, Language.VI)).recognized
    assert found.concept_id == "ginger"
    assert [(span.start, span.end, span.text) for span in found.spans] == [
        (4, 8, "GỪNG"),
        (12, 16, "gừng"),
    ]


def test_similar_listings_leave_out_the_listing_itself(index: Index, thesaurus: Thesaurus) -> None:
    twin = Document("prd-99", (Text(Language.KO, "생강 가루", "신선한 생강으로 만든 가루"),))
    grown = Index.build([*CATALOGUE, twin], thesaurus)
    found = similar(grown, GINGER.id)
    assert found[0].id == "prd-99"
    assert GINGER.id not in [each.id for each in found]
    with pytest.raises(KeyError):
        similar(index, "prd-unknown")


def test_similar_quotes_the_listings_own_text(index: Index) -> None:
    for document in CATALOGUE:
        wholes = [text.whole for text in document.texts]
        for reason in (r for found in similar(index, document.id) for r in found.reasons):
            for span in reason.query_spans:
                assert any(whole[span.start : span.end] == span.text for whole in wholes)


def test_an_empty_catalogue_answers(thesaurus: Thesaurus) -> None:
    answer = match(Index.build([], thesaurus), Profile("ginger"))
    assert answer.matches == ()
    assert answer.unrecognized == ()


def test_two_documents_of_one_id_are_refused(thesaurus: Thesaurus) -> None:
    with pytest.raises(DuplicateDocument):
        Index.build([GINGER, GINGER], thesaurus)


def test_scores_lie_between_zero_and_one(index: Index) -> None:
    for language in LANGUAGES:
        for each in nearest(index, Profile("gừng ginger 생강 生姜", language), limit=50).matches:
            assert 0 < each.score <= 1
