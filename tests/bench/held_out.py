"""Goods that the thesaurus lacks: are they found by other words, in their language and in others?

A part of the concepts of goods is left out of the thesaurus. Each of these goods is listed once, in
one language, and sought in another one and, in its own, by a synonym.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from i18n.languages import LANGUAGES
from matching.concepts import Concept
from matching.documents import Document, Profile, Text
from matching.index import Index
from matching.ranking import nearest
from matching.thesaurus import Thesaurus
from tests.bench.documents import Garden

_SEED = 3
_GOODS, _UNKNOWN = 1500, 500
_BEST = 10


class Sought(NamedTuple):
    """A profile, the listing it is about, and the kind of question."""

    profile: Profile
    listing: str
    kind: str


@dataclass(frozen=True)
class HeldOut:
    """A thesaurus without the goods that are sought, and the listings of all goods."""

    thesaurus: Thesaurus
    documents: Sequence[Document]
    sought: Sequence[Sought]


def held_out(full: Thesaurus) -> HeldOut:
    """The same goods each time; every other one is named in the title, the rest in the body."""
    chance = random.Random(_SEED)
    goods = [one for one in full.rows if one.hs and all(one.labels.get(of) for of in LANGUAGES)]
    chosen = chance.sample(goods, _GOODS)
    unknown, elsewhere = chosen[:_UNKNOWN], {one.id for one in chosen}
    garden = Garden(Thesaurus(one for one in full.rows if one.id not in elsewhere))
    documents: list[Document] = []
    sought: list[Sought] = []
    for number, (good, other) in enumerate(zip(chosen, garden.listings(_GOODS), strict=True)):
        place = "title" if number // len(LANGUAGES) % 2 else "body"
        document = _listing(good, other.texts[0], place)
        documents.append(document)
        if number < _UNKNOWN:
            sought += _questions(good, document, place, chance)
    left_out = {one.id for one in unknown}
    known = Thesaurus(one for one in full.rows if one.id not in left_out)
    return HeldOut(known, documents, sought)


def recall(found: HeldOut) -> Mapping[str, float]:
    """The part of the goods among the first ten, by the kind of question."""
    index = Index.build(found.documents, found.thesaurus)
    hits: dict[str, list[bool]] = {}
    for each in found.sought:
        best = nearest(index, each.profile, limit=_BEST).matches
        hits.setdefault(each.kind, []).append(each.listing in {match.id for match in best})
    return {kind: sum(there) / len(there) for kind, there in sorted(hits.items())}


def _listing(good: Concept, text: Text, place: str) -> Document:
    name = good.labels[text.language][0]
    if place == "title":
        return Document(good.id, (Text(text.language, name, text.body),))
    return Document(good.id, (Text(text.language, text.title, f"{text.body} {name}"),))


def _questions(
    good: Concept, document: Document, place: str, chance: random.Random
) -> Iterator[Sought]:
    own = document.texts[0].language
    other = chance.choice([language for language in LANGUAGES if language is not own])
    across = Profile(good.labels[other][0], other)
    yield Sought(across, good.id, f"across, {place}")
    if len(good.labels[own]) > 1:
        synonym = Profile(good.labels[own][1], own)
        yield Sought(synonym, good.id, f"synonym, {place}")
