"""What an editor could write for an unknown phrase: its translations and where it may belong."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from i18n.languages import LANGUAGES, Language
from matching.names import names_of
from matching.thesaurus import Thesaurus
from matching.unknown import Catalogue, Key

_FEWEST_TOGETHER = 2
_SHARE_TOGETHER = 0.5
_MOST_RIVALS = 2
_LEAST_SIMILAR = 0.6
_HOMES = 3


@dataclass(frozen=True, slots=True)
class Translation:
    """Words of another language that stand where the phrase does; `together` in so many listings.

    The association is Dunning's log-likelihood ratio (Computational Linguistics 19, 1993).
    """

    language: Language
    words: str
    together: int
    association: float


@dataclass(frozen=True, slots=True)
class Home:
    """A concept with a label like the phrase or its translation; similarity in 0–1."""

    concept_id: str
    language: Language
    label: str
    similarity: float


def translations(catalogue: Catalogue, key: Key) -> tuple[Translation, ...]:
    """The best translation into each other language by what stands in the same listings."""
    found = (_translation(catalogue, key, into) for into in LANGUAGES if into is not key[0])
    return tuple(each for each in found if each)


def is_name(catalogue: Catalogue, proposed: Iterable[Translation]) -> bool:
    """Whether a translation gives a phrase away as a proper name (망댄: Măng Đen)."""
    return any(
        2 * sum(word in catalogue.names.get(each.language, ()) for word in words) >= len(words)
        for each in proposed
        if (words := each.words.split(" "))
    )


def _translation(catalogue: Catalogue, key: Key, into: Language) -> Translation | None:
    both = catalogue.listings_in(key[0], into)
    listings = catalogue.unknown[key].listings & both
    together = Counter(word for each in listings for word in catalogue.said[each, into])
    least = max(_FEWEST_TOGETHER, _SHARE_TOGETHER * len(listings))
    ranked = sorted(
        (round(value, 6), (into, word) in catalogue.unknown, len(word), word)
        for word, count in together.items()
        if count >= least
        and (value := _association(count, len(listings), catalogue.holders[into, word], both)) > 0
    )
    if not ranked or _is_ambiguous(ranked):
        return None
    value, _, _, best = ranked[-1]
    said = (catalogue.said[each, into] for each in sorted(listings))
    shown = next(words[best] for words in said if best in words)
    return Translation(into, shown, together[best], round(value, 1))


def _is_ambiguous(ranked: Sequence[tuple[float, bool, int, str]]) -> bool:
    """Whether several others, no parts of the best, stand beside the phrase just as often."""
    value, is_unknown, _, best = ranked[-1]
    rivals = [word for *rank, _, word in ranked if rank == [value, is_unknown] and word not in best]
    return len(rivals) > _MOST_RIVALS


def _association(together: int, here: int, holders: frozenset[int], both: frozenset[int]) -> float:
    """Twice the log-likelihood ratio of the four-field table; 0 where they avoid each other."""
    there, total = len(holders & both), len(both)
    if together * total <= here * there:
        return 0.0
    fields = (together, here - together, there - together, total - here - there + together)
    margins = (here, total - here, there, total - there)
    return 2 * (sum(map(_entropy, fields)) - sum(map(_entropy, margins)) + _entropy(total))


def _entropy(count: int) -> float:
    return count * math.log(count) if count else 0.0


class Labels:
    """The labels of a thesaurus by their pairs of letters, to find those that look alike."""

    def __init__(self, thesaurus: Thesaurus) -> None:
        self._names = names_of(thesaurus.rows)

    def like(self, language: Language, words: str) -> Iterator[Home]:
        """Labels of a language with enough pairs of letters in common, best first."""
        pairs = _pairs(words)
        rows = [
            self._postings[language, pair] for pair in pairs if (language, pair) in self._postings
        ]
        if not rows:
            return
        common = np.bincount(np.concatenate(rows), minlength=len(self._names))
        similarity = 2 * common / (self._sizes + len(pairs))
        alike = np.flatnonzero(similarity >= _LEAST_SIMILAR)
        for row in alike[np.argsort(-similarity[alike], kind="stable")].tolist():
            name = self._names[row]
            yield Home(name.concept_id, language, name.label, round(float(similarity[row]), 3))

    def homes(self, phrases: Iterable[tuple[Language, str]]) -> tuple[Home, ...]:
        """The nearest concepts, each once, by the label that is most like one of the phrases."""
        nearest: dict[str, Home] = {}
        for language, words in phrases:
            for home in self.like(language, words):
                known = nearest.get(home.concept_id)
                if known is None or home.similarity > known.similarity:
                    nearest[home.concept_id] = home
        ranked = sorted(nearest.values(), key=lambda each: (-each.similarity, each.concept_id))
        return tuple(ranked[:_HOMES])

    @cached_property
    def _sizes(self) -> NDArray[np.int64]:
        return np.array([len(_pairs(name.label)) for name in self._names], np.int64)

    @cached_property
    def _postings(self) -> dict[tuple[Language, str], NDArray[np.int64]]:
        rows: dict[tuple[Language, str], list[int]] = {}
        for row, name in enumerate(self._names):
            for pair in _pairs(name.label):
                rows.setdefault((name.language, pair), []).append(row)
        return {pair: np.array(found, np.int64) for pair, found in rows.items()}


def _pairs(words: str) -> set[str]:
    text = f"_{words}_"
    return {text[place : place + 2] for place in range(len(text) - 1)}
