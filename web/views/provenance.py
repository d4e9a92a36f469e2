"""Where a listing's facts come from and when they were true: its sources, list and decision."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from catalogue.kinds import Kind
from catalogue.records import ListingRecord, ListNote, SourceNote
from i18n import formats
from i18n.languages import Language
from i18n.messages import N_, translate
from i18n.translated import Shown
from web import labels
from web.views.facts import Fact
from web.views.words import is_web_address, said, site_of


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One source: its site with the address to open, or a citation; what it is; its date."""

    name: str
    href: str | None
    kind: str | None
    published: str | None


def source_lines(record: ListingRecord, language: Language) -> tuple[SourceLine, ...]:
    """All sources, the chief one first."""
    return tuple(_source(note, language) for note in record.sources)


def dates(record: ListingRecord, language: Language) -> tuple[Fact, ...]:
    """Dates, list and decision; a missing one is said."""
    return tuple(_dates(record, language))


def _source(note: SourceNote, language: Language) -> SourceLine:
    href = note.url if note.url and is_web_address(note.url) else None
    published = formats.partial_date(note.published, language) if note.published else None
    return SourceLine(
        name=site_of(href) if href else note.citation or note.url or "",
        href=href,
        kind=translate(language, labels.SOURCES[note.kind]) if note.kind else None,
        published=translate(language, "published: {date}", date=published) if published else None,
    )


def _dates(record: ListingRecord, language: Language) -> Iterable[Fact]:
    yield _day(N_("Information as of"), record.as_of, language)
    if record.kind is Kind.PROJECT:
        yield _list(record.published_list, language)
        yield _day(N_("Date of the list"), record.listed_on, language)
        yield _decision(record, language)
    yield _confirmation(record, language)


def _day(label: str, value: str | None, language: Language) -> Fact:
    shown = (said(formats.partial_date(value, language), language),) if value else ()
    return Fact(label=translate(language, label), lines=shown)


def _list(note: ListNote | None, language: Language) -> Fact:
    label = translate(language, "Published list")
    if note is None:
        return Fact(label=label)
    notes = [translate(language, "The name of the list is ours and unofficial.")]
    if note.period:
        notes.insert(0, _period(note.period, language))
    return Fact(
        label=label,
        lines=(note.name.best(language),),
        notes=tuple(said(text, language) for text in notes),
    )


def _period(value: str, language: Language) -> str:
    """A span of years, or only its end ("to 2020") where the list gives no beginning."""
    _, open_start, last = value.rpartition("to ")
    if open_start:
        return translate(language, "List period: until {year}", year=last)
    return translate(language, "List period: {years}", years=formats.years(value, language))


def _decision(record: ListingRecord, language: Language) -> Fact:
    label = translate(language, "Decision number")
    if record.decision_no is None:
        return Fact(label=label)
    notes: tuple[Shown, ...] = ()
    if record.decision_date:
        day = formats.partial_date(record.decision_date, language)
        notes = (said(translate(language, "dated {date}", date=day), language),)
    return Fact(label=label, lines=(Shown(record.decision_no, Language.VI, False),), notes=notes)


def _confirmation(record: ListingRecord, language: Language) -> Fact:
    label = translate(language, "Date confirmed")
    if record.confirmed_on:
        return Fact(
            label=label, lines=(said(formats.date_(record.confirmed_on, language), language),)
        )
    if record.is_from_public_sources:
        words = translate(language, "From public sources, not confirmed by the province")
    else:
        words = translate(language, "not confirmed yet")
    return Fact(label=label, lines=(said(words, language),))
