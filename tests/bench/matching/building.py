"""`python -m tests.bench.matching.building 20000 FOLDER`: grow an index, in its own process."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

import numpy as np

from matching import calibration, workers
from matching.analysis import of_listing
from matching.analyzers import PIECE_MARK
from matching.counted import Counted, Counts
from matching.documents import Document
from matching.evidence import Evidence
from matching.fitting import Fitted
from matching.index import Index
from matching.learned import Learned
from matching.occurrences import Occurrences
from matching.storage import DamagedIndex, verify
from matching.textstore import TextStore
from matching.thesaurus import Thesaurus
from tests.bench.documents import Garden
from tests.bench.matching.memory import peak
from tests.bench.servers import ROOT

Built = dict[str, float]
# From here on only words and concepts are kept: pieces would be nine of ten postings.
WORDS_ONLY = 200_000
_PORTION = 500


def grown(listings: int, kept: Path) -> tuple[Path, Built]:
    """The folder of an index of so many listings, and what building it took.

    What an earlier run kept is used again: throw it away when texts are read otherwise.
    """
    kept.mkdir(parents=True, exist_ok=True)
    folder, figures = kept / f"index-{listings}", kept / f"built-{listings}.json"
    try:
        verify(folder)
    except DamagedIndex:
        command = [sys.executable, "-m", __name__, str(listings), str(folder)]
        ran = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE)
        figures.write_bytes(ran.stdout)
    return folder, json.loads(figures.read_bytes())


def without_pieces(counts: Counts) -> Counts:
    """Words and pairs of words alone."""
    return {name: amount for name, amount in counts.items() if name[0] != PIECE_MARK}


def _build(listings: int, folder: Path) -> Built:
    thesaurus = Thesaurus.load()
    documents = list(Garden(thesaurus).listings(listings))
    build = _of_words if listings >= WORDS_ONLY else Index.build
    with peak() as memory:
        begin = perf_counter()
        index = build(documents, thesaurus)
        fitted = perf_counter()
        index.save(folder)
        saved = perf_counter()
    return {
        "build": fitted - begin,
        "save": saved - fitted,
        "memory": memory.size,
        "postings": len(index.lexical.postings[0].rows) / listings,
        "bytes": sum(path.stat().st_size for path in folder.iterdir()),
    }


def _of_words(documents: Sequence[Document], thesaurus: Thesaurus) -> Index:
    """As `Index.build` makes it of listings with one text each, but for the pieces of words."""
    portions = [documents[n : n + _PORTION] for n in range(0, len(documents), _PORTION)]
    parts = list(workers.spread(_count, portions, thesaurus))
    return Index(
        ids=tuple(document.id for document in documents),
        marks=tuple(document.version for document in documents),
        first_rows=np.arange(len(documents) + 1, dtype=np.int64),
        texts=TextStore.of(text for document in documents for text in document.texts),
        occurrences=Occurrences.joined([part.occurrences for part in parts]),
        lexical=Evidence.fit(Counted.joined([part.lexical for part in parts])),
        concepts=Evidence.fit(
            Counted.joined([part.concepts for part in parts]),
            slope=calibration.CONCEPT_LENGTH_SLOPE,
        ),
        thesaurus=thesaurus,
        learned=Learned.fit(thesaurus),
    )


def _count(documents: Sequence[Document], thesaurus: Thesaurus) -> Fitted:
    texts = [of_listing(text, thesaurus) for document in documents for text in document.texts]
    return Fitted(
        Counted.of(without_pieces(text.lexical) for text in texts),
        Counted.of(text.concepts for text in texts),
        Occurrences.of((text.finds for text in texts), thesaurus),
    )


if __name__ == "__main__":
    print(json.dumps(_build(int(sys.argv[1]), Path(sys.argv[2]))))
