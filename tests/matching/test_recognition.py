import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.languages import LANGUAGES, Language
from matching.thesaurus import Thesaurus

VI, EN, KO, JA = LANGUAGES


def named(thesaurus: Thesaurus, text: str, language: Language | None) -> dict[str, str]:
    """Concepts with the words that name them, without nested ones."""
    return {
        found.concept_id: text[found.start : found.end]
        for found in thesaurus.recognise(text, language)
        if not found.nested
    }


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Cần mua gừng tươi", VI, {"ginger": "gừng"}),
        ("can mua gung tuoi", VI, {"ginger": "gung"}),
        ("cà phê hoà tan, ca phe bot", VI, {"coffee": "ca phe"}),
        ("We buy GINGERS and berries", EN, {"ginger": "GINGERS", "berry": "berries"}),
        ("star  anise", EN, {"star-anise": "star  anise"}),
        ("wood-pellets", EN, {"wood-pellet": "wood-pellets"}),
        ("생강을 찾습니다", KO, {"ginger": "생강"}),
        ("건조망고 수입", KO, {"dried-mango": "건조망고"}),
        ("코코넛설탕", KO, {"coconut-sugar": "코코넛설탕"}),
        ("유기농쌀국수", KO, {"organic": "유기농", "rice-noodle": "쌀국수"}),
        ("쌀을 수입", KO, {"rice": "쌀"}),
        ("米を輸入したい", JA, {"rice": "米"}),
        ("新鮮な 生 姜", JA, {"ginger": "生 姜"}),
        ("ｴﾋﾞとイカ", JA, {"shrimp": "ｴﾋﾞ", "squid": "イカ"}),
        ("nước mắm을 수입", KO, {"fish-sauce": "nước mắm"}),
    ],
)
def test_finds_what_a_text_names(
    thesaurus: Thesaurus, text: str, language: Language, expected: dict[str, str]
) -> None:
    assert named(thesaurus, text, language) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("학생강의 자료", KO),  # a lecture, no ginger
        ("살아 있는 생 강원도", KO),
        ("エビデンス", JA),  # evidence, no shrimp
        ("スイス", JA),
        ("そうでしょうが", JA),
        ("米国と欧米", JA),  # America, no rice
        ("ngừng lại", VI),
        ("chánh văn phòng", VI),  # other marks than chanh, lime
        ("limestone, gingerly", EN),
        ("gung ho", EN),  # no Vietnamese without marks in an English sentence
        ("tôi là cam kết", VI),  # guarded: a promise, no orange
    ],
)
def test_words_inside_words_are_not_found(
    thesaurus: Thesaurus, text: str, language: Language
) -> None:
    assert named(thesaurus, text, language) == {}


def test_longer_names_hold_shorter_ones(thesaurus: Thesaurus) -> None:
    found = thesaurus.recognise("dried mango", EN)
    assert [(each.concept_id, each.nested) for each in found] == [
        ("dried-mango", False),
        ("mango", True),
    ]


def test_a_guarded_label_counts_beside_its_neighbour(thesaurus: Thesaurus) -> None:
    assert "orange" in named(thesaurus, "cam và quýt", VI)
    assert "orange" not in named(thesaurus, "cam đoan", VI)


def test_a_guarded_label_alone_is_meant(thesaurus: Thesaurus) -> None:
    assert named(thesaurus, " Cam ", None) == {"orange": "Cam"}


def test_hs_codes_name_their_concepts(thesaurus: Thesaurus) -> None:
    found = thesaurus.recognise("Wir suchen HS-Code 0910.11", None)
    assert {each.concept_id for each in found} == {"ginger", "turmeric"}


def test_composed_and_decomposed_text_name_the_same(thesaurus: Thesaurus) -> None:
    text = "Gừng, nước mắm, cải thìa và 생강"
    composed = named(thesaurus, text, VI)
    assert composed.keys() == named(thesaurus, unicodedata.normalize("NFD", text), VI).keys()


@given(st.data())
def test_offsets_quote_the_original(thesaurus: Thesaurus, data: st.DataObject) -> None:
    labels = [label for concept in thesaurus.rows for label in concept.labels[VI]]
    noise = st.text(st.sampled_from("xyzừ \u0301ﬁ생-"), max_size=4)
    label = data.draw(st.sampled_from(labels))
    text = f"{data.draw(noise)}. {label.upper()} .{data.draw(noise)}"
    quoted = {text[found.start : found.end] for found in thesaurus.recognise(text, None)}
    guarded = any((VI, label) in concept.guards for concept in thesaurus.rows)
    assert guarded or label.upper() in quoted
