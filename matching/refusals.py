"""Where a text has turns of phrase that say what is not sought, as `refusals.toml` lists them."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from i18n.languages import Language
from matching.canonical import comparable, unmarked

_MARKS_COUNT = "="
_WITHOUT_GAPS = (Language.KO, Language.JA)
_BREAK, _WITHIN = r"[,.;:!?()\n、。]", r"[^,.;:!?()\n、。]"
_LONGEST = 80  # letters of a thing
# "No cement, glass or bricks": the commas of a list that ends so do not end the clause.
_ITEM = r"\w[\w-]*(?: [\w-]+){0,2}"
_OR = {Language.EN: "or|nor", Language.VI: "hay|hoac", Language.KO: "\0", Language.JA: "\0"}
_LATER = 25  # letters between a topic and what is said of it
_TOPIC = {
    Language.KO: "(?<!에)(?<!에서)[은는]",
    Language.JA: "(?:は|につきましては|については|に関しては)",
}


class Turn(NamedTuple):
    """A turn of phrase; the thing it refuses follows its end or precedes its start."""

    start: int
    end: int
    follows: bool


class Turns:
    """The turns of phrase of one language."""

    def __init__(self, language: Language) -> None:
        written = Path(__file__).with_name("refusals.toml").read_text(encoding="utf-8")
        lists = tomllib.loads(written)[language]
        self._has_gaps = language not in _WITHOUT_GAPS
        self._follows = self._compiled(lists["follows"])
        self._precedes = self._compiled(lists["precedes"])
        self._harmless = self._compiled(lists["harmless"])
        if language in _TOPIC:
            topic, later = _TOPIC[language], "|".join(lists["later"].split())
            between = f"、?(?:(?!{topic}){_WITHIN}){{0,{_LATER}}}?"
            self._precedes.append((re.compile(f"{topic}(?P<turn>{between}(?:{later}))"), False))
        more = rf"(?:(?:, ?{_ITEM}){{0,4}},? (?:{_OR[language]}) {_ITEM})?"
        end = rf"(?={_BREAK}|$| (?:{_words(lists['ends'])})\b)"
        self._thing = re.compile(rf"{_WITHIN}{{0,{_LONGEST}}}?{more}{end}")
        self._begin = re.compile(rf"{_BREAK}|\b(?:{_words(lists['begins'])})\b")

    def found(self, text: str) -> list[Turn]:
        """Those in a comparable text, in reading order, but for harmless ones."""
        places = self._places(text)
        letters = "".join(text[place] for place in places)
        harmless = bytearray(len(letters))
        for start, end in _stretches(self._harmless, letters):
            harmless[start:end] = b"\1" * (end - start)
        turns = (
            Turn(places[start], places[end - 1] + 1, patterns is self._follows)
            for patterns in (self._follows, self._precedes)
            for start, end in _stretches(patterns, letters)
            if not any(harmless[start:end])
        )
        return sorted(turns)

    def end_of_thing(self, plain: str, start: int) -> int:
        """How far a thing reaches that begins here in an unmarked text: as its clause or list."""
        found = self._thing.match(plain, start)
        return found.end() if found else start

    def begin_of_thing(self, plain: str, start: int, end: int) -> int:
        """Where the last clause of a stretch of an unmarked text begins."""
        breaks = [found.end() for found in self._begin.finditer(plain, start, end)]
        return breaks[-1] if breaks else start

    def _places(self, text: str) -> Sequence[int]:
        """Where each letter stands; gaps between Korean or Japanese words are not believed."""
        if self._has_gaps:
            return range(len(text))
        return [place for place, letter in enumerate(text) if letter != " "]

    def _compiled(self, lines: str) -> list[tuple[re.Pattern[str], bool]]:
        """A pattern for phrases that are read without marks, and one for those that need them."""
        phrases = [comparable(line) for line in lines.splitlines() if line]
        marked = [each[1:] for each in phrases if each.startswith(_MARKS_COUNT)]
        others = [unmarked(each) for each in phrases if not each.startswith(_MARKS_COUNT)]
        return [(self._any_of(each), each is marked) for each in (others, marked) if each]

    def _any_of(self, phrases: Sequence[str]) -> re.Pattern[str]:
        """The longest phrase first; whole words where gaps tell them apart."""
        some = "|".join(sorted(phrases, key=len, reverse=True))
        return re.compile(rf"(?<!\w)(?:{some})(?!\w)" if self._has_gaps else some)


def _words(words: str) -> str:
    return unmarked(comparable(words.strip())) or "\0"


@cache
def turns_of(language: Language) -> Turns:
    """The turns of phrase of a language, compiled once."""
    return Turns(language)


def _stretches(
    patterns: Sequence[tuple[re.Pattern[str], bool]], text: str
) -> Iterator[tuple[int, int]]:
    for pattern, marks_count in patterns:
        for found in pattern.finditer(text if marks_count else unmarked(text)):
            yield found.span("turn" if "turn" in pattern.groupindex else 0)
