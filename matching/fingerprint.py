"""Which code reads the texts: what it made is made again when it changes."""

import hashlib
import unicodedata
from functools import cache
from pathlib import Path

import numpy as np

import i18n
import matching

_READ = (".py", ".toml")


@cache
def reading_digest() -> str:
    """Changes with every line of the code that turns texts into evidence, and with its word lists.

    The vocabulary is not among these: an index carries its own.
    """
    digest = hashlib.blake2b(digest_size=8)
    digest.update(f"{np.__version__} {unicodedata.unidata_version}".encode())
    for package in (matching, i18n):
        for path in sorted(Path(str(package.__file__)).parent.rglob("*")):
            if path.suffix in _READ:
                digest.update(path.read_bytes())
    return digest.hexdigest()
