"""Opening a prepared installation for a command, and closing it again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from service.bootstrap import Services, assemble
from service.preparing import is_prepared
from service.refusals import Refusal
from service.settings import read_settings


@contextmanager
def opened() -> Iterator[Services]:
    """The services of this installation, whatever state it is in."""
    services = assemble(read_settings())
    try:
        yield services
    finally:
        services.close()


@contextmanager
def prepared() -> Iterator[Services]:
    """The services of an installation that has been prepared; refuses any other."""
    with opened() as services:
        if not is_prepared(services):
            raise Refusal("this installation is not prepared: run `caunoi init` first")
        yield services
