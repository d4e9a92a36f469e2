"""The same sums by others: sparse_dot_topn's kernel and scikit-learn, on our weights."""

from __future__ import annotations

from typing import Any

import numpy as np

from matching.evidence import Evidence
from matching.index import Index
from matching.ranking import best_first
from tests.bench.matching.questions import (
    BEST,
    Questions,
    listings_by_term,
    profiles_by_term,
    weighed,
)

Found = list[tuple[int, float]]  # places of listings with their scores, best first


class Ours:
    """Evidence.scores and the selection of the best."""

    name, reads = "ours", "our weights"

    def __init__(self, index: Index, questions: Questions) -> None:
        self._index, self._vectors = index, questions.vectors

    def ask(self, number: int) -> Found:
        """The best listings for a profile."""
        scores = self._index.lexical.scores(self._vectors[number])
        places = best_first(self._index, scores, limit=BEST)
        return [(place, float(scores[place])) for place in places]


class OursFromText:
    """The same, beginning with the words of a profile, as search engines do."""

    name, reads = "ours from text", "as `matching.analysis` does"

    def __init__(self, index: Index, questions: Questions) -> None:
        self._index, self._profiles = index, questions.profiles

    def ask(self, number: int) -> Found:
        """The best listings for a profile."""
        vector = weighed(self._index, self._profiles[number])
        return Ours(self._index, Questions((), (vector,))).ask(0)


class SparseDotTopn:
    """The kernel of `sp_matmul_topn`, called directly: around it the right matrix is copied."""

    name, reads = "sparse_dot_topn", "our weights"

    def __init__(self, evidence: Evidence, questions: Questions) -> None:
        self._right = listings_by_term(evidence)
        self._left = profiles_by_term(questions.vectors, self._right.shape[0])
        self._rows = list(self._left)

    def ask(self, number: int) -> Found:
        """The best listings for a profile."""
        return self._first(self._multiplied(self._rows[number]), 0)

    def ask_all(self, *, threads: int) -> list[Found]:
        """The best listings for every profile."""
        found = self._multiplied(self._left, threads=threads)
        return [self._first(found, row) for row in range(len(self._rows))]

    def _multiplied(self, left: Any, *, threads: int = 1) -> Any:
        from sparse_dot_topn.lib import _sparse_dot_topn_core as kernels

        right = self._right
        shared = {
            "top_n": BEST,
            "nrows": left.shape[0],
            "ncols": right.shape[1],
            "threshold": None,
            "A_data": left.data,
            "A_indptr": left.indptr,
            "A_indices": left.indices,
            "B_data": right.data,
            "B_indptr": right.indptr,
            "B_indices": right.indices,
        }
        if threads == 1:
            return kernels.sp_matmul_topn_sorted(**shared, density=1.0)
        return kernels.sp_matmul_topn_sorted_mt(**shared, n_threads=threads)

    @staticmethod
    def _first(found: Any, row: int) -> Found:
        values, columns, starts = found
        here = slice(int(starts[row]), int(starts[row + 1]))
        return list(zip(columns[here].tolist(), values[here].tolist(), strict=True))


class ScikitLearn:
    """`cosine_similarity` and argpartition."""

    name, reads = "scikit-learn", "our weights"

    def __init__(self, evidence: Evidence, questions: Questions) -> None:
        turned = listings_by_term(evidence)
        self._right = turned.T.tocsr()
        self._rows = list(profiles_by_term(questions.vectors, turned.shape[0]))
        self._lengths = [float(np.linalg.norm(each.values)) for each in questions.vectors]

    def ask(self, number: int) -> Found:
        """The best listings for a profile; it makes every profile a unit vector."""
        from sklearn.metrics.pairwise import cosine_similarity

        scores = cosine_similarity(self._rows[number], self._right)[0]
        best = min(BEST, len(scores))
        places = np.argpartition(-scores, best - 1)[:best]
        ranked = sorted(places.tolist(), key=lambda place: (-scores[place], place))
        return [(p, float(scores[p]) * self._lengths[number]) for p in ranked if scores[p] > 0]
