"""What labels teach is fitted once for a vocabulary and kept for later runs.

Reading a hundred thousand labels takes seconds, which every `caunoi match` would spend again. What
came of it is kept in the user's cache folder under a name that changes with the vocabulary and
with the code. Whatever is missing, spoilt or unreadable there is fitted again.
"""

import os
import shutil
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from matching import storage
from matching.fingerprint import reading_digest
from matching.learned import Learned
from matching.thesaurus import Thesaurus

_KEPT = 3


@lru_cache(maxsize=2)
def of_labels(thesaurus: Thesaurus) -> Learned:
    """What the labels of a thesaurus teach, however many indexes are built with them."""
    folder = cache_folder() / f"labels-{thesaurus.digest}-{reading_digest()}"
    try:
        storage.verify(folder)
        os.utime(folder)  # the newest are those that are in use
        return Learned.load(folder)
    except (storage.DamagedIndex, OSError):
        shutil.rmtree(folder, ignore_errors=True)
    learned = Learned.fit(thesaurus)
    with suppress(OSError):  # the next run fits again; or another process was first
        _keep(learned, folder)
    return learned


def cache_folder() -> Path:
    """Where this user's programs keep what they can make again (XDG base directories)."""
    try:
        return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "caunoi"
    except RuntimeError:
        return Path(os.devnull) / "caunoi"  # somebody without a home: nothing is kept


def _keep(learned: Learned, folder: Path) -> None:
    storage.write(folder, learned.save)
    kept = sorted(folder.parent.glob("labels-*"), key=lambda path: path.stat().st_mtime)
    for old in kept[:-_KEPT]:
        shutil.rmtree(old, ignore_errors=True)
