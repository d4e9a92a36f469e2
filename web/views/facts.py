"""The facts of a listing in the order a reader asks for them; what the source lacks is said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from catalogue.kinds import Availability, HsBasis, Kind
from catalogue.records import ListingRecord
from catalogue.vocabularies import Field
from i18n import formats
from i18n.languages import Language
from i18n.messages import N_, translate
from i18n.translated import Shown
from service.reference import Reference
from web import labels
from web.views import figures, ocop
from web.views.rows import former_name
from web.views.words import joined, said

# Phrases whose absence is said; the others are simply left out where the source has none.
_EXPECTED: Mapping[Kind, frozenset[str]] = {
    Kind.PROJECT: frozenset({"objective", "land_status", "term", "incentive_area"}),
    Kind.PRODUCT: frozenset(
        {"certification", "volume", "export_markets", "moq", "packaging", "harvest_months"}
    ),
}
# In the order of the page; `place`, `note` and what stands in codes have their own lines.
_PHRASES: Mapping[Kind, tuple[str, ...]] = {
    Kind.PROJECT: (
        "objective",
        "capacity",
        "schedule",
        "term",
        "status",
        "land_status",
        "incentive_area",
        "part_of",
        "note",
    ),
    Kind.PRODUCT: ("volume", "export_markets", "moq", "packaging", "harvest_months", "note"),
}
_LABELS: Mapping[str, str] = {
    **labels.PHRASES,
    "moq": N_("Minimum order"),
    "packaging": N_("Packaging"),
    "harvest_months": N_("Harvest months"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A line of the facts table; without `lines` the page says that the source has none.

    `mark` is the class of the mark beside a state; `is_key` marks the figures that decide.
    """

    label: str
    lines: tuple[Shown, ...] = ()
    notes: tuple[Shown, ...] = ()
    mark: str | None = None
    is_key: bool = False


@dataclass(frozen=True, slots=True)
class _Page:
    """What every fact of a page needs to find its words."""

    record: ListingRecord
    reference: Reference
    language: Language

    def say(self, message: str, **values: object) -> Shown:
        return said(translate(self.language, message, **values), self.language)

    def label(self, message: str) -> str:
        return translate(self.language, message)

    def name(self, field: Field, key: str) -> str:
        return self.reference.vocabularies.name(field, key, self.language)

    def phrase(self, name: str) -> tuple[Shown, ...]:
        found = self.record.fact(name)
        return (found.best(self.language),) if found else ()


def facts(
    record: ListingRecord,
    reference: Reference,
    language: Language,
    *,
    zone: Shown | None,
    today: date,
) -> tuple[Fact, ...]:
    """The facts table of a listing; `today` decides what has probably lapsed."""
    page = _Page(record, reference, language)
    if record.kind is Kind.PROJECT:
        return tuple(_project(page, zone))
    return tuple(_product(page, today))


def _project(page: _Page, zone: Shown | None) -> Iterable[Fact]:
    record = page.record
    yield _capital(page)
    yield _area(page)
    yield _place(page, N_("Place"))
    if zone:
        yield Fact(label=page.label(N_("Zone")), lines=(zone,))
    sectors = joined((page.name(Field.SECTOR, key) for key in record.sectors), page.language)
    yield Fact(label=page.label(N_("Sector")), lines=_one(sectors, page))
    yield _availability(page)
    forms = tuple(page.say(labels.FORMS[form]) for form in record.forms)
    yield Fact(label=page.label(N_("Form of investment")), lines=forms)
    if record.planned_population:
        people = formats.number(record.planned_population, page.language)
        yield Fact(label=page.label(N_("Planned population")), lines=_one(people, page))
    yield from _phrases(page)


def _product(page: _Page, today: date) -> Iterable[Fact]:
    record = page.record
    yield _place(page, N_("Producing area"))
    yield _certificates(page)
    for rating in record.ocop:
        words = ocop.rating(rating, page.language, today=today)
        yield Fact(label="OCOP", lines=(words.said,), notes=words.notes, is_key=words.is_certified)
    group = page.name(Field.GROUP, record.group) if record.group else ""
    yield Fact(label=page.label(N_("Product group")), lines=_one(group, page))
    yield _heading(page)
    yield from _phrases(page)


def _capital(page: _Page) -> Fact:
    record, language = page.record, page.language
    label = page.label(N_("Capital"))
    if record.capital is None:
        return Fact(label=label)
    approximate = figures.approximate_capital(record.capital, page.reference.rates, language)
    return Fact(
        label=label,
        lines=_one(figures.capital(record.capital, language), page),
        notes=_one(approximate or "", page),
        is_key=True,
    )


