"""Measures matching on judged queries, with intervals, over all and by pair of languages."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from i18n.detection import detect
from i18n.languages import Language
from matching.documents import Profile
from matching.index import Index
from matching.measures import Grades, ndcg_at, recall_at, reciprocal_rank
from matching.ranking import match, nearest

DEPTH = 10
_FEWEST_QUERIES = 10
_RESAMPLES = 2000
_SEED = 20250701


@dataclass(frozen=True, slots=True)
class JudgedQuery:
    """What was sought, and a grade for each listing somebody judged (2 fits, 1 is related)."""

    id: str
    profile: Profile
    grades: Grades


@dataclass(frozen=True, slots=True)
class Figure:
    """A mean over queries with its 95 % bootstrap interval."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Row:
    """The figures of a group of n queries; None where ten queries would be too few to tell."""

    languages: str
    n: int
    recall: Figure | None
    mrr: Figure | None
    ndcg: Figure | None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The first row is over all. `unanswerable` queries have no relevant listing."""

    rows: tuple[Row, ...]
    unanswerable: int
    rightly_unanswered: int


@dataclass(frozen=True, slots=True)
class _Result:
    language: Language | None
    recall: float
    mrr: float
    ndcg: float


def evaluate(index: Index, queries: Sequence[JudgedQuery]) -> Evaluation:
    """Rank for every query; recall and nDCG at 10, MRR within the first 10.

    Queries without a relevant listing count only for "no match".
    """
    answerable = [query for query in queries if any(query.grades.values())]
    without = [query for query in queries if not any(query.grades.values())]
    results = [_result(index, query) for query in answerable]
    listed = "+".join(index.languages)
    rows = [_row(f"all→{listed}", results, fewest=1)]
    for language in sorted({each.language for each in results}, key=str):
        own = [each for each in results if each.language is language]
        rows.append(_row(f"{language or '?'}→{listed}", own, fewest=_FEWEST_QUERIES))
    empty = sum(match(index, query.profile).no_match is not None for query in without)
    return Evaluation(tuple(rows), len(without), empty)


def interval(values: Sequence[float]) -> Figure:
    """The mean and its 95 % percentile bootstrap interval; the same figures at every run."""
    sample = np.asarray(values, np.float64)
    draws = np.random.default_rng(_SEED).integers(len(sample), size=(_RESAMPLES, len(sample)))
    low, high = np.percentile(sample[draws].mean(axis=1), (2.5, 97.5))
    return Figure(float(sample.mean()), float(low), float(high))


def _result(index: Index, query: JudgedQuery) -> _Result:
    matches = nearest(index, query.profile, limit=DEPTH).matches
    ranked = [each.id for each in matches]
    return _Result(
        language=query.profile.language or detect(query.profile.text),
        recall=recall_at(ranked, query.grades, k=DEPTH),
        mrr=reciprocal_rank(ranked, query.grades),
        ndcg=ndcg_at(ranked, query.grades, k=DEPTH),
    )


def _row(languages: str, results: Sequence[_Result], *, fewest: int) -> Row:
    def figure(measure: Callable[[_Result], float]) -> Figure | None:
        enough = len(results) >= fewest
        return interval([measure(each) for each in results]) if enough else None

    return Row(
        languages=languages,
        n=len(results),
        recall=figure(lambda result: result.recall),
        mrr=figure(lambda result: result.mrr),
        ndcg=figure(lambda result: result.ndcg),
    )
