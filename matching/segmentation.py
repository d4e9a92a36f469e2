"""Korean and Japanese words, told apart in the same way however they are spaced.

Writers of Korean space compounds as they like (산업단지, 산업 단지), those of Japanese put a space
where it helps the eye. So the gaps within a script are not believed: the words of the thesaurus and
the words of grammar say where one ends, by the cheapest way through the letters (Viterbi).
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import ahocorasick

from matching import scripts
from matching.canonical import comparable_together
from matching.stems import LONGEST_PARTICLE, is_particle

# What a word costs by what is known of it. A single syllable is a word when nothing better is
# found (꿀 in 꿀수입, but no 배 in 배달); letters that nobody knows stay together.
_KNOWN, _KNOWN_SINGLE, _PARTICLE = 1.0, 2.2, 0.05
_UNKNOWN = 0.5
# One letter more of an unknown word, by script: loanwords are long (エビデンス holds no エビ).
_LETTER = {"hangul": 1.2, "han": 1.2, "katakana": 0.4}
# An unknown word of one letter: Chinese characters often stand alone (新工場), others only after
# a number or a name in other letters (500톤급, HACCP의).
_SINGLE = {"hangul": 4.5, "han": 2.5, "katakana": 9.0}
_SINGLE_ATTACHED = 1.5
_NEVER = "\0"  # in no comparable text; an automaton needs a word
_SEGMENTED = _LETTER.keys()


class Token(NamedTuple):
    """A word of a comparable text with its place there; a gap within it is left out."""

    text: str
    start: int
    end: int
    script: str | None


def tokens(text: str) -> Iterator[Token]:
    """The words as they are spaced, scripts apart."""
    for found in scripts.words(text):
        start, end = found.span()
        yield Token(found[0], start, end, found.lastgroup)


def places_of(text: str, token: Token) -> list[int]:
    """Where each letter of a token stands."""
    return [place for place in range(token.start, token.end) if text[place] != " "]


class Segmenter:
    """The words that may be told apart, compiled for search."""

    def __init__(self, words: Iterable[str]) -> None:
        self._parts: dict[str, set[int]] = {}
        self._known = ahocorasick.Automaton(ahocorasick.STORE_LENGTH)
        for word, parts in _with_parts(list(words)):
            self._parts.setdefault(word, set()).update(parts)
        for word in (*self._parts, _NEVER):
            self._known.add_word(word)
        self._known.make_automaton()

    def tokens(self, text: str) -> Iterator[Token]:
        """The words of a comparable text in reading order."""
        if not scripts.is_east_asian(text):
            yield from tokens(text)
            return
        for run in _runs(text):
            if run.script not in _SEGMENTED or len(run.text) == 1:
                yield run
                continue
            places, start = places_of(text, run), 0
            for end in self._ends(run.text, run.script, _is_attached(text, run)):
                yield Token(run.text[start:end], places[start], places[end - 1] + 1, run.script)
                start = end

    def beginnings(self, text: str, tokens: Iterable[Token]) -> Iterator[int]:
        """Where these words begin, and the parts of those that a label writes with gaps."""
        for token in tokens:
            yield token.start
            parts = self._parts_of(token.text)
            if parts:
                places = places_of(text, token)
                yield from (places[part] for part in parts)

    def _parts_of(self, letters: str) -> Iterable[int]:
        shortest = max(1, len(letters) - LONGEST_PARTICLE)
        bares = (letters[:length] for length in range(len(letters), shortest - 1, -1))
        return next((self._parts[bare] for bare in bares if bare in self._parts), ())

    def _ends(self, letters: str, script: str, attached: bool) -> list[int]:
        """Where the words of letters without gaps end: the cheapest way through them."""
        steps, single, letter = self._steps(letters, script), _SINGLE[script], _LETTER[script]
        size = len(letters)
        # The cheapest way to each place, with where its last word begins; and the cheapest that
        # ends there in two or more unknown letters.
        cost, origin = [0.0] + [float("inf")] * size, [0] * (size + 1)
        unknown, unknown_origin = [float("inf")] * (size + 1), [0] * (size + 1)
        for end in range(1, size + 1):
            if end > 1:
                fresh = cost[end - 2] + _UNKNOWN + 2 * letter
                longer = unknown[end - 1] + letter
                if longer <= fresh:
                    unknown[end], unknown_origin[end] = longer, unknown_origin[end - 1]
                else:
                    unknown[end], unknown_origin[end] = fresh, end - 2
            alone = _SINGLE_ATTACHED if attached and end == 1 else single
            ways = [(cost[end - 1] + alone, end - 1), (unknown[end], unknown_origin[end])]
            ways += [(cost[start] + price, start) for start, price in steps.get(end, ())]
            cost[end], origin[end] = min(ways)
        ends = []
        while size:
            ends.append(size)
            size = origin[size]
        return ends[::-1]

    def _steps(self, letters: str, script: str) -> dict[int, list[tuple[int, float]]]:
        """The known words by their ends, each with its beginning and its price."""
        steps: dict[int, list[tuple[int, float]]] = {}
        for last, length in self._known.iter(letters):
            start, end = last + 1 - length, last + 1
            price = _KNOWN if length > 1 else _KNOWN_SINGLE
            steps.setdefault(end, []).append((start, price))
            if script == "hangul":
                for with_particle in range(end + 1, min(end + LONGEST_PARTICLE, len(letters)) + 1):
                    if is_particle(letters[end:with_particle], after=letters[start:end]):
                        steps.setdefault(with_particle, []).append((start, price + _PARTICLE))
        return steps


def _with_parts(words: Sequence[str]) -> Iterator[tuple[str, list[int]]]:
    """Each word alone, and those of one script side by side together with where its parts begin.

    Of 첨단 농업단지 these are 첨단, 농업단지, and 첨단농업단지, whose second part begins at 2.
    """
    text = "|".join(comparable_together(words))
    yield from ((token.text, []) for token in tokens(text))
    for run in _runs(text):
        gaps = [place for place in range(run.start, run.end) if text[place] == " "]
        yield run.text, [gap - run.start - before for before, gap in enumerate(gaps)]


def _runs(text: str) -> Iterator[Token]:
    """Letters of one script with nothing but gaps between them; each word of an alphabet alone."""
    waiting: Token | None = None
    for token in tokens(text):
        if waiting and _goes_on(text, waiting, token):
            waiting = waiting._replace(text=waiting.text + token.text, end=token.end)
            continue
        if waiting:
            yield waiting
        waiting = token
    if waiting:
        yield waiting


def _is_attached(text: str, run: Token) -> bool:
    """Whether a number or a name in other letters touches these."""
    return run.start > 0 and scripts.script_of(text[run.start - 1]) is not None


def _goes_on(text: str, waiting: Token, token: Token) -> bool:
    same = waiting.script == token.script and token.script in _SEGMENTED
    return same and text[waiting.end : token.start] == " "
