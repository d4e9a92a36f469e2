"""`caunoi match`: two files in, results out, without any database."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO, TypeVar

from rich.console import Console
from rich.progress import track

from matching.documents import Answer, Profile
from matching.files import read_documents, read_profiles, write_results
from matching.index import Index
from matching.ranking import nearest
from matching.rows import UnreadableFile
from matching.thesaurus import Thesaurus
from service.refusals import Refusal

T = TypeVar("T")


def match(listings: Path, profiles: Path, *, top: int, out: Path | None) -> None:
    """Match every profile with all listings and write one JSON line a profile, in their order.

    Raises Refusal naming every line that cannot be used; nothing has been written then.
    """
    documents, wanted = _read(read_documents, listings), _read(read_profiles, profiles)
    thesaurus = Thesaurus.load()
    index = Index.build(_tracked(documents, "reading listings"), thesaurus)
    with _target(out) as file:
        write_results(file, _answers(index, wanted, top), thesaurus)


def _answers(
    index: Index, wanted: list[tuple[str, Profile]], top: int
) -> Iterator[tuple[str, Answer]]:
    for query_id, profile in _tracked(wanted, "matching profiles"):
        yield query_id, nearest(index, profile, limit=top)


def _read(reader: Callable[[Path], T], path: Path) -> T:
    try:
        return reader(path)
    except UnreadableFile as unreadable:
        raise Refusal(str(unreadable)) from None
    except OSError as error:
        raise Refusal(f"{path}: {error.strerror}") from None


def _tracked(work: list[T], what: str) -> Iterable[T]:
    """Work with a progress bar on stderr when a terminal looks on."""
    console = Console(stderr=True)
    return track(work, what, console=console, disable=not console.is_terminal)


@contextmanager
def _target(out: Path | None) -> Iterator[TextIO]:
    if out is None:
        yield sys.stdout
        return
    try:
        with out.open("w", encoding="utf-8") as file:
            yield file
    except OSError as error:
        raise Refusal(f"{out}: {error.strerror}") from None
