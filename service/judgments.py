"""Reading judged queries and the readers' grades: one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from i18n.languages import LANGUAGES, Language
from matching.documents import Profile
from matching.evaluation import JudgedQuery, Seeker
from matching.measures import Agreement, Grades, agreement
from service.refusals import Refusal

T = TypeVar("T")

_SEEKERS = {
    "buy": Seeker.BUYERS,
    "invest": Seeker.INVESTORS,
    "invest_or_partner": Seeker.INVESTORS,
}


def read_sets(folder: Path) -> dict[str, list[JudgedQuery]]:
    """The judged queries of every *.jsonl of a folder by its name, the halves first.

    Raises Refusal when there are none, or naming the line that cannot be read.
    """
    paths = sorted(folder.glob("*.jsonl"), key=lambda path: ("half" not in path.stem, path.stem))
    sets = {path.stem: list(_lines(path, _query)) for path in paths}
    if not any(sets.values()):
        raise Refusal(
            f"no judged queries (*.jsonl) in {folder.resolve()}; --judgments names another folder"
        )
    return sets


def read_agreement(folder: Path) -> Agreement | None:
    """How far the two readers of `readings/` agree; None when there are not two readings."""
    paths = sorted((folder / "readings").glob("*.jsonl"))
    if len(paths) != 2:
        return None
    first, second = (dict(_lines(path, _reading)) for path in paths)
    return agreement(first, second)


def _lines(path: Path, read: Callable[[dict[str, Any]], T]) -> Iterator[T]:
    lines = path.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, start=1):
        try:
            yield read(json.loads(line))
        except (json.JSONDecodeError, KeyError, AttributeError, TypeError) as error:
            problem = f"{path}, line {number}: {type(error).__name__} {error}"
            raise Refusal(problem) from None


def _query(judged: dict[str, Any]) -> JudgedQuery:
    language = Language(judged["lang"]) if judged["lang"] in set(LANGUAGES) else None
    seeker = _SEEKERS.get(judged.get("kind", ""))
    return JudgedQuery(judged["id"], Profile(judged["text"], language), judged["relevant"], seeker)


def _reading(read: dict[str, Any]) -> tuple[str, Mapping[str, int]]:
    grades: Grades = read["grades"]
    return read["id"], grades
