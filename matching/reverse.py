"""From listings to profiles: who seeks what has just been published.

Every profile is scored as for its own answer, with the statistics of the listings and without a
look at any other profile. So a profile is found for a listing exactly where the listing is found
for the profile, with the same score, and nothing can be read from one profile's result about
another. Features of the profiles in an index of their own would not save much: nearly every
profile shares some letters with every listing.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matching import calibration
from matching.batch import over_all_cores, portions, totals
from matching.counted import Floats
from matching.documents import Match, Profile
from matching.index import Index
from matching.ranking import nearest

_SCORED, _EXPLAINED = 128, 128
_DIGITS = 6  # as in ranking: scores this near are equal


class Interest(NamedTuple):
    """A profile that has something in common with a listing, and its favourite among all."""

    id: str
    profile: Profile
    favourite: str
    highest: float


class _Best(NamedTuple):
    """The highest scores for each listing, a line each, and the numbers of their profiles."""

    scores: Floats
    profiles: NDArray[np.int64]

    def cut(self, limit: int) -> "_Best":
        """The best so many of each listing; of equal ones those that stand first."""
        order = np.argsort(-self.scores, axis=1, kind="stable")[:, :limit]
        return _Best(
            np.take_along_axis(self.scores, order, axis=1),
            np.take_along_axis(self.profiles, order, axis=1),
        )


class _Scored(NamedTuple):
    """What a portion of profiles has for each listing, and each profile's favourite."""

    best: _Best
    favourites: list[int]
    highest: list[float]


def interested(
    index: Index,
    profiles: Mapping[str, Profile],
    listing_id: str,
    *,
    limit: int = 10,
    allowed: Collection[str] | None = None,
) -> list[Match]:
    """The profiles a listing fits, of those allowed (by their ids), best first.

    Each is the `Match` of the profile's own answer with the profile's id in it: query spans quote
    the profile, listing spans the listing. KeyError when the index does not have the listing.
    """
    asked = {each: profiles[each] for each in profiles if allowed is None or each in allowed}
    ((_, found),) = nearest_profiles(index, asked, [listing_id], limit=limit)
    return [each for each in found if each.band]


def nearest_profiles(
    index: Index, profiles: Mapping[str, Profile], listings: Sequence[str], *, limit: int = 10
) -> Iterator[tuple[str, list[Match]]]:
    """For each of the listings the profiles with most in common, however little.

    All profiles are scored once, whatever the number of listings. Matches are those of
    `interested`, with the band None where the profile's own answer has none.
    """
    ids = sorted(profiles)
    places = np.array([index.positions[each] for each in listings], np.int64)
    found = _scored_by_all(index, [profiles[each] for each in ids], places, limit)
    everyone = [
        Interest(each, profiles[each], index.ids[place], value)
        for each, place, value in zip(ids, found.favourites, found.highest, strict=True)
    ]
    lines = zip(listings, *(each.tolist() for each in found.best), strict=True)
    interests = [
        (listing, [everyone[n] for n, value in zip(numbers, scores, strict=True) if value > 0])
        for listing, scores, numbers in lines
    ]
    for portion in over_all_cores(_explained, portions(interests, _EXPLAINED), index, None):
        yield from portion


def _scored_by_all(
    index: Index, profiles: Sequence[Profile], places: NDArray[np.int64], limit: int
) -> _Scored:
    best = _Best(np.empty((len(places), 0), np.float32), np.empty((len(places), 0), np.int64))
    favourites: list[int] = []
    highest: list[float] = []
    work = portions(profiles, _SCORED)
    for found in over_all_cores(_scored, work, index, (places, limit)):
        numbers = found.best.profiles + len(favourites)
        both = np.hstack([best.scores, found.best.scores]), np.hstack([best.profiles, numbers])
        best = _Best(*both).cut(limit)
        favourites += found.favourites
        highest += found.highest
    return _Scored(best, favourites, highest)


def _scored(
    profiles: Sequence[Profile], index: Index, wanted: tuple[NDArray[np.int64], int]
) -> _Scored:
    places, limit = wanted
    scores = np.array([totals(index, profile) for profile in profiles])
    rounded = np.round(scores[:, places].T, _DIGITS)
    numbers = np.broadcast_to(np.arange(len(profiles)), rounded.shape)
    best = _Best(rounded, numbers).cut(limit)
    return _Scored(best, scores.argmax(axis=1).tolist(), scores.max(axis=1).tolist())


def _explained(
    interests: Sequence[tuple[str, Sequence[Interest]]], index: Index, _: None
) -> list[tuple[str, list[Match]]]:
    """Each profile is asked once for all listings of the portion."""
    listings: defaultdict[Interest, set[str]] = defaultdict(set)
    for listing, interest in interests:
        for each in interest:
            listings[each].add(listing)
    found = {
        (match.id, interest.id): replace(match, id=interest.id)
        for interest, wanted in listings.items()
        for match in _own_answer(index, interest, wanted)
    }
    return [
        (listing, [found[listing, each.id] for each in interest]) for listing, interest in interests
    ]


def _own_answer(index: Index, interest: Interest, listings: set[str]) -> tuple[Match, ...]:
    """What a profile's own answer says of these listings; bands hang on the favourite's score."""
    if interest.highest >= calibration.LEAST_BEST:
        listings = {*listings, interest.favourite}
    return nearest(index, interest.profile, limit=len(listings), allowed=listings).matches