def _area(page: _Page) -> Fact:
    land = figures.area(page.record.area, page.language) if page.record.area else None
    return Fact(label=page.label(N_("Land area")), lines=_one(land or "", page), is_key=bool(land))


def _place(page: _Page, label: str) -> Fact:
    """The source's words for the place, the present province, and what became of the former."""
    record, language = page.record, page.language
    present = page.name(Field.PROVINCE, record.province)
    former = former_name(record.province, record.former, page.reference.vocabularies, language)
    if former is None:
        return Fact(
            label=page.label(label),
            lines=(*page.phrase("place"), said(present, language)),
            notes=_original(page, "place"),
        )
    unit = page.say(N_("{province} (former {former})"), province=present, former=former)
    joined_on = page.say(
        N_("{former} has been part of {province} since 1 July 2025."),
        former=former,
        province=present,
    )
    return Fact(
        label=page.label(label),
        lines=(*page.phrase("place"), unit),
        notes=(*_original(page, "place"), joined_on),
    )


def _original(page: _Page, name: str) -> tuple[Shown, ...]:
    """The Vietnamese phrase, for readers who are shown it in another language."""
    found = page.record.fact(name)
    shown = found.best(page.language) if found else None
    text = found.texts.get(Language.VI) if found else None
    if not text or shown is None or shown.language is Language.VI:
        return ()
    return (Shown(text, Language.VI, False),)


def _availability(page: _Page) -> Fact:
    """The state at its date; only `confirmed_open` is ever called open."""
    record, state = page.record, page.record.availability
    label = page.label(N_("Availability"))
    if state is None:
        return Fact(label=label)
    explained = labels.AVAILABILITY_EXPLAINED.get(state)
    as_of = record.as_of or record.listed_on
    notes = [page.say(explained)] if explained else []
    if as_of:
        day = formats.partial_date(as_of, page.language)
        notes.append(page.say(N_("Information as of {date}"), date=day))
    return Fact(
        label=label,
        lines=(_state(page, state),),
        notes=tuple(notes),
        mark=labels.AVAILABILITY_MARKS.get(state, ""),
    )


def _state(page: _Page, state: Availability) -> Shown:
    record, language = page.record, page.language
    if state is Availability.CONFIRMED_OPEN and record.confirmed_on:
        day = formats.date_(record.confirmed_on, language)
        return page.say(N_("Open, confirmed by the province on {date}"), date=day)
    if state is Availability.LISTED and record.listed_on:
        day = formats.partial_date(record.listed_on, language)
        return page.say(N_("On the list of {date}"), date=day)
    return page.say(labels.AVAILABILITY[state])


def _certificates(page: _Page) -> Fact:
    """Certificates by name; the source's own words below, since it gives no more than those."""
    record = page.record
    named = tuple(
        said(page.name(Field.CERTIFICATE, key), page.language)
        for key in record.certificates
        if key != "ocop"
    )
    words = page.phrase("certification")
    if not named:
        return Fact(label=page.label(N_("Certificates in the source")), lines=words)
    missing = page.say(
        N_("Certificate numbers and expiry dates are shown only where a source states them.")
    )
    return Fact(
        label=page.label(N_("Certificates in the source")),
        lines=named,
        notes=(*words, missing),
        is_key=True,
    )


def _heading(page: _Page) -> Fact:
    record, language = page.record, page.language
    label = page.label(N_("HS heading (4 digits)"))
    if record.hs is None:
        return Fact(label=label)
    notes = [page.say(N_("The wording of the heading is ours and unofficial."))]
    if record.hs_basis is HsBasis.ASSIGNED:
        notes.insert(0, page.say(N_("assigned by the catalogue, not stated by the seller")))
    words = f"{record.hs} {page.name(Field.HS, record.hs)}"
    return Fact(label=label, lines=(said(words, language),), notes=tuple(notes))


def _phrases(page: _Page) -> Iterable[Fact]:
    kind = page.record.kind
    for name in _PHRASES[kind]:
        lines = page.phrase(name)
        if lines or name in _EXPECTED[kind]:
            yield Fact(label=page.label(_LABELS[name]), lines=lines)


def _one(text: str, page: _Page) -> tuple[Shown, ...]:
    return (said(text, page.language),) if text else ()
