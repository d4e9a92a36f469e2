"""Search for list pages: only listings that truly contain or mean what was typed.

Each word of the query must be answered by a listing: by a concept it names, by the word itself,
or, in Korean and Japanese, by all the pieces of the word. Vietnamese words are written in
syllables, so a frequent syllable counts in full only beside its neighbour ("Lâm Đồng" is not lâm
and đồng apart).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from i18n.detection.syllables import is_vietnamese_syllable
from i18n.languages import Language
from matching.analysis import Analysis
from matching.analyzers import pieces, with_content
from matching.canonical import unmarked
from matching.counted import Floats, Mask
from matching.index import Index
from matching.query import query_of_profile
from matching.scoring import score
from matching.segmentation import Token
from matching.stems import english_stem, without_particle

# Of four words and more one may go unanswered.
_LEAST_ANSWERED = 0.75
_FREQUENT_SYLLABLE = 0.01
_FREQUENT_SYLLABLE_ALONE = 0.5


@dataclass(frozen=True, slots=True)
class _Word:
    token: Token
    concepts: tuple[tuple[str, ...], ...]
    touches_next: bool


def keyword_search(
    index: Index, q: str, language: Language | None, *, limit: int | None = None
) -> list[tuple[str, float]]:
    """The ids of listings that have or mean the query, with scores in 0–1, best first.

    `language` is the page's; a query in any of the four is understood on every page.
    """
    query = query_of_profile(index, q, None)
    words = _words(query.readings[0].analysis)
    if not words:
        return []
    answered = np.mean(list(_answers(index, words)), axis=0)
    scores = np.where(answered >= _LEAST_ANSWERED, answered + score(index, query).total, 0) / 2
    order = np.argsort(-scores, kind="stable")
    places = order[: np.count_nonzero(scores)][:limit]
    return [(index.ids[place], min(1.0, float(scores[place]))) for place in places.tolist()]


def _words(analysis: Analysis) -> list[_Word]:
    text = analysis.parts[0].text
    words = analysis.words[0]
    tokens = list(with_content(words, None)) or list(with_content(words, Language.EN))
    return [
        _Word(token, _concepts_over(analysis, token), _touch(text.text, token, following))
        for token, following in zip(tokens, [*tokens, None][1:], strict=True)
    ]


def _concepts_over(analysis: Analysis, token: Token) -> tuple[tuple[str, ...], ...]:
    """The concepts that a word names, place by place (유기농생강: organic, then ginger).

    Several at one place are homonyms. None when they leave most of a compound unexplained.
    """
    named: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for _, find, nested in analysis.finds:
        if not nested and find.start < token.end and token.start < find.end:
            named[find.start, find.end].append(find.concept_id)
    covered = sum(min(end, token.end) - max(start, token.start) for start, end in named)
    return tuple(map(tuple, named.values())) if 2 * covered >= token.end - token.start else ()


def _touch(text: str, token: Token, following: Token | None) -> bool:
    return following is not None and text[token.end : following.start] == " "


def _answers(index: Index, words: Sequence[_Word]) -> Iterable[Floats]:
    """For each word how far each listing answers it, 0–1."""
    for place, word in enumerate(words):
        before = words[place - 1] if place and words[place - 1].touches_next else None
        after = words[place + 1] if word.touches_next else None
        having = _having(index, word.token, before, after)
        yield np.maximum(having, _meaning(index, word)) if word.concepts else having


def _meaning(index: Index, word: _Word) -> Mask:
    meaning = np.ones(len(index.ids), np.bool_)
    for homonyms in word.concepts:
        named = np.zeros(len(index.ids), np.bool_)
        for concept in homonyms:
            named[index.concepts.rows_with(concept)] = True
        meaning &= named
    return meaning


def _having(index: Index, token: Token, before: _Word | None, after: _Word | None) -> Floats:
    having = np.zeros(len(index.ids), np.float32)
    if token.script != "latin":
        having[index.listing_of_row[_rows_with_run(index, token)]] = 1
        return having
    rows = index.lexical.rows_with(_plain(token))
    split = bool(before or after) and _is_frequent_syllable(index, token, len(rows))
    having[index.listing_of_row[rows]] = _FREQUENT_SYLLABLE_ALONE if split else 1
    for first, second in _neighbours(token, before, after):
        pair = index.lexical.rows_with(f"{_plain(first)} {_plain(second)}")
        having[index.listing_of_row[pair]] = 1
    return having


def _neighbours(
    token: Token, before: _Word | None, after: _Word | None
) -> Iterable[tuple[Token, Token]]:
    if before:
        yield before.token, token
    if after:
        yield token, after.token


def _is_frequent_syllable(index: Index, token: Token, rows: int) -> bool:
    frequent = rows > max(1, _FREQUENT_SYLLABLE * index.lexical.size)
    return frequent and is_vietnamese_syllable(unmarked(token.text))


def _plain(token: Token) -> str:
    """The form that stands in every text with the word: with marks if it was typed with them."""
    word = token.text
    if not word.isascii() or is_vietnamese_syllable(word) or word.isdecimal():
        return word
    return english_stem(word)


def _rows_with_run(index: Index, token: Token) -> NDArray[np.int64]:
    """Texts with a Korean or Japanese run as a word, or all its pieces."""
    bare = without_particle(token.text) if token.script == "hangul" else token.text
    whole = np.union1d(index.lexical.rows_with(token.text), index.lexical.rows_with(bare))
    inner = [index.lexical.rows_with(name) for name in pieces(bare, range(2, 3))]
    if not inner:
        return whole
    common = inner[0]
    for rows in inner[1:]:
        common = np.intersect1d(common, rows)
    return np.union1d(whole, common)
