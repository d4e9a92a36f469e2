"""What labels teach, as files: fitted once for a vocabulary and kept for later runs.

Reading a hundred thousand labels takes seconds, which every `caunoi match` would spend again. What
came of it is kept in the user's cache folder under a name that changes with the vocabulary and
with the code. Whatever is missing or spoilt there is fitted again.
"""

import hashlib
import os
import shutil
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

import i18n
import matching
from i18n.languages import LANGUAGES, Language
from matching import storage
from matching.counted import Counted
from matching.learned import Learned, Space
from matching.thesaurus import Thesaurus

_KEPT = 3


@lru_cache(maxsize=2)
def of_labels(thesaurus: Thesaurus) -> Learned:
    """What the labels of a thesaurus teach, however many indexes are built with them."""
    folder = cache_folder() / f"labels-{thesaurus.digest}-{_code()}"
    try:
        storage.verify(folder)
        return load_learned(folder)
    except storage.DamagedIndex:
        learned = Learned.fit(thesaurus)
        _keep(learned, folder)
        return learned


def cache_folder() -> Path:
    """Where this user's programs keep what they can make again (XDG base directories)."""
    try:
        return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "caunoi"
    except RuntimeError:
        return Path(os.devnull) / "caunoi"  # somebody without a home: nothing is kept


def save_learned(learned: Learned, folder: Path) -> None:
    """Write the arrays of all languages into a folder that is there."""
    for language, space in learned.spaces.items():
        for name, values in _arrays(space):
            storage.save_array(_path(folder, language, name), values)


def load_learned(folder: Path) -> Learned:
    """Map what `save_learned` wrote."""
    return Learned({language: _space(folder, language) for language in LANGUAGES})


def _arrays(space: Space) -> Iterator[tuple[str, NDArray[Any]]]:
    counted = space.counted
    yield "terms", counted.hashes
    yield "columns", counted.columns
    yield "amounts", counted.amounts
    yield "starts", counted.starts
    yield "entries", space.entries


def _space(folder: Path, language: Language) -> Space:
    names = ("terms", "columns", "amounts", "starts", "entries")
    *counted, entries = (storage.load_array(_path(folder, language, name)) for name in names)
    return Space(Counted(*counted), entries)


def _path(folder: Path, language: Language, name: str) -> Path:
    return folder / f"learned_{language}_{name}.npy"


def _keep(learned: Learned, folder: Path) -> None:
    """Keep it beside the few newest others; where nothing can be kept, the next run fits again."""
    try:
        shutil.rmtree(folder, ignore_errors=True)
        storage.write(folder, lambda aside: save_learned(learned, aside))
        kept = sorted(folder.parent.glob("labels-*"), key=lambda path: path.stat().st_mtime)
        for old in kept[:-_KEPT]:
            shutil.rmtree(old, ignore_errors=True)
    except OSError:
        pass


@cache
def _code() -> str:
    """Changes with every line of the code that reads labels."""
    digest = hashlib.blake2b(np.__version__.encode(), digest_size=8)
    for package in (matching, i18n):
        for path in sorted(Path(*package.__path__).rglob("*")):
            if path.suffix in (".py", ".toml"):
                digest.update(path.read_bytes())
    return digest.hexdigest()
