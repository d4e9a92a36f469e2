"""Listings counted for an index, in several processes when there are many."""

from collections.abc import Sequence
from typing import NamedTuple

from matching import workers
from matching.analysis import Analysis, of_listing
from matching.counted import Counted, Counts
from matching.documents import Document
from matching.occurrences import Occurrences
from matching.thesaurus import Thesaurus

_PORTION = 500


class Fitted(NamedTuple):
    """The words of every text, the concepts of every listing, and where texts name concepts."""

    lexical: Counted
    concepts: Counted
    occurrences: Occurrences


def count(documents: Sequence[Document], thesaurus: Thesaurus) -> Fitted:
    """Read every text; the order of the documents is that of the rows."""
    portions = [documents[n : n + _PORTION] for n in range(0, len(documents), _PORTION)]
    parts = list(workers.spread(_count, portions, thesaurus))
    return Fitted(
        Counted.joined([part.lexical for part in parts]),
        Counted.joined([part.concepts for part in parts]),
        Occurrences.joined([part.occurrences for part in parts]),
    )


def _count(documents: Sequence[Document], thesaurus: Thesaurus) -> Fitted:
    analyses = [[of_listing(text, thesaurus) for text in document.texts] for document in documents]
    texts = [analysis for each in analyses for analysis in each]
    return Fitted(
        Counted.of(analysis.lexical for analysis in texts),
        Counted.of(map(_concepts, analyses)),
        Occurrences.of((analysis.finds for analysis in texts), thesaurus),
    )


def _concepts(analyses: Sequence[Analysis]) -> Counts:
    """A listing's concepts: of each the most that one of its texts has."""
    merged: dict[str, float] = {}
    for analysis in analyses:
        for name, amount in analysis.concepts.items():
            merged[name] = max(amount, merged.get(name, 0.0))
    return merged
