"""The states of a listing and the only ways from one to another."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class State(StrEnum):
    """Where a listing stands between a draft and its withdrawal."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    IN_REVIEW = "in_review"
    RETURNED = "returned"
    APPROVED = "approved"
    SCHEDULED = "scheduled"
    PUBLISHED = "published"
    SUSPENDED = "suspended"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


class Step(StrEnum):
    """A named transition; listings change their state through no other door."""

    SUBMIT = "submit"
    START_REVIEW = "start_review"
    RETURN = "return"
    APPROVE = "approve"
    SCHEDULE = "schedule"
    PUBLISH = "publish"
    SUSPEND = "suspend"
    EXPIRE = "expire"
    WITHDRAW = "withdraw"


class IllegalStepError(ValueError):
    """A step was asked for that does not lead on from the present state."""

    def __init__(self, state: State, step: Step) -> None:
        super().__init__(f"a listing that is {state} cannot {step}")
        self.state = state
        self.step = step


# Seen by the public: a withdrawn listing still answers at its address, saying that it is gone.
PUBLIC_STATES = frozenset({State.PUBLISHED, State.WITHDRAWN})

_STEPS: Mapping[Step, tuple[frozenset[State], State]] = {
    Step.SUBMIT: (frozenset({State.DRAFT, State.RETURNED}), State.SUBMITTED),
    Step.START_REVIEW: (frozenset({State.SUBMITTED}), State.IN_REVIEW),
    Step.RETURN: (frozenset({State.SUBMITTED, State.IN_REVIEW}), State.RETURNED),
    Step.APPROVE: (frozenset({State.IN_REVIEW}), State.APPROVED),
    Step.SCHEDULE: (frozenset({State.APPROVED}), State.SCHEDULED),
    Step.PUBLISH: (
        frozenset({State.APPROVED, State.SCHEDULED, State.SUSPENDED, State.EXPIRED}),
        State.PUBLISHED,
    ),
    Step.SUSPEND: (frozenset({State.PUBLISHED}), State.SUSPENDED),
    Step.EXPIRE: (frozenset({State.PUBLISHED}), State.EXPIRED),
    Step.WITHDRAW: (
        frozenset({State.PUBLISHED, State.SUSPENDED, State.EXPIRED}),
        State.WITHDRAWN,
    ),
}


def steps_from(state: State) -> frozenset[Step]:
    """The steps that lead on from a state; none from `withdrawn`."""
    return frozenset(step for step, (origins, _) in _STEPS.items() if state in origins)


def after(state: State, step: Step) -> State:
    """The state a step leads to; raises IllegalStepError where there is no such way."""
    origins, target = _STEPS[step]
    if state not in origins:
        raise IllegalStepError(state, step)
    return target
