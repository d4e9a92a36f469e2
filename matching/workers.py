"""Work spread over all cores, where there is enough of it to pay for starting processes."""

import gc
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence, Sized
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing, contextmanager
from contextvars import ContextVar
from types import FrameType
from typing import Any, TypeVar

Portion = TypeVar("Portion", bound=Sized)
Shared = TypeVar("Shared")
Result = TypeVar("Result")

_FEWEST_PORTIONS = 5
# So many portions a process are handed out before the first result is asked for: more would only
# wait in memory, and be waited for when the work is given up.
_AHEAD = 3
# A process makes few cycles but very many objects: looking for cycles at Python's usual pace
# doubles the time in which the vocabulary is compiled.
_SELDOM = 100_000
_ENDING = frozenset({signal.SIGINT, signal.SIGTERM})
_shared: Any = None
_watcher: ContextVar[Callable[[int], object] | None] = ContextVar("watcher", default=None)


class WorkerDied(Exception):
    """A process ended before its work was done; says what may have ended it."""

    def __init__(self) -> None:
        super().__init__(
            "a worker process ended before its work was done: it was killed, memory ran out, or "
            "the script that started it lacks `if __name__ == '__main__':`"
        )


def pays(portions: Sized) -> bool:
    """Whether there are cores and portions enough to start processes."""
    return len(portions) >= _FEWEST_PORTIONS and _cores() > 1


def spread(
    work: Callable[[Portion, Shared], Result], portions: Sequence[Portion], shared: Shared
) -> Iterator[Result]:
    """`work(portion, shared)` for every portion, in their order; raises WorkerDied.

    `shared` goes to each process once. Processes are spawned: a fork of a process with threads
    can hang.
    """
    if pays(portions):
        yield from told(portions, _by_processes(work, portions, shared))
    else:
        yield from told(portions, (work(portion, shared) for portion in portions))


def told(portions: Sequence[Sized], results: Generator[Result, None, None]) -> Iterator[Result]:
    """The results, while whoever is watching hears of the portion that each one is of."""
    watcher = _watcher.get()
    with closing(results):
        for portion, result in zip(portions, results, strict=True):
            if watcher:
                watcher(len(portion))
            yield result


@contextmanager
def watched(watcher: Callable[[int], object]) -> Iterator[None]:
    """Within this block `watcher` hears the size of every portion that is done."""
    before = _watcher.set(watcher)
    try:
        yield
    finally:
        _watcher.reset(before)


def _by_processes(
    work: Callable[[Portion, Shared], Result], portions: Sequence[Portion], shared: Shared
) -> Generator[Result, None, None]:
    count = min(_cores(), len(portions))
    spawn = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(count, mp_context=spawn, initializer=_begin, initargs=(shared,))
    waiting: deque[Future[Result]] = deque()
    try:
        for portion in portions:
            with _uninterrupted():
                waiting.append(pool.submit(_call, work, portion))
            if len(waiting) > _AHEAD * count:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool as broken:
        raise WorkerDied from broken
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Interrupts and requests to end are heard after this block, by this process; by those that it
    starts when `_begin` has made them ready.

    Any thread may take the signal, so a process that is being started is spared twice: it does not
    get the signal itself, and the one that hands it its work does not stop in between.
    """
    with _heard_later(signal.SIGINT), _heard_later(signal.SIGTERM), _masked():
        yield


@contextmanager
def _heard_later(number: signal.Signals) -> Iterator[None]:
    """Only the main thread hears signals, and only where somebody handles them."""
    handler = signal.getsignal(number)
    if not callable(handler) or threading.current_thread() is not threading.main_thread():
        yield
        return
    heard: list[tuple[int, FrameType | None]] = []
    signal.signal(number, lambda *caught: heard.append(caught))
    try:
        yield
    finally:
        signal.signal(number, handler)
        if heard:
            handler(*heard[0])


@contextmanager
def _masked() -> Iterator[None]:
    """Processes started in this block inherit that these signals wait."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(shared: Any) -> None:
    """Make a process ready: what is shared is there, and it ends when its starter does."""
    global _shared
    _shared = shared
    gc.set_threshold(_SELDOM)
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # ends at once, without a trace of its own
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDING)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)


def _call(work: Callable[[Any, Any], Result], portion: Any) -> Result:
    return work(portion, _shared)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
