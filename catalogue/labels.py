"""Names in four languages, as columns of the small vocabulary tables."""

from __future__ import annotations

from sqlmodel import SQLModel

from i18n.languages import LANGUAGES
from i18n.translated import Translated


class Labelled(SQLModel):
    """Columns shared by every vocabulary: its name in each language, empty where none is agreed."""

    vi: str = ""
    en: str = ""
    ko: str = ""
    ja: str = ""

    def name(self) -> Translated:
        """The name in every language that has one."""
        return Translated({language: getattr(self, language.value) for language in LANGUAGES})
