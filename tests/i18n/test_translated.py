import pytest

from i18n.languages import Language
from i18n.translated import NoTextInAnyLanguage, Shown, Translated

GINGER = Translated({Language.VI: "gừng", Language.EN: "ginger", Language.KO: "생강"})


def test_the_language_asked_for_comes_first() -> None:
    assert GINGER.best(Language.KO) == Shown("생강", Language.KO, is_fallback=False)


def test_a_missing_language_falls_back_to_vietnamese_and_says_so() -> None:
    assert GINGER.best(Language.JA) == Shown("gừng", Language.VI, is_fallback=True)


def test_english_is_the_second_fallback() -> None:
    without_vietnamese = Translated({Language.EN: "ginger", Language.KO: "생강"})
    assert without_vietnamese.best(Language.JA).language is Language.EN


def test_any_language_is_better_than_none() -> None:
    assert Translated({Language.JA: "生姜"}).best(Language.VI).text == "生姜"


def test_a_blank_text_counts_as_missing() -> None:
    assert Translated({Language.JA: " \n", Language.EN: "ginger"}).languages == (Language.EN,)


def test_no_text_at_all_is_false_and_refused() -> None:
    nothing = Translated({})
    assert not nothing
    with pytest.raises(NoTextInAnyLanguage):
        nothing.best(Language.VI)
