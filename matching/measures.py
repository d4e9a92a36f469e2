"""How good a ranking is, query by query, and how far two readers agree."""

import math
from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

Grades = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Cohen's kappa of two readers over the pairs of query and listing that both graded."""

    pairs: int
    kappa: float
    kappa_relevant: float


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


def agreement(first: Mapping[str, Grades], second: Mapping[str, Grades]) -> Agreement | None:
    """How far two readers agree on the grade, and on whether a listing is relevant at all.

    Each reader's grades stand by query; None when they graded nothing in common.
    """
    judged = [
        (grade, second[query][listing])
        for query, grades in first.items()
        for listing, grade in grades.items()
        if listing in second.get(query, {})
    ]
    if not judged:
        return None
    relevant = [(one > 0, other > 0) for one, other in judged]
    return Agreement(len(judged), kappa(judged), kappa(relevant))


def kappa(judged: Sequence[tuple[Hashable, Hashable]]) -> float:
    """Cohen's kappa, unweighted, of what two readers said of the same things.

    1 where both say one and the same of everything, though chance would explain that too.
    """
    total = len(judged)
    observed = sum(one == other for one, other in judged) / total
    first, second = Counter(one for one, _ in judged), Counter(other for _, other in judged)
    by_chance = sum(count * second[said] for said, count in first.items()) / total**2
    return 1.0 if by_chance == 1 else (observed - by_chance) / (1 - by_chance)


def _relevant(grades: Grades) -> set[str]:
    return {listing for listing, grade in grades.items() if grade > 0}


def _discounted(grades: Sequence[int]) -> float:
    return sum(((1 << grade) - 1) / math.log2(place) for place, grade in enumerate(grades, start=2))
