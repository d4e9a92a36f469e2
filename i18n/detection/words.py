"""The word lists of `words.toml`, read once."""

import tomllib
from pathlib import Path

_LISTS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))

VIETNAMESE = frozenset(_LISTS["vi"].split())
ENGLISH = frozenset(_LISTS["en"].split())
OTHERS = {language: frozenset(words.split()) for language, words in _LISTS["others"].items()}
