"""What is sought, weighed against an index: a profile, a search box, or another listing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from i18n.languages import Language
from matching import calibration
from matching.analysis import Analysis, of_profile
from matching.canonical import Canonical
from matching.counted import Counts
from matching.evidence import Vector
from matching.index import Index
from matching.learned import Translation
from matching.understanding import Word, unknown_words

_WORD = re.compile(r"\w+")
# Twice may be a name (a Chăm Chăm brand); three times is somebody trying to count for more.
_FEWEST_REPEATS = 3


@dataclass(frozen=True)
class Reading:
    """One text of what is sought, with its lexical weights and the words nobody knows.

    `missed` is the number of different ones among these; `learned` are the words that other
    languages are likely to have for it.
    """

    analysis: Analysis
    lexical: Vector
    unknown: tuple[Word, ...]
    missed: int
    translation: Translation | None = None
    learned: Vector | None = None

    @property
    def language(self) -> Language | None:
        """The language of this text, None when it is none of the four."""
        return self.analysis.language


@dataclass(frozen=True)
class Query:
    """The texts of what is sought, the concepts of all of them, and which are its subject.

    The `unwanted` concepts are those that a profile says it does not seek.
    """

    readings: tuple[Reading, ...]
    concepts: Vector
    subjects: tuple[str, ...] | None = None
    unwanted: tuple[str, ...] = ()

    @property
    def is_listing(self) -> bool:
        """Whether a listing is in the role of what is sought."""
        return self.subjects is None

    @property
    def is_empty(self) -> bool:
        """Whether no listing can have anything in common with it."""
        readings = self.readings
        return not self.concepts.names and not any(
            each.lexical.names or each.learned for each in readings
        )


def query_of_profile(index: Index, text: str, language: Language | None) -> Query:
    """What somebody seeks, in one text."""
    query = _query(index, [of_profile(_unrepeated(text), language, index.thesaurus)])
    reading = query.readings[0]
    return replace(
        query,
        readings=(_learned(index, reading),),
        subjects=_subjects(reading),
        unwanted=_unwanted(reading.analysis),
    )


def _unwanted(analysis: Analysis) -> tuple[str, ...]:
    """What is refused, without what only qualifies and what is sought too, or something of it."""
    thesaurus = analysis.thesaurus
    said = [
        Canonical(part.text.quote(*words)) for part in analysis.parts for words in part.unwanted
    ]
    refused = {
        find.concept_id
        for text in said
        for find, nested in thesaurus.finds(text, analysis.language)
        if not nested
    }
    sought = {find.concept_id for _, find, _ in analysis.finds}
    broader = {each for name in sought for each in thesaurus.ancestors[name]}
    return tuple(sorted(refused - sought - broader - thesaurus.qualifiers))


def _subjects(reading: Reading) -> tuple[str, ...]:
    """What is sought, without what qualifies it and what longer names hold."""
    analysis = reading.analysis
    named = (find.concept_id for _, find, nested in analysis.finds if not nested)
    qualifiers = analysis.thesaurus.qualifiers
    return tuple(dict.fromkeys(name for name in named if name not in qualifiers))


def query_of_listing(index: Index, place: int) -> Query:
    """A listing in the role of what is sought, with all its texts."""
    return _query(index, [index.analysis(row) for row in index.rows(place)])


def _query(index: Index, analyses: Sequence[Analysis]) -> Query:
    concepts: dict[str, float] = {}
    for analysis in analyses:
        for name, amount in analysis.concepts.items():
            concepts[name] = max(amount, concepts.get(name, 0.0))
    for name in index.thesaurus.qualifiers.intersection(concepts):
        concepts[name] *= calibration.QUALIFIERS
    readings = tuple(_reading(index, each) for each in analyses)
    missed = calibration.UNKNOWN_AMONG_CONCEPTS * sum(each.missed for each in readings)
    missed += calibration.ABSENT_CONCEPTS * _absent(index, concepts)
    return Query(readings, index.concepts.weigh(concepts, missed=missed))


def _absent(index: Index, concepts: Counts) -> float:
    """The weight, squared, of concepts that no listing has: they are sought all the same."""
    known = index.concepts.knows(list(concepts))
    return sum(
        amount * amount
        for amount, there in zip(concepts.values(), known.tolist(), strict=True)
        if not there
    )


def _reading(index: Index, analysis: Analysis) -> Reading:
    unknown = unknown_words(analysis, index.lexical)
    missed = len({token.text for _, token in unknown})
    lexical = index.lexical.weigh(analysis.lexical, missed=missed)
    return Reading(analysis, lexical, unknown, missed)


def _learned(index: Index, reading: Reading) -> Reading:
    """With the words of other languages, where the index has texts in them."""
    if reading.language is None or index.languages == (reading.language,):
        return reading
    translation = index.learned.translate(reading.analysis.lexical, reading.language)
    if translation is None:
        return reading
    learned = index.lexical.heard(translation.hashes, translation.values)
    return replace(
        reading, translation=translation, learned=learned if len(learned.values) else None
    )


def _unrepeated(text: str) -> str:
    """The text once, if it is nothing but itself over and over; offsets stay as they were."""
    words = list(_WORD.finditer(text))
    said = [word.group() for word in words]
    for period in range(1, len(said) // _FEWEST_REPEATS + 1):
        if len(said) % period == 0 and said[period:] == said[:-period]:
            return text[: words[period - 1].end()]
    return text
