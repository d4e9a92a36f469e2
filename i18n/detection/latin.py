"""Words in Latin letters: Vietnamese with or without marks, English, or another language."""

import re
from collections import Counter
from collections.abc import Iterable

from i18n.detection.syllables import is_vietnamese_syllable
from i18n.detection.words import ENGLISH, OTHERS, VIETNAMESE
from i18n.languages import Language
from i18n.normalization import folded

# What a word from the lists says beyond its length, in halves of a letter: once for a word that
# could be Vietnamese as well as western (can, de, la), twice for the others.
_TELLING = 5
_LEAST_TOLD = 2
_FOREIGN = "FOREIGN"
_NEVER_VIETNAMESE = {"the"}

_OWN_TO_VIETNAMESE = re.compile("[ăđơư\u1ea0-\u1ef9]")
_UNKNOWN_TO_VIETNAMESE = re.compile("[^\x00-\x7fàáâãèéêìíòóôõùúýăđĩũơư\u1ea0-\u1ef9]")
_SHARED_CIRCUMFLEX = re.compile("[âêô]")


def latin_content(words: Iterable[str]) -> Counter[str]:
    """Content in halves of a letter: Vietnamese, and English or else a foreign language.

    A word that is no Vietnamese syllable belongs to whichever western language has most words
    of its lists in the text; English when none has more.
    """
    vietnamese, western = 0, 0
    told: Counter[str] = Counter()
    for word in words:
        lower, plain = word.lower(), folded(word)
        told.update(_told(word, plain))
        if _is_vietnamese(lower, plain):
            vietnamese += _weight(word) + 2 * _TELLING * (plain in VIETNAMESE)
        else:
            western += _weight(word)
    content = Counter({Language.VI.value: vietnamese})
    if western:
        speaker = _speaker(told)
        content[speaker] += western + _TELLING * told[speaker]
    return +content


def _speaker(told: Counter[str]) -> str:
    most = max(told, key=lambda language: told[language], default=Language.EN.value)
    is_foreign = told[most] > told[Language.EN] and told[most] >= _LEAST_TOLD
    return most if is_foreign else Language.EN


def _weight(word: str) -> int:
    """Capitalised words are mostly names, which tell little: Quảng Ngãi stands in any language."""
    return len(word) if word[0].isupper() else 2 * len(word)


def _is_vietnamese(lower: str, plain: str) -> bool:
    if _UNKNOWN_TO_VIETNAMESE.search(lower) or plain in _NEVER_VIETNAMESE:
        return False
    return is_vietnamese_syllable(plain) or bool(_OWN_TO_VIETNAMESE.search(lower))


def _told(word: str, plain: str) -> dict[str, int]:
    """The western languages that the word speaks for, and how clearly."""
    lower = word.lower()
    is_syllable = _is_vietnamese(lower, plain)
    if is_syllable and (word[0].isupper() or _OWN_TO_VIETNAMESE.search(lower)):
        return {}
    speakers = [language for language, words in OTHERS.items() if plain in words]
    if lower in ENGLISH:
        speakers.append(Language.EN)
    if not speakers and _is_foreign(lower, plain):
        speakers.append(_FOREIGN)
    return dict.fromkeys(speakers, 1 if is_syllable else 2)


def _is_foreign(lower: str, plain: str) -> bool:
    """By its marks, which neither English has nor Vietnamese on such a word."""
    if lower.isascii() or _is_vietnamese(lower, plain):
        return False
    return _UNKNOWN_TO_VIETNAMESE.search(lower) is not None or not _SHARED_CIRCUMFLEX.search(lower)
