"""Reasons the command line gives for not doing something."""

from __future__ import annotations


class Refusal(Exception):
    """Something was asked for that cannot be done; the message says what to do instead."""


def is_refusal(error: Exception) -> bool:
    """Whether an error tells a person what to mend; any other is a fault of ours."""
    # Imported here: `caunoi --help` needs neither package.
    from catalogue.sample import BadListingFile
    from matching.concepts import BadVocabulary

    return isinstance(error, Refusal | BadListingFile | BadVocabulary)
