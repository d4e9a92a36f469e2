"""The measurements of one round, one after the other so that noise meets all of them alike."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from functools import partial
from itertools import cycle, islice
from time import perf_counter
from typing import Any

from catalogue.search import Criteria
from i18n.languages import LANGUAGES
from service.bootstrap import Services
from service.database import reading
from service.recommendations import Wanted
from tests.bench.installations import Installations, opened
from tests.bench.load import Load, load, posts, requests
from tests.bench.paths import list_paths
from tests.bench.questions import WORDS, keyword_paths, profiles
from tests.bench.servers import PRODUCT, ROOT, peer, product, seconds_until_it_answers

KEPT_PAGES = 40  # addresses whose pages the cache answers
Figures = dict[str, float]  # by name: replies a second, or milliseconds


class Bench:
    """Servers kept running, asked round by round."""

    def __init__(self, found: Installations, *, seconds: float) -> None:
        self._found = found
        self._seconds = seconds
        self._closing = ExitStack()
        enter: Callable[[AbstractContextManager[Any]], Any] = self._closing.enter_context
        self._product: int = enter(product(found.grown, log=found.grown / "access.log"))
        self._plain: int = enter(peer("plain", found.grown))
        self._services: Services = enter(opened(found.grown))
        self._fresh = self._list_paths()
        self._kept = list(islice(self._fresh, KEPT_PAGES))
        self._profiles, self._keywords = profiles(), keyword_paths()
        self._in_process()
        whole, packed = self._warm_up()
        self.sizes = {"page": whole, "page, gzip": packed}
        self._bare: int = enter(peer("bare", found.grown, size=round(whole)))
        self._bare_packed: int = enter(peer("bare", found.grown, size=round(packed)))

    def __enter__(self) -> Bench:
        return self

    def __exit__(self, *_: object) -> None:
        self._closing.close()

    def round(self) -> Figures:
        """Everything once."""
        return {**self._pages(), **self._answers(), **self._in_process(), **self._processes()}

    def _list_paths(self) -> Iterator[str]:
        with reading(self._services.engine) as session:
            return list_paths(session, seed=1)

    def _warm_up(self) -> tuple[float, float]:
        """Fill the page cache and each server's own memories; the mean sizes of the pages."""
        self._answers()
        warm = list(islice(self._fresh, 60))
        for port in (self._plain, self._product):
            load(port, requests(port, iter(warm)), seconds=60)
        sizes = [
            self._asked(self._product, iter(self._kept * 2), seconds=60, encoding=encoding).size
            for encoding in ("identity", "gzip")
        ]
        return sizes[0], sizes[1]

    def _asked(
        self, port: int, paths: Iterator[str], *, seconds: float, encoding: str = "identity"
    ) -> Load:
        return load(port, requests(port, paths, encoding=encoding), seconds=seconds)

    def _pages(self) -> Figures:
        """Replies a second. Product and plain page are asked for the same fresh addresses."""
        fresh = list(islice(self._fresh, round(200 * self._seconds)))
        plain = self._asked(self._plain, iter(fresh), seconds=self._seconds * 2)
        uncached = self._asked(self._product, iter(fresh), seconds=self._seconds * 2)
        kept = {
            "cached page": (self._product, "identity"),
            "bare reply": (self._bare, "identity"),
            "cached page, gzip": (self._product, "gzip"),
            "bare reply of gzip size": (self._bare_packed, "identity"),
        }
        return {
            "plain page": plain.per_second,
            "uncached page": uncached.per_second,
            "uncached page p50": uncached.percentile(0.5),
            "plain page p50": plain.percentile(0.5),
            **{
                name: self._asked(
                    port, cycle(self._kept), seconds=self._seconds, encoding=encoding
                ).per_second
                for name, (port, encoding) in kept.items()
            },
        }

    def _answers(self) -> Figures:
        """Latency through the API, one asker at a time."""
        port = self._product
        words = requests(port, islice(self._keywords, 40))
        wanted = ({"text": text} for text in islice(self._profiles, 40))
        searched = load(port, words, seconds=60, connections=1)
        matched = load(port, posts(port, "/api/v1/matches", wanted), seconds=60, connections=1)
        return {
            **_latency("keyword search, API", searched.seconds),
            **_latency("match, API", matched.seconds),
        }

    def _in_process(self) -> Figures:
        """Latency of ranking alone, without reading or writing pages."""
        languages = cycle(LANGUAGES)
        desk = self._services.recommendations
        with reading(self._services.engine) as session:
            words = partial(desk.keyword_ids, session)
            searched = [_timed(words, word, next(languages)) for word in WORDS * 2]
            match = partial(desk.find, session)
            wanted = [Wanted(text=text, criteria=Criteria()) for text in islice(self._profiles, 25)]
            matched = [_timed(match, each, language=next(languages)) for each in wanted]
        return {
            **_latency("keyword search, in process", searched),
            **_latency("match, in process", matched),
        }

    def _processes(self) -> Figures:
        """Milliseconds of whole processes."""
        return {
            "python -c pass": _process(sys.executable, "-c", "pass"),
            "caunoi --help": _process(*PRODUCT, "--help"),
            "start, shipped": seconds_until_it_answers(self._found.shipped) * 1e3,
            "start, grown": seconds_until_it_answers(self._found.grown) * 1e3,
        }


def _latency(name: str, seconds: Any) -> Figures:
    ordered = sorted(seconds)
    shares = {"p50": 0.5, "p99": 0.99}
    return {
        f"{name} {label}": ordered[min(len(ordered) - 1, int(len(ordered) * share))] * 1e3
        for label, share in shares.items()
    }


def _timed(call: Callable[..., object], *args: object, **options: object) -> float:
    begin = perf_counter()
    call(*args, **options)
    return perf_counter() - begin


def _process(*command: str) -> float:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("CAUNOI_")}
    begin = perf_counter()
    subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, check=True)
    return (perf_counter() - begin) * 1e3
