"""The thesaurus as SKOS (W3C Recommendation of 18 August 2009), in Turtle and in JSON-LD.

Guards have no counterpart there and stay behind.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from i18n.languages import LANGUAGES, Language
from matching.concepts import Concept

TITLES: Mapping[Language, str] = {
    Language.VI: "Bộ từ vựng đa ngữ Cầu Nối",
    Language.EN: "Cầu Nối multilingual thesaurus",
    Language.KO: "꺼우노이(Cầu Nối) 다국어 시소러스",
    Language.JA: "Cầu Nối（カウノイ）多言語シソーラス",
}
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_TERMS = "http://purl.org/dc/terms/"
_RESERVED = ":/?#[]@!$&'()*+,;=%~"
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


@dataclass(frozen=True)
class Addresses:
    """What the scheme and its concepts are called; `base` is the address of a site, or ""."""

    base: str

    @property
    def scheme(self) -> str:
        """The thesaurus as a whole."""
        return f"{self._root}s"

    @property
    def heading(self) -> str:
        """The type of four-digit headings of the Harmonized System."""
        return f"{self.scheme}#hs-heading"

    def concept(self, concept_id: str) -> str:
        """One concept."""
        joint = "s/" if self.base else ":"
        return f"{self._root}{joint}{quote(concept_id, safe='')}"

    @property
    def _root(self) -> str:
        site = quote(self.base.rstrip("/"), safe=_RESERVED)
        return f"{site}/concept" if site else "urn:caunoi:concept"


@dataclass(frozen=True)
class _Entry:
    """A concept with its place in the hierarchy; only concepts that exist are named."""

    id: str
    broader: tuple[str, ...]
    narrower: tuple[str, ...]
    labels: Mapping[Language, tuple[str, ...]]
    hs: str
    sector: str


def turtle(concepts: Sequence[Concept], *, base: str) -> Iterator[str]:
    """The lines of a Turtle document, the scheme first."""
    addresses, entries = Addresses(base), _entries(concepts)
    yield f"@prefix skos: <{_SKOS}> .\n@prefix dct: <{_TERMS}> .\n\n"
    titles = [_literal(title, language) for language, title in TITLES.items()]
    tops = [f"<{addresses.concept(each.id)}>" for each in entries if not each.broader]
    scheme = [("dct:title", titles), ("skos:hasTopConcept", tops)]
    yield _subject(addresses.scheme, "skos:ConceptScheme", scheme)
    for entry in entries:
        yield _subject(addresses.concept(entry.id), "skos:Concept", _said(entry, addresses))


def json_ld(concepts: Sequence[Concept], *, base: str) -> Iterator[str]:
    """The pieces of a JSON-LD 1.1 document, a concept a line."""
    addresses, entries = Addresses(base), _entries(concepts)
    context = json.dumps(_context(addresses), ensure_ascii=False)
    scheme = {
        "id": addresses.scheme,
        "type": "ConceptScheme",
        "title": {language.value: title for language, title in TITLES.items()},
        "hasTopConcept": [addresses.concept(each.id) for each in entries if not each.broader],
    }
    yield f'{{"@context": {context},\n"@graph": [\n{json.dumps(scheme, ensure_ascii=False)}'
    for entry in entries:
        yield ",\n" + json.dumps(_node(entry, addresses), ensure_ascii=False)
    yield "\n]}\n"


def _entries(concepts: Sequence[Concept]) -> list[_Entry]:
    known = {concept.id for concept in concepts}
    narrower: defaultdict[str, list[str]] = defaultdict(list)
    for concept in concepts:
        for broader in dict.fromkeys(concept.broader):
            narrower[broader].append(concept.id)
    return [
        _Entry(
            concept.id,
            tuple(each for each in dict.fromkeys(concept.broader) if each in known),
            tuple(narrower[concept.id]),
            {each: tuple(dict.fromkeys(concept.labels.get(each, ()))) for each in LANGUAGES},
            concept.hs,
            concept.sector,
        )
        for concept in concepts
    ]


def _said(entry: _Entry, addresses: Addresses) -> list[tuple[str, list[str]]]:
    scheme = f"<{addresses.scheme}>"
    labels = [(language, each) for language, found in entry.labels.items() for each in found[:1]]
    others = [(language, each) for language, found in entry.labels.items() for each in found[1:]]
    return [
        ("skos:inScheme", [scheme]),
        ("skos:topConceptOf", [] if entry.broader else [scheme]),
        ("skos:prefLabel", [_literal(label, language) for language, label in labels]),
        ("skos:altLabel", [_literal(label, language) for language, label in others]),
        ("skos:broader", [f"<{addresses.concept(each)}>" for each in entry.broader]),
        ("skos:narrower", [f"<{addresses.concept(each)}>" for each in entry.narrower]),
        ("skos:notation", [f'"{_escaped(entry.hs)}"^^<{addresses.heading}>'] if entry.hs else []),
        ("skos:note", [_literal(_sector(entry), Language.EN)] if entry.sector else []),
    ]


def _subject(address: str, kind: str, said: list[tuple[str, list[str]]]) -> str:
    lines = [f"<{address}> a {kind}"]
    lines += [f"    {name} {', '.join(values)}" for name, values in said if values]
    return " ;\n".join(lines) + " .\n\n"


def _literal(text: str, language: Language) -> str:
    return f'"{_escaped(text)}"@{language.value}'


def _escaped(text: str) -> str:
    return text.translate(_ESCAPES)


def _sector(entry: _Entry) -> str:
    return f"sector: {entry.sector}"


def _node(entry: _Entry, addresses: Addresses) -> dict[str, Any]:
    node = {
        "id": addresses.concept(entry.id),
        "type": "Concept",
        "inScheme": addresses.scheme,
        "topConceptOf": "" if entry.broader else addresses.scheme,
        "prefLabel": {each.value: found[0] for each, found in entry.labels.items() if found},
        "altLabel": {each.value: found[1:] for each, found in entry.labels.items() if found[1:]},
        "broader": [addresses.concept(each) for each in entry.broader],
        "narrower": [addresses.concept(each) for each in entry.narrower],
        "notation": entry.hs,
        "note": {Language.EN.value: _sector(entry)} if entry.sector else {},
    }
    return {name: value for name, value in node.items() if value}


def _context(addresses: Addresses) -> dict[str, Any]:
    links = ("inScheme", "topConceptOf", "hasTopConcept", "broader", "narrower")
    texts = ("prefLabel", "altLabel", "note")
    return {
        "skos": _SKOS,
        "id": "@id",
        "type": "@type",
        "Concept": "skos:Concept",
        "ConceptScheme": "skos:ConceptScheme",
        "title": {"@id": f"{_TERMS}title", "@container": "@language"},
        **{name: {"@id": f"skos:{name}", "@type": "@id"} for name in links},
        **{name: {"@id": f"skos:{name}", "@container": "@language"} for name in texts},
        "notation": {"@id": "skos:notation", "@type": addresses.heading},
    }
