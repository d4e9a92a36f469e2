import pytest

from i18n.languages import Language
from i18n.negotiation import language_of_path, negotiate


def test_an_earlier_choice_outweighs_the_browser() -> None:
    assert negotiate(cookie="ja", accept_language="ko") is Language.JA


def test_a_cookie_that_is_no_language_is_ignored() -> None:
    assert negotiate(cookie="de'; drop", accept_language="ko") is Language.KO


def test_a_request_that_says_nothing_gets_english() -> None:
    assert negotiate(cookie=None, accept_language=None) is Language.EN


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("vi-VN,vi;q=0.9,en;q=0.8", Language.VI),
        ("en;q=0.3, ko;q=0.7", Language.KO),
        ("de-DE,de;q=0.9,ja;q=0.2", Language.JA),
        ("ja,ko", Language.JA),
        ("vi;q=0, ko; q=0.1", Language.KO),
        ("*", Language.EN),
        ("fr", Language.EN),
        ("", Language.EN),
    ],
)
def test_the_most_wanted_language_wins(header: str, language: Language) -> None:
    assert negotiate(cookie=None, accept_language=header) is language


@pytest.mark.parametrize("part", ["ko;q=x", "ko;q=nan", "ko;q=9", "ko;q=-1", "ko;level=1", ";;="])
def test_a_malformed_preference_counts_for_nothing(part: str) -> None:
    assert negotiate(cookie=None, accept_language=f"{part},vi;q=0.1") is Language.VI


def test_an_endless_header_is_not_read_to_its_end() -> None:
    assert negotiate(cookie=None, accept_language="de," * 100_000 + "ko") is Language.EN


@pytest.mark.parametrize("path", ["/vi", "/vi/", "/vi/projects"])
def test_a_path_says_its_language(path: str) -> None:
    assert language_of_path(path) is Language.VI


@pytest.mark.parametrize("path", ["/", "", "/video", "/VI/projects", "/de/vi", "//vi"])
def test_other_paths_name_no_language(path: str) -> None:
    assert language_of_path(path) is None
