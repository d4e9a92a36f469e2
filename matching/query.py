"""What is sought, weighed against an index: a profile, a search box, or another listing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from i18n.languages import Language
from matching import calibration
from matching.analysis import Analysis, of_profile
from matching.evidence import Vector
from matching.index import Index
from matching.understanding import Word, unknown_words

_WORD = re.compile(r"\w+")
# Twice may be a name (a Chăm Chăm brand); three times is somebody trying to count for more.
_FEWEST_REPEATS = 3


@dataclass(frozen=True)
class Reading:
    """One text of what is sought, with its lexical weights and the words nobody knows.

    `missed` is the number of different ones among these.
    """

    analysis: Analysis
    lexical: Vector
    unknown: tuple[Word, ...]
    missed: int

    @property
    def language(self) -> Language | None:
        """The language of this text, None when it is none of the four."""
        return self.analysis.language


@dataclass(frozen=True)
class Query:
    """The texts of what is sought, and the concepts of all of them."""

    readings: tuple[Reading, ...]
    concepts: Vector

    @property
    def is_empty(self) -> bool:
        """Whether no listing can have anything in common with it."""
        known = len(self.concepts.columns)
        return not known and not any(len(each.lexical.columns) for each in self.readings)


def query_of_profile(index: Index, text: str, language: Language | None) -> Query:
    """What somebody seeks, in one text."""
    return _query(index, [of_profile(_unrepeated(text), language, index.thesaurus)])


def query_of_listing(index: Index, place: int) -> Query:
    """A listing in the role of what is sought, with all its texts."""
    return _query(index, [index.analysis(row) for row in index.rows(place)])


def _query(index: Index, analyses: Sequence[Analysis]) -> Query:
    concepts: dict[str, float] = {}
    for analysis in analyses:
        for name, amount in analysis.concepts.items():
            concepts[name] = max(amount, concepts.get(name, 0.0))
    readings = tuple(_reading(index, each) for each in analyses)
    missed = calibration.UNKNOWN_AMONG_CONCEPTS * sum(each.missed for each in readings)
    return Query(readings, index.concepts.weigh(concepts, missed=missed))


def _reading(index: Index, analysis: Analysis) -> Reading:
    unknown = unknown_words(analysis, index.lexical.terms)
    missed = len({token.text for _, token in unknown})
    lexical = index.lexical.weigh(analysis.lexical, missed=missed)
    return Reading(analysis, lexical, unknown, missed)


def _unrepeated(text: str) -> str:
    """The text once, if it is nothing but itself over and over; offsets stay as they were."""
    words = list(_WORD.finditer(text))
    said = [word.group() for word in words]
    for period in range(1, len(said) // _FEWEST_REPEATS + 1):
        if len(said) % period == 0 and said[period:] == said[:-period]:
            return text[: words[period - 1].end()]
    return text
