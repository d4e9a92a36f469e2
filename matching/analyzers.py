"""Text to lexical features: words, their plain forms, pairs of words and pieces of words.

Words are told apart by script, not by the language of the text, so "HACCP 인증" or "Kon Tum産" is
read as well as a text in one script. scikit-learn's own tokens would lose 쌀 and 米, and its
accent stripping breaks Hangul and kana and leaves đ.
"""

from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from i18n.detection.syllables import is_vietnamese_syllable
from i18n.languages import Language
from matching.canonical import Canonical, unmarked
from matching.function_words import function_words
from matching.segmentation import Token, tokens
from matching.stems import english_stem, without_particle

# Pieces of words get at most this many places in a text: without a bound they are nine of ten
# postings and most of the time of fitting and asking.
PIECES_PER_TEXT = 300
PIECE_MARK = "#"

_PLAIN, _STEM, _PAIR, _PLAIN_PAIR, _NUMBER = 0.5, 0.8, 0.7, 0.4, 0.3
_LATIN_PIECE, _EASTERN_PIECE, _SINGLE_HAN = 0.2, 0.5, 0.2

Reading = Literal["brief", "long"]


class Feature(NamedTuple):
    """A piece of lexical evidence and the words of the comparable text that bear it."""

    name: str
    strength: float
    start: int
    end: int


def content_tokens(text: Canonical, language: Language | None) -> Iterator[Token]:
    """The words of a text, as it is spaced, that may say something of what is offered or sought."""
    return with_content(tokens(text.text), language)


def with_content(words: Iterable[Token], language: Language | None) -> Iterator[Token]:
    """Those of some words that may say something of what is offered or sought."""
    idle = function_words(language)
    return (token for token in words if not _is_idle(token, idle))


def _is_idle(token: Token, idle: frozenset[str]) -> bool:
    if token.script == "latin":
        return token.text in idle or (len(token.text) == 1 and token.text.isascii())
    if token.script == "hangul":
        return token.text in idle or without_particle(token.text) in idle
    return token.text in idle or (token.script == "hiragana" and len(token.text) < 3)


def features(
    text: Canonical, words: Iterable[Token], language: Language | None, reading: Reading
) -> Iterator[Feature]:
    """The lexical evidence of a text, given its content tokens, in the order of these.

    A `brief` text (title, profile, query) is also read in pieces of words in every script, a
    `long` one only in those of Korean and Japanese, where pieces are what words are elsewhere.
    """
    before: Token | None = None
    for token in words:
        for name, strength in forms(token, language):
            yield Feature(name, strength, token.start, token.end)
        if before is not None and _side_by_side(text, before, token):
            for name, strength in _pairs(before, token, language):
                yield Feature(name, strength, before.start, token.end)
        for name, strength in _pieces(token.text, token.script, reading):
            yield Feature(name, strength, token.start, token.end)
        before = token


def words_of(
    text: Canonical, words: Iterable[Token], language: Language | None, names: Collection[str]
) -> Iterator[tuple[str, int, int]]:
    """Those of the features, pieces left out, that have one of these names, with their places."""
    has_pairs = any(" " in name for name in names)
    before: Token | None = None
    for token in words:
        for name, _ in forms(token, language):
            if name in names:
                yield name, token.start, token.end
        if has_pairs and before is not None and _side_by_side(text, before, token):
            for name, _ in _pairs(before, token, language):
                if name in names:
                    yield name, before.start, token.end
        before = token


def forms(token: Token, language: Language | None) -> tuple[tuple[str, float], ...]:
    """The ways in which one word can stand in a listing, as it is typed first."""
    return _forms(token.text, token.script, language)


@lru_cache(maxsize=65536)
def _forms(
    word: str, script: str | None, language: Language | None
) -> tuple[tuple[str, float], ...]:
    if script == "hangul":
        return _with_plain(word, without_particle(word), _STEM)
    if script != "latin":
        return ((word, 1.0),)
    if word.isdecimal():
        return ((word, _NUMBER),)
    if word.isascii():
        return _with_plain(word, _stem(word, language), _STEM)
    return _with_plain(word, unmarked(word), _PLAIN)


def pieces(word: str, sizes: range) -> Iterator[str]:
    """The character n-grams of a word, marked so that they are never taken for words."""
    for size in sizes:
        for place in range(len(word) - size + 1):
            yield PIECE_MARK + word[place : place + size]


def _with_plain(word: str, plain: str, strength: float) -> tuple[tuple[str, float], ...]:
    return ((word, 1.0),) if plain == word else ((word, 1.0), (plain, strength))


def _stem(word: str, language: Language | None) -> str:
    if language is Language.VI and is_vietnamese_syllable(unmarked(word)):
        return word
    return english_stem(word)


def _side_by_side(text: Canonical, before: Token, token: Token) -> bool:
    return (
        before.script == token.script == "latin"
        and token.start - before.end == 1
        and text.text[before.end] == " "
    )


def _pairs(before: Token, token: Token, language: Language | None) -> Iterator[tuple[str, float]]:
    pair = f"{_stem(before.text, language)} {_stem(token.text, language)}"
    yield pair, _PAIR
    if not pair.isascii():
        yield unmarked(pair), _PLAIN_PAIR


@lru_cache(maxsize=65536)
def _pieces(word: str, script: str | None, reading: Reading) -> tuple[tuple[str, float], ...]:
    if script == "latin":
        if reading == "long" or word.isdecimal():
            return ()
        # Pairs of letters make noise (gingers and cinnamon share two) and long postings.
        names = pieces(f"_{unmarked(word)}_", range(3, 5))
        return tuple((name, _LATIN_PIECE) for name in names)
    single = pieces(word, range(1, 2)) if script == "han" else ()
    shortest = 3 if script == "hiragana" else 2
    longest = 3 if reading == "brief" else shortest
    bare = without_particle(word) if script == "hangul" else word
    several = pieces(bare, range(shortest, longest + 1))
    return (
        *((name, _SINGLE_HAN) for name in single),
        *((name, _EASTERN_PIECE) for name in several),
    )
