"""Measures matching on judged queries, with intervals: over all, by group, by pair of languages."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from statistics import fmean

import numpy as np

from i18n.detection import detect
from i18n.languages import LANGUAGES, Language
from matching.documents import Profile
from matching.index import Index
from matching.measures import Grades, ndcg_at, recall_at, reciprocal_rank
from matching.ranking import match, nearest

DEPTH = 10
EVERYBODY, OTHER_LANGUAGE, OWN_LANGUAGE = "all", "other", "own"
_FEWEST_QUERIES = 10
_RESAMPLES = 2000
_SEED = 20250701


class Seeker(StrEnum):
    """Who seeks something; a group with figures of its own."""

    BUYERS = "buyers"
    INVESTORS = "investors"


@dataclass(frozen=True, slots=True)
class JudgedQuery:
    """What was sought, and a grade for each listing somebody judged (2 fits, 1 is related)."""

    id: str
    profile: Profile
    grades: Grades
    seeker: Seeker | None = None

    @property
    def is_answerable(self) -> bool:
        """Whether any listing is relevant."""
        return any(self.grades.values())


@dataclass(frozen=True, slots=True)
class Figure:
    """A mean over queries with its 95 % bootstrap interval."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Row:
    """The figures of n queries; None where there are too few to tell.

    `profiles` names the group of queries; `listings` the languages in which the listings stood,
    where `other` and `own` pool the catalogues of one language each, as seen from the profile.
    """

    profiles: str
    listings: str
    n: int
    recall: Figure | None
    mrr: Figure | None
    ndcg: Figure | None


@dataclass(frozen=True, slots=True)
class Refusals:
    """How often nothing was found: `right` where nothing fits, `wrong` where something does."""

    unanswerable: int
    right: int
    answerable: int
    wrong: int


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The first row is over all; `refusals` are those of the index with all its texts."""

    rows: tuple[Row, ...]
    refusals: Refusals


@dataclass(frozen=True, slots=True)
class _Result:
    query: str
    language: Language | None
    seeker: Seeker | None
    recall: float
    mrr: float
    ndcg: float


def evaluate(index: Index, queries: Sequence[JudgedQuery]) -> Evaluation:
    """Rank for every query; recall and nDCG at 10, MRR within the first 10.

    Queries without a relevant listing count only for "no match".
    """
    results, listed = _results(index, queries), "+".join(index.languages)
    by_language = [
        _row(language or "?", listed, [each for each in results if each.language is language])
        for language in (*LANGUAGES, None)
        if any(each.language is language for each in results)
    ]
    by_seeker = [
        _row(seeker, listed, [each for each in results if each.seeker is seeker])
        for seeker in Seeker
        if any(each.seeker is seeker for each in results)
    ]
    everything = _row(EVERYBODY, listed, results, fewest=1)
    return Evaluation((everything, *by_language, *by_seeker), _refusals(index, queries))


def evaluate_across(
    index: Index, reduced: Mapping[Language, Index], queries: Sequence[JudgedQuery]
) -> Evaluation:
    """`evaluate`, and the figures with the listings reduced to one language each.

    Every query is ranked in each reduced index. Where several are pooled, a query counts once,
    with its mean: else the interval would be that of three times as many independent queries.
    """
    whole = evaluate(index, queries)
    results = {language: _results(one, queries) for language, one in reduced.items()}
    return replace(whole, rows=(*whole.rows, *_reduced_rows(results)))


def interval(values: Sequence[float]) -> Figure:
    """The mean and its 95 % percentile bootstrap interval; the same figures at every run."""
    sample = np.asarray(values, np.float64)
    draws = np.random.default_rng(_SEED).integers(len(sample), size=(_RESAMPLES, len(sample)))
    low, high = np.percentile(sample[draws].mean(axis=1), (2.5, 97.5))
    return Figure(float(sample.mean()), float(low), float(high))


def _results(index: Index, queries: Iterable[JudgedQuery]) -> list[_Result]:
    return [_result(index, query) for query in queries if query.is_answerable]


def _result(index: Index, query: JudgedQuery) -> _Result:
    matches = nearest(index, query.profile, limit=DEPTH).matches
    ranked = [each.id for each in matches]
    return _Result(
        query=query.id,
        language=query.profile.language or detect(query.profile.text),
        seeker=query.seeker,
        recall=recall_at(ranked, query.grades, k=DEPTH),
        mrr=reciprocal_rank(ranked, query.grades),
        ndcg=ndcg_at(ranked, query.grades, k=DEPTH),
    )


def _refusals(index: Index, queries: Iterable[JudgedQuery]) -> Refusals:
    refused = [(query.is_answerable, not match(index, query.profile).matches) for query in queries]
    return Refusals(
        unanswerable=sum(not answerable for answerable, _ in refused),
        right=refused.count((False, True)),
        answerable=sum(answerable for answerable, _ in refused),
        wrong=refused.count((True, True)),
    )


def _reduced_rows(results: Mapping[Language, Sequence[_Result]]) -> list[Row]:
    pairs = {
        (spoken, listed): [each for each in found if each.language is spoken]
        for spoken in LANGUAGES
        for listed, found in results.items()
    }
    across = {pair: found for pair, found in pairs.items() if found and pair[0] is not pair[1]}
    within = [
        each for (spoken, listed), found in pairs.items() if spoken is listed for each in found
    ]
    pooled = _pooled([each for found in across.values() for each in found])
    return [
        _row(EVERYBODY, OTHER_LANGUAGE, pooled, fewest=1),
        *(_row(spoken, listed, found) for (spoken, listed), found in across.items()),
        _row(EVERYBODY, OWN_LANGUAGE, within, fewest=1),
        *(_row(EVERYBODY, listed, found, fewest=1) for listed, found in results.items()),
    ]


def _pooled(results: Iterable[_Result]) -> list[_Result]:
    of_query: dict[str, list[_Result]] = {}
    for each in results:
        of_query.setdefault(each.query, []).append(each)
    return [
        replace(
            several[0],
            recall=fmean(each.recall for each in several),
            mrr=fmean(each.mrr for each in several),
            ndcg=fmean(each.ndcg for each in several),
        )
        for several in of_query.values()
    ]


def _row(
    profiles: str, listings: str, results: Sequence[_Result], *, fewest: int = _FEWEST_QUERIES
) -> Row:
    def figure(measure: Callable[[_Result], float]) -> Figure | None:
        enough = len(results) >= fewest
        return interval([measure(each) for each in results]) if enough else None

    return Row(
        profiles=profiles,
        listings=listings,
        n=len(results),
        recall=figure(lambda result: result.recall),
        mrr=figure(lambda result: result.mrr),
        ndcg=figure(lambda result: result.ndcg),
    )
