"""Reading the files a command is given; what cannot be read is a refusal with its reason."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from matching.rows import UnreadableFile
from service.refusals import Refusal

T = TypeVar("T")


def read(reader: Callable[[Path], T], path: Path) -> T:
    """What `reader` makes of a file; Refusal naming every line that cannot be used."""
    try:
        return reader(path)
    except UnreadableFile as unreadable:
        raise Refusal(str(unreadable)) from None
    except OSError as error:
        raise Refusal(f"{path}: {error.strerror}") from None
