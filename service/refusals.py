"""Reasons the command line gives for not doing something."""

from __future__ import annotations


class Refusal(Exception):
    """Something was asked for that cannot be done; the message says what to do instead."""
