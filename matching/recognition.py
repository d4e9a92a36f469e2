"""Finds the concepts that a text names: every label, longest first, where it stands as a word.

Three automata over the comparable text: labels as written in alphabets, Vietnamese labels without
marks (for texts typed without them) and Korean and Japanese labels without spaces.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import ahocorasick

from i18n.languages import Language
from matching.boundaries import Compact, has_word, stands_alone
from matching.canonical import Canonical, unmarked
from matching.concepts import Concept
from matching.enumerations import in_plain_items
from matching.names import (
    Name,
    heard_in,
    in_both_numbers,
    names_of,
    short_without_marks,
    without_marks,
)
from matching.scripts import is_east_asian

# "HS 0910", "HS code: 0910.11", "mã HS 0910", "HS코드 0910"
_SILENT = " .,;:!?()|。、"  # a bar stands where something was struck out
_HS_CODE = re.compile(r"\bhs ?(?:codes?|コード|코드)?[ :：]*(\d{4})")


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A concept named at `original[start:end]`; nested when a longer name holds this one."""

    concept_id: str
    start: int
    end: int
    nested: bool


class Find(NamedTuple):
    """A name found in a comparable text."""

    start: int
    end: int
    concept_id: str


class Recogniser:
    """The labels of a thesaurus, compiled for search."""

    def __init__(self, concepts: Sequence[Concept]) -> None:
        alphabetic: list[Name] = []
        eastern: list[Name] = []
        for name in names_of(concepts):
            (eastern if is_east_asian(name.label) else alphabetic).append(name)
        self._marked = _automaton(in_both_numbers(alphabetic))
        self._unmarked = _automaton(without_marks(alphabetic))
        self._short = _automaton(short_without_marks(alphabetic))
        self._compact = _automaton((name.label.replace(" ", ""), name) for name in eastern)
        self._by_hs = _by_hs(concepts)

    def finds(
        self,
        text: Canonical,
        language: Language | None,
        beginnings: Container[int],
    ) -> list[tuple[Find, bool]]:
        """Finds in the comparable text, each with whether a longer one holds it.

        Korean and Japanese words begin at these places.
        """
        found = [*self._alphabetic(text, language), *self._typed_plainly(text, language)]
        found += self._enumerated(text, language, found)
        if is_east_asian(text.text):
            found += self._eastern(text, beginnings)
        return [*_longest_first(found, text.text), *((find, True) for find in self._codes(text))]

    def _alphabetic(self, text: Canonical, language: Language | None) -> Iterator[Find]:
        for start, end, name in _hits(self._marked, text.text):
            heard = language in heard_in(name.label, name.language)
            if heard and _is_word(name, text.text, start, end):
                yield Find(start, end, name.concept_id)

    def _typed_plainly(self, text: Canonical, language: Language | None) -> Iterator[Find]:
        for start, end, name in _hits(self._unmarked, text.folded):
            heard = language in heard_in(unmarked(name.label), name.language)
            hasty = heard and _is_hasty(text.text[start:end], name.label)
            if " " not in name.label and not text.text.isascii():
                continue  # beside marks a bare syllable is a word of its own: trong is not trồng
            if hasty and _is_word(name, text.folded, start, end):
                yield Find(start, end, name.concept_id)

    def _enumerated(
        self, text: Canonical, language: Language | None, found: Sequence[Find]
    ) -> list[Find]:
        """Short names in a text without a single mark, where only names stand beside them."""
        if language is not Language.VI or not text.text.isascii():
            return []
        short = [
            Find(start, end, name.concept_id)
            for start, end, name in _hits(self._short, text.text)
            if _is_word(name, text.text, start, end)
        ]
        places = [(find.start, find.end) for find in short]
        believed = set(in_plain_items(text.text, [(f.start, f.end) for f in found], places))
        return [find for find in short if (find.start, find.end) in believed]

    def _eastern(self, text: Canonical, beginnings: Container[int]) -> Iterator[Find]:
        compact = Compact(text.text, beginnings)
        ends: set[int] = set()
        for start, end, name in _hits(self._compact, compact.text):
            held = compact.can_hold(start, end, name.label, ends)
            if held and _is_meant(name, compact.text, end - start):
                ends.add(end)
                yield Find(*compact.span(start, end), name.concept_id)

    def _codes(self, text: Canonical) -> Iterator[Find]:
        for code in _HS_CODE.finditer(text.text):
            for concept_id in self._by_hs.get(code[1], ()):
                yield Find(code.start(), code.end(), concept_id)


def _is_hasty(typed: str, label: str) -> bool:
    """Whether each syllable is the label's without marks, or has its marks on another letter.

    A syllable with other marks is another word (chánh is no chanh); tóan is a slip for toán.
    """
    syllables = zip(typed.split(" "), label.split(" "), strict=True)
    return typed != label and all(
        syllable.isascii() or _letters_and_marks(syllable) == _letters_and_marks(meant)
        for syllable, meant in syllables
    )


def _letters_and_marks(syllable: str) -> list[str]:
    return sorted(unicodedata.normalize("NFD", syllable))


def _is_word(name: Name, text: str, start: int, end: int) -> bool:
    return stands_alone(text, start, end) and _is_meant(name, text, end - start)


def _is_meant(name: Name, text: str, length: int) -> bool:
    """Whether a guarded label has its neighbour; one that is all that is said needs none."""
    if not name.neighbours or length == len(text.strip(_SILENT)):
        return True
    gapless = " " not in text
    return any(
        has_word(text, neighbour.replace(" ", "") if gapless else neighbour)
        for neighbour in name.neighbours
    )


def _automaton(entries: Iterable[tuple[str, Name]]) -> Any:
    names: defaultdict[str, list[Name]] = defaultdict(list)
    for word, name in entries:
        names[word].append(name)
    automaton = ahocorasick.Automaton()
    for word, same in names.items():
        automaton.add_word(word, (len(word), same))
    if names:
        automaton.make_automaton()
    return automaton


def _hits(automaton: Any, text: str) -> Iterator[tuple[int, int, Name]]:
    if automaton.kind != ahocorasick.AHOCORASICK:
        return  # a thesaurus without labels of this kind
    for last, (length, names) in automaton.iter(text):
        for name in names:
            yield last + 1 - length, last + 1, name


def _longest_first(found: Iterable[Find], text: str) -> Iterator[tuple[Find, bool]]:
    """Longer finds hold the shorter ones that overlap them; no concept is nested in itself.

    Gaps do not make a find longer: 머드 스파 is as long as 머드스파.
    """

    def shortness(find: Find) -> tuple[int, Find]:
        gaps = text.count(" ", find.start, find.end)
        return find.start - find.end + gaps, find

    kept: list[Find] = []
    covered: set[int] = set()
    for find in sorted(set(found), key=shortness):
        places = range(find.start, find.end)
        holders = [] if covered.isdisjoint(places) else _overlapping(find, kept)
        if all(holder.concept_id != find.concept_id for holder in holders):
            kept.append(find)
            covered.update(places)
            yield find, any(holder[:2] != find[:2] for holder in holders)


def _overlapping(find: Find, others: Iterable[Find]) -> list[Find]:
    return [each for each in others if each.start < find.end and find.start < each.end]


def _by_hs(concepts: Iterable[Concept]) -> dict[str, list[str]]:
    headings: defaultdict[str, list[str]] = defaultdict(list)
    for concept in concepts:
        if concept.hs:
            headings[concept.hs].append(concept.id)
    return headings
