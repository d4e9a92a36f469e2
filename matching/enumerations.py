"""Short words of a Vietnamese text typed without marks, believed only in a plain enumeration.

"que" is quế, quê and què, but in "gung, ot, que" it can only be cinnamon: every word of its item
is the name of something.
"""

import re
from collections.abc import Iterator, Sequence

_SEPARATOR = re.compile(r"[,;/·•|\n()+&]|\s(?:va|voi|hoac|cung)\s")
_WORD = re.compile(r"\w+")

Stretch = tuple[int, int]


def in_plain_items(
    text: str, known: Sequence[Stretch], short: Sequence[Stretch]
) -> Iterator[Stretch]:
    """Those of the short stretches whose item is made of nothing but known and short ones."""
    names = [*known, *short]
    for start, end in _items(text):
        words = [(w.start() + start, w.end() + start) for w in _WORD.finditer(text[start:end])]
        if words and all(any(_holds(name, word) for name in names) for word in words):
            yield from (each for each in short if _holds((start, end), each))


def _items(text: str) -> Iterator[Stretch]:
    start = 0
    for separator in _SEPARATOR.finditer(text):
        yield start, separator.start()
        start = separator.end()
    yield start, len(text)


def _holds(outer: Stretch, inner: Stretch) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]
