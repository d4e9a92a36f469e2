"""One profile, text alone: ours, the same sums by others, and search engines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from matching.index import Index
from tests.bench.matching.building import WORDS_ONLY
from tests.bench.matching.engines import Bm25s, SqliteFts5, Tantivy
from tests.bench.matching.kernels import Found, Ours, OursFromText, ScikitLearn, SparseDotTopn
from tests.bench.matching.questions import Questions
from tests.bench.matching.sheet import Bound, Figures, Stopwatch

_BLOCK = 10  # profiles before the next one's turn
_FEW = 20  # profiles a round for those that take long
_NEAR = 1e-4
_OURS, _READING = "ours", "ours from text"
_KERNELS = ("sparse_dot_topn", "scikit-learn")  # begin with weights, as ours
_SLOW = ("scikit-learn", "SQLite FTS5")
_BOUND = Bound(0.45, 0.30)


class Disagreement(Exception):
    """A peer that does the same sums has other answers."""


class Peer(Protocol):
    """Who answers a profile by its number."""

    name: str
    reads: str

    def ask(self, number: int) -> Found:
        """Places of the best listings with their scores, best first."""
        ...


def measure(
    index: Index, questions: Questions, figures: Figures, *, rounds: int, say: Callable[[str], None]
) -> None:
    """Every peer in turn, round by round; raises Disagreement."""
    peers = list(_peers(index, questions, say))
    each = len(questions.profiles) // rounds
    answers: dict[str, dict[int, Found]] = {peer.name: {} for peer in peers}
    for number in range(rounds):
        say(f"  text score, round {number + 1} of {rounds}")
        _round(peers, range(number * each, (number + 1) * each), figures, answers)
    for peer in peers[2:]:
        ours = _OURS if peer.name in _KERNELS else _READING
        bound = _BOUND if peer.name == "sparse_dot_topn" else None
        for share in ("p50", "p99"):
            names = (f"text, {each}, {share}" for each in (ours, peer.name))
            figures.ratio(*names, bound=bound if share == "p50" else None)
        figures.notes.append(f"{peer.name} reads {peer.reads}")
    figures.notes += _agreement(answers)


def _peers(index: Index, questions: Questions, say: Callable[[str], None]) -> Iterator[Peer]:
    yield Ours(index, questions)
    yield OursFromText(index, questions)
    yield SparseDotTopn(index.lexical, questions)
    if len(index.ids) < WORDS_ONLY:
        yield ScikitLearn(index.lexical, questions)
    for engine in (Tantivy, Bm25s, SqliteFts5) if len(index.ids) < WORDS_ONLY else (Tantivy,):
        say(f"  indexing with {engine.name}")
        yield engine(index, questions)


def _round(
    peers: Sequence[Peer], asked: range, figures: Figures, answers: dict[str, dict[int, Found]]
) -> None:
    spent = {peer.name: Stopwatch() for peer in peers}
    for start in range(0, len(asked), _BLOCK):
        for peer in peers:
            if peer.name in _SLOW and start >= _FEW:
                continue
            peer.ask(asked[start])  # its own data come back to the processor's memory
            for number in asked[start : start + _BLOCK]:
                with spent[peer.name]:
                    answers[peer.name][number] = peer.ask(number)
    for peer in peers:
        figures.add_latency(f"text, {peer.name}", spent[peer.name])


def _agreement(answers: dict[str, dict[int, Found]]) -> Iterator[str]:
    ours = answers[_OURS]
    for name, theirs in answers.items():
        if name in (_READING, *_KERNELS):
            different = [number for number in theirs if not same(ours[number], theirs[number])]
            if different:
                raise Disagreement(f"{name}: other answers to profiles {different[:10]}")
            yield f"{name}: the same scores and, ties apart, listings for {len(theirs)} profiles"
        elif name != _OURS:
            common = [_common(ours[number], theirs[number]) for number in theirs]
            yield f"{name}: {sum(common) / len(common):.1f} of our ten among its ten, on average"


def same(ours: Found, theirs: Found) -> bool:
    """Equal scores rank by rank; equal listings among those better than the last score."""
    if len(ours) != len(theirs):
        return False
    if any(abs(one[1] - other[1]) > _NEAR for one, other in zip(ours, theirs, strict=True)):
        return False
    return _clear(ours) <= {place for place, _ in theirs} and _clear(theirs) <= {
        place for place, _ in ours
    }


def _clear(found: Found) -> set[int]:
    """The listings that no listing outside could replace."""
    return {place for place, score in found if score > found[-1][1] + _NEAR}


def _common(ours: Found, theirs: Found) -> int:
    return len({place for place, _ in ours} & {place for place, _ in theirs})
