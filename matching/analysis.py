"""A text read for all kinds of evidence: how much of each word and concept it has."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from i18n.languages import Language
from matching.analyzers import PIECE_MARK, PIECES_PER_TEXT, Feature, Reading, features
from matching.canonical import Canonical
from matching.documents import Text
from matching.recognition import Find
from matching.thesaurus import Thesaurus

TITLE_COUNTS = 2
BODY = 1  # the number of the part that is a listing's body
NESTED, BROADER = 0.5, 0.4
# A word said more often than this gains nothing: title and body twice over.
_COUNT_CAP = 4
_LOG_COUNT = [0.0, *(1 + math.log(count) for count in range(1, _COUNT_CAP + 1))]

Counts = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a text that counts as a whole: a listing's title or body, or a profile."""

    text: Canonical
    times: int
    reading: Reading


class Place(NamedTuple):
    """A stretch of a comparable text; `part` counts within its analysis."""

    part: int
    start: int
    end: int


@dataclass(frozen=True)
class Analysis:
    """A text with its evidence; what is not asked for is not computed.

    Evidence names the part it stands in by number: 0 is a profile or a title, 1 a body.
    """

    parts: tuple[Part, ...]
    language: Language | None
    thesaurus: Thesaurus

    @cached_property
    def features(self) -> tuple[tuple[int, Feature], ...]:
        """Lexical evidence in reading order, within the budget for pieces of words."""
        return tuple(self._within_budget())

    @cached_property
    def finds(self) -> tuple[tuple[int, Find, bool], ...]:
        """Named concepts with their places, and whether a longer name holds them."""
        recogniser = self.thesaurus.recogniser
        return tuple(
            (number, find, nested)
            for number, part in enumerate(self.parts)
            for find, nested in recogniser.finds(part.text, self.language)
        )

    @cached_property
    def places(self) -> Mapping[str, list[Place]]:
        """The different places where each lexical feature stands, in reading order."""
        places: defaultdict[str, dict[Place, None]] = defaultdict(dict)
        for number, feature in self.features:
            places[feature.name][Place(number, feature.start, feature.end)] = None
        return {name: list(found) for name, found in places.items()}

    @cached_property
    def lexical(self) -> Counts:
        """Words, pairs and pieces with their dampened counts."""
        return dampened(
            (feature.name, feature.strength, self.parts[number].times)
            for number, feature in self.features
        )

    @cached_property
    def concepts(self) -> Counts:
        """Concepts, named ones and those broader than these, with their dampened counts."""
        return dampened(self._concept_evidence())

    def _within_budget(self) -> Iterator[tuple[int, Feature]]:
        seen: set[str] = set()
        for number, part in enumerate(self.parts):
            for feature in features(part.text, self.language, part.reading):
                if feature.name.startswith(PIECE_MARK):
                    if feature.name not in seen and len(seen) >= PIECES_PER_TEXT:
                        continue
                    seen.add(feature.name)
                yield number, feature

    def _concept_evidence(self) -> Iterator[tuple[str, float, int]]:
        """A body names a concept once: what it says over and over is no more its subject.

        A profile that names three spices is about spices, so there every mention counts.
        """
        said: set[str] = set()
        for number, find, nested in self.finds:
            for name, strength in self._with_broader(find, NESTED if nested else 1.0):
                again = number == BODY and name in said
                said.update((name,) if number == BODY else ())
                yield name, strength, 0 if again else self.parts[number].times

    def _with_broader(self, find: Find, strength: float) -> Iterator[tuple[str, float]]:
        yield find.concept_id, strength
        for broader, steps in self.thesaurus.ancestors[find.concept_id].items():
            yield broader, strength * BROADER**steps


def of_profile(text: str, language: Language | None, thesaurus: Thesaurus) -> Analysis:
    """What somebody seeks, or a query typed into a search box."""
    return Analysis((Part(Canonical(text), 1, "brief"),), language, thesaurus)


def of_listing(text: Text, thesaurus: Thesaurus) -> Analysis:
    """A listing's words in one language; what the title says counts twice."""
    title = Part(Canonical(text.title), TITLE_COUNTS, "brief")
    body = Part(Canonical(text.body), 1, "long")
    return Analysis((title, body) if text.body else (title,), text.language, thesaurus)


def dampened(evidence: Iterable[tuple[str, float, int]]) -> Counts:
    """Strength × (1 + ln count), the count capped: scikit-learn's `sublinear_tf` with strengths."""
    strengths: dict[str, float] = {}
    counts: dict[str, int] = {}
    for name, strength, times in evidence:
        if name not in counts:
            strengths[name], counts[name] = strength, times
            continue
        counts[name] += times
        if strength > strengths[name]:
            strengths[name] = strength
    return {
        name: strengths[name] * _LOG_COUNT[min(count, _COUNT_CAP)] for name, count in counts.items()
    }
