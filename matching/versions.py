"""The versions of an index beside each other, one of them current."""

import shutil
from pathlib import Path

from matching import storage
from matching.index import Index
from matching.storage import DamagedIndex


def publish(index: Index, root: Path, *, name: str) -> Path:
    """Save under a name of its own (say, the data version) and make it current in one step.

    Of several processes that publish the same name one writes and all use its files; a damaged
    folder of that name is replaced.
    """
    folder = root / name
    try:
        storage.verify(folder)
    except DamagedIndex:
        _replace(index, folder)
    storage.switch(root, name)
    return folder


def open_current(root: Path) -> Index:
    """The current version; raises DamagedIndex when there is none or it cannot be trusted."""
    folder = storage.current(root)
    if folder is None:
        raise DamagedIndex(root, "no index has been built")
    return Index.load(folder)


def prune(root: Path) -> None:
    """Remove all versions but the current one; who has an old one mapped keeps it."""
    kept = storage.current(root)
    for folder in root.iterdir():
        if folder.is_dir() and folder != kept and not folder.name.startswith("."):
            shutil.rmtree(folder, ignore_errors=True)


def _replace(index: Index, folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    try:
        index.save(folder)
    except FileExistsError:
        storage.verify(folder)  # another process was first with the same name
