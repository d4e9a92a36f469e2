from i18n.languages import LANGUAGES, Language, language_of


def test_each_language_is_called_by_its_own_name() -> None:
    names = [language.own_name for language in LANGUAGES]
    assert names == ["Tiếng Việt", "English", "한국어", "日本語"]


def test_a_language_is_named_in_another_as_sentences_need_it() -> None:
    assert Language.KO.named_in(Language.JA) == "韓国語"
    assert Language.EN.named_in(Language.KO) == "영어"


def test_vietnamese_names_leave_out_the_word_that_the_sentence_already_has() -> None:
    assert f"Chưa có bản tiếng {Language.KO.named_in(Language.VI)}." == "Chưa có bản tiếng Hàn."


def test_a_tag_is_known_whatever_its_region_and_case() -> None:
    assert language_of("ko-KR") is Language.KO
    assert language_of("VI") is Language.VI


def test_a_tag_of_another_language_is_not_mistaken_for_ours() -> None:
    assert language_of("vie") is None
    assert language_of("") is None
