"""Opening an installation for a command, and closing it again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from pydantic import ValidationError
from pydantic_core import ErrorDetails
from sqlalchemy.exc import OperationalError

from service.bootstrap import Services, assemble
from service.database import is_there
from service.preparing import is_prepared
from service.refusals import Refusal
from service.settings import PREFIX, Settings, UnknownSettingError, read_settings

_NOT_PREPARED = "this installation is not prepared: run `caunoi init` first"


@contextmanager
def opened() -> Iterator[Services]:
    """The services of this installation, whatever state it is in.

    Raises Refusal for settings that cannot be used and for a database that does not answer.
    """
    services = assemble(settings())
    try:
        yield services
    except OperationalError as error:
        raise Refusal(f"the database does not answer: {error.orig}") from None
    finally:
        services.close()


@contextmanager
def prepared() -> Iterator[Services]:
    """The services of an installation that has been prepared; refuses any other."""
    with existing() as services:
        if not is_prepared(services):
            raise Refusal(_NOT_PREPARED)
        yield services


@contextmanager
def existing() -> Iterator[Services]:
    """The services of an installation that somebody has begun."""
    if not is_begun():
        raise Refusal(_NOT_PREPARED)
    with opened() as services:
        yield services


def is_begun() -> bool:
    """Whether there is an installation to open; to ask makes no file."""
    return is_there(settings().database)


def settings() -> Settings:
    """The settings of this installation; Refusal for those that cannot be used."""
    try:
        return read_settings()
    except UnknownSettingError as unknown:
        raise Refusal(str(unknown)) from None
    except ValidationError as wrong:
        raise Refusal("; ".join(map(_told, wrong.errors()))) from None


def _told(problem: ErrorDetails) -> str:
    name = "".join(f"{PREFIX}{part}".upper() for part in problem["loc"][:1])
    return f"{name}: {problem['msg']}" if name else problem["msg"]
