"""Groups of words that could be a label: what an editor would write into a row.

Vietnamese and English: words side by side. Korean: a word without its ending. Japanese: a run of
Han characters and katakana.
"""

import re
from collections.abc import Collection, Iterator
from itertools import pairwise
from typing import NamedTuple

from i18n.languages import Language
from matching.analyzers import content_tokens
from matching.canonical import Canonical
from matching.segmentation import Token
from matching.stems import singular, without_particle

_LONGEST = {Language.VI: 4, Language.EN: 3}
_SHORTEST_EASTERN = 2
# What makes a Korean noun a verb or the end of a sentence: 수출합니다, 생산되는, 생강입니다.
_ENDING = re.compile(
    "(?:합|됩|입|습)니다$|(?:하|되)(?:고|며|여|는|기|지|도록|여서|였다|었다|였으며|었으며|였습니다|었습니다)$"
    "|(?:되어|이며|이고|이다|으로서|에서의|까지의)$|(?<=..)(?:한|할|함|된|될|됨|해|돼)$"
)


class Phrase(NamedTuple):
    """Words of a comparable text; one key for kitchen knife and kitchen knives.

    `within` are the keys of the next longer phrases that hold this one where it stands.
    """

    key: str
    shown: str
    within: tuple[str, ...] = ()


def phrases(
    text: Canonical, language: Language, named: Collection[int] = frozenset()
) -> Iterator[Phrase]:
    """The phrases of a text, in reading order, that leave out places that are named already."""
    tokens = [token for token in content_tokens(text, language) if not token.text.isdecimal()]
    if language is Language.KO:
        yield from _korean(tokens, named)
    elif language is Language.JA:
        yield from _japanese(tokens, named)
    else:
        free = [each for each in tokens if _is_free(each, named)]
        for run in _side_by_side(free, gap=1):
            yield from _word_groups(run, text.text, language)


def _word_groups(run: list[Token], text: str, language: Language) -> Iterator[Phrase]:
    words = [_one(token.text, language) for token in run]
    longest = _LONGEST[language]

    def key(first: int, end: int) -> str:
        return " ".join(words[first:end])

    for first in range(len(run)):
        for end in range(first + 1, min(first + longest, len(run)) + 1):
            longer = [(first - 1, end), (first, end + 1)] if end - first < longest else []
            within = tuple(key(a, b) for a, b in longer if a >= 0 and b <= len(run))
            shown = text[run[first].start : run[end - 1].end]
            yield Phrase(key(first, end), shown, within)


def _one(word: str, language: Language) -> str:
    return singular(word) if language is Language.EN else word


def _korean(tokens: list[Token], named: Collection[int]) -> Iterator[Phrase]:
    """What stands after a name in a word is its ending; before it, it may be a word."""
    for token in tokens:
        if token.script != "hangul":
            continue
        free = next((p for p in range(token.start, token.end) if p in named), token.end)
        word = token.text[: free - token.start]
        noun = _ENDING.sub("", without_particle(word)) if free == token.end else word
        if len(noun) >= _SHORTEST_EASTERN:
            yield Phrase(noun, noun)


def _japanese(tokens: list[Token], named: Collection[int]) -> Iterator[Phrase]:
    stretches = [
        piece
        for token in tokens
        if token.script in ("han", "katakana")
        for piece in _free_pieces(token, named)
    ]
    for run in _side_by_side(stretches, gap=0):
        whole = "".join(piece.text for piece in run)
        for piece in run:
            if len(piece.text) >= _SHORTEST_EASTERN:
                yield Phrase(piece.text, piece.text, (whole,) if len(run) > 1 else ())
        if len(run) > 1:
            yield Phrase(whole, whole)


def _free_pieces(token: Token, named: Collection[int]) -> Iterator[Token]:
    start = token.start
    for place in range(token.start, token.end + 1):
        if place == token.end or place in named:
            if place > start:
                text = token.text[start - token.start : place - token.start]
                yield Token(text, start, place, token.script)
            start = place + 1


def _is_free(token: Token, named: Collection[int]) -> bool:
    return token.script == "latin" and not any(
        place in named for place in range(token.start, token.end)
    )


def _side_by_side(tokens: list[Token], *, gap: int) -> Iterator[list[Token]]:
    """Runs of tokens with exactly so many letters between them.

    One letter is a space: any other sign stands with a space beside it or joins two words.
    """
    run = tokens[:1]
    for before, token in pairwise(tokens):
        if token.start - before.end != gap:
            yield run
            run = []
        run.append(token)
    if run:
        yield run
