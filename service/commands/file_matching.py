"""`caunoi match`: two files in, results out, without any database."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TextIO

from rich.console import Console
from rich.progress import Progress

from matching.batch import answers
from matching.documents import Document
from matching.files import read_documents, read_profiles, write_interests, write_results
from matching.index import Index
from matching.reverse import nearest_profiles
from matching.thesaurus import Thesaurus
from matching.workers import WorkerDied, watched
from service.commands.reading import read
from service.refusals import Refusal


def match_profiles(listings: Path, profiles: Path, *, top: int, out: Path | None) -> None:
    """Match every profile with all listings and write one JSON line a profile, in their order.

    Raises Refusal naming every line that cannot be used; nothing has been written then.
    """
    _refuse_overwriting(out, listings, profiles)
    documents, wanted = read(read_documents, listings), read(read_profiles, profiles)
    with _target(out) as file:
        index = _build(documents, file)
        with _progress(file, "matching profiles", len(wanted)):
            found = answers(index, [profile for _, profile in wanted], limit=top)
            ids = (profile_id for profile_id, _ in wanted)
            write_results(file, zip(ids, found, strict=True), index.thesaurus)


def match_listings(listings: Path, profiles: Path, *, top: int, out: Path | None) -> None:
    """Find the profiles each listing fits and write one JSON line a listing, in their order.

    Raises Refusal as `match_profiles` does.
    """
    _refuse_overwriting(out, listings, profiles)
    documents, wanted = read(read_documents, listings), read(read_profiles, profiles)
    ids = [document.id for document in documents]
    with _target(out) as file:
        index = _build(documents, file)
        with _progress(file, "matching profiles, then listings", len(wanted) + len(ids)):
            found = nearest_profiles(index, dict(wanted), ids, limit=top)
            write_interests(file, found, index.thesaurus)


def _refuse_overwriting(out: Path | None, *read_from: Path) -> None:
    if out and out.resolve() in {path.resolve() for path in read_from}:
        raise Refusal(f"{out}: the results would replace what is read; name another file")


def _build(documents: Sequence[Document], file: TextIO) -> Index:
    with _progress(file, "reading listings", len(documents)):
        return Index.build(documents, Thesaurus.load())


@contextmanager
def _progress(file: TextIO, what: str, count: int) -> Iterator[None]:
    """A bar on stderr when a terminal looks on and does not get the results as well."""
    console = Console(stderr=True)
    quiet = not console.is_terminal or file.isatty()
    with Progress(console=console, disable=quiet, redirect_stdout=False) as progress:
        task = progress.add_task(what, total=count)
        with watched(lambda done: progress.advance(task, done)):
            yield


@contextmanager
def _target(out: Path | None) -> Iterator[TextIO]:
    """Where results go: a file takes its name only when it is whole."""
    try:
        if out is None:
            yield sys.stdout
        elif out.exists() and not out.is_file():
            with out.open("w", encoding="utf-8") as device:
                yield device
        else:
            with _written_aside(out.resolve()) as file:
                yield file
    except WorkerDied as died:
        raise Refusal(str(died)) from died
    except OSError as error:
        if out is None:
            raise
        raise Refusal(f"{error.filename or out}: {error.strerror}") from None


@contextmanager
def _written_aside(out: Path) -> Iterator[TextIO]:
    aside = out.with_name(f"{out.name}.{os.getpid()}.part")
    with _ending_tidily():
        try:
            with aside.open("w", encoding="utf-8") as file:
                if out.exists():
                    shutil.copymode(out, aside)
                yield file
            aside.replace(out)
        finally:
            aside.unlink(missing_ok=True)


@contextmanager
def _ending_tidily() -> Iterator[None]:
    """A request to end leaves as little behind as an interrupt does."""
    before = signal.signal(signal.SIGTERM, _end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _end(number: int, _: FrameType | None) -> None:
    raise SystemExit(128 + number)
