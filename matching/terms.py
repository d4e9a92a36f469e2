"""The names of an index's columns as sorted 64-bit hashes: nothing to parse when it is loaded."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

ABSENT = -1


@dataclass(frozen=True, slots=True)
class Terms:
    """A column for each name, found by binary search; the order is that of the hashes."""

    hashes: NDArray[np.uint64]

    @classmethod
    def of(cls, names: Sequence[str]) -> tuple["Terms", NDArray[np.int64]]:
        """The terms of these names and the column each of them got."""
        hashes = _hashes(names)
        distinct, columns = np.unique(hashes, return_inverse=True)
        if len(distinct) != len(names):
            # Two names in one column would be told apart by nobody; at 64 bits this has not
            # been seen with any real vocabulary.
            raise ValueError("two terms share a hash")
        return cls(distinct), columns.astype(np.int64)

    def columns(self, names: Sequence[str]) -> NDArray[np.int64]:
        """The column of each name, ABSENT for names the index does not know."""
        sought = _hashes(names)
        if not len(self.hashes):
            return np.full(len(sought), ABSENT, np.int64)
        places = np.searchsorted(self.hashes, sought)
        places[places == len(self.hashes)] = 0
        return np.where(self.hashes[places] == sought, places, ABSENT)

    def __contains__(self, name: str) -> bool:
        return bool(self.columns([name])[0] != ABSENT)


def _hashes(names: Sequence[str]) -> NDArray[np.uint64]:
    digests = b"".join([blake2b(name.encode(), digest_size=8).digest() for name in names])
    return np.frombuffer(digests, dtype="<u8")
