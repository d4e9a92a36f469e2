"""`python -m tests.bench.tuning`: the weights of matching, chosen by cross-validation.

Each setting ranks the profiles of the tuning half, with all texts and with listings reduced to
each one language; nothing is read of the test half. In each fold the setting that is best for the
other folds is measured on the fold: the mean of these is what to expect of unseen profiles.
"""

from __future__ import annotations

import itertools
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from i18n.languages import LANGUAGES, Language
from matching import calibration
from matching.documents import Document
from matching.index import Index
from matching.measures import ndcg_at
from matching.query import query_of_profile
from matching.ranking import best_first
from matching.scoring import score
from matching.thesaurus import Thesaurus
from service.evaluating import shipped_documents

_FOLDS = 5
_GRID: Mapping[str, Sequence[float]] = {
    "QUALIFIERS": (0.3, 0.5, 1.0),
    "CONCEPTS": (0.5, 0.8, 1.2),
    "LEARNED": (0.0, 0.4, 0.7),
    "LEXICAL_ACROSS_LANGUAGES": (0.1, 0.2),
    "SUBJECT_MISSED": (0.3, 0.5, 0.7, 1.0),
}


class Judged(NamedTuple):
    """A profile with its grades; without any it is one that should be refused."""

    text: str
    language: Language
    grades: Mapping[str, int]


def main() -> None:
    """Print the best settings, what cross-validation expects of them, and the refusals."""
    queries = list(_queries(Path("tests/judgments")))
    documents, thesaurus = shipped_documents(), Thesaurus.load()
    indexes = [Index.build(documents, thesaurus)]
    indexes += [Index.build(list(_reduced(documents, each)), thesaurus) for each in LANGUAGES]
    settings = [dict(zip(_GRID, each, strict=True)) for each in itertools.product(*_GRID.values())]
    figures = np.array([_figures(indexes, queries, setting) for setting in settings])
    answered = np.array([bool(each.grades) for each in queries])
    _print_best(settings, figures[:, answered, 0], "nDCG@10, mean of all texts and across")
    _print_folds(settings, figures[:, answered, 0])
    chosen = int(figures[:, answered, 0].mean(axis=1).argmax())
    _print_refusals(figures[chosen, :, 1], answered)


def _queries(folder: Path) -> Iterator[Judged]:
    for name in ("tuning_half", "nothing_suitable"):
        for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            judged = json.loads(line)
            yield Judged(judged["text"], Language(judged["lang"]), judged["relevant"])


def _reduced(documents: Sequence[Document], language: Language) -> Iterator[Document]:
    for document in documents:
        texts = tuple(text for text in document.texts if text.language is language)
        if texts:
            yield Document(document.id, texts)


def _figures(
    indexes: Sequence[Index], queries: Sequence[Judged], setting: Mapping[str, float]
) -> list[tuple[float, float]]:
    """For each query its nDCG and the score of its best listing with all texts."""
    for name, value in setting.items():
        setattr(calibration, name, value)
    print(".", end="", file=sys.stderr, flush=True)
    return [_figure(indexes, query) for query in queries]


def _figure(indexes: Sequence[Index], query: Judged) -> tuple[float, float]:
    whole, best = _ranked(indexes[0], query)
    if not query.grades:
        return 0.0, best
    across = [
        ndcg_at(_ranked(index, query)[0], query.grades, k=10)
        for index, language in zip(indexes[1:], LANGUAGES, strict=True)
        if language is not query.language
    ]
    return (ndcg_at(whole, query.grades, k=10) + float(np.mean(across))) / 2, best


def _ranked(index: Index, query: Judged) -> tuple[list[str], float]:
    scores = score(index, query_of_profile(index, query.text, query.language)).total
    places = best_first(index, scores, limit=10)
    return [index.ids[place] for place in places], float(scores.max(initial=0))


def _print_best(
    settings: Sequence[dict[str, float]], figures: NDArray[np.float64], of: str
) -> None:
    means = figures.mean(axis=1)
    print(of)
    for place in np.argsort(-means)[:8]:
        print(f"  {means[place]:.4f}  {settings[place]}")


def _print_folds(settings: Sequence[dict[str, float]], figures: NDArray[np.float64]) -> None:
    folds = np.arange(figures.shape[1]) % _FOLDS
    held = []
    for fold in range(_FOLDS):
        best = int(figures[:, folds != fold].mean(axis=1).argmax())
        held.append(float(figures[best, folds == fold].mean()))
        print(f"fold {fold}: {held[-1]:.3f} with {settings[best]}")
    print(f"expected of unseen profiles: {np.mean(held):.3f}")


def _print_refusals(best: NDArray[np.float64], answered: NDArray[np.bool_]) -> None:
    print("score of the best listing below which nothing is shown: right and wrong refusals")
    for least in np.arange(0.08, 0.24, 0.01):
        refused = best < least
        right, wrong = refused[~answered].mean(), refused[answered].mean()
        print(f"  {least:.2f}  {right:.2f}  {wrong:.3f}")


if __name__ == "__main__":
    main()
