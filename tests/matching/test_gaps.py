"""What the editor of the thesaurus is told to write next."""

from __future__ import annotations

from pathlib import Path

import pytest

from i18n.languages import Language
from matching.canonical import Canonical
from matching.capitals import name_spans, proper_names
from matching.documents import Document, Profile, Text
from matching.gaps import PhraseGap, phrase_gaps, profile_gaps, title_gaps
from matching.phrases import phrases
from matching.thesaurus import Thesaurus

VI, EN, KO, JA = Language.VI, Language.EN, Language.KO, Language.JA

# Mulberry is unknown to this thesaurus, tea is not.
ROWS = """id,broader,hs,sector,vi,en,ko,ja,guard
food,,,industry_processing,thực phẩm,food,식품,食品,
tea,food,0902,industry_processing,trà,tea,차|찻잎,茶葉,
mulberry_paper,food,,industry_processing,giấy dâu tằm,mulberry paper,뽕나무종이,桑紙,
dried_form,,,,sấy khô,dried,건조,乾燥,
"""


@pytest.fixture
def teas(tmp_path: Path) -> Thesaurus:
    (tmp_path / "rows.csv").write_text(ROWS, encoding="utf-8")
    return Thesaurus.load(tmp_path)


def listing(listing_id: str, **titles: str) -> Document:
    return Document(
        listing_id, tuple(Text(Language(each), title) for each, title in titles.items())
    )


MULBERRY = [
    listing("a", vi="Trà dâu tằm", en="Mulberry leaf tea", ko="뽕나무 차", ja="桑の茶葉"),
    listing("b", vi="Lá dâu tằm", en="Leaves of mulberry", ko="건조 뽕나무는", ja="桑田の茶葉"),
    listing("c", vi="Trà xanh", en="Green tea", ko="녹색 차", ja="茶葉"),
    listing("d", vi="Trà đen", en="Black tea", ko="검은 차", ja="茶葉"),
    listing("e", vi="Trà trắng", en="White tea", ko="하얀 차", ja="茶葉"),
]


def keys(text: str, language: Language) -> list[str]:
    return [phrase.key for phrase in phrases(Canonical(text), language)]


def gap(found: list[PhraseGap], words: str) -> PhraseGap:
    return next(each for each in found if each.words == words)


def test_a_title_is_a_gap_where_nothing_narrower_than_a_sector_is_named(teas: Thesaurus) -> None:
    documents = [listing("x", vi="Thực phẩm sấy khô", en="Dried tea"), listing("y", ko="뽕나무")]
    gaps = [(each.listing_id, each.language, each.title) for each in title_gaps(documents, teas)]
    assert gaps == [("x", VI, "Thực phẩm sấy khô"), ("y", KO, "뽕나무")]


def test_vietnamese_phrases_are_groups_of_up_to_four_syllables() -> None:
    assert keys("dâu tằm, và trà", VI) == ["dâu", "dâu tằm", "tằm", "trà"]
    assert max(len(key.split()) for key in keys("một hai ba bốn năm sáu", VI)) == 4


def test_english_phrases_in_either_number_are_one() -> None:
    assert keys("Leather shoes", EN) == keys("leather shoe", EN)


def test_korean_words_lose_particles_and_endings() -> None:
    assert keys("뽕나무는 재배합니다", KO) == ["뽕나무", "재배"]


def test_japanese_phrases_are_runs_of_han_and_katakana() -> None:
    assert keys("桑田と桑パウダーの製造", JA) == ["桑田", "パウダー", "桑パウダー", "製造"]


def test_what_a_concept_names_is_no_unknown_phrase(teas: Thesaurus) -> None:
    words = {each.words for each in phrase_gaps(MULBERRY, teas, top=50)}
    assert "dâu tằm" in words
    assert not words & {"trà", "tea", "trà dâu tằm"}


def test_a_phrase_that_stands_only_inside_a_longer_one_is_left_out(teas: Thesaurus) -> None:
    words = {each.words for each in phrase_gaps(MULBERRY, teas, top=50)}
    assert not words & {"dâu", "tằm"}


def test_an_unknown_phrase_comes_with_examples_and_translations(teas: Thesaurus) -> None:
    found = gap(list(phrase_gaps(MULBERRY, teas, top=50)), "dâu tằm")
    assert (found.listings, found.examples) == (2, ("a", "b"))
    assert {(each.language, each.words) for each in found.translations} >= {
        (EN, "mulberry"),
        (KO, "뽕나무"),
    }


def test_the_nearest_concepts_are_those_with_labels_like_the_phrase(teas: Thesaurus) -> None:
    found = gap(list(phrase_gaps(MULBERRY, teas, top=50)), "dâu tằm")
    assert found.homes[0].concept_id == "mulberry_paper"


def test_titles_weigh_more_than_bodies(teas: Thesaurus) -> None:
    documents = [
        *(Document(f"t{n}", (Text(EN, f"Mulberry {n}", "grown nearby"),)) for n in range(2)),
        *(listing(f"o{n}", en="Tea") for n in range(5)),
    ]
    words = [each.words for each in phrase_gaps(documents, teas, top=50)]
    assert words == ["mulberry", "grown nearby"]


def test_only_the_heaviest_phrases_are_listed(teas: Thesaurus) -> None:
    assert len(list(phrase_gaps(MULBERRY, teas, top=1))) == 1


def test_words_with_a_capital_within_a_sentence_are_names() -> None:
    line = "the tea of Kon Tum"
    names = proper_names([(EN, line), (EN, "Kon Tum is far away from here")])
    spans = [line[start:end] for start, end in name_spans(Canonical(line), EN, names)]
    assert names[EN] == {"kon", "tum"}
    assert spans == ["Kon", "Tum"]


def test_capitals_in_an_english_heading_make_no_names() -> None:
    names = proper_names([(EN, "Fresh Ginger From Our Farm")])
    assert not names.get(EN)


def test_a_word_that_translates_a_name_is_passed_over(teas: Thesaurus) -> None:
    named = {"en": "This is dried tea from Măng Đen", "ko": "망댄 차"}
    documents = [
        *(listing(f"n{number}", **named) for number in range(3)),
        *(listing(f"o{number}", en="This is dried tea", ko="차") for number in range(5)),
    ]
    assert list(phrase_gaps(documents, teas, top=50)) == []


def test_a_profile_without_answer_in_other_languages_is_a_gap(teas: Thesaurus) -> None:
    profiles = [("p", Profile("sầu riêng", VI)), ("q", Profile("trà", VI))]
    found = list(profile_gaps(MULBERRY, teas, profiles))
    assert [(each.profile_id, each.unrecognized) for each in found] == [("p", ("sầu", "riêng"))]


def test_where_there_is_one_language_only_no_profile_is_a_gap(teas: Thesaurus) -> None:
    documents = [listing("a", vi="Trà")]
    assert list(profile_gaps(documents, teas, [("p", Profile("dâu tằm", VI))])) == []
