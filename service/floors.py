"""How bad a figure may be, set by set, before `caunoi evaluate` fails: `floors.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from i18n.languages import LANGUAGES
from matching.evaluation import EVERYBODY, OTHER_LANGUAGE, Evaluation
from service.refusals import Refusal

Floors = Mapping[str, Mapping[str, float]]

_ALL_TEXTS = "+".join(LANGUAGES)
_NDCG = {
    _ALL_TEXTS: "ndcg_at_10",
    OTHER_LANGUAGE: "ndcg_at_10_across",
    **{language.value: f"ndcg_at_10_{language}" for language in LANGUAGES},
}
_LOWEST = {*_NDCG.values(), "right_refusals"}
_HIGHEST = {"wrong_refusals"}


@dataclass(frozen=True, slots=True)
class MissedFloor:
    """A figure that is worse than it may be; the value is None where no query could tell."""

    set: str
    figure: str
    value: float | None
    bound: float

    def __str__(self) -> str:
        value = "not known" if self.value is None else f"{self.value:.3f}"
        limit = "at most" if self.figure in _HIGHEST else "at least"
        return f"{self.set}: {self.figure} is {value}; it must be {limit} {self.bound}"


def read_floors(folder: Path, *, sets: Collection[str]) -> Floors:
    """The floors of a folder of judged sets, none when it has no such file.

    Raises Refusal for a set or figure that does not exist: nobody would notice it missed.
    """
    path = folder / "floors.toml"
    floors: Floors = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    for name, bounds in floors.items():
        if name not in sets:
            raise Refusal(f"{path}: there is no {name}.jsonl")
        unknown = sorted(set(bounds) - _LOWEST - _HIGHEST)
        if unknown:
            raise Refusal(f"{path}: {name} has no figure {unknown[0]}")
    return floors


def missed_floors(sets: Mapping[str, Evaluation], floors: Floors) -> Iterator[MissedFloor]:
    """The floors that were missed, among those of figures that were measured."""
    for name, bounds in floors.items():
        measured = _figures(sets[name])
        for figure, bound in bounds.items():
            if figure in measured and _is_worse(figure, measured[figure], bound):
                yield MissedFloor(name, figure, measured[figure], bound)


def _is_worse(figure: str, value: float | None, bound: float) -> bool:
    if value is None:
        return True
    return value > bound if figure in _HIGHEST else value < bound


def _figures(evaluation: Evaluation) -> dict[str, float | None]:
    """What floors can be set for; refusals only where listings had all their texts."""
    figures = {
        _NDCG[row.listings]: row.ndcg.mean if row.ndcg else None
        for row in evaluation.rows
        if row.profiles == EVERYBODY and row.listings in _NDCG
    }
    if evaluation.rows[0].listings == _ALL_TEXTS:
        refusals = evaluation.refusals
        figures["right_refusals"] = _share(refusals.right, refusals.unanswerable)
        figures["wrong_refusals"] = _share(refusals.wrong, refusals.answerable)
    return figures


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
