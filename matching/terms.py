"""The names of an index's columns as sorted 64-bit hashes: nothing to parse when it is loaded."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

ABSENT = -1
Hashes = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Terms:
    """A column for each name, found by binary search; the order is that of the hashes."""

    hashes: Hashes

    def columns(self, sought: Hashes) -> NDArray[np.int64]:
        """The column of each hash, ABSENT for those that are not there."""
        if not len(self.hashes):
            return np.full(len(sought), ABSENT, np.int64)
        places = np.searchsorted(self.hashes, sought)
        places[places == len(self.hashes)] = 0
        return np.where(self.hashes[places] == sought, places, ABSENT)


def hashes_of(names: Sequence[str]) -> Hashes:
    """A hash for each name; two names of one hash have not been seen with any real vocabulary."""
    digests = b"".join([blake2b(name.encode(), digest_size=8).digest() for name in names])
    return np.frombuffer(digests, dtype="<u8")
