"""One demand in many spellings: encodings, gaps, widths, case, marks, mixed scripts, repetition."""

import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from i18n.languages import LANGUAGES, Language
from matching.documents import Answer, Document, Profile, Text, Zone
from matching.index import Index
from matching.ranking import keyword_search, match, nearest
from matching.thesaurus import Thesaurus
from service.judgments import read_sets
from tests.endurance import examples
from tests.matching.listings import CATALOGUE, CINNAMON, GINGER, RICE

VI, EN, KO, JA = LANGUAGES
JUDGED = read_sets(Path(__file__).parents[1] / "judgments")["tuning_half"]

SPACED = [
    (KO, "유기농 생강 가루", "유기농생강가루"),
    (KO, "태양광 발전 단지", "태양광발전단지"),
    (KO, "건조 망고 수입", "건조망고 수입"),
    (KO, "약용 작물 재배", "약용작물재배"),
    (JA, "有機 生姜 パウダー", "有機生姜パウダー"),
    (JA, "太陽光 発電 所", "太陽光発電所"),
    (JA, "ドライ マンゴー の 輸入", "ドライマンゴーの輸入"),
    (JA, "薬用 植物 の 栽培", "薬用植物の栽培"),
    (JA, "高麗 人参　茶", "高麗人参茶"),
]
WRITTEN = [
    (EN, "organic ginger, HACCP, 500g", "ｏｒｇａｎｉｃ　ｇｉｎｇｅｒ，　ＨＡＣＣＰ，　５００ｇ"),
    (JA, "ドライマンゴーとコーヒー", "ﾄﾞﾗｲﾏﾝｺﾞｰとｺｰﾋｰ"),
    (JA, "ココナッツシュガー 10kg", "ｺｺﾅｯﾂｼｭｶﾞｰ　１０ｋｇ"),
    (KO, "유기농 생강 10kg", "유기농　생강　１０ｋｇ"),
    (EN, "fresh ginger and cinnamon", "FRESH GINGER AND CINNAMON"),
    (EN, "wind power in kon tum", "Wind Power in Kon Tum"),
    (VI, "gừng tươi và nước mắm", "GỪNG TƯƠI VÀ NƯỚC MẮM"),
    (VI, "hạt tiêu đắk nông", "Hạt Tiêu Đắk Nông"),
    (EN, "solar-power, wood-pellet", "solar power, wood pellet"),
    (EN, "ginger for café", "ginger\u00a0for\u2009cafe\u0301"),
]
# Where a gap can be taken out of Korean, or put into a Japanese compound.
GAPS = {
    KO: re.compile("(?<=[가-힣]) (?=[가-힣])"),
    JA: re.compile("(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])|(?<=[ァ-ヺー])(?=[ァ-ヺー])"),
}
# The tone on the first or on the second vowel, i or y; both are taught.
TONES = [
    *(("hoà", "hòa"), ("thuỷ sản", "thủy sản"), ("hoá", "hóa"), ("khoẻ", "khỏe")),
    *(("quí", "quý"), ("qui hoạch", "quy hoạch"), ("quít", "quýt")),
]
PLAIN = [
    ("gừng tươi, nước mắm và hạt tiêu", "gung tuoi, nuoc mam va hat tieu"),
    ("điện mặt trời ở Đắk Nông", "dien mat troi o Dak Nong"),
    ("sâm Ngọc Linh", "sam Ngoc Linh"),
    ("cà phê, mật ong", "ca phe, mat ong"),
]
# More than any page or API takes.
LONGEST = 40_000
ODD = [
    "🫚 ginger 🌶️👨‍👩‍👧‍👦 🇻🇳",
    "ginger " + "9" * 25,
    "9" * 4000,
    "gin\x00ger \x07\x1b[31m\x7f\u200b\u200d\ufeff",
    "مطلوب زنجبيل ginger \u202eregnig\u202c",
    "צריך ג'ינג'ר \u2067ginger\u2069",
    "g\u0301\u0323\u0306" * 3000 + " ginger",
    "생강" * 20_000,
    "生姜" * 20_000,
    "ginger cinnamon " * 2500,
    "gừng, quế; " * 4000,
    "\u1100\u1161\u11a8" * 5000,
    "()[]{}*+?|\\^$.\"'<>&%_;--",
    "\n\t\r\x85\u2028 ",
]


