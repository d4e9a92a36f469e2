"""The facts of a listing in the order a reader asks for them; what the source lacks is said."""

from __future__ import annotations

from datetime import date

from catalogue.kinds import Kind
from catalogue.records import ListingRecord
from i18n.languages import Language
from i18n.translated import Shown
from service.reference import Reference
from web.views.facts.fact import Fact, Wording
from web.views.facts.product import product_facts
from web.views.facts.project import project_facts

__all__ = ["Fact", "facts"]


def facts(
    record: ListingRecord,
    reference: Reference,
    language: Language,
    *,
    zone: Shown | None,
    today: date,
) -> tuple[Fact, ...]:
    """The facts table of a listing; `today` decides what has probably lapsed."""
    wording = Wording(record, reference, language)
    if record.kind is Kind.PROJECT:
        return tuple(project_facts(wording, zone=zone))
    return tuple(product_facts(wording, today=today))
