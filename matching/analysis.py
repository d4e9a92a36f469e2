"""A text read for all kinds of evidence: how much of each word and concept it has."""

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from i18n.languages import Language
from matching.analyzers import (
    PIECE_MARK,
    PIECES_PER_TEXT,
    Feature,
    Reading,
    features,
    with_content,
    words_of,
)
from matching.canonical import Canonical
from matching.clauses import Stretch
from matching.counted import Counts
from matching.documents import Text
from matching.negation import wanted_part
from matching.recognition import Find
from matching.segmentation import Token
from matching.terms import hashes_of
from matching.thesaurus import Thesaurus

TITLE_COUNTS = 2
BODY = 1  # the number of the part that is a listing's body
NESTED, BROADER = 0.5, 0.4
# A word said more often than this gains nothing: title and body twice over.
_COUNT_CAP = 4
_LOG_COUNT = [0.0, *(1 + math.log(count) for count in range(1, _COUNT_CAP + 1))]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a text that counts as a whole: a listing's title or body, or a profile.

    What is `unwanted` of a profile has been struck out of its text.
    """

    text: Canonical
    times: int
    reading: Reading
    unwanted: tuple[Stretch, ...] = ()


class Place(NamedTuple):
    """A stretch of a comparable text; `part` counts within its analysis."""

    part: int
    start: int
    end: int


# The part, the find in it, and whether a longer name holds it.
Found = tuple[int, Find, bool]


@dataclass(frozen=True)
class Analysis:
    """A text with its evidence; what is not asked for is not computed.

    Evidence names the part it stands in by number: 0 is a profile or a title, 1 a body.
    """

    parts: tuple[Part, ...]
    language: Language | None
    thesaurus: Thesaurus
    known: tuple[Found, ...] | None = None

    @property
    def is_listing(self) -> bool:
        """Whether this is a text of a listing and not what somebody seeks."""
        return self.parts[0].times == TITLE_COUNTS

    @cached_property
    def words(self) -> tuple[tuple[Token, ...], ...]:
        """The words of each part, however it is spaced."""
        read = self.thesaurus.segmenter.tokens
        return tuple(tuple(read(part.text.text)) for part in self.parts)

    @cached_property
    def content(self) -> tuple[tuple[Token, ...], ...]:
        """Those words of each part that say something."""
        return tuple(tuple(with_content(words, self.language)) for words in self.words)

    @cached_property
    def features(self) -> tuple[tuple[int, Feature], ...]:
        """Lexical evidence in reading order, within the budget for pieces of words."""
        return tuple(self._within_budget())

    @cached_property
    def finds(self) -> tuple[Found, ...]:
        """Named concepts with their places; searched for unless they are `known`."""
        if self.known is not None:
            return self.known
        parts = zip(self.parts, self.words, strict=True)
        return tuple(
            (number, find, nested)
            for number, (part, words) in enumerate(parts)
            for find, nested in self.thesaurus.finds(part.text, self.language, words)
        )

    @cached_property
    def named(self) -> Mapping[str, list[Place]]:
        """Where each concept is named, in reading order."""
        named: defaultdict[str, list[Place]] = defaultdict(list)
        for number, find, _ in self.finds:
            named[find.concept_id].append(Place(number, find.start, find.end))
        return dict(named)

    def naming(self, concept: str) -> Sequence[Place]:
        """Where a text names a concept; where it names narrower ones, if it never does."""
        return self.named.get(concept) or self._broadly.get(concept) or ()

    @cached_property
    def _broadly(self) -> Mapping[str, list[Place]]:
        """Where concepts narrower than these are named, in reading order."""
        broadly: defaultdict[str, list[Place]] = defaultdict(list)
        for name, places in self.named.items():
            for broader in self.thesaurus.ancestors[name]:
                broadly[broader] += places
        return {name: sorted(places) for name, places in broadly.items()}

    @cached_property
    def places(self) -> Mapping[str, list[Place]]:
        """The different places where each lexical feature stands, in reading order."""
        places: defaultdict[str, dict[Place, None]] = defaultdict(dict)
        for number, feature in self.features:
            places[feature.name][Place(number, feature.start, feature.end)] = None
        return {name: list(found) for name, found in places.items()}

    @cached_property
    def hashed_places(self) -> Mapping[int, list[Place]]:
        """Where each lexical feature stands, by the hash of its name."""
        hashes = hashes_of(list(self.places)).tolist()
        return dict(zip(hashes, self.places.values(), strict=True))

    def places_of(self, names: Collection[str]) -> Mapping[str, list[Place]]:
        """Where some words and pairs of words stand, in a fraction of the time."""
        places: defaultdict[str, list[Place]] = defaultdict(list)
        for number, part in enumerate(self.parts):
            words = self.content[number]
            for name, start, end in words_of(part.text, words, self.language, names):
                places[name].append(Place(number, start, end))
        return places

    @cached_property
    def lexical(self) -> Counts:
        """Words, pairs and pieces with their dampened counts."""
        return dampened(self._lexical_evidence())

    @cached_property
    def concepts(self) -> Counts:
        """Concepts, named ones and those broader than these, with their dampened counts."""
        return dampened(self._concept_evidence())

    def _within_budget(self) -> Iterator[tuple[int, Feature]]:
        seen: set[str] = set()
        for number, part in enumerate(self.parts):
            words = self.content[number]
            for feature in features(part.text, words, self.language, part.reading):
                if feature.name.startswith(PIECE_MARK):
                    if feature.name not in seen and len(seen) >= PIECES_PER_TEXT:
                        continue
                    seen.add(feature.name)
                yield number, feature

    def _lexical_evidence(self) -> Iterator[tuple[str, float, int]]:
        """In a listing a word counts where it is said first: to say it again gains nothing."""
        said: set[str] = set()
        for number, feature in self.features:
            again = self.is_listing and feature.name in said
            said.add(feature.name)
            yield feature.name, feature.strength, 0 if again else self.parts[number].times

    def _concept_evidence(self) -> Iterator[tuple[str, float, int]]:
        """A listing names a concept once, and its body also what is broader.

        A profile, or a title, that names three spices is about spices: each of them counts.
        """
        named: set[str] = set()
        said: set[str] = set()
        for number, find, nested in self.finds:
            repeated = self.is_listing and find.concept_id in named
            named.add(find.concept_id)
            for name, strength in self._with_broader(find, NESTED if nested else 1.0):
                again = repeated or (number == BODY and name in said)
                said.update((name,) if number == BODY else ())
                yield name, strength, 0 if again else self.parts[number].times

    def _with_broader(self, find: Find, strength: float) -> Iterator[tuple[str, float]]:
        yield find.concept_id, strength
        for broader, steps in self.thesaurus.ancestors[find.concept_id].items():
            yield broader, strength * BROADER**steps


def of_profile(text: str, language: Language | None, thesaurus: Thesaurus) -> Analysis:
    """What somebody seeks, or a query typed into a search box; what is not sought is not read."""
    wanted, unwanted = wanted_part(Canonical(text), language, thesaurus.segmenter)
    part = Part(wanted, 1, "brief", tuple(unwanted))
    return Analysis((part,), language, thesaurus)


def of_listing(
    text: Text, thesaurus: Thesaurus, known: tuple[Found, ...] | None = None
) -> Analysis:
    """A listing's words in one language; what the title says counts twice."""
    title = Part(Canonical(text.title), TITLE_COUNTS, "brief")
    body = Part(Canonical(text.body), 1, "long")
    parts = (title, body) if text.body else (title,)
    return Analysis(parts, text.language, thesaurus, known)


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
