"""What matching knows of the published listings: their evidence, their words, the thesaurus."""

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache, partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from i18n.languages import LANGUAGES, Language
from matching import calibration, storage
from matching.analysis import Analysis, of_listing
from matching.documents import Document, Text
from matching.evidence import Evidence
from matching.fitting import Fitted, count
from matching.learned import Entry, Learned
from matching.learned_cache import of_labels
from matching.occurrences import Occurrences
from matching.postings import Postings
from matching.terms import Terms
from matching.textstore import Shelf, TextStore
from matching.thesaurus import Thesaurus

_LISTINGS, _VOCABULARY = "listings.json", "vocabulary.csv"
_REMEMBERED = 1000


class DuplicateDocument(ValueError):
    """Two documents of one id."""


@dataclass(frozen=True, repr=False)
class Index:
    """Listings fitted for matching. The texts of listing n are rows `first_rows[n:n+2]`.

    `marks` are the listings' versions. Listings added after the fitting stand last; those that are
    `gone` keep their place and are never found.
    """

    ids: tuple[str, ...]
    marks: tuple[str, ...]
    first_rows: NDArray[np.int64]
    texts: TextStore
    occurrences: Occurrences
    lexical: Evidence
    concepts: Evidence
    thesaurus: Thesaurus
    learned: Learned
    gone: frozenset[int] = frozenset()

    def __repr__(self) -> str:
        return f"<Index of {len(self.positions)} listings>"

    @classmethod
    def build(
        cls,
        documents: Iterable[Document],
        thesaurus: Thesaurus,
        translations: Sequence[Entry] = (),
    ) -> "Index":
        """Fit all evidence; the order in which documents arrive makes no difference.

        `translations` are what is learned from beside the labels of the thesaurus.
        """
        ordered = _in_order(documents)
        fitted = count(ordered, thesaurus)
        return cls(
            tuple(document.id for document in ordered),
            tuple(document.version for document in ordered),
            _first_rows(ordered),
            TextStore.of(text for document in ordered for text in document.texts),
            fitted.occurrences,
            Evidence.fit(fitted.lexical),
            Evidence.fit(fitted.concepts, slope=calibration.CONCEPT_LENGTH_SLOPE),
            thesaurus,
            Learned.fit(thesaurus, translations) if translations else of_labels(thesaurus),
        )

    def changed(self, added: Iterable[Document], gone: Collection[str] = ()) -> "Index":
        """With some listings added or replaced and some gone, on the postings that are there.

        It answers as an index built anew would. Made from an index as built, not from one that
        was changed itself.
        """
        fresh = _in_order(added)
        leaving = {*gone, *(document.id for document in fresh)}
        places = frozenset(self.positions[each] for each in leaving if each in self.positions)
        fitted, taken = count(fresh, self.thesaurus), self._counted_again(places)
        rows = [row for place in sorted(places) for row in self.rows(place)]
        return replace(
            self,
            ids=(*self.ids, *(document.id for document in fresh)),
            marks=(*self.marks, *(document.version for document in fresh)),
            first_rows=np.append(self.first_rows[:-1], _first_rows(fresh) + self.first_rows[-1]),
            texts=self.texts.followed_by(text for document in fresh for text in document.texts),
            occurrences=Occurrences.joined([self.occurrences, fitted.occurrences]),
            lexical=self.lexical.changed(fitted.lexical, rows, taken.lexical),
            concepts=self.concepts.changed(fitted.concepts, sorted(places), taken.concepts),
            gone=places,
        )

    @classmethod
    def load(cls, folder: Path) -> "Index":
        """Verify and map a saved index; raises storage.DamagedIndex."""
        storage.verify(folder)
        return cls.map(folder)

    @classmethod
    def map(cls, folder: Path) -> "Index":
        """Map a saved index that has been verified."""
        array = partial(_array, folder)
        listings = json.loads((folder / _LISTINGS).read_bytes())
        return cls(
            tuple(listings),
            tuple(listings.values()),
            array("first_rows"),
            TextStore((Shelf(array("texts"), array("text_ends")),), array("languages")),
            Occurrences(array("concept_starts"), array("concept_places")),
            _load_evidence(folder, "lexical", slope=1.0),
            _load_evidence(folder, "concepts", slope=calibration.CONCEPT_LENGTH_SLOPE),
            _thesaurus((folder / _VOCABULARY).read_bytes()),
            Learned.load(folder),
        )

    def save(self, folder: Path) -> None:
        """Write a sealed folder that `load` maps; FileExistsError when there is one already."""
        assert len(self.texts.shelves) == 1, "only an index as built is saved"
        storage.write(folder, self._fill)

    def places(self, ids: Collection[str]) -> NDArray[np.int64]:
        """Where these listings stand; ids that the index does not have are passed over."""
        known = self.positions
        return np.array([known[each] for each in ids if each in known], np.int64)

    @cached_property
    def positions(self) -> Mapping[str, int]:
        """The place of each listing by its id."""
        return {
            listing_id: place for place, listing_id in enumerate(self.ids) if place not in self.gone
        }

    @property
    def versions(self) -> dict[str, str]:
        """The version of each listing, in the order of their places."""
        return {each: self.marks[place] for each, place in self.positions.items()}

    @cached_property
    def listing_of_row(self) -> NDArray[np.int64]:
        """The place of the listing that each text belongs to."""
        return np.repeat(np.arange(len(self.ids)), np.diff(self.first_rows))

    @cached_property
    def languages(self) -> tuple[Language, ...]:
        """The languages in which there are texts."""
        return tuple(LANGUAGES[number] for number in np.unique(self.texts.languages).tolist())

    def speaks(self, language: Language) -> NDArray[np.bool_]:
        """For each text whether it is in this language."""
        return self._spoken[LANGUAGES.index(language)]

    @cached_property
    def _spoken(self) -> tuple[NDArray[np.bool_], ...]:
        return tuple(self.texts.languages == number for number in range(len(LANGUAGES)))

    def rows(self, place: int) -> range:
        """The rows of a listing's texts."""
        return range(int(self.first_rows[place]), int(self.first_rows[place + 1]))

    def text(self, row: int) -> Text:
        """A listing's words in one language."""
        return self.texts[row]

    def language(self, row: int) -> Language:
        """The language of a text."""
        return LANGUAGES[int(self.texts.languages[row])]

    def analysis(self, row: int) -> Analysis:
        """The text of a row with its evidence, read again for an explanation."""
        return self._analysis(row)

    @cached_property
    def _analysis(self) -> Callable[[int], Analysis]:
        """Remembers the texts that many profiles meet."""
        remembered = lru_cache(maxsize=_REMEMBERED)
        return remembered(self._read)

    def _read(self, row: int) -> Analysis:
        found = self.occurrences.found(row, self.thesaurus)
        return of_listing(self.texts[row], self.thesaurus, found)

    def document(self, place: int) -> Document:
        """A listing as it was when it was fitted."""
        texts = tuple(self.texts[row] for row in self.rows(place))
        return Document(self.ids[place], texts, self.marks[place])

    def _counted_again(self, places: Collection[int]) -> Fitted:
        return count([self.document(place) for place in sorted(places)], self.thesaurus)

    def _fill(self, folder: Path) -> None:
        (folder / _LISTINGS).write_text(json.dumps(self.versions), encoding="utf-8")
        self.thesaurus.save(folder / _VOCABULARY)
        (shelf,) = self.texts.shelves
        arrays: dict[str, NDArray[Any]] = {
            "first_rows": self.first_rows,
            "texts": shelf.blob,
            "text_ends": shelf.ends,
            "languages": self.texts.languages,
            "concept_starts": self.occurrences.starts,
            "concept_places": self.occurrences.places,
            **_evidence_arrays("lexical", self.lexical),
            **_evidence_arrays("concepts", self.concepts),
        }
        for name, values in arrays.items():
            storage.save_array(folder / f"{name}.npy", values)
        self.learned.save(folder)


