"""Scores listings against what is sought and returns the best, each with its reasons."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace

import numpy as np

from i18n.detection import detect
from i18n.languages import Language
from matching import calibration
from matching.counted import Floats, Mask
from matching.documents import Answer, Match, NoMatch, Profile, Reason
from matching.explanation import explain
from matching.grouping import Source
from matching.index import Index
from matching.keywords import keyword_search
from matching.query import Query, query_of_listing, query_of_profile
from matching.scoring import score, sources
from matching.understanding import excluded, quoted, recognized

__all__ = ["keyword_search", "match", "nearest", "similar"]

# Scores this near are equal: the order of additions must not decide between listings.
_DIGITS = 6
_GROUP = 64


def match(
    index: Index, profile: Profile, *, limit: int = 10, allowed: Collection[str] | None = None
) -> Answer:
    """The listings that fit, among those allowed; none rather than weak ones."""
    answer = nearest(index, profile, limit=limit, allowed=allowed)
    fitting = tuple(each for each in answer.matches if each.band)
    no_match = answer.no_match or (None if fitting else NoMatch.BELOW_THRESHOLD)
    return replace(answer, matches=fitting, no_match=no_match)


def nearest(
    index: Index, profile: Profile, *, limit: int = 10, allowed: Collection[str] | None = None
) -> Answer:
    """The listings with most in common, however little.

    The band is None below the threshold, and for all where even the best is no match.
    """
    language = profile.language or detect(profile.text)
    query = query_of_profile(index, profile.text, language)
    reading = query.readings[0]
    candidates = _candidates(index, allowed)
    readable = tuple(each for each in (profile.reader, language) if each)
    matches = _matches(index, query, candidates, limit, readable)
    if matches and matches[0].score < calibration.LEAST_BEST:
        matches = [replace(each, band=None) for each in matches]
    return Answer(
        language=language,
        recognized=recognized(reading.analysis),
        unrecognized=quoted(reading.unknown),
        matches=tuple(matches),
        no_match=None if matches else _why_none(query, candidates),
        excluded=excluded(reading.analysis),
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
    matches = _matches(index, query_of_listing(index, place), candidates, limit, ())
    return [each for each in matches if each.band]


def best_first(
    index: Index, scores: Floats, *, limit: int, candidates: Mask | None = None
) -> list[int]:
    """The places with the highest positive scores; equal ones in the order of their ids."""
    if candidates is not None:
        scores = np.where(candidates, scores, np.float32(0))
    places = np.flatnonzero(scores > _bound(scores, limit))
    values = np.round(scores[places], _DIGITS).tolist()
    found = zip(places.tolist(), values, strict=True)
    ranked = sorted(found, key=lambda each: (-each[1], index.ids[each[0]]))
    return [place for place, _ in ranked[: max(limit, 0)]]


def _bound(scores: Floats, limit: int) -> float:
    """A score that the best exceed and few others: the best of many groups are looked at alone."""
    groups = len(scores) // _GROUP
    if groups <= limit or limit < 1:
        return 0.0
    highest = scores[: groups * _GROUP].reshape(_GROUP, groups).max(axis=0)
    return max(0.0, float(np.partition(highest, -limit)[-limit]) - 10.0**-_DIGITS)


def _matches(
    index: Index, query: Query, candidates: Mask, limit: int, readable: Sequence[Language]
) -> list[Match]:
    scores = score(index, query)
    places = best_first(index, scores.total, limit=limit, candidates=candidates)
    found = sources(index, query, scores, places)
    return [
        _match(
            index,
            source,
            value=float(scores.total[place]),
            scale=float(scores.scale[place]),
            readable=readable,
        )
        for place, source in zip(places, found, strict=True)
    ]


def _match(
    index: Index, source: Source, *, value: float, scale: float, readable: Sequence[Language]
) -> Match:
    reasons = explain(index, source, readable)
    learned = sum(source.learned.values()) * scale
    return Match(
        id=index.ids[int(index.listing_of_row[source.row])],
        score=min(1.0, value),
        band=calibration.band_of(value, learned=learned),
        language=_explained_in(reasons) or index.language(source.row),
        reasons=reasons,
    )


def _explained_in(reasons: Sequence[Reason]) -> Language | None:
    """The language of the words that explain most of a score."""
    shares: defaultdict[Language, float] = defaultdict(float)
    for reason in reasons:
        for span in reason.listing_spans[:1]:
            shares[span.language] += reason.share
    return max(shares, key=lambda language: shares[language], default=None)


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
