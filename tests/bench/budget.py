"""`python -m tests.bench.budget`: what pieces of words cost and what they are good for.

Every budget is measured in a process of its own, on one core. It is the one bench that sets a
constant of the product to other values, for that is what it asks about.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from time import process_time

from i18n.languages import LANGUAGES
from matching import analysis, analyzers
from matching.canonical import unmarked
from matching.documents import Document
from matching.evaluation import EVERYBODY, OTHER_LANGUAGE, JudgedQuery, Row, evaluate_across
from matching.index import Index
from matching.ranking import best_first, nearest
from matching.thesaurus import Thesaurus
from service.evaluating import shipped_documents
from service.judgments import read_sets
from tests.bench.documents import Garden
from tests.bench.held_out import held_out, recall
from tests.bench.matching.questions import weighed
from tests.bench.servers import ROOT

_JUDGMENTS = Path(__file__).parents[1] / "judgments"
_UNLIMITED = 1_000_000
_USUAL = analyzers.PIECES_PER_TEXT
_BUDGETS = (0, 50, 100, 150, 300, 600, _UNLIMITED)
_SIZES = ("none", "3-3", "4-4", "2-4", "3-5")  # of pieces of Latin words, beside the usual
_SAME = "3-4"
_LISTINGS, _PROFILES = 20_000, 100
Figures = dict[str, float]


def main() -> None:
    """Measure every budget, print a table in Markdown."""
    asked = _arguments()
    if asked.one:
        budget, sizes = asked.one
        print(json.dumps(_measured(int(budget), sizes, listings=asked.listings)))
        return
    rows = []
    for budget, sizes in _settings():
        print(f"{budget} pieces a text, Latin ones of {sizes}", file=sys.stderr, flush=True)
        rows.append((budget, sizes, _in_its_own_process(budget, sizes, listings=asked.listings)))
    print(_table(rows))


def _settings() -> Iterator[tuple[int, str]]:
    yield from ((budget, _SAME) for budget in _BUDGETS)
    yield from ((_USUAL, sizes) for sizes in _SIZES)


def _in_its_own_process(budget: int, sizes: str, *, listings: int) -> Figures:
    command = [sys.executable, "-m", "tests.bench.budget", "--one", str(budget), sizes]
    ran = subprocess.run(
        [*command, "--listings", str(listings)], cwd=ROOT, check=True, stdout=subprocess.PIPE
    )
    return dict(json.loads(ran.stdout))


def _measured(budget: int, sizes: str, *, listings: int) -> Figures:
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # nothing is spread over processes
    _set(budget, sizes)
    thesaurus = Thesaurus.load()
    return {
        **_quality(thesaurus),
        **recall(held_out(thesaurus)),
        **_cost(thesaurus, listings),
    }


def _set(budget: int, sizes: str) -> None:
    analysis.PIECES_PER_TEXT = budget  # type: ignore[attr-defined]
    usual = analyzers._pieces
    first, _, last = sizes.partition("-")
    latin = range(int(first), int(last) + 1) if last else range(0)

    def pieces(
        word: str, script: str | None, reading: analyzers.Reading
    ) -> tuple[tuple[str, float], ...]:
        if script != "latin" or reading == "long" or word.isdecimal():
            return usual(word, script, reading)
        names = analyzers.pieces(f"_{unmarked(word)}_", latin)
        return tuple((name, analyzers._LATIN_PIECE) for name in names)

    if sizes != _SAME:
        analyzers._pieces = pieces  # type: ignore[assignment]


def _quality(thesaurus: Thesaurus) -> Figures:
    """nDCG at 10 on the tuning half."""
    queries: Sequence[JudgedQuery] = read_sets(_JUDGMENTS)["tuning_half"]
    documents = shipped_documents()
    whole = Index.build(documents, thesaurus)
    reduced = {
        language: Index.build(
            [
                Document(one.id, tuple(text for text in one.texts if text.language is language))
                for one in documents
            ],
            thesaurus,
        )
        for language in LANGUAGES
    }
    rows = evaluate_across(whole, reduced, queries).rows
    across = next(row for row in rows if row.listings == OTHER_LANGUAGE)
    everything = next(row for row in rows if row.profiles == EVERYBODY)
    return {"all texts": _ndcg(everything), "other language": _ndcg(across)}


def _ndcg(row: Row) -> float:
    return row.ndcg.mean if row.ndcg else 0.0


def _cost(thesaurus: Thesaurus, listings: int) -> Figures:
    garden = Garden(thesaurus)
    documents = list(garden.listings(listings))
    begin = process_time()
    index = Index.build(documents, thesaurus)
    built = process_time() - begin
    asked = list(garden.profiles(_PROFILES + 1))
    nearest(index, asked[0])
    text, whole = [], []
    for profile in asked[1:]:
        begin = process_time()
        best_first(index, index.lexical.scores(weighed(index, profile)), limit=10)
        scored = process_time()
        nearest(index, profile)
        text.append(scored - begin)
        whole.append(process_time() - scored)
    return {
        "postings": len(index.lexical.postings[0].rows) / listings,
        "build s": built,
        "text ms": median(text) * 1e3,
        "answer ms": median(whole) * 1e3,
    }


def _table(rows: Sequence[tuple[int, str, Mapping[str, float]]]) -> str:
    names = list(rows[0][2])
    lines = [f"| pieces | Latin | {' | '.join(names)} |", "|---|---|" + "---:|" * len(names)]
    for budget, sizes, found in rows:
        shown = " | ".join(f"{found[name]:.3g}" for name in names)
        lines.append(f"| {'unlimited' if budget == _UNLIMITED else budget} | {sizes} | {shown} |")
    return "\n".join(lines)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.budget", description=__doc__)
    parser.add_argument("--listings", type=int, default=_LISTINGS)
    parser.add_argument("--one", nargs=2, metavar=("PIECES", "SIZES"), help="only this budget")
    return parser.parse_args()


if __name__ == "__main__":
    main()
