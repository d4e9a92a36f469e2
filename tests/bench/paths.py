"""Addresses of list pages, no two with the same filters: nothing can answer them from memory."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from urllib.parse import urlencode

from sqlmodel import Session, col, select

from catalogue.kinds import Availability
from catalogue.listings import Listing, ListingSector

_LANGUAGES = ("vi", "en", "ko", "ja")
_BILLION = 10**9


def list_paths(session: Session, *, seed: int) -> Iterator[str]:
    """Projects and products in four languages, with up to four filters, sorted, some pages on."""
    return _drawn(_Codes(session), random.Random(seed))


def _drawn(codes: _Codes, draw: random.Random) -> Iterator[str]:
    seen: set[str] = set()
    while True:
        kind = draw.choice(("projects", "products"))
        filters = urlencode(list(codes.filters(draw, kind)))
        if (asked := f"{kind}?{filters}") not in seen:
            seen.add(asked)
            order = urlencode(
                {"sort": draw.choice(("newest", "name")), "page": draw.choice((1, 1, 1, 2))}
            )
            yield f"/{draw.choice(_LANGUAGES)}/{asked}&{order}"


class _Codes:
    """The codes that listings have."""

    def __init__(self, session: Session) -> None:
        self.provinces = sorted(set(session.exec(select(Listing.province))))
        self.sectors = sorted(set(session.exec(select(ListingSector.sector))))
        groups = select(Listing.product_group).where(col(Listing.product_group).is_not(None))
        self.groups = sorted({group for group in session.exec(groups) if group})

    def filters(self, draw: random.Random, kind: str) -> Iterator[tuple[str, str]]:
        yield from _some(draw, "province", self.provinces, most=2)
        if kind == "projects":
            yield from _some(draw, "sector", self.sectors, most=2)
            yield from _some(
                draw, "availability", [each.value for each in Availability][:2], most=1
            )
            yield from _some(draw, "capital_min", range(_BILLION, 900 * _BILLION, _BILLION), most=1)
        else:
            yield from _some(draw, "group", self.groups, most=3)
            yield from _some(draw, "lang_available", _LANGUAGES[1:], most=2)


def _some(
    draw: random.Random, name: str, values: Sequence[object], *, most: int
) -> Iterator[tuple[str, str]]:
    for value in draw.sample(values, draw.randint(0, most)):
        yield name, str(value)
