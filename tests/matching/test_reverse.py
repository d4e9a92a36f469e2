from collections.abc import Mapping

import pytest

from i18n.languages import Language
from matching.documents import Profile
from matching.index import Index
from matching.ranking import match, nearest
from matching.reverse import interested, nearest_profiles
from matching.thesaurus import Thesaurus
from service.evaluating import shipped_documents
from tests.matching.listings import GINGER, SOLAR

SPICES = {
    "vi": Profile("Cần mua gừng tươi và quế", Language.VI),
    "en": Profile("We import organic spices, rice and ginger", Language.EN),
    "ko": Profile("생강과 계피를 찾습니다"),
    "ja": Profile("生姜と太陽光発電所"),
    "plain": Profile("can mua gung tuoi Kon Tum"),
    "none": Profile("Wir suchen Ingwer, HS 1006, aus Kon Tum und ST25"),
    "weak": Profile("quantum computers with 200 MW", Language.EN),
    "nothing": Profile("zzzzz qqqqq", Language.EN),
}

Found = set[tuple[str, str, float, str | None]]


def forward(index: Index, profiles: Mapping[str, Profile]) -> Found:
    return {
        (each.id, profile_id, round(each.score, 6), each.band)
        for profile_id, profile in profiles.items()
        for each in nearest(index, profile, limit=len(index.ids)).matches
    }


def reverse(index: Index, profiles: Mapping[str, Profile]) -> Found:
    return {
        (listing_id, each.id, round(each.score, 6), each.band)
        for listing_id, found in nearest_profiles(index, profiles, index.ids, limit=len(profiles))
        for each in found
    }


def test_who_finds_a_listing_is_found_by_it_with_the_same_score(index: Index) -> None:
    assert reverse(index, SPICES) == forward(index, SPICES) != set()


def test_so_it_is_in_the_shipped_catalogue() -> None:
    index = Index.build(shipped_documents(), Thesaurus.load())
    asked = {each: SPICES[each] for each in ("vi", "ko", "none")}
    assert reverse(index, asked) == forward(index, asked)


def test_profiles_that_a_listing_fits_come_best_first_with_their_reasons(index: Index) -> None:
    found = interested(index, SPICES, GINGER.id, limit=3)
    assert len(found) == 3
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)
    for each in found:
        (own,) = match(index, SPICES[each.id], allowed=[GINGER.id]).matches
        assert (each.score, each.reasons) == (own.score, own.reasons)


def test_reasons_quote_the_profile_and_the_listing(index: Index) -> None:
    (found,) = interested(index, SPICES, GINGER.id, allowed=["ko"])
    for reason in found.reasons:
        for span in reason.query_spans:
            assert SPICES["ko"].text[span.start : span.end] == span.text
    assert {span.language for r in found.reasons for span in r.listing_spans} == {found.language}


def test_what_does_not_fit_is_not_told(index: Index) -> None:
    told = {each.id for each in interested(index, SPICES, SOLAR.id)}
    assert "ja" in told
    assert told.isdisjoint({"vi", "ko", "weak", "nothing"})


def test_only_allowed_profiles_are_looked_at(index: Index) -> None:
    found = interested(index, SPICES, GINGER.id, allowed=["vi", "unknown"])
    assert [each.id for each in found] == ["vi"]


def test_no_profile_changes_the_result_of_another(index: Index) -> None:
    alone = interested(index, {"vi": SPICES["vi"]}, GINGER.id)
    others = {f"more-{n}": SPICES["en"] for n in range(300)}
    among = interested(index, SPICES | others, GINGER.id, limit=400)
    assert alone == [each for each in among if each.id == "vi"]


def test_equal_profiles_stand_in_the_order_of_their_ids(index: Index) -> None:
    same = {f"q{n:03}": SPICES["en"] for n in reversed(range(300))}
    assert [each.id for each in interested(index, same, GINGER.id, limit=3)] == [
        "q000",
        "q001",
        "q002",
    ]


def test_a_listing_that_is_not_there_is_an_error(index: Index) -> None:
    with pytest.raises(KeyError):
        interested(index, SPICES, "prd-unknown")


def test_without_profiles_nobody_is_interested(index: Index) -> None:
    assert interested(index, {}, GINGER.id) == []
