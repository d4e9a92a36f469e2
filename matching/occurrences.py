"""Where each text names concepts, kept so that an explanation need not search it again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matching.analysis import Found
from matching.recognition import Find
from matching.thesaurus import Thesaurus


@dataclass(frozen=True, slots=True)
class Occurrences:
    """Row n has `places[starts[n]:starts[n+1]]`: part, start, end, number of the concept, nested.

    Concepts are numbered in the order of the thesaurus.
    """

    starts: NDArray[np.int64]
    places: NDArray[np.int32]

    @classmethod
    def of(cls, texts: Iterable[Sequence[Found]], thesaurus: Thesaurus) -> "Occurrences":
        """The finds of texts in their order."""
        starts, places = [0], []
        for found in texts:
            places += [
                (part, find.start, find.end, thesaurus.numbers[find.concept_id], nested)
                for part, find, nested in found
            ]
            starts.append(len(places))
        return cls(np.array(starts, np.int64), np.array(places, np.int32).reshape(len(places), 5))

    @classmethod
    def joined(cls, parts: Sequence["Occurrences"]) -> "Occurrences":
        """The rows of all parts, one part after the other."""
        ends = np.cumsum([0, *(len(part.places) for part in parts)])
        starts = [part.starts[1:] + end for part, end in zip(parts, ends, strict=False)]
        return cls(
            np.concatenate([np.zeros(1, np.int64), *starts]),
            np.concatenate([np.empty((0, 5), np.int32), *(part.places for part in parts)]),
        )

    @property
    def size(self) -> int:
        """The number of rows."""
        return len(self.starts) - 1

    def found(self, row: int, thesaurus: Thesaurus) -> tuple[Found, ...]:
        """The finds of a row."""
        here = self.places[int(self.starts[row]) : int(self.starts[row + 1])]
        return tuple(
            (part, Find(start, end, thesaurus.rows[number].id), bool(nested))
            for part, start, end, number, nested in here.tolist()
        )
