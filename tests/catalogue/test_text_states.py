"""What a reader is told about a text follows from what is stored."""

from __future__ import annotations

import pytest

from catalogue.translation import Origin, TextState, text_state


def state(
    origin: Origin = Origin.MACHINE,
    summary: str = "Gừng.",
    *,
    reviewed: bool = False,
    source_version: int | None = 1,
    original_version: int | None = 1,
) -> TextState:
    return text_state(
        origin,
        summary,
        reviewed=reviewed,
        source_version=source_version,
        original_version=original_version,
    )


@pytest.mark.parametrize("origin", Origin)
def test_a_text_is_what_it_came_from(origin: Origin) -> None:
    assert state(origin) == TextState(origin)


@pytest.mark.parametrize("origin", [Origin.HUMAN, Origin.MACHINE])
def test_a_reviewed_translation_says_so(origin: Origin) -> None:
    assert state(origin, reviewed=True) is TextState.REVIEWED


def test_a_translation_of_an_earlier_original_is_outdated_even_if_reviewed() -> None:
    assert state(reviewed=True, source_version=1, original_version=2) is TextState.OUTDATED


def test_an_original_is_never_outdated() -> None:
    assert state(Origin.ORIGINAL, source_version=None, original_version=7) is TextState.ORIGINAL


@pytest.mark.parametrize("origin", Origin)
def test_a_title_alone_is_no_text(origin: Origin) -> None:
    assert state(origin, "") is TextState.MISSING


def test_without_an_original_nothing_can_be_outdated() -> None:
    assert state(source_version=1, original_version=None) is TextState.MACHINE
