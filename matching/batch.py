"""Many profiles matched at once: by processes that share one index as files, on all cores."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple, TypeVar

from i18n.detection import detect
from matching import workers
from matching.counted import Floats
from matching.documents import Answer, Profile
from matching.index import Index
from matching.query import query_of_profile
from matching.ranking import best_first, nearest
from matching.scoring import score

Item = TypeVar("Item")
Given = TypeVar("Given")
Result = TypeVar("Result")

# With five portions processes are worth starting: from 129 profiles on, about four seconds' work.
_EXPLAINED = 32
_RANKED = 128


class _Task(NamedTuple):
    """What every process is given: where the index lies, and what the work needs beside it."""

    folder: Path
    given: Any


def answers(index: Index, profiles: Sequence[Profile], *, limit: int = 10) -> Iterator[Answer]:
    """What `ranking.nearest` answers to each profile, in their order."""
    for found in over_all_cores(_answers, portions(profiles, _EXPLAINED), index, limit):
        yield from found


def scores_of(
    folder: Path, profiles: Sequence[Profile], limit: int
) -> Iterator[list[tuple[str, float]]]:
    """The ids and scores of `ranking.nearest` for each profile, without reasons.

    `folder` is one that `Index.save` wrote and nobody changed since.
    """
    task = _Task(folder, limit)
    work = partial(_on_mapped, _scores)
    for found in workers.spread(work, portions(profiles, _RANKED), task):
        yield from found


def over_all_cores(
    work: Callable[[Sequence[Item], Index, Given], Result],
    items: Sequence[Sequence[Item]],
    index: Index,
    given: Given,
) -> Iterator[Result]:
    """`work(portion, index, given)` for all portions of items, in their order.

    Many are done by processes that map the index from a temporary folder. An index that was
    changed since it was built cannot be saved: it is asked in this process.
    """
    if not workers.pays(items) or len(index.texts.shelves) > 1:
        yield from workers.told(items, (work(portion, index, given) for portion in items))
        return
    with TemporaryDirectory(prefix="caunoi-", ignore_cleanup_errors=True) as temporary:
        folder = Path(temporary) / "index"
        index.save(folder)
        yield from workers.spread(partial(_on_mapped, work), items, _Task(folder, given))


def totals(index: Index, profile: Profile) -> Floats:
    """The score of every listing for a profile, as `ranking.nearest` gives it."""
    language = profile.language or detect(profile.text)
    return score(index, query_of_profile(index, profile.text, language)).total


def portions(items: Sequence[Item], size: int) -> list[Sequence[Item]]:
    """The items in their order, so many at a time."""
    return [items[start : start + size] for start in range(0, len(items), size)]


def _on_mapped(
    work: Callable[[Sequence[Item], Index, Any], Result], portion: Sequence[Item], task: _Task
) -> Result:
    return work(portion, _mapped(task.folder), task.given)


@lru_cache(maxsize=1)
def _mapped(folder: Path) -> Index:
    return Index.map(folder)


def _answers(profiles: Sequence[Profile], index: Index, limit: int) -> list[Answer]:
    return [nearest(index, profile, limit=limit) for profile in profiles]


def _scores(profiles: Sequence[Profile], index: Index, limit: int) -> list[list[tuple[str, float]]]:
    return [_ranked(index, totals(index, profile), limit) for profile in profiles]


def _ranked(index: Index, total: Floats, limit: int) -> list[tuple[str, float]]:
    places = best_first(index, total, limit=limit)
    return [(index.ids[place], float(total[place])) for place in places]
