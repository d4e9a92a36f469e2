"""Where a text has turns of phrase that say what is not sought, as `turns.toml` lists them."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from i18n.languages import Language
from matching.canonical import comparable, unmarked
from matching.clauses import WITHIN

WITHOUT_GAPS = (Language.KO, Language.JA)
_LATER = 25  # letters between a topic and what is said of it
_TOPIC = {
    Language.KO: "(?<=[가-힣])(?<!에)(?<!에서)(?<!저)(?<!저희)(?<!우리)(?<!회사)(?<!당사)[은는]",
    Language.JA: "(?:(?<![弊当]社)(?<!当[店方])(?<!私ども)は|に(?:つきまして|ついて|関して)は)、?",
}
_MARKS_COUNT = "="


class Turn(NamedTuple):
    """A turn of phrase; the thing it is about follows its end or precedes its start."""

    start: int
    end: int
    follows: bool


class Turns:
    """The turns of phrase of one language."""

    def __init__(self, language: Language) -> None:
        written = Path(__file__).with_name("turns.toml").read_text(encoding="utf-8")
        lists = tomllib.loads(written)[language]
        self._has_gaps = language not in WITHOUT_GAPS
        self._follows = _Phrases(lists["follows"], language)
        self._precedes = _Phrases(lists["precedes"], language)
        self._later = _later(lists["later"].split(), language)
        self._harmless = _Phrases(lists["harmless"], language)

    def found(self, text: str) -> list[Turn]:
        """Those in a comparable text, in reading order, the longest first; no harmless ones."""
        places = self._places(text)
        letters = "".join(text[place] for place in places)
        harmless = bytearray(len(letters))
        for start, end in self._harmless.stretches(letters):
            harmless[start:end] = b"\1" * (end - start)
        turns = (
            Turn(places[start], places[end - 1] + 1, follows)
            for start, end, follows in self._all(letters)
            if not any(harmless[start:end])
        )
        return sorted(turns, key=lambda turn: (turn.start, -turn.end))

    def _all(self, letters: str) -> Iterator[tuple[int, int, bool]]:
        yield from ((start, end, True) for start, end in self._follows.stretches(letters))
        yield from ((start, end, False) for start, end in self._precedes.stretches(letters))
        if self._later:
            yield from ((*found.span("turn"), False) for found in self._later.finditer(letters))

    def _places(self, text: str) -> Sequence[int]:
        """Where each letter stands; gaps between Korean or Japanese words are not believed."""
        if self._has_gaps:
            return range(len(text))
        return [place for place, letter in enumerate(text) if letter != " "]


class _Phrases:
    """Phrases to search for: as they are written or, in Vietnamese, wholly without marks."""

    def __init__(self, lines: str, language: Language) -> None:
        phrases = [comparable(line) for line in lines.splitlines() if line]
        self._written = _any_of([each.removeprefix(_MARKS_COUNT) for each in phrases], language)
        hasty = [unmarked(each) for each in phrases if not each.startswith(_MARKS_COUNT)]
        self._hasty = _any_of(hasty, language) if language is Language.VI else None

    def stretches(self, text: str) -> Iterator[tuple[int, int]]:
        """Where they stand in a comparable text."""
        if self._written:
            yield from (found.span() for found in self._written.finditer(text))
        if self._hasty:
            spans = (found.span() for found in self._hasty.finditer(unmarked(text)))
            yield from ((start, end) for start, end in spans if text[start:end].isascii())


@cache
def turns_of(language: Language) -> Turns:
    """The turns of phrase of a language, compiled once."""
    return Turns(language)


def _any_of(phrases: Sequence[str], language: Language) -> re.Pattern[str] | None:
    """The longest phrase first; whole words where gaps tell them apart."""
    if not phrases:
        return None
    some = "|".join(sorted(phrases, key=len, reverse=True))
    return re.compile(some if language in WITHOUT_GAPS else rf"(?<!\w)(?:{some})(?!\w)")


def _later(phrases: Sequence[str], language: Language) -> re.Pattern[str] | None:
    """Phrases after a topic, with other words between; the turn begins after the topic."""
    if not phrases:
        return None
    topic = _TOPIC[language]
    between = f"(?:(?!{topic}){WITHIN}){{0,{_LATER}}}?"
    return re.compile(f"{topic}(?P<turn>{between}(?:{'|'.join(phrases)}))")
