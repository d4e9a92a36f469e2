import os
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from i18n.languages import LANGUAGES, Language
from i18n.messages import N_, fill, load, translate, translate_in_context, translate_plural

CATALOGUE = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

msgid "Projects"
msgstr "프로젝트"

msgid "Not yet translated"
msgstr ""

#, fuzzy
msgid "Guessed"
msgstr "추측"

msgid "{n} result"
msgid_plural "{n} results"
msgstr[0] "결과 {n}건"

msgctxt "certificate"
msgid "expired"
msgstr "유효 기간 만료"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "caunoi.po").write_text(CATALOGUE, encoding="utf-8")
    return tmp_path


def test_a_source_catalogue_needs_no_compiling(folder: Path) -> None:
    assert load(folder, Language.KO).gettext("Projects") == "프로젝트"


@pytest.mark.parametrize("message", ["Not yet translated", "Guessed", "Unheard of"])
def test_what_a_catalogue_lacks_is_said_in_english(folder: Path, message: str) -> None:
    assert load(folder, Language.KO).gettext(message) == message


def test_korean_has_one_form_for_any_number(folder: Path) -> None:
    messages = load(folder, Language.KO)
    assert messages.ngettext("{n} result", "{n} results", 1) == "결과 {n}건"
    assert messages.ngettext("{n} result", "{n} results", 5) == "결과 {n}건"


def test_context_parts_words_that_english_does_not(folder: Path) -> None:
    messages = load(folder, Language.KO)
    assert messages.pgettext("certificate", "expired") == "유효 기간 만료"
    assert messages.gettext("expired") == "expired"


def test_a_folder_without_catalogue_speaks_english(tmp_path: Path) -> None:
    assert load(tmp_path, Language.JA).gettext("Projects") == "Projects"


def _compile(folder: Path) -> Path:
    compiled = folder / "caunoi.mo"
    with (folder / "caunoi.po").open("rb") as source, compiled.open("wb") as target:
        write_mo(target, read_po(source, locale="ko"))
    return compiled


def test_an_up_to_date_compiled_catalogue_is_taken(folder: Path) -> None:
    compiled = _compile(folder)
    source = folder / "caunoi.po"
    source.write_text("", encoding="utf-8")
    os.utime(source, (0, 0))
    assert compiled.exists()
    assert load(folder, Language.KO).gettext("Projects") == "프로젝트"


def test_an_outdated_compiled_catalogue_is_passed_over(folder: Path) -> None:
    os.utime(_compile(folder), (0, 0))
    source = folder / "caunoi.po"
    source.write_text(CATALOGUE.replace("프로젝트", "사업"), encoding="utf-8")
    assert load(folder, Language.KO).gettext("Projects") == "사업"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_its_catalogue_loaded_once(language: Language) -> None:
    assert translate(language, "No such sentence, {name}.", name="An") == "No such sentence, An."


def test_english_counts_one_and_many() -> None:
    assert translate_plural(Language.EN, "{n} result", "{n} results", 1) == "1 result"
    assert translate_plural(Language.EN, "{n} result", "{n} results", 2) == "2 results"


def test_a_count_can_be_shown_formatted() -> None:
    shown = translate_plural(Language.EN, "{n} row", "{n} rows", 4_800, n="4,800")
    assert shown == "4,800 rows"


def test_a_placeholder_may_be_called_language() -> None:
    shown = translate(Language.EN, "Not yet in {language}.", language="Korean")
    assert shown == "Not yet in Korean."


def test_english_in_context_is_the_message_itself() -> None:
    assert translate_in_context(Language.EN, "certificate", "expired") == "expired"


def test_marking_a_message_does_not_change_it() -> None:
    assert N_("Projects") == "Projects"


def test_a_missing_value_is_an_error_and_not_a_hole() -> None:
    with pytest.raises(KeyError, match="total"):
        fill("Page {n} of {total}", {"n": 1})


def test_a_value_is_never_read_as_a_placeholder() -> None:
    assert fill("Missing: {fields}", {"fields": "{n} %(n)s"}) == "Missing: {n} %(n)s"


def test_messages_of_template_blocks_are_filled_too() -> None:
    assert fill("%(n)s results", {"n": 3}) == "3 results"
