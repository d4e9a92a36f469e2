"""States of a listing change only through named steps."""

from __future__ import annotations

import pytest

from catalogue.lifecycle import IllegalStepError, State, Step, after, steps_from


def test_the_way_from_a_draft_to_the_public() -> None:
    state = State.DRAFT
    for step in (Step.SUBMIT, Step.START_REVIEW, Step.APPROVE, Step.PUBLISH):
        state = after(state, step)
    assert state is State.PUBLISHED


def test_a_returned_listing_can_be_submitted_again() -> None:
    assert after(after(State.IN_REVIEW, Step.RETURN), Step.SUBMIT) is State.SUBMITTED


def test_an_expired_listing_can_be_published_again() -> None:
    assert after(State.EXPIRED, Step.PUBLISH) is State.PUBLISHED


def test_withdrawn_is_the_end() -> None:
    assert steps_from(State.WITHDRAWN) == frozenset()


@pytest.mark.parametrize(
    "state",
    sorted(set(State) - {State.APPROVED, State.SCHEDULED} - {State.SUSPENDED, State.EXPIRED}),
)
def test_nothing_unapproved_is_published(state: State) -> None:
    with pytest.raises(IllegalStepError):
        after(state, Step.PUBLISH)


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("step", Step)
def test_every_step_is_either_offered_or_refused(state: State, step: Step) -> None:
    if step in steps_from(state):
        assert after(state, step) in State
    else:
        with pytest.raises(IllegalStepError) as refusal:
            after(state, step)
        assert (refusal.value.state, refusal.value.step) == (state, step)
