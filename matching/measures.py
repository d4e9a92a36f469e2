"""How good a ranking is, query by query."""

import math
from collections.abc import Mapping, Sequence

Grades = Mapping[str, int]


def recall_at(ranked: Sequence[str], grades: Grades, *, k: int) -> float:
    """The part of the relevant listings among the first k."""
    relevant = _relevant(grades)
    return len(relevant.intersection(ranked[:k])) / len(relevant)


def reciprocal_rank(ranked: Sequence[str], grades: Grades) -> float:
    """One over the place of the first relevant listing, 0 when none is ranked."""
    relevant = _relevant(grades)
    places = (place for place, each in enumerate(ranked, start=1) if each in relevant)
    return 1 / next(places, math.inf)


def ndcg_at(ranked: Sequence[str], grades: Grades, *, k: int) -> float:
    """Discounted gain of the first k over that of the best order; gain 2^grade − 1, log2."""
    best = sorted(grades.values(), reverse=True)
    return _discounted([grades.get(each, 0) for each in ranked[:k]]) / _discounted(best[:k])


def _relevant(grades: Grades) -> set[str]:
    return {listing for listing, grade in grades.items() if grade > 0}


def _discounted(grades: Sequence[int]) -> float:
    return sum(((1 << grade) - 1) / math.log2(place) for place, grade in enumerate(grades, start=2))
