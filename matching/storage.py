"""An index as files: written aside, verified before use, switched in one step.

Arrays are `.npy` files that all processes map into the same memory; nothing is ever unpickled.
"""

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

FORMAT = 3
_MANIFEST = "manifest.json"
_CURRENT = "current"
_CHUNK = 1 << 20


class DamagedIndex(Exception):
    """Files that are missing, changed, or of another format; the index must be built again."""

    def __init__(self, folder: Path, problem: str) -> None:
        super().__init__(f"{folder.name}: {problem}")
        self.folder, self.problem = folder, problem


def write(folder: Path, fill: Callable[[Path], None]) -> None:
    """Make a sealed folder: `fill` writes the files aside, then the folder appears whole.

    Raises FileExistsError when another process was first.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        fill(aside)
        _seal(aside)
        _move(aside, folder)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def verify(folder: Path) -> None:
    """Raise DamagedIndex unless every byte is as it was written."""
    manifest = _manifest(folder)
    present = {path.name for path in folder.iterdir()} - {_MANIFEST}
    if present != set(manifest):
        raise DamagedIndex(folder, f"files differ: {sorted(present ^ set(manifest))}")
    for name, digest in manifest.items():
        if _digest(folder / name) != digest:
            raise DamagedIndex(folder, f"{name} was changed")


def save_array(path: Path, values: NDArray[Any]) -> None:
    """One array without objects."""
    np.save(path, values, allow_pickle=False)


def load_array(path: Path) -> NDArray[Any]:
    """The array, mapped into memory and read-only; an empty one cannot be mapped."""
    try:
        # A bare array on the same memory: slices of numpy's own memmap take ten times as long.
        return np.asarray(np.load(path, mmap_mode="r", allow_pickle=False))
    except ValueError:
        return np.load(path, allow_pickle=False)  # type: ignore[no-any-return]


def switch(root: Path, name: str) -> None:
    """Make the version of this name the current one, in one step for every reader."""
    handle, aside = tempfile.mkstemp(prefix=".current-", dir=root)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(name)
        _flush(file.fileno())
    os.replace(aside, root / _CURRENT)
    _flush_folder(root)


def current(root: Path) -> Path | None:
    """The folder of the current version, None when there has been none or its name is spoilt."""
    try:
        return root / (root / _CURRENT).read_text(encoding="utf-8")
    except (FileNotFoundError, UnicodeDecodeError):
        return None


def _seal(folder: Path) -> None:
    files: dict[str, str] = {}
    for path in sorted(folder.iterdir()):
        with path.open("rb") as file:
            _flush(file.fileno())
        files[path.name] = _digest(path)
    body = {"format": FORMAT, "files": files}
    with (folder / _MANIFEST).open("w", encoding="utf-8") as manifest:
        json.dump({**body, "seal": _seal_of(body)}, manifest, indent=1)
        manifest.flush()
        _flush(manifest.fileno())
    _flush_folder(folder)


def _move(aside: Path, folder: Path) -> None:
    aside.chmod(0o755)
    try:
        aside.rename(folder)
    except OSError as error:
        if folder.exists():
            raise FileExistsError(folder) from error
        raise
    _flush_folder(folder.parent)


def _manifest(folder: Path) -> Mapping[str, str]:
    try:
        manifest = json.loads((folder / _MANIFEST).read_bytes())
        body = {"format": manifest["format"], "files": manifest["files"]}
        sealed = manifest["seal"] == _seal_of(body)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DamagedIndex(folder, "the manifest cannot be read") from error
    if not sealed:
        raise DamagedIndex(folder, "the manifest was changed")
    if body["format"] != FORMAT:
        raise DamagedIndex(folder, f"format {body['format']} instead of {FORMAT}")
    return dict(body["files"])


def _seal_of(body: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()


def _digest(path: Path) -> str:
    seal = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            seal.update(chunk)
    return seal.hexdigest()


def _flush(descriptor: int) -> None:
    os.fsync(descriptor)


def _flush_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        _flush(descriptor)
    finally:
        os.close(descriptor)
