"""The phrases of a catalogue that no concept names, with the listings in which they stand."""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from i18n.languages import Language
from matching.canonical import Canonical
from matching.capitals import Names, name_spans, proper_names
from matching.documents import Document, Text
from matching.phrases import Phrase, phrases
from matching.thesaurus import Thesaurus

Key = tuple[Language, str]
# A phrase in no title counts a tenth of one that stands in titles only: most of what bodies say
# over and over is about sources, dates and amounts.
_OUTSIDE_TITLES = 0.1


@dataclass(slots=True)
class UnknownPhrase:
    """A phrase and the listings (by number) where it stands on its own, in no longer phrase."""

    language: Language
    shown: str
    listings: set[int] = field(default_factory=set)
    titled: set[int] = field(default_factory=set)

    def weight(self, total: int) -> float:
        """Listings times informativeness: rare among `total` listings, and used in titles."""
        rarity = math.log((total + 1) / len(self.listings))
        return rarity**2 * (len(self.titled) + _OUTSIDE_TITLES * len(self.listings))


@dataclass(frozen=True)
class Catalogue:
    """Every phrase of some listings: `said` by listing and language, named by concepts or not.

    All of it is held in memory: a thousand listings in four languages take about 0.1 GB.
    """

    documents: Sequence[Document]
    names: Names
    said: Mapping[tuple[int, Language], Mapping[str, str]]
    holders: Mapping[Key, frozenset[int]]
    unknown: Mapping[Key, UnknownPhrase]

    @classmethod
    def read(
        cls, documents: Sequence[Document], thesaurus: Thesaurus, *, least: int
    ) -> "Catalogue":
        """Count phrases; those on their own in fewer than `least` listings are not unknown."""
        names = proper_names(
            (text.language, line.text)
            for document in documents
            for text in document.texts
            for line in _lines(text)
        )
        said: defaultdict[tuple[int, Language], dict[str, str]] = defaultdict(dict)
        unnamed: list[_Place] = []
        for number, document in enumerate(documents):
            for text in document.texts:
                words = said[number, text.language]
                for line in _lines(text):
                    canonical = Canonical(line.text)
                    for phrase in phrases(canonical, text.language):
                        words.setdefault(phrase.key, phrase.shown)
                    named = _named(canonical, text.language, thesaurus, names)
                    unnamed += (
                        _Place(number, text.language, line.is_title, phrase)
                        for phrase in phrases(canonical, text.language, named)
                    )
        return cls(documents, names, said, _holders(said), _on_their_own(unnamed, least))

    def listings_in(self, *languages: Language) -> frozenset[int]:
        """The listings that have a text in each of these languages."""
        return frozenset(
            number
            for number in range(len(self.documents))
            if all((number, language) in self.said for language in languages)
        )


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    is_title: bool


@dataclass(frozen=True, slots=True)
class _Place:
    listing: int
    language: Language
    in_title: bool
    phrase: Phrase


def _lines(text: Text) -> Iterator[_Line]:
    for zone, whole in text.zones():
        for line in whole.splitlines():
            yield _Line(line, zone == "title")


def _named(text: Canonical, language: Language, thesaurus: Thesaurus, names: Names) -> set[int]:
    """The places of a line that need no concept: those of concepts and of proper names."""
    finds = thesaurus.finds(text, language)
    spans = [*((find.start, find.end) for find, _ in finds), *name_spans(text, language, names)]
    return {place for start, end in spans for place in range(start, end)}


def _holders(
    said: Mapping[tuple[int, Language], Mapping[str, str]],
) -> dict[Key, frozenset[int]]:
    holders: defaultdict[Key, list[int]] = defaultdict(list)
    for (number, language), words in said.items():
        for key in words:
            holders[language, key].append(number)
    return {key: frozenset(listings) for key, listings in holders.items() if len(listings) > 1}


def _on_their_own(places: Sequence[_Place], least: int) -> dict[Key, UnknownPhrase]:
    """The frequent phrases, counted only where no longer frequent phrase holds them."""
    listings: defaultdict[Key, set[int]] = defaultdict(set)
    for place in places:
        listings[place.language, place.phrase.key].add(place.listing)
    frequent = {key for key, found in listings.items() if len(found) >= least}
    unknown: dict[Key, UnknownPhrase] = {}
    for place in places:
        key = place.language, place.phrase.key
        if key not in frequent:
            continue
        if any((place.language, longer) in frequent for longer in place.phrase.within):
            continue
        found = unknown.setdefault(key, UnknownPhrase(place.language, place.phrase.shown))
        found.listings.add(place.listing)
        if place.in_title:
            found.titled.add(place.listing)
    return {key: found for key, found in unknown.items() if len(found.listings) >= least}
