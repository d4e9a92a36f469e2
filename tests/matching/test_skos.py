"""The thesaurus as other programs read it."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import RDF, Graph, Literal, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import DCTERMS, SKOS

from i18n.languages import LANGUAGES
from matching.concepts import Concept
from matching.skos import json_ld, turtle
from matching.thesaurus import Thesaurus

SITE = "https://caunoi.example"
ROWS = """id,broader,hs,sector,vi,en,ko,ja,guard
spice,,,,gia vị,spice,향신료,香辛料,
chili,spice gone,0904,agriculture_forestry,ớt|trái ớt,"chili|chili ""hot""|chili",고추,唐辛子,
"""


@pytest.fixture
def concepts(tmp_path: Path) -> tuple[Concept, ...]:
    (tmp_path / "rows.csv").write_text(ROWS, encoding="utf-8")
    return Thesaurus.load(tmp_path).rows


@pytest.fixture
def graph(concepts: tuple[Concept, ...]) -> Graph:
    return Graph().parse(data="".join(turtle(concepts, base=SITE)), format="turtle")


SCHEME = URIRef(f"{SITE}/concepts")
CHILI = URIRef(f"{SITE}/concepts/chili")
SPICE = URIRef(f"{SITE}/concepts/spice")


def test_the_scheme_has_a_title_in_every_language(graph: Graph) -> None:
    assert (SCHEME, RDF.type, SKOS.ConceptScheme) in graph
    assert {title.language for title in graph.objects(SCHEME, DCTERMS.title)} == set(LANGUAGES)


def test_labels_carry_their_language_and_the_first_is_preferred(graph: Graph) -> None:
    assert Literal("ớt", lang="vi") in set(graph.objects(CHILI, SKOS.prefLabel))
    alternatives = set(graph.objects(CHILI, SKOS.altLabel))
    assert alternatives == {Literal("trái ớt", lang="vi"), Literal('chili "hot"', lang="en")}


def test_the_hierarchy_reads_both_ways_and_names_only_what_exists(graph: Graph) -> None:
    assert list(graph.objects(CHILI, SKOS.broader)) == [SPICE]
    assert list(graph.objects(SPICE, SKOS.narrower)) == [CHILI]


def test_roots_are_top_concepts(graph: Graph) -> None:
    assert list(graph.objects(SCHEME, SKOS.hasTopConcept)) == [SPICE]
    assert list(graph.subjects(SKOS.topConceptOf, SCHEME)) == [SPICE]
    assert set(graph.subjects(SKOS.inScheme, SCHEME)) == {CHILI, SPICE}


def test_the_heading_is_a_typed_notation_and_the_sector_a_note(graph: Graph) -> None:
    heading = Literal("0904", datatype=URIRef(f"{SITE}/concepts#hs-heading"))
    assert list(graph.objects(CHILI, SKOS.notation)) == [heading]
    assert list(graph.objects(CHILI, SKOS.note)) == [
        Literal("sector: agriculture_forestry", lang="en")
    ]


def test_without_a_site_concepts_have_names_of_their_own(concepts: tuple[Concept, ...]) -> None:
    graph = Graph().parse(data="".join(turtle(concepts, base="")), format="turtle")
    concept = URIRef("urn:caunoi:concept:chili")
    assert (concept, SKOS.inScheme, URIRef("urn:caunoi:concepts")) in graph


def test_json_ld_says_the_same(concepts: tuple[Concept, ...], graph: Graph) -> None:
    other = Graph().parse(data="".join(json_ld(concepts, base=SITE)), format="json-ld")
    assert isomorphic(graph, other)


def test_signs_of_the_format_in_a_label_are_escaped(concepts: tuple[Concept, ...]) -> None:
    text = "".join(turtle(concepts, base=SITE))
    assert r'"chili \"hot\""@en' in text
    assert "唐辛子" in text


def test_the_shipped_vocabulary_is_valid_and_complete() -> None:
    rows = Thesaurus.load().rows
    graph = Graph().parse(data="".join(turtle(rows, base="")), format="turtle")
    assert len(set(graph.subjects(RDF.type, SKOS.Concept))) == len({row.id for row in rows})
    preferred = sum(1 for _ in graph.subject_objects(SKOS.prefLabel))
    assert preferred == sum(bool(found) for row in rows for found in row.labels.values())
