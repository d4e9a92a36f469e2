"""Scores listings against what is sought and returns the best, each with its reasons."""

from collections.abc import Collection

import numpy as np
from numpy.typing import NDArray

from i18n.detection import detect
from matching import calibration
from matching.documents import Answer, Match, NoMatch, Profile
from matching.explanation import Source, explain
from matching.index import Index
from matching.keywords import keyword_search
from matching.query import Query, query_of_listing, query_of_profile
from matching.scoring import score, sources
from matching.understanding import quoted, recognized

__all__ = ["keyword_search", "match", "nearest", "similar"]

Mask = NDArray[np.bool_]


def match(
    index: Index, profile: Profile, *, limit: int = 10, allowed: Collection[str] | None = None
) -> Answer:
    """The listings that fit, among those allowed; none rather than weak ones."""
    answer = nearest(index, profile, limit=limit, allowed=allowed)
    fitting = tuple(each for each in answer.matches if each.band)
    no_match = answer.no_match or (None if fitting else NoMatch.BELOW_THRESHOLD)
    return Answer(answer.language, answer.recognized, answer.unrecognized, fitting, no_match)


def nearest(
    index: Index, profile: Profile, *, limit: int = 10, allowed: Collection[str] | None = None
) -> Answer:
    """The listings with most in common, however little: below the threshold the band is None."""
    language = profile.language or detect(profile.text)
    query = query_of_profile(index, profile.text, language)
    reading = query.readings[0]
    candidates = _candidates(index, allowed)
    matches = _matches(index, query, candidates, limit)
    return Answer(
        language=language,
        recognized=recognized(reading.analysis),
        unrecognized=quoted(reading.unknown),
        matches=tuple(matches),
        no_match=None if matches else _why_none(query, candidates),
    )


def similar(
    index: Index, listing_id: str, *, limit: int = 5, allowed: Collection[str] | None = None
) -> list[Match]:
    """The listings most like one of them; KeyError when the index does not have it.

    The offsets of the query spans count in `Text.whole` of the listing's own text.
    """
    place = index.positions[listing_id]
    candidates = _candidates(index, allowed)
    candidates[place] = False
    matches = _matches(index, query_of_listing(index, place), candidates, limit)
    return [each for each in matches if each.band]


def best_first(scores: NDArray[np.float32], candidates: Mask, limit: int) -> list[int]:
    """The places with the highest positive scores; equal ones in the order of their ids."""
    open_places = np.flatnonzero(candidates & (scores > 0))
    values = scores[open_places]
    if len(values) > limit > 0:
        least = np.partition(values, -limit)[-limit]
        open_places = open_places[values >= least]
        values = scores[open_places]
    order = np.argsort(-values, kind="stable")[: max(limit, 0)]
    return [int(place) for place in open_places[order]]


def _matches(index: Index, query: Query, candidates: Mask, limit: int) -> list[Match]:
    scores = score(index, query)
    places = best_first(scores.total, candidates, limit)
    found = sources(index, query, scores, places)
    return [
        _match(index, place, float(scores.total[place]), source)
        for place, source in zip(places, found, strict=True)
    ]


def _match(index: Index, place: int, value: float, source: Source) -> Match:
    return Match(
        id=index.ids[place],
        score=min(1.0, value),
        band=calibration.band_of(value),
        language=index.text(source.row).language,
        reasons=explain(index, source),
    )


def _candidates(index: Index, allowed: Collection[str] | None) -> Mask:
    if allowed is None:
        return np.ones(len(index.ids), np.bool_)
    candidates = np.zeros(len(index.ids), np.bool_)
    candidates[index.places(allowed)] = True
    return candidates


def _why_none(query: Query, candidates: Mask) -> NoMatch:
    if not any(part.text.text.strip() for part in query.readings[0].analysis.parts):
        return NoMatch.NOTHING_TO_READ
    if not candidates.any():
        return NoMatch.NOTHING_ALLOWED
    return NoMatch.NOTHING_UNDERSTOOD if query.is_empty else NoMatch.BELOW_THRESHOLD
