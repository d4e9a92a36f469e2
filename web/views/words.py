"""Small words between things: lists in a sentence, a link's site."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from i18n.languages import Language
from i18n.translated import Shown


def comma(language: Language) -> str:
    """What stands between the items of a list."""
    return "、" if language is Language.JA else ", "


def joined(words: Iterable[str], language: Language) -> str:
    """Words one after another with the language's own comma."""
    return comma(language).join(words)


def said(text: str, language: Language) -> Shown:
    """Words of ours, which always stand in the language of the page."""
    return Shown(text, language, False)


def site_of(address: str) -> str:
    """The site an address leads to, as people name it: baodautu.vn."""
    return (urlsplit(address).hostname or address).removeprefix("www.")


def is_web_address(address: str) -> bool:
    """Whether an address may stand in a link: only the web, never script."""
    return urlsplit(address).scheme in {"http", "https"}
