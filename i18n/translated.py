"""One text in several languages, which always says what language it is shown in."""

from collections.abc import Mapping
from dataclasses import dataclass

from i18n.languages import LANGUAGES, Language

_FALLBACK = (Language.VI, Language.EN)


class NoTextInAnyLanguage(LookupError):
    """A text was to be shown that exists in no language; test the `Translated` for truth first."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A text ready to be shown; `is_fallback` asks for a notice and an own `lang` attribute."""

    text: str
    language: Language
    is_fallback: bool


@dataclass(frozen=True, slots=True)
class Translated:
    """The same text by language; a blank text counts as missing. False when all are missing."""

    texts: Mapping[Language, str]

    def __bool__(self) -> bool:
        return bool(self.languages)

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages that have a text, in the order of the language switch."""
        return tuple(each for each in LANGUAGES if self.texts.get(each, "").strip())

    def best(self, language: Language) -> Shown:
        """The text in the language asked for, else Vietnamese, English, then any.

        Raises NoTextInAnyLanguage.
        """
        available = self.languages
        for candidate in (language, *_FALLBACK, *available):
            if candidate in available:
                return Shown(self.texts[candidate], candidate, candidate is not language)
        raise NoTextInAnyLanguage