@pytest.mark.parametrize("language", LANGUAGES)
def test_composed_and_decomposed_profiles_get_identical_answers(
    shipped_index: Index, language: Language
) -> None:
    for text in (each.profile.text for each in JUDGED if each.profile.language is language):
        composed = nearest(shipped_index, _in_form("NFC", text, language))
        decomposed = nearest(shipped_index, _in_form("NFD", text, language))
        assert _figures(composed) == _figures(decomposed)
        assert _concepts(composed) == _concepts(decomposed)
        assert _composed(composed.unrecognized) == _composed(decomposed.unrecognized)
        assert _quoted(composed) == _quoted(decomposed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_language_of_a_decomposed_profile_is_detected(language: Language) -> None:
    for text in (each.profile.text for each in JUDGED if each.profile.language is language):
        forms = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
        found = {match(_EMPTY, Profile(each)).language for each in forms}
        assert len(found) == 1


@pytest.mark.parametrize(("language", "spaced", "joined"), SPACED)
def test_gaps_between_words_change_nothing(
    shipped_index: Index, language: Language, spaced: str, joined: str
) -> None:
    one, other = (nearest(shipped_index, Profile(text, language)) for text in (spaced, joined))
    assert _concepts(one) == _concepts(other) != []
    assert _figures(one) == _figures(other) != []


@pytest.mark.parametrize("language", [KO, JA])
@settings(deadline=None, max_examples=examples(20))
@given(seed=st.integers(0, 10**9))
def test_profiles_spaced_otherwise_get_identical_answers(
    shipped_index: Index, language: Language, seed: int
) -> None:
    chance = Random(seed)
    texts = [each.profile.text for each in JUDGED if each.profile.language is language]
    text = chance.choice(texts)
    spaced = GAPS[language].sub(lambda gap: chance.choice(("", " ", gap.group())), text)
    one, other = (nearest(shipped_index, Profile(each, language)) for each in (text, spaced))
    assert _concepts(one) == _concepts(other)
    assert _figures(one) == _figures(other)
    assert len(one.unrecognized) == len(other.unrecognized)


def test_a_gap_within_a_short_korean_label_changes_nothing(index: Index) -> None:
    one, other = (nearest(index, Profile(text, KO)) for text in ("쌀 국수", "쌀국수"))
    assert _concepts(one) == _concepts(other)


@pytest.mark.parametrize(("language", "plain", "odd"), WRITTEN)
def test_width_case_and_kinds_of_space_change_nothing(
    index: Index, language: Language, plain: str, odd: str
) -> None:
    one, other = (nearest(index, Profile(text, language)) for text in (plain, odd))
    assert _figures(one) == _figures(other)
    assert _concepts(one) == _concepts(other)


@pytest.mark.parametrize(("old", "new"), TONES)
def test_the_place_of_a_tone_mark_does_not_matter(shipped_index: Index, old: str, new: str) -> None:
    one, other = (
        nearest(shipped_index, Profile(f"cần mua {tone}, gừng", VI)) for tone in (old, new)
    )
    assert _concepts(one) == _concepts(other) != []
    assert _figures(one) == _figures(other)


@pytest.mark.parametrize(("marked", "plain"), PLAIN)
def test_what_is_typed_without_marks_means_the_same(
    shipped_index: Index, marked: str, plain: str
) -> None:
    one, other = (match(shipped_index, Profile(text)) for text in (marked, plain))
    assert other.language is VI
    assert _concepts(one) == _concepts(other) != []
    assert one.matches[0].id in _first(other)
    assert other.matches[0].id in _first(one)


def test_each_part_of_a_mixed_profile_finds_what_it_means(shipped_index: Index) -> None:
    answer = match(shipped_index, Profile("HACCP 인증 gừng Kon Tum 유기농"))
    assert {"haccp", "ginger", "organic"} <= set(_concepts(answer))
    assert answer.matches[0].id in {"prd-51-101", "prd-51-024"}


@pytest.mark.parametrize(
    "text", ["gừng と 계피 and rice", "ST25 쌀, 桂皮 & ginger", "생강gừng桂皮rice"]
)
@pytest.mark.parametrize("language", [*LANGUAGES, None])
def test_a_mixed_profile_names_its_goods_in_whatever_language_it_counts(
    index: Index, text: str, language: Language | None
) -> None:
    found = {each.id for each in nearest(index, Profile(text, language)).matches[:3]}
    assert found == {GINGER.id, CINNAMON.id, RICE.id}


@pytest.mark.parametrize("times", [3, 10, 50])
@pytest.mark.parametrize("joint", [" ", "\n", ". ", ", "])
def test_a_profile_said_again_and_again_gets_the_same_scores(
    index: Index, times: int, joint: str
) -> None:
    text = "organic rice and fresh ginger for Kon Tum"
    once = nearest(index, Profile(text, EN))
    assert _figures(nearest(index, Profile(joint.join([text] * times), EN))) == _figures(once)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_judged_profile_said_again_and_again_gets_the_same_scores(
    shipped_index: Index, language: Language
) -> None:
    judged = [each.profile for each in JUDGED if each.profile.language is language][:2]
    for profile in judged:
        often = Profile("\n".join([profile.text] * 20), language)
        assert _figures(match(shipped_index, often)) == _figures(match(shipped_index, profile))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("where", ["title", "body"])
def test_a_listing_gains_next_to_nothing_by_saying_a_word_fifty_times(
    thesaurus: Thesaurus, language: Language, where: Zone
) -> None:
    word = {VI: "gừng", EN: "ginger", KO: "생강", JA: "生姜"}[language]
    text = next(each for each in GINGER.texts if each.language is language)
    zones = dict(text.zones())
    zones[where] += f" {' '.join([word] * 50)}"
    stuffed = Text(language, zones["title"], zones["body"])
    scores = _scores(text, stuffed, Profile(word, language), thesaurus)
    assert scores["stuffed"] <= 1.2 * scores["honest"]


def test_a_title_that_says_itself_twice_does_not_pass_one_that_says_it_once(
    thesaurus: Thesaurus,
) -> None:
    scores = _scores(Text(KO, "생강"), Text(KO, "생강 생강"), Profile("생강", KO), thesaurus)
    assert scores["stuffed"] <= scores["honest"] + 1e-6


@pytest.mark.parametrize("text", [*ODD, "\ud800 ginger \udfff"], ids=range(len(ODD) + 1))
def test_whatever_is_typed_is_answered(index: Index, text: str) -> None:
    answer = nearest(index, Profile(text[:LONGEST]), limit=3)
    assert all(0 < each.score <= 1 for each in answer.matches)
    keyword_search(index, text[:200], None)


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_whatever_is_listed_is_indexed(thesaurus: Thesaurus, text: str) -> None:
    odd = Document("odd", (Text(EN, text[:4000], text[:4000]),))
    index = Index.build([*CATALOGUE, odd], thesaurus)
    assert match(index, Profile("桂皮", JA)).matches[0].id == CINNAMON.id


_EMPTY = Index.build([], Thesaurus(()))


def _in_form(form: str, text: str, language: Language) -> Profile:
    return Profile(unicodedata.normalize(form, text), language)  # type: ignore[arg-type]


def _scores(
    honest: Text, stuffed: Text, profile: Profile, thesaurus: Thesaurus
) -> dict[str, float]:
    both = [Document("honest", (honest,)), Document("stuffed", (stuffed,))]
    return dict(_figures(nearest(Index.build([*CATALOGUE[1:], *both], thesaurus), profile)))


def _figures(answer: Answer) -> list[tuple[str, float]]:
    return [(each.id, round(each.score, 6)) for each in answer.matches]


def _first(answer: Answer) -> list[str]:
    return [each.id for each in answer.matches[:3]]


def _concepts(answer: Answer) -> list[str]:
    return sorted(each.concept_id for each in answer.recognized)


def _quoted(answer: Answer) -> list[list[str]]:
    spans = [
        [span.text for reason in each.reasons for span in reason.query_spans]
        for each in answer.matches
    ]
    return [_composed(each) for each in spans]


def _composed(words: Sequence[str]) -> list[str]:
    return [unicodedata.normalize("NFC", word) for word in words]
