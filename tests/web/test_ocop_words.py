"""OCOP ratings in words."""

from __future__ import annotations

from datetime import date

import pytest

from catalogue.kinds import OcopStatus
from catalogue.records import Ocop
from i18n.languages import Language
from web.views import ocop

TODAY = date(2026, 6, 1)


def words(status: OcopStatus, **given: int) -> tuple[str, str]:
    rating = ocop.rating(Ocop(status=status, **given), Language.EN, today=TODAY)
    return rating.said.text, " ".join(note.text for note in rating.notes)


@pytest.mark.parametrize("year", [2019, 2020, 2021, 2022])
def test_an_old_certificate_has_probably_lapsed(year: int) -> None:
    said, notes = words(OcopStatus.CERTIFIED, stars=4, year=year)
    assert said == f"OCOP 4 stars, {year}"
    assert "36 months have probably passed" in notes


def test_a_certificate_that_may_still_hold_names_its_last_year() -> None:
    assert "one of 2024 ends in 2027" in words(OcopStatus.CERTIFIED, stars=5, year=2024)[1]


def test_a_certificate_without_a_year_says_so() -> None:
    assert "not in the source" in words(OcopStatus.CERTIFIED, stars=5)[1]


@pytest.mark.parametrize("status", [each for each in OcopStatus if each != OcopStatus.CERTIFIED])
@pytest.mark.parametrize("given", [{}, {"stars": 5}, {"stars": 5, "year": 2024}])
def test_a_step_towards_a_rating_is_never_a_rating(
    status: OcopStatus, given: dict[str, int]
) -> None:
    assert "not certified" in words(status, **given)[0]


def test_a_lower_bound_stays_one() -> None:
    assert words(OcopStatus.CERTIFIED, min_stars=4)[0] == "OCOP, 4 stars or more"
