"""Work spread over processes, as callers see it; the work is plain functions of this module."""

import os
import signal
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from itertools import islice
from multiprocessing import util

import pytest

from matching.workers import WorkerDied, pays, spread, watched

PORTIONS = [range(start, start + 3) for start in range(0, 30, 3)]
EXPECTED = [2 * sum(portion) for portion in PORTIONS]

several_cores = pytest.mark.skipif(not pays(PORTIONS), reason="needs two cores")


def add(portion: Sequence[int], factor: int) -> int:
    return factor * sum(portion)


def who(portion: Sequence[int], _: None) -> int:
    return os.getpid()


def refuse(portion: Sequence[int], _: None) -> int:
    raise LookupError(min(portion))


def die(portion: Sequence[int], _: None) -> None:
    os._exit(1)


def test_results_stand_in_the_order_of_the_portions() -> None:
    assert list(spread(add, PORTIONS, 2)) == EXPECTED
    assert list(spread(add, PORTIONS[:2], 2)) == EXPECTED[:2]


@several_cores
def test_many_portions_are_done_elsewhere_and_few_here() -> None:
    assert os.getpid() not in set(spread(who, PORTIONS, None))
    assert set(spread(who, PORTIONS[:2], None)) == {os.getpid()}


def test_work_may_be_spread_from_a_thread() -> None:
    found: list[int] = []
    thread = threading.Thread(target=lambda: found.extend(spread(add, PORTIONS, 2)), daemon=True)
    thread.start()
    thread.join(timeout=60)
    assert found == EXPECTED


@several_cores
@pytest.mark.parametrize("shared", [None, "x" * 1_000_000], ids=["little", "much"])
def test_a_process_that_dies_is_an_error_not_a_wait(shared: str | None) -> None:
    with pytest.raises(WorkerDied, match="memory ran out"):
        list(spread(die, PORTIONS, shared))


def test_an_error_in_the_work_is_raised_here() -> None:
    with pytest.raises(LookupError):
        list(spread(refuse, PORTIONS, None))


def test_what_nobody_waits_for_is_given_up() -> None:
    found = spread(add, PORTIONS, 2)
    assert list(islice(found, 1)) == EXPECTED[:1]
    found.close()
    assert list(found) == []


@pytest.mark.parametrize("portions", [PORTIONS, PORTIONS[:2]], ids=["elsewhere", "here"])
def test_a_watcher_hears_of_every_portion(portions: list[range]) -> None:
    heard: list[int] = []
    with watched(heard.append):
        list(spread(add, portions, 1))
    list(spread(add, PORTIONS[:2], 1))
    assert heard == [3] * len(portions)


@several_cores
def test_an_interrupt_while_a_process_is_started_is_heard_once_and_by_us(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    start, started = util.spawnv_passfds, []

    def start_and_interrupt(path: bytes, arguments: list[str], passed: tuple[int, ...]) -> int:
        process: int = start(path, arguments, passed)
        if "--multiprocessing-fork" in arguments:
            started.append(process)
            os.kill(os.getpid(), signal.SIGINT)
            time.sleep(0.1)  # until the other thread has taken it
        return process

    monkeypatch.setattr(util, "spawnv_passfds", start_and_interrupt)
    over = threading.Event()
    another = threading.Thread(
        target=over.wait, daemon=True
    )  # takes the signal that the main thread blocks
    another.start()
    with pytest.raises(KeyboardInterrupt):
        list(spread(add, PORTIONS, 2))
    over.set()
    another.join()
    for process in started:
        with suppress(ChildProcessError):
            os.waitpid(process, 0)
    assert started
    assert "Traceback" not in capfd.readouterr().err
