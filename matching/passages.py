"""Where a listing's texts say what a score is about, so that it can be quoted."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from i18n.languages import Language
from matching.analysis import Analysis, Place
from matching.index import Index


class Passages(NamedTuple):
    """Places in one of a listing's texts, which stands in a language."""

    text: Analysis
    language: Language
    places: Sequence[Place]


class ListingTexts:
    """The texts of a listing read again: first those in languages that the reader can read.

    Then comes the one that made the score. A text is not read before it is needed.
    """

    def __init__(
        self, index: Index, scored: int, shared: Iterable[str], readable: Sequence[Language]
    ) -> None:
        """`scored` is the row that made the score, `shared` are its words that did."""
        self._index = index
        self._scored = scored
        self._shared = frozenset(shared)
        rows = index.rows(int(index.listing_of_row[scored]))
        written = {index.language(row): row for row in rows}
        first = [written[each] for each in readable if each in written]
        self._rows = list(dict.fromkeys([*first, scored, *rows]))
        self._texts: dict[int, Analysis] = {}
        self._words: dict[int, Mapping[str, list[Place]]] = {}

    @property
    def scored(self) -> Passages:
        """The text that made the score, with nothing picked out of it yet."""
        return self._passages(self._scored, ())

    def naming(self, concept: str) -> Passages:
        """Where the first text that names a concept, or narrower ones, does so."""
        for row in self._rows:
            if places := self._text(row).naming(concept):
                return self._passages(row, places)
        return self.scored

    def bearing(self, names: Collection[str]) -> Passages:
        """Where the first text has any of these words; where the scored one has pieces of them."""
        for row in self._rows:
            if places := _those(names, self._whole(row)):
                return self._passages(row, places)
        scored = self.scored
        return scored._replace(places=_those(names, scored.text.places))

    def _passages(self, row: int, places: Sequence[Place]) -> Passages:
        return Passages(self._text(row), self._index.language(row), places)

    def _text(self, row: int) -> Analysis:
        if row not in self._texts:
            self._texts[row] = self._index.analysis(row)
        return self._texts[row]

    def _whole(self, row: int) -> Mapping[str, list[Place]]:
        """Where a text has the words that make part of the score, without pieces of them."""
        if row not in self._words:
            self._words[row] = self._text(row).places_of(self._shared)
        return self._words[row]


def _those(names: Iterable[str], places: Mapping[str, list[Place]]) -> list[Place]:
    return [place for name in names for place in places.get(name, ())]
