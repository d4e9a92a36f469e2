"""Proper names in texts that write them with capitals: Vietnamese and English."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from i18n.languages import Language
from matching.canonical import Canonical, comparable

Names = Mapping[Language, frozenset[str]]
_CASED = (Language.VI, Language.EN)
# Tea is trà, and yet Trà Vinh is a province.
_MOSTLY = 2
_WORD = re.compile(r"(?P<start>^\W*|[.:;!?]\s+\W*)?(?P<word>[^\W\d_]+)")


def proper_names(lines: Iterable[tuple[Language, str]]) -> Names:
    """Words that mostly have a capital where no sentence begins (Kon, Tum), in comparable form."""
    capital: defaultdict[Language, Counter[str]] = defaultdict(Counter)
    small: defaultdict[Language, Counter[str]] = defaultdict(Counter)
    for language, line in lines:
        if language not in _CASED or _is_heading(language, line):
            continue
        for found in _WORD.finditer(line):
            if found["start"] is None:
                kind = capital if found["word"].istitle() else small
                kind[language][comparable(found["word"])] += 1
    return {
        language: frozenset(
            word for word, times in found.items() if times > _MOSTLY * small[language][word]
        )
        for language, found in capital.items()
    }


def name_spans(text: Canonical, language: Language, names: Names) -> Iterator[tuple[int, int]]:
    """Where proper names stand in a comparable text.

    At the beginning of a sentence a capital says nothing: there the word must be a name elsewhere.
    """
    if language not in names:
        return
    place = 0
    for found in _WORD.finditer(text.original):
        word = comparable(found["word"])
        start = text.text.find(word, place)
        if start < 0:
            return  # a sign that normalisation writes in another way parts the words
        place = start + len(word)
        must_be_known = found["start"] is not None or _is_heading(language, text.original)
        if found["word"].istitle() and (word in names[language] or not must_be_known):
            yield start, place


def _is_heading(language: Language, line: str) -> bool:
    """Whether most words have a capital, which in an English heading makes no name of them."""
    if language is not Language.EN:
        return False
    words = [found["word"] for found in _WORD.finditer(line)]
    small = [word for word in words if word.islower()]
    return 2 * len(small) < len(words)
