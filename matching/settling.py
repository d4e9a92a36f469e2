"""The garbage collector, told that what has been read stays as long as the process."""

import gc

# New objects are looked at in larger portions, old ones hardly ever: the vocabulary and remembered
# texts are a million objects, and to walk through them takes as long as ten answers.
_YOUNG, _MIDDLE, _OLD = 50_000, 20, 100


def settle() -> None:
    """Call once, when everything long-lived has been read."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_YOUNG, _MIDDLE, _OLD)
