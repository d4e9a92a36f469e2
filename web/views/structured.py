"""What a listing is, in the words search engines read: JSON-LD after schema.org."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from catalogue.kinds import Kind
from catalogue.records import ListingRecord
from catalogue.vocabularies import Field, Vocabularies
from i18n.languages import Language

_CONTEXT = "https://schema.org"
# Inside a script element only "<" could end it; the others keep careless readers safe too.
_ESCAPES = {
    ord("<"): "\\u003c",
    ord(">"): "\\u003e",
    ord("&"): "\\u0026",
    0x2028: "\\u2028",
    0x2029: "\\u2029",
}
Node = Mapping[str, Any]


def script(*nodes: Node) -> Markup:
    """Nodes as the content of a script element that nothing in them can end."""
    text = json.dumps([{"@context": _CONTEXT, **node} for node in nodes], ensure_ascii=False)
    # Nothing that could end the element is left.
    return Markup(text.translate(_ESCAPES))  # nosec B704


def listing(
    record: ListingRecord, vocabularies: Vocabularies, language: Language, *, address: str
) -> Node:
    """A product without an offer, since nobody offers it; a call for investors is a Project."""
    place = _place(record, vocabularies, language)
    node: dict[str, Any] = {
        "@type": "Product" if record.kind is Kind.PRODUCT else "Project",
        "@id": address,
        "url": address,
        "identifier": record.id,
        "name": record.titles.best(language).text,
        "alternateName": _other_titles(record, language),
        "description": record.summaries.best(language).text if record.summaries else None,
    }
    if record.kind is Kind.PROJECT:
        node["location"] = place
    else:
        node |= _product(record, vocabularies, language)
        node["countryOfOrigin"] = {"@type": "Country", "name": "Việt Nam", "identifier": "VN"}
    return {name: value for name, value in node.items() if value}


def breadcrumbs(trail: Sequence[tuple[str, str]]) -> Node:
    """The way to a page: addresses and labels from the home page on."""
    items = [
        {"@type": "ListItem", "position": position, "name": label, "item": address}
        for position, (address, label) in enumerate(trail, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _place(record: ListingRecord, vocabularies: Vocabularies, language: Language) -> Node:
    region = vocabularies.name(Field.PROVINCE, record.province, language)
    address = {"@type": "PostalAddress", "addressCountry": "VN", "addressRegion": region}
    return {"@type": "Place", "address": address}


def _product(record: ListingRecord, vocabularies: Vocabularies, language: Language) -> Node:
    group = vocabularies.name(Field.GROUP, record.group, language) if record.group else None
    code = {"@type": "PropertyValue", "propertyID": "HS", "value": record.hs}
    return {"category": group, "additionalProperty": code if record.hs else None}


def _other_titles(record: ListingRecord, language: Language) -> list[str]:
    shown = record.titles.best(language).text
    titles = record.titles.texts.values()
    return list(dict.fromkeys(title for title in titles if title != shown))
