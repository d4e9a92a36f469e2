"""What is marked `endurance` runs small with all tests and at full size by `make endurance`."""

from hypothesis import settings

FULL_SIZE = "endurance"  # the hypothesis profile, see tests/conftest.py


def amount(usual: int, *, full: int) -> int:
    """How much of something to try."""
    return full if settings.get_current_profile_name() == FULL_SIZE else usual


def examples(usual: int) -> int:
    """How many examples hypothesis looks at: twenty times as many at full size."""
    return amount(usual, full=20 * usual)
