"""How much memory a process and its children hold together at most."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

_EVERY = 0.3  # seconds
_PROPORTIONAL = re.compile(r"^Pss:\s+(\d+) kB", re.MULTILINE)


@dataclass
class Peak:
    """Bytes; what several processes share counts once."""

    size: int = 0


@contextmanager
def peak() -> Iterator[Peak]:
    """Looks again and again at this process and those it has started."""
    found, done = Peak(), Event()
    watcher = Thread(target=_watch, args=(found, done), daemon=True)
    watcher.start()
    try:
        yield found
    finally:
        done.set()
        watcher.join()


def _watch(found: Peak, done: Event) -> None:
    while not done.wait(_EVERY):
        found.size = max(found.size, sum(map(_held, _family(os.getpid()))))


def _family(process: int) -> Iterator[int]:
    yield process
    for task in _listed(f"/proc/{process}/task/{process}/children").split():
        yield from _family(int(task))


def _held(process: int) -> int:
    found = _PROPORTIONAL.search(_listed(f"/proc/{process}/smaps_rollup"))
    return int(found.group(1)) * 1024 if found else 0


def _listed(path: str) -> str:
    try:
        return Path(path).read_text(encoding="ascii")
    except OSError:  # a process that has just ended
        return ""
