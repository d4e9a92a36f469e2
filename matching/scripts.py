"""The writing systems that matching treats differently, as classes for regular expressions."""

import re
from typing import Literal

Script = Literal["latin", "hangul", "han", "katakana", "hiragana"]

HANGUL = "\uac00-\ud7a3"
HAN = "\u3005\u3006\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
KATAKANA = "\u30a1-\u30fa\u30fc-\u30ff"
HIRAGANA = "\u3041-\u309f"

_WORD = re.compile(
    rf"(?P<hangul>[{HANGUL}]+)|(?P<han>[{HAN}]+)|(?P<katakana>[{KATAKANA}]+)"
    rf"|(?P<hiragana>[{HIRAGANA}]+)|(?P<latin>[^\W_{HANGUL}{HAN}{KATAKANA}{HIRAGANA}]+)"
)
_EAST_ASIAN = re.compile(f"[{HANGUL}{HAN}{KATAKANA}{HIRAGANA}]")

words = _WORD.finditer


def script_of(letter: str) -> Script | None:
    """The script of one letter, "latin" for every alphabet and digits, None for punctuation."""
    found = _WORD.match(letter)
    return found.lastgroup if found else None  # type: ignore[return-value]


def is_east_asian(text: str) -> bool:
    """Whether a text has any Hangul, Han character or kana."""
    return not text.isascii() and _EAST_ASIAN.search(text) is not None
