"""The parameters of the API: what they mean and which values they take."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from catalogue.kinds import Availability, Kind
from catalogue.search import Sort
from catalogue.vocabularies import Field
from i18n.languages import LANGUAGES
from i18n.messages import N_
from service.reference import Reference
from web.api.reading import MAX_PER_PAGE, PER_PAGE
from web.filters import MAX_AMOUNT, MAX_PAGE, MAX_WORDS, currencies

Schema = dict[str, Any]

LISTING = ("lang",)
PROVINCES = ("lang",)
SECTORS = ("lang",)
CONCEPTS = ("lang", "page", "per_page")
LISTINGS = (
    "q",
    "kind",
    "province",
    "former",
    "sector",
    "group",
    "hs",
    "capital_min",
    "capital_max",
    "currency",
    "certificate",
    "availability",
    "lang_available",
    "sort",
    "lang",
    "page",
    "per_page",
)
REPEATABLE = frozenset(
    {"province", "former", "sector", "group", "hs", "certificate", "availability", "lang_available"}
)

MEANINGS: Mapping[str, str] = {
    "q": N_("Keywords in any of the four languages; Vietnamese also without marks."),
    "kind": N_("Investment projects or local products."),
    "province": N_("Two-digit code of a province since 1 July 2025. May be repeated."),
    "former": N_("Key of a province as it was until 30 June 2025. May be repeated."),
    "sector": N_("Key of a sector of investment projects. May be repeated."),
    "group": N_("Key of a product group. May be repeated."),
    "hs": N_("HS heading with four digits. May be repeated."),
    "capital_min": N_("Smallest capital, in whole units of the currency."),
    "capital_max": N_("Largest capital, in whole units of the currency."),
    "currency": N_("Currency of the two amounts."),
    "certificate": N_("Key of a certificate. May be repeated."),
    "availability": N_("What is known of a project's call for investment. May be repeated."),
    "lang_available": N_("Language in which a full text is available. May be repeated."),
    "sort": N_("Order of the list; by relevance only with keywords."),
    "lang": N_("Language of titles, names and error messages."),
    "page": N_("Page number, from 1."),
    "per_page": N_("Entries per page, 100 at most."),
    "text": N_("What is sought, in any of the four languages; 20,000 characters at most."),
    "limit": N_("Number of listings in the answer, 50 at most."),
}


def schema(name: str, reference: Reference) -> Schema:
    """The JSON schema of a parameter as it stands in an address."""
    single = _single(name, reference)
    return {"type": "array", "items": single} if name in REPEATABLE else single


def codes(name: str, reference: Reference) -> list[str]:
    """The values a coded field takes; empty for the others."""
    if name in set(Field):
        return list(reference.vocabularies.terms[Field(name)])
    closed: Mapping[str, list[str]] = {
        "kind": list(Kind),
        "availability": list(Availability),
        "lang_available": list(LANGUAGES),
        "lang": list(LANGUAGES),
        "sort": list(Sort),
        "currency": list(currencies(reference.rates)),
    }
    return [str(value) for value in closed.get(name, [])]


def _single(name: str, reference: Reference) -> Schema:
    values = codes(name, reference)
    if values:
        return {"type": "string", "enum": values, **_DEFAULTS.get(name, {})}
    return {**_PLAIN[name]}


_DEFAULTS: Mapping[str, Schema] = {"lang": {"default": "en"}, "currency": {"default": "VND"}}
_PLAIN: Mapping[str, Schema] = {
    "q": {"type": "string", "maxLength": MAX_WORDS},
    "capital_min": {"type": "integer", "minimum": 0, "maximum": MAX_AMOUNT},
    "capital_max": {"type": "integer", "minimum": 0, "maximum": MAX_AMOUNT},
    "page": {"type": "integer", "minimum": 1, "maximum": MAX_PAGE, "default": 1},
    "per_page": {"type": "integer", "minimum": 1, "maximum": MAX_PER_PAGE, "default": PER_PAGE},
}
