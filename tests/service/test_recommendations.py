"""What buyers and investors write in four languages finds what it should, with reasons."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlmodel import Session, col, select

from catalogue.kinds import Kind
from catalogue.lifecycle import State
from catalogue.listings import Listing
from catalogue.search import Criteria
from i18n.languages import Language
from matching.documents import NoMatch
from service.recommendations import Found, Recommendations, Wanted

SPICES = {"prd-51-101", "prd-51-102", "prd-51-103"}
SPICE_PROFILES = [
    ("xuất khẩu gia vị gừng, ớt, quế", Language.VI),
    ("xuat khau gia vi gung, ot, que", Language.VI),
    ("importer of organic ginger, chili and cinnamon spices", Language.EN),
    ("유기농 생강과 고추, 계피 향신료 수입", Language.KO),
    ("生姜・唐辛子・シナモンの輸入", Language.JA),
]
MEDICINAL_PROFILES = [
    ("trồng và chế biến dược liệu ở vùng cao nguyên", Language.VI),
    ("growing and processing medicinal plants in the highlands", Language.EN),
    ("고원 지대에서 약용작물 재배와 가공", Language.KO),
    ("高原での薬用植物の栽培と加工", Language.JA),
]


def find(
    recommendations: Recommendations,
    session: Session,
    text: str,
    language: Language,
    **criteria: object,
) -> Found:
    wanted = Wanted(text=text, criteria=replace(Criteria(), **criteria))
    return recommendations.find(session, wanted, language=language, limit=10)


@pytest.mark.parametrize(("text", "language"), SPICE_PROFILES)
def test_a_spice_buyer_finds_ginger_chili_and_cinnamon_of_kon_tum(
    recommendations: Recommendations, catalogue_session: Session, text: str, language: Language
) -> None:
    ids = [item.card.id for item in find(recommendations, catalogue_session, text, language).items]
    assert set(ids[:5]) >= SPICES
    assert "prd-51-024" in ids


@pytest.mark.parametrize(("text", "language"), MEDICINAL_PROFILES)
def test_a_medicinal_plant_investor_finds_ngoc_linh_and_kon_tum(
    recommendations: Recommendations, catalogue_session: Session, text: str, language: Language
) -> None:
    items = find(recommendations, catalogue_session, text, language).items
    assert "prd-51-001" in [item.card.id for item in items]
    kon_tum = [i for i in items if i.card.kind is Kind.PROJECT and i.card.former == "kon-tum"]
    assert len(kon_tum) >= 2
    assert all(item.reasons for item in items)


@pytest.mark.parametrize("words", ["gừng", "gung", "ginger", "생강", "生姜"])
def test_a_keyword_in_any_language_finds_ginger_first(
    recommendations: Recommendations, catalogue_session: Session, words: str
) -> None:
    ids = recommendations.keyword_ids(catalogue_session, words, Language.EN)
    assert set(ids[:3]) <= {"prd-51-101", "prd-51-024", "prd-40-014", "prd-86-010"}
    assert {"prd-51-101", "prd-51-024"} <= set(ids)


@pytest.mark.parametrize("words", ["쌀", "米", "gạo", "gao", "rice"])
def test_a_one_character_word_finds_rice(
    recommendations: Recommendations, catalogue_session: Session, words: str
) -> None:
    assert "prd-51-027" in recommendations.keyword_ids(catalogue_session, words, Language.KO)


@pytest.mark.parametrize("words", ["Kon Tum", "kon tum", "꼰뚬", "コントゥム"])
def test_a_former_province_is_found_by_its_name(
    recommendations: Recommendations, catalogue_session: Session, words: str
) -> None:
    ids = recommendations.keyword_ids(catalogue_session, words, Language.VI)
    kon_tum = select(Listing.public_id).where(col(Listing.former) == "kon-tum")
    assert set(catalogue_session.exec(kon_tum)) <= set(ids)


def test_shares_of_every_reason_add_up_and_quotes_stand_where_they_say(
    recommendations: Recommendations, catalogue_session: Session
) -> None:
    text, language = SPICE_PROFILES[3]
    for item in find(recommendations, catalogue_session, text, language).items:
        assert sum(reason.share for reason in item.reasons) == pytest.approx(1)
        for reason in item.reasons:
            assert all(text[w.start : w.end] == w.text for w in reason.query_words)
            titles = [w for w in reason.listing_words if w.zone == "title"]
            own = [w for w in titles if w.language is item.text_language]
            assert all(item.title[w.start : w.end] == w.text for w in own)


def test_labels_stand_in_the_language_of_the_reader(
    recommendations: Recommendations, catalogue_session: Session
) -> None:
    found = find(recommendations, catalogue_session, "xuất khẩu gừng", Language.JA)
    labels = {each.concept: each.label for each in found.recognized}
    assert labels["ginger"] == "生姜"


@pytest.mark.parametrize(
    ("reader", "words"),
    [
        (Language.VI, "quế"),
        (Language.EN, "cinnamon"),
        (Language.KO, "계피"),
        (Language.JA, "桂皮"),
    ],
)
def test_a_listing_is_quoted_in_the_language_of_the_reader(
    recommendations: Recommendations, catalogue_session: Session, reader: Language, words: str
) -> None:
    for text in ("quế", "cinnamon", "시나몬", "シナモン"):
        best = find(recommendations, catalogue_session, text, reader).items[0]
        quoted = [word for reason in best.reasons for word in reason.listing_words]
        assert best.text_language is reader
        assert {word.language for word in quoted} == {reader}
        assert words in {word.text.casefold() for word in quoted}


def test_what_must_be_met_is_met_and_what_the_source_leaves_open_says_so(
    recommendations: Recommendations, catalogue_session: Session
) -> None:
    found = find(
        recommendations,
        catalogue_session,
        "khu công nghiệp, cụm công nghiệp",
        Language.VI,
        kind=Kind.PROJECT,
        provinces=("51", "86"),
        capital_min=10**11,
        capital_max=10**13,
    )
    assert found.items
    assert {item.card.province for item in found.items} <= {"51", "86"}
    for item in found.items:
        capital = next(each for each in item.conditions if each.name == "capital")
        assert capital.met is (None if item.card.capital is None else True)


def test_more_conditions_never_add_results(
    recommendations: Recommendations, catalogue_session: Session
) -> None:
    text, language = MEDICINAL_PROFILES[1]
    free = find(recommendations, catalogue_session, text, language)
    bound = find(recommendations, catalogue_session, text, language, provinces=("40",))
    assert len(bound.items) <= len(free.items)
    assert all(item.card.province == "40" for item in bound.items)


def test_a_preference_orders_within_a_band_and_removes_nothing(
    recommendations: Recommendations, catalogue_session: Session
) -> None:
    text, language = MEDICINAL_PROFILES[1]
    found = find(recommendations, catalogue_session, text, language, sectors=("energy",))
    assert found.items
    assert all(
        next(each for each in item.conditions if each.name == "sector").met in (False, None)
        or "energy" in item.card.sectors
        for item in found.items
    )


def test_nothing_suitable_is_said_honestly(
    recommendations: Recommendations, catalogue_session: Session
) -> None:
    found = find(recommendations, catalogue_session, "submarine periscope maintenance", Language.EN)
    assert found.items == ()
    assert found.no_match in (NoMatch.BELOW_THRESHOLD, NoMatch.NOTHING_UNDERSTOOD)
    assert "maintenance" in found.unrecognized


def test_a_text_in_no_language_of_ours_still_answers_by_its_conditions(
    recommendations: Recommendations, catalogue_session: Session
) -> None:
    text = "Мы ищем поставщиков имбиря"
    found = find(recommendations, catalogue_session, text, Language.EN, provinces=("15",))
    assert found.language is None
    assert {item.card.province for item in found.items} == {"15"}


def test_repeating_a_term_gains_nothing(
    recommendations: Recommendations, catalogue_session: Session
) -> None:
    once = find(recommendations, catalogue_session, "ginger", Language.EN)
    often = find(recommendations, catalogue_session, "ginger " * 40, Language.EN)
    assert [i.card.id for i in once.items] == [i.card.id for i in often.items]


def test_a_withdrawn_listing_disappears_at_once(
    recommendations: Recommendations, catalogue_session: Session
) -> None:
    text, language = SPICE_PROFILES[2]
    listing = catalogue_session.exec(select(Listing).where(Listing.public_id == "prd-51-101")).one()
    listing.state = State.WITHDRAWN
    catalogue_session.flush()
    ids = [item.card.id for item in find(recommendations, catalogue_session, text, language).items]
    assert "prd-51-101" not in ids


def test_similar_listings_say_what_they_have_in_common(
    recommendations: Recommendations, catalogue_session: Session
) -> None:
    similar = recommendations.similar(catalogue_session, "prd-51-024", Language.KO)
    assert similar
    assert all(each.words for each in similar)
    assert "prd-51-024" not in {each.card.id for each in similar}
    assert recommendations.similar(catalogue_session, "prd-99-999", Language.KO) == ()
