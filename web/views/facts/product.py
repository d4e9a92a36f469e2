"""The facts of a product: where it comes from, what is certified, how much there is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from catalogue.kinds import HsBasis
from catalogue.vocabularies import Field
from i18n.messages import N_
from web.views import ocop
from web.views.facts.fact import Fact, Wording, phrase_facts
from web.views.facts.place import place_fact

_PHRASES = ("volume", "export_markets", "moq", "packaging", "harvest_months", "note")
_EXPECTED = frozenset({"volume", "export_markets", "moq", "packaging", "harvest_months"})
# An OCOP rating has lines of its own, which also say what is not certified.
_OCOP = "ocop"


def product_facts(wording: Wording, *, today: date) -> Iterator[Fact]:
    """The facts table of a product."""
    record = wording.record
    yield place_fact(wording, N_("Producing area"))
    yield _certificates(wording)
    for rating in record.ocop:
        words = ocop.rating(rating, wording.language, today=today)
        yield Fact(label="OCOP", lines=(words.said,), notes=words.notes, is_key=words.is_certified)
    group = wording.name(Field.GROUP, record.group) if record.group else None
    yield Fact(label=wording.label(N_("Product group")), lines=wording.plain(group))
    yield _heading(wording)
    yield from phrase_facts(wording, _PHRASES, expected=_EXPECTED)


def _certificates(wording: Wording) -> Fact:
    """Certificates by name, the source's own words below them."""
    label, words = wording.label(N_("Certificates in the source")), wording.phrase("certification")
    keys = [key for key in wording.record.certificates if key != _OCOP]
    if not keys:
        return Fact(label=label, lines=words)
    names = tuple(wording.plain(wording.name(Field.CERTIFICATE, key))[0] for key in keys)
    numbers = wording.say(
        N_("Certificate numbers and expiry dates are shown only where a source states them.")
    )
    return Fact(label=label, lines=names, notes=(*words, numbers), is_key=True)


def _heading(wording: Wording) -> Fact:
    record, label = wording.record, wording.label(N_("HS heading (4 digits)"))
    if record.hs is None:
        return Fact(label=label)
    notes = [wording.say(N_("The wording of the heading is ours and unofficial."))]
    if record.hs_basis is HsBasis.ASSIGNED:
        notes.insert(0, wording.say(N_("assigned by the catalogue, not stated by the seller")))
    words = f"{record.hs} {wording.name(Field.HS, record.hs)}"
    return Fact(label=label, lines=wording.plain(words), notes=tuple(notes))
