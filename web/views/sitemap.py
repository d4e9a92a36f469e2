"""The addresses of the sitemap: each page with its other languages beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from catalogue.search import SitemapEntry
from i18n.languages import LANGUAGES, Language
from web import urls

_NAMES = ("", "projects", "products", "match", "provinces", "about", "privacy", "api")


@dataclass(frozen=True, slots=True)
class SitemapPage:
    """One page: its address in each language, and when it changed where that is known."""

    addresses: Mapping[Language, str]
    updated: date | None = None


def pages(provinces: Iterable[str], sectors: Iterable[str]) -> Iterator[SitemapPage]:
    """The pages that are no listings."""
    names = (
        *_NAMES,
        *(f"provinces/{code}" for code in provinces),
        *(f"sectors/{key}" for key in sectors),
    )
    for name in names:
        yield SitemapPage({each: urls.page(each, name) for each in LANGUAGES})


def listings(entries: Iterable[SitemapEntry]) -> Iterator[SitemapPage]:
    """The pages of listings under their canonical addresses."""
    for entry in entries:
        yield SitemapPage({each: _address(entry, each) for each in LANGUAGES}, entry.updated_on)


def _address(entry: SitemapEntry, language: Language) -> str:
    title = entry.titles.best(language)
    return urls.listing(language, entry.id, "" if title.is_fallback else title.text)
