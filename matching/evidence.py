"""One kind of evidence as a TF-IDF matrix, turned so that a query touches only its own terms.

The maths is scikit-learn's: tf is dampened by `analysis.dampened`, idf is ln((1+n)/(1+df)) + 1,
rows have length 1. Words, concepts and later what is learned are all kept so.
"""

from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matching.analysis import Counts
from matching.terms import ABSENT, Terms

Floats = NDArray[np.float32]
Keep = Callable[[str, int, int], bool]


@dataclass(frozen=True)
class Vector:
    """A query's weights on the columns it shares with an index; at most of length 1."""

    names: tuple[str, ...]
    columns: NDArray[np.int64]
    values: Floats


@dataclass(frozen=True)
class Evidence:
    """Postings per term: `rows[starts[t]:starts[t+1]]` have term t with these values."""

    terms: Terms
    idf: Floats
    norms: Floats
    starts: NDArray[np.int64]
    rows: NDArray[np.int32]
    values: Floats

    @classmethod
    def fit(cls, texts: Iterable[Counts], keep: Keep, *, slope: float = 1.0) -> "Evidence":
        """Weigh the texts; `keep(name, texts with it, texts in all)` says which terms stay.

        With a slope of 1 rows are unit vectors. Below 1 lengths are drawn to their mean (pivoted
        length normalization, Singhal, Buckley and Mitra 1996): a row that says several things is
        then not worth less for each of them.
        """
        names, counts = _collected(texts)
        frequencies = np.bincount(counts.indices, minlength=len(names)).tolist()
        total = counts.shape[0]
        kept = [place for place, name in enumerate(names) if keep(name, frequencies[place], total)]
        terms, columns = Terms.of([names[place] for place in kept])
        order = np.empty(len(kept), dtype=np.int64)
        order[columns] = kept
        return cls(terms, *_weighed(counts[:, order], slope))

    def weigh(self, counts: Counts, *, missed: float = 0) -> Vector:
        """The weights of a query's counts.

        `missed` is the number of its words that nobody knows: scikit-learn would forget them,
        here they lengthen the query as the rarest of terms, and so lower every score.
        """
        names = list(counts)
        columns = self.terms.columns(names)
        amounts = np.fromiter(counts.values(), np.float32, len(names))
        known = columns != ABSENT
        weights = amounts[known] * self.idf[columns[known]]
        rarest = np.log1p(len(self.norms)) + 1
        length = np.sqrt(np.square(weights).sum() + missed * rarest**2)
        values = (weights / length).astype(np.float32) if len(weights) else weights
        heard = tuple(name for name, there in zip(names, known, strict=True) if there)
        return Vector(heard, columns[known], values)

    def scores(self, query: Vector) -> Floats:
        """The cosine of the query with every row."""
        if not len(query.columns):
            return np.zeros(len(self.norms), np.float32)
        found: Floats = query.values @ self._postings[query.columns]
        return found

    def products(self, query: Vector, rows: Sequence[int]) -> list[dict[str, float]]:
        """What each name of the query adds to the cosine with each of these rows."""
        if not len(query.columns):
            return [{} for _ in rows]
        values = self._postings[query.columns][:, list(rows)].toarray() * query.values[:, None]
        return [
            {name: float(part) for name, part in zip(query.names, column, strict=True) if part}
            for column in values.T
        ]

    def rows_with(self, name: str) -> NDArray[np.int32]:
        """The rows that have a term, in rising order."""
        column = int(self.terms.columns([name])[0])
        if column == ABSENT:
            return np.empty(0, np.int32)
        return self.rows[self.starts[column] : self.starts[column + 1]]

    @cached_property
    def _postings(self) -> Any:
        from scipy.sparse import csr_array

        parts = (np.asarray(self.values), np.asarray(self.rows), np.asarray(self.starts))
        return csr_array(parts, shape=(len(self.idf), len(self.norms)), copy=False)


def _collected(texts: Iterable[Counts]) -> tuple[list[str], Any]:
    """All counts as a sparse matrix, with the names of its columns."""
    from scipy.sparse import csr_array

    columns: dict[str, int] = {}
    indices, amounts, starts = array("i"), array("f"), array("q", [0])
    for counts in texts:
        for name, amount in counts.items():
            indices.append(columns.setdefault(name, len(columns)))
            amounts.append(amount)
        starts.append(len(indices))
    parts = (np.array(amounts, np.float32), np.array(indices, np.int32), np.array(starts, np.int64))
    return list(columns), csr_array(parts, shape=(len(starts) - 1, len(columns)))


def _weighed(
    counts: Any, slope: float
) -> tuple[Floats, Floats, NDArray[np.int64], NDArray[np.int32], Floats]:
    """The idf, the lengths of the rows and the turned matrix of weighed rows."""
    from sklearn.feature_extraction.text import TfidfTransformer

    if not counts.shape[1]:
        none, norms = np.empty(0, np.float32), np.zeros(counts.shape[0], np.float32)
        return none, norms, np.zeros(1, np.int64), none.astype(np.int32), none
    idf = TfidfTransformer(smooth_idf=True).fit(counts).idf_.astype(np.float32)
    weights = counts.multiply(idf).tocsr()
    norms = np.sqrt(weights.multiply(weights).sum(axis=1)).astype(np.float32)
    norms = ((1 - slope) * norms.mean() + slope * norms).astype(np.float32)
    turned = weights.tocsc()
    values = (turned.data / norms[turned.indices]).astype(np.float32)
    return idf, norms, turned.indptr.astype(np.int64), turned.indices.astype(np.int32), values
