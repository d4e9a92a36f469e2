"""What words of one language usually are in another, learned from pairs of texts.

Kernel ridge regression between the TF-IDF spaces of the languages, fitted on the labels of the
thesaurus and on approved translations. It is solved locally, over the entries nearest to a query
(Bottou and Vapnik 1992): all others have next to nothing in common with it, and a system of a
hundred equations takes less than a millisecond where one of twenty thousand takes seconds.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from i18n.languages import Language
from matching import storage
from matching.analysis import of_profile
from matching.counted import Counted, Counts, Floats
from matching.evidence import Evidence
from matching.terms import ABSENT, Hashes, Terms
from matching.thesaurus import Thesaurus

# How many texts the query is explained by, how cautiously, and how many terms come of it. Recall
# across languages of goods that the thesaurus lacks changes by less than a hundredth from a third
# to twice of each.
NEIGHBOURS = 64
RIDGE = 0.3
STRONGEST = 64
LEAST_LIKENESS = 0.05
_MINOR = 0.1
_FILES = ("terms", "columns", "amounts", "starts", "entries")

Entry = Mapping[Language, Sequence[str]]


@dataclass(frozen=True)
class Space:
    """The entries in one language: text n belongs to entry `entries[n]`."""

    counted: Counted
    entries: NDArray[np.int32]

    @property
    def arrays(self) -> tuple[NDArray[Any], ...]:
        """What is written, file by file."""
        counted = self.counted
        return counted.hashes, counted.columns, counted.amounts, counted.starts, self.entries

    @cached_property
    def evidence(self) -> Evidence:
        """The texts of this language, weighed."""
        return Evidence.fit(self.counted)

    @cached_property
    def rows(self) -> Any:
        """A unit vector for each text."""
        from scipy.sparse import csr_array

        evidence = self.evidence
        counted = self.counted
        idf = evidence.idf(evidence.postings[0].frequencies)[counted.columns]
        lengths = np.repeat(evidence.lengths, np.diff(counted.starts))
        shape = (counted.size, len(counted.hashes))
        return csr_array((counted.amounts * idf / lengths, counted.columns, counted.starts), shape)

    @cached_property
    def meanings(self) -> Any:
        """A vector for each entry: the sum of its texts."""
        from scipy.sparse import csr_array

        count = int(self.entries.max(initial=-1)) + 1
        ones = np.ones(len(self.entries), np.float32)
        places = (self.entries, np.arange(len(self.entries)))
        gather = csr_array((ones, places), shape=(count, len(self.entries)))
        return (gather @ self.rows).tocsr()

    def amount_of(self, found: Mapping[int, float], entries: NDArray[np.int32]) -> Floats:
        """How much each entry has of terms, given by hash with their weights."""
        sought = np.zeros(len(self.counted.hashes), np.float32)
        columns = Terms(self.counted.hashes).columns(np.array(list(found), np.uint64))
        known = columns != ABSENT
        sought[columns[known]] = np.array(list(found.values()), np.float32)[known]
        terms, values, places = _gathered(self.meanings, entries)
        return np.bincount(places, values * sought[terms], len(entries)).astype(np.float32)


@dataclass(frozen=True)
class Translation:
    """A query in the words of the other languages: terms by hash, a vector as long as the part of
    the query that the entries explain (0 for none of it, 1 for all).

    `texts` are the entries' texts it rests on, with their weights.
    """

    source: Language
    hashes: Hashes
    values: Floats
    texts: NDArray[np.int64]
    weights: Floats


@dataclass(frozen=True, slots=True)
class Ground:
    """A text of an entry that a translation rests on, and its share in what was found by it.

    The terms of the query that the text has, and those of the listing that the entry has, by hash
    with their weights.
    """

    entry: int
    share: float
    sought: Mapping[int, float]
    offered: Mapping[int, float]


@dataclass(frozen=True)
class Learned:
    """The entries in each language."""

    spaces: Mapping[Language, Space]

    @classmethod
    def fit(cls, thesaurus: Thesaurus, translations: Iterable[Entry] = ()) -> "Learned":
        """From the labels of a thesaurus and from translations that somebody approved."""
        entries: list[Entry] = [concept.labels for concept in thesaurus.rows]
        entries += translations
        return cls({language: _space(entries, language, thesaurus) for language in Language})

    @classmethod
    def load(cls, folder: Path) -> "Learned":
        """Map what `save` wrote."""
        return cls({language: _load(folder, language) for language in Language})

    def save(self, folder: Path) -> None:
        """Write the arrays of all languages into a folder that is there."""
        for language, space in self.spaces.items():
            for name, values in zip(_FILES, space.arrays, strict=True):
                storage.save_array(_path(folder, language, name), values)

    def translate(self, counts: Counts, source: Language) -> Translation | None:
        """The query in the words of the other languages, None when no entry is like it."""
        space = self.spaces[source]
        near, likeness = _nearest(space, counts)
        if not len(near):
            return None
        kernel = _likenesses(space.rows, near) + RIDGE * np.eye(len(near), dtype=np.float32)
        weights = np.linalg.solve(kernel, likeness).astype(np.float32)
        explained = float(np.sqrt(np.clip(weights @ likeness, 0, 1)))
        others = [self.spaces[each] for each in self.spaces if each is not source]
        found = [_meaning(other, space.entries[near], weights) for other in others]
        hashes, places = np.unique(np.concatenate([each for each, _ in found]), return_inverse=True)
        values = np.bincount(places, np.concatenate([value for _, value in found]))
        return Translation(source, hashes, (explained * values).astype(np.float32), near, weights)

    def grounds(
        self, translation: Translation, target: Language, found: Mapping[int, float]
    ) -> list[Ground]:
        """Why the query was thought to mean terms that a listing has, text by text.

        `found` are these terms, of the target language, by hash with what they add.
        """
        space = self.spaces[translation.source]
        entries = space.entries[translation.texts]
        other, amounts = self._bearing(translation, target, found)
        bearing = np.flatnonzero(amounts > _MINOR * amounts.max(initial=0))
        shares = amounts[bearing] / amounts[bearing].sum()
        sought = _terms(space.rows, space, translation.texts[bearing], shares)
        offered = _terms(other.meanings, other, entries[bearing], shares)
        found_in = [{each: of[each] * found[each] for each in of.keys() & found} for of in offered]
        numbers = entries[bearing].tolist()
        return list(map(Ground, numbers, shares.tolist(), sought, found_in))

    def _bearing(
        self, translation: Translation, target: Language, found: Mapping[int, float]
    ) -> tuple[Space, Floats]:
        """How much of the found terms each text of a translation accounts for, and in which space.

        An English listing may owe its score to a Vietnamese word, so the other languages are asked
        where the target has nothing.
        """
        entries = self.spaces[translation.source].entries[translation.texts]
        others = [each for each in self.spaces if each not in (translation.source, target)]
        for space in (self.spaces[each] for each in (target, *others)):
            amounts: Floats = space.amount_of(found, entries)
            amounts = np.maximum(amounts * translation.weights, np.float32(0))
            if amounts.any():
                break
        return space, amounts


def _load(folder: Path, language: Language) -> Space:
    arrays = [storage.load_array(_path(folder, language, name)) for name in _FILES]
    return Space(Counted(*arrays[:-1]), arrays[-1])


def _path(folder: Path, language: Language, name: str) -> Path:
    return folder / f"learned_{language}_{name}.npy"


def _space(entries: Sequence[Entry], language: Language, thesaurus: Thesaurus) -> Space:
    texts = [
        (number, text) for number, entry in enumerate(entries) for text in entry.get(language, ())
    ]
    counted = Counted.of(of_profile(text, language, thesaurus).lexical for _, text in texts)
    return Space(counted, np.array([number for number, _ in texts], np.int32))


def _nearest(space: Space, counts: Counts) -> tuple[NDArray[np.int64], Floats]:
    """The texts most like the query, with their cosines."""
    likeness = space.evidence.scores(space.evidence.weigh(counts))
    near = np.flatnonzero(likeness > LEAST_LIKENESS)
    if len(near) > NEIGHBOURS:
        near = near[np.argpartition(-likeness[near], NEIGHBOURS)[:NEIGHBOURS]]
    return near, likeness[near]


def _meaning(
    space: Space, entries: NDArray[np.int32], weights: Floats
) -> tuple[Hashes, NDArray[np.float32]]:
    """The terms that weighted entries have most of in another language, as a unit vector."""
    columns, amounts = _weighted(space.meanings, entries, weights)
    strong = np.flatnonzero(amounts > 0)
    if len(strong) > STRONGEST:
        strong = strong[np.argpartition(-amounts[strong], STRONGEST)[:STRONGEST]]
    values = amounts[strong]
    length = np.sqrt(np.square(values).sum()) or np.float32(1)
    return space.counted.hashes[columns[strong]], values / length


def _weighted(matrix: Any, rows: NDArray[Any], weights: Floats) -> tuple[NDArray[np.int64], Floats]:
    """The columns that some rows of a matrix have, and the weighted sum of the rows there."""
    columns, values, numbers = _gathered(matrix, rows)
    distinct, places = np.unique(columns, return_inverse=True)
    return distinct.astype(np.int64), np.bincount(places, values * weights[numbers]).astype(
        np.float32
    )


def _terms(
    matrix: Any, space: Space, rows: NDArray[Any], weights: Floats
) -> list[dict[int, float]]:
    """What some rows of a space's matrix have, by hash, each row times its weight."""
    columns, values, numbers = _gathered(matrix, rows)
    hashes = space.counted.hashes[columns].tolist()
    terms: list[dict[int, float]] = [{} for _ in rows]
    for row, name, value in zip(
        numbers.tolist(), hashes, (values * weights[numbers]).tolist(), strict=True
    ):
        terms[row][name] = value
    return terms


def _likenesses(matrix: Any, rows: NDArray[Any]) -> Floats:
    """The products of some rows of a matrix with each other.

    Not as a dense product: for that the numerical library starts threads, which wait for work
    longer than all the rest takes.
    """
    from scipy.sparse import csr_array

    columns, values, numbers = _gathered(matrix, rows)
    shape = (len(rows), matrix.shape[1])
    some = csr_array((values, (numbers, columns)), shape=shape)
    return (some @ some.T).toarray()  # type: ignore[no-any-return]


def _gathered(
    matrix: Any, rows: NDArray[Any]
) -> tuple[NDArray[np.int32], Floats, NDArray[np.int64]]:
    """Columns and values of some rows of a matrix, and which of `rows` each is of.

    Rows beyond the last are empty. scipy's own selection takes five times as long for so few.
    """
    starts = matrix.indptr
    begins = starts[np.minimum(rows, len(starts) - 1)]
    lengths = starts[np.minimum(rows + 1, len(starts) - 1)] - begins
    numbers = np.repeat(np.arange(len(rows)), lengths)
    firsts = np.repeat(begins - np.cumsum(lengths) + lengths, lengths)
    places = firsts + np.arange(len(numbers))
    return matrix.indices[places], matrix.data[places], numbers
