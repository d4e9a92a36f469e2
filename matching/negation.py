"""What a profile says it does not seek: "no coffee", "chỉ mua tiêu, không cần …", 산업단지는 제외.

A turn of phrase is about the thing beside it, as far as its clause reaches. What is missed is
sought: to leave out what somebody wants would be worse.
"""

from collections.abc import Iterator
from typing import NamedTuple

from i18n.languages import Language
from matching.canonical import Canonical, unmarked
from matching.clauses import Stretch, clauses_of
from matching.noun_phrases import last_noun_phrase
from matching.scripts import script_of
from matching.segmentation import Segmenter
from matching.turns import WITHOUT_GAPS, Turn, turns_of


class Unwanted(NamedTuple):
    """The words for something that is not sought, within the phrase that says so."""

    phrase: Stretch
    words: Stretch


def unwanted(text: Canonical, language: Language | None, segmenter: Segmenter) -> list[Unwanted]:
    """What the comparable text says is not sought, in reading order."""
    return list(_found(text, language or Language.EN, segmenter))


def wanted_part(
    text: Canonical, language: Language | None, segmenter: Segmenter
) -> tuple[Canonical, list[Stretch]]:
    """The text with such phrases struck out, letter by letter, and where their words stood."""
    found = unwanted(text, language, segmenter)
    struck = text.without(each.phrase for each in found) if found else text
    return struck, [each.words for each in found]


def _found(text: Canonical, language: Language, segmenter: Segmenter) -> Iterator[Unwanted]:
    lines = text.lines
    turns = turns_of(language).found(lines)
    if not turns:
        return
    tokens, plain = list(segmenter.tokens(text.text)), unmarked(lines)
    begins = set(segmenter.beginnings(text.text, tokens))
    done = 0
    for turn in turns:
        if turn.start < done or _is_within_word(lines, turn, begins):
            continue
        if language in WITHOUT_GAPS:
            words = last_noun_phrase(lines, tokens, (done, turn.start), language)
        elif turn.follows:
            words = clauses_of(language).after(plain, turn.end)
        else:
            words = clauses_of(language).before(plain, done, turn.start)
        if lines[slice(*words)].strip():
            done = max(words[1], turn.end)
            yield Unwanted((min(words[0], turn.start), done), words)


def _is_within_word(text: str, turn: Turn, begins: set[int]) -> bool:
    """Whether a Korean turn of phrase is no word here: 말고 in 분말고품질."""
    return script_of(text[turn.start]) == "hangul" and turn.start not in begins
