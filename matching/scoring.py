"""The score of every listing at once: words of its best text, concepts of all its texts."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from i18n.languages import Language
from matching import calibration
from matching.counted import Floats, Mask
from matching.grouping import Source
from matching.index import Index
from matching.query import Query, Reading


@dataclass(frozen=True)
class Scores:
    """`total` in 0–1 for each listing; `words` for each reading of the query and each text.

    `scale` is what the evidence of each listing was multiplied by.
    """

    total: Floats
    words: tuple[Floats, ...]
    scale: Floats

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
    learned = [_learned_products(index, reading, rows) for reading in query.readings]
    concepts = calibration.CONCEPTS * index.concepts.products(query.concepts, places)
    if query.is_listing:
        concepts *= index.concepts.pivots[list(places)]
    return [
        Source(
            query=query,
            reading=query.readings[reading],
            row=row,
            words=_parts(
                query.readings[reading].lexical.names,
                _weight(index, query.readings[reading], row) * words[reading][:, rank],
            ),
            concepts=_parts(query.concepts.names, concepts[:, rank]),
            learned=learned[reading][rank],
        )
        for rank, (reading, row) in enumerate(origins)
    ]


def score(index: Index, query: Query) -> Scores:
    """Weighted cosines of all evidence, over what a perfect listing would get.

    Listings that say several things are favoured for profiles; of a listing none is more like it
    than itself.
    """
    if not index.ids:
        return Scores(np.zeros(0, np.float32), (), np.zeros(0, np.float32))
    words = tuple(_words(index, reading) for reading in query.readings)
    best_text = _best(index, words[0] if len(words) == 1 else np.maximum.reduce(words))
    concepts = index.concepts.scores(query.concepts)
    if query.is_listing:
        concepts *= index.concepts.pivots
    total = best_text + np.float32(calibration.CONCEPTS) * concepts
    scale = _aptness(index, query.subjects) / np.float32(full_score(query))
    for name in query.unwanted:
        scale[index.concepts.rows_with(name)] *= np.float32(calibration.UNWANTED)
    return Scores(np.minimum(total * scale, np.float32(1)), words, scale)


def _aptness(index: Index, subjects: Sequence[str] | None) -> Floats:
    """How far each listing is about what is sought; 1 for all if that is a listing itself.

    A listing with everything but the subject (organic, frozen, of the same province) is no match.
    """
    if subjects is None:
        return np.ones(len(index.ids), np.float32)
    if not subjects:
        return np.full(len(index.ids), calibration.NO_SUBJECT, np.float32)
    weights = index.concepts.weights(subjects)
    met = np.zeros(len(index.ids), np.float32)
    for name, weight in zip(subjects, weights.tolist(), strict=True):
        met[index.concepts.rows_with(name)] += weight
    share: Floats = met / weights.sum()
    return (
        np.float32(calibration.SUBJECT_MISSED) + np.float32(1 - calibration.SUBJECT_MISSED) * share
    )


def lexical_weight(sought: Language | None, offered: Language) -> float:
    """What words in common are worth between texts in these languages."""
    if sought is None:
        return calibration.LEXICAL_UNKNOWN_LANGUAGE
    if sought is offered:
        return calibration.LEXICAL_SAME_LANGUAGE
    return calibration.LEXICAL_ACROSS_LANGUAGES


def _words(index: Index, reading: Reading) -> Floats:
    """What each text has of the words of a reading, in its own language or as learned.

    Within a language nothing is learned: there the words themselves are better evidence.
    """
    found = index.lexical.scores(reading.lexical)
    if reading.language is None:
        found *= np.float32(calibration.LEXICAL_UNKNOWN_LANGUAGE)
        return found
    own = index.speaks(reading.language)
    across = np.float32(calibration.LEXICAL_ACROSS_LANGUAGES)
    found *= np.where(own, np.float32(calibration.LEXICAL_SAME_LANGUAGE), across)
    if reading.learned is not None:
        learned = index.lexical.scores(reading.learned)
        learned *= np.where(own, np.float32(0), np.float32(calibration.LEARNED))
        found += learned
        _prefer(index, own, found)
    return found


def _prefer(index: Index, own: Mask, found: Floats) -> None:
    """Leave a listing's other texts out where its text in the language of the profile says enough.

    Its reader sees why there; what was learned only makes up for words which that text lacks.
    """
    if len(found) > len(index.ids):
        said = _best(index, np.where(own, found, np.float32(0)))
        enough = np.float32(calibration.OWN_TEXT_FIRST) * said[index.listing_of_row]
        found[~own & (found <= enough)] = 0


def _best(index: Index, found: Floats) -> Floats:
    """Of the figures of each listing's texts the highest."""
    if len(found) == len(index.ids):
        return found
    highest: Floats = np.maximum.reduceat(found, index.first_rows[:-1])
    return highest


def _learned_products(
    index: Index, reading: Reading, rows: Sequence[int]
) -> list[dict[int, float]]:
    if reading.learned is None:
        return [{} for _ in rows]
    products = calibration.LEARNED * index.lexical.products(reading.learned, rows)
    hashes = reading.learned.hashes.tolist()
    return [
        {}
        if index.language(row) is reading.language
        else {
            each: part
            for each, part in zip(hashes, products[:, rank].tolist(), strict=True)
            if part
        }
        for rank, row in enumerate(rows)
    ]


def full_score(query: Query) -> float:
    """What a listing with the very words and concepts that are sought would get."""
    concepts = calibration.CONCEPTS if query.concepts.names else 0.0
    return calibration.LEXICAL_SAME_LANGUAGE + concepts


def _by_language(index: Index, query: Query, rows: range) -> tuple[int, int]:
    for number, reading in enumerate(query.readings):
        for row in rows:
            if index.language(row) is reading.language:
                return number, row
    return 0, rows[0]


def _weight(index: Index, reading: Reading, row: int) -> float:
    return lexical_weight(reading.language, index.language(row))


def _parts(names: Sequence[str], amounts: Floats) -> dict[str, float]:
    return {name: part for name, part in zip(names, amounts.tolist(), strict=True) if part}
