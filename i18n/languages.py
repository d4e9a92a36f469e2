"""The four languages of the service and what they are called."""

from enum import StrEnum


class Language(StrEnum):
    """A language of the service; the value is its BCP 47 tag, as in paths and `lang` attributes."""

    VI = "vi"
    EN = "en"
    KO = "ko"
    JA = "ja"

    @property
    def own_name(self) -> str:
        """The language's name in itself, the only way the language switch names it."""
        return _NAMES[self][self]

    def named_in(self, language: "Language") -> str:
        """The name as `notice_fallback` and `available_in` need it.

        Vietnamese sentences already say "tiếng", so the Vietnamese names come without it.
        """
        if language is Language.VI:
            return _NAMES[Language.VI][self].removeprefix("Tiếng ")
        return _NAMES[language][self]


LANGUAGES: tuple[Language, ...] = tuple(Language)
DEFAULT_LANGUAGE = Language.EN

_NAMES: dict[Language, dict[Language, str]] = {
    shown_in: dict(zip(LANGUAGES, names, strict=True))
    for shown_in, names in {
        Language.VI: ("Tiếng Việt", "Tiếng Anh", "Tiếng Hàn", "Tiếng Nhật"),
        Language.EN: ("Vietnamese", "English", "Korean", "Japanese"),
        Language.KO: ("베트남어", "영어", "한국어", "일본어"),
        Language.JA: ("ベトナム語", "英語", "韓国語", "日本語"),
    }.items()
}


def language_of(tag: str) -> Language | None:
    """The language of a BCP 47 tag whatever its region or case ("ko-KR"), None for all others."""
    primary = tag.strip().lower().partition("-")[0]
    return Language(primary) if primary in LANGUAGES else None
