"""Sort keys per language, without a collation library.

Keys of one language compare with each other only.
"""

import unicodedata

from i18n.languages import Language
from i18n.normalization import folded, key

SortKey = tuple[str, str]

# The letters that follow a, d, e, o, u in the Vietnamese alphabet sort after every
# continuation of the plain letter: a, ă, â, b, c, d, đ, e, ê, …
_FIRST_AFTER, _SECOND_AFTER = "\U0010fffe", "\U0010ffff"
_ALPHABET = str.maketrans(
    {
        "ă": "a" + _FIRST_AFTER,
        "â": "a" + _SECOND_AFTER,
        "đ": "d" + _FIRST_AFTER,
        "ê": "e" + _FIRST_AFTER,
        "ô": "o" + _FIRST_AFTER,
        "ơ": "o" + _SECOND_AFTER,
        "ư": "u" + _FIRST_AFTER,
    }
)
# Dictionary order of the tones: none, huyền, hỏi, ngã, sắc, nặng.
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_DROP_TONES = str.maketrans(dict.fromkeys(_TONES, ""))


def sort_key(text: str, language: Language) -> SortKey:
    """What `sorted` compares: letters first, marks only where the letters are equal.

    English sorts Vietnamese names under their plain letter (Đắk Lắk among the Ds); Korean and
    Japanese go by code point, which is dictionary order for Hangul and for kana but not for Han.
    """
    if language is Language.VI:
        return _vietnamese(text)
    return (folded(text), key(text)) if language is Language.EN else (key(text), "")


def _vietnamese(text: str) -> SortKey:
    decomposed = unicodedata.normalize("NFD", key(text))
    letters = unicodedata.normalize("NFC", decomposed.translate(_DROP_TONES))
    return letters.translate(_ALPHABET), _tones(decomposed)


def _tones(decomposed: str) -> str:
    """One digit a letter, so that the first differing tone decides."""
    digits: list[str] = []
    for character in decomposed:
        if character in _TONES and digits:
            digits[-1] = _TONES[character]
        elif not unicodedata.combining(character):
            digits.append("0")
    return "".join(digits)
