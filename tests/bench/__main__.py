"""`python -m tests.bench`: how fast the site is beside its peers, measured in one run."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.bench import report
from tests.bench.installations import installations
from tests.bench.rounds import Bench


def main() -> None:
    """Grow the catalogue, run the rounds, print the table."""
    asked = _arguments()
    with tempfile.TemporaryDirectory(prefix="caunoi-bench-") as temporary:
        folder = asked.keep or Path(temporary)
        _say(f"growing {asked.listings:,} listings and their index (minutes, the first time)")
        found = installations(folder, listings=asked.listings)
        rounds = []
        with Bench(found, seconds=asked.seconds) as bench:
            for number in range(asked.rounds):
                _say(f"round {number + 1} of {asked.rounds}")
                rounds.append(bench.round())
            sizes = bench.sizes
    shown = report.as_json if asked.json else report.table
    print(shown(rounds, sizes, asked.listings))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--listings", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=2, help="of load for each figure")
    parser.add_argument("--keep", type=Path, help="grow the catalogue here, for further runs")
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
