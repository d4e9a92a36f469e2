"""A word, dots and a count, as in a timetable."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Leader:
    """A label with its count, leading to the filtered list; `is_apart` begins another kind."""

    label: str
    href: str
    count: int
    is_apart: bool = False