def _in_order(documents: Iterable[Document]) -> list[Document]:
    ordered = sorted(documents, key=lambda document: document.id)
    for one, other in pairwise(ordered):
        if one.id == other.id:
            raise DuplicateDocument(one.id)
    return ordered


def _first_rows(documents: Iterable[Document]) -> NDArray[np.int64]:
    return np.cumsum([0, *(len(document.texts) for document in documents)], dtype=np.int64)


@lru_cache(maxsize=2)
def _thesaurus(content: bytes) -> Thesaurus:
    """A vocabulary is read once, however many indexes of it are mapped."""
    return Thesaurus.parse(content)


def _array(folder: Path, name: str) -> NDArray[Any]:
    return storage.load_array(folder / f"{name}.npy")


def _evidence_arrays(kind: str, evidence: Evidence) -> dict[str, NDArray[Any]]:
    (postings,) = evidence.postings
    return {
        f"{kind}_terms": postings.terms.hashes,
        f"{kind}_starts": postings.starts,
        f"{kind}_rows": postings.rows,
        f"{kind}_amounts": postings.amounts,
        f"{kind}_frequencies": postings.frequencies,
        f"{kind}_sums": evidence.sums,
    }


def _load_evidence(folder: Path, kind: str, *, slope: float) -> Evidence:
    array = partial(_array, folder)
    sums = array(f"{kind}_sums")
    postings = Postings(
        Terms(array(f"{kind}_terms")),
        array(f"{kind}_starts"),
        array(f"{kind}_rows"),
        array(f"{kind}_amounts"),
        array(f"{kind}_frequencies"),
        sums.shape[1],
    )
    return Evidence((postings,), sums, slope)
