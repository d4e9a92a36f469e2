"""The names under which concepts are searched: each label in the forms in which people write it."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from i18n.detection.syllables import is_vietnamese_syllable
from i18n.languages import Language
from matching.canonical import comparable, comparable_together, unmarked
from matching.concepts import Concept
from matching.stems import plural, singular

# A shorter one without marks is too many other words: que is quế, quê and què.
_SHORTEST_UNMARKED = 4
_SHORTEST_LOAN = 3
_EVERYWHERE: frozenset[Language | None] = frozenset([*Language, None])
_NOT_IN_VIETNAMESE = _EVERYWHERE - {Language.VI}


class Name(NamedTuple):
    """A label of a concept in comparable form; a guarded one needs one of its neighbours."""

    concept_id: str
    language: Language
    label: str
    neighbours: tuple[str, ...]


def names_of(concepts: Iterable[Concept]) -> list[Name]:
    """Every label of the concepts."""
    written = [
        (concept, language, label)
        for concept in concepts
        for language, labels in concept.labels.items()
        for label in labels
    ]
    plain = comparable_together([label for _, _, label in written])
    return [
        Name(concept.id, language, form, _neighbours(concept, language, label))
        for (concept, language, label), form in zip(written, plain, strict=True)
        if form
    ]


def in_both_numbers(names: Iterable[Name]) -> Iterator[tuple[str, Name]]:
    """Names as they stand, English ones also in the singular and the plural."""
    for name in names:
        yield name.label, name
        if name.language is Language.EN and name.label[-1].isalpha():
            start, last = name.label[: name.label.rfind(" ") + 1], name.label.split(" ")[-1]
            one = singular(last)
            for form in {one, plural(one)} - {last}:
                yield start + form, name


def without_marks(names: Iterable[Name]) -> Iterator[tuple[str, Name]]:
    """Vietnamese names as they are typed in haste, where they are long enough to be told apart."""
    return (found for found in _plain(names) if letters(found[0]) >= _SHORTEST_UNMARKED)


def short_without_marks(names: Iterable[Name]) -> Iterator[tuple[str, Name]]:
    """Those that are too short to be told apart outside an enumeration."""
    return (found for found in _plain(names) if 1 < letters(found[0]) < _SHORTEST_UNMARKED)


def _plain(names: Iterable[Name]) -> Iterator[tuple[str, Name]]:
    for name in names:
        plain = unmarked(name.label)
        if name.language is Language.VI and plain != name.label:
            yield plain, name._replace(neighbours=tuple(map(unmarked, name.neighbours)))


def letters(text: str) -> int:
    """The length without spaces."""
    return len(text) - text.count(" ")


@lru_cache(maxsize=65536)
def heard_in(label: str, language: Language) -> frozenset[Language | None]:
    """The languages of the texts in which a label means its concept; None is an unknown one.

    "cam" is an orange in Vietnamese and nothing of the kind in English; "date" the other way
    round, being no fruit in a Vietnamese text; "nước mắm" and "HACCP" are plain in every text.
    """
    if not label.isascii():
        return _EVERYWHERE
    if language is Language.VI:
        return _EVERYWHERE if " " in label else frozenset([Language.VI, None])
    if language is Language.EN and len(label) < _SHORTEST_LOAN:
        return frozenset([Language.EN, None])
    vietnamese = all(map(is_vietnamese_syllable, label.split(" ")))
    return _NOT_IN_VIETNAMESE if vietnamese else _EVERYWHERE


def _neighbours(concept: Concept, language: Language, label: str) -> tuple[str, ...]:
    near = concept.guards.get((language, label)) if concept.guards else None
    return tuple(comparable(each).strip() for each in near) if near else ()
