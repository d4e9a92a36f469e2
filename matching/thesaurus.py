"""The multilingual vocabulary: what crosses from one language to another."""

import hashlib
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from pathlib import Path

from i18n.languages import Language
from matching.canonical import Canonical
from matching.concepts import Concept, parse_concepts, read_concepts, written
from matching.function_words import everyday_words, function_words
from matching.qualifiers import qualifiers
from matching.recognition import Find, Occurrence, Recogniser
from matching.review import problems
from matching.segmentation import Segmenter, Token

VOCABULARY = Path(__file__).with_name("vocabulary")
_FALLBACKS = (Language.VI, Language.EN, Language.KO, Language.JA)


class Thesaurus:
    """Concepts with labels in four languages; the search automata are built at first use.

    Two of the same rows are equal: what is made of one serves for the other.
    """

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self.rows = tuple(sorted(concepts, key=lambda concept: concept.id))

    @classmethod
    def load(cls, folder: Path = VOCABULARY) -> "Thesaurus":
        """Read every CSV file of a folder; raises BadVocabulary with file and line."""
        files = sorted(folder.glob("*.csv"))
        return cls(concept for path in files for concept in read_concepts(path))

    @classmethod
    def parse(cls, content: bytes) -> "Thesaurus":
        """What `save` wrote."""
        return cls(parse_concepts(content))

    def save(self, path: Path) -> None:
        """One CSV file that `load` reads from its folder."""
        path.write_text(written(self.rows), encoding="utf-8", newline="")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Thesaurus) and self.digest == other.digest

    def __hash__(self) -> int:
        return hash(self.digest)

    @cached_property
    def digest(self) -> str:
        """Changes with every row."""
        return hashlib.blake2b(written(self.rows).encode(), digest_size=8).hexdigest()

    @cached_property
    def concepts(self) -> Mapping[str, Concept]:
        """By id, in the order of the ids."""
        return {concept.id: concept for concept in self.rows}

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The place of each concept among the rows."""
        return {concept.id: number for number, concept in enumerate(self.rows)}

    @cached_property
    def recogniser(self) -> Recogniser:
        """The compiled labels; works on comparable text, `recognise` on what people write."""
        return _compiled(self)

    @cached_property
    def segmenter(self) -> Segmenter:
        """Tells the Korean and Japanese words of a text apart by the words of the labels."""
        return _segmenting(self)

    @cached_property
    def ancestors(self) -> Mapping[str, Mapping[str, int]]:
        """For each concept the broader ones, near and far, with the number of steps to them."""
        return {concept.id: self._climb(concept) for concept in self.rows}

    @cached_property
    def qualifiers(self) -> frozenset[str]:
        """The concepts that say how or where rather than what."""
        return qualifiers(self.ancestors)

    def recognise(self, text: str, language: Language | None) -> list[Occurrence]:
        """The concepts a text names, in reading order, with offsets into that very text."""
        canonical = Canonical(text)
        found = [
            Occurrence(find.concept_id, *canonical.origin(find.start, find.end), nested)
            for find, nested in self.finds(canonical, language)
        ]
        return sorted(found, key=lambda one: (one.start, -one.end, one.concept_id))

    def finds(
        self, text: Canonical, language: Language | None, words: Iterable[Token] | None = None
    ) -> list[tuple[Find, bool]]:
        """The concepts of a comparable text, each with whether a longer name holds it.

        `words` are those that the segmenter finds there, for callers who have them already.
        """
        segmenter = self.segmenter
        words = segmenter.tokens(text.text) if words is None else words
        return self.recogniser.finds(text, language, set(segmenter.beginnings(text.text, words)))

    def label(self, concept_id: str, language: Language | None) -> str:
        """The preferred label, in another language where this one has none."""
        labels = self.concepts[concept_id].labels
        for each in (language, *_FALLBACKS):
            if each is not None and labels.get(each):
                return labels[each][0]
        return concept_id

    def check(self) -> list[str]:
        """What is wrong with the vocabulary, a sentence each; empty when all is well."""
        return problems(self.rows)

    def _climb(self, concept: Concept) -> dict[str, int]:
        steps: dict[str, int] = {}
        level, distance = concept.broader, 1
        while level:
            fresh = [
                each for each in level if each in self.concepts and each not in {concept.id, *steps}
            ]
            steps |= dict.fromkeys(fresh, distance)
            level = tuple(up for each in fresh for up in self.concepts[each].broader)
            distance += 1
        return steps


@lru_cache(maxsize=2)
def _compiled(thesaurus: Thesaurus) -> Recogniser:
    return Recogniser(thesaurus.rows)


@lru_cache(maxsize=2)
def _segmenting(thesaurus: Thesaurus) -> Segmenter:
    eastern = (Language.KO, Language.JA)
    words = [
        label
        for concept in thesaurus.rows
        for language in eastern
        for label in concept.labels[language]
    ]
    for language in eastern:
        words += (*function_words(language), *everyday_words(language))
    return Segmenter(words)
