"""The sentences of the interface, by gettext: the message id is the English sentence.

Placeholders are named, `{name}`. Only `{% trans %}` blocks of templates, which Jinja compiles
itself, have `%(name)s`; both are filled. The functions take the rest by position only, so that a
placeholder may have any name, also {language}.
"""

import gettext
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from i18n.languages import Language

DOMAIN = "caunoi"
LOCALE = Path(__file__).parent / "locale"


def N_(message: str) -> str:
    """Mark a message for extraction where it is written but not yet translated."""
    return message


@cache
def translations(language: Language) -> gettext.NullTranslations:
    """The loaded catalogue; English, and whatever a catalogue lacks, is the message id itself."""
    return load(LOCALE / language / "LC_MESSAGES", language)


def load(folder: Path, language: Language) -> gettext.NullTranslations:
    """Read one folder's catalogue, compiling it in memory unless a compiled one is up to date."""
    source, compiled = folder / f"{DOMAIN}.po", folder / f"{DOMAIN}.mo"
    if not source.exists():
        return gettext.NullTranslations()
    if compiled.exists() and compiled.stat().st_mtime >= source.stat().st_mtime:
        return gettext.GNUTranslations(BytesIO(compiled.read_bytes()))
    return gettext.GNUTranslations(_compiled(source, language))


def translate(language: Language, message: str, /, **values: object) -> str:
    """The message in a language with its placeholders filled.

    Raises KeyError when values are given but one that the message names is not among them.
    """
    return fill(translations(language).gettext(message), values)


def translate_plural(
    language: Language, singular: str, plural: str, n: int, /, **values: object
) -> str:
    """As `translate`, by number; {n} is the number unless a value `n` gives it formatted."""
    return fill(translations(language).ngettext(singular, plural, n), {"n": n, **values})


def translate_in_context(
    language: Language, context: str, message: str, /, **values: object
) -> str:
    """As `translate`, for English words that stand for two words elsewhere (expired, …)."""
    return fill(translations(language).pgettext(context, message), values)


def fill(message: str, values: dict[str, object]) -> str:
    """Put values in their places; a Markup message escapes them. Without values nothing changes."""
    if not values:
        return message
    return message % values if "%(" in message else message.format(**values)


def _compiled(source: Path, language: Language) -> BytesIO:
    with source.open("rb") as file:
        catalogue = read_po(file, locale=language, domain=DOMAIN)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return compiled
