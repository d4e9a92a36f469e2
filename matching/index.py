"""What matching knows of the published listings: their evidence, their words, the thesaurus."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from i18n.languages import LANGUAGES, Language
from matching import calibration, storage
from matching.analysis import Analysis, of_listing
from matching.analyzers import PIECE_MARK
from matching.documents import Document, Text
from matching.evidence import Evidence
from matching.terms import Terms
from matching.textstore import TextStore
from matching.thesaurus import Thesaurus

_IDS, _VOCABULARY = "ids.json", "vocabulary.csv"
# In a small catalogue every piece of a word may matter; in a large one a piece that one text has
# finds nothing but that text, and one that a tenth of them have finds everything.
_LARGE = 2000
_RARE_PIECE, _COMMON_PIECE = 2, 0.1


class DuplicateDocument(ValueError):
    """Two documents of one id."""


@dataclass(frozen=True)
class Index:
    """Listings fitted for matching. The texts of listing n are rows `first_rows[n:n+2]`."""

    ids: tuple[str, ...]
    first_rows: NDArray[np.int64]
    texts: TextStore
    lexical: Evidence
    concepts: Evidence
    thesaurus: Thesaurus

    @classmethod
    def build(cls, documents: Iterable[Document], thesaurus: Thesaurus) -> "Index":
        """Fit all evidence; the order in which documents arrive makes no difference."""
        ordered = sorted(documents, key=lambda document: document.id)
        ids = tuple(document.id for document in ordered)
        if len(set(ids)) != len(ids):
            raise DuplicateDocument(next(one for one, other in pairwise(ids) if one == other))
        concepts: list[Mapping[str, float]] = []
        return cls(
            ids,
            np.cumsum([0, *(len(document.texts) for document in ordered)], dtype=np.int64),
            TextStore.of(text for document in ordered for text in document.texts),
            Evidence.fit(_lexical_counts(ordered, thesaurus, concepts), _keep_term),
            Evidence.fit(concepts, _keep_concept, slope=calibration.CONCEPT_LENGTH_SLOPE),
            thesaurus,
        )

    @classmethod
    def load(cls, folder: Path) -> "Index":
        """Verify and map a saved index; raises storage.DamagedIndex."""
        storage.verify(folder)
        array = partial(_array, folder)
        return cls(
            tuple(json.loads((folder / _IDS).read_bytes())),
            array("first_rows"),
            TextStore(array("texts"), array("text_ends"), array("languages")),
            _load_evidence(folder, "lexical"),
            _load_evidence(folder, "concepts"),
            Thesaurus.load(folder),
        )

    def save(self, folder: Path) -> None:
        """Write a sealed folder that `load` maps; FileExistsError when there is one already."""
        storage.write(folder, self._fill)

    def places(self, ids: Collection[str]) -> NDArray[np.int64]:
        """Where these listings stand; ids that the index does not have are passed over."""
        known = self.positions
        return np.array([known[each] for each in ids if each in known], np.int64)

    @cached_property
    def positions(self) -> Mapping[str, int]:
        """The place of each listing by its id."""
        return {listing_id: place for place, listing_id in enumerate(self.ids)}

    @cached_property
    def listing_of_row(self) -> NDArray[np.int64]:
        """The place of the listing that each text belongs to."""
        return np.repeat(np.arange(len(self.ids)), np.diff(self.first_rows))

    @cached_property
    def languages(self) -> tuple[Language, ...]:
        """The languages in which there are texts."""
        return tuple(LANGUAGES[number] for number in np.unique(self.texts.languages).tolist())

    def rows(self, place: int) -> range:
        """The rows of a listing's texts."""
        return range(int(self.first_rows[place]), int(self.first_rows[place + 1]))

    def text(self, row: int) -> Text:
        """A listing's words in one language."""
        return self.texts[row]

    def analysis(self, row: int) -> Analysis:
        """The text of a row with its evidence, read again for an explanation."""
        return of_listing(self.texts[row], self.thesaurus)

    def _fill(self, folder: Path) -> None:
        (folder / _IDS).write_text(json.dumps(self.ids), encoding="utf-8")
        self.thesaurus.save(folder / _VOCABULARY)
        arrays: dict[str, NDArray[Any]] = {
            "first_rows": self.first_rows,
            "texts": self.texts.blob,
            "text_ends": self.texts.ends,
            "languages": self.texts.languages,
            **_evidence_arrays("lexical", self.lexical),
            **_evidence_arrays("concepts", self.concepts),
        }
        for name, values in arrays.items():
            storage.save_array(folder / f"{name}.npy", values)


def _lexical_counts(
    documents: Iterable[Document], thesaurus: Thesaurus, concepts: list[Mapping[str, float]]
) -> Iterator[Mapping[str, float]]:
    """The lexical counts text by text; the concept counts go to `concepts`, listing by listing."""
    for document in documents:
        merged: dict[str, float] = {}
        for text in document.texts:
            analysis = of_listing(text, thesaurus)
            yield analysis.lexical
            for name, amount in analysis.concepts.items():
                merged[name] = max(amount, merged.get(name, 0.0))
        concepts.append(merged)


def _keep_concept(name: str, having: int, total: int) -> bool:
    return True


def _keep_term(name: str, having: int, total: int) -> bool:
    if total < _LARGE or not name.startswith(PIECE_MARK):
        return True
    return having >= _RARE_PIECE and (having <= _COMMON_PIECE * total or not name.isascii())


def _array(folder: Path, name: str) -> NDArray[Any]:
    return storage.load_array(folder / f"{name}.npy")


def _evidence_arrays(kind: str, evidence: Evidence) -> dict[str, NDArray[Any]]:
    return {
        f"{kind}_terms": evidence.terms.hashes,
        f"{kind}_idf": evidence.idf,
        f"{kind}_norms": evidence.norms,
        f"{kind}_starts": evidence.starts,
        f"{kind}_rows": evidence.rows,
        f"{kind}_values": evidence.values,
    }


def _load_evidence(folder: Path, kind: str) -> Evidence:
    array = partial(_array, folder)
    return Evidence(
        Terms(array(f"{kind}_terms")),
        array(f"{kind}_idf"),
        array(f"{kind}_norms"),
        array(f"{kind}_starts"),
        array(f"{kind}_rows"),
        array(f"{kind}_values"),
    )
