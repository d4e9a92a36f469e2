"""A listing's own page: its words, what must be said about them, and where it leads on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from catalogue.completeness import assess
from catalogue.records import ListingRecord, ListingTexts
from catalogue.translation import TextState
from catalogue.vocabularies import Field, Vocabularies
from i18n.languages import LANGUAGES, Language
from i18n.messages import N_, translate
from i18n.translated import Shown
from service.recommendations import SimilarListing
from web import labels, urls
from web.views.rows import TextMark, former_name
from web.views.words import joined


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingText:
    """The text a page shows, in the language it stands in, and what is said about it.

    `state` is that of the text shown; `asked` names the page's language where another stands in.
    """

    language: Language
    paragraphs: tuple[str, ...]
    state: TextState
    asked: str | None
    shown: str

    @property
    def is_fallback(self) -> bool:
        """Whether another language stands in for the page's."""
        return self.asked is not None


@dataclass(frozen=True, slots=True)
class Meter:
    """How many of its fields a listing has, and the words for those it lacks."""

    present: int
    total: int
    missing: str


@dataclass(frozen=True, slots=True)
class SimilarLine:
    """A similar listing with the words it has in common with this one."""

    title: Shown
    href: str
    kind: str
    words: str
    place: str


def listing_text(record: ListingRecord, language: Language) -> ListingText | None:
    """The fullest text for a reader, or None when there is a text in no language."""
    if not record.summaries:
        return None
    best = record.summaries.best(language)
    text = record.texts[best.language]
    return ListingText(
        language=best.language,
        paragraphs=paragraphs(text),
        state=text.state,
        asked=language.named_in(language) if best.is_fallback else None,
        shown=best.language.named_in(language),
    )


def paragraphs(text: ListingTexts) -> tuple[str, ...]:
    """Summary and body, one entry a paragraph."""
    parts = f"{text.summary}\n{text.body}".split("\n")
    return tuple(part.strip() for part in parts if part.strip())


def text_marks(record: ListingRecord, language: Language) -> tuple[TextMark, ...]:
    """The state of the text in every language, as marks with words."""
    return tuple(_mark(record, each, language) for each in LANGUAGES)


def source_wording(record: ListingRecord, language: Language) -> tuple[tuple[str, str], ...]:
    """The phrases exactly as the source has them, in Vietnamese, with their labels."""
    known: Mapping[str, str] = {"place": N_("Place"), **labels.PHRASES}
    return tuple(
        (translate(language, known[name]), text)
        for name, text in record.wording.items()
        if name in known
    )


def completeness(record: ListingRecord, language: Language) -> Meter:
    """The meter of a listing."""
    found = assess(record)
    missing = (translate(language, labels.FIELDS[key]) for key in found.missing)
    return Meter(len(found.present), found.total, joined(missing, language))


def similar_lines(
    found: Sequence[SimilarListing], vocabularies: Vocabularies, language: Language
) -> tuple[SimilarLine, ...]:
    """Similar listings with their reasons; one without a reason that can be told is left out."""
    return tuple(_similar(each, vocabularies, language) for each in found if each.words)


def addresses(record: ListingRecord) -> dict[Language, str]:
    """The canonical address of the listing in each language."""
    return {each: _address(record, each) for each in LANGUAGES}


def _address(record: ListingRecord, language: Language) -> str:
    title = record.titles.best(language)
    return urls.listing(language, record.id, "" if title.is_fallback else title.text)


def _mark(record: ListingRecord, each: Language, language: Language) -> TextMark:
    text = record.texts.get(each)
    state = text.state if text else TextState.MISSING
    composed = state is TextState.ORIGINAL and record.is_from_public_sources
    words = labels.COMPOSED if composed else labels.TEXT_STATES[state]
    return TextMark(each, labels.TEXT_MARKS.get(state, ""), translate(language, words))


def _similar(found: SimilarListing, vocabularies: Vocabularies, language: Language) -> SimilarLine:
    card = found.card
    title = "" if card.title.is_fallback else card.title.text
    place = vocabularies.name(Field.PROVINCE, card.province, language)
    former = former_name(card.province, card.former, vocabularies, language)
    if former:
        place = translate(language, "{province} (former {former})", province=place, former=former)
    return SimilarLine(
        title=card.title,
        href=urls.listing(language, card.id, title),
        kind=translate(language, labels.KINDS[card.kind]),
        words=joined(found.words, language),
        place=place,
    )
