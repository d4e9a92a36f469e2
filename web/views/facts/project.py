"""The facts of a project: what it costs, where it lies, how far it has come."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.kinds import Availability
from catalogue.vocabularies import Field
from i18n import formats
from i18n.messages import N_
from i18n.translated import Shown
from web import labels
from web.views import figures
from web.views.facts.fact import Fact, Wording, phrase_facts
from web.views.facts.place import place_fact
from web.views.words import joined

_PHRASES = ("objective", "capacity", "schedule", "term", "status", "land_status")
_LAST_PHRASES = ("incentive_area", "part_of", "note")
_EXPECTED = frozenset({"objective", "land_status", "term", "incentive_area"})


def project_facts(wording: Wording, *, zone: Shown | None) -> Iterator[Fact]:
    """The facts table of a project; `zone` is the name of the zone it lies in."""
    record = wording.record
    yield _capital(wording)
    yield _area(wording)
    yield place_fact(wording, N_("Place"))
    if zone:
        yield Fact(label=wording.label(N_("Zone")), lines=(zone,))
    sectors = joined(
        (wording.name(Field.SECTOR, each) for each in record.sectors), wording.language
    )
    yield Fact(label=wording.label(N_("Sector")), lines=wording.plain(sectors))
    yield _availability(wording)
    forms = tuple(wording.say(labels.FORMS[form]) for form in record.forms)
    yield Fact(label=wording.label(N_("Form of investment")), lines=forms)
    yield from phrase_facts(wording, _PHRASES, expected=_EXPECTED)
    if record.planned_population:
        people = formats.number(record.planned_population, wording.language)
        yield Fact(label=wording.label(N_("Planned population")), lines=wording.plain(people))
    yield from phrase_facts(wording, _LAST_PHRASES, expected=_EXPECTED)


def _capital(wording: Wording) -> Fact:
    label, capital = wording.label(N_("Capital")), wording.record.capital
    if capital is None:
        return Fact(label=label)
    rates = wording.reference.rates
    return Fact(
        label=label,
        lines=wording.plain(figures.capital(capital, wording.language)),
        notes=wording.plain(figures.approximate_capital(capital, rates, wording.language)),
        is_key=True,
    )


def _area(wording: Wording) -> Fact:
    area = wording.record.area
    land = figures.area(area, wording.language) if area else None
    return Fact(
        label=wording.label(N_("Land area")), lines=wording.plain(land), is_key=land is not None
    )


def _availability(wording: Wording) -> Fact:
    """The state at its date; only `confirmed_open` is ever called open."""
    record, state = wording.record, wording.record.availability
    label = wording.label(N_("Availability"))
    if state is None:
        return Fact(label=label)
    explained = labels.AVAILABILITY_EXPLAINED.get(state)
    notes = [wording.say(explained)] if explained else []
    if as_of := record.as_of or record.listed_on:
        day = formats.partial_date(as_of, wording.language)
        notes.append(wording.say(N_("Information as of {date}"), date=day))
    return Fact(
        label=label,
        lines=(_state(wording, state),),
        notes=tuple(notes),
        mark=labels.AVAILABILITY_MARKS.get(state, ""),
    )


def _state(wording: Wording, state: Availability) -> Shown:
    record, language = wording.record, wording.language
    if state is Availability.CONFIRMED_OPEN and record.confirmed_on:
        day = formats.date_(record.confirmed_on, language)
        return wording.say(N_("Open, confirmed by the province on {date}"), date=day)
    if state is Availability.LISTED and record.listed_on:
        day = formats.partial_date(record.listed_on, language)
        return wording.say(N_("On the list of {date}"), date=day)
    return wording.say(labels.AVAILABILITY[state])
