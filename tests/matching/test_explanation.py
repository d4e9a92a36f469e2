from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from i18n.languages import Language
from matching.documents import Document, Match, Profile, Reason, Text
from matching.index import Index
from matching.ranking import match, nearest
from matching.thesaurus import Thesaurus
from tests.matching.listings import CATALOGUE, GINGER, MANGO, PEPPER

SENTENCES = [
    "Cần mua GỪNG tươi và hạt tiêu ở Kon Tum",
    "fresh gingers, ｃａｓｓｉａ and medicinal plants from Ngọc Linh",
    "유기농 쌀과 건조망고, 태양광",
    "生姜と桂皮、観光リゾートへの投資",
    "gung tuoi, que, nuoc mam",
    "HS 0910 und ST25",
]
profiles = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3).map(" \u200b".join)
TEXTS = {(doc.id, text.language): text for doc in CATALOGUE for text in doc.texts}


def first(index: Index, text: str, language: Language | None = None) -> Match:
    return match(index, Profile(text, language)).matches[0]


def reasons_of_kind(found: Match, kind: str) -> list[Reason]:
    return [reason for reason in found.reasons if reason.kind == kind]


@settings(deadline=None, max_examples=60)
@given(profiles)
def test_spans_quote_both_sides_exactly_and_shares_sum_to_one(index: Index, text: str) -> None:
    for found in nearest(index, Profile(text), limit=20).matches:
        assert sum(reason.share for reason in found.reasons) == pytest.approx(1)
        for reason in found.reasons:
            assert all(text[each.start : each.end] == each.text for each in reason.query_spans)
            for span in reason.listing_spans:
                listing = dict(TEXTS[found.id, span.language].zones())
                assert listing[span.zone][span.start : span.end] == span.text


@settings(deadline=None, max_examples=30)
@given(profiles)
def test_every_reason_shows_words_on_both_sides(index: Index, text: str) -> None:
    for found in nearest(index, Profile(text), limit=20).matches:
        assert all(reason.query_spans and reason.listing_spans for reason in found.reasons)


def test_a_shared_concept_is_the_same_in_two_languages(index: Index) -> None:
    (reason,) = first(index, "청경채").reasons
    assert (reason.kind, reason.relation, reason.concept) == ("concept", "same", "bok-choy")
    assert [span.text for span in reason.query_spans] == ["청경채"]
    assert [(span.zone, span.text) for span in reason.listing_spans] == [("title", "Cải thìa")]


def test_what_is_sought_broadly_finds_the_narrower(index: Index) -> None:
    found = {each.id: each for each in match(index, Profile("香辛料")).matches}
    (reason,) = found[PEPPER.id].reasons
    assert (reason.relation, reason.concept) == ("narrower", "spice")
    assert reason.listing_spans[0].text == "Hạt tiêu"


def test_two_kinds_of_one_thing_have_the_broader_in_common(index: Index) -> None:
    answer = nearest(index, Profile("수박", Language.KO), limit=20)
    found = {each.id: each for each in answer.matches}
    (reason,) = found[MANGO.id].reasons
    assert (reason.relation, reason.concept) == ("broader", "fruit")


def test_the_words_of_a_concepts_name_belong_to_the_concept(index: Index) -> None:
    found = first(index, "fresh ginger", Language.EN)
    assert [reason.concept for reason in found.reasons] == ["ginger", None]
    assert found.reasons[1].query_spans[0].text == "fresh"


def test_pieces_are_shown_as_the_words_that_hold_them(index: Index) -> None:
    answer = nearest(index, Profile("portable", Language.EN), limit=5)
    (reason,) = answer.matches[0].reasons
    assert [span.text for span in reason.query_spans] == ["portable"]
    assert "port" in [span.text for span in reason.listing_spans]


def test_a_concept_is_quoted_from_another_text_if_need_be(index: Index) -> None:
    found = first(index, "medicinal plants of Ngọc Linh", Language.EN)
    assert found.language is Language.EN
    assert all(span.language is Language.EN for span in found.reasons[0].listing_spans)


def test_words_are_quoted_as_they_stand(index: Index) -> None:
    found = first(index, "We seek GINGERS.", Language.EN)
    assert found.id == GINGER.id
    assert found.reasons[0].query_spans[0].text == "GINGERS"


@pytest.mark.parametrize("text", ["gừng" * 6000, "생강" * 6000, "gừng " * 6000, "a\u0301" * 6000])
def test_endless_words_are_explained_without_delay(index: Index, text: str) -> None:
    started = process_time()
    nearest(index, Profile(text, Language.VI))
    assert process_time() - started < 5


def explained(listing: Text, text: str, language: Language) -> list[tuple[str, str, str]]:
    """Of each reason its relation and the first words on both sides."""
    index = Index.build([Document("prd-1", (listing,))], Thesaurus.load())
    (found,) = nearest(index, Profile(text, language)).matches
    return [
        (each.relation, each.query_spans[0].text, each.listing_spans[0].text)
        for each in found.reasons
    ]


def test_a_name_within_a_longer_one_is_no_reason_of_its_own() -> None:
    listing = Text(Language.EN, "Lạng Sơn star anise")
    assert explained(listing, "star anise", Language.EN) == [("same", "star anise", "star anise")]


def test_learned_words_are_shown_beside_what_they_mean() -> None:
    listing = Text(Language.VI, "Chuối hữu cơ")
    assert explained(listing, "유기농 캐번디시", Language.KO) == [
        ("same", "유기농", "hữu cơ"),
        ("learned", "캐번디시", "Chuối"),
    ]
