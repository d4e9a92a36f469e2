"""`caunoi check`: what a person looks at before trusting an installation."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

import typer

from matching.storage import DamagedIndex
from matching.thesaurus import Thesaurus
from service.bootstrap import Services
from service.commands.opening import existing
from service.database import reading
from service.migrating import is_current
from service.preparing import is_prepared

Check = Callable[[Services], Iterator[str]]


def check() -> None:
    """Print what is wrong, one line each; exit 1 when anything is."""
    with existing() as services:
        problems = [problem for each in _CHECKS for problem in each(services)]
    for problem in problems:
        print(problem)
    if problems:
        sys.exit(1)
    typer.echo("all is well", err=True)


def _tables(services: Services) -> Iterator[str]:
    if not is_current(services.engine):
        yield "the tables are not those of this release: run `caunoi init`"
    elif not is_prepared(services):
        yield "the shipped catalogue is not that of this release: run `caunoi init`"


def _vocabulary(services: Services) -> Iterator[str]:
    yield from Thesaurus.load().check()


def _index(services: Services) -> Iterator[str]:
    if not is_current(services.engine):
        return
    with reading(services.engine) as session:
        try:
            services.recommendations.verify(session)
        except DamagedIndex as damage:
            yield f"the index cannot be used ({damage}): run `caunoi reindex`"


_CHECKS: tuple[Check, ...] = (_tables, _vocabulary, _index)
