"""What is asked of ours and of the peers: profiles, read and weighed once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from matching.analysis import of_profile
from matching.documents import Profile
from matching.evidence import Evidence, Vector
from matching.index import Index
from tests.bench.documents import Garden
from tests.bench.matching.building import WORDS_ONLY, without_pieces

BEST = 10
_SEED = 7  # not that of the listings


@dataclass(frozen=True)
class Questions:
    """Profiles and, under the same numbers, their weights in an index."""

    profiles: tuple[Profile, ...]
    vectors: tuple[Vector, ...]


def questions(index: Index, count: int) -> Questions:
    """The same ones for every catalogue."""
    asked = tuple(Garden(index.thesaurus, seed=_SEED).profiles(count))
    return Questions(asked, tuple(weighed(index, profile) for profile in asked))


def weighed(index: Index, profile: Profile) -> Vector:
    """The TF-IDF vector of a profile, as long as 1."""
    counts = of_profile(profile.text, profile.language, index.thesaurus).lexical
    words_only = len(index.ids) >= WORDS_ONLY
    return index.lexical.weigh(without_pieces(counts) if words_only else counts)


def listings_by_term(evidence: Evidence) -> Any:
    """The same weights as a matrix: a row for each term, a column for each listing."""
    from scipy.sparse import csr_matrix

    (postings,) = evidence.postings
    # Copied: the kernel takes no read-only arrays, and those are mapped files.
    starts, rows = np.array(postings.starts, np.int32), np.array(postings.rows, np.int32)
    lengths = evidence.lengths
    shrink = np.divide(1, lengths, out=np.zeros_like(lengths), where=lengths > 0)
    idf = np.repeat(evidence.idf(postings.frequencies), np.diff(starts))
    shape = (len(starts) - 1, evidence.size)
    return csr_matrix((postings.amounts * idf * shrink[rows], rows, starts), shape=shape)


def profiles_by_term(vectors: tuple[Vector, ...], terms: int) -> Any:
    """A row for each profile, a column for each term."""
    from scipy.sparse import csr_matrix

    starts = np.cumsum([0, *(len(each.values) for each in vectors)])
    columns = np.concatenate([each.columns[0] for each in vectors]).astype(np.int32)
    values = np.concatenate([each.values for each in vectors])
    return csr_matrix((values, columns, starts.astype(np.int32)), shape=(len(vectors), terms))
