"""Matching beside its peers: text scores, whole answers, batches, adding and building."""

from __future__ import annotations

import argparse
import gc
import sys
import tempfile
from pathlib import Path

from matching.index import Index
from matching.settling import settle
from tests.bench import report
from tests.bench.matching import answers, textscore
from tests.bench.matching.building import WORDS_ONLY, grown
from tests.bench.matching.questions import questions
from tests.bench.matching.sheet import Bound, Figures, as_json

_BOUNDED = 100_000
_BATCH, _SMALL_BATCH = 10_000, 2_000
_MINUTES = Bound(300, 120)
_GIBIBYTES = Bound(6, 3)


def main() -> None:
    """Measure every size, print the table."""
    asked = _arguments()
    with tempfile.TemporaryDirectory(prefix="caunoi-bench-") as temporary:
        kept = asked.keep or Path(temporary)
        sheets = {
            f"{size:,} listings": measured(size, kept, profiles=asked.profiles, rounds=asked.rounds)
            for size in asked.listings
        }
    print(as_json(sheets) if asked.json else table(sheets, asked.profiles, asked.rounds))


def measured(listings: int, kept: Path, *, profiles: int, rounds: int) -> Figures:
    """Everything at one size; `profiles` in each round."""
    figures = Figures(bounded=listings == _BOUNDED)
    _say(f"{listings:,} listings: growing them and their index (minutes, the first time)")
    folder, built = grown(listings, kept)
    figures.add("building", built["build"], "s", bound=_MINUTES)
    memory = built["memory"] / 2**30
    figures.add("building, memory of all processes", memory, "GiB", bound=_GIBIBYTES)
    figures.add("saving", built["save"], "s")
    figures.add("index on disk", built["bytes"] / 2**20, "MiB")
    figures.add("postings a text", built["postings"], "")
    answers.opening(folder, figures, rounds=rounds)
    index = Index.map(folder)
    everything = questions(index, profiles * rounds)
    settle()  # as the service does
    textscore.measure(index, everything, figures, rounds=rounds, say=_say)
    if listings < WORDS_ONLY:
        _say("  whole answers, batches, adding")
        answers.whole(index, everything, figures, rounds=rounds)
        count = _BATCH if listings == _BOUNDED else _SMALL_BATCH
        answers.batch(folder, index, figures, profiles=count, rounds=rounds)
        answers.adding(index, figures, rounds=rounds)
    else:
        figures.notes.append(_LEFT_OUT)
    gc.unfreeze()
    return figures


_LEFT_OUT = (
    "words, pairs of words and concepts only, no pieces of words; bm25s and SQLite FTS5 take too "
    "long to index and scikit-learn to answer"
)


def table(sheets: dict[str, Figures], profiles: int, rounds: int) -> str:
    """What is printed for people."""
    lines = [report.machine(), f"{profiles} new profiles in each of {rounds} interleaved rounds"]
    for name, figures in sheets.items():
        lines += ["", name, *figures.lines()]
    return "\n".join(lines)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.matching", description=__doc__)
    parser.add_argument("--listings", type=_sizes, default=_sizes("20000,100000,500000"))
    parser.add_argument("--profiles", type=int, default=200, help="in each round")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--keep", type=Path, help="build the indexes here, for further runs")
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


def _sizes(written: str) -> list[int]:
    return [int(size) for size in written.split(",")]


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
