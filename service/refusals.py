"""Reasons the command line gives for not doing something."""

from __future__ import annotations


class Refusal(Exception):  # noqa: N818 - a refusal is an answer, not a fault
    """Something was asked for that cannot be done; the message says what to do instead."""
