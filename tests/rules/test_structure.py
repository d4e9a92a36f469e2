"""House rules about the shape of the source."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MAY_IMPORT = {
    "i18n": {"i18n"},
    "catalogue": {"catalogue", "i18n"},
    "matching": {"matching", "i18n"},
    "service": {"service", "catalogue", "matching", "i18n"},
    "web": {"web", "service", "catalogue", "matching", "i18n"},
}
FORBIDDEN_NAMES = {"utils", "helpers", "common", "base", "manager", "misc", "core"}


def sources() -> Iterator[Path]:
    for package in MAY_IMPORT:
        yield from sorted(
            path
            for path in (ROOT / package).rglob("*.py")
            if "migrations/versions" not in str(path)
        )


def imported_packages(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_imports_flow_one_way(package: str) -> None:
    strangers = set(MAY_IMPORT) - MAY_IMPORT[package]
    against = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in (ROOT / package).rglob("*.py")
        for name in imported_packages(path)
        if name in strangers
    ]
    assert against == []


def test_no_file_is_named_after_nothing_in_particular() -> None:
    vague = [path for path in sources() if path.stem in FORBIDDEN_NAMES]
    assert vague == []


def test_no_file_passes_300_lines() -> None:
    long = [path for path in sources() if len(path.read_text(encoding="utf-8").splitlines()) > 300]
    assert long == []


def test_no_function_passes_40_lines() -> None:
    long = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for path in sources()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or node.lineno) - node.lineno >= 40
    ]
    assert long == []


def test_every_package_module_and_public_class_says_what_it_is_for() -> None:
    silent = [
        f"{path.relative_to(ROOT)} {getattr(node, 'name', '')}"
        for path in sources()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Module | ast.ClassDef)
        and not getattr(node, "name", "").startswith("_")
        and ast.get_docstring(node) is None
        and (not isinstance(node, ast.Module) or node.body)
    ]
    assert silent == []


def test_nothing_below_a_page_or_a_job_commits() -> None:
    committing = [
        str(path.relative_to(ROOT))
        for path in sources()
        if ".commit()" in path.read_text(encoding="utf-8")
    ]
    assert committing == []
