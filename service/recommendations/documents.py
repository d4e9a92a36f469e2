"""Listings as the matching index reads them: one text a language, names of places included."""

from __future__ import annotations

from collections.abc import Iterable

from catalogue.records import ListingRecord, ListingTexts
from catalogue.search import listing_version
from catalogue.translation import Origin, TextState
from catalogue.vocabularies import Field, Vocabularies
from i18n.languages import LANGUAGES, Language
from matching.documents import Document, Text
from matching.learned import Entry

# Phrases that say what a listing is; notes and source remarks would only add noise.
_TELLING = (
    "objective",
    "place",
    "capacity",
    "certification",
    "volume",
    "export_markets",
    "part_of",
)


def document(
    record: ListingRecord,
    vocabularies: Vocabularies,
    *,
    languages: Iterable[Language] = LANGUAGES,
) -> Document | None:
    """The document of a listing in the languages given; None when it has a text in none."""
    texts = [record.texts[each] for each in languages if each in record.texts]
    if not texts:
        return None
    return Document(
        record.id,
        tuple(_text(record, each, vocabularies) for each in texts),
        listing_version(record.version, record.updated_at),
    )


def approved_translation(record: ListingRecord) -> Entry | None:
    """A listing's title in the languages in which a person answers for it; None if only in one."""
    entry = {
        language: (texts.title,)
        for language, texts in record.texts.items()
        if texts.state is TextState.REVIEWED or texts.origin is Origin.ORIGINAL
    }
    return entry if len(entry) > 1 else None


def _text(record: ListingRecord, text: ListingTexts, vocabularies: Vocabularies) -> Text:
    phrases = [text.facts[name] for name in _TELLING if name in text.facts]
    names = _names(record, vocabularies, text.language)
    parts = (text.summary, text.body, *phrases, ", ".join(names))
    return Text(text.language, text.title, "\n".join(part for part in parts if part))


def _names(record: ListingRecord, vocabularies: Vocabularies, language: Language) -> list[str]:
    """Former and present province, region, sectors, group: a listing is found by each of them."""
    coded = [(Field.PROVINCE, record.province)]
    coded += [(Field.FORMER, record.former)] if record.former else []
    coded += [(Field.SECTOR, key) for key in record.sectors]
    coded += [(Field.GROUP, record.group)] if record.group else []
    names = [vocabularies.name(field, key, language) for field, key in coded]
    return list(dict.fromkeys([*names, *_region(record, vocabularies, language)]))


def _region(record: ListingRecord, vocabularies: Vocabularies, language: Language) -> list[str]:
    """The part of the country, so that "highlands" finds what grows there."""
    former = vocabularies.terms[Field.FORMER].get(record.former or "")
    return [former.region.best(language).text] if former and former.region else []
