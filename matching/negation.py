"""What a profile says it does not seek: "no coffee", "chỉ mua tiêu, không cần …", 산업단지는 제외.

Only plain turns of phrase are read, each as far as its clause reaches; "not only" and "no less
than" exclude nothing.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from i18n.languages import Language
from matching.canonical import Canonical, unmarked
from matching.scripts import script_of
from matching.segmentation import Segmenter

Stretch = tuple[int, int]

_CLAUSE_END = r"(?=[,.;:!?()\n、。]|$| (?:but|only|we|please|chi can|nhung|ma chi)\b)"
_ENGLISH = re.compile(
    r"\b(?:not (?:interested in|looking for|after|seeking|in need of)|no (?:need (?:for|of)"
    r"|interest in)|(?:do not|don't|don’t|does not|doesn't) (?:want|need|buy|take)"
    r"|excluding|except(?: for)?|other than|rather than|no(?! (?:less|more|later|fewer|longer"
    r"|matter|problem|objection|preference|limit|one|doubt|idea)\b)(?=[ ][a-z]))\b"
    r"(?P<what>.{0,80}?)" + _CLAUSE_END
)
_VIETNAMESE = re.compile(
    r"\b(?:khong (?:quan tam(?: den| toi)?|can|mua|lay|nhan|muon|phai(?: la)?|bao gom|xet|tinh)|"
    r"ngoai tru|chu khong(?: phai)?)\b(?P<what>.{0,80}?)" + _CLAUSE_END
)


_KOREAN = re.compile(
    r"(?P<what>[^,.;:!?()\n]{1,30}?)(?<!뿐만)(?<!뿐만 )(?<!뿐 만)(?<!뿐 만 )"
    r"(?:은|는|이|가|을|를)? ?"
    r"(?P<refusal>제외|말고|아니라|아닌|빼고|필요 ?없|관심이? ?없|원하지 ?않|불필요|없이|없는)"
)
_JAPANESE_REFUSALS = """
ではなく じゃなく 以外 を除 は除 は不要 が不要 は対象外 は必要ありません は必要ない は必要なく
つもりはな はいりません は要りません は希望しません には興味
"""
# "Without" after what is left out of a thing; コルク抜き is a tool.
_WITHOUT = "(?<!コルク)(?<!栓)(?<!釘)(?<!毛)(?<!しみ)(?<!染み)抜き(?= ?[ので])"
_SPACED = "|".join(" ?".join(refusal) for refusal in _JAPANESE_REFUSALS.split())
_JAPANESE = re.compile(
    r"(?P<what>[^、。,.;:!?()（）\n]{1,30}?)(?<!だけ)(?<!のみ)"
    f"(?P<refusal> ?(?:{_SPACED}|{_WITHOUT}))"
)
# After a particle or the ending of a verb another phrase begins.
_ENDINGS = tuple("은는이가을를서고며면에도로한만")


class Unwanted(NamedTuple):
    """The words for something that is not sought, within the phrase that says so."""

    phrase: Stretch
    words: Stretch


def unwanted(text: Canonical, language: Language | None, segmenter: Segmenter) -> list[Unwanted]:
    """What the comparable text says is not sought, in reading order."""
    found = _found(text, language, segmenter)
    return [each for each in found if each.words[0] < each.words[1]]


def wanted_part(
    text: Canonical, language: Language | None, segmenter: Segmenter
) -> tuple[Canonical, list[Stretch]]:
    """The text with such phrases struck out, letter by letter, and where their words stood."""
    found = unwanted(text, language, segmenter)
    struck = text.without(each.phrase for each in found) if found else text
    return struck, [each.words for each in found]


def _found(text: Canonical, language: Language | None, segmenter: Segmenter) -> Iterator[Unwanted]:
    if language is Language.VI:
        yield from _after(_VIETNAMESE, unmarked(text.text))
    elif language is Language.KO:
        yield from _before(_KOREAN, text.text, segmenter)
    elif language is Language.JA:
        yield from _before(_JAPANESE, text.text, segmenter)
    else:
        yield from _after(_ENGLISH, text.text)


def _after(pattern: re.Pattern[str], text: str) -> Iterator[Unwanted]:
    return (Unwanted(found.span(), found.span("what")) for found in pattern.finditer(text))


def _before(pattern: re.Pattern[str], text: str, segmenter: Segmenter) -> Iterator[Unwanted]:
    """In Korean and Japanese the refusal follows its object: the last noun phrase before it."""
    refusals = list(pattern.finditer(text))
    words_begin = set(segmenter.beginnings(text, segmenter.tokens(text))) if refusals else set()
    for found in refusals:
        refusal = found.start("refusal")
        if script_of(text[refusal]) == "hangul" and refusal not in words_begin:
            continue  # 말고 in 분말고품질
        start, end = found.span("what")
        words = list(segmenter.tokens(text[start:end]))
        first = len(words) - 1
        while first > 0 and not words[first - 1].text.endswith(_ENDINGS):
            first -= 1
        if words:
            begin = start + words[first].start
            yield Unwanted((begin, found.end()), (begin, end))
