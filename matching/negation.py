"""What a profile says it does not seek: "no coffee", "chỉ mua tiêu, không cần …", 산업단지는 제외.

A turn of phrase refuses the thing beside it, as far as its clause reaches. What is missed is
sought: to leave out what somebody wants would be worse.
"""

from collections.abc import Iterator
from typing import NamedTuple

from i18n.languages import Language
from matching.canonical import Canonical, unmarked
from matching.noun_phrases import last_noun_phrase
from matching.refusals import Turn, turns_of
from matching.scripts import script_of
from matching.segmentation import Segmenter

Stretch = tuple[int, int]

_PARTICLES = ("은", "는", "을", "를", "도")


class Unwanted(NamedTuple):
    """The words for something that is not sought, within the phrase that says so."""

    phrase: Stretch
    words: Stretch


def unwanted(text: Canonical, language: Language | None, segmenter: Segmenter) -> list[Unwanted]:
    """What the comparable text says is not sought, in reading order."""
    return list(_found(text.text, language or Language.EN, segmenter))


def wanted_part(
    text: Canonical, language: Language | None, segmenter: Segmenter
) -> tuple[Canonical, list[Stretch]]:
    """The text with such phrases struck out, letter by letter, and where their words stood."""
    found = unwanted(text, language, segmenter)
    struck = text.without(each.phrase for each in found) if found else text
    return struck, [each.words for each in found]


def _found(text: str, language: Language, segmenter: Segmenter) -> Iterator[Unwanted]:
    turns, plain = turns_of(language), unmarked(text)
    found = turns.found(text)
    tokens = list(segmenter.tokens(text)) if found else []
    begins = set(segmenter.beginnings(text, tokens))
    done = 0
    for turn in found:
        if turn.start < done or _is_within_word(text, turn, begins):
            continue
        if turn.follows:
            words = turn.end, turns.end_of_thing(plain, turn.end)
        else:
            words = turns.begin_of_thing(plain, done, turn.start), turn.start
            if language in (Language.KO, Language.JA):
                words = last_noun_phrase(text, tokens, words, language)
        if words[0] < words[1]:
            done = max(words[1], turn.end)
            yield Unwanted((min(words[0], turn.start), done), words)


def _is_within_word(text: str, turn: Turn, begins: set[int]) -> bool:
    """Whether a Korean turn of phrase is no word here: 말고 in 분말고품질."""
    if script_of(text[turn.start]) != "hangul" or turn.start in begins:
        return False
    return not text[max(0, turn.start - 2) : turn.start].rstrip().endswith(_PARTICLES)
