"""Whole answers, batches of profiles, and listings that were added."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from time import perf_counter, process_time
from typing import NamedTuple

from matching import storage, workers
from matching.batch import scores_of
from matching.documents import Document, Profile
from matching.evidence import Vector
from matching.index import Index
from matching.ranking import nearest
from tests.bench.documents import Garden
from tests.bench.matching.kernels import Found, Ours, SparseDotTopn
from tests.bench.matching.questions import BEST, Questions, weighed
from tests.bench.matching.sheet import Bound, Figures, Stopwatch
from tests.bench.matching.textscore import Disagreement, same
from tests.bench.servers import ROOT

_BOUNDS = (Bound(15, 5), Bound(40, 15))
_PORTION = 100
_THREADS = 2
_NEW_PROCESS = """
import sys
from pathlib import Path
from time import perf_counter
from matching.documents import Profile
from matching.index import Index
from matching.ranking import nearest
begin = perf_counter()
index = Index.map(Path(sys.argv[1]))
mapped = perf_counter()
nearest(index, Profile("ginger"))
print([mapped - begin, perf_counter() - mapped])
"""
_NEW = 11  # the seed of listings that are not in the index


class Done(NamedTuple):
    """A portion's answers, when a process began and ended it, and its processor's seconds."""

    begin: float
    end: float
    busy: float
    found: list[Found]


def whole(index: Index, questions: Questions, figures: Figures, *, rounds: int) -> None:
    """Three kinds of evidence and the explanations of ten results; new profiles each round."""
    each = len(questions.profiles) // rounds
    nearest(index, questions.profiles[0])
    for number in range(rounds):
        spent = Stopwatch()
        for profile in questions.profiles[number * each : (number + 1) * each]:
            with spent:
                nearest(index, profile, limit=BEST)
        figures.add_latency("whole answer", spent, bounds=_BOUNDS)


def batch(folder: Path, index: Index, figures: Figures, *, profiles: int, rounds: int) -> None:
    """Profiles a second over all cores: text of profiles already weighed, and all evidence."""
    asked = tuple(Garden(index.thesaurus, seed=_NEW).profiles(profiles))
    questions = Questions(asked, tuple(weighed(index, each) for each in asked))
    kernel = SparseDotTopn(index.lexical, questions)
    for _ in range(rounds):
        ours = _spread(_text_scores, questions.vectors, folder, figures, "text, ours")
        theirs = _kernel(kernel, figures, profiles)
        different = [n for n, pair in enumerate(zip(ours, theirs, strict=True)) if not same(*pair)]
        if different:
            raise Disagreement(f"sparse_dot_topn, two threads: profiles {different[:10]}")
        _all_evidence(folder, asked[: profiles // 5], figures)
    for measure in ("", ", CPU a profile"):
        figures.ratio(f"batch, text, ours{measure}", f"batch, text, sparse_dot_topn{measure}")


def adding(index: Index, figures: Figures, *, rounds: int) -> None:
    """Until a listing that was added is found; the index answers already, as one that serves."""
    garden = Garden(index.thesaurus, seed=_NEW)
    for _ in range(rounds):
        for count in (1, 1000):
            fresh = [replace(one, id=f"new-{one.id}") for one in garden.listings(count)]
            watch = Stopwatch()
            with watch:
                _find_added(index, fresh)
            bound = Bound(1, 1) if count == 1 else None
            figures.add(f"adding {count:,}", watch.seconds[0], "s", bound=bound)
            figures.add(f"adding {count:,}, CPU", watch.busy[0], "s")


def opening(folder: Path, figures: Figures, *, rounds: int) -> None:
    """Verifying and mapping: in a new process, and where the vocabulary is compiled already."""
    Index.map(folder)
    for _ in range(rounds):
        begin = perf_counter()
        storage.verify(folder)
        verified = perf_counter()
        index = Index.map(folder)
        mapped = perf_counter()
        nearest(index, Profile("ginger"))
        figures.add("verifying", verified - begin, "s")
        figures.add("mapping", (mapped - verified) * 1e3, "ms", bound=Bound(50, 50))
        figures.add("first answer after mapping", (perf_counter() - mapped) * 1e3, "ms")
        ran = subprocess.run(
            [sys.executable, "-c", _NEW_PROCESS, str(folder)],
            cwd=ROOT,
            check=True,
            capture_output=True,
        )
        first, answered = json.loads(ran.stdout)
        figures.add("mapping in a new process", first * 1e3, "ms")
        figures.add("first answer in a new process", answered * 1e3, "ms")


def _find_added(index: Index, fresh: Sequence[Document]) -> None:
    last = fresh[-1]
    sought = Profile(last.texts[0].title, last.texts[0].language)
    answer = nearest(index.changed(fresh), sought)
    if last.id not in {found.id for found in answer.matches}:
        raise Disagreement(f"{last.id} was added and is not found")


def _kernel(kernel: SparseDotTopn, figures: Figures, profiles: int) -> list[Found]:
    watch = Stopwatch()
    with watch:
        found = kernel.ask_all(threads=_THREADS)
    figures.add("batch, text, sparse_dot_topn", profiles / watch.seconds[0], "/s")
    busy = watch.busy[0] / profiles * 1e3
    figures.add("batch, text, sparse_dot_topn, CPU a profile", busy, "ms")
    return found


def _all_evidence(folder: Path, asked: Sequence[Profile], figures: Figures) -> None:
    """The engine's own batch, without explanations; starting its processes counts."""
    begin, busy = perf_counter(), _busy()
    found = list(scores_of(folder, asked, BEST))
    figures.add("batch, all evidence", len(found) / (perf_counter() - begin), "/s")
    spent = (_busy() - busy) / len(found) * 1e3
    figures.add("batch, all evidence, CPU a profile", spent, "ms")


def _busy() -> float:
    """Seconds of processor's time of this process and of those it has waited for."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


def _spread(
    work: Callable[[Sequence[Vector], Path], Done],
    asked: Sequence[Vector],
    folder: Path,
    figures: Figures,
    name: str,
) -> list[Found]:
    """Profiles a second from the first that a process begins to the last that one ends."""
    portions = [asked[n : n + _PORTION] for n in range(0, len(asked), _PORTION)]
    begin = perf_counter()
    done: list[Done] = list(workers.spread(work, portions, folder))
    whole = perf_counter() - begin
    working = max(each.end for each in done) - min(each.begin for each in done)
    figures.add(f"batch, {name}", len(asked) / working, "/s")
    figures.add(f"batch, {name}, with starting processes", len(asked) / whole, "/s")
    busy = sum(each.busy for each in done) / len(asked) * 1e3
    figures.add(f"batch, {name}, CPU a profile", busy, "ms")
    return [found for each in done for found in each.found]


def _text_scores(vectors: Sequence[Vector], folder: Path) -> Done:
    ours = Ours(_mapped(folder), Questions((), tuple(vectors)))
    ours.ask(0)  # works out the lengths
    begin, busy = perf_counter(), process_time()
    found = [ours.ask(number) for number in range(len(vectors))]
    return Done(begin, perf_counter(), process_time() - busy, found)


@lru_cache(maxsize=1)
def _mapped(folder: Path) -> Index:
    return Index.map(folder)
