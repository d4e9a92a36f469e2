"""One kind of evidence as TF-IDF: words, concepts.

The maths is scikit-learn's: tf is dampened by `analysis.dampened`, idf is ln((1+n)/(1+df)) + 1,
rows have length 1. The postings keep bare amounts, and idf and lengths are worked out from what is
counted of all rows, so that rows can be added and taken away without reading the others again.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from matching.counted import Counted, Counts, Floats
from matching.postings import Postings, squares
from matching.terms import ABSENT, Hashes, hashes_of


@dataclass(frozen=True, slots=True)
class Vector:
    """A query's weights on the terms it shares with an index; at most of length 1.

    `columns` has a line for each of the index's postings; `idf` is that of each term. What was
    learned is known by the hashes of its terms alone and has no names.
    """

    names: tuple[str, ...]
    hashes: Hashes
    columns: tuple[NDArray[np.int64], ...]
    values: Floats
    idf: Floats


@dataclass(frozen=True)
class Evidence:
    """Postings of the rows fitted together and, after them, of those added since.

    `sums` are those of `postings.squares` for every row; rows that are `gone` count no more.
    """

    postings: tuple[Postings, ...]
    sums: NDArray[np.float64]
    slope: float = 1.0
    gone: tuple[int, ...] = ()

    @classmethod
    def fit(cls, counted: Counted, *, slope: float = 1.0) -> "Evidence":
        """Weigh counted rows.

        With a slope of 1 rows are unit vectors. Below 1 lengths are drawn to their mean (pivoted
        length normalization, Singhal, Buckley and Mitra 1996): a row that says several things is
        then not worth less for each of them.
        """
        return cls((Postings.of(counted),), squares(counted, np.log1p(counted.frequencies)), slope)

    def changed(self, added: Counted, gone: Sequence[int], taken: Counted) -> "Evidence":
        """With rows added after those fitted, and without some of these.

        `taken` are the counts of the rows that are gone. The scores are those of fitting anew.
        """
        fitted = self.postings[0]
        counts = _with(fitted, added, 1, _with(fitted, taken, -1, fitted.frequencies.copy()))
        fresh = Postings.of(added)
        having = _frequencies(fresh, fitted, counts)
        sums = np.hstack([self._moved(counts), squares(added, np.log1p(having))])
        return replace(
            self,
            postings=(
                replace(fitted, frequencies=counts),
                replace(fresh, frequencies=having),
            ),
            sums=sums,
            gone=tuple(gone),
        )

    @property
    def size(self) -> int:
        """The number of rows, those that are gone included."""
        return sum(postings.size for postings in self.postings)

    @cached_property
    def lengths(self) -> Floats:
        """What the sums of each row are divided by."""
        lengths = self._norms
        live = np.delete(lengths, self.gone)
        mean = live.mean() if len(live) else 0.0
        drawn: Floats = ((1 - self.slope) * mean + self.slope * lengths).astype(np.float32)
        return drawn

    @cached_property
    def pivots(self) -> Floats:
        """What the score of each row is multiplied by to be a cosine; 0 for rows without terms."""
        norms = self._norms.astype(np.float32)
        return np.divide(self.lengths, norms, out=np.zeros_like(norms), where=norms > 0)

    @cached_property
    def _norms(self) -> NDArray[np.float64]:
        rest = self._idf_of_none
        none, once, twice = self.sums
        norms: NDArray[np.float64] = np.sqrt(
            np.maximum(rest * rest * none - 2 * rest * once + twice, 0)
        )
        return norms

    def weigh(self, counts: Counts, *, missed: float = 0) -> Vector:
        """The weights of a query's counts.

        `missed` is the weight, squared and in the measure of counts, of what no row has:
        scikit-learn would forget it, here it lengthens the query as the rarest of terms would,
        and so lowers every score.
        """
        names = list(counts)
        hashes = hashes_of(names)
        columns, having = self._find(hashes)
        known = having > 0
        idf = self.idf(having[known])
        weights = np.fromiter(counts.values(), np.float32, len(names))[known] * idf
        length = np.sqrt(np.square(weights).sum() + missed * self._idf_of_none**2)
        values = (weights / length).astype(np.float32) if len(weights) else weights
        heard = tuple(name for name, there in zip(names, known, strict=True) if there)
        parts = tuple(each[known] for each in columns)
        return Vector(heard, hashes[known], parts, values, idf)

    def heard(self, hashes: Hashes, values: Floats) -> Vector:
        """A vector that was weighed elsewhere, on the terms it shares with this index."""
        columns, having = self._find(hashes)
        known = having > 0
        parts = tuple(each[known] for each in columns)
        return Vector((), hashes[known], parts, values[known], self.idf(having[known]))

    def weights(self, names: Sequence[str]) -> Floats:
        """The idf of terms; that of the rarest for those that no row has."""
        return self.idf(self._find(hashes_of(names))[1])

    def knows(self, names: Sequence[str]) -> NDArray[np.bool_]:
        """Whether any row has each of these terms."""
        return self._find(hashes_of(names))[1] > 0

    def scores(self, query: Vector) -> Floats:
        """The cosine of the query with every row."""
        sums = np.zeros(self.size, np.float32)
        if not len(query.values):
            return sums
        start = 0
        for postings, columns in zip(self.postings, query.columns, strict=True):
            postings.add(columns, query.values * query.idf, sums[start : start + postings.size])
            start += postings.size
        sums *= self._shrink
        return sums

    def products(self, query: Vector, rows: Sequence[int]) -> Floats:
        """What each term of the query (a line each) adds to its cosine with each of these rows."""
        wanted = np.asarray(rows, np.int64)
        found = np.zeros((len(query.values), len(rows)), np.float32)
        start = 0
        for postings, columns in zip(self.postings, query.columns, strict=True):
            found += postings.amounts_in(columns, wanted - start)
            start += postings.size
        found *= (query.values * query.idf)[:, None] * self._shrink[wanted]
        return found

    def idf(self, having: NDArray[np.int32]) -> Floats:
        """The weight of terms that so many rows have."""
        return (self._idf_of_none - np.log1p(having)).astype(np.float32)

    def rows_with(self, name: str) -> NDArray[np.int64]:
        """The rows that have a term, in rising order."""
        columns, _ = self._find(hashes_of([name]))
        found, start = [np.empty(0, np.int64)], 0
        for postings, column in zip(self.postings, columns, strict=True):
            if column[0] != ABSENT:
                found.append(postings.of_term(int(column[0]))[0].astype(np.int64) + start)
            start += postings.size
        rows = np.concatenate(found)
        return rows[self._shrink[rows] > 0] if self.gone else rows

    @property
    def _idf_of_none(self) -> float:
        """The idf of a term that no row has."""
        return float(np.log1p(self.size - len(self.gone))) + 1

    @cached_property
    def _shrink(self) -> Floats:
        """One over the length of each row, 0 for rows that are gone."""
        lengths = self.lengths
        shrink = np.divide(1, lengths, out=np.zeros_like(lengths), where=lengths > 0)
        shrink[list(self.gone)] = 0
        return shrink

    def _find(self, hashes: Hashes) -> tuple[tuple[NDArray[np.int64], ...], NDArray[np.int32]]:
        """The columns of terms in each of the postings, and how many rows have them."""
        columns = tuple(postings.terms.columns(hashes) for postings in self.postings)
        having = np.zeros(len(hashes), np.int32)
        for postings, column in zip(self.postings, columns, strict=True):
            there = column != ABSENT
            having[there] = postings.frequencies[column[there]]
        return columns, having

    def _moved(self, counts: NDArray[np.int32]) -> NDArray[np.float64]:
        """The sums of the fitted rows when terms stand in other numbers of rows."""
        fitted, sums = self.postings[0], self.sums.copy()
        before, after = np.log1p(fitted.frequencies), np.log1p(counts)
        for column in np.flatnonzero(counts != fitted.frequencies).tolist():
            rows, amounts = fitted.of_term(column)
            squared = np.square(amounts, dtype=np.float64)
            sums[1, rows] += squared * (after[column] - before[column])
            sums[2, rows] += squared * (after[column] ** 2 - before[column] ** 2)
        return sums


def _frequencies(fresh: Postings, fitted: Postings, counts: NDArray[np.int32]) -> NDArray[np.int32]:
    """How often the terms of added rows stand in all rows, given the counts of those fitted."""
    having = fresh.frequencies.copy()
    known = fitted.terms.columns(fresh.terms.hashes)
    there = known != ABSENT
    having[there] = counts[known[there]]
    return having


def _with(
    postings: Postings, counted: Counted, sign: int, frequencies: NDArray[np.int32]
) -> NDArray[np.int32]:
    """The frequencies of terms with these rows added (1) or taken away (-1)."""
    columns = postings.terms.columns(counted.hashes)
    there = columns != ABSENT
    frequencies[columns[there]] += sign * counted.frequencies[there]
    return frequencies
