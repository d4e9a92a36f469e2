"""Memoising that keeps a function's signature for the type checker."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar

_Parameters = ParamSpec("_Parameters")
_Result = TypeVar("_Result")

# Formatting is a quarter of a page's time; a catalogue repeats a few thousand values.
_MOST_REMEMBERED = 8192


def memoised(function: Callable[_Parameters, _Result]) -> Callable[_Parameters, _Result]:
    """Remember the results of a pure function whose arguments are all hashable."""
    remembered = lru_cache(maxsize=_MOST_REMEMBERED)(function)

    @wraps(function)
    def recalled(*args: _Parameters.args, **kwargs: _Parameters.kwargs) -> _Result:
        return remembered(*args, **kwargs)  # type: ignore[arg-type]

    return recalled
