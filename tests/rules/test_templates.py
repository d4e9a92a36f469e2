"""Templates compile and arrange only: no inline style or script, nothing from elsewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from i18n.languages import LANGUAGES, Language
from web.rendering import TEMPLATES, templates

FILES = sorted(path for path in TEMPLATES.rglob("*") if path.is_file())
NAMES = [path.relative_to(TEMPLATES).as_posix() for path in FILES]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_template_compiles(language: Language) -> None:
    for name in NAMES:
        assert templates(language).get_template(name)


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_no_template_carries_inline_style_script_or_an_outside_address(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\sstyle=|\son[a-z]+=\"|<style|javascript:", text)
    assert not re.search(r"(src|href)=\"https?://", text)
    assert all("application/ld+json" in tag for tag in re.findall(r"<script[^>]*>", text))


def test_styles_stay_small() -> None:
    static = TEMPLATES.parent / "static"
    assert sum(path.stat().st_size for path in static.glob("*.css")) < 30 * 1024
    assert sum(path.stat().st_size for path in static.glob("*.js")) < 10 * 1024
