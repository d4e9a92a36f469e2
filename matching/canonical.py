"""The comparable form of a text, which can say where each piece stood in the original.

Normalisation changes lengths (ﬁ → fi, ㌔ → キロ, e + ◌́ → é), so an offset into the comparable
form means nothing to a reader. The way back is computed only when an explanation needs it.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from copy import copy
from functools import cached_property, lru_cache

from i18n.normalization import folded, key, stored

# One space stands for any run of white space and hyphens: "wood-pellet" is "wood pellet".
_LINE_END = re.compile(r"[\n\r\x85\u2028\u2029]")
_SEPARATORS = re.compile(r"[\s\u2010-\u2015-]+")
# Nothing invisible and nothing that can become one letter with its neighbour: most texts have
# only these.
_SINGLE_LETTERS = re.compile(
    "[\n -~\u00a1-\u00ac\u00ae-\u02ff\u1e00-\u1eff\u2010-\u2027\u2030-\u205e"
    "\u3000-\u3029\u3030-\u3098\u309b-\u30ff\u3400-\u9fff\uac00-\ud7a3\uff01-\uff5e]*"
)
# Letters that compose with the one before although they are no marks: medial and final jamo,
# vowel and length signs of Indic scripts.
_JAMO = (*range(0x1161, 0x1176), *range(0x11A8, 0x11C3))
_INDIC_SIGNS = (
    "\u09be\u09d7\u0b3e\u0b56\u0b57\u0bbe\u0bd7\u0cc2"
    "\u0cd5\u0cd6\u0d3e\u0d57\u0dcf\u0ddf\u102e\u1b35"
)
_JOINING = frozenset(_INDIC_SIGNS).union(map(chr, _JAMO))
_STRUCK_OUT = "|"
_LATIN = [chr(point) for points in (range(0xC0, 0x250), range(0x1E00, 0x1F00)) for point in points]
# Letter by letter, so that a folded text is as long as the marked one.
_UNMARKED = {ord(letter): folded(letter) for letter in _LATIN if len(folded(letter)) == 1}


# Two ways of writing one syllable, letter for letter: the old one and the one that schools teach.
_OLD = "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ qui quì quí quỉ quĩ quị quít quịt"
_NEW = "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy quy quỳ quý quỷ quỹ quỵ quýt quỵt"
_SPELLINGS = dict(zip(_OLD.split(), _NEW.split(), strict=True))
_OTHERWISE_SPELT = re.compile(rf"(?<!q)(?:{'|'.join(_SPELLINGS)})(?![^\W\d_])")


def unmarked(text: str) -> str:
    """A comparable text without marks on Latin letters, of the same length."""
    return text if text.isascii() else text.translate(_UNMARKED)


def comparable(text: str) -> str:
    """NFKC, case-folded, nothing invisible, one space for each run of separators; hoà as hòa."""
    visible = text if text.isprintable() else stored(text)
    plain = visible.lower() if visible.isascii() else key(visible)
    spelt = _OTHERWISE_SPELT.sub(lambda found: _SPELLINGS[found.group()], plain)
    return _SEPARATORS.sub(" ", spelt)


def comparable_together(labels: Sequence[str]) -> list[str]:
    """The comparable labels, made in one go: one by one takes several times as long."""
    forms = comparable("|".join(labels)).split("|")
    if len(forms) != len(labels):  # a label has a sign that becomes a bar
        forms = [comparable(label) for label in labels]
    return [form.strip() for form in forms]


_LINE_END = re.compile("[\n\r\x85\u2028\u2029]")


class Canonical:
    """A text with its comparable form and, on demand, the way back to the original."""

    def __init__(self, original: str) -> None:
        self.original = original
        self.text = comparable(original)

    @cached_property
    def folded(self) -> str:
        """The comparable form without Vietnamese marks; offsets are those of `text`."""
        return unmarked(self.text)

    @cached_property
    def lines(self) -> str:
        """The comparable form with "\n" for each gap in which a line ends; offsets are the same."""
        if not _LINE_END.search(self.original):
            return self.text
        gaps = [place for place, letter in enumerate(self.text) if letter == " "]
        letters = list(self.text)
        for place in gaps:
            if _LINE_END.search(self.quote(place, place + 1)):
                letters[place] = "\n"
        return "".join(letters)

    def without(self, stretches: Iterable[tuple[int, int]]) -> "Canonical":
        """The text with stretches struck out: nothing is found there, offsets stay as they are."""
        letters = list(self.text)
        for start, end in stretches:
            letters[start:end] = _STRUCK_OUT * (end - start)
        struck = copy(self)
        struck.text = "".join(letters)
        return struck

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Where `text[start:end]` stands in the original; whole letters, never half of one."""
        if self._is_plain:
            return start, end
        starts, ends = self._places
        return starts[start], ends[end - 1]

    def quote(self, start: int, end: int) -> str:
        """The words of the original behind `text[start:end]`."""
        first, last = self.origin(start, end)
        return self.original[first:last]

    @cached_property
    def _is_plain(self) -> bool:
        """Whether each letter of the original is one of the comparable form, at the same place."""
        return len(self.text) == len(self.original) and self._letter_by_letter is not None

    @cached_property
    def _letter_by_letter(self) -> str | None:
        """The original normalised, when no letter of it can have become two or none."""
        if _SINGLE_LETTERS.fullmatch(self.original) is None:
            return None
        normalised = key(self.original)
        return normalised if len(normalised) == len(self.original) else None

    @cached_property
    def _places(self) -> tuple[list[int], list[int]]:
        if self._letter_by_letter is not None:
            places = list(range(len(self.original) + 1))
            return _collapsed(self._letter_by_letter, places[:-1], places[1:])
        return _cluster_by_cluster(self.original)


def _cluster_by_cluster(original: str) -> tuple[list[int], list[int]]:
    begins, bounds = _clusters(original)
    pieces = [_piece(original[a:b]) for a, b in zip(begins, bounds, strict=True)]
    starts = [begin for begin, piece in zip(begins, pieces, strict=True) for _ in piece]
    ends = [end for end, piece in zip(bounds, pieces, strict=True) for _ in piece]
    return _collapsed("".join(pieces), starts, ends)


def _collapsed(text: str, starts: list[int], ends: list[int]) -> tuple[list[int], list[int]]:
    """The places after each run of separators has become one space."""
    kept_starts, kept_ends, done = [], [], 0
    for run in _SEPARATORS.finditer(text):
        kept_starts += [*starts[done : run.start()], starts[run.start()]]
        kept_ends += [*ends[done : run.start()], ends[run.end() - 1]]
        done = run.end()
    return kept_starts + starts[done:], kept_ends + ends[done:]


def _clusters(text: str) -> tuple[list[int], list[int]]:
    """Where the stretches begin and end that normalisation treats alone: a letter, its marks."""
    begins = [place for place, letter in enumerate(text) if not place or not _joins(letter)]
    return begins, [*begins[1:], len(text)] if begins else []


@lru_cache(maxsize=8192)
def _piece(cluster: str) -> str:
    return key(stored(cluster))


@lru_cache(maxsize=8192)
def _joins(letter: str) -> bool:
    if not stored(letter):
        return True  # what is invisible must not part a letter from its marks
    first = unicodedata.normalize("NFKD", letter)[0]
    return unicodedata.combining(first) != 0 or first in _JOINING
