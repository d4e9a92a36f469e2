"""The score of every listing at once: words of its best text, concepts of all its texts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from i18n.languages import LANGUAGES, Language
from matching import calibration
from matching.evidence import Floats
from matching.explanation import Source
from matching.index import Index
from matching.query import Query, Reading


@dataclass(frozen=True)
class Scores:
    """`total` in 0–1 for each listing; `words` for each reading of the query and each text."""

    total: Floats
    words: tuple[Floats, ...]

    def origin(self, index: Index, query: Query, place: int) -> tuple[int, int]:
        """The reading (by number) and the row that gave a listing its lexical score.

        Without words in common it is the listing's text in the language of the query, or its
        first.
        """
        rows = index.rows(place)
        found = np.array([words[rows.start : rows.stop] for words in self.words])
        if not found.any():
            return _by_language(index, query, rows)
        reading, row = divmod(int(found.argmax()), len(rows))
        return reading, rows[row]


def sources(index: Index, query: Query, scores: Scores, places: Sequence[int]) -> list[Source]:
    """What made the scores of these listings, feature by feature."""
    origins = [scores.origin(index, query, place) for place in places]
    rows = [row for _, row in origins]
    words = [index.lexical.products(reading.lexical, rows) for reading in query.readings]
    concepts = index.concepts.products(query.concepts, places)
    return [
        Source(
            query=query,
            reading=query.readings[reading],
            row=row,
            words=_times(_weight(index, query.readings[reading], row), words[reading][rank]),
            concepts=_times(calibration.CONCEPTS, concepts[rank]),
        )
        for rank, (reading, row) in enumerate(origins)
    ]


def score(index: Index, query: Query) -> Scores:
    """Weighted cosines of both kinds of evidence, over what a perfect listing would get."""
    if not index.ids:
        return Scores(np.zeros(0, np.float32), ())
    words = tuple(_words(index, reading) for reading in query.readings)
    best_text = np.maximum.reduceat(np.maximum.reduce(words), index.first_rows[:-1])
    total = best_text + np.float32(calibration.CONCEPTS) * index.concepts.scores(query.concepts)
    return Scores(np.minimum(total / np.float32(_full_score(query)), np.float32(1)), words)


def lexical_weight(sought: Language | None, offered: Language) -> float:
    """What words in common are worth between texts in these languages."""
    if sought is None:
        return calibration.LEXICAL_UNKNOWN_LANGUAGE
    if sought is offered:
        return calibration.LEXICAL_SAME_LANGUAGE
    return calibration.LEXICAL_ACROSS_LANGUAGES


def _words(index: Index, reading: Reading) -> Floats:
    weights = [lexical_weight(reading.language, language) for language in LANGUAGES]
    by_row: Floats = np.array(weights, np.float32)[index.texts.languages]
    return by_row * index.lexical.scores(reading.lexical)


def _full_score(query: Query) -> float:
    concepts = calibration.CONCEPTS if len(query.concepts.columns) else 0.0
    return calibration.LEXICAL_SAME_LANGUAGE + concepts


def _by_language(index: Index, query: Query, rows: range) -> tuple[int, int]:
    for number, reading in enumerate(query.readings):
        for row in rows:
            if index.text(row).language is reading.language:
                return number, row
    return 0, rows[0]


def _weight(index: Index, reading: Reading, row: int) -> float:
    return lexical_weight(reading.language, index.text(row).language)


def _times(weight: float, parts: Mapping[str, float]) -> dict[str, float]:
    return {name: weight * part for name, part in parts.items()}
