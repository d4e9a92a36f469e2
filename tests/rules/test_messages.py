"""The message catalogues are complete and say the same things in every language."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import polib
import pytest
from babel.messages.frontend import CommandLineInterface

from i18n.languages import LANGUAGES, Language

ROOT = Path(__file__).parents[2]
TRANSLATED = [each for each in LANGUAGES if each is not Language.EN]
PLACEHOLDER = re.compile(r"\{(\w+)\}|%\((\w+)\)s")


def catalogue(language: Language) -> polib.POFile:
    return polib.pofile(str(ROOT / "i18n/locale" / language / "LC_MESSAGES/caunoi.po"))


@pytest.fixture(scope="module")
def in_source(tmp_path_factory: pytest.TempPathFactory) -> polib.POFile:
    target = tmp_path_factory.mktemp("messages") / "caunoi.pot"
    CommandLineInterface().run(
        [
            "pybabel",
            "-q",
            "extract",
            "-F",
            str(ROOT / "i18n/babel.cfg"),
            "-k",
            "N_",
            "-k",
            "translate:2",
            "-k",
            "translate_plural:2,3",
            "-k",
            "translate_in_context:2c,3",
            "-o",
            str(target),
            str(ROOT),
        ]
    )
    return polib.pofile(str(target))


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_sentence_of_the_source_is_translated(
    language: Language, in_source: polib.POFile
) -> None:
    done = {(e.msgctxt, e.msgid) for e in catalogue(language) if e.translated() and not e.obsolete}
    missing = [e.msgid for e in in_source if (e.msgctxt, e.msgid) not in done]
    assert missing == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_sentence_is_kept_that_the_source_no_longer_has(
    language: Language, in_source: polib.POFile
) -> None:
    used = {(e.msgctxt, e.msgid) for e in in_source}
    assert [e.msgid for e in catalogue(language) if (e.msgctxt, e.msgid) not in used] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_placeholders_are_the_same_in_every_language(language: Language) -> None:
    unequal = [
        entry.msgid
        for entry in catalogue(language)
        for text in ([entry.msgstr] if entry.msgstr else entry.msgstr_plural.values())
        if set(PLACEHOLDER.findall(text))
        != set(PLACEHOLDER.findall(entry.msgid_plural or entry.msgid))
    ]
    assert unequal == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_catalogue_compiles(language: Language) -> None:
    assert BytesIO(catalogue(language).to_binary()).getbuffer().nbytes > 0
