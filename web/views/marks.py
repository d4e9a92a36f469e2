"""A text cut into pieces, so that a page can mark the words that were recognised in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum


class Mark(StrEnum):
    """How a piece of text is shown."""

    PLAIN = "plain"
    RECOGNISED = "recognised"
    UNRECOGNISED = "unrecognised"
    EXCLUDED = "excluded"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text; the pieces of a text joined are the text."""

    text: str
    mark: Mark = Mark.PLAIN


Stretch = tuple[int, int, Mark]


def pieces(text: str, stretches: Iterable[Stretch]) -> tuple[Piece, ...]:
    """Cut a text; where stretches overlap the one that begins first, then the longer, wins."""
    return tuple(_cut(text, sorted(stretches, key=lambda each: (each[0], -each[1]))))


def occurrences(text: str, words: Iterable[str], mark: Mark) -> Iterator[Stretch]:
    """Where words stand in a text; those of an alphabet only as whole words."""
    for word in words:
        edge = r"(?<!\w){}(?!\w)" if _is_alphabetic(word) else "{}"
        for found in re.finditer(edge.format(re.escape(word)), text):
            yield found.start(), found.end(), mark


def _is_alphabetic(word: str) -> bool:
    return all(letter < "\u1100" for letter in word)  # before Hangul, kana and Han


def _cut(text: str, stretches: Iterable[Stretch]) -> Iterator[Piece]:
    done = 0
    for start, end, mark in stretches:
        if start < done or end <= start:
            continue
        if start > done:
            yield Piece(text[done:start])
        yield Piece(text[start:end], mark)
        done = end
    if done < len(text):
        yield Piece(text[done:])
