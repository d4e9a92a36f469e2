"""The state of each text of a listing: computed from what is stored, never typed."""

from __future__ import annotations

from enum import StrEnum


class Origin(StrEnum):
    """How a text came to be."""

    ORIGINAL = "original"
    HUMAN = "human"
    MACHINE = "machine"


class TextState(StrEnum):
    """What a reader is told about a text."""

    ORIGINAL = "original"
    HUMAN = "human"
    MACHINE = "machine"
    REVIEWED = "reviewed"
    OUTDATED = "outdated"
    MISSING = "missing"


def text_state(
    origin: Origin,
    summary: str,
    *,
    reviewed: bool,
    source_version: int | None,
    original_version: int | None,
) -> TextState:
    """State of a stored text; without a summary it counts as missing, whatever its title.

    `source_version` is the version of the original this text was made from, `original_version`
    the original's present one. Being outdated outweighs an earlier review.
    """
    if not summary:
        return TextState.MISSING
    if origin is Origin.ORIGINAL:
        return TextState.ORIGINAL
    if _is_older(source_version, original_version):
        return TextState.OUTDATED
    return TextState.REVIEWED if reviewed else TextState(origin)


def _is_older(source_version: int | None, original_version: int | None) -> bool:
    if source_version is None or original_version is None:
        return False
    return source_version < original_version
