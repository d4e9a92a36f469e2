from itertools import permutations

import pytest

from i18n.languages import Language
from matching.analysis import of_listing, of_profile
from matching.analyzers import PIECE_MARK, PIECES_PER_TEXT, Reading, content_tokens, features
from matching.canonical import Canonical
from matching.documents import Text
from matching.thesaurus import Thesaurus


def names(text: str, language: Language, reading: Reading = "brief") -> set[str]:
    canonical = Canonical(text)
    words = content_tokens(canonical, language)
    return {feature.name for feature in features(canonical, words, language, reading)}


def test_words_of_one_character_are_kept() -> None:
    assert "쌀" in names("쌀", Language.KO)
    assert "米" in names("米", Language.JA)


def test_vietnamese_stands_marked_and_folded_with_its_pairs() -> None:
    assert {"hạt", "hat", "hạt tiêu", "hat tieu"} <= names("hạt tiêu", Language.VI)


@pytest.mark.parametrize(
    ("one", "many"), [("ginger", "gingers"), ("spice", "spices"), ("berry", "berries")]
)
def test_english_numbers_meet(one: str, many: str) -> None:
    words = {name for name in names(one, Language.EN) if not name.startswith(PIECE_MARK)}
    assert words & names(many, Language.EN)


@pytest.mark.parametrize("with_particle", ["쌀을", "쌀은", "쌀로", "쌀과"])
def test_korean_particles_are_taken_off(with_particle: str) -> None:
    assert "쌀" in names(with_particle, Language.KO)


@pytest.mark.parametrize("word", ["포도", "오이", "바나나"])
def test_syllables_that_only_look_like_particles_stay(word: str) -> None:
    assert not {"포", "오", "바나"} & names(word, Language.KO)


def test_pairs_do_not_cross_punctuation_or_function_words() -> None:
    found = names("gừng, quế và hồi", Language.VI)
    assert not {"gừng quế", "quế hồi"} & found


def test_words_in_other_scripts_are_read_too() -> None:
    assert {"haccp", "인증"} <= names("HACCP인증", Language.KO)


def test_function_words_say_nothing() -> None:
    assert names("the of and", Language.EN) == set()


def test_long_texts_are_not_cut_into_latin_pieces() -> None:
    assert not any(name.startswith(PIECE_MARK) for name in names("ginger", Language.EN, "long"))


def test_pieces_stay_within_their_budget(thesaurus: Thesaurus) -> None:
    title = " ".join("".join(letters) for letters in permutations("abcdefg", 5))
    listing = of_listing(Text(Language.EN, title), thesaurus)
    assert sum(name.startswith(PIECE_MARK) for name in listing.lexical) == PIECES_PER_TEXT


def test_a_title_counts_twice(thesaurus: Thesaurus) -> None:
    titled = of_listing(Text(Language.EN, "ginger", "pepper"), thesaurus)
    assert titled.concepts["ginger"] == pytest.approx(1.693, abs=0.001)
    assert titled.concepts["pepper"] == 1.0


def test_saying_a_word_often_gains_little_and_then_nothing(thesaurus: Thesaurus) -> None:
    four = of_profile("ginger " * 4, Language.EN, thesaurus)
    many = of_profile("ginger " * 400, Language.EN, thesaurus)
    assert four.lexical["ginger"] == many.lexical["ginger"]
    assert four.concepts == many.concepts
